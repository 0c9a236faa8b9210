"""What is missing is told as a gain and an offset of what is seen, and noise is not."""

from __future__ import annotations

import pytest
import torch

from qgis_pansharp.backend.networks.local_regression import RIDGE, LocalRegression

from .probes import reach, uniform


def test_gain_and_offset_are_found() -> None:
    seen = uniform(1, 2, 16, 18)
    gain = torch.tensor([0.3, -0.2], dtype=torch.float64).reshape(1, 2, 1, 1)
    slope, offset = LocalRegression(2).double()(gain * seen + 0.1, seen)
    assert torch.allclose(slope, gain.expand_as(slope), atol=2e-3)
    assert torch.allclose(offset, torch.full_like(offset, 0.1), atol=2e-3)


def test_they_are_those_of_the_surroundings() -> None:
    seen = uniform(1, 1, 12, 40)
    here = (torch.arange(40) < 20).to(seen)
    slope, _ = LocalRegression(1).double()(here * 0.4 * seen, seen)
    border = LocalRegression.REACH
    assert torch.allclose(slope[..., : 20 - border], torch.tensor(0.4).to(seen), atol=4e-3)
    assert not slope[..., 20 + border :].any()


def test_bands_are_treated_each_by_itself() -> None:
    missing, seen = uniform(1, 2, 9, 9), uniform(1, 2, 9, 9, seed=1)
    both = LocalRegression(2).double()(missing, seen)
    alone = LocalRegression(1).double()(missing[:, 1:], seen[:, 1:])
    for of_both, of_one in zip(both, alone, strict=True):
        assert torch.allclose(of_both[:, 1:], of_one, atol=1e-15)


@pytest.mark.parametrize(("contrast", "least", "most"), [(0.1, 0.0, 0.02), (10, 0.95, 1)])
def test_contrast_counts_where_it_is_more_than_noise(
    contrast: float, least: float, most: float
) -> None:
    noise = uniform(1, 1, 40, 40) - 0.5
    seen = 0.4 + contrast * RIDGE**0.5 * noise / noise.std()
    slope, _ = LocalRegression(1).double()(seen - 0.4, seen)
    assert least <= slope.mean() <= most


def test_reach_covers_all_that_changes_the_result() -> None:
    seen = uniform(1, 1, 30, 9).requires_grad_()
    slope, offset = LocalRegression(1).double()(uniform(1, 1, 30, 9, seed=1), seen)
    ends = -LocalRegression.REACH, LocalRegression.REACH
    assert reach(slope, seen, first_row=15, period=1) == ends
    assert reach(offset, seen, first_row=15, period=1) == ends
