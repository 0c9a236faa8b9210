"""Blocks of a scene, each with its halo, agree with the scene in one piece."""

from __future__ import annotations

from typing import Union

import pytest
import torch
from torch import Tensor, nn

from qgis_pansharp.backend.networks import Cf2n, SipsaNet
from qgis_pansharp.backend.networks.deploy import (
    DeployedCf2n,
    DeployedSipsaNet,
    deploy,
)
from qgis_pansharp.backend.networks.layers import trim
from qgis_pansharp.backend.networks.local_means import LocalMeans

from .probes import live, pair, uniform

Deployed = Union[DeployedSipsaNet, DeployedCf2n]


def uneven_pair(bands: int, height: int, width: int, ratio: int) -> tuple[Tensor, Tensor]:
    """Noise that grows brighter downwards and to the right, so that pooling sees where it is."""
    images = []
    for image in pair(bands, height, width, ratio):
        rows, columns = image.shape[2:]
        slope = torch.linspace(0, 1, rows)[:, None] + torch.linspace(0, 1, columns)
        images.append(image * (0.2 + 2 * slope))
    return images[0], images[1]


def difference_of_a_block(deployed: Deployed, core: int, row: int, column: int) -> float:
    """Sharpen a scene whole, then one block of `core` PAN pixels; return how far they differ.

    The block's core lies `row` and `column` PAN pixels from that of the whole.
    """
    ratio, halo = deployed.ratio, deployed.halo
    side = core + 2 * halo
    bands = deployed.bands
    pan, ms = uneven_pair(bands, (side + 2 * row) // ratio, (side + 2 * column) // ratio, ratio)

    def sharpen(top: int, left: int, height: int, width: int) -> Tensor:
        at_pan = pan[:, :, top : top + height, left : left + width]
        top, left, height, width = (n // ratio for n in (top, left, height, width))
        with torch.no_grad():
            sharpened: Tensor = deployed(at_pan, ms[:, :, top : top + height, left : left + width])
        return sharpened

    whole = sharpen(0, 0, *pan.shape[2:])
    assert whole.shape == (1, bands, core + 2 * row, core + 2 * column)
    block = sharpen(row, column, side, side)
    inside = whole[:, :, row : row + core, column : column + core]
    return float((block - inside).abs().max())


@pytest.fixture(scope="module")
def sipsanet() -> DeployedSipsaNet:
    deployed = deploy(live(SipsaNet(4, 4)), 4)
    assert isinstance(deployed, DeployedSipsaNet)
    return deployed


def cf2n(ratio: int, fusions: int = 4, injections: int = 3) -> DeployedCf2n:
    network = live(Cf2n(3, channels=8, fusions=fusions, injections=injections))
    deployed = deploy(network, ratio)
    assert isinstance(deployed, DeployedCf2n)
    return deployed.double()


def test_tiled_sipsanet_equals_whole(sipsanet: DeployedSipsaNet) -> None:
    assert sipsanet.halo == 128
    assert difference_of_a_block(sipsanet, core=4, row=8, column=4) < 1e-12


def test_too_small_a_halo_would_show_in_sipsanet(
    sipsanet: DeployedSipsaNet, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sipsanet, "halo", 64)
    assert difference_of_a_block(sipsanet, core=4, row=8, column=4) > 1e-9


def test_tiled_sipsanet_equals_whole_at_ratio_2() -> None:
    deployed = deploy(live(SipsaNet(3, 2)), 2)
    assert deployed.halo == 64
    assert difference_of_a_block(deployed, core=8, row=4, column=2) < 1e-12


@pytest.mark.parametrize("ratio", [2, 4])
def test_tiled_sipsanet_with_back_projection_equals_whole(ratio: int) -> None:
    deployed = deploy(live(SipsaNet(3, ratio, back_projection=0.4)), ratio)
    assert deployed.halo > 32 * ratio
    assert difference_of_a_block(deployed, core=4 * ratio, row=ratio, column=2 * ratio) < 1e-12


@pytest.mark.parametrize("ratio", [2, 4])
@pytest.mark.parametrize(("fusions", "injections"), [(4, 3), (2, 2)])
def test_tiled_cf2n_equals_whole(ratio: int, fusions: int, injections: int) -> None:
    deployed = cf2n(ratio, fusions, injections)
    assert difference_of_a_block(deployed, core=16, row=16, column=8) < 1e-12


def test_too_small_a_halo_would_show_in_cf2n() -> None:
    deployed = cf2n(4, fusions=2, injections=2)
    deployed.halo -= 24
    assert difference_of_a_block(deployed, core=16, row=16, column=8) > 1e-11


def test_blocks_of_cf2n_must_begin_at_whole_pooling_cells() -> None:
    deployed = cf2n(4)
    assert deployed.alignment == 8
    assert difference_of_a_block(deployed, core=16, row=4, column=8) > 1e-9


def test_halo_covers_the_network_and_is_a_multiple_of_the_alignment() -> None:
    for ratio in (2, 4, 8):
        deployed = deploy(Cf2n(4), ratio)
        assert deployed.halo >= Cf2n(4).halo + 2 * ratio + LocalMeans.REACH
        assert deployed.halo % deployed.alignment == deployed.alignment % ratio == 0


def test_deployed_cf2n_interpolates_ms_itself_pools_by_windows_and_keeps_local_means() -> None:
    deployed = cf2n(4, fusions=1, injections=1)
    pan, ms = pair(3, 2 * deployed.halo // 4 + 2, 2 * deployed.halo // 4 + 4, ratio=4)
    margin = deployed.halo - LocalMeans.REACH
    with torch.no_grad():
        sharpened = deployed.network(pan, deployed.enlarge(ms), margin)
        expected = deployed.local_means(sharpened, trim(ms, margin // 4))
        assert torch.equal(deployed(pan, ms), expected)
    assert expected.shape == (1, 3, 8, 16)
    assert all(m.spectral_attention.windowed for m in deployed.network.fusion_modules())


def test_a_ratio_that_does_not_divide_the_pooling_cell_is_refused() -> None:
    with pytest.raises(ValueError, match="multiple of the ratio, got 3"):
        deploy(Cf2n(4, channels=8), 3)


def test_an_unknown_network_is_refused() -> None:
    with pytest.raises(TypeError, match="Identity"):
        deploy(nn.Identity(), 4)


def eight_bands() -> DeployedCf2n:
    roles = ("coastal", "blue", "green", "yellow", "red", "red-edge", "nir", "nir2")
    deployed = deploy(live(Cf2n(4, channels=8, fusions=1, injections=1)), 4, roles)
    assert isinstance(deployed, DeployedCf2n)
    return deployed.double()


def test_of_more_bands_than_the_network_has_the_usual_ones_come_as_without_the_others() -> None:
    whole = eight_bands()
    plain = deploy(whole.network, 4).double()
    side = 2 * whole.halo + 2 * whole.alignment
    pan, ms = uniform(1, 1, side, side), uniform(1, 8, side // 4, side // 4, seed=1)
    with torch.no_grad():
        found, usual = whole(pan, ms), plain(pan, ms[:, [1, 2, 4, 6]])
    assert found.shape == (1, 8, 16, 16)
    assert torch.allclose(found[:, [1, 2, 4, 6]], trim(usual, whole.halo - plain.halo), atol=1e-9)


def test_bands_beside_the_networks_get_the_detail_of_those_that_they_are_mixed_from() -> None:
    whole = eight_bands()
    side = 2 * whole.halo + 4 * whole.alignment
    pan, ms = uniform(1, 1, side, side), uniform(1, 8, side // 4, side // 4, seed=1)
    ms[:, 0] = 0.7 * ms[:, 1] + 0.3 * ms[:, 4]
    ms[:, 3] = 0.5
    with torch.no_grad():
        found = whole(pan, ms)
        detail = found - trim(whole.enlarge(ms), whole.halo)
    mixed = 0.7 * detail[:, 1] + 0.3 * detail[:, 4]
    assert (detail[:, 0] - mixed).norm() < 0.3 * mixed.norm()  # by the ridge
    assert detail[:, 3].abs().max() < 1e-6


def test_tiled_cf2n_of_more_bands_equals_whole() -> None:
    assert difference_of_a_block(eight_bands(), core=16, row=16, column=8) < 1e-11


@pytest.mark.parametrize("bands", [4, 11])
def test_without_the_usual_bands_others_are_refused(bands: int) -> None:
    with pytest.raises(ValueError, match=f"its {bands} bands are not"):
        deploy(Cf2n(bands, channels=8, fusions=1, injections=1), 4, ("nir",) * 12)
