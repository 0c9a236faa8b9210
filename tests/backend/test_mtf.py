"""The MTF filters: check values of evaluation.md, sections 1.1 and 5, and both geometries."""

from __future__ import annotations

import numpy as np
import pytest

from qgis_pansharp.backend.models.bands import ROLES
from qgis_pansharp.backend.mtf import (
    SENSOR_GAINS,
    decimate_toolbox,
    degrade,
    filter_toolbox,
    gaussian_sigma,
    ms_gains,
    pan_gain,
    reduce_pan,
    toolbox_kernel,
)

from .quality.synthetic import synthetic_pair

# gain: centre tap, response at the MS's Nyquist frequency and sigma, for r = 4 and for r = 2
KERNELS = {
    0.11: ((0.021191, 0.0989, 2.675), (0.084689, 0.0985, 1.338)),
    0.15: ((0.024652, 0.1368, 2.480), (0.098515, 0.1364, 1.240)),
    0.22: ((0.030882, 0.2043, 2.216), (0.123312, 0.2038, 1.108)),
    0.23: ((0.031815, 0.2140, 2.183), (0.127010, 0.2135, 1.092)),
    0.30: ((0.038831, 0.2827, 1.976), (0.154525, 0.2821, 0.988)),
    0.34: ((0.043333, 0.3223, 1.870), (0.171745, 0.3219, 0.935)),
    0.36: ((0.045756, 0.3422, 1.820), (0.180885, 0.3418, 0.910)),
    0.55: ((0.078174, 0.5338, 1.392), (0.291515, 0.5318, 0.696)),
}


@pytest.mark.parametrize("gain", KERNELS)
@pytest.mark.parametrize("ratio", [4, 2])
def test_known_toolbox_kernels(gain, ratio):
    centre, response, sigma = KERNELS[gain][0 if ratio == 4 else 1]
    kernel = toolbox_kernel(gain, ratio)
    assert kernel.shape == (41, 41)
    assert kernel.sum() == pytest.approx(1, abs=1e-12)
    assert kernel[20, 20] == pytest.approx(centre, abs=1e-6)
    wave = np.cos(np.pi / ratio * (np.arange(41) - 20))
    assert kernel.sum(axis=0) @ wave == pytest.approx(response, abs=1e-4)
    assert gaussian_sigma(gain, ratio) == pytest.approx(sigma, abs=6e-4)


def test_known_reduced_values_of_the_synthetic_pair():
    pair = synthetic_pair(4)
    ms = decimate_toolbox(filter_toolbox(pair.reference, 4, 0.30), 4)
    assert ms[:, 10, 10] == pytest.approx([516.9843, 531.2382, 792.1596, 832.4393], abs=1e-4)
    assert reduce_pan(pair.pan, 4)[10, 10] == pytest.approx(670.0011, abs=1e-4)
    assert reduce_pan(synthetic_pair(8).pan, 4)[10, 10] == pytest.approx(856.1501, abs=1e-4)


@pytest.mark.parametrize("shape", [(9, 13), (24, 41)])
def test_toolbox_filter_equals_plain_convolution(shape):
    image = np.random.default_rng(1).normal(size=(2, *shape))
    result = filter_toolbox(image, 2, [0.2, 0.4], taps=11)
    padded = np.pad(image, ((0, 0), (5, 5), (5, 5)), "edge")
    windows = np.lib.stride_tricks.sliding_window_view(padded, (11, 11), (1, 2))
    for band, gain in enumerate((0.2, 0.4)):
        plain = np.einsum("hwij,ij->hw", windows[band], toolbox_kernel(gain, 2, 11))
        assert result[band] == pytest.approx(plain, abs=1e-12)


@pytest.mark.parametrize("ratio", [2, 3, 4, 5])
def test_degrade_equals_the_plain_gaussian_mean(ratio):
    image = np.random.default_rng(2).normal(size=(1, 6 * ratio, 5 * ratio))
    sigma = gaussian_sigma(0.3, ratio)
    padded = np.pad(image[0], 40, "edge")
    position = np.arange(-40, image.shape[1] + 40)

    def weights(k):
        w = np.exp(-0.5 * ((position - (ratio * k + (ratio - 1) / 2)) / sigma) ** 2)
        return w / w.sum()

    rows = np.stack([weights(k) for k in range(6)])
    columns = np.stack([weights(k)[: padded.shape[1]] for k in range(5)])
    plain = rows @ padded @ columns.T
    assert degrade(image, ratio, 0.3)[0] == pytest.approx(plain, abs=2e-4)


@pytest.mark.parametrize(
    "reduce", [lambda i, r: degrade(i, r, 0.3), lambda i, r: reduce_pan(i[0], r)[None]]
)
@pytest.mark.parametrize("ratio", [1, 2, 3, 4])
def test_pixel_area_reduction_keeps_ramps_where_they_are(reduce, ratio):
    y, x = np.mgrid[0 : 20 * ratio, 0 : 24 * ratio]
    result = reduce((3.0 * x - 2.0 * y + 7.0)[None], ratio)[0]
    v, u = (ratio * k + (ratio - 1) / 2 for k in np.mgrid[0:20, 0:24])
    inside = (slice(6, -6), slice(6, -6))
    assert result.shape == (20, 24)
    assert result[inside] == pytest.approx((3.0 * u - 2.0 * v + 7.0)[inside], abs=1e-9)


