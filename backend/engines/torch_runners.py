"""How PyTorch works on a block: layer by layer, or as a captured graph with transfers beside it.

A graphics card spends a few thousandths of a second on a block. Launching hundreds of small
operations one by one would take longer, so from its second block of a shape on they are one graph;
and while a block is computed, the next one is on its way there and the last one on its way back.
"""

from __future__ import annotations

import gc
import time
import weakref
from collections import OrderedDict
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, suppress
from typing import Any, Callable

import numpy as np

from qgis_pansharp.backend.arrays import Array
from qgis_pansharp.backend.engines.runtime import Done, Pending
from qgis_pansharp.backend.errors import EngineError

MOST_PLANS = 4  # shapes of blocks in a scene: inside, at two edges, in the corner
EVENT_POLL_SECONDS = 0.0002
# Units for 16 bits take channels by eights; an image of 81 of them is one that they are slow with.
CHANNELS_AT_ONCE = 8

# Words by which PyTorch, and what it calls, say that memory did not suffice.
MEMORY_SIGNS = (
    "out of memory",
    "can't allocate memory",
    "not enough memory",
    "could not create a memory",
    "bad_alloc",
    "bad allocation",
    "ALLOC_FAILED",
    "ALLOCATION_FAILED",
    "unable to find an engine",  # all that is said where no convolution found room to work in
    "Invalid buffer size",  # Metal's, for an image larger than its buffers may be
)

Shapes = tuple[tuple[int, ...], tuple[int, ...]]


def prepare(torch: Any, network: Any, half: bool, channels_last: bool) -> None:
    """Bring a network's convolutions to the type and the layout that they are to run in.

    Filters with fixed taps, which local statistics are made with, stay as they are.
    """
    network.requires_grad_(False)
    if half:
        for name, layers in network.named_modules():
            if name == "network.alignment":  # SIPSA-Net's, with 81 channels
                _widen(torch, layers)
    layout = torch.channels_last if channels_last else torch.contiguous_format
    kind = torch.float16 if half else torch.float32
    for name, layer in network.named_modules():
        if isinstance(layer, torch.nn.Conv2d):
            layer.weight.data = layer.weight.data.to(kind, memory_format=layout)
            # SIPSA-Net adds this one after its softmax, in full precision
            if layer.bias is not None and name != "network.aligned":
                layer.bias.data = layer.bias.data.to(kind)


def _widen(torch: Any, layers: Any) -> None:
    """Give convolutions in a row channels of zeros up to `CHANNELS_AT_ONCE`; drop them at the end.

    Zeros stay zeros in between, so the result is the same.
    """
    convolutions = [one for one in layers.modules() if isinstance(one, torch.nn.Conv2d)]
    for number, layer in enumerate(convolutions):
        makes, takes = (-count % CHANNELS_AT_ONCE for count in layer.weight.shape[:2])
        # the first one takes an image that others made
        added = (0, 0, 0, 0, 0, takes if number else 0, 0, makes)
        layer.weight.data = torch.nn.functional.pad(layer.weight.data, added)
        layer.bias.data = torch.nn.functional.pad(layer.bias.data, (0, makes))
    count = convolutions[-1].out_channels
    layers.register_forward_hook(lambda _, inputs, made: made[:, :count])


class EagerRunner:
    """Runs a network layer by layer.

    Args:
        torch: the package.
        network: as `prepare` left it.
        device: its name.
        half: convolutions run in 16 bits.
        check: called before each layer; what it raises ends the block.
    """

    def __init__(
        self, torch: Any, network: Any, device: str, half: bool, check: Callable[[], None]
    ) -> None:
        self._torch = torch
        self._device = device
        self._half = half
        self._network = network.to(device)
        for layer in self._network.modules():
            if not list(layer.children()):
                layer.register_forward_pre_hook(lambda *_: check())

    def begin(self, pan: Array, ms: Array) -> Pending:
        """Sharpen PAN `(1, 1, H, W)` and MS `(1, B, h, w)`."""
        with self._torch.inference_mode():
            sharpened = run_network(
                self._torch, self._network, self._moved(pan), self._moved(ms), self._half
            )
            result: Array = sharpened.cpu().numpy()
        if self._half and not np.isfinite(result).all():
            raise _overflow()
        return Done(result)

    def _moved(self, image: Array) -> Any:
        # PyTorch warns of memory that may not be written, though nothing here would
        source = image if image.flags.writeable else image.copy()
        return self._torch.from_numpy(source).to(self._device)

    def forget(self) -> None:
        """Give cached memory back."""
        gc.collect()
        if self._device == "mps":
            self._torch.mps.empty_cache()


