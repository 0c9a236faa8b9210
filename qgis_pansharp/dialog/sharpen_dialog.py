"""The window: choose a pair, look at a preview, run.

It holds widgets and what they mean together; runs belong to `runs.Runs`, which outlives it, and
slow looks at the files to `looker.Looker`.
"""

from __future__ import annotations

import os
from dataclasses import replace
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, Any

from qgis.core import (
    Qgis,
    QgsCoordinateReferenceSystem,
    QgsMapLayerProxyModel,
    QgsPointXY,
    QgsProcessingException,
    QgsProcessingUtils,
    QgsProject,
    QgsReferencedPointXY,
)
from qgis.gui import (
    QgisInterface,
    QgsFileWidget,
    QgsMapLayerComboBox,
    QgsMapTool,
    QgsMapToolEmitPoint,
)
from qgis.PyQt import uic
from qgis.PyQt.QtCore import QEvent, QLocale, QSignalBlocker, QSize, QTimer, pyqtSignal
from qgis.PyQt.QtGui import QCloseEvent, QGuiApplication, QScreen, QShowEvent
from qgis.PyQt.QtWidgets import QDialog, QFileDialog, QWidget

from qgis_pansharp.choices import (
    AUTO,
    chosen,
    device_titles,
    engine_titles,
    fill,
    found_devices,
    method_titles,
    model_title,
    select,
)
from qgis_pansharp.dialog import layers
from qgis_pansharp.dialog.layers import MS, PAN
from qgis_pansharp.dialog.looker import Looker, Pace, Preview, PreviewOrder
from qgis_pansharp.dialog.pair_summary import Shift, summary
from qgis_pansharp.dialog.places import area_in_pan, place_in_pan, raster_of
from qgis_pansharp.errors import one_sentence
from qgis_pansharp.guide import open_guide
from qgis_pansharp.icon import plugin_icon
from qgis_pansharp.layer_files import Area
from qgis_pansharp.runs import Job, Runs
from qgis_pansharp.settings import (
    Choices,
    engines_folder,
    forget_choices,
    load_choices,
    load_settings,
    load_speed,
    load_state,
    save_choices,
    save_state,
)
from qgis_pansharp.translation import number, number_locale, tr, tr_message

if TYPE_CHECKING:
    from qgis_pansharp.backend.naming import Kind
    from qgis_pansharp.backend.pairing import PairFacts
    from qgis_pansharp.backend.plan import Plan
    from qgis_pansharp.backend.request import SharpenRequest

FOLDER = Path(__file__).parent
OPTIONS_PAGE = "mOptionsPagePansharp"
PATTERNS = "*.tif *.tiff *.jp2 *.img *.vrt *.ntf"
# vendors write .TIF, which some systems' file dialogs tell from .tif
RASTERS = f"GeoTIFF, JPEG 2000, IMG, VRT ({PATTERNS} {PATTERNS.upper()});;* (*)"
LONGEST_NAME = 50  # letters of a layer's name in that of a file, which file systems limit
SETTLE = 150  # milliseconds after the last change before the pair is looked at
FRAME = QSize(16, 48)  # pixels that the system puts around a window


