"""Adaptive Gram-Schmidt: the plain formula, and what its intensity promises."""

from __future__ import annotations

import numpy as np
import pytest

from qgis_pansharp.backend.classical import gsa, interpolate
from qgis_pansharp.backend.mtf import reduce_pan

from .scenes import scene


@pytest.mark.parametrize("ratio", [2, 3, 4])
def test_gsa_equals_the_plain_formula(ratio):
    pan, ms, _ = scene(ratio)
    up = interpolate(ms, ratio)
    columns = np.column_stack([*ms.reshape(3, -1), np.ones(ms[0].size)])
    mix = np.linalg.lstsq(columns, reduce_pan(pan, ratio).ravel(), rcond=None)[0]
    intensity = (mix[:3, None, None] * up).sum(axis=0) + mix[3]
    covariances = np.cov(np.stack([intensity, *up]).reshape(4, -1))[0]
    detail = pan - intensity - (pan - intensity).mean()
    expected = up + (covariances[1:] / covariances[0])[:, None, None] * detail
    assert gsa(pan, ms, ratio) == pytest.approx(expected, abs=1e-8)


def test_gsa_keeps_the_means_of_the_interpolated_bands():
    pan, ms, _ = scene(4)
    means = interpolate(ms, 4).mean(axis=(1, 2))
    assert gsa(pan, ms, 4).mean(axis=(1, 2)) == pytest.approx(means, abs=1e-9)


def test_the_mix_of_the_sharpened_bands_is_pan():
    pan, ms, _ = scene(4)
    columns = np.column_stack([*ms.reshape(3, -1), np.ones(ms[0].size)])
    mix = np.linalg.lstsq(columns, reduce_pan(pan, 4).ravel(), rcond=None)[0]
    mixed = np.tensordot(mix[:3], gsa(pan, ms, 4), axes=1)
    assert mixed - mixed.mean() == pytest.approx(pan - pan.mean(), abs=1e-8)


def test_gsa_does_not_depend_on_the_scale_of_pan():
    pan, ms, _ = scene(4)
    assert gsa(5.0 * pan - 300.0, ms, 4) == pytest.approx(gsa(pan, ms, 4), abs=1e-8)
