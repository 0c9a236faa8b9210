"""Pansharp: deep-learning pansharpening in QGIS.

`qgis_pansharp.backend` is used without QGIS too, so nothing of QGIS is imported here.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from qgis.gui import QgisInterface

    from qgis_pansharp.plugin import PansharpPlugin


def classFactory(iface: QgisInterface | None) -> PansharpPlugin:
    """Return the plugin; QGIS calls this when it loads the plugin."""
    from qgis_pansharp.plugin import PansharpPlugin

    return PansharpPlugin(iface)
