"""The Processing provider: what the toolbox lists under Pansharp."""

from __future__ import annotations

from qgis.core import QgsProcessingProvider
from qgis.PyQt.QtGui import QIcon

from qgis_pansharp.algorithms.sharpen import SharpenAlgorithm
from qgis_pansharp.icon import ICON, plugin_icon


class PansharpProvider(QgsProcessingProvider):
    """Pansharp's algorithms; ids are `pansharp:<name>` and never change."""

    def id(self) -> str:
        """Return the published id."""
        return "pansharp"

    def name(self) -> str:
        """Return the name in the toolbox."""
        return "Pansharp"

    def longName(self) -> str:
        """Return the name where there is room; the same."""
        return self.name()

    def icon(self) -> QIcon:
        """Return the plugin's icon."""
        return plugin_icon()

    def svgIconPath(self) -> str:
        """Return the icon's file."""
        return str(ICON)

    def supportedOutputRasterLayerExtensions(self) -> list[str]:
        """Return what the backend writes: GeoTIFF."""
        return ["tif", "tiff"]

    def defaultRasterFileExtension(self) -> str:
        """Return GeoTIFF's, whatever the user's default for other providers is."""
        return "tif"

    def supportsNonFileBasedOutput(self) -> bool:
        """Say no: results are files."""
        return False

    def loadAlgorithms(self) -> None:
        """Add the algorithms."""
        self.addAlgorithm(SharpenAlgorithm())
