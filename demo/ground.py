"""What lies flat under the whole town, grass and streets, and the trees in the streets' verges."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np

from demo.canvas import Array, Canvas, Window, coverage
from demo.spectra import (
    ASPHALT,
    CONCRETE,
    DRY_GRASS,
    GLASS,
    GRASS,
    GRAVEL,
    PAINT,
    YELLOW_PAINT,
    blend,
)
from demo.streets import MAIN_HALF_WIDTH, STREET_HALF_WIDTH, TRACK_HALF_WIDTH
from demo.town import Town


def draw_ground(canvas: Canvas, place: Window) -> None:
    """Fill a place with grass that is greener here and drier there."""
    spot = (place.rows, place.cols)
    dry = np.clip(0.38 + 0.42 * canvas.broad[spot] + 0.12 * canvas.grain[spot], 0, 1)
    rough = np.clip(1 + 0.09 * canvas.grain[spot], 0.6, 1.4)
    for band in range(4):
        colour = GRASS[band] + dry * np.float32(DRY_GRASS[band] - GRASS[band])
        canvas.albedo[(band, *spot)] = colour * rough


def draw_streets(town: Town, place: Window) -> None:
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
    footway = coverage(np.abs(outside - 1.75) - 0.75) * np.clip(0.8 + 0.25 * broad, 0, 1)
    paved = np.where(track, 0.0, np.maximum(footway, coverage(outside - 0.3)))
    canvas.paint(place, paved.astype(np.float32), CONCRETE, texture=canvas.rough(place, 0.06))
    wheel = np.cos((np.abs(across_main) - 1.9) * (2 * math.pi / 1.7))
    worn = 1 + 0.05 * wheel * (out_main < -0.4) + 0.08 * broad
    tar = np.where(np.abs(across_main) < MAIN_HALF_WIDTH + 8, 0.92, 1.12) * worn
    tar = (tar * canvas.rough(place, 0.045)).astype(np.float32)
    road = coverage(outside)
    canvas.paint(place, np.where(track, 0, road).astype(np.float32), ASPHALT, texture=tar)
    canvas.paint(
        place,
        np.where(track, 0.85 * coverage(out_cross, 0.8), 0).astype(np.float32),
        GRAVEL,
        texture=canvas.rough(place, 0.09),
    )

    far_from_junction = np.clip(out_cross - 4.5, 0, 1)
    is_main = half_main > 5
    a = np.abs(across_main)
    lane = np.where(is_main, 4.3, 99.0).astype(np.float32)
    dashes = np.mod(v, 9.0) < 3.2
    white = np.maximum(
        coverage(np.abs(a - lane) - np.float32(0.09)) * dashes,
        coverage(np.abs(a - np.where(is_main, 8.1, 99.0)) - np.float32(0.08)),
    )
    white = np.maximum(white, coverage(a - np.float32(0.07)) * (np.mod(v, 6.0) < 2.6) * ~is_main)
    stop = coverage(np.abs(out_cross - 3.4) - np.float32(0.22)) * (out_main < -0.4)
    zebra = (
        coverage(np.abs(out_cross - 6.2) - np.float32(1.5))
        * (np.mod(across_main, 1.15) < 0.58)
        * (is_main & (out_main < -0.5))
    )
    white = np.maximum(white * far_from_junction * ~(zebra > 0), np.maximum(stop, zebra))
    white *= ~track & (half_cross > 2)
    yellow = coverage(np.abs(a - 0.22) - np.float32(0.08)) * far_from_junction * is_main
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


def plant_streets(town: Town) -> None:
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
            patch = blend(ASPHALT, GLASS if rng.random() < 0.6 else CONCRETE, 0.35)
            long, wide = float(rng.uniform(2, 12)), float(rng.uniform(0.6, 2.0))
            town.slab(at, long, wide, patch)
