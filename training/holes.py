"""Holes: places of a scene without data, filled before filters look at them, and passed over after.

A file says so by its nodata value. Without one, 0 in all bands of MS is no data, and so is PAN's 0
where it touches such a place.
"""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt

from qgis_pansharp.backend.pixels import FILL_REACH, block_means, fill_holes

Array = npt.NDArray[Any]

LARGEST_INVALID = 0.05  # share of an MS pixel's footprint that may have no data


def filled(image: Array, valid: Array, pixels: int = 1) -> Array:
    """Fill holes as the product does: from around them, and deep ones with the mean.

    Args:
        image: `(B, h, w)`, any unit.
        valid: `(h, w)` bool, somewhere True.
        pixels: of the image, that make one MS pixel along a side.

    Returns:
        `(B, h, w)`; the image itself where it has no holes.
    """
    if valid.all():
        return image
    mean = image[:, valid].mean(axis=1, dtype=np.float64)
    return fill_holes(image, valid, FILL_REACH * pixels, mean)


def whole(valid: Array, ratio: int) -> Array:
    """Say which MS pixels `(h, w)` have data in all of their footprint in `(r*h, r*w)`."""
    result: Array = valid.reshape(
        valid.shape[0] // ratio, ratio, valid.shape[1] // ratio, ratio
    ).all(axis=(1, 3))
    return result


def mostly(valid: Array, ratio: int) -> Array:
    """Say which MS pixels `(h, w)` have data nearly everywhere in `(r*h, r*w)`."""
    invalid = block_means((~valid).astype(np.float64), ratio)
    result: Array = invalid <= LARGEST_INVALID
    return result


def beside(valid: Array) -> Array:
    """Say which pixels of `(h, w)` are invalid or touch an invalid one, corners included."""
    padded = np.pad(~valid, 1)
    rows = padded[:-2] | padded[1:-1] | padded[2:]
    result: Array = rows[:, :-2] | rows[:, 1:-1] | rows[:, 2:]
    return result


def corners(empty: Array, size: int, most: float) -> Array:
    """Return the corners `(n, 2)`, row by row, of squares of which at most a share is empty.

    Args:
        empty: `(h, w)` bool.
        size: side of the squares, at most h and w.
        most: share of a square.
    """
    total = np.pad(empty.astype(np.int64), ((1, 0), (1, 0))).cumsum(axis=0).cumsum(axis=1)
    sums = total[size:, size:] - total[:-size, size:] - total[size:, :-size] + total[:-size, :-size]
    found: Array = np.argwhere(sums / size**2 <= most)
    return found


def largest_rectangle(valid: Array) -> tuple[int, int, int, int]:
    """Return row, column, rows and columns of the largest rectangle that is valid throughout.

    Of several equally large ones the one that ends highest, then leftmost. No rows and no columns
    where nothing of `(h, w)` is valid.

    >>> largest_rectangle(np.array([[0, 1, 1], [1, 1, 1]], bool))
    (0, 1, 2, 2)
    """
    best = (0, 0, 0, 0)
    heights = np.zeros(valid.shape[1] + 1, dtype=int)  # of the valid run above; the last ends all
    for row, line in enumerate(valid):
        heights[:-1] = np.where(line, heights[:-1] + 1, 0)
        open_: list[tuple[int, int]] = []  # (first column, height) of rectangles that still grow
        for column, height in enumerate(heights.tolist()):
            start = column
            while open_ and open_[-1][1] >= height:
                start, tall = open_.pop()
                if tall * (column - start) > best[2] * best[3]:
                    best = (row - tall + 1, start, tall, column - start)
            open_.append((start, height))
    return best
