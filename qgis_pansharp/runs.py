"""All runs of the desktop: one at a time, watched in the message bar, their results as layers."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING

from qgis.core import Qgis, QgsApplication, QgsMessageLog, QgsProject, QgsTask
from qgis.gui import QgisInterface, QgsMessageBar, QgsMessageBarItem
from qgis.PyQt.QtCore import QCoreApplication, QObject, Qt, QTimer, pyqtSignal
from qgis.PyQt.QtWidgets import QLabel, QMessageBox, QProgressBar, QPushButton, QWidget

from qgis_pansharp.choices import AUTO
from qgis_pansharp.result_layer import add_result, reload_replaced
from qgis_pansharp.settings import save_speed
from qgis_pansharp.task import LOG, SharpenTask
from qgis_pansharp.translation import number, tr

if TYPE_CHECKING:
    from qgis_pansharp.backend.request import SharpenRequest

PATIENCE = 15.0  # seconds that unloading waits for a run to notice that it was cancelled
TELLING = 2.0  # seconds that a run must take to tell how long others will
REFRESH = 500  # milliseconds between two looks at the time left


@dataclass(frozen=True)
class Job:
    """A run and what becomes of its result."""

    request: SharpenRequest
    title: str  # of the scene, for messages
    name: str  # of the result's layer
    pan_layer: str  # ids, "" for files that are no layers
    ms_layer: str
    add_layer: bool = True


class Runs(QObject):
    """Queues runs, shows them, and adds their results. Lives as long as the plugin."""

    resultReady = pyqtSignal(str)
    failed = pyqtSignal(str)
    cancelled = pyqtSignal()
    changed = pyqtSignal()  # a run was added or has ended

    def __init__(self, iface: QgisInterface | None) -> None:
        """Take QGIS's interface; without one nothing is shown."""
        super().__init__()
        self._iface = iface
        self._waiting: list[_Entry] = []  # the first one works

    @property
    def count(self) -> int:
        """Number of runs that wait or work."""
        return len(self._waiting)

    def start(self, job: Job) -> SharpenTask:
        """Run a job as soon as those before it have ended; return its task."""
        title = tr("Pansharpen {name}").format(name=job.title)
        task = SharpenTask(job.request, title, self._ended)
        if self._waiting:
            task.hold()  # it shows in the task manager, and waits there
        self._waiting.append(_Entry(task, job))
        self._show_first()
        QgsApplication.taskManager().addTask(task)
        self.changed.emit()
        return task

    def cancel_all(self, patience: float = PATIENCE) -> None:
        """Cancel what works and what waits, and stay until it has stopped; nothing is left behind.

        Args:
            patience: seconds to wait at most.
        """
        for entry in reversed(list(self._waiting)):
            entry.task.cancel()
        end = time.monotonic() + patience
        while self._waiting and time.monotonic() < end:
            # ends reach us through events of the main thread
            QCoreApplication.processEvents()
            time.sleep(0.01)

    def _show_first(self) -> None:
        """Watch the run that works in the message bar; the others are counted there."""
        bar = self._message_bar()
        if bar is None or not self._waiting:
            return
        first = self._waiting[0]
        if first.watch is None:
            first.watch = _Watch(bar, first.task, lambda: self.count - 1)
        else:
            first.watch.refresh()

    # The end of a run ----------------------------------------------------------------------------

    def _ended(self, task: SharpenTask) -> None:
        """Show how a run ended and start the next one; on the main thread."""
        ended = next((entry for entry in self._waiting if entry.task is task), None)
        if ended is None:
            return
        self._waiting.remove(ended)
        if ended.watch is not None:
            ended.watch.close()
        if self._waiting and self._waiting[0].task.status() == QgsTask.TaskStatus.OnHold:
            self._waiting[0].task.unhold()
        self._show_first()
        job = ended.job
        if task.result is not None:
            self._succeeded(task, job)
        elif task.error:
            self._failed(task)
        else:
            self._say(tr("Pansharpening was cancelled; no output was left behind."))
            self.cancelled.emit()
        self.changed.emit()

    def _succeeded(self, task: SharpenTask, job: Job) -> None:
        result = task.result
        if result is None:
            return
        path = str(result.output)
        asked = job.request
        # one that fell back to another engine tells nothing of the one that was asked for
        if result.seconds >= TELLING and asked.engine in (AUTO, result.engine):
            speed = task.work / result.seconds
            save_speed(asked.engine, asked.device, result.model, speed)
        project = QgsProject.instance()
        reload_replaced(project, path)
        if job.add_layer:
            added = add_result(
                project,
                path,
                job.name,
                project.mapLayer(job.ms_layer),
                project.mapLayer(job.pan_layer),
                result,
                job.request,
            )
            if added is None:
                self._say(
                    tr("The result {path} was written, but cannot be loaded.").format(path=path),
                    Qgis.MessageLevel.Warning,
                )
        self._say(
            tr("{name} is ready: {columns} x {rows} pixels in {seconds} s.").format(
                name=job.name,
                columns=result.columns,
                rows=result.rows,
                seconds=number(result.seconds, 1),
            ),
            Qgis.MessageLevel.Success,
        )
        self.resultReady.emit(path)

    def _failed(self, task: SharpenTask) -> None:
        QgsMessageLog.logMessage(task.error, LOG, Qgis.MessageLevel.Critical, False)
        bar = self._message_bar()
        if bar is not None:
            item = QgsMessageBar.createMessage("Pansharp", _as_html(task.error))
            button = QPushButton(tr("Details"), item)
            button.clicked.connect(lambda: self._show_details(task))
            item.layout().addWidget(button)
            bar.pushWidget(item, Qgis.MessageLevel.Critical)
        self.failed.emit(task.error)

    def _show_details(self, task: SharpenTask) -> None:
        box = QMessageBox(self._window())
        box.setIcon(QMessageBox.Icon.Critical)
        box.setWindowTitle("Pansharp")
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setText(task.error)
        box.setDetailedText(task.details or task.error)
        box.setStandardButtons(QMessageBox.StandardButton.Close)
        box.open()

    def _say(self, text: str, level: Qgis.MessageLevel = Qgis.MessageLevel.Info) -> None:
        QgsMessageLog.logMessage(text, LOG, level, False)
        bar = self._message_bar()
        if bar is not None:
            bar.pushMessage("Pansharp", _as_html(text), level)

    def _message_bar(self) -> QgsMessageBar | None:
        return None if self._iface is None else self._iface.messageBar()

    def _window(self) -> QWidget | None:
        return None if self._iface is None else self._iface.mainWindow()


