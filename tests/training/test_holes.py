"""Places without data are found, filled and passed over."""

from __future__ import annotations

from itertools import product
from typing import Any

import numpy as np
import numpy.typing as npt
import pytest

from training.holes import beside, corners, filled, largest_rectangle, mostly, whole

Array = npt.NDArray[Any]


def random_mask(seed: int, shape: tuple[int, int] = (7, 9), share: float = 0.7) -> Array:
    mask: Array = np.random.default_rng(seed).random(shape) < share
    return mask


def test_an_image_without_holes_is_left_alone() -> None:
    image = np.random.default_rng(0).random((2, 5, 5))
    assert filled(image, np.ones((5, 5), bool)) is image


def test_holes_get_what_is_around_them_and_deep_ones_the_mean() -> None:
    image = np.full((1, 40, 60), 5.0, np.float32)
    image[:, :, 30:] = 9.0
    valid = np.ones((40, 60), bool)
    valid[:, 5:8] = valid[:, 35:] = False
    image[:, ~valid] = 0
    result = filled(image, valid)
    assert np.array_equal(result[:, valid], image[:, valid])
    assert (result[:, :, 5:8] == 5).all()
    assert (result[:, :, 35:43] == 9).all()
    assert result[0, 0, -1] == pytest.approx(image[:, valid].mean())


def test_pixels_of_ms_are_whole_or_nearly_so_by_their_footprints() -> None:
    valid = np.ones((8, 20), bool)
    valid[0, 0] = False  # 1 of 16
    valid[4:8, 16] = False
    expected = np.ones((2, 5), bool)
    expected[0, 0] = expected[1, 4] = False
    assert np.array_equal(whole(valid, 4), expected)
    assert np.array_equal(mostly(valid, 4), expected)
    valid = np.ones((10, 5), bool)
    valid[0, 0] = False  # 1 of 25
    valid[5, :2] = False
    assert whole(valid, 5)[:, 0].tolist() == [False, False]
    assert mostly(valid, 5)[:, 0].tolist() == [True, False]


def test_what_touches_a_hole_is_beside_it() -> None:
    valid = np.ones((4, 5), bool)
    valid[0, 1] = False
    expected = np.zeros((4, 5), bool)
    expected[:2, :3] = True
    assert np.array_equal(beside(valid), expected)


@pytest.mark.parametrize("seed", range(5))
def test_corners_are_those_of_all_squares_with_few_holes(seed: int) -> None:
    empty = random_mask(seed, share=0.2)
    for size, most in product((1, 2, 3, 7), (0.0, 0.25)):
        found = {
            (row, column)
            for row in range(7 - size + 1)
            for column in range(9 - size + 1)
            if empty[row : row + size, column : column + size].mean() <= most
        }
        assert set(map(tuple, corners(empty, size, most).tolist())) == found


@pytest.mark.parametrize("seed", range(20))
def test_the_largest_rectangle_is_as_large_as_any(seed: int) -> None:
    valid = random_mask(seed)
    row, column, rows, columns = largest_rectangle(valid)
    assert valid[row : row + rows, column : column + columns].all()
    most = max(
        (bottom - top) * (right - left)
        for top, left in product(range(7), range(9))
        for bottom, right in product(range(top + 1, 8), range(left + 1, 10))
        if valid[top:bottom, left:right].all()
    )
    assert rows * columns == most


def test_the_largest_rectangle_may_be_everything_or_nothing() -> None:
    assert largest_rectangle(np.ones((3, 4), bool)) == (0, 0, 3, 4)
    assert largest_rectangle(np.zeros((3, 4), bool))[2:] == (0, 0)
