"""Regressed detail: that of PAN, as strong in each band as the two go together at MS's size.

Multi-resolution analysis with injection gains of each place, after Aiazzi, Alparone, Baronti and
Garzelli, "Context-driven fusion of high spatial and spectral resolution images based on
oversampled multiresolution analysis", IEEE TGRS 40(10), 2002. There is nothing in it that a sensor
could be unlike: a small share of it steadies a network on scenes of sensors that it was not
trained on (`docs/decisions.md`, 48).
"""

from __future__ import annotations

import torch
from torch import Tensor, nn
from torch.nn import functional

from qgis_pansharp.backend.mtf import DEFAULT_MS_GAIN
from qgis_pansharp.backend.networks.back_projection import SensorView
from qgis_pansharp.backend.networks.layers import (
    CubicEnlargement,
    Gaussian,
    enlarged_inside,
    trim,
)


class RegressedDetail(nn.Module):
    """`d_b = a_b (p - U(D(p)))`, a_b by local least squares of band b on D(p), PAN at MS's size.

    Args:
        ratio: PAN pixels per MS pixel along one side, r.
        bands: B; each is treated by itself.
    """

    # variance, of values of about [0, 1], from which contrast counts as more than noise
    RIDGE = 1e-4
    WINDOW = 31  # MS pixels, three sigmas on each side

    def __init__(self, ratio: int, bands: int) -> None:
        super().__init__()
        self.ratio = ratio
        self.view = SensorView(ratio, 1, DEFAULT_MS_GAIN)
        self.enlarge = CubicEnlargement(ratio, 1)
        self.window = Gaussian(self.WINDOW, 2 * (bands + 1), sigma=5.0)
        #: MS pixels around a place that its gains look at
        self.reach = self.WINDOW // 2 - (-self.view.border // ratio) + 1

    def forward(self, pan: Tensor, ms: Tensor, margin: int) -> Tensor:
        """Return the detail `(N, B, H - 2*margin, W - 2*margin)`.

        Args:
            pan: `(N, 1, H, W)`.
            ms: `(N, B, H/r, W/r)`.
            margin: PAN pixels, a multiple of r that is at least `reach` MS pixels.
        """
        seen = self.view(pan)
        fine = trim(pan, margin) - trim(self.enlarge(seen), margin)
        return enlarged_inside(self.gains(seen, ms), self.ratio, margin) * fine

    def gains(self, seen: Tensor, ms: Tensor) -> Tensor:
        """Return a `(N, B, h, w)` for PAN at MS's size `(N, 1, h, w)` and MS `(N, B, h, w)`."""
        both = torch.cat([seen, ms], dim=1)
        count = both.shape[1]
        sums = self.window(torch.cat([both, both * seen], dim=1))
        mean, products = sums[:, :count], sums[:, count:]
        covariance = products - mean * mean[:, :1]
        gains: Tensor = covariance[:, 1:] / (functional.relu(covariance[:, :1]) + self.RIDGE)
        return gains
