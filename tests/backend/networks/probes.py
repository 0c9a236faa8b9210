"""Networks of live weights, random images and the reach of a gradient, for tests."""

from __future__ import annotations

from typing import TypeVar

import torch
from torch import Tensor, nn

from qgis_pansharp.backend.networks import SipsaNet
from qgis_pansharp.backend.networks.deploy import deploy

Network = TypeVar("Network", bound=nn.Module)


def live(network: Network, seed: int = 0) -> Network:
    """Return the network in float64 without one weight at zero, so that every path counts."""
    random = torch.Generator().manual_seed(seed)
    network.double()
    with torch.no_grad():
        for parameter in network.parameters():
            fan_in = parameter[0].numel() if parameter.dim() > 1 else 8
            noise = torch.randn(parameter.shape, generator=random, dtype=torch.float64)
            parameter.add_(0.5 * noise / fan_in**0.5)
    return network.eval()


def uniform(*shape: int, seed: int = 0) -> Tensor:
    """Return values in [0, 1), float64."""
    return torch.rand(shape, generator=torch.Generator().manual_seed(seed), dtype=torch.float64)


def pair(bands: int, height: int, width: int, ratio: int, seed: int = 0) -> tuple[Tensor, Tensor]:
    """Return PAN `(1, 1, r*height, r*width)` and MS `(1, bands, height, width)`."""
    pan = uniform(1, 1, height * ratio, width * ratio, seed=seed)
    return pan, uniform(1, bands, height, width, seed=seed + 1)


def rows_reached(result: Tensor, image: Tensor, row: int) -> tuple[int, int]:
    """Return how far up and down `image` the result's row depends on it, in image rows.

    The middle column stands for the row; both have the same number of rows.
    """
    middle = result[:, :, row, result.shape[3] // 2].sum()
    (gradient,) = torch.autograd.grad(middle, image, retain_graph=True)
    rows = gradient.abs().amax(dim=(0, 1, 3)).nonzero().flatten().tolist()
    return rows[0] - row, rows[-1] - row


def reach(result: Tensor, image: Tensor, first_row: int, period: int) -> tuple[int, int]:
    """Return the furthest that any of `period` successive rows reaches up and down."""
    spans = [rows_reached(result, image, first_row + i) for i in range(period)]
    return min(up for up, _ in spans), max(down for _, down in spans)


def assert_blocks_agree(network: SipsaNet) -> None:
    """Check that a block gives what the whole gives there, bands and ratio as the network's."""
    deployed = deploy(live(network), network.ratio)
    halo, ratio = deployed.halo, network.ratio
    pan, ms = pair(network.bands, 2 * halo // ratio + 6, 2 * halo // ratio + 4, ratio)
    with torch.no_grad():
        whole = deployed(pan, ms)
        block = deployed(pan[:, :, 4 * ratio :, 2 * ratio :], ms[:, :, 4:, 2:])
    assert torch.allclose(whole[:, :, 4 * ratio :, 2 * ratio :], block, atol=1e-12)
