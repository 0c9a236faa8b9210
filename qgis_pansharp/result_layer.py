"""How a result looks when it is loaded: its name, its place in the project, its colours."""

from __future__ import annotations

import os
from collections.abc import Sequence
from datetime import datetime, timezone
from typing import TYPE_CHECKING

from qgis.core import (
    QgsContrastEnhancement,
    QgsCoordinateReferenceSystem,
    QgsLayerTree,
    QgsLayerTreeNode,
    QgsMapLayer,
    QgsMultiBandColorRenderer,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingLayerPostProcessorInterface,
    QgsProject,
    QgsRasterLayer,
    QgsRasterMinMaxOrigin,
    QgsReadWriteContext,
)
from qgis.PyQt.QtXml import QDomDocument

from qgis_pansharp.translation import tr

if TYPE_CHECKING:
    from qgis_pansharp.backend.request import SharpenRequest, SharpenResult

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
    context: QgsProcessingContext,
    destination: str,
    description: str,
    ms_name: str,
    rgb: RGB | None,
    crs: QgsCoordinateReferenceSystem,
) -> None:
    """Arrange for name and colours of a result that will be loaded. Main thread only.

    Args:
        context: of the run.
        destination: the result's file.
        description: of the output parameter, which a result is called unless the user named it.
        ms_name: name of the MS layer.
        rgb: numbers of the bands to show, None for QGIS's choice.
        crs: of the PAN layer.
    """
    if not context.willLoadLayerOnCompletion(destination):
        return
    details = context.layerToLoadOnCompletionDetails(destination)
    if details.name == description:
        details.name = tr("{name} pansharpened").format(name=ms_name)
    _alive[destination] = NaturalColour(rgb, crs)
    details.setPostProcessor(_alive[destination])


