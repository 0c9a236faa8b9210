"""`python -m training card`: the cards inside model files, as Markdown."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from qgis_pansharp.backend.models import Model, bundled_models, load_model


def cards(files: Sequence[Path]) -> str:
    """Return the cards of the files, or of the bundled models, as one Markdown text."""
    models = [load_model(file) for file in files] or bundled_models()
    return "\n".join(card_text(model) for model in models)


def card_text(model: Model) -> str:
    """Return one card as Markdown."""
    card = model.card
    size = model.path.stat().st_size / 1e6
    facts = {
        "File": f"`{model.path.name}`, {size:.1f} MB, version {card.version}",
        "Bands": ", ".join(card.bands),
        "Ratio": str(card.ratio),
        "Value scaling": card.scaling,
        "Halo": f"{card.halo} PAN pixels",
        "Training data": card.training_data,
        "Recipe": card.recipe,
        "Limits": card.limits,
        "Licence": card.licence,
    }
    lines = [f"## {card.title}", ""]
    lines += [f"- **{name}**: {text}" for name, text in facts.items()]
    if card.figures:
        lines += ["", "| figure | value |", "|---|---|"]
        lines += [f"| {name} | {value:g} |" for name, value in card.figures.items()]
    return "\n".join(lines) + "\n"
