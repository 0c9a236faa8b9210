"""Scaling follows the scene, not its units."""

from __future__ import annotations

import numpy as np
import pytest

from qgis_pansharp.backend.scaling import RULES, fit_scaling
from tests.backend.rasters import textured

MS = textured(4, 20, 20).reshape(4, -1).astype(float)
PAN = textured(1, 20, 20, seed=5).ravel().astype(float)


@pytest.mark.parametrize("rule", RULES)
@pytest.mark.parametrize(("gain", "offset"), [(1 / 2047, 0.0), (32.0, 0.0), (3.0, 500.0)])
def test_values_do_not_depend_on_the_units_of_the_digital_numbers(
    rule: str, gain: float, offset: float
) -> None:
    first = fit_scaling(rule, PAN, MS)
    other = fit_scaling(rule, PAN * gain + (offset if rule == "moments" else 0), MS * gain)
    pan = PAN * gain + (offset if rule == "moments" else 0)
    assert np.allclose(first.ms_to_values(MS), other.ms_to_values(MS * gain), atol=1e-5)
    assert np.allclose(first.pan_to_values(PAN), other.pan_to_values(pan), atol=1e-4)


def test_moments_give_pan_the_level_and_contrast_of_the_intensity() -> None:
    scaling = fit_scaling("moments", PAN, MS)
    intensity, pan = scaling.ms_to_values(MS).mean(axis=0), scaling.pan_to_values(PAN)
    assert pan.mean() == pytest.approx(intensity.mean(), abs=1e-5)
    assert pan.std() == pytest.approx(intensity.std(), rel=1e-4)


def test_numbers_come_back() -> None:
    scaling = fit_scaling("percentile", PAN, MS)
    assert np.allclose(scaling.ms_to_numbers(scaling.ms_to_values(MS)), MS, rtol=1e-6)


@pytest.mark.parametrize("rule", RULES)
@pytest.mark.parametrize("level", [0.0, 7.0, -4.0])
def test_flat_and_empty_scenes_still_scale(rule: str, level: float) -> None:
    flat = fit_scaling(rule, np.full(9, level), np.full((4, 9), level))
    empty = fit_scaling(rule, np.empty(0), np.empty((4, 0)))
    for scaling in (flat, empty):
        assert np.isfinite(scaling.pan_to_values(np.array([level]))).all()
        assert np.isfinite(scaling.ms_to_values(np.array([level]))).all()


@pytest.mark.parametrize("rule", RULES)
def test_data_below_0_are_scaled_by_how_far_they_reach(rule: str) -> None:
    scaling = fit_scaling(rule, PAN - 3000, MS - 3000)
    assert scaling.ms_scale == pytest.approx(float(-np.percentile(MS - 3000, 0.1)))
    assert np.abs(scaling.ms_to_values(MS - 3000)).max() < 1.1
    few = MS.copy()
    few[:, :3] = -50  # a few negative values change nothing
    assert fit_scaling(rule, PAN, few).ms_scale == pytest.approx(np.percentile(few, 99.9))
