"""Indices that compare a fused image with its reference, at reduced resolution.

All take `(B, H, W)` digital numbers, fused first, and compute in double precision. Definitions and
check values: design/networks/evaluation.md, sections 2 and 5.
"""

from __future__ import annotations

import numpy as np

from qgis_pansharp.backend.arrays import Array, DoubleArray
from qgis_pansharp.backend.quality.windows import blocks_of, universal_quality, window_sums


def sam(fused: Array, reference: Array) -> float:
    """Return the spectral angle in degrees, [0, 180], ideally 0 (Yuhas et al. 1992).

    Mean over pixels of `arccos(⟨F,G⟩ / (‖F‖‖G‖))`; pixels where either spectrum is zero are skipped
    and the cosine is clamped, as in the toolbox. NaN if no pixel is left.

    Args:
        fused: F, `(B, H, W)`, any unit.
        reference: G, `(B, H, W)`.

    Raises:
        ValueError: the shapes differ or have no three axes.
    """
    f, g = _doubles(fused, reference)
    product = np.einsum("bhw,bhw->hw", f, g)
    norms = np.sqrt(np.einsum("bhw,bhw->hw", f, f) * np.einsum("bhw,bhw->hw", g, g))
    valid = norms > 0
    if not valid.any():
        return float("nan")
    cosine = np.clip(product[valid] / norms[valid], -1.0, 1.0)
    return float(np.degrees(np.arccos(cosine).mean()))


def ergas(fused: Array, reference: Array, ratio: int) -> float:
    """Return ERGAS, at least 0, ideally 0 (Wald 2000): `(100/r)·sqrt(mean_b(MSE_b / μ(G_b)²))`.

    Args:
        fused: F, `(B, H, W)`, any unit.
        reference: G, `(B, H, W)`; its means are the ones that divide.
        ratio: r, PAN pixels per MS pixel.

    Raises:
        ValueError: the shapes differ or have no three axes, or a reference band's mean is 0.
    """
    f, g = _doubles(fused, reference)
    errors = np.square(f - g).mean(axis=(1, 2))
    means = g.mean(axis=(1, 2))
    if not means.all():
        raise ValueError("ERGAS is undefined: a band of the reference has mean 0")
    return float(100.0 / ratio * np.sqrt(np.mean(errors / np.square(means))))


def psnr(fused: Array, reference: Array, peak: float) -> float:
    """Return the peak signal-to-noise ratio in dB: mean over bands of `10 log10(R² / MSE_b)`.

    Args:
        fused: F, `(B, H, W)`.
        reference: G, `(B, H, W)`, same unit.
        peak: R, the largest possible value: 2^bits − 1.

    Returns:
        Decibels; infinite if a band is without error.

    Raises:
        ValueError: the shapes differ or have no three axes.
    """
    f, g = _doubles(fused, reference)
    errors = np.square(f - g).mean(axis=(1, 2))
    if not errors.all():
        return float("inf")
    return float(np.mean(10.0 * np.log10(peak * peak / errors)))


def ssim(fused: Array, reference: Array, peak: float) -> float:
    """Return the structural similarity index, [−1, 1], ideally 1 (Wang et al. 2004).

    `(2 μ_f μ_g + C1)(2 σ_fg + C2) / ((μ_f² + μ_g² + C1)(σ_f² + σ_g² + C2))` with moments under a
    Gaussian of 11 × 11 pixels and σ = 1.5, at every position that lies wholly inside of the image,
    `C1 = (0.01 R)²` and `C2 = (0.03 R)²`; mean over positions and bands. As in the authors' code,
    but without its averaging and decimation of large images.

    Args:
        fused: F, `(B, H, W)`, at least 11 × 11 pixels.
        reference: G, `(B, H, W)`, same unit.
        peak: R, the range of the data: 2^bits − 1.

    Raises:
        ValueError: the shapes differ, have no three axes, or are too small.
    """
    f, g = _doubles(fused, reference)
    if min(g.shape[1:]) < _SSIM_TAPS.size:
        raise ValueError(f"an image of {g.shape} is too small for SSIM")
    mean_f, mean_g = _blur(f), _blur(g)
    # About the images' means, so that the variances do not drown in the squares.
    centre_f, centre_g = (image.mean(axis=(1, 2), keepdims=True) for image in (f, g))
    f, g = f - centre_f, g - centre_g
    rest_f, rest_g = mean_f - centre_f, mean_g - centre_g
    covariance = _blur(f * g) - rest_f * rest_g
    variances = _blur(f * f + g * g) - rest_f * rest_f - rest_g * rest_g
    c1, c2 = (0.01 * peak) ** 2, (0.03 * peak) ** 2
    light = (2.0 * mean_f * mean_g + c1) / (mean_f * mean_f + mean_g * mean_g + c1)
    return float((light * (2.0 * covariance + c2) / (variances + c2)).mean())


