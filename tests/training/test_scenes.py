"""The manifest keeps training and validation apart, and scenes are read as they lie on disk."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import pytest
from osgeo import gdal

from qgis_pansharp.backend.models.bands import ROLES as KNOWN_ROLES
from qgis_pansharp.backend.mtf import degrade, reduce_pan
from qgis_pansharp.backend.pixels import block_means
from tests.backend.rasters import textured, write
from tests.backend.test_registration import WEIGHTS, bands
from training.__main__ import DEFAULT_MANIFEST
from training.scenes import (
    MANIFEST,
    Reduced,
    TooSmallError,
    TrainingScene,
    load_manifest,
    look,
    read_raster,
    register,
    select,
    undo_shift,
)

from .conftest import ScenesOnDisk, line, write_manifest

Array = npt.NDArray[Any]
DATA = Path(__file__).resolve().parents[2].parent / "shared" / "data"
BGRN = ("blue", "green", "red", "nir")


def scene_at(folder: Path, **changes: Any) -> TrainingScene:
    """A scene of four bands at ratio 4."""
    attributes: dict[str, Any] = {
        "name": "x",
        "sensor": "ikonos",
        "bands": BGRN,
        "ratio": 4,
        "bits": 11,
        "kind": "raw",
        "shift": (0.0, 0.0),
        "group": "x",
        "role": "train",
    }
    return TrainingScene(folder=folder, **(attributes | changes))


def displaced_pair(down: int, right: int, ratio: int = 4, side: int = 12) -> tuple[Array, Array]:
    """A pair whose PAN shows everything whole PAN pixels lower and further right than MS.

    MS is the exact block mean of what PAN shows, so that half a PAN pixel would be seen.
    """
    room = 3 * ratio
    ground = np.random.default_rng(1).random((side * ratio + 2 * room,) * 2)
    size = side * ratio
    inside = ground[room : room + size, room : room + size]
    pan = ground[room - down : room - down + size, room - right : room - right + size]
    return pan, block_means(inside, ratio)[None]


@pytest.fixture(scope="module")
def manifest() -> list[TrainingScene]:
    return load_manifest(DEFAULT_MANIFEST, DATA)


def test_there_is_one_manifest() -> None:
    assert DEFAULT_MANIFEST.resolve() == MANIFEST.resolve()


def test_no_scene_plays_two_roles(manifest: list[TrainingScene]) -> None:
    names = [scene.name for scene in manifest]
    assert len(names) == len(set(names))
    assert {scene.role for scene in manifest} == {"train", "tune", "validation"}


def test_every_scene_has_known_bands_and_a_plausible_shift(manifest: list[TrainingScene]) -> None:
    for scene in manifest:
        assert set(scene.bands) <= set(KNOWN_ROLES), scene.name
        assert len(set(scene.bands)) == len(scene.bands), scene.name
        assert {"green", "red"} <= set(scene.bands), scene.name
        assert len(scene.gains(scene.bands)) == len(scene.bands)
        assert scene.ratio in (2, 4), scene.name
        assert scene.misregistration < 4, scene.name


def test_every_listed_scene_is_on_disk(manifest: list[TrainingScene]) -> None:
    if not DATA.is_dir():
        pytest.skip(f"the training imagery is not redistributed; there is no folder {DATA}")
    wanted = [scene.folder / "ms.tif" for scene in manifest]
    wanted += [scene.folder / "pan.tif" for scene in manifest if scene.kind != "ms"]
    assert [str(path) for path in wanted if not path.is_file()] == []


def test_lines_become_scenes(tmp_path: Path) -> None:
    entry = line("a", "g", "tune", bands="R G B RE S1", ratio=2, bits="float", shift=[-0.5, 0.25])
    (scene,) = load_manifest(write_manifest(tmp_path / "m.yaml", entry), tmp_path)
    assert scene.bands == ("red", "green", "blue", "red-edge", "swir1")
    assert (scene.ratio, scene.bits, scene.shift) == (2, 0, (-0.5, 0.25))
    assert scene.folder == tmp_path / "a"


@pytest.mark.parametrize(
    "change",
    [
        {"kind": "row"},
        {"role": "test"},
        {"bands": "BGRN"},
        {"shift": [1]},
        {"ratio": "four"},
        {"bits": "uint16"},
        {"bits": 0},
        {"shift": 0},
        {"shift": ["far", 0]},
        {"ratio": 0},
        {"ratio": -4},
        {"ratio": 2.5},
        {"ratio": "4"},
        {"ratio": True},
        {"bands": "B G R R"},
        {"bands": "R G B N N1"},  # two letters of one band
        {"bands": "B G R X"},
        {"bands": ["B", "G", "R", "N"]},
        {"bands": ""},
        {"bands": None},
        {"gain": [0.3, 0.3, 0.3, 0.3]},
        {"gains": [0.3, 0.3, 0.3]},
        {"gains": [0.3, 0.3, 0.3, 30]},
        {"sensor": "worldview3"},
        {"name": 5},
        {"name": "/elsewhere/wrong_one"},
        {"name": "../elsewhere/wrong_one"},
        {"group": ["wrong_one"]},
        {"shift": [float("nan"), 0]},
        {"bits": True},
        {"gains": 0.3},
    ],
)
def test_wrong_lines_are_refused_by_name(tmp_path: Path, change: dict[str, Any]) -> None:
    manifest = write_manifest(tmp_path / "m.yaml", line("wrong_one", "g", "train") | change)
    (name,) = change
    with pytest.raises(ValueError, match=f"scene {change.get('name', 'wrong_one')!r}: .*{name}"):
        load_manifest(manifest, tmp_path)


def test_a_line_may_bring_its_own_mtf(tmp_path: Path) -> None:
    gains = [0.2, 0.25, 0.3, 0.35]
    entry = line("a", "g", "train", bands="B G R N", sensor="of its own", gains=gains)
    (scene,) = load_manifest(write_manifest(tmp_path / "m.yaml", entry), tmp_path)
    assert scene.gains(("nir", "blue")) == (0.35, 0.2)


def test_pixels_without_data_are_empty(tmp_path: Path) -> None:
    ms, pan = (textured(*shape).astype(np.float32) + 10 for shape in ((4, 6, 6), (1, 24, 24)))
    ms[2, 1, 1], ms[0, 2, 2], pan[0, 17, 5] = -9999, np.nan, -1
    write(tmp_path / "ms.tif", ms, nodata=-9999)
    write(tmp_path / "pan.tif", pan, nodata=-1)
    scene = scene_at(tmp_path)
    read = scene.read(("red", "blue"))
    empty = np.zeros((6, 6), bool)
    empty[1, 1] = empty[2, 2] = empty[4, 1] = True
    assert np.array_equal(read.valid, ~empty)
    assert np.array_equal(read.ms[1][~empty], ms[0][~empty])
    # what is not there is filled from around it, as the product does
    around = [pan[0, row, column] for row in (16, 17, 18) for column in (4, 5, 6)]
    assert min(v for v in around if v >= 0) <= read.pan[17, 5] <= max(around)
    assert np.array_equal(
        np.delete(read.pan.ravel(), 17 * 24 + 5), np.delete(pan.ravel(), 17 * 24 + 5)
    )
    assert read.ms.min() > 0.5 * ms[[2, 0]][:, ~empty].min()


def test_zeros_are_no_data_where_ms_has_them_in_all_bands(tmp_path: Path) -> None:
    """As in files that do not say what no data is; PAN's zeros count where they touch such."""
    ms, pan = (textured(*shape).astype(np.float32) for shape in ((4, 6, 6), (1, 24, 24)))
    ms[:, 0, 0], ms[1, 3, 3] = 0, 0
    pan[0, :5, :4] = 0  # a row further than MS
    pan[0, 20, 20] = 0  # black
    write(tmp_path / "ms.tif", ms)
    write(tmp_path / "pan.tif", pan)
    read = scene_at(tmp_path).read(BGRN)
    assert np.argwhere(~read.valid).tolist() == [[0, 0], [1, 0]]
    assert np.argwhere(read.pan == 0).tolist() == [[20, 20]]
    assert np.argwhere(read.ms == 0).tolist() == [[1, 3, 3]]


