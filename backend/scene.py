"""PAN and MS as one scene on PAN's grid: ratio, overlap, mask.

The scene is what both rasters cover, in PAN pixels from its own origin (0, 0), which lies on a
corner of an MS pixel. Alignment comes from the geotransforms; where neither raster has one, or none
that does more than count pixels, both are taken to show the same ground from corner to corner,
unless their control points say otherwise.
"""

from __future__ import annotations

import math
import re
from dataclasses import dataclass

from qgis_pansharp.backend.band_roles import band_role, is_called_transparency
from qgis_pansharp.backend.blocks import Block
from qgis_pansharp.backend.errors import BandError, GeometryError
from qgis_pansharp.backend.raster import (
    Geotransform,
    GroundControl,
    RasterInfo,
    crs_name,
    full_turn,
    places_in,
    require_sharpenable,
    same_crs,
)

# PAN pixels by which MS may stray from PAN's grid from one end of the scene to the other, and by
# which its origin may lie beside it without MS being moved
TOLERANCE = 0.25
# share of PAN's sides by which control points and RPC may contradict that both rasters, without
# geotransforms, lie corner to corner: they are not exact
STRAY = 0.05
_LEADING_NUMBER = re.compile(r"\s*[-+]?(\d+\.?\d*|\.\d+)([eE][-+]?\d+)?")


@dataclass(frozen=True)
class Scene:
    """A PAN/MS pair that belongs together.

    MS pixel (0, 0) of the scene is pixel (`ms_row`, `ms_column`) of the MS file; its top left
    corner lies at PAN file pixel (`pan_row`, `pan_column`), which can be just outside the file
    where MS sticks out, and `ms_off` PAN pixels (down, right) from there where the corners of MS
    lie between those of PAN, as Landsat's do. The output covers `rows` x `columns` PAN pixels from
    (`top`, `left`): the overlap of both, or the part of it that is wanted.
    """

    pan: RasterInfo
    ms: RasterInfo
    ratio: int
    pan_row: int
    pan_column: int
    ms_row: int
    ms_column: int
    ms_rows: int
    ms_columns: int
    top: int  # of the output, in PAN pixels from the scene's origin
    left: int
    rows: int
    columns: int
    ms_off: tuple[float, float] = (0.0, 0.0)

    @property
    def height(self) -> int:
        """Height in PAN pixels of all MS pixels that take part."""
        return self.ms_rows * self.ratio

    @property
    def width(self) -> int:
        """Width in PAN pixels of all MS pixels that take part."""
        return self.ms_columns * self.ratio

    @property
    def output(self) -> Block:
        """What is written, in PAN pixels of the scene."""
        return Block(self.top, self.left, self.rows, self.columns)

    @property
    def ground_control(self) -> GroundControl | None:
        """PAN's control points, counted from the output's corner."""
        given = self.pan.ground_control
        if given is None:
            return None
        row, column = self.pan_row + self.top, self.pan_column + self.left
        points = tuple((c - column, r - row, x, y, z) for c, r, x, y, z in given.points)
        return GroundControl(points, given.wkt)

    @property
    def rpc(self) -> dict[str, str]:
        """PAN's rational polynomials, counted from the output's corner; none if they cannot be."""
        moved = dict(self.pan.rpc)
        offsets = (
            ("LINE_OFF", self.pan_row + self.top),
            ("SAMP_OFF", self.pan_column + self.left),
        )
        for key, offset in offsets:
            if key in moved and offset:
                number = _LEADING_NUMBER.match(moved[key])  # a unit may follow
                if number is None:
                    return {}
                moved[key] = repr(float(number[0]) - offset)
        return moved

    @property
    def geotransform(self) -> Geotransform | None:
        """Of the output, on PAN's grid."""
        return self.geotransform_at(self.top, self.left)

    def geotransform_at(self, row: int, column: int) -> Geotransform | None:
        """Return that of a window on PAN's grid, which starts at a PAN pixel of the scene."""
        t = self.pan.geotransform
        if t is None:
            return None
        row, column = self.pan_row + row, self.pan_column + column
        x = t[0] + column * t[1] + row * t[2]
        y = t[3] + column * t[4] + row * t[5]
        return (x, t[1], t[2], y, t[4], t[5])


