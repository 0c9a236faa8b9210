"""Brovey: all bands of a pixel are multiplied by one factor, so that its colour stays.

The plain method is GDAL's; BT-H leaves the haze, which carries no detail, out of the product.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from qgis_pansharp.backend.arrays import Array
from qgis_pansharp.backend.classical.interpolation import interpolate
from qgis_pansharp.backend.classical.pair import as_pair, low_pass
from qgis_pansharp.backend.classical.statistics import mean, noise_variance, quotient, variance
from qgis_pansharp.backend.mtf import Gains, as_float, degrade, gains_per_band


def brovey(pan: Array, ms_up: Array, weights: Sequence[float] | None = None) -> Array:
    """Sharpen by GDAL's weighted Brovey: `F_b = M↑_b · P / Σ_i w_i M↑_i`, 0 where the sum is 0.

    Source: GDAL, `gdalpansharpen.cpp` (`gdal_pansharpen.py -w`). Nothing is rounded or clipped.

    Args:
        pan: `(H, W)`, any unit.
        ms_up: `(B, H, W)`, MS interpolated to PAN's grid, in PAN's unit.
        weights: B weights; equal ones that sum to 1 by default.

    Returns:
        `(B, H, W)`; float32 if both inputs are, else float64.

    Raises:
        ValueError: shapes or the number of weights do not fit.
    """
    if ms_up.ndim != 3 or pan.shape != ms_up.shape[1:]:
        raise ValueError(f"PAN {pan.shape} and interpolated MS {ms_up.shape} do not fit")
    bands = ms_up.shape[0]
    if weights is None:
        weights = [1.0 / bands] * bands
    if len(weights) != bands:
        raise ValueError(f"need {bands} weights, got {len(weights)}")
    colours = as_float(ms_up)
    intensity = np.tensordot(np.asarray(weights, dtype=colours.dtype), colours, axes=1)
    factor = np.zeros_like(intensity, dtype=np.result_type(intensity, as_float(pan)))
    np.divide(pan, intensity, out=factor, where=intensity != 0)
    result: Array = colours * factor
    return result


def bt_h(pan: Array, ms: Array, ratio: int, gains: Gains = 0.3) -> Array:
    """Sharpen by the Brovey transform with haze correction, BT-H (Lolli et al. 2017).

    `F_b = (M↑_b − L_b) · P' / I + L_b`, where the haze L_b is the least value of M↑_b,
    `I = Σ_i w_i (M↑_i − L_i)` with the least-squares weights of M for PAN at MS's resolution (no
    constant), and P' is PAN with mean and contrast of I, both measured on PAN's low-pass. Where I
    is not positive, the factor is 1.

    As in the toolbox's `BroveyRegHazeMin` (Vivone et al. 2021), but for the haze, which the toolbox
    takes from fixed shares of the first percentiles where there are four bands, in its order, and
    for weights that are fitted at MS's size.

    Args:
        pan: P, `(r·h, r·w)`, any unit.
        ms: M, `(B, h, w)`, any unit, not interpolated.
        ratio: r.
        gains: MS Nyquist gain in (0, 1), one for all bands or one per band; PAN's low-pass has
            their mean.

    Returns:
        `(B, r·h, r·w)`, MS's unit; float32 if both inputs are, else float64.

    Raises:
        ValueError: shapes, ratio or gains do not fit.
    """
    sharp, colours = as_pair(pan, ms, ratio)
    gain = float(np.mean(gains_per_band(gains, len(colours))))
    columns = colours.reshape(len(colours), -1).T.astype(np.float64)
    target = degrade(sharp[None], ratio, gain).ravel().astype(np.float64)
    weights = np.linalg.lstsq(columns, target, rcond=None)[0]

    result = interpolate(colours, ratio)
    haze = result.min(axis=(1, 2), keepdims=True)
    result -= haze
    intensity = np.tensordot(weights.astype(result.dtype), result, axes=1)
    low = low_pass(sharp, ratio, gain)
    contrast = np.sqrt(quotient(variance(intensity), variance(low), noise_variance(low)))
    factor = (sharp - mean(low)) * float(contrast) + mean(intensity)
    positive = intensity > 0
    np.divide(factor, intensity, out=factor, where=positive)
    factor[~positive] = 1.0
    result *= factor
    result += haze
    return result
