"""The colours of what is drawn, as reflectance in the four bands, and how colours are varied."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

Colour = tuple[float, float, float, float]
"""Reflectance in each of `BANDS`."""
BANDS = ("blue", "green", "red", "nir")

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


def blend(first: Colour, second: Colour, share: float) -> Colour:
    """Return a colour between two, at a share of the way from the first to the second."""
    b, g, r, n = (a + share * (b - a) for a, b in zip(first, second))
    return (b, g, r, n)


def tint(rng: np.random.Generator, colour: Colour, spread: float) -> Colour:
    """Return a colour made a little lighter or darker, and each band a little more so."""
    level = 1 + spread * float(rng.standard_normal())
    b, g, r, n = (
        max(0.005, c * (level + 0.3 * spread * float(rng.standard_normal()))) for c in colour
    )
    return (b, g, r, n)


def pick(rng: np.random.Generator, colours: Sequence[Colour]) -> Colour:
    """Return one of the colours, each as likely as the others."""
    return colours[int(rng.integers(len(colours)))]
