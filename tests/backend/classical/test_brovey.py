"""Brovey and BT-H: known values, agreement with GDAL, and what haze correction promises."""

from __future__ import annotations

import numpy as np
import pytest

from qgis_pansharp.backend.classical import brovey, bt_h, interpolate
from qgis_pansharp.backend.mtf import degrade

from .scenes import scene


def test_brovey_scales_colours_to_pan():
    pan = np.array([[10.0, 6.0]])
    ms = np.array([[[2.0, 0.0]], [[6.0, 0.0]]])
    assert brovey(pan, ms).tolist() == [[[5.0, 0.0]], [[15.0, 0.0]]]
    assert brovey(pan, ms, [1.0, 0.5]).tolist() == [[[4.0, 0.0]], [[12.0, 0.0]]]


def test_brovey_equals_gdal():
    gdal = pytest.importorskip("osgeo.gdal")
    gdal.UseExceptions()
    rng = np.random.default_rng(5)
    pan, ms = rng.uniform(100, 900, size=(6, 8)), rng.uniform(100, 900, size=(3, 6, 8))

    def dataset(bands):
        raster = gdal.GetDriverByName("MEM").Create("", 8, 6, len(bands), gdal.GDT_Float64)
        raster.SetGeoTransform((0, 1, 0, 6, 0, -1))
        for index, band in enumerate(bands):
            raster.GetRasterBand(index + 1).WriteRaster(0, 0, 8, 6, band.tobytes())
        return raster

    grey, colours = dataset([pan]), dataset(ms)
    spectral = "".join(f'<SpectralBand dstBand="{i + 1}"></SpectralBand>' for i in range(3))
    xml = (
        '<VRTDataset subClass="VRTPansharpenedDataset"><PansharpeningOptions><AlgorithmOptions>'
        f"<Weights>0.5,0.3,0.2</Weights></AlgorithmOptions>{spectral}"
        "</PansharpeningOptions></VRTDataset>"
    )
    sharp = gdal.CreatePansharpenedVRT(
        xml, grey.GetRasterBand(1), [colours.GetRasterBand(i + 1) for i in range(3)]
    )
    raw = sharp.ReadRaster(0, 0, 8, 6, buf_type=gdal.GDT_Float64)
    expected = np.frombuffer(raw).reshape(3, 6, 8)
    assert brovey(pan, ms, [0.5, 0.3, 0.2]) == pytest.approx(expected, rel=1e-9)


def test_brovey_refuses_what_does_not_fit():
    ms = np.ones((2, 4, 4))
    with pytest.raises(ValueError, match="do not fit"):
        brovey(np.ones((3, 4)), ms)
    with pytest.raises(ValueError, match="2 weights"):
        brovey(np.ones((4, 4)), ms, [1.0])


@pytest.mark.parametrize("ratio", [2, 3, 4])
def test_bt_h_equals_the_plain_formula(ratio):
    pan, ms, _ = scene(ratio)
    gains = [0.25, 0.30, 0.35]
    up = interpolate(ms, ratio)
    low = degrade(pan[None], ratio, 0.30)
    blurred = interpolate(low, ratio)[0]
    weights = np.linalg.lstsq(ms.reshape(3, -1).T, low.ravel(), rcond=None)[0]
    haze = up.min(axis=(1, 2))[:, None, None]
    intensity = (weights[:, None, None] * (up - haze)).sum(axis=0)
    assert (intensity > 0).any()
    equalised = (pan - blurred.mean()) / blurred.std() * intensity.std() + intensity.mean()
    bright = intensity > 0
    expected = np.where(bright, (up - haze) * equalised / np.where(bright, intensity, 1), up - haze)
    assert bt_h(pan, ms, ratio, gains) == pytest.approx(expected + haze, abs=1e-8)


def test_bt_h_keeps_the_ratios_of_bands_above_the_haze():
    pan, ms, _ = scene(4)
    up = interpolate(ms, 4)
    haze = up.min(axis=(1, 2))[:, None, None]
    before, after = up - haze, bt_h(pan, ms, 4) - haze
    assert np.abs(after - before).max() > 10
    assert after[0] * before[1] == pytest.approx(after[1] * before[0], rel=1e-9, abs=1e-6)


def test_bt_h_leaves_the_darkest_pixel_of_every_band_alone():
    """What the darkest pixel shows is haze, and haze has no detail."""
    pan, ms, _ = scene(4)
    up, sharp = interpolate(ms, 4).reshape(3, -1), bt_h(pan, ms, 4).reshape(3, -1)
    for before, after in zip(up, sharp):
        assert after[before.argmin()] == pytest.approx(before.min(), abs=1e-9)
