"""Local regression: contrast and level of a sharpened image brought to those that MS has around.

What back-projection adds (`back_projection.py`) follows MS's pixels, not PAN's edges, and so costs
some of the detail that it is added to. Part of what is missing can be had without that: in small
surroundings the missing colours are regressed on what the MS sensor would see of the image, and
gain and offset found there are applied at PAN's size, as the fast guided filter does (He and Sun,
"Fast guided filter", arXiv:1505.00996, 2015). An edge stays where it is and becomes steeper or
flatter.
"""

from __future__ import annotations

from torch import Tensor, nn
from torch.nn import functional

from qgis_pansharp.backend.networks.back_projection import SensorView
from qgis_pansharp.backend.networks.layers import CubicEnlargement, Gaussian

WINDOW = 0.8  # sigma of the surroundings, MS pixels
RIDGE = 2e-5  # variance, of values of about [0, 1], from which contrast counts as more than noise


class LocalRegression(nn.Module):
    """`y + U(G(a)) * y + U(G(b))` with `x - D(y) ~ a * D(y) + b` in Gaussian surroundings G.

    D is what the sensor sees, U cubic interpolation to PAN's size.

    Args:
        ratio: PAN pixels per MS pixel along one side, r.
        bands: of MS; each is treated by itself.
    """

    def __init__(self, ratio: int, bands: int) -> None:
        super().__init__()
        self.window = Gaussian(7, bands, sigma=WINDOW)
        self.enlarge = CubicEnlargement(ratio, bands)

    def reach(self, view: SensorView) -> int:
        """MS pixels from which the surroundings no longer change the result."""
        return -(-view.border // view.ratio) + 2 * self.window.padding + 2

    def forward(self, image: Tensor, ms: Tensor, view: SensorView) -> Tensor:
        """Correct `image (N, B, r*h, r*w)` by `ms (N, B, h, w)` of the same ground."""
        seen = view(image)
        missing = ms - seen
        mean, missing_mean = self.window(seen), self.window(missing)
        variance = functional.relu(self.window(seen * seen) - mean * mean)
        slope = (self.window(seen * missing) - mean * missing_mean) / (variance + RIDGE)
        offset = missing_mean - slope * mean
        slope, offset = self.enlarge(self.window(slope)), self.enlarge(self.window(offset))
        corrected: Tensor = image + slope * image + offset
        return corrected
