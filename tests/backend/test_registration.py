"""One shift of PAN against MS is found where the scene tells it, and undone."""

from __future__ import annotations

import numpy as np
import pytest

from qgis_pansharp.backend.mtf import degrade
from qgis_pansharp.backend.registration import ShiftEstimator, Shifts, margin_of, move
from tests.backend.rasters import Array

SHIFTS = [(3.0, -2.0), (-1.0, 0.0), (1.4, 0.7), (-2.5, 1.25), (0.3, -2.8), (-0.2, 0.3)]
WEIGHTS = np.array([0.2, 0.3, 0.3, 0.2])


def texture(
    height: int,
    width: int,
    down: float = 0,
    right: float = 0,
    seed: int = 0,
    finest: float = 0.25,
    spread: float = np.pi,
) -> Array:
    """Return an analytic image of waves, its features so far (down, right), `(height, width)`.

    `finest` is the highest frequency in cycles per pixel; amplitudes fall like 1 / frequency. Waves
    run along the diagonal, give or take `spread`.
    """
    random = np.random.default_rng(seed)
    frequency = random.uniform(0.01, finest, 150)
    angle = np.pi / 4 + random.uniform(-spread, spread, 150)
    vertical, horizontal = frequency * np.sin(angle), frequency * np.cos(angle)
    amplitude = np.exp(1j * random.uniform(0, 2 * np.pi, 150)) / frequency
    rows = np.exp(2j * np.pi * np.outer(np.arange(height) - down, vertical))
    columns = np.exp(2j * np.pi * np.outer(horizontal, np.arange(width) - right))
    image: Array = ((rows * amplitude) @ columns).real
    return 1000 + 200 * image / np.sqrt(0.5 * np.square(1 / frequency).sum())


def bands(height: int, width: int, down: float = 0, right: float = 0) -> Array:
    """Return four bands that share a texture and have one of their own `(4, height, width)`."""
    shared = texture(height, width, down, right)
    own = [texture(height, width, down, right, seed) for seed in range(1, 5)]
    return np.stack([gain * shared + 0.5 * image for gain, image in zip((0.7, 1, 1.1, -0.6), own)])


def smooth_bands(
    height: int, width: int, down: float = 0, right: float = 0, ratio: int = 4
) -> Array:
    """Return four bands of nothing finer than MS pixels show `(4, height, width)`."""
    finest = 0.32 / ratio
    return np.stack(
        [texture(height, width, down, right, seed=seed, finest=finest) for seed in range(4)]
    )


def scene(
    ratio: int, shift: tuple[float, float], side: int = 40, model: str = "mtf", noise: float = 4
) -> tuple[Array, Array, Array]:
    """Return PAN, MS and the mask of a scene whose PAN lies beside MS."""
    random = np.random.default_rng(9)
    fine = bands(side * ratio, side * ratio)
    if model == "mtf":
        ms = degrade(fine, ratio, (0.3, 0.27, 0.25, 0.3))
    else:
        ms = fine.reshape(4, side, ratio, side, ratio).mean(axis=(2, 4))
    pan = np.tensordot(WEIGHTS, bands(side * ratio, side * ratio, *shift), 1)
    ms = ms + random.normal(0, noise, ms.shape)
    pan = pan + random.normal(0, noise, pan.shape)
    return pan.astype(np.float32), ms.astype(np.float32), np.ones((side, side), dtype=bool)


def shifts_of(ratio: int, pan: Array, ms: Array, valid: Array) -> Shifts:
    estimator = ShiftEstimator(ratio)
    estimator.add(pan, ms, valid)
    return estimator.estimate()


def found(ratio: int, pan: Array, ms: Array, valid: Array) -> tuple[float, float]:
    """Return PAN's shift where it is PAN's alone."""
    shifts = shifts_of(ratio, pan, ms, valid)
    assert shifts.ms == (0, 0)
    return shifts.pan


@pytest.mark.parametrize("model", ["mtf", "area"])
@pytest.mark.parametrize("shift", SHIFTS)
@pytest.mark.parametrize("ratio", [2, 3, 4])
def test_a_shift_is_found_to_a_tenth_of_a_pixel(
    ratio: int, shift: tuple[float, float], model: str
) -> None:
    assert found(ratio, *scene(ratio, shift, model=model)) == pytest.approx(shift, abs=0.1)


@pytest.mark.parametrize("shift", [(0.0, 0.0), (0.06, 0.0), (-0.05, 0.05)])
def test_pan_that_lies_well_stays(shift: tuple[float, float]) -> None:
    assert found(4, *scene(4, shift)) == (0, 0)


@pytest.mark.parametrize("own", [(0.0, 0.0), (0.3, 0.25), (-0.2, 0.3)])
@pytest.mark.parametrize(("ratio", "left"), [(3, -1.0), (4, -1.5), (6, -2.5)])
def test_ms_of_first_samples_is_off_and_pan_by_its_own_shift_alone(
    ratio: int, left: float, own: tuple[float, float]
) -> None:
    shifts = shifts_of(ratio, *scene(ratio, (own[0] + left, own[1] + left)))
    assert shifts.ms == (-left, -left)
    assert shifts.pan == pytest.approx(own, abs=0.1)
    assert shifts.between == pytest.approx((own[0] + left, own[1] + left), abs=0.1)


