"""How a result looks when it is loaded: a name that says what it is, and natural colours."""

from __future__ import annotations

from collections.abc import Sequence

from qgis.core import (
    QgsContrastEnhancement,
    QgsMapLayer,
    QgsMultiBandColorRenderer,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingLayerPostProcessorInterface,
    QgsRasterLayer,
    QgsRasterMinMaxOrigin,
)

from qgis_pansharp.translation import tr

RGB = tuple[int, int, int]
# QGIS keeps no reference to a post-processor; one for each result file of this session
_alive: dict[str, NaturalColour] = {}


def natural_bands(*orders: Sequence[str]) -> RGB | None:
    """Return the numbers (from 1) of the red, green and blue bands.

    Args:
        orders: the bands' roles, the more trustworthy list first; the first that knows all three
            colours counts.
    """
    for roles in orders:
        if {"red", "green", "blue"} <= set(roles):
            red, green, blue = (list(roles).index(c) + 1 for c in ("red", "green", "blue"))
            return red, green, blue
    return None


def arrange_look(
    context: QgsProcessingContext, destination: str, description: str, ms_name: str, rgb: RGB | None
) -> None:
    """Arrange for name and colours of a result that will be loaded. Main thread only.

    Args:
        context: of the run.
        destination: the result's file.
        description: of the output parameter, which a result is called unless the user named it.
        ms_name: name of the MS layer.
        rgb: numbers of the bands to show, None for QGIS's choice.
    """
    if not context.willLoadLayerOnCompletion(destination):
        return
    details = context.layerToLoadOnCompletionDetails(destination)
    if details.name == description:
        details.name = tr("{name} pansharpened").format(name=ms_name)
    _alive[destination] = NaturalColour(rgb)
    details.setPostProcessor(_alive[destination])


class NaturalColour(QgsProcessingLayerPostProcessorInterface):
    """Shows a result in natural colours, stretched to its statistics."""

    def __init__(self, rgb: RGB | None) -> None:
        """Take the numbers of the red, green and blue bands."""
        super().__init__()
        self._rgb = rgb

    def postProcessLayer(
        self, layer: QgsMapLayer, context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> None:
        """Give the loaded layer its look."""
        if isinstance(layer, QgsRasterLayer) and layer.isValid():
            show_natural_colour(layer, self._rgb)


def show_natural_colour(layer: QgsRasterLayer, rgb: RGB | None) -> None:
    """Show bands as red, green and blue, cut where the user's settings say (2 and 98 %)."""
    if rgb is not None and max(rgb) <= layer.bandCount():
        layer.setRenderer(QgsMultiBandColorRenderer(layer.dataProvider(), *rgb))
    layer.setContrastEnhancement(
        QgsContrastEnhancement.ContrastEnhancementAlgorithm.StretchToMinimumMaximum,
        QgsRasterMinMaxOrigin.Limits.CumulativeCut,
    )
    layer.emitStyleChanged()
    layer.triggerRepaint()
