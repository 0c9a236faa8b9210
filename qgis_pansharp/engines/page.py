"""The table of engines, with what can be done about each."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from qgis.PyQt.QtCore import Qt, QUrl
from qgis.PyQt.QtGui import QDesktopServices
from qgis.PyQt.QtWidgets import (
    QAbstractItemView,
    QFileDialog,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QProgressBar,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from qgis_pansharp.choices import AUTO, engine_titles
from qgis_pansharp.engines.proxy import proxy_address
from qgis_pansharp.engines.task import Work
from qgis_pansharp.engines.work import engine_work
from qgis_pansharp.settings import engines_folder
from qgis_pansharp.translation import number, tr, tr_message

if TYPE_CHECKING:
    from qgis_pansharp.backend.engines.at_hand import AtHand
    from qgis_pansharp.backend.environments import Environment, Environments
    from qgis_pansharp.backend.request import Feedback

LINES = 4  # of the table, beside its header


class EnginesPage(QWidget):
    """Engines, what they run on, and buttons to install, check and remove them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Show what is installed."""
        super().__init__(parent)
        self._work = engine_work()
        self.table = QTableWidget(0, 6)
        self.table.setObjectName("engines")
        self.table.setHorizontalHeaderLabels(
            [tr("Engine"), tr("Runs on"), tr("State"), tr("Version"), tr("Mpx/s"), tr("Size")]
        )
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.table.verticalHeader().hide()
        self.table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.table.horizontalHeader().setStretchLastSection(True)
        self.install = QPushButton(tr("Install"))
        self.install_from = QPushButton(tr("Install from folder…"))
        self.own_python = QPushButton(tr("Use my own Python…"))
        self.test = QPushButton(tr("Test"))
        self.remove = QPushButton(tr("Remove"))
        self.progress = QProgressBar()
        self.cancel = QPushButton(tr("Cancel"))
        self.note = QLabel()
        self.note.setWordWrap(True)
        self.note.setTextFormat(Qt.TextFormat.PlainText)
        self.note.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.install_instead = QPushButton()
        self.show_log = QPushButton(tr("Show log"))
        self._lay_out()
        self.install.clicked.connect(self._install)
        self.install_from.clicked.connect(self._install_from)
        self.own_python.clicked.connect(self._use_python)
        self.test.clicked.connect(self._test)
        self.remove.clicked.connect(self._remove)
        self.cancel.clicked.connect(self._work.cancel)
        self.install_instead.clicked.connect(self._install_instead)
        self.show_log.clicked.connect(self._open_log)
        self.table.itemSelectionChanged.connect(self._show_state)
        self._work.changed.connect(self._show_state)
        self._work.ended.connect(self._end)
        self._fill()

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        for button in (self.install, self.install_from, self.own_python, self.test, self.remove):
            buttons.addWidget(button)
        buttons.addStretch()
        going_on = QHBoxLayout()
        going_on.addWidget(self.progress)
        going_on.addWidget(self.cancel)
        told = QHBoxLayout()
        told.addWidget(self.note, 1)
        told.addWidget(self.install_instead)
        told.addWidget(self.show_log)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.table)
        layout.addLayout(buttons)
        layout.addLayout(going_on)
        layout.addLayout(told)

    @property
    def engine(self) -> str:
        """The engine that is selected."""
        rows = self.table.selectionModel().selectedRows()
        return str(self.table.item(rows[0].row(), 0).data(Qt.ItemDataRole.UserRole)) if rows else ""

    def _fill(self) -> None:
        """Show every engine as it is now; the selection stays."""
        from qgis_pansharp.backend.engines.at_hand import engines_at_hand
        from qgis_pansharp.backend.environments import Environments

        environments = Environments(engines_folder())
        usable = engines_at_hand(engines_folder(), isolate=True)
        chosen, titles = self.engine, engine_titles()
        engines = [value for value in titles if value != AUTO]
        self.table.setRowCount(len(engines))
        for row, engine in enumerate(engines):
            cells = _cells(engine, environments, usable.get(engine))
            for column, text in enumerate((titles[engine], *cells)):
                item = QTableWidgetItem(text)
                item.setToolTip(text)
                item.setData(Qt.ItemDataRole.UserRole, engine)
                self.table.setItem(row, column, item)
        self.table.selectRow(max(0, engines.index(chosen) if chosen in engines else 0))
        height = self.table.horizontalHeader().sizeHint().height()
        rows = self.table.verticalHeader().defaultSectionSize() * max(LINES, len(engines))
        self.table.setMinimumHeight(height + rows + 2 * self.table.frameWidth())
        self._show_state()

    def _show_state(self) -> None:
        """Let buttons and bar say what can be done, and what goes on."""
        from qgis_pansharp.backend.environments import Environments

        engine, busy = self.engine, self._work.busy
        environments = Environments(engines_folder())
        optional = bool(engine) and engine != "builtin"
        known = optional and environments.get(engine) is not None
        broken = optional and environments.problem(engine) is not None
        for button in (self.install, self.install_from, self.own_python):
            button.setEnabled(optional and not busy)
        self.install.setText(tr("Install again") if known or broken else tr("Install"))
        self.test.setEnabled(known and not busy)
        self.remove.setEnabled((known or broken) and not busy)
        self.progress.setVisible(busy)
        self.cancel.setVisible(busy)
        self.show_log.setVisible(not busy and self._work.log is not None)
        instead = self._work.instead
        self.install_instead.setVisible(not busy and instead is not None)
        if instead is not None:
            text = tr("Install variant {variant} ({size} GB)")
            size = number(instead.size / 1e9, 1)
            self.install_instead.setText(text.format(variant=instead.variant, size=size))
        if self._work.task is not None:
            self.progress.setValue(round(self._work.task.progress()))
            self.note.setText(self._work.task.line)
            self.cancel.setEnabled(not self._work.task.isCanceled())

    def _start(self, title: str, work: Work) -> None:
        self._work.start(title, work)

    def _install(self, source: str = "") -> None:
        self._install_variant(self.engine, "auto", source)

    def _install_instead(self) -> None:
        if self._work.instead is not None:
            self._install_variant(self._work.instead.engine, self._work.instead.variant, "")

    def _install_variant(self, engine: str, variant: str, source: str) -> None:
        proxy = proxy_address()

        def install(environments: Environments, feedback: Feedback) -> None:
            environments.install(
                engine, feedback=feedback, variant=variant, proxy=proxy, source=source or None
            )

        title = tr("Installing the engine {engine}").format(engine=engine_titles()[engine])
        self._start(title, install)

    def _install_from(self) -> None:
        title = tr("Choose the folder that 'pansharp engines bundle' has filled")
        folder = QFileDialog.getExistingDirectory(self, title)
        if folder:
            self._install(folder)

    def _use_python(self) -> None:
        engine = self.engine
        path, _ = QFileDialog.getOpenFileName(self, tr("Choose a Python interpreter"))
        if not path:
            return

        def use(environments: Environments, feedback: Feedback) -> None:
            environments.use_python(engine, Path(path), feedback)

        self._start(tr("Checking {path}").format(path=path), use)

    def _test(self) -> None:
        engine = self.engine

        def test(environments: Environments, feedback: Feedback) -> None:
            environments.verify(engine, feedback)

        self._start(tr("Testing the engine {engine}").format(engine=engine_titles()[engine]), test)

    def _remove(self) -> None:
        work = partial(_remove, self.engine)
        title = tr("Removing the engine {engine}").format(engine=engine_titles()[self.engine])
        self._start(title, work)

    def _end(self, error: str) -> None:
        self._fill()
        if error:
            self.note.setText(f"⚠ {error}")
        elif self._work.cancelled:
            self.note.setText(tr("Cancelled; what was installed before still is."))
        else:
            self.note.setText(tr("Done."))

    def _open_log(self) -> None:
        if self._work.log is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._work.log)))


def _remove(engine: str, environments: Environments, _: Feedback) -> None:
    environments.remove(engine)


def _cells(
    engine: str, environments: Environments, usable: AtHand | None
) -> tuple[str, str, str, str, str]:
    """Return what an engine runs on, its state, version, speed and size."""
    if engine == "builtin":
        version = usable.version if usable is not None else ""
        return tr("Processor"), tr("Always there"), f"NumPy {version}", "", ""
    environment = environments.get(engine)
    if environment is not None:
        return _of_environment(environment)
    problem = environments.problem(engine)
    if problem is not None:
        return "", tr_message(problem), "", "", ""
    if usable is not None:
        return "", tr("In QGIS's Python"), usable.version, "", ""
    return "", tr("Not installed"), "", "", ""


def _of_environment(environment: Environment) -> tuple[str, str, str, str, str]:
    devices = ", ".join(f"{d.title} ({d.name})" for d in environment.devices)
    state = tr("My own Python") if environment.own else tr("Installed")
    if environment.note:
        state += f" · {environment.note}"
    speed = number(environment.speed, 2) if environment.speed else ""
    size = f"{number(environment.size / 1e6, 0)} MB" if environment.size else ""
    return devices or environment.device, state, environment.version, speed, size