class CudaRunner:
    """Runs a network on a card of NVIDIA's (or of AMD's, which PyTorch calls by the same names).

    Args:
        cuda: what is done with the card.
        network: as `prepare` left it.
        half: convolutions run in 16 bits.
    """

    def __init__(self, cuda: Cuda, network: Any, half: bool) -> None:
        self._cuda = cuda
        self._half = half
        self._network = cuda.moved(network)
        self._plans: OrderedDict[Shapes, _Plan] = OrderedDict()

    def begin(self, pan: Array, ms: Array) -> Pending:
        """Send a block to the card; return while it is worked on."""
        shapes = pan.shape, ms.shape
        plan = self._plans.get(shapes)
        if plan is None:
            while len(self._plans) >= MOST_PLANS:
                self._cuda.synchronise()
                self._plans.popitem(last=False)
            plan = self._plans[shapes] = _Plan(self._cuda, self._sharpen, pan.shape, ms.shape)
        self._plans.move_to_end(shapes)
        return plan.begin(pan, ms)

    def _sharpen(self, pan: Any, ms: Any) -> tuple[Any, Any]:
        """Return the sharpened image, and whether all of it is numbers."""
        sharpened = self._cuda.run(self._network, pan, ms, self._half)
        return sharpened, self._cuda.all_finite(sharpened)

    def forget(self) -> None:
        """Drop graphs and buffers, and give the card's memory back."""
        self._cuda.synchronise()
        self._plans.clear()
        gc.collect()
        self._cuda.empty_cache()


class _Plan:
    """What blocks of one shape need: the graph with its inputs, and slots for their transfers."""

    def __init__(
        self,
        cuda: Cuda,
        sharpen: Callable[[Any, Any], tuple[Any, Any]],
        pan: tuple[int, ...],
        ms: tuple[int, ...],
    ) -> None:
        self._cuda = cuda
        self._sharpen = sharpen
        self._inputs = cuda.empty(pan), cuda.empty(ms)
        self._slots: list[_Slot] = []
        self._replay: Callable[[], None] | None = None
        self._outputs: tuple[Any, Any] | None = None

    def begin(self, pan: Array, ms: Array) -> Pending:
        """Send a block through a slot."""
        cuda = self._cuda
        slot = next((slot for slot in self._slots if slot.free()), None)
        if slot is None:
            slot = _Slot(cuda, [image.shape for image in self._inputs])
            self._slots.append(slot)
        sent = slot.send((pan, ms))
        with cuda.computing():
            cuda.wait_for(sent)
            for image, arrived in zip(self._inputs, slot.arrived):
                image.copy_(arrived)
            outputs = self._computed()
            slot.keep(outputs)
            computed = cuda.event()
        return slot.fetch(computed)

    def _computed(self) -> tuple[Any, Any]:
        """Compute what the inputs hold: the first time layer by layer, then as a graph."""
        if self._replay is None and self._outputs is not None:
            self._outputs = None
            self._replay, self._outputs = self._cuda.capture(lambda: self._sharpen(*self._inputs))
        if self._replay is None or self._outputs is None:
            # this one also finds out which algorithms suit the shape
            self._outputs = self._sharpen(*self._inputs)
        else:
            self._replay()
        return self._outputs


class _Slot:
    """Memory for one block on its way to the card and back; host memory is pinned."""

    def __init__(self, cuda: Cuda, shapes: list[tuple[int, ...]]) -> None:
        self._cuda = cuda
        self._sources = [cuda.pinned(shape) for shape in shapes]
        self.arrived = [cuda.empty(shape) for shape in shapes]
        self._results: list[Any] = []
        self._fetched: list[Any] = []
        self._done: Any = None
        self._owner: Callable[[], object] = lambda: None

    def free(self) -> bool:
        """Whether nobody waits for what is in it, and nothing moves any more."""
        return self._owner() is None and (self._done is None or self._done.query())

    def send(self, images: tuple[Array, Array]) -> Any:
        """Send both images to the card; return the event of their arrival."""
        for source, image in zip(self._sources, images):
            source.numpy()[...] = image
        with self._cuda.sending():
            for arrived, source in zip(self.arrived, self._sources):
                arrived.copy_(source, non_blocking=True)
            return self._cuda.event()

    def keep(self, outputs: tuple[Any, Any]) -> None:
        """Copy outputs, on the card, before the next block overwrites them."""
        if not self._results:
            self._results = [self._cuda.empty(output.shape, output.dtype) for output in outputs]
            self._fetched = [self._cuda.pinned(output.shape, output.dtype) for output in outputs]
        for result, output in zip(self._results, outputs):
            result.copy_(output)

    def fetch(self, computed: Any) -> Pending:
        """Fetch the outputs from the card when they are computed."""
        with self._cuda.fetching():
            self._cuda.wait_for(computed)
            for fetched, result in zip(self._fetched, self._results):
                fetched.copy_(result, non_blocking=True)
            self._done = self._cuda.event()
        pending = _OnItsWay(self._done, self._fetched)
        self._owner = weakref.ref(pending)
        return pending


class _OnItsWay:
    """A result that is being computed and fetched."""

    def __init__(self, done: Any, fetched: list[Any]) -> None:
        self._done = done
        self._fetched = fetched

    def wait(self, seconds: float) -> bool:
        """Wait no longer than so; say whether the result is there."""
        until = time.monotonic() + seconds
        while not self._done.query():
            if time.monotonic() > until:
                return False
            time.sleep(EVENT_POLL_SECONDS)
        return True

    def result(self) -> Array:
        """Return a copy of the result."""
        sharpened, all_finite = (fetched.numpy() for fetched in self._fetched)
        if not all_finite.all():
            raise _overflow()
        return np.array(sharpened)


