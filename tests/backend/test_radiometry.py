"""Numbers become pixels once: rounded, clipped, never nodata where valid."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from osgeo import gdal

from qgis_pansharp.backend.radiometry import OutputRadiometry, sensor_ceiling, stray_value, usual
from qgis_pansharp.backend.raster import read_info
from qgis_pansharp.backend.scene import make_scene
from tests.backend.rasters import pair, write


def finish(
    radiometry: OutputRadiometry, values: list[float], valid: list[bool] | None = None
) -> list[float]:
    numbers = np.array(values, dtype=np.float32).reshape(1, 1, -1)
    mask = np.ones(len(values), dtype=bool) if valid is None else np.array(valid)
    result: list[float] = radiometry.finish(numbers, mask[None]).ravel().tolist()
    return result


def test_integers_are_rounded_and_clipped_to_their_type() -> None:
    radiometry = OutputRadiometry("uint8", None, 0.0)
    assert finish(radiometry, [-3, 1.4, 1.6, 300]) == [0, 1, 2, 255]


def test_signed_data_keep_negative_values() -> None:
    assert finish(OutputRadiometry("int16", None, None), [-3.2, -40000]) == [-3, -32768]


def test_data_without_negative_values_stay_so() -> None:
    assert finish(OutputRadiometry("float32", None, 0.0), [-0.5, 0.25]) == [0, 0.25]


@pytest.mark.parametrize(
    ("dtype", "nodata", "expected"), [("uint16", 0, 1), ("uint16", 65535, 65534), ("int16", -5, -4)]
)
def test_valid_pixels_never_take_the_nodata_value(
    dtype: str, nodata: float, expected: float
) -> None:
    radiometry = OutputRadiometry(dtype, nodata, None)
    assert finish(radiometry, [nodata, nodata], [True, False]) == [expected, nodata]


@pytest.mark.parametrize("nodata", [0.0, -9999.0, 1e30])
def test_valid_float_pixels_are_valid_to_every_reader(tmp_path: Path, nodata: float) -> None:
    # readers compare with a tolerance of their own
    pan, ms = pair(tmp_path, 32, 32, dtype="float32")
    scene = make_scene(read_info(pan, "PAN"), read_info(ms, "MS"))
    radiometry = replace(
        OutputRadiometry.of_scene(scene, np.array([[-1.0, 0.6]]), False), nodata=nodata
    )
    radiometry = replace(radiometry, step=max(abs(nodata) * 1e-5, radiometry.step))
    valid, empty, other = finish(radiometry, [nodata, 5, 0.3], [True, False, True])
    path = tmp_path / "out.tif"
    image = np.array([valid, empty, other], dtype=np.float32).reshape(1, 1, 3)
    dataset = gdal.Open(str(write(path, image, nodata=nodata)))
    mask = dataset.GetRasterBand(1).GetMaskBand().ReadAsArray() != 0
    assert mask.tolist() == [[True, False, True]]
    assert valid == pytest.approx(nodata, rel=1e-4, abs=1e-6)
    assert other == pytest.approx(0.3)


@pytest.mark.parametrize(
    ("ms_nodata", "pan_nodata", "masked", "expected"),
    [(7, 0, True, 7), (None, 0, True, 0), (-9999, 3, True, 3), (None, None, True, 0)],
)
def test_nodata_is_the_first_that_the_data_type_can_hold(
    tmp_path: Path,
    ms_nodata: float | None,
    pan_nodata: float | None,
    masked: bool,
    expected: float,
) -> None:
    pan = write(tmp_path / "pan.tif", np.ones((1, 8, 8), np.uint16), nodata=pan_nodata)
    ms = write(tmp_path / "ms.tif", np.ones((4, 2, 2), np.uint16), 2.0, nodata=ms_nodata)
    scene = make_scene(read_info(pan, "PAN"), read_info(ms, "MS"))
    assert OutputRadiometry.of_scene(scene, np.ones((4, 1)), masked).nodata == expected
    assert OutputRadiometry.of_scene(scene, np.ones((4, 1)), False).nodata in (expected, None)


@pytest.mark.parametrize(
    ("pixels", "expected"),
    [
        ([2047] * 8 + [300, 2046], 2047),
        ([2047] * 7 + [300, 2046], None),  # may be chance
        ([2047] * 8 + [2048], None),  # there is more
        ([2000] * 50, None),  # no number of bits ends there
        ([65535] * 50, None),  # the data type's own limit
        ([255] * 50, 255),
        ([], None),
    ],
)
def test_the_ceiling_of_a_sensor_shows_in_its_data(
    pixels: list[int], expected: float | None
) -> None:
    assert sensor_ceiling(np.array([pixels], dtype=np.float32)) == expected


def test_what_a_sensor_clipped_stays_clipped() -> None:
    radiometry = OutputRadiometry("uint16", None, 0.0, ceiling=2047.0)
    assert finish(radiometry, [1999.7, 2047.2, 5305]) == [2000, 2047, 2047]


def test_a_scenes_ceiling_is_told_by_its_samples(tmp_path: Path) -> None:
    pan, ms = pair(tmp_path, 32, 32, dtype="uint16")
    scene = make_scene(read_info(pan, "PAN"), read_info(ms, "MS"))
    samples = np.full((4, 20), 1023, np.float32)
    assert OutputRadiometry.of_scene(scene, samples, False).ceiling == 1023
    assert OutputRadiometry.of_scene(scene, samples - 1, False).ceiling is None


def test_limits_give_way_where_ms_itself_goes_beyond_them() -> None:
    radiometry = OutputRadiometry("int16", None, 0.0, ceiling=1023.0)
    ms = np.full((1, 6, 8), 500, np.float32)
    ms[0, 4, 1], ms[0, 1, 6] = -50, 1500
    limits = radiometry.limits(ms).at_pan(2, slice(1, 11), slice(0, 16))
    assert isinstance(limits.floor, np.ndarray)
    assert isinstance(limits.ceiling, np.ndarray)
    assert limits.floor.shape == limits.ceiling.shape == (1, 10, 16)
    # beside it, too, but no further
    assert np.array_equal(np.unique(limits.floor[0, 5:, :6]), [-50])
    assert np.array_equal(np.unique(limits.floor[0, :5]), [0])
    assert np.array_equal(np.unique(limits.floor[0, :, 6:]), [0])
    assert np.count_nonzero(limits.ceiling == 1500) == 5 * 6
    assert np.count_nonzero(limits.ceiling == 1023) == 160 - 5 * 6
    numbers, valid = np.full((1, 10, 16), -80, np.float32), np.ones((10, 16), bool)
    assert np.array_equal(radiometry.finish(numbers, valid, limits), limits.floor)
    assert np.array_equal(radiometry.finish(numbers + 5000, valid, limits), limits.ceiling)


def test_limits_are_single_numbers_where_ms_keeps_them() -> None:
    radiometry = OutputRadiometry("int16", None, 0.0, ceiling=1023.0)
    limits = radiometry.limits(np.full((4, 6, 6), 1023, np.float32))
    assert (limits.floor, limits.ceiling) == (0, 1023)
    assert OutputRadiometry("int16", None, None).limits(np.zeros((4, 6, 6))).floor is None


@pytest.mark.parametrize(
    ("dtype", "lowest", "expected"),
    [("uint16", 0, 0), ("int16", 0, 0), ("int16", -3, -32768), ("float32", -3, np.nan)],
)
def test_what_no_header_tells_becomes_a_value_that_is_hardly_used(
    tmp_path: Path, dtype: str, lowest: float, expected: float
) -> None:
    pan, ms = pair(tmp_path, 32, 32, dtype=dtype)
    scene = make_scene(read_info(pan, "PAN"), read_info(ms, "MS"))
    samples = np.array([[lowest, 500]], np.float32)
    nodata = OutputRadiometry.of_scene(scene, samples, True).nodata
    assert nodata is not None
    assert np.array_equal(nodata, expected, equal_nan=True)


@pytest.mark.parametrize(
    ("values", "stray"),
    [
        ([-9999.0, -9999.0], -9999),
        ([65535.0], 65535),
        ([], None),
        ([-800.0, 4900.0], None),  # as far as the others span, and a glint
    ],
)
def test_a_value_far_from_all_others_is_told(values: list[float], stray: float | None) -> None:
    samples = np.append(np.linspace(300, 1500, 198), values).astype(np.float32)
    assert stray_value(samples[None]) == stray
    assert stray_value(samples[None, -20:]) is None
    assert stray_value(np.full((1, 500), 7.0)) is None


def test_places_without_a_stray_value_are_told() -> None:
    values = np.append(np.linspace(300, 1500, 198), [-9999]).astype(np.float32)
    means = np.array([[300, 1500, -9999, 700], [900, 900, 900, -200]], np.float32)
    assert usual(means, values, -9999).tolist() == [True, True, False, False]
    assert usual(means, values, None).all()


def test_what_a_network_cannot_say_is_no_data() -> None:
    numbers = np.full((2, 1, 4), 7, dtype=np.float32)
    numbers[0, 0, 1], numbers[1, 0, 2] = np.nan, np.inf
    valid = np.array([[True, True, True, False]])
    result = OutputRadiometry("float32", None, None).finish(numbers.copy(), valid)
    assert np.array_equal(np.isnan(result), [[[False, True, True, True]]] * 2)
    result = OutputRadiometry("int16", -5.0, None).finish(numbers.copy(), valid)
    assert np.array_equal(result, [[[7, -5, -5, -5]]] * 2)
