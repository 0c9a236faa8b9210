"""Indices without reference: check values and invariants of evaluation.md, section 5."""

from __future__ import annotations

import numpy as np
import pytest

from qgis_pansharp.backend.classical import interpolate, interpolate_23tap
from qgis_pansharp.backend.mtf import decimate_toolbox, degrade, filter_toolbox
from qgis_pansharp.backend.quality.no_reference import (
    d_lambda,
    d_lambda_khan,
    d_rho,
    d_s,
    d_s_r,
    hqnr,
    qnr,
)

from .synthetic import synthetic_pair

#        D_lambda^K toolbox, decimated; D_S; D_lambda; HQNR, QNR toolbox
KNOWN = {
    4: ((0.078355, 0.048109), (0.048153, 0.048510), (0.004048, 0.004119), 0.877265, 0.947995),
    8: ((0.216464, 0.203161), (0.023818, 0.023751), (0.002161, 0.002265), 0.764874, 0.974073),
}


def low_resolution(reference):
    return decimate_toolbox(filter_toolbox(reference, 4, 0.30), 4)


@pytest.mark.parametrize("bands", KNOWN)
def test_known_values_of_the_synthetic_set(bands):
    pair = synthetic_pair(bands)
    ms = low_resolution(pair.reference)
    ms_up = interpolate_23tap(ms, 4)
    khan, spatial, spectral, known_hqnr, known_qnr = KNOWN[bands]
    toolbox = (
        d_lambda_khan(pair.fused, ms_up, 4, 0.30),
        d_s(pair.fused, ms_up, pair.pan, 4),
        d_lambda(pair.fused, ms_up, 4),
    )
    original = (
        d_lambda_khan(pair.fused, ms, 4, 0.30, decimated=True),
        d_s(pair.fused, ms, pair.pan, 4, decimated=True),
        d_lambda(pair.fused, ms, 4, decimated=True),
    )
    assert (toolbox[0], original[0]) == pytest.approx(khan, abs=1e-6)
    assert (toolbox[1], original[1]) == pytest.approx(spatial, abs=1e-6)
    assert (toolbox[2], original[2]) == pytest.approx(spectral, abs=1e-6)
    assert hqnr(toolbox[0], toolbox[1]) == pytest.approx(known_hqnr, abs=1e-6)
    assert qnr(toolbox[2], toolbox[1]) == pytest.approx(known_qnr, abs=1e-6)


@pytest.mark.parametrize(
    ("bands", "regression", "correlation"),
    [(3, 0.008441, 0.489305), (4, 0.008374, 0.556069), (8, 0.008107, 0.694257)],
)
def test_known_values_of_spatial_consistency(bands, regression, correlation):
    pair = synthetic_pair(bands)
    assert d_s_r(pair.fused, pair.pan) == pytest.approx(regression, abs=1e-6)
    assert d_rho(pair.fused[:1], pair.pan) == pytest.approx(correlation, abs=1e-6)


def test_a_common_factor_changes_nothing():
    pair = synthetic_pair(3, 64)
    ms = low_resolution(pair.reference)

    def indices(k):
        return [
            d_lambda(k * pair.fused, k * ms, 4, decimated=True),
            d_s(k * pair.fused, k * ms, k * pair.pan, 4, decimated=True),
            d_rho(k * pair.fused, k * pair.pan),
            d_s_r(k * pair.fused, k * pair.pan),
        ]

    assert indices(8.0) == pytest.approx(indices(1.0), abs=1e-12)


def test_the_order_of_bands_changes_nothing():
    pair = synthetic_pair(4, 64)
    ms = low_resolution(pair.reference)

    def indices(order):
        return [
            d_lambda(pair.fused[order], ms[order], 4, decimated=True),
            d_s(pair.fused[order], ms[order], pair.pan, 4, decimated=True),
            d_rho(pair.fused[order], pair.pan),
            d_s_r(pair.fused[order], pair.pan),
        ]

    assert indices([3, 1, 0, 2]) == pytest.approx(indices([0, 1, 2, 3]), abs=1e-9)


