"""Cutting a scene into blocks: the piece handled at once, its core and its halo.

Lengths are PAN pixels of the scene, whose origin is (0, 0). A block's *core* is what it writes,
its *halo* what it only reads; the halo may stick out of the scene, where the reader mirrors.
Knows nothing of files or networks; the standard library alone.

>>> [block.width for block in split(height=100, width=600, core=256)]
[256, 256, 88]
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

TILE = 256  # side of the output's tiles: a core that is a multiple of it writes each tile once
SMALLEST = 64
LARGEST = 1536


@dataclass(frozen=True)
class Block:
    """The core of one block."""

    row: int
    column: int
    height: int
    width: int

    @property
    def pixels(self) -> int:
        """Number of pixels written."""
        return self.height * self.width

    def grown(self, halo: int, alignment: int) -> Block:
        """Return what is read for this core: the halo around it, sizes rounded up.

        A network that works on cells of `alignment` pixels gets whole cells: the surplus is
        appended at the bottom and at the right, outside of the halo.
        """
        height = -(-self.height // alignment) * alignment
        width = -(-self.width // alignment) * alignment
        return Block(self.row - halo, self.column - halo, height + 2 * halo, width + 2 * halo)

    def quarters(self, alignment: int) -> list[Block]:
        """Return the block cut in up to four, at multiples of `alignment`."""
        return [
            Block(self.row + part.row, self.column + part.column, part.height, part.width)
            for part in split(
                self.height, self.width, half_of(max(self.height, self.width), alignment)
            )
        ]


def half_of(length: int, alignment: int) -> int:
    """Return half a length, rounded up to a multiple of `alignment`."""
    return max(alignment, -(-length // (2 * alignment)) * alignment)


def split(height: int, width: int, core: int) -> list[Block]:
    """Cut a scene into cores of at most `core` x `core`, row by row."""
    return list(_walk(height, width, core))


def _walk(height: int, width: int, core: int) -> Iterator[Block]:
    for row in range(0, height, core):
        for column in range(0, width, core):
            yield Block(row, column, min(core, height - row), min(core, width - column))


def choose_core(budget: int, bytes_per_pixel: float, halo: int, alignment: int) -> int:
    """Return the largest core whose block fits a memory budget.

    Args:
        budget: bytes that a block may take.
        bytes_per_pixel: what the model needs per pixel read, halo included.
        halo: PAN pixels around the core.
        alignment: the core becomes a multiple of it, and of `TILE` where one fits.
    """
    side = int((budget / bytes_per_pixel) ** 0.5) - 2 * halo
    side = max(SMALLEST, min(LARGEST, side))
    step = TILE if side >= TILE else alignment
    return max(alignment, side // step * step)
