"""Numbers become pixels once: rounded, clipped, never nodata where valid."""

from __future__ import annotations

import numpy as np
import pytest

from qgis_pansharp.backend.radiometry import OutputRadiometry, band_order


def finish(
    radiometry: OutputRadiometry, values: list[float], valid: list[bool] | None = None
) -> list[float]:
    numbers = np.array(values, dtype=np.float32).reshape(1, 1, -1)
    mask = np.ones(len(values), dtype=bool) if valid is None else np.array(valid)
    result: list[float] = radiometry.finish(numbers, mask[None]).ravel().tolist()
    return result


def test_integers_are_rounded_and_clipped_to_their_type() -> None:
    radiometry = OutputRadiometry("uint8", None, 0.0)
    assert finish(radiometry, [-3, 1.4, 1.6, 300]) == [0, 1, 2, 255]


def test_signed_data_keep_negative_values() -> None:
    assert finish(OutputRadiometry("int16", None, None), [-3.2, -40000]) == [-3, -32768]


def test_data_without_negative_values_stay_so() -> None:
    assert finish(OutputRadiometry("float32", None, 0.0), [-0.5, 0.25]) == [0, 0.25]


@pytest.mark.parametrize(
    ("dtype", "nodata", "expected"), [("uint16", 0, 1), ("uint16", 65535, 65534), ("int16", -5, -4)]
)
def test_valid_pixels_never_take_the_nodata_value(
    dtype: str, nodata: float, expected: float
) -> None:
    radiometry = OutputRadiometry(dtype, nodata, None)
    assert finish(radiometry, [nodata, nodata], [True, False]) == [expected, nodata]


def test_float_nodata_is_stepped_over_by_the_smallest_amount() -> None:
    valid, empty = finish(OutputRadiometry("float32", 0.0, 0.0), [0, 0], [True, False])
    assert 0 < valid < 1e-30
    assert empty == 0


def test_bands_in_another_order_are_brought_to_the_models() -> None:
    wanted = ("blue", "green", "red", "nir")
    assert band_order(("red", "green", "blue", "nir"), wanted) == [2, 1, 0, 3]
    assert band_order(("", "", "", ""), wanted) == [0, 1, 2, 3]
    assert band_order(("red", "red", "blue", "nir"), wanted) == [0, 1, 2, 3]
