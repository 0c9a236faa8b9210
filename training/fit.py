"""`python -m training fit`: one run file in, checkpoints and curves out; resumes by itself."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import lightning
import torch
from lightning.pytorch.callbacks import EMAWeightAveraging, LearningRateMonitor, ModelCheckpoint
from lightning.pytorch.loggers import TensorBoardLogger
from torch import Tensor

from qgis_pansharp.backend.models.bands import fill_slots
from qgis_pansharp.backend.models.registry import FOLDER
from qgis_pansharp.backend.networks import cf2n
from qgis_pansharp.backend.networks.sipsanet import FEATURE_SHARPNESS, SipsaNet
from training.data import SceneData
from training.export import averaged_weights, card_of_recipe, export, mixed
from training.maps import ValidationMaps
from training.modules import Cf2nTraining, SharpeningModule, SipsaNetTraining
from training.run_files import RECIPES, load_recipe, remember
from training.scenes import MANIFEST
from training.timing import StepTimes
from training.transfer import Fit, transfer

MODULES: dict[str, Callable[..., SharpeningModule]] = {
    "sipsanet": SipsaNetTraining,
    "cf2n": Cf2nTraining,
}
CACHE = "prepared"  # below the folder of runs
LOG_EVERY = 20  # steps


def module_of(recipe: dict[str, Any]) -> SharpeningModule:
    """Make the Lightning module of a run file."""
    data = recipe["data"]
    return MODULES[recipe["network"]](
        bands=len(data["roles"]),
        ratio=data["ratio"],
        steps=recipe["run"]["steps"],
        **recipe.get("module", {}),
    )


def data_of(recipe: dict[str, Any], root: Path, runs: Path) -> SceneData:
    """Make the data module of a run file; scenes lie in the folder `root`."""
    run, data = recipe["run"], dict(recipe["data"])
    manifest = data.pop("manifest", None)
    return SceneData(
        manifest=MANIFEST if manifest is None else Path(__file__).parent / manifest,
        root=root,
        cache=runs / CACHE,
        seed=run["seed"],
        steps=run["validate_every"],
        **data,
    )


def precision_here() -> str:
    """Return the fastest mixed precision that this machine computes well."""
    if torch.cuda.is_available():
        return "16-mixed"
    able = torch.cpu.get_capabilities()
    if able.get("architecture") == "x86_64":  # PyTorch says yes without it, too
        native = able.get("avx512_bf16", False) or able.get("amx_bf16", False)
    else:
        native = torch.ops.mkldnn._is_mkldnn_bf16_supported()
    return "bf16-mixed" if native else "32-true"


def shown_bands(roles: Sequence[str]) -> tuple[int, int, int]:
    """Return which bands stand for red, green and blue in pictures."""
    red, green, blue = fill_slots(("red", "green", "blue"), roles)
    return red, green, blue


def weights_of(
    name: str,
    module: SharpeningModule,
    recipe: dict[str, Any],
    beside: Path,
    runs: Path,
    fresh: Sequence[str] = (),
) -> dict[str, Tensor]:
    """Return the weights that another run ends with, made to fit this run's network.

    They are its averaged ones, with the shares of other runs mixed in that its run file names.

    Args:
        name: of the other run.
        beside: folder of the run file; that of the other run lies there or among `RECIPES`.
        fresh: parts of this run's network that keep their initial weights.
    """
    file = beside / f"{name}.yaml"
    before = load_recipe(file if file.exists() else RECIPES / file.name)
    weights = averaged_weights(runs / name / "checkpoints" / "last.ckpt")
    old, new = (
        Fit(tuple(data["roles"]), data["ratio"]) for data in (before["data"], recipe["data"])
    )
    shares = [
        (share, weights_of(other, module, recipe, beside, runs, fresh))
        for other, share in before["run"].get("mix", {}).items()
    ]
    return mixed(transfer(weights, old, module.network, new, fresh), shares)


def start(module: SharpeningModule, recipe: dict[str, Any], beside: Path, runs: Path) -> None:
    """Put the weights of the run to start from into the network, if the run file names one.

    Parts of the network that the run file lists as `fresh` keep their initial weights; those under
    `parts_from` come from the runs named there.
    """
    if recipe["run"].get("start_from") is None:
        return
    run = recipe["run"]
    parts = run.get("parts_from", {})
    fresh = (*run.get("fresh", ()), *parts)
    state = weights_of(run["start_from"], module, recipe, beside, runs, fresh)
    for part, other in parts.items():
        given = weights_of(other, module, recipe, beside, runs)
        state |= {name: value for name, value in given.items() if name.startswith(f"{part}.")}
    module.network.load_state_dict(state)


def fit(recipe_file: Path, root: Path, runs: Path, threads: int | None = None) -> Path:
    """Train as the run file says; return the last checkpoint.

    With `start_from` in its run part it begins with the averaged weights of another run, whose
    bands and ratio may differ. A run that was interrupted goes on from its last checkpoint:
    weights, averaged weights, optimiser, schedule and the samples due. A run of no steps keeps the
    weights that it starts from; one with `stop_after` ends there, its schedule unfinished. What a
    run was begun with is kept beside its checkpoints.

    Raises:
        ValueError: the run file is wrong, or has changed since the run began.
    """
    recipe = load_recipe(recipe_file)
    run = recipe["run"]
    folder = runs / recipe_file.stem
    last = folder / "checkpoints" / "last.ckpt"
    remember(recipe, recipe_file, folder)
    if run["steps"] == 0:
        module = module_of(recipe)
        start(module, recipe, recipe_file.parent, runs)
        last.parent.mkdir(parents=True, exist_ok=True)
        torch.save({"state_dict": module.state_dict()}, last)
        return last
    count = run.get("stop_after", run["steps"])
    if count % run["validate_every"]:
        raise ValueError("steps must be a multiple of validate_every, where checkpoints are made")
    if threads:
        torch.set_num_threads(threads)
    if run.get("compile"):
        cf2n.AdaptiveConvolution.filter = torch.compile(  # type: ignore[method-assign]
            cf2n.AdaptiveConvolution.filter, dynamic=False
        )
    lightning.seed_everything(run["seed"], workers=True)
    module, scenes = module_of(recipe), data_of(recipe, root, runs)
    if not last.exists():
        start(module, recipe, recipe_file.parent, runs)
    checkpoints = ModelCheckpoint(
        folder / "checkpoints",
        filename="{step}",
        every_n_train_steps=run["validate_every"],
        save_last=True,
        save_top_k=1,
    )
    precision: Any = run.get("precision", "auto")
    if precision == "auto":
        precision = precision_here()
    averaging = run.get("averaging", 0.999)
    trainer = lightning.Trainer(
        max_steps=count,
        precision=precision,
        devices=run.get("devices", "auto"),
        num_nodes=run.get("nodes", 1),
        benchmark=True,  # sizes of crops are few
        strategy=run.get("strategy", "auto"),
        use_distributed_sampler=False,  # the data module itself tells devices apart
        gradient_clip_val=run.get("clip"),
        reload_dataloaders_every_n_epochs=1,
        num_sanity_val_steps=0,
        log_every_n_steps=LOG_EVERY,
        logger=TensorBoardLogger(runs, name=recipe_file.stem, version=""),
        callbacks=[
            *([EMAWeightAveraging(decay=averaging)] if averaging else []),
            LearningRateMonitor("step"),
            StepTimes(),
            ValidationMaps(bands=shown_bands(recipe["data"]["roles"])),
            checkpoints,
        ],
        enable_model_summary=False,
        enable_progress_bar=False,
    )
    trainer.fit(
        module,
        datamodule=scenes,
        ckpt_path=last if last.exists() else None,
        weights_only=True,
    )
    return last


def export_run(recipe_file: Path, runs: Path, output: Path | None = None) -> Path:
    """Write the model file of a run; among the bundled models if it is one of them.

    With `mix` in its run part, these shares of other runs' weights, by name, are mixed in. With
    `detail_gain`, CF2N's detail is raised by that factor: training by the least error leaves out
    part of what it is not sure of, and errs on the same side in all scenes. SIPSA-Net's map for
    the features is as sharp as `feature_sharpness` there says, or as that of most finished models,
    whatever it was trained with.

    Raises:
        ValueError: no output is named, and the run's model is not a bundled one.
    """
    recipe = load_recipe(recipe_file)
    if output is None and not recipe.get("bundled"):
        raise ValueError(
            f"{recipe_file} is not of a bundled model; name the file to write (--output)"
        )
    module = module_of(recipe)
    network = module.network
    weights = weights_of(recipe_file.stem, module, recipe, recipe_file.parent, runs)
    network.load_state_dict(weights)
    if isinstance(network, cf2n.Cf2n):
        network.scale_detail(recipe["run"].get("detail_gain", 1.0))
    elif isinstance(network, SipsaNet):
        network.feature_sharpness.fill_(recipe["run"].get("feature_sharpness", FEATURE_SHARPNESS))
    card = card_of_recipe(recipe)
    output = output or FOLDER / f"{card.id}.onnx"
    export(network, card, output)
    return output