def holey(folder: Path, zero: bool) -> tuple[TrainingScene, Array]:
    """A pair of flat ground with some texture and two holes, which are 0 or nodata; the holes."""
    fine = textured(4, 256, 256).astype(np.float32)
    ms = np.stack([block_means(band, 4) for band in fine]).astype(np.float32)
    pan = fine.mean(axis=0, keepdims=True)
    holes = np.zeros((64, 64), bool)
    holes[:, :10] = True  # an edge of the footprint
    holes[40, 41] = True
    large = holes.repeat(4, axis=0).repeat(4, axis=1)
    value = 0 if zero else -9999
    ms[:, holes], pan[0, large] = value, value
    folder.mkdir()
    write(folder / "ms.tif", ms, nodata=None if zero else value)
    write(folder / "pan.tif", pan, nodata=None if zero else value)
    return scene_at(folder), holes


@pytest.mark.parametrize("zero", [True, False])
@pytest.mark.parametrize("registered", [True, False])
def test_no_hole_becomes_truth(tmp_path: Path, zero: bool, registered: bool) -> None:
    scene, holes = holey(tmp_path / "holey", zero)
    pan, ms, truth, valid = scene.read_reduced(BGRN, registered)
    assert np.array_equal(valid, ~holes)
    # a hole that was filtered would show as a dark rim
    least = read_raster(scene.folder / "ms.tif")[:, ~holes].min()
    for image in (pan, ms, truth):
        assert image.min() >= least


