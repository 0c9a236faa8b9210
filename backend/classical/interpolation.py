"""Interpolation of MS to PAN's grid, which adds no detail: two filters, two geometries.

It is the least that a method has to beat, and the first step of most of them.
"""

from __future__ import annotations

import numpy as np

from qgis_pansharp.backend.arrays import Array
from qgis_pansharp.backend.mtf import as_float, cubic_kernel

# Taps at distances 1, 3, … 11 from the centre of the 23-tap filter, doubled because every other
# sample is an inserted zero; the centre tap is 1 and the remaining ones are 0 (toolbox).
_CDF23 = 2.0 * np.array(
    [
        0.305334091185,
        -0.072698593239,
        0.021809577942,
        -0.005192756653,
        0.000807762146,
        -0.000060081482,
    ]
)


def interpolate(ms: Array, ratio: int) -> Array:
    """Interpolate by cubic convolution (Keys 1981, a = −1/2) in pixel-area geometry.

    MS sample k lies at PAN coordinate `r·k + (r−1)/2`, as in GDAL's cubic resampling; borders are
    replicated. Overshoot is not clipped.

    Args:
        ms: `(B, h, w)`, any unit.
        ratio: r, at least 1.

    Returns:
        `(B, h·r, w·r)`, same unit; float32 for float32 input, else float64.

    Raises:
        ValueError: the image has no three axes, or the ratio is below 1.
    """
    if ms.ndim != 3 or ratio < 1:
        raise ValueError(f"need (B, h, w) and a ratio of at least 1, got {ms.shape}, {ratio}")
    wide = _cubic_rows(as_float(ms).transpose(0, 2, 1), ratio).transpose(0, 2, 1)
    return _cubic_rows(wide, ratio)


def interpolate_23tap(ms: Array, ratio: int) -> Array:
    """Interpolate by the toolbox's 23-tap filter ("EXP"; Aiazzi et al. 2002), with its phase.

    Each doubling keeps the samples and fills in between with a half-band filter; borders are
    circular. Sample k lands on PAN pixel `r·k + r/2` exactly: **half a pixel** to the right of and
    below the pixel-area position `r·k + (r−1)/2` (evaluation.md, section 1.3). For comparisons with
    PanCollection and published figures, not for georeferenced results.

    Args:
        ms: `(B, h, w)`, any unit.
        ratio: r, a power of two, at least 2.

    Returns:
        `(B, h·r, w·r)`, same unit; float32 for float32 input, else float64.

    Raises:
        ValueError: the image has no three axes, or the ratio is no power of two.
    """
    if ms.ndim != 3:
        raise ValueError(f"MS must be (B, h, w), got {ms.shape}")
    if ratio < 2 or ratio & (ratio - 1):
        raise ValueError(f"the 23-tap interpolator needs a power of two, got ratio {ratio}")
    result = as_float(ms)
    for step in range(ratio.bit_length() - 1):
        phase = 1 if step == 0 else 0
        result = _double_rows(result.transpose(0, 2, 1), phase).transpose(0, 2, 1)
        result = _double_rows(result, phase)
    return np.ascontiguousarray(result)


def _cubic_rows(image: Array, ratio: int) -> Array:
    """Interpolate `(B, h, w)` to `(B, h·r, w)`: four taps for each of r phases."""
    bands, height, width = image.shape
    source = np.pad(image, ((0, 0), (2, 2), (0, 0)), mode="edge")
    result = np.empty((bands, height * ratio, width), dtype=image.dtype)
    for phase in range(ratio):
        position = (phase + 0.5) / ratio - 0.5
        first = int(np.floor(position)) - 1
        weights = cubic_kernel(position - np.arange(first, first + 4)).astype(image.dtype)
        result[:, phase::ratio] = sum(
            weights[t] * source[:, 2 + first + t : 2 + first + t + height] for t in range(4)
        )
    return result


def _double_rows(image: Array, phase: int) -> Array:
    """Double the rows of `(B, h, w)`: samples at `2k + phase`, the filter's values in between."""
    bands, height, width = image.shape
    reach = _CDF23.size
    # The value in between that lands on row 0 of its phase precedes sample `1 - phase`.
    first = reach + 1 - phase
    source = np.pad(image, ((0, 0), (reach, reach), (0, 0)), mode="wrap")
    result = np.empty((bands, 2 * height, width), dtype=image.dtype)
    result[:, phase::2] = image
    result[:, 1 - phase :: 2] = sum(
        tap
        * (
            source[:, first - 1 - index : first - 1 - index + height]
            + source[:, first + index : first + index + height]
        )
        for index, tap in enumerate(_CDF23.astype(image.dtype))
    )
    return result
