"""Further bands: detail for bands that a network does not know, from what it knows.

What tells one band's detail from others' at PAN's size tells it at MS's size, too, where all bands
are given: a local regression of the further band's fine structure on that of the network's bands
and of PAN (seen as an MS sensor sees it), weighted by a Gaussian window and with a small ridge
against bands that go together, as in ridge regression (Hoerl and Kennard, Technometrics 12(1),
1970). Its coefficients serve at PAN's size (`docs/decisions.md`, 36).
"""

from __future__ import annotations

from collections.abc import Sequence

import torch
from torch import Tensor, nn

from qgis_pansharp.backend.mtf import DEFAULT_MS_GAIN
from qgis_pansharp.backend.networks.back_projection import SensorView
from qgis_pansharp.backend.networks.layers import (
    CubicEnlargement,
    Gaussian,
    enlarged_inside,
    trim,
)


class FurtherBands(nn.Module):
    """`d_k = Σ_j a_kj d_j`, a by local least squares between fine structures at MS size.

    `x - G(x)` is fine structure, with a Gaussian G of 1.5 MS pixels; j runs over the network's
    bands and PAN.

    Args:
        ratio: PAN pixels per MS pixel along one side, r.
        known: bands of the network, n.
        further: other bands of MS, m.
    """

    RIDGE = 0.1  # of each variance
    LEAST = 2.0**-20  # of a variance, of values of about [0, 1]
    FINE = 9  # MS pixels: the low-pass filter, three sigmas on each side
    WINDOW = 19  # and the regression's window

    def __init__(self, ratio: int, known: int, further: int) -> None:
        super().__init__()
        self.ratio = ratio
        self.inputs = known + 1
        self.view = SensorView(ratio, 1, DEFAULT_MS_GAIN)
        self.enlarge = CubicEnlargement(ratio, 1)
        self.low_pass = Gaussian(self.FINE, self.inputs + further, sigma=1.5)
        of_pair = range(further + 1, further + self.inputs + 1)
        self.window = Gaussian(self.WINDOW, sum(of_pair), sigma=3.0)
        #: MS pixels around a place that its coefficients look at
        self.reach = self.FINE // 2 + self.WINDOW // 2 - (-self.view.border // ratio) + 1

    def forward(self, detail: Tensor, pan: Tensor, known: Tensor, further: Tensor) -> Tensor:
        """Return the detail of further bands `(N, m, H - 2*margin, W - 2*margin)`.

        Args:
            detail: what the network added to its bands, `(N, n, H - 2*margin, W - 2*margin)`, with
                a margin of whole MS pixels.
            pan: `(N, 1, H, W)`.
            known: the network's bands of MS `(N, n, H/r, W/r)`.
            further: the other ones `(N, m, H/r, W/r)`.
        """
        seen = self.view(pan)
        margin = (pan.shape[-1] - detail.shape[-1]) // 2
        of_pan = trim(pan, margin) - trim(self.enlarge(seen), margin)
        slopes = self.slopes(torch.cat([known, seen], dim=1), further)
        sources = [detail[:, band : band + 1] for band in range(self.inputs - 1)] + [of_pan]
        added = enlarged_inside(slopes[0], self.ratio, margin) * sources[0]
        for slope, source in zip(slopes[1:], sources[1:]):
            added = added + enlarged_inside(slope, self.ratio, margin) * source
        return added

    def slopes(self, inputs: Tensor, further: Tensor) -> list[Tensor]:
        """Return the coefficients `(N, m, h, w)` for each of the inputs `(N, n + 1, h, w)`."""
        both = torch.cat([inputs, further], dim=1)
        fine = both - self.low_pass(both)
        count = self.inputs
        sums = self.window(
            torch.cat([fine[:, i : i + 1] * fine[:, i:] for i in range(count)], dim=1)
        )
        matrix, right, first = [], [], 0
        for i in range(count):
            row = {j: sums[:, first + j - i : first + j - i + 1] for j in range(i, count)}
            row[i] = row[i] * (1 + self.RIDGE) + self.LEAST
            matrix.append(row)
            first += both.shape[1] - i
            right.append(sums[:, first - further.shape[1] : first])
        return solved(matrix, right)


def solved(matrix: Sequence[dict[int, Tensor]], right: Sequence[Tensor]) -> list[Tensor]:
    """Solve symmetric positive definite systems, one per pixel, by Gaussian elimination.

    Args:
        matrix: for each row its elements `(N, 1, h, w)` from the diagonal on, by column.
        right: for each row the right-hand sides `(N, m, h, w)`.

    Returns:
        The solutions `(N, m, h, w)`, one for each row.
    """
    rows, sides = [dict(row) for row in matrix], list(right)
    count = len(rows)
    for k in range(count):
        for i in range(k + 1, count):
            share = rows[k][i] / rows[k][k]
            for j in range(i, count):
                rows[i][j] = rows[i][j] - share * rows[k][j]
            sides[i] = sides[i] - share * sides[k]
    for k in reversed(range(count)):
        for j in range(k + 1, count):
            sides[k] = sides[k] - rows[k][j] * sides[j]
        sides[k] = sides[k] / rows[k][k]
    return sides
