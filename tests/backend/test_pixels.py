"""Windows do not depend on how a scene is cut, and holes are filled from their surroundings."""

from __future__ import annotations

from pathlib import Path

import numpy as np
from osgeo import gdal

from qgis_pansharp.backend.blocks import Block
from qgis_pansharp.backend.pixels import PairReader, fill_holes, mirrored, spread
from qgis_pansharp.backend.raster import read_info
from qgis_pansharp.backend.scene import Scene, make_scene
from tests.backend.rasters import pair, textured, write


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


def test_a_window_holds_the_same_whatever_block_it_belongs_to(tmp_path: Path) -> None:
    ms_image = textured(4, 32, 32)
    ms_image[:, 10:14, 5:30] = 0
    pan = write(tmp_path / "pan.tif", textured(1, 128, 128))
    ms = write(tmp_path / "ms.tif", ms_image, pixel=2.0, nodata=0)
    with PairReader(scene(pan, ms)) as reader:
        reader.sample(lambda: None)
        whole = reader.read(Block(0, 0, 128, 128), Block(0, 0, 128, 128))
        part = reader.read(Block(36, 16, 40, 64), Block(36, 16, 40, 64))
    assert np.array_equal(whole.ms[:, 9:19, 4:20], part.ms)
    assert np.array_equal(whole.pan[:, 36:76, 16:80], part.pan)
    assert np.array_equal(whole.valid[36:76, 16:80], part.valid)
    assert not whole.valid[40:56, 20:120].any()
    assert whole.valid[:40].all()


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
