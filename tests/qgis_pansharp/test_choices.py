"""What can be chosen is one list, the backend's, and has a name for people."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from qgis.core import QgsApplication
from qgis.PyQt.QtWidgets import QComboBox

from qgis_pansharp import choices
from qgis_pansharp.algorithms.sharpen import SharpenAlgorithm
from qgis_pansharp.backend.engines import ENGINE_NAMES
from qgis_pansharp.backend.engines.options import Device
from qgis_pansharp.backend.environments import Environment, Environments
from qgis_pansharp.backend.models import METHODS, bundled_models, load_model
from qgis_pansharp.backend.request import ENGINES
from qgis_pansharp.options_page import OptionsPage
from tests.backend.tiny_model import write_tiny_model


@pytest.fixture
def box(qgis_app: QgsApplication) -> Iterator[QComboBox]:
    made = QComboBox()
    choices.fill(made, choices.device_titles())
    yield made
    made.deleteLater()


def test_choices_are_those_of_the_backend() -> None:
    assert ("auto", *METHODS) == choices.METHODS
    assert choices.ENGINES == ENGINES == ("auto", *ENGINE_NAMES)


def test_every_choice_has_a_name_for_people(qgis_app: QgsApplication) -> None:
    assert tuple(choices.method_titles()) == choices.METHODS
    assert tuple(choices.engine_titles()) == choices.ENGINES
    assert tuple(choices.device_titles()) == choices.DEVICES


def test_dialogs_and_the_tool_offer_the_same(qgis_app: QgsApplication) -> None:
    algorithm = SharpenAlgorithm()
    algorithm.initAlgorithm()
    page = OptionsPage()
    for name, values, offered in (
        ("METHOD", choices.METHODS, page.method),
        ("ENGINE", choices.ENGINES, page.engine),
    ):
        assert tuple(algorithm.parameterDefinition(name).options()) == values
        assert tuple(offered.itemData(i) for i in range(offered.count())) == values
    page.deleteLater()


def test_bundled_models_are_named_by_what_tells_them_apart(
    qgis_app: QgsApplication, tmp_path: Path
) -> None:
    titles = [choices.model_title(model) for model in bundled_models()]
    assert titles[0] == "SIPSA-Net · 3 bands · ratio 4"
    assert len(set(titles)) == len(titles)
    own = load_model(write_tiny_model(tmp_path / "own.onnx", title="My model"))
    assert choices.model_title(own) == "My model"


def test_a_choice_that_is_gone_falls_back_to_the_first(box: QComboBox) -> None:
    choices.select(box, "cpu")
    assert choices.chosen(box) == "cpu"
    choices.select(box, "cuda:7")
    assert choices.chosen(box) == "auto"


def test_what_can_be_typed_is_kept_as_it_was_typed(box: QComboBox) -> None:
    box.setEditable(True)
    choices.select(box, "cuda:0")
    assert choices.chosen(box) == "cuda:0"
    box.setEditText(" cuda:1 ")
    assert choices.chosen(box) == "cuda:1"
    # the name of an item is that item, and nothing is the first one
    box.setEditText("Processor")
    assert choices.chosen(box) == "cpu"
    box.setEditText("  ")
    assert choices.chosen(box) == "auto"
    choices.select(box, "cpu")
    assert box.currentText() == "Processor"


def test_devices_that_installed_engines_found_can_be_chosen(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    devices = (Device("cuda:0", "A card"), Device("cpu", "A processor"))
    found = Environment("torch", Path("/x"), (), "1", {}, own=False, size=1, devices=devices)
    monkeypatch.setattr(Environments, "all", lambda _: [found])
    assert choices.found_devices() == {"cuda:0": "A card (cuda:0)"}
