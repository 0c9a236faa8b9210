"""Blocks cover a scene once, and fit a memory budget."""

from __future__ import annotations

import numpy as np
import pytest

from qgis_pansharp.backend.blocks import Block, choose_core, in_pieces, split


@pytest.mark.parametrize(
    ("height", "width", "core"), [(100, 600, 256), (1, 1, 64), (512, 512, 256)]
)
def test_blocks_cover_every_pixel_exactly_once(height: int, width: int, core: int) -> None:
    seen = np.zeros((height, width), dtype=int)
    for block in split(height, width, core):
        seen[block.row : block.row + block.height, block.column : block.column + block.width] += 1
    assert (seen == 1).all()


def test_a_block_is_read_with_its_halo_and_in_whole_cells() -> None:
    read = Block(row=256, column=0, height=50, width=64).grown(halo=88, alignment=8)
    assert read == Block(row=168, column=-88, height=56 + 176, width=64 + 176)


def test_quarters_cover_the_block_at_multiples_of_the_alignment() -> None:
    block = Block(256, 512, 100, 256)
    quarters = block.quarters(alignment=8)
    assert sum(q.pixels for q in quarters) == block.pixels
    assert len(quarters) > 1
    assert all((q.row - 256) % 8 == 0 and (q.column - 512) % 8 == 0 for q in quarters)


def test_a_larger_budget_gives_a_larger_core_that_fits() -> None:
    cores = [choose_core(mb * 1_000_000, 700, 128, 4) for mb in (10, 100, 500, 1000, 4000)]
    assert cores == sorted(cores)
    assert cores[-1] > cores[0]
    for mb, core in zip((500, 1000, 4000), cores[2:], strict=True):
        assert (core + 256) ** 2 * 700 <= mb * 1_000_000
        assert core % 256 == 0


@pytest.mark.parametrize(
    ("largest", "core"), [(1, 64), (64, 64), (100, 96), (300, 296), (512, 512), (4000, 1024)]
)
def test_a_core_is_no_larger_than_asked_for(largest: int, core: int) -> None:
    assert choose_core(1_000_000_000, 700, 64, 8) == 1024
    assert choose_core(1_000_000_000, 700, 64, 8, largest) == core


def test_a_core_that_is_asked_for_still_fits_the_budget() -> None:
    for mb in (1, 50, 500):
        free = choose_core(mb * 1_000_000, 700, 128, 8)
        assert choose_core(mb * 1_000_000, 700, 128, 8, 1400) <= free


def test_even_the_smallest_budget_gives_a_core() -> None:
    assert choose_core(1, 700, 128, 8) >= 8
    assert choose_core(-10_000_000, 700, 128, 8) == choose_core(1, 700, 128, 8)


def test_a_core_that_starts_inside_a_cell_reads_whole_cells_of_the_scene() -> None:
    core = Block(row=5, column=16, height=12, width=3)
    assert core.grown(halo=8, alignment=8) == Block(-8, 8, 24 + 16, 8 + 16)
    assert core.within(core.grown(0, 8)) == (slice(5, 17), slice(0, 3))


def test_a_window_is_cut_from_its_own_corner() -> None:
    parts = Block(5, 9, 40, 20).split(32)
    assert parts == [Block(5, 9, 32, 20), Block(37, 9, 8, 20)]


def test_what_memory_does_not_suffice_for_is_done_in_quarters() -> None:
    seen = np.zeros((300, 200), dtype=int)
    shrunk = []

    def work(block: Block) -> None:
        if block.pixels > 128 * 128:
            raise MemoryError
        rows, columns = block.within(Block(0, 0, 300, 200))
        seen[rows, columns] += 1

    in_pieces(Block(0, 0, 300, 200), 8, work, shrunk.append)
    assert (seen == 1).all()
    assert shrunk[0] == Block(0, 0, 300, 200)


def test_memory_that_suffices_for_nothing_is_an_error() -> None:
    def work(block: Block) -> None:
        raise MemoryError

    with pytest.raises(MemoryError):
        in_pieces(Block(0, 0, 256, 256), 8, work, lambda _: None)
