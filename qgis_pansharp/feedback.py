"""The backend's feedback, shown by Processing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qgis.core import QgsProcessingFeedback

from qgis_pansharp.translation import tr_message

if TYPE_CHECKING:
    from qgis_pansharp.backend.messages import Message


class ProcessingFeedback:
    """Passes progress and log lines on to Processing, and its cancel button back.

    Follows `qgis_pansharp.backend.request.Feedback`; may be used from any thread, as Processing's
    own feedback may.
    """

    def __init__(self, feedback: QgsProcessingFeedback) -> None:
        """Take Processing's feedback."""
        self._feedback = feedback

    def progress(self, share: float) -> None:
        """Show the share of the work that is done, 0 to 1."""
        self._feedback.setProgress(100.0 * share)

    def message(self, text: str | Message) -> None:
        """Add a line to the log, in the user's language."""
        self._feedback.pushInfo(tr_message(text))

    def is_cancelled(self) -> bool:
        """Say whether the user wants to stop."""
        return bool(self._feedback.isCanceled())