class NaturalColour(QgsProcessingLayerPostProcessorInterface):
    """Shows a result in natural colours, stretched to its statistics."""

    def __init__(self, rgb: RGB | None, crs: QgsCoordinateReferenceSystem) -> None:
        """Take the numbers of the red, green and blue bands, and PAN's system."""
        super().__init__()
        self._rgb, self._crs = rgb, crs

    def postProcessLayer(
        self, layer: QgsMapLayer, context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> None:
        """Give the loaded layer its look."""
        if isinstance(layer, QgsRasterLayer) and layer.isValid():
            # the layer itself may be one of these, which Processing takes instead of a new one
            reload_replaced(context.project(), layer.source())
            lie_like(layer, self._crs)
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


def lie_like(layer: QgsRasterLayer, crs: QgsCoordinateReferenceSystem) -> None:
    """Give a result PAN's system as the user knows it; the file may have none, or a wrong one."""
    if crs.isValid() and layer.crs() != crs:
        layer.setCrs(crs)


def reload_replaced(project: QgsProject | None, path: str) -> None:
    """Let loaded layers whose file was replaced by a result show that. Main thread only."""
    for layer in [] if project is None else project.mapLayers().values():
        if isinstance(layer, QgsRasterLayer) and _same_file(layer.source(), path):
            _read_again(layer)
            layer.triggerRepaint()


def _read_again(layer: QgsRasterLayer) -> None:
    """Let a layer follow its file, which may cover another area now or have other bands.

    QGIS's own reloading leaves the layer's extent as it was, and with it what the map shows.
    """
    bands, unseen = 0, []
    if layer.isValid():  # else the file was missing until now
        bands = layer.bandCount()
        layer.reload()
        provider = layer.dataProvider()
        if provider.bandCount() == bands and provider.extent() == layer.extent():
            return
        unseen = [provider.userNoDataValues(band + 1) for band in range(bands)]
    crs, look_again = layer.crs(), bands not in (0, layer.bandCount())
    layer.setDataSource(layer.source(), layer.name(), layer.providerType(), look_again)
    if crs.isValid():
        layer.setCrs(crs)
    for band, ranges in enumerate(unseen[: layer.bandCount()], start=1):
        if ranges:
            layer.dataProvider().setUserNoDataValue(band, ranges)


def _same_file(one: str, other: str) -> bool:
    return os.path.normcase(os.path.realpath(one)) == os.path.normcase(os.path.realpath(other))


def add_result(
    project: QgsProject,
    path: str,
    name: str,
    ms: QgsMapLayer | None,
    pan: QgsMapLayer | None,
    result: SharpenResult,
    request: SharpenRequest,
) -> QgsRasterLayer | None:
    """Add a result to the project: above PAN and MS, in MS's group, looking like MS.

    Args:
        name: of the layer.
        ms: the MS layer, None where MS is a file only or was removed meanwhile.
        pan: the PAN layer, likewise.
        result: what the run tells about itself.
        request: what was asked for.

    Returns:
        The layer, or None where QGIS cannot open the file. Main thread only.
    """
    layer = QgsRasterLayer(path, name, "gdal")
    if not layer.isValid():
        return None
    if isinstance(ms, QgsRasterLayer) and ms.bandCount() == layer.bandCount():
        look_like(layer, ms)
    else:
        show_natural_colour(layer, natural_bands(result.roles))
    if isinstance(pan, QgsRasterLayer):
        lie_like(layer, pan.crs())
    write_history(layer, result, request)
    project.addMapLayer(layer, False)
    _place(project.layerTreeRoot(), layer, ms, pan)
    return layer


def look_like(layer: QgsRasterLayer, ms: QgsRasterLayer) -> None:
    """Give a result all of MS's look; cut at 2 and 98 % of the scene where MS has no stretch."""
    document = QDomDocument()
    look = QgsMapLayer.StyleCategory.Symbology
    ms.exportNamedStyle(document, QgsReadWriteContext(), look)
    layer.importNamedStyle(document, look)
    for band in range(1, ms.bandCount() + 1):
        unseen = ms.dataProvider().userNoDataValues(band)
        if unseen:
            layer.dataProvider().setUserNoDataValue(band, unseen)
    if not _is_stretched(ms):
        layer.setContrastEnhancement(
            QgsContrastEnhancement.ContrastEnhancementAlgorithm.StretchToMinimumMaximum,
            QgsRasterMinMaxOrigin.Limits.CumulativeCut,
        )
    layer.emitStyleChanged()
    layer.triggerRepaint()


def _is_stretched(layer: QgsRasterLayer) -> bool:
    """Say whether a layer's colours already follow limits of its values."""
    renderer = layer.renderer()
    if not isinstance(renderer, QgsMultiBandColorRenderer):
        return True  # a palette or a single band in grey has its own rules
    none = QgsContrastEnhancement.ContrastEnhancementAlgorithm.NoEnhancement
    enhancements = (
        renderer.redContrastEnhancement(),
        renderer.greenContrastEnhancement(),
        renderer.blueContrastEnhancement(),
    )
    return any(e is not None and e.contrastEnhancementAlgorithm() != none for e in enhancements)


def write_history(layer: QgsRasterLayer, result: SharpenResult, request: SharpenRequest) -> None:
    """Tell in the layer's metadata what it was made of."""
    metadata = layer.metadata()
    when = datetime.now(timezone.utc).strftime("%Y-%m-%d %H:%M UTC")
    for line in (
        tr("Pansharpened with Pansharp on {when}").format(when=when),
        f"PAN: {request.pan}",
        f"MS: {request.ms}",
        tr("Model: {model}, method {method}").format(
            model=f"{result.model} {result.version}", method=result.method
        ),
        tr("Engine: {engine} on {device}").format(engine=result.engine, device=result.device),
    ):
        metadata.addHistoryItem(line)
    layer.setMetadata(metadata)


def _place(
    root: QgsLayerTree, layer: QgsRasterLayer, ms: QgsMapLayer | None, pan: QgsMapLayer | None
) -> None:
    """Put a layer above PAN and MS, in MS's group."""
    nodes = [root.findLayer(other.id()) for other in (ms, pan) if other is not None]
    nodes = [_kept(node) for node in nodes if node is not None]
    if not nodes:
        root.insertLayer(0, layer)
        return
    group = nodes[0].parent() or root
    beside = [group.children().index(node) for node in nodes if node.parent() == group]
    group.insertLayer(min(beside), layer)


def _kept(node: QgsLayerTreeNode) -> QgsLayerTreeNode:
    """Return a node, or else the outermost group that holds it as a part of another project.

    What is added to such a group is missing from it when the project is opened again.
    """
    while node.parent() is not None and node.parent().customProperty("embedded"):
        node = node.parent()
    return node