@pytest.mark.parametrize("shift", [(-1.0, -1.0), (-1.5, -0.75), (-2.3, -1.5), (-1.5, 1.5)])
def test_shifts_beside_what_first_samples_leave_are_undone_whole(
    shift: tuple[float, float],
) -> None:
    assert found(4, *scene(4, shift)) == pytest.approx(shift, abs=0.1)


@pytest.mark.parametrize("own", [(0.0, 0.0), (0.1, 0.1), (-0.12, 0.08)])
@pytest.mark.parametrize("ratio", [4, 6])
def test_half_a_pixel_to_the_lower_right_is_mostly_taken_for_ms_of_middle_samples(
    ratio: int, own: tuple[float, float]
) -> None:
    whole = (own[0] + 0.5, own[1] + 0.5)
    shifts = shifts_of(ratio, *scene(ratio, whole))
    assert shifts.ms == (-0.4, -0.4)
    assert shifts.between == pytest.approx(whole, abs=0.1)


@pytest.mark.parametrize("first", [False, True])
def test_what_ms_is_off_by_is_what_decimation_does(first: bool) -> None:
    """One sample of each 4 x 4 of a smooth image, instead of their mean."""
    fine = smooth_bands(160, 160)
    start = 0 if first else 2
    pan = np.tensordot(WEIGHTS, fine, 1)
    shifts = shifts_of(4, pan, fine[:, start::4, start::4], np.ones((40, 40), dtype=bool))
    left = 1.5 if first else -0.4
    assert shifts.ms == (left, left)
    assert shifts.between == pytest.approx((start - 1.5, start - 1.5), abs=0.1)


@pytest.mark.parametrize(
    ("ratio", "shift"), [(2, (0.5, 0.5)), (2, (-0.5, -0.5)), (3, (0.5, 0.5)), (3, (0.0, 0.4))]
)
def test_at_small_ratios_and_odd_ones_half_a_pixel_is_pans(
    ratio: int, shift: tuple[float, float]
) -> None:
    assert found(ratio, *scene(ratio, shift)) == pytest.approx(shift, abs=0.1)


@pytest.mark.parametrize("shift", [(0.5, -0.5), (0.9, 0.5), (0.2, 0.1), (0.75, 0.4)])
def test_shifts_beside_half_a_pixel_are_undone_whole(shift: tuple[float, float]) -> None:
    assert found(4, *scene(4, shift)) == pytest.approx(shift, abs=0.1)


@pytest.mark.parametrize("shift", [(9.0, 0.0), (0.0, -8.0)])
def test_a_shift_at_the_end_of_the_reach_or_beyond_is_no_shift(shift: tuple[float, float]) -> None:
    assert found(4, *scene(4, shift)) == (0, 0)


def test_streets_that_slant_do_not_mislead_much() -> None:
    """Where most features run one way the fit is a slanting ridge, not to be climbed by axes."""
    shift, spread = (1.4, -1.6), 0.6
    fine = np.stack([texture(160, 160, seed=seed, spread=spread) for seed in (0, 1)])
    pan = sum(texture(160, 160, *shift, seed=seed, spread=spread) for seed in (0, 1))
    valid = np.ones((40, 40), dtype=bool)
    assert found(4, pan, degrade(fine, 4, 0.3), valid) == pytest.approx(shift, abs=0.2)


def test_windows_add_up() -> None:
    """Two overlapping halves tell what the whole does."""
    pan, ms, valid = scene(4, (2.0, 1.5), side=80)
    whole, parts = ShiftEstimator(4), ShiftEstimator(4)
    whole.add(pan, ms, valid)
    for half in (slice(0, 45), slice(35, 80)):  # the pixels that count follow one another
        wide = slice(4 * half.start, 4 * half.stop)
        parts.add(pan[wide], ms[:, half], valid[half])
    assert parts.pixels == whole.pixels == 70 * 70
    assert parts.fit() == pytest.approx(whole.fit(), abs=1e-9)
    assert parts.estimate().pan == pytest.approx(whole.estimate().pan, abs=1e-6)
    assert parts.estimate().ms == whole.estimate().ms == (0, 0)


def test_units_and_their_zero_do_not_matter() -> None:
    pan, ms, valid = scene(4, (-1.5, 2.25))
    for gain, offset in ((1e-4, 0.0), (30.0, 5000.0)):
        other = found(4, pan * gain + offset, ms * gain + 2 * offset, valid)
        assert other == pytest.approx(found(4, pan, ms, valid), abs=0.01)


@pytest.mark.parametrize("rubbish", [np.nan, np.inf, -3.4e38])
def test_invalid_pixels_may_hold_anything(rubbish: float) -> None:
    pan, ms, valid = scene(4, (2.0, 1.5), side=64)
    valid[20:24, 30:33] = False
    valid[50, 5] = False
    hidden = ~valid
    ms[:, hidden] = rubbish
    pan[hidden.repeat(4, axis=0).repeat(4, axis=1)] = rubbish
    assert found(4, pan, ms, valid) == pytest.approx((2.0, 1.5), abs=0.1)


