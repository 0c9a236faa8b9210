"""What a pair of PAN and MS must fulfil, and PAN as the multiresolution methods blur it."""

from __future__ import annotations

from qgis_pansharp.backend.arrays import Array
from qgis_pansharp.backend.classical.interpolation import interpolate
from qgis_pansharp.backend.mtf import as_float, degrade


def as_pair(pan: Array, ms: Array, ratio: int) -> tuple[Array, Array]:
    """Return both as floats: float32 if both are, else float64.

    Args:
        pan: `(r·h, r·w)`, any unit.
        ms: `(B, h, w)`, same unit.
        ratio: r, at least 1.

    Raises:
        ValueError: shapes and ratio do not fit.
    """
    if ms.ndim != 3 or ratio < 1 or pan.shape != (ms.shape[1] * ratio, ms.shape[2] * ratio):
        raise ValueError(f"PAN {pan.shape} and MS {ms.shape} do not fit at ratio {ratio}")
    pan, ms = as_float(pan), as_float(ms)
    if pan.dtype != ms.dtype:
        pan, ms = pan.astype("float64", copy=False), ms.astype("float64", copy=False)
    return pan, ms


def low_pass(pan: Array, ratio: int, gain: float) -> Array:
    """Return PAN as sharp as interpolated MS: MTF filter, decimation and interpolation.

    Args:
        pan: `(r·h, r·w)`, any unit.
        ratio: r, at least 1.
        gain: Nyquist gain of an MS band, in (0, 1).

    Returns:
        `(r·h, r·w)`, same unit; float32 for float32 input, else float64.

    Raises:
        ValueError: size, ratio or gain do not fit.
    """
    low: Array = interpolate(degrade(pan[None], ratio, gain), ratio)[0]
    return low
