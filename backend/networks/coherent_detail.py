"""Coherent detail: what a sharpened band has in common with PAN is raised, and the rest damped.

Losses over whole images leave a network a little shy of detail where it is not sure of it, and let
PAN's noise through where there is nothing else. A local regression of a band's detail on PAN's, as
in the guided filter (He, Sun and Tang, IEEE TPAMI 35(6), 2013), tells the common part, and PAN's
local contrast whether it is more than noise (coring). What is finer than MS and has nothing in
common with PAN was in neither input.
"""

from __future__ import annotations

import torch
from torch import Tensor, nn
from torch.nn import functional

from qgis_pansharp.backend.networks.layers import Gaussian


class CoherentDetail(nn.Module):
    """`y + (a*g - c*(1 - g)) * max(0, β) * dp - d * (dy - β*dp)`, with a Gaussian low-pass G.

    `dp = p - G(p)`, `dy = y - G(y)`, and with local means `<.>` `β = <dp dy> / <dp²>` and
    `g = <dp²> / (<dp²> + n²)`. Where a band runs against PAN, that is left as it is.

    Args:
        ratio: PAN pixels per MS pixel along one side, r; the low-pass (sigma .375 r) and the
            surroundings (sigma .65 r) follow it.
        bands: of MS.
    """

    GAIN = 0.15  # a
    CORING = 0.35  # c
    DAMPING = 0.6  # d
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
        """Raise what `image (N, B, H, W)` shares with `pan (N, 1, H, W)`; damp the rest of it."""
        both = torch.cat([pan, image], dim=1)
        detail = both - self.low_pass(both)
        of_pan = detail[:, :1]
        sums = self.surroundings(detail * of_pan)
        variance = sums[:, :1]
        slope = sums[:, 1:] / (variance + self.LEAST)
        sure = variance / (variance + self.NOISE**2)
        share = sure * (self.GAIN + self.CORING) - self.CORING
        common = slope * of_pan
        raised: Tensor = (
            image
            + share * functional.relu(slope) * of_pan
            - self.DAMPING * (detail[:, 1:] - common)
        )
        return raised