@dataclass
class _Entry:
    """A run that waits or works."""

    task: SharpenTask
    job: Job
    watch: _Watch | None = None


class _Watch(QObject):
    """A run in the message bar: its progress, the time left, how many wait, a button to cancel."""

    def __init__(
        self, bar: QgsMessageBar, task: SharpenTask, count_waiting: Callable[[], int]
    ) -> None:
        super().__init__()
        self._bar, self._task, self._count_waiting = bar, task, count_waiting
        title = _as_html(task.description())
        self._item: QgsMessageBarItem | None = QgsMessageBar.createMessage("Pansharp", title)
        self._left = QLabel(tr("waiting"), self._item)
        self._progress = QProgressBar(self._item)
        self._progress.setRange(0, 100)
        cancel = QPushButton(tr("Cancel"), self._item)
        cancel.clicked.connect(task.cancel)
        for widget in (self._left, self._progress, cancel):
            self._item.layout().addWidget(widget)
        # the user may close the message; the run goes on
        self._item.destroyed.connect(self._forget)
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.refresh)
        self._timer.start(REFRESH)
        bar.pushWidget(self._item, Qgis.MessageLevel.Info)
        self.refresh()

    def close(self) -> None:
        """Take the message away."""
        self._timer.stop()
        if self._item is not None:
            self._bar.popWidget(self._item)
            self._item = None

    def _forget(self) -> None:
        self._timer.stop()
        self._item = None

    def refresh(self) -> None:
        """Show how things stand."""
        if self._item is None:
            return
        self._progress.setValue(int(self._task.progress()))
        words = []
        if self._task.isCanceled():
            words.append(tr("stopping"))
        elif self._task.status() == QgsTask.TaskStatus.Running:
            left = self._task.seconds_left
            words += [] if left is None else [time_left(left)]
        else:
            words.append(tr("waiting"))
        count = self._count_waiting()
        if count:
            words.append(tr("{count} waiting").format(count=count))
        self._left.setText(" · ".join(words))


def _as_html(text: str) -> str:
    """Return a text as the message bar takes it, with names of layers and files as they are."""
    return escape(text, quote=False)


def time_left(seconds: float) -> str:
    """Return a rough length of time in words.

    Args:
        seconds: above 0.
    """
    if seconds < 90:
        return tr("about {count} s left").format(count=max(1, round(seconds)))
    if seconds < 5400:
        return tr("about {count} min left").format(count=round(seconds / 60))
    return tr("about {count} h left").format(count=number(seconds / 3600, 1))
