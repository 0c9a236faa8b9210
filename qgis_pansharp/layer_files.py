"""From a raster layer to the file that the backend opens; called on the main thread only."""

from __future__ import annotations

import re

from qgis.core import QgsProcessingException, QgsRasterLayer

from qgis_pansharp.translation import tr

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