def test_a_hole_of_pan_moves_with_it(tmp_path: Path) -> None:
    scene, _ = holey(tmp_path / "holey", zero=False)
    ms = textured(4, 64, 64, seed=1).astype(np.float32)
    write(scene.folder / "ms.tif", ms)
    crooked = scene_at(scene.folder, shift=(0.0, 1.0))
    valid = crooked.read_reduced(BGRN, registered=True).valid
    # PAN's holes lie a pixel further left once it is registered, and a column of MS is lost
    assert valid.shape == (64, 60)
    assert not valid[:, :9].any() and valid[:, 11:38].all()
    assert not valid[40, 40]


def test_holes_of_a_truth_that_came_with_the_pair_are_known(tmp_path: Path) -> None:
    truth, ms, pan = textured(4, 16, 16), textured(4, 4, 4, seed=1), textured(1, 16, 16, seed=2)
    truth[:, 5, 6], ms[:, 3, 3] = 0, 0
    for name, image in (("gt", truth), ("ms", ms), ("pan", pan)):
        write(tmp_path / f"{name}.tif", image)
    for registered in (False, True):
        read = scene_at(tmp_path, kind="reduced").read_reduced(BGRN, registered)
        expected = np.ones((16, 16), bool)
        expected[5, 6] = expected[12:, 12:] = False
        assert np.array_equal(read.valid, expected)
        assert read.truth.min() > 0 and read.ms.min() > 0


