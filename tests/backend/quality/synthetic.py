"""The synthetic pair of evaluation.md, section 5, whose indices are known."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
import numpy.typing as npt

Array = npt.NDArray[np.float64]


class Pair(NamedTuple):
    reference: Array
    fused: Array
    pan: Array


def synthetic_pair(bands: int, size: int = 256) -> Pair:
    y, x = np.mgrid[0:size, 0:size]
    b = np.arange(bands)[:, None, None]
    turn = 2.0 * np.pi / 256.0
    reference = (
        600.0
        + 100.0 * b
        + 200.0 * np.sin(turn * (b + 1) * x) * np.cos(turn * (b + 2) * y)
        + 60.0 * np.sin(turn * (40 + 3 * b) * x + b)
        + 40.0 * np.cos(turn * (50 + 2 * b) * y)
    )
    ripple = 15.0 * np.sin(turn * (7 + b) * (x + y))
    fused = reference * (1.0 + 0.02 * (b + 1)) + ripple - 5.0 * b
    return Pair(np.round(reference), np.round(fused), np.round(reference.mean(axis=0)))
