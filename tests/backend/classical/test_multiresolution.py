"""MTF-GLP: the plain formulas, and which detail goes into which band."""

from __future__ import annotations

import numpy as np
import pytest

from qgis_pansharp.backend.classical import interpolate, mtf_glp_fs, mtf_glp_hpm
from qgis_pansharp.backend.mtf import degrade

from .scenes import scene

GAINS = [0.35, 0.25, 0.35]


@pytest.mark.parametrize("ratio", [2, 3, 4])
def test_full_scale_regression_equals_the_plain_formula(ratio):
    pan, ms, _ = scene(ratio)
    up = interpolate(ms, ratio)
    result = mtf_glp_fs(pan, ms, ratio, GAINS)
    for band, gain, sharp in zip(up, GAINS, result):
        low = interpolate(degrade(pan[None], ratio, gain), ratio)[0]
        covariances = np.cov(np.stack([pan, band, low]).reshape(3, -1))[0]
        expected = band + covariances[1] / covariances[2] * (pan - low)
        assert sharp == pytest.approx(expected, abs=1e-8)


@pytest.mark.parametrize("ratio", [2, 3, 4])
def test_high_pass_modulation_equals_the_plain_formula(ratio):
    pan, ms, _ = scene(ratio)
    up = interpolate(ms, ratio)
    result = mtf_glp_hpm(pan, ms, ratio, GAINS)
    for band, gain, sharp in zip(up, GAINS, result):
        plain = interpolate(degrade(pan[None], ratio, gain), ratio)[0]
        matched = (pan - pan.mean()) * band.std() / plain.std() + band.mean()
        low = interpolate(degrade(matched[None], ratio, gain), ratio)[0]
        assert low.min() > 0
        assert sharp == pytest.approx(band * matched / low, abs=1e-8)


def test_an_equalised_low_pass_that_is_not_positive_changes_nothing():
    pan, ms, _ = scene(4)
    band = ms[:1] - ms[0].mean() + 1.0  # contrast far above the mean
    up = interpolate(band, 4)[0]
    plain = interpolate(degrade(pan[None], 4, 0.3), 4)[0]
    low = (plain - pan.mean()) * up.std() / plain.std() + up.mean()
    result = mtf_glp_hpm(pan, band, 4)[0]
    assert (low < -1e-6).any()
    assert np.array_equal(result[low < -1e-6], up[low < -1e-6])
    assert not np.allclose(result[low > 1e-6], up[low > 1e-6])


@pytest.mark.parametrize("method", [mtf_glp_fs, mtf_glp_hpm])
def test_neither_depends_on_the_scale_of_pan(method):
    pan, ms, _ = scene(4)
    assert method(5.0 * pan - 300.0, ms, 4) == pytest.approx(method(pan, ms, 4), abs=1e-8)


def test_a_band_that_is_pan_itself_becomes_pan():
    pan = scene(4).pan
    ms = degrade(pan[None], 4, 0.3)
    assert mtf_glp_fs(pan, ms, 4)[0] == pytest.approx(pan, abs=1e-9)
    # High-pass modulation gives PAN the mean of interpolated MS, which is another by a little.
    assert mtf_glp_hpm(pan, ms, 4)[0] == pytest.approx(pan, rel=0.01)