def make_scene(pan: RasterInfo, ms: RasterInfo) -> Scene:
    """Fit two rasters together.

    Raises:
        BandError: PAN has several bands, or a data type cannot be kept.
        GeometryError: different CRS, no common grid, no whole ratio, or no overlap.
    """
    if len(pan.bands) == 2 and pan.bands[1].is_alpha:
        raise BandError(
            "PAN file {path!r} has a band of transparency beside its own; extract the first band.",
            path=pan.path,
        )
    if len(pan.bands) != 1:
        raise BandError(
            "PAN file {path!r} has {count} bands; PAN must have exactly one: check that PAN and MS "
            "are not swapped.",
            path=pan.path,
            count=len(pan.bands),
        )
    require_sharpenable(pan, "PAN")
    require_sharpenable(ms, "MS")
    last = ms.bands[-1]
    # GDAL tags the fourth band of bytes so by default: there the pixels must tell
    by_default = ms.dtype == "uint8" and len(ms.bands) == 4 and not is_called_transparency(last)
    if last.is_alpha and not band_role(last) and not by_default:
        raise BandError(
            "MS file {path!r} has a band of transparency as its last; extract the others, or name "
            "the band if it is near infrared.",
            path=ms.path,
        )
    ratio, row, column, off = _fit(pan, ms)
    # MS pixels that PAN covers at least in part
    first_row, first_column = max(0, -row // ratio), max(0, -column // ratio)
    end_row = min(ms.height, -(-(pan.height - row) // ratio))
    end_column = min(ms.width, -(-(pan.width - column) // ratio))
    if first_row >= end_row or first_column >= end_column:
        raise GeometryError(
            "PAN file {pan!r} and MS file {ms!r} do not overlap; choose a pair of one place.",
            pan=pan.path,
            ms=ms.path,
        )
    pan_row, pan_column = row + first_row * ratio, column + first_column * ratio
    top, left = max(0, -pan_row), max(0, -pan_column)
    height, width = (end_row - first_row) * ratio, (end_column - first_column) * ratio
    return Scene(
        pan=pan,
        ms=ms,
        ratio=ratio,
        pan_row=pan_row,
        pan_column=pan_column,
        ms_row=first_row,
        ms_column=first_column,
        ms_rows=end_row - first_row,
        ms_columns=end_column - first_column,
        top=top,
        left=left,
        rows=min(height, pan.height - pan_row) - top,
        columns=min(width, pan.width - pan_column) - left,
        ms_off=off,
    )


def overlap(pan: RasterInfo, ms: RasterInfo) -> float | None:
    """Return the share of PAN's area that MS covers too, 0 to 1, whether they fit together or not.

    None where the headers do not tell: without geotransforms, or in different CRS or directions.
    """
    if pan.geotransform is None or ms.geotransform is None or not same_crs(pan.wkt, ms.wkt):
        return None
    place = _in_pan_pixels(pan.geotransform, _brought_near(ms, pan))
    if place is None:
        return None
    a, b, c, d, x, y = place
    turned = max(abs(b) * ms.height, abs(c) * ms.width) > TOLERANCE
    if turned or not all(map(math.isfinite, place)):
        return None
    return _shared(x, x + a * ms.width, pan.width) * _shared(y, y + d * ms.height, pan.height)


def _shared(one: float, other: float, length: int) -> float:
    """Return the share of [0, length] that lies between two places."""
    return max(0.0, min(length, max(one, other)) - max(0.0, min(one, other))) / length


def _fit(pan: RasterInfo, ms: RasterInfo) -> tuple[int, int, int, tuple[float, float]]:
    """Return the ratio, MS's origin in whole PAN pixels (row, column), and what is left of it."""
    if not _is_placed(pan) and not _is_placed(ms):
        return _fit_corners(pan, ms), 0, 0, (0.0, 0.0)
    names = {"pan": pan.path, "ms": ms.path}
    if pan.geotransform is None or ms.geotransform is None:
        without = "PAN" if pan.geotransform is None else "MS"
        raise GeometryError(
            "PAN file {pan!r} and MS file {ms!r} do not fit: {without} has no geotransform "
            "(control points do not count) and the other one has; georeference both or neither.",
            without=without,
            **names,
        )
    if not all(map(math.isfinite, (*pan.geotransform, *ms.geotransform))):
        raise GeometryError(
            "PAN file {pan!r} and MS file {ms!r} do not fit: a geotransform is not finite; set it "
            "anew.",
            **names,
        )
    if bool(pan.wkt) != bool(ms.wkt):
        without = "MS" if pan.wkt else "PAN"
        raise GeometryError(
            "PAN file {pan!r} and MS file {ms!r} do not fit: {without} has no coordinate reference "
            "system and the other one has; assign the right one.",
            without=without,
            **names,
        )
    if not same_crs(pan.wkt, ms.wkt):
        raise GeometryError(
            "PAN file {pan!r} and MS file {ms!r} have different coordinate reference systems "
            "({pan_crs} and {ms_crs}); reproject MS to PAN's first.",
            pan_crs=crs_name(pan.wkt),
            ms_crs=crs_name(ms.wkt),
            **names,
        )
    place = _in_pan_pixels(pan.geotransform, _brought_near(ms, pan))
    if place is None or _area(ms.geotransform) == 0:
        raise GeometryError(
            "PAN file {pan!r} and MS file {ms!r} do not fit: a geotransform has pixels without an "
            "area; set it anew.",
            **names,
        )
    a, b, c, d, x, y = place
    # PAN pixels by which MS's axes leave PAN's from one end to the other
    turned = max(abs(b) * ms.height, abs(c) * ms.width)
    if turned > TOLERANCE:
        raise GeometryError(
            "PAN file {pan!r} and MS file {ms!r} are turned or sheared against each other (by up "
            "to {off:.2f} PAN pixels); warp both to one direction first, such as north up.",
            off=turned,
            **names,
        )
    if a * d < 0 or a < 0:
        raise GeometryError(
            "PAN file {pan!r} and MS file {ms!r} run in opposite directions: one of them is stored "
            "upside down or mirrored; warp it to the other's direction.",
            **names,
        )
    ratio = round(a)
    # how far MS's farthest corner strays from the grid if the ratio were whole
    drift = max(
        abs(a - ratio) * ms.width + abs(b) * ms.height,
        abs(d - ratio) * ms.height + abs(c) * ms.width,
    )
    if ratio < 2 or drift > TOLERANCE + 0.5 * ratio:
        raise GeometryError(
            "PAN file {pan!r} and MS file {ms!r} have pixel sizes of ratio {across:.4g} x "
            "{down:.4g}; PAN pixels must be a whole number of times smaller than MS pixels: "
            "resample MS first.",
            across=a,
            down=d,
            **names,
        )
    if drift > TOLERANCE:
        raise GeometryError(
            "PAN file {pan!r} and MS file {ms!r} do not lie on one grid: MS is off by up to "
            "{off:.2f} PAN pixels; warp MS to PAN's grid first.",
            off=drift,
            **names,
        )
    row, column = round(y), round(x)
    off = y - row, x - column
    return ratio, row, column, off if max(map(abs, off)) > TOLERANCE else (0.0, 0.0)


def _is_placed(info: RasterInfo) -> bool:
    """Say whether a raster's geotransform tells more than its rows and columns.

    Programs that need some extent give images without one their own size in pixels.
    """
    t = info.geotransform
    if t is None or info.wkt:
        return t is not None
    return (*t[:3], t[4], abs(t[5])) != (0, 1, 0, 0, 1) or t[3] not in (0, info.height)


def _fit_corners(pan: RasterInfo, ms: RasterInfo) -> int:
    """Return the ratio of rasters that are taken to show the same ground from corner to corner."""
    across, down = pan.width / ms.width, pan.height / ms.height
    ratio = round(across)
    # less than one MS pixel may be missing at the right and at the bottom
    if (
        ratio < 2
        or abs(pan.width - ratio * ms.width) >= ratio
        or abs(pan.height - ratio * ms.height) >= ratio
    ):
        raise GeometryError(
            "PAN file {pan!r} and MS file {ms!r} have no georeference and sizes of ratio "
            "{across:.3f} x {down:.3f}; PAN must be a whole number of times as large as MS in "
            "both directions.",
            across=across,
            down=down,
            pan=pan.path,
            ms=ms.path,
        )
    _require_one_ground(pan, ms, ratio)
    return ratio


def _brought_near(ms: RasterInfo, pan: RasterInfo) -> Geotransform:
    """Return MS's geotransform, whole turns around the globe nearer to PAN where it is farther.

    Longitudes beside 180 degrees may be counted on eastwards or from -180, and all from 0 to 360.
    """
    middles = []
    for info in (pan, ms):
        t = info.geotransform or (0.0,) * 6
        middles.append(t[0] + info.width / 2 * t[1] + info.height / 2 * t[2])
    t, turn = ms.geotransform or (0.0,) * 6, full_turn(pan.wkt)
    apart = middles[0] - middles[1]
    turns = round(apart / turn) if turn and math.isfinite(apart) else 0
    return (t[0] + turns * (turn or 0), *t[1:]) if turns else t


def _require_one_ground(pan: RasterInfo, ms: RasterInfo, ratio: int) -> None:
    """Refuse rasters that are taken corner to corner but show different places.

    Raises:
        GeometryError: by their control points or rational polynomials they do.
    """
    corners = [(x, y) for x in (0.0, ms.width) for y in (0.0, ms.height)]
    found = places_in(pan, ms, corners)
    for (column, row), (x, y) in zip(corners, found or ()):
        off = abs(x - column * ratio), abs(y - row * ratio)
        if not all(map(math.isfinite, off)):
            return
        allowed = (max(side * STRAY, 4 * ratio) for side in (pan.width, pan.height))
        if any(length > most for length, most in zip(off, allowed)):
            raise GeometryError(
                "PAN file {pan!r} and MS file {ms!r} do not show the same ground: by their control "
                "points or RPC a corner of MS is off by {off:.0f} PAN pixels; choose a pair of one "
                "place, or warp both to one grid first.",
                pan=pan.path,
                ms=ms.path,
                off=max(off),
            )


def _area(transform: Geotransform) -> float:
    """Return a pixel's area, below 0 where the raster is mirrored or as usual runs south."""
    return transform[1] * transform[5] - transform[2] * transform[4]


def _in_pan_pixels(
    pan: Geotransform, ms: Geotransform
) -> tuple[float, float, float, float, float, float] | None:
    """MS pixel (column, row) to PAN pixel: `[[a, b], [c, d]]` and the origin (x, y).

    None where PAN's geotransform has no area.
    """
    determinant = _area(pan)
    if determinant == 0:
        return None

    def solve(east: float, north: float) -> tuple[float, float]:
        return (
            (pan[5] * east - pan[2] * north) / determinant,
            (pan[1] * north - pan[4] * east) / determinant,
        )

    a, c = solve(ms[1], ms[4])
    b, d = solve(ms[2], ms[5])
    x, y = solve(ms[0] - pan[0], ms[3] - pan[3])
    return a, b, c, d, x, y
