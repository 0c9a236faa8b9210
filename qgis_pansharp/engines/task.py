"""Work on engines on a worker thread: installing, checking, removing."""

from __future__ import annotations

import traceback
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from qgis.core import Qgis, QgsMessageLog, QgsTask
from qgis.PyQt.QtCore import pyqtSignal

from qgis_pansharp.task import LOG, TaskFeedback
from qgis_pansharp.translation import tr, tr_message

if TYPE_CHECKING:
    from qgis_pansharp.backend.environments import Environments
    from qgis_pansharp.backend.environments.failures import Instead
    from qgis_pansharp.backend.messages import Message
    from qgis_pansharp.backend.request import Feedback

Work = Callable[["Environments", "Feedback"], Any]


class EngineTask(QgsTask):
    """Does one thing with the engines of a folder; knows no widget.

    After the run `error` is the sentence that says what went wrong, empty where nothing did, and
    `log` the file with all that was printed, where there is one. `instead` is the variant that can
    be had instead, where there is one. `cancelled` says whether it was stopped before it was done.
    `line` is what goes on.
    """

    lineChanged = pyqtSignal()  # from the worker thread

    def __init__(
        self, title: str, folder: Path, work: Work, on_end: Callable[[EngineTask], None]
    ) -> None:
        """Take a title for the task manager, the work, and who is told on the main thread."""
        super().__init__(title, QgsTask.Flag.CanCancel)
        self.error = ""
        self.line = title  # until there is more to tell
        self.cancelled = False
        self.log: Path | None = None
        self.instead: Instead | None = None
        self._folder = folder
        self._work = work
        self._on_end = on_end

    def run(self) -> bool:
        """Work; called by QGIS on a worker thread."""
        from qgis_pansharp.backend.environments import Environments
        from qgis_pansharp.backend.errors import Cancelled, PansharpError

        try:
            self._work(Environments(self._folder), TaskFeedback(self))
        except Cancelled:
            return False
        except PansharpError as error:
            self.error = tr_message(error.message)
            self.log = getattr(error, "log", None)
            self.instead = getattr(error, "instead", None)
            return False
        except BaseException:  # a worker thread has nobody above it to tell
            QgsMessageLog.logMessage(traceback.format_exc(), LOG, Qgis.MessageLevel.Critical, False)
            self.error = tr("This failed unexpectedly; please report it with the log.")
            return False
        return True

    def finished(self, successful: bool) -> None:
        """Tell who waits; called by QGIS on the main thread, for cancelled tasks too."""
        self.cancelled = not successful and not self.error
        on_end, self._on_end = self._on_end, _nobody
        on_end(self)

    def message(self, text: str | Message) -> None:
        """Put a line into the log, in the user's language; from any thread."""
        self.line = tr_message(text)
        self.lineChanged.emit()
        QgsMessageLog.logMessage(self.line, LOG, Qgis.MessageLevel.Info, False)


def _nobody(_: EngineTask) -> None:
    """Nobody waits any more."""
