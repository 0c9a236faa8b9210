"""Help opens the page that the plugin brings, and the one on the network where there is none."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace

import pytest
from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QUrl
from qgis.PyQt.QtWidgets import QPushButton

from qgis_pansharp import guide
from qgis_pansharp.algorithms.sharpen import SharpenAlgorithm
from qgis_pansharp.dialog.sharpen_dialog import SharpenDialog
from qgis_pansharp.options_page import OptionsPage
from qgis_pansharp.plugin import PansharpPlugin

from .desktop import Desktop, clear_project, settle


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    addresses: list[str] = []

    browser = SimpleNamespace(openUrl=lambda address: addresses.append(address.toString()))
    monkeypatch.setattr(guide, "QDesktopServices", browser)
    return addresses


def test_the_packaged_page_is_where_the_plugin_looks_for_it(
    build: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    inside = guide.PAGE.relative_to(Path(guide.__file__).parent)
    page = build / "qgis_pansharp" / inside
    assert page.is_file()
    monkeypatch.setattr(guide, "PAGE", page)
    assert QUrl(guide.guide_address()).toLocalFile() == str(page)


def test_without_it_the_page_on_the_network_serves(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(guide, "PAGE", tmp_path / "none.html")
    assert guide.guide_address() == guide.ONLINE


def test_every_help_opens_the_guide(
    qgis_app: QgsApplication,
    qgis_processing: None,
    opened: list[str],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    page = tmp_path / "a folder" / "page.html"
    page.parent.mkdir()
    page.touch()
    monkeypatch.setattr(guide, "PAGE", page)
    address = QUrl.fromLocalFile(str(page)).toString()
    clear_project()
    desktop = Desktop()
    dialog = SharpenDialog(desktop)
    dialog.helpButton.click()
    options = OptionsPage()
    options.findChild(QPushButton).click()
    plugin = PansharpPlugin(desktop)
    plugin.initGui()
    (action,) = (a for a in desktop.actions if a.objectName() == "pansharpGuide")
    action.trigger()
    assert opened == [address] * 3
    assert SharpenAlgorithm().helpUrl() == address
    plugin.unload()
    dialog.shut_down()
    for widget in (dialog, options):
        widget.deleteLater()
    settle()
