"""Local means: a sharpened image keeps the mean colours of MS around every place.

Detail should sum to nothing over some MS pixels; what a network adds does so only nearly, and over
water or beside what shines its mean strays. The difference of the means of cells, smoothed, is
given back. Unlike back-projection (`back_projection.py`) it needs no knowledge of the sensor's
blur, which hardly moves anything across a cell.
"""

from __future__ import annotations

import torch
from torch import Tensor, nn
from torch.nn import functional

from qgis_pansharp.backend.networks.cf2n import SpectralAttention
from qgis_pansharp.backend.networks.layers import full_precision, trim

CELL = SpectralAttention.CELL  # PAN pixels; blocks begin at whole ones


class LocalMeans(nn.Module):
    """`y + U(G(mean(x) - mean(y)))` with means over cells, counted from the image's origin.

    G weighs a cell and its neighbours by 1 2 1 in both directions, U is bilinear.

    Args:
        ratio: PAN pixels per MS pixel along one side, r; it must divide `CELL`.
        bands: of MS.
    """

    REACH = 2 * CELL  # PAN pixels: a neighbour, and the one that interpolation looks at

    taps: Tensor

    def __init__(self, ratio: int, bands: int) -> None:
        super().__init__()
        self.ratio = ratio
        self.bands = bands
        weights = torch.tensor([0.25, 0.5, 0.25])
        taps = torch.outer(weights, weights)
        self.register_buffer("taps", taps.repeat(bands, 1, 1, 1), persistent=False)

    def forward(self, image: Tensor, ms: Tensor) -> Tensor:
        """Correct an image by MS of the same ground.

        Args:
            image: `(N, B, H + 2*REACH, W + 2*REACH)`, H and W multiples of `CELL`.
            ms: `(N, B, h, w)`, r times smaller.

        Returns:
            `(N, B, H, W)`.
        """
        image = full_precision(image)
        means = functional.avg_pool2d(full_precision(ms), CELL // self.ratio)
        lost = means - functional.avg_pool2d(image, CELL)
        lost = functional.conv2d(lost, self.taps, groups=self.bands)
        pixels = functional.interpolate(
            lost, scale_factor=CELL, mode="bilinear", align_corners=False
        )
        return trim(image, self.REACH) + trim(pixels, CELL)
