"""`python -m training fit`: one run file in, checkpoints and curves out; resumes by itself."""

from __future__ import annotations

import io
import signal
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import lightning
import torch
from lightning.fabric.utilities.exceptions import MisconfigurationException
from lightning.pytorch.callbacks import EMAWeightAveraging, LearningRateMonitor, ModelCheckpoint
from lightning.pytorch.loggers import TensorBoardLogger
from lightning.pytorch.utilities.exceptions import SIGTERMException

from qgis_pansharp.backend.models.bands import fill_slots
from qgis_pansharp.backend.models.registry import FOLDER
from qgis_pansharp.backend.networks import cf2n
from qgis_pansharp.backend.networks.sipsanet import FEATURE_SHARPNESS, SipsaNet
from training.checkpoints import WholeCheckpoints, alone
from training.data import SceneData, refuse_roles
from training.ending import EndsWhenTold
from training.export import card_of_recipe, export, read_checkpoint
from training.files import check_place, write_whole
from training.finite import FiniteWeights
from training.maps import ValidationMaps
from training.modules import Cf2nTraining, SharpeningModule, SipsaNetTraining
from training.options import check
from training.origins import check_mix, start, weights_of
from training.pairs import REDUCED
from training.run_files import CACHE, load_recipe, remember
from training.scenes import MANIFEST
from training.timing import StepTimes

MODULES: dict[str, Callable[..., SharpeningModule]] = {
    "sipsanet": SipsaNetTraining,
    "cf2n": Cf2nTraining,
}
OF_THE_RUN = ("bands", "ratio", "steps")  # what modules take from other parts of a run file
LOG_EVERY = 20  # steps


def module_of(recipe: dict[str, Any]) -> SharpeningModule:
    """Make the Lightning module of a run file.

    Raises:
        ValueError: there is no such network, or its options are wrong.
    """
    data, name = recipe["data"], recipe["network"]
    if name not in MODULES:
        raise ValueError(f"there is no network {name!r}; known: {', '.join(MODULES)}")
    refuse_roles(data["roles"], "data: roles")
    options = recipe.get("module") or {}
    check(options, MODULES[name], "module", given=OF_THE_RUN)
    try:
        return MODULES[name](
            bands=len(data["roles"]), ratio=data["ratio"], steps=recipe["run"]["steps"], **options
        )
    except (AttributeError, RuntimeError, ValueError) as error:  # no such part, no such size
        raise ValueError(f"module: no network can be made of these options: {error}") from error


def data_of(recipe: dict[str, Any], root: Path, runs: Path, beside: Path) -> SceneData:
    """Make the data module of a run file.

    Args:
        recipe: what stands in it.
        root: folder of the scene folders.
        runs: folder of the runs.
        beside: folder of the run file, which the manifest's path begins at.

    Raises:
        ValueError: an option is wrong, or the network is not trained by such data.
    """
    run, data = recipe["run"], dict(recipe["data"])
    manifest = data.pop("manifest", None)
    if not isinstance(manifest, (str, type(None))):
        raise ValueError(f"data: manifest must be the path of a file, got {manifest!r}")
    check(data, SceneData, "data", given=("manifest", "root", "cache", "seed", "steps"))
    if recipe["network"] == "cf2n" and REDUCED not in data["streams"]:
        raise ValueError(f"data: cf2n learns from a truth, so streams must have {REDUCED!r}")
    return SceneData(
        manifest=MANIFEST if manifest is None else beside / manifest,
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


def fit(recipe_file: Path, root: Path, runs: Path, threads: int | None = None) -> Path:
    """Train as the run file says; return the last checkpoint.

    With `start_from` in its run part it begins with the averaged weights of another run, or with
    those of a model file; bands and ratio may differ. A run that was interrupted goes on from its
    last checkpoint: weights, averaged weights, optimiser, schedule and the samples due. A run of no
    steps keeps the weights that it starts from; one with `stop_after` ends there, its schedule
    unfinished. What a run was begun with is kept beside its checkpoints.

    Raises:
        ValueError: the run file is wrong, it or the scenes have changed since the run began, or
            another process trains the run.
        FileNotFoundError: what it starts from, or the manifest, is not there.
        SystemExit: the signal TERM came before the end; as a shell tells it.
        KeyboardInterrupt: the signal INT did.
    """
    recipe = load_recipe(recipe_file)
    run, beside = recipe["run"], recipe_file.parent
    folder = runs / recipe_file.stem
    last = folder / "checkpoints" / "last.ckpt"
    count = run.get("stop_after", run["steps"])
    if count % run["validate_every"]:
        raise ValueError(
            f"{recipe_file}: {'stop_after' if 'stop_after' in run else 'steps'} must be a multiple "
            f"of validate_every, where checkpoints are made; got {count} and "
            f"{run['validate_every']}"
        )
    if threads:
        torch.set_num_threads(threads)
    if run.get("compile"):
        cf2n.AdaptiveConvolution.filter = torch.compile(  # type: ignore[method-assign]
            cf2n.AdaptiveConvolution.filter, dynamic=False
        )
    # all that can be wrong in a run file is made of it before anything is kept
    if run["steps"]:
        lightning.seed_everything(run["seed"], workers=True, verbose=False)
    module, scenes = module_of(recipe), data_of(recipe, root, runs, beside)
    check_export(recipe, recipe_file)
    if last.exists():
        read_checkpoint(last)
    if not last.exists() or not run["steps"]:
        start(module, recipe, beside, runs)
    if not run["steps"]:
        remember(recipe, recipe_file, folder, begun=last.exists())
        last.parent.mkdir(parents=True, exist_ok=True)
        content = io.BytesIO()
        torch.save({"state_dict": module.state_dict()}, content)
        write_whole(last, content.getvalue())
        return last
    digest = scenes.digest()
    checkpoints = ModelCheckpoint(
        folder / "checkpoints",
        filename="{step}",
        every_n_train_steps=run["validate_every"],
        save_last=True,
        save_top_k=1,
        enable_version_counter=False,  # a run that was moved would go on in files of other names
    )
    precision: Any = run.get("precision", "auto")
    if precision == "auto":
        precision = precision_here()
    averaging = run.get("averaging", 0.999)
    try:
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
                EndsWhenTold(),
                ValidationMaps(bands=shown_bands(recipe["data"]["roles"])),
                FiniteWeights(run["validate_every"]),
                checkpoints,
            ],
            plugins=[WholeCheckpoints()],
            enable_model_summary=False,
            enable_progress_bar=False,
        )
    except (MisconfigurationException, TypeError, ValueError) as error:
        raise ValueError(f"{recipe_file}: run: {error}") from error
    with alone(folder):
        remember(recipe, recipe_file, folder, digest, begun=last.exists())
        try:
            trainer.fit(
                module,
                datamodule=scenes,
                ckpt_path=last if last.exists() else None,
                weights_only=True,
            )
        except SIGTERMException:  # by itself it would say that all went well
            raise SystemExit(128 + signal.SIGTERM) from None
        except SystemExit as error:
            if isinstance(error.__context__, KeyboardInterrupt):  # Lightning tells no such status
                raise KeyboardInterrupt from None
            raise
    return last


