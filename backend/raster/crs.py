"""Coordinate reference systems: whether two are one, their names, units and full turns."""

from __future__ import annotations

import math
import re

from osgeo import osr

from qgis_pansharp.backend.raster.calls import call

_SHIFT = re.compile(r",\s*TOWGS84\[[^\]]*\]")
_NORTH_FIRST = re.compile(r"(AXIS\[[^\]]*,\s*NORTH\]),\s*(AXIS\[[^\]]*,\s*EAST\])")


def same_crs(first: str, second: str) -> bool:
    """Whether two WKT strings mean one CRS in the plane, whatever their spelling and axis order.

    A datum's shift to WGS 84 does not matter where one of them alone states it. A raster's x runs
    east whatever order of axes its CRS names, and files keep that order or not.
    """
    if ("TOWGS84[" in first) != ("TOWGS84[" in second):
        first, second = (_SHIFT.sub("", wkt) for wkt in (first, second))
    if first == second:
        return True
    if not first or not second:
        return False

    def compare() -> bool:
        one, other = osr.SpatialReference(), osr.SpatialReference()
        for crs, wkt in ((one, first), (other, second)):
            crs.ImportFromWkt(_NORTH_FIRST.sub(r"\2,\1", wkt))
            crs.StripVertical()  # a height's own CRS
            crs.DemoteTo2D()  # heights above the ellipsoid
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


def full_turn(wkt: str) -> float | None:
    """Return how many units of a geographic CRS lead around the globe; None for any other CRS."""

    def measure() -> float | None:
        crs = osr.SpatialReference()
        crs.ImportFromWkt(wkt)
        return 2 * math.pi / float(crs.GetAngularUnits()) if crs.IsGeographic() else None

    units, _ = call(measure) if wkt else (None, None)
    return units


def metres_per_unit(wkt: str, y: float) -> tuple[float, float] | None:
    """Return how many metres one unit of a CRS is along x and y.

    A projection's own scale is left aside. Degrees are measured on the ellipsoid.

    Args:
        wkt: of a projected, geographic or local CRS.
        y: where to measure, in the CRS's unit; it counts for degrees alone, as the latitude.

    Returns:
        None where the CRS does not tell, or the latitude lies at a pole or beyond.
    """
    if not wkt:
        return None

    def measure() -> tuple[float, float] | None:
        crs = osr.SpatialReference()
        crs.ImportFromWkt(wkt)
        if not crs.IsGeographic():
            metres = float(crs.GetLinearUnits())
            return (metres, metres) if crs.IsProjected() or crs.IsLocal() else None
        unit = float(crs.GetAngularUnits())  # in radians
        return _on_ellipsoid(crs.GetSemiMajor(), crs.GetSemiMinor(), unit, y * unit)

    lengths, _ = call(measure)
    return lengths


def _on_ellipsoid(
    major: float, minor: float, angle: float, latitude: float
) -> tuple[float, float] | None:
    """Return the length of a small angle along the parallel and the meridian; all in radians."""
    if not abs(latitude) < math.pi / 2:
        return None
    eccentricity = 1 - (minor / major) ** 2
    root = math.sqrt(1 - eccentricity * math.sin(latitude) ** 2)
    along_parallel = major / root * math.cos(latitude)
    along_meridian = major * (1 - eccentricity) / root**3
    return along_parallel * angle, along_meridian * angle
