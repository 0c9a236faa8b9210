"""Moments of whole images in double precision, and quotients of them that survive flat images."""

from __future__ import annotations

import numpy as np

from qgis_pansharp.backend.arrays import Array
from qgis_pansharp.backend.mtf import as_float

_ROWS = 256  # rows at a time in double precision


def mean(image: Array) -> float:
    """Return the mean of `(H, W)`, in its unit."""
    return float(image.mean(dtype=np.float64))


def covariance(first: Array, second: Array) -> float:
    """Return the covariance, with divisor N, of two `(H, W)`, in the product of their units."""
    means = mean(first), mean(second)
    total = 0.0
    for row in range(0, first.shape[0], _ROWS):
        part = slice(row, row + _ROWS)
        total += np.vdot(*(i[part].astype(np.float64) - m for i, m in zip((first, second), means)))
    return float(total / first.size)


def variance(image: Array) -> float:
    """Return the variance, with divisor N, of `(H, W)`, in the square of its unit."""
    return covariance(image, image)


def noise_variance(image: Array) -> float:
    """Return the variance up to which an image counts as flat: what rounding leaves of a constant.

    Args:
        image: any shape and unit; float32 is taken to have been computed in single precision.

    Returns:
        `(64 ε max|x|)²`, in the square of the unit; ε is the spacing of the image's floats at 1.
    """
    precision = float(np.finfo(as_float(image[:0]).dtype).eps)
    return (64.0 * precision * max(abs(float(image.max())), abs(float(image.min())))) ** 2


def quotient(numerator: float, denominator: float, floor: float) -> float:
    """Return the quotient of two moments, or 0 where the denominator does not exceed a floor."""
    return numerator / denominator if denominator > floor else 0.0
