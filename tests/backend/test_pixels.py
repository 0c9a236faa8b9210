"""Windows do not depend on how a scene is cut, and holes are filled from their surroundings."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from osgeo import gdal

from qgis_pansharp.backend import pixels
from qgis_pansharp.backend.blocks import Block
from qgis_pansharp.backend.pixels import PairReader, fill_holes, mirrored, spread
from qgis_pansharp.backend.raster import read_info
from qgis_pansharp.backend.registration import ShiftEstimator, Shifts
from qgis_pansharp.backend.scene import Scene, make_scene
from tests.backend.rasters import ORIGIN, Array, pair, read, textured, write
from tests.backend.test_registration import smooth_bands


def scene(pan: Path, ms: Path) -> Scene:
    return make_scene(read_info(pan, "PAN"), read_info(ms, "MS"))


def test_a_run_is_mirrored_at_both_edges_as_often_as_needed() -> None:
    assert mirrored(-2, 8, 0, 3).tolist() == [1, 0, 0, 1, 2, 2, 1, 0]
    assert mirrored(4, 3, 4, 5).tolist() == [4, 4, 4]


def test_pan_and_ms_are_mirrored_at_the_same_line(tmp_path: Path) -> None:
    pan, ms = pair(tmp_path, 32, 32)
    with PairReader(scene(pan, ms)) as reader:
        window = reader.read(Block(-8, -8, 16, 16), Block(0, 0, 8, 8))
    means = window.pan[0].reshape(4, 4, 4, 4).mean(axis=(1, 3))
    # PAN is the mean of the bands: it stays so beyond the edge
    assert np.abs(means - window.ms.mean(axis=0)).max() < 1.5


@pytest.mark.parametrize("off", [(0.0, 0.0), (1.5, 1.5), (-0.4, -0.4)])
def test_a_window_holds_the_same_whatever_block_it_belongs_to(
    tmp_path: Path, off: tuple[float, float]
) -> None:
    """MS may be moved, by less than half of its pixel: a hole stays where it is."""
    ms_image = textured(4, 32, 32)
    ms_image[:, 10:14, 5:30] = 0
    pan = write(tmp_path / "pan.tif", textured(1, 128, 128))
    ms = write(tmp_path / "ms.tif", ms_image, pixel=2.0, nodata=0)
    with PairReader(scene(pan, ms)) as reader:
        reader.sample(lambda: None)
        reader.shifts = Shifts(ms=off)
        # with a halo beyond the scene on all sides
        whole = reader.read(Block(-16, -16, 160, 160), Block(0, 0, 128, 128))
        for row in range(-16, 100, 4):
            core = Block(max(row, 0), 24, 24, 20)
            part = reader.read(Block(row, 24, 44, 40), core)
            first = row // 4 + 4
            assert np.array_equal(whole.ms[:, first : first + 11, 10:20], part.ms)
            assert np.array_equal(whole.pan[:, row + 16 : row + 60, 40:80], part.pan)
            assert np.array_equal(whole.valid[core.row : core.row + 24, 24:44], part.valid)
    assert not whole.valid[40:56, 20:120].any()
    assert whole.valid[:40].all()
    assert whole.valid[56:].all()


def test_holes_take_the_mean_of_their_neighbours_and_deep_ones_the_given_value() -> None:
    image = np.full((1, 9, 9), 5, dtype=np.float32)
    valid = np.zeros((9, 9), dtype=bool)
    valid[:, 0] = True
    filled = fill_holes(image * valid, valid, reach=2, otherwise=np.array([7.0]))
    assert (filled[0, :, :3] == 5).all()
    assert (filled[0, :, 3:] == 7).all()


def test_samples_leave_out_what_is_not_valid(tmp_path: Path) -> None:
    ms_image = textured(4, 16, 16)
    ms_image[:, :8] = 0
    pan = write(tmp_path / "pan.tif", textured(1, 64, 64))
    ms = write(tmp_path / "ms.tif", ms_image, pixel=2.0, nodata=0)
    with PairReader(scene(pan, ms)) as reader:
        pan_samples, ms_samples = reader.sample(lambda: None)
    assert pan_samples.shape == (128,)
    assert ms_samples.shape == (4, 128)
    assert ms_samples.min() == ms_image[:, 8:].min() > 0


def test_samples_are_found_where_most_of_a_scene_is_empty(tmp_path: Path) -> None:
    ms_image = np.zeros((4, 40 * 64, 18 * 64), dtype=np.uint16)
    patch = textured(4, 64, 64)
    ms_image[:, 21 * 64 : 22 * 64, 15 * 64 : 16 * 64] = patch
    pan = tmp_path / "pan.tif"
    ms = write(tmp_path / "ms.tif", ms_image, pixel=2.0, nodata=0)
    gdal.Translate(str(pan), str(ms), bandList=[1], width=18 * 256, height=40 * 256)
    with PairReader(scene(pan, ms)) as reader:
        _, ms_samples = reader.sample(lambda: None)
    assert ms_samples.shape == (4, 64 * 64)


def test_sampled_windows_reach_both_ends_of_a_scene() -> None:
    positions = spread(range(0, 1000, 10), 16)
    assert (len(positions), positions[0], positions[-1]) == (16, 0, 990)
    gaps = np.diff(positions)
    assert gaps.max() <= 1.2 * gaps.min()


SOUTH_EAST = (ORIGIN[0] + 4, ORIGIN[1] - 4)  # by two MS pixels of 2 m
SHIFTS = [(3.0, -2.0), (-5.0, 7.0), (1.4, -2.7), (-0.5, 0.0)]


@pytest.mark.parametrize("shift", SHIFTS)
def test_a_window_of_moved_pan_holds_the_same_whatever_block_it_belongs_to(
    tmp_path: Path, shift: tuple[float, float]
) -> None:
    pan_image = textured(1, 128, 128)
    pan_image[0, 49:62, 30:50] = 0
    pan = write(tmp_path / "pan.tif", pan_image, nodata=0)
    ms = write(tmp_path / "ms.tif", textured(4, 32, 32), pixel=2.0)
    with PairReader(scene(pan, ms)) as reader:
        reader.sample(lambda: None)
        reader.shifts = Shifts(pan=shift)
        # with a halo beyond the scene on all sides
        whole = reader.read(Block(-16, -16, 160, 160), Block(0, 0, 128, 128))
        # beside, on and beyond the hole, and over the scene's edges
        for row, column in [(-16, -16), (100, 100), *((row, 24) for row in range(0, 80, 4))]:
            window = Block(row, column, 44, 40)
            core = Block(max(row, 0), max(column, 0), 24, 20)
            part = reader.read(window, core)
            inside = (slice(row + 16, row + 60), slice(column + 16, column + 56))
            assert np.array_equal(whole.pan[0][inside], part.pan[0])
            inside = (slice(core.row, core.row + 24), slice(core.column, core.column + 20))
            assert np.array_equal(whole.valid[inside], part.valid)


def test_moved_pan_is_mirrored_where_ms_is(tmp_path: Path) -> None:
    pan, ms = pair(tmp_path, 64, 64)
    with PairReader(scene(pan, ms)) as reader:
        reader.shifts = Shifts(pan=(2.6, -3.0))
        window = reader.read(Block(-8, -8, 80, 80), Block(0, 0, 64, 64))
    for image, margin in ((window.pan, 8), (window.ms, 2)):
        assert np.array_equal(image, image[:, mirrored_once(image.shape[1], margin)])
        assert np.array_equal(image, image[:, :, mirrored_once(image.shape[2], margin)])


def mirrored_once(length: int, margin: int) -> Array:
    """Indices of an axis whose margins stick out."""
    return mirrored(-margin, length, 0, length - 2 * margin) + margin


@pytest.mark.parametrize("shift", [(3, -2), (-5, 7)])
def test_moved_pan_shows_what_lies_beyond_the_scene(tmp_path: Path, shift: tuple[int, int]) -> None:
    """Where PAN goes on beyond MS there is no need to mirror."""
    fine = textured(1, 96, 96, dtype="float32")
    origin = (ORIGIN[0] + 8, ORIGIN[1] - 8)
    ms = write(tmp_path / "ms.tif", textured(4, 16, 16), 2.0, origin)
    wide = write(tmp_path / "wide.tif", fine)
    core = Block(0, 0, 64, 64)
    with PairReader(scene(wide, ms)) as reader:
        reader.shifts = Shifts(pan=shift)
        window = reader.read(core, core)
    down, right = shift
    assert np.array_equal(window.pan[0], fine[0, 16 + down : 80 + down, 16 + right : 80 + right])


def test_a_hole_in_moved_pan_keeps_its_size_and_does_not_bleed(tmp_path: Path) -> None:
    image = np.full((1, 96, 96), 0.5, dtype=np.float32)
    image[0, 40, 40] = np.nan
    image[0, 60:70, 20:24] = np.inf
    image[0, 20, 60:64] = -9999
    pan = write(tmp_path / "pan.tif", image, nodata=-9999)
    ms = write(tmp_path / "ms.tif", textured(4, 24, 24, dtype="float32"), pixel=2.0)
    core = Block(0, 0, 96, 96)
    with PairReader(scene(pan, ms)) as reader:
        reader.sample(lambda: None)
        reader.shifts = Shifts(pan=(2.4, -1.3))
        window = reader.read(core, core)
    holes = np.zeros((96, 96), dtype=bool)
    holes[38, 41] = True
    holes[58:68, 21:25] = True
    holes[18, 61:65] = True
    assert np.array_equal(window.valid, ~holes)
    assert window.pan == pytest.approx(0.5, abs=1e-6)


@pytest.mark.parametrize(("ratio", "start"), [(3, 0), (4, 0), (4, 2), (6, 0), (6, 3)])
def test_ms_of_single_samples_is_read_where_pan_lies(
    tmp_path: Path, ratio: int, start: int
) -> None:
    """MS that keeps one sample of r x r is read as if it were the middle of them."""
    side, middle = 40 * ratio, (ratio - 1) / 2
    fine = smooth_bands(side, side, ratio=ratio).astype(np.float32)
    middles = smooth_bands(side, side, -middle, -middle, ratio)[:, ::ratio, ::ratio]
    pan = write(tmp_path / "pan.tif", fine.mean(axis=0, keepdims=True))
    ms = write(tmp_path / "ms.tif", fine[:, start::ratio, start::ratio], 0.5 * ratio)
    core = Block(0, 0, side, side)
    with PairReader(scene(pan, ms)) as reader:
        before = reader.read(core, core).ms
        reader.shifts = Shifts(ms=(middle - start, middle - start))
        after = reader.read(core, core)
    inner = np.s_[:, 4:-4, 4:-4]
    off, left = (np.abs(ms - middles)[inner].mean() for ms in (before, after.ms))
    assert left < 0.1 * off
    assert np.array_equal(after.pan, fine.mean(axis=0, keepdims=True))


def test_a_hole_in_moved_ms_keeps_its_place_and_does_not_bleed(tmp_path: Path) -> None:
    image = np.full((4, 24, 24), 0.5, dtype=np.float32)
    image[1, 10, 10] = np.nan
    image[:, 15:19, 5] = np.inf
    image[:, 3, 12:14] = -9999
    hole = ~(np.isfinite(image) & (image != -9999)).all(axis=0)
    pan = write(tmp_path / "pan.tif", textured(1, 80, 80, dtype="float32"), origin=SOUTH_EAST)
    ms = write(tmp_path / "ms.tif", image, pixel=2.0, nodata=-9999)
    core = Block(0, 0, 80, 80)
    with PairReader(scene(pan, ms)) as reader:  # which begins two MS pixels inside MS's file
        reader.sample(lambda: None)
        reader.shifts = Shifts(pan=(0.3, -0.2), ms=(1.5, 1.5))
        window = reader.read(core, core)
    assert np.array_equal(window.valid, ~hole[2:22, 2:22].repeat(4, axis=0).repeat(4, axis=1))
    assert window.ms == pytest.approx(0.5, abs=1e-6)


class Counting(ShiftEstimator):
    """Remembers what it is shown."""

    def __init__(self, ratio: int) -> None:
        super().__init__(ratio)
        self.shown: list[Array] = []

    def add(self, pan: Array, ms: Array, valid: Array) -> None:
        self.shown.append(ms)
        assert pan.shape == tuple(4 * n for n in valid.shape)


def test_a_scenes_shift_is_looked_for_in_a_bounded_number_of_windows_all_over_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pixels, "SAMPLE_SIDE", 4)
    rows, columns = np.mgrid[:72, :80] // 4
    # each window's pixels tell its row and its column
    ms = write(tmp_path / "ms.tif", np.stack([rows + 1, columns + 1]).astype(np.uint16), pixel=2.0)
    pan = write(tmp_path / "pan.tif", textured(1, 288, 320))
    monkeypatch.setattr(pixels, "SAMPLE_LEAST", 0)
    shift = Counting(4)
    with PairReader(scene(pan, ms)) as reader:
        pan_samples, _ = reader.sample(lambda: None, shift)
    assert pan_samples.size == pixels.SAMPLE_GRID**2 * 16
    assert len(shift.shown) == pixels.SHIFT_WINDOWS
    places = {(int(image[0, 0, 0]), int(image[1, 0, 0])) for image in shift.shown}
    assert len(places) == pixels.SHIFT_WINDOWS
    assert len({row for row, _ in places}) == pixels.SAMPLE_GRID
    assert len({column for _, column in places}) > 0.75 * pixels.SAMPLE_GRID


def test_a_scenes_shift_is_looked_for_where_it_has_data(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pixels, "SAMPLE_SIDE", 4)
    image = np.zeros((1, 72, 80), dtype=np.uint16)
    image[:, 32:36, 36:40] = 7  # a window that the even grid leaves out
    ms = write(tmp_path / "ms.tif", image, pixel=2.0, nodata=0)
    pan = write(tmp_path / "pan.tif", textured(1, 288, 320))
    shift = Counting(4)
    with PairReader(scene(pan, ms)) as reader:
        reader.sample(lambda: None, shift)
    assert max(int(shown.max()) for shown in shift.shown) == 7


@pytest.mark.parametrize("lines", [True, False])
def test_pan_with_a_hole_in_every_ms_pixel_is_sampled_beside_the_holes(
    tmp_path: Path, lines: bool
) -> None:
    pan, ms = pair(tmp_path, 64, 64)
    striped = read(pan)
    (striped[0] if lines else striped[0].T)[::4] = 65535
    with PairReader(scene(pan, ms)) as reader:
        whole, ms_whole = reader.sample(lambda: None)
    with PairReader(scene(write(pan, striped, nodata=65535), ms)) as reader:
        samples, ms_samples = reader.sample(lambda: None)
    assert np.array_equal(ms_samples, ms_whole)
    assert np.abs(samples - whole).mean() < 0.05 * whole.mean()
    assert samples.max() < 2047


def test_a_few_holes_in_pan_leave_out_their_ms_pixels(tmp_path: Path) -> None:
    pan, ms = pair(tmp_path, 64, 64)
    holed = read(pan)
    holed[0, 8:20, 9] = 0
    with PairReader(scene(write(pan, holed, nodata=0), ms)) as reader:
        samples, _ = reader.sample(lambda: None)
    assert samples.size == 16 * 16 - 3


def test_where_ms_is_empty_pan_is_not_looked_at(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pixels, "SAMPLE_SIDE", 4)
    image = np.zeros((1, 40, 40), dtype=np.uint16)
    image[:, 8:12, 8:12] = 7
    ms = write(tmp_path / "ms.tif", image, pixel=2.0, nodata=0)
    pan = write(tmp_path / "pan.tif", textured(1, 160, 160))
    read_pan, windows = PairReader._read_pan, []

    def counting(self: PairReader, window: Block) -> tuple[Array, Array]:
        windows.append(window)
        return read_pan(self, window)

    monkeypatch.setattr(PairReader, "_read_pan", counting)
    with PairReader(scene(pan, ms)) as reader:
        assert reader.sample(lambda: None)[0].size == 16
    assert windows == [Block(32, 32, 16, 16)]


def test_of_many_bands_fewer_pixels_are_kept(tmp_path: Path) -> None:
    pan = write(tmp_path / "pan.tif", textured(1, 64, 64))
    for bands, kept in ((16, 256), (17, 128), (40, 86)):
        ms = write(tmp_path / "ms.tif", textured(bands, 16, 16), pixel=2.0)
        with PairReader(scene(pan, ms)) as reader:
            samples, ms_samples = reader.sample(lambda: None)
        assert samples.shape == (kept,)
        assert ms_samples.shape == (bands, kept)
