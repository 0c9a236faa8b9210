"""One picture of a result: MS, PAN and the pansharpened image side by side at the same place.

    python3 -m demo.quicklook PAN MS SHARPENED OUT.png [--centre ROW COL] [--zoom 4]

The top row shows up to 640 PAN pixels each way, the bottom row the framed part of it enlarged. The
frame lies where PAN has the most detail, unless a centre (PAN pixels) is given. MS is drawn as it
is, each of its pixels a square of PAN pixels, and the result in the very stretch of MS, so that
colours can be compared. Files of any size will do: only what is shown is read, and at most 2048
PAN pixels each way to look for the place.
"""

from __future__ import annotations

import argparse
import math
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

import numpy as np
import numpy.typing as npt
from osgeo import gdal, osr

Picture = npt.NDArray[np.uint8]
Values = npt.NDArray[np.float32]
Mask = npt.NDArray[np.bool_]

PANEL = 640
SEARCHED = 2048
CELL = 16
GAP = 8
HEADER = 36
PAPER = 255
INK = 30
FRAME = (255, 220, 0)
GAMMA = 0.75
TITLES = ("MS", "PAN", "PANSHARPENED")

GLYPHS = {
    "A": ".###. #...# #...# ##### #...# #...# #...#",
    "D": "####. #...# #...# #...# #...# #...# ####.",
    "E": "##### #.... #.... ####. #.... #.... #####",
    "H": "#...# #...# #...# ##### #...# #...# #...#",
    "M": "#...# ##.## #.#.# #.#.# #...# #...# #...#",
    "N": "#...# ##..# #.#.# #.#.# #..## #...# #...#",
    "P": "####. #...# #...# ####. #.... #.... #....",
    "R": "####. #...# #...# ####. #.#.. #..#. #...#",
    "S": ".#### #.... #.... .###. ....# ....# ####.",
}


class QuicklookError(Exception):
    """The picture cannot be made; the message is one sentence for the user."""


class Square(NamedTuple):
    """A square of PAN pixels: its first row and column, and its side."""

    row: int
    col: int
    side: int


@dataclass(frozen=True)
class View:
    """A raster seen from PAN's grid.

    PAN's column c (pixel edges; a pixel's centre is at a half) is the raster's column
    `col_scale * c + col_start`; rows likewise. `bands` are the numbers of the bands shown.
    """

    raster: gdal.Dataset
    bands: tuple[int, ...]
    col_scale: float
    col_start: float
    row_scale: float
    row_start: float

    def extent(self) -> tuple[float, float, float, float]:
        """Return the first row and column and the last ones, in PAN pixels."""
        return (
            -self.row_start / self.row_scale,
            -self.col_start / self.col_scale,
            (self.raster.RasterYSize - self.row_start) / self.row_scale,
            (self.raster.RasterXSize - self.col_start) / self.col_scale,
        )

    def read(self, square: Square) -> tuple[Values, Mask]:
        """Return the bands (b, side, side) nearest to PAN's pixels, and where they hold data."""
        rows = _indices(
            square.row, square.side, self.row_scale, self.row_start, self.raster.RasterYSize
        )
        cols = _indices(
            square.col, square.side, self.col_scale, self.col_start, self.raster.RasterXSize
        )
        top, left = int(rows[0]), int(cols[0])
        height, width = int(rows[-1]) - top + 1, int(cols[-1]) - left + 1
        values: Values = np.empty((len(self.bands), square.side, square.side), dtype=np.float32)
        valid: Mask = np.zeros((square.side, square.side), dtype=np.bool_)
        for number, index in enumerate(self.bands):
            band = self.raster.GetRasterBand(index)
            block = band.ReadAsArray(left, top, width, height)
            values[number] = block[(rows - top)[:, None], (cols - left)[None, :]]
            nodata = band.GetNoDataValue()
            empty = 0.0 if nodata is None or math.isnan(nodata) else nodata
            valid |= np.isfinite(values[number]) & (values[number] != np.float32(empty))
        return values, valid


def _indices(
    start: int, count: int, scale: float, offset: float, size: int
) -> npt.NDArray[np.intp]:
    """Return the raster's rows or columns (count) under the centres of PAN's."""
    centres = np.arange(start, start + count) + 0.5
    under: npt.NDArray[np.intp] = np.floor(scale * centres + offset).astype(np.intp)
    return np.clip(under, 0, size - 1)


