"""A made-up suburb as a satellite would see it: `pan.tif` at 0.5 m and `ms.tif` at 2 m.

    python3 -m demo.scene OUT_DIR [--size 1024] [--seed 7]

Nothing in it is copied from a real image, so it may be shown and shipped anywhere. The town is
drawn as reflectance (blue, green, red, nir) and height on a 0.25 m grid, lit by one sun with cast
shadows, and then observed twice: by a PAN and, seconds later, by an MS instrument, between which
the traffic has moved on. The same seed gives the same pixels.

Lengths are metres; x points right (east), y down (south), from the scene's centre. The street grid
has coordinates of its own, u across and v along the main road, which are rotated and bent against
x and y (`Streets`).
"""

from __future__ import annotations

import argparse
import math
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Callable, NamedTuple

import numpy as np
import numpy.typing as npt
from osgeo import gdal, osr

Array = npt.NDArray[np.float32]
Colour = tuple[float, float, float, float]

BANDS = ("blue", "green", "red", "nir")
RATIO = 4
PAN_GSD = 0.5
FINE = 0.25
"""Pixel of the drawing grid in metres: half a PAN pixel, an eighth of an MS pixel."""
MARGIN = 64
"""Drawn beyond the scene on every side, in drawing pixels: for shadows and point spread."""
STRIP = 128
"""How many rows are drawn at once where the whole canvas is drawn on: bounds the memory."""
MIN_SIZE = 64

PAN_MIX = np.array([0.15, 0.30, 0.35, 0.20], dtype=np.float32)
PAN_NYQUIST_GAIN = 0.15
MS_NYQUIST_GAIN = 0.30
MS_TIMES = (0.85, 0.85, 1.0, 1.0)
"""When each MS band is taken, as a share of the traffic's move; PAN is taken at 0."""
MAX_MOVE = 3.0 * RATIO * PAN_GSD
"""The farthest that a car moves between PAN and the last MS band, in metres."""
WHITE_LEVEL = 2047

SUN_AZIMUTH = math.radians(152.0)
SUN_ELEVATION = math.radians(47.0)
SKY = np.array([0.30, 0.24, 0.20, 0.14], dtype=np.float32)
"""Share of the light on level ground that comes from the sky and reaches into shadows."""
HAZE = np.array([95.0, 70.0, 45.0, 22.0], dtype=np.float32)
GAIN = 2650.0
"""Digital numbers for reflectance 1 on level sunlit ground, above the haze."""

# Reflectance: blue, green, red, near infrared.
GRASS: Colour = (0.045, 0.085, 0.060, 0.33)
DRY_GRASS: Colour = (0.075, 0.115, 0.120, 0.27)
SOIL: Colour = (0.085, 0.125, 0.180, 0.26)
CROP: Colour = (0.035, 0.075, 0.042, 0.42)
STUBBLE: Colour = (0.110, 0.160, 0.205, 0.31)
LEAF: Colour = (0.030, 0.062, 0.036, 0.35)
ASPHALT: Colour = (0.088, 0.096, 0.095, 0.115)
WORN_ASPHALT: Colour = (0.118, 0.129, 0.132, 0.155)
CONCRETE: Colour = (0.185, 0.205, 0.220, 0.26)
GRAVEL: Colour = (0.150, 0.180, 0.215, 0.27)
PAINT: Colour = (0.42, 0.44, 0.45, 0.46)
YELLOW_PAINT: Colour = (0.12, 0.30, 0.38, 0.42)
WATER: Colour = (0.040, 0.048, 0.028, 0.010)
BANK: Colour = (0.070, 0.090, 0.095, 0.20)
POOL: Colour = (0.30, 0.30, 0.14, 0.05)
TARTAN: Colour = (0.075, 0.100, 0.210, 0.27)
COURT: Colour = (0.160, 0.130, 0.080, 0.11)
GLASS: Colour = (0.035, 0.038, 0.040, 0.05)

HOUSE_ROOFS: tuple[Colour, ...] = (
    (0.065, 0.100, 0.215, 0.29),
    (0.075, 0.115, 0.245, 0.32),
    (0.060, 0.085, 0.165, 0.24),
    (0.070, 0.085, 0.115, 0.17),
    (0.115, 0.120, 0.128, 0.15),
    (0.080, 0.085, 0.092, 0.11),
    (0.160, 0.175, 0.190, 0.22),
    (0.330, 0.350, 0.360, 0.37),
)
HALL_ROOFS: tuple[Colour, ...] = (
    (0.250, 0.210, 0.125, 0.19),
    (0.300, 0.265, 0.175, 0.23),
    (0.270, 0.285, 0.290, 0.29),
    (0.400, 0.420, 0.430, 0.42),
    (0.150, 0.190, 0.165, 0.21),
    (0.115, 0.125, 0.190, 0.24),
)
FLAT_ROOFS: tuple[Colour, ...] = (
    (0.300, 0.315, 0.320, 0.32),
    (0.200, 0.215, 0.225, 0.24),
    (0.125, 0.130, 0.138, 0.15),
    (0.260, 0.285, 0.310, 0.34),
)
CAR_COLOURS: tuple[Colour, ...] = (
    (0.40, 0.42, 0.43, 0.41),
    (0.44, 0.46, 0.47, 0.45),
    (0.23, 0.24, 0.25, 0.26),
    (0.27, 0.28, 0.285, 0.29),
    (0.14, 0.15, 0.155, 0.17),
    (0.10, 0.105, 0.11, 0.13),
    (0.030, 0.030, 0.032, 0.05),
    (0.038, 0.038, 0.042, 0.08),
    (0.045, 0.048, 0.055, 0.09),
    (0.045, 0.050, 0.220, 0.30),
    (0.060, 0.055, 0.140, 0.22),
    (0.150, 0.085, 0.055, 0.14),
    (0.100, 0.080, 0.065, 0.12),
    (0.060, 0.170, 0.240, 0.32),
    (0.055, 0.085, 0.065, 0.14),
)


# --- The street grid -------------------------------------------------------------------------

COLUMN_KINDS = ("shops", "houses", "river", "fields", "houses", "houses", "mixed", "houses")
COLUMN_WIDTHS = {"shops": 104.0, "houses": 78.0, "river": 118.0, "fields": 150.0, "mixed": 106.0}
ROW_LENGTH = 150.0
MAIN_HALF_WIDTH = 8.6
STREET_HALF_WIDTH = 3.9
TRACK_HALF_WIDTH = 1.7
PAVEMENT = 2.6
"""From the kerb to the gardens: the kerb, a strip of grass and the footway, in metres."""


@dataclass(frozen=True)
class Streets:
    """The bent coordinates of the town, and where its streets run in them.

    Streets along v lie at `us`; between `us[i]` and `us[i + 1]` is a column of blocks of the kind
    `kinds[i]`. Streets along u lie at `vs`.
    """

    us: tuple[float, ...]
    kinds: tuple[str, ...]
    vs: tuple[float, ...]
    first_row: int
    angle: float = math.radians(17.0)

    @classmethod
    def covering(cls, reach: float) -> Streets:
        """Return the part of the endless town within `reach` metres of the centre."""
        us: list[float] = [0.0]
        kinds: list[str] = []
        while us[-1] < reach:
            kinds.append(COLUMN_KINDS[len(kinds) % len(COLUMN_KINDS)])
            us.append(us[-1] + COLUMN_WIDTHS[kinds[-1]])
        before = 0
        while us[0] > -reach:
            before += 1
            kinds.insert(0, COLUMN_KINDS[-before % len(COLUMN_KINDS)])
            us.insert(0, us[0] - COLUMN_WIDTHS[kinds[0]])
        rows = math.ceil(reach / ROW_LENGTH) + 1
        vs = [34.0 + ROW_LENGTH * row + 9.0 * math.sin(2.3 * row) for row in range(-rows, rows + 1)]
        return cls(tuple(us), tuple(kinds), tuple(vs), -rows)

    def to_uv(self, x: Array, y: Array) -> tuple[Array, Array]:
        """Return u and v (m) of the points x, y (m, any shapes that broadcast)."""
        p = x * math.cos(self.angle) + y * math.sin(self.angle)
        q = y * math.cos(self.angle) - x * math.sin(self.angle)
        return p + _bend_u(q), q + _bend_v(p)

    def to_xy(self, u: float, v: float) -> tuple[float, float]:
        """Return x and y (m) of the point u, v (m): the inverse of `to_uv`."""
        p, q = u, v
        for _ in range(12):
            p, q = u - float(_bend_u(np.float32(q))), v - float(_bend_v(np.float32(p)))
        return (
            p * math.cos(self.angle) - q * math.sin(self.angle),
            p * math.sin(self.angle) + q * math.cos(self.angle),
        )

    def heading(self, u: float, v: float) -> float:
        """Return the direction of growing v at the point u, v: radians from x towards y."""
        x0, y0 = self.to_xy(u, v - 2.0)
        x1, y1 = self.to_xy(u, v + 2.0)
        return math.atan2(y1 - y0, x1 - x0)

    def half_width(self, line: int) -> float:
        """Return half the carriageway (m) of the street along v number `line`."""
        return MAIN_HALF_WIDTH if abs(self.us[line]) < 1.0 else STREET_HALF_WIDTH


