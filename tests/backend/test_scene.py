"""PAN and MS fit together by their geotransforms, or are refused with a reason."""

from __future__ import annotations

import math
import re
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from osgeo import gdal, osr

from qgis_pansharp.backend.errors import BandError, GeometryError
from qgis_pansharp.backend.raster import Geotransform, GroundControl, RasterInfo, read_info
from qgis_pansharp.backend.scene import Scene, make_scene, overlap
from tests.backend.rasters import ORIGIN, utm, write

East = float


def scene_of(
    folder: Path,
    pan_size: tuple[int, int],
    ms_size: tuple[int, int],
    ms_origin: tuple[float, float] = ORIGIN,
    ms_pixel: float | None = 2.0,
    pan_pixel: float | None = 0.5,
    ms_wkt: str | None = None,
) -> Scene:
    pan = write(folder / "pan.tif", np.ones((1, *pan_size), np.uint16), pixel=pan_pixel)
    ms = write(folder / "ms.tif", np.ones((4, *ms_size), np.uint16), ms_pixel, ms_origin, ms_wkt)
    return make_scene(read_info(pan, "PAN"), read_info(ms, "MS"))


def test_rasters_of_one_extent_give_a_scene_as_large_as_pan(tmp_path: Path) -> None:
    scene = scene_of(tmp_path, (32, 48), (8, 12))
    assert (scene.ratio, scene.rows, scene.columns, scene.top, scene.left) == (4, 32, 48, 0, 0)
    assert scene.geotransform == (ORIGIN[0], 0.5, 0, ORIGIN[1], 0, -0.5)


def test_the_scene_is_the_overlap_on_pans_grid(tmp_path: Path) -> None:
    # MS starts 6 m east and 2 m north of PAN
    scene = scene_of(tmp_path, (32, 48), (8, 12), (ORIGIN[0] + 6, ORIGIN[1] + 2))
    assert (scene.pan_row, scene.pan_column) == (0, 12)
    assert (scene.ms_row, scene.ms_column) == (1, 0)
    assert (scene.rows, scene.columns) == (28, 36)
    assert scene.geotransform == (ORIGIN[0] + 6, 0.5, 0, ORIGIN[1], 0, -0.5)


def test_ms_may_start_at_any_pan_pixel(tmp_path: Path) -> None:
    # half an MS pixel to the west: PAN's first pixels lie in the middle of an MS pixel
    scene = scene_of(tmp_path, (32, 48), (8, 13), (ORIGIN[0] - 1, ORIGIN[1]))
    assert (scene.pan_column, scene.left, scene.columns) == (-2, 2, 48)
    assert scene.geotransform is not None
    assert scene.geotransform[0] == ORIGIN[0]


def test_pan_may_lack_part_of_the_last_ms_pixel(tmp_path: Path) -> None:
    scene = scene_of(tmp_path, (30, 47), (8, 12))
    assert (scene.rows, scene.columns, scene.height, scene.width) == (30, 47, 32, 48)


def test_rasters_without_georeference_are_taken_corner_to_corner(tmp_path: Path) -> None:
    scene = scene_of(tmp_path, (32, 48), (8, 12), ms_pixel=None, pan_pixel=None)
    assert (scene.ratio, scene.rows, scene.columns) == (4, 32, 48)
    assert scene.geotransform is None


@pytest.mark.parametrize("pan_transform", [None, (0, 1, 0, 0, 0, -1), (0, 1, 0, 32, 0, -1)])
@pytest.mark.parametrize("ms_transform", [None, (0, 1, 0, 0, 0, 1), (0, 1, 0, 8, 0, -1)])
def test_geotransforms_that_count_pixels_are_no_georeference(
    tmp_path: Path, pan_transform: Geotransform | None, ms_transform: Geotransform | None
) -> None:
    pan = read_info(write(tmp_path / "pan.tif", np.ones((1, 32, 47), np.uint16), None), "PAN")
    ms = read_info(write(tmp_path / "ms.tif", np.ones((4, 8, 12), np.uint16), None), "MS")
    pan, ms = replace(pan, geotransform=pan_transform), replace(ms, geotransform=ms_transform)
    scene = make_scene(pan, ms)
    assert (scene.ratio, scene.rows, scene.columns, scene.top, scene.left) == (4, 32, 47, 0, 0)
    assert scene.geotransform == pan_transform


