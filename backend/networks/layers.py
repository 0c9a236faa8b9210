"""Image operations that networks are made of: filters, enlargement, trimming, displaced copies.

All take and return tensors of shape `(N, C, h, w)`; the residual block alone has anything to learn.
They are written so that they export to a handful of ONNX operators with dynamic sizes.
"""

from __future__ import annotations

from contextlib import AbstractContextManager, nullcontext

import torch
from torch import Tensor, nn
from torch.nn import functional


def without_autocast(image: Tensor) -> AbstractContextManager[object]:
    """Keep full precision inside a mixed-precision run: differences of squares need it."""
    if autocast_is_on(image.device.type):
        return torch.autocast(image.device.type, enabled=False)
    return nullcontext()


def autocast_is_on(device: str) -> bool:
    """Say whether convolutions on a type of device run in mixed precision now."""
    try:
        return torch.is_autocast_enabled(device)
    except TypeError:  # before PyTorch 2.4 each type has a function of its own
        return torch.is_autocast_cpu_enabled() if device == "cpu" else torch.is_autocast_enabled()


def full_precision(image: Tensor) -> Tensor:
    """Return half-precision tensors as float32, all others as they are."""
    return image.float() if image.dtype in (torch.bfloat16, torch.float16) else image


def gaussian_taps(size: int, sigma: float) -> Tensor:
    """Return the `size` taps of a sampled Gaussian, normalised to sum 1."""
    offset = torch.arange(size, dtype=torch.float64) - (size - 1) / 2
    taps = torch.exp(-0.5 * (offset / sigma) ** 2)
    return (taps / taps.sum()).float()


class Gaussian(nn.Module):
    """Depth-wise Gaussian filter with reflect padding (the edge is not repeated).

    `sigma` defaults to `(size + 1) / 6`, as in the authors' code of SIPSA-Net.
    """

    taps: Tensor

    def __init__(self, size: int, channels: int, sigma: float | None = None) -> None:
        super().__init__()
        self.channels = channels
        self.padding = size // 2
        taps = gaussian_taps(size, (size + 1) / 6 if sigma is None else sigma)
        self.register_buffer("taps", taps.repeat(channels, 1, 1, 1), persistent=False)

    def forward(self, image: Tensor) -> Tensor:
        """Filter `(N, channels, h, w)`; h and w must exceed half the filter."""
        p = self.padding
        image = functional.pad(image, (p, p, p, p), mode="reflect")
        image = functional.conv2d(image, self.taps.transpose(2, 3), groups=self.channels)
        return functional.conv2d(image, self.taps, groups=self.channels)


class Residual(nn.Module):
    """Pre-activation residual block: `z + Conv3x3(LReLU(z))`, its taps `spread` pixels apart."""

    def __init__(self, channels: int, slope: float, spread: int = 1) -> None:
        super().__init__()
        self.slope = slope
        self.conv = nn.Conv2d(channels, channels, 3, padding=spread, dilation=spread)

    def forward(self, z: Tensor) -> Tensor:
        """Keep the shape `(N, channels, h, w)`."""
        convolved: Tensor = self.conv(functional.leaky_relu(z, self.slope))
        return z + convolved


class PixelUnshuffle(nn.Module):
    """Single-channel pixel-unshuffle: `(N, 1, r*h, r*w)` to `(N, r*r, h, w)`, index `i*r + j`.

    A strided convolution with one-hot kernels, which every inference engine runs.
    """

    kernels: Tensor

    def __init__(self, ratio: int) -> None:
        super().__init__()
        self.ratio = ratio
        kernels = torch.eye(ratio * ratio).reshape(ratio * ratio, 1, ratio, ratio)
        self.register_buffer("kernels", kernels, persistent=False)

    def forward(self, image: Tensor) -> Tensor:
        """Rearrange blocks of `ratio` x `ratio` pixels into channels."""
        return functional.conv2d(image, self.kernels, stride=self.ratio)


def displaced(image: Tensor, shifts: Tensor) -> Tensor:
    """Return copies of `(N, C, h + W - 1, w + W - 1)`, W*W of each channel: `(N, C*W*W, h, w)`.

    A convolution with one-hot kernels `(C*W*W, 1, W, W)`, which every inference engine runs. Where
    gradients are wanted, the copies are cut out instead: the same, and faster.
    """
    if not image.requires_grad or torch.compiler.is_compiling():
        return functional.conv2d(image, shifts, groups=image.shape[1])
    side = shifts.shape[-1]
    height, width = (n - side + 1 for n in image.shape[2:])
    copies = functional.unfold(image, side)
    return copies.reshape(image.shape[0], shifts.shape[0], height, width)


def cubic_weight(distance: Tensor, a: float = -0.5) -> Tensor:
    """Keys' cubic convolution kernel (IEEE TASSP 29, 1981) at `distance` in pixels."""
    d = distance.abs()
    near = (a + 2) * d**3 - (a + 3) * d**2 + 1
    far = a * d**3 - 5 * a * d**2 + 8 * a * d - 4 * a
    return torch.where(d <= 1, near, torch.where(d < 2, far, torch.zeros_like(d)))


class CubicEnlargement(nn.Module):
    """Cubic interpolation by an integer `ratio` in pixel-area geometry, edges replicated.

    MS pixel k is centred at PAN position `r*k + (r-1)/2`. The r*r phases are channels of one
    small depth-wise convolution at MS size, spread out by a pixel-shuffle.
    """

    kernels: Tensor

    def __init__(self, ratio: int, channels: int) -> None:
        super().__init__()
        self.ratio = ratio
        self.channels = channels
        position = (torch.arange(ratio, dtype=torch.float64) + 0.5) / ratio - 0.5
        taps = cubic_weight(position[:, None] - torch.arange(-2, 3, dtype=torch.float64)[None])
        kernels = torch.einsum("ik,jl->ijkl", taps, taps).reshape(ratio * ratio, 1, 5, 5)
        self.register_buffer("kernels", kernels.float().repeat(channels, 1, 1, 1), persistent=False)

    def forward(self, image: Tensor) -> Tensor:
        """Enlarge `(N, channels, h, w)` to `(N, channels, r*h, r*w)`."""
        image = functional.pad(image, (2, 2, 2, 2), mode="replicate")
        phases = functional.conv2d(image, self.kernels, groups=self.channels)
        return functional.pixel_shuffle(phases, self.ratio)


def trim(image: Tensor, margin: int) -> Tensor:
    """Cut `margin` pixels off every side of `(N, C, h, w)`."""
    if margin == 0:
        return image
    return image[:, :, margin:-margin, margin:-margin]


def enlarged_inside(image: Tensor, ratio: int, margin: int) -> Tensor:
    """Enlarge `(N, C, h, w)` bilinearly, without a margin of PAN pixels, a multiple of `ratio`.

    The interpolation sees one MS pixel of the margin, and so never its cut.
    """
    pixels = functional.interpolate(
        trim(image, margin // ratio - 1), scale_factor=ratio, mode="bilinear", align_corners=False
    )
    return trim(pixels, ratio)
