"""Pixels of a scene: windows of both rasters with a mirrored edge, holes filled, samples.

Everything is in the scene's PAN pixels. What a window holds never depends on how the scene is cut
into blocks.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

import numpy as np

from qgis_pansharp.backend.arrays import Array
from qgis_pansharp.backend.blocks import Block
from qgis_pansharp.backend.raster import Reader
from qgis_pansharp.backend.registration import LANCZOS, ShiftEstimator, Shifts, margin_of, move
from qgis_pansharp.backend.scene import Scene

SAMPLE_SIDE = 64  # MS pixels a side of the windows that are sampled
SAMPLE_GRID = 16  # windows along each side of the grid that is read first
SAMPLE_LEAST = 20_000  # MS pixels
SAMPLE_BANDS = 16  # of more bands fewer pixels are kept, lest memory grows with them
# share of the sampled MS pixels in which PAN must have no hole, lest those with holes count too
SAMPLE_WHOLE = 0.1
SHIFT_WINDOWS = 64  # of the windows read first: those that PAN's shift is estimated from
FILL_REACH = 8  # MS pixels from which a hole is filled; what lies deeper gets the scene's mean

T = TypeVar("T")


@dataclass(frozen=True)
class PairWindow:
    """PAN `(1, r*h, r*w)` and MS `(B, h, w)` in digital numbers, float32, without holes.

    `valid (core height, core width)` says which pixels of the core hold data in both. `given` is MS
    as its file has it, while `ms` may have been moved, which rings beside what is bright.
    """

    pan: Array
    ms: Array
    valid: Array
    given: Array


def mirrored(start: int, length: int, low: int, high: int) -> Array:
    """Return the indices in [low, high) of a run, mirrored at the outer edges of the end pixels.

    Both rasters are mirrored at the same line on the ground. A run may stick out by any amount.

    >>> mirrored(-2, 6, 0, 3).tolist()
    [1, 0, 0, 1, 2, 2]
    """
    size = high - low
    index = (np.arange(start, start + length) - low) % (2 * size)
    folded: Array = np.where(index < size, index, 2 * size - 1 - index) + low
    return folded


def read_mirrored(reader: Reader, rows: Array, columns: Array) -> tuple[Array, Array]:
    """Read the pixels at given rows and columns; return `(B, h, w)` and valid `(h, w)`."""
    row, column = int(rows.min()), int(columns.min())
    pixels, valid = reader.read(
        row, column, int(rows.max()) - row + 1, int(columns.max()) - column + 1
    )
    at = np.ix_(rows - row, columns - column)
    return pixels[:, at[0], at[1]], valid[at]


def fill_holes(pixels: Array, valid: Array, reach: int, otherwise: Array) -> Array:
    """Replace invalid pixels by the mean of the valid ones around them, ring by ring.

    Args:
        pixels: `(B, h, w)` float32.
        valid: `(h, w)` bool.
        reach: rings to fill; deeper pixels get `otherwise`.
        otherwise: `(B,)`.

    Returns:
        `(B, h, w)`; each value depends on pixels within `reach` alone.
    """
    known = valid.astype(np.float32)
    filled = np.where(valid, pixels, np.float32(0))
    for _ in range(reach):
        weight = _box_sum(known[None])[0]
        grown = (weight > 0) & (known == 0)
        if not grown.any():
            break
        mean = _box_sum(filled) / np.maximum(weight, 1)
        filled = np.where(grown, mean, filled)
        known = np.where(grown, np.float32(1), known)
    result: Array = np.where(known > 0, filled, otherwise[:, None, None].astype(np.float32))
    return result


def _box_sum(image: Array) -> Array:
    """Sum over 3x3 neighbours of `(B, h, w)`, zeros outside."""
    padded = np.pad(image, ((0, 0), (1, 1), (1, 1)))
    rows = padded[:, :-2] + padded[:, 1:-1] + padded[:, 2:]
    total: Array = rows[:, :, :-2] + rows[:, :, 1:-1] + rows[:, :, 2:]
    return total


def block_means(image: Array, ratio: int) -> Array:
    """Average `(r*h, r*w)` over MS pixels, to `(h, w)`."""
    height, width = image.shape[0] // ratio, image.shape[1] // ratio
    means: Array = image.reshape(height, ratio, width, ratio).mean(axis=(1, 3))
    return means


def spread(positions: Sequence[T], count: int) -> list[T]:
    """Return at most `count` of the positions, evenly spread from the first to the last.

    >>> spread(range(10), 4)
    [0, 3, 6, 9]
    """
    if len(positions) <= count:
        return list(positions)
    return [positions[i * (len(positions) - 1) // (count - 1)] for i in range(count)]


def _read_unshifted(
    reader: Reader,
    rows: Array,
    columns: Array,
    shift: tuple[float, float],
    size: tuple[int, int],
    otherwise: Array,
) -> tuple[Array, Array]:
    """Read a raster at rows and columns as they are once a shift is undone.

    The scene's mirrored edges are those of the moved raster, so that both stay at the same line;
    where the shift leads out of the file, the file itself is mirrored. A pixel is valid where the
    one nearest to its place is; invalid ones around it are filled before they are interpolated.

    Args:
        shift: (down, right) in the raster's pixels.
        size: rows and columns of the file.
        otherwise: `(B,)`, what deep holes are filled with.

    Returns:
        `(B, h, w)` float32 and valid `(h, w)`.
    """
    if not any(shift):
        pixels, valid = read_mirrored(reader, rows, columns)
        return pixels.astype(np.float32), valid
    down, right = shift
    margin = margin_of(down, right) + LANCZOS  # what is interpolated, and what fills that
    row, column = int(rows.min()), int(columns.min())
    height, width = int(rows.max()) - row + 1, int(columns.max()) - column + 1
    pixels, valid = read_mirrored(
        reader,
        mirrored(row - margin, height + 2 * margin, 0, size[0]),
        mirrored(column - margin, width + 2 * margin, 0, size[1]),
    )
    pixels = pixels.astype(np.float32)
    if not valid.all():
        pixels = fill_holes(pixels, valid, LANCZOS, otherwise)
    at, nearest = (
        np.ix_(rows - row + y, columns - column + x)
        for y, x in ((0, 0), (margin + round(down), margin + round(right)))
    )
    return move(pixels, down, right, margin)[:, at[0], at[1]], valid[nearest]


class PairReader:
    """Windows of a scene's two rasters. A context manager."""

    def __init__(self, scene: Scene) -> None:
        """Open both rasters read-only."""
        self._scene = scene
        self._pan = Reader(scene.pan.path, "PAN")
        self._ms = Reader(scene.ms.path, "MS")
        self._pan_mean = np.zeros(1)
        self._ms_mean = np.zeros(len(scene.ms.bands))
        self.shifts = Shifts()  # that are undone
        self.pan_values = np.empty(0, np.float32)  # some pixels of PAN as they are, once sampled

    def __enter__(self) -> PairReader:
        return self

    def __exit__(self, *_: object) -> None:
        self._pan.close()
        self._ms.close()

    def _read_both(self, window: Block) -> tuple[Array, Array, Array, Array]:
        """PAN and MS of a window at MS pixel corners, float32, each with its valid pixels."""
        return *self._read_pan(window), *self._read_ms(window, self.shifts.ms)

    def _read_pan(self, window: Block) -> tuple[Array, Array]:
        """PAN `(1, h, w)` of a window, its shift undone, with its valid pixels."""
        scene = self._scene
        rows = mirrored(
            scene.pan_row + window.row,
            window.height,
            max(scene.pan_row, 0),
            min(scene.pan_row + scene.height, scene.pan.height),
        )
        columns = mirrored(
            scene.pan_column + window.column,
            window.width,
            max(scene.pan_column, 0),
            min(scene.pan_column + scene.width, scene.pan.width),
        )
        size = scene.pan.height, scene.pan.width
        return _read_unshifted(self._pan, rows, columns, self.shifts.pan, size, self._pan_mean)

    def _read_ms(self, window: Block, off: tuple[float, float]) -> tuple[Array, Array]:
        """MS `(B, h, w)` of a window, a shift in PAN pixels undone, with its valid pixels."""
        scene, ratio = self._scene, self._scene.ratio
        rows = mirrored(
            scene.ms_row + window.row // ratio,
            window.height // ratio,
            scene.ms_row,
            scene.ms_row + scene.ms_rows,
        )
        columns = mirrored(
            scene.ms_column + window.column // ratio,
            window.width // ratio,
            scene.ms_column,
            scene.ms_column + scene.ms_columns,
        )
        shift = off[0] / ratio, off[1] / ratio
        size = scene.ms.height, scene.ms.width
        return _read_unshifted(self._ms, rows, columns, shift, size, self._ms_mean)

    @property
    def masked(self) -> bool:
        """Whether pixels of either raster can be invalid by their headers."""
        return self._pan.masked or self._ms.masked

    @property
    def empty_bands(self) -> list[int]:
        """Numbers of the bands of MS, from 1, that held no data in what was read so far."""
        return [int(i) + 1 for i in np.flatnonzero(~self._ms.held)]

    def sample(
        self, watch: Callable[[], None], shift: ShiftEstimator | None = None
    ) -> tuple[Array, Array]:
        """Sample windows spread evenly over the scene, all of it if it is small.

        Where most of them hold no data, further ones are read until there is enough.

        Args:
            watch: called before each window; may raise to stop.
            shift: shown some of the windows, to find how far PAN lies from MS.

        Returns:
            PAN averaged over MS pixels `(n,)` and MS `(B, n)`, both at valid pixels. MS pixels in
            which PAN has holes are left out, unless nearly all are such (PAN may lack every
            other line).
        """
        pan_parts, ms_parts, whole_parts, count, whole_count = [], [], [], 0, 0
        values = [self.pan_values]
        step = -(-len(self._scene.ms.bands) // SAMPLE_BANDS)
        for number, (window, tells) in enumerate(self._sampled_windows()):
            enough = whole_count >= SAMPLE_LEAST or count * SAMPLE_WHOLE >= SAMPLE_LEAST
            if number >= SAMPLE_GRID**2 and enough:
                break
            watch()
            pan, ms, whole = self._sample_window(window, shift if tells else None, values)
            pan_parts.append(pan[::step])
            ms_parts.append(ms[:, ::step].copy())  # lest all of it stays
            whole_parts.append(whole[::step])
            count += whole.size
            whole_count += int(np.count_nonzero(whole))
        pan_samples, ms_samples = np.concatenate(pan_parts), np.concatenate(ms_parts, axis=1)
        whole = np.concatenate(whole_parts)
        if count * SAMPLE_WHOLE <= whole_count < count and whole.any():
            pan_samples, ms_samples = pan_samples[whole], ms_samples[:, whole]
        self.pan_values = np.concatenate(values)
        if pan_samples.size:
            self._pan_mean = pan_samples.mean(dtype=np.float64, keepdims=True)
            self._ms_mean = ms_samples.mean(axis=1, dtype=np.float64)
        return pan_samples, ms_samples

    def _sampled_windows(self) -> Iterator[tuple[Block, bool]]:
        """Yield an even grid of windows first, then all others.

        With each comes whether to look for PAN's shift there: in some of the grid, for it takes
        time, and in all others, of which no more are read than data is wanting.
        """
        scene, side = self._scene, SAMPLE_SIDE * self._scene.ratio
        rows, columns = range(0, scene.height, side), range(0, scene.width, side)
        first_rows, first_columns = spread(rows, SAMPLE_GRID), spread(columns, SAMPLE_GRID)
        chosen = [(row, column) for row in first_rows for column in first_columns]
        taken, telling = set(chosen), set(spread(chosen, SHIFT_WINDOWS))
        for row, column in chosen:
            yield self._window(row, column, side), (row, column) in telling
        for row in rows:
            for column in columns:
                if (row, column) not in taken:
                    yield self._window(row, column, side), True

    def _window(self, row: int, column: int, side: int) -> Block:
        scene = self._scene
        return Block(row, column, min(side, scene.height - row), min(side, scene.width - column))

    def _sample_window(
        self, window: Block, shift: ShiftEstimator | None, values: list[Array]
    ) -> tuple[Array, Array, Array]:
        """Return PAN's means `(n,)`, MS `(B, n)`, and in which of them PAN has no hole `(n,)`.

        Some of PAN's pixels join `values`, its lowest and its highest among them.
        """
        ratio = self._scene.ratio
        ms, ms_valid = self._read_ms(window, self.shifts.ms)
        if not ms_valid.any():  # a mosaic may be empty nearly everywhere
            return np.empty(0, np.float32), ms[:, ms_valid], np.empty(0, dtype=bool)
        pan, pan_valid = self._read_pan(window)
        share = block_means(pan_valid.astype(np.float32), ratio)
        whole = ms_valid & (share == 1)
        if shift is not None:
            shift.add(pan[0], ms, whole)
        both = ms_valid & (share > 0)
        used = pan[0][pan_valid & both.repeat(ratio, axis=0).repeat(ratio, axis=1)]
        if used.size:
            values += [used[:: ratio**2].copy(), used[[used.argmin(), used.argmax()]]]
        means = block_means(np.where(pan_valid, pan[0], 0), ratio)[both] / share[both]
        return means, ms[:, both], whole[both]

    def read(self, window: Block, core: Block) -> PairWindow:
        """Read a window with its halo, and say what of its core is valid.

        Both are in PAN pixels of the scene; the window starts and ends at MS pixel corners. Holes
        are filled from their surroundings, so that filters never see them.
        """
        ratio = self._scene.ratio
        pan, pan_valid, ms, ms_valid = self._read_both(window)
        inside = (
            slice(core.row - window.row, core.row - window.row + core.height),
            slice(core.column - window.column, core.column - window.column + core.width),
        )
        valid = pan_valid & ms_valid.repeat(ratio, axis=0).repeat(ratio, axis=1)
        if valid[inside].any() and not (pan_valid.all() and ms_valid.all()):
            # read a little more, so that what fills a hole does not depend on the window
            reach = FILL_REACH * ratio
            wider = Block(
                window.row - reach,
                window.column - reach,
                window.height + 2 * reach,
                window.width + 2 * reach,
            )
            pan, pan_valid, ms, ms_valid = self._read_both(wider)
            pan = fill_holes(pan, pan_valid, reach, self._pan_mean)[:, reach:-reach, reach:-reach]
            ms = fill_holes(ms, ms_valid, FILL_REACH, self._ms_mean)[
                :, FILL_REACH:-FILL_REACH, FILL_REACH:-FILL_REACH
            ]
        given = ms
        if any(self.shifts.ms):
            stored, known = self._read_ms(window, (0.0, 0.0))
            given = np.where(known, stored, ms)
        return PairWindow(np.ascontiguousarray(pan), np.ascontiguousarray(ms), valid[inside], given)
