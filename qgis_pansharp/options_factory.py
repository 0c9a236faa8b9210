"""The entry in QGIS's options; the page itself is imported when it is opened."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qgis.gui import QgsOptionsWidgetFactory
from qgis.PyQt.QtGui import QIcon

from qgis_pansharp.icon import plugin_icon

if TYPE_CHECKING:
    from qgis.PyQt.QtWidgets import QWidget

    from qgis_pansharp.options_page import OptionsPage


class OptionsFactory(QgsOptionsWidgetFactory):
    """Makes Pansharp's page for QGIS's options dialog."""

    def __init__(self) -> None:
        """Name the page."""
        super().__init__("Pansharp", plugin_icon())
        self._page: OptionsPage | None = None

    def icon(self) -> QIcon:
        """Return the plugin's icon."""
        return plugin_icon()

    def createWidget(self, parent: QWidget | None) -> OptionsPage:
        """Return a page that QGIS shows and saves."""
        from qgis_pansharp.options_page import OptionsPage

        self._page = OptionsPage(parent)  # QGIS keeps no reference of its own
        return self._page
