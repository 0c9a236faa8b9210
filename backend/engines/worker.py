"""The process that an engine runs in: takes blocks from shared memory and puts results there.

Started by `isolated.IsolatedEngine` with an interpreter that has the engine's packages. A block is
handed to the engine as soon as it comes, so that it is worked on, or on its way to a graphics card,
while the result of the one before it is still brought back. What packages print goes to standard
error; standard output is the protocol's alone (see `protocol`).
"""

from __future__ import annotations

import os
import queue
import sys
import threading
from collections.abc import Mapping
from functools import partial
from typing import Any, BinaryIO, Callable

from qgis_pansharp.backend.arrays import FloatArray
from qgis_pansharp.backend.engines import create_engine, devices_of
from qgis_pansharp.backend.engines.base import Engine, Watch
from qgis_pansharp.backend.engines.protocol import (
    LONGEST_LINE,
    GarbageError,
    decode,
    encode,
    pack_error,
)
from qgis_pansharp.backend.engines.runtime import RuntimeEngine
from qgis_pansharp.backend.engines.shared_buffer import SharedBuffer, aligned

Finish = Callable[[Watch], FloatArray]  # waits for a block that was begun

ORPHANED = 3  # exit code of a worker whose parent has gone
MISUNDERSTOOD = 4


class Stopped(Exception):
    """The parent wants a job no more."""


class Worker:
    """Answers the messages of one parent."""

    def __init__(self, answers: BinaryIO) -> None:
        self._answers = answers
        self._engine: Engine | None = None
        self._slots: dict[int, SharedBuffer] = {}
        self._orders: queue.Queue[dict[str, Any]] = queue.Queue()
        self._stopped: set[int] = set()
        self._telling = threading.Lock()

    def listen(self, orders: BinaryIO) -> None:
        """Take orders until the parent has gone; in a thread, while the engine works."""
        while True:
            line = orders.readline(LONGEST_LINE + 1)
            if not line:
                # nobody waits for what the engine is doing, and nobody could be told
                os._exit(ORPHANED)
            try:
                order = decode(line)
            except GarbageError:
                os._exit(MISUNDERSTOOD)
            op = order.get("op")
            if op == "stop":
                self._stopped.add(int(order["job"]))
            elif op == "map":  # at once: the parent waits with the next block
                self._carry_out(order)
            elif op == "run":
                self._orders.put({**order, "begin": self._begin(order)})
            else:
                self._orders.put(order)

    def work(self) -> None:
        """Carry out orders, one after the other, for ever."""
        while True:
            self._carry_out(self._orders.get())

    def _carry_out(self, order: Mapping[str, Any]) -> None:
        try:
            answer = self._answer(order)
        except Exception as problem:  # told to the parent, which knows what to do
            answer = {"failed": order.get("job"), "error": pack_error(problem)}
        with self._telling:
            self._answers.write(encode(answer))
            self._answers.flush()

    def _answer(self, order: Mapping[str, Any]) -> dict[str, Any]:
        op = order["op"]
        if op == "open":
            return {"ready": self._open(order)}
        if op == "devices":
            return {"devices": [vars(device) for device in devices_of(order["engine"])]}
        if op == "map":
            slot = int(order["slot"])
            if slot in self._slots:
                self._slots.pop(slot).close()
            self._slots[slot] = SharedBuffer.open(order["name"], int(order["size"]))
            return {"mapped": slot}
        return self._run(order)

    def _open(self, order: Mapping[str, Any]) -> dict[str, Any]:
        engine = create_engine(
            order["engine"],
            order["model"],
            threads=order["threads"],
            device=order["device"],
            precision=order["precision"],
        )
        self._engine = engine
        return {key: getattr(engine, key) for key in ("name", "device", "precision", "room")}

    def _images(self, order: Mapping[str, Any]) -> tuple[FloatArray, FloatArray, int]:
        """Return a block's PAN and MS, and where its result goes."""
        slot = self._slots[int(order["slot"])]
        pan = slot.image(0, order["pan"])
        start_of_ms = aligned(pan.nbytes)
        ms = slot.image(start_of_ms, order["ms"])
        return pan, ms, start_of_ms + aligned(ms.nbytes)

    def _begin(self, order: Mapping[str, Any]) -> Finish:
        """Hand a block to the engine; return what waits for its result, or raises the problem."""
        engine = self._engine
        try:
            if engine is None:
                raise RuntimeError("no engine is open")
            pan, ms, _ = self._images(order)
            if not isinstance(engine, RuntimeEngine):
                return partial(engine.run, pan, ms)
            return partial(engine.finish, engine.start(pan, ms))
        except Exception as problem:  # told to the parent when it is this block's turn
            return partial(_fail, problem)

    def _run(self, order: Mapping[str, Any]) -> dict[str, Any]:
        job = int(order["job"])

        def watch(share: float) -> None:
            if job in self._stopped:
                raise Stopped("stopped")

        result = order["begin"](watch)
        _, _, offset = self._images(order)
        slot = self._slots[int(order["slot"])]
        slot.image(offset, result.shape)[...] = result
        return {"done": job, "offset": offset, "shape": list(result.shape)}


def _fail(problem: Exception, watch: Watch) -> FloatArray:
    raise problem


def main() -> None:
    """Serve the parent."""
    orders, answers = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # what libraries print, in C as well
    sys.stdout = sys.stderr
    # libraries that look at their input while they load would wait for the thread that reads it
    nothing = os.open(os.devnull, os.O_RDONLY)
    os.dup2(nothing, 0)
    os.close(nothing)
    worker = Worker(answers)
    threading.Thread(target=worker.listen, args=(orders,), daemon=True).start()
    worker.work()


if __name__ == "__main__":
    main()