def check_export(recipe: dict[str, Any], recipe_file: Path) -> None:
    """Refuse a run file that could be trained, and then not exported.

    Raises:
        ValueError: its card is wrong, or options of the finished model or shares are.
        FileNotFoundError: there is no run file or model file of a share that is to be mixed in.
    """
    card_of_recipe(recipe)
    run = recipe["run"]
    check(run.get("finished", {}), MODULES[recipe["network"]], "run: finished", given=OF_THE_RUN)
    check_mix(run.get("mix", {}), recipe_file.parent, (recipe_file.stem,))


def export_run(recipe_file: Path, runs: Path, output: Path | None = None) -> Path:
    """Write the model file of a run; among the bundled models if it is one of them.

    With `mix` in its run part, these shares of other runs' weights, by name, are mixed in. With
    `detail_gain`, CF2N's detail is raised by that factor: training by the least error leaves out
    part of what it is not sure of, and errs on the same side in all scenes; `regressed_share` of
    its detail is regressed instead. SIPSA-Net's map for the features is as sharp as
    `feature_sharpness` there says, or as that of most finished models, whatever it was trained
    with. Options of the module that the finished model has otherwise are in `finished`.

    Raises:
        ValueError: no output is named, and the run's model is not a bundled one; or `finished`
            holds an option of no module, or one that makes another network of it.
    """
    recipe = load_recipe(recipe_file)
    if output is None and not recipe.get("bundled"):
        raise ValueError(
            f"{recipe_file} is not of a bundled model; name the file to write (--output)"
        )
    check_export(recipe, recipe_file)
    card = card_of_recipe(recipe)
    output = output or FOLDER / f"{card.id}.onnx"
    check_place(output)
    module = module_of(recipe)
    weights = weights_of(recipe_file.stem, module, recipe, recipe_file.parent, runs)
    options = {**(recipe.get("module") or {}), **recipe["run"].get("finished", {})}
    network = module_of({**recipe, "module": options}).network
    try:
        network.load_state_dict(weights)
    except RuntimeError as error:
        raise ValueError(
            f"{recipe_file}: the finished model does not fit the weights of the run"
        ) from error
    if isinstance(network, cf2n.Cf2n):
        network.scale_detail(recipe["run"].get("detail_gain", 1.0))
        network.regressed_share.fill_(recipe["run"].get("regressed_share", 0.0))
    elif isinstance(network, SipsaNet):
        network.feature_sharpness.fill_(recipe["run"].get("feature_sharpness", FEATURE_SHARPNESS))
    export(network, card, output)
    return output