def test_pixels_of_pan_may_be_the_unit_of_ms(tmp_path: Path) -> None:
    pan = read_info(write(tmp_path / "pan.tif", np.ones((1, 32, 48), np.uint16), None), "PAN")
    ms = read_info(write(tmp_path / "ms.tif", np.ones((4, 8, 8), np.uint16), None), "MS")
    pan = replace(pan, geotransform=(0, 1, 0, 0, 0, -1))
    scene = make_scene(pan, replace(ms, geotransform=(16, 4, 0, 0, 0, -4)))
    assert (scene.ratio, scene.rows, scene.columns, scene.pan_column) == (4, 32, 32, 16)


def test_a_ratio_other_than_a_whole_number_is_refused(tmp_path: Path) -> None:
    with pytest.raises(GeometryError, match="whole number of times"):
        scene_of(tmp_path, (32, 48), (9, 14), ms_pixel=1.75)


def test_ms_finer_than_pan_is_refused(tmp_path: Path) -> None:
    with pytest.raises(GeometryError, match="whole number of times"):
        scene_of(tmp_path, (8, 12), (8, 12), ms_pixel=0.5)


@pytest.mark.parametrize(
    ("down", "right", "place", "off"),
    [
        (0.5, 0.4, (0, 0), (0.5, 0.4)),  # half a PAN pixel, as in Landsat's products
        (0.1, 4.6, (0, 5), (0.1, -0.4)),
        (0.2, 1.8, (0, 2), (0.0, 0.0)),  # too little to move MS for
    ],
)
def test_ms_may_lie_between_pans_pixels(
    tmp_path: Path,
    down: float,
    right: float,
    place: tuple[int, int],
    off: tuple[float, float],
) -> None:
    origin = ORIGIN[0] + 0.5 * right, ORIGIN[1] - 0.5 * down
    scene = scene_of(tmp_path, (32, 48), (8, 12), origin)
    assert (scene.pan_row, scene.pan_column) == place
    assert scene.ms_off == pytest.approx(off, abs=1e-6)
    assert scene.geotransform is not None
    assert scene.geotransform[0] == ORIGIN[0] + 0.5 * place[1]


def test_ms_that_strays_from_pans_grid_is_refused(tmp_path: Path) -> None:
    with pytest.raises(GeometryError, match="one grid"):
        scene_of(tmp_path, (32, 48), (8, 12), ms_pixel=2.02)


def test_another_crs_is_refused_by_name(tmp_path: Path) -> None:
    with pytest.raises(GeometryError, match=r"zone 31N.*zone 32N"):
        scene_of(tmp_path, (32, 48), (8, 12), ms_wkt=utm(32))


def test_places_apart_are_refused(tmp_path: Path) -> None:
    with pytest.raises(GeometryError, match="do not overlap"):
        scene_of(tmp_path, (32, 48), (8, 12), (ORIGIN[0] + 5000, ORIGIN[1]))


def test_one_georeference_alone_is_refused(tmp_path: Path) -> None:
    with pytest.raises(GeometryError, match="PAN has no geotransform"):
        scene_of(tmp_path, (32, 48), (8, 12), pan_pixel=None)


def test_sizes_that_do_not_fit_are_refused_without_georeference(tmp_path: Path) -> None:
    with pytest.raises(GeometryError, match="no georeference"):
        scene_of(tmp_path, (32, 48), (9, 12), ms_pixel=None, pan_pixel=None)


def test_pan_with_several_bands_is_refused(tmp_path: Path) -> None:
    ms = read_info(write(tmp_path / "ms.tif", np.ones((4, 8, 8), np.uint16), 2.0), "MS")
    with pytest.raises(BandError, match="4 bands; PAN must have exactly one"):
        make_scene(ms, ms)


