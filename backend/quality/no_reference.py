"""Indices at full resolution, where no reference exists: against the MS and against the PAN.

Each comes in versions whose figures must never share a table. `decimated=False` is the reference
toolbox's: comparison at PAN's size, `ms` being interpolated to it. `decimated=True` is the
original's: comparison at MS's size. `geometry` says where MS samples lie on the PAN grid (see
`backend.mtf`): "toolbox" for PanCollection and published figures, "pixel-area" for GeoTIFFs.
Definitions and check values: design/networks/evaluation.md, sections 3 and 5.
"""

from __future__ import annotations

import numpy as np

from qgis_pansharp.backend.arrays import Array, DoubleArray
from qgis_pansharp.backend.classical import interpolate, interpolate_23tap
from qgis_pansharp.backend.mtf import Gains, decimate_toolbox, degrade, filter_toolbox, reduce_pan
from qgis_pansharp.backend.quality.reference import q2n, q_bands
from qgis_pansharp.backend.quality.windows import blocks_of, universal_quality, window_sums

GEOMETRIES = ("toolbox", "pixel-area")


def d_lambda_khan(
    fused: Array,
    ms: Array,
    ratio: int,
    gains: Gains,
    *,
    decimated: bool = False,
    geometry: str = "toolbox",
    block: int = 32,
) -> float:
    """Return D_λ^K, [0, 1], ideally 0 (Khan et al. 2009): `1 − Q2ⁿ(MTF-filtered F, MS)`.

    Args:
        fused: F, `(B, H, W)`, digital numbers (see `q2n`).
        ms: `(B, H, W)` interpolated MS, or `(B, H/r, W/r)` MS if `decimated`.
        ratio: r.
        gains: MS Nyquist gain in (0, 1), one for all bands or one per band.
        decimated: compare at MS's size instead of PAN's.
        geometry: "toolbox" decimates at `r·k + r//2`, "pixel-area" reduces about `r·k + (r−1)/2`
            with `degrade`. Without decimation there is no phase and both are the same.
        block: block edge of Q2ⁿ in pixels, of whichever size is compared.

    Raises:
        ValueError: shapes, ratio, gains or geometry do not fit.
    """
    _check(fused, ms, ratio, decimated, geometry)
    image = fused.astype(np.float64, copy=False)
    if decimated and geometry == "pixel-area":
        low = degrade(image, ratio, gains)
    else:
        low = filter_toolbox(image, ratio, gains)
        if decimated:
            low = decimate_toolbox(low, ratio)
    return 1.0 - q2n(low, ms, block)


