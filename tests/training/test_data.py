"""Batches are repeatable, drawn by group of scenes and by content, and scenes go where they may."""

from __future__ import annotations

import shutil
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

import h5py
import numpy as np
import numpy.typing as npt
import pytest
import torch

from demo.scene import write_scene
from qgis_pansharp.backend.classical import interpolate_23tap
from qgis_pansharp.backend.pixels import block_means
from tests.backend.rasters import textured, write
from training.data import Batch, Batches, SceneData
from training.pairs import Pair
from training.samples import Augmentation, Sampler

from .conftest import ScenesOnDisk, line, write_manifest
from .made_pairs import BGRN, noisy

Array = npt.NDArray[Any]
WILD = Augmentation(
    band_gain=0.2, pan_gain=0.2, noise=0.01, swap_red_blue=0.5, ms_shift=1, movers=1, pan_shift=1
)


def batches(
    groups: Sequence[Sequence[Pair]],
    change: Augmentation | None = None,
    sizes: Sequence[int] = (4,),
    count: int = 2,
    seed: int = 1,
    **options: Any,
) -> Batches:
    sampler = Sampler(BGRN, change or Augmentation(turn=False))
    return Batches(groups, sampler, sizes, count, 1000, (seed, 0), **options)


def same(one: Batch, other: Batch) -> bool:
    return one.keys() == other.keys() and all(torch.equal(one[name], other[name]) for name in one)


def test_a_batch_depends_on_seed_and_index_alone() -> None:
    groups = [[noisy(12, seed=1), noisy(12, seed=2)], [noisy(12, seed=3)]]
    first, again = batches(groups, WILD), batches(groups, WILD)
    in_order = [first[i] for i in range(6)]
    backwards = [again[i] for i in reversed(range(6))][::-1]  # as a resumed run would ask for them
    assert all(same(one, other) for one, other in zip(in_order, backwards))
    assert not same(in_order[0], in_order[1])
    assert not same(in_order[0], batches(groups, WILD, seed=2)[0])


def test_batches_have_their_shapes_and_type_and_one_size_each() -> None:
    dataset = batches([[noisy(12)]], WILD, sizes=(4, 8), count=3)
    sides = set()
    for index in range(10):
        batch = dataset[index]
        side = batch["ms"].shape[3]
        sides.add(side)
        assert {name: tuple(image.shape) for name, image in batch.items()} == {
            "pan": (3, 1, 4 * side, 4 * side),
            "ms": (3, 4, side, side),
            "aligned": (3, 4, side, side),
            "truth": (3, 4, 4 * side, 4 * side),
            "displacement": (3, 2, side, side),
            "level": (3, 4),
            "plain": (3,),
            "gains": (3, 4),
            "crooked": (3,),
        }
        assert {image.dtype for image in batch.values()} == {torch.float32}
    assert sides == {4, 8}


def test_a_group_counts_by_the_root_of_its_scenes() -> None:
    city = [noisy(4, seed=i, level=10) for i in range(4)]
    dataset = batches([[noisy(4)], city], count=1)
    assert dataset.choices[4].probabilities == pytest.approx([1 / 3, 2 / 3])
    drawn = Counter(bool(dataset[i]["ms"].mean() > 5) for i in range(300))
    assert drawn[True] / 300 == pytest.approx(2 / 3, abs=0.1)


def test_scenes_with_all_bands_can_be_drawn_more_often() -> None:
    rgb = replace(noisy(4, bands=3), roles=("blue", "green", "red"))
    dataset = batches([[rgb], [noisy(4)]], complete_weight=3)
    assert dataset.choices[4].probabilities == pytest.approx([0.25, 0.75])


def test_a_group_can_be_drawn_more_often() -> None:
    dataset = batches([[noisy(4)], [noisy(6)], [noisy(12)]], sizes=(5,), group_weights=(9, 3, 1))
    assert dataset.choices[5].probabilities == pytest.approx([0.75, 0.25])  # the first is too small
    with pytest.raises(ValueError, match=r"shorter|longer"):
        batches([[noisy(4)]], group_weights=(1, 2))


