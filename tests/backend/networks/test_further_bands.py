"""Bands that a network does not know get their detail from those that it does, place by place."""

from __future__ import annotations

import pytest
import torch
from torch import Tensor

from qgis_pansharp.backend.networks.further_bands import FurtherBands, solved
from qgis_pansharp.backend.networks.layers import trim

from .probes import uniform

MARGIN = 80  # PAN pixels


@pytest.fixture
def exact(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(FurtherBands, "RIDGE", 0.0)
    monkeypatch.setattr(FurtherBands, "LEAST", 1e-12)


def added(known: Tensor, further: Tensor, pan: Tensor, detail: Tensor) -> Tensor:
    network = FurtherBands(4, known.shape[1], further.shape[1]).double()
    found: Tensor = network(detail, pan, known, further)
    return found


def scene() -> tuple[Tensor, Tensor, Tensor]:
    """PAN, MS of three bands, and their detail, all of noise."""
    pan, ms = uniform(1, 1, 224, 256), uniform(1, 3, 56, 64, seed=1)
    detail = uniform(1, 3, 224 - 2 * MARGIN, 256 - 2 * MARGIN, seed=2) - 0.5
    return pan, ms, detail


def test_systems_are_solved_for_every_pixel() -> None:
    roots = uniform(6, 5, 5, 7)
    full = torch.einsum("nikp,njkp->nijp", roots, roots)  # (6, 5, 5, 7)
    right = uniform(6, 5, 2, 7, seed=1)
    rows = [{j: full[:, i, j][:, None, None] for j in range(i, 5)} for i in range(5)]
    found = solved(rows, [right[:, i][:, :, None] for i in range(5)])
    expected = torch.linalg.solve(full.permute(0, 3, 1, 2), right.permute(0, 3, 1, 2))
    for i in range(5):
        assert torch.allclose(found[i][:, :, 0], expected[:, :, i].permute(0, 2, 1), atol=1e-8)


def test_a_mixture_of_bands_gets_the_same_mixture_of_their_detail(exact: None) -> None:
    pan, ms, detail = scene()
    further = torch.stack([ms[:, 0] - 0.5 * ms[:, 2], 2 * ms[:, 1] + 0.3], dim=1)
    expected = torch.stack([detail[:, 0] - 0.5 * detail[:, 2], 2 * detail[:, 1]], dim=1)
    assert torch.allclose(added(ms, further, pan, detail), expected, atol=1e-7)


def test_what_only_pan_shows_comes_from_pan(exact: None) -> None:
    pan, ms, detail = scene()
    network = FurtherBands(4, 3, 1).double()
    seen = network.view(pan)
    found = network(detail, pan, ms, 0.6 * seen)
    assert torch.allclose(found, 0.6 * trim(pan - network.enlarge(seen), MARGIN), atol=1e-7)


def test_each_place_has_its_own_mixture(exact: None) -> None:
    pan, ms = uniform(1, 1, 224, 480), uniform(1, 3, 56, 120, seed=1)
    detail = uniform(1, 3, 224 - 2 * MARGIN, 480 - 2 * MARGIN, seed=2) - 0.5
    further = torch.cat([ms[:, :1, :, :60], -ms[:, 1:2, :, 60:]], dim=3)
    found = added(ms, further, pan, detail)
    assert torch.allclose(found[..., :100], detail[:, :1, :, :100], atol=1e-6)
    assert torch.allclose(found[..., -100:], -detail[:, 1:2, :, -100:], atol=1e-6)


def test_ground_without_structure_gets_no_detail() -> None:
    pan, ms, detail = scene()
    flat = torch.full_like(ms, 0.4)
    assert added(ms, flat[:, :1], pan, detail).abs().max() < 1e-6
    assert added(flat, ms[:, :1], torch.full_like(pan, 0.4), detail).abs().max() < 1e-3


def test_bands_that_are_the_same_share_the_detail() -> None:
    pan, ms, detail = scene()
    ms[:, 1], detail[:, 1] = ms[:, 0], detail[:, 0]
    found = added(ms, ms[:, :1], pan, detail)
    assert (found - detail[:, :1]).norm() < 0.1 * detail[:, :1].norm()
