"""An engine in a process of its own: whatever happens there, the program that asked lives on.

Follows `Engine`. Beyond it, a block can be started and finished apart, so that the next one is read
and the last one written while the engine works.
"""

from __future__ import annotations

import collections
import contextlib
import queue
import signal
import subprocess  # nosec B404 - starts our own module with an interpreter that the user installed
import sys
import threading
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import TracebackType
from typing import Any, Optional

import numpy as np

from qgis_pansharp.backend.arrays import FloatArray
from qgis_pansharp.backend.engines import child
from qgis_pansharp.backend.engines.base import Watch, checked_inputs, unwatched
from qgis_pansharp.backend.engines.options import Device, EngineOptions
from qgis_pansharp.backend.engines.protocol import (
    LONGEST_LINE,
    GarbageError,
    decode,
    encode,
    unpack_error,
)
from qgis_pansharp.backend.engines.shared_buffer import SharedBuffer, aligned
from qgis_pansharp.backend.errors import EngineError
from qgis_pansharp.backend.messages import Message

SLOTS = 2
POLL_SECONDS = 0.1
STOP_SECONDS = 1.0  # that a worker gets to let go of a block nobody wants
KEPT_LINES = 40  # of what a worker printed


class EngineLost(EngineError):
    """The worker process died, hung or spoke garbage; another one may do better.

    `printed` is the end of what it had printed, for the log.
    """

    printed = ""


@dataclass(frozen=True)
class Interpreter:
    """A Python that has an engine's packages; `paths` are folders of theirs it does not know."""

    python: Path
    paths: tuple[Path, ...] = ()


@dataclass(frozen=True)
class Patience:
    """How long a worker may keep silent, in seconds.

    A block may take `factor` times as long as the slowest one before it did for its size, and
    `least` at least; the first one is expected to go at `first_speed` PAN pixels a second, and gets
    no more than `longest`, for blocks that a graphics card holds are large and take it seconds.
    """

    opening: float = 300.0
    least: float = 60.0
    factor: float = 10.0
    first_speed: float = 20_000.0
    longest: float = 900.0

    def of_block(self, pixels: int, slowest: float | None) -> float:
        """Return the limit for a block; `slowest` is in seconds per PAN pixel, None at first."""
        if slowest is None:
            expected = min(self.factor * pixels / self.first_speed, self.longest)
        else:
            expected = self.factor * pixels * slowest
        return max(self.least, expected)


DEFAULT_OPTIONS = EngineOptions()
DEFAULT_PATIENCE = Patience()


@dataclass
class Job:
    """A block that was handed over; `answer` is set when the worker has told about it."""

    number: int
    slot: int
    pixels: int
    started: float = field(default_factory=time.monotonic)
    answer: Optional[Mapping[str, Any]] = None  # noqa: UP045 - evaluated by Python 3.9


