"""What tests need of a desktop: an interface with real widgets, and patience with events."""

from __future__ import annotations

import time
from typing import Callable

from qgis.core import QgsApplication, QgsMapLayer, QgsProject
from qgis.gui import QgsMapCanvas, QgsMessageBar
from qgis.PyQt.QtCore import QEvent
from qgis.PyQt.QtWidgets import QMainWindow


class Desktop:
    """The part of QgisInterface that the plugin uses, on real widgets."""

    def __init__(self) -> None:
        self.window = QMainWindow()
        self.bar = QgsMessageBar(self.window)
        self.canvas = QgsMapCanvas(self.window)
        self.active: QgsMapLayer | None = None
        self.actions: list[object] = []
        self.factories: list[object] = []
        self.pages: list[str] = []

    def mainWindow(self) -> QMainWindow:
        return self.window

    def messageBar(self) -> QgsMessageBar:
        return self.bar

    def mapCanvas(self) -> QgsMapCanvas:
        return self.canvas

    def activeLayer(self) -> QgsMapLayer | None:
        return self.active

    def showOptionsDialog(self, parent: object, page: str) -> None:
        self.pages.append(page)

    def addPluginToRasterMenu(self, name: str, action: object) -> None:
        self.actions.append(action)

    def removePluginRasterMenu(self, name: str, action: object) -> None:
        self.actions.remove(action)

    def addRasterToolBarIcon(self, action: object) -> None:
        self.actions.append(action)

    def removeRasterToolBarIcon(self, action: object) -> None:
        self.actions.remove(action)

    def registerOptionsWidgetFactory(self, factory: object) -> None:
        self.factories.append(factory)

    def unregisterOptionsWidgetFactory(self, factory: object) -> None:
        self.factories.remove(factory)


def wait_for(condition: Callable[[], object], seconds: float = 120.0) -> None:
    """Let events happen until a condition holds; fail where it does not come true."""
    end = time.monotonic() + seconds
    while not condition():
        if time.monotonic() > end:
            raise AssertionError("it did not happen in time")
        QgsApplication.processEvents()
        time.sleep(0.005)


def settle() -> None:
    """Let everything that is due happen, deletions too."""
    for _ in range(3):
        QgsApplication.processEvents()
        QgsApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def clear_project() -> None:
    QgsProject.instance().clear()
    settle()
