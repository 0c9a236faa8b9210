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


def test_an_image_that_the_sensor_would_see_as_ms_stays_as_it_is() -> None:
    step = BackProjection(4, 2).double()
    image = uniform(1, 2, 32, 40)
    assert torch.allclose(step(image, step.view(image)), image, atol=1e-12)


def test_a_colour_that_was_lost_comes_back_whole() -> None:
    step = BackProjection(4, 2).double()
    image = uniform(1, 2, 64, 64)
    lost = torch.tensor([0.2, -0.1], dtype=torch.float64).reshape(1, 2, 1, 1)
    assert torch.allclose(step(image - lost, step.view(image)), image, atol=1e-7)


def test_fine_differences_come_back_in_part() -> None:
    step = BackProjection(4, 1).double()
    fine = torch.zeros(1, 1, 16, 16, dtype=torch.float64)
    fine[:, :, ::2, ::2] = 1  # at the highest frequency that MS has
    image = torch.zeros(1, 1, 64, 64, dtype=torch.float64)
    assert 0 < (step(image, fine) - fine.mean()).abs().max() < 0.73  # of .75


@pytest.mark.parametrize("ratio", [2, 4])
def test_reach_covers_all_that_changes_the_result(ratio: int) -> None:
    step = BackProjection(ratio, 1, 0.3).double()
    image = uniform(1, 1, 40 * ratio, 6 * ratio).requires_grad_()
    ms = uniform(1, 1, 40, 6)
    up, down = reach(step(image, ms), image, first_row=20 * ratio, period=ratio)
    assert -up <= step.reach * ratio and down <= step.reach * ratio
    assert max(-up, down) > (step.reach - 1) * ratio - ratio
