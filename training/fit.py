"""`python -m training fit`: one run file in, checkpoints and curves out; resumes by itself."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import lightning
import torch
import yaml
from lightning.pytorch.callbacks import EMAWeightAveraging, LearningRateMonitor, ModelCheckpoint
from lightning.pytorch.loggers import TensorBoardLogger

from qgis_pansharp.backend.models.registry import FOLDER
from training.data import Augmentation, SceneData
from training.export import averaged_weights, card_of_recipe, export
from training.modules import Cf2nTraining, SharpeningModule, SipsaNetTraining

MODULES: dict[str, type[SharpeningModule]] = {"sipsanet": SipsaNetTraining, "cf2n": Cf2nTraining}


def load_recipe(path: Path) -> dict[str, Any]:
    """Read a run file."""
    recipe: dict[str, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
    return recipe


def build(recipe: dict[str, Any], root: Path) -> tuple[SharpeningModule, SceneData]:
    """Make module and data of a run file; scenes lie in the folder `root`."""
    run, data = recipe["run"], dict(recipe["data"])
    if run["steps"] % run["validate_every"]:
        raise ValueError("steps must be a multiple of validate_every, where checkpoints are made")
    module = MODULES[recipe["network"]](steps=run["steps"], **recipe.get("module", {}))
    data["manifest"] = Path(__file__).parent / data["manifest"]
    data["augmentation"] = Augmentation(**data.get("augmentation", {}))
    data["gain_changes"] = tuple(data.get("gain_changes", (0.0,)))
    scenes = SceneData(root=root, seed=run["seed"], steps=run["validate_every"], **data)
    return module, scenes


def fit(recipe_file: Path, root: Path, runs: Path, threads: int | None = None) -> Path:
    """Train as the run file says; return the last checkpoint.

    With `start_from` in its run part it begins with the averaged weights of another run. A run
    that was interrupted goes on from its last checkpoint: weights, averaged weights,
    optimiser, schedule and the samples due.
    """
    recipe = load_recipe(recipe_file)
    run = recipe["run"]
    if threads:
        torch.set_num_threads(threads)
    lightning.seed_everything(run["seed"], workers=True)
    module, scenes = build(recipe, root)
    folder = runs / recipe_file.stem
    if "start_from" in run:
        start = runs / run["start_from"] / "checkpoints" / "last.ckpt"
        module.network.load_state_dict(averaged_weights(start))
    checkpoints = ModelCheckpoint(
        folder / "checkpoints",
        filename="{step}",
        every_n_train_steps=run["validate_every"],
        save_last=True,
        save_top_k=1,
    )
    trainer = lightning.Trainer(
        max_steps=run["steps"],
        precision=run["precision"],
        gradient_clip_val=run.get("clip"),
        reload_dataloaders_every_n_epochs=1,
        num_sanity_val_steps=0,
        log_every_n_steps=20,
        logger=TensorBoardLogger(runs, name=recipe_file.stem, version=""),
        callbacks=[
            EMAWeightAveraging(decay=run.get("averaging", 0.999)),
            LearningRateMonitor("step"),
            checkpoints,
        ],
        enable_model_summary=False,
        enable_progress_bar=False,
    )
    last = folder / "checkpoints" / "last.ckpt"
    trainer.fit(
        module,
        datamodule=scenes,
        ckpt_path=last if last.exists() else None,
        weights_only=True,
    )
    return last


def export_run(recipe_file: Path, runs: Path, output: Path | None = None) -> Path:
    """Write the model file of a run; among the bundled models unless told otherwise."""
    recipe = load_recipe(recipe_file)
    network = MODULES[recipe["network"]](
        steps=recipe["run"]["steps"], **recipe.get("module", {})
    ).network
    checkpoint = runs / recipe_file.stem / "checkpoints" / "last.ckpt"
    network.load_state_dict(averaged_weights(checkpoint))
    card = card_of_recipe(recipe)
    output = output or FOLDER / f"{card.id}.onnx"
    export(network, card, output)
    return output
