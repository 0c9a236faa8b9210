"""Cutting a scene into blocks: the piece handled at once, its core and its halo.

Lengths are PAN pixels of the scene, whose origin is (0, 0). A block's *core* is what it writes,
its *halo* what it only reads; the halo may stick out of the scene, where the reader mirrors.
Knows nothing of files or networks; the standard library alone.

>>> [block.width for block in split(height=100, width=600, core=256)]
[256, 256, 88]
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

TILE = 256  # side of the output's tiles: a core that is a multiple of it writes each tile once
SMALLEST = 64
LARGEST = 1536
LARGEST_ELSEWHERE = 3072  # where a device's own memory holds the block


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
        """Return what is read for this core: the whole cells it touches, the halo around them.

        A network that works on cells of `alignment` pixels gets whole cells, counted from the
        scene's origin wherever the core starts.
        """
        row, end_row = _to_cells(self.row, self.height, alignment)
        column, end_column = _to_cells(self.column, self.width, alignment)
        return Block(
            row - halo, column - halo, end_row - row + 2 * halo, end_column - column + 2 * halo
        )

    def within(self, other: Block) -> tuple[slice, slice]:
        """Return the rows and columns that this block has in an image of the other."""
        row, column = self.row - other.row, self.column - other.column
        return slice(row, row + self.height), slice(column, column + self.width)

    def split(self, core: int) -> list[Block]:
        """Cut the block into cores of at most `core` x `core`, row by row."""
        return [
            Block(self.row + part.row, self.column + part.column, part.height, part.width)
            for part in split(self.height, self.width, core)
        ]

    def quarters(self, alignment: int) -> list[Block]:
        """Return the block cut in up to four, at multiples of `alignment`."""
        return self.split(half_of(max(self.height, self.width), alignment))


def _to_cells(start: int, length: int, alignment: int) -> tuple[int, int]:
    """Return start and end of the whole cells that a run touches."""
    return start // alignment * alignment, -(-(start + length) // alignment) * alignment


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


def in_pieces(
    block: Block,
    alignment: int,
    work: Callable[[Block], None],
    shrinking: Callable[[Block], None],
    too_large: bool = False,
) -> None:
    """Do the work of a block, quarter by quarter where memory does not suffice for all of it.

    Args:
        block: what to work on.
        alignment: pieces are cut at multiples of it, counted from the block's corner.
        work: does a block's work; raises MemoryError where it is too large.
        shrinking: told each block that is too large.
        too_large: whether that is known of the block already, so that it is cut before any work.

    Raises:
        MemoryError: even the smallest pieces are too large.
    """
    divisible = max(block.height, block.width) > max(SMALLEST, alignment)
    if not (too_large and divisible):
        try:
            work(block)
            return
        except MemoryError:
            if not divisible:
                raise
    # not in the handler: there all that the attempt had allocated is still alive
    shrinking(block)
    for quarter in block.quarters(alignment):
        in_pieces(quarter, alignment, work, shrinking)


def choose_core(
    budget: int,
    bytes_per_pixel: float,
    halo: int,
    alignment: int,
    largest: int = 0,
    bound: int = LARGEST,
) -> int:
    """Return the largest core whose block fits a memory budget.

    Args:
        budget: bytes that a block may take; the smallest one is taken where it is too low.
        bytes_per_pixel: what the model needs per pixel read, halo included.
        halo: PAN pixels around the core.
        alignment: the core becomes a multiple of it, and of `TILE` where one fits.
        largest: a side that the core may not exceed, but for `SMALLEST`; 0 for no such limit. It
            is the user's own, so a core that ends there need not be a multiple of `TILE`.
        bound: a side beyond which larger cores gain nothing.
    """
    # a core that starts inside a cell touches one cell more than its size tells
    side = int((max(0, budget) / bytes_per_pixel) ** 0.5) - 2 * halo - alignment
    side = max(SMALLEST, min(bound, side))
    step = TILE if side >= TILE else alignment
    if largest and max(SMALLEST, largest) < side // step * step:
        side, step = max(SMALLEST, largest), alignment
    return max(alignment, side // step * step)
