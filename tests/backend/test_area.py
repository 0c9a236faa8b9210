"""A part of a scene is sharpened as the whole of it is, and lies where it belongs."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from osgeo import gdal

from qgis_pansharp.backend import sharpen as loop
from qgis_pansharp.backend.area import crop, to_pixels
from qgis_pansharp.backend.engines import steady
from qgis_pansharp.backend.errors import GeometryError
from qgis_pansharp.backend.raster import read_info
from qgis_pansharp.backend.request import SharpenRequest
from qgis_pansharp.backend.scene import Scene, make_scene
from qgis_pansharp.backend.sharpen import check, sharpen
from tests.backend.rasters import ORIGIN, Array, pair, read, textured, write
from tests.backend.tiny_model import write_tiny_model

Area = tuple[float, float, float, float]


def area_of(row: int, column: int, height: int, width: int) -> Area:
    """Return the area of pixels of 0.5 m from `ORIGIN`."""
    x, y = ORIGIN[0] + column / 2, ORIGIN[1] - row / 2
    return (x, y - height / 2, x + width / 2, y)


def scene_of(pan: Path, ms: Path) -> Scene:
    return make_scene(read_info(pan, "PAN"), read_info(ms, "MS"))


def place(scene: Scene) -> tuple[int, int, int, int]:
    return scene.top, scene.left, scene.rows, scene.columns


def rotated(folder: Path, degrees: float) -> tuple[Path, Path]:
    """Write a pair of 64 x 80 PAN pixels of 0.5 m that is turned round its first corner."""
    pan, ms = pair(folder, 64, 80)
    cosine, sine = np.cos(np.radians(degrees)), np.sin(np.radians(degrees))
    for path, pixel in ((pan, 0.5), (ms, 2.0)):
        dataset = gdal.Open(str(path), gdal.GA_Update)
        x, y = ORIGIN
        dataset.SetGeoTransform((x, pixel * cosine, pixel * sine, y, pixel * sine, -pixel * cosine))
        del dataset
    return pan, ms


# Which pixels


@pytest.mark.parametrize(
    ("area", "pixels"),
    [
        (area_of(8, 12, 16, 20), (8, 12, 16, 20)),  # along the borders of pixels
        (area_of(7, 13, 1, 1), (7, 13, 1, 1)),
        (area_of(-50, -50, 60, 70), (0, 0, 10, 20)),  # the scene ends
        (area_of(60, 70, 999, 999), (60, 70, 4, 10)),
        (area_of(-9, -9, 999, 999), (0, 0, 64, 80)),
    ],
)
def test_an_area_becomes_the_whole_pixels_that_cover_it(
    tmp_path: Path, area: Area, pixels: tuple[int, int, int, int]
) -> None:
    scene = scene_of(*pair(tmp_path, 64, 80))
    assert place(crop(scene, area)) == pixels


def test_a_part_of_a_pixel_takes_all_of_it(tmp_path: Path) -> None:
    scene = scene_of(*pair(tmp_path, 64, 80))
    x, y = ORIGIN
    assert place(crop(scene, (x + 0.7, y - 2.6, x + 1.1, y - 2.1))) == (4, 1, 2, 2)


def test_the_last_digit_of_a_coordinate_adds_no_row(tmp_path: Path) -> None:
    scene = scene_of(*pair(tmp_path, 64, 80))
    xmin, ymin, xmax, ymax = area_of(8, 12, 16, 20)
    tiny = 1e-5
    assert place(crop(scene, (xmin - tiny, ymin - tiny, xmax + tiny, ymax + tiny))) == (
        *(8, 12),
        *(16, 20),
    )


def test_without_georeference_an_area_is_counted_in_pixels(tmp_path: Path) -> None:
    pan = write(tmp_path / "pan.tif", textured(1, 64, 80), pixel=None)
    ms = write(tmp_path / "ms.tif", textured(4, 16, 20), pixel=None)
    scene = crop(scene_of(pan, ms), (12.0, 8.0, 32.0, 24.0))
    assert place(scene) == (8, 12, 16, 20)
    assert scene.geotransform is None


def test_an_area_counts_from_pan_and_not_from_the_overlap(tmp_path: Path) -> None:
    pan = write(tmp_path / "pan.tif", textured(1, 64, 64))
    # MS starts half an MS pixel west and 4 MS pixels south of PAN
    ms = write(tmp_path / "ms.tif", textured(4, 16, 16), 2.0, (ORIGIN[0] - 1, ORIGIN[1] - 8))
    scene = scene_of(pan, ms)
    part = crop(scene, area_of(10, 10, 20, 20))  # the first 6 rows lie north of MS
    assert place(part) == (0, 10 + 2, 20 - 6, 20)
    assert part.geotransform == (ORIGIN[0] + 5, 0.5, 0, ORIGIN[1] - 8, 0, -0.5)


def test_an_area_of_a_turned_scene_becomes_the_rectangle_round_it(tmp_path: Path) -> None:
    scene = scene_of(*rotated(tmp_path, 30))
    assert scene.geotransform is not None
    # a square of 4 m round the place of pixel (32, 40) has a diamond's corners there
    t = scene.geotransform
    x, y = t[0] + 40 * t[1] + 32 * t[2], t[3] + 40 * t[4] + 32 * t[5]
    part = crop(scene, (x - 2, y - 2, x + 2, y + 2))
    reach = 4 * (np.cos(np.radians(30)) + np.sin(np.radians(30)))  # in pixels
    first, end = (np.floor(32 - reach), np.ceil(32 + reach))
    assert (part.top, part.top + part.rows) == (first, end)
    assert part.left == np.floor(40 - reach)
    assert part.geotransform is not None
    assert to_pixels(t, part.geotransform[0], part.geotransform[3]) == pytest.approx(
        (part.top, part.left), abs=1e-6
    )


def test_what_lies_beside_a_turned_scene_adds_nothing(tmp_path: Path) -> None:
    scene = scene_of(*rotated(tmp_path, 45))
    # the scene's first corner points west, and little of the scene lies so near to it
    x, y = ORIGIN
    part = crop(scene, (x - 100, y - 100, x + 1, y + 100))
    assert (part.top, part.left) == (0, 0)
    assert (part.rows, part.columns) == (3, 3)
    with pytest.raises(GeometryError, match="no pixel in common"):
        # west of that corner, though the rectangle round it in pixels reaches into the scene
        crop(scene, (x - 6, y - 2.5, x - 1, y + 2.5))


# What is refused


@pytest.mark.parametrize(
    ("area", "words"),
    [
        ((0.0, 0.0, 1.0, 1.0), "no pixel in common"),
        (area_of(64, 0, 5, 5), "no pixel in common"),  # touches the last row
        (area_of(5, 5, 0, 5), "is empty"),
        ((5.0, 9.0, 4.0, 10.0), "is empty"),
        ((float("nan"), 0.0, 1.0, 1.0), "finite"),
        ((0.0, 0.0, float("inf"), 1.0), "finite"),
        ((0.0, 0.0, 1.0), "four"),
    ],
)
def test_a_bad_area_is_refused_by_the_headers_alone(tmp_path: Path, area: Any, words: str) -> None:
    pan, ms = pair(tmp_path, 64, 64)
    model = write_tiny_model(tmp_path / "tiny.onnx")
    with pytest.raises(GeometryError, match=words) as caught:
        check(SharpenRequest(pan, ms, tmp_path / "out.tif", model=model, area=area))
    assert "area" in str(caught.value)
    assert "\n" not in str(caught.value)


def test_who_misses_the_scene_is_told_where_it_lies(tmp_path: Path) -> None:
    pan, ms = pair(tmp_path, 64, 80)
    with pytest.raises(GeometryError, match=r"inside \(400000, 4999968, 400040, 5000000\)"):
        crop(scene_of(pan, ms), (0.0, 0.0, 1.0, 1.0))


# What comes back

PARTS = ((0, 0, 8, 8), (5, 9, 40, 41), (50, 60, 14, 20), (63, 3, 1, 70), (2, 1, 61, 78))


def compare(request: SharpenRequest, part: tuple[int, int, int, int], area: Area) -> Array:
    """Return how far a part that is sharpened alone differs from the whole, `(B, h, w)`."""
    row, column, height, width = part
    whole = read(Path(request.output)).astype(float)
    result = sharpen(replace(request, area=area, overwrite=True))
    assert (result.rows, result.columns) == (height, width)
    alone = read(Path(request.output)).astype(float)
    difference = np.abs(alone - whole[:, row : row + height, column : column + width])
    sharpen(replace(request, overwrite=True))
    return difference


@pytest.mark.parametrize("registers", [False, True])
@pytest.mark.parametrize("georeferenced", [True, False])
@pytest.mark.parametrize("dtype", ["uint16", "float32"])
def test_a_part_equals_the_crop_of_the_whole(
    tmp_path: Path, georeferenced: bool, registers: bool, dtype: str
) -> None:
    fine = textured(4, 80, 96, seed=3, dtype="float32")
    scale = 1 if dtype == "float32" else 2047
    middle = fine[:, 8:72, 8:88].reshape(4, 16, 4, 20, 4).mean(axis=(2, 4))
    middle[:, 3:5, 12:14] = -1 / scale  # no data
    seen = fine.mean(axis=0, keepdims=True)[:, 5:69, 10:90]
    pixel = 0.5 if georeferenced else None

    def convert(image: Array) -> Array:
        return (image * scale).round(0 if scale > 1 else 7).astype(np.int16 if scale > 1 else dtype)

    pan = write(tmp_path / "pan.tif", convert(seen), pixel)
    ms = write(tmp_path / "ms.tif", convert(middle), pixel and 2.0, nodata=-1)
    model = write_tiny_model(tmp_path / "tiny.onnx", registers=registers, alignment=8)
    request = SharpenRequest(pan, ms, tmp_path / "out.tif", model=model)
    sharpen(request)
    for part in PARTS:
        row, column, height, width = part
        pixels = (float(column), float(row), float(column + width), float(row + height))
        assert not compare(request, part, area_of(*part) if georeferenced else pixels).any()


def test_parts_in_several_blocks_equal_the_crop_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pan, ms = pair(tmp_path, 64, 80)
    model = write_tiny_model(tmp_path / "tiny.onnx", alignment=8)
    request = SharpenRequest(pan, ms, tmp_path / "out.tif", model=model)
    sharpen(request)
    monkeypatch.setattr(loop.blocks, "choose_core", lambda *_: 16)
    assert not compare(request, (5, 9, 40, 41), area_of(5, 9, 40, 41)).any()


@pytest.mark.parametrize("method", ["sipsanet", "cf2n"])
def test_the_bundled_models_give_a_part_as_they_give_the_whole(tmp_path: Path, method: str) -> None:
    pan, ms = pair(tmp_path, 64, 80)
    request = SharpenRequest(pan, ms, tmp_path / "out.tif", method=method, engine="builtin")
    sharpen(request)
    for part in PARTS[1:3]:
        difference = compare(request, part, area_of(*part))
        # what a network is given is the same (below); matrix products of another size may round
        # numbers that lay half way to the other side
        assert difference.max() <= 1
        assert (difference == 0).mean() > 0.999


@pytest.mark.parametrize("method", ["sipsanet", "cf2n"])
def test_a_network_is_given_for_a_part_what_it_is_given_for_the_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, method: str
) -> None:
    """In whole cells of the scene, bit for bit."""
    given: list[tuple[Array, Array]] = []

    class Recording:
        name = device = "recording"
        room = 0

        def run(self, pan: Array, ms: Array, watch: object) -> Array:
            given.append((pan, ms))
            halo = request_card.halo
            return np.zeros((4, pan.shape[1] - 2 * halo, pan.shape[2] - 2 * halo), np.float32)

        def close(self) -> None:
            pass

    monkeypatch.setattr(steady, "create_engine", lambda *_: Recording())
    pan, ms = pair(tmp_path, 64, 80)
    request = SharpenRequest(pan, ms, tmp_path / "out.tif", method=method, overwrite=True)
    request_card = check(request).model.card
    cell = request_card.alignment
    sharpen(request)
    for row, column, height, width in PARTS:
        sharpen(replace(request, area=area_of(row, column, height, width)))
        top, left = row // cell * cell, column // cell * cell
        for whole, part, size in zip(given[0], given.pop(), (1, 4), strict=True):
            y, x = top // size, left // size
            assert np.array_equal(whole[:, y : y + part.shape[1], x : x + part.shape[2]], part)


def test_what_a_part_says_of_its_place_is_its_own(tmp_path: Path) -> None:
    pan, ms = pair(tmp_path, 64, 80)
    model = write_tiny_model(tmp_path / "tiny.onnx")
    rpc = {"LINE_OFF": "100", "SAMP_OFF": "200", "LINE_SCALE": "1", "SAMP_SCALE": "1"}
    rpc |= {"LAT_OFF": "1", "LONG_OFF": "2", "HEIGHT_OFF": "3", "LAT_SCALE": "1"}
    rpc |= {"LONG_SCALE": "1", "HEIGHT_SCALE": "1"}
    zeros = " ".join(["1"] + ["0"] * 19)
    rpc |= {f"{part}_COEFF": zeros for part in ("LINE_NUM", "LINE_DEN", "SAMP_NUM", "SAMP_DEN")}
    dataset = gdal.Open(str(pan), gdal.GA_Update)
    dataset.SetMetadata(rpc, "RPC")
    del dataset
    request = SharpenRequest(pan, ms, tmp_path / "out.tif", model=model)
    sharpen(replace(request, area=area_of(10, 20, 30, 40)))
    output = gdal.Open(str(tmp_path / "out.tif"))
    assert (output.RasterYSize, output.RasterXSize) == (30, 40)
    assert output.GetGeoTransform() == (ORIGIN[0] + 10, 0.5, 0, ORIGIN[1] - 5, 0, -0.5)
    moved = output.GetMetadata("RPC")
    assert (float(moved["LINE_OFF"]), float(moved["SAMP_OFF"])) == (90, 180)


def test_control_points_count_from_a_parts_corner(tmp_path: Path) -> None:
    pan = write(tmp_path / "pan.tif", textured(1, 64, 64), pixel=None)
    ms = write(tmp_path / "ms.tif", textured(4, 16, 16), pixel=None)
    dataset = gdal.Open(str(pan), gdal.GA_Update)
    dataset.SetGCPs([gdal.GCP(2, 48, 0, 30, 40), gdal.GCP(3, 49, 0, 50, 60)], "")
    del dataset
    part = crop(scene_of(pan, ms), (10.0, 20.0, 30.0, 60.0))
    assert part.ground_control is not None
    assert [point[:2] for point in part.ground_control.points] == [(20, 20), (40, 40)]


def test_blocks_start_at_a_parts_corner_so_that_each_tile_is_written_once(
    tmp_path: Path,
) -> None:
    pan, ms = pair(tmp_path, 64, 80)
    model = write_tiny_model(tmp_path / "tiny.onnx", alignment=8)
    request = SharpenRequest(pan, ms, tmp_path / "out.tif", model=model, area=area_of(5, 9, 40, 41))
    plan = check(replace(request, memory=1))
    blocks = plan.blocks(plan.scene.output)
    assert (blocks[0].row, blocks[0].column) == (5, 9)
    assert sum(block.pixels for block in blocks) == 40 * 41
