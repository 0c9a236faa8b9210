"""Component substitution: PAN takes the place of an intensity that is mixed from the MS bands."""

from __future__ import annotations

import numpy as np

from qgis_pansharp.backend.arrays import Array, DoubleArray
from qgis_pansharp.backend.classical.interpolation import interpolate
from qgis_pansharp.backend.classical.pair import as_pair
from qgis_pansharp.backend.classical.statistics import (
    covariance,
    mean,
    noise_variance,
    quotient,
    variance,
)
from qgis_pansharp.backend.mtf import reduce_pan


def gsa(pan: Array, ms: Array, ratio: int) -> Array:
    """Sharpen by adaptive Gram-Schmidt (Aiazzi, Baronti and Selva 2007).

    `F_b = M↑_b + g_b · (P − I)`, with the intensity `I = Σ_i w_i M↑_i + c` whose weights and
    constant are the least-squares fit of MS to `reduce_pan(P)`, and `g_b = cov(I, M↑_b) / var(I)`.
    P − I is freed of its mean, so that every band keeps its own. No gain where I is flat.

    Args:
        pan: P, `(r·h, r·w)`, any unit.
        ms: M, `(B, h, w)`, any unit, not interpolated.
        ratio: r.

    Returns:
        `(B, r·h, r·w)`, MS's unit; float32 if both inputs are, else float64.

    Raises:
        ValueError: shapes and ratio do not fit.
    """
    sharp, colours = as_pair(pan, ms, ratio)
    weights = _weights(reduce_pan(sharp, ratio), colours)
    result = interpolate(colours, ratio)
    intensity = np.tensordot(weights.astype(result.dtype), result, axes=1)
    spread, floor = variance(intensity), noise_variance(intensity)
    detail = sharp - intensity
    detail -= mean(detail)
    for band in result:
        band += detail * quotient(covariance(intensity, band), spread, floor)
    return result


def _weights(target: Array, bands: Array) -> DoubleArray:
    """Return the weights `(B,)` of bands `(B, h, w)` whose sum, plus a constant, fits `(h, w)`."""
    columns = bands.reshape(len(bands), -1).astype(np.float64).T
    columns -= columns.mean(axis=0)
    columns[:, np.square(columns).mean(axis=0) <= noise_variance(bands)] = 0.0
    # The columns are centred, so the constant would not change the weights.
    values = target.ravel().astype(np.float64)
    weights: DoubleArray = np.linalg.lstsq(columns, values, rcond=None)[0]
    return weights
