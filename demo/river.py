"""The river with its lake, banks and path, the trees along it and the bridges' railings."""

from __future__ import annotations

import math

import numpy as np

from demo.canvas import Array, Window, coverage
from demo.spectra import BANK, CONCRETE, GRASS, GRAVEL, WATER
from demo.streets import PAVEMENT, STREET_HALF_WIDTH, Streets
from demo.town import Town


def draw_river(town: Town, place: Window, u0: float, u1: float) -> None:
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
    cut = coverage(outside - np.float32(7.0), 3.0) * ground
    canvas.paint(place, cut, GRASS, texture=canvas.rough(place, 0.12))
    canvas.paint(place, coverage(outside - np.float32(1.4), 1.6) * inside, BANK)
    shallow = np.clip(1 + outside / 6, 0, 1)
    sheen = (1 + 0.05 * broad + 0.35 * shallow * shallow).astype(np.float32)
    canvas.paint(place, coverage(outside) * inside, WATER, texture=sheen)
    path = coverage(np.abs(outside - 4.2 - 0.9 * grain) - np.float32(0.8)) * inside
    canvas.paint(place, path, GRAVEL)


def plant_river(town: Town, u0: float, u1: float) -> None:
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


def _bridges(streets: Streets) -> list[float]:
    """Return where streets along u cross the river: every other one."""
    return [v for row, v in enumerate(streets.vs) if (row + streets.first_row) % 2 == 0]


def _river_middle(v: Array | np.float32, u0: float, u1: float) -> Array:
    winding = 13.0 * np.sin(v / 34.0) + 5.0 * np.sin(v / 13.0 + 1)
    return np.asarray((u0 + u1) / 2 + winding, dtype=np.float32)


def _river_half_width(v: Array | np.float32) -> Array:
    lake = 22.0 * np.exp(-(((v + 60.0) / 46.0) ** 2))
    return np.asarray(9.5 + 2.5 * np.sin(v / 23.0 + 2) + lake, dtype=np.float32)
