"""A run file trains a network; an interrupted run goes on as if nothing had happened."""

from __future__ import annotations

import copy
import os
import signal
from pathlib import Path
from typing import Any

import h5py
import pytest
import torch
import yaml
from tensorboard.backend.event_processing.event_accumulator import EventAccumulator
from torch import Tensor

from qgis_pansharp.backend.models import ModelCard
from qgis_pansharp.backend.models.bands import ROLES
from qgis_pansharp.backend.models.registry import FOLDER
from qgis_pansharp.backend.networks import Cf2n, SipsaNet
from qgis_pansharp.backend.networks.sipsanet import FEATURE_SHARPNESS
from qgis_pansharp.backend.scaling import RULES
from training import run_files
from training.__main__ import DEFAULT_MANIFEST
from training.export import averaged_weights, card_of_recipe
from training.fit import (
    data_of,
    export_run,
    fit,
    module_of,
    shown_bands,
)
from training.modules import Batch, Cf2nTraining, SipsaNetTraining
from training.origins import start
from training.run_files import load_recipe
from training.samples import Augmentation
from training.transfer import Fit, transfer

from .conftest import Recipe, ScenesOnDisk

RECIPES = sorted(run_files.RECIPES.glob("*.yaml"))
AUTHORS_TERMS = ("edges", "colours", "aligned_edges", "aligned_colours")


def path_of(name: str) -> Path:
    return run_files.RECIPES / f"{name}.yaml"


pytestmark = pytest.mark.usefixtures("quiet")


class PowerCut(Exception):
    """What interrupts a run in these tests."""