def test_scenes_serve_crops_that_are_no_larger() -> None:
    dataset = batches([[noisy(6, level=9)], [noisy(12), noisy(6, level=9)]], sizes=(4, 8), count=1)
    sides = {
        size: [[pair.ms.shape[1] for pair in group] for group in choice.groups]
        for size, choice in dataset.choices.items()
    }
    assert sides == {4: [[6], [12, 6]], 8: [[12]]}
    assert dataset.choices[4].probabilities == pytest.approx(
        [1 / (1 + 2**0.5), 2**0.5 / (1 + 2**0.5)]
    )
    drawn = {
        (d["ms"].shape[-1], bool(d["ms"].mean() > 5)) for d in map(dataset.__getitem__, range(60))
    }
    assert drawn == {(4, False), (4, True), (8, False)}
    with pytest.raises(ValueError, match="crop of 16"):
        batches([[noisy(12)]], sizes=(16,))


@pytest.mark.parametrize("candidates", [1, 3])
def test_crops_without_data_are_passed_over(candidates: int) -> None:
    half = noisy(16)
    half.empty[:, :8] = True
    marked = replace(half, truth=None, ms=half.ms + 5 * half.empty)
    dataset = batches([[marked]], candidates=candidates)
    for index in range(20):
        assert float((dataset[index]["ms"] > 5).float().mean()) <= 0.05


def strip(side: int = 40, width: int = 4) -> Pair:
    """A pair with data along its diagonal alone, so narrow that hardly any place for a crop is."""
    pair = noisy(side)
    rows, columns = np.indices(pair.empty.shape)
    pair.empty[:] = np.abs(rows - columns) >= width
    return replace(pair, truth=None, ms=pair.ms + 5 * pair.empty)


def test_crops_have_data_even_where_few_places_do() -> None:
    dataset = batches([[strip()]])
    crops = [dataset[index]["ms"] for index in range(30)]
    assert max(float((crop > 5).float().mean()) for crop in crops) <= 0.05
    assert len({float(crop.sum()) for crop in crops}) > 10  # not one place for all


def test_scenes_without_a_place_for_a_crop_serve_no_crops_of_that_size() -> None:
    scattered = noisy(16, level=9)
    scattered.empty[::3, ::3] = True
    whole = noisy(16)
    dataset = batches([[scattered, whole], [strip()]], sizes=(2, 4, 12))
    kept = {
        size: [[pair is scattered for pair in group] for group in choice.groups]
        for size, choice in dataset.choices.items()
    }
    assert kept == {2: [[True, False], [False]], 4: [[False], [False]], 12: [[False]]}
    with pytest.raises(ValueError, match=r"no scene .* crop of 4 .* with data"):
        batches([[scattered]])


def test_a_tuning_scene_is_looked_at_where_it_has_data(scenes: ScenesOnDisk, cache: Path) -> None:
    data = scene_data(scenes, cache, validation_side=4)
    data.setup()
    (pair,) = data.tuning  # of 8 x 8 MS pixels
    empty = np.zeros((8, 8), bool)
    empty[:4] = True
    data.tuning = [replace(pair, empty=empty)]
    (batch,) = list(data.val_dataloader())
    assert np.array_equal(batch["ms"][0], pair.ms[:, 4:8, 2:6])


def test_tuning_scenes_that_are_too_small_are_left_out(
    scenes: ScenesOnDisk, cache: Path, tmp_path: Path
) -> None:
    write_scene(tmp_path / "tiny", size=64, seed=4)  # 4 x 4 MS pixels once it is reduced
    (tmp_path / "tiniest").mkdir()
    write(tmp_path / "tiniest" / "pan.tif", textured(1, 12, 12))
    write(tmp_path / "tiniest" / "ms.tif", textured(4, 3, 3))
    for name in ("large", "kept_aside"):
        (tmp_path / name).symlink_to(scenes.root / name)
    manifest = write_manifest(
        tmp_path / "scenes.yaml",
        line("large", "a", "train"),
        line("tiny", "b", "tune"),
        line("tiniest", "b", "tune"),
        line("kept_aside", "c", "tune"),
    )
    data = scene_data(ScenesOnDisk(tmp_path, manifest), cache)
    with pytest.warns(UserWarning) as warned:
        data.setup()
    said = [str(warning.message) for warning in warned]
    assert any("tuning scene tiny is left out" in text and "4 x 4" in text for text in said)
    assert any("scene tiniest has 3 x 3 MS pixels" in text for text in said)
    assert [pair.name for pair in data.tuning] == ["kept_aside"]


