"""From what is chosen on the map to PAN's own coordinates; the main thread's work."""

from __future__ import annotations

import math

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCsException,
    QgsPointXY,
    QgsProcessingException,
    QgsProject,
    QgsRasterLayer,
    QgsRectangle,
)

from qgis_pansharp.layer_files import Area, area_of

NOWHERE: Area = (math.nan,) * 4  # no area, which the backend refuses


def raster_of(layer: QgsRasterLayer | None, file: str | None) -> QgsRasterLayer | None:
    """Return a layer, else a file as one that is in no project; None where neither can be opened.

    A layer goes first: users may have told QGIS its coordinate reference system.
    """
    if layer is None and file:
        options = QgsRasterLayer.LayerOptions()
        options.loadDefaultStyle = False  # its colours would be looked for among the pixels
        layer = QgsRasterLayer(file, "", "gdal", options)
    return layer if layer is not None and layer.isValid() else None


def area_in_pan(
    extent: QgsRectangle, crs: QgsCoordinateReferenceSystem, pan: QgsRasterLayer
) -> Area:
    """Return an extent as the backend takes it; `NOWHERE` where it has no place in PAN's system.

    Args:
        extent: in `crs`.
        crs: an invalid one is taken for PAN's.
        pan: PAN's layer.

    Raises:
        QgsProcessingException: PAN is laid on the map in a way that has no areas of its own.
    """
    try:
        extent = _transform(crs, pan.crs()).transformBoundingBox(extent)
    except QgsCsException:
        return NOWHERE
    return area_of(extent, pan)


def place_in_pan(
    place: QgsPointXY, crs: QgsCoordinateReferenceSystem, pan: QgsRasterLayer
) -> tuple[float, float] | None:
    """Return a place on the map as the backend takes it; None where PAN does not show it."""
    try:
        place = _transform(crs, pan.crs()).transform(place)
        if not pan.extent().contains(place):
            return None
        return area_of(QgsRectangle(place, place), pan)[:2]
    except (QgsCsException, QgsProcessingException):
        return None


def _transform(
    source: QgsCoordinateReferenceSystem, target: QgsCoordinateReferenceSystem
) -> QgsCoordinateTransform:
    return QgsCoordinateTransform(source, target, QgsProject.instance())
