"""The drawing grid: colour and height of every 0.25 m of ground, and how shapes are laid on it.

Lengths are metres; x points right (east), y down (south), from the scene's centre. A shape is drawn
in a `Window`, which has axes of its own: the distance from the shape's edge (`box`) becomes the
share of each pixel that it covers (`coverage`), and `Canvas.paint` lays a colour there.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from demo.spectra import Colour

Array = npt.NDArray[np.float32]

FINE = 0.25
"""Pixel of the drawing grid in metres: half a PAN pixel, an eighth of an MS pixel."""
MARGIN = 64
"""Drawn beyond the scene on every side, in drawing pixels: for shadows and point spread."""
STRIP = 128
"""How many rows are drawn at once where the whole canvas is drawn on: bounds the memory."""


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


def coverage(distance: Array, softness: float = FINE) -> Array:
    """Return the covered share of pixels whose centre lies `distance` m outside an edge."""
    return np.clip(np.float32(0.5) - distance / np.float32(softness), 0, 1)


def box(along: Array, across: Array, half_along: float, half_across: float) -> Array:
    """Return the distance (m, negative inside) from a rectangle around the local origin."""
    return np.maximum(np.abs(along) - half_along, np.abs(across) - half_across)