class IsolatedEngine:
    """Runs one model in a worker process; see `Engine`. To be used by one thread at a time.

    `name`, `device`, `precision` and `room` are the worker's.

    Raises:
        EngineLost: the worker does not start, or died on the way.
        EngineError, ModelError: as the engine itself raises them.
    """

    def __init__(
        self,
        interpreter: Interpreter,
        engine: str,
        model_file: str | Path,
        options: EngineOptions = DEFAULT_OPTIONS,
        watch: Watch = unwatched,
        patience: Patience = DEFAULT_PATIENCE,
    ) -> None:
        self._patience = patience
        self._worker = _Process(interpreter, engine)
        self._slots: dict[int, SharedBuffer] = {}
        self._free = list(range(SLOTS))
        self._jobs: dict[int, Job] = {}
        self._count = 0
        self._slowest: float | None = None
        self._busy_since = 0.0
        try:
            self._worker.send(
                {
                    "op": "open",
                    "engine": engine,
                    "model": str(Path(model_file).resolve()),
                    "threads": options.threads,
                    "device": options.device,
                    "precision": options.precision,
                }
            )
            ready = self._wait_for("ready", watch)
            self.name, self.device, self.precision = (
                str(ready[key]) for key in ("name", "device", "precision")
            )
            self.room = max(0, int(ready["room"]))
        except (KeyError, TypeError, ValueError, OverflowError) as problem:
            self.close()
            raise self._worker.lost(_garbage(problem)) from problem
        except BaseException:
            self.close()
            raise

    @property
    def process_id(self) -> int:
        """The worker's number in the operating system."""
        return self._worker.process.pid

    def start(self, pan: FloatArray, ms: FloatArray) -> Job:
        """Hand over PAN `(1, H, W)` and MS `(B, h, w)`; at most `SLOTS` jobs at a time.

        Raises:
            EngineError: the arrays are no block.
            EngineLost: the worker has gone.
            MemoryError: there is no room for the block in shared memory.
        """
        images = checked_inputs(pan, ms)
        if not self._free:
            raise ValueError(f"{SLOTS} jobs are under way already; finish one first")
        slot = self._free[-1]
        shared = self._shared(slot, images["pan"][0], images["ms"][0])
        shared.image(0, pan.shape)[...] = images["pan"][0]
        shared.image(aligned(4 * pan.size), ms.shape)[...] = images["ms"][0]
        self._count += 1
        job = Job(self._count, slot, int(pan.size))
        if not self._jobs:
            self._busy_since = time.monotonic()
        self._worker.send(
            {
                "op": "run",
                "job": job.number,
                "slot": slot,
                "pan": list(pan.shape),
                "ms": list(ms.shape),
            }
        )
        self._free.remove(slot)
        self._jobs[job.number] = job
        return job

    def finish(self, job: Job, watch: Watch = unwatched) -> FloatArray:
        """Wait for a job; return the sharpened block `(B, H', W')`.

        Whatever `watch` raises stops the job and is raised here.

        Raises:
            EngineLost: the worker died, hung or spoke garbage.
            EngineError: the engine failed on this block.
            MemoryError: the block is too large; a smaller one may do.
        """
        try:
            while job.answer is None:
                limit = self._patience.of_block(job.pixels, self._slowest)
                self._take(self._worker.receive(self._busy_since + limit, watch))
        except EngineError:
            raise
        except BaseException:
            self._stop(job)
            raise
        answer, job.answer = job.answer, {}
        try:
            if "error" in answer:
                raise unpack_error(answer["error"])
            room = self._slots[job.slot]
            result = np.array(room.image(int(answer["offset"]), answer["shape"]))
        except (GarbageError, KeyError, TypeError, ValueError, OverflowError) as problem:
            raise self._worker.lost(_garbage(problem)) from problem
        finally:
            self._release(job)
        return result

    def run(self, pan: FloatArray, ms: FloatArray, watch: Watch = unwatched) -> FloatArray:
        """Sharpen PAN `(1, H, W)` and MS `(B, h, w)`; see `Engine.run`."""
        return self.finish(self.start(pan, ms), watch)

    def devices(self, engine: str, watch: Watch = unwatched) -> list[Device]:
        """Return what an engine can run on, as the worker sees it."""
        self._worker.send({"op": "devices", "engine": engine})
        found = self._wait_for("devices", watch)
        return read_devices(found)

    def close(self) -> None:
        """End the worker; nothing of it stays."""
        self._worker.end()
        for room in self._slots.values():
            room.close()
        self._slots.clear()
        self._jobs.clear()

    def __enter__(self) -> IsolatedEngine:
        """Return the engine itself."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        """Close the engine."""
        self.close()

    def _shared(self, slot: int, pan: FloatArray, ms: FloatArray) -> SharedBuffer:
        """Return the slot's memory, large enough for both images and a result as large as PAN."""
        needed = aligned(pan.nbytes) + aligned(ms.nbytes) + ms.shape[0] * pan.nbytes
        room = self._slots.get(slot)
        if room is not None and room.size >= needed:
            return room
        if room is not None:
            self._slots.pop(slot).close()
        room = SharedBuffer.create(needed)
        try:
            self._worker.send({"op": "map", "slot": slot, "name": room.name, "size": room.size})
            self._wait_for("mapped", unwatched, self._patience.least)
        except EngineLost:
            room.close()
            raise
        except EngineError as problem:  # such as a system that hides one process from another
            room.close()
            reason = Message("it cannot open shared memory: {what}", what=problem.message)
            raise self._worker.lost(reason) from problem
        except BaseException:
            room.close()
            raise
        room.forget()
        self._slots[slot] = room
        return room

    def _wait_for(self, key: str, watch: Watch, limit: float | None = None) -> Any:
        """Wait for an answer that is no job's; return what it says under its key."""
        until = time.monotonic() + (self._patience.opening if limit is None else limit)
        while True:
            answer = self._worker.receive(until, watch)
            if key in answer:
                return answer[key]
            if answer.get("failed", 0) is None:
                try:
                    raise unpack_error(answer["error"])
                except (GarbageError, KeyError) as problem:
                    raise self._worker.lost(_garbage(problem)) from problem
            self._take(answer)

    def _take(self, answer: Mapping[str, Any]) -> None:
        """Give an answer to the job that it is about."""
        number = answer.get("done", answer.get("failed"))
        job = self._jobs.get(number) if isinstance(number, int) else None
        if job is None or job.answer is not None:
            raise self._worker.lost(_garbage(f"an answer of {sorted(answer)}"))
        job.answer = answer
        now = time.monotonic()
        if "done" in answer:
            pace = (now - max(self._busy_since, job.started)) / job.pixels
            self._slowest = max(pace, self._slowest or 0.0)
        self._busy_since = now

    def _stop(self, job: Job) -> None:
        """Let the worker drop a job that nobody waits for; end it where it does not."""
        until = time.monotonic() + STOP_SECONDS
        try:
            self._worker.send({"op": "stop", "job": job.number})
            while job.answer is None:
                self._take(self._worker.receive(until, unwatched))
        except EngineError:
            self.close()
        self._release(job)

    def _release(self, job: Job) -> None:
        if self._jobs.pop(job.number, None) is not None:
            self._free.append(job.slot)