def _bend_u(q: Array | np.float32) -> Array:
    return np.asarray(9.0 * np.sin(q / 70.0 + 0.6) + 13.0 * np.sin(q / 190.0), dtype=np.float32)


def _bend_v(p: Array | np.float32) -> Array:
    return np.asarray(8.0 * np.sin(p / 85.0 + 2.0), dtype=np.float32)


# --- The canvas ------------------------------------------------------------------------------


class Window(NamedTuple):
    """A place on the canvas with coordinates of its own (m): `along` its heading and `across`."""

    rows: slice
    cols: slice
    along: Array
    across: Array


@dataclass(frozen=True)
class Canvas:
    """The drawing grid, n pixels each way around the centre, as four arrays that are drawn into.

    `albedo` (4, n, n) is reflectance and `height` (n, n) metres above the ground; `grain` and
    `broad` (n, n) are noises of about unit spread, with features of 0.5 to 6 m and 8 to 100 m.
    """

    albedo: Array
    height: Array
    grain: Array
    broad: Array

    @classmethod
    def blank(cls, pixels: int, rng: np.random.Generator) -> Canvas:
        """Return a flat canvas, its colours not yet set."""
        shape = (pixels, pixels)
        grain = _mix(rng, shape, ((2, 0.5), (4, 0.6), (9, 0.5), (26, 0.5)))
        broad = _mix(rng, shape, ((34, 0.35), (60, 0.4), (150, 0.6), (420, 0.8)))
        albedo: Array = np.empty((4, *shape), dtype=np.float32)
        return cls(albedo, np.zeros(shape, dtype=np.float32), grain, broad)

    @property
    def pixels(self) -> int:
        """How many pixels it has each way."""
        return self.height.shape[0]

    @property
    def edge(self) -> float:
        """Where its left and upper edges are, in metres."""
        return -self.pixels * FINE / 2

    def strips(self) -> Iterator[Window]:
        """Yield the whole canvas, some rows at a time: along is x and across is y."""
        centres = (self.edge + (np.arange(self.pixels) + 0.5) * FINE).astype(np.float32)
        for start in range(0, self.pixels, STRIP):
            rows = slice(start, min(start + STRIP, self.pixels))
            yield Window(rows, slice(0, self.pixels), centres[None, :], centres[rows, None])

    def window(self, x: float, y: float, heading: float, reach: float) -> Window | None:
        """Return the square of `reach` metres around a point, or None off the canvas."""
        low = [math.floor((c - reach - self.edge) / FINE) for c in (y, x)]
        high = [math.ceil((c + reach - self.edge) / FINE) for c in (y, x)]
        r0, c0 = (max(0, i) for i in low)
        r1, c1 = (min(self.pixels, i) for i in high)
        if r0 >= r1 or c0 >= c1:
            return None
        dx = (self.edge + (np.arange(c0, c1) + 0.5) * FINE - x).astype(np.float32)[None, :]
        dy = (self.edge + (np.arange(r0, r1) + 0.5) * FINE - y).astype(np.float32)[:, None]
        cos, sin = math.cos(heading), math.sin(heading)
        return Window(slice(r0, r1), slice(c0, c1), dx * cos + dy * sin, dy * cos - dx * sin)

    def paint(
        self,
        place: Window,
        cover: Array,
        colour: Colour | Array,
        *,
        top: Array | float | None = None,
        texture: Array | float = 1.0,
    ) -> None:
        """Lay a colour over a place.

        `cover` (h, w) is the share of each pixel that is covered; `texture` multiplies the colour.
        With `top` (m) the thing stands that high, and shows only where it is above what is there.
        """
        spot = (place.rows, place.cols)
        if top is not None:
            tops = np.broadcast_to(np.asarray(top, dtype=np.float32), cover.shape)
            cover = np.where(tops > self.height[spot], cover, np.float32(0))
            self.height[spot] = np.where(cover > 0.5, tops, self.height[spot])
        for band in range(4):
            under = self.albedo[(band, *spot)]
            under += cover * (np.float32(colour[band]) * texture - under)

    def rough(self, place: Window, amount: float) -> Array:
        """Return the ground's grain at a place as a factor around 1 (h, w)."""
        return np.float32(1) + np.float32(amount) * self.grain[place.rows, place.cols]


