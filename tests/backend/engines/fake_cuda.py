"""PyTorch as it looks with a graphics card, worked by the processor.

What is queued happens at once. A graph records its operations and does not carry them out, like a
real one: what it will fill holds no numbers until it is replayed.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from types import SimpleNamespace
from typing import Any

import torch
from torch import Tensor
from torch.utils._python_dispatch import TorchDispatchMode


class Recorder(TorchDispatchMode):
    """Keeps the operations that are carried out inside, with what they took and made."""

    def __init__(self) -> None:
        super().__init__()
        self.calls: list[tuple[Any, Any, Any, list[Tensor]]] = []

    def __torch_dispatch__(
        self, function: Any, types: Any, args: Any = (), kwargs: Any = None
    ) -> Any:
        made = function(*args, **(kwargs or {}))
        self.calls.append((function, args, kwargs or {}, in_a_row(made)))
        return made

    def forget_values(self) -> None:
        """Leave no numbers in what was computed."""
        for _, args, _, made in self.calls:
            for tensor in made:
                if not aliases(tensor, args) and tensor.is_floating_point():
                    tensor.fill_(float("nan"))

    def replay(self) -> None:
        """Carry all out once more, into the same tensors."""
        with torch.inference_mode():
            for function, args, kwargs, made in self.calls:
                again = function(*args, **kwargs)
                for tensor, value in zip(made, in_a_row(again)):
                    if not aliases(tensor, args):
                        tensor.copy_(value)


def in_a_row(made: Any) -> list[Any]:
    """Return what an operation made, which may be one thing or several."""
    return list(made) if isinstance(made, (tuple, list)) else [made]


def aliases(tensor: Any, args: Any) -> bool:
    """Whether a result is a view of an argument, and so follows it by itself."""
    if not isinstance(tensor, Tensor):
        return True
    place = tensor.untyped_storage().data_ptr()
    return any(
        isinstance(one, Tensor) and one.untyped_storage().data_ptr() == place for one in args
    )


class Event:
    """Comes when it has been asked for `late` times."""

    late = 0

    def __init__(self) -> None:
        self.left = self.late
        self.recorded = False

    def record(self) -> None:
        self.recorded = True

    def query(self) -> bool:
        assert self.recorded
        self.left -= 1
        return self.left < 0


class FakeTorch:
    """The package; `log` tells what was done with the card."""

    #: bfloat16 stands for float16, with which this processor would be slow
    float16 = torch.bfloat16

    def __init__(self, capability: tuple[int, int] = (8, 0)) -> None:
        self.log: list[str] = []
        self.most = 1 << 62  # elements that the card has room for at once
        self.captures = True
        self.short = False  # of memory while a graph is captured
        self.frees = True
        self.free = 1 << 33
        self.cuda = SimpleNamespace(
            is_available=lambda: True,
            device_count=lambda: 1,
            get_device_capability=lambda number: capability,
            get_device_properties=lambda number: SimpleNamespace(
                name="Fake card", total_memory=1 << 34
            ),
            mem_get_info=lambda device: (self.free, 1 << 34),
            Stream=lambda device: SimpleNamespace(wait_event=lambda event: event.recorded or 1 / 0),
            Event=Event,
            stream=lambda stream: contextlib.nullcontext(),
            current_stream=lambda device: SimpleNamespace(
                wait_event=lambda event: event.recorded or 1 / 0
            ),
            graph_pool_handle=lambda: "pool",
            CUDAGraph=self.graph,
            graph=self.capture,
            synchronize=lambda device: self.log.append("synchronise"),
            empty_cache=self.empty_cache,
            OutOfMemoryError=torch.cuda.OutOfMemoryError,
        )

    def __getattr__(self, name: str) -> Any:
        return getattr(torch, name)

    def device(self, name: str) -> torch.device:
        return torch.device("cpu")

    def ones(self, size: int, device: str) -> Tensor:
        return torch.ones(size)

    def empty(self, shape: Any, dtype: Any, device: Any = None, pin_memory: bool = False) -> Tensor:
        if not pin_memory and torch.Size(shape).numel() > self.most:
            raise torch.cuda.OutOfMemoryError("CUDA out of memory. Tried to allocate 9 GiB")
        self.log.append("pinned" if pin_memory else "allocated")
        return torch.full(shape, 77, dtype=dtype)

    def empty_cache(self) -> None:
        if not self.frees:
            raise RuntimeError("captures_underway.empty() INTERNAL ASSERT FAILED")
        self.log.append("empty cache")

    def graph(self) -> Any:
        return SimpleNamespace(recorder=Recorder(), replay=lambda: None)

    @contextlib.contextmanager
    def capture(
        self, graph: Any, pool: str, stream: Any, capture_error_mode: str
    ) -> Iterator[None]:
        assert (pool, capture_error_mode) == ("pool", "thread_local")
        if not self.captures:
            raise RuntimeError("operation not permitted when stream is capturing")
        assert not torch.backends.cudnn.benchmark, "trying algorithms cannot be captured"
        try:
            with graph.recorder:
                yield
                if self.short:
                    raise torch.cuda.OutOfMemoryError("CUDA out of memory. Tried to allocate 9 GiB")
        except torch.cuda.OutOfMemoryError:
            self.frees = False
            raise RuntimeError("CUDA error: operation failed due to a previous error")  # noqa: B904
        graph.recorder.forget_values()

        def replay() -> None:
            self.log.append("replay")
            graph.recorder.replay()

        graph.replay = replay
        self.log.append("captured")
