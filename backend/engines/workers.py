"""Threads that share the rows of an image; NumPy lets them run side by side.

Each thread has a scratch memory that it uses again and again: fresh memory costs more than what is
computed in it, because the system clears it first and it is not in the processor's cache.
"""

from __future__ import annotations

import math
import os
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Callable

import numpy as np

from qgis_pansharp.backend.arrays import FloatArray

# More threads than this wait for memory rather than compute.
MOST_THREADS = 8


class Scratch:
    """Memory for what one thread computes in between, by purpose."""

    def __init__(self) -> None:
        self._buffers: dict[str, FloatArray] = {}

    def take(self, purpose: str, shape: tuple[int, ...]) -> FloatArray:
        """Return an array that holds nothing, until the same purpose is asked for again."""
        size = math.prod(shape)
        buffer = self._buffers.get(purpose)
        if buffer is None or buffer.size < size:
            # the old one must go before the new one comes
            self._buffers.pop(purpose, None)
            buffer = self._buffers[purpose] = np.empty(size, np.float32)
        return buffer[:size].reshape(shape)


Work = Callable[[int, int, Scratch], None]


class Workers:
    """A few threads, started when first needed; `close` ends them."""

    def __init__(self, threads: int | None = None) -> None:
        """Use `threads` threads, by default as many as there are cores; `MOST_THREADS` at most."""
        self.threads = max(1, min(threads or os.cpu_count() or 1, MOST_THREADS))
        self._pool: ThreadPoolExecutor | None = None
        self._scratches: list[Scratch] = []

    def over_rows(self, height: int, rows: int, work: Work, at_once: int = MOST_THREADS) -> None:
        """Call `work(first, last, scratch)` for strips of at most `rows` rows, `last` excluded.

        Up to `at_once` strips are written side by side, so `work` must touch only its own rows.
        """
        threads = min(self.threads, at_once)
        remaining = iter(range(0, height, max(1, rows)))

        def until_done() -> None:
            scratch = self._scratches.pop() if self._scratches else Scratch()
            # the settings of NumPy's warnings belong to a thread
            with np.errstate(all="ignore"):
                for start in remaining:
                    work(start, min(start + rows, height), scratch)
            self._scratches.append(scratch)

        if threads == 1 or height <= rows:
            until_done()
            return
        if self._pool is None:
            self._pool = ThreadPoolExecutor(self.threads, thread_name_prefix="pansharp")
        futures: list[Future[None]] = [self._pool.submit(until_done) for _ in range(threads)]
        errors = [future.exception() for future in futures]
        for error in errors:
            if error is not None:
                raise error

    def close(self) -> None:
        """End the threads and free their memory; a later call starts new ones."""
        self._scratches.clear()
        if self._pool is not None:
            self._pool.shutdown()
            self._pool = None
