"""Models beside the bundled ones: those in a folder of the user's.

A bundled model is taken unless one of the folder's fits the scene's bands strictly better or is a
newer version of the same model.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

from qgis_pansharp.backend.errors import ModelError
from qgis_pansharp.backend.messages import Message
from qgis_pansharp.backend.models.registry import METHODS, Model, bundled_models, load_model


def models_at_hand(folder: str | Path | None = None) -> tuple[list[Model], tuple[Message, ...]]:
    """Return the bundled models with those of a folder, in the order of preference.

    Returns:
        The models, for `choose_model`; and what was passed over, a line for the log each.

    Raises:
        ModelError: a bundled model is damaged. The folder's never are an error.
    """
    bundled = bundled_models()
    if folder is None:
        return bundled, ()
    further, notes = _models_in(Path(folder))
    return _joined(bundled, further), notes


def _models_in(folder: Path) -> tuple[list[Model], tuple[Message, ...]]:
    """Read the cards in a folder, the newest version of a model first."""
    try:
        files = sorted(file for file in folder.iterdir() if file.suffix.lower() == ".onnx")
    except OSError as problem:
        reason = problem.strerror or type(problem).__name__
        note = Message(
            "The model folder {folder!r} is passed over ({reason})",
            folder=str(folder),
            reason=reason,
        )
        return [], (note,)
    models, notes = [], []
    for file in files:
        try:
            models.append(load_model(file))
        except ModelError as problem:
            notes.append(
                Message("A further model is passed over: {reason}", reason=problem.message)
            )
    order = {method: place for place, method in enumerate(METHODS)}
    models.sort(key=_version, reverse=True)
    models.sort(key=lambda m: (order.get(m.card.network, len(order)), m.card.id))
    return models, tuple(notes)


def _joined(bundled: Sequence[Model], further: Sequence[Model]) -> list[Model]:
    """Put newer versions in the place of bundled models, and all others after them."""
    models, others = list(bundled), []
    for model in further:
        older = next((i for i, known in enumerate(models) if _replaces(model, known)), None)
        if older is None:
            others.append(model)
        else:
            models[older] = model
    return [*models, *others]


def _replaces(model: Model, known: Model) -> bool:
    """Say whether a model is a newer version of another one, for scenes of the same ratio."""
    same = (model.card.id, model.card.ratio) == (known.card.id, known.card.ratio)
    return same and _version(model) > _version(known)


def _version(model: Model) -> tuple[int, ...]:
    """Return the numbers that a version begins with: "0.10" is more than "0.9" and "1.0" is "1"."""
    stated = re.match(r"\d+(?:\.\d+)*", model.card.version)
    numbers = [int(number) for number in stated[0].split(".")] if stated else []
    while numbers and numbers[-1] == 0:
        numbers.pop()
    return tuple(numbers)
