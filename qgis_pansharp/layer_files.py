"""From a raster layer to the file and the area that the backend takes.

Called on the main thread only.
"""

from __future__ import annotations

import re

from qgis.core import QgsProcessingException, QgsRasterLayer, QgsRectangle

from qgis_pansharp.translation import tr

Area = tuple[float, float, float, float]  # xmin, ymin, xmax, ymax
# what QGIS appends to the name that GDAL gets
SUFFIXES = re.compile(r"\|(?:option|credential):(?P<setting>[^|]*)")


def raster_file(layer: QgsRasterLayer, role: str) -> str:
    """Return the name under which GDAL opens a layer: a file, a subdataset, a file in an archive.

    Args:
        layer: a valid raster layer.
        role: "PAN" or "MS", for messages.

    Raises:
        QgsProcessingException: the layer is no file, or reads its file in a way of its own.
    """
    names = {"role": role, "name": layer.name()}
    if layer.providerType() != "gdal":
        raise QgsProcessingException(
            tr(
                "{role} layer '{name}' is not a raster file (its source is '{provider}'); export "
                "it as GeoTIFF and use that file."
            ).format(provider=layer.providerType(), **names)
        )
    source = layer.source()
    settings = SUFFIXES.findall(source)
    if settings:
        raise QgsProcessingException(
            tr(
                "{role} layer '{name}' is opened with options of its own ({options}); add its "
                "file to the project again without them."
            ).format(options=", ".join(settings), **names)
        )
    if "://" in source:
        raise QgsProcessingException(
            tr(
                "{role} layer '{name}' lies on a server; save it as a file on this computer and "
                "use that."
            ).format(**names)
        )
    return str(source)


def area_of(extent: QgsRectangle, pan: QgsRasterLayer) -> Area:
    """Return a part of PAN's layer as the backend counts it.

    Where a file has no georeference, QGIS counts its rows upwards from 0 to minus the height, and
    the backend downwards.

    Args:
        extent: in the layer's coordinate system.
        pan: a valid raster layer whose file GDAL opens.

    Raises:
        QgsProcessingException: the layer is laid on the map by control points or rational
            polynomials, where a rectangle on the map is none in the file.
    """
    from qgis_pansharp.backend.raster import read_info

    area = (extent.xMinimum(), extent.yMinimum(), extent.xMaximum(), extent.yMaximum())
    if read_info(raster_file(pan, "PAN"), "PAN").geotransform is not None:
        return area
    whole = pan.extent()
    if (whole.xMinimum(), whole.yMaximum()) != (0, 0) or whole.yMinimum() != -pan.height():
        raise QgsProcessingException(
            tr(
                "PAN layer '{name}' has no georeference of its own, so no area of it can be "
                "chosen on the map; leave the area empty, or warp both layers first."
            ).format(name=pan.name())
        )
    return area[0], -area[3], area[2], -area[1]
