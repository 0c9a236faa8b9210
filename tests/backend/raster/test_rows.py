"""Rows wait until they are complete, and take no more room than those that are begun."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from qgis_pansharp.backend.raster import rows
from qgis_pansharp.backend.raster.rows import WaitingRows
from tests.backend.rasters import Array, textured

SHAPE = (3, 23, 31)
IMAGE: Array = textured(*SHAPE)


def collect(
    waiting: WaitingRows, blocks: list[tuple[int, int, int, int]]
) -> tuple[Array, list[int]]:
    """Put blocks (row, column, height, width) of the image; return what comes out, and where."""
    result, begins = np.zeros_like(IMAGE), []
    for row, column, height, width in blocks:
        assert waiting.put(row, column, IMAGE[:, row : row + height, column : column + width])
        for first, pixels in waiting.complete():
            result[:, first : first + pixels.shape[1]] = pixels
            begins.append(first)
    return result, begins


def grid(height: int, width: int) -> list[tuple[int, int, int, int]]:
    return [
        (row, column, min(height, 23 - row), min(width, 31 - column))
        for row in range(0, 23, height)
        for column in range(0, 31, width)
    ]


@pytest.mark.parametrize("step", [1, 4, 16])
@pytest.mark.parametrize("sides", [(5, 7), (8, 31), (23, 4), (1, 1)])
def test_every_row_is_handed_on_once_and_in_whole_steps(
    tmp_path: Path, sides: tuple[int, int], step: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rows, "AT_ONCE", 1)
    waiting = WaitingRows(tmp_path, SHAPE, IMAGE.dtype, step)
    result, begins = collect(waiting, grid(*sides))
    assert np.array_equal(result, IMAGE)
    assert begins == list(range(0, 23, step))
    assert list(waiting.rest()) == []
    waiting.close()


def test_pieces_of_a_block_may_come_by_quarters(tmp_path: Path) -> None:
    waiting = WaitingRows(tmp_path, SHAPE, IMAGE.dtype, 2)
    quarters = [(0, 0, 6, 8), (0, 8, 6, 8), (6, 0, 6, 8), (6, 8, 6, 8)]
    result, begins = collect(waiting, [*quarters, (0, 16, 12, 15), *grid(4, 31)[3:]])
    assert np.array_equal(result, IMAGE)
    assert begins == [0, 12, 16, 20]
    waiting.close()


def test_what_waits_survives_a_block_that_is_taller(tmp_path: Path) -> None:
    waiting = WaitingRows(tmp_path, SHAPE, IMAGE.dtype, 1)
    result, _ = collect(waiting, [(0, 0, 4, 31), (4, 0, 4, 16), (4, 16, 4, 10), (8, 0, 15, 26)])
    more, begins = collect(waiting, [(4, 26, 19, 5)])
    assert np.array_equal(result + more, IMAGE)
    assert begins == [4]
    waiting.close()


def test_what_comes_out_of_order_is_not_taken(tmp_path: Path) -> None:
    waiting = WaitingRows(tmp_path, SHAPE, IMAGE.dtype, 1)
    assert not waiting.put(0, 8, IMAGE[:, :4, 8:])
    assert waiting.put(0, 0, IMAGE[:, :4, :8])
    assert not waiting.put(0, 9, IMAGE[:, :4, 9:])
    assert list(waiting.complete()) == []
    rest = list(waiting.rest())
    assert [row for row, _ in rest] == [0, 1, 2, 3]
    assert np.array_equal(np.concatenate([pixels for _, pixels in rest], 1), IMAGE[:, :4, :8])
    assert waiting.put(0, 8, IMAGE[:, :4, 8:])
    assert len(list(waiting.complete())) == 1
    assert not waiting.put(0, 0, IMAGE[:, :4, :8])  # these rows have gone
    waiting.close()


def test_no_more_waits_than_a_row_of_blocks(tmp_path: Path) -> None:
    tall = np.zeros((1, 400, 31), np.uint16)
    waiting = WaitingRows(tmp_path, (1, 400, 31), tall.dtype, 1)
    for row in range(0, 400, 8):
        for column in (0, 16):
            assert waiting.put(row, column, tall[:, row : row + 8, column : column + 16])
            list(waiting.complete())
    waiting._file.seek(0, 2)
    assert waiting._file.tell() <= 2 * 8 * 31 * 2
    waiting.close()
    assert list(tmp_path.iterdir()) == []