def test_of_several_places_the_one_with_most_contrast_is_taken() -> None:
    pair = noisy(32)
    rows = np.arange(128) >= 96
    pair = replace(pair, pan=np.where(rows[:, None], pair.pan, 0).astype(np.float32))

    def contrast(candidates: int) -> float:
        dataset = batches([[pair]], candidates=candidates, count=8)
        crops = torch.cat([dataset[i]["pan"] for i in range(10)])
        return float((crops.std(dim=(1, 2, 3)) > 0).float().mean())

    assert contrast(1) < 0.45
    assert contrast(1) < contrast(2) < 0.65  # two places, not more
    assert contrast(6) > 0.7


STREAMS: dict[str, Any] = {"reduced": {"sizes": [4], "count": 2}}


def scene_data(disk: ScenesOnDisk, cache: Path, **changes: Any) -> SceneData:
    arguments: dict[str, Any] = {
        "manifest": disk.manifest,
        "root": disk.root,
        "cache": cache,
        "roles": BGRN,
        "ratio": 4,
        "rule": "moments",
        "streams": STREAMS,
        "steps": 3,
    }
    return SceneData(**(arguments | changes))


@pytest.fixture(scope="module")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("cache")


def names(data: SceneData, stream: str = "reduced") -> list[list[str]]:
    return [[pair.name for pair in group] for group in data.training[stream]]


def first_batch(
    data: SceneData, epoch: int, stream: str = "reduced", rank: int = 0, devices: int = 1
) -> Batch:
    trainer = SimpleNamespace(current_epoch=epoch, global_rank=rank, world_size=devices)
    data.trainer = cast(Any, trainer)
    batch: Batch = next(iter(data.train_dataloader()[stream]))
    return batch


def test_a_resumed_run_gets_the_samples_that_were_due(scenes: ScenesOnDisk, cache: Path) -> None:
    run, resumed = scene_data(scenes, cache), scene_data(scenes, cache)
    run.setup()
    resumed.setup()
    drawn = [first_batch(run, epoch) for epoch in range(3)]
    assert same(first_batch(resumed, 2), drawn[2])
    assert not same(drawn[0], drawn[1])
    assert len(run.train_dataloader()["reduced"]) == 3
    assert drawn[0]["pan"].shape == (2, 1, 16, 16)


def test_devices_take_the_batches_of_an_epoch_by_turns(scenes: ScenesOnDisk, cache: Path) -> None:
    data = scene_data(scenes, cache)
    data.setup()
    alone = data.batches("reduced", 0)
    for rank in range(2):
        own = data.batches("reduced", 0, rank, 2)
        assert len(own) == len(alone)  # steps of an epoch
        assert all(same(own[i], alone[2 * i + rank]) for i in range(3))
        assert same(first_batch(data, 0, rank=rank, devices=2), alone[rank])


def test_streams_have_crops_and_samples_of_their_own(scenes: ScenesOnDisk, cache: Path) -> None:
    both = {**STREAMS, "full": {"sizes": [8], "count": 3, "augmentation": {"noise": 0.01}}}
    data = scene_data(scenes, cache, streams=both)
    data.setup()
    reduced, full = first_batch(data, 0), first_batch(data, 0, "full")
    assert reduced["pan"].shape == (2, 1, 16, 16)
    assert full["pan"].shape == (3, 1, 32, 32)
    assert "truth" in reduced
    assert "truth" not in full
    assert names(data) == names(data, "full") == [["large"], ["small"]]
    assert [(pair.name, pair.truth is None) for pair in data.tuning] == [
        ("kept_aside", False),
        ("kept_aside", True),
    ]
    with pytest.raises(ValueError, match="streams must be among"):
        scene_data(scenes, cache, streams={"half": {}})


def test_tuning_scenes_come_one_by_one_their_middles_in_whole_cells(
    scenes: ScenesOnDisk, cache: Path
) -> None:
    data = scene_data(scenes, cache, validation_side=7)
    data.setup()
    (batch,) = list(data.val_dataloader())
    assert {name: tuple(image.shape) for name, image in batch.items()} == {
        "pan": (1, 1, 16, 16),
        "ms": (1, 4, 4, 4),
        "aligned": (1, 4, 4, 4),
        "truth": (1, 4, 16, 16),
        "displacement": (1, 2, 4, 4),
        "level": (1, 4),
        "plain": (1,),
        "gains": (1, 4),
        "crooked": (1,),
    }
    pair = data.tuning[0]  # of 8 x 8 MS pixels
    assert pair.truth is not None
    assert np.array_equal(batch["pan"][0, 0], pair.pan[8:24, 8:24])
    assert np.array_equal(batch["truth"][0], pair.truth[:, 8:24, 8:24])
    assert np.array_equal(batch["ms"][0], pair.ms[:, 2:6, 2:6])
    assert not batch["displacement"].any()


