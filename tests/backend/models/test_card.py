"""A card is read as it was written, and refused where it would misguide."""

from __future__ import annotations

import json

import pytest

from qgis_pansharp.backend.errors import ModelError
from qgis_pansharp.backend.models.card import ModelCard
from tests.backend.tiny_model import card


@pytest.mark.parametrize("registers", [False, True])
def test_a_card_says_whether_pan_is_to_be_registered(registers: bool) -> None:
    written = card(registers=registers)
    assert ModelCard.from_json(written.to_json(), "tiny.onnx") == written


def test_cards_from_before_pan_was_registered_leave_it_alone() -> None:
    values = json.loads(card(registers=True).to_json())
    del values["registers"]
    assert ModelCard.from_json(json.dumps(values), "old.onnx").registers is False


@pytest.mark.parametrize("value", ["no", 1, None])
def test_what_says_neither_yes_nor_no_is_refused(value: object) -> None:
    values = json.loads(card().to_json()) | {"registers": value}
    with pytest.raises(ModelError, match=r"'odd\.onnx'.*registers is"):
        ModelCard.from_json(json.dumps(values), "odd.onnx")
