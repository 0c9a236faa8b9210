"""Cards of model files are shown as Markdown."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from qgis_pansharp.backend.models import load_model
from training import __main__ as command_line
from training.cards import card_text, cards
from training.export import set_figures

from .conftest import Exported


def test_a_card_says_what_a_model_is_for_and_what_it_was_made_of(exported: Exported) -> None:
    text = card_text(load_model(exported.file))
    card = load_model(exported.file).card
    assert text.startswith("## A tiny CF2N\n")
    for line in (
        "- **Bands**: blue, green, red, nir",
        "- **Ratio**: 4",
        "- **Value scaling**: moments",
        f"- **Halo**: {card.halo} PAN pixels",
        "- **Training data**: made-up towns",
        "- **Recipe**: six steps",
        "- **Limits**: for tests",
    ):
        assert line in text.splitlines()
    assert "`tiny.onnx`" in text
    assert card.licence in text
    assert "figure" not in text  # none was measured


def test_figures_become_a_table(exported: Exported, tmp_path: Path) -> None:
    file = tmp_path / "measured.onnx"
    shutil.copy(exported.file, file)
    set_figures(file, {"ERGAS": 2.5, "QNR": 0.75})
    assert card_text(load_model(file)).splitlines()[-4:] == [
        "| figure | value |",
        "|---|---|",
        "| ERGAS | 2.5 |",
        "| QNR | 0.75 |",
    ]


def test_the_bundled_models_are_shown_unless_files_are_named(
    exported: Exported, monkeypatch: pytest.MonkeyPatch
) -> None:
    model = load_model(exported.file)
    monkeypatch.setattr("training.cards.bundled_models", lambda: [model, model])
    assert cards([]).count("## A tiny CF2N") == 2
    assert cards([exported.file]) == card_text(model)


def test_the_command_writes_cards_into_a_file(
    exported: Exported, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    output = tmp_path / "cards.md"
    arguments = ["training", "card", str(exported.file), "--output", str(output)]
    monkeypatch.setattr("sys.argv", arguments)
    assert command_line.main() == 0
    assert output.read_text(encoding="utf-8") == cards([exported.file])
