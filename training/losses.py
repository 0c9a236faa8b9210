"""SIPSA-Net's losses: edges follow PAN, colours follow MS up to a displacement; and CF2N's.

SIPSA-Net's are measured in the locally normalised domain. Compared with the authors' code the
gradients keep their signs and a displacement is chosen for all bands together at a price, without
which an image of wrong sign or colour costs next to nothing; the authors' forms are here as well.
"""

from __future__ import annotations

import math

import torch
from torch import Tensor
from torch.nn import functional


def signed_gradients(image: Tensor) -> Tensor:
    """Forward differences down and right of `(N, C, H, W)`, as `(N, 2C, H-1, W-1)`."""
    corner = image[:, :, :-1, :-1]
    return torch.cat([image[:, :, 1:, :-1] - corner, image[:, :, :-1, 1:] - corner], dim=1)


def edge_loss(image: Tensor, pan: Tensor, visible_bands: int) -> Tensor:
    """Mean difference between the gradients of the grey image and of PAN.

    Args:
        image: `(N, B, H, W)`; its first `visible_bands` are those that PAN covers.
        pan: `(N, 1, H, W)`.
    """
    grey = image[:, :visible_bands].mean(dim=1, keepdim=True)
    return (signed_gradients(grey) - signed_gradients(pan)).abs().mean()


def edge_magnitude_loss(image: Tensor, pan: Tensor, visible_bands: int) -> Tensor:
    """Mean difference between the absolute gradients of the grey image and PAN (the authors')."""
    grey = image[:, :visible_bands].mean(dim=1, keepdim=True)
    return (signed_gradients(grey).abs() - signed_gradients(pan).abs()).abs().mean()


def local_correlation_loss(image: Tensor, pan: Tensor, size: int) -> Tensor:
    """One minus the mean correlation of each band with PAN in sliding `size x size` windows.

    The index D_rho of Scarpa and Ciotola (Remote Sens. 2022, 14(8):1808), as a loss: it asks for
    PAN's structure in every band and leaves its amplitude to the colours.

    Args:
        image: `(N, B, H, W)`.
        pan: `(N, 1, H, W)`.
    """

    def mean(values: Tensor) -> Tensor:
        return functional.avg_pool2d(values, size, stride=1)

    # PAN's and the bands' own levels cancel in single precision once their window means are off
    image = image - functional.avg_pool2d(image, 5, stride=1, padding=2, count_include_pad=False)
    pan = pan - functional.avg_pool2d(pan, 5, stride=1, padding=2, count_include_pad=False)
    image_mean, pan_mean = mean(image), mean(pan)
    covariance = mean(image * pan) - image_mean * pan_mean
    image_variance = (mean(image * image) - image_mean * image_mean).clamp_min(0)
    pan_variance = (mean(pan * pan) - pan_mean * pan_mean).clamp_min(0)
    scale = (image_variance * pan_variance + 1e-12).sqrt()
    return 1 - (covariance / (scale + 1e-7)).mean()


def relative_loss(
    image: Tensor, truth: Tensor, level: Tensor, plain: Tensor, weight: Tensor | None = None
) -> Tensor:
    """RMS error of each sample relative to what interpolation leaves in its scene, averaged.

    ERGAS relative to plain interpolation, sample by sample: every band counts by its relative
    error and every scene alike, however bright it is or rich in detail.

    Args:
        image: `(N, B, H, W)`.
        truth: of the same shape.
        level: `(N, B)`, mean of each band over its scene.
        plain: `(N,)`, relative RMS error of interpolation over the scene.
        weight: `(N, 1, H, W)`, how much each pixel counts; all alike by default.
    """
    error = (image - truth) / (level * plain[:, None])[:, :, None, None]
    if weight is not None:
        error = error * (weight / weight.mean(dim=(1, 2, 3), keepdim=True)).sqrt()
    return ((error * error).mean(dim=(1, 2, 3)) + 1e-4).sqrt().mean()


def band_edge_loss(image: Tensor, pan: Tensor) -> Tensor:
    """Mean difference between the gradients of each band and of PAN, both locally normalised.

    Neither the grey image nor what the MS sensor sees says how detail is shared between bands;
    left alone it becomes coloured noise. The same relative contrast in all bands is the prior of
    the classical injection methods.

    Args:
        image: `(N, B, H, W)`.
        pan: `(N, 1, H, W)`.
    """
    bands = image.shape[1]
    return (signed_gradients(image) - signed_gradients(pan.expand(-1, bands, -1, -1))).abs().mean()


