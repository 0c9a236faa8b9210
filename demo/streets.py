"""Where the streets of the town run, and the plots between them: geometry only, nothing is drawn.

The street grid has coordinates of its own, u across and v along the main road (m), which are
rotated and bent against the x and y of the canvas. The main road is at u = 0 however much of the
endless town is wanted, so that a larger scene has the same town in its middle.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from demo.canvas import Array

COLUMN_KINDS = ("shops", "houses", "river", "fields", "houses", "houses", "mixed", "houses")
COLUMN_WIDTHS = {"shops": 104.0, "houses": 78.0, "river": 118.0, "fields": 150.0, "mixed": 106.0}
ROW_LENGTH = 150.0
MAIN_HALF_WIDTH = 8.6
STREET_HALF_WIDTH = 3.9
TRACK_HALF_WIDTH = 1.7
PAVEMENT = 2.6
"""From the kerb to the gardens: the kerb, a strip of grass and the footway, in metres."""


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

    def plots(self) -> Iterator[tuple[int, int, str, Plot]]:
        """Yield the blocks with their column (counted from the main road), row, kind and inside."""
        middle = self.us.index(0.0)
        for i, kind in enumerate(self.kinds):
            left = self.half_width(i) + PAVEMENT + 0.4
            right = self.half_width(i + 1) + PAVEMENT + 0.4
            for j in range(len(self.vs) - 1):
                inset = STREET_HALF_WIDTH + PAVEMENT + 0.4
                plot = Plot(
                    self.us[i] + left,
                    self.us[i + 1] - right,
                    self.vs[j] + inset,
                    self.vs[j + 1] - inset,
                )
                yield i - middle, j + self.first_row, kind, plot


def _bend_u(q: Array | np.float32) -> Array:
    return np.asarray(9.0 * np.sin(q / 70.0 + 0.6) + 13.0 * np.sin(q / 190.0), dtype=np.float32)


def _bend_v(p: Array | np.float32) -> Array:
    return np.asarray(8.0 * np.sin(p / 85.0 + 2.0), dtype=np.float32)
