"""An area is chosen in the extent widget's own ways: the canvas, a drawn rectangle, a layer."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from qgis.core import (
    QgsApplication,
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsFeature,
    QgsGeometry,
    QgsPointXY,
    QgsProject,
    QgsRasterLayer,
    QgsRectangle,
    QgsSettings,
    QgsVectorLayer,
)
from qgis.gui import QgsMapToolPan
from qgis.PyQt.QtCore import QEvent, QPoint, QPointF, Qt, QTimer
from qgis.PyQt.QtGui import QMouseEvent
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QApplication, QToolButton

from demo.scene import EPSG
from qgis_pansharp.dialog.sharpen_dialog import SharpenDialog
from qgis_pansharp.settings import PREFIX

from ..desktop import Desktop, clear_project, settle, wait_for
from ..misplaced import by_control_points, without_georeference

Pair = tuple[Path, Path]


@pytest.fixture
def desktop(qgis_app: QgsApplication) -> Iterator[Desktop]:
    clear_project()
    QgsSettings().remove(PREFIX)
    made = Desktop()
    made.window.setCentralWidget(made.canvas)
    made.window.resize(500, 400)
    made.window.show()
    settle()
    yield made
    made.window.close()
    clear_project()


@pytest.fixture
def dialog(desktop: Desktop, pair: Pair) -> Iterator[SharpenDialog]:
    made = SharpenDialog(desktop, desktop.window)
    made.set_file("PAN", str(pair[0]))
    made.set_file("MS", str(pair[1]))
    made.show()
    wait_for(made.runButton.isEnabled)
    made.areaOnly.click()
    yield made
    made.shut_down()
    made._runs.cancel_all()
    made.deleteLater()
    settle()


@pytest.fixture
def whole(pair: Pair) -> QgsRectangle:
    return QgsRasterLayer(str(pair[0]), "").extent()


def to_map(place: QgsPointXY, desktop: Desktop) -> QPoint:
    """Return where the map's viewport shows a place of the scene."""
    canvas = desktop.canvas
    own = QgsCoordinateReferenceSystem(f"EPSG:{EPSG}")
    crs = canvas.mapSettings().destinationCrs()
    there = QgsCoordinateTransform(own, crs, QgsProject.instance()).transform(place)
    shown = canvas.getCoordinateTransform().transform(there)
    return QPoint(round(shown.x()), round(shown.y()))


def show(desktop: Desktop, extent: QgsRectangle, crs: QgsCoordinateReferenceSystem) -> None:
    """Let the map show an extent of the scene in a system of its own."""
    own = QgsCoordinateReferenceSystem(f"EPSG:{EPSG}")
    there = QgsCoordinateTransform(own, crs, QgsProject.instance()).transformBoundingBox(extent)
    QgsProject.instance().setCrs(crs)
    desktop.canvas.setDestinationCrs(crs)
    desktop.canvas.setExtent(there)
    settle()


def choose(dialog: SharpenDialog, *texts: str) -> None:
    """Click the extent widget's button and, in the menu that opens, one entry after the other."""
    button = dialog.area.findChild(QToolButton, "mCondensedToolButton")
    failures: list[str] = []

    def pick() -> None:
        menu = QApplication.activePopupWidget()
        try:
            for text in texts:
                entry = next(a for a in menu.actions() if a.text() == text)
                if entry.menu() is None:
                    place = menu.actionGeometry(entry).center()
                    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
                    QTest.mouseClick(menu, left, none, place)
                else:
                    menu.setActiveAction(entry)
                    menu = entry.menu()
        except (AttributeError, StopIteration) as error:
            failures.append(f"{texts}: {error!r}")
            while QApplication.activePopupWidget() is not None:
                QApplication.activePopupWidget().close()

    QTimer.singleShot(50, pick)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)  # until the menu is closed
    settle()
    assert failures == []


def drag(desktop: Desktop, start: QgsPointXY, end: QgsPointXY) -> None:
    """Drag the mouse over the map from one place of the scene to another."""
    viewport, left = desktop.canvas.viewport(), Qt.MouseButton.LeftButton
    first, last = to_map(start, desktop), to_map(end, desktop)
    none = Qt.KeyboardModifier.NoModifier
    QTest.mousePress(viewport, left, none, first)
    for share in (0.3, 0.7, 1.0):
        place = QPointF(first) + (QPointF(last) - QPointF(first)) * share
        move = QMouseEvent(QEvent.Type.MouseMove, place, left, left, none)
        QApplication.sendEvent(viewport, move)
    QTest.mouseRelease(viewport, left, none, last)
    settle()


def area_of(dialog: SharpenDialog) -> tuple[float, ...]:
    area = dialog.request(Path("x.tif")).area
    assert area is not None
    return area


def corners(extent: QgsRectangle) -> tuple[float, ...]:
    return extent.xMinimum(), extent.yMinimum(), extent.xMaximum(), extent.yMaximum()


MAPS = [f"EPSG:{EPSG}", "EPSG:4326", "EPSG:3857"]


@pytest.mark.parametrize("system", MAPS)
def test_the_canvas_is_an_area_for_files_that_are_no_layers(
    desktop: Desktop, dialog: SharpenDialog, whole: QgsRectangle, system: str
) -> None:
    show(desktop, whole.buffered(-20), QgsCoordinateReferenceSystem(system))
    choose(dialog, "Use Map Canvas Extent")
    area = area_of(dialog)
    # the map shows a little more, as its shape is another one
    assert whole.buffered(60).contains(QgsRectangle(*area))
    assert QgsRectangle(*area).contains(whole.buffered(-20))
    assert "⚠" not in dialog.estimate.text()


