"""Runs inside QGIS (`qgis --code`): opens the dialog, previews, runs, takes pictures, quits.

What to photograph comes in environment variables from `scripts/screenshots.py`.
"""

from __future__ import annotations

import os
import sys
import time
import traceback
from collections.abc import Callable
from pathlib import Path
from typing import Any

from qgis.core import QgsApplication, QgsProject, QgsRasterLayer
from qgis.PyQt.QtCore import QTimer
from qgis.PyQt.QtWidgets import QWidget
from qgis.utils import iface, plugins

from qgis_pansharp.dialog import looker

PICTURES = Path(os.environ["PANSHARP_PICTURES"])
SUFFIX = os.environ["PANSHARP_SUFFIX"]
PATIENCE = 240.0  # seconds for one thing to happen


def wait_for(condition: Callable[[], Any]) -> None:
    """Let events happen until a condition holds."""
    end = time.monotonic() + PATIENCE
    while not condition():
        if time.monotonic() > end:
            raise TimeoutError("it did not happen in time")
        QgsApplication.processEvents()
        time.sleep(0.02)


def pause(seconds: float) -> None:
    """Let events happen for a while."""
    end = time.monotonic() + seconds
    wait_for(lambda: time.monotonic() > end)


def photograph(widget: QWidget, name: str) -> None:
    """Write a picture of a widget."""
    pause(0.3)
    widget.grab().save(str(PICTURES / f"{name}-{SUFFIX}.png"))


def take_pictures() -> None:
    """Press the buttons of one session."""
    window = iface.mainWindow()
    window.resize(1280, 860)
    pan = QgsRasterLayer(os.environ["PANSHARP_PAN"], "pan")
    ms = QgsRasterLayer(os.environ["PANSHARP_MS"], "ms")
    QgsProject.instance().addMapLayers([pan, ms])
    ms.renderer().setRedBand(3)
    ms.renderer().setBlueBand(1)
    iface.layerTreeView().refreshLayerSymbology(ms.id())
    iface.mapCanvas().setExtent(ms.extent())
    iface.setActiveLayer(ms)
    pause(1)
    looker.SECONDS = PATIENCE  # a preview of full size, however slow this computer is
    dialog = plugins["qgis_pansharp"].open_dialog()
    dialog.method.setCurrentIndex(dialog.method.findData("sipsanet"))
    pause(2)
    seen: list[int] = []
    dialog.previewReady.connect(lambda: seen.append(1))
    dialog.previewButton.click()
    wait_for(lambda: seen)
    # the first one is small, as no time is known yet
    dialog.previewButton.click()
    wait_for(lambda: len(seen) > 1)
    wait_for(lambda: dialog.estimate.text().count("·"))  # the time is told last
    dialog.previewView.move_handle(0.45)
    photograph(dialog, "dialog")
    if not os.environ["PANSHARP_RUN"]:
        return
    photograph(dialog.previewView, "preview")
    ready: list[str] = []
    dialog.resultReady.connect(ready.append)
    dialog.failed.connect(ready.append)
    dialog.runButton.click()
    wait_for(lambda: ready or QgsApplication.taskManager().countActiveTasks())
    pause(1.2)
    dialog.hide()
    photograph(window, "running")
    wait_for(lambda: ready)
    pause(2)
    photograph(window, "finished")


def main() -> None:
    """Take the pictures and quit, whatever happens."""
    code = 0
    try:
        take_pictures()
    except Exception:
        traceback.print_exc()
        code = 1
    sys.stdout.flush()
    QgsProject.instance().clear()
    os._exit(code)  # QGIS would ask about unsaved things


QTimer.singleShot(3000, main)
