"""Windows in, blocks out: the only room of the product that calls GDAL.

A `RasterInfo` is what the header says, a `Reader` gives windows with their mask, a `Writer` makes a
GeoTIFF that appears under its name only when it is complete.
"""

from qgis_pansharp.backend.raster.calls import return_errors
from qgis_pansharp.backend.raster.crs import crs_name, full_turn, metres_per_unit, same_crs
from qgis_pansharp.backend.raster.ground import places_in
from qgis_pansharp.backend.raster.info import (
    BandInfo,
    Geotransform,
    GroundControl,
    RasterInfo,
    colour_name,
    read_info,
    require_sharpenable,
)
from qgis_pansharp.backend.raster.options import (
    check_output,
    creation_options,
    is_lossy,
    known_options,
)
from qgis_pansharp.backend.raster.reader import Reader
from qgis_pansharp.backend.raster.tags import read_tags
from qgis_pansharp.backend.raster.writer import OutputHeader, Writer, limit_cache

__all__ = [
    "BandInfo",
    "Geotransform",
    "GroundControl",
    "OutputHeader",
    "RasterInfo",
    "Reader",
    "Writer",
    "check_output",
    "colour_name",
    "creation_options",
    "crs_name",
    "full_turn",
    "is_lossy",
    "known_options",
    "limit_cache",
    "metres_per_unit",
    "places_in",
    "read_info",
    "read_tags",
    "require_sharpenable",
    "return_errors",
    "same_crs",
]
