"""A feedback that keeps what it is told."""

from __future__ import annotations

from qgis_pansharp.backend.messages import Message
from qgis_pansharp.backend.request import SilentFeedback


class Listening(SilentFeedback):
    """Keeps the log's lines as they come; only those that begin so, where beginnings are given."""

    def __init__(self, *beginnings: str) -> None:
        self.heard: list[str] = []
        self._beginnings = beginnings or ("",)

    def message(self, text: str | Message) -> None:
        """Keep a line."""
        if str(text).startswith(self._beginnings):
            self.heard.append(str(text))
