"""A network as an engine runs it: one input contract for all of them.

`(pan, ms) -> sharpened`, where PAN `(1, 1, r*h, r*w)` and MS `(1, B, h, w)` carry a halo that the
result lacks. Whatever a network wants besides (interpolated MS) is made inside.
"""

from __future__ import annotations

from collections.abc import Sequence

import torch
from torch import Tensor, nn

from qgis_pansharp.backend.models.bands import USUAL_ROLES
from qgis_pansharp.backend.networks.cf2n import Cf2n, SpectralAttention
from qgis_pansharp.backend.networks.further_bands import FurtherBands
from qgis_pansharp.backend.networks.layers import (
    CubicEnlargement,
    full_precision,
    trim,
    without_autocast,
)
from qgis_pansharp.backend.networks.local_means import LocalMeans
from qgis_pansharp.backend.networks.regressed_detail import RegressedDetail
from qgis_pansharp.backend.networks.sipsanet import SipsaNet


class DeployedSipsaNet(nn.Module):
    """SIPSA-Net over a block with its halo."""

    def __init__(self, network: SipsaNet) -> None:
        super().__init__()
        self.network = network
        self.bands = network.bands
        self.ratio = network.ratio
        self.halo = network.halo
        self.alignment = network.ratio

    def forward(self, pan: Tensor, ms: Tensor) -> Tensor:
        """Return `(1, B, H - 2*halo, W - 2*halo)`."""
        sharpened: Tensor = self.network(pan, ms, self.halo)
        return sharpened


class DeployedCf2n(nn.Module):
    """CF2N over a block with its halo, the MS interpolated inside, pooling by windows.

    The result keeps the local means of MS, and a share of its detail may be regressed. With `known`
    MS has more bands than the network, whose bands these are; the detail of the others follows from
    theirs.
    """

    INTERPOLATION_REACH = 2  # MS pixels

    def __init__(
        self, network: Cf2n, ratio: int, bands: int | None = None, known: Sequence[int] = ()
    ) -> None:
        super().__init__()
        self.network = network
        self.ratio = ratio
        self.bands = bands or network.bands
        self.known = tuple(known) or tuple(range(network.bands))
        self.others = tuple(band for band in range(self.bands) if band not in self.known)
        self.enlarge = CubicEnlargement(ratio, self.bands)
        self.alignment = SpectralAttention.CELL
        if self.alignment % ratio:
            raise ValueError(f"the pooling cell must be a multiple of the ratio, got {ratio}")
        self.further = FurtherBands(ratio, network.bands, len(self.others)) if self.others else None
        regressed = float(network.regressed_share) > 0
        self.regressed = RegressedDetail(ratio, network.bands) if regressed else None
        self.local_means = LocalMeans(ratio, self.bands)
        reach = network.halo + self.INTERPOLATION_REACH * ratio
        if self.further is not None:
            reach = max(reach, self.further.reach * ratio)
        if self.regressed is not None:
            reach = max(reach, self.regressed.reach * ratio)
        reach += LocalMeans.REACH
        self.halo = -(-reach // self.alignment) * self.alignment
        network.pool_by_window()

    def forward(self, pan: Tensor, ms: Tensor) -> Tensor:
        """Return `(1, B, H - 2*halo, W - 2*halo)`."""
        with without_autocast(ms):
            enlarged = self.enlarge(ms)
        margin = self.halo - LocalMeans.REACH
        sharpened: Tensor = self.network(pan, self.of_network(enlarged), margin)
        with without_autocast(ms):
            enlarged = trim(enlarged, margin)
            sharpened = self.mix_regressed(sharpened, enlarged, pan, ms, margin)
            sharpened = self.add_others(sharpened, enlarged, pan, ms)
            kept: Tensor = self.local_means(sharpened, trim(ms, margin // self.ratio))
        return kept

    def mix_regressed(
        self, sharpened: Tensor, enlarged: Tensor, pan: Tensor, ms: Tensor, margin: int
    ) -> Tensor:
        """Return the network's bands of `(N, n, h, w)`, some of their detail regressed.

        `enlarged` has all bands, and like `sharpened` lacks the margin.
        """
        if self.regressed is None:
            return sharpened
        detail = self.regressed(pan, self.of_network(ms), margin)
        sharpened = full_precision(sharpened)
        missing = self.of_network(enlarged) + detail - sharpened
        mixed: Tensor = sharpened + self.network.regressed_share * missing
        return mixed

    def of_network(self, image: Tensor) -> Tensor:
        """Choose the network's bands of all `(N, B, h, w)`."""
        return _bands(image, self.known) if self.others else image

    def add_others(self, sharpened: Tensor, enlarged: Tensor, pan: Tensor, ms: Tensor) -> Tensor:
        """Return all bands of MS `(N, B, h, w)`, from the network's ones sharpened.

        `enlarged` has all bands, and like `sharpened` lacks its margin.
        """
        if self.further is None:
            return sharpened
        sharpened = full_precision(sharpened)
        detail = sharpened - _bands(enlarged, self.known)
        added = self.further(detail, pan, _bands(ms, self.known), _bands(ms, self.others))
        others = _bands(enlarged, self.others) + added
        order = [(*self.known, *self.others).index(band) for band in range(self.bands)]
        return _bands(torch.cat([sharpened, others], dim=1), order)


def _bands(image: Tensor, bands: Sequence[int]) -> Tensor:
    """Choose bands of `(N, B, h, w)`."""
    return torch.cat([image[:, band : band + 1] for band in bands], dim=1)


def deploy(
    network: nn.Module, ratio: int, roles: Sequence[str] = ()
) -> DeployedSipsaNet | DeployedCf2n:
    """Wrap a trained network for export or inference at a ratio.

    Args:
        network: the network proper.
        ratio: PAN pixels per MS pixel along one side.
        roles: of the model's bands. Where they are more than a CF2N has, it is one for the usual
            bands of its number, and the detail of the others follows from that of these.

    Raises:
        ValueError: a CF2N has other bands than `roles`, and not the usual ones among them.
    """
    if isinstance(network, SipsaNet):
        return DeployedSipsaNet(network).eval()
    if isinstance(network, Cf2n):
        if not roles or len(roles) == network.bands:
            return DeployedCf2n(network, ratio).eval()
        usual = USUAL_ROLES.get(network.bands, ())
        if not usual or not set(usual) <= set(roles):
            raise ValueError(f"its {network.bands} bands are not those that the card names")
        known = [roles.index(role) for role in usual]
        return DeployedCf2n(network, ratio, len(roles), known).eval()
    raise TypeError(f"no deployment is known for {type(network).__name__}")
