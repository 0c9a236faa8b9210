"""What Processing has of the plugin while it works: runs and windows, which must end before it.

Both hold algorithms, and algorithms ask their provider, which is gone once the plugin is unloaded.
"""

from __future__ import annotations

import contextlib
import threading
import time
from collections.abc import Iterator

from qgis.core import QgsApplication, QgsProcessingAlgRunnerTask, QgsProcessingFeedback, QgsTask
from qgis.PyQt.QtCore import QCoreApplication

_running: list[tuple[QgsProcessingFeedback, threading.Thread]] = []


@contextlib.contextmanager
def running(feedback: QgsProcessingFeedback) -> Iterator[None]:
    """Let what happens inside be stopped by `stop_toolbox`; on any thread."""
    entry = (feedback, threading.current_thread())
    _running.append(entry)
    try:
        yield
    finally:
        _running.remove(entry)


def stop_toolbox(provider: str, patience: float) -> None:
    """Cancel runs, stay until Processing has dealt with their ends, and close windows.

    Args:
        provider: id of the provider whose algorithms the windows show.
        patience: seconds to wait at most.
    """
    threads = [thread for _, thread in _running]
    # what runs on this thread goes on when we return
    others = len(threads) - threads.count(threading.main_thread())
    left = _count_tasks() - others
    for feedback, _ in list(_running):
        feedback.cancel()
    end = time.monotonic() + patience
    while others and _count_tasks() > left and time.monotonic() < end:
        QCoreApplication.processEvents()
        time.sleep(0.01)
    _close_windows(provider)


def _count_tasks() -> int:
    """Return how many algorithms run on threads, whoever's they are."""
    over = (QgsTask.TaskStatus.Complete, QgsTask.TaskStatus.Terminated)
    return sum(
        isinstance(task, QgsProcessingAlgRunnerTask) and task.status() not in over
        for task in QgsApplication.taskManager().tasks()
    )


def _close_windows(provider: str) -> None:
    from qgis.gui import QgsProcessingAlgorithmDialogBase
    from qgis.PyQt.QtWidgets import QApplication

    for window in QApplication.topLevelWidgets():
        if isinstance(window, QgsProcessingAlgorithmDialogBase):
            algorithm = window.algorithm()
            if algorithm is not None and algorithm.id().startswith(f"{provider}:"):
                window.close()
