"""Plots of houses: gardens back to back, each with its house, drive, shed, pool and hedges."""

from __future__ import annotations

import math

import numpy as np

from demo.canvas import Spot, box, coverage
from demo.spectra import (
    CONCRETE,
    DRY_GRASS,
    GLASS,
    GRASS,
    HOUSE_ROOFS,
    POOL,
    SOIL,
    WORN_ASPHALT,
    blend,
    pick,
    tint,
)
from demo.streets import Plot
from demo.town import Town


def draw_houses(town: Town, rng: np.random.Generator, plot: Plot) -> None:
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

    lawn = tint(rng, blend(GRASS, DRY_GRASS, float(rng.uniform(-0.1, 0.9))), 0.10)
    town.slab(at(0, depth / 2), width - 0.4, depth, lawn, rough=0.14)
    setback = float(rng.uniform(4.0, 7.5))
    long, short = float(rng.uniform(9.5, min(14.5, width - 3.0))), float(rng.uniform(7.5, 9.5))
    turned = rng.random() < 0.25 and width > 17
    deep = long if turned else short
    end = 1.0 if rng.random() < 0.5 else -1.0
    drive = end * (width / 2 - 1.9)
    pale = tint(rng, CONCRETE if rng.random() < 0.7 else WORN_ASPHALT, 0.12)
    drive_length = setback + float(rng.uniform(0.5, 5.0))
    town.slab(at(drive, drive_length / 2 - 1), 3.0, drive_length + 2, pale)
    town.slab(at(-end * 1.5, setback / 2), 1.2, setback, pale)
    if rng.random() < 0.62:
        town.park(rng, at(drive, 2.9).turned(math.pi / 2))
    if rng.random() < 0.6:
        town.slab(at(end * 1.0, setback + deep + 1.8), float(rng.uniform(4, 7)), 3.6, pale)

    roof = tint(rng, pick(rng, HOUSE_ROOFS), 0.09)
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
        town.pitched_roof(shed, 3.4, 2.6, 2.0, 0.4, tint(rng, pick(rng, HOUSE_ROOFS), 0.1))
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
    cover = coverage(box(place.along, place.across, along / 2, across / 2))
    cover *= town.canvas.height[place.rows, place.cols] > top * 0.7
    town.canvas.paint(place, cover, (0.055, 0.045, 0.042, 0.06), texture=frame.astype(np.float32))
