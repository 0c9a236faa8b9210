"""Pooling and enlarging: images on another grid than their input's.

Images are `(N, C, H, W)`. Both follow the ONNX specification, where the pixel with index i covers
the interval from i to i + 1 ("half_pixel") unless another convention is asked for.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Callable

import numpy as np

from qgis_pansharp.backend.arrays import Array, DoubleArray

Sizes = Sequence[int]


def average_pool(
    image: Array, kernel: Sizes, strides: Sizes, pads: Sizes, include_padding: bool
) -> Array:
    """Return means over windows of `kernel` (rows, columns); zeros or nothing lie outside."""
    total = _over_windows(image, kernel, strides, pads, 0, np.add)
    if include_padding or not any(pads):
        return np.divide(total, np.float32(kernel[0] * kernel[1]), out=total)
    ones = np.ones((1, 1, *image.shape[2:]), image.dtype)
    return np.divide(total, _over_windows(ones, kernel, strides, pads, 0, np.add), out=total)


def max_pool(image: Array, kernel: Sizes, strides: Sizes, pads: Sizes) -> Array:
    """Return maxima over windows of `kernel` (rows, columns); nothing lies outside."""
    return _over_windows(image, kernel, strides, pads, -np.inf, np.maximum)


def _over_windows(
    image: Array,
    kernel: Sizes,
    strides: Sizes,
    pads: Sizes,
    outside: float,
    combine: Callable[..., Array],
) -> Array:
    top, left, bottom, right = pads
    if any(pads):
        widths = ((0, 0), (0, 0), (top, bottom), (left, right))
        image = np.pad(image, widths, mode="constant", constant_values=outside)
    rows = (image.shape[2] - kernel[0]) // strides[0] + 1
    columns = (image.shape[3] - kernel[1]) // strides[1] + 1
    if rows < 1 or columns < 1:
        raise ValueError(f"an image of shape {image.shape} is too small")
    # along y first: whole rows are combined at full speed, and what remains for x is smaller
    short = image[:, :, : (rows - 1) * strides[0] + 1 : strides[0]].copy()
    for y in range(1, kernel[0]):
        shifted = image[:, :, y : y + (rows - 1) * strides[0] + 1 : strides[0]]
        combine(short, shifted, out=short)
    result = short[..., : (columns - 1) * strides[1] + 1 : strides[1]].copy()
    for x in range(1, kernel[1]):
        shifted = short[..., x : x + (columns - 1) * strides[1] + 1 : strides[1]]
        combine(result, shifted, out=result)
    return result


def resize(
    image: Array,
    scales: Sequence[float] | None,
    sizes: Sizes | None,
    mode: str,
    coordinates: str,
    rounding: str,
    coefficient: float,
) -> Array:
    """Resample every axis by its scale, or to its size: "nearest", "linear" or "cubic".

    `coordinates` and `rounding` are ONNX's coordinate_transformation_mode and nearest_mode,
    `coefficient` is the cubic kernel's free parameter.

    Raises:
        ValueError: neither or an unknown convention was given.
    """
    if scales is None and sizes is None:
        raise ValueError("neither scales nor sizes are given")
    for axis in range(image.ndim):
        size = image.shape[axis]
        scale = scales[axis] if scales is not None else (sizes or ())[axis] / size
        wanted = int(np.floor(size * scale)) if sizes is None else sizes[axis]
        if scale == 1 and wanted == size:
            continue
        position = _positions(size, wanted, scale, coordinates)
        if mode == "nearest":
            index = _rounded(position, rounding)
            image = np.take(image, np.clip(index, 0, size - 1), axis=axis)
        else:
            image = _interpolate(image, axis, position, mode, coefficient)
    return image


Positions = DoubleArray


def _positions(size: int, wanted: int, scale: float, coordinates: str) -> Positions:
    """Return where the wanted pixels lie in the image, in its pixels."""
    index = np.arange(wanted, dtype=np.float64)
    if coordinates == "asymmetric":
        return index / scale
    if coordinates == "align_corners":
        return index * (size - 1) / (wanted - 1) if wanted > 1 else index * 0
    if coordinates == "pytorch_half_pixel" and wanted == 1:
        return index * 0
    if coordinates in ("half_pixel", "pytorch_half_pixel"):
        return (index + 0.5) / scale - 0.5
    raise ValueError(f"the convention {coordinates} is not known")


def _rounded(position: Positions, rounding: str) -> Array:
    # positions such as 3 * (1/3) fall short of their whole number by one digit
    position = np.round(position, 9)
    functions: dict[str, Callable[[Positions], Positions]] = {
        "floor": np.floor,
        "ceil": np.ceil,
        "round_prefer_floor": lambda p: np.ceil(p - 0.5),
        "round_prefer_ceil": lambda p: np.floor(p + 0.5),
    }
    if rounding not in functions:
        raise ValueError(f"the rounding {rounding} is not known")
    return functions[rounding](position).astype(np.int64)


def _interpolate(
    image: Array, axis: int, position: Positions, mode: str, coefficient: float
) -> Array:
    """Weigh the neighbours along one axis; the edge is replicated."""
    base = np.floor(position)
    offset = position - base
    if mode == "linear":
        taps = {0: 1 - offset, 1: offset}
    elif mode == "cubic":
        taps = {tap: _keys(offset - tap, coefficient) for tap in (-1, 0, 1, 2)}
    else:
        raise ValueError(f"the interpolation {mode} is not known")
    along = [1] * image.ndim
    along[axis] = -1
    total: Array | None = None
    for tap, weight in taps.items():
        index = np.clip(base.astype(np.int64) + tap, 0, image.shape[axis] - 1)
        part = np.take(image, index, axis=axis)
        np.multiply(part, weight.reshape(along).astype(image.dtype), out=part)
        total = part if total is None else np.add(total, part, out=total)
    if total is None:
        raise ValueError("there is nothing to interpolate")
    return total


def _keys(distance: Positions, a: float) -> Positions:
    """Keys' cubic convolution kernel (IEEE TASSP 29, 1981)."""
    d = np.abs(distance)
    near = (a + 2) * d**3 - (a + 3) * d**2 + 1
    far = a * d**3 - 5 * a * d**2 + 8 * a * d - 4 * a
    return np.where(d <= 1, near, far)
