"""Displacements weighed by what is around: what lies together moves together.

A cost volume whose displacements all pass the same small layers, as in stereo matching with
aggregated costs (Chang and Chen, "Pyramid Stereo Matching Network", CVPR 2018); here there are few
layers, and their convolutions have two dimensions.
"""

from __future__ import annotations

from collections.abc import Sequence

import torch
from torch import Tensor, nn
from torch.nn import functional

from qgis_pansharp.backend.networks.layers import Residual


class Consensus(nn.Module):
    """The same layers over every displacement, from what speaks for it at all places around.

    Displacements lie below each other in one tall image, with empty rows between them that no
    layer sees across: engines get one image, and no third dimension.

    Args:
        parts: images that tell something of each displacement.
        guides: channels that tell something of the place, whatever the displacement.
        slope: of the activation where it is negative.
        width: channels of the layers.
    """

    SPREAD = 2  # MS pixels between the taps of the middle layer
    REACH = 1 + SPREAD + 1  # MS pixels

    def __init__(self, parts: int, guides: int, slope: float, width: int = 4) -> None:
        super().__init__()
        self.first = nn.Conv2d(parts, width, 3, padding=1)
        self.guide = nn.Conv2d(guides, width, 1)
        self.refine = nn.Sequential(Residual(width, slope, self.SPREAD), nn.LeakyReLU(slope))
        self.last = nn.Conv2d(width, 1, 3, padding=1)

    def reset_parameters(self) -> None:
        """Start without any influence."""
        for module in self.modules():
            if isinstance(module, nn.Conv2d):
                module.reset_parameters()
        with torch.no_grad():
            for parameter in self.last.parameters():
                parameter.zero_()

    def forward(self, parts: Sequence[Tensor], guides: Tensor) -> Tensor:
        """Return what is said of each displacement `(N, W*W, h, w)`.

        Args:
            parts: each of that shape.
            guides: `(N, C, h, w)`.
        """
        number, count, rows, columns = parts[0].shape
        spaced = rows + self.REACH
        tall = (number, -1, count * spaced, columns)
        images = [self.space(part).reshape(tall) for part in parts]
        z = self.first(torch.cat(images, dim=1))
        # every displacement sees the same place
        z = (
            z.reshape(number, -1, count, spaced, columns)
            + self.space(self.guide(guides))[:, :, None]
        )
        weighed = self.last(self.refine(z.reshape(tall))).reshape(number, count, spaced, columns)
        kept: Tensor = weighed[:, :, :rows]
        return kept

    def space(self, image: Tensor) -> Tensor:
        """Return `(N, C, h, w)` with the empty rows below."""
        return functional.pad(image, (0, 0, 0, self.REACH))
