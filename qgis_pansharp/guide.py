"""The user guide: a page inside the plugin, so that Help needs no network."""

from __future__ import annotations

from pathlib import Path

from qgis.PyQt.QtCore import QUrl
from qgis.PyQt.QtGui import QDesktopServices

PAGE = Path(__file__).parent / "help" / "user-guide.html"  # put there by `make plugin`
ONLINE = "https://github.com/pansharp/qgis-pansharp/blob/main/docs/user-guide.md"


def guide_address() -> str:
    """Return where the guide is: in the plugin, or on the network where that was not packaged."""
    return QUrl.fromLocalFile(str(PAGE)).toString() if PAGE.is_file() else ONLINE


def open_guide() -> None:
    """Show the guide in the user's browser."""
    QDesktopServices.openUrl(QUrl(guide_address()))
