"""The one thing that is going on with engines; it outlives the page that began it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QObject, pyqtSignal

from qgis_pansharp.engines.task import EngineTask, Work
from qgis_pansharp.settings import engines_folder

if TYPE_CHECKING:
    from pathlib import Path

    from qgis_pansharp.backend.environments.failures import Instead


class EngineWork(QObject):
    """Starts one task after another is over, and says what goes on."""

    changed = pyqtSignal()
    ended = pyqtSignal(str)  # what went wrong, "" for nothing

    def __init__(self) -> None:
        """Begin with nothing to do."""
        super().__init__()
        self.task: EngineTask | None = None
        self.log: Path | None = None  # of the last thing that failed
        self.instead: Instead | None = None  # what can be had where that failed
        self.cancelled = False  # whether the last thing was stopped before it was done

    @property
    def busy(self) -> bool:
        """Whether something is going on."""
        return self.task is not None

    def start(self, title: str, work: Work) -> None:
        """Begin something, unless something is going on."""
        if self.task is not None:
            return
        self.log = self.instead = None
        self.task = EngineTask(title, engines_folder(), work, self._end)
        self.task.progressChanged.connect(lambda _: self.changed.emit())
        # what goes on is told beside the progress, which may stand still for long
        self.task.lineChanged.connect(self.changed)
        QgsApplication.taskManager().addTask(self.task)
        self.changed.emit()

    def cancel(self) -> None:
        """Stop what is going on; what was installed before stays."""
        if self.task is not None:
            self.task.cancel()
            self.changed.emit()

    def _end(self, task: EngineTask) -> None:
        self.task, self.log, self.instead = None, task.log, task.instead
        self.cancelled = task.cancelled
        self.changed.emit()
        self.ended.emit(task.error)


_work: list[EngineWork] = []


def engine_work() -> EngineWork:
    """Return the one that all pages share."""
    if not _work:
        _work.append(EngineWork())
    return _work[0]


def stop_engine_work() -> None:
    """Stop what is going on, for good; when the plugin is unloaded."""
    while _work:
        _work.pop().cancel()