def test_a_scene_without_any_data_is_named(tmp_path: Path) -> None:
    write(tmp_path / "ms.tif", np.zeros((4, 4, 4), np.uint16))
    write(tmp_path / "pan.tif", textured(1, 16, 16))
    with pytest.raises(ValueError, match="scene x has no place with data"):
        scene_at(tmp_path).read(BGRN)


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"ratio": 2}, "pan.tif has 48 x 48 pixels and ms.tif 12 x 12, .* ratio of 2"),
        ({"bands": BGRN[:3]}, "ms.tif has 4 bands, and the manifest names 3"),
        ({"bands": ("coastal", *BGRN)}, "ms.tif has 4 bands, and the manifest names 5"),
    ],
)
@pytest.mark.parametrize("reduced", [True, False])
def test_files_that_are_not_as_the_manifest_says_are_refused(
    tmp_path: Path, changes: dict[str, Any], message: str, reduced: bool
) -> None:
    write(tmp_path / "pan.tif", textured(1, 48, 48))
    write(tmp_path / "ms.tif", textured(4, 12, 12))
    scene = scene_at(tmp_path, **changes)
    with pytest.raises(ValueError, match=f"scene x: {message}"):
        scene.read_reduced(("blue",)) if reduced else scene.read(("blue",))


@pytest.mark.parametrize("registered", [True, False])
def test_a_scene_that_is_nothing_once_reduced_is_named(tmp_path: Path, registered: bool) -> None:
    write(tmp_path / "pan.tif", textured(1, 12, 20))
    write(tmp_path / "ms.tif", textured(4, 3, 5))
    with pytest.raises(TooSmallError, match="scene x has 3 x 5 MS pixels"):
        scene_at(tmp_path).read_reduced(BGRN, registered)


def test_a_shift_longer_than_its_scene_is_noticed(tmp_path: Path) -> None:
    write(tmp_path / "pan.tif", textured(1, 48, 48))
    write(tmp_path / "ms.tif", textured(4, 12, 12))
    for length in (40.0, -40.0, 10.0):
        with pytest.raises(TooSmallError, match="scene x has"):
            scene_at(tmp_path, shift=(length, 0.0)).read_reduced(BGRN, registered=True)


def test_pan_has_one_band(tmp_path: Path) -> None:
    write(tmp_path / "pan.tif", textured(3, 48, 48))
    write(tmp_path / "ms.tif", textured(4, 12, 12))
    with pytest.raises(ValueError, match=r"scene x: pan\.tif has 3 bands"):
        scene_at(tmp_path).read(BGRN)


def test_a_truth_lies_on_pans_grid(tmp_path: Path) -> None:
    for name, image in (("gt", (4, 24, 24)), ("ms", (4, 4, 4)), ("pan", (1, 16, 16))):
        write(tmp_path / f"{name}.tif", textured(*image))
    with pytest.raises(ValueError, match=r"scene x: gt\.tif has 24 x 24"):
        scene_at(tmp_path, kind="reduced").read_reduced(BGRN)


def test_up_to_a_pixel_is_cut_off_where_sizes_are_not_whole(tmp_path: Path) -> None:
    write(tmp_path / "ms.tif", textured(4, 12, 12))
    for height, width, size in ((49, 51, (12, 12)), (47, 45, (11, 11))):
        write(tmp_path / "pan.tif", textured(1, height, width))
        read = scene_at(tmp_path).read(BGRN)
        assert read.ms.shape[1:] == read.valid.shape == size
        assert read.pan.shape == (4 * size[0], 4 * size[1])


@pytest.mark.skipif(not DATA.is_dir(), reason=f"there is no folder {DATA}")
def test_every_scene_on_disk_has_the_sizes_and_bands_of_the_manifest(
    manifest: list[TrainingScene],
) -> None:
    for scene in manifest:
        sizes = {}
        for name in ("ms", "pan", "gt"):
            if (scene.folder / f"{name}.tif").exists():
                file = gdal.Open(str(scene.folder / f"{name}.tif"))
                sizes[name] = (file.RasterYSize, file.RasterXSize)
                assert file.RasterCount == (1 if name == "pan" else len(scene.bands)), scene.name
        for name in sizes.keys() - {"ms"}:
            scene._fit(f"{name}.tif", sizes[name], sizes["ms"])


def test_a_scene_listed_twice_is_refused(tmp_path: Path) -> None:
    manifest = write_manifest(
        tmp_path / "m.yaml", line("twin", "g", "train"), line("twin", "h", "validation")
    )
    with pytest.raises(ValueError, match="twice: twin"):
        load_manifest(manifest, tmp_path)


