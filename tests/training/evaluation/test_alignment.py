"""Shifted colours: rigid methods degrade with the shift, one that knows better stays flat."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from qgis_pansharp.backend.classical import interpolate
from qgis_pansharp.backend.mtf import degrade
from training.evaluation.alignment import (
    KINDS,
    LARGEST,
    OBJECTS,
    WHOLE,
    Box,
    align,
    edge_correlation,
    find_objects,
    judge,
    local_correlation,
    mean_points,
    move_objects,
    move_whole,
    shifted,
    steps,
)
from training.evaluation.samples import Array, Sample

from .conftest import GAINS, land

CAR = Box(12, 20, 2, 3)


def pair(truth: Array, sample: Sample) -> Sample:
    return replace(sample, truth=truth, pan=truth.mean(axis=0), ms=degrade(truth, 4, GAINS))


@pytest.fixture(scope="module")
def road(reduced: Sample) -> Sample:
    """A grey plain of 160 pixels with one red car on it."""
    truth = 400 + np.random.default_rng(3).normal(0, 2, (4, 160, 160)).astype(np.float32)
    truth[(slice(None), *CAR.slices(4))] = np.array([300, 350, 1500, 900])[:, None, None]
    return pair(truth, reduced)


@pytest.fixture(scope="module")
def town(reduced: Sample) -> Sample:
    return pair(land(160), reduced)


def test_a_whole_image_moves_and_its_edge_is_repeated() -> None:
    image = np.arange(12).reshape(1, 3, 4)
    assert move_whole(image, 1, 0)[0].tolist() == [[0, 1, 2, 3], [0, 1, 2, 3], [4, 5, 6, 7]]
    assert move_whole(image, 0, -2)[0].tolist() == [[2, 3, 3, 3], [6, 7, 7, 7], [10, 11, 11, 11]]
    assert np.array_equal(move_whole(image, 0, 0), image)


@pytest.mark.parametrize("of_full", [False, True])
def test_figures_do_not_depend_on_the_unit(town: Sample, of_full: bool) -> None:
    sample = replace(town, truth=None, resolution="full") if of_full else town
    small = 1e-6  # as radiances may be
    scaled = replace(
        sample,
        pan=sample.pan * np.float32(small),
        ms=sample.ms * np.float32(small),
        truth=None if sample.truth is None else sample.truth * np.float32(small),
        unit=1 / small,
    )
    boxes = find_objects(sample)
    assert find_objects(scaled) == boxes
    first, second = (judge(interpolate(s.ms, 4), s, boxes) for s in (sample, scaled))
    assert first["D_rho"] < 0.9
    assert second == pytest.approx(first, rel=1e-3)


def test_an_object_moves_and_its_surroundings_fill_its_place() -> None:
    image = np.full((1, 12, 12), 5)
    image[0, 4:6, 4:7] = 9
    moved = move_objects(image, [Box(4, 4, 2, 3)], 3, 1)
    expected = np.full((1, 12, 12), 5)
    expected[0, 4:6, 7:10] = 9  # the first object moves to the right
    assert np.array_equal(moved, expected)
    assert np.array_equal(move_objects(image, [Box(4, 4, 2, 3)], 0, 1), image)


def test_objects_are_what_stands_out_in_pan_and_in_colour(road: Sample) -> None:
    assert find_objects(road, most=1) == [CAR]
    # of an object that PAN alone shows the colours know nothing
    pan = road.pan.copy()
    pan[80:88, 80:92] = 4000
    assert find_objects(replace(road, pan=pan), most=1) == [CAR]


def test_parts_of_something_large_are_no_objects(road: Sample) -> None:
    truth = road.truth.copy()
    truth[:, 72:132, 40:100] = np.array([900, 900, 2000, 2000])[:, None, None]
    assert find_objects(pair(truth, road), most=3) == [CAR]


def test_objects_keep_apart_and_off_the_border(town: Sample) -> None:
    boxes = find_objects(town)
    assert len(boxes) > 2
    for number, box in enumerate(boxes):
        reach = box.grown(LARGEST + 2)
        assert reach.row >= 0 and reach.row + reach.rows <= 40
        assert reach.column >= 0 and reach.column + reach.columns <= 40
        for other in boxes[:number]:
            rows_apart = reach.row + reach.rows <= other.row or other.row + other.rows <= reach.row
            columns_apart = (
                reach.column + reach.columns <= other.column
                or other.column + other.columns <= reach.column
            )
            assert rows_apart or columns_apart
    assert boxes == find_objects(town)


def test_half_pixels_are_shifted_only_where_they_are_whole_pixels_of_the_truth(
    reduced: Sample, full: Sample
) -> None:
    assert steps(reduced) == [0, 0.5, 1, 1.5, 2, 2.5, 3, 3.5, 4]
    assert steps(full) == [0, 1, 2, 3, 4]
    assert steps(replace(reduced, ratio=3)) == [0, 1, 2, 3, 4]


@pytest.mark.parametrize("truth_known", [True, False])
def test_pan_is_never_touched_and_shift_0_changes_nothing(road: Sample, truth_known: bool) -> None:
    sample = road if truth_known else replace(road, truth=None)
    for kind in KINDS:
        still = shifted(sample, [CAR], kind, 0, (0, 1))
        assert np.allclose(still.ms, sample.ms)
        moved = shifted(sample, [CAR], kind, 2, (0, 1))
        assert np.array_equal(moved.pan, sample.pan)
        # the car's red is two MS pixels further right
        row, column = np.unravel_index(np.argmax(moved.ms[2]), moved.ms.shape[1:])
        assert 12 <= row < 14 and 22 <= column < 25
    # PAN's and the colours' own places elsewhere: only a moved whole moves them
    assert np.array_equal(
        shifted(replace(road, truth=None), [CAR], OBJECTS, 2, (0, 1)).ms[:, 20:], road.ms[:, 20:]
    )


def test_the_truth_is_judged_perfect_and_a_grey_image_colourless(town: Sample) -> None:
    assert town.truth is not None
    boxes = find_objects(town)
    right = judge(town.truth, town, boxes)
    assert right["colour error %"] == 0 and right["SAM"] == pytest.approx(0, abs=1e-3)
    grey = judge(np.stack([town.pan] * 4), town, boxes)
    assert grey["D_rho"] == pytest.approx(0, abs=1e-6)
    assert grey["edge correlation"] == pytest.approx(1)
    assert grey["colour error %"] > 10 and grey["SAM"] > 5


def test_rigid_methods_degrade_with_the_shift_and_knowing_ones_stay_flat(town: Sample) -> None:
    known = town.truth
    assert known is not None

    def knowing(sample: Sample) -> Array:
        return known + 30

    methods = {"rigid": lambda s: interpolate(s.ms, s.ratio), "knowing": knowing}
    summary = mean_points(align([town, replace(town, truth=None, resolution="full")], methods))
    assert {key[0] for key in summary} == {"reduced", "full"}
    for (_, _, method), curve in summary.items():
        last = curve[LARGEST]["relative error"]
        assert curve[0]["relative error"] == 1
        assert last == pytest.approx(1) if method == "knowing" else last > 1.3
    for kind in (WHOLE, OBJECTS):
        curve = summary["reduced", kind, "rigid"]
        assert curve[LARGEST]["SAM"] > curve[0]["SAM"]
        assert curve[LARGEST]["D_rho"] > curve[0]["D_rho"]
        assert curve[LARGEST]["edge correlation"] < curve[0]["edge correlation"]


def test_scenes_that_are_too_small_are_left_out(town: Sample) -> None:
    assert align([town.middle(23)], {"EXP": lambda s: interpolate(s.ms, s.ratio)}) == []


def test_relative_errors_are_averaged_geometrically(town: Sample) -> None:
    points = align([town], {"EXP": lambda s: interpolate(s.ms, s.ratio)})
    half = [
        replace(
            p, scene="b", figures={**p.figures, "relative error": 1 / p.figures["relative error"]}
        )
        for p in points
    ]
    curve = mean_points([*points, *half])["reduced", WHOLE, "EXP"]
    assert all(figures["relative error"] == pytest.approx(1) for figures in curve.values())


def test_correlations_with_pan_know_signs_and_flat_places() -> None:
    pan = land(24, bands=1)[0].astype(np.float64)
    image = np.stack([pan, -pan, np.full_like(pan, 7)])
    assert local_correlation(image[:1], pan, 4) == pytest.approx(1)
    assert local_correlation(image, pan, 4) == pytest.approx(0)
    assert edge_correlation(image[:2], pan) == pytest.approx(0)
    assert edge_correlation(image[2:], pan) == 0
    assert edge_correlation(3 * image[:1] + 5, pan) == pytest.approx(1)
