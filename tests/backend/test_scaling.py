"""Scaling follows the scene, not its units."""

from __future__ import annotations

import numpy as np
import pytest

from qgis_pansharp.backend.scaling import DEVIATION, MEAN, RULES, SceneScaling, fit_scaling
from tests.backend.rasters import textured

MS = textured(4, 20, 20).reshape(4, -1).astype(float)
PAN = textured(1, 20, 20, seed=5).ravel().astype(float)


@pytest.mark.parametrize("rule", RULES)
@pytest.mark.parametrize(("gain", "offset"), [(1 / 2047, 0.0), (32.0, 0.0), (3.0, 500.0)])
def test_values_do_not_depend_on_the_units_of_the_digital_numbers(
    rule: str, gain: float, offset: float
) -> None:
    # what a rule takes an offset from
    pan_offset = 0.0 if rule == "percentile" else offset
    ms_offset = offset if rule == "band-moments" else 0.0
    pan, ms = PAN * gain + pan_offset, MS * gain + ms_offset
    first, other = fit_scaling(rule, PAN, MS), fit_scaling(rule, pan, ms)
    assert np.allclose(first.ms_to_values(MS), other.ms_to_values(ms), atol=1e-4)
    assert np.allclose(first.pan_to_values(PAN), other.pan_to_values(pan), atol=1e-4)


def test_moments_give_pan_the_level_and_contrast_of_the_intensity() -> None:
    scaling = fit_scaling("moments", PAN, MS)
    intensity, pan = scaling.ms_to_values(MS).mean(axis=0), scaling.pan_to_values(PAN)
    assert pan.mean() == pytest.approx(intensity.mean(), abs=1e-5)
    assert pan.std() == pytest.approx(intensity.std(), rel=1e-4)


def test_band_moments_give_pan_and_every_band_one_level_and_contrast() -> None:
    scaling = fit_scaling("band-moments", PAN, MS * np.array([[1.0], [0.1], [7.0], [2.0]]) + 50)
    images = [scaling.pan_to_values(PAN)]
    images += list(scaling.ms_to_values(MS * np.array([[1.0], [0.1], [7.0], [2.0]]) + 50))
    for image in images:
        low, high = np.percentile(image, (1, 99))
        inner = image[(image >= low) & (image <= high)]
        assert inner.mean() == pytest.approx(MEAN, abs=1e-3)
        assert inner.std() == pytest.approx(DEVIATION, rel=1e-2)


def test_a_cloud_does_not_decide_the_contrast_of_band_moments() -> None:
    cloudy = MS.copy()
    cloudy[:, :3] = 60_000  # less than a hundredth of the pixels
    clear, other = fit_scaling("band-moments", PAN, MS), fit_scaling("band-moments", PAN, cloudy)
    assert other.ms_scale == pytest.approx(clear.ms_scale, rel=0.05)
    assert other.ms_to_values(MS) == pytest.approx(clear.ms_to_values(MS), abs=0.05)
    # where a standard deviation of everything would be many times too large
    assert cloudy[0].std() > 5 * MS[0].std()


@pytest.mark.parametrize("rule", RULES)
def test_numbers_come_back(rule: str) -> None:
    scaling = fit_scaling(rule, PAN, MS)
    values = scaling.ms_to_values(MS)
    assert np.allclose(scaling.ms_to_numbers(values), MS, rtol=1e-5)
    for shape in ((4, 20, 20), (4, 400, 1, 1)):
        assert np.array_equal(scaling.ms_to_values(MS.reshape(shape)).ravel(), values.ravel()), (
            "of any shape"
        )
    for band in range(4):
        alone = scaling.ms_to_numbers(values[band].reshape(20, 20), band)
        assert np.allclose(alone.ravel(), MS[band], rtol=1e-5)
        assert alone.dtype == np.float32


def test_constants_of_a_band_are_its_own() -> None:
    scaling = SceneScaling((2.0, 4.0), 1.0, 0.0, (10.0, 30.0))
    numbers = np.array([[[12.0]], [[34.0]]])
    assert scaling.ms_to_values(numbers).ravel().tolist() == [1, 1]
    assert scaling.ms_to_numbers(np.ones((2, 1, 1))).ravel().tolist() == [12, 34]
    assert scaling.ms_to_numbers(np.ones((3, 3)), 1).tolist() == [[34] * 3] * 3
    shared = SceneScaling((2.0,), 1.0)
    assert shared.ms_to_numbers(np.ones((3, 3)), 1).tolist() == [[2] * 3] * 3


@pytest.mark.parametrize("rule", RULES)
@pytest.mark.parametrize("level", [0.0, 7.0, -4.0])
def test_flat_and_empty_scenes_still_scale(rule: str, level: float) -> None:
    flat = fit_scaling(rule, np.full(9, level), np.full((4, 9), level))
    empty = fit_scaling(rule, np.empty(0), np.empty((4, 0)))
    for scaling in (flat, empty):
        assert np.isfinite(scaling.pan_to_values(np.array([level]))).all()
        assert np.isfinite(scaling.ms_to_values(np.full((4, 1), level))).all()


@pytest.mark.parametrize("level", [0.1, 7.3, 1234.5678])
def test_rounding_is_no_contrast(level: float) -> None:
    """The standard deviation of a constant is not quite 0 in floating point."""
    flat = np.full(1000, level)
    scaling = fit_scaling("band-moments", flat, np.stack([flat, flat]))
    assert scaling.pan_scale == pytest.approx(level)
    assert scaling.ms_scale == pytest.approx((level, level))
    assert scaling.pan_to_values(flat * 1.01) == pytest.approx(MEAN + 0.01, abs=1e-4)
    numbers = scaling.ms_to_numbers(np.full((2, 1), MEAN, np.float32))
    assert numbers == pytest.approx(level, rel=1e-5)


def test_unknown_rules_are_refused() -> None:
    with pytest.raises(ValueError, match="unknown value scaling"):
        fit_scaling("histogram", PAN, MS)
