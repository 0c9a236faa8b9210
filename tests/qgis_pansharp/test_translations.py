"""Every text of the plugin is translated, and Qt reads what the packaging compiles."""

from __future__ import annotations

import string
from collections.abc import Iterator
from pathlib import Path

import pytest
from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QCoreApplication, QTranslator

from qgis_pansharp import translation
from qgis_pansharp.algorithms.sharpen import SharpenAlgorithm
from scripts import translations
from scripts.translations import Message, TranslationError, compile_all, compile_qm

LANGUAGES = sorted(translations.FOLDER.glob("*.ts"))


@pytest.fixture
def german(
    qgis_app: QgsApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[None]:
    class InVienna:
        @staticmethod
        def locale() -> str:
            return "de_AT"

    compile_all(tmp_path)
    monkeypatch.setattr(translation, "QgsApplication", InVienna)
    translator = translation.install_translator(tmp_path)
    assert translator is not None
    yield
    translation.remove_translator(translator)


def placeholders(text: str) -> list[tuple[str, str]]:
    return sorted((name, spec or "") for _, name, spec, _ in string.Formatter().parse(text) if name)


@pytest.mark.parametrize("path", LANGUAGES, ids=lambda path: path.stem)
def test_language_holds_every_text_of_the_plugin(path: Path) -> None:
    texts = translations.collect()
    messages = translations.read_ts(path)
    assert {m.source: m.files for m in messages} == texts
    assert [m.source for m in messages if not m.translation] == []


@pytest.mark.parametrize("path", LANGUAGES, ids=lambda path: path.stem)
def test_translations_keep_the_placeholders(path: Path) -> None:
    for message in translations.read_ts(path):
        assert placeholders(message.translation) == placeholders(message.source)


@pytest.mark.parametrize("path", LANGUAGES, ids=lambda path: path.stem)
def test_updating_a_current_file_changes_nothing(path: Path, tmp_path: Path) -> None:
    copy = tmp_path / path.name
    copy.write_bytes(path.read_bytes())
    translations.update(copy, translations.collect())
    assert copy.read_bytes() == path.read_bytes()


@pytest.mark.usefixtures("german")
def test_algorithm_speaks_german() -> None:
    algorithm = SharpenAlgorithm()
    algorithm.initAlgorithm()
    assert algorithm.displayName() == "Pansharpening durchführen"
    assert "beliebig groß" in algorithm.shortHelpString()
    assert algorithm.parameterDefinition("MS").help().startswith("Das grobe Raster")


@pytest.mark.usefixtures("german")
def test_qt_returns_every_german_text() -> None:
    for message in translations.read_ts(translations.FOLDER / "pansharp_de.ts"):
        assert translation.tr(message.source) == message.translation


@pytest.mark.usefixtures("german")
def test_unknown_text_stays_as_it_is() -> None:
    assert translation.tr("no such text") == "no such text"


def test_without_translator_texts_are_english(qgis_app: QgsApplication) -> None:
    assert translation.tr("Method") == "Method"


def test_language_without_translation_installs_nothing(
    qgis_app: QgsApplication, tmp_path: Path
) -> None:
    assert translation.install_translator(tmp_path) is None


def test_any_text_survives_compiling(qgis_app: QgsApplication, tmp_path: Path) -> None:
    texts = {"a": "ä", "Größe": "size €", "long " * 200: "läng " * 200, "emoji": "🛰️", "": ""}
    path = tmp_path / "x.qm"
    path.write_bytes(compile_qm([Message(a, b) for a, b in texts.items()], "de"))
    translator = QTranslator()
    assert translator.load(str(path))
    QCoreApplication.installTranslator(translator)
    try:
        for source, expected in texts.items():
            assert QCoreApplication.translate("Pansharp", source) == expected
        assert QCoreApplication.translate("Another", "a") == "a"
    finally:
        QCoreApplication.removeTranslator(translator)


def test_computed_texts_are_refused(tmp_path: Path) -> None:
    (tmp_path / "module.py").write_text('tr(f"{a}")\n')
    with pytest.raises(TranslationError, match="line 1"):
        translations.collect(tmp_path)
