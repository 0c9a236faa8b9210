"""Where MS has what PAN shows: a learnt match of the two over the displacements of SIPSA-Net's map.

Learnt features of PAN and of displaced MS are compared as in stereo matching (Žbontar and LeCun,
JMLR 17(65), 2016), and a few layers weigh the result against the map that the network has already.
"""

from __future__ import annotations

import torch
from torch import Tensor, nn
from torch.nn import functional

from qgis_pansharp.backend.networks.consensus import Consensus
from qgis_pansharp.backend.networks.layers import Residual, displaced, full_precision

SLOPE = 0.1


class Matching(nn.Module):
    """The logarithm of an offset map, corrected where there is something to see.

    `l + g * (v + (a - 1) * l + A(l, v, f, h))` with `v(u, q) = <f(u), h(u + q)>`, features f of PAN
    and h of MS, edges replicated; g, the share of the local variance that is more than its floor,
    leaves out ground without contrast, where nothing but noise could be alike. With consensus what
    g multiplies has one more term, made of the map as it would be without that.

    Args:
        bands: of MS, B.
        ratio: PAN pixels per MS pixel along one side, r.
        window: displacements along one side, W.
        floor: of the local variance.
        features: compared.
        width: channels on the way to them.
        gathered: channels in which map and match are weighed.
        consensus: whether displacements are weighed once more, each by what is around.
    """

    SPREAD = 3  # MS pixels between the taps of the last block that weighs, which sees the farthest
    MAP_REACH = 2 + SPREAD + 1  # MS pixels around which the given map counts, without consensus
    CONTRAST_SCALE = 10.0  # of deviations among the features' inputs
    MAP_SCALE = 0.3  # of logarithms among A's and the consensus's inputs
    PARTS = 4  # that tell the consensus of a displacement

    def __init__(
        self,
        bands: int,
        ratio: int,
        window: int,
        floor: float,
        features: int = 8,
        width: int = 48,
        gathered: int = 64,
        consensus: bool = False,
    ) -> None:
        super().__init__()
        self.floor = floor
        self.window = window
        count = window * window
        activation = nn.LeakyReLU(SLOPE)

        def describe(channels: int) -> nn.Sequential:
            return nn.Sequential(
                nn.Conv2d(channels, width, 3, padding=1),
                Residual(width, SLOPE),
                Residual(width, SLOPE),
                activation,
                nn.Conv2d(width, features, 1),
            )

        self.of_pan = describe(ratio * ratio + 1)
        self.of_ms = describe(bands + 1)
        self.share = nn.Parameter(torch.ones(1, 1, 1, 1))  # a
        self.weigh = nn.Sequential(
            nn.Conv2d(2 * (count + features), gathered, 1),
            Residual(gathered, SLOPE),
            Residual(gathered, SLOPE),
            Residual(gathered, SLOPE, self.SPREAD),
            activation,
            nn.Conv2d(gathered, count, 3, padding=1),
        )
        self.consensus = Consensus(self.PARTS, 2 * features, SLOPE) if consensus else None

    @property
    def reach(self) -> int:
        """MS pixels around which the given map counts."""
        if self.consensus is None:
            return self.MAP_REACH
        # what is fetched is looked at where it lies
        return self.MAP_REACH + self.window // 2 + Consensus.REACH

    def reset_parameters(self) -> None:
        """Start near the map that is given."""
        for module in self.modules():
            if isinstance(module, nn.Conv2d):
                module.reset_parameters()
        with torch.no_grad():
            for last, factor in ((self.of_pan[-1], 0.3), (self.weigh[-1], 0.0)):
                for parameter in last.parameters():
                    parameter.mul_(factor)
            self.share.fill_(1.0)
        if self.consensus is not None:
            self.consensus.reset_parameters()

    def forward(
        self,
        logits: Tensor,
        unshuffled: Tensor,
        pan_deviation: Tensor,
        ms: Tensor,
        ms_deviation: Tensor,
        shifts: Tensor,
    ) -> tuple[Tensor, Tensor]:
        """Return the corrected map's logarithm `(N, W*W, h, w)`, and g `(N, 1, h, w)` in [0, 1).

        Args:
            logits: of the map, `(N, W*W, h, w)`.
            unshuffled: p̂ `(N, r*r, h, w)`, sub-pixels as channels.
            pan_deviation: local deviation of PAN at MS size `(N, 1, h, w)`.
            ms: x̂ `(N, B, h, w)`.
            ms_deviation: s(x) `(N, B, h, w)`.
            shifts: one-hot kernels of the displacements `(W*W, 1, W, W)`.
        """
        deviation = ms_deviation.mean(dim=1, keepdim=True)
        seen = self.of_pan(torch.cat([unshuffled, self.CONTRAST_SCALE * pan_deviation], dim=1))
        other = self.of_ms(torch.cat([ms, self.CONTRAST_SCALE * deviation], dim=1))
        seen = full_precision(seen)
        match = self.compare(seen, other, shifts)
        known = [self.MAP_SCALE * logits, self.MAP_SCALE * match, seen, other]
        weighed = self.weigh(torch.cat(known, dim=1))
        corrected = self.share * logits + match + full_precision(weighed)
        if self.consensus is not None:
            parts = self.evidence(corrected, match, shifts)
            said = self.consensus(parts, torch.cat([seen, other], dim=1))
            corrected = corrected + full_precision(said)
        sure = 1 - self.floor / (deviation * deviation)
        return logits + sure * (corrected - logits), sure

    def evidence(self, logarithm: Tensor, match: Tensor, shifts: Tensor) -> list[Tensor]:
        """Return what is known of each displacement, `(N, W*W, h, w)` each.

        Its probability and the logarithm of that, its match, and how likely what it fetches lies
        where PAN has it already.
        """
        likely = logarithm - logarithm.amax(dim=1, keepdim=True)
        likely = likely - likely.exp().sum(dim=1, keepdim=True).log()
        middle = shifts.shape[0] // 2
        in_place = self.copies(likely[:, middle : middle + 1], shifts)
        return [
            self.MAP_SCALE * likely,
            likely.exp(),
            self.MAP_SCALE * match,
            self.MAP_SCALE * in_place,
        ]

    @staticmethod
    def copies(image: Tensor, shifts: Tensor) -> Tensor:
        """Return displaced copies `(N, W*W, h, w)` of `(N, 1, h, w)`, its edge replicated."""
        p = shifts.shape[-1] // 2
        return displaced(functional.pad(image, (p, p, p, p), mode="replicate"), shifts)

    @staticmethod
    def compare(seen: Tensor, other: Tensor, shifts: Tensor) -> Tensor:
        """Return the products `(N, W*W, h, w)` of features `(N, C, h, w)`, the others displaced.

        In full precision where `seen` is; displacing the others takes none.
        """
        p = shifts.shape[-1] // 2
        other = functional.pad(other, (p, p, p, p), mode="replicate")
        total = displaced(other[:, :1], shifts) * seen[:, :1]
        for c in range(1, seen.shape[1]):
            total = total + displaced(other[:, c : c + 1], shifts) * seen[:, c : c + 1]
        return total
