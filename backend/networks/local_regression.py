"""Local regression: what a sharpened image lacks of MS, as a gain and an offset of that image.

What back-projection adds (`back_projection.py`) follows MS's pixels, not PAN's edges, and so costs
some of the detail that it is added to. Part of what is missing can be had without that: in small
surroundings it is regressed on what the MS sensor would see of the image, and gain and offset found
there serve at PAN's size, as in the fast guided filter (He and Sun, "Fast guided filter",
arXiv:1505.00996, 2015). An edge stays where it is and becomes steeper or flatter.
"""

from __future__ import annotations

from torch import Tensor, nn
from torch.nn import functional

from qgis_pansharp.backend.networks.layers import Gaussian

WINDOW = 1.0  # sigma of the surroundings, MS pixels
RIDGE = 2e-5  # variance, of values of about [0, 1], from which contrast counts as more than noise


class LocalRegression(nn.Module):
    """`e ~ a * s + b` in Gaussian surroundings of every MS pixel, a ridge on the variance of s.

    Args:
        bands: each is treated by itself.
    """

    REACH = 2  # MS pixels

    def __init__(self, bands: int) -> None:
        super().__init__()
        self.window = Gaussian(2 * self.REACH + 1, bands, sigma=WINDOW)

    def forward(self, missing: Tensor, seen: Tensor) -> tuple[Tensor, Tensor]:
        """Return a and b of `missing` e on `seen` s, all four `(N, B, h, w)`."""
        mean, missing_mean = self.window(seen), self.window(missing)
        variance = functional.relu(self.window(seen * seen) - mean * mean)
        slope = (self.window(seen * missing) - mean * missing_mean) / (variance + RIDGE)
        return slope, missing_mean - slope * mean
