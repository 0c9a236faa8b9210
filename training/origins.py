"""What a run begins with: the weights of other runs, or of model files that were exported."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from torch import Tensor

from qgis_pansharp.backend.models.registry import FOLDER, load_model
from qgis_pansharp.backend.networks.deploy import DeployedCf2n
from qgis_pansharp.backend.networks.load import load_network
from training.export import averaged_weights, mixed
from training.modules import SharpeningModule
from training.run_files import RECIPES, load_recipe
from training.transfer import Fit, transfer

MODEL = ".onnx"  # how names of model files end


@dataclass(frozen=True)
class Origin:
    """Weights by the network's own names, and what that was made for.

    `mix` are the shares of others, by name, that belong to them.
    """

    network: str
    fit: Fit
    weights: Mapping[str, Tensor]
    mix: Mapping[str, float] = field(default_factory=dict)


def is_model(name: str) -> bool:
    """Say whether a run file means a model file by a name, and not another run."""
    return name.endswith(MODEL)


def origin(name: str, beside: Path, runs: Path) -> Origin:
    """Return what a run file names.

    Args:
        name: of a run, whose run file lies beside or among `RECIPES`; or of a model file, beside
            or with its path, or a bundled one.
        beside: folder of the run file that names it.
        runs: folder of the runs.

    Raises:
        FileNotFoundError: there is no such run or file, or the run has not been trained.
        ModelError: the model file is none that can be trained on.
    """
    return of_model(name, beside) if is_model(name) else of_run(name, beside, runs)


def file_of(name: str, beside: Path) -> Path:
    """Return the run file, or the model file, that a run file names; see `origin`."""
    model = is_model(name)
    folders = (beside, FOLDER if model else RECIPES)
    places = [folder / (name if model else f"{name}.yaml") for folder in folders]
    file = next((place for place in places if place.exists()), None)
    if file is None and model:
        raise FileNotFoundError(f"there is no model file {places[0]}, nor {places[1]}")
    if file is None:
        raise FileNotFoundError(
            f"there is no run file of a run {name!r}: neither {places[0]} nor {places[1]}; a model "
            f"file is named with its ending, {name}{MODEL}"
        )
    return file


def check_mix(names: Iterable[str], beside: Path, within: tuple[str, ...]) -> None:
    """Refuse shares that a run cannot have mixed in.

    Args:
        names: of the shares; see `origin`.
        beside: folder of the run file that is trained or exported.
        within: the run that they are mixed into, and what that is mixed into.

    Raises:
        FileNotFoundError: there is no run file or model file of one.
        ValueError: one would be mixed into itself, or its run file is wrong.
    """
    for name in names:
        if name in within:
            raise ValueError(f"{' <- '.join((*within, name))}: no run can be mixed into itself")
        file = file_of(name, beside)
        if not is_model(name):
            check_mix(load_recipe(file)["run"].get("mix", {}), beside, (*within, name))


def of_run(name: str, beside: Path, runs: Path) -> Origin:
    """Return a run's averaged weights; see `origin`."""
    file = file_of(name, beside)
    checkpoint = runs / name / "checkpoints" / "last.ckpt"
    if not checkpoint.exists():
        raise FileNotFoundError(
            f"the run {name!r} has no weights, there is no {checkpoint}; train it first (python -m "
            f"training fit --config {file}), or name a model file ({MODEL}) in its stead"
        )
    recipe = load_recipe(file)
    data = recipe["data"]
    fit = Fit(tuple(data["roles"]), data["ratio"])
    mix = recipe["run"].get("mix", {})
    return Origin(recipe["network"], fit, averaged_weights(checkpoint), mix)


def of_model(name: str, beside: Path) -> Origin:
    """Return the weights of a model file, as exported; see `origin`."""
    file = file_of(name, beside)
    card = load_model(file).card
    deployed = load_network(file)
    roles = card.bands
    if isinstance(deployed, DeployedCf2n):  # whose card may have more
        roles = tuple(card.bands[band] for band in deployed.known)
    return Origin(card.network, Fit(roles, card.ratio), deployed.network.state_dict())


def weights_of(
    name: str,
    module: SharpeningModule,
    recipe: dict[str, Any],
    beside: Path,
    runs: Path,
    fresh: Sequence[str] = (),
) -> dict[str, Tensor]:
    """Return the weights that another run ends with, made to fit this run's network.

    They are its averaged ones, with the shares of others mixed in that its run file names; or
    those of a model file.

    Args:
        name: see `origin`.
        module: of this run.
        recipe: of this run.
        beside: folder of its run file.
        runs: folder of the runs.
        fresh: parts of this run's network that keep their initial weights.

    Raises:
        FileNotFoundError: see `origin`.
        ValueError: the weights are of another network.
    """
    given = origin(name, beside, runs)
    if given.network != recipe["network"]:
        raise ValueError(f"{name} holds a {given.network}, and not a {recipe['network']}")
    data = recipe["data"]
    new = Fit(tuple(data["roles"]), data["ratio"])
    shares = [
        (share, weights_of(other, module, recipe, beside, runs, fresh))
        for other, share in given.mix.items()
    ]
    try:
        own = transfer(given.weights, given.fit, module.network, new, fresh)
    except ValueError as error:
        raise ValueError(
            f"the weights of {name} do not fit the module's options: {error}"
        ) from error
    return mixed(own, shares)


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
    known = [part for part, _ in module.network.named_modules() if part]
    unknown = sorted(set(fresh) - set(known))
    if unknown:
        raise ValueError(
            f"fresh or parts_from: the network has no part {', '.join(unknown)}; there are "
            f"{', '.join(part for part in known if '.' not in part)}"
        )
    state = weights_of(run["start_from"], module, recipe, beside, runs, fresh)
    for part, other in parts.items():
        given = weights_of(other, module, recipe, beside, runs)
        state |= {name: value for name, value in given.items() if name.startswith(f"{part}.")}
    module.network.load_state_dict(state)