class SharpenDialog(QDialog):
    """Pansharpens a pair of layers.

    Scripts may set the widgets `panLayer`, `msLayer`, `method`, `model`, `engine` and `outputFile`,
    click `previewButton` and `runButton`, and read `pairSummary`.
    """

    resultReady = pyqtSignal(str)
    failed = pyqtSignal(str)
    previewReady = pyqtSignal()

    # widgets of sharpen.ui that scripts rely on
    panLayer: QgsMapLayerComboBox
    msLayer: QgsMapLayerComboBox
    outputFile: QgsFileWidget

    def __init__(
        self,
        iface: QgisInterface | None = None,
        parent: QWidget | None = None,
        runs: Runs | None = None,
    ) -> None:
        """Build the window; with runs of its own where the plugin gives none."""
        super().__init__(parent)
        self._iface = iface
        self._runs = runs or Runs(iface)
        self._facts: PairFacts | None = None
        self._shift: Shift | None = None
        self._place: QgsReferencedPointXY | None = None  # of the preview, where one was picked
        # measured here, by engine, device and model
        self._paces: dict[tuple[str, str, str], Pace] = {}
        self._previews: dict[str, Preview] = {}
        self._order: PreviewOrder | None = None  # what is awaited
        self._shown: tuple[float | None, float | None] | None = None  # place of the one in view
        self._looked: tuple[str | None, str | None] = (None, None)
        self._settings = load_settings()  # that the choices follow
        self._proposing = False
        self._tool: QgsMapToolEmitPoint | None = None
        self._tool_before: QgsMapTool | None = None  # what the user had before picking a place
        uic.loadUi(str(FOLDER / "sharpen.ui"), self)
        self.setObjectName("SharpenDialog")
        self.setWindowIcon(plugin_icon())
        self._looker = Looker(self)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(SETTLE)
        self._fill()
        self._connect()
        self._restore()
        self._choose_active_layer()
        self._look()

    # Building ------------------------------------------------------------------------------------

    def _fill(self) -> None:
        for box in (self.panLayer, self.msLayer):
            box.setFilters(QgsMapLayerProxyModel.Filter.RasterLayer)
            box.setAllowEmptyLayer(True)
        self._list_layers()
        fill(self.method, method_titles())
        fill(self.previewMethod, method_titles())
        fill(self.engine, engine_titles())
        fill(self.device, {**device_titles(), **found_devices()})
        self.outputFile.setStorageMode(QgsFileWidget.StorageMode.SaveFile)
        self.outputFile.setFilter("GeoTIFF (*.tif *.tiff)")
        self.outputFile.lineEdit().setPlaceholderText(tr("[Temporary file]"))
        self.area.setEnabled(False)
        if self._iface is not None:
            self.area.setMapCanvas(self._iface.mapCanvas())
        self.area.toggleDialogVisibility.connect(self._make_way)
        self.pickPlace.setVisible(self._iface is not None)
        self.openOptions.setVisible(self._iface is not None)
        self.splitter.setStretchFactor(0, 0)
        self.splitter.setStretchFactor(1, 1)
        self.splitter.setSizes([430, 540])

    def _connect(self) -> None:
        project = QgsProject.instance()
        project.layersAdded.connect(self._list_layers)
        project.layersRemoved.connect(self._list_layers)
        self.panLayer.layerChanged.connect(lambda _: self._layer_changed(PAN))
        self.msLayer.layerChanged.connect(lambda _: self._layer_changed(MS))
        # files beside the project's layers raise this signal only
        self.panLayer.currentTextChanged.connect(lambda _: self._timer.start())
        self.msLayer.currentTextChanged.connect(lambda _: self._timer.start())
        self.panFile.clicked.connect(lambda: self._browse(PAN))
        self.msFile.clicked.connect(lambda: self._browse(MS))
        self.modelFile.clicked.connect(self._browse_model)
        self.method.currentIndexChanged.connect(lambda _: self._timer.start())
        self.model.currentIndexChanged.connect(lambda _: self._model_changed())
        self.engine.currentIndexChanged.connect(lambda _: self._engine_changed())
        self.device.currentTextChanged.connect(lambda _: self._show_estimate())
        self.device.lineEdit().editingFinished.connect(self._engine_changed)
        self.outputFile.fileChanged.connect(lambda _: self._show_estimate())
        self.creationOptions.editingFinished.connect(self._show_estimate)
        self.areaOnly.toggled.connect(self.area.setEnabled)
        self.areaOnly.toggled.connect(lambda _: self._show_estimate())
        self.area.extentChanged.connect(lambda _: self._show_estimate())
        self._timer.timeout.connect(self._look)
        self._looker.previewed.connect(self._show_preview)
        self._looker.failed.connect(self._preview_failed)
        self._looker.shifted.connect(self._show_shift)
        self._looker.measured.connect(self._take_pace)
        self.previewButton.clicked.connect(self.preview)
        self.previewMethod.currentIndexChanged.connect(lambda _: self._switch_preview())
        self.pickPlace.toggled.connect(self._pick)
        if self._iface is not None:
            self._iface.mapCanvas().mapToolSet.connect(self._tool_set)
        self.zoomIn.clicked.connect(self.previewView.zoom_in)
        self.zoomOut.clicked.connect(self.previewView.zoom_out)
        self.runButton.clicked.connect(self.start_run)
        self.closeButton.clicked.connect(self.close)
        self.resetButton.clicked.connect(self.reset)
        self.helpButton.clicked.connect(lambda: open_guide())
        self.openOptions.clicked.connect(self._open_options)
        self._runs.resultReady.connect(self.resultReady)
        self._runs.failed.connect(self.failed)
        self._runs.changed.connect(self._show_runs)

    def _restore(self) -> None:
        """Take up the last choices, else the settings."""
        settings, choices = load_settings(), load_choices()
        self._settings = settings
        select(self.method, choices.method or settings.method)
        select(self.engine, choices.engine or settings.engine)
        select(self.device, choices.device or settings.device)
        self.creationOptions.setText(choices.creation_options)
        self.addLayer.setChecked(choices.add_layer)
        self.advanced.setCollapsed(not choices.advanced)
        self.outputFile.setDefaultRoot(choices.output_folder or settings.output_folder)
        self._wanted_model = choices.model
        geometry, splitter = load_state("dialog"), load_state("splitter")
        if geometry:
            self.restoreGeometry(geometry)
        else:
            self._fit_into(self.parentWidget() or self)
        if splitter:
            self.splitter.restoreState(splitter)
        self._hint()

    def _fit_into(self, place: QWidget) -> None:
        """Begin no larger than the screen that shows a widget: its buttons must be seen."""
        screen = _screen_of(place)
        if screen is not None:
            self.resize(self.size().boundedTo(screen.availableGeometry().size() - FRAME))

    def _follow_settings(self) -> None:
        """Take up what the options page changed, where the choice was the settings' own."""
        before, settings = self._settings, load_settings()
        if settings == before:
            return
        self._settings = settings
        for box, old, new in (
            (self.method, before.method, settings.method),
            (self.engine, before.engine, settings.engine),
            (self.device, before.device, settings.device),
        ):
            if chosen(box) == old:
                select(box, new)
        self.outputFile.setDefaultRoot(load_choices().output_folder or settings.output_folder)
        self._timer.start()  # for the models of another folder

    def _catch_up(self) -> None:
        """Take up what happened elsewhere: to the settings, to engines, to sources of layers."""
        for name, title in found_devices().items():
            if self.device.findData(name) < 0:
                self.device.addItem(title, name)
        self._follow_settings()
        self._list_layers()
        if self.pair() != self._looked:
            self._timer.start()

    def _remember(self) -> None:
        """Keep the choices; what is as the settings have it goes on following them."""
        self._follow_settings()
        settings = self._settings
        output = self._output()
        folder = str(output.parent) if output else load_choices().output_folder
        save_choices(
            Choices(
                method=_unless(settings.method, chosen(self.method)),
                model=chosen(self.model),
                engine=_unless(settings.engine, chosen(self.engine)),
                device=_unless(settings.device, chosen(self.device)),
                output_folder=folder,
                creation_options=self.creationOptions.text().strip(),
                add_layer=self.addLayer.isChecked(),
                advanced=not self.advanced.isCollapsed(),
            )
        )

    def reset(self) -> None:
        """Forget the last choices and go back to the settings."""
        forget_choices()
        self._restore()
        self.outputFile.setFilePath("")
        self.areaOnly.setChecked(False)
        self._place = None
        self._look()

    # Layers and files ----------------------------------------------------------------------------

    def _list_layers(self, _: Any = None) -> None:
        project = QgsProject.instance()
        for box, role in ((self.panLayer, PAN), (self.msLayer, MS)):
            box.setExceptedLayerList(layers.unfitting(project, role))

    def _choose_active_layer(self) -> None:
        """Begin with the layer that is active in the desktop, else with the first pair there is."""
        layer = None if self._iface is None else self._iface.activeLayer()
        for box, role in ((self.msLayer, MS), (self.panLayer, PAN)):
            if layers.fits(layer, role):
                box.setLayer(layer)
                self._layer_changed(role)
                return
        self._layer_changed(PAN)

    def _layer_changed(self, role: str) -> None:
        self._timer.start()
        self._propose(role)

    def _propose(self, role: str) -> None:
        """Propose the partner of what was chosen, unless the two already fit."""
        pan, ms = self.pair()
        file = pan if role == PAN else ms
        if self._proposing or file is None:
            return
        if pan and ms and self._describe(pan, ms).problem is None:
            return
        box, other = (self.panLayer, self.msLayer) if role == PAN else (self.msLayer, self.panLayer)
        raster = raster_of(box.currentLayer(), file)
        self._proposing = True
        try:
            project, folder = QgsProject.instance(), _model_folder()
            found = layers.partner(project, raster, role, folder) if raster is not None else None
            if found is not None:
                other.setLayer(found)
            else:
                self._propose_file(file, role)
        finally:
            self._proposing = False

    def _propose_file(self, file: str, role: str) -> None:
        """Propose the file beside another one that is its partner by the vendor's naming."""
        from qgis_pansharp.backend.naming import sibling

        wanted: Kind = "MS" if role == PAN else "PAN"
        for candidate in sibling(file, wanted):
            pair = (file, str(candidate)) if role == PAN else (str(candidate), file)
            if self._describe(*pair).problem is None:
                self.set_file(wanted, str(candidate))
                return

    def set_file(self, role: str, path: str) -> None:
        """Choose a file that is no layer, as PAN or as MS."""
        box = self.panLayer if role == PAN else self.msLayer
        items = [item for item in box.additionalItems() if item != path]
        box.setAdditionalItems([*items, path])
        box.setCurrentIndex(box.findText(path))
        self._timer.start()

    def _browse(self, role: str) -> None:
        before = self.pair()[0 if role == PAN else 1] or ""
        title = tr("Choose a PAN file") if role == PAN else tr("Choose an MS file")
        path, _ = QFileDialog.getOpenFileName(self, title, str(Path(before).parent), RASTERS)
        if path:
            self.set_file(role, path)
            self._propose(role)

    def pair(self) -> tuple[str | None, str | None]:
        """Return the files of PAN and MS, None where nothing usable is chosen."""
        found = []
        for box, role in ((self.panLayer, PAN), (self.msLayer, MS)):
            layer = box.currentLayer()
            if layer is not None:
                found.append(layers.file_of(layer, role))
            else:
                text = box.currentText()
                found.append(text if text in box.additionalItems() else None)
        return found[0], found[1]

    # What is known of the pair -------------------------------------------------------------------

    def _describe(self, pan: str | None, ms: str | None) -> PairFacts:
        from qgis_pansharp.backend.pairing import describe

        return describe(pan or "", ms or "", _model_folder())

    def _look(self) -> None:
        """Look at the pair's headers and show what they say."""
        self._timer.stop()
        pan, ms = self._looked = self.pair()
        self._facts, self._shift = None, None
        if pan is None or ms is None:
            self.pairSummary.setText(tr("Choose a PAN and an MS layer of the same place."))
            self.methodReason.clear()
        else:
            self._facts = self._describe(pan, ms)
            self.pairSummary.setText(summary(self._facts))
            if self._facts.problem is None:
                self._looker.look_for_shift(pan, ms)
        usable = self._facts is not None and self._facts.problem is None
        for button in (self.runButton, self.previewButton):
            button.setEnabled(usable)
        self._list_models()
        self._show_reason()
        self._show_estimate()
        self._hint()

    def _show_shift(self, pan: str, ms: str, shift: Shift | None) -> None:
        if self._facts is not None and (pan, ms) == self.pair():
            self._shift = shift
            self.pairSummary.setText(summary(self._facts, shift))
            self._measure()

    def _show_reason(self) -> None:
        text, facts, wanted = "", self._facts, chosen(self.method)
        if wanted == "sipsanet":
            text = tr("Brings colours to where PAN shows things: for cars and crooked pairs.")
        elif wanted == "cf2n":
            text = tr("Comes closest to the truth where PAN and MS fit.")
        elif facts is not None and facts.reason is not None:
            method = facts.method or ""
            text = f"{method_titles().get(method, method)}: {tr_message(facts.reason)}"
        self.methodReason.setText(text)
        self.methodReason.setVisible(bool(text))

    def _list_models(self) -> None:
        """List the models that fit the pair and the method."""
        from qgis_pansharp.backend.models.further import models_at_hand

        wanted, method = self._wanted_model, chosen(self.method)
        ratio = None if self._facts is None else self._facts.ratio
        models, _ = models_at_hand(_model_folder())
        with QSignalBlocker(self.model):
            self.model.clear()
            self.model.addItem(tr("Automatic"), "")
            for model in models:
                card = model.card
                if method in (AUTO, card.network) and ratio in (None, card.ratio):
                    self.model.addItem(model_title(model), str(model.path))
            own = all(str(model.path) != wanted for model in models)
            if wanted and own and Path(wanted).is_file():
                self.model.addItem(Path(wanted).name, wanted)
            select(self.model, wanted)

    def _model_changed(self) -> None:
        self._wanted_model = chosen(self.model)
        self._hint()
        self._engine_changed()

    def _engine_changed(self) -> None:
        self._show_estimate()
        self._measure()

    def _browse_model(self) -> None:
        folder = load_settings().model_folder
        path, _ = QFileDialog.getOpenFileName(
            self, tr("Choose a model file"), folder, tr("Models (*.onnx)")
        )
        if path:
            if self.model.findData(path) < 0:
                self.model.addItem(Path(path).name, path)
            select(self.model, path)

    def _show_estimate(self) -> None:
        """Show how long a run will take and how much disk, and whether that is there."""
        if self._facts is None or self._facts.problem is not None:
            self.estimate.clear()
            return
        try:
            with one_sentence(lambda _: None):
                from qgis_pansharp.backend.estimate import disk_space
                from qgis_pansharp.backend.sharpen import check

                plan = check(
                    self.request(self._output() or Path(QgsProcessingUtils.tempFolder(), "new.tif"))
                )
                text = tr("Result: up to {size}").format(size=_size(disk_space(plan)))
                left = self._seconds(plan)
                if left is not None:
                    text += " · " + _duration(left)
        except QgsProcessingException as error:
            text = f"⚠ {escape(str(error), quote=False)}"
        self.estimate.setText(text)

    def _measure(self) -> None:
        """Let a small window tell how long a run takes here, where nothing has told yet."""
        if self._facts is None or self._facts.problem is not None:
            return
        try:
            with one_sentence(lambda _: None):
                from qgis_pansharp.backend.plan import make_plan

                request = self.request(Path(), whole=True)
                unknown = self._seconds(make_plan(request)) is None
        except QgsProcessingException:
            return  # told by the estimate
        if unknown:
            self._looker.measure(request)

    def _take_pace(self, pace: Pace) -> None:
        self._paces[pace.request.engine, pace.request.device, pace.model] = pace
        self._show_estimate()

    def _seconds(self, plan: Plan) -> float | None:
        """Estimate a run's time from the last one here, else from what was measured."""
        from qgis_pansharp.backend.estimate import seconds

        asked = plan.request.engine, plan.request.device, plan.model.card.id
        known = load_speed(*asked)
        if known is not None:
            return seconds(plan, known)
        pace = self._paces.get(asked)
        return None if pace is None else seconds(plan, pace.speed, pace.start)

    # The preview ---------------------------------------------------------------------------------

    def preview(self) -> None:
        """Sharpen a small window at the picked place, else at the canvas's centre."""
        self._order_preview(*self._preview_place())

    def _order_preview(self, x: float | None, y: float | None) -> None:
        pan, ms = self.pair()
        if pan is None or ms is None:
            return
        method = chosen(self.previewMethod)
        if method == AUTO:
            method = chosen(self.method)
        request = replace(self.request(Path(), whole=True), method=method)
        if request.model is not None and chosen(self.previewMethod) != AUTO:
            request = replace(request, model=None)
        self.previewNote.setText(tr("Sharpening the preview…"))
        bands = layers.shown_bands(self.msLayer.currentLayer())
        choice = chosen(self.previewMethod)
        self._order = PreviewOrder(request, x, y, bands, choice=choice)
        self._looker.preview(self._order)

    def _switch_preview(self) -> None:
        """Show the other method at the same place; at once if it was seen before."""
        if self._shown is None:
            return
        known, (x, y) = self._previews.get(chosen(self.previewMethod)), self._shown
        if known is not None and (known.order.x, known.order.y) == (x, y):
            self._show_images(known)
        else:
            self._order_preview(x, y)

    def _show_preview(self, preview: Preview) -> None:
        self._measure()  # where that had to give way
        if preview.order is not self._order:
            return  # of a pair, a method, a model or a place that is not chosen any more
        self._previews[preview.order.choice] = preview
        if preview.order.choice == chosen(self.previewMethod):
            self._show_images(preview)
        self.previewReady.emit()

    def _show_images(self, preview: Preview) -> None:
        self._shown = preview.order.x, preview.order.y
        after = method_titles().get(preview.method, preview.method)
        self.previewView.show_images(preview.before, preview.after, ("MS", after))
        self.previewNote.setText(
            tr("Model {model}; drag the handle, roll the wheel to zoom.").format(
                model=preview.model
            )
        )

    def _preview_failed(self, message: str) -> None:
        if self._order is not None:
            self.previewNote.setText(f"⚠ {message}")

    def _hint(self) -> None:
        """Show no preview any more: those there are do not show what is chosen."""
        self._order = self._shown = None
        self._previews.clear()
        self.previewView.show_hint(tr("Preview shows a small window of the result beside the MS."))
        self.previewNote.clear()

    def _preview_place(self) -> tuple[float | None, float | None]:
        """Return the picked place, else the canvas's centre, in PAN's coordinates."""
        pan = raster_of(self.panLayer.currentLayer(), self.pair()[0])
        if pan is None or self._iface is None:
            return None, None
        place = self._place or self._on_map(self._iface.mapCanvas().center())
        # a canvas that shows another part of the world says nothing
        return place_in_pan(place, place.crs(), pan) or (None, None)

    def _pick(self, active: bool) -> None:
        """Take the next click in the map as the preview's place."""
        if self._iface is None:
            return
        canvas = self._iface.mapCanvas()
        if not active:
            if self._tool is not None and canvas.mapTool() is self._tool:
                canvas.unsetMapTool(self._tool)
                if self._tool_before is not None:
                    canvas.setMapTool(self._tool_before)
            return
        self._tool_before = canvas.mapTool()
        self._tool = QgsMapToolEmitPoint(canvas)
        self._tool.canvasClicked.connect(self._picked)
        canvas.setMapTool(self._tool)

    def _tool_set(self, tool: QgsMapTool | None, _: Any = None) -> None:
        """Pick no more where the user took another tool."""
        if tool is not self._tool:
            self.pickPlace.setChecked(False)

    def _picked(self, place: QgsPointXY, _: Any = None) -> None:
        self._place = self._on_map(place)
        self._previews.clear()
        self.pickPlace.setChecked(False)
        self.preview()

    def _on_map(self, place: QgsPointXY) -> QgsReferencedPointXY:
        """Return a place of the map that stays where it is when the map's system changes."""
        settings = self._iface.mapCanvas().mapSettings() if self._iface is not None else None
        crs = settings.destinationCrs() if settings else QgsCoordinateReferenceSystem()
        return QgsReferencedPointXY(place, crs)

    # The run -------------------------------------------------------------------------------------

    def request(self, output: Path, whole: bool = False) -> SharpenRequest:
        """Return what the widgets say, as the algorithm would build it.

        Args:
            output: file to write.
            whole: leave the area aside.

        Raises:
            QgsProcessingException: no area of this PAN can be chosen on the map.
        """
        from qgis_pansharp.backend.request import SharpenRequest

        settings = load_settings()
        pan, ms = self.pair()
        options = self.creationOptions.text()
        return SharpenRequest(
            pan=pan or "",
            ms=ms or "",
            output=output,
            method=chosen(self.method),
            engine=chosen(self.engine),
            model=chosen(self.model) or None,
            creation_options=tuple(o.strip() for o in options.split("|") if o.strip()),
            overwrite=True,  # the file dialog has asked
            memory=settings.megabytes * 1_000_000,
            area=None if whole else self._area(),
            threads=settings.threads,
            block_size=settings.block_size,
            model_folder=_model_folder(),
            device=chosen(self.device),
            isolate=True,
            engines_folder=engines_folder(),
        )

    def start_run(self) -> None:
        """Queue the run; refuse what cannot work with one sentence."""
        from qgis_pansharp.backend.sharpen import check

        ms = self.msLayer.currentLayer()
        _, ms_file = self.pair()
        base = ms.name() if ms is not None else Path(ms_file or "result").stem
        name = tr("{name} pansharpened").format(name=base)
        output = self._output() or self._temporary(base)
        try:
            with one_sentence(lambda _: None):
                request = self.request(output)
                check(request)
        except QgsProcessingException as error:
            self.estimate.setText(f"<b>⚠ {escape(str(error), quote=False)}</b>")
            self._tell(str(error))
            self.failed.emit(str(error))
            return
        self._remember()
        layer = self.panLayer.currentLayer()
        self._runs.start(
            Job(
                request,
                base,
                name,
                layer.id() if layer is not None else "",
                ms.id() if ms is not None else "",
                self.addLayer.isChecked(),
            )
        )

    def _output(self) -> Path | None:
        """Return the file that was named, None for a temporary one.

        A name alone lands in a folder that the user knows, never where QGIS happens to run. One
        of a folder stays as it is: the backend refuses it.
        """
        text = self.outputFile.filePath().strip().strip('"')  # as Windows copies paths
        if not text:
            return None
        path = Path(text)
        if not path.is_absolute():
            path = Path(self._output_folder(), path)
        is_folder = text.endswith(("/", os.sep)) or os.path.isdir(path)
        if is_folder or path.suffix.lower() in (".tif", ".tiff"):
            return path
        return path.with_name(f"{path.name}.tif")

    def _output_folder(self) -> str:
        """Return where results without a folder go: as set, as last time, or beside the project."""
        folders = (
            load_settings().output_folder,
            self.outputFile.defaultRoot(),
            QgsProject.instance().homePath(),
        )
        return next((folder for folder in folders if Path(folder).is_absolute()), str(Path.home()))

    @staticmethod
    def _temporary(name: str) -> Path:
        safe = "".join(c if c.isalnum() else "_" for c in name[:LONGEST_NAME]) or "result"
        return Path(QgsProcessingUtils.generateTempFilename(f"{safe}_pansharpened.tif"))

    def _area(self) -> Area | None:
        """Return the area in PAN's coordinates, None for the whole scene.

        Raises:
            QgsProcessingException: no area is chosen, which must not become the whole scene, or
                PAN is laid on the map in a way that has no areas of its own.
        """
        if not self.areaOnly.isChecked():
            return None
        pan = raster_of(self.panLayer.currentLayer(), self.pair()[0])
        if pan is None or not self.area.isValid():
            raise QgsProcessingException(
                tr("No area is chosen yet; choose one, or untick it for all of the scene.")
            )
        return area_in_pan(self.area.outputExtent(), self.area.outputCrs(), pan)

    def _make_way(self, visible: bool) -> None:
        """Hide while a rectangle is drawn in the map, and come back on top of it."""
        self.setVisible(visible)
        if visible:
            self.raise_()
            self.activateWindow()

    def _show_runs(self) -> None:
        count = self._runs.count
        text = tr("&Run") if not count else tr("&Run ({count} queued)").format(count=count)
        self.runButton.setText(text)

    def _tell(self, text: str) -> None:
        if self._iface is not None:
            shown = escape(text, quote=False)
            self._iface.messageBar().pushMessage("Pansharp", shown, Qgis.MessageLevel.Critical)

    def _open_options(self) -> None:
        if self._iface is not None:
            self._iface.showOptionsDialog(self._iface.mainWindow(), OPTIONS_PAGE)
            self._catch_up()

    # Coming and going ----------------------------------------------------------------------------

    def showEvent(self, event: QShowEvent | None) -> None:
        """Begin with the active layer again where nothing is chosen, as in another project."""
        super().showEvent(event)
        if self.pair() == (None, None):
            self._choose_active_layer()

    def event(self, event: QEvent | None) -> bool:
        """Catch up with what happened in other windows when this one is gone back to."""
        if event is not None and event.type() == QEvent.Type.WindowActivate:
            self._catch_up()
        return bool(super().event(event))

    def closeEvent(self, event: QCloseEvent | None) -> None:
        """Remember choices and sizes; runs go on."""
        if not self.isVisible():  # else `reject` follows
            self._leave()
        super().closeEvent(event)

    def reject(self) -> None:
        """Remember them for the Escape key too."""
        self._leave()
        super().reject()

    def _leave(self) -> None:
        self._remember()
        save_state("dialog", self.saveGeometry())
        save_state("splitter", self.splitter.saveState())
        self.pickPlace.setChecked(False)

    def shut_down(self) -> None:
        """Stop the thread and let go of the project; before the plugin is unloaded."""
        self._looker.end()
        project = QgsProject.instance()
        project.layersAdded.disconnect(self._list_layers)
        project.layersRemoved.disconnect(self._list_layers)
        self.close()
        self._timer.stop()  # which closing may have started
        if self._iface is not None:
            self._iface.mapCanvas().mapToolSet.disconnect(self._tool_set)


def _model_folder() -> str | None:
    """Return the folder of further models that the options page names, if any."""
    return load_settings().model_folder.strip() or None


def _screen_of(widget: QWidget) -> QScreen | None:
    """Return the screen that shows a widget, else the first; QWidget.screen needs Qt 5.14."""
    window = widget.window().windowHandle()  # none before the first time that it is shown
    return QGuiApplication.primaryScreen() if window is None else window.screen()


def _unless(default: str, value: str) -> str:
    return "" if value == default else value


def _size(count: int) -> str:
    """Return a number of bytes as the user's language writes it."""
    digits = 1 if count >= 1_000_000 else 0
    kind = QLocale.DataSizeFormat.DataSizeSIFormat
    return str(number_locale().formattedDataSize(count, digits, kind))


def _duration(seconds: float) -> str:
    if seconds < 90:
        return tr("about {count} s").format(count=max(1, round(seconds)))
    if seconds < 5400:
        return tr("about {count} min").format(count=round(seconds / 60))
    return tr("about {count} h").format(count=number(seconds / 3600, 1))