# --- Which pixels, which bands ---------------------------------------------------------------


def open_views(pan: Path, ms: Path, sharpened: Path) -> tuple[View, View, View]:
    """Open the three files and lay MS and the result on PAN's grid."""
    first = _open(pan)
    others = [_open(ms), _open(sharpened)]
    transforms = [_geotransform(raster) for raster in (first, *others)]
    colours = natural_bands(others[0])
    views = [View(first, (1,), 1.0, 0.0, 1.0, 0.0)]
    for raster, transform in zip(others, transforms[1:]):
        own = raster.RasterCount != others[0].RasterCount
        bands = natural_bands(raster) if own else colours
        if transforms[0] is not None and transform is not None:
            if not _same_crs(first, raster):
                raise QuicklookError(
                    f"{raster.GetDescription()} is in another coordinate system than PAN;"
                    " reproject it to PAN's."
                )
            x, sx, _, y, _, sy = transforms[0]
            x2, sx2, _, y2, _, sy2 = transform
            views.append(View(raster, bands, sx / sx2, (x - x2) / sx2, sy / sy2, (y - y2) / sy2))
        else:
            across = raster.RasterXSize / first.RasterXSize
            down = raster.RasterYSize / first.RasterYSize
            views.append(View(raster, bands, across, 0.0, down, 0.0))
    return views[0], views[1], views[2]


def _open(path: Path) -> gdal.Dataset:
    gdal.UseExceptions()
    try:
        return gdal.Open(str(path))
    except RuntimeError as error:
        raise QuicklookError(f"{path} cannot be opened as a raster: {error}") from error


def _geotransform(raster: gdal.Dataset) -> tuple[float, ...] | None:
    """Return the geotransform, or None for a raster that has no place on the ground."""
    transform = raster.GetGeoTransform(can_return_null=True)
    if transform is None:
        return None
    if transform[2] or transform[4]:
        raise QuicklookError(f"{raster.GetDescription()} is rotated; warp it to north-up first.")
    return tuple(transform)


def _same_crs(a: gdal.Dataset, b: gdal.Dataset) -> bool:
    first, second = a.GetProjection(), b.GetProjection()
    if not first or not second or first == second:
        return True
    return bool(osr.SpatialReference(first).IsSame(osr.SpatialReference(second)))


def natural_bands(raster: gdal.Dataset) -> tuple[int, int, int]:
    """Return the numbers of the red, green and blue bands.

    By their names, else by their colour interpretation, else by what is usual: B, G, R, NIR for
    four bands and more, WorldView's order for eight, R, G, B for three, and grey for fewer.
    """
    count = raster.RasterCount
    numbered = [(number, raster.GetRasterBand(number)) for number in range(1, count + 1)]
    named = {band.GetDescription().strip().lower(): number for number, band in reversed(numbered)}
    painted = {band.GetColorInterpretation(): number for number, band in reversed(numbered)}
    wanted = (gdal.GCI_RedBand, gdal.GCI_GreenBand, gdal.GCI_BlueBand)
    if {"red", "green", "blue"} <= named.keys():
        return named["red"], named["green"], named["blue"]
    if set(wanted) <= painted.keys():
        return painted[wanted[0]], painted[wanted[1]], painted[wanted[2]]
    if count == 8:
        return 5, 3, 2
    if count >= 4:
        return 3, 2, 1
    return (1, 2, 3) if count == 3 else (1, 1, 1)


def shared_area(views: Sequence[View]) -> tuple[int, int, int, int]:
    """Return first row, first column, rows and columns (PAN pixels) that all views cover."""
    extents = np.array([view.extent() for view in views])
    top, left = np.ceil(extents[:, :2].max(axis=0) - 1e-6).astype(int)
    bottom, right = np.floor(extents[:, 2:].min(axis=0) + 1e-6).astype(int)
    if bottom - top < CELL or right - left < CELL:
        raise QuicklookError("PAN, MS and the result have no place in common.")
    return int(top), int(left), int(bottom - top), int(right - left)


# --- Where to look ---------------------------------------------------------------------------