def test_a_tuning_scene_tells_its_own_shift(scenes: ScenesOnDisk, cache: Path) -> None:
    manifest = write_manifest(
        cache / "shifted.yaml",
        line("large", "a", "train"),
        line("kept_aside", "b", "tune", shift=[0.8, -0.4]),
    )
    streams = {"full": {"sizes": [4], "count": 1}}
    data = scene_data(scenes, cache, manifest=manifest, streams=streams)
    data.setup()
    (batch,) = list(data.val_dataloader())
    # PAN shows things lower: MS has them further up
    assert batch["displacement"][0, :, 0, 0].tolist() == pytest.approx([-0.8, 0.4])


def test_misregistered_scenes_can_be_left_out(scenes: ScenesOnDisk, cache: Path) -> None:
    data = scene_data(scenes, cache, most_misregistration=0.3)
    data.setup()
    assert names(data) == [["large"]]


def test_groups_named_in_a_run_file_are_drawn_more_often(scenes: ScenesOnDisk, cache: Path) -> None:
    manifest = write_manifest(
        cache / "groups.yaml",
        line("large", "a", "train"),
        line("small", "b", "train"),
    )
    data = scene_data(scenes, cache, manifest=manifest, group_weights={"b": 3.0})
    data.setup()
    chosen = data.batches("reduced", 0).choices[4]
    assert chosen.probabilities == pytest.approx([0.25, 0.75])
    data = scene_data(scenes, cache, manifest=manifest, group_weights={"c": 3.0})
    with pytest.raises(ValueError, match="no group of scenes: \\['c'\\]"):
        data.setup()


def test_kinds_of_scenes_go_where_they_may(scenes: ScenesOnDisk, cache: Path) -> None:
    manifest = write_manifest(
        cache / "kinds.yaml",
        line("large", "a", "train", kind="simulated"),
        line("small", "b", "train"),
        line("kept_aside", "c", "train", kind="ms"),
    )
    both = {**STREAMS, "full": {"sizes": [4], "count": 1}}
    data = scene_data(scenes, cache, manifest=manifest, streams=both)
    data.setup()
    assert names(data, "full") == [["small"]]
    assert names(data, "reduced") == [["large"], ["small"], ["kept_aside"]]
    assert data.training["reduced"][2][0].pan.shape == (32, 32)  # MS of the scene is the truth


def test_scenes_of_another_ratio_or_with_too_few_bands_are_left_out(
    scenes: ScenesOnDisk, cache: Path
) -> None:
    manifest = write_manifest(
        cache / "bands.yaml",
        line("large", "a", "train"),
        line("small", "b", "train", bands="B G R S1"),
        line("kept_aside", "c", "train", ratio=2),
    )
    data = scene_data(scenes, cache, manifest=manifest)
    data.setup()
    assert names(data) == [["large"]]
    data = scene_data(scenes, cache, manifest=manifest, least_bands=3)
    data.setup()
    assert names(data) == [["large"], ["small"]]
    assert data.training["reduced"][1][0].roles == ("blue", "green", "red")
    assert first_batch(data, 0)["ms"].shape == (2, 4, 4, 4)


def test_scenes_of_another_ratio_serve_reduced_to_the_networks(cache: Path, tmp_path: Path) -> None:
    folder = tmp_path / "halved"
    folder.mkdir()
    write(folder / "pan.tif", textured(1, 64, 64))
    write(folder / "ms.tif", textured(4, 32, 32, seed=1))
    lines = line("halved", "a", "train", ratio=2)
    disk = ScenesOnDisk(tmp_path, write_manifest(tmp_path / "scenes.yaml", lines))
    both = {**STREAMS, "full": {"sizes": [4], "count": 1}}
    data = scene_data(disk, cache, streams=both, other_ratios=[2])
    data.setup()
    assert names(data) == [["halved"]]
    assert names(data, "full") == []
    pair = data.training["reduced"][0][0]
    assert (pair.ratio, pair.ms.shape, pair.pan.shape) == (4, (4, 8, 8), (32, 32))
    assert pair.truth is not None and pair.truth.shape == (4, 32, 32)


