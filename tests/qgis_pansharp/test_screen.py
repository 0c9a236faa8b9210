"""Widgets of these tests stand on the screen that the environment names."""

from __future__ import annotations

import os

from qgis.core import QgsApplication
from qgis.PyQt.QtTest import QTest

from qgis_pansharp.dialog.sharpen_dialog import SharpenDialog

from .desktop import Desktop, settle


def test_the_dialog_is_seen_on_the_screen_that_was_asked_for(qgis_app: QgsApplication) -> None:
    assert qgis_app.platformName() == os.environ["QT_QPA_PLATFORM"]
    dialog = SharpenDialog(Desktop())
    dialog.show()
    assert QTest.qWaitForWindowExposed(dialog)
    dialog.shut_down()
    dialog.deleteLater()
    settle()
