"""The cars on the streets: where they stand and drive, and how one looks at a given time."""

from __future__ import annotations

import math

import numpy as np

from demo.canvas import Canvas, Spot, box, coverage
from demo.sensor import PAN_GSD, RATIO
from demo.spectra import GLASS
from demo.streets import MAIN_HALF_WIDTH
from demo.town import Car, Town

MAX_MOVE = 3.0 * RATIO * PAN_GSD
"""The farthest that a car moves between PAN and the last MS band, in metres."""


def add_traffic(town: Town) -> None:
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


def draw_car(canvas: Canvas, car: Car, time: float) -> None:
    """Draw a car where it is at `time`, a share of its move, with its cabin's windows and roof."""
    at = car.spot.moved(car.move * time, 0.0)
    place = canvas.window(*at, reach=car.length / 2 + 1)
    if place is None:
        return
    corner = 0.5
    away = np.hypot(
        np.maximum(np.abs(place.along) - (car.length / 2 - corner), 0),
        np.maximum(np.abs(place.across) - (car.width / 2 - corner), 0),
    ) - np.float32(corner)
    body = coverage(away)
    canvas.paint(place, body, car.colour, top=car.top * 0.62)
    cabin = box(place.along + np.float32(0.25), place.across, car.length * 0.30, car.width * 0.44)
    roof = box(place.along + np.float32(0.25), place.across, car.length * 0.17, car.width * 0.40)
    canvas.paint(place, coverage(cabin) * body, GLASS, top=car.top * 0.9)
    canvas.paint(place, coverage(roof) * body, car.colour, top=car.top)
