"""A label of several lines that is always shown whole.

Qt gives wrapped labels in a scroll area the height of one line where room is scarce.
"""

from __future__ import annotations

from qgis.PyQt.QtGui import QResizeEvent
from qgis.PyQt.QtWidgets import QLabel


class WrappedLabel(QLabel):
    """A label whose least height is that of its wrapped text."""

    def setText(self, text: str | None) -> None:
        """Show a text."""
        super().setText(text)
        self._fit()

    def resizeEvent(self, event: QResizeEvent | None) -> None:
        """Wrap anew."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        self.setMinimumHeight(0)  # Qt's answer is never less than the least height
        height = max(0, self.heightForWidth(self.width())) if self.text() else 0
        self.setMinimumHeight(height)
