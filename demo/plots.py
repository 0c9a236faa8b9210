"""What fills the plots between the streets: stores, halls, sports, flats, parks and fields.

`BLOCKS` says what stands in which column of the street grid. Houses are in `demo.houses`; the river
has a column to itself and is in `demo.river`.
"""

from __future__ import annotations

import math
from typing import Callable

import numpy as np

from demo.canvas import Spot, box, coverage
from demo.houses import draw_houses
from demo.spectra import (
    ASPHALT,
    BANK,
    CAR_COLOURS,
    CONCRETE,
    COURT,
    CROP,
    DRY_GRASS,
    FLAT_ROOFS,
    GRASS,
    GRAVEL,
    HALL_ROOFS,
    HOUSE_ROOFS,
    PAINT,
    SOIL,
    STUBBLE,
    TARTAN,
    WATER,
    WORN_ASPHALT,
    blend,
    pick,
    tint,
)
from demo.streets import Plot
from demo.town import Car, Town


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
    town.slab(town.spot(u, v), wide - 3, deep - 2, tint(rng, WORN_ASPHALT, 0.06), rough=0.08)
    edge = plot.v0 + 6
    while edge + 20 < plot.v1:
        span = min(float(rng.uniform(17, 24)), plot.v1 - edge - 4)
        length = float(rng.uniform(0.55, 0.74)) * deep
        at = town.spot(plot.u1 - 4 - length / 2, edge + span / 2).turned(math.pi / 2)
        colour = tint(rng, pick(rng, HALL_ROOFS), 0.06)
        town.pitched_roof(at, length, span, 5.5, 0.30, colour, rib=2.2)
        for k in range(int(length / 7)):
            for flank in (-0.27, 0.27):
                light = at.moved(-length / 2 + 4 + 7 * k, flank * span)
                town.block(light, 1.4, 3.2, 7.9, blend(colour, PAINT, 0.55))
        if rng.random() < 0.8:
            dock = town.spot(plot.u0 + 8, edge + span / 2).turned(math.pi / 2)
            town.cars.append(Car(dock, 0.0, tint(rng, CAR_COLOURS[1], 0.1), 12.5, 2.5, 3.6))
        edge += span + (0.0 if rng.random() < 0.3 else float(rng.uniform(6, 11)))
    for _ in range(14):
        front = float(rng.uniform(3, 0.22 * deep))
        crate = town.spot(plot.u0 + front, float(rng.uniform(plot.v0 + 4, plot.v1 - 4)))
        town.block(crate, 6.1, 2.4, 2.6, tint(rng, pick(rng, CAR_COLOURS), 0.2))


def _draw_sports(town: Town, rng: np.random.Generator, plot: Plot) -> None:
    """Draw a running track around a pitch, and two courts beside it."""
    u, v = plot.middle
    at = town.spot(u + 2, v - 4)
    turf = tint(rng, (0.038, 0.085, 0.046, 0.40), 0.05)
    place = town.canvas.window(*at, reach=80)
    if place is not None:
        ring = np.hypot(np.maximum(np.abs(place.along) - 29, 0), place.across)
        grain = town.canvas.rough(place, 0.05)
        lanes = 1 + 0.22 * (np.mod(ring, 1.22) < 0.16)
        town.canvas.paint(place, coverage(ring - 36.5), TARTAN, texture=(lanes * grain))
        stripes = 1 + 0.075 * np.sign(np.sin(place.along * (math.pi / 5.0)))
        town.canvas.paint(
            place, coverage(ring - 27.5), turf, texture=(stripes * grain).astype(np.float32)
        )
        a, b = np.abs(place.along), np.abs(place.across)
        line = np.abs(box(a, b, 41.0, 21.0))
        line = np.minimum(line, np.maximum(a, b - 21))
        line = np.minimum(line, np.abs(np.hypot(a, b) - 7.5))
        for box_depth, box_half in ((12.5, 14.0), (4.5, 6.5)):
            area = np.abs(np.maximum(np.abs(a - 41) - box_depth, b - box_half))
            line = np.minimum(line, area)
        line = np.where((a > 41.2) | (b > 21.2), np.float32(9), line)
        town.canvas.paint(place, coverage(line - np.float32(0.10)), PAINT)
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
        inside = coverage(box(place.along, place.across, wide / 2 - 1, deep / 2 - 1))
        grain = town.canvas.grain[place.rows, place.cols]
        for wave, tilt in ((0.0, 0.35), (2.0, -0.45)):
            bend = place.across - tilt * place.along - 7 * np.sin(place.along / 15 + wave)
            path = coverage(np.abs(bend) - np.float32(1.2)) * inside
            town.canvas.paint(place, path, GRAVEL)
        pond = np.hypot((place.along + 30) / 24, (place.across - 14) / 15)
        pond = ((pond - 1) * 15 + 0.6 * grain + 1.8 * np.sin(place.along / 6)).astype(np.float32)
        town.canvas.paint(place, coverage(pond - 1.3, 1.2), BANK)
        town.canvas.paint(place, coverage(pond), WATER)
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
    town.slab(town.spot(u, v), wide, deep, tint(rng, GRASS, 0.05), rough=0.12)
    _draw_parking(town, rng, town.spot(plot.u0 + 10, v), wide - 6, 18, 0.75)
    edge = plot.v0 + 12
    while edge + 10 < plot.v1:
        at = town.spot(plot.u0 + 22 + (deep - 26) / 2, edge).turned(math.pi / 2)
        town.slab(at.moved(0, 9), deep - 26, 1.8, CONCRETE)
        if rng.random() < 0.5:
            _draw_flat_roof(town, rng, at, deep - 32, 12.5, 11.0)
        else:
            roof = tint(rng, pick(rng, HOUSE_ROOFS[:5]), 0.08)
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
        colour = tint(rng, (CROP, STUBBLE, SOIL, DRY_GRASS)[kind], 0.10)
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
            cover = coverage(box(place.along, place.across, width / 2 - 0.8, deep / 2), 0.8)
            town.canvas.paint(place, cover, colour, texture=texture.astype(np.float32))
        if rng.random() < 0.7:
            for step in np.arange(-deep / 2, deep / 2, 3.4):
                if rng.random() < 0.7:
                    tree = at.moved(width / 2, float(step) + float(rng.normal(0, 0.8)))
                    town.tree(rng, tree.x, tree.y, float(rng.uniform(1.3, 3.6)))
        v += width


