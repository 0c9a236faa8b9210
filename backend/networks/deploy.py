"""A network as an engine runs it: one input contract for all of them.

`(pan, ms) -> sharpened`, where PAN `(1, 1, r*h, r*w)` and MS `(1, B, h, w)` carry a halo that the
result lacks. Whatever a network wants besides (interpolated MS) is made inside.
"""

from __future__ import annotations

from collections.abc import Sequence

import torch
from torch import Tensor, nn

from qgis_pansharp.backend.models.bands import USUAL_ROLES, BandPass, plan_bands
from qgis_pansharp.backend.networks.cf2n import Cf2n, SpectralAttention
from qgis_pansharp.backend.networks.layers import CubicEnlargement, trim, without_autocast
from qgis_pansharp.backend.networks.local_means import LocalMeans
from qgis_pansharp.backend.networks.sipsanet import SipsaNet


class DeployedSipsaNet(nn.Module):
    """SIPSA-Net over a block with its halo."""

    def __init__(self, network: SipsaNet) -> None:
        super().__init__()
        self.network = network
        self.ratio = network.ratio
        self.halo = network.halo
        self.alignment = network.ratio

    def forward(self, pan: Tensor, ms: Tensor) -> Tensor:
        """Return `(1, B, H - 2*halo, W - 2*halo)`."""
        sharpened: Tensor = self.network(pan, ms, self.halo)
        return sharpened


class DeployedCf2n(nn.Module):
    """CF2N over a block with its halo, the MS interpolated inside, pooling by windows.

    The result keeps the local means of MS. With `passes` MS has more bands than the network, which
    runs once for each of them.
    """

    INTERPOLATION_REACH = 2  # MS pixels

    def __init__(self, network: Cf2n, ratio: int, passes: Sequence[BandPass] = ()) -> None:
        super().__init__()
        self.network = network
        self.ratio = ratio
        self.passes = tuple(passes)
        self.enlarge = CubicEnlargement(ratio, network.bands)
        self.alignment = SpectralAttention.CELL
        if self.alignment % ratio:
            raise ValueError(f"the pooling cell must be a multiple of the ratio, got {ratio}")
        self.local_means = LocalMeans(ratio, network.bands)
        reach = network.halo + self.INTERPOLATION_REACH * ratio + LocalMeans.REACH
        self.halo = -(-reach // self.alignment) * self.alignment
        network.pool_by_window()

    def forward(self, pan: Tensor, ms: Tensor) -> Tensor:
        """Return `(1, B, H - 2*halo, W - 2*halo)`."""
        if not self.passes:
            return self.run(pan, ms)
        found: dict[int, Tensor] = {}
        for one in self.passes:
            sharpened = self.run(pan, torch.cat([ms[:, b : b + 1] for b in one.feeds], dim=1))
            found |= {band: sharpened[:, slot : slot + 1] for slot, band in one.takes}
        return torch.cat([found[band] for band in sorted(found)], dim=1)

    def run(self, pan: Tensor, ms: Tensor) -> Tensor:
        """Sharpen as many bands as the network has."""
        with without_autocast(ms):
            enlarged = self.enlarge(ms)
        margin = self.halo - LocalMeans.REACH
        sharpened: Tensor = self.network(pan, enlarged, margin)
        with without_autocast(ms):
            kept: Tensor = self.local_means(sharpened, trim(ms, margin // self.ratio))
        return kept


def deploy(
    network: nn.Module, ratio: int, roles: Sequence[str] = ()
) -> DeployedSipsaNet | DeployedCf2n:
    """Wrap a trained network for export or inference at a ratio.

    Args:
        network: the network proper.
        ratio: PAN pixels per MS pixel along one side.
        roles: of the model's bands. Where they are more than a CF2N has, it is one for the usual
            bands of its number, and runs once for these and again for the others, each in the place
            of the nearest in wavelength.

    Raises:
        ValueError: a CF2N has other bands than `roles`, and not the usual ones among them.
    """
    if isinstance(network, SipsaNet):
        return DeployedSipsaNet(network).eval()
    if isinstance(network, Cf2n):
        passes: Sequence[BandPass] = ()
        if roles and len(roles) != network.bands:
            usual = USUAL_ROLES.get(network.bands, ())
            if not usual or not set(usual) <= set(roles):
                raise ValueError(f"its {network.bands} bands are not those that the card names")
            passes = plan_bands(usual, roles)
        return DeployedCf2n(network, ratio, passes).eval()
    raise TypeError(f"no deployment is known for {type(network).__name__}")