def test_borders_of_no_data_that_no_header_tells_do_not_count() -> None:
    """PAN and MS end at different places, in zeros that are taken for valid."""
    pan, ms, valid = scene(4, (0.0, 0.0), side=64)
    pan[:, :52], ms[:, :, :12] = 0, 0  # PAN begins an MS pixel further right
    assert found(4, pan, ms, valid) == (0, 0)


@pytest.mark.parametrize("side", [4, 8, 13])
def test_a_tiny_scene_tells_nothing(side: int) -> None:
    assert found(4, *scene(4, (3.0, -2.0), side=side)) == (0, 0)


@pytest.mark.parametrize("shift", SHIFTS)
def test_a_small_scene_tells_well_enough(shift: tuple[float, float]) -> None:
    assert found(4, *scene(4, shift, side=16)) == pytest.approx(shift, abs=0.2)


def test_no_window_tells_nothing() -> None:
    nothing = ShiftEstimator(4)
    assert nothing.estimate() == Shifts((0, 0), (0, 0))
    assert np.array_equal(nothing.fit(), np.zeros((17, 17)))


@pytest.mark.parametrize("stated", [(0.5, 0.5), (-0.4, 0.3)])
def test_what_the_georeference_says_of_ms_is_no_shift_of_pan(stated: tuple[float, float]) -> None:
    estimator = ShiftEstimator(4)
    # MS is counted from a corner that it lies beside: PAN's features seem as far off
    estimator.add(*scene(4, (stated[0] + 2.0, stated[1] - 1.0)))
    shifts = estimator.estimate(stated)
    assert shifts.ms == (-stated[0], -stated[1])
    assert shifts.pan == pytest.approx((2.0, -1.0), abs=0.15)
    assert ShiftEstimator(4).estimate(stated) == Shifts.stated(stated) == Shifts(ms=shifts.ms)


@pytest.mark.parametrize("flat", ["pan", "ms", "both"])
@pytest.mark.parametrize("level", [0.0, 0.1, 1234.567])
def test_flat_images_tell_nothing(flat: str, level: float) -> None:
    pan, ms, valid = scene(4, (3.0, -2.0))
    if flat != "ms":
        pan[:] = level
    if flat != "pan":
        ms[:] = level
    assert found(4, pan, ms, valid) == (0, 0)


@pytest.mark.parametrize("seed", range(8))
@pytest.mark.parametrize("side", [16, 26, 64])
@pytest.mark.parametrize("kind", ["noise", "texture"])
def test_images_that_have_nothing_in_common_tell_nothing(kind: str, side: int, seed: int) -> None:
    random = np.random.default_rng(seed)
    if kind == "noise":
        pan = random.normal(500, 50, (4 * side, 4 * side))
        ms = random.normal(500, 50, (8, side, side))
    else:
        pan = texture(4 * side, 4 * side, seed=100 + seed)
        ms = np.stack([texture(side, side, seed=10 * seed + b, finest=0.5) for b in range(8)])
    assert found(4, pan, ms, np.ones((side, side), dtype=bool)) == (0, 0)


@pytest.mark.parametrize("shift", [*SHIFTS, (-0.001, 3.999), (0.0, 0.0)])
def test_moving_undoes_a_shift(shift: tuple[float, float]) -> None:
    margin = margin_of(*shift)
    crooked = texture(80, 90, *shift, finest=0.15)
    straight = texture(80, 90, finest=0.15)[margin:-margin, margin:-margin]
    moved = move(crooked, *shift, margin=margin)
    assert moved.shape == straight.shape
    assert np.abs(moved - straight).max() < 0.03 * straight.std()


def test_moving_by_whole_pixels_changes_no_value() -> None:
    image = texture(30, 40).astype(np.float32)
    margin = margin_of(2, -3)
    moved = move(image, 2, -3, margin)
    assert moved.dtype == np.float32
    assert np.array_equal(moved, image[margin + 2 : 32 - margin, margin - 3 : 37 - margin])


def test_every_band_of_an_image_is_moved() -> None:
    image = bands(40, 50)
    margin = margin_of(1.4, -0.3)
    whole = move(image, 1.4, -0.3, margin)
    assert np.array_equal(whole, [move(band, 1.4, -0.3, margin) for band in image])


def test_moving_keeps_a_flat_image_flat() -> None:
    assert move(np.full((30, 30), 70.0), 1.3, -0.6, margin_of(1.3, -0.6)) == pytest.approx(70)


def test_a_part_is_moved_as_the_whole_is() -> None:
    image = texture(60, 70).astype(np.float32)
    down, right = 1.37, -2.61
    margin = margin_of(down, right)
    whole = move(image, down, right, margin)
    part = move(image[10:43, 7:60], down, right, margin)
    assert np.array_equal(part, whole[10 : 43 - 2 * margin, 7 : 60 - 2 * margin])