def scc(fused: Array, reference: Array) -> float:
    """Return the toolbox's spatial correlation coefficient "sCC", [0, 1], ideally 1.

    With S(·) the Sobel magnitude of a band cropped by one pixel (zeros around it), it is
    `Σ S(F)S(G) / sqrt(Σ S(F)² · Σ S(G)²)`, all bands in one sum and no mean removed (Vivone et al.
    2015; not the index of Zhou 1998). 1 if neither image has any edge, 0 if only one has.

    Args:
        fused: F, `(B, H, W)`, any unit; at least 3 × 3 pixels.
        reference: G, `(B, H, W)`.

    Raises:
        ValueError: the shapes differ, have no three axes, or are too small.
    """
    f, g = (_sobel(image) for image in _doubles(fused, reference))
    energy_f, energy_g = float(np.vdot(f, f)), float(np.vdot(g, g))
    if energy_f == 0 or energy_g == 0:
        return float(energy_f == energy_g)
    return float(np.vdot(f, g) / np.sqrt(energy_f) / np.sqrt(energy_g))


def q(fused: Array, reference: Array, block: int = 32, sliding: bool = False) -> float:
    """Return the universal quality index Q (UIQI), [−1, 1], ideally 1 (Wang and Bovik 2002).

    `4 σ_fg μ_f μ_g / ((σ_f²+σ_g²)(μ_f²+μ_g²))` per band and window, then the mean of all.

    Args:
        fused: F, `(B, H, W)`, any unit.
        reference: G, `(B, H, W)`.
        block: window edge in pixels.
        sliding: every position of the window, as the toolbox's `Q`; else disjoint blocks, as its
            QNR parts (a rest at the bottom or right is then left out).

    Raises:
        ValueError: the shapes differ, have no three axes, or are smaller than a block.
    """
    f, g = _doubles(fused, reference)
    if not sliding:
        return float(q_bands(f, g, block).mean())
    # Centred values, so that the windows' variances do not drown in the squares of the means.
    centre_f, centre_g = (image.mean(axis=(1, 2), keepdims=True) for image in (f, g))
    f, g = f - centre_f, g - centre_g
    count = block * block
    mean_f, mean_g = window_sums(f, block) / count, window_sums(g, block) / count
    covariance = window_sums(f * g, block) / count - mean_f * mean_g
    variances = window_sums(f * f + g * g, block) / count - mean_f * mean_f - mean_g * mean_g
    mean_f, mean_g = mean_f + centre_f, mean_g + centre_g
    squares = mean_f * mean_f + mean_g * mean_g
    return float(universal_quality(covariance, variances, mean_f * mean_g, squares).mean())


def q_bands(first: Array, second: Array, block: int = 32) -> DoubleArray:
    """Return the mean Q over disjoint blocks for each pair of bands; see `q`.

    Args:
        first: `(B, H, W)`, any unit.
        second: `(B, H, W)`, or `(1, H, W)` to compare every band with it.
        block: block edge in pixels; a rest at the bottom or right is left out.

    Returns:
        `(B,)`, each in [−1, 1].

    Raises:
        ValueError: sizes differ, or are smaller than a block.
    """
    if first.shape[1:] != second.shape[1:]:
        raise ValueError(f"sizes differ: {first.shape} and {second.shape}")
    x, y = blocks_of(first, block), blocks_of(second, block)
    mean_x, mean_y = x.mean(axis=2), y.mean(axis=2)
    x, y = x - mean_x[:, :, None], y - mean_y[:, :, None]
    covariance = np.einsum("kbn,kbn->kb", *np.broadcast_arrays(x, y))
    variances = np.einsum("kbn,kbn->kb", x, x) + np.einsum("kbn,kbn->kb", y, y)
    squares = mean_x * mean_x + mean_y * mean_y
    quality = universal_quality(covariance, variances, mean_x * mean_y, squares)
    result: DoubleArray = quality.mean(axis=0)
    return result