def test_a_data_type_that_cannot_be_kept_is_refused(tmp_path: Path) -> None:
    pan = read_info(write(tmp_path / "pan.tif", np.ones((1, 32, 32), np.uint16)), "PAN")
    ms = read_info(write(tmp_path / "ms.tif", np.ones((4, 8, 8), np.float64), 2.0), "MS")
    with pytest.raises(BandError, match="Float64"):
        make_scene(pan, ms)


def test_one_crs_alone_is_refused(tmp_path: Path) -> None:
    with pytest.raises(GeometryError, match=r"no coordinate reference system.*assign"):
        scene_of(tmp_path, (32, 48), (8, 12), ms_wkt="")


def test_images_that_run_in_opposite_directions_are_refused(tmp_path: Path) -> None:
    ms = write(tmp_path / "ms.tif", np.ones((4, 8, 12), np.uint16), 2.0)
    dataset = gdal.Open(str(ms), gdal.GA_Update)
    dataset.SetGeoTransform((ORIGIN[0], 2, 0, ORIGIN[1] - 16, 0, 2))
    del dataset
    pan = write(tmp_path / "pan.tif", np.ones((1, 32, 48), np.uint16))
    with pytest.raises(GeometryError, match="upside down"):
        make_scene(read_info(pan, "PAN"), read_info(ms, "MS"))


Transform = tuple[float, float, float, float, float, float]


def turned(pixel: float, degrees: float, shear: float = 0.0) -> Transform:
    """Return a geotransform that is turned to the left, its lines sheared by a share."""
    angle = math.radians(degrees)
    c, s = pixel * math.cos(angle), pixel * math.sin(angle)
    return (ORIGIN[0], c, s + shear * c, ORIGIN[1], s, -c + shear * s)


def scene_of_transforms(folder: Path, pan: Transform, ms: Transform) -> Scene:
    infos = []
    for name, size, transform in (("pan", (1, 32, 48), pan), ("ms", (4, 8, 12), ms)):
        path = write(folder / f"{name}.tif", np.ones(size, np.uint16), pixel=None)
        info = read_info(path, name.upper())
        infos.append(replace(info, geotransform=transform, wkt=utm()))
    return make_scene(*infos)


@pytest.mark.parametrize("degrees", [0, 20, 90, 180, 271.5])
@pytest.mark.parametrize("shear", [0.0, 0.3])
def test_rasters_that_are_turned_alike_fit(tmp_path: Path, degrees: float, shear: float) -> None:
    scene = scene_of_transforms(tmp_path, turned(0.5, degrees, shear), turned(2, degrees, shear))
    assert (scene.ratio, scene.rows, scene.columns) == (4, 32, 48)


@pytest.mark.parametrize(
    ("degrees", "shear"), [(1, 0), (-5, 0), (45, 0), (90, 0), (120, 0), (270, 0), (0, 0.1)]
)
def test_rasters_that_are_turned_against_each_other_are_told_so(
    tmp_path: Path, degrees: float, shear: float
) -> None:
    with pytest.raises(GeometryError, match=r"pan\.tif.*ms\.tif.* turned or sheared .*warp both"):
        scene_of_transforms(tmp_path, turned(0.5, 10), turned(2, 10 + degrees, shear))


@pytest.mark.parametrize("which", [0, 1])
def test_pixels_without_an_area_are_refused(tmp_path: Path, which: int) -> None:
    transforms = [turned(0.5, 0), turned(2, 0)]
    transforms[which] = (ORIGIN[0], 2.0, 0.0, ORIGIN[1], 2.0, 0.0)
    with pytest.raises(GeometryError, match="without an area; set it anew"):
        scene_of_transforms(tmp_path, transforms[0], transforms[1])


