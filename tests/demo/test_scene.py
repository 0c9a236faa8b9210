"""The made-up scene is what a real pair would be: same place, 11 bits, moving traffic."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import numpy.typing as npt
import pytest
from osgeo import gdal

from demo import light, scene, sensor, spectra
from demo.canvas import MARGIN, Canvas
from demo.streets import Streets
from demo.town import Town
from demo.traffic import MAX_MOVE

SIZE = 256
Numbers = npt.NDArray[np.uint16]


@pytest.fixture(scope="module")
def pair() -> tuple[Numbers, Numbers]:
    return scene.make_scene(SIZE)


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    return scene.write_scene(tmp_path_factory.mktemp("demo") / "new", SIZE)


def averaged(pan: Numbers) -> npt.NDArray[np.float64]:
    side = pan.shape[0] // sensor.RATIO
    blocks = pan.reshape(side, sensor.RATIO, side, sensor.RATIO)
    mean: npt.NDArray[np.float64] = blocks.mean(axis=(1, 3))
    return mean


def mixed(ms: Numbers) -> npt.NDArray[np.float64]:
    mix: npt.NDArray[np.float64] = np.tensordot(sensor.PAN_MIX.astype(float), ms, axes=1)
    return mix


def test_same_seed_gives_the_same_pixels(pair: tuple[Numbers, Numbers]) -> None:
    again = scene.make_scene(SIZE)
    assert np.array_equal(again[0], pair[0])
    assert np.array_equal(again[1], pair[1])


def test_another_seed_gives_another_town() -> None:
    one, other = scene.make_scene(64, seed=1), scene.make_scene(64, seed=2)
    assert np.mean(one[0] != other[0]) > 0.5


def test_a_smaller_scene_is_the_middle_of_a_larger_one(pair: tuple[Numbers, Numbers]) -> None:
    small, middle = scene.make_scene(128)[0], pair[0][64:192, 64:192]
    assert np.corrcoef(small.ravel(), middle.ravel())[0, 1] > 0.9


def test_pan_and_ms_cover_the_same_ground(files: tuple[Path, Path]) -> None:
    pan, ms = (gdal.Open(str(path)) for path in files)
    assert pan.GetProjection() == ms.GetProjection() != ""
    assert pan.RasterXSize == ms.RasterXSize * 4 == SIZE
    assert pan.RasterYSize == ms.RasterYSize * 4 == SIZE
    px, pw, _, py, _, ph = pan.GetGeoTransform()
    mx, mw, _, my, _, mh = ms.GetGeoTransform()
    assert (px, py) == (mx, my)
    assert (pw, ph, mw, mh) == (0.5, -0.5, 2.0, -2.0)


def test_files_hold_the_scene_and_say_what_their_bands_are(
    files: tuple[Path, Path], pair: tuple[Numbers, Numbers]
) -> None:
    pan, ms = (gdal.Open(str(path)) for path in files)
    assert np.array_equal(pan.ReadAsArray(), pair[0])
    assert np.array_equal(ms.ReadAsArray(), pair[1])
    names = [ms.GetRasterBand(number).GetDescription() for number in range(1, 5)]
    assert names == ["blue", "green", "red", "nir"]
    assert ms.GetRasterBand(3).GetColorInterpretation() == gdal.GCI_RedBand
    assert pan.RasterCount == 1
    assert pan.GetRasterBand(1).DataType == gdal.GDT_UInt16
    assert sorted(path.name for path in files[0].parent.iterdir()) == ["ms.tif", "pan.tif"]


def test_values_are_those_of_an_11_bit_instrument(pair: tuple[Numbers, Numbers]) -> None:
    pan, ms = pair
    assert pan.dtype == ms.dtype == np.uint16
    assert min(pan.min(), ms.min()) >= 1
    assert max(pan.max(), ms.max()) <= 2047
    assert pan.max() > 900
    assert 250 < pan.mean() < 550


def test_averaged_pan_is_the_mix_of_the_ms_bands(pair: tuple[Numbers, Numbers]) -> None:
    pan, ms = pair
    assert np.corrcoef(averaged(pan).ravel(), mixed(ms).ravel())[0, 1] > 0.9


def test_pan_and_ms_are_aligned_to_a_tenth_of_a_pixel(pair: tuple[Numbers, Numbers]) -> None:
    small, mix = averaged(pair[0]), mixed(pair[1])
    down, right = np.gradient(mix)
    slopes = np.stack([down.ravel(), right.ravel(), np.ones(mix.size), mix.ravel()], axis=1)
    shift = np.linalg.lstsq(slopes, small.ravel(), rcond=None)[0][:2]
    assert np.abs(shift).max() < 0.1


def test_plants_are_bright_in_nir_and_water_is_dark_in_it() -> None:
    assert spectra.LEAF[3] > 5 * spectra.LEAF[2]
    assert spectra.WATER[3] == min(spectra.WATER)


def test_traffic_moves_between_pan_and_ms_and_nothing_else_does() -> None:
    town = scene.build_town(SIZE, 7)
    moves = [car.move for car in town.cars]
    assert 0 < max(moves) <= MAX_MOVE
    before, after = (next(light.radiance(town, [1], time))[MARGIN:-MARGIN] for time in (0.0, 1.0))
    changed = np.abs(after - before) > 50
    assert 0.001 < changed.mean() < 0.05


def test_an_instrument_keeps_the_gain_it_is_said_to_have_at_its_nyquist_frequency() -> None:
    factor, gain = 8, 0.30
    wave = np.cos(np.pi * (np.arange(512) - MARGIN - (factor - 1) / 2) / factor)
    seen = sensor.observe(np.tile(wave, (512, 1)).astype(np.float32), factor, gain)
    assert np.allclose(np.abs(seen), gain, atol=0.01)
    level = sensor.observe(np.full((512, 512), 7, dtype=np.float32), factor, gain)
    assert np.allclose(level, 7, atol=1e-4)


def test_street_coordinates_lead_back_to_where_they_came_from() -> None:
    streets = Streets.covering(300)
    x, y = streets.to_xy(-120.0, 85.0)
    u, v = streets.to_uv(np.full((1, 1), x, np.float32), np.full((1, 1), y, np.float32))
    assert np.allclose((u[0, 0], v[0, 0]), (-120.0, 85.0), atol=0.05)


def test_places_of_a_large_scene_have_random_numbers_of_their_own() -> None:
    canvas = Canvas.blank(64, np.random.default_rng(0))
    town = Town(canvas, Streets.covering(300), seed=1)
    drawn = [town.rng(*place).random() for place in ((-1500, 3), (-1501, 3), (1500, 3), (3, -1500))]
    assert len(set(drawn)) == 4


def test_a_shadow_falls_away_from_the_sun() -> None:
    height = np.zeros((120, 120), dtype=np.float32)
    height[56:64, 56:64] = 8
    lit = light.sunlight(height)
    assert lit[48, 55] < 0.05
    assert lit[76, 68] == pytest.approx(1)


@pytest.mark.parametrize("size", [0, 30, 254])
def test_a_size_that_does_not_fit_is_refused(
    size: int, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert scene.main([str(tmp_path / "out"), "--size", str(size)]) == 1
    assert "multiple of 4" in capsys.readouterr().err
    assert not (tmp_path / "out").exists()