def q2n(fused: Array, reference: Array, block: int = 32, whole_numbers: bool = True) -> float:
    """Return Q2ⁿ (Q4, Q8), [0, 1], ideally 1 (Alparone et al. 2004; Garzelli and Nencini 2009).

    Per disjoint block, both images are normalised band by band with the reference's block mean and
    sample standard deviation, plus 1, and taken as hypercomplex numbers z (reference) and w
    (fused), filled up with zero bands to a power of two. With the Cayley-Dickson product,
    `Q = ‖σ_zw‖ · 2/(σ_z² + σ_w²) · 2‖z̄‖‖w̄‖/(‖z̄‖² + ‖w̄‖²)`; the index is the mean over blocks.
    Blocks at the bottom and right are completed by mirroring. As in the toolbox's `q2n.m`, not in
    λ-PNN's port, which enlarges the image to a power of two. The bands' order matters a little.

    Args:
        fused: F, `(B, H, W)`, digital numbers.
        reference: G, `(B, H, W)`.
        block: block edge in pixels.
        whole_numbers: round to 0 … 65535 first, as the toolbox does. Reflectances in [0, 1] need
            `False`.

    Raises:
        ValueError: the shapes differ or have no three axes.
    """
    f, g = _doubles(fused, reference)
    if whole_numbers:
        f, g = (np.clip(np.floor(image + 0.5), 0.0, 65535.0) for image in (f, g))
    bands, height, width = g.shape
    order = 1 << (bands - 1).bit_length()
    rest = ((0, order - bands), (0, 0), (0, 0))
    mirror = ((0, 0), (0, -height % block), (0, -width % block))
    z, w = (blocks_of(np.pad(np.pad(i, mirror, "symmetric"), rest), block) for i in (g, f))

    pixels = block * block
    mean = z.mean(axis=2, keepdims=True)
    z = z - mean
    spread = np.sqrt(np.square(z).sum(axis=2, keepdims=True) / (pixels - 1))
    # A constant band is divided by the machine epsilon, an empty one by nothing: toolbox.
    spread = np.where(mean == 0, 1.0, np.where(spread == 0, np.finfo(np.float64).eps, spread))
    z = z / spread
    w = (w - mean) / spread + 1.0
    w[:, 1:] *= -1.0  # the conjugate
    mean_w = w.mean(axis=2)
    w -= mean_w[:, :, None]

    # The product is bilinear, so its covariance follows from the covariances of the components.
    components = np.matmul(z, w.transpose(0, 2, 1)) / (pixels - 1)
    covariance = np.einsum("kij,ijc->kc", components, _cayley_dickson(order))
    variances = (np.square(z).sum(axis=(1, 2)) + np.square(w).sum(axis=(1, 2))) / (pixels - 1)
    norm_z, norm_w = np.sqrt(order), np.sqrt(np.square(mean_w).sum(axis=1))
    bias = 2.0 * norm_z * norm_w / (norm_z * norm_z + norm_w * norm_w)
    modulus = np.sqrt(np.square(covariance).sum(axis=1))
    contrast = np.ones_like(modulus)
    np.divide(2.0 * modulus, variances, out=contrast, where=variances != 0)
    return float((contrast * bias).mean())


_SSIM_TAPS: DoubleArray = np.exp(-np.square(np.arange(-5, 6)) / (2.0 * 1.5 * 1.5))
_SSIM_TAPS /= _SSIM_TAPS.sum()


def _blur(image: DoubleArray) -> DoubleArray:
    """Weight `(B, H, W)` by SSIM's Gaussian wherever it fits: `(B, H − 10, W − 10)`."""
    height, width = (n - _SSIM_TAPS.size + 1 for n in image.shape[1:])
    rows = sum(tap * image[:, k : k + height] for k, tap in enumerate(_SSIM_TAPS))
    result: DoubleArray = sum(tap * rows[:, :, k : k + width] for k, tap in enumerate(_SSIM_TAPS))
    return result


def _cayley_dickson(order: int) -> DoubleArray:
    """Return the multiplication table `(n, n, n)`: element (i, j, c) is part c of `e_i · e_j`."""
    units = np.eye(order)
    return _product(units[:, None, :], units[None, :, :])


def _product(x: DoubleArray, y: DoubleArray) -> DoubleArray:
    """Multiply hypercomplex numbers `(…, n)` by halves: `(a, b)(c, d) = (ac − d̄b, ād̄ + cb̄)`.

    The variant of the construction, and of where it conjugates, is that of the toolbox.
    """
    if x.shape[-1] == 1:
        return x * y
    half = x.shape[-1] // 2
    a, b = x[..., :half], _conjugate(x[..., half:])
    c, d = y[..., :half], _conjugate(y[..., half:])
    if half == 1:
        return np.concatenate([a * c - d * b, a * d + c * b], axis=-1)
    first = _product(a, c) - _product(d, _conjugate(b))
    second = _product(_conjugate(a), d) + _product(c, b)
    return np.concatenate(np.broadcast_arrays(first, second), axis=-1)


def _conjugate(x: DoubleArray) -> DoubleArray:
    """Negate all parts of `(…, n)` but the first."""
    return np.concatenate([x[..., :1], -x[..., 1:]], axis=-1)


def _sobel(image: DoubleArray) -> DoubleArray:
    """Return the Sobel magnitude of `(B, H, W)` cropped by one pixel, with zeros around it."""
    inner = image[:, 1:-1, 1:-1]
    if 0 in inner.shape:
        raise ValueError(f"an image of {image.shape} is too small for SCC")
    padded = np.pad(inner, ((0, 0), (1, 1), (1, 1)))
    smooth_x = padded[:, :, :-2] + 2.0 * padded[:, :, 1:-1] + padded[:, :, 2:]
    smooth_y = padded[:, :-2] + 2.0 * padded[:, 1:-1] + padded[:, 2:]
    result: DoubleArray = np.hypot(
        smooth_x[:, 2:] - smooth_x[:, :-2], smooth_y[:, :, 2:] - smooth_y[:, :, :-2]
    )
    return result


def _doubles(fused: Array, reference: Array) -> tuple[DoubleArray, DoubleArray]:
    """Return both as float64, or raise if they are not two `(B, H, W)` of one shape."""
    if fused.ndim != 3 or fused.shape != reference.shape:
        raise ValueError(f"need two (B, H, W) of one shape, got {fused.shape}, {reference.shape}")
    return fused.astype(np.float64, copy=False), reference.astype(np.float64, copy=False)