def _value_noise(rng: np.random.Generator, shape: tuple[int, int], cell: int) -> Array:
    """Return smooth noise (h, w) of about unit spread whose features are `cell` pixels wide."""
    knots = rng.standard_normal((shape[0] // cell + 2, shape[1] // cell + 2), dtype=np.float32)

    def between(count: int) -> tuple[npt.NDArray[np.intp], Array]:
        at = np.arange(count)
        t = ((at % cell) / cell).astype(np.float32)
        return at // cell, t * t * (3 - 2 * t)

    row, t = between(shape[0])
    columns = knots[row] + t[:, None] * (knots[row + 1] - knots[row])
    col, t = between(shape[1])
    steps = np.diff(columns, axis=1)
    out: Array = steps[:, col]
    out *= t
    out += columns[:, col]
    return out


def _mix(
    rng: np.random.Generator, shape: tuple[int, int], octaves: Sequence[tuple[int, float]]
) -> Array:
    """Return a sum of noises (h, w), each given by its cell (pixels) and weight."""
    out: Array = np.zeros(shape, dtype=np.float32)
    for cell, weight in octaves:
        out += np.float32(weight) * _value_noise(rng, shape, cell)
    return out


def _cover(distance: Array, softness: float = FINE) -> Array:
    """Return the covered share of pixels whose centre lies `distance` m outside an edge."""
    return np.clip(np.float32(0.5) - distance / np.float32(softness), 0, 1)


def _box(along: Array, across: Array, half_along: float, half_across: float) -> Array:
    """Return the distance (m, negative inside) from a rectangle around the local origin."""
    return np.maximum(np.abs(along) - half_along, np.abs(across) - half_across)


def _blend(first: Colour, second: Colour, share: float) -> Colour:
    b, g, r, n = (a + share * (b - a) for a, b in zip(first, second))
    return (b, g, r, n)


def _tint(rng: np.random.Generator, colour: Colour, spread: float) -> Colour:
    """Return a colour made a little lighter or darker, and each band a little more so."""
    level = 1 + spread * float(rng.standard_normal())
    b, g, r, n = (
        max(0.005, c * (level + 0.3 * spread * float(rng.standard_normal()))) for c in colour
    )
    return (b, g, r, n)


def _pick(rng: np.random.Generator, colours: Sequence[Colour]) -> Colour:
    return colours[int(rng.integers(len(colours)))]


# --- Things ----------------------------------------------------------------------------------


class Spot(NamedTuple):
    """A point (x, y; m) with the heading (radians) of what stands there."""

    x: float
    y: float
    heading: float

    def moved(self, along: float, across: float) -> Spot:
        """Return the spot shifted by metres in its own axes."""
        cos, sin = math.cos(self.heading), math.sin(self.heading)
        return Spot(
            self.x + along * cos - across * sin, self.y + along * sin + across * cos, self.heading
        )

    def turned(self, angle: float) -> Spot:
        """Return the spot with its heading turned by radians."""
        return Spot(self.x, self.y, self.heading + angle)


@dataclass(frozen=True)
class Car:
    """A vehicle, and how far it drives along its heading (m) between PAN and the last MS band."""

    spot: Spot
    move: float
    colour: Colour
    length: float = 4.4
    width: float = 1.85
    top: float = 1.45


@dataclass
class Town:
    """The canvas being drawn on, the street grid, and the cars, which are drawn last."""

    canvas: Canvas
    streets: Streets
    seed: int
    cars: list[Car] = field(default_factory=list)

    def rng(self, *place: int) -> np.random.Generator:
        """Return the random numbers of one part of the town, the same for every scene size."""
        return np.random.default_rng([self.seed, *(i + 1000 for i in place)])

    def spot(self, u: float, v: float) -> Spot:
        """Return the point u, v (m), heading along growing v."""
        x, y = self.streets.to_xy(u, v)
        return Spot(x, y, self.streets.heading(u, v))

    def slab(
        self, at: Spot, along: float, across: float, colour: Colour, rough: float = 0.05
    ) -> None:
        """Draw a rectangle on open ground, `along` by `across` metres."""
        place = self.canvas.window(*at, reach=math.hypot(along, across) / 2 + 1)
        if place is not None:
            cover = _cover(_box(place.along, place.across, along / 2, across / 2))
            cover *= self.canvas.height[place.rows, place.cols] == 0
            self.canvas.paint(place, cover, colour, texture=self.canvas.rough(place, rough))

    def block(
        self, at: Spot, along: float, across: float, top: float, colour: Colour, rough: float = 0.05
    ) -> None:
        """Draw a box of a height in metres."""
        place = self.canvas.window(*at, reach=math.hypot(along, across) / 2 + 1)
        if place is not None:
            cover = _cover(_box(place.along, place.across, along / 2, across / 2))
            self.canvas.paint(
                place, cover, colour, top=top, texture=self.canvas.rough(place, rough)
            )

    def pitched_roof(
        self,
        at: Spot,
        along: float,
        across: float,
        wall: float,
        slope: float,
        colour: Colour,
        *,
        hip: bool = False,
        rib: float = 0.9,
    ) -> None:
        """Draw a roof whose ridge runs along the heading: eaves at `wall` m, rising by `slope`."""
        place = self.canvas.window(*at, reach=math.hypot(along, across) / 2 + 1)
        if place is None:
            return
        inward = across / 2 - np.abs(place.across)
        if hip:
            inward = np.minimum(inward, along / 2 - np.abs(place.along))
        courses = np.float32(1) + np.float32(0.05) * np.sin(place.along * (2 * math.pi / rib))
        ridge = np.float32(1) + np.float32(0.22) * _cover(np.abs(place.across) - np.float32(0.12))
        edge = np.float32(1) - np.float32(0.25) * _cover(inward - np.float32(0.2))
        self.canvas.paint(
            place,
            _cover(_box(place.along, place.across, along / 2, across / 2)),
            colour,
            top=np.float32(wall) + np.float32(slope) * np.maximum(inward, 0),
            texture=courses * ridge * edge * self.canvas.rough(place, 0.05),
        )

    def tree(self, rng: np.random.Generator, x: float, y: float, radius: float) -> None:
        """Draw a crown of `radius` metres with a lobed outline and a bumpy surface."""
        heading, phase, stature, species = (float(share) for share in rng.random(4))
        lobes, phase = int(rng.integers(4, 8)), phase * 2 * math.pi
        if species < 0.12:
            leaf = _tint(rng, (0.026, 0.048, 0.029, 0.23), 0.14)
        elif species < 0.20:
            leaf = _tint(rng, (0.036, 0.082, 0.066, 0.37), 0.14)
        else:
            leaf = _tint(rng, LEAF, 0.14)
        place = self.canvas.window(x, y, heading * 2 * math.pi, radius * 1.35 + 0.5)
        if place is None:
            return
        angle = np.arctan2(place.across, place.along)
        bumps = self.canvas.grain[place.rows, place.cols]
        bulge = 1 + 0.09 * np.sin(lobes * angle + phase) + 0.07 * np.sin(3 * angle - phase)
        r = np.hypot(place.along, place.across) / (radius * bulge.astype(np.float32))
        r += np.float32(0.07) * bumps
        dome = np.clip(1 - r * r, 0, 1)
        top = radius * (0.75 + 0.20 * stature) * (1 + 0.8 * dome) + 0.20 * bumps
        self.canvas.paint(
            place,
            _cover((r - 1) * np.float32(radius), 0.5),
            leaf,
            top=top.astype(np.float32),
            texture=np.clip(1 + 0.16 * bumps + 0.15 * (dome - 0.5), 0.4, 1.7),
        )

    def grove(
        self,
        rng: np.random.Generator,
        at: Spot,
        along: float,
        across: float,
        count: int,
        radius: tuple[float, float] = (2.2, 4.8),
    ) -> None:
        """Scatter trees over a rectangle."""
        for _ in range(count):
            where = at.moved(
                float(rng.uniform(-0.5, 0.5)) * along, float(rng.uniform(-0.5, 0.5)) * across
            )
            self.tree(rng, where.x, where.y, float(rng.uniform(*radius)))

    def hedge(self, rng: np.random.Generator, at: Spot, length: float, width: float = 1.1) -> None:
        """Draw a clipped hedge along the heading."""
        leaf = _tint(rng, LEAF, 0.12)
        place = self.canvas.window(*at, reach=length / 2 + 2)
        if place is None:
            return
        bumps = self.canvas.grain[place.rows, place.cols]
        outside = _box(place.along, place.across, length / 2, width / 2) + np.float32(0.15) * bumps
        self.canvas.paint(
            place,
            _cover(outside),
            leaf,
            top=np.float32(1.5) + np.float32(0.15) * bumps,
            texture=self.canvas.rough(place, 0.15),
        )

    def park(self, rng: np.random.Generator, at: Spot, move: float = 0.0) -> None:
        """Put a car or, seldom, a van at a place, heading along it."""
        colour = _tint(rng, _pick(rng, CAR_COLOURS), 0.08)
        if rng.random() < 0.07:
            white = _tint(rng, CAR_COLOURS[1], 0.06)
            self.cars.append(Car(at, move, white, length=6.4, width=2.15, top=2.5))
        else:
            self.cars.append(Car(at, move, colour, length=float(rng.uniform(4.0, 4.8))))


def _draw_car(canvas: Canvas, car: Car, time: float) -> None:
    at = car.spot.moved(car.move * time, 0.0)
    place = canvas.window(*at, reach=car.length / 2 + 1)
    if place is None:
        return
    corner = 0.5
    away = np.hypot(
        np.maximum(np.abs(place.along) - (car.length / 2 - corner), 0),
        np.maximum(np.abs(place.across) - (car.width / 2 - corner), 0),
    ) - np.float32(corner)
    body = _cover(away)
    canvas.paint(place, body, car.colour, top=car.top * 0.62)
    cabin = _box(place.along + np.float32(0.25), place.across, car.length * 0.30, car.width * 0.44)
    roof = _box(place.along + np.float32(0.25), place.across, car.length * 0.17, car.width * 0.40)
    canvas.paint(place, _cover(cabin) * body, GLASS, top=car.top * 0.9)
    canvas.paint(place, _cover(roof) * body, car.colour, top=car.top)


# --- The ground and the streets --------------------------------------------------------------


def _draw_ground(canvas: Canvas, place: Window) -> None:
    """Fill a place with grass that is greener here and drier there."""
    spot = (place.rows, place.cols)
    dry = np.clip(0.38 + 0.42 * canvas.broad[spot] + 0.12 * canvas.grain[spot], 0, 1)
    rough = np.clip(1 + 0.09 * canvas.grain[spot], 0.6, 1.4)
    for band in range(4):
        colour = GRASS[band] + dry * np.float32(DRY_GRASS[band] - GRASS[band])
        canvas.albedo[(band, *spot)] = colour * rough


def _draw_streets(town: Town, place: Window) -> None:
    """Draw pavements, carriageways and markings from the distance to the nearest street lines."""
    canvas, streets = town.canvas, town.streets
    broad = canvas.broad[place.rows, place.cols]
    u, v = streets.to_uv(place.along, place.across)
    half_widths = [streets.half_width(line) for line in range(len(streets.us))]
    across_main, half_main = _nearest(u, streets.us, half_widths)
    crossing = [TRACK_HALF_WIDTH if k == "fields" else STREET_HALF_WIDTH for k in streets.kinds]
    column = np.clip(np.searchsorted(np.array(streets.us), u) - 1, 0, len(crossing) - 1)
    half_cross = np.array(crossing, dtype=np.float32)[column]
    across_cross, _ = _nearest(v, streets.vs, [0.0] * len(streets.vs))

    out_main, out_cross = np.abs(across_main) - half_main, np.abs(across_cross) - half_cross
    outside = _smooth_min(out_main, out_cross, 5.0)
    track = (half_cross < 2) & (out_main > 6)
    footway = _cover(np.abs(outside - 1.75) - 0.75) * np.clip(0.8 + 0.25 * broad, 0, 1)
    paved = np.where(track, 0.0, np.maximum(footway, _cover(outside - 0.3)))
    canvas.paint(place, paved.astype(np.float32), CONCRETE, texture=canvas.rough(place, 0.06))
    wheel = np.cos((np.abs(across_main) - 1.9) * (2 * math.pi / 1.7))
    worn = 1 + 0.05 * wheel * (out_main < -0.4) + 0.08 * broad
    tar = np.where(np.abs(across_main) < MAIN_HALF_WIDTH + 8, 0.92, 1.12) * worn
    tar = (tar * canvas.rough(place, 0.045)).astype(np.float32)
    road = _cover(outside)
    canvas.paint(place, np.where(track, 0, road).astype(np.float32), ASPHALT, texture=tar)
    canvas.paint(
        place,
        np.where(track, 0.85 * _cover(out_cross, 0.8), 0).astype(np.float32),
        GRAVEL,
        texture=canvas.rough(place, 0.09),
    )

    far_from_junction = np.clip(out_cross - 4.5, 0, 1)
    is_main = half_main > 5
    a = np.abs(across_main)
    lane = np.where(is_main, 4.3, 99.0).astype(np.float32)
    dashes = np.mod(v, 9.0) < 3.2
    white = np.maximum(
        _cover(np.abs(a - lane) - np.float32(0.09)) * dashes,
        _cover(np.abs(a - np.where(is_main, 8.1, 99.0)) - np.float32(0.08)),
    )
    white = np.maximum(white, _cover(a - np.float32(0.07)) * (np.mod(v, 6.0) < 2.6) * ~is_main)
    stop = _cover(np.abs(out_cross - 3.4) - np.float32(0.22)) * (out_main < -0.4)
    zebra = (
        _cover(np.abs(out_cross - 6.2) - np.float32(1.5))
        * (np.mod(across_main, 1.15) < 0.58)
        * (is_main & (out_main < -0.5))
    )
    white = np.maximum(white * far_from_junction * ~(zebra > 0), np.maximum(stop, zebra))
    white *= ~track & (half_cross > 2)
    yellow = _cover(np.abs(a - 0.22) - np.float32(0.08)) * far_from_junction * is_main
    worn_paint = np.clip(0.72 + 0.18 * canvas.grain[place.rows, place.cols], 0, 1)
    canvas.paint(place, (white * worn_paint).astype(np.float32), PAINT)
    canvas.paint(place, (yellow * worn_paint).astype(np.float32), YELLOW_PAINT)


def _nearest(
    position: Array, lines: Sequence[float], values: Sequence[float]
) -> tuple[Array, Array]:
    """Return, per pixel, the signed distance (m) to the nearest line and that line's value."""
    at = np.array(lines, dtype=np.float32)
    nearest = np.searchsorted((at[1:] + at[:-1]) / 2, position)
    return position - at[nearest], np.array(values, dtype=np.float32)[nearest]


def _smooth_min(a: Array, b: Array, radius: float) -> Array:
    """Return the smaller of two distances (m), rounded where both are near: a kerb's corner."""
    bite = np.maximum(radius - np.abs(a - b), 0) / np.float32(radius)
    nearer: Array = np.minimum(a, b) - bite * bite * np.float32(radius / 4)
    return nearer


def _draw_river(town: Town, place: Window, u0: float, u1: float) -> None:
    """Draw the river between two streets along v, with a lake, banks and a path."""
    canvas, streets = town.canvas, town.streets
    grain, broad = canvas.grain[place.rows, place.cols], canvas.broad[place.rows, place.cols]
    u, v = streets.to_uv(place.along, place.across)
    outside = np.abs(u - _river_middle(v, u0, u1)) - _river_half_width(v)
    outside += np.float32(0.9) * grain
    bridge = np.zeros_like(u, dtype=bool)
    for line in _bridges(streets):
        bridge |= np.abs(v - line) < STREET_HALF_WIDTH + PAVEMENT
    inside = ((u > u0 + 12) & (u < u1 - 12) & ~bridge).astype(np.float32)
    ground = (np.minimum(np.abs(u - u0), np.abs(u - u1)) > 8) & (u > u0) & (u < u1) & ~bridge
    cut = _cover(outside - np.float32(7.0), 3.0) * ground
    canvas.paint(place, cut, GRASS, texture=canvas.rough(place, 0.12))
    canvas.paint(place, _cover(outside - np.float32(1.4), 1.6) * inside, BANK)
    shallow = np.clip(1 + outside / 6, 0, 1)
    sheen = (1 + 0.05 * broad + 0.35 * shallow * shallow).astype(np.float32)
    canvas.paint(place, _cover(outside) * inside, WATER, texture=sheen)
    path = _cover(np.abs(outside - 4.2 - 0.9 * grain) - np.float32(0.8)) * inside
    canvas.paint(place, path, GRAVEL)


def _bridges(streets: Streets) -> list[float]:
    """Return where streets along u cross the river: every other one."""
    return [v for row, v in enumerate(streets.vs) if (row + streets.first_row) % 2 == 0]


def _plant_river(town: Town, u0: float, u1: float) -> None:
    """Plant trees along both banks, and set the bridges' railings."""
    streets = town.streets
    rng = town.rng(1, round(u0))
    v_at = streets.vs[0]
    while v_at < streets.vs[-1]:
        v_at += float(rng.uniform(0.6, 3.4))
        side = 1.0 if rng.random() < 0.5 else -1.0
        reach = float(_river_half_width(np.float32(v_at))) + float(rng.uniform(7.5, 11.0))
        if rng.random() < 0.55:
            reach += float(rng.exponential(14.0))
        where = float(_river_middle(np.float32(v_at), u0, u1)) + side * reach
        clear = min(abs(v_at - at) for at in streets.vs) > 10
        if clear and u0 + 9 < where < u1 - 9 and math.sin(v_at / 17 + 2 * side) > -0.5:
            x, y = streets.to_xy(where, v_at)
            town.tree(rng, x, y, float(rng.uniform(2.0, 4.8)))
    for line in _bridges(streets):
        for side in (-1.0, 1.0):
            rail = town.spot((u0 + u1) / 2, line + side * (STREET_HALF_WIDTH + PAVEMENT))
            town.block(rail, 0.35, 44.0, 1.0, CONCRETE)


def _river_middle(v: Array | np.float32, u0: float, u1: float) -> Array:
    winding = 13.0 * np.sin(v / 34.0) + 5.0 * np.sin(v / 13.0 + 1)
    return np.asarray((u0 + u1) / 2 + winding, dtype=np.float32)


def _river_half_width(v: Array | np.float32) -> Array:
    lake = 22.0 * np.exp(-(((v + 60.0) / 46.0) ** 2))
    return np.asarray(9.5 + 2.5 * np.sin(v / 23.0 + 2) + lake, dtype=np.float32)


# --- The blocks between the streets ----------------------------------------------------------


class Plot(NamedTuple):
    """A block's inside in street coordinates (m), the kerbs and pavements taken off."""

    u0: float
    u1: float
    v0: float
    v1: float

    @property
    def middle(self) -> tuple[float, float]:
        """Its centre (u, v)."""
        return (self.u0 + self.u1) / 2, (self.v0 + self.v1) / 2


def _draw_houses(town: Town, rng: np.random.Generator, plot: Plot) -> None:
    """Draw two rows of gardens back to back, each with its house towards the street."""
    depth = (plot.u1 - plot.u0) / 2
    for side in (1.0, -1.0):
        kerb = plot.u0 if side > 0 else plot.u1
        v = plot.v0 + 1.0
        while v + 13 < plot.v1:
            width = min(float(rng.uniform(15, 21)), plot.v1 - v)
            _draw_lot(town, rng, town.spot(kerb, v + width / 2), side, width, depth)
            v += width


def _draw_lot(
    town: Town, rng: np.random.Generator, gate: Spot, side: float, width: float, depth: float
) -> None:
    """Draw one garden; `side` is -1 or 1: to which side of the gate's heading it lies."""

    def at(along: float, inward: float) -> Spot:
        return gate.moved(along, -side * inward)

    lawn = _tint(rng, _blend(GRASS, DRY_GRASS, float(rng.uniform(-0.1, 0.9))), 0.10)
    town.slab(at(0, depth / 2), width - 0.4, depth, lawn, rough=0.14)
    setback = float(rng.uniform(4.0, 7.5))
    long, short = float(rng.uniform(9.5, min(14.5, width - 3.0))), float(rng.uniform(7.5, 9.5))
    turned = rng.random() < 0.25 and width > 17
    deep = long if turned else short
    end = 1.0 if rng.random() < 0.5 else -1.0
    drive = end * (width / 2 - 1.9)
    pale = _tint(rng, CONCRETE if rng.random() < 0.7 else WORN_ASPHALT, 0.12)
    drive_length = setback + float(rng.uniform(0.5, 5.0))
    town.slab(at(drive, drive_length / 2 - 1), 3.0, drive_length + 2, pale)
    town.slab(at(-end * 1.5, setback / 2), 1.2, setback, pale)
    if rng.random() < 0.62:
        town.park(rng, at(drive, 2.9).turned(math.pi / 2))
    if rng.random() < 0.6:
        town.slab(at(end * 1.0, setback + deep + 1.8), float(rng.uniform(4, 7)), 3.6, pale)

    roof = _tint(rng, _pick(rng, HOUSE_ROOFS), 0.09)
    home = at(-end * 0.8, setback + deep / 2).turned(float(rng.normal(0, 0.02)))
    wall, slope = float(rng.uniform(3.0, 5.5)), float(rng.uniform(0.5, 0.8))
    hip = rng.random() < 0.4
    ridge = home.turned(math.pi / 2) if turned else home
    town.pitched_roof(ridge, long, short, wall, slope, roof, hip=hip)
    if rng.random() < 0.45:
        wing = ridge.moved(float(rng.uniform(-0.25, 0.25)) * long, side * 2.2).turned(math.pi / 2)
        town.pitched_roof(wing, short + 3.0, 5.4, wall, slope, roof, hip=hip)
    top = wall + slope * short / 2
    chimney = ridge.moved(float(rng.uniform(-0.35, 0.35)) * long, float(rng.uniform(-1.2, 1.2)))
    town.block(chimney, 0.9, 0.9, top + 0.9, (0.16, 0.18, 0.22, 0.25))
    for _ in range(int(rng.integers(0, 4))):
        light = ridge.moved(float(rng.uniform(-0.35, 0.35)) * long, float(rng.uniform(-2.6, 2.6)))
        town.block(light, 1.1, 0.8, top, GLASS)
    if rng.random() < 0.18:
        panels = ridge.moved(0.0, short * 0.25)
        _draw_panels(town, panels, long * 0.55, short * 0.28, wall + slope * short * 0.32)

    back = setback + deep + 4.0
    room = depth - back
    if room < 4:
        return
    if rng.random() < 0.55:
        shed = at(-end * (width / 2 - 2.4), depth - 2.2)
        town.pitched_roof(shed, 3.4, 2.6, 2.0, 0.4, _tint(rng, _pick(rng, HOUSE_ROOFS), 0.1))
    if rng.random() < 0.14 and room > 8:
        pool = at(end * 1.5, back + room * 0.4)
        town.slab(pool, 9.2, 5.6, CONCRETE)
        town.slab(pool, 7.4, 3.8, POOL, rough=0.03)
    elif rng.random() < 0.3:
        town.slab(at(end * 2.0, depth - 4), 5.0, 3.5, SOIL, rough=0.15)
    if rng.random() < 0.75:
        town.hedge(rng, at(width / 2 - 0.4, depth * 0.66).turned(math.pi / 2), depth * 0.6)
    if rng.random() < 0.5:
        town.hedge(rng, at(0, depth - 0.3), width - 1)
    yard = at(0, back + room / 2 + 1)
    town.grove(rng, yard, width - 4, room - 2, int(rng.integers(1, 5)), (1.4, 3.9))
    if rng.random() < 0.5:
        front = at(float(rng.uniform(-0.4, 0.4)) * width, float(rng.uniform(0.5, 2.5)))
        town.tree(rng, front.x, front.y, float(rng.uniform(1.2, 2.9)))
    for _ in range(int(rng.integers(1, 5))):
        bush = at(float(rng.uniform(-0.45, 0.45)) * width, float(rng.uniform(2.0, depth)))
        town.tree(rng, bush.x, bush.y, float(rng.uniform(0.6, 1.1)))


def _draw_panels(town: Town, at: Spot, along: float, across: float, top: float) -> None:
    """Draw solar panels, which follow the roof below them."""
    place = town.canvas.window(*at, reach=along)
    if place is None:
        return
    frame = 1 + 1.1 * (np.mod(place.along, 1.1) < 0.14)
    cover = _cover(_box(place.along, place.across, along / 2, across / 2))
    cover *= town.canvas.height[place.rows, place.cols] > top * 0.7
    town.canvas.paint(place, cover, (0.055, 0.045, 0.042, 0.06), texture=frame.astype(np.float32))


def _draw_parking(
    town: Town, rng: np.random.Generator, at: Spot, along: float, across: float, filled: float
) -> None:
    """Draw a parking lot: double rows of bays along the heading, trees between some of them."""
    town.slab(at, along, across, _tint(rng, ASPHALT, 0.10), rough=0.05)
    bay, length, aisle = 2.6, 5.0, 6.4
    row = -across / 2 + 0.8 + length / 2
    facing = 1.0
    while row + length / 2 < across / 2:
        count = int((along - 5) / bay)
        start = -count * bay / 2
        place = town.canvas.window(*at.moved(0, row), reach=along / 2 + 2)
        if place is not None:
            lines = _cover(np.abs(np.mod(place.along - start + bay / 2, bay) - bay / 2) - 0.06)
            lines *= _cover(_box(place.along, place.across, along / 2 - 2.4, length / 2))
            town.canvas.paint(place, (0.8 * lines).astype(np.float32), PAINT)
        for number in range(count):
            slot = at.moved(start + (number + 0.5) * bay, row + float(rng.normal(0, 0.25)))
            if number % 11 == 5 and facing > 0 and filled < 0.9:
                town.slab(slot, bay, length, GRASS)
                town.tree(rng, slot.x, slot.y, float(rng.uniform(1.6, 2.6)))
            elif rng.random() < filled:
                turn = math.pi / 2 if rng.random() < 0.7 else -math.pi / 2
                town.park(rng, slot.turned(turn + float(rng.normal(0, 0.02))))
        row += length + 0.3 if facing < 0 else length + aisle
        facing = -facing


def _draw_flat_roof(
    town: Town, rng: np.random.Generator, at: Spot, along: float, across: float, top: float
) -> None:
    """Draw a flat roof with its parapet, machines and skylights."""
    colour = _tint(rng, _pick(rng, FLAT_ROOFS), 0.07)
    rim = _blend(colour, PAINT, 0.5)
    town.block(at, along, across, top + 0.8, rim)
    place = town.canvas.window(*at, reach=math.hypot(along, across) / 2 + 1)
    if place is not None:
        spot = (place.rows, place.cols)
        inner = _box(place.along, place.across, along / 2 - 0.5, across / 2 - 0.5)
        town.canvas.height[spot] = np.where(inner < 0, top, town.canvas.height[spot])
        seams = 1 - 0.08 * (np.mod(place.across, 6.0) < 0.3)
        stains = 1 + 0.06 * town.canvas.broad[spot] + 0.04 * town.canvas.grain[spot]
        texture = (seams * stains).astype(np.float32)
        town.canvas.paint(place, _cover(inner), colour, texture=texture)
    for _ in range(int(along * across / 110)):
        where = at.moved(
            float(rng.uniform(-0.42, 0.42)) * along, float(rng.uniform(-0.4, 0.4)) * across
        )
        size = float(rng.uniform(1.2, 3.2))
        metal = _tint(rng, (0.30, 0.31, 0.32, 0.32), 0.3)
        town.block(where, size, size * float(rng.uniform(0.5, 1.0)), top + size * 0.55, metal)


def _draw_shops(town: Town, rng: np.random.Generator, plot: Plot) -> None:
    """Draw a store behind its parking lot."""
    v = plot.middle[1]
    deep, wide = plot.u1 - plot.u0, plot.v1 - plot.v0
    lot = deep * 0.47
    _draw_parking(town, rng, town.spot(plot.u0 + lot / 2 + 1.5, v), wide - 8, lot, 0.62)
    store = deep * 0.40
    parts = 1 if rng.random() < 0.5 else 2
    for part in range(parts):
        length = (wide - 14) / parts - 4
        where = v + (part - (parts - 1) / 2) * (length + 5)
        at = town.spot(plot.u1 - store / 2 - 5, where)
        town.slab(at, length + 5, store + 7, CONCRETE)
        _draw_flat_roof(town, rng, at, length, store - 4 * part, float(rng.uniform(6, 9)))
    _line_with_trees(town, rng, plot.u1 - 1.0, plot.v0 + 4, plot.v1 - 4)


def _draw_halls(town: Town, rng: np.random.Generator, plot: Plot) -> None:
    """Draw a yard with halls under long metal roofs."""
    u, v = plot.middle
    deep, wide = plot.u1 - plot.u0, plot.v1 - plot.v0
    town.slab(town.spot(u, v), wide - 3, deep - 2, _tint(rng, WORN_ASPHALT, 0.06), rough=0.08)
    edge = plot.v0 + 6
    while edge + 20 < plot.v1:
        span = min(float(rng.uniform(17, 24)), plot.v1 - edge - 4)
        length = float(rng.uniform(0.55, 0.74)) * deep
        at = town.spot(plot.u1 - 4 - length / 2, edge + span / 2).turned(math.pi / 2)
        colour = _tint(rng, _pick(rng, HALL_ROOFS), 0.06)
        town.pitched_roof(at, length, span, 5.5, 0.30, colour, rib=2.2)
        for k in range(int(length / 7)):
            for flank in (-0.27, 0.27):
                light = at.moved(-length / 2 + 4 + 7 * k, flank * span)
                town.block(light, 1.4, 3.2, 7.9, _blend(colour, PAINT, 0.55))
        if rng.random() < 0.8:
            dock = town.spot(plot.u0 + 8, edge + span / 2).turned(math.pi / 2)
            town.cars.append(Car(dock, 0.0, _tint(rng, CAR_COLOURS[1], 0.1), 12.5, 2.5, 3.6))
        edge += span + (0.0 if rng.random() < 0.3 else float(rng.uniform(6, 11)))
    for _ in range(14):
        front = float(rng.uniform(3, 0.22 * deep))
        crate = town.spot(plot.u0 + front, float(rng.uniform(plot.v0 + 4, plot.v1 - 4)))
        town.block(crate, 6.1, 2.4, 2.6, _tint(rng, _pick(rng, CAR_COLOURS), 0.2))


def _draw_sports(town: Town, rng: np.random.Generator, plot: Plot) -> None:
    """Draw a running track around a pitch, and two courts beside it."""
    u, v = plot.middle
    at = town.spot(u + 2, v - 4)
    turf = _tint(rng, (0.038, 0.085, 0.046, 0.40), 0.05)
    place = town.canvas.window(*at, reach=80)
    if place is not None:
        ring = np.hypot(np.maximum(np.abs(place.along) - 29, 0), place.across)
        grain = town.canvas.rough(place, 0.05)
        lanes = 1 + 0.22 * (np.mod(ring, 1.22) < 0.16)
        town.canvas.paint(place, _cover(ring - 36.5), TARTAN, texture=(lanes * grain))
        stripes = 1 + 0.075 * np.sign(np.sin(place.along * (math.pi / 5.0)))
        town.canvas.paint(
            place, _cover(ring - 27.5), turf, texture=(stripes * grain).astype(np.float32)
        )
        a, b = np.abs(place.along), np.abs(place.across)
        line = np.abs(_box(a, b, 41.0, 21.0))
        line = np.minimum(line, np.maximum(a, b - 21))
        line = np.minimum(line, np.abs(np.hypot(a, b) - 7.5))
        for box_depth, box_half in ((12.5, 14.0), (4.5, 6.5)):
            area = np.abs(np.maximum(np.abs(a - 41) - box_depth, b - box_half))
            line = np.minimum(line, area)
        line = np.where((a > 41.2) | (b > 21.2), np.float32(9), line)
        town.canvas.paint(place, _cover(line - np.float32(0.10)), PAINT)
    for k in range(2):
        court = town.spot(plot.u0 + 15 + k * 24.0, plot.v1 - 11)
        town.slab(court, 17, 21, (0.075, 0.11, 0.085, 0.13))
        town.slab(court, 11, 18, COURT, rough=0.03)
        for offset in (-5.4, -4.0, 0.0, 4.0, 5.4):
            town.slab(court.moved(offset, 0), 0.18, 18, PAINT)
        for offset in (-8.9, -5.0, 0.0, 5.0, 8.9):
            town.slab(court.moved(0, offset), 10.9, 0.18, PAINT)
    _draw_flat_roof(town, rng, town.spot(plot.u1 - 13, plot.v1 - 11), 13, 20, 5.0)
    stand = town.spot(plot.u1 - 5.5, v - 4)
    for step in range(5):
        town.block(stand.moved(0, 2.0 - step), 44, 1.0, 0.6 + 0.5 * (4 - step), CONCRETE)
    _line_with_trees(town, rng, plot.u0 + 2.5, plot.v0 + 4, plot.v1 - 26)


def _draw_park(town: Town, rng: np.random.Generator, plot: Plot) -> None:
    """Draw a park: meadow, winding paths, a pond and groups of trees."""
    u, v = plot.middle
    deep, wide = plot.u1 - plot.u0, plot.v1 - plot.v0
    at = town.spot(u, v)
    place = town.canvas.window(*at, reach=math.hypot(deep, wide) / 2)
    if place is not None:
        inside = _cover(_box(place.along, place.across, wide / 2 - 1, deep / 2 - 1))
        grain = town.canvas.grain[place.rows, place.cols]
        for wave, tilt in ((0.0, 0.35), (2.0, -0.45)):
            bend = place.across - tilt * place.along - 7 * np.sin(place.along / 15 + wave)
            path = _cover(np.abs(bend) - np.float32(1.2)) * inside
            town.canvas.paint(place, path, GRAVEL)
        pond = np.hypot((place.along + 30) / 24, (place.across - 14) / 15)
        pond = ((pond - 1) * 15 + 0.6 * grain + 1.8 * np.sin(place.along / 6)).astype(np.float32)
        town.canvas.paint(place, _cover(pond - 1.3, 1.2), BANK)
        town.canvas.paint(place, _cover(pond), WATER)
    for _ in range(16):
        where = at.moved(
            float(rng.uniform(-0.40, 0.46)) * wide, float(rng.uniform(-0.44, 0.30)) * deep
        )
        away = math.hypot((where.x - at.moved(-30, 14).x), (where.y - at.moved(-30, 14).y))
        if away > 30:
            town.grove(rng, where, 20, 16, int(rng.integers(4, 15)))
    _line_with_trees(town, rng, plot.u0 + 3, plot.v0 + 4, plot.v1 - 4)


def _draw_flats(town: Town, rng: np.random.Generator, plot: Plot) -> None:
    """Draw blocks of flats across the plot, with lawns, paths and a parking strip."""
    u, v = plot.middle
    deep, wide = plot.u1 - plot.u0, plot.v1 - plot.v0
    town.slab(town.spot(u, v), wide, deep, _tint(rng, GRASS, 0.05), rough=0.12)
    _draw_parking(town, rng, town.spot(plot.u0 + 10, v), wide - 6, 18, 0.75)
    edge = plot.v0 + 12
    while edge + 10 < plot.v1:
        at = town.spot(plot.u0 + 22 + (deep - 26) / 2, edge).turned(math.pi / 2)
        town.slab(at.moved(0, 9), deep - 26, 1.8, CONCRETE)
        if rng.random() < 0.5:
            _draw_flat_roof(town, rng, at, deep - 32, 12.5, 11.0)
        else:
            roof = _tint(rng, _pick(rng, HOUSE_ROOFS[:5]), 0.08)
            town.pitched_roof(at, deep - 32, 12.5, 9.0, 0.5, roof, hip=True)
        town.grove(rng, at.moved(0, 14), deep - 34, 6, 7, (1.6, 3.6))
        edge += float(rng.uniform(27, 33))


def _draw_field(town: Town, rng: np.random.Generator, plot: Plot) -> None:
    """Draw farmland: strips of crop, stubble and bare soil with the lines of their working."""
    v = plot.v0 - 4.0
    while v < plot.v1:
        width = min(float(rng.uniform(28, 62)), plot.v1 + 5 - v)
        at = town.spot((plot.u0 + plot.u1) / 2, v + width / 2)
        kind = int(rng.integers(4))
        colour = _tint(rng, (CROP, STUBBLE, SOIL, DRY_GRASS)[kind], 0.10)
        deep = plot.u1 - plot.u0 - 4
        place = town.canvas.window(*at, reach=math.hypot(deep, width) / 2 + 2)
        if place is not None and width > 6:
            spot = (place.rows, place.cols)
            period = (2.1, 4.5, 1.6, 9.0)[kind]
            wobble = place.along + 1.2 * np.sin(place.across / 33) + 0.2 * town.canvas.grain[spot]
            rows = np.sin(wobble * (2 * math.pi / period)) * (0.09, 0.06, 0.12, 0.03)[kind]
            tram = 0.25 * (np.abs(np.mod(wobble, 18.0) - 9) < 0.9) * (kind == 0)
            texture = 1 + rows - tram + 0.09 * town.canvas.broad[spot]
            texture = texture * town.canvas.rough(place, 0.07)
            cover = _cover(_box(place.along, place.across, width / 2 - 0.8, deep / 2), 0.8)
            town.canvas.paint(place, cover, colour, texture=texture.astype(np.float32))
        if rng.random() < 0.7:
            for step in np.arange(-deep / 2, deep / 2, 3.4):
                if rng.random() < 0.7:
                    tree = at.moved(width / 2, float(step) + float(rng.normal(0, 0.8)))
                    town.tree(rng, tree.x, tree.y, float(rng.uniform(1.3, 3.6)))
        v += width


def _line_with_trees(town: Town, rng: np.random.Generator, u: float, v0: float, v1: float) -> None:
    """Plant trees along v, 7 to 12 m apart."""
    v = v0
    while v < v1:
        x, y = town.streets.to_xy(u, v)
        town.tree(rng, x, y, float(rng.uniform(1.8, 3.4)))
        v += float(rng.uniform(7, 12))


def _plant_streets(town: Town) -> None:
    """Plant trees in the verges of the streets along v, and patch their carriageways."""
    streets = town.streets
    for line, u in enumerate(streets.us):
        rng = town.rng(5, round(u))
        half = streets.half_width(line)
        for side in (-1.0, 1.0):
            v = streets.vs[0]
            while v < streets.vs[-1]:
                v += float(rng.uniform(8, 11)) * (1 if rng.random() < 0.75 else 5)
                clear = min(abs(v - at) for at in streets.vs) > 15
                if clear and math.sin(v / 47 + 3 * side + u) > -0.2:
                    x, y = streets.to_xy(u + side * (half + 1.2), v)
                    town.tree(rng, x, y, float(rng.uniform(1.7, 3.6)))
        v = streets.vs[0]
        while v < streets.vs[-1]:
            v += float(rng.uniform(8, 45))
            at = town.spot(u + float(rng.uniform(-0.6, 0.6)) * half, v)
            patch = _blend(ASPHALT, GLASS if rng.random() < 0.6 else CONCRETE, 0.35)
            long, wide = float(rng.uniform(2, 12)), float(rng.uniform(0.6, 2.0))
            town.slab(at, long, wide, patch)


Draw = Callable[[Town, np.random.Generator, Plot], None]
BLOCKS: dict[str, tuple[Draw, ...]] = {
    "houses": (_draw_houses,),
    "shops": (_draw_shops, _draw_halls),
    "mixed": (_draw_sports, _draw_flats, _draw_park),
    "fields": (_draw_field,),
}


def _plots(streets: Streets) -> Iterator[tuple[int, int, str, Plot]]:
    """Yield the blocks with their column (counted from the main road), row, kind and inside."""
    middle = streets.us.index(0.0)
    for i, kind in enumerate(streets.kinds):
        left = streets.half_width(i) + PAVEMENT + 0.4
        right = streets.half_width(i + 1) + PAVEMENT + 0.4
        for j in range(len(streets.vs) - 1):
            inset = STREET_HALF_WIDTH + PAVEMENT + 0.4
            plot = Plot(
                streets.us[i] + left,
                streets.us[i + 1] - right,
                streets.vs[j] + inset,
                streets.vs[j + 1] - inset,
            )
            yield i - middle, j + streets.first_row, kind, plot


def _add_traffic(town: Town) -> None:
    """Put moving cars on the lanes of every street, and standing ones at the kerbs."""
    streets = town.streets
    for line, u in enumerate(streets.us):
        rng = town.rng(2, round(u))
        main = streets.half_width(line) == MAIN_HALF_WIDTH
        lanes = (-6.3, -2.3, 2.3, 6.3) if main else (-1.9, 1.9)
        for lane in lanes:
            v = streets.vs[0] + float(rng.uniform(0, 30))
            while v < streets.vs[-1]:
                _add_moving(town, rng, town.spot(u + lane, v), forward=lane < 0, fast=main)
                v += float(rng.uniform(10, 46) if main else rng.uniform(30, 130))
        if main:
            continue
        for side in (-1.0, 1.0):
            v = streets.vs[0]
            while v < streets.vs[-1]:
                v += float(rng.choice([6.2, 6.8, 14.0, 31.0]))
                if min(abs(v - at) for at in streets.vs) > 12:
                    town.park(rng, town.spot(u + side * 3.0, v))
    for v in streets.vs:
        rng = town.rng(3, round(v))
        for lane in (-1.9, 1.9):
            u = streets.us[0] + float(rng.uniform(0, 60))
            while u < streets.us[-1]:
                column = int(np.searchsorted(np.array(streets.us), u)) - 1
                if streets.kinds[max(0, column)] not in ("fields", "river"):
                    at = town.spot(u, v + lane).turned(-math.pi / 2)
                    _add_moving(town, rng, at, forward=lane > 0, fast=False)
                u += float(rng.uniform(25, 90))


def _add_moving(
    town: Town, rng: np.random.Generator, at: Spot, *, forward: bool, fast: bool
) -> None:
    facing = at if forward else at.turned(math.pi)
    move = MAX_MOVE * float(rng.uniform(0.55, 1.0) if fast else rng.uniform(0.2, 0.7))
    town.park(rng, facing, move)


def _build(size: int, seed: int) -> Town:
    """Draw everything but the cars; `size` is the scene's side in PAN pixels."""
    pixels = round(size * PAN_GSD / FINE) + 2 * MARGIN
    reach = pixels * FINE / 2 * 1.35 + 40
    town = Town(
        Canvas.blank(pixels, np.random.default_rng([seed, 0])), Streets.covering(reach), seed
    )
    us = town.streets.us
    rivers = [(us[i], us[i + 1]) for i, kind in enumerate(town.streets.kinds) if kind == "river"]
    for strip in town.canvas.strips():
        _draw_ground(town.canvas, strip)
        _draw_streets(town, strip)
        for river in rivers:
            _draw_river(town, strip, *river)
    for river in rivers:
        _plant_river(town, *river)
    for column, row, kind, plot in _plots(town.streets):
        draws = BLOCKS.get(kind)
        if draws is not None:
            draws[row % len(draws)](town, town.rng(4, column, row), plot)
    _plant_streets(town)
    _add_traffic(town)
    return town


# --- Light and instruments -------------------------------------------------------------------


def _sunlight(height: Array) -> Array:
    """Return the direct sunlight (n, n) on a surface of heights (m), 1 on level open ground."""
    east, south = math.sin(SUN_AZIMUTH), -math.cos(SUN_AZIMUTH)
    slopes = np.gradient(height, FINE)
    steep = np.abs(slopes[0]) + np.abs(slopes[1])
    facing = slopes[1] * np.float32(east) + slopes[0] * np.float32(south)
    light = np.clip(1 - facing / math.tan(SUN_ELEVATION), 0.0, 2.2) / np.sqrt(
        1 + slopes[0] ** 2 + slopes[1] ** 2
    )
    light = np.where(steep > 4.0, np.float32(1), light).astype(np.float32)
    del slopes, steep, facing

    step = FINE / max(abs(east), abs(south))
    blocker: Array = np.zeros_like(height)
    drop = step * math.tan(SUN_ELEVATION)
    n = height.shape[0]
    for k in range(1, math.ceil(float(height.max()) / drop) + 1):
        dy, dx = round(k * step * south / FINE), round(k * step * east / FINE)
        into, out_of = _shifted(n, dy), _shifted(n, dx)
        seen = height[into[1], out_of[1]] - np.float32(k * drop)
        np.maximum(blocker[into[0], out_of[0]], seen, out=blocker[into[0], out_of[0]])
    blocker -= height
    light *= 1 - np.clip(blocker / np.float32(0.4), 0, 1)
    return light


def _shifted(n: int, by: int) -> tuple[slice, slice]:
    """Return the slices of here and of `by` pixels further, both within n pixels."""
    return slice(max(0, -by), n - max(0, by)), slice(max(0, by), n - max(0, -by))


def _radiance(town: Town, bands: Sequence[int], time: float) -> Iterator[Array]:
    """Yield the bands (n, n; digital numbers) with the cars where they are at `time`."""
    still = town.canvas
    moment = replace(still, albedo=still.albedo.copy(), height=still.height.copy())
    for car in town.cars:
        _draw_car(moment, car, time)
    light = _sunlight(moment.height)
    for band in bands:
        lit = SKY[band] + (1 - SKY[band]) * light
        yield HAZE[band] + np.float32(GAIN) * moment.albedo[band] * lit


def _observe(scene: Array, factor: int, nyquist_gain: float) -> Array:
    """Return what an instrument sees of a drawing (n, n): (m, m), the margin taken off.

    Its pixel is `factor` drawing pixels wide, and its point spread is the Gaussian that leaves
    `nyquist_gain` at the instrument's Nyquist frequency. Pixel k is sampled at its footprint's
    centre, drawing position factor * k + (factor - 1) / 2.
    """
    sigma = factor * math.sqrt(-2 * math.log(nyquist_gain)) / math.pi
    reach = math.ceil(3.5 * sigma) + factor // 2
    offsets = np.arange(-reach, reach + factor) - (factor - 1) / 2
    weights = np.exp(-0.5 * (offsets / sigma) ** 2)
    weights /= weights.sum()
    count = (scene.shape[0] - 2 * MARGIN) // factor
    first = MARGIN - reach

    rows: Array = np.zeros((count, scene.shape[1]), dtype=np.float32)
    for tap, weight in enumerate(weights):
        start = first + tap
        rows += np.float32(weight) * scene[start : start + factor * (count - 1) + 1 : factor]
    out: Array = np.zeros((count, count), dtype=np.float32)
    for tap, weight in enumerate(weights):
        start = first + tap
        out += np.float32(weight) * rows[:, start : start + factor * (count - 1) + 1 : factor]
    return out


def _digitise(rng: np.random.Generator, signal: Array) -> npt.NDArray[np.uint16]:
    """Return digital numbers of 11 bits with a little noise that grows with the signal."""
    spread = np.sqrt(np.float32(1.5) + np.float32(0.012) * signal)
    noisy = signal + spread * rng.standard_normal(signal.shape, dtype=np.float32)
    numbers: npt.NDArray[np.uint16] = np.clip(np.rint(noisy), 1, WHITE_LEVEL).astype(np.uint16)
    return numbers


def make_scene(
    size: int = 1024, seed: int = 7
) -> tuple[npt.NDArray[np.uint16], npt.NDArray[np.uint16]]:
    """Return PAN (size, size) and MS (4, size / 4, size / 4) in digital numbers of 11 bits."""
    if size < MIN_SIZE or size % RATIO:
        raise ValueError(f"size must be a multiple of {RATIO} and at least {MIN_SIZE}, not {size}")
    town = _build(size, seed)
    factor = round(PAN_GSD / FINE)
    rng = np.random.default_rng([seed, 1])

    pan: Array = np.zeros((size, size), dtype=np.float32)
    for weight, band in zip(PAN_MIX, _radiance(town, range(4), 0.0)):
        pan += weight * _observe(band, factor, PAN_NYQUIST_GAIN)
    ms: list[npt.NDArray[np.uint16]] = []
    for time in sorted(set(MS_TIMES)):
        bands = [b for b in range(4) if MS_TIMES[b] == time]
        for band in _radiance(town, bands, time):
            ms.append(_digitise(rng, _observe(band, factor * RATIO, MS_NYQUIST_GAIN)))
    return _digitise(rng, pan), np.stack(ms)


# --- Files -----------------------------------------------------------------------------------

ORIGIN = (603200.0, 5021800.0)
EPSG = 32631


def write_scene(folder: Path, size: int = 1024, seed: int = 7) -> tuple[Path, Path]:
    """Write `pan.tif` and `ms.tif` into a folder, made if needed; return their paths."""
    pan, ms = make_scene(size, seed)
    folder.mkdir(parents=True, exist_ok=True)
    pan_path, ms_path = folder / "pan.tif", folder / "ms.tif"
    _write(pan_path, pan[None], PAN_GSD, ("pan",))
    _write(ms_path, ms, PAN_GSD * RATIO, BANDS)
    return pan_path, ms_path


def _write(path: Path, image: npt.NDArray[np.uint16], gsd: float, names: Sequence[str]) -> None:
    """Write an image (bands, h, w) as a tiled GeoTIFF, under its own name only when whole."""
    gdal.UseExceptions()
    srs = osr.SpatialReference()
    srs.ImportFromEPSG(EPSG)
    part = path.with_name(path.stem + ".part.tif")
    options = ["TILED=YES", "COMPRESS=DEFLATE", "PREDICTOR=2", "PHOTOMETRIC=MINISBLACK"]
    options += ["BLOCKXSIZE=256", "BLOCKYSIZE=256", "INTERLEAVE=BAND"]
    interpretations = {
        "pan": gdal.GCI_GrayIndex,
        "blue": gdal.GCI_BlueBand,
        "green": gdal.GCI_GreenBand,
        "red": gdal.GCI_RedBand,
    }
    out = gdal.GetDriverByName("GTiff").Create(
        str(part), image.shape[2], image.shape[1], image.shape[0], gdal.GDT_UInt16, options
    )
    out.SetProjection(srs.ExportToWkt())
    out.SetGeoTransform((ORIGIN[0], gsd, 0.0, ORIGIN[1], 0.0, -gsd))
    for number, name in enumerate(names, 1):
        band = out.GetRasterBand(number)
        band.SetDescription(name)
        band.SetColorInterpretation(interpretations.get(name, gdal.GCI_Undefined))
        band.WriteArray(image[number - 1])
    out.FlushCache()
    del band, out
    part.replace(path)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line; return its exit code."""
    parser = argparse.ArgumentParser(prog="demo.scene", description="Make a satellite scene.")
    parser.add_argument("folder", type=Path, metavar="OUT_DIR")
    parser.add_argument("--size", type=int, default=1024, help="side in PAN pixels (default 1024)")
    parser.add_argument("--seed", type=int, default=7, help="another seed, another town")
    given = parser.parse_args(arguments)
    try:
        paths = write_scene(given.folder, given.size, given.seed)
    except (ValueError, OSError, RuntimeError) as error:
        print(f"demo.scene: {error}", file=sys.stderr)
        return 1
    for path in paths:
        print(path)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
