"""The dialog on real widgets: choose layers, preview, run, fail, remember."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace

import pytest
from osgeo import gdal
from qgis.core import (
    QgsApplication,
    QgsDataProvider,
    QgsPointXY,
    QgsProject,
    QgsRasterLayer,
    QgsRectangle,
    QgsReferencedRectangle,
    QgsSettings,
    QgsVectorLayer,
)
from qgis.gui import QgsMapToolPan
from qgis.PyQt.QtCore import QEvent, QPoint, QPointF, QRect, Qt, QTimer
from qgis.PyQt.QtGui import QImage, QTextDocument
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QApplication, QLineEdit

from qgis_pansharp.dialog import sharpen_dialog
from qgis_pansharp.dialog.looker import Preview, PreviewOrder
from qgis_pansharp.dialog.sharpen_dialog import RASTERS, SharpenDialog
from qgis_pansharp.settings import PREFIX, Settings, save_settings
from tests.backend.tiny_model import write_tiny_model

from ..desktop import Desktop, clear_project, settle, wait_for

Pair = tuple[Path, Path]


@pytest.fixture
def desktop(qgis_app: QgsApplication) -> Iterator[Desktop]:
    clear_project()
    QgsSettings().remove(PREFIX)
    yield Desktop()
    QgsSettings().remove(PREFIX)
    clear_project()


@pytest.fixture
def dialogs(desktop: Desktop) -> Iterator[list[SharpenDialog]]:
    opened: list[SharpenDialog] = []
    yield opened
    for dialog in opened:
        dialog.shut_down()
        dialog._runs.cancel_all()
        dialog.deleteLater()
    settle()


@pytest.fixture
def layers(pair: Pair, desktop: Desktop) -> tuple[QgsRasterLayer, QgsRasterLayer]:
    pan, ms = QgsRasterLayer(str(pair[0]), "the pan"), QgsRasterLayer(str(pair[1]), "the ms")
    QgsProject.instance().addMapLayers([pan, ms])
    return pan, ms


def opened(desktop: Desktop, dialogs: list[SharpenDialog]) -> SharpenDialog:
    dialog = SharpenDialog(desktop)
    dialogs.append(dialog)
    dialog.show()
    return dialog


def plain(text: str) -> str:
    shown = QTextDocument()
    shown.setHtml(text)
    return shown.toPlainText()


def listed(box: object) -> list[str]:
    return [box.itemText(i) for i in range(box.count()) if box.itemText(i)]


def test_pickers_list_what_fits_and_propose_each_other(
    desktop: Desktop, dialogs: list[SharpenDialog], layers: tuple[QgsRasterLayer, ...]
) -> None:
    QgsProject.instance().addMapLayer(QgsVectorLayer("Point", "points", "memory"))
    dialog = opened(desktop, dialogs)
    assert listed(dialog.panLayer) == ["the pan"]
    assert listed(dialog.msLayer) == ["the ms"]
    dialog.panLayer.setLayer(None)
    dialog.msLayer.setLayer(None)
    wait_for(lambda: not dialog.runButton.isEnabled())
    dialog.msLayer.setLayer(layers[1])
    assert dialog.panLayer.currentLayer() == layers[0]
    wait_for(dialog.runButton.isEnabled)


def test_the_active_layer_is_what_it_begins_with(
    desktop: Desktop, dialogs: list[SharpenDialog], layers: tuple[QgsRasterLayer, ...], pair: Pair
) -> None:
    second = QgsRasterLayer(str(pair[1]), "another ms")
    QgsProject.instance().addMapLayer(second)
    desktop.active = second
    dialog = opened(desktop, dialogs)
    assert dialog.msLayer.currentLayer() == second
    assert dialog.panLayer.currentLayer() == layers[0]


def test_the_pair_is_told_at_once(
    desktop: Desktop, dialogs: list[SharpenDialog], layers: tuple[QgsRasterLayer, ...]
) -> None:
    dialog = opened(desktop, dialogs)
    text = dialog.pairSummary.text()
    for word in ("ratio 4", "overlap 100 %", "4 bands", "16 bits", "0.5 m / 2 m"):
        assert word in text
    wait_for(lambda: "lie on each other" in dialog.pairSummary.text())
    assert dialog.methodReason.text()
    assert "up to" in dialog.estimate.text()
    # nothing ran here yet: a small window tells how long a run will take, and is not shown
    wait_for(lambda: "about" in dialog.estimate.text())
    assert dialog.previewView.is_empty


def test_a_file_beside_its_partner_brings_it(
    desktop: Desktop, dialogs: list[SharpenDialog], pair: Pair, tmp_path: Path
) -> None:
    pan, ms = tmp_path / "scene_pan.tif", tmp_path / "scene_ms.tif"
    shutil.copy(pair[0], pan)
    shutil.copy(pair[1], ms)
    dialog = opened(desktop, dialogs)
    assert not dialog.runButton.isEnabled()
    dialog.set_file("PAN", str(pan))
    dialog._propose_file(str(pan), "PAN")
    assert dialog.pair() == (str(pan), str(ms))
    wait_for(dialog.runButton.isEnabled)
    assert "ratio 4" in dialog.pairSummary.text()


def test_a_pair_that_cannot_work_is_told_with_its_remedy(
    desktop: Desktop, dialogs: list[SharpenDialog], layers: tuple[QgsRasterLayer, ...]
) -> None:
    dialog = opened(desktop, dialogs)
    dialog.set_file("MS", str(Path("/missing/ms.tif")))
    wait_for(lambda: "⚠" in dialog.pairSummary.text())
    assert "/missing/ms.tif" in dialog.pairSummary.text()
    assert not dialog.runButton.isEnabled()
    assert not dialog.previewButton.isEnabled()


def test_a_preview_shows_both_sides_of_a_handle(
    desktop: Desktop, dialogs: list[SharpenDialog], layers: tuple[QgsRasterLayer, ...]
) -> None:
    dialog = opened(desktop, dialogs)
    dialog.method.setCurrentIndex(dialog.method.findData("sipsanet"))
    wait_for(lambda: not dialog._timer.isActive())
    seen: list[int] = []
    dialog.previewReady.connect(lambda: seen.append(1))
    QTest.mouseClick(dialog.previewButton, Qt.MouseButton.LeftButton)
    wait_for(lambda: seen or "⚠" in dialog.previewNote.text())
    assert seen, dialog.previewNote.text()
    view = dialog.previewView
    assert not view.is_empty
    assert "sipsanet-4band" in dialog.previewNote.text()
    wait_for(lambda: "about" in dialog.estimate.text())  # measured after the preview

    def colour(x: int) -> tuple[int, ...]:
        image = view.grab().toImage()
        return tuple(image.pixelColor(x, y).rgb() for y in range(60, view.height() - 20, 7))

    view.zoom_by(100)  # so that both images fill the view
    view.move_handle(1.0)
    before = colour(view.width() // 2)
    view.move_handle(0.0)
    assert colour(view.width() // 2) != before
    view.move_handle(0.5)
    middle = QPoint(view.width() // 2, view.height() // 2)
    QTest.mousePress(view, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, middle)
    QTest.mouseMove(view, QPoint(view.width() // 4, middle.y()))
    QTest.mouseRelease(view, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, middle)
    QTest.keyClick(view, Qt.Key.Key_Left)
    assert view.handle < 0.5
    zoom = view.zoom
    dialog.zoomOut.click()
    assert view.zoom < zoom


def test_zooming_keeps_what_is_under_the_pointer(
    desktop: Desktop, dialogs: list[SharpenDialog], layers: tuple[QgsRasterLayer, ...]
) -> None:
    dialog = opened(desktop, dialogs)
    view = dialog.previewView
    image = QImage(64, 64, QImage.Format.Format_RGB888)
    view.show_images(image, image, ("a", "b"))

    def pixel_at(place: QPointF) -> QPointF:
        middle = QPointF(view.width() / 2, view.height() / 2)
        return view._centre + (place - middle) / view.zoom

    place = QPointF(view.width() * 0.6, view.height() * 0.45)
    before = pixel_at(place)
    view.zoom_by(1.7, place)
    after = pixel_at(place)
    assert (after - before).manhattanLength() < 1e-6


def test_run_adds_a_layer_and_says_so(
    desktop: Desktop,
    dialogs: list[SharpenDialog],
    layers: tuple[QgsRasterLayer, ...],
    tmp_path: Path,
) -> None:
    dialog = opened(desktop, dialogs)
    dialog.method.setCurrentIndex(dialog.method.findData("sipsanet"))
    dialog.outputFile.setFilePath(str(tmp_path / "out"))
    ready: list[str] = []
    dialog.resultReady.connect(ready.append)
    QTest.mouseClick(dialog.runButton, Qt.MouseButton.LeftButton)
    wait_for(lambda: ready)
    assert ready == [str(tmp_path / "out.tif")]
    assert "the ms pansharpened" in [
        layer.name() for layer in QgsProject.instance().mapLayers().values()
    ]


def test_without_an_output_file_the_result_is_temporary(
    desktop: Desktop, dialogs: list[SharpenDialog], layers: tuple[QgsRasterLayer, ...]
) -> None:
    dialog = opened(desktop, dialogs)
    dialog.addLayer.setChecked(False)
    ready: list[str] = []
    dialog.resultReady.connect(ready.append)
    dialog.start_run()
    wait_for(lambda: ready)
    assert Path(ready[0]).is_file()
    assert len(QgsProject.instance().mapLayers()) == 2


def test_what_cannot_run_is_refused_with_one_sentence(
    desktop: Desktop, dialogs: list[SharpenDialog], layers: tuple[QgsRasterLayer, ...], pair: Pair
) -> None:
    dialog = opened(desktop, dialogs)
    dialog.outputFile.setFilePath(str(pair[1]))
    failed: list[str] = []
    dialog.failed.connect(failed.append)
    dialog.start_run()
    assert len(failed) == 1
    assert str(pair[1]) in failed[0]
    assert dialog._runs.count == 0
    assert failed[0] in dialog.estimate.text()
    assert any(failed[0] in item.text() for item in desktop.bar.items())


def test_an_area_is_sharpened_alone(
    desktop: Desktop,
    dialogs: list[SharpenDialog],
    layers: tuple[QgsRasterLayer, ...],
    tmp_path: Path,
) -> None:
    dialog = opened(desktop, dialogs)
    whole = layers[0].extent()
    part = QgsRectangle(
        whole.xMinimum() + 8, whole.yMinimum() + 8, whole.xMinimum() + 24, whole.yMinimum() + 16
    )
    dialog.areaOnly.setChecked(True)
    dialog.area.setOutputExtentFromUser(part, layers[0].crs())
    assert QgsReferencedRectangle(dialog.area.outputExtent(), layers[0].crs()) is not None
    dialog.outputFile.setFilePath(str(tmp_path / "part.tif"))
    ready: list[str] = []
    dialog.resultReady.connect(ready.append)
    dialog.start_run()
    wait_for(lambda: ready)
    result = QgsRasterLayer(ready[0], "part")
    assert (result.width(), result.height()) == (32, 16)
    assert result.extent().toString(3) == part.toString(3)


def test_the_last_choices_come_back_and_reset_forgets_them(
    desktop: Desktop,
    dialogs: list[SharpenDialog],
    layers: tuple[QgsRasterLayer, ...],
    tmp_path: Path,
) -> None:
    dialog = opened(desktop, dialogs)
    dialog.method.setCurrentIndex(dialog.method.findData("sipsanet"))
    dialog.engine.setCurrentIndex(dialog.engine.findData("builtin"))
    dialog.creationOptions.setText("COMPRESS=LZW")
    dialog.addLayer.setChecked(False)
    dialog.outputFile.setFilePath(str(tmp_path / "out.tif"))
    ready: list[str] = []
    dialog.resultReady.connect(ready.append)
    dialog.start_run()
    wait_for(lambda: ready)
    again = opened(desktop, dialogs)
    assert again.method.currentData() == "sipsanet"
    assert again.engine.currentData() == "builtin"
    assert again.creationOptions.text() == "COMPRESS=LZW"
    assert not again.addLayer.isChecked()
    assert again.outputFile.defaultRoot() == str(tmp_path)
    again.resetButton.click()
    assert again.method.currentData() == "auto"
    assert again.creationOptions.text() == ""
    assert opened(desktop, dialogs).addLayer.isChecked()


def test_closing_remembers_too_and_what_follows_the_settings_goes_on_following(
    desktop: Desktop, dialogs: list[SharpenDialog], layers: tuple[QgsRasterLayer, ...]
) -> None:
    dialog = opened(desktop, dialogs)
    dialog.device.setEditText("cuda:1")
    dialog.method.setCurrentIndex(dialog.method.findData("cf2n"))
    dialog.close()
    again = opened(desktop, dialogs)
    assert (again.device.currentText(), again.method.currentData()) == ("cuda:1", "cf2n")
    assert again.request(Path("x.tif")).device == "cuda:1"
    again.resetButton.click()
    again.close()
    save_settings(Settings(method="sipsanet"))
    assert opened(desktop, dialogs).method.currentData() == "sipsanet"


def test_leaving_with_escape_remembers_too_and_gives_the_map_its_tool_back(
    desktop: Desktop, dialogs: list[SharpenDialog], layers: tuple[QgsRasterLayer, ...]
) -> None:
    tool = QgsMapToolPan(desktop.canvas)
    desktop.canvas.setMapTool(tool)
    dialog = opened(desktop, dialogs)
    dialog.addLayer.setChecked(False)
    dialog.pickPlace.setChecked(True)
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    assert desktop.canvas.mapTool() == tool
    assert not opened(desktop, dialogs).addLayer.isChecked()


def test_a_name_without_a_folder_lands_where_results_go(
    desktop: Desktop, dialogs: list[SharpenDialog], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    elsewhere = [tmp_path / name for name in ("program", "home", "last", "set")]
    for folder in elsewhere:
        folder.mkdir()
    program, home, last, wanted = elsewhere
    monkeypatch.chdir(program)
    monkeypatch.setenv("HOME", str(home))
    dialog = opened(desktop, dialogs)
    dialog.outputFile.setFilePath("result")
    assert dialog._output() == home / "result.tif"
    dialog.outputFile.setFilePath(str(last / "first.tif"))
    dialog.close()
    dialog = opened(desktop, dialogs)
    dialog.outputFile.setFilePath("result")
    assert dialog._output() == last / "result.tif"
    dialog.close()
    dialog = opened(desktop, dialogs)
    assert dialog.outputFile.defaultRoot() == str(last)
    save_settings(Settings(output_folder=str(wanted)))
    dialog.outputFile.setFilePath("result")
    assert dialog._output() == wanted / "result.tif"


@pytest.mark.parametrize("name", ["/", ".", "..", "{folder}", "{folder}/", "{folder}/new/"])
def test_a_folder_is_no_output_and_nothing_lands_beside_it(
    desktop: Desktop,
    dialogs: list[SharpenDialog],
    layers: tuple[QgsRasterLayer, ...],
    tmp_path: Path,
    name: str,
) -> None:
    dialog = opened(desktop, dialogs)
    dialog.outputFile.setFilePath(name.format(folder=tmp_path))
    wait_for(dialog.runButton.isEnabled)
    told: list[str] = []
    dialog.failed.connect(told.append)
    dialog.start_run()
    assert len(told) == 1 and "must be a GeoTIFF" in told[0]


def test_a_path_in_quotes_is_taken_without_them(
    desktop: Desktop, dialogs: list[SharpenDialog], tmp_path: Path
) -> None:
    dialog = opened(desktop, dialogs)
    dialog.outputFile.setFilePath(f'"{tmp_path / "out.tif"}"')
    assert dialog._output() == tmp_path / "out.tif"


def test_a_layer_with_a_long_name_has_a_temporary_result(
    desktop: Desktop, dialogs: list[SharpenDialog], layers: tuple[QgsRasterLayer, ...]
) -> None:
    layers[1].setName("名" * 300)
    dialog = opened(desktop, dialogs)
    wait_for(dialog.runButton.isEnabled)
    ready: list[str] = []
    dialog.resultReady.connect(ready.append)
    dialog.start_run()
    wait_for(lambda: ready)
    assert Path(ready[0]).name.startswith("名")


def test_a_refusal_shows_names_as_they_are(
    desktop: Desktop, dialogs: list[SharpenDialog], layers: tuple[QgsRasterLayer, ...]
) -> None:
    dialog = opened(desktop, dialogs)
    dialog.outputFile.setFilePath("/no <i>such</i> folder/out.tif")
    wait_for(dialog.runButton.isEnabled)
    dialog.start_run()
    told = [item.text() for item in desktop.bar.items()]
    for text in (dialog.estimate.text(), told[0]):
        assert "/no <i>such</i> folder" in plain(text)
    dialog._show_estimate()
    assert dialog.estimate.textFormat() == Qt.TextFormat.RichText
    assert "/no <i>such</i> folder" in plain(dialog.estimate.text())


def test_files_are_listed_whatever_the_case_of_their_ending() -> None:
    assert {"*.tif", "*.TIF", "*.ntf", "*.NTF"} <= set(re.split(r"[ ()]", RASTERS))


def test_models_listed_fit_the_method_and_the_pair(
    desktop: Desktop, dialogs: list[SharpenDialog], layers: tuple[QgsRasterLayer, ...]
) -> None:
    dialog = opened(desktop, dialogs)
    dialog.method.setCurrentIndex(dialog.method.findData("cf2n"))
    wait_for(lambda: not dialog._timer.isActive())
    names = [Path(dialog.model.itemData(i)).stem for i in range(1, dialog.model.count())]
    assert names == ["cf2n-3band", "cf2n-4band", "cf2n-8band"]
    dialog.model.setCurrentIndex(2)
    assert dialog.request(Path("x.tif")).model == dialog.model.itemData(2)


def test_a_request_carries_the_settings(
    desktop: Desktop,
    dialogs: list[SharpenDialog],
    layers: tuple[QgsRasterLayer, ...],
    tmp_path: Path,
) -> None:
    dialog = opened(desktop, dialogs)
    request = dialog.request(Path("x.tif"))
    assert (request.threads, request.block_size, request.model_folder) == (0, 0, None)
    save_settings(Settings(threads=1, block_size=128, model_folder=str(tmp_path), megabytes=700))
    request = dialog.request(Path("x.tif"))
    assert (request.threads, request.block_size) == (1, 128)
    assert (request.model_folder, request.memory) == (str(tmp_path), 700_000_000)


def test_the_models_of_the_settings_folder_are_listed_and_chosen_among(
    desktop: Desktop,
    dialogs: list[SharpenDialog],
    layers: tuple[QgsRasterLayer, ...],
    tmp_path: Path,
) -> None:
    file = write_tiny_model(tmp_path / "mine.onnx", id="mine", title="My model")
    (tmp_path / "noise.onnx").write_bytes(b"noise")
    save_settings(Settings(model_folder=str(tmp_path)))
    dialog = opened(desktop, dialogs)
    assert dialog.model.itemText(dialog.model.count() - 1) == "My model"
    assert dialog.model.itemData(dialog.model.count() - 1) == str(file)
    assert dialog._facts is not None
    assert dialog._facts.model == "sipsanet-4band"
    write_tiny_model(tmp_path / "newer.onnx", id="sipsanet-4band", version="99", title="Newer")
    dialog._look()
    assert "Newer" in listed(dialog.model)
    assert str(tmp_path / "newer.onnx") in [
        dialog.model.itemData(i) for i in range(dialog.model.count())
    ]


def test_the_reason_names_the_network_properly(
    desktop: Desktop, dialogs: list[SharpenDialog], layers: tuple[QgsRasterLayer, ...]
) -> None:
    dialog = opened(desktop, dialogs)
    assert dialog.methodReason.text() == "SIPSA-Net: it has exactly the bands of this MS"


def test_every_control_is_reached_by_the_keyboard(
    desktop: Desktop, dialogs: list[SharpenDialog], layers: tuple[QgsRasterLayer, ...]
) -> None:
    dialog = opened(desktop, dialogs)
    dialog.advanced.setCollapsed(False)
    start = widget = dialog.panLayer
    names = set()
    for _ in range(200):
        names.add(widget.objectName())
        widget = widget.nextInFocusChain()
        if widget is start:
            break
    for name in (
        "panLayer",
        "msLayer",
        "method",
        "model",
        "areaOnly",
        "addLayer",
        "engine",
        "previewButton",
        "previewMethod",
        "previewView",
        "runButton",
        "closeButton",
    ):
        assert name in names


def test_a_click_in_the_map_says_where_the_preview_shall_be(
    desktop: Desktop, dialogs: list[SharpenDialog], layers: tuple[QgsRasterLayer, ...]
) -> None:
    canvas = desktop.canvas
    canvas.setDestinationCrs(layers[0].crs())
    canvas.resize(400, 400)
    canvas.setExtent(layers[0].extent())
    before = QgsMapToolPan(canvas)
    canvas.setMapTool(before)
    dialog = opened(desktop, dialogs)
    wait_for(dialog.previewButton.isEnabled)
    asked: list[PreviewOrder] = []
    dialog._looker.preview = asked.append  # type: ignore[method-assign]
    dialog.pickPlace.click()
    assert canvas.mapTool() is not before
    extent = layers[0].extent()
    wanted = QgsPointXY(extent.xMinimum() + 10, extent.yMinimum() + 20)
    shown = canvas.getCoordinateTransform().transform(wanted)
    place = QPoint(round(shown.x()), round(shown.y()))
    viewport, button = canvas.viewport(), Qt.MouseButton.LeftButton
    QTest.mouseClick(viewport, button, Qt.KeyboardModifier.NoModifier, place)
    assert len(asked) == 1
    assert (asked[0].x, asked[0].y) == pytest.approx(
        (wanted.x(), wanted.y()), abs=2 * canvas.mapUnitsPerPixel()
    )
    assert not dialog.pickPlace.isChecked()
    assert canvas.mapTool() is before


def test_another_tool_of_the_map_ends_picking(
    desktop: Desktop, dialogs: list[SharpenDialog], layers: tuple[QgsRasterLayer, ...]
) -> None:
    dialog = opened(desktop, dialogs)
    dialog.pickPlace.setChecked(True)
    tool = QgsMapToolPan(desktop.canvas)
    desktop.canvas.setMapTool(tool)
    assert not dialog.pickPlace.isChecked()
    assert desktop.canvas.mapTool() == tool
    dialog.pickPlace.setChecked(True)
    assert desktop.canvas.mapTool() != tool


def test_orders_after_the_end_start_nothing(
    desktop: Desktop, dialogs: list[SharpenDialog], layers: tuple[QgsRasterLayer, ...]
) -> None:
    dialog = opened(desktop, dialogs)
    wait_for(dialog.previewButton.isEnabled)
    dialog._looker.end()
    dialog.preview()
    dialog._looker.look_for_shift("a.tif", "b.tif")
    assert not dialog._looker.isRunning()


def test_an_area_that_is_missing_never_becomes_the_whole_scene(
    desktop: Desktop, dialogs: list[SharpenDialog], layers: tuple[QgsRasterLayer, ...]
) -> None:
    dialog = opened(desktop, dialogs)
    failed: list[str] = []
    dialog.failed.connect(failed.append)
    dialog.areaOnly.setChecked(True)
    assert "No area is chosen yet" in dialog.estimate.text()
    dialog.start_run()
    assert len(failed) == 1 and "No area is chosen yet" in failed[0]
    assert dialog._runs.count == 0


def test_a_preview_that_comes_late_is_kept_for_the_method_it_was_ordered_for(
    desktop: Desktop, dialogs: list[SharpenDialog], layers: tuple[QgsRasterLayer, ...]
) -> None:
    dialog = opened(desktop, dialogs)
    wait_for(dialog.previewButton.isEnabled)
    seen: list[int] = []
    dialog.previewReady.connect(lambda: seen.append(1))
    dialog.previewMethod.setCurrentIndex(dialog.previewMethod.findData("sipsanet"))
    dialog.preview()
    dialog.previewMethod.setCurrentIndex(dialog.previewMethod.findData("cf2n"))
    wait_for(lambda: seen)
    assert set(dialog._previews) == {"sipsanet"}
    assert dialog.previewView.is_empty


def preview_of(order: PreviewOrder) -> Preview:
    image = QImage(64, 64, QImage.Format.Format_RGB888)
    return Preview(order, image, image, order.request.method, "model")


def test_a_preview_of_what_is_not_chosen_any_more_is_not_shown(
    desktop: Desktop, dialogs: list[SharpenDialog], layers: tuple[QgsRasterLayer, ...]
) -> None:
    dialog = opened(desktop, dialogs)
    wait_for(dialog.previewButton.isEnabled)
    asked: list[PreviewOrder] = []
    dialog._looker.preview = asked.append  # type: ignore[method-assign]
    dialog.method.setCurrentIndex(dialog.method.findData("sipsanet"))
    dialog.preview()
    dialog.method.setCurrentIndex(dialog.method.findData("cf2n"))
    wait_for(lambda: not dialog._timer.isActive())
    dialog._show_preview(preview_of(asked[0]))
    assert dialog.previewView.is_empty
    assert dialog._previews == {}
    dialog.preview()
    dialog._show_preview(preview_of(asked[1]))
    assert not dialog.previewView.is_empty
    dialog.model.setCurrentIndex(1)
    assert dialog.previewView.is_empty


def test_the_methods_are_compared_at_one_place_though_the_map_moves(
    desktop: Desktop, dialogs: list[SharpenDialog], layers: tuple[QgsRasterLayer, ...]
) -> None:
    canvas, extent = desktop.canvas, layers[0].extent()
    canvas.setDestinationCrs(layers[0].crs())
    canvas.resize(400, 400)
    dialog = opened(desktop, dialogs)
    wait_for(dialog.previewButton.isEnabled)
    asked: list[PreviewOrder] = []
    dialog._looker.preview = asked.append  # type: ignore[method-assign]

    def look(method: str) -> None:
        dialog.previewMethod.setCurrentIndex(dialog.previewMethod.findData(method))

    def go_to(x: float) -> None:
        middle = QgsPointXY(extent.xMinimum() + x, extent.yMinimum() + 20)
        canvas.setExtent(QgsRectangle.fromCenterAndSize(middle, 8, 8))

    go_to(10)
    look("cf2n")
    dialog.preview()
    dialog._show_preview(preview_of(asked[0]))
    go_to(40)
    dialog.preview()
    dialog._show_preview(preview_of(asked[1]))
    assert asked[0].x != asked[1].x
    go_to(10)
    look("sipsanet")
    assert (asked[2].x, asked[2].y) == (asked[1].x, asked[1].y)
    dialog._show_preview(preview_of(asked[2]))
    look("cf2n")
    assert len(asked) == 3  # seen before at that place
    dialog.preview()
    dialog._show_preview(preview_of(asked[3]))
    look("sipsanet")
    assert (asked[4].x, asked[4].y) == (asked[3].x, asked[3].y)  # that of before was elsewhere


def test_what_the_options_page_changes_is_followed_at_once(
    desktop: Desktop, dialogs: list[SharpenDialog], layers: tuple[QgsRasterLayer, ...]
) -> None:
    dialog = opened(desktop, dialogs)
    dialog.method.setCurrentIndex(dialog.method.findData("cf2n"))
    desktop.showOptionsDialog = lambda *_: save_settings(  # type: ignore[method-assign]
        Settings(method="sipsanet", engine="builtin", device="cuda:1")
    )
    dialog.advanced.setCollapsed(False)
    dialog.openOptions.click()
    assert dialog.method.currentData() == "cf2n"  # the user's own choice
    assert (dialog.engine.currentData(), dialog.device.currentText()) == ("builtin", "cuda:1")
    save_settings(Settings(method="sipsanet", engine="auto"))
    dialog.close()  # keeps nothing of what was the settings' own
    assert opened(desktop, dialogs).engine.currentData() == "auto"


def test_opened_again_it_begins_with_the_active_layer_where_nothing_is_chosen(
    desktop: Desktop, dialogs: list[SharpenDialog], pair: Pair
) -> None:
    dialog = opened(desktop, dialogs)
    dialog.close()
    pan, ms = QgsRasterLayer(str(pair[0]), "the pan"), QgsRasterLayer(str(pair[1]), "the ms")
    QgsProject.instance().addMapLayers([pan, ms])
    desktop.active = ms
    dialog.show()
    assert (dialog.panLayer.currentLayer(), dialog.msLayer.currentLayer()) == (pan, ms)
    wait_for(dialog.runButton.isEnabled)


def test_a_source_that_broke_or_was_repaired_meanwhile_is_met_on_return(
    desktop: Desktop, dialogs: list[SharpenDialog], layers: tuple[QgsRasterLayer, ...], pair: Pair
) -> None:
    dialog = opened(desktop, dialogs)
    wait_for(dialog.runButton.isEnabled)
    for path, usable in (("/missing/ms.tif", False), (str(pair[1]), True)):
        layers[1].setDataSource(path, "the ms", "gdal", QgsDataProvider.ProviderOptions())
        QApplication.sendEvent(dialog, QEvent(QEvent.Type.WindowActivate))
        if usable:
            dialog.msLayer.setLayer(layers[1])
        wait_for(lambda: dialog.runButton.isEnabled() == usable)  # noqa: B023


def test_a_creation_option_is_judged_when_it_was_typed(
    desktop: Desktop, dialogs: list[SharpenDialog], layers: tuple[QgsRasterLayer, ...]
) -> None:
    dialog = opened(desktop, dialogs)
    wait_for(dialog.runButton.isEnabled)
    dialog.advanced.setCollapsed(False)
    for text, told in (("LZW", "KEY=VALUE"), ("COMPRESS=LZW", "up to")):
        dialog.creationOptions.setText(text)
        dialog.creationOptions.editingFinished.emit()
        assert told in dialog.estimate.text()


def test_it_begins_no_larger_than_the_screen(
    desktop: Desktop, dialogs: list[SharpenDialog], monkeypatch: pytest.MonkeyPatch
) -> None:
    small = SimpleNamespace(availableGeometry=lambda: QRect(0, 0, 960, 540))
    monkeypatch.setattr(sharpen_dialog, "_screen_of", lambda _: small)
    dialog = opened(desktop, dialogs)
    assert dialog.width() < 960 and dialog.height() < 540


def test_buttons_without_words_have_names_for_screen_readers(
    desktop: Desktop, dialogs: list[SharpenDialog]
) -> None:
    dialog = opened(desktop, dialogs)
    buttons = (dialog.panFile, dialog.msFile, dialog.modelFile, dialog.zoomIn, dialog.zoomOut)
    for widget in (*buttons, dialog.previewMethod, dialog.previewView):
        assert widget.accessibleName()
    assert dialog.zoomIn.nextInFocusChain() is dialog.previewView


def browse(dialog: SharpenDialog, role: str, path: Path) -> None:
    """Press a picker's file button and type a name into Qt's own file dialog."""
    button = dialog.panFile if role == "PAN" else dialog.msFile

    def type_the_name() -> None:
        window = QApplication.activeModalWidget()
        line = None if window is None else window.findChild(QLineEdit, "fileNameEdit")
        if line is None:
            QTimer.singleShot(50, type_the_name)  # not there yet
            return
        line.setText(str(path))
        QTest.keyClick(line, Qt.Key.Key_Return)

    QTimer.singleShot(50, type_the_name)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)  # until the file dialog is closed


def test_a_file_that_is_chosen_brings_the_layer_that_fits(
    desktop: Desktop, dialogs: list[SharpenDialog], pair: Pair
) -> None:
    ms = QgsRasterLayer(str(pair[1]), "the ms")
    QgsProject.instance().addMapLayer(ms)
    dialog = opened(desktop, dialogs)
    dialog.msLayer.setLayer(None)
    browse(dialog, "PAN", pair[0])
    assert dialog.pair() == (str(pair[0]), str(pair[1]))
    assert dialog.msLayer.currentLayer() == ms
    wait_for(dialog.runButton.isEnabled)


def test_a_file_that_is_chosen_brings_the_file_beside_it_where_the_layer_does_not_fit(
    desktop: Desktop, dialogs: list[SharpenDialog], pair: Pair, tmp_path: Path
) -> None:
    dataset = gdal.Open(shutil.copy(str(pair[1]), str(tmp_path / "far.tif")), gdal.GA_Update)
    dataset.SetGeoTransform((0, 2, 0, 0, 0, -2))
    del dataset
    far = QgsRasterLayer(str(tmp_path / "far.tif"), "far")
    QgsProject.instance().addMapLayer(far)
    for path, name in zip(pair, ("scene_pan.tif", "scene_ms.tif")):
        shutil.copy(path, tmp_path / name)
    dialog = opened(desktop, dialogs)
    dialog.msLayer.setLayer(far)
    browse(dialog, "PAN", tmp_path / "scene_pan.tif")
    assert dialog.pair()[1] == str(tmp_path / "scene_ms.tif")
    assert dialog.msLayer.currentLayer() is None