def test_pixel_area_geometry_finds_nothing_wrong_with_its_own_reduction():
    pair = synthetic_pair(3, 128)
    ms = degrade(pair.reference, 4, [0.25, 0.30, 0.35])
    gains = [0.25, 0.30, 0.35]
    own = d_lambda_khan(
        pair.reference, np.round(ms), 4, gains, decimated=True, geometry="pixel-area"
    )
    other = d_lambda_khan(pair.reference, np.round(ms), 4, gains, decimated=True)
    assert own == pytest.approx(0, abs=1e-12)
    assert other > 0.001
    ms_up = interpolate(ms, 4)
    matched = d_s(pair.fused, ms_up, pair.pan, 4, geometry="pixel-area")
    assert matched == pytest.approx(d_s(pair.fused, ms, pair.pan, 4, decimated=True), abs=0.01)


def plain_correlation_field(first, second, half):
    """λ-PNN's field, pixel by pixel."""

    def window(image, i, j):
        padded = np.pad(image, half)
        return padded[i + 1 : i + 1 + 2 * half, j + 1 : j + 1 + 2 * half]

    def deviation(image):
        means = [[window(image, i, j).mean() for j in range(w)] for i in range(h)]
        return image - np.array(means)

    h, w = first.shape
    a, b = deviation(first), deviation(second)
    field = np.empty((h, w))
    for i in range(h):
        for j in range(w):
            x, y = window(a, i, j), window(b, i, j)
            field[i, j] = (x * y).sum() / np.sqrt((x * x).sum() * (y * y).sum())
    return np.clip(field, -1, 1)


@pytest.mark.parametrize("sigma", [1, 2, 4, 5])
def test_local_correlation_equals_the_plain_formula(sigma):
    pair = synthetic_pair(2, 12)
    half = (sigma + 1) // 2
    plain = np.mean([plain_correlation_field(band, pair.pan, half) for band in pair.fused])
    assert d_rho(pair.fused, pair.pan, sigma) == pytest.approx(1 - plain, abs=1e-12)


def test_local_correlation_of_pan_with_itself_its_negative_and_nothing():
    pan = synthetic_pair(1, 32).pan
    assert d_rho(np.stack([pan, 3 * pan]), pan) == pytest.approx(0, abs=1e-12)
    assert d_rho(-pan[None], pan) == pytest.approx(2, abs=1e-12)
    assert d_rho(np.zeros((1, 32, 32)), pan) == 1


def test_pan_made_of_fused_bands_is_fully_consistent():
    fused = synthetic_pair(3, 64).fused
    assert d_s_r(fused, 0.2 * fused[0] + 0.8 * fused[2]) == pytest.approx(0, abs=1e-12)
    assert d_s_r(np.concatenate([fused, fused]), fused[1]) == pytest.approx(0, abs=1e-9)


def test_indices_refuse_what_does_not_fit():
    fused, pan = synthetic_pair(2, 64).fused, synthetic_pair(2, 64).pan
    ms = low_resolution(fused)
    with pytest.raises(ValueError, match="H, W"):
        d_lambda_khan(fused, ms, 4, 0.3)
    with pytest.raises(ValueError, match="H/r, W/r"):
        d_lambda(fused, fused, 4, decimated=True)
    with pytest.raises(ValueError, match="geometry"):
        d_s(fused, ms, pan, 4, decimated=True, geometry="other")
    with pytest.raises(ValueError, match="two"):
        d_lambda(fused[:1], fused[:1], 4)
    with pytest.raises(ValueError, match="differ in size"):
        d_rho(fused, pan[1:])
    with pytest.raises(ValueError, match="window"):
        d_rho(fused, pan, 0)
    with pytest.raises(ValueError, match="constant"):
        d_s_r(fused, np.ones_like(pan))
    with pytest.raises(ValueError, match="B, H, W"):
        d_s_r(pan, pan)