def d_lambda(
    fused: Array,
    ms: Array,
    ratio: int,
    *,
    decimated: bool = False,
    block: int = 32,
    exponent: float = 1.0,
) -> float:
    """Return QNR's D_λ, at least 0, ideally 0 (Alparone et al. 2008).

    `(mean_{i<j} |Q(F_i, F_j) − Q(M_i, M_j)|^p)^(1/p)`, Q over disjoint blocks; no phase in it.

    Args:
        fused: F, `(B, H, W)`, any unit; at least two bands.
        ms: `(B, H, W)` interpolated MS (toolbox), or `(B, H/r, W/r)` MS if `decimated`.
        ratio: r.
        decimated: M and blocks of `block // r` pixels on it (original version).
        block: block edge on the PAN grid; a rest at the bottom or right is left out.
        exponent: p.

    Raises:
        ValueError: shapes or ratio do not fit, or there is only one band.
    """
    _check(fused, ms, ratio, decimated, "toolbox")
    if fused.shape[0] < 2:
        raise ValueError("D_λ compares bands with each other and needs at least two")
    high = _q_between_bands(fused, block)
    low = _q_between_bands(ms, block // ratio if decimated else block)
    return float(np.mean(np.abs(high - low) ** exponent) ** (1.0 / exponent))


def d_s(
    fused: Array,
    ms: Array,
    pan: Array,
    ratio: int,
    *,
    decimated: bool = False,
    geometry: str = "toolbox",
    block: int = 32,
    exponent: float = 1.0,
) -> float:
    """Return QNR's D_S, at least 0, ideally 0 (Alparone et al. 2008).

    `((1/B) Σ_b |Q(F_b, P) − Q(M_b, P_L)|^q)^(1/q)`, Q over disjoint blocks; P_L is PAN reduced by
    `reduce_pan`, and interpolated again (23-tap, or cubic for "pixel-area") unless `decimated`.

    Args:
        fused: F, `(B, H, W)`, any unit.
        ms: `(B, H, W)` interpolated MS (toolbox), or `(B, H/r, W/r)` MS if `decimated`.
        pan: P, `(H, W)`, F's unit.
        ratio: r; a power of two for the toolbox version.
        decimated: M against the reduced PAN, blocks of `block // r` (original version).
        geometry: which interpolation `ms` has had; without meaning if `decimated`.
        block: block edge on the PAN grid; a rest at the bottom or right is left out.
        exponent: q.

    Raises:
        ValueError: shapes, ratio or geometry do not fit.
    """
    _check(fused, ms, ratio, decimated, geometry)
    sharp = _pan_like(pan, fused)
    low = reduce_pan(sharp, ratio)[None]
    if not decimated:
        low = interpolate_23tap(low, ratio) if geometry == "toolbox" else interpolate(low, ratio)
    high_quality = q_bands(fused, sharp[None], block)
    low_quality = q_bands(ms, low, block // ratio if decimated else block)
    return float(np.mean(np.abs(high_quality - low_quality) ** exponent) ** (1.0 / exponent))


def d_rho(fused: Array, pan: Array, sigma: int = 4) -> float:
    """Return D_ρ, [0, 2], ideally 0 (Scarpa and Ciotola 2022): 1 − mean local correlation with PAN.

    The correlation field of λ-PNN's `DRho`: for each pixel i of an axis the window is
    `i − w + 1 … i + w`, w = ⌈σ/2⌉; deviations are from each pixel's own window mean; zeros lie
    beyond the border; the coefficient is clipped to [−1, 1] and is 0 where either is flat. The mean
    is over bands and pixels.

    Args:
        fused: F, `(B, H, W)`, any unit.
        pan: P, `(H, W)`.
        sigma: window edge in PAN pixels, usually the ratio; an odd one counts as the next even one.

    Raises:
        ValueError: shapes do not fit, or sigma is below 1.
    """
    half = -(-sigma // 2)
    if fused.ndim != 3 or sigma < 1:
        raise ValueError(f"need (B, H, W) and a window of at least 1, got {fused.shape}, {sigma}")
    sharp = _deviation(_pan_like(pan, fused), half)
    sharp_energy = np.maximum(_local_sums(sharp * sharp, half), _TINY)
    total = 0.0
    for band in fused:
        blurred = _deviation(band.astype(np.float64, copy=False), half)
        energy = np.maximum(_local_sums(blurred * blurred, half), _TINY)
        correlation = _local_sums(blurred * sharp, half) / np.sqrt(energy * sharp_energy)
        total += float(np.clip(correlation, -1.0, 1.0).mean())
    return 1.0 - total / fused.shape[0]


def d_s_r(fused: Array, pan: Array) -> float:
    """Return D_S,R, at least 0, ideally 0 (Alparone et al. 2018): `1 − R²` of P regressed on F.

    Least squares over all pixels without intercept, then `var(P − P̂) / var(P)`, as λ-PNN's `LSR`.

    Args:
        fused: F, `(B, H, W)`, any unit.
        pan: P, `(H, W)`.

    Raises:
        ValueError: shapes do not fit, or PAN is constant.
    """
    if fused.ndim != 3:
        raise ValueError(f"the fused image must be (B, H, W), got {fused.shape}")
    target = _pan_like(pan, fused).ravel()
    spread = target.var()
    if spread == 0:
        raise ValueError("D_S,R is undefined: PAN is constant")
    predictors = fused.reshape(fused.shape[0], -1).astype(np.float64, copy=False)
    # B × B normal equations; a pseudo-inverse, because bands may repeat one another.
    weights = np.linalg.pinv(predictors @ predictors.T, hermitian=True) @ (predictors @ target)
    return float((target - weights @ predictors).var() / spread)


def qnr(d_lambda: float, d_s: float, alpha: float = 1.0, beta: float = 1.0) -> float:
    """Return QNR, at most 1, ideally 1 (Alparone et al. 2008): `(1 − D_λ)^α (1 − D_S)^β`.

    It rewards doing nothing: always list both D's beside it.
    """
    return float((1.0 - d_lambda) ** alpha * (1.0 - d_s) ** beta)


def hqnr(d_lambda_k: float, d_s: float) -> float:
    """Return the hybrid QNR, at most 1, ideally 1 (Aiazzi et al. 2014): `(1 − D_λ^K)(1 − D_S)`.

    Comparable with papers only from the toolbox versions of both. List both D's beside it.
    """
    return (1.0 - d_lambda_k) * (1.0 - d_s)


_TINY = 1e-20  # λ-PNN's floor of a window's energy, in squared units


def _check(fused: Array, ms: Array, ratio: int, decimated: bool, geometry: str) -> None:
    """Raise unless `ms` is F's size (or that divided by r if decimated) and the rest is known."""
    if fused.ndim != 3 or ratio < 1 or geometry not in GEOMETRIES:
        raise ValueError(f"cannot use {fused.shape}, ratio {ratio}, geometry {geometry!r}")
    bands, height, width = fused.shape
    factor = ratio if decimated else 1
    if height % ratio or width % ratio or ms.shape != (bands, height // factor, width // factor):
        wanted = "(B, H/r, W/r)" if decimated else "(B, H, W)"
        raise ValueError(f"for F {fused.shape} and ratio {ratio}, MS {ms.shape} is no {wanted}")


def _pan_like(pan: Array, fused: Array) -> DoubleArray:
    """Return PAN `(H, W)` as float64, or raise if its size is not F's."""
    if pan.shape != fused.shape[1:]:
        raise ValueError(f"PAN {pan.shape} and the fused image {fused.shape} differ in size")
    return pan.astype(np.float64, copy=False)


def _q_between_bands(image: Array, block: int) -> DoubleArray:
    """Return the mean Q of each pair of bands i < j of `(B, H, W)`, `(B·(B−1)/2,)`."""
    x = blocks_of(image, block)
    mean = x.mean(axis=2)
    x = x - mean[:, :, None]
    covariance = np.matmul(x, x.transpose(0, 2, 1))
    i, j = np.triu_indices(image.shape[0], 1)
    quality = universal_quality(
        covariance[:, i, j],
        covariance[:, i, i] + covariance[:, j, j],
        mean[:, i] * mean[:, j],
        np.square(mean[:, i]) + np.square(mean[:, j]),
    )
    result: DoubleArray = quality.mean(axis=0)
    return result


def _local_sums(image: DoubleArray, half: int) -> DoubleArray:
    """Sum `(H, W)` over `i − half + 1 … i + half` of both axes, zeros beyond the border."""
    return window_sums(np.pad(image, (half - 1, half)), 2 * half)


def _deviation(image: DoubleArray, half: int) -> DoubleArray:
    """Return each pixel of `(H, W)` less its window's mean."""
    return image - _local_sums(image, half) / (4 * half * half)
