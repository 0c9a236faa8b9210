"""Coherent detail: what a sharpened band has in common with PAN is raised, and noise is not.

Losses over whole images leave a network a little shy of detail where it is not sure of it, and let
PAN's noise through where there is nothing else. A local regression of a band's detail on PAN's, as
in the guided filter (He, Sun and Tang, IEEE TPAMI 35(6), 2013), tells the common part, and PAN's
local contrast whether it is more than noise (coring).
"""

from __future__ import annotations

import torch
from torch import Tensor, nn
from torch.nn import functional

from qgis_pansharp.backend.networks.layers import Gaussian


class CoherentDetail(nn.Module):
    """`y + (a*g - c*(1 - g)) * β * dp` with local means `<.>` and a Gaussian low-pass G.

    `dp = p - G(p)`, `dy = y - G(y)`, `β = max(0, <dp dy> / <dp²>)`, `g = <dp²> / (<dp²> + n²)`.
    A band that runs against PAN stays as it is.

    Args:
        ratio: PAN pixels per MS pixel along one side, r; the low-pass (sigma .375 r) and the
            surroundings (sigma .65 r) follow it.
        bands: of MS.
    """

    GAIN = 0.15  # a
    CORING = 0.4  # c
    NOISE = 2.0**-8  # n, of values of about [0, 1]
    LEAST = 2.0**-23  # of a variance; the exporter takes what is below 1e-8 for nothing
    REACH = 2  # MS pixels

    def __init__(self, ratio: int, bands: int) -> None:
        super().__init__()
        low_pass = 2 * (9 * ratio // 8) + 1  # three sigmas on each side
        self.low_pass = Gaussian(low_pass, bands + 1, sigma=0.375 * ratio)
        self.surroundings = Gaussian(
            2 * (2 * ratio - low_pass // 2) + 1, bands + 1, sigma=0.65 * ratio
        )

    def forward(self, image: Tensor, pan: Tensor) -> Tensor:
        """Raise the detail of `image (N, B, H, W)` that `pan (N, 1, H, W)` shares; any H, W."""
        both = torch.cat([pan, image], dim=1)
        detail = both - self.low_pass(both)
        of_pan = detail[:, :1]
        sums = self.surroundings(detail * of_pan)
        variance = sums[:, :1]
        slope = functional.relu(sums[:, 1:]) / (variance + self.LEAST)
        sure = variance / (variance + self.NOISE**2)
        raised: Tensor = image + (sure * (self.GAIN + self.CORING) - self.CORING) * slope * of_pan
        return raised
