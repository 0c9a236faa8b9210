"""A preview shows the very pixels that a run would write."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from osgeo import gdal

from qgis_pansharp.backend import preview as module
from qgis_pansharp.backend.blocks import Block
from qgis_pansharp.backend.classical import interpolate
from qgis_pansharp.backend.errors import Cancelled, GeometryError
from qgis_pansharp.backend.preview import Preview, Previewer
from qgis_pansharp.backend.request import SharpenRequest
from qgis_pansharp.backend.sharpen import sharpen
from qgis_pansharp.backend.sharpener import Sharpener
from tests.backend.rasters import ORIGIN, Array, pair, read, textured, write
from tests.backend.tiny_model import write_tiny_model


@pytest.fixture
def request_of_pair(tmp_path: Path) -> SharpenRequest:
    pan, ms = pair(tmp_path)
    model = write_tiny_model(tmp_path / "tiny.onnx", registers=True, alignment=8)
    return SharpenRequest(pan, ms, "", model=model)


def whole_of(request: SharpenRequest) -> Array:
    output = Path(request.ms).with_name("whole.tif")
    sharpen(replace(request, output=output))
    return read(output)


def crop(image: Array, window: Preview) -> Array:
    height, width = window.valid.shape
    return image[:, window.row : window.row + height, window.column : window.column + width]


CENTRES = ((64, 80), (3, 5), (-100, 400), (127, 159), (90, 33))


@pytest.mark.parametrize("memory", [1_000_000_000, 1])  # in one block, and in many
def test_a_window_equals_the_whole_result(request_of_pair: SharpenRequest, memory: int) -> None:
    whole = whole_of(request_of_pair)
    with Previewer(replace(request_of_pair, memory=memory)) as previewer:
        for row, column in CENTRES:
            window = previewer.sharpen(row, column, 50)
            assert np.array_equal(window.sharpened, crop(whole, window))
            assert window.sharpened.dtype == whole.dtype


@pytest.mark.parametrize("method", ["sipsanet", "cf2n"])
def test_a_window_of_a_bundled_model_equals_the_whole_result(tmp_path: Path, method: str) -> None:
    pan, ms = pair(tmp_path, 64, 80)
    request = SharpenRequest(pan, ms, "", method=method, engine="builtin")
    whole = whole_of(request).astype(int)
    with Previewer(request) as previewer:
        window = previewer.sharpen(45, 20, 30)
    difference = np.abs(window.sharpened.astype(int) - crop(whole, window))
    # matrix products of another size may round numbers that lay half way to the other side
    assert difference.max() <= 1
    assert (difference == 0).mean() > 0.999


def test_interpolated_ms_is_that_of_the_whole_scene(request_of_pair: SharpenRequest) -> None:
    wide = np.rint(interpolate(read(Path(request_of_pair.ms)).astype(np.float32), 4))
    with Previewer(request_of_pair) as previewer:
        for row, column in CENTRES:
            window = previewer.sharpen(row, column, 50)
            assert window.interpolated.dtype == np.uint16
            difference = np.abs(window.interpolated.astype(float) - crop(wide, window))
            # the scene's edge is mirrored here and replicated there, half an MS pixel away
            inner = (slice(None), slice(8, -8), slice(8, -8))
            assert not difference[inner].any()


def test_a_window_has_about_the_size_asked_for_and_lies_in_the_scene(
    request_of_pair: SharpenRequest,
) -> None:
    with Previewer(request_of_pair) as previewer:
        middle = previewer.sharpen(*previewer.middle, 50)
        assert (middle.row, middle.column, *middle.valid.shape) == (32, 48, 64, 64)
        for row, column in CENTRES:
            window = previewer.sharpen(row, column, 50)
            height, width = window.valid.shape
            assert 50 <= min(height, width) <= max(height, width) < 50 + 16
            assert window.row >= 0 and window.row + height <= 128
            assert window.column >= 0 and window.column + width <= 160
        everything = previewer.sharpen(0, 0, 10_000)
        assert everything.valid.shape == (128, 160)


def test_a_windows_georeference_is_its_own(request_of_pair: SharpenRequest) -> None:
    with Previewer(request_of_pair) as previewer:
        assert previewer.place(ORIGIN[0] + 60.2, ORIGIN[1] - 40.4) == (80, 120)
        window = previewer.sharpen(80, 120, 16)
    x, y = ORIGIN[0] + window.column / 2, ORIGIN[1] - window.row / 2
    assert window.geotransform == (x, 0.5, 0, y, 0, -0.5)


def test_places_and_windows_count_alike_where_ms_starts_inside_pan(tmp_path: Path) -> None:
    pan = write(tmp_path / "pan.tif", textured(1, 64, 64))
    ms = write(tmp_path / "ms.tif", textured(4, 16, 16), 2.0, (ORIGIN[0] - 1, ORIGIN[1] - 8))
    model = write_tiny_model(tmp_path / "tiny.onnx")
    request = SharpenRequest(pan, ms, tmp_path / "whole.tif", model=model)
    whole = whole_of(request)
    t = gdal.Open(str(tmp_path / "whole.tif")).GetGeoTransform()
    with Previewer(request) as previewer:
        scene = previewer.plan.scene
        assert previewer.place(t[0] + 0.1, t[3] - 0.1) == (scene.top, scene.left) == (0, 2)
        window = previewer.sharpen(0, 0, 20)
    assert window.geotransform == t
    assert np.array_equal(window.sharpened, whole[:, :20, : window.valid.shape[1]])


def test_without_georeference_places_are_pixels(tmp_path: Path) -> None:
    pan = write(tmp_path / "pan.tif", textured(1, 64, 64), pixel=None)
    ms = write(tmp_path / "ms.tif", textured(4, 16, 16), pixel=None)
    model = write_tiny_model(tmp_path / "tiny.onnx")
    with Previewer(SharpenRequest(pan, ms, "", model=model)) as previewer:
        assert previewer.place(10.5, 20.5) == (20, 10)
        assert previewer.sharpen(20, 10, 16).geotransform is None


def test_pixels_without_data_are_told(tmp_path: Path) -> None:
    pan, ms = pair(tmp_path, 64, 64)
    holed = read(ms)
    holed[:, 4:8, 4:8] = 0
    source = write(tmp_path / "holed.tif", holed, pixel=2.0, nodata=0)
    model = write_tiny_model(tmp_path / "tiny.onnx")
    with Previewer(SharpenRequest(pan, source, "", model=model)) as previewer:
        assert previewer.throughput is None
        window = previewer.sharpen(24, 24, 8)
        assert not window.valid.any()
        assert previewer.throughput is None  # empty windows take no time
        window = previewer.sharpen(32, 32, 32)
    hole = np.zeros((64, 64), dtype=bool)
    hole[16:32, 16:32] = True
    assert np.array_equal(window.valid, ~crop(hole[None], window)[0])
    for image in (window.interpolated, window.sharpened):
        assert ((image == 0) == ~window.valid).all()


def test_an_output_and_an_area_are_not_looked_at(request_of_pair: SharpenRequest) -> None:
    area = (ORIGIN[0], ORIGIN[1] - 4, ORIGIN[0] + 4, ORIGIN[1])
    request = replace(request_of_pair, output="/nowhere/no.png", area=area)
    with Previewer(request) as previewer:
        assert previewer.sharpen(100, 100, 16).row > 80


def test_what_cannot_work_is_refused_when_it_is_opened(tmp_path: Path) -> None:
    pan, _ = pair(tmp_path, 64, 64)
    ms = write(tmp_path / "other.tif", textured(4, 32, 32), pixel=1.5)
    with pytest.raises(GeometryError):
        Previewer(SharpenRequest(pan, ms, ""))


def test_opening_can_be_stopped(request_of_pair: SharpenRequest) -> None:
    def stop() -> None:
        raise Cancelled("outdated")

    with pytest.raises(Cancelled, match="outdated"):
        Previewer(request_of_pair, stop)


def test_a_window_can_be_stopped_and_the_next_one_comes(request_of_pair: SharpenRequest) -> None:
    shares: list[float] = []

    def stop(_: float) -> None:
        raise Cancelled("outdated")

    with Previewer(replace(request_of_pair, memory=1)) as previewer:
        with pytest.raises(Cancelled, match="outdated"):
            previewer.sharpen(64, 64, 100, stop)
        previewer.sharpen(64, 64, 100, shares.append)
    assert shares == sorted(shares)
    assert shares[0] == 0
    assert shares[-1] == 1
    assert len(set(shares)) > 3


def test_too_little_memory_is_met_with_smaller_blocks(
    request_of_pair: SharpenRequest, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = whole_of(request_of_pair)
    work = Sharpener.sharpen

    def short_of_memory(self: Sharpener, block: Block, watch: object) -> Array:
        if block.height > 70:
            raise MemoryError
        return work(self, block, watch)  # type: ignore[arg-type]

    monkeypatch.setattr(Sharpener, "sharpen", short_of_memory)
    with Previewer(request_of_pair) as previewer:
        window = previewer.sharpen(64, 64, 120)
    assert np.array_equal(window.sharpened, crop(whole, window))


def test_throughput_counts_what_is_read_and_written_and_tells_the_next_windows_side(
    request_of_pair: SharpenRequest, monkeypatch: pytest.MonkeyPatch
) -> None:
    clock = iter((0.0, 0.5))
    with Previewer(request_of_pair) as previewer:
        assert previewer.side_for(1.0, 16, 40, 1000) == 40
        monkeypatch.setattr(module.time, "perf_counter", lambda: next(clock))
        previewer.sharpen(64, 80, 48)
        throughput = previewer.throughput
        assert throughput is not None
        assert throughput.work == pytest.approx(((48 + 16) ** 2 + 2 * 48**2) / 1e6)
        assert throughput.speed == pytest.approx(throughput.work / 0.5)
        assert previewer.side_for(0.5001, 16, 40, 1000) == 48
        side = previewer.side_for(2.0, 16, 40, 1000)
        assert ((side + 16) ** 2 + 2 * side**2) / 1e6 == pytest.approx(
            4 * throughput.work, rel=0.03
        )
        assert previewer.side_for(0.01, 16, 40, 1000) == 16
        assert previewer.side_for(9999.0, 16, 40, 1000) == 1000
