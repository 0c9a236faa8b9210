"""PAN's detail comes as strong as each band and PAN go together around a place."""

from __future__ import annotations

import pytest
import torch
from torch import Tensor

from qgis_pansharp.backend.networks.cf2n import Cf2n
from qgis_pansharp.backend.networks.deploy import deploy
from qgis_pansharp.backend.networks.layers import trim
from qgis_pansharp.backend.networks.regressed_detail import RegressedDetail

from .probes import live, pair, uniform

MARGIN = 96  # PAN pixels


def seen_and_fine(pan: Tensor, bands: int) -> tuple[RegressedDetail, Tensor, Tensor]:
    """The module, PAN at MS's size, and what PAN has besides."""
    network = RegressedDetail(4, bands).double()
    seen = network.view(pan)
    return network, seen, trim(pan - network.enlarge(seen), MARGIN)


@pytest.mark.parametrize("slope", [0.6, 0.0, -0.3])
def test_a_band_that_follows_pan_gets_as_much_of_its_detail(
    slope: float, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(RegressedDetail, "RIDGE", 1e-12)
    pan = uniform(1, 1, 256, 288)
    network, seen, fine = seen_and_fine(pan, 2)
    ms = torch.cat([0.2 + slope * seen, seen], dim=1)
    detail = network(pan, ms, MARGIN)
    assert torch.allclose(detail[:, :1], slope * fine, atol=5e-6)  # taps are float32
    assert torch.allclose(detail[:, 1:], fine, atol=5e-6)


def test_each_place_has_its_own_gain(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(RegressedDetail, "RIDGE", 1e-12)
    pan = uniform(1, 1, 256, 480)
    network, seen, fine = seen_and_fine(pan, 1)
    half = seen.shape[-1] // 2
    ms = torch.cat([0.3 * seen[..., :half], -2 * seen[..., half:]], dim=3)
    detail = network(pan, ms, MARGIN)
    assert torch.allclose(detail[..., :64], 0.3 * fine[..., :64], atol=1e-6)
    assert torch.allclose(detail[..., -64:], -2 * fine[..., -64:], atol=1e-6)


def test_noise_of_flat_ground_is_not_taken_for_detail() -> None:
    pan = 0.4 + 2e-3 * (uniform(1, 1, 256, 288) - 0.5)
    network, seen, fine = seen_and_fine(pan, 1)
    detail = network(pan, 3 * seen, MARGIN)
    assert detail.std() < 0.05 * fine.std()


def test_a_margin_of_its_reach_is_enough() -> None:
    pan, ms = uniform(1, 1, 320, 320), uniform(1, 2, 80, 80, seed=1)
    network = RegressedDetail(4, 2).double()
    margin = network.reach * 4
    whole = network(pan, ms, margin)
    cut = 8  # MS pixels
    part = network(trim(pan, 4 * cut), trim(ms, cut), margin)
    assert torch.allclose(part, trim(whole, 4 * cut), atol=1e-12)


def test_a_network_takes_its_share_of_it() -> None:
    plain = live(Cf2n(2, channels=8, fusions=3, injections=1))
    shared = Cf2n(2, channels=8, fusions=3, injections=1, regressed_share=0.25).double()
    shared.load_state_dict(plain.state_dict())
    without, with_share = deploy(plain, 4).double(), deploy(shared, 4).double()
    assert (without.halo, without.alignment) == (with_share.halo, with_share.alignment)
    side = (2 * without.halo + 2 * without.alignment) // 4
    pan, ms = pair(2, side, side, 4)
    # local means, which follow, are linear, so that it may be judged after them
    margin = without.halo - without.local_means.REACH
    network = RegressedDetail(4, 2).double()
    detail = network(pan, ms, margin)
    enlarged = trim(without.enlarge(ms), margin)
    regressed = without.local_means(enlarged + detail, trim(ms, margin // 4))
    with torch.no_grad():
        expected = 0.75 * without(pan, ms) + 0.25 * regressed
        assert torch.allclose(with_share(pan, ms), expected, atol=1e-7)