def test_eight_band_scenes_can_serve_twice(cache: Path, tmp_path: Path) -> None:
    folder = tmp_path / "eight"
    folder.mkdir()
    write(folder / "pan.tif", textured(1, 128, 128))
    write(folder / "ms.tif", textured(8, 32, 32, seed=1))
    lines = line("eight", "a", "train", bands="C B G Y R RE N1 N2")
    disk = ScenesOnDisk(tmp_path, write_manifest(tmp_path / "scenes.yaml", lines))
    data = scene_data(disk, cache, neighbouring=True)
    data.setup()
    assert names(data) == [["eight", "eight"]]
    usual, beside = data.training["reduced"][0]
    assert usual.roles == beside.roles == BGRN
    assert not np.array_equal(usual.ms, beside.ms)


@pytest.fixture(scope="module")
def patches(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A file as PanCollection's: three patches, MS half a PAN pixel off."""
    truth = np.random.default_rng(0).random((3, 4, 16, 16)).repeat(4, 2).repeat(4, 3) * 2000
    ms = truth[:, :, 2::4, 2::4]
    path = tmp_path_factory.mktemp("pancollection") / "train_qb.h5"
    with h5py.File(path, "w") as file:
        file["gt"], file["ms"] = truth, ms
        file["lms"] = np.stack([interpolate_23tap(patch, 4) for patch in ms])
        file["pan"] = truth.mean(axis=1, keepdims=True)
    return path


def entry(path: Path, **changes: Any) -> dict[str, Any]:
    return {"file": path.name, "sensor": "quickbird", "bands": list(BGRN)} | changes


def test_pancollection_can_stand_alone_with_its_own_interpolation(
    scenes: ScenesOnDisk, cache: Path, patches: Path
) -> None:
    as_is = entry(patches, maximum=2047, ms="as-is")
    streams = {"reduced": {"sizes": [16], "count": 4, "augmentation": {"turn": False}}}
    alone = {"scenes": False, "root": patches.parent, "pancollection": [as_is]}
    data = scene_data(scenes, cache, streams=streams, **alone)
    data.setup()
    assert names(data) == [[f"train_qb/{n}" for n in range(3)]]
    assert data.tuning == []
    assert list(data.val_dataloader()) == []
    batch = first_batch(data, 0)
    with h5py.File(patches) as file:
        stored = {name: file[name][:] / 2047 for name in ("ms", "lms", "gt", "pan")}
    for sample in range(4):
        pan = batch["pan"][sample].numpy()
        (n,) = [n for n in range(3) if np.allclose(pan, stored["pan"][n], atol=1e-5)]
        for name, theirs in (("ms", "ms"), ("enlarged", "lms"), ("truth", "gt")):
            assert batch[name][sample].numpy() == pytest.approx(stored[theirs][n], abs=1e-5)


def test_some_patches_of_pancollection_serve_the_curves(
    scenes: ScenesOnDisk, cache: Path, patches: Path
) -> None:
    shutil.copy(patches, patches.with_name("tune_qb.h5"))
    files = [entry(patches, ms="as-is"), entry(patches, file="tune_qb.h5", ms="as-is", role="tune")]
    alone = {"scenes": False, "root": patches.parent, "pancollection": files}
    data = scene_data(scenes, cache, streams={"reduced": {"sizes": [16], "count": 1}}, **alone)
    data.setup()
    assert [pair.name for pair in data.tuning] == [f"tune_qb/{n}" for n in range(3)]
    batch = next(iter(data.val_dataloader()))
    pair = data.tuning[0]
    assert pair.enlarged is not None
    assert batch["enlarged"][0].numpy() == pytest.approx(pair.enlarged)
    assert batch["truth"].shape == batch["enlarged"].shape == (1, 4, 64, 64)


def test_pancollection_without_truth_serves_at_full_resolution(
    scenes: ScenesOnDisk, cache: Path, patches: Path, tmp_path: Path
) -> None:
    path = tmp_path / "full_qb.h5"
    with h5py.File(patches) as file, h5py.File(path, "w") as copy:
        for name in ("ms", "lms", "pan"):
            copy[name] = file[name][:]
    alone = {"scenes": False, "pancollection": [entry(path, file=str(path))]}
    data = scene_data(scenes, cache, streams={"full": {"sizes": [4], "count": 2}}, **alone)
    data.setup()
    assert names(data, "full") == [[f"full_qb/{n}" for n in range(3)]]
    batch = data.batches("full", 0)[0]
    assert "truth" not in batch and batch["pan"].shape == (2, 1, 16, 16)
    with pytest.raises(ValueError, match=r"full_qb\.h5 has no truth"):
        scene_data(scenes, cache, **alone).setup()
    reduced = [entry(patches, file=str(patches), role="tune")]
    full = {"full": {"sizes": [4], "count": 1}}
    with pytest.raises(ValueError, match=r"train_qb\.h5 has a truth"):
        scene_data(scenes, cache, streams=full, pancollection=reduced).setup()


def test_pancollection_joins_scenes_in_pixel_area_geometry(
    scenes: ScenesOnDisk, cache: Path, patches: Path
) -> None:
    files = {"pancollection": [entry(patches, file=str(patches))]}
    data = scene_data(scenes, cache, **files)
    data.setup()
    assert [len(group) for group in data.training["reduced"]] == [1, 1, 3]
    pair = data.training["reduced"][2][0]
    assert pair.truth is not None
    assert pair.enlarged is None
    # patches are blocks of 4 x 4 here: the mean of a block is nearer to MS than a corner's mix
    blocks = np.stack([block_means(band, 4) for band in pair.truth])
    assert np.corrcoef(pair.ms.ravel(), blocks.ravel())[0, 1] > 0.9
    assert np.percentile(pair.ms, 99) == pytest.approx(1, abs=0.3)  # scaled by the rule


def test_what_does_not_go_together_is_refused(
    scenes: ScenesOnDisk, cache: Path, patches: Path
) -> None:
    files = [entry(patches, file=str(patches), ms="as-is")]
    with pytest.raises(ValueError, match="mix with no others"):
        scene_data(scenes, cache, pancollection=files).setup()
    with pytest.raises(ValueError, match="ratio 4, not 2"):
        scene_data(scenes, cache, pancollection=files, ratio=2, scenes=False).setup()
    for wrong in ({"ms": "resampled"}, {"role": "validation"}, {"maximun": 2047}):
        files = [entry(patches, file=str(patches), **wrong)]
        with pytest.raises(ValueError, match=r"train_qb\.h5"):
            scene_data(scenes, cache, pancollection=files, scenes=False)
    for options, message in (
        ({"sizes": [4]}, "count"),
        ({"sizes": [4], "count": 1, "candidate": 2}, "candidate"),
        ({"sizes": 4, "count": 1}, "reduced: sizes must be a list of whole numbers, got 4"),
        ({"sizes": [0], "count": 1}, "sizes must be"),
        ({"sizes": [], "count": 1}, "sizes must name at least one"),
        ({"sizes": [4], "count": 0}, "reduced: count must be a whole number from 1, got 0"),
        ({"sizes": [4], "count": 1, "candidates": 0}, "candidates must be a whole number from 1"),
        ({"sizes": [4], "count": 1, "augmentation": [1]}, "augmentation must have names"),
        ({"sizes": [4], "count": 1, "augmentation": {"noise": -1}}, "noise is too small, got -1"),
        ({"sizes": [4], "count": 1, "augmentation": {"scene_gain": 0}}, "scene_gain is too small"),
    ):
        with pytest.raises(ValueError, match=message):
            scene_data(scenes, cache, streams={"reduced": options})


def test_an_augmentation_without_options_changes_nothing(scenes: ScenesOnDisk, cache: Path) -> None:
    drawn = []
    for augmentation in (None, {}):  # as YAML reads a name with nothing behind it
        streams = {"reduced": {"sizes": [4], "count": 1, "augmentation": augmentation}}
        data = scene_data(scenes, cache, streams=streams)
        data.setup()
        drawn.append(first_batch(data, 0))
    assert same(*drawn)


def test_a_run_with_nothing_to_train_on_says_so(scenes: ScenesOnDisk, cache: Path) -> None:
    for wrong in ({"ratio": 3}, {"scenes": False}, {"roles": ("blue", "green", "red", "swir1")}):
        data = scene_data(scenes, cache, **wrong)
        data.setup()
        with pytest.raises(ValueError, match="nothing to train on for the stream 'reduced'"):
            data.train_dataloader()


def test_groups_have_weights_of_which_some_are_above_0(scenes: ScenesOnDisk, cache: Path) -> None:
    with pytest.raises(ValueError, match="group_weights must not be negative"):
        scene_data(scenes, cache, group_weights={"towns": -1})
    data = scene_data(scenes, cache, group_weights={"towns": 0, "villages": 0})
    data.setup()
    with pytest.raises(ValueError, match="has a weight above 0"):
        data.batches("reduced", 0)


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"sensor": "worldview3"}, "no MTF is known of the sensor 'worldview3'"),
        ({"sensor": None}, "train_qb.h5: missing: .*sensor|no MTF is known"),
        ({"gains": [0.3, 0.3]}, "gains must be one for each of 4 bands"),
        ({"gains": 0.3}, "train_qb.h5"),
        ({"gains": [0.3, 0.3, 0.3, 3]}, "between 0 and 1"),
        ({"bands": ["blue", "green", "red", "infrared"]}, "bands must be some of"),
        ({"bands": ["blue", "green", "red", "red"]}, "bands must be some of"),
        ({"bands": "BGRN"}, "bands must be some of"),
        ({"bands": None}, "bands must be some of"),
        ({"bands": 4}, "bands must be some of"),
        ({"maximum": 0}, "maximum must be a number above 0, got 0"),
        ({"maximum": "2047"}, "maximum must be a number above 0"),
    ],
)
def test_wrong_entries_of_pancollection_are_refused_before_anything_is_read(
    scenes: ScenesOnDisk, cache: Path, patches: Path, changes: dict[str, Any], message: str
) -> None:
    with pytest.raises(ValueError, match=message) as caught:
        scene_data(scenes, cache, pancollection=[entry(patches, **changes)])
    assert "train_qb.h5" in str(caught.value)


