"""Settings and the options page: kept as they were left, and whole whatever was stored."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from qgis.core import QgsApplication, QgsSettings
from qgis.PyQt.QtCore import QByteArray

from qgis_pansharp.backend.request import DEFAULT_MEMORY
from qgis_pansharp.options_factory import OptionsFactory
from qgis_pansharp.options_page import OptionsPage
from qgis_pansharp.settings import (
    DEFAULT_MEGABYTES,
    PREFIX,
    Choices,
    Settings,
    forget_choices,
    load_choices,
    load_settings,
    load_speed,
    load_state,
    save_choices,
    save_settings,
    save_speed,
    save_state,
)


@pytest.fixture(autouse=True)
def clean(qgis_app: QgsApplication) -> Iterator[None]:
    QgsSettings().remove(PREFIX)
    yield
    QgsSettings().remove(PREFIX)


def test_without_anything_stored_the_defaults_hold() -> None:
    assert load_settings() == Settings()
    assert load_choices() == Choices()


def test_settings_come_back_as_they_were_saved() -> None:
    settings = Settings("cf2n", "builtin", "cpu", 3, 2500, 512, "/models", "/results")
    save_settings(settings)
    assert load_settings() == settings
    choices = Choices("cf2n", "x.onnx", "builtin", "cpu", "/out", "COMPRESS=LZW", False, True)
    save_choices(choices)
    assert load_choices() == choices
    forget_choices()
    assert load_choices() == Choices()
    assert load_settings() == settings


def test_a_stored_value_of_another_kind_does_no_harm() -> None:
    QgsSettings().setValue(f"{PREFIX}/megabytes", "plenty")
    QgsSettings().setValue(f"{PREFIX}/method", "cf2n")
    assert load_settings() == Settings(method="cf2n")


@pytest.mark.parametrize("name", ["threads", "megabytes", "block_size"])
def test_a_stored_number_below_0_does_no_harm(name: str) -> None:
    QgsSettings().setValue(f"{PREFIX}/{name}", -64)
    assert load_settings() == Settings()


@pytest.mark.parametrize(
    ("name", "stored", "meant"),
    [
        ("threads", 100_000, 256),
        ("megabytes", 1, 100),
        ("megabytes", 10_000_000, 64_000),
        ("block_size", 1, 0),
        ("block_size", 200, 192),
        ("block_size", 99_999, 1536),
    ],
)
def test_a_number_that_the_options_page_does_not_have_is_taken_as_the_page_does(
    name: str, stored: int, meant: int
) -> None:
    QgsSettings().setValue(f"{PREFIX}/{name}", stored)
    assert getattr(load_settings(), name) == meant
    assert OptionsPage().settings() == load_settings()


@pytest.mark.parametrize("value", ["abc", ["1", "2"], {"a": 1}, "inf", "nan", -3.0])
def test_a_stored_speed_that_is_none_does_no_harm(value: object) -> None:
    save_speed("auto", "auto", "model", 2.5)
    assert load_speed("auto", "auto", "model") == 2.5
    QgsSettings().setValue(f"{PREFIX}/speeds/auto/auto/model", value)
    assert load_speed("auto", "auto", "model") is None


@pytest.mark.parametrize("value", ["as text", 5])
def test_a_stored_window_of_another_kind_does_no_harm(value: object) -> None:
    save_state("dialog", QByteArray(b"as Qt keeps it"))
    assert load_state("dialog") == b"as Qt keeps it"
    save_state("dialog", value)
    assert load_state("dialog") is None


def test_the_default_memory_is_the_backends() -> None:
    assert DEFAULT_MEGABYTES * 1_000_000 == DEFAULT_MEMORY


def test_the_options_page_shows_and_keeps_settings() -> None:
    settings = Settings("sipsanet", "onnxruntime", "cpu", 2, 700, 256, "/models", "/results")
    save_settings(settings)
    factory = OptionsFactory()
    page = factory.createWidget(None)
    assert page.settings() == settings
    page.megabytes.setValue(900)
    page.output_folder.setFilePath("/elsewhere")
    assert load_settings() == settings  # until QGIS says so
    page.apply()
    assert load_settings().megabytes == 900
    assert load_settings().output_folder == "/elsewhere"


def test_the_options_page_does_not_make_qgis_window_taller_than_small_screens() -> None:
    assert OptionsPage().minimumSizeHint().height() < 200