@pytest.mark.parametrize("system", MAPS)
def test_a_rectangle_that_is_drawn_in_the_map_is_the_area(
    desktop: Desktop, dialog: SharpenDialog, whole: QgsRectangle, system: str
) -> None:
    show(desktop, whole, QgsCoordinateReferenceSystem(system))
    before = QgsMapToolPan(desktop.canvas)
    desktop.canvas.setMapTool(before)
    choose(dialog, "Draw on Canvas")
    assert not dialog.isVisible()
    wanted = QgsRectangle(
        whole.xMinimum() + 12, whole.yMinimum() + 20, whole.xMinimum() + 44, whole.yMinimum() + 52
    )
    drag(
        desktop,
        QgsPointXY(wanted.xMinimum(), wanted.yMaximum()),
        QgsPointXY(wanted.xMaximum(), wanted.yMinimum()),
    )
    assert dialog.isVisible()
    assert desktop.canvas.mapTool() is before
    # a screen pixel is some decimetres, and a rectangle of degrees lies a little askew here
    assert area_of(dialog) == pytest.approx(corners(wanted), abs=2.5)
    assert "⚠" not in dialog.estimate.text()


def test_drawing_that_is_given_up_brings_the_dialog_back(
    desktop: Desktop, dialog: SharpenDialog, whole: QgsRectangle
) -> None:
    show(desktop, whole, QgsCoordinateReferenceSystem(MAPS[0]))
    choose(dialog, "Draw on Canvas")
    assert not dialog.isVisible()
    desktop.canvas.setMapTool(QgsMapToolPan(desktop.canvas))  # the user takes another tool
    settle()
    assert dialog.isVisible()


@pytest.mark.parametrize("system", MAPS)
def test_the_extent_of_a_polygon_layer_is_the_area(
    desktop: Desktop, dialog: SharpenDialog, whole: QgsRectangle, system: str, tmp_path: Path
) -> None:
    wanted = whole.buffered(-12)
    crs = QgsCoordinateReferenceSystem(system)
    polygon = QgsGeometry.fromRect(wanted)
    own = QgsCoordinateReferenceSystem(f"EPSG:{EPSG}")
    polygon.transform(QgsCoordinateTransform(own, crs, QgsProject.instance()))
    layer = QgsVectorLayer(f"Polygon?crs={system}", "the field", "memory")
    feature = QgsFeature()
    feature.setGeometry(polygon)
    layer.dataProvider().addFeature(feature)
    layer.updateExtents()
    QgsProject.instance().addMapLayer(layer)
    # the map's system is neither the layer's nor PAN's
    show(desktop, whole, QgsCoordinateReferenceSystem("EPSG:3035"))
    choose(dialog, "Calculate from Layer", "the field")
    assert area_of(dialog) == pytest.approx(corners(wanted), abs=2.5)
    dialog.outputFile.setFilePath(str(tmp_path / "part.tif"))
    ready: list[str] = []
    dialog.resultReady.connect(ready.append)
    dialog.failed.connect(ready.append)
    dialog.method.setCurrentIndex(dialog.method.findData("sipsanet"))
    dialog.runButton.click()
    wait_for(lambda: ready)
    extent = QgsRasterLayer(ready[0], "part").extent()
    assert corners(extent) == pytest.approx(corners(wanted), abs=3)


def test_an_area_elsewhere_is_refused_with_a_sentence(
    desktop: Desktop, dialog: SharpenDialog, whole: QgsRectangle
) -> None:
    far = QgsRectangle(whole)
    far.setXMinimum(whole.xMinimum() + 5000)
    far.setXMaximum(whole.xMaximum() + 5000)
    show(desktop, far, QgsCoordinateReferenceSystem("EPSG:4326"))
    choose(dialog, "Use Map Canvas Extent")
    assert "no pixel in common" in dialog.estimate.text()


def test_rasters_that_lie_nowhere_are_counted_as_the_map_shows_them(
    desktop: Desktop, dialog: SharpenDialog, pair: Pair, tmp_path: Path
) -> None:
    for role, file in zip(("PAN", "MS"), without_georeference(pair, tmp_path)):
        dialog.set_file(role, file)
    wait_for(lambda: not dialog._timer.isActive())
    # QGIS counts rows upwards from below the raster, the backend downwards
    crs = QgsCoordinateReferenceSystem()
    dialog.area.setOutputExtentFromUser(QgsRectangle(8, -40, 24, -16), crs)
    assert area_of(dialog) == (8, 16, 24, 40)


def test_a_raster_laid_out_by_control_points_has_no_areas_and_says_so(
    desktop: Desktop, dialog: SharpenDialog, pair: Pair, tmp_path: Path
) -> None:
    for role, file in zip(("PAN", "MS"), by_control_points(pair, tmp_path)):
        dialog.set_file(role, file)
    wait_for(lambda: not dialog._timer.isActive())
    crs = QgsCoordinateReferenceSystem("EPSG:4326")
    dialog.area.setOutputExtentFromUser(QgsRectangle(2, 47.99, 2.01, 48), crs)
    failed: list[str] = []
    dialog.failed.connect(failed.append)
    dialog.start_run()
    assert len(failed) == 1
    assert "no georeference of its own" in failed[0]
    dialog.areaOnly.click()
    assert "up to" in dialog.estimate.text()