def test_no_file_of_pancollection_serves_twice(
    scenes: ScenesOnDisk, cache: Path, patches: Path
) -> None:
    files = [entry(patches, file=str(patches), role=role) for role in ("train", "tune")]
    with pytest.raises(ValueError, match=r"names .*train_qb\.h5 twice"):
        scene_data(scenes, cache, pancollection=files, scenes=False)


def test_an_entry_of_pancollection_names_what_it_lacks(scenes: ScenesOnDisk, cache: Path) -> None:
    with pytest.raises(ValueError, match="missing: \\['bands', 'file', 'sensor'\\]"):
        scene_data(scenes, cache, pancollection=[{}])


def test_a_file_of_pancollection_may_bring_its_own_mtf(
    scenes: ScenesOnDisk, cache: Path, patches: Path
) -> None:
    gains = [0.2, 0.25, 0.3, 0.35]
    pairs = []
    for changes in ({}, {"gains": gains, "sensor": "of its own"}):
        files = [entry(patches, file=str(patches), **changes)]
        data = scene_data(scenes, cache, pancollection=files, scenes=False)
        data.setup()
        pairs.append(data.training["reduced"][0][0])
    assert pairs[1].gains == tuple(gains)
    assert pairs[0].gains != pairs[1].gains
    assert not np.array_equal(pairs[0].ms, pairs[1].ms)  # made by it


