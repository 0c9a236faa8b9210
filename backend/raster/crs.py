"""Coordinate reference systems: whether two are one, and what they are called."""

from __future__ import annotations

from osgeo import osr

from qgis_pansharp.backend.raster.calls import call


def same_crs(first: str, second: str) -> bool:
    """Whether two WKT strings mean one CRS, whatever their spelling and axis order."""
    if first == second:
        return True
    if not first or not second:
        return False

    def compare() -> bool:
        one, other = osr.SpatialReference(), osr.SpatialReference()
        for crs, wkt in ((one, first), (other, second)):
            crs.ImportFromWkt(wkt)
            if hasattr(crs, "StripVertical"):
                crs.StripVertical()
        options = [
            "IGNORE_DATA_AXIS_TO_SRS_AXIS_MAPPING=YES",
            "CRITERION=EQUIVALENT_EXCEPT_AXIS_ORDER_GEOGCRS",
        ]
        return bool(one.IsSame(other, options))

    same, _ = call(compare)
    return bool(same)


def crs_name(wkt: str) -> str:
    """Return a CRS's name for messages."""
    if not wkt:
        return "none"
    name, _ = call(lambda: osr.SpatialReference(wkt).GetName())
    return name or "unnamed"