class _Process:
    """The worker's process, its pipes, and what it printed."""

    def __init__(self, interpreter: Interpreter, engine: str) -> None:
        self._engine = engine
        self._answers: queue.Queue[bytes] = queue.Queue()
        self._printed: collections.deque[str] = collections.deque(maxlen=KEPT_LINES)
        try:
            self.process = _spawn(interpreter)
        except OSError as problem:
            raise EngineLost(
                "The engine {engine} cannot be started with {python} ({reason}); install it "
                "again, or choose the engine builtin, which needs nothing.",
                engine=engine,
                python=str(interpreter.python),
                reason=problem,
            ) from problem
        self._threads = [
            threading.Thread(target=work, daemon=True) for work in (self._listen, self._drain)
        ]
        for thread in self._threads:
            thread.start()

    def _listen(self) -> None:
        with contextlib.suppress(ValueError, OSError):  # closed at the end
            while True:
                line = self.process.stdout.readline(LONGEST_LINE + 1)  # type: ignore[union-attr]
                self._answers.put(line)
                if not line:
                    return

    def _drain(self) -> None:
        with contextlib.suppress(ValueError, OSError):
            for line in iter(lambda: self.process.stderr.readline(2000), b""):  # type: ignore[union-attr]
                self._printed.append(line.decode("utf-8", "replace").rstrip())

    def send(self, message: Mapping[str, Any]) -> None:
        """Send a message.

        Raises:
            EngineLost: the process has gone.
        """
        try:
            self.process.stdin.write(encode(message))  # type: ignore[union-attr]
            self.process.stdin.flush()  # type: ignore[union-attr]
        except (OSError, ValueError) as problem:
            raise self.lost(self._end_of_process()) from problem

    def receive(self, until: float, watch: Watch) -> dict[str, Any]:
        """Return the next message.

        Args:
            until: the moment after which the process counts as hung.
            watch: called now and then; what it raises is raised here.

        Raises:
            EngineLost: the process died, hung or spoke garbage.
        """
        while True:
            try:
                line = self._answers.get(timeout=POLL_SECONDS)
            except queue.Empty:
                watch(0.0)
                if time.monotonic() > until:
                    raise self.lost(Message("it did not answer in time")) from None
                continue
            if not line:
                raise self.lost(self._end_of_process())
            try:
                return decode(line)
            except GarbageError as problem:
                raise self.lost(_garbage(problem)) from problem

    def lost(self, reason: Message) -> EngineLost:
        """End the process; return the error that says why."""
        self.end()
        error = EngineLost(
            "The engine {engine} was lost ({reason}); choose the engine builtin, or a smaller "
            "block size.",
            engine=self._engine,
            reason=reason,
        )
        error.printed = "\n".join(self._printed)
        return error

    def _end_of_process(self) -> Message:
        """Say how the process ended."""
        try:
            code = self.process.wait(STOP_SECONDS)
        except subprocess.TimeoutExpired:
            return Message("it closed its output")
        if code < 0:
            try:
                name = signal.Signals(-code).name
            except ValueError:
                name = str(-code)
            return Message("its process was ended by the signal {name}", name=name)
        return Message("its process ended with code {code}", code=code)

    def end(self) -> None:
        """Kill the process and let go of it; does nothing the second time."""
        if self.process.poll() is None:
            self.process.kill()
        self.process.wait()
        for thread in self._threads:
            thread.join(STOP_SECONDS)
        for pipe in (self.process.stdin, self.process.stdout, self.process.stderr):
            if pipe is not None:
                with contextlib.suppress(OSError):
                    pipe.close()


def _spawn(interpreter: Interpreter) -> subprocess.Popen[bytes]:
    arguments = child.command(interpreter.python, "engines.worker", paths=interpreter.paths)
    flags = getattr(subprocess, "CREATE_NO_WINDOW", 0)  # Windows only
    return subprocess.Popen(  # nosec B603 - our own module, an absolute path, no shell
        arguments,
        env=child.environment(),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        creationflags=flags,
        start_new_session=sys.platform != "win32",  # Ctrl+C is for the parent to handle
    )


def read_devices(found: object) -> list[Device]:
    """Return devices from plain values; what is none is left out."""
    devices = []
    for entry in found if isinstance(found, list) else []:
        if isinstance(entry, dict) and isinstance(entry.get("name"), str):
            memory = entry.get("memory")
            title = str(entry.get("title", entry["name"]))
            devices.append(Device(entry["name"], title, memory if isinstance(memory, int) else 0))
    return devices


def _garbage(problem: object) -> Message:
    return Message("it answered with garbage: {what}", what=str(problem))