class Watched:
    """Cf2nTraining's steps with what they saw; stops at a step if told to."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.seen: dict[int, float] = {}
        self.stop_at: int | None = None
        step = Cf2nTraining.training_step

        def training_step(module: Cf2nTraining, batch: dict[str, Batch], number: int) -> Tensor:
            if module.global_step == self.stop_at:
                raise PowerCut
            pan = batch["reduced"]["pan"]
            self.seen[module.global_step] = float(pan.double().sum())
            return step(module, batch, number)

        monkeypatch.setattr(Cf2nTraining, "training_step", training_step)


@pytest.fixture
def recipe_file(recipe: Recipe, tmp_path: Path) -> Path:
    path = tmp_path / "tiny.yaml"
    path.write_text(yaml.safe_dump(recipe), encoding="utf-8")
    return path


def states(checkpoint: Path) -> dict[str, dict[str, Tensor]]:
    """Averaged and current weights of a checkpoint."""
    content = torch.load(checkpoint, map_location="cpu", weights_only=True)
    return {key: content[key] for key in ("state_dict", "current_model_state")}


@pytest.fixture
def watched(monkeypatch: pytest.MonkeyPatch) -> Watched:
    return Watched(monkeypatch)


def test_an_interrupted_and_resumed_run_equals_one_without_interruption(
    recipe_file: Path, scenes: ScenesOnDisk, tmp_path: Path, watched: Watched
) -> None:
    whole = states(fit(recipe_file, scenes.root, tmp_path / "whole", threads=1))
    seen_by_whole, watched.seen = watched.seen, {}
    assert sorted(seen_by_whole) == [0, 1, 2, 3, 4, 5]

    watched.stop_at = 3
    with pytest.raises(PowerCut):
        fit(recipe_file, scenes.root, tmp_path / "cut", threads=1)
    assert sorted(watched.seen) == [0, 1, 2]
    watched.stop_at, watched.seen = None, {}
    resumed = states(fit(recipe_file, scenes.root, tmp_path / "cut", threads=1))
    assert watched.seen == {step: seen_by_whole[step] for step in (2, 3, 4, 5)}
    for kind, weights in whole.items():
        for name, weight in weights.items():
            assert torch.allclose(resumed[kind][name], weight, rtol=0, atol=1e-6), (kind, name)


def test_a_run_may_stop_before_its_schedule_ends(
    recipe: Recipe, scenes: ScenesOnDisk, tmp_path: Path, watched: Watched
) -> None:
    paths = {}
    for name, run in (("whole", {}), ("stopped", {"stop_after": 4})):
        paths[name] = tmp_path / f"{name}.yaml"
        content = {**recipe, "run": {**recipe["run"], **run}}
        paths[name].write_text(yaml.safe_dump(content), encoding="utf-8")
    fit(paths["whole"], scenes.root, tmp_path / "runs", threads=1)
    seen_by_whole, watched.seen = watched.seen, {}
    stopped = states(fit(paths["stopped"], scenes.root, tmp_path / "runs", threads=1))
    assert watched.seen == {step: seen_by_whole[step] for step in range(4)}
    # the same weights as the whole run had there: its rate had not fallen any faster
    watched.stop_at = 4
    with pytest.raises(PowerCut):
        fit(paths["whole"], scenes.root, tmp_path / "cut", threads=1)
    there = states(tmp_path / "cut" / "whole" / "checkpoints" / "last.ckpt")
    for kind, weights in stopped.items():
        for name, weight in weights.items():
            assert torch.allclose(there[kind][name], weight, rtol=0, atol=1e-6), (kind, name)


def test_a_run_changes_all_weights_and_averages_them(
    recipe_file: Path, scenes: ScenesOnDisk, tmp_path: Path, watched: Watched
) -> None:
    last = fit(recipe_file, scenes.root, tmp_path / "runs", threads=1)
    assert last == tmp_path / "runs" / "tiny" / "checkpoints" / "last.ckpt"
    assert len(set(watched.seen.values())) == 6  # no batch came twice
    weights = states(last)
    network = Cf2n(4, channels=8, fusions=1, injections=1)
    averaged = averaged_weights(last)
    assert averaged.keys() == network.state_dict().keys()
    assert averaged["decode.weight"].abs().max() > 0
    for name, value in averaged.items():
        assert torch.equal(value, weights["state_dict"][f"network.{name}"])
        assert torch.isfinite(value).all(), name
    current = weights["current_model_state"]["network.decode.weight"]
    assert not torch.equal(current, averaged["decode.weight"])


def test_validation_draws_maps_of_a_scene_for_tensorboard(
    recipe_file: Path, scenes: ScenesOnDisk, tmp_path: Path
) -> None:
    fit(recipe_file, scenes.root, tmp_path / "runs", threads=1)
    events = EventAccumulator(str(tmp_path / "runs" / "tiny"), size_guidance={"images": 0})
    events.Reload()
    drawn = {tag: [e.step for e in events.Images(tag)] for tag in events.Tags()["images"]}
    assert drawn["maps/00_kept_aside/result"] == [2, 4, 6]
    assert "validation/log_relative_ergas" in events.Tags()["scalars"]


def write_stages(
    folder: Path, recipe: Recipe, data: Recipe | None = None, **run: Any
) -> tuple[Path, Path]:
    """Two run files, of which the second starts from the first and learns nothing."""
    first, second = folder / "first.yaml", folder / "second.yaml"
    first.write_text(yaml.safe_dump(recipe), encoding="utf-8")
    frozen = {**recipe, "module": {**recipe["module"], "rate": 0.0}}
    frozen["data"] = {**recipe["data"], **(data or {})}
    frozen["run"] = {**recipe["run"], "start_from": "first", **run}
    second.write_text(yaml.safe_dump(frozen), encoding="utf-8")
    return first, second


def test_a_second_stage_starts_from_the_averaged_weights_of_the_first(
    recipe: Recipe, scenes: ScenesOnDisk, tmp_path: Path
) -> None:
    weights = [
        averaged_weights(fit(path, scenes.root, tmp_path / "runs", threads=1))
        for path in write_stages(tmp_path, recipe)
    ]
    for name, value in weights[0].items():
        assert torch.allclose(value, weights[1][name], atol=1e-6), name


def test_an_interrupted_stage_goes_on_without_those_before_it(
    recipe: Recipe, scenes: ScenesOnDisk, tmp_path: Path, watched: Watched
) -> None:
    first, second = write_stages(tmp_path, recipe)
    runs = tmp_path / "runs"
    fit(first, scenes.root, runs, threads=1)
    watched.stop_at = 2
    with pytest.raises(PowerCut):
        fit(second, scenes.root, runs, threads=1)
    watched.stop_at = None
    (runs / first.stem).rename(tmp_path / "elsewhere")
    last = fit(second, scenes.root, runs, threads=1)
    assert torch.load(last, map_location="cpu", weights_only=True)["global_step"] == 6


def test_a_run_does_not_go_on_with_another_run_file(
    recipe: Recipe, recipe_file: Path, scenes: ScenesOnDisk, tmp_path: Path
) -> None:
    before = fit(recipe_file, scenes.root, tmp_path / "runs", threads=1).read_bytes()
    changed = {**recipe, "module": {**recipe["module"], "rate": 0.02}}
    recipe_file.write_text(yaml.safe_dump(changed), encoding="utf-8")
    with pytest.raises(ValueError, match="begun with another module"):
        fit(recipe_file, scenes.root, tmp_path / "runs", threads=1)
    machine = {**recipe, "run": {**recipe["run"], "devices": 1, "detail_gain": 2.0}}
    recipe_file.write_text(yaml.safe_dump(machine), encoding="utf-8")
    assert fit(recipe_file, scenes.root, tmp_path / "runs", threads=1).read_bytes() == before


def changed(recipe: Recipe, part: str, **changes: Any) -> Recipe:
    """The run file with options of one part changed; None removes one."""
    options = {**recipe[part], **changes}
    return {**recipe, part: {name: v for name, v in options.items() if v is not None}}


MISTAKES: list[tuple[str, dict[str, Any], str]] = [
    ("module", {"rate": "fast"}, "module: rate must be a number, got 'fast'"),
    ("module", {"channel": 8}, "module: .*unknown: channel;"),
    ("data", {"complete_wait": 2}, "data: .*unknown: complete_wait;"),
    ("data", {"rule": "minmax"}, "rule must be one of percentile, moments"),
    ("data", {"roles": ["blue", "green", "red", "infrared"]}, "roles must be some of"),
    ("data", {"roles": ["blue", "green", "red", "red"]}, "roles must be some of"),
    ("data", {"streams": {"full": {"sizes": [8], "count": 2}}}, "cf2n learns from a truth"),
    (
        "data",
        {"streams": {"reduced": {"sizes": [6], "count": 2, "augmentation": {"nois": 1}}}},
        "augmentation of reduced: .*unknown: nois;",
    ),
    ("data", {"manifest": "nowhere.yaml"}, "nowhere.yaml"),
    ("card", {"limits": None}, "card: missing: limits"),
    ("card", {"ratio": None, "title": None}, "card: missing: ratio"),
    ("card", {"limit": "none"}, "card: .*unknown: limit"),
    ("card", {"ratio": 2}, "card: ratio 2, but data are of ratio 4"),
    ("card", {"bands": ["blue", "green", "red"]}, "card: bands blue, green, red, but"),
    ("card", {"bands": ["red", "green", "blue", "nir"]}, "card: bands red, green"),
    ("run", {"validate_every": 4}, "multiple of validate_every"),
    ("run", {"start_from": "nothing"}, "no run file of a run 'nothing'"),
    ("run", {"start_from": "cf2n-landsat.onnx"}, "weights of cf2n-landsat.onnx do not fit"),
    ("run", {"start_from": "tiny", "fresh": ["fussion"]}, "no part fussion; there are pan_head"),
    ("run", {"mix": {"nothing": 0.5}}, "no run file of a run 'nothing'"),
    ("run", {"mix": {"tiny": 0.5}}, "tiny <- tiny: no run can be mixed into itself"),
    ("run", {"finished": {"channel": 8}}, "run: finished: .*unknown: channel;"),
    ("run", {"devices": "two"}, "tiny.yaml: run: .*devices"),
    ("run", {"strategy": "dpp"}, "tiny.yaml: run: .*dpp"),
    ("module", {"size": 2}, "module: .*size, of kernels, must be odd"),
    ("module", {"channels": -8}, "module: no network"),
    ("data", {"roles": []}, "roles must be some of"),
    ("data", {"validation_side": 3}, "validation_side must be at least 4"),
    ("card", {"bands": "BGRN"}, "card: bands must be a list"),
    ("card", {"limits": ["none"]}, "card: limits must be text"),
    ("card", {"network": "sipsanet"}, "card: network 'sipsanet', but 'cf2n' is trained"),
    ("card", {"scaling": "percentile"}, "card: scaling 'percentile', but 'moments' is trained"),
]


@pytest.mark.parametrize(
    ("part", "changes", "message"), MISTAKES, ids=lambda value: str(value)[:30]
)
def test_a_run_file_with_a_mistake_leaves_no_run_behind(
    recipe: Recipe,
    scenes: ScenesOnDisk,
    tmp_path: Path,
    part: str,
    changes: dict[str, Any],
    message: str,
) -> None:
    path = tmp_path / "tiny.yaml"
    path.write_text(yaml.safe_dump(changed(recipe, part, **changes)), encoding="utf-8")
    with pytest.raises((ValueError, FileNotFoundError), match=message):
        fit(path, scenes.root, tmp_path / "runs", threads=1)
    assert not (tmp_path / "runs").exists()


def test_an_unknown_network_is_named(recipe: Recipe, scenes: ScenesOnDisk, tmp_path: Path) -> None:
    path = tmp_path / "tiny.yaml"
    path.write_text(yaml.safe_dump({**recipe, "network": "pnn"}), encoding="utf-8")
    with pytest.raises(ValueError, match="no network 'pnn'; known: sipsanet, cf2n"):
        fit(path, scenes.root, tmp_path / "runs", threads=1)


def test_a_run_that_failed_before_its_first_checkpoint_may_be_mended(
    recipe: Recipe, scenes: ScenesOnDisk, tmp_path: Path, watched: Watched
) -> None:
    path = tmp_path / "tiny.yaml"
    path.write_text(yaml.safe_dump(changed(recipe, "module", rate=5.0)), encoding="utf-8")
    watched.stop_at = 1
    with pytest.raises(PowerCut):
        fit(path, scenes.root, tmp_path / "runs", threads=1)
    watched.stop_at = None
    path.write_text(yaml.safe_dump(recipe), encoding="utf-8")
    assert fit(path, scenes.root, tmp_path / "runs", threads=1).exists()


def test_the_manifest_lies_beside_its_run_file(
    recipe: Recipe, scenes: ScenesOnDisk, tmp_path: Path
) -> None:
    (tmp_path / "own.yaml").write_bytes(scenes.manifest.read_bytes())
    data = data_of(changed(recipe, "data", manifest="own.yaml"), scenes.root, tmp_path, tmp_path)
    assert data.manifest == tmp_path / "own.yaml"
    assert [scene.name for scene in data.scenes("tune")] == ["kept_aside"]


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_run_that_was_told_to_end_does_not_look_finished(
    recipe_file: Path,
    scenes: ScenesOnDisk,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    number: signal.Signals,
) -> None:
    step = Cf2nTraining.training_step

    def ended(module: Cf2nTraining, batch: dict[str, Batch], batch_number: int) -> Tensor:
        if module.global_step == 3:
            os.kill(os.getpid(), number)
        return step(module, batch, batch_number)

    by_itself = signal.SIG_DFL if number == signal.SIGTERM else signal.default_int_handler
    heeded = signal.signal(number, by_itself)  # as in a process of its own
    try:
        with monkeypatch.context() as patch:
            patch.setattr(Cf2nTraining, "training_step", ended)
            with pytest.raises((SystemExit, KeyboardInterrupt)) as caught:
                fit(recipe_file, scenes.root, tmp_path / "runs", threads=1)
    finally:
        signal.signal(number, heeded)
    if number == signal.SIGTERM:
        assert isinstance(caught.value, SystemExit) and caught.value.code == 143
    else:  # which the command line makes a status of
        assert isinstance(caught.value, KeyboardInterrupt)
    last = fit(recipe_file, scenes.root, tmp_path / "runs", threads=1)
    assert torch.load(last, map_location="cpu", weights_only=True)["global_step"] == 6


def test_a_run_that_was_moved_goes_on_in_the_same_files(
    recipe_file: Path, scenes: ScenesOnDisk, tmp_path: Path, watched: Watched
) -> None:
    watched.stop_at = 3
    with pytest.raises(PowerCut):
        fit(recipe_file, scenes.root, tmp_path / "here", threads=1)
    (tmp_path / "here").rename(tmp_path / "there")
    watched.stop_at = None
    last = fit(recipe_file, scenes.root, tmp_path / "there", threads=1)
    assert torch.load(last, map_location="cpu", weights_only=True)["global_step"] == 6
    assert {path.name for path in last.parent.iterdir()} == {
        "last.ckpt",
        "step=2.ckpt",
        "step=6.ckpt",
    }


@pytest.mark.parametrize("damage", ["cut", "empty", "noise", "other"])
def test_a_damaged_checkpoint_is_named_and_what_could_stand_in_for_it(
    recipe_file: Path, scenes: ScenesOnDisk, tmp_path: Path, damage: str
) -> None:
    last = fit(recipe_file, scenes.root, tmp_path / "runs", threads=1)
    whole = last.read_bytes()
    if damage == "other":
        torch.save([1, 2], last)
    else:
        content = {"cut": whole[: len(whole) // 2], "empty": b"", "noise": whole[::-1]}
        last.write_bytes(content[damage])
    message = r"last\.ckpt is damaged, or no checkpoint .*\(step=6\.ckpt\) in its place"
    with pytest.raises(ValueError, match=message):
        fit(recipe_file, scenes.root, tmp_path / "runs", threads=1)
    with pytest.raises(ValueError, match=message):
        export_run(recipe_file, tmp_path / "runs", tmp_path / "tiny.onnx")
    last.write_bytes((last.parent / "step=6.ckpt").read_bytes())
    assert fit(recipe_file, scenes.root, tmp_path / "runs", threads=1) == last


def test_a_run_ends_before_it_keeps_weights_that_are_no_numbers(
    recipe_file: Path, scenes: ScenesOnDisk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    step = Cf2nTraining.training_step

    def failing(module: Cf2nTraining, batch: dict[str, Batch], number: int) -> Tensor:
        loss = step(module, batch, number)
        return loss * float("nan") if module.global_step == 3 else loss

    monkeypatch.setattr(Cf2nTraining, "training_step", failing)
    with pytest.raises(ValueError, match="by step 4 weights are no numbers any more"):
        fit(recipe_file, scenes.root, tmp_path / "runs", threads=1)
    last = tmp_path / "runs" / "tiny" / "checkpoints" / "last.ckpt"
    assert torch.load(last, map_location="cpu", weights_only=True)["global_step"] == 2
    assert all(weight.isfinite().all() for weight in averaged_weights(last).values())


def test_an_export_without_a_place_is_refused_before_anything_is_made(
    recipe_file: Path, tmp_path: Path
) -> None:
    with pytest.raises(ValueError, match=r"no folder .*gone to write tiny\.onnx into"):
        export_run(recipe_file, tmp_path / "runs", tmp_path / "gone" / "tiny.onnx")


def test_a_run_does_not_go_on_with_other_scenes(
    recipe: Recipe, scenes: ScenesOnDisk, tmp_path: Path
) -> None:
    manifest = tmp_path / "own.yaml"
    lines = yaml.safe_load(scenes.manifest.read_text(encoding="utf-8"))
    path = tmp_path / "tiny.yaml"
    content = changed(recipe, "data", manifest="own.yaml")
    path.write_text(yaml.safe_dump(content), encoding="utf-8")

    def write_lines() -> None:
        manifest.write_text(yaml.safe_dump(lines), encoding="utf-8")

    write_lines()
    fit(path, scenes.root, tmp_path / "runs", threads=1)
    lines["scenes"].append({**lines["scenes"][0], "name": "reported", "role": "validation"})
    write_lines()  # nothing that the run sees
    fit(path, scenes.root, tmp_path / "runs", threads=1)
    lines["scenes"][0]["shift"] = [0.5, 0]
    write_lines()
    with pytest.raises(ValueError, match="begun with another scenes"):
        fit(path, scenes.root, tmp_path / "runs", threads=1)


def test_step_times_are_logged(
    recipe: Recipe, scenes: ScenesOnDisk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("training.fit.LOG_EVERY", 1)
    path = tmp_path / "timed.yaml"
    path.write_text(yaml.safe_dump(recipe), encoding="utf-8")
    fit(path, scenes.root, tmp_path / "runs", threads=1)
    curves = EventAccumulator(str(tmp_path / "runs" / "timed")).Reload()
    steps, waiting = (curves.Scalars(f"time/{name}") for name in ("step", "waiting"))
    assert [event.step for event in steps] == [1, 3, 5]  # the first of an epoch has none before it
    assert all(0 <= wait.value < step.value for step, wait in zip(steps, waiting, strict=True))


def test_a_run_of_no_steps_keeps_what_it_starts_from(
    recipe: Recipe, scenes: ScenesOnDisk, tmp_path: Path
) -> None:
    first, second = (
        averaged_weights(fit(path, scenes.root, tmp_path / "runs", threads=1))
        for path in write_stages(tmp_path, recipe, steps=0)
    )
    assert first.keys() == second.keys()
    assert all(torch.equal(value, second[name]) for name, value in first.items())


def test_a_second_stage_may_want_other_bands(
    recipe: Recipe, scenes: ScenesOnDisk, tmp_path: Path
) -> None:
    roles = ["blue", "green", "red", "red-edge", "nir"]
    files = write_stages(tmp_path, recipe, {"roles": roles, "least_bands": 4})
    second = yaml.safe_load(files[1].read_text(encoding="utf-8"))
    second["card"]["bands"] = roles
    files[1].write_text(yaml.safe_dump(second), encoding="utf-8")
    first, after = (
        averaged_weights(fit(path, scenes.root, tmp_path / "runs", threads=1)) for path in files
    )
    nearest = [0, 1, 2, 2, 3]
    assert torch.allclose(after["decode.weight"], first["decode.weight"][nearest], atol=1e-6)
    shared = torch.tensor([1, 1, 0.5, 0.5, 1]).reshape(1, 5, 1, 1)
    expected = first["encode.weight"][:, nearest] * shared
    assert torch.allclose(after["encode.weight"], expected, atol=1e-6)


def test_parts_that_are_to_be_fresh_keep_their_initial_weights(
    recipe: Recipe, tmp_path: Path
) -> None:
    _, second = write_stages(tmp_path, recipe, fresh=["fusion"])
    content = load_recipe(second)
    before = module_of(recipe)
    with torch.no_grad():
        for parameter in before.parameters():
            parameter.add_(1)
    checkpoint = tmp_path / "runs" / "first" / "checkpoints" / "last.ckpt"
    checkpoint.parent.mkdir(parents=True)
    torch.save({"state_dict": before.state_dict()}, checkpoint)
    module = module_of(content)
    own = {name: value.clone() for name, value in module.network.state_dict().items()}
    start(module, content, tmp_path, tmp_path / "runs")
    for name, value in module.network.named_parameters():
        source = own if name.startswith("fusion.") else before.network.state_dict()
        assert torch.equal(value, source[name]), name


def test_parts_come_from_the_runs_that_are_named_for_them(recipe: Recipe, tmp_path: Path) -> None:
    first, second = write_stages(tmp_path, recipe, parts_from={"fusion": "other"})
    (tmp_path / "other.yaml").write_bytes(first.read_bytes())
    before = {}
    for number, name in enumerate(("first", "other")):
        module = module_of(recipe)
        with torch.no_grad():
            for parameter in module.parameters():
                parameter.add_(1 + number)
        before[name] = module.network.state_dict()
        checkpoint = tmp_path / "runs" / name / "checkpoints" / "last.ckpt"
        checkpoint.parent.mkdir(parents=True)
        torch.save({"state_dict": module.state_dict()}, checkpoint)
    content = load_recipe(second)
    module = module_of(content)
    start(module, content, tmp_path, tmp_path / "runs")
    for name, value in module.network.named_parameters():
        source = before["other" if name.startswith("fusion.") else "first"]
        assert torch.equal(value, source[name]), name


def test_a_run_without_averaging_and_without_scenes_trains_as_well(
    recipe: Recipe, tmp_path: Path
) -> None:
    """As the authors' recipes are."""
    truth = torch.rand(4, 4, 32, 32).numpy()
    with h5py.File(tmp_path / "train.h5", "w") as file:
        file["gt"], file["pan"] = truth, truth.mean(axis=1, keepdims=True)
        file["ms"] = truth[:, :, 2::4, 2::4]
        file["lms"] = file["ms"][:].repeat(4, 2).repeat(4, 3)
    entry = {"file": "train.h5", "sensor": "quickbird", "maximum": 1, "ms": "as-is"}
    data = {**recipe["data"], "scenes": False}
    data["pancollection"] = [{**entry, "bands": data["roles"]}]
    data["streams"] = {"reduced": {"sizes": [8], "count": 2, "augmentation": {"turn": False}}}
    path = tmp_path / "alone.yaml"
    run = {**recipe["run"], "averaging": 0}
    path.write_text(yaml.safe_dump({**recipe, "data": data, "run": run}), encoding="utf-8")
    last = fit(path, tmp_path, tmp_path / "runs", threads=1)
    content = torch.load(last, map_location="cpu", weights_only=True)
    assert content["global_step"] == 6
    assert "current_model_state" not in content
    assert averaged_weights(last)["decode.weight"].any()  # it starts at 0


