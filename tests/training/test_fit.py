"""A run file trains a network; an interrupted run goes on as if nothing had happened."""

from __future__ import annotations

import copy
import logging
import warnings
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import torch
import yaml
from torch import Tensor

from qgis_pansharp.backend.models import ModelCard
from qgis_pansharp.backend.models.registry import FOLDER
from qgis_pansharp.backend.networks import Cf2n
from training import fit as fit_module
from training.__main__ import DEFAULT_MANIFEST
from training.export import averaged_weights, card_of_recipe
from training.fit import build, export_run, fit, load_recipe
from training.modules import Batch, Cf2nTraining, SipsaNetTraining

from .conftest import Recipe, ScenesOnDisk

RECIPES = sorted((Path(fit_module.__file__).parent / "recipes").glob("*.yaml"))


@pytest.fixture(autouse=True)
def quiet() -> Iterator[None]:
    """Lightning has much to say about runs this small."""
    loggers = [logging.getLogger(name) for name in ("lightning.pytorch", "lightning.fabric")]
    levels = [logger.level for logger in loggers]
    for logger in loggers:
        logger.setLevel(logging.ERROR)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        yield
    for logger, level in zip(loggers, levels):
        logger.setLevel(level)


class PowerCut(Exception):
    """What interrupts a run in these tests."""


class Watched:
    """Cf2nTraining's steps with what they saw; stops at a step if told to."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.seen: dict[int, float] = {}
        self.stop_at: int | None = None
        step = Cf2nTraining.training_step

        def training_step(module: Cf2nTraining, batch: Batch, number: int) -> Tensor:
            if module.global_step == self.stop_at:
                raise PowerCut
            self.seen[module.global_step] = float(batch["pan"].double().sum())
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


def test_a_second_stage_starts_from_the_averaged_weights_of_the_first(
    recipe: Recipe, scenes: ScenesOnDisk, tmp_path: Path
) -> None:
    first, second = tmp_path / "first.yaml", tmp_path / "second.yaml"
    first.write_text(yaml.safe_dump(recipe), encoding="utf-8")
    frozen = {**recipe, "module": {**recipe.get("module", {}), "rate": 0.0}}
    frozen["run"] = {**recipe["run"], "start_from": "first"}
    second.write_text(yaml.safe_dump(frozen), encoding="utf-8")
    weights = [
        averaged_weights(fit(path, scenes.root, tmp_path / "runs", threads=1))
        for path in (first, second)
    ]
    for name, value in weights[0].items():
        assert torch.allclose(value, weights[1][name], atol=1e-6), name


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
    monkeypatch.setattr(fit_module, "export", lambda *arguments: calls.append(arguments))
    output = tmp_path / "tiny.onnx"
    assert export_run(recipe_file, tmp_path / "runs", output) == output
    assert export_run(recipe_file, tmp_path / "runs") == FOLDER / "tiny.onnx"
    network, card, path = calls[0]
    assert (card.id, card.network, card.scaling, path) == ("tiny", "cf2n", "moments", output)
    for name, value in averaged_weights(last).items():
        assert torch.equal(network.state_dict()[name], value)


def test_a_step_of_sipsanet_weighs_its_losses_and_reaches_every_weight() -> None:
    torch.manual_seed(0)
    module = SipsaNetTraining(price=0.1, band_edge_weight=7)
    batch = {"pan": torch.rand(1, 1, 32, 32), "ms": torch.rand(1, 4, 8, 8)}
    losses = module.losses(batch)
    names = ["aligned_colours", "aligned_edges", "band_edges", "colours", "edges"]
    assert sorted(losses) == names
    total = module.total(losses)
    expected = 40 * losses["edges"] + 20 * losses["colours"] + 7 * losses["band_edges"]
    expected = expected + 10 * losses["aligned_edges"] + 5 * losses["aligned_colours"]
    assert float(total) == pytest.approx(float(expected))
    torch.autograd.backward(total)
    idle = [name for name, p in module.named_parameters() if p.grad is None or not p.grad.any()]
    assert idle == []


def test_rate_warms_up_and_falls_to_a_hundredth() -> None:
    module = Cf2nTraining(channels=8, fusions=1, injections=1, steps=20, warm_up=5)
    factors = [module.rate_factor(step) for step in range(21)]
    assert factors[:6] == pytest.approx([0.2, 0.4, 0.6, 0.8, 1, 1])
    assert all(later < earlier for earlier, later in zip(factors[5:], factors[6:]))
    assert factors[20] == pytest.approx(0.01)


@pytest.mark.parametrize("path", RECIPES, ids=lambda path: path.stem)
def test_recipes_in_the_repository_build_module_data_and_card(path: Path) -> None:
    recipe: dict[str, Any] = copy.deepcopy(load_recipe(path))
    module, data = build(recipe, Path("nowhere"))
    assert path.stem.startswith(recipe["card"]["id"])
    assert data.manifest == DEFAULT_MANIFEST
    assert module.steps == recipe["run"]["steps"]
    card = card_of_recipe(recipe)
    assert (card.network, card.scaling) == (recipe["network"], recipe["data"]["rule"])
    assert card.ratio == 4
    assert len(card.bands) == 4
