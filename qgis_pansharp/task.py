"""A run on a worker thread: plain data in, a result or one sentence out."""

from __future__ import annotations

import time
import traceback
from collections.abc import Callable
from typing import TYPE_CHECKING

from qgis.core import Qgis, QgsMessageLog, QgsProcessingException, QgsTask

from qgis_pansharp.errors import one_sentence
from qgis_pansharp.translation import tr, tr_message

if TYPE_CHECKING:
    from qgis_pansharp.backend.messages import Message
    from qgis_pansharp.backend.request import SharpenRequest, SharpenResult

LOG = "Pansharp"  # the tab of QGIS's log panel


class SharpenTask(QgsTask):
    """Sharpens one request; knows no layer, no widget and no `iface`.

    After the run either `result` is set or `error` is; `details` is what the log panel and the
    "Details" button show.
    """

    def __init__(
        self, request: SharpenRequest, title: str, on_end: Callable[[SharpenTask], None]
    ) -> None:
        """Take the request, a title for the task manager, and who is told on the main thread."""
        super().__init__(title, QgsTask.Flag.CanCancel)
        self.request = request
        self.result: SharpenResult | None = None
        self.work = 0.0  # that the run was, as `estimate.work` counts it
        self.error = ""
        self.lines: list[str] = []
        self._on_end = on_end
        self._started = 0.0

    @property
    def details(self) -> str:
        """All lines of the run."""
        return "\n".join(self.lines)

    @property
    def seconds_left(self) -> float | None:
        """Estimate from the progress so far; None while that says too little."""
        share = float(self.progress()) / 100.0
        if not self._started or share < 0.02 or share >= 1:
            return None
        return (time.monotonic() - self._started) * (1 / share - 1)

    def run(self) -> bool:
        """Sharpen; called by QGIS on a worker thread."""
        self._started = time.monotonic()
        try:
            with one_sentence(self.message):
                from qgis_pansharp.backend.estimate import work
                from qgis_pansharp.backend.plan import make_plan
                from qgis_pansharp.backend.sharpen import sharpen

                plan = make_plan(self.request)
                self.work = work(plan, plan.blocks(plan.scene.output))
                self.result = sharpen(self.request, TaskFeedback(self))
        except QgsProcessingException as error:
            # a run that was stopped is no failure
            self.error = "" if self.isCanceled() else str(error)
            return False
        except BaseException:  # a worker thread has nobody above it to tell
            self.lines.append(traceback.format_exc())
            self.error = tr("Sharpening failed unexpectedly; please report this with the log.")
            return False
        return True

    def finished(self, successful: bool) -> None:
        """Tell who waits; called by QGIS on the main thread, for cancelled tasks too."""
        on_end, self._on_end = self._on_end, _nobody
        on_end(self)

    def message(self, text: str | Message) -> None:
        """Put a line into the log, in the user's language; from any thread."""
        line = tr_message(text)
        self.lines.append(line)
        QgsMessageLog.logMessage(line, LOG, Qgis.MessageLevel.Info, False)


class TaskFeedback:
    """The backend's feedback, shown by the task manager.

    Follows `qgis_pansharp.backend.request.Feedback`.
    """

    def __init__(self, task: SharpenTask) -> None:
        """Take the task, whose progress and cancel button may be used from any thread."""
        self._task = task

    def progress(self, share: float) -> None:
        """Show the share of the work that is done, 0 to 1."""
        self._task.setProgress(100.0 * share)

    def message(self, text: str | Message) -> None:
        """Put a line into the log."""
        self._task.message(text)

    def is_cancelled(self) -> bool:
        """Say whether the user wants to stop."""
        return bool(self._task.isCanceled())


def _nobody(_: SharpenTask) -> None:
    """Nobody waits any more."""