def richest_place(pan: View, result: View, area: tuple[int, int, int, int], side: int) -> Square:
    """Return the square of `side` PAN pixels with the most detail in the middle of the area.

    Detail is the mean gradient of PAN, limited so that a few glaring edges do not outweigh many
    ordinary ones. Squares with empty pixels come last.
    """
    top, left, height, width = area
    rows, cols = min(height, SEARCHED), min(width, SEARCHED)
    top, left = top + (height - rows) // 2, left + (width - cols) // 2
    detail, empty = _cells(pan, result, top, left, rows, cols)
    span = max(1, min(side // CELL, *detail.shape))
    score = _box_sums(detail, span) - 1e6 * _box_sums(empty, span)
    row, col = divmod(int(np.argmax(score)), score.shape[1])
    shift = (side - span * CELL) // 2
    return _within(area, top + row * CELL - shift, left + col * CELL - shift, side)


def _cells(
    pan: View, result: View, top: int, left: int, rows: int, cols: int
) -> tuple[npt.NDArray[np.float64], npt.NDArray[np.float64]]:
    """Return PAN's limited gradient and the count of empty pixels, summed in square cells."""
    reach = max(rows, cols)
    square = Square(top, left, reach)
    values, valid = pan.read(square)
    image, valid = values[0, :rows, :cols], valid[:rows, :cols]
    one = View(
        result.raster, result.bands[:1], result.col_scale, result.col_start,
        result.row_scale, result.row_start,
    )  # fmt: skip
    valid &= one.read(square)[1][:rows, :cols]
    image = np.where(valid, image, np.float32(0))
    steps: Values = np.zeros_like(image)
    steps[1:] += np.abs(np.diff(image, axis=0))
    steps[:, 1:] += np.abs(np.diff(image, axis=1))
    some = steps[valid & (steps > 0)]
    limit = float(np.percentile(some, 90)) if some.size else 1.0
    np.minimum(steps, np.float32(limit), out=steps)
    shape = (rows // CELL, CELL, cols // CELL, CELL)
    whole = (slice(shape[0] * CELL), slice(shape[2] * CELL))
    detail = steps[whole].reshape(shape).sum(axis=(1, 3), dtype=np.float64)
    empty = (~valid[whole]).reshape(shape).sum(axis=(1, 3)).astype(np.float64)
    return detail, empty


def _box_sums(cells: npt.NDArray[np.float64], span: int) -> npt.NDArray[np.float64]:
    """Return the sums over all squares of `span` cells."""
    total = np.pad(cells, ((1, 0), (1, 0))).cumsum(axis=0).cumsum(axis=1)
    sums: npt.NDArray[np.float64] = (
        total[span:, span:] - total[:-span, span:] - total[span:, :-span] + total[:-span, :-span]
    )
    return sums


def _within(area: tuple[int, int, int, int], row: int, col: int, side: int) -> Square:
    """Return the square moved as little as it takes to lie in the area."""
    top, left, height, width = area
    return Square(
        max(top, min(row, top + height - side)), max(left, min(col, left + width - side)), side
    )


# --- The picture -----------------------------------------------------------------------------


def limits(values: Values, valid: Mask) -> list[tuple[float, float]]:
    """Return for each band (b, h, w) the values that 2 % and 98 % of its pixels lie below."""
    found = []
    for band in values:
        sample = band[valid] if valid.any() else band.ravel()
        low, high = np.percentile(sample, (2, 98))
        found.append((float(low), float(max(high, low + 1e-6))))
    return found


def render(values: Values, valid: Mask, stretch: Sequence[tuple[float, float]]) -> Picture:
    """Return bands (1 or 3, h, w) as a picture (h, w, 3), black where there is no data."""
    bands = []
    for band, (low, high) in zip(values, stretch):
        share = np.clip((np.nan_to_num(band) - low) / (high - low), 0, 1) ** GAMMA
        bands.append(np.where(valid, np.rint(255 * share), 0).astype(np.uint8))
    return np.stack(bands if len(bands) == 3 else bands[:1] * 3, axis=-1)


def quicklook(
    views: tuple[View, View, View], centre: tuple[int, int] | None = None, zoom: int = 4
) -> Picture:
    """Return the picture (h, w, 3) of PAN, MS and the result, given in that order."""
    pan, ms, result = views
    area = shared_area(views)
    crop = min(PANEL, area[2], area[3]) // max(zoom, 1)
    if zoom < 1 or crop < 1:
        raise QuicklookError(f"A zoom of {zoom} does not fit; give a smaller number, 1 at least.")
    side = crop * zoom
    if centre is None:
        inner = richest_place(pan, result, area, crop)
    else:
        row, col = centre[0] - area[0], centre[1] - area[1]
        if not (0 <= row < area[2] and 0 <= col < area[3]):
            raise QuicklookError(f"The centre {centre} lies outside what all three files cover.")
        inner = _within(area, centre[0] - crop // 2, centre[1] - crop // 2, crop)
    middle = (side - crop) // 2
    outer = _within(area, inner.row - middle, inner.col - middle, side)

    shown = [view.read(outer) for view in (ms, pan, result)]
    stretches = [limits(*shown[0]), limits(*shown[1])]
    stretches.append(stretches[0])
    sheet = np.full((HEADER + 2 * side + 2 * GAP, 3 * side + 4 * GAP, 3), PAPER, dtype=np.uint8)
    for column, (title, (values, valid), stretch) in enumerate(zip(TITLES, shown, stretches)):
        overview = render(values, valid, stretch)
        r, c = inner.row - outer.row, inner.col - outer.col
        detail = overview[r : r + crop, c : c + crop].repeat(zoom, axis=0).repeat(zoom, axis=1)
        _frame(overview, r, c, crop)
        left = GAP + column * (side + GAP)
        sheet[HEADER : HEADER + side, left : left + side] = overview
        below = HEADER + side + GAP
        sheet[below : below + side, left : left + side] = detail
        _write_text(sheet, title, GAP, left, max(1, min(3, side // 80)))
    return sheet


def _frame(picture: Picture, row: int, col: int, side: int) -> None:
    """Draw the frame of a square, two pixels wide, just outside it where there is room."""
    height, width = picture.shape[:2]
    r0, c0 = max(0, row - 2), max(0, col - 2)
    r1, c1 = min(height, row + side + 2), min(width, col + side + 2)
    for edge in (picture[r0 : r0 + 2, c0:c1], picture[r1 - 2 : r1, c0:c1]):
        edge[:] = FRAME
    for edge in (picture[r0:r1, c0 : c0 + 2], picture[r0:r1, c1 - 2 : c1]):
        edge[:] = FRAME


def _write_text(picture: Picture, text: str, row: int, col: int, scale: int) -> None:
    """Write capitals, five dots wide and seven high, from the given upper left corner."""
    for letter in text:
        dots = np.array([[dot == "#" for dot in line] for line in GLYPHS[letter].split()])
        dots = dots.repeat(scale, axis=0).repeat(scale, axis=1)
        room = picture[row : row + dots.shape[0], col : col + dots.shape[1]]
        room[dots[: room.shape[0], : room.shape[1]]] = INK
        col += 6 * scale


def write_png(picture: Picture, path: Path) -> None:
    """Write a picture (h, w, 3) as PNG, under its own name only when whole."""
    gdal.UseExceptions()
    height, width = picture.shape[:2]
    part = path.with_name(path.name + ".part")
    sheet = gdal.GetDriverByName("MEM").Create("", width, height, 3, gdal.GDT_Byte)
    for number in range(3):
        sheet.GetRasterBand(number + 1).WriteArray(np.ascontiguousarray(picture[..., number]))
    try:
        png = gdal.GetDriverByName("PNG").CreateCopy(str(part), sheet, options=["ZLEVEL=9"])
        del png
        part.replace(path)
    except RuntimeError as error:
        raise QuicklookError(f"{path} cannot be written: {error}") from error
    finally:
        part.unlink(missing_ok=True)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line; return its exit code."""
    parser = argparse.ArgumentParser(prog="demo.quicklook", description="Picture a result.")
    parser.add_argument("pan", type=Path, metavar="PAN")
    parser.add_argument("ms", type=Path, metavar="MS")
    parser.add_argument("sharpened", type=Path, metavar="SHARPENED")
    parser.add_argument("picture", type=Path, metavar="OUT.png")
    parser.add_argument(
        "--centre", type=int, nargs=2, metavar=("ROW", "COL"), help="what to enlarge, in PAN pixels"
    )
    parser.add_argument("--zoom", type=int, default=4, help="how much to enlarge (default 4)")
    given = parser.parse_args(arguments)
    try:
        views = open_views(given.pan, given.ms, given.sharpened)
        centre = None if given.centre is None else (given.centre[0], given.centre[1])
        write_png(quicklook(views, centre, given.zoom), given.picture)
    except (QuicklookError, OSError, RuntimeError) as error:
        print(f"demo.quicklook: {error}", file=sys.stderr)
        return 1
    print(given.picture)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
