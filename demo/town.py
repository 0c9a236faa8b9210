"""The town while it is drawn, and the things that stand all over it: roofs, trees, hedges, cars.

What stands where is for `demo.ground`, `demo.river`, `demo.plots` and `demo.traffic` to say.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, field

import numpy as np

from demo.canvas import Canvas, Spot, box, coverage
from demo.spectra import CAR_COLOURS, LEAF, Colour, pick, tint
from demo.streets import Streets


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
        return np.random.default_rng([self.seed, *((i + 1000) % 2**32 for i in place)])

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
            cover = coverage(box(place.along, place.across, along / 2, across / 2))
            cover *= self.canvas.height[place.rows, place.cols] == 0
            self.canvas.paint(place, cover, colour, texture=self.canvas.rough(place, rough))

    def block(
        self, at: Spot, along: float, across: float, top: float, colour: Colour, rough: float = 0.05
    ) -> None:
        """Draw a box of a height in metres."""
        place = self.canvas.window(*at, reach=math.hypot(along, across) / 2 + 1)
        if place is not None:
            cover = coverage(box(place.along, place.across, along / 2, across / 2))
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
        ridge = np.float32(1) + np.float32(0.22) * coverage(np.abs(place.across) - np.float32(0.12))
        edge = np.float32(1) - np.float32(0.25) * coverage(inward - np.float32(0.2))
        self.canvas.paint(
            place,
            coverage(box(place.along, place.across, along / 2, across / 2)),
            colour,
            top=np.float32(wall) + np.float32(slope) * np.maximum(inward, 0),
            texture=courses * ridge * edge * self.canvas.rough(place, 0.05),
        )

    def tree(self, rng: np.random.Generator, x: float, y: float, radius: float) -> None:
        """Draw a crown of `radius` metres with a lobed outline and a bumpy surface."""
        heading, phase, stature, species = (float(share) for share in rng.random(4))
        lobes, phase = int(rng.integers(4, 8)), phase * 2 * math.pi
        if species < 0.12:
            leaf = tint(rng, (0.026, 0.048, 0.029, 0.23), 0.14)
        elif species < 0.20:
            leaf = tint(rng, (0.036, 0.082, 0.066, 0.37), 0.14)
        else:
            leaf = tint(rng, LEAF, 0.14)
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
            coverage((r - 1) * np.float32(radius), 0.5),
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
        leaf = tint(rng, LEAF, 0.12)
        place = self.canvas.window(*at, reach=length / 2 + 2)
        if place is None:
            return
        bumps = self.canvas.grain[place.rows, place.cols]
        outside = box(place.along, place.across, length / 2, width / 2) + np.float32(0.15) * bumps
        self.canvas.paint(
            place,
            coverage(outside),
            leaf,
            top=np.float32(1.5) + np.float32(0.15) * bumps,
            texture=self.canvas.rough(place, 0.15),
        )

    def park(self, rng: np.random.Generator, at: Spot, move: float = 0.0) -> None:
        """Put a car or, seldom, a van at a place, heading along it."""
        colour = tint(rng, pick(rng, CAR_COLOURS), 0.08)
        if rng.random() < 0.07:
            white = tint(rng, CAR_COLOURS[1], 0.06)
            self.cars.append(Car(at, move, white, length=6.4, width=2.15, top=2.5))
        else:
            self.cars.append(Car(at, move, colour, length=float(rng.uniform(4.0, 4.8))))
