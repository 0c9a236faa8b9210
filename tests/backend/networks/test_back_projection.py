"""Back-projection sees an image as the sensor does, and gives back what is missing."""

from __future__ import annotations

import numpy as np
import pytest
import torch

from qgis_pansharp.backend.mtf import degrade
from qgis_pansharp.backend.networks.back_projection import BackProjection, SensorView

from .probes import reach, uniform


@pytest.mark.parametrize(("ratio", "gain"), [(4, 0.3), (2, 0.5), (3, 0.2)])
def test_view_is_the_sensor_of_the_protocol(ratio: int, gain: float) -> None:
    image = uniform(1, 3, 12 * ratio, 9 * ratio)
    seen = SensorView(ratio, 3, gain).double()(image)[0].numpy()
    np.testing.assert_allclose(seen, degrade(image[0].numpy(), ratio, gain), atol=1e-7)


REGRESSION = pytest.mark.parametrize("regression", [False, True])


@REGRESSION
def test_an_image_that_the_sensor_would_see_as_ms_stays_as_it_is(regression: bool) -> None:
    step = BackProjection(4, 2, regression=regression).double()
    image = uniform(1, 2, 32, 40)
    assert torch.allclose(step(image, step.view(image)), image, atol=1e-12)


@REGRESSION
def test_a_colour_that_was_lost_comes_back_whole(regression: bool) -> None:
    step = BackProjection(4, 2, regression=regression).double()
    image = 0.3 + uniform(1, 2, 64, 64)
    lost = torch.tensor([0.2, -0.1], dtype=torch.float64).reshape(1, 2, 1, 1)
    # with regression the taps' own precision counts, as they do not quite add up to one
    assert torch.allclose(step(image - lost, step.view(image)), image, atol=1e-5)


def test_fine_differences_come_back_in_part() -> None:
    step = BackProjection(4, 1).double()
    fine = torch.zeros(1, 1, 16, 16, dtype=torch.float64)
    fine[:, :, ::2, ::2] = 1  # at the highest frequency that MS has
    image = torch.zeros(1, 1, 64, 64, dtype=torch.float64)
    assert 0 < (step(image, fine) - fine.mean()).abs().max() < 0.73  # of .75


@pytest.mark.parametrize("ratio", [2, 4])
def test_with_regression_contrast_comes_back_at_pans_size(ratio: int) -> None:
    blocks = uniform(1, 2, 12, 12).repeat_interleave(2 * ratio, 2).repeat_interleave(2 * ratio, 3)
    wanted = torch.tensor([1.3, 0.8], dtype=torch.float64).reshape(1, 2, 1, 1) * blocks + 0.1
    errors = {}
    for regression in (False, True):
        step = BackProjection(ratio, 2, regression=regression).double()
        errors[regression] = (step(blocks, step.view(wanted)) - wanted).abs().max()
    # edges as sharp as they were, which is more than MS could tell
    assert errors[True] < 0.02 * (blocks - wanted).abs().max()
    assert errors[True] < 0.1 * errors[False]


def test_what_regression_leaves_comes_back_in_part() -> None:
    step = BackProjection(4, 1, regression=True).double()
    image = 0.2 + 0.1 * uniform(1, 1, 64, 64)
    ms = step.view(image) + 0.1 * uniform(1, 1, 16, 16, seed=1)  # nothing that the image has
    before, after = ms - step.view(image), ms - step.view(step(image, ms))
    assert 0.1 * before.std() < after.std() < 0.8 * before.std()


def test_with_regression_dark_rims_do_not_cost_the_mean() -> None:
    image = 0.3 + 0.01 * uniform(1, 1, 64, 64)
    image[..., 28:36, 28:36] = 2.0
    image[..., 24:28, 24:40] = -0.5  # what a network makes beside a bright thing
    ms = BackProjection(4, 1).double().view(image.clamp_min(0.02))
    biases = {}
    for regression in (False, True):
        step = BackProjection(4, 1, regression=regression).double()
        biases[regression] = float(step(image, ms).clamp_min(0).mean() / ms.mean() - 1)
    assert abs(biases[True]) < 0.3 * biases[False]


def test_with_regression_negative_values_stay_where_ms_has_them() -> None:
    step = BackProjection(4, 2, regression=True).double()
    image = uniform(1, 2, 32, 40) - 3
    assert torch.allclose(step(image, step.view(image)), image, atol=1e-12)


@REGRESSION
@pytest.mark.parametrize("ratio", [2, 4])
def test_reach_covers_all_that_changes_the_result(ratio: int, regression: bool) -> None:
    step = BackProjection(ratio, 1, 0.3, regression).double()
    image = uniform(1, 1, 40 * ratio, 6 * ratio).requires_grad_()
    ms = uniform(1, 1, 40, 6)
    up, down = reach(step(image, ms), image, first_row=20 * ratio, period=ratio)
    assert -up <= step.reach * ratio and down <= step.reach * ratio
    assert max(-up, down) > (step.reach - 1) * ratio - ratio
