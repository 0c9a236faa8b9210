"""SIPSA-Net's losses: edges follow PAN, colours follow MS up to a displacement.

All in the locally normalised domain. Compared with the authors' code the gradients keep their
signs and a displacement is chosen for all bands together at a price, without which an image of
wrong sign or colour costs next to nothing.
"""

from __future__ import annotations

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


def mtf_taps(ratio: int, gain: float) -> Tensor:
    """Even-length Gaussian of Nyquist gain `gain`, centred between pixels, sum 1."""
    sigma = ratio * (-2 * torch.log(torch.tensor(gain, dtype=torch.float64))).sqrt() / torch.pi
    count = 2 * int(torch.ceil(3 * sigma)) if ratio % 2 == 0 else 2 * int(3 * sigma) + 1
    offset = torch.arange(count, dtype=torch.float64) - (count - 1) / 2
    taps = torch.exp(-0.5 * (offset / sigma) ** 2)
    return (taps / taps.sum()).float()


def degrade_by_mtf(image: Tensor, ratio: int, gain: float) -> Tensor:
    """What the MS sensor would see of `(N, B, r*h, r*w)`: `(N, B, h, w)`, edges replicated."""
    channels = image.shape[1]
    taps = mtf_taps(ratio, gain).to(image).repeat(channels, 1, 1, 1)
    border = (taps.shape[-1] - ratio) // 2
    padded = functional.pad(image, (border, border, border, border), mode="replicate")
    rows = functional.conv2d(padded, taps.transpose(2, 3), stride=(ratio, 1), groups=channels)
    return functional.conv2d(rows, taps, stride=(1, ratio), groups=channels)
