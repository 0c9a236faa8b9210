"""Every text of the plugin is translated, and Qt reads what the packaging compiles."""

from __future__ import annotations

import string
from collections.abc import Iterator
from pathlib import Path

import pytest
from qgis.core import QgsApplication, QgsProcessingContext, QgsProcessingFeedback
from qgis.PyQt.QtCore import QCoreApplication, QTranslator

from qgis_pansharp import translation
from qgis_pansharp.algorithms.sharpen import SharpenAlgorithm
from qgis_pansharp.backend import messages
from qgis_pansharp.backend.errors import EngineError
from qgis_pansharp.backend.pairing import describe
from qgis_pansharp.backend.request import SharpenRequest
from qgis_pansharp.dialog.pair_summary import summary
from qgis_pansharp.feedback import ProcessingFeedback
from qgis_pansharp.runs import time_left
from qgis_pansharp.task import SharpenTask, TaskFeedback
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


def placeholders(text: str) -> list[tuple[str, str, str]]:
    parts = string.Formatter().parse(text)
    return sorted((name, spec or "", how or "") for _, name, spec, how in parts if name)


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


def test_the_backends_templates_are_collected() -> None:
    templates = translations.collect_templates()
    assert len({text for _, text in templates}) > 50
    assert set(templates) <= {
        (file, text) for text, files in translations.collect().items() for file in files
    }
    folders = {file.split("/")[1] for file, _ in templates}
    assert not folders.intersection(translations.UNTRANSLATED)
    # an error, an error that a helper makes, a message, and a message within one
    texts = {text: file for file, text in templates}
    assert texts["output {path!r} is a folder; give the name of a file in it."]
    assert texts["There is no engine named '{name}'; choose one of: {choices}."]
    assert texts["Model {model} {version} on engine {engine} ({device})"]
    assert texts["it holds no network"]


@pytest.mark.parametrize(
    "line",
    [
        'raise BandError(f"{a} bands")',
        'raise errors.BandError("a" + b)',
        'raise BandError("{a} bands".format(a=a), a=a)',
        'feedback.message(Message(f"{a} bands"))',
        'raise BandError(Message("{a}" if b else "{c}", a=a))',
        "raise BandError(str(reason))",
        "raise BandError(template=text)",
        "raise BandError(*parts)",
    ],
)
def test_computed_templates_are_refused(tmp_path: Path, line: str) -> None:
    (tmp_path / "module.py").write_text(f"\n{line}\n")
    with pytest.raises(TranslationError, match=r"module\.py, line 2: .* nothing computed"):
        translations.collect(backend=tmp_path)


@pytest.mark.parametrize(
    "line",
    [
        'raise BandError("{a} bands", b=b)',
        'raise BandError("{a} bands")',
        'raise BandError("many bands", a=a)',
        'raise BandError("{a} bands", b=b, **more)',
    ],
)
def test_templates_that_do_not_get_their_values_are_refused(tmp_path: Path, line: str) -> None:
    (tmp_path / "module.py").write_text(f"{line}\n")
    with pytest.raises(TranslationError, match="the template names"):
        translations.collect_templates(tmp_path)


def test_messages_may_be_handed_on(tmp_path: Path) -> None:
    lines = (
        "raise BandError(message)",
        "raise BandError(error.message)",
        'raise BandError(Message("{a} bands", a=a))',
        'raise BandError("{a!r} has {b:.2f}", **names)',
        'raise ValueError(f"{a}")',
    )
    (tmp_path / "module.py").write_text("\n".join(lines))
    found = [text for _, text in translations.collect_templates(tmp_path)]
    assert found == ["{a!r} has {b:.2f}", "{a} bands"]


def refusal(pair: tuple[Path, Path], folder: Path) -> str:
    """Return what the algorithm says to PAN and MS in each other's place."""
    algorithm = QgsApplication.processingRegistry().createAlgorithmById("pansharp:sharpen")
    fine, message = algorithm.checkParameterValues(
        {"PAN": str(pair[1]), "MS": str(pair[0]), "OUTPUT": str(folder / "out.tif")},
        QgsProcessingContext(),
    )
    assert not fine
    return str(message)


@pytest.mark.usefixtures("provider", "german")
def test_a_bad_pair_is_refused_in_german(pair: tuple[Path, Path], tmp_path: Path) -> None:
    assert refusal(pair, tmp_path) == (
        f"Die PAN-Datei '{pair[1]}' hat 4 Kanäle; PAN muss genau einen haben: bitte prüfen Sie, ob "
        "PAN und MS vertauscht sind."
    )


@pytest.mark.usefixtures("provider")
def test_a_bad_pair_is_refused_in_english_without_translator(
    pair: tuple[Path, Path], tmp_path: Path
) -> None:
    assert refusal(pair, tmp_path) == (
        f"PAN file '{pair[1]}' has 4 bands; PAN must have exactly one: check that PAN and MS are "
        "not swapped."
    )


@pytest.mark.usefixtures("german")
def test_messages_within_messages_are_translated() -> None:
    error = EngineError(
        "The engine {name} cannot be used here ({reason}); install it, or choose the engine "
        "builtin, which needs nothing.",
        name="onnxruntime",
        reason=messages.Message("the package {package} is not installed", package="onnxruntime"),
    )
    assert "(das Paket onnxruntime ist nicht installiert)" in translation.tr_message(error.message)
    assert translation.tr_message("{plain} text") == "{plain} text"


@pytest.mark.usefixtures("german")
def test_processing_and_tasks_tell_the_runs_messages_in_german(pair: tuple[Path, Path]) -> None:
    message = messages.Message(
        "{bands} bands take {passes} passes of this model", bands=7, passes=2
    )
    german = "7 Kanäle benötigen 2 Durchgänge dieses Modells"
    feedback = QgsProcessingFeedback()
    ProcessingFeedback(feedback).message(message)
    assert german in feedback.textLog()
    task = SharpenTask(SharpenRequest(*pair, "out.tif"), "", lambda _: None)
    TaskFeedback(task).message(message)
    task.message("as it is")
    assert task.lines == [german, "as it is"]


@pytest.mark.usefixtures("german")
def test_the_dialog_names_bands_in_german(pair: tuple[Path, Path]) -> None:
    assert "4 Kanäle (Blau, Grün, Rot, NIR)" in summary(describe(*pair))


@pytest.mark.usefixtures("german")
def test_numbers_have_a_comma_where_texts_are_german(pair: tuple[Path, Path]) -> None:
    told = summary(describe(*pair), (-1.25, 0.4))
    assert "0,5 m / 2 m" in told
    assert "-1,3" in told and "+0,4" in told
    assert time_left(5400) == "noch etwa 1,5 h"


@pytest.mark.parametrize(
    ("language", "text"), [("ar", "0.5"), ("tr", "0.5"), ("en_ZA", "0,5"), ("en", "0.5")]
)
def test_numbers_are_english_where_texts_are_for_want_of_a_translation(
    qgis_app: QgsApplication, monkeypatch: pytest.MonkeyPatch, language: str, text: str
) -> None:
    monkeypatch.setattr(QgsApplication, "locale", lambda: language)
    assert translation.number(0.5, 1) == text


@pytest.mark.usefixtures("german")
def test_the_dialog_tells_a_pairs_problem_in_german(pair: tuple[Path, Path]) -> None:
    assert "PAN und MS vertauscht" in summary(describe(pair[1], pair[0]))


def test_computed_texts_are_refused(tmp_path: Path) -> None:
    (tmp_path / "module.py").write_text('tr(f"{a}")\n')
    with pytest.raises(TranslationError, match="line 1"):
        translations.collect(tmp_path)