def test_scenes_are_selected_by_ratio_role_and_bands(tmp_path: Path) -> None:
    scenes = [
        scene_at(tmp_path, name="four"),
        scene_at(tmp_path, name="two", ratio=2),
        scene_at(tmp_path, name="tune", role="tune"),
        scene_at(tmp_path, name="rgb", bands=("red", "green", "blue")),
    ]
    assert [s.name for s in select(scenes, ("red", "green"), 4, "train")] == ["four", "rgb"]
    assert [s.name for s in select(scenes, ("red", "nir"), 4, "train")] == ["four"]


def test_misregistration_is_the_length_of_the_shift() -> None:
    scene = scene_at(Path(), shift=(0.3, -0.4))
    assert scene.misregistration == pytest.approx(0.5)
    assert scene.gains(("red", "blue")) == (0.29, 0.26)


@pytest.mark.parametrize("ratio", [2, 4])
@pytest.mark.parametrize(
    ("down", "right"), [(0, 0), (3, 0), (-3, 0), (0, 2), (0, -2), (4, -5), (-1, 6)]
)
def test_a_known_shift_of_whole_pixels_is_undone_exactly(ratio: int, down: int, right: int) -> None:
    pan, ms = displaced_pair(down, right, ratio)
    if down or right:
        assert np.abs(block_means(pan, ratio) - ms[0]).max() > 0.1
    fitted_pan, fitted_ms = register(pan, ms, (down / ratio, right / ratio), ratio)
    assert fitted_pan.shape == tuple(ratio * n for n in fitted_ms.shape[1:])
    lost = [-(-abs(moved) // ratio) for moved in (down, right)]
    assert fitted_ms.shape[1:] == (12 - lost[0], 12 - lost[1])
    assert block_means(fitted_pan, ratio) == pytest.approx(fitted_ms[0])


def test_what_is_left_of_a_fraction_is_less_than_half_a_pan_pixel() -> None:
    pan, ms = displaced_pair(3, -2)
    fitted_pan, fitted_ms = register(pan, ms, (0.85, -0.4), 4)  # 3.4 and -1.6 pixels
    assert block_means(fitted_pan, 4) == pytest.approx(fitted_ms[0])


def test_a_raw_pair_is_reduced_by_walds_protocol(scenes: ScenesOnDisk) -> None:
    scene = load_manifest(scenes.manifest, scenes.root)[1]
    full_pan, full_ms, valid = scene.read(BGRN)
    assert valid.all() and valid.shape == (32, 32)
    assert (full_pan.shape, full_ms.shape) == ((128, 128), (4, 32, 32))
    assert full_pan.dtype == full_ms.dtype == np.float32
    pan, ms, truth, valid = scene.read_reduced(BGRN)
    assert valid.all() and valid.shape == (32, 32)
    assert np.array_equal(truth, full_ms)
    assert np.array_equal(pan, reduce_pan(full_pan, 4))
    assert np.array_equal(ms, degrade(full_ms, 4, (0.34, 0.32, 0.30, 0.22)))


def test_bands_come_in_the_order_asked_for(scenes: ScenesOnDisk) -> None:
    scene = load_manifest(scenes.manifest, scenes.root)[1]
    whole, _ = scene.read_ms(BGRN)
    assert np.array_equal(scene.read_ms(("nir", "green"))[0], whole[[3, 1]])
    assert np.array_equal(scene.read_reduced(("nir",))[1], scene.read_reduced(BGRN)[1][3:])


def test_reduced_sides_are_whole_even_where_the_scenes_are_not(tmp_path: Path) -> None:
    write(tmp_path / "pan.tif", textured(1, 61, 58))
    write(tmp_path / "ms.tif", textured(4, 15, 14, seed=1))
    read = scene_at(tmp_path).read_reduced(BGRN)
    assert [image.shape for image in read] == [(12, 12), (4, 3, 3), (4, 12, 12), (12, 12)]


def test_a_crooked_pair_is_registered_before_it_is_reduced(tmp_path: Path) -> None:
    pan, ms = displaced_pair(3, -6, side=18)
    scale = np.float32(1000)
    write(tmp_path / "pan.tif", (pan[None] * scale).astype(np.float32))
    write(tmp_path / "ms.tif", np.repeat(ms * scale, 4, axis=0).astype(np.float32))
    scene = scene_at(tmp_path, shift=(0.75, -1.5))
    crooked = scene.read_reduced(BGRN)
    straight = scene.read_reduced(BGRN, registered=True)
    assert [image.shape for image in straight] == [(16, 16), (4, 4, 4), (4, 16, 16), (16, 16)]

    def likeness(pair: Reduced) -> float:
        return float(np.corrcoef(pair.pan.ravel(), pair.truth[0].ravel())[0, 1])

    assert likeness(straight) > 0.8
    assert likeness(crooked) < 0.3


def test_what_the_manifest_does_not_say_is_registered_by_the_estimate(tmp_path: Path) -> None:
    """The manifest's shift is whole; what is left of it the product's own estimate finds."""
    pan, ms = displaced_pair(3, -2, side=48)
    write(tmp_path / "pan.tif", (pan[None] * 1000).astype(np.float32))
    write(tmp_path / "ms.tif", (ms * 1000).astype(np.float32))
    scene = scene_at(tmp_path, bands=("red",))
    likeness = []
    for registered in (False, True):
        pan, _, truth, _ = scene.read_reduced(("red",), registered)
        assert np.array_equal(truth, scene.read(("red",)).ms)  # MS is the truth: it stays
        likeness.append(np.corrcoef(pan[4:-4, 4:-4].ravel(), truth[0, 4:-4, 4:-4].ravel())[0, 1])
    assert likeness[0] < 0.6
    assert likeness[1] > 0.85


@pytest.mark.parametrize("decimated", [False, True])
def test_the_truth_tells_whether_it_is_ms_that_is_off(decimated: bool) -> None:
    """Half a PAN pixel may be PAN's own or what decimation left of MS: the product guesses."""
    truth = bands(160, 160).astype(np.float32)
    pan = np.tensordot(WEIGHTS, bands(160, 160, 0.5, 0.5), 1).astype(np.float32)
    ms = degrade(truth, 4, 0.3)
    if decimated:
        pan = np.tensordot(WEIGHTS, truth, 1)
        ms = degrade(bands(160, 160, -0.5, -0.5), 4, 0.3).astype(np.float32)
    assert look(pan, ms, 4).estimate().ms == (-0.4, -0.4)  # by the pair alone both look alike
    moved_pan, moved_ms = undo_shift(pan, ms, truth, 4)
    inner = np.s_[..., 5:-5, 5:-5]
    there = np.tensordot(WEIGHTS, truth, 1)
    assert np.abs(moved_pan - there)[inner].mean() < 0.1 * np.abs(np.diff(there))[inner].mean()
    straight = degrade(truth, 4, 0.3)
    assert np.abs(moved_ms - straight)[inner].mean() < 0.1 * np.abs(np.diff(straight)).mean()
    assert np.array_equal(moved_ms, ms) != decimated


def test_pan_that_does_not_tell_stays_where_ms_is_moved() -> None:
    truth = bands(160, 160).astype(np.float32)
    pan = np.random.default_rng(1).random((160, 160)).astype(np.float32)
    ms = degrade(bands(160, 160, 1.5, 1.5), 4, 0.3).astype(np.float32)
    moved_pan, moved_ms = undo_shift(pan, ms, truth, 4)
    assert np.array_equal(moved_pan, pan)
    inner = np.s_[:, 5:-5, 5:-5]
    off, left = (np.abs(image - degrade(truth, 4, 0.3))[inner].mean() for image in (ms, moved_ms))
    assert left < 0.25 * off


def test_moved_ms_keeps_its_holes() -> None:
    truth = bands(160, 160).astype(np.float32)
    ms = degrade(bands(160, 160, 1.5, 1.5), 4, 0.3).astype(np.float32)
    ms[:, 10:20, 12:22] = 0
    _, moved_ms = undo_shift(truth.mean(axis=0), ms, truth, 4)
    assert np.array_equal((moved_ms == 0).all(axis=0), (ms == 0).all(axis=0))
    aligned = degrade(truth, 4, 0.3)
    beside = np.abs(moved_ms - aligned)[:, 8:22, 10:24][moved_ms[:, 8:22, 10:24] != 0]
    assert beside.max() < 3 * np.abs(ms - aligned)[:, 25:-5, 25:-5].max()


def test_a_pair_that_came_reduced_is_taken_as_it_is(tmp_path: Path) -> None:
    truth, ms, pan = textured(4, 16, 16), textured(4, 4, 4, seed=1), textured(1, 16, 16, seed=2)
    for name, image in (("gt", truth), ("ms", ms), ("pan", pan)):
        write(tmp_path / f"{name}.tif", image)
    scene = scene_at(tmp_path, kind="reduced", shift=(1.0, 0.0))
    for registered in (False, True):
        read = scene.read_reduced(BGRN, registered)
        assert [np.array_equal(a, b) for a, b in zip(read, (pan[0], ms, truth))] == [True] * 3


def test_a_pair_can_be_reduced_by_another_ratio_than_its_own(tmp_path: Path) -> None:
    write(tmp_path / "pan.tif", textured(1, 48, 52))
    write(tmp_path / "ms.tif", textured(4, 24, 26, seed=1))
    scene = scene_at(tmp_path, ratio=2)
    full_pan, full_ms, _ = scene.read(BGRN)
    pan, ms, truth, _ = scene.read_reduced(BGRN, ratio=4)
    assert np.array_equal(truth, full_ms[:, :, :24])
    assert np.array_equal(pan, reduce_pan(full_pan[:, :48], 2))
    assert np.array_equal(ms, degrade(truth, 4, scene.gains(BGRN)))


def test_what_came_reduced_cannot_be_reduced_by_another_ratio(tmp_path: Path) -> None:
    for name, image in (("gt", (4, 16, 16)), ("ms", (4, 8, 8)), ("pan", (1, 16, 16))):
        write(tmp_path / f"{name}.tif", textured(*image))
    with pytest.raises(ValueError, match="reduced by 2, not by 4"):
        scene_at(tmp_path, ratio=2, kind="reduced").read_reduced(BGRN, ratio=4)


def test_neighbouring_bands_stand_in_for_the_usual_four(tmp_path: Path) -> None:
    write(tmp_path / "ms.tif", textured(8, 4, 4))
    eight = ("coastal", "blue", "green", "yellow", "red", "red-edge", "nir", "nir2")
    scene = scene_at(tmp_path, bands=eight, kind="ms")
    expected, _ = scene.read_ms(("coastal", "yellow", "red-edge", "nir2"))
    assert np.array_equal(scene.neighbouring().read_ms(BGRN)[0], expected)
    with pytest.raises(ValueError, match="no second four bands"):
        scene_at(tmp_path).neighbouring()


def test_ms_alone_is_no_pair(tmp_path: Path) -> None:
    write(tmp_path / "ms.tif", textured(4, 4, 4))
    with pytest.raises(ValueError, match="has no PAN"):
        scene_at(tmp_path, kind="ms").read(BGRN)


def test_half_a_raster_is_named(tmp_path: Path) -> None:
    file = write(tmp_path / "ms.tif", textured(4, 200, 200))
    file.write_bytes(file.read_bytes()[:20000])
    with pytest.raises(ValueError, match=r"ms\.tif is damaged"):
        read_raster(file)


def test_a_missing_raster_is_named(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match=r"nothing\.tif"):
        read_raster(tmp_path / "nothing.tif")
