"""The plugin as QGIS sees it: what is added when it is switched on, and taken away again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qgis.core import QgsApplication
from qgis.gui import QgisInterface
from qgis.PyQt.QtCore import QTranslator

try:
    from qgis.PyQt.QtGui import QAction  # Qt 6
except ImportError:
    from qgis.PyQt.QtWidgets import QAction  # Qt 5

from qgis_pansharp.guide import open_guide
from qgis_pansharp.icon import plugin_icon
from qgis_pansharp.provider import PansharpProvider
from qgis_pansharp.translation import install_translator, remove_translator, tr

if TYPE_CHECKING:
    from qgis_pansharp.dialog.sharpen_dialog import SharpenDialog
    from qgis_pansharp.options_factory import OptionsFactory
    from qgis_pansharp.runs import Runs

MENU = "Pansharp"
PATIENCE = 15.0  # seconds that unloading waits for runs of the toolbox to stop


class PansharpPlugin:
    """Adds the Processing provider and, in the desktop, the dialog and the options page.

    The dialog and what it needs are imported when they are first asked for.
    """

    def __init__(self, iface: QgisInterface | None) -> None:
        """Take QGIS's interface, which is None outside the desktop."""
        self._iface = iface
        self._provider: PansharpProvider | None = None
        self._translator: QTranslator | None = None
        self._action: QAction | None = None
        self._guide: QAction | None = None
        self._options: OptionsFactory | None = None
        self._runs: Runs | None = None
        self._dialog: SharpenDialog | None = None

    @property
    def dialog(self) -> SharpenDialog | None:
        """The dialog, once it was opened."""
        return self._dialog

    def initProcessing(self) -> None:
        """Add the provider; all that `qgis_process` calls."""
        # before the provider, whose parameters take their descriptions when they are made
        self._translator = install_translator()
        self._provider = PansharpProvider()
        QgsApplication.processingRegistry().addProvider(self._provider)

    def initGui(self) -> None:
        """Add everything the desktop shows."""
        self.initProcessing()
        if self._iface is None:
            return
        from qgis_pansharp.options_factory import OptionsFactory

        self._action = QAction(plugin_icon(), tr("Pansharpen…"), self._iface.mainWindow())
        self._action.setObjectName("pansharpSharpen")
        self._action.triggered.connect(self.open_dialog)
        self._iface.addPluginToRasterMenu(MENU, self._action)
        self._iface.addRasterToolBarIcon(self._action)
        self._guide = QAction(tr("User guide"), self._iface.mainWindow())
        self._guide.setObjectName("pansharpGuide")
        self._guide.triggered.connect(lambda: open_guide())
        self._iface.addPluginToRasterMenu(MENU, self._guide)
        self._options = OptionsFactory()
        self._iface.registerOptionsWidgetFactory(self._options)

    def open_dialog(self) -> SharpenDialog:
        """Open the dialog, or bring it to the front."""
        if self._dialog is None:
            from qgis_pansharp.dialog.sharpen_dialog import SharpenDialog
            from qgis_pansharp.runs import Runs

            parent = None if self._iface is None else self._iface.mainWindow()
            self._runs = Runs(self._iface)
            self._dialog = SharpenDialog(self._iface, parent, self._runs)
        self._dialog.show()
        self._dialog.raise_()
        self._dialog.activateWindow()
        return self._dialog

    def unload(self) -> None:
        """Take everything away again; runs are stopped and leave nothing behind."""
        if self._dialog is not None:
            self._dialog.shut_down()
            self._dialog.deleteLater()
            self._dialog = None
        if self._runs is not None:
            self._runs.cancel_all()
            self._runs = None
        if self._iface is not None and self._action is not None:
            self._iface.removePluginRasterMenu(MENU, self._action)
            self._iface.removeRasterToolBarIcon(self._action)
            self._action.deleteLater()
            self._action = None
        if self._iface is not None and self._guide is not None:
            self._iface.removePluginRasterMenu(MENU, self._guide)
            self._guide.deleteLater()
            self._guide = None
        if self._iface is not None and self._options is not None:
            self._iface.unregisterOptionsWidgetFactory(self._options)
            self._options = None
            from qgis_pansharp.engines.work import stop_engine_work

            stop_engine_work()
        if self._provider is not None:
            if self._iface is not None:
                from qgis_pansharp.toolbox import stop_toolbox

                stop_toolbox(self._provider.id(), PATIENCE)
            QgsApplication.processingRegistry().removeProvider(self._provider)
            self._provider = None
        if self._translator is not None:
            remove_translator(self._translator)
            self._translator = None
