"""Pixels of a scene: windows of both rasters with a mirrored edge, holes filled, samples.

Everything is in the scene's PAN pixels. What a window holds never depends on how the scene is cut
into blocks.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from qgis_pansharp.backend.arrays import Array
from qgis_pansharp.backend.blocks import Block, split
from qgis_pansharp.backend.raster import Reader
from qgis_pansharp.backend.scene import Scene

SAMPLE_SIDE = 64  # MS pixels a side of the windows that are sampled
SAMPLE_WINDOWS = 256
FILL_REACH = 8  # MS pixels from which a hole is filled; what lies deeper gets the scene's mean


@dataclass(frozen=True)
class PairWindow:
    """PAN `(1, r*h, r*w)` and MS `(B, h, w)` in digital numbers, float32, without holes.

    `valid (core height, core width)` says which pixels of the core hold data in both.
    """

    pan: Array
    ms: Array
    valid: Array


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


class PairReader:
    """Windows of a scene's two rasters. A context manager."""

    def __init__(self, scene: Scene) -> None:
        """Open both rasters read-only."""
        self._scene = scene
        self._pan = Reader(scene.pan.path, "PAN")
        self._ms = Reader(scene.ms.path, "MS")
        self._pan_mean = np.zeros(1)
        self._ms_mean = np.zeros(len(scene.ms.bands))

    def __enter__(self) -> PairReader:
        return self

    def __exit__(self, *_: object) -> None:
        self._pan.close()
        self._ms.close()

    def _read_both(self, window: Block) -> tuple[Array, Array, Array, Array]:
        """PAN and MS of a window at MS pixel corners, float32, each with its valid pixels."""
        scene, ratio = self._scene, self._scene.ratio
        pan, pan_valid = read_mirrored(
            self._pan,
            mirrored(
                scene.pan_row + window.row,
                window.height,
                max(scene.pan_row, 0),
                min(scene.pan_row + scene.height, scene.pan.height),
            ),
            mirrored(
                scene.pan_column + window.column,
                window.width,
                max(scene.pan_column, 0),
                min(scene.pan_column + scene.width, scene.pan.width),
            ),
        )
        ms, ms_valid = read_mirrored(
            self._ms,
            mirrored(
                scene.ms_row + window.row // ratio,
                window.height // ratio,
                scene.ms_row,
                scene.ms_row + scene.ms_rows,
            ),
            mirrored(
                scene.ms_column + window.column // ratio,
                window.width // ratio,
                scene.ms_column,
                scene.ms_column + scene.ms_columns,
            ),
        )
        return pan.astype(np.float32), pan_valid, ms.astype(np.float32), ms_valid

    def sample(self) -> tuple[Array, Array, float]:
        """Sample windows spread evenly over the scene, all of it if it is small.

        Returns:
            PAN averaged over MS pixels `(n,)`, MS `(B, n)`, both at valid pixels, and the lowest
            valid value of MS.
        """
        scene, ratio = self._scene, self._scene.ratio
        windows = split(scene.height, scene.width, SAMPLE_SIDE * ratio)
        step = max(1, len(windows) / SAMPLE_WINDOWS)
        pan_parts, ms_parts = [], []
        for i in range(min(len(windows), SAMPLE_WINDOWS)):
            pan, pan_valid, ms, ms_valid = self._read_both(windows[int(i * step)])
            both = ms_valid & (block_means(pan_valid.astype(np.float32), ratio) == 1)
            pan_parts.append(block_means(np.where(pan_valid, pan[0], 0), ratio)[both])
            ms_parts.append(ms[:, both])
        pan_samples, ms_samples = np.concatenate(pan_parts), np.concatenate(ms_parts, axis=1)
        if pan_samples.size == 0:
            return pan_samples, ms_samples, 0.0
        self._pan_mean = pan_samples.mean(dtype=np.float64, keepdims=True)
        self._ms_mean = ms_samples.mean(axis=1, dtype=np.float64)
        return pan_samples, ms_samples, float(ms_samples.min())

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
        if not (pan_valid.all() and ms_valid.all()):
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
        return PairWindow(np.ascontiguousarray(pan), np.ascontiguousarray(ms), valid[inside])
