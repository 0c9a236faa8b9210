"""An engine that does not let a scene down: behind it stands the next one, and in the end NumPy.

A worker process that is lost is started once more, with a smaller block. Lost again, with no room
for even the smallest block, or failing on a block in any other way, it is followed by the next
engine. Each step is told.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Optional, Union

from qgis_pansharp.backend.arrays import FloatArray
from qgis_pansharp.backend.engines import Engine, create_engine, runtime
from qgis_pansharp.backend.engines.base import Watch, unwatched
from qgis_pansharp.backend.engines.isolated import (
    DEFAULT_PATIENCE,
    EngineLost,
    Interpreter,
    IsolatedEngine,
    Job,
    Patience,
)
from qgis_pansharp.backend.engines.options import EngineOptions
from qgis_pansharp.backend.errors import EngineError
from qgis_pansharp.backend.messages import Message

Tell = Callable[[Message], None]
LOSSES = 2  # of one engine, before the next one takes over


@dataclass(frozen=True)
class Candidate:
    """An engine to try: in a worker process with an interpreter, or in this process with none."""

    engine: str
    device: str = "auto"
    interpreter: Optional[Interpreter] = None  # noqa: UP045 - evaluated by Python 3.9


class HandOverAgain(Exception):
    """The engine that had a block was lost, and another one, of another `room`, stands ready."""


@dataclass
class Ticket:
    """A block that was handed over: to a worker, to an engine's thread, or not until it is due."""

    engine: Engine
    work: Union[  # noqa: UP007 - evaluated by Python 3.9
        Job, runtime.Ticket, tuple[FloatArray, FloatArray]
    ]


class SteadyEngine:
    """Runs one model on the first of several engines that works; see `Engine`.

    Args:
        candidates: in the order to try them; the last should be one that cannot be lost.
        model_file: the model's `.onnx` file.
        options: threads and precision; the device is each candidate's.
        tell: takes lines for the log.
        watch: called while an engine opens; may raise to stop.
        patience: with worker processes.

    Raises:
        EngineError, ModelError: what the last candidate raised.
    """

    def __init__(
        self,
        candidates: Sequence[Candidate],
        model_file: str | Path,
        options: EngineOptions,
        tell: Tell,
        watch: Watch = unwatched,
        patience: Patience = DEFAULT_PATIENCE,
    ) -> None:
        self._left = list(candidates)
        self._file = model_file
        self._options = options
        self._tell = tell
        self._patience = patience
        self._losses = 0
        self._engine = self._open_next(watch)

    @property
    def name(self) -> str:
        """The engine at work."""
        return self._engine.name

    @property
    def device(self) -> str:
        """What it runs on, for people."""
        return self._engine.device

    @property
    def room(self) -> int:
        """What a block may take of its device's own memory; see `Engine`."""
        return self._engine.room

    @property
    def overlaps(self) -> bool:
        """Whether it works while this process does something else."""
        return isinstance(self._engine, (IsolatedEngine, runtime.RuntimeEngine))

    def run(self, pan: FloatArray, ms: FloatArray, watch: Watch = unwatched) -> FloatArray:
        """Sharpen PAN `(1, H, W)` and MS `(B, h, w)`; see `Engine.run`.

        Raises:
            HandOverAgain: the engine was lost, and blocks of its size may not suit the next one.
        """
        while True:
            room = self.room
            try:
                return self._engine.run(pan, ms, watch)
            except EngineError as problem:
                self._replace(problem, watch)
                if self.room != room:
                    raise HandOverAgain from problem

    def start(self, pan: FloatArray, ms: FloatArray) -> Ticket:
        """Hand over a block; where nothing works meanwhile, it is worked on when it is due.

        Raises:
            HandOverAgain: the engine was lost or failed, and was replaced.
            EngineError: there is no other.
            MemoryError: a smaller block may do.
        """
        engine = self._engine
        if not isinstance(engine, (IsolatedEngine, runtime.RuntimeEngine)):
            return Ticket(engine, (pan, ms))
        try:
            return Ticket(engine, engine.start(pan, ms))
        except EngineError as problem:
            self._replace(problem, unwatched)
            raise HandOverAgain from problem

    def finish(self, ticket: Ticket, watch: Watch = unwatched) -> FloatArray:
        """Return a block that was handed over, sharpened.

        Raises:
            HandOverAgain, EngineError, MemoryError: as `start` does.
        """
        if isinstance(ticket.work, tuple):
            return self.run(*ticket.work, watch)
        if ticket.engine is not self._engine:
            raise HandOverAgain
        try:
            return _finished(ticket, watch)
        except EngineError as problem:
            self._replace(problem, watch)
            raise HandOverAgain from problem

    def step_down(self, watch: Watch = unwatched) -> bool:
        """Go on with the next engine; say whether there was one."""
        if len(self._left) < 2:
            return False
        before = self._engine.name
        self._engine.close()
        self._left.pop(0)
        self._losses = 0
        self._engine = self._open_next(watch)
        self._tell(
            Message(
                "Going on with the engine {engine} ({device}) instead of {before}",
                engine=self._engine.name,
                device=self._engine.device,
                before=before,
            )
        )
        return True

    def close(self) -> None:
        """Close the engine at work."""
        self._engine.close()

    def __enter__(self) -> SteadyEngine:
        """Return the engine itself."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        """Close it."""
        self.close()

    def _replace(self, problem: EngineError, watch: Watch) -> None:
        """Put another engine in the place of one that was lost, or failed on a block.

        Raises:
            MemoryError: it was lost, is the same again, and should get a smaller block.
            EngineError: there is none.
        """
        if isinstance(problem, EngineLost):
            self._tell_loss(problem)
            self._engine.close()
            self._losses += 1
            if self._losses < LOSSES:
                self._engine = self._open_next(watch)
                raise MemoryError("the engine was lost and started again") from problem
        elif len(self._left) > 1:
            self._tell(problem.message)
        if not self.step_down(watch):
            raise problem

    def _tell_loss(self, loss: EngineLost) -> None:
        self._tell(loss.message)
        if loss.printed:
            self._tell(Message("It had printed: {text}", text=loss.printed))

    def _open_next(self, watch: Watch) -> Engine:
        """Open the first of the candidates left that opens."""
        while True:
            try:
                return self._open(self._left[0], watch)
            except EngineError as problem:
                if len(self._left) < 2:
                    raise
                self._tell(problem.message)
                self._left.pop(0)
                self._losses = 0

    def _open(self, candidate: Candidate, watch: Watch) -> Engine:
        options = EngineOptions(self._options.threads, candidate.device, self._options.precision)
        if candidate.interpreter is None:
            return create_engine(
                candidate.engine,
                self._file,
                options.threads,
                options.device,
                options.precision,
            )
        return IsolatedEngine(
            candidate.interpreter, candidate.engine, self._file, options, watch, self._patience
        )


def _finished(ticket: Ticket, watch: Watch) -> FloatArray:
    """Return a block that an engine which works by itself was given, sharpened."""
    engine, work = ticket.engine, ticket.work
    if isinstance(engine, runtime.RuntimeEngine) and isinstance(work, runtime.Ticket):
        return engine.finish(work, watch)
    if isinstance(engine, IsolatedEngine) and isinstance(work, Job):
        return engine.finish(work, watch)
    raise TypeError(f"a ticket of {type(engine).__name__}")
