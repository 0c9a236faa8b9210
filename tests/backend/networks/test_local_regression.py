"""Contrast and level come from MS around, and edges stay where PAN has them."""

from __future__ import annotations

import pytest
import torch

from qgis_pansharp.backend.networks import SipsaNet
from qgis_pansharp.backend.networks.back_projection import SensorView
from qgis_pansharp.backend.networks.local_regression import RIDGE, LocalRegression

from .probes import assert_blocks_agree, live, pair, reach, uniform

RATIOS = pytest.mark.parametrize("ratio", [2, 4])


def step(ratio: int, bands: int) -> tuple[LocalRegression, SensorView]:
    return LocalRegression(ratio, bands).double(), SensorView(ratio, bands, 0.3).double()


@RATIOS
def test_an_image_that_the_sensor_would_see_as_ms_stays_as_it_is(ratio: int) -> None:
    regression, view = step(ratio, 2)
    image = uniform(1, 2, 8 * ratio, 10 * ratio)
    assert torch.allclose(regression(image, view(image), view), image, atol=1e-12)


@RATIOS
def test_contrast_and_level_come_back_at_pans_size(ratio: int) -> None:
    regression, view = step(ratio, 2)
    blocks = uniform(1, 2, 12, 12).repeat_interleave(2 * ratio, 2).repeat_interleave(2 * ratio, 3)
    wanted = torch.tensor([1.3, 0.8], dtype=torch.float64).reshape(1, 2, 1, 1) * blocks + 0.1
    # edges are as sharp as PAN's: what back-projection adds alone could not be
    found = regression(blocks, view(wanted), view)
    assert (found - wanted).abs().max() < 0.02 * (blocks - wanted).abs().max()


def test_noise_is_not_taken_for_contrast() -> None:
    regression, view = step(4, 1)
    noise = uniform(1, 1, 80, 80) - 0.5
    image = 0.4 + 0.1 * RIDGE**0.5 * noise / view(noise).std()
    found = regression(image, 0.4 + 3 * (view(image) - 0.4), view)
    assert 0.99 < (found - found.mean()).std() / image.std() < 1.1


@RATIOS
def test_bands_are_treated_each_by_itself(ratio: int) -> None:
    regression, view = step(ratio, 2)
    image, ms = uniform(1, 2, 8 * ratio, 8 * ratio), uniform(1, 2, 8, 8, seed=1)
    both = regression(image, ms, view)
    alone, seen = step(ratio, 1)
    assert torch.allclose(both[:, 1:], alone(image[:, 1:], ms[:, 1:], seen), atol=1e-12)


@RATIOS
def test_reach_covers_all_that_changes_the_result(ratio: int) -> None:
    regression, view = step(ratio, 1)
    image = uniform(1, 1, 48 * ratio, 8 * ratio).requires_grad_()
    result = regression(image, uniform(1, 1, 48, 8, seed=1), view)
    up, down = reach(result, image, first_row=24 * ratio, period=ratio)
    covered = regression.reach(view) * ratio
    assert covered - 2 * ratio < max(-up, down) <= covered


def test_sipsanet_regresses_before_it_gives_colours_back() -> None:
    network = live(SipsaNet(4, 4, 1, 1, back_projection=0.3, regression=True))
    plain = SipsaNet(4, 4, 1, 1).double().eval()
    plain.load_state_dict(network.state_dict())  # nothing more to learn
    assert network.regression is not None and network.back_projection is not None
    pan, ms = pair(4, 16, 20, 4)
    with torch.no_grad():
        without = plain(pan, ms)
        _, of_ms = network.correct(
            network.forward_all(pan, ms).offset_logits,
            network.unshuffle(pan),
            network.normalisation(pan, ms),
        )
        there = network.resample_ms(of_ms, ms, 0)
        regressed = network.regression(without, there, network.back_projection.view)
        expected = network.back_projection(regressed, there)
        assert torch.allclose(network(pan, ms), expected, atol=1e-12)


def test_blocks_agree_with_regression() -> None:
    options = {"back_projection": 0.3, "coherent_detail": True}
    network = SipsaNet(2, 4, 1, 1, **options, regression=True)  # type: ignore[arg-type]
    assert network.halo > SipsaNet(2, 4, 1, 1, **options).halo  # type: ignore[arg-type]
    assert_blocks_agree(network)


def test_the_rest_is_smoothed_more_after_regression() -> None:
    with_it, without = (SipsaNet(2, 4, 1, 1, 0.3, regression=r) for r in (True, False))
    assert with_it.back_projection is not None and without.back_projection is not None
    assert with_it.back_projection.smooth.taps.max() < without.back_projection.smooth.taps.max()