def nearest_shifted(image: Tensor, target: Tensor, reach: int, stride: int, price: float) -> Tensor:
    """For every pixel of `image`, the target's value within `reach` steps that fits it best.

    The shift minimises the mean absolute difference over the bands plus `price` per step of
    distance. Chosen without gradient: the loss against the result has the same value and gradient
    as one over all shifts stacked.

    Args:
        image: `(N, B, H, W)`.
        target: of the same shape.
        reach: largest shift in steps, along each axis.
        stride: pixels per step.
    """
    height, width = image.shape[2:]
    border = reach * stride
    with torch.no_grad():
        padded = functional.pad(target, (border, border, border, border), mode="replicate")
        lowest = torch.full_like(image[:, :1], torch.inf)
        chosen = torch.zeros_like(target)
        for row in range(-reach, reach + 1):
            for column in range(-reach, reach + 1):
                top, left = border + row * stride, border + column * stride
                shifted = padded[:, :, top : top + height, left : left + width]
                cost = (image - shifted).abs().mean(dim=1, keepdim=True)
                cost = cost + price * (row * row + column * column) ** 0.5
                better = cost < lowest
                lowest = torch.where(better, cost, lowest)
                chosen = torch.where(better, shifted, chosen)
    return chosen


def shift_invariant_loss(
    image: Tensor, target: Tensor, reach: int = 4, stride: int = 1, price: float = 0.05
) -> Tensor:
    """Mean absolute difference to the best-fitting displaced target (`nearest_shifted`)."""
    return (image - nearest_shifted(image, target, reach, stride, price)).abs().mean()


def authors_shift_loss(image: Tensor, target: Tensor, reach: int, stride: int) -> Tensor:
    """Mean over pixels and bands of the least difference over all displacements, band by band.

    The authors' form: the minimum per pixel and channel, free of price. Minimised over the shifts
    of one image alone (their code takes it over the batch as well, which is a defect), with
    replicated instead of circular borders.
    """
    height, width = image.shape[2:]
    border = reach * stride
    with torch.no_grad():
        padded = functional.pad(target, (border, border, border, border), mode="replicate")
        lowest = torch.full_like(image, torch.inf)
        chosen = torch.zeros_like(target)
        for row in range(2 * reach + 1):
            for column in range(2 * reach + 1):
                top, left = row * stride, column * stride
                shifted = padded[:, :, top : top + height, left : left + width]
                cost = (image - shifted).abs()
                chosen = torch.where(cost < lowest, shifted, chosen)
                lowest = torch.minimum(cost, lowest)
    return (image - chosen).abs().mean()


def offset_loss(logits: Tensor, displacement: Tensor, weight: Tensor, reach: int) -> Tensor:
    """Cross-entropy of SIPSA-Net's offset map against a known displacement.

    The four whole offsets around the displacement share it bilinearly; what lies beyond the reach
    counts as lying on its border.

    Args:
        logits: `(N, (2*reach+1)**2, h, w)`, of the probabilities of the offsets, row by row.
        displacement: `(N, 2, h, w)`, down and right, in MS pixels.
        weight: `(N, 1, h, w)`: flat ground says nothing about where it lies.
        reach: largest offset.
    """
    side = 2 * reach + 1
    place = displacement.clamp(-reach, reach) + reach
    low = place.floor().clamp(0, side - 2)
    part = place - low
    low = low.long()
    logarithm = logits.float().log_softmax(dim=1)
    total = torch.zeros_like(weight)
    for down in (0, 1):
        for right in (0, 1):
            share = (part[:, :1] if down else 1 - part[:, :1]) * (
                part[:, 1:] if right else 1 - part[:, 1:]
            )
            index = (low[:, :1] + down) * side + low[:, 1:] + right
            total = total - share * logarithm.gather(1, index)
    return (weight * total).sum() / weight.sum().clamp_min(1e-6)


def mtf_taps(ratio: int, gains: Tensor) -> Tensor:
    """Gaussians of the Nyquist gains `(...)`, as `(..., taps)` about the footprint's centre, sum 1.

    Cut where the widest of them has fallen to four standard deviations, as in the backend.
    """
    sigma = ratio * (-2 * gains.double().log()).sqrt() / torch.pi
    reach = max(ratio / 2, 4 * float(sigma.max()))
    count = 2 * math.ceil(reach - ratio % 2 / 2) + ratio % 2
    offset = torch.arange(count, dtype=torch.float64, device=gains.device) - (count - 1) / 2
    taps = torch.exp(-0.5 * (offset / sigma[..., None]) ** 2)
    return (taps / taps.sum(dim=-1, keepdim=True)).float()


def degrade_by_mtf(image: Tensor, ratio: int, gains: Tensor) -> Tensor:
    """What the MS sensor would see of `(N, B, r*h, r*w)`: `(N, B, h, w)`, edges replicated.

    Args:
        gains: Nyquist gains in (0, 1), `(N, B)`, or of any shape that broadcasts to it.
    """
    count, bands = image.shape[:2]
    taps = mtf_taps(ratio, gains.expand(count, bands)).to(image).reshape(count * bands, 1, 1, -1)
    border = (taps.shape[-1] - ratio) // 2
    padded = functional.pad(image, (border, border, border, border), mode="replicate").flatten(0, 1)
    groups = count * bands
    rows = functional.conv2d(padded[None], taps.mT, stride=(ratio, 1), groups=groups)
    seen = functional.conv2d(rows, taps, stride=(1, ratio), groups=groups)
    return seen.reshape(count, bands, *seen.shape[2:])
