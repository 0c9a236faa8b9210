"""A network as an engine runs it: one input contract for all of them.

`(pan, ms) -> sharpened`, where PAN `(1, 1, r*h, r*w)` and MS `(1, B, h, w)` carry a halo that the
result lacks. Whatever a network wants besides (interpolated MS) is made inside.
"""

from __future__ import annotations

from torch import Tensor, nn

from qgis_pansharp.backend.networks.cf2n import Cf2n, SpectralAttention
from qgis_pansharp.backend.networks.layers import CubicEnlargement, without_autocast
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
    """CF2N over a block with its halo, the MS interpolated inside, pooling by windows."""

    INTERPOLATION_REACH = 2  # MS pixels

    def __init__(self, network: Cf2n, ratio: int) -> None:
        super().__init__()
        self.network = network
        self.ratio = ratio
        self.enlarge = CubicEnlargement(ratio, network.bands)
        self.alignment = SpectralAttention.CELL
        if self.alignment % ratio:
            raise ValueError(f"the pooling cell must be a multiple of the ratio, got {ratio}")
        reach = network.halo + self.INTERPOLATION_REACH * ratio
        self.halo = -(-reach // self.alignment) * self.alignment
        network.pool_by_window()

    def forward(self, pan: Tensor, ms: Tensor) -> Tensor:
        """Return `(1, B, H - 2*halo, W - 2*halo)`."""
        with without_autocast(ms):
            enlarged = self.enlarge(ms)
        sharpened: Tensor = self.network(pan, enlarged, self.halo)
        return sharpened


def deploy(network: nn.Module, ratio: int) -> DeployedSipsaNet | DeployedCf2n:
    """Wrap a trained network for export or inference at a ratio."""
    if isinstance(network, SipsaNet):
        return DeployedSipsaNet(network).eval()
    if isinstance(network, Cf2n):
        return DeployedCf2n(network, ratio).eval()
    raise TypeError(f"no deployment is known for {type(network).__name__}")
