"""Interpolation: known values, positions, and agreement with GDAL."""

from __future__ import annotations

import numpy as np
import pytest

from qgis_pansharp.backend.classical import interpolate, interpolate_23tap
from qgis_pansharp.backend.mtf import cubic_kernel, decimate_toolbox, filter_toolbox

from ..quality.synthetic import synthetic_pair


@pytest.mark.parametrize("ratio", [1, 2, 3, 4])
def test_cubic_interpolation_keeps_ramps_where_they_are(ratio):
    y, x = np.mgrid[0:12, 0:9]
    v, u = ((k + 0.5) / ratio - 0.5 for k in np.mgrid[0 : 12 * ratio, 0 : 9 * ratio])
    inside = (slice(2 * ratio, -2 * ratio), slice(2 * ratio, -2 * ratio))
    result = interpolate((5.0 * x - 3.0 * y)[None], ratio)[0]
    assert result.shape == (12 * ratio, 9 * ratio)
    assert result[inside] == pytest.approx((5.0 * u - 3.0 * v)[inside], abs=1e-12)


def test_cubic_interpolation_equals_the_plain_formula_with_replicated_borders():
    line = np.array([3.0, -1.0, 4.0, 1.0, -5.0])
    result = interpolate(line[None, None], 4)[0, 0]
    plain = [
        sum(
            line[np.clip(k, 0, 4)] * cubic_kernel(np.array((i + 0.5) / 4 - 0.5 - k))
            for k in range(-3, 8)
        )
        for i in range(20)
    ]
    assert result == pytest.approx(plain, abs=1e-12)


def test_cubic_interpolation_equals_gdal():
    gdal = pytest.importorskip("osgeo.gdal")
    gdal.UseExceptions()
    ms = np.random.default_rng(3).uniform(100, 900, size=(2, 9, 7))
    source = gdal.GetDriverByName("MEM").Create("", 7, 9, 2, gdal.GDT_Float64)
    for index, band in enumerate(ms):
        source.GetRasterBand(index + 1).WriteRaster(0, 0, 7, 9, band.tobytes())
    for index in range(2):
        raw = source.GetRasterBand(index + 1).ReadRaster(
            0, 0, 7, 9, 28, 36, gdal.GDT_Float64, resample_alg=gdal.GRIORA_Cubic
        )
        expected = np.frombuffer(raw).reshape(36, 28)
        inside = (slice(8, -8), slice(8, -8))  # GDAL leaves out what lies beyond the border
        assert interpolate(ms, 4)[index][inside] == pytest.approx(expected[inside], abs=1e-3)


def test_known_23tap_values_of_the_synthetic_pair():
    ms = decimate_toolbox(filter_toolbox(synthetic_pair(4).reference, 4, 0.30), 4)
    known = [631.2726, 611.1368, 636.9525, 831.8698]
    assert interpolate_23tap(ms, 4)[:, 100, 100] == pytest.approx(known, abs=1e-4)


@pytest.mark.parametrize(("ratio", "place"), [(2, 17), (4, 34), (8, 68)])
def test_23tap_puts_a_sample_half_a_pixel_off(ratio, place):
    impulse = np.zeros((1, 16, 16))
    impulse[0, 8, 8] = 1.0
    result = interpolate_23tap(impulse, ratio)[0]
    assert result.argmax() == place * result.shape[1] + place
    assert result[place, place] == 1
    # The twelve published digits of the taps sum to 1 within 1e-9.
    assert result.sum() == pytest.approx(ratio * ratio, rel=1e-8)
    assert result[place - 3, place] == pytest.approx(result[place + 3, place], abs=1e-12)


def test_23tap_is_circular_and_decimation_brings_the_samples_back():
    ms = np.random.default_rng(4).normal(size=(1, 5, 6))
    result = interpolate_23tap(ms, 4)
    assert np.array_equal(decimate_toolbox(result, 4), ms)
    rolled = interpolate_23tap(np.roll(ms, (2, 3), (1, 2)), 4)
    assert rolled == pytest.approx(np.roll(result, (8, 12), (1, 2)), abs=1e-12)


def test_interpolation_keeps_float32_and_makes_the_rest_double():
    ms = np.ones((1, 4, 4), dtype=np.uint16)
    for method in (interpolate, interpolate_23tap):
        assert method(ms, 2).dtype == np.float64
        assert method(ms.astype(np.float32), 2).dtype == np.float32


def test_interpolations_refuse_what_does_not_fit():
    ms = np.ones((2, 4, 4))
    with pytest.raises(ValueError, match="ratio"):
        interpolate(ms, 0)
    with pytest.raises(ValueError, match="power of two"):
        interpolate_23tap(ms, 3)
    with pytest.raises(ValueError, match="B, h, w"):
        interpolate_23tap(ms[0], 4)
