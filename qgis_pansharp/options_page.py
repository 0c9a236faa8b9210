"""Pansharp's page in QGIS's options: what every run starts from."""

from __future__ import annotations

from qgis.gui import QgsFileWidget, QgsOptionsPageWidget
from qgis.PyQt.QtWidgets import (
    QComboBox,
    QFormLayout,
    QFrame,
    QLabel,
    QPushButton,
    QScrollArea,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from qgis_pansharp.choices import (
    chosen,
    device_titles,
    engine_titles,
    fill,
    found_devices,
    method_titles,
    select,
)
from qgis_pansharp.engines.page import EnginesPage
from qgis_pansharp.guide import open_guide
from qgis_pansharp.settings import (
    BLOCK_STEP,
    LARGEST_BLOCK,
    LEAST_MEGABYTES,
    MOST_MEGABYTES,
    MOST_THREADS,
    Settings,
    load_settings,
    save_settings,
)
from qgis_pansharp.translation import tr


class OptionsPage(QgsOptionsPageWidget):
    """Widgets for `settings.Settings`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Show the settings as they are."""
        super().__init__(parent)
        self.setObjectName("mOptionsPagePansharp")
        self.method = _choices(method_titles())
        self.engine = _choices(engine_titles())
        self.device = _choices({**device_titles(), **found_devices()})
        self.device.setEditable(True)
        self.device.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.threads = _number(0, MOST_THREADS, 1, tr("Automatic"))
        self.megabytes = _number(LEAST_MEGABYTES, MOST_MEGABYTES, 100, "")
        self.megabytes.setSuffix(" MB")
        self.block_size = _number(0, LARGEST_BLOCK, BLOCK_STEP, tr("Automatic"))
        self.model_folder = _folder()
        self.output_folder = _folder()
        content = QWidget()
        form = QFormLayout(content)
        for label, widget in (
            (tr("Method"), self.method),
            (tr("Engine"), self.engine),
            (tr("Device"), self.device),
            (tr("Threads"), self.threads),
            (tr("Memory for a block"), self.megabytes),
            (tr("Block size in PAN pixels"), self.block_size),
            (tr("Folder of further models"), self.model_folder),
            (tr("Folder of results"), self.output_folder),
        ):
            form.addRow(label, widget)
        note = QLabel(tr("The dialog begins with these; the Processing tool has its own choices."))
        note.setWordWrap(True)
        form.addRow(note)
        guide = QPushButton(tr("User guide"))
        guide.clicked.connect(lambda: open_guide())
        form.addRow(guide)
        engines = QLabel(tr("Engines"))
        engines.setStyleSheet("font-weight: bold")
        form.addRow(engines)
        self.engines = EnginesPage()
        form.addRow(self.engines)
        self._scroll(content)
        self._show(load_settings())

    def settings(self) -> Settings:
        """Return what the widgets say."""
        return Settings(
            method=chosen(self.method),
            engine=chosen(self.engine),
            device=chosen(self.device),
            threads=self.threads.value(),
            megabytes=self.megabytes.value(),
            block_size=self.block_size.value() // BLOCK_STEP * BLOCK_STEP,
            model_folder=self.model_folder.filePath(),
            output_folder=self.output_folder.filePath(),
        )

    def apply(self) -> None:
        """Keep the settings; called by QGIS for "OK"."""
        save_settings(self.settings())

    def helpKey(self) -> str:
        """Return no page of QGIS's own manual."""
        return ""

    def _scroll(self, content: QWidget) -> None:
        """Show the page's content so that it scrolls: QGIS's window shall fit small screens."""
        area = QScrollArea()
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setWidget(content)
        bar = area.verticalScrollBar().sizeHint().width()
        area.setMinimumWidth(content.minimumSizeHint().width() + bar)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(area)

    def _show(self, settings: Settings) -> None:
        select(self.method, settings.method)
        select(self.engine, settings.engine)
        select(self.device, settings.device)
        self.threads.setValue(settings.threads)
        self.megabytes.setValue(settings.megabytes)
        self.block_size.setValue(settings.block_size)
        self.model_folder.setFilePath(settings.model_folder)
        self.output_folder.setFilePath(settings.output_folder)


def _choices(titles: dict[str, str]) -> QComboBox:
    box = QComboBox()
    fill(box, titles)
    return box


def _number(lowest: int, highest: int, step: int, special: str) -> QSpinBox:
    box = QSpinBox()
    box.setRange(lowest, highest)
    box.setSingleStep(step)
    if special:
        box.setSpecialValueText(special)
    return box


def _folder() -> QgsFileWidget:
    widget = QgsFileWidget()
    widget.setStorageMode(QgsFileWidget.StorageMode.GetDirectory)
    return widget
