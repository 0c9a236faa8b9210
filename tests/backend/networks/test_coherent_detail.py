"""Detail that a band shares with PAN is raised, what is no more than noise is damped."""

from __future__ import annotations

import pytest
import torch
from torch import Tensor

from qgis_pansharp.backend.networks import SipsaNet
from qgis_pansharp.backend.networks.coherent_detail import CoherentDetail

from .probes import assert_blocks_agree, live, pair, reach, uniform

RATIOS = pytest.mark.parametrize("ratio", [2, 4])


def detail_of(step: CoherentDetail, image: Tensor) -> Tensor:
    three = torch.cat([image, image, image], dim=1)[:, :3]  # as many as the step has filters
    return (three - step.low_pass(three))[:, : image.shape[1]]


@RATIOS
def test_shared_detail_is_raised_by_the_gain_and_opposed_detail_left(ratio: int) -> None:
    pan = uniform(1, 1, 60, 60)
    step = CoherentDetail(ratio, 2).double()
    bands = torch.cat([0.8 * pan, 0.5 - 0.3 * pan], dim=1)
    raised = step(bands, pan) - bands
    expected = step.GAIN * 0.8 * detail_of(step, pan)
    assert torch.allclose(raised[:, :1], expected, rtol=0.02, atol=1e-4)
    assert raised[:, 1:].abs().max() < 1e-6


@RATIOS
def test_noise_is_damped(ratio: int) -> None:
    pan = 0.5 + CoherentDetail.NOISE * uniform(1, 1, 60, 60)
    step = CoherentDetail(ratio, 2).double()
    bands = pan.repeat(1, 2, 1, 1)
    damped = step(bands, pan)
    before, after = detail_of(step, bands), detail_of(step, damped)
    assert 1 - step.CORING < after.std() / before.std() < 1 - 0.6 * step.CORING


def test_fine_detail_that_pan_does_not_show_is_damped_and_coarse_detail_stays() -> None:
    pan = torch.full((1, 1, 60, 60), 0.4, dtype=torch.float64)
    step = CoherentDetail(4, 2).double()
    bands = uniform(1, 2, 60, 60)
    change = step(bands, pan) - bands
    assert torch.allclose(change, -step.DAMPING * detail_of(step, bands), atol=1e-6)
    slopes = torch.linspace(0, 1, 60, dtype=torch.float64).expand(1, 2, 60, 60)
    middle = (..., slice(12, -12), slice(12, -12))
    assert torch.allclose(step(slopes, pan)[middle], slopes[middle], atol=1e-6)


@RATIOS
def test_reach_covers_all_that_changes_the_result(ratio: int) -> None:
    pan = uniform(1, 1, 40, 8 * ratio)
    image = (pan + 0.1 * uniform(1, 1, 40, 8 * ratio, seed=2)).requires_grad_()
    result = CoherentDetail(ratio, 1).double()(image, pan)
    up, down = reach(result, image, first_row=18, period=2)
    assert max(-up, down) == CoherentDetail.REACH * ratio


def test_sipsanet_raises_detail_at_inference_before_it_gives_colours_back() -> None:
    network = live(
        SipsaNet(4, 4, alignment_blocks=1, ms_blocks=1, back_projection=0.3, coherent_detail=True)
    )
    plain = SipsaNet(4, 4, alignment_blocks=1, ms_blocks=1, back_projection=0.3).double().eval()
    plain.load_state_dict(network.state_dict())
    pan, ms = pair(4, 20, 24, 4)
    with torch.no_grad():
        raised, without = network(pan, ms), plain(pan, ms)
        view = plain.back_projection
        assert view is not None
        change = raised - without
        assert change.abs().mean() > 0.001
        # MS, which sees no detail, sees little of the change
        assert view.view(change).abs().mean() < 0.2 * change.abs().mean()
        assert torch.equal(network.train()(pan, ms), plain.train()(pan, ms))


def test_blocks_agree_with_detail_raised() -> None:
    network = SipsaNet(2, 4, alignment_blocks=1, ms_blocks=1, back_projection=0.3)
    with_detail = SipsaNet(
        2, 4, alignment_blocks=1, ms_blocks=1, back_projection=0.3, coherent_detail=True
    )
    assert with_detail.halo == network.halo + 4 * CoherentDetail.REACH
    assert_blocks_agree(with_detail)


def test_detail_alone_is_refused() -> None:
    with pytest.raises(ValueError, match="back-projection"):
        SipsaNet(4, 4, coherent_detail=True)
