"""The models at hand, and the one that fits a scene."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from qgis_pansharp.backend.errors import GeometryError, ModelError
from qgis_pansharp.backend.messages import Message
from qgis_pansharp.backend.models.bands import names_of, plan_bands, resolve_roles
from qgis_pansharp.backend.models.card import KEY, ModelCard
from qgis_pansharp.backend.models.onnx_file import read_metadata

FOLDER = Path(__file__).parent
# in the order of preference of "auto"
METHODS = ("sipsanet", "cf2n")


@dataclass(frozen=True)
class Model:
    """A model file with its card."""

    path: Path
    card: ModelCard


def load_model(path: str | Path) -> Model:
    """Read a model file's card.

    Raises:
        ModelError: the file is missing, damaged, or carries no card.
    """
    path = Path(path)
    if os.path.isdir(path):
        raise ModelError("model file {path!r} is a folder; choose a file in it.", path=str(path))
    if not os.path.exists(path):
        raise ModelError("model file {path!r} does not exist; check the path.", path=str(path))
    text = read_metadata(path).get(KEY)
    if text is None:
        raise ModelError(
            "model file {path!r} carries no Pansharp card; export it with "
            "'python -m training export'.",
            path=str(path),
        )
    return Model(path, ModelCard.from_json(text, str(path)))


def bundled_models(folder: Path = FOLDER) -> list[Model]:
    """Return the models that the product ships, best method first.

    Raises:
        ModelError: one of them is damaged.
    """
    models = [load_model(path) for path in sorted(folder.glob("*.onnx"))]
    order = {method: i for i, method in enumerate(METHODS)}
    return sorted(models, key=lambda m: (order.get(m.card.network, len(order)), m.card.id))


def choose_model(
    models: Sequence[Model], method: str, roles: Sequence[str], ratio: int, pan: str, ms: str
) -> Model:
    """Return the model of a ratio that suits a scene's bands best.

    Best is, in this order: the scene's very roles; the fewest of its known roles without a slot;
    as many slots as bands; the fewest passes; the fewest slots; the place among `models`.

    Args:
        models: in the order of preference.
        method: "auto" or a network's name.
        roles: of the scene's MS bands, "" where unknown.
        ratio: PAN pixels per MS pixel along one side.
        pan: PAN's file name, for messages.
        ms: MS's file name, for messages.

    Raises:
        ModelError: no model of that method exists at all.
        GeometryError: none takes the ratio.
    """
    if method != "auto" and method not in METHODS:
        raise ModelError(
            "unknown method {method!r}; choose auto, {first} or {second}.",
            method=method,
            first=METHODS[0],
            second=METHODS[1],
        )
    of_method = [m for m in models if method in ("auto", m.card.network)]
    if not of_method:
        raise ModelError(
            "no model is installed for method {method!r}; reinstall the plugin.", method=method
        )
    of_ratio = [m for m in of_method if m.card.ratio == ratio]
    if not of_ratio:
        ratios = ", ".join(str(r) for r in sorted({m.card.ratio for m in of_method}))
        raise GeometryError(
            "PAN file {pan!r} and MS file {ms!r} have ratio {ratio}, for which there is no model "
            "(available: {ratios}); resample one of them.",
            pan=pan,
            ms=ms,
            ratio=ratio,
            ratios=ratios,
        )
    return min(of_ratio, key=lambda model: _unfitness(model.card.bands, roles))


def reason_of_choice(models: Sequence[Model], chosen: Model, roles: Sequence[str]) -> Message:
    """Say in one clause what counted when `choose_model` chose among the models.

    Of models with the same bands the first in the list was taken, of which this says nothing.

    Args:
        models: those it chose among.
        chosen: what it returned.
        roles: of the scene's MS bands, "" where unknown.
    """
    slots, ratio = chosen.card.bands, chosen.card.ratio
    if len({model.card.bands for model in models if model.card.ratio == ratio}) == 1:
        return Message("it is the one for ratio {ratio}", ratio=ratio)
    resolved = resolve_roles(slots, roles)
    if sorted(resolved) == sorted(slots):
        if any(roles):
            return Message("it has exactly the bands of this MS")
        return Message("it has the usual bands of an MS with {count} bands", count=len(roles))
    missing = [role for role in dict.fromkeys(resolved) if role and role not in slots]
    if not any(resolved):
        return Message("the bands have no names, and it sharpens them in the fewest passes")
    if missing:
        return Message("it lacks the fewest of the bands, only {bands}", bands=names_of(missing))
    if all(resolved):
        return Message("it is the smallest that has all of the bands")
    return Message("it is the smallest that has all of the named bands")


def _unfitness(slots: Sequence[str], roles: Sequence[str]) -> tuple[bool, int, bool, int, int]:
    """Return what is least for the model that suits a scene's bands best."""
    resolved = resolve_roles(slots, roles)
    return (
        sorted(resolved) != sorted(slots),
        len(set(resolved) - set(slots) - {""}),
        len(slots) != len(roles),
        len(plan_bands(slots, roles)),
        len(slots),
    )
