"""Reprojected indices: the fused image is brought back onto the MS grid as the MS band saw it.

A sharpener that moves colours onto PAN's edges is punished by comparisons that take PAN and MS for
registered. Here each band's offset between the two is estimated first and the fused image, which
lies as PAN does, is looked at that much displaced (Scarpa and Ciotola 2022, Remote Sens. 14(8):
1808). Pixel-area geometry: without offset, MS sample k is centred at PAN coordinate
`r·k + (r−1)/2`. Definitions: design/networks/evaluation.md, section 3.
"""

from __future__ import annotations

import numpy as np

from qgis_pansharp.backend.arrays import Array, DoubleArray
from qgis_pansharp.backend.mtf import Gains, degrade, degrade_along, gains_per_band
from qgis_pansharp.backend.quality.reference import ergas, q2n, sam
from qgis_pansharp.backend.quality.windows import window_sums

_WINDOW = 4  # MS pixels; the publication's code has 16 × 16 PAN pixels
_TINY = 1e-20  # floor of a window's energy, in squared units


def estimate_offsets(
    ms: Array, pan: Array, ratio: int, gains: Gains, *, reach: int = 4
) -> DoubleArray:
    """Return how far PAN lies (down, right) of each MS band, in PAN pixels and steps of a half.

    Of all offsets within reach, the one at which PAN, MTF-filtered and decimated there, has the
    greatest mean local correlation with the band, in windows of 4 × 4 MS pixels; the shorter of two
    equals. The published code compares at PAN's size, with interpolated MS and a shifted PAN. Here
    neither is interpolated: half pixels are read off the Gaussian. A frame as wide as the reach,
    where PAN would be missing, is left out of the mean.

    Args:
        ms: M, `(B, h, w)`, any unit.
        pan: P, `(r·h, r·w)`, any unit.
        ratio: r.
        gains: MS Nyquist gain in (0, 1), one for all bands or one per band.
        reach: half PAN pixels each way; 4 makes the 9 × 9 steps of the publication. An offset that
            lies beyond is not found, whatever comes back.

    Returns:
        `(B, 2)`; 0 where a band or PAN is flat.

    Raises:
        ValueError: shapes, ratio or gains do not fit, the reach is negative, or the image is too
            small for it.
    """
    _check(ms, pan.shape, ratio)
    frame = -(-reach // (2 * ratio))
    if reach < 0 or min(ms.shape[1:]) < 2 * frame + 2 * _WINDOW:
        raise ValueError(f"MS {ms.shape} has no inside for a reach of {reach} half PAN pixels")
    inside = (slice(None), *(slice(frame, n - frame) for n in ms.shape[1:]))
    bands = _deviations(ms[inside].astype(np.float64))
    energies = _energies(bands)
    different, which = np.unique(gains_per_band(gains, len(ms)), return_inverse=True)
    layers = np.broadcast_to(pan.astype(np.float64), (len(different), *pan.shape))

    steps = sorted(range(-reach, reach + 1), key=abs)
    scores = np.empty((len(ms), len(steps), len(steps)))
    for i, down in enumerate(steps):
        rows = degrade_along(layers, ratio, different, 1, down / 2.0)
        for j, right in enumerate(steps):
            low = _deviations(degrade_along(rows, ratio, different, 2, right / 2.0)[inside])
            products = window_sums(bands * low[which], _WINDOW)
            correlation = products / np.sqrt(energies * _energies(low)[which])
            scores[:, i, j] = correlation.mean(axis=(1, 2))

    # The first of the greatest is the shortest: candidates go from the centre outwards.
    places = sorted(np.ndindex(scores.shape[1:]), key=lambda p: steps[p[0]] ** 2 + steps[p[1]] ** 2)
    ranked = scores[(slice(None), *np.transpose(places))]
    best = [places[index] for index in ranked.argmax(axis=1)]
    return np.array([[steps[i] / 2.0, steps[j] / 2.0] for i, j in best])


def reproject(fused: Array, ratio: int, gains: Gains, offsets: Array) -> DoubleArray:
    """Return the fused image as the MS sensor would see it, each band displaced by its offset.

    Args:
        fused: F, `(B, H, W)`, any unit.
        ratio: r.
        gains: MS Nyquist gain in (0, 1), one for all bands or one per band.
        offsets: `(B, 2)`, PAN pixels (down, right), as `estimate_offsets` returns them.

    Returns:
        `(B, H/r, W/r)`, same unit; replicated borders.

    Raises:
        ValueError: shape, ratio, gains or offsets do not fit.
    """
    return degrade(fused.astype(np.float64, copy=False), ratio, gains, offsets)


def r_q2n(
    fused: Array,
    ms: Array,
    pan: Array,
    ratio: int,
    gains: Gains,
    *,
    offsets: Array | None = None,
    reach: int = 4,
    block: int = 32,
) -> float:
    """Return R-Q2ⁿ, [0, 1], ideally 1: Q2ⁿ of the reprojected image and MS.

    Args:
        fused: F, `(B, H, W)`, digital numbers (see `q2n`).
        ms: M, `(B, H/r, W/r)`.
        pan: P, `(H, W)`, any unit.
        ratio: r.
        gains: MS Nyquist gain in (0, 1), one for all bands or one per band.
        offsets: `(B, 2)` PAN pixels; by default those that `estimate_offsets` finds.
        reach: how far it looks, in half PAN pixels.
        block: block edge of Q2ⁿ in MS pixels.

    Raises:
        ValueError: shapes, ratio, gains or offsets do not fit.
    """
    return q2n(_reprojected(fused, ms, pan, ratio, gains, offsets, reach), ms, block)


def r_ergas(
    fused: Array,
    ms: Array,
    pan: Array,
    ratio: int,
    gains: Gains,
    *,
    offsets: Array | None = None,
    reach: int = 4,
) -> float:
    """Return R-ERGAS, at least 0, ideally 0: ERGAS of the reprojected image and MS.

    Arguments and errors as in `r_q2n`; any unit, but no MS band may have the mean 0.
    """
    return ergas(_reprojected(fused, ms, pan, ratio, gains, offsets, reach), ms, ratio)


def r_sam(
    fused: Array,
    ms: Array,
    pan: Array,
    ratio: int,
    gains: Gains,
    *,
    offsets: Array | None = None,
    reach: int = 4,
) -> float:
    """Return R-SAM in degrees, [0, 180], ideally 0: the angle of the reprojected image and MS.

    Arguments and errors as in `r_q2n`; any unit.
    """
    return sam(_reprojected(fused, ms, pan, ratio, gains, offsets, reach), ms)


def d_lambda_reprojected(
    fused: Array,
    ms: Array,
    pan: Array,
    ratio: int,
    gains: Gains,
    *,
    offsets: Array | None = None,
    reach: int = 4,
    block: int = 32,
) -> float:
    """Return D_λ^(R), [0, 1], ideally 0: `1 − R-Q2ⁿ`. Arguments and errors as in `r_q2n`."""
    return 1.0 - r_q2n(fused, ms, pan, ratio, gains, offsets=offsets, reach=reach, block=block)


def _reprojected(
    fused: Array,
    ms: Array,
    pan: Array,
    ratio: int,
    gains: Gains,
    offsets: Array | None,
    reach: int,
) -> DoubleArray:
    """Return the reprojected image, of MS's shape, with estimated offsets if none are given."""
    _check(ms, pan.shape, ratio)
    if fused.shape != (len(ms), *pan.shape):
        raise ValueError(f"F {fused.shape}, MS {ms.shape} and PAN {pan.shape} do not fit")
    if offsets is None:
        offsets = estimate_offsets(ms, pan, ratio, gains, reach=reach)
    return reproject(fused, ratio, gains, offsets)


def _deviations(image: DoubleArray) -> DoubleArray:
    """Return the pixels of `(B, h, w)` that have a whole window, less the window's mean."""
    before, after = (_WINDOW - 1) // 2, _WINDOW // 2
    inner = image[:, before:-after, before:-after]
    return inner - window_sums(image, _WINDOW) / _WINDOW**2


def _energies(deviations: DoubleArray) -> DoubleArray:
    """Return the sum of squares in every window, never quite 0."""
    return np.maximum(window_sums(deviations * deviations, _WINDOW), _TINY)


def _check(ms: Array, size: tuple[int, ...], ratio: int) -> None:
    """Raise unless MS is `(B, h, w)` and PAN's size r times that."""
    if ms.ndim != 3 or size != (ms.shape[1] * ratio, ms.shape[2] * ratio):
        raise ValueError(f"MS {ms.shape} and PAN {size} do not fit at ratio {ratio}")
