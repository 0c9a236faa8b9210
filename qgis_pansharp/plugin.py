"""The plugin as QGIS sees it: what is added when it is switched on, and taken away again."""

from __future__ import annotations

from qgis.core import QgsApplication
from qgis.gui import QgisInterface
from qgis.PyQt.QtCore import QTranslator

from qgis_pansharp.provider import PansharpProvider
from qgis_pansharp.translation import install_translator, remove_translator


class PansharpPlugin:
    """Adds the Processing provider, and the translator that it speaks through."""

    def __init__(self, iface: QgisInterface | None) -> None:
        """Take QGIS's interface, which is None outside the desktop."""
        self._iface = iface
        self._provider: PansharpProvider | None = None
        self._translator: QTranslator | None = None

    def initProcessing(self) -> None:
        """Add the provider; all that `qgis_process` calls."""
        # before the provider, whose parameters take their descriptions when they are made
        self._translator = install_translator()
        self._provider = PansharpProvider()
        QgsApplication.processingRegistry().addProvider(self._provider)

    def initGui(self) -> None:
        """Add everything the desktop shows."""
        self.initProcessing()

    def unload(self) -> None:
        """Take everything away again."""
        if self._provider is not None:
            QgsApplication.processingRegistry().removeProvider(self._provider)
            self._provider = None
        if self._translator is not None:
            remove_translator(self._translator)
            self._translator = None
