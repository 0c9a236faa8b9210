"""What engines share that hand a block to a package's runtime and wait for it.

Each has one thread of its own, in which its package is loaded, its model opened and every block
worked on; whoever waits for a block watches from outside and can stop it. A block may be started
before the one before it is finished.
"""

from __future__ import annotations

import threading
from abc import abstractmethod
from collections.abc import Sequence
from concurrent.futures import CancelledError, Future, ThreadPoolExecutor, wait
from importlib import import_module
from pathlib import Path
from typing import Any, Callable, Protocol, TypeVar

import numpy as np

from qgis_pansharp.backend.arrays import Array, FloatArray
from qgis_pansharp.backend.engines.base import EngineBase, Watch, checked_inputs, unwatched
from qgis_pansharp.backend.engines.options import AUTOMATIC, Device, EngineOptions
from qgis_pansharp.backend.errors import EngineError, ModelError, PansharpError

POLL_SECONDS = 0.1
# of a device's free memory: what the block before it, of another shape, took may still be held
BLOCK_SHARE = 0.4
FREE_SHARE = 0.8  # of a device's memory, where a runtime does not tell how much is free

Made = TypeVar("Made")


class Pending(Protocol):
    """A block's result, on which a device may still be working."""

    def wait(self, seconds: float) -> bool:
        """Wait no longer than so; say whether the result is there."""

    def result(self) -> Array:
        """Return the result, `(1, B, H', W')`."""


class Done:
    """A result that is there."""

    def __init__(self, sharpened: Array) -> None:
        self._sharpened = sharpened

    def wait(self, seconds: float) -> bool:
        """Need not wait."""
        return True

    def result(self) -> Array:
        """Return the result."""
        return self._sharpened


class Ticket:
    """A block that was started; `shapes` are those of its PAN and MS."""

    def __init__(self, begun: Future[Pending], shapes: Sequence[tuple[int, ...]]) -> None:
        self.begun = begun
        self.shapes = shapes


