"""Rows of an output that wait on the disk until they are complete.

A compressed piece of a file, a tile or a strip of whole rows, is stored anew whenever a part of it
is written, and what it took before is lost space. Where blocks of the scene are no whole pieces of
the file, their pixels wait here, uncompressed, until each piece can be written once.
"""

from __future__ import annotations

import contextlib
import tempfile
from collections.abc import Iterator
from pathlib import Path

import numpy as np

from qgis_pansharp.backend.arrays import Array

AT_ONCE = 16_000_000  # bytes of rows that are handed on at once


class WaitingRows:
    """Rows that are filled from left to right, piece by piece, and handed on from top to bottom.

    No more wait than from the first row that is incomplete to the last one that was begun: a row of
    blocks. They lie in a file that vanishes with this object, whatever happens to the process.
    """

    def __init__(
        self, folder: Path, shape: tuple[int, int, int], dtype: np.dtype[np.generic], step: int
    ) -> None:
        """Take nothing yet.

        Args:
            folder: on the disk that holds what waits.
            shape: of the output, (bands, rows, columns).
            dtype: of its pixels.
            step: rows that are handed on together, but for the last ones.
        """
        self._folder, self._step, self._dtype = folder, step, dtype
        self._bands, self._height, self._width = shape
        self._row_size = self._width * self._bands * dtype.itemsize
        self._reached = np.zeros(self._height, np.int64)  # columns of each row that are here
        self._done = 0  # rows that were handed on
        self._capacity = 0  # rows that the file has places for, taken in turns
        self._file = tempfile.TemporaryFile(dir=folder)  # noqa: SIM115 - see `close`

    def put(self, row: int, column: int, pixels: Array) -> bool:
        """Take pixels `(B, h, w)`; say whether they can wait, else they are to be written now.

        They cannot where rows were handed on before, or lack pixels to the left.

        Raises:
            OSError: the disk is full.
        """
        height, width = pixels.shape[1:]
        reached = self._reached[row : row + height]
        if row < self._done or (reached < column).any():
            return False
        if row + height - self._done > self._capacity:
            self._grow(row + height - self._done + self._step)
        lines = np.ascontiguousarray(pixels.transpose(1, 2, 0), self._dtype)
        for i, line in enumerate(lines):
            self._seek(row + i, column)
            self._file.write(line.data)
        self._file.flush()  # so that a full disk is noticed now
        np.maximum(reached, column + width, out=reached)
        return True

    def complete(self) -> Iterator[tuple[int, Array]]:
        """Yield what is complete and was not yet: the first row, and pixels of whole rows."""
        missing = np.flatnonzero(self._reached[self._done :] < self._width)
        end = self._done + int(missing[0]) if missing.size else self._height
        if end < self._height:
            end -= end % self._step
        at_once = max(1, AT_ONCE // self._row_size // self._step) * self._step
        while self._done < end:
            count = min(at_once, end - self._done)
            first, pixels = self._done, self._read(self._done, count)
            self._done += count
            yield first, pixels

    def rest(self) -> Iterator[tuple[int, Array]]:
        """Yield what waits in rows that never became complete."""
        for row in range(self._done, self._height):
            if self._reached[row]:
                yield row, self._read(row, 1)[:, :, : self._reached[row]]

    def close(self) -> None:
        """Let go of the file, and of what waits."""
        with contextlib.suppress(OSError):  # what a full disk did not take
            self._file.close()

    def _seek(self, row: int, column: int = 0) -> None:
        place = row % self._capacity * self._row_size
        self._file.seek(place + column * self._bands * self._dtype.itemsize)

    def _read(self, row: int, count: int) -> Array:
        lines = np.empty((count, self._width, self._bands), self._dtype)
        for i in range(count):
            self._seek(row + i)
            lines[i] = np.frombuffer(self._file.read(self._row_size), self._dtype).reshape(
                self._width, self._bands
            )
        return np.ascontiguousarray(lines.transpose(2, 0, 1))

    def _grow(self, capacity: int) -> None:
        """Move what waits to a file with places for more rows."""
        before, places = self._file, self._capacity
        self._file = tempfile.TemporaryFile(dir=self._folder)  # noqa: SIM115 - see `close`
        self._capacity = capacity
        self._file.truncate(capacity * self._row_size)
        for row in np.flatnonzero(self._reached):
            if row >= self._done:
                before.seek(row % places * self._row_size)
                self._seek(row)
                self._file.write(before.read(self._row_size))
        before.close()
