"""A sample keeps PAN, MS and truth of one place together."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from training.evaluation.methods import write_raster
from training.evaluation.samples import FLOAT_PEAK, Sample, full_sample, reduced_sample, samples
from training.scenes import TrainingScene, load_manifest, read_raster

from .conftest import ROLES, WriteScene, write_manifest


@pytest.fixture
def scenes(write_scene: WriteScene, tmp_path: Path) -> dict[str, TrainingScene]:
    lines = [
        write_scene("raw"),
        write_scene("came reduced", kind="reduced"),
        write_scene("crooked", shift=[0.75, 0]),
        write_scene("reflectance", bits="float"),
    ]
    manifest = write_manifest(tmp_path / "scenes.yaml", lines)
    return {scene.name: scene for scene in load_manifest(manifest, tmp_path)}


def test_a_crop_shows_one_place_in_all_images(reduced: Sample) -> None:
    part = reduced.crop(3, 5, 7, 9)
    assert np.array_equal(part.ms, reduced.ms[:, 3:10, 5:14])
    assert np.array_equal(part.pan, reduced.pan[12:40, 20:56])
    assert part.truth is not None and reduced.truth is not None
    assert np.array_equal(part.truth, reduced.truth[:, 12:40, 20:56])
    assert part.crop(1, 1, 2, 2).origin == (4, 6)


def test_the_middle_is_as_large_as_the_limit_allows(reduced: Sample) -> None:
    assert reduced.middle(10).ms.shape == (4, 10, 10)
    assert reduced.middle(10).origin == (7, 7)
    assert reduced.middle(1000).pan.shape == reduced.pan.shape
    assert reduced.middle(None) is reduced


def test_a_raw_scene_comes_at_both_resolutions_a_reduced_one_at_one(
    scenes: dict[str, TrainingScene],
) -> None:
    found = list(samples(scenes["raw"], ROLES))
    assert [s.resolution for s in found] == ["reduced", "full"]
    assert found[0].pan.shape == (48, 48) and found[1].pan.shape == (192, 192)
    assert [s.resolution for s in samples(scenes["came reduced"], ROLES)] == ["reduced"]
    assert reduced_sample(scenes["came reduced"], ROLES).pan.shape == (192, 192)


def test_bands_come_in_the_order_asked_for(scenes: dict[str, TrainingScene]) -> None:
    forth = full_sample(scenes["raw"], ROLES)
    back = full_sample(scenes["raw"], ROLES[::-1])
    assert np.array_equal(back.ms, forth.ms[::-1])
    assert back.gains == forth.gains[::-1]


def test_crooked_pairs_stay_as_they_are(scenes: dict[str, TrainingScene]) -> None:
    plain, crooked = (reduced_sample(scenes[name], ROLES) for name in ("raw", "crooked"))
    assert crooked.pan.shape == plain.pan.shape
    assert np.corrcoef(crooked.pan.ravel(), plain.pan.ravel())[0, 1] > 0.999
    assert full_sample(scenes["crooked"], ROLES).pan.shape == (192, 192)
    assert full_sample(scenes["crooked"], ROLES).shift == (0.75, 0)
    assert crooked.shift == (0, 0)


def test_a_scene_with_holes_is_cropped_to_what_has_none(
    write_scene: WriteScene, tmp_path: Path
) -> None:
    lines = [write_scene("holey"), write_scene("holey_reduced", kind="reduced")]
    for line in lines:
        ms = read_raster(tmp_path / line["name"] / "ms.tif")
        ms[:, :, :6], ms[:, 40, 7] = 0, 0
        write_raster(tmp_path / line["name"] / "ms.tif", ms, ROLES)
    manifest = write_manifest(tmp_path / "scenes.yaml", lines)
    raw, came = load_manifest(manifest, tmp_path)
    plain = {scene.name: list(samples(scene, ROLES)) for scene in (raw, came)}
    full = plain["holey"][1]
    assert (full.origin, full.ms.shape) == ((0, 8), (4, 48, 40))
    assert full.cut == pytest.approx(1 - 40 / 48)
    assert full.ms.min() > 0
    assert np.array_equal(full.pan, raw.read(ROLES).pan[:, 32:])
    reduced = plain["holey"][0]
    assert reduced.truth is not None
    # columns 6 and 7 of the truth share an MS pixel with 4 and 5, which have no data
    assert (reduced.origin, reduced.ms.shape) == ((0, 2), (4, 12, 10))
    assert np.array_equal(reduced.truth, full.ms)
    (as_it_came,) = plain["holey_reduced"]
    assert as_it_came.origin == (0, 8)
    assert as_it_came.truth is not None and as_it_came.truth.shape == (4, 192, 160)
    assert full.middle(10).cut == full.cut


def test_values_that_a_scenes_bits_cannot_hold_are_named(
    scenes: dict[str, TrainingScene],
) -> None:
    with pytest.raises(ValueError, match=r"values up to .* 8 bits in the manifest hold 255"):
        full_sample(replace(scenes["raw"], bits=8), ROLES)


def test_scenes_without_holes_stay_whole(scenes: dict[str, TrainingScene]) -> None:
    for sample in samples(scenes["raw"], ROLES):
        assert (sample.cut, sample.origin) == (0, (0, 0))


def test_reflectances_become_digital_numbers_for_the_indices(
    scenes: dict[str, TrainingScene],
) -> None:
    sample = full_sample(scenes["reflectance"], ROLES)
    assert sample.unit * sample.ms.max() == pytest.approx(FLOAT_PEAK)
    assert sample.peak == sample.ms.max()
    whole = full_sample(scenes["raw"], ROLES)
    assert (whole.unit, whole.peak) == (1.0, 2047.0)