def _draw_parking(
    town: Town, rng: np.random.Generator, at: Spot, along: float, across: float, filled: float
) -> None:
    """Draw a parking lot: double rows of bays along the heading, trees between some of them."""
    town.slab(at, along, across, tint(rng, ASPHALT, 0.10), rough=0.05)
    bay, length, aisle = 2.6, 5.0, 6.4
    row = -across / 2 + 0.8 + length / 2
    facing = 1.0
    while row + length / 2 < across / 2:
        count = int((along - 5) / bay)
        start = -count * bay / 2
        place = town.canvas.window(*at.moved(0, row), reach=along / 2 + 2)
        if place is not None:
            lines = coverage(np.abs(np.mod(place.along - start + bay / 2, bay) - bay / 2) - 0.06)
            lines *= coverage(box(place.along, place.across, along / 2 - 2.4, length / 2))
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
    colour = tint(rng, pick(rng, FLAT_ROOFS), 0.07)
    rim = blend(colour, PAINT, 0.5)
    town.block(at, along, across, top + 0.8, rim)
    place = town.canvas.window(*at, reach=math.hypot(along, across) / 2 + 1)
    if place is not None:
        spot = (place.rows, place.cols)
        inner = box(place.along, place.across, along / 2 - 0.5, across / 2 - 0.5)
        town.canvas.height[spot] = np.where(inner < 0, top, town.canvas.height[spot])
        seams = 1 - 0.08 * (np.mod(place.across, 6.0) < 0.3)
        stains = 1 + 0.06 * town.canvas.broad[spot] + 0.04 * town.canvas.grain[spot]
        texture = (seams * stains).astype(np.float32)
        town.canvas.paint(place, coverage(inner), colour, texture=texture)
    for _ in range(int(along * across / 110)):
        where = at.moved(
            float(rng.uniform(-0.42, 0.42)) * along, float(rng.uniform(-0.4, 0.4)) * across
        )
        size = float(rng.uniform(1.2, 3.2))
        metal = tint(rng, (0.30, 0.31, 0.32, 0.32), 0.3)
        town.block(where, size, size * float(rng.uniform(0.5, 1.0)), top + size * 0.55, metal)


def _line_with_trees(town: Town, rng: np.random.Generator, u: float, v0: float, v1: float) -> None:
    """Plant trees along v, 7 to 12 m apart."""
    v = v0
    while v < v1:
        x, y = town.streets.to_xy(u, v)
        town.tree(rng, x, y, float(rng.uniform(1.8, 3.4)))
        v += float(rng.uniform(7, 12))


Draw = Callable[[Town, np.random.Generator, Plot], None]
BLOCKS: dict[str, tuple[Draw, ...]] = {
    "houses": (draw_houses,),
    "shops": (_draw_shops, _draw_halls),
    "mixed": (_draw_sports, _draw_flats, _draw_park),
    "fields": (_draw_field,),
}


def draw_plots(town: Town) -> None:
    """Fill every plot with what its column is for, in turn from row to row."""
    for column, row, kind, plot in town.streets.plots():
        draws = BLOCKS.get(kind)
        if draws is not None:
            draws[row % len(draws)](town, town.rng(4, column, row), plot)