class RuntimeEngine(EngineBase):
    """Opens a model in a thread of its own; see `Engine`. To be used by one thread at a time, but
    for `start`, which another one may call.

    Subclasses say their package's name and title, and do the work in `_open`, `_begin`,
    `_interrupt` and `_drop`; whatever their runtime raises becomes an error of ours here.

    Raises:
        EngineError: the package is not installed or does not load, or lacks the device.
        ModelError: the file is missing or damaged, or this engine cannot run it.
        MemoryError: there is no room for the model.
    """

    package = ""
    title = ""
    #: words by which a runtime says that memory did not suffice
    memory_signs: tuple[str, ...] = ()

    def __init__(self, model_file: str | Path, options: EngineOptions = AUTOMATIC) -> None:
        self._file = str(model_file)
        self._stopping = threading.Event()
        self._tickets: list[Ticket] = []
        self._thread: ThreadPoolExecutor | None = ThreadPoolExecutor(1, f"pansharp-{self.name}")
        try:
            self._thread.submit(self._load, options).result()
        except BaseException:
            self.close()
            raise

    def run(self, pan: FloatArray, ms: FloatArray, watch: Watch = unwatched) -> FloatArray:
        """Sharpen PAN `(1, H, W)` and MS `(B, h, w)`; see `Engine.run`."""
        return self.finish(self.start(pan, ms), watch)

    def start(self, pan: FloatArray, ms: FloatArray) -> Ticket:
        """Begin a block and return at once; its turn comes after those started before.

        Raises:
            EngineError: the arrays do not suit the model, or the engine was closed.
        """
        inputs = checked_inputs(pan, ms)
        if self._thread is None:
            raise self._closed()
        ticket = Ticket(self._thread.submit(self._begin, inputs), (pan.shape, ms.shape))
        self._tickets.append(ticket)
        return ticket

    def finish(self, ticket: Ticket, watch: Watch = unwatched) -> FloatArray:
        """Wait for a block; return it sharpened, `(B, H', W')`.

        Whatever `watch` raises stops all that was started, and is raised here.

        Raises:
            EngineError: the engine failed on this block, or was stopped.
            MemoryError: the block is too large; a smaller one may do.
        """
        begun = ticket.begun
        try:
            self._wait(lambda: bool(wait([begun], POLL_SECONDS).done), watch)
            pending = self._ours(begun.result, ticket)
            self._wait(lambda: self._ours(lambda: pending.wait(POLL_SECONDS), ticket), watch)
            sharpened = self._ours(pending.result, ticket)
        finally:
            if ticket in self._tickets:
                self._tickets.remove(ticket)
        image: FloatArray = np.ascontiguousarray(sharpened[0], dtype=np.float32)
        return image

    def close(self) -> None:
        """Drop the model and end the thread; what was started and not finished is stopped."""
        thread, self._thread = self._thread, None
        if thread is not None:
            self._stop()
            self._tickets.clear()
            thread.submit(self._drop)
            thread.shutdown()

    @abstractmethod
    def _open(self, package: Any, options: EngineOptions) -> None:
        """Open the model; set `device` and `precision`. What it raises becomes a `ModelError`."""

    @abstractmethod
    def _begin(self, inputs: dict[str, Array]) -> Pending:
        """Work on a block, or let a device work on it."""

    def _interrupt(self) -> None:
        """Stop what `_begin` is doing, where the runtime lets itself be stopped.

        Called from another thread, again and again until `_begin` has returned.
        """

    def _drop(self) -> None:
        """Let go of the model."""

    @classmethod
    def import_package(cls) -> Any:
        """Import the engine's package; see `load_package`."""
        return load_package(cls.name, cls.package)

    def _load(self, options: EngineOptions) -> None:
        package = self.import_package()
        if not Path(self._file).is_file():
            raise ModelError(
                "The model file {path} cannot be read; check that it exists and that you may read "
                "it.",
                path=self._file,
            )
        try:
            self._open(package, options)
        except (MemoryError, PansharpError):
            raise
        except Exception as problem:  # runtimes raise classes of their own
            if self._out_of_memory(problem):
                raise MemoryError(self._reason(problem)) from problem
            raise ModelError(
                "The model file {path} cannot be used with {title} ({reason}); copy or download "
                "the file again, or choose another model.",
                path=self._file,
                title=self.title,
                reason=self._reason(problem),
            ) from problem

    def _wait(self, there: Callable[[], bool], watch: Watch) -> None:
        try:
            while not there():
                watch(0.0)
        except BaseException:
            self._stop()
            raise

    def _stop(self) -> None:
        """Stop all that was started; return when nothing runs."""
        self._stopping.set()
        try:
            running = [one.begun for one in tuple(self._tickets) if not one.begun.cancel()]
            while wait(running, POLL_SECONDS).not_done:
                self._interrupt()
        finally:
            self._stopping.clear()

    def _ours(self, work: Callable[[], Made], ticket: Ticket) -> Made:
        """Return what the work returns; a runtime's errors become ours."""
        try:
            return work()
        except (MemoryError, PansharpError):
            raise
        except CancelledError as problem:
            raise EngineError("The engine {name} was stopped.", name=self.name) from problem
        except Exception as problem:  # runtimes raise classes of their own
            if self._out_of_memory(problem):
                raise MemoryError(self._reason(problem)) from problem
            pan, ms = ticket.shapes
            raise EngineError(
                "{title} cannot sharpen a block with PAN {pan} and MS {ms} using {path} "
                "({reason}); check that the model is made for this number of bands and this "
                "ratio, or choose a larger block.",
                title=self.title,
                pan=pan,
                ms=ms,
                path=self._file,
                reason=self._reason(problem),
            ) from problem

    def _reason(self, problem: Exception) -> str:
        """Return what a runtime says about a problem, in one line."""
        return first_line(problem)

    def _out_of_memory(self, problem: Exception) -> bool:
        said = str(problem)
        return any(sign in said for sign in self.memory_signs)


def load_package(name: str, package: str) -> Any:
    """Import an engine's package.

    Raises:
        EngineError: it is not installed, or does not load.
    """
    try:
        module: Any = import_module(package)
        module.__version__  # noqa: B018 - a folder that an uninstallation left behind has none
    except Exception as problem:  # a package that does not fit raises whatever it likes
        raise EngineError(
            "The engine {name} cannot be loaded ({reason}); install it with 'pip install "
            "{package}', or choose the engine builtin, which needs nothing.",
            name=name,
            reason=first_line(problem),
            package=package,
        ) from problem
    return module


def choose_device(engine: str, wanted: str, found: Sequence[Device]) -> Device:
    """Return the device of that name; the first one for "auto".

    Raises:
        EngineError: it is not among those found.
    """
    for device in found:
        if wanted in ("auto", device.name):
            return device
    raise EngineError(
        "The engine {name} has no device {device} here; choose one of: {choices}.",
        name=engine,
        device=wanted,
        choices=", ".join(("auto", *(device.name for device in found))),
    )


def room_on(device: Device, cost: float, free: int | None = None) -> int:
    """Return what a block may take of a device's own memory; see `Engine`.

    Args:
        device: what is used.
        cost: what the engine needs, to what models' cards say.
        free: bytes, where the runtime tells.
    """
    if not device.memory:
        return 0
    usable = FREE_SHARE * device.memory if free is None else free
    return max(1, int(BLOCK_SHARE * usable / cost))


def first_line(problem: Exception) -> str:
    """Return what an exception says in its first line, or else its class."""
    lines = str(problem).strip().splitlines()
    return lines[0] if lines else type(problem).__name__
