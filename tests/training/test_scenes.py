"""The manifest keeps training and validation apart, and scenes are read as they lie on disk."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from qgis_pansharp.backend.mtf import degrade, reduce_pan
from tests.backend.rasters import textured, write
from training.__main__ import DEFAULT_MANIFEST
from training.scenes import TrainingScene, load_manifest, read_raster

from .conftest import ScenesOnDisk

DATA = Path(__file__).resolve().parents[2].parent / "shared" / "data"


@pytest.fixture(scope="module")
def manifest() -> list[TrainingScene]:
    return load_manifest(DEFAULT_MANIFEST, DATA)


def test_every_scene_is_listed_once_as_training_or_validation(
    manifest: list[TrainingScene],
) -> None:
    names = [scene.name for scene in manifest]
    assert len(names) == len(set(names))
    assert {scene.role for scene in manifest} == {"train", "validation"}


def test_no_validation_scene_is_trained_on(manifest: list[TrainingScene]) -> None:
    folders = {
        role: {scene.folder.resolve() for scene in manifest if scene.role == role}
        for role in ("train", "validation")
    }
    assert folders["train"].isdisjoint(folders["validation"])
    assert len(folders["train"]) == 102  # as the models' cards say
    assert len(folders["validation"]) == 18


def test_every_scene_has_four_known_bands_and_a_known_kind(manifest: list[TrainingScene]) -> None:
    for scene in manifest:
        assert sorted(scene.bands) == ["blue", "green", "nir", "red"], scene.name
        assert scene.kind in ("raw", "reduced", "simulated"), scene.name
        assert len(scene.gains) == 4
        assert scene.misregistration < 4, scene.name


def test_every_listed_scene_is_on_disk(manifest: list[TrainingScene]) -> None:
    if not DATA.is_dir():
        pytest.skip(f"the training imagery is not redistributed; there is no folder {DATA}")
    wanted = [scene.folder / file for scene in manifest for file in ("pan.tif", "ms.tif")]
    wanted += [scene.folder / "gt.tif" for scene in manifest if scene.kind == "reduced"]
    assert [str(path) for path in wanted if not path.is_file()] == []


def test_misregistration_is_the_length_of_the_shift() -> None:
    scene = TrainingScene("x", "ikonos", ("red",), "raw", (0.3, -0.4), "x", "train", Path())
    assert scene.misregistration == pytest.approx(0.5)
    assert scene.gains == (0.29,)


def test_a_raw_pair_is_reduced_by_walds_protocol(scenes: ScenesOnDisk) -> None:
    scene = load_manifest(scenes.manifest, scenes.root)[1]
    full_pan, full_ms = scene.read()
    assert (full_pan.shape, full_ms.shape) == ((128, 128), (4, 32, 32))
    assert full_pan.dtype == full_ms.dtype == np.float32
    pan, ms, truth = scene.read_reduced()
    assert np.array_equal(truth, full_ms)
    assert np.array_equal(pan, reduce_pan(full_pan, 4))
    assert np.array_equal(ms, degrade(full_ms, 4, (0.34, 0.32, 0.30, 0.22)))


def test_a_pair_that_came_reduced_is_taken_as_it_is(tmp_path: Path) -> None:
    truth, ms, pan = textured(4, 16, 16), textured(4, 4, 4, seed=1), textured(1, 16, 16, seed=2)
    for name, image in (("gt", truth), ("ms", ms), ("pan", pan)):
        write(tmp_path / f"{name}.tif", image)
    bands = ("blue", "green", "red", "nir")
    scene = TrainingScene("x", "ikonos", bands, "reduced", (0, 0), "x", "train", tmp_path)
    read = scene.read_reduced()
    assert [np.array_equal(a, b) for a, b in zip(read, (pan[0], ms, truth))] == [True] * 3
    remade = scene.read_reduced(gain_change=0.1)[1]
    expected = degrade(truth.astype(np.float32), 4, (0.36, 0.38, 0.39, 0.38))
    assert remade == pytest.approx(expected, rel=1e-6)


def test_a_missing_raster_is_named(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match=r"nothing\.tif"):
        read_raster(tmp_path / "nothing.tif")
