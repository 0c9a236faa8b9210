"""Multiresolution analysis: what the MTF-matched generalised Laplacian pyramid finds in PAN.

Detail is the difference of PAN and its low-pass `P_low`, which is as sharp as interpolated MS: PAN
through the band's MTF filter, decimated and interpolated again (Aiazzi et al. 2002, 2006).
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from qgis_pansharp.backend.arrays import Array
from qgis_pansharp.backend.classical.interpolation import interpolate
from qgis_pansharp.backend.classical.pair import as_pair, low_pass
from qgis_pansharp.backend.classical.statistics import (
    covariance,
    mean,
    noise_variance,
    quotient,
    variance,
)
from qgis_pansharp.backend.mtf import Gains, gains_per_band

# A low-pass with less than this share of PAN's variance counts as flat: PAN is detail only.
_LEAST_SHARE = 0.01


def mtf_glp_fs(pan: Array, ms: Array, ratio: int, gains: Gains = 0.3) -> Array:
    """Sharpen by MTF-GLP with full-scale regression (Vivone, Restaino and Chanussot 2018).

    `F_b = M↑_b + g_b · (P − P_low)`, `g_b = cov(M↑_b, P) / cov(P_low, P)`. No gain where PAN or its
    low-pass is flat.

    Args:
        pan: P, `(r·h, r·w)`, any unit.
        ms: M, `(B, h, w)`, any unit, not interpolated.
        ratio: r.
        gains: MS Nyquist gain in (0, 1), one for all bands or one per band.

    Returns:
        `(B, r·h, r·w)`, MS's unit; float32 if both inputs are, else float64.

    Raises:
        ValueError: shapes, ratio or gains do not fit.
    """
    sharp, colours = as_pair(pan, ms, ratio)
    result = interpolate(colours, ratio)
    floor = noise_variance(sharp) + _LEAST_SHARE * variance(sharp)
    for index, low in _low_passes(sharp, ratio, gains, len(colours)):
        band = result[index]
        band += (sharp - low) * quotient(covariance(band, sharp), covariance(low, sharp), floor)
    return result


def mtf_glp_hpm(pan: Array, ms: Array, ratio: int, gains: Gains = 0.3) -> Array:
    """Sharpen by MTF-GLP with high-pass modulation (Aiazzi et al. 2003; toolbox `MTF_GLP_HPM`).

    `F_b = M↑_b · P_b / P_low,b`, where P_b is PAN with the mean of M↑_b and its contrast:
    `P_b = (P − mean(P)) · std(M↑_b) / std(P_low) + mean(M↑_b)`. Where the equalised low-pass is not
    positive, the factor is 1. Where it is nearly 0, in dark places of bands of high contrast, the
    factor is large: a trait of the method, which is not hidden here.

    Args:
        pan: P, `(r·h, r·w)`, any unit.
        ms: M, `(B, h, w)`, any unit, not interpolated.
        ratio: r.
        gains: MS Nyquist gain in (0, 1), one for all bands or one per band.

    Returns:
        `(B, r·h, r·w)`, MS's unit; float32 if both inputs are, else float64.

    Raises:
        ValueError: shapes, ratio or gains do not fit.
    """
    sharp, colours = as_pair(pan, ms, ratio)
    result = interpolate(colours, ratio)
    floor = noise_variance(sharp) + _LEAST_SHARE * variance(sharp)
    centred = sharp - mean(sharp)
    for index, low in _low_passes(centred, ratio, gains, len(colours)):
        band = result[index]
        contrast = float(np.sqrt(quotient(variance(band), variance(low), floor)))
        level = mean(band)
        factor = centred * contrast + level
        blurred = low * contrast + level
        positive = blurred > 0
        np.divide(factor, blurred, out=factor, where=positive)
        factor[~positive] = 1.0
        band *= factor
    return result


def _low_passes(pan: Array, ratio: int, gains: Gains, bands: int) -> Iterator[tuple[int, Array]]:
    """Yield each band's number with PAN's low-pass for it, one low-pass at a time.

    Bands of one gain follow one another and share it; they come in the order of their gains.
    """
    values = gains_per_band(gains, bands)
    known, low = None, pan
    for index in sorted(range(bands), key=values.__getitem__):
        if values[index] != known:
            known = values[index]
            low = low_pass(pan, ratio, values[index])
        yield index, low