def test_steps_that_no_checkpoint_would_keep_are_refused(
    recipe: Recipe, scenes: ScenesOnDisk, tmp_path: Path
) -> None:
    path = tmp_path / "short.yaml"
    run = {**recipe["run"], "steps": 3, "validate_every": 2}
    path.write_text(yaml.safe_dump({**recipe, "run": run}), encoding="utf-8")
    with pytest.raises(ValueError, match="multiple of validate_every"):
        fit(path, scenes.root, tmp_path / "runs", threads=1)


def test_a_finished_run_is_exported_with_its_averaged_weights_and_its_card(
    recipe_file: Path, scenes: ScenesOnDisk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    last = fit(recipe_file, scenes.root, tmp_path / "runs", threads=1)
    calls: list[tuple[Cf2n, ModelCard, Path]] = []
    monkeypatch.setattr("training.fit.export", lambda *arguments: calls.append(arguments))
    output = tmp_path / "tiny.onnx"
    assert export_run(recipe_file, tmp_path / "runs", output) == output
    recipe_file.write_text(recipe_file.read_text("utf-8") + "bundled: true\n", "utf-8")
    assert export_run(recipe_file, tmp_path / "runs") == FOLDER / "tiny.onnx"
    network, card, path = calls[0]
    assert (card.id, card.network, card.scaling, path) == ("tiny", "cf2n", "moments", output)
    for name, value in averaged_weights(last).items():
        assert torch.equal(network.state_dict()[name], value)


def test_only_bundled_models_are_exported_among_them(
    recipe_file: Path, scenes: ScenesOnDisk, tmp_path: Path
) -> None:
    fit(recipe_file, scenes.root, tmp_path / "runs", threads=1)
    with pytest.raises(ValueError, match=r"tiny\.yaml is not of a bundled model"):
        export_run(recipe_file, tmp_path / "runs")


def exported(path: Path, runs: Path, monkeypatch: pytest.MonkeyPatch) -> Any:
    """Return the network that a run's model file would be made of."""
    networks: list[Any] = []
    monkeypatch.setattr("training.fit.export", lambda network, *_: networks.append(network))
    export_run(path, runs, runs / "exported.onnx")
    return networks[0]


def fit_mixed_stages(
    folder: Path, recipe: Recipe, scenes: ScenesOnDisk
) -> tuple[Path, dict[str, Tensor], dict[str, Tensor]]:
    """Fit two runs; return the second's file, which mixes in a quarter of the first; weights."""
    first, second = write_stages(folder, recipe, mix={"first": 0.25})
    text = yaml.safe_load(second.read_text(encoding="utf-8"))
    text["module"]["rate"] = 0.01  # else both have the same weights
    second.write_text(yaml.safe_dump(text), encoding="utf-8")
    before, after = (
        averaged_weights(fit(path, scenes.root, folder / "runs", threads=1))
        for path in (first, second)
    )
    return second, before, after


def test_shares_of_other_runs_weights_are_mixed_in_on_export(
    recipe: Recipe, scenes: ScenesOnDisk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    second, before, after = fit_mixed_stages(tmp_path, recipe, scenes)
    network = exported(second, tmp_path / "runs", monkeypatch)
    for name, value in network.state_dict().items():
        if value.is_floating_point():
            assert torch.allclose(value, 0.25 * before[name] + 0.75 * after[name], atol=1e-7), name
    assert not torch.allclose(before["decode.weight"], after["decode.weight"])


def test_detail_is_raised_on_export_alone(
    recipe: Recipe, scenes: ScenesOnDisk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "raised.yaml"
    run = {**recipe["run"], "detail_gain": 1.25}
    path.write_text(yaml.safe_dump({**recipe, "run": run}), encoding="utf-8")
    before = averaged_weights(fit(path, scenes.root, tmp_path / "runs", threads=1))
    network = exported(path, tmp_path / "runs", monkeypatch)
    after = network.state_dict()
    assert torch.allclose(after["decode.weight"], 1.25 * before["decode.weight"])
    assert torch.allclose(after["decode.bias"], 1.25 * before["decode.bias"])
    assert torch.equal(after["encode.weight"], before["encode.weight"])


@pytest.mark.parametrize(("own", "expected"), [({}, 0.0), ({"regressed_share": 0.2}, 0.2)])
def test_a_share_of_the_detail_is_regressed_on_export_alone(
    own: dict[str, float],
    expected: float,
    recipe: Recipe,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    path = tmp_path / "regressed.yaml"
    run = {**recipe["run"], "steps": 0, **own}
    path.write_text(yaml.safe_dump({**recipe, "run": run}), encoding="utf-8")
    fit(path, tmp_path, tmp_path / "runs", threads=1)
    network = exported(path, tmp_path / "runs", monkeypatch)
    assert float(network.regressed_share) == pytest.approx(expected)


@pytest.mark.parametrize(
    ("own", "expected"), [({}, FEATURE_SHARPNESS), ({"feature_sharpness": 4.0}, 4.0)]
)
def test_finished_models_have_the_features_map_as_sharp_as_wanted(
    own: dict[str, float],
    expected: float,
    recipe: Recipe,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    path = tmp_path / "sharp.yaml"
    module = {"back_projection": 0.3, "matching": True, "feature_sharpness": 2.5}
    run = {**recipe["run"], "steps": 0, **own}
    text = {**recipe, "network": "sipsanet", "module": module, "run": run}
    path.write_text(yaml.safe_dump(text), encoding="utf-8")
    trained = module_of(text).network
    assert isinstance(trained, SipsaNet)
    assert trained.feature_sharpness == 2.5
    fit(path, tmp_path, tmp_path / "runs", threads=1)
    network = exported(path, tmp_path / "runs", monkeypatch)
    assert network.feature_sharpness == expected


def test_a_finished_model_may_have_other_options_than_its_training(
    recipe: Recipe, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "finished.yaml"
    module = {"back_projection": 0.3, "regression": True}
    run = {**recipe["run"], "steps": 0, "finished": {"regression": False}}
    text = {**recipe, "network": "sipsanet", "module": module, "run": run}
    path.write_text(yaml.safe_dump(text), encoding="utf-8")
    trained = module_of(text).network.back_projection
    assert trained is not None and trained.regression is not None
    fit(path, tmp_path, tmp_path / "runs", threads=1)
    network = exported(path, tmp_path / "runs", monkeypatch)
    finished = network.back_projection
    assert finished is not None and finished.regression is None
    text["run"]["finished"] = {"back_projection": 0.3, "matching": True}
    path.write_text(yaml.safe_dump(text), encoding="utf-8")
    with pytest.raises(ValueError, match=r"finished\.yaml: the finished model .*weights"):
        export_run(path, tmp_path / "runs", tmp_path / "finished.onnx")


def test_a_run_starts_from_another_with_what_that_mixes_in(
    recipe: Recipe, scenes: ScenesOnDisk, tmp_path: Path
) -> None:
    second, before, after = fit_mixed_stages(tmp_path, recipe, scenes)
    third = yaml.safe_load(second.read_text(encoding="utf-8"))
    third["run"]["start_from"] = "second"
    del third["run"]["mix"]
    module = module_of(third)
    start(module, third, tmp_path, tmp_path / "runs")
    for name, value in module.network.named_parameters():
        assert torch.allclose(value, 0.25 * before[name] + 0.75 * after[name], atol=1e-7), name


def test_pictures_show_red_green_and_blue_where_they_are() -> None:
    assert shown_bands(["blue", "green", "red", "nir"]) == (2, 1, 0)
    assert shown_bands(["coastal", "blue", "green", "yellow", "red"]) == (4, 2, 1)
    assert shown_bands(["green", "red", "nir"]) == (1, 0, 0)


@pytest.mark.parametrize("path", RECIPES, ids=lambda path: path.stem)
def test_recipes_in_the_repository_build_module_data_and_card(path: Path) -> None:
    recipe: dict[str, Any] = copy.deepcopy(load_recipe(path))
    module, data = module_of(recipe), data_of(recipe, Path("nowhere"), Path("runs"), path.parent)
    run = recipe["run"]
    assert data.manifest == DEFAULT_MANIFEST
    assert data.rule in RULES
    assert set(data.roles) <= set(ROLES)
    assert (module.steps, data.steps) == (run["steps"], run["validate_every"])
    assert run["steps"] % run["validate_every"] == 0
    for options in data.streams.values():
        Augmentation(**options.get("augmentation", {}))
        # whole cells of both networks
        assert all(size * data.ratio % 8 == 0 for size in options["sizes"])
    if recipe["network"] == "cf2n":
        assert set(data.streams) == {"reduced"}
    else:
        assert isinstance(module, SipsaNetTraining)
        assert max(module.visible_bands) < len(data.roles)
    if "start_from" in run:
        assert run["start_from"] in {other.stem for other in RECIPES}
    for part in (*run.get("fresh", ()), *run.get("parts_from", ())):
        module.network.get_submodule(part)  # is there
    if "card" in recipe:
        card = card_of_recipe(recipe)
        assert path.stem.startswith(card.id)
        assert (card.network, card.scaling) == (recipe["network"], data.rule)
        assert card.ratio == data.ratio
        # a network may run several times for the bands of a card
        assert card.bands == data.roles or set(card.bands) > set(data.roles)


@pytest.mark.parametrize("path", RECIPES, ids=lambda path: path.stem)
def test_stages_start_from_weights_that_fit(path: Path) -> None:
    recipe = load_recipe(path)
    name = recipe["run"].get("start_from")
    if name is None:
        return
    before = load_recipe(path.with_name(f"{name}.yaml"))
    assert before["network"] == recipe["network"]
    fits = [Fit(tuple(r["data"]["roles"]), r["data"]["ratio"]) for r in (before, recipe)]
    old, new = (module_of(r).network for r in (before, recipe))
    run = recipe["run"]
    fresh = (*run.get("fresh", ()), *run.get("parts_from", ()))
    state = transfer(old.state_dict(), fits[0], new, fits[1], fresh)
    assert state.keys() == new.state_dict().keys()


def test_the_authors_recipes_are_theirs() -> None:
    sipsanet, cf2n = (load_recipe(path_of(f"{name}-authors")) for name in ("sipsanet", "cf2n"))
    module = module_of(sipsanet)
    assert isinstance(module, SipsaNetTraining)
    assert module.authors_losses
    assert [module.weights[name] for name in AUTHORS_TERMS] == [40, 20, 10, 5]
    assert (module.rate, module.weight_decay) == (1e-4, 1e-3)
    assert [module.rate_factor(step) for step in (0, 49_999, 50_000)] == [1, 1, 0.1]
    assert sipsanet["data"]["streams"]["full"] == {"sizes": [128], "count": 4}
    other = module_of(cf2n)
    assert isinstance(other, Cf2nTraining)
    assert other.loss == "l1"
    assert (other.rate, other.weight_decay) == (3e-4, 0)
    epoch = 535  # batches of 32
    assert other.rate_factor(100 * epoch - 10) == 1
    assert other.rate_factor(100 * epoch + 10) == pytest.approx(0.9)
    assert cf2n["run"]["steps"] == 600 * epoch
    assert not cf2n["data"]["scenes"]
    assert not cf2n["run"]["averaging"]