def test_degrade_has_the_nominal_gain_at_the_nyquist_frequency():
    x = np.arange(256)
    wave = np.cos(np.pi / 4 * (x - 1.5)) + np.zeros((8, 1))
    result = degrade(np.stack([wave, wave]), 4, [0.15, 0.35])[:, 1, 10:-10]
    expected = np.array([[0.15], [0.35]]) * (-1.0) ** np.arange(10, 54)
    assert result == pytest.approx(expected, abs=2e-4)


def test_a_constant_stays_and_float32_stays_float32():
    flat = np.full((2, 16, 24), 123, dtype=np.uint16)
    assert degrade(flat, 4, 0.3) == pytest.approx(np.full((2, 4, 6), 123.0))
    assert reduce_pan(flat[0], 4) == pytest.approx(np.full((4, 6), 123.0))
    assert filter_toolbox(flat, 4, 0.3) == pytest.approx(np.full((2, 16, 24), 123.0))
    assert degrade(flat, 4, 0.3).dtype == np.float64
    assert degrade(flat.astype(np.float32), 4, 0.3).dtype == np.float32
    assert reduce_pan(flat[0].astype(np.float32), 4).dtype == np.float32


def test_toolbox_decimation_starts_at_half_the_ratio():
    image = np.arange(8.0)[None, :, None] + np.zeros((1, 8, 8))
    assert decimate_toolbox(image, 4)[0, :, 0].tolist() == [2, 6]
    assert decimate_toolbox(image, 2)[0, :, 0].tolist() == [1, 3, 5, 7]


def test_gains_follow_the_bands_roles():
    assert ms_gains("QuickBird", ["red", "blue"]) == (0.30, 0.34)
    assert ms_gains("worldview-3", ["blue", "green", "red", "nir"]) == (0.355, 0.36, 0.365, 0.335)
    assert ms_gains("worldview-2", ["nir2", "thermal"]) == (0.27, 0.30)
    assert ms_gains("landsat-9", ["swir2", "coastal", "red"]) == (0.53, 0.55, 0.55)
    assert ms_gains("sentinel-2", ["swir1", "red-edge", "blue"]) == (0.205, 0.365, 0.275)
    assert ms_gains("unheard-of", ["red", "red"]) == (0.30, 0.30)
    assert (pan_gain("WorldView-2"), pan_gain("unheard-of")) == (0.11, 0.15)


@pytest.mark.parametrize("sensor", SENSOR_GAINS)
def test_every_sensor_has_a_gain_for_each_role(sensor):
    entry = SENSOR_GAINS[sensor]
    assert len(entry.ms) == len(entry.roles) == len(set(entry.roles))
    assert set(entry.roles) <= set(ROLES)
    assert all(0 < gain < 1 for gain in (*entry.ms, entry.pan))
    assert entry.source


def test_filters_refuse_what_does_not_fit():
    image = np.ones((2, 8, 8))
    with pytest.raises(ValueError, match="multiple"):
        degrade(image, 3, 0.3)
    with pytest.raises(ValueError, match="B, H, W"):
        degrade(image[0], 4, 0.3)
    with pytest.raises(ValueError, match="one gain or 2"):
        degrade(image, 4, [0.3, 0.3, 0.3])
    with pytest.raises(ValueError, match=r"\(0, 1\)"):
        degrade(image, 4, 1.0)
    with pytest.raises(ValueError, match=r"\(0, 1\)"):
        filter_toolbox(image, 4, 0.0)
    with pytest.raises(ValueError, match="odd"):
        toolbox_kernel(0.3, 4, 40)
    with pytest.raises(ValueError, match="B, H, W"):
        filter_toolbox(image[0], 4, 0.3)
    with pytest.raises(ValueError, match="H, W"):
        reduce_pan(image, 4)
    with pytest.raises(ValueError, match="ratio"):
        decimate_toolbox(image, 0)


@pytest.mark.parametrize("ratio", [2, 3, 4])
def test_whole_offsets_equal_looking_at_a_moved_image(ratio):
    image = np.random.default_rng(8).normal(size=(2, 20 * ratio, 22 * ratio))
    gains = [0.25, 0.4]
    moved = np.stack([np.roll(image[0], (-3, 2), (0, 1)), np.roll(image[1], (0, -5), (0, 1))])
    result = degrade(image, ratio, gains, [[3.0, -2.0], [0.0, 5.0]])
    inside = (slice(None), slice(7, -7), slice(7, -7))
    # Beyond 4σ the Gaussian is cut, and the longer of both reaches is used for all bands.
    assert result[inside] == pytest.approx(degrade(moved, ratio, gains)[inside], abs=2e-3)


@pytest.mark.parametrize("ratio", [2, 3, 4])
def test_fractions_of_offsets_equal_the_plain_formula(ratio):
    line = np.random.default_rng(9).normal(size=12 * ratio)
    image = np.broadcast_to(line[:, None], (1, 12 * ratio, ratio))
    result = degrade(image, ratio, 0.3, [[0.4, 0.0]])[0, :, 0]
    sigma = gaussian_sigma(0.3, ratio)
    for k in range(4, 8):
        distance = np.arange(12 * ratio) - (ratio * k + (ratio - 1) / 2 + 0.4)
        weights = np.exp(-0.5 * (distance / sigma) ** 2)
        assert result[k] == pytest.approx((weights * line).sum() / weights.sum(), abs=1e-3)


def test_offsets_need_a_pair_for_every_band():
    with pytest.raises(ValueError, match="broadcast"):
        degrade(np.ones((3, 8, 8)), 4, 0.3, [[0.5, 0.5], [1.0, 1.0]])
