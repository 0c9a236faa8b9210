"""The light that leaves the town: one sun with cast shadows, the sky's light, and haze."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import replace

import numpy as np

from demo.canvas import FINE, Array
from demo.town import Town
from demo.traffic import draw_car

SUN_AZIMUTH = math.radians(152.0)
SUN_ELEVATION = math.radians(47.0)
SKY = np.array([0.30, 0.24, 0.20, 0.14], dtype=np.float32)
"""Share of the light on level ground that comes from the sky and reaches into shadows."""
HAZE = np.array([95.0, 70.0, 45.0, 22.0], dtype=np.float32)
GAIN = 2650.0
"""Digital numbers for reflectance 1 on level sunlit ground, above the haze."""


def radiance(town: Town, bands: Sequence[int], time: float) -> Iterator[Array]:
    """Yield the bands (n, n; digital numbers) with the cars where they are at `time`."""
    still = town.canvas
    moment = replace(still, albedo=still.albedo.copy(), height=still.height.copy())
    for car in town.cars:
        draw_car(moment, car, time)
    light = sunlight(moment.height)
    for band in bands:
        lit = SKY[band] + (1 - SKY[band]) * light
        yield HAZE[band] + np.float32(GAIN) * moment.albedo[band] * lit


def sunlight(height: Array) -> Array:
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
