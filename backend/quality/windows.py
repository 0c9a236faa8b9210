"""Images cut into disjoint blocks, and sums over sliding windows: what the local indices share.

Sums are added up from shifted copies rather than read off a cumulative sum: just as fast for small
windows, and a flat area has exactly no variance.
"""

from __future__ import annotations

import numpy as np

from qgis_pansharp.backend.arrays import Array, DoubleArray


def blocks_of(image: Array, size: int) -> DoubleArray:
    """Cut into disjoint square blocks, row by row; a rest at the bottom or right is left out.

    Args:
        image: `(B, H, W)`, any unit.
        size: block edge S in pixels.

    Returns:
        `(K, B, S·S)` float64.

    Raises:
        ValueError: the image is smaller than a block, or the block is empty.
    """
    bands, height, width = image.shape
    if size < 1 or height < size or width < size:
        raise ValueError(f"an image of {height}×{width} holds no block of {size}×{size}")
    rows, columns = height // size, width // size
    cut = image[:, : rows * size, : columns * size].astype(np.float64, copy=False)
    split = cut.reshape(bands, rows, size, columns, size).transpose(1, 3, 0, 2, 4)
    return split.reshape(rows * columns, bands, size * size)


def window_sums(image: DoubleArray, size: int) -> DoubleArray:
    """Sum over every `size × size` window that lies wholly inside the last two axes.

    Args:
        image: `(…, H, W)`.
        size: window edge in pixels, at least 1.

    Returns:
        `(…, H − size + 1, W − size + 1)`; element (i, j) sums the window that starts there.

    Raises:
        ValueError: the window is empty or larger than the image.
    """
    height, width = image.shape[-2:]
    if size < 1 or height < size or width < size:
        raise ValueError(f"an image of {height}×{width} holds no window of {size}×{size}")
    return _sums(_sums(image, size, -2), size, -1)


def universal_quality(
    covariance: DoubleArray,
    variances: DoubleArray,
    product: DoubleArray,
    squares: DoubleArray,
) -> DoubleArray:
    """Return Wang and Bovik's (2002) `Q = 4 σ_xy μ_x μ_y / ((σ_x²+σ_y²)(μ_x²+μ_y²))`, elementwise.

    Where both signals are constant Q is `2 μ_x μ_y / (μ_x²+μ_y²)`, and 1 where also both means are
    0 (their published code).

    Args:
        covariance: σ_xy, any shape.
        variances: σ_x² + σ_y², with the same divisor as the covariance; same shape.
        product: μ_x μ_y, same shape.
        squares: μ_x² + μ_y², same shape.

    Returns:
        Q in [−1, 1], same shape.
    """
    quality = np.ones_like(squares)
    flat = (variances == 0) & (squares != 0)
    np.divide(2.0 * product, squares, out=quality, where=flat)
    denominator = variances * squares
    np.divide(4.0 * covariance * product, denominator, out=quality, where=denominator != 0)
    return quality


def _sums(image: DoubleArray, size: int, axis: int) -> DoubleArray:
    """Sum `size` neighbours along an axis, doubling the length summed as far as it goes."""
    count = image.shape[axis] - size + 1
    power, run, offset = 1, image, 0
    total: DoubleArray | None = None
    while True:
        if size & power:
            part = _slice(run, axis, offset, count)
            total = part if total is None else total + part
            offset += power
        if power * 2 > size:
            break
        length = run.shape[axis] - power
        run = _slice(run, axis, 0, length) + _slice(run, axis, power, length)
        power *= 2
    return total if total is not None else image


def _slice(image: DoubleArray, axis: int, start: int, length: int) -> DoubleArray:
    """Return `length` elements from `start` along axis −1 or −2, as a view."""
    view: DoubleArray = (
        image[..., start : start + length] if axis == -1 else image[..., start : start + length, :]
    )
    return view