class Cuda:
    """What `CudaRunner` does with a card, in PyTorch's words.

    Streams keep what is sent, computed and fetched apart, so that all three go on side by side.
    """

    def __init__(self, torch: Any, device: str) -> None:
        self._torch = torch
        self._device = torch.device(device)
        self._sending, self._computing, self._fetching = (
            torch.cuda.Stream(self._device) for _ in range(3)
        )
        self._pool = torch.cuda.graph_pool_handle()
        self._captures = True

    def moved(self, network: Any) -> Any:
        """Return the network on the card."""
        moved = network.to(self._device)
        self.synchronise()
        return moved

    def empty(self, shape: tuple[int, ...], kind: Any = None) -> Any:
        """Return memory of the card, float32 unless said otherwise."""
        return self._torch.empty(shape, dtype=kind or self._torch.float32, device=self._device)

    def pinned(self, shape: tuple[int, ...], kind: Any = None) -> Any:
        """Return memory of the computer that the card reads and writes by itself."""
        return self._torch.empty(shape, dtype=kind or self._torch.float32, pin_memory=True)

    @contextmanager
    def computing(self) -> Iterator[None]:
        """Queue what is done inside to the stream that computes; float32 means float32 there."""
        with self._queued(self._computing), self._convolving(trying=True):
            yield

    def _convolving(self, trying: bool) -> AbstractContextManager[None]:
        """Never shorten float32; find out which algorithm suits a new shape by trying, or not."""
        flags: AbstractContextManager[None] = self._torch.backends.cudnn.flags(
            enabled=True, benchmark=trying, allow_tf32=False
        )
        return flags

    def sending(self) -> AbstractContextManager[None]:
        """Queue what is done inside to the stream that sends."""
        return self._queued(self._sending)

    def fetching(self) -> AbstractContextManager[None]:
        """Queue what is done inside to the stream that fetches."""
        return self._queued(self._fetching)

    @contextmanager
    def _queued(self, stream: Any) -> Iterator[None]:
        with self._torch.inference_mode(), self._torch.cuda.stream(stream):
            yield

    def event(self) -> Any:
        """Return an event that comes when all is done that was queued to this stream so far."""
        event = self._torch.cuda.Event()
        event.record()
        return event

    def wait_for(self, event: Any) -> None:
        """Let this stream go on when the event has come."""
        self._torch.cuda.current_stream(self._device).wait_event(event)

    def run(self, network: Any, pan: Any, ms: Any, half: bool) -> Any:
        """Queue a network; return the float32 tensor that will hold its result."""
        return run_network(self._torch, network, pan, ms, half)

    def all_finite(self, image: Any) -> Any:
        """Queue the test whether an image is all numbers; return a tensor of one value."""
        return self._torch.isfinite(image).all()

    def capture(self, work: Callable[[], Any]) -> tuple[Callable[[], None] | None, Any]:
        """Record work as a graph; return what replays it, and the tensors that it then fills.

        Where a card or a driver cannot, nothing replays it and its tensors are not filled.
        """
        torch = self._torch
        if not self._captures:
            return None, None
        self.empty_cache()  # what the first block was computed in
        graph = torch.cuda.CUDAGraph()
        # Another thread may ask meanwhile whether the block before is done. What algorithms are
        # tried with cannot be captured, so none may be, not even where one has no room any more;
        # AMD's library looks up what it found under the setting that it was found with.
        capturing = torch.cuda.graph(
            graph, pool=self._pool, stream=self._computing, capture_error_mode="thread_local"
        )
        try:
            with self._convolving(trying=bool(torch.version.hip)), capturing:
                outputs = work()
        except RuntimeError as problem:
            # where the work failed, ending the capture may have failed in its turn
            for reason in (problem.__context__, problem):
                if reason is not None and any(sign in str(reason) for sign in MEMORY_SIGNS):
                    raise reason from None
            self._captures = False
            return None, None
        return graph.replay, outputs

    def synchronise(self) -> None:
        """Wait until the card is idle."""
        self._torch.cuda.synchronize(self._device)

    def empty_cache(self) -> None:
        """Give memory that is not in use back to the card, as far as PyTorch can."""
        # before 2.12 it cannot once the end of a capture failed, and takes that for a fault
        with suppress(RuntimeError):
            self._torch.cuda.empty_cache()


def run_network(torch: Any, network: Any, pan: Any, ms: Any, half: bool) -> Any:
    """Run a network on tensors of one device; return float32."""
    if not half:
        return network(pan, ms)
    # what is cast once and kept would be missing when a captured graph is replayed
    with torch.autocast(pan.device.type, torch.float16, cache_enabled=False):
        return network(pan, ms).float()


def _overflow() -> EngineError:
    return EngineError(
        "16 bits did not suffice for a block; choose the precision full, or another engine."
    )
