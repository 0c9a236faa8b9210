"""The plugin's icon, wherever QGIS shows one."""

from __future__ import annotations

from pathlib import Path

from qgis.PyQt.QtGui import QIcon

ICON = Path(__file__).parent / "icon.svg"


def plugin_icon() -> QIcon:
    """Return the icon."""
    return QIcon(str(ICON))