def on_ground(
    folder: Path, east: float, rpc: bool, pixel: float, size: tuple[int, int, int]
) -> RasterInfo:
    """Return a raster without geotransform that has control points, or RPC."""
    path = write(folder / f"{size[0]}.tif", np.ones(size, np.uint16), pixel=None)
    info = read_info(path, "PAN")
    height, width = size[1:]
    if not rpc:
        points = tuple(
            (float(c), float(r), ORIGIN[0] + east + c * pixel, ORIGIN[1] - r * pixel, 0.0)
            for c, r in ((0, 0), (width, 0), (0, height), (width, height))
        )
        return replace(info, ground_control=GroundControl(points, utm()))
    degree = 100_000.0
    coefficients = {
        "LINE_NUM": 2,  # of latitude
        "LINE_DEN": 0,
        "SAMP_NUM": 1,
        "SAMP_DEN": 0,
    }
    texts = {
        "LINE_OFF": height / 2,
        "SAMP_OFF": width / 2,
        "LINE_SCALE": height / 2,
        "SAMP_SCALE": width / 2,
        "LAT_OFF": 45,
        "LONG_OFF": 3 + (east + width * pixel / 2) / degree,
        "HEIGHT_OFF": 200,
        "LAT_SCALE": height * pixel / 2 / degree,
        "LONG_SCALE": width * pixel / 2 / degree,
        "HEIGHT_SCALE": 500,
    }
    signs = {"LINE_NUM": -1}
    values = {
        f"{part}_COEFF": " ".join(str(signs.get(part, 1) if i == at else 0) for i in range(20))
        for part, at in coefficients.items()
    }
    return replace(info, rpc={key: str(value) for key, value in texts.items()} | values)


@pytest.mark.parametrize("rpc", [False, True])
@pytest.mark.parametrize(("east", "fits"), [(0, True), (5, True), (-90, False), (2000, False)])
def test_control_points_and_rpc_of_another_place_are_refused(
    tmp_path: Path, rpc: bool, east: float, fits: bool
) -> None:
    pan = on_ground(tmp_path, 0, rpc, 0.5, (1, 400, 600))
    ms = on_ground(tmp_path, east, rpc, 2.0, (4, 100, 150))
    if fits:
        assert make_scene(pan, ms).ratio == 4
        return
    with pytest.raises(GeometryError, match=r"not show the same ground.* (18.|4000|3999) PAN"):
        make_scene(pan, ms)


def test_control_points_that_cannot_be_compared_say_nothing(tmp_path: Path) -> None:
    pan = on_ground(tmp_path, 0, False, 0.5, (1, 400, 600))
    ms = on_ground(tmp_path, 2000, False, 2.0, (4, 100, 150))
    points = ms.ground_control.points if ms.ground_control else ()
    for left in (GroundControl(points, ""), GroundControl(points[:2], utm())):
        assert make_scene(pan, replace(ms, ground_control=left)).ratio == 4
    nowhere = GroundControl(((0.0, 0.0, 1.0, 1.0, 0.0),) * 4, utm())
    assert make_scene(pan, replace(ms, ground_control=nowhere)).ratio == 4


def test_rational_polynomials_with_units_are_moved(tmp_path: Path) -> None:
    scene = scene_of(tmp_path, (32, 48), (8, 12), (ORIGIN[0] + 6, ORIGIN[1] - 4))
    rpc = {"LINE_OFF": "+000100.50 pixels", "SAMP_OFF": " -2e2 pixels"}
    moved = replace(scene, pan=replace(scene.pan, rpc=rpc)).rpc
    assert (float(moved["LINE_OFF"]), float(moved["SAMP_OFF"])) == (92.5, -212)
    none = {"LINE_OFF": "unknown", "SAMP_OFF": "1"}
    assert replace(scene, pan=replace(scene.pan, rpc=none)).rpc == {}


@pytest.mark.parametrize(("east", "shown"), [(360.0, 1.0), (-360.0, 1.0), (720.0, 1.0), (0.0, 1.0)])
def test_longitudes_may_be_counted_otherwise_by_ms(
    tmp_path: Path, east: float, shown: float
) -> None:
    crs = osr.SpatialReference()
    crs.ImportFromEPSG(4326)
    degrees = {"wkt": crs.ExportToWkt()}
    pan = write(
        tmp_path / "pan.tif", np.ones((1, 32, 48), np.uint16), 1e-5, (179.9999, 5), **degrees
    )
    origin = (179.9999 - east, 5.0)
    ms = write(tmp_path / "ms.tif", np.ones((4, 8, 12), np.uint16), 4e-5, origin, **degrees)
    infos = read_info(pan, "PAN"), read_info(ms, "MS")
    scene = make_scene(*infos)
    assert (scene.rows, scene.columns, scene.pan_column) == (32, 48, 0)
    assert scene.geotransform == infos[0].geotransform
    assert overlap(*infos) == pytest.approx(1)


