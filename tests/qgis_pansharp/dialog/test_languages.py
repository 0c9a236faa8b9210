"""The dialog in every language: all texts translated, no label cut off at the default size."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from qgis.core import QgsApplication, QgsProject, QgsRasterLayer, QgsSettings
from qgis.PyQt.QtCore import QTranslator
from qgis.PyQt.QtWidgets import (
    QAbstractButton,
    QComboBox,
    QGroupBox,
    QLabel,
    QLineEdit,
    QScrollArea,
    QWidget,
)

from qgis_pansharp import translation
from qgis_pansharp.dialog.sharpen_dialog import SharpenDialog
from qgis_pansharp.dialog.wrapped_label import WrappedLabel
from qgis_pansharp.options_page import OptionsPage
from qgis_pansharp.settings import PREFIX
from scripts import translations

from ..desktop import Desktop, clear_project, settle, wait_for

LANGUAGES = ["en", *sorted(p.stem.partition("_")[2] for p in translations.FOLDER.glob("*.ts"))]


@pytest.fixture(params=LANGUAGES)
def language(
    request: pytest.FixtureRequest,
    qgis_app: QgsApplication,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> Iterator[str]:
    class There:
        @staticmethod
        def locale() -> str:
            return str(request.param)

    clear_project()
    QgsSettings().remove(PREFIX)
    translations.compile_all(tmp_path)
    monkeypatch.setattr(translation, "QgsApplication", There)
    translator: QTranslator | None = translation.install_translator(tmp_path)
    assert (translator is None) == (request.param == "en")
    yield request.param
    if translator is not None:
        translation.remove_translator(translator)
    clear_project()


def cut_off(window: QWidget) -> list[str]:
    """Return the texts of visible widgets that do not fit where they stand."""
    found = []
    for widget in window.findChildren(QWidget):
        if not widget.isVisible() or isinstance(widget.parent(), (QComboBox, QLineEdit)):
            continue
        if isinstance(widget, QLabel) and widget.text():
            if widget.wordWrap():
                fits = widget.heightForWidth(widget.width()) <= widget.height() + 1
            else:
                fits = widget.sizeHint().width() <= widget.width()
        elif isinstance(widget, QAbstractButton) and widget.text():
            fits = widget.sizeHint().width() <= widget.width()
        elif isinstance(widget, QComboBox) and widget.objectName() not in ("panLayer", "msLayer"):
            text = widget.fontMetrics().horizontalAdvance(widget.currentText())
            fits = text + 28 <= widget.width()  # the arrow and its frame
        elif isinstance(widget, QLineEdit) and not widget.text():
            text = widget.fontMetrics().horizontalAdvance(widget.placeholderText())
            fits = text + 8 <= widget.width()  # its frame
        elif isinstance(widget, QGroupBox):
            fits = widget.fontMetrics().horizontalAdvance(widget.title()) <= widget.width()
        else:
            continue
        if not fits:
            found.append(f"{widget.objectName() or type(widget).__name__} ({widget.width()} px)")
    for area in window.findChildren(QScrollArea):
        content = area.widget()
        if content is not None and content.width() > area.viewport().width():
            found.append(f"{area.objectName()}: its content is wider")
    return found


def test_no_label_of_the_dialog_is_cut_off(language: str, pair: tuple[Path, Path]) -> None:
    layers = [QgsRasterLayer(str(path), path.stem) for path in pair]
    QgsProject.instance().addMapLayers(layers)
    dialog = SharpenDialog(Desktop())
    try:
        dialog.advanced.setCollapsed(False)
        dialog.show()
        wait_for(dialog.runButton.isEnabled)
        settle()
        for index in range(dialog.method.count()):
            dialog.method.setCurrentIndex(index)
            wait_for(lambda: not dialog._timer.isActive())
            settle()
            assert cut_off(dialog) == []
    finally:
        dialog.shut_down()
        dialog.deleteLater()
        settle()


def test_no_label_of_the_options_page_is_cut_off(language: str) -> None:
    page = OptionsPage()
    page.resize(600, 420)
    page.show()
    settle()
    assert cut_off(page) == []
    page.deleteLater()
    settle()


def test_the_check_sees_a_label_that_is_cut_off(qgis_app: QgsApplication) -> None:
    window = QWidget()
    label = QLabel("a rather long text", window)
    label.setObjectName("narrow")
    label.setFixedWidth(20)
    window.show()
    settle()
    assert cut_off(window) == ["narrow (20 px)"]
    window.deleteLater()


def test_a_wrapped_label_is_as_high_as_its_text_and_no_higher(qgis_app: QgsApplication) -> None:
    label = WrappedLabel()
    label.setWordWrap(True)
    label.setText("several words that take more than one line where there is little room")
    label.resize(60, 20)
    label.show()
    settle()
    high = label.minimumHeight()
    label.resize(900, 20)
    settle()
    assert label.minimumHeight() < high / 2
    label.setText("")
    assert label.minimumHeight() == 0
    label.deleteLater()
