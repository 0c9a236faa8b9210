"""Samples are repeatable, registered, and drawn by group of scenes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

import numpy as np
import numpy.typing as npt
import pytest
import torch
import yaml

from training.data import (
    Augmentation,
    PatchDataset,
    PreparedScene,
    Sample,
    SceneData,
    block_means,
    prepare,
)
from training.scenes import RATIO, load_manifest

from .conftest import ScenesOnDisk, line

Array = npt.NDArray[Any]
WILD = Augmentation(band_gain=0.2, pan_gain=0.2, pan_offset=0.1, noise=0.01, swap_red_blue=0.5)


def registered(name: str = "scene", level: float = 0.0, side: int = 12) -> PreparedScene:
    """A scene whose PAN and truth are constant over every MS pixel, so that shifts would show."""
    ms = np.random.default_rng(len(name)).random((4, side, side)) + level
    fine = ms.repeat(RATIO, axis=1).repeat(RATIO, axis=2)
    return PreparedScene(name, fine.mean(axis=0), (ms,), fine, np.zeros((side, side), dtype=bool))


def patches(
    groups: Sequence[list[PreparedScene]],
    augmentation: Augmentation | None = None,
    size: int = 4,
    seed: int = 1,
) -> PatchDataset:
    return PatchDataset(list(groups), size, 1000, seed, augmentation or Augmentation())


def same(one: Sample, other: Sample) -> bool:
    return one.keys() == other.keys() and all(torch.equal(one[name], other[name]) for name in one)


def test_a_sample_depends_on_seed_and_index_alone() -> None:
    groups = [[registered("a"), registered("bb")], [registered("ccc")]]
    first, again = patches(groups, WILD), patches(groups, WILD)
    in_order = [first[i] for i in range(6)]
    backwards = [again[i] for i in reversed(range(6))][::-1]  # as a resumed run would ask for them
    assert all(same(one, other) for one, other in zip(in_order, backwards))
    assert not same(in_order[0], in_order[1])
    assert not same(in_order[0], patches(groups, WILD, seed=2)[0])


def test_patches_have_their_shapes_and_type() -> None:
    sample = patches([[registered()]], WILD)[0]
    shapes = {name: tuple(image.shape) for name, image in sample.items()}
    assert shapes == {"pan": (1, 16, 16), "ms": (4, 4, 4), "truth": (4, 16, 16)}
    assert {image.dtype for image in sample.values()} == {torch.float32}


def test_flips_and_turns_keep_pan_ms_and_truth_registered() -> None:
    orientations = set()
    dataset = patches([[registered(side=4)]])  # the patch is the scene
    for index in range(60):
        sample = dataset[index]
        pan, ms, truth = (sample[name].numpy() for name in ("pan", "ms", "truth"))
        assert block_means(pan[0], RATIO) == pytest.approx(ms.mean(axis=0), abs=1e-6)
        for band in range(4):
            assert block_means(truth[band], RATIO) == pytest.approx(ms[band], abs=1e-6)
        orientations.add(ms.tobytes())
    assert len(orientations) == 8


def source_band(image: Array, bands: Array) -> tuple[int, float]:
    """Which of `bands` the image is, turned and times which gain."""
    for number, band in enumerate(bands):
        ratios = np.sort(image.ravel()) / np.sort(band.ravel())
        if np.ptp(ratios) < 1e-4:
            return number, float(ratios.mean())
    raise AssertionError("it is none of them")


def test_band_gains_and_the_swap_of_red_and_blue_change_ms_and_truth_alike() -> None:
    scene = registered(side=4)
    dataset = patches([[scene]], Augmentation(band_gain=0.2, swap_red_blue=0.5))
    orders = set()
    for index in range(20):
        sample = dataset[index]
        ms, truth = sample["ms"].numpy(), sample["truth"].numpy()
        for band in range(4):
            assert block_means(truth[band], RATIO) == pytest.approx(ms[band], abs=1e-6)
        order, gains = zip(*(source_band(band, scene.ms[0]) for band in ms))
        orders.add(order)
        assert len(set(gains)) == 4
        assert all(0.8 <= gain <= 1.2 for gain in gains)
    assert orders == {(0, 1, 2, 3), (2, 1, 0, 3)}


def test_pans_gain_and_offset_leave_ms_and_truth_alone() -> None:
    dataset = patches([[registered(side=4)]], Augmentation(pan_gain=0.3, pan_offset=0.1))
    sample = dataset[0]
    grey = sample["ms"].numpy().mean(axis=0).ravel()
    gain, offset = np.polyfit(grey, block_means(sample["pan"][0].numpy(), RATIO).ravel(), 1)
    assert 0.7 < gain < 1.3
    assert abs(gain - 1) > 1e-3
    assert 1e-3 < abs(offset) < 0.1
    assert block_means(sample["truth"][0].numpy(), RATIO) == pytest.approx(
        sample["ms"][0].numpy(), abs=1e-6
    )


def test_noise_falls_on_what_a_sensor_measures_and_not_on_the_truth() -> None:
    scene = registered(side=4)
    noisy = patches([[scene]], Augmentation(noise=0.05))[0]
    clean = patches([[scene]])[0]
    change = {name: float((noisy[name].sort()[0] - clean[name].sort()[0]).std()) for name in clean}
    assert change["truth"] == 0
    assert 0 < change["pan"] < 0.05
    assert 0 < change["ms"] < 0.05


def test_a_group_counts_by_the_root_of_its_scenes() -> None:
    city = [registered("c" * (2 + i), level=10, side=4) for i in range(4)]
    dataset = patches([[registered("v", side=4)], city])
    assert dataset.probabilities == pytest.approx([1 / 3, 2 / 3])
    drawn = Counter(bool(dataset[i]["ms"].mean() > 5) for i in range(600))
    assert drawn[True] / 600 == pytest.approx(2 / 3, abs=0.07)


def test_patches_without_data_are_passed_over() -> None:
    half = registered(side=16)
    half.empty[:, :8] = True
    half.ms[0][:, :, :8] = 0
    dataset = patches([[half]])
    assert all(float((dataset[i]["ms"] == 0).float().mean()) < 0.05 for i in range(20))


def test_block_means_average_over_ms_pixels() -> None:
    image = np.arange(24.0).reshape(4, 6)
    assert block_means(image, 2).tolist() == [[3.5, 5.5, 7.5], [15.5, 17.5, 19.5]]


def test_scenes_are_scaled_as_the_product_would(scenes: ScenesOnDisk) -> None:
    large = load_manifest(scenes.manifest, scenes.root)[0]
    full = prepare(large, "percentile", reduced=False, gain_changes=(0.0,))
    assert full.pan.shape == (256, 256)
    assert full.ms[0].shape == (4, 64, 64)
    assert full.truth is None
    assert np.percentile(full.ms[0], 99.9) == pytest.approx(1, abs=1e-3)
    assert np.percentile(block_means(full.pan, RATIO), 99.9) == pytest.approx(1, abs=1e-3)


def test_reduced_scenes_hold_their_truth_and_one_ms_for_each_gain(scenes: ScenesOnDisk) -> None:
    large = load_manifest(scenes.manifest, scenes.root)[0]
    reduced = prepare(large, "moments", reduced=True, gain_changes=(0.0, 0.1))
    assert reduced.truth is not None
    assert reduced.truth.shape == (4, 64, 64)
    assert reduced.pan.shape == (64, 64)
    assert [ms.shape for ms in reduced.ms] == [(4, 16, 16)] * 2
    # a sensor of higher gain sees more contrast at the same level
    blurred, sharper = reduced.ms
    assert sharper.std() > 1.01 * blurred.std()
    assert sharper.mean() == pytest.approx(blurred.mean(), rel=0.01)
    # "moments": PAN stands at the level of MS
    assert reduced.pan.mean() == pytest.approx(blurred.mean(), rel=0.02)


def scene_data(scenes: ScenesOnDisk, manifest: Path | None = None, **changes: Any) -> SceneData:
    arguments = {"rule": "moments", "reduced": True, "patch": 4, "batch": 2, "steps": 3, **changes}
    return SceneData(manifest or scenes.manifest, scenes.root, **arguments)


def first_batch(data: SceneData, epoch: int) -> Sample:
    data.trainer = cast(Any, SimpleNamespace(current_epoch=epoch))
    batch: Sample = next(iter(data.train_dataloader()))
    return batch


def test_a_resumed_run_gets_the_samples_that_were_due(scenes: ScenesOnDisk) -> None:
    run, resumed = scene_data(scenes), scene_data(scenes)
    run.setup()
    resumed.setup()
    batches = [first_batch(run, epoch) for epoch in range(3)]
    assert same(first_batch(resumed, 2), batches[2])
    assert not same(batches[0], batches[1])
    assert len(run.train_dataloader()) == 3
    assert batches[0]["pan"].shape == (2, 1, 16, 16)


def test_validation_scenes_come_whole_and_even(scenes: ScenesOnDisk) -> None:
    data = scene_data(scenes)
    data.setup()
    assert [scene.name for scene in data.validation_scenes] == ["kept_aside"]
    assert [[s.name for s in group] for group in data.training_groups] == [["large"], ["small"]]
    (sample,) = list(data.val_dataloader())
    shapes = {name: tuple(image.shape) for name, image in sample.items()}
    assert shapes == {"pan": (1, 1, 32, 32), "ms": (1, 4, 8, 8), "truth": (1, 4, 32, 32)}


def test_misregistered_scenes_are_left_out(scenes: ScenesOnDisk) -> None:
    data = scene_data(scenes, max_misregistration=0.4)
    data.setup()
    assert [[s.name for s in group] for group in data.training_groups] == [["large"]]


def test_full_resolution_takes_no_simulated_pair(scenes: ScenesOnDisk, tmp_path: Path) -> None:
    lines = [
        line("large", "a", "train", kind="simulated"),
        line("small", "b", "train"),
        line("kept_aside", "c", "validation", kind="reduced"),
    ]
    manifest = tmp_path / "scenes.yaml"
    manifest.write_text(yaml.safe_dump({"scenes": lines}), encoding="utf-8")
    data = scene_data(scenes, manifest, reduced=False)
    data.setup()
    assert [[s.name for s in group] for group in data.training_groups] == [["small"]]
    assert data.validation_scenes == []
    assert set(first_batch(data, 0)) == {"pan", "ms"}
