"""The part of a scene that is wanted: from coordinates to whole PAN pixels.

Only what is written becomes smaller. The scene stays as it is, and with it all that is fixed for
the whole of it, so that a part's pixels are those that the whole would have there.
"""

from __future__ import annotations

import math
from dataclasses import replace

from qgis_pansharp.backend.errors import GeometryError
from qgis_pansharp.backend.raster import Geotransform
from qgis_pansharp.backend.scene import Scene

Area = tuple[float, float, float, float]  # xmin, ymin, xmax, ymax
Point = tuple[float, float]
# PAN pixels by which an area may miss a pixel's border and still end there
SLACK = 1e-3


def crop(scene: Scene, area: Area) -> Scene:
    """Return the scene whose output is what of it lies in an area.

    That is the smallest rectangle of whole PAN pixels that covers what area and output share.

    Args:
        scene: all of it, or a part already.
        area: in PAN's coordinate system; in PAN pixels, y down, where there is no georeference.

    Raises:
        GeometryError: the area is no rectangle, is empty, or has no pixel of the scene.
    """
    _require_area(area)
    xmin, ymin, xmax, ymax = area
    corners = [
        to_pixels(scene.pan.geotransform, x, y)
        for x, y in ((xmin, ymin), (xmax, ymin), (xmax, ymax), (xmin, ymax))
    ]
    row, column = scene.pan_row + scene.top, scene.pan_column + scene.left
    shared = _clipped(
        [(y - row, x - column) for y, x in corners], (float(scene.rows), float(scene.columns))
    )
    rows, columns = (_whole([point[axis] for point in shared]) for axis in (0, 1))
    if not rows or not columns:
        raise GeometryError(
            "area {area} and the overlap of PAN file {pan!r} and MS file {ms!r} have no pixel in "
            "common; give an area inside {extent}.",
            area=_words(area),
            pan=scene.pan.path,
            ms=scene.ms.path,
            extent=_extent(scene),
        )
    return replace(
        scene,
        top=scene.top + rows.start,
        left=scene.left + columns.start,
        rows=len(rows),
        columns=len(columns),
    )


def to_pixels(geotransform: Geotransform | None, x: float, y: float) -> Point:
    """Return where a place lies, as (row, column) in pixels from the raster's corner.

    >>> to_pixels((400.0, 0.5, 0.0, 500.0, 0.0, -0.5), 402.0, 499.0)
    (2.0, 4.0)
    """
    if geotransform is None:
        return y, x
    t = geotransform
    determinant = t[1] * t[5] - t[2] * t[4]
    east, north = x - t[0], y - t[3]
    return (
        (t[1] * north - t[4] * east) / determinant,
        (t[5] * east - t[2] * north) / determinant,
    )


def _require_area(area: Area) -> None:
    if len(area) != 4 or not all(map(math.isfinite, area)):
        raise GeometryError(
            "area {area} is no rectangle; give four finite numbers: xmin, ymin, xmax, ymax.",
            area=_words(area),
        )
    if area[0] >= area[2] or area[1] >= area[3]:
        raise GeometryError(
            "area {area} is empty; give xmin and ymin first, each less than its maximum.",
            area=_words(area),
        )


def _words(area: Area) -> str:
    return f"({', '.join(f'{value:.10g}' for value in area)})"


def _extent(scene: Scene) -> str:
    """Return what the output covers, as an area."""
    t = scene.geotransform
    if t is None:
        row, column = scene.pan_row + scene.top, scene.pan_column + scene.left
        return _words((column, row, column + scene.columns, row + scene.rows))
    corners = [
        (t[0] + column * t[1] + row * t[2], t[3] + column * t[4] + row * t[5])
        for row in (0, scene.rows)
        for column in (0, scene.columns)
    ]
    xs, ys = zip(*corners)
    return _words((min(xs), min(ys), max(xs), max(ys)))


def _clipped(polygon: list[Point], size: Point) -> list[Point]:
    """Cut a convex polygon to the rectangle from (0, 0) to `size`, side by side."""
    for axis in (0, 1):
        for sign, limit in ((1.0, 0.0), (-1.0, -size[axis])):
            kept: list[Point] = []
            for first, second in zip(polygon, polygon[1:] + polygon[:1]):
                inside, goes = sign * first[axis] - limit, sign * second[axis] - limit
                if inside >= 0:
                    kept.append(first)
                if inside * goes < 0:
                    share = inside / (inside - goes)
                    between = [a + share * (b - a) for a, b in zip(first, second)]
                    between[axis] = sign * limit
                    kept.append((between[0], between[1]))
            polygon = kept
    return polygon


def _whole(places: list[float]) -> range:
    """Return the whole pixels that cover places along an axis."""
    if not places:
        return range(0)
    return range(math.floor(min(places) + SLACK), math.ceil(max(places) - SLACK))