def test_degrees_that_are_not_finite_tell_no_overlap(tmp_path: Path) -> None:
    crs = osr.SpatialReference()
    crs.ImportFromEPSG(4326)
    info = read_info(write(tmp_path / "pan.tif", np.ones((1, 8, 8), np.uint16)), "PAN")
    pan = replace(info, wkt=crs.ExportToWkt())
    for value in (math.inf, math.nan):
        assert overlap(pan, replace(pan, geotransform=(value, 1.0, 0.0, 5.0, 0.0, -1.0))) is None


def test_metres_are_no_turns_around_the_globe(tmp_path: Path) -> None:
    with pytest.raises(GeometryError, match="do not overlap"):
        scene_of(tmp_path, (32, 48), (8, 12), (ORIGIN[0] + 360, ORIGIN[1]))


@pytest.mark.parametrize("shift", ["", "TOWGS84[1,2,3,0,0,0,0]"])
def test_a_datum_shift_that_one_raster_alone_states_does_not_matter(
    tmp_path: Path, shift: str
) -> None:
    crs = osr.SpatialReference()
    crs.ImportFromEPSG(26711)
    plain = crs.ExportToWkt()
    crs.SetTOWGS84(-8, 160, 176)
    stated = crs.ExportToWkt()
    assert "TOWGS84[" in stated
    pan = read_info(write(tmp_path / "pan.tif", np.ones((1, 32, 48), np.uint16)), "PAN")
    ms = read_info(write(tmp_path / "ms.tif", np.ones((4, 8, 12), np.uint16), 2.0), "MS")
    pan = replace(pan, wkt=stated)
    if not shift:
        assert make_scene(pan, replace(ms, wkt=plain)).ratio == 4
        return
    other = re.sub(r"TOWGS84\[[^\]]*\]", shift, stated)
    with pytest.raises(GeometryError, match="different coordinate reference"):
        make_scene(pan, replace(ms, wkt=other))


@pytest.mark.parametrize("code", [4979, 32631])
def test_heights_above_the_ellipsoid_are_no_other_crs(tmp_path: Path, code: int) -> None:
    flat, high = osr.SpatialReference(), osr.SpatialReference()
    flat.ImportFromEPSG(4326 if code == 4979 else code)
    high.ImportFromEPSG(code)
    high.PromoteTo3D()
    pan = read_info(write(tmp_path / "pan.tif", np.ones((1, 32, 48), np.uint16)), "PAN")
    ms = read_info(write(tmp_path / "ms.tif", np.ones((4, 8, 12), np.uint16), 2.0), "MS")
    pan, ms = (
        replace(info, wkt=crs.ExportToWkt(), geotransform=(9.0, side, 0.0, 45.0, 0.0, -side))
        for info, crs, side in ((pan, high, 1e-5), (ms, flat, 4e-5))
    )
    assert make_scene(pan, ms).ratio == 4


@pytest.mark.parametrize("code", [2180, 3035, 31467])
def test_a_crs_that_names_north_first_is_the_one_that_names_east_first(
    tmp_path: Path, code: int
) -> None:
    crs = osr.SpatialReference()
    crs.ImportFromEPSG(code)
    north_first = crs.ExportToWkt()
    crs.MorphToESRI()  # as beside a .bil, and in .img
    pan = read_info(write(tmp_path / "pan.tif", np.ones((1, 32, 48), np.uint16)), "PAN")
    ms = read_info(write(tmp_path / "ms.tif", np.ones((4, 8, 12), np.uint16), 2.0), "MS")
    for one, other in ((north_first, crs.ExportToWkt()), (crs.ExportToWkt(), north_first)):
        assert make_scene(replace(pan, wkt=one), replace(ms, wkt=other)).ratio == 4
    with pytest.raises(GeometryError, match="different coordinate reference"):
        make_scene(replace(pan, wkt=north_first), replace(ms, wkt=utm()))