def test_an_empty_file_of_pancollection_is_named(
    scenes: ScenesOnDisk, cache: Path, tmp_path: Path
) -> None:
    path = tmp_path / "empty.h5"
    with h5py.File(path, "w") as file:
        file["gt"], file["pan"] = np.zeros((0, 4, 64, 64)), np.zeros((0, 1, 64, 64))
        file["ms"] = np.zeros((0, 4, 16, 16))
    files = [entry(path, file=str(path))]
    with pytest.raises(ValueError, match=r"empty\.h5 holds no samples"):
        scene_data(scenes, cache, pancollection=files, scenes=False).setup()


def test_the_digest_names_what_the_manifest_says_of_the_scenes_used(
    scenes: ScenesOnDisk, cache: Path, tmp_path: Path
) -> None:
    def digest(*lines: dict[str, Any], **changes: Any) -> str:
        manifest = write_manifest(tmp_path / "scenes.yaml", *lines)
        return scene_data(scenes, cache, manifest=manifest, **changes).digest()

    large, small = line("large", "a", "train"), line("small", "b", "tune")
    first = digest(large, small)
    assert digest(large, small, line("other", "c", "validation")) == first
    assert digest(large, small, line("other", "c", "train", ratio=2)) == first
    for other in ({"shift": [0.1, 0]}, {"group": "b"}, {"gains": [0.3] * 4}, {"role": "tune"}):
        assert digest(large | other, small) != first
    assert digest(large) != first
