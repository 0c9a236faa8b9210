"""Back-projection: what a sharpened image lost of the colours that the MS sensor saw is given back.

After Irani and Peleg, "Improving resolution by image registration", CVGIP: Graphical Models and
Image Processing 53(3), 1991: the image is seen once more as the sensor saw it, and what is missing
against MS is added. One step of it, with the difference smoothed: the blur of an unknown sensor is
known only roughly, and where it is too strong the step would put ripples beside every edge.
"""

from __future__ import annotations

import math

import torch
from torch import Tensor, nn
from torch.nn import functional

from qgis_pansharp.backend.mtf import DEFAULT_MS_GAIN
from qgis_pansharp.backend.networks.layers import CubicEnlargement, Gaussian
from qgis_pansharp.backend.networks.local_regression import LocalRegression

SMOOTHING = 0.4  # MS pixels
SMOOTHING_OF_REST = 0.65  # the same of what a local regression leaves
NO_FLOOR = 1000.0  # times a negative value of MS, what the image may fall to there
TAPS, TAPS_OF_REST = 5, 3  # of the two; a file tells by them which it is


class SensorView(nn.Module):
    """What an MS sensor of one Nyquist gain would see: `(N, B, r*h, r*w)` to `(N, B, h, w)`.

    The Gaussian about the middle of each footprint that `backend.mtf.degrade` uses, edges
    replicated.
    """

    taps: Tensor

    def __init__(self, ratio: int, bands: int, gain: float) -> None:
        super().__init__()
        self.ratio = ratio
        self.bands = bands
        sigma = ratio * math.sqrt(-2 * math.log(gain)) / math.pi
        count = 2 * math.ceil(max(ratio / 2, 4 * sigma) - ratio % 2 / 2) + ratio % 2
        distance = torch.arange(count, dtype=torch.float64) - (count - 1) / 2
        taps = torch.exp(-0.5 * (distance / sigma) ** 2)
        taps = (taps / taps.sum()).float()
        self.border = (count - ratio) // 2
        self.register_buffer("taps", taps.repeat(bands, 1, 1, 1), persistent=False)

    def forward(self, image: Tensor) -> Tensor:
        """Blur and decimate."""
        b = self.border
        image = functional.pad(image, (b, b, b, b), mode="replicate")
        groups, ratio = self.bands, self.ratio
        columns = self.taps.transpose(2, 3)
        image = functional.conv2d(image, columns, stride=(ratio, 1), groups=groups)
        return functional.conv2d(image, self.taps, stride=(1, ratio), groups=groups)


class BackProjection(nn.Module):
    """One smoothed step: `y + U(G(x - D(y)))`.

    With regression `x - D(y) ~ a * D(y) + b` in small surroundings goes before it, and
    `y + U(a) * y + U(b)` takes the place of y: only the rest is added as it is. Before and after
    it y is kept from being negative where MS is not, so that the step makes up for what a data type
    would cut off dark rims beside bright things.

    Args:
        ratio: PAN pixels per MS pixel along one side, r.
        bands: of MS.
        gain: Nyquist gain of the MS sensor in (0, 1).
        regression: whether there is a local regression.
    """

    def __init__(
        self, ratio: int, bands: int, gain: float = DEFAULT_MS_GAIN, regression: bool = False
    ) -> None:
        super().__init__()
        self.view = SensorView(ratio, bands, gain)
        self.regression = LocalRegression(bands) if regression else None
        if regression:
            self.smooth = Gaussian(TAPS_OF_REST, bands, sigma=SMOOTHING_OF_REST)
        else:
            self.smooth = Gaussian(TAPS, bands, sigma=SMOOTHING)
        self.enlarge = CubicEnlargement(ratio, bands)
        of_a_step = -(-self.view.border // ratio) + 2
        #: MS pixels from which the surroundings no longer change the result
        self.reach = of_a_step + self.smooth.padding
        if regression:
            self.reach += of_a_step + LocalRegression.REACH

    def forward(self, image: Tensor, ms: Tensor) -> Tensor:
        """Correct `image (N, B, r*h, r*w)` by `ms (N, B, h, w)` of the same ground."""
        if self.regression is not None:
            image = self.regressed(image, ms, self.regression)
        corrected: Tensor = image + self.enlarge(self.smooth(ms - self.view(image)))
        return corrected

    def regressed(self, image: Tensor, ms: Tensor, regression: LocalRegression) -> Tensor:
        """Return what takes the place of the image before the step."""
        floor = -NO_FLOOR * functional.relu(-ms)  # nought, and far below it where MS is negative
        floor = functional.interpolate(floor, scale_factor=self.view.ratio, mode="nearest")
        image = functional.relu(image - floor) + floor
        seen = self.view(image)
        slope, offset = regression(ms - seen, seen)
        image = image + self.enlarge(slope) * image + self.enlarge(offset)
        return functional.relu(image - floor) + floor
