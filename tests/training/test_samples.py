"""Samples stay registered, and are displaced by just what they say: a wrong sign would show."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import numpy as np
import numpy.typing as npt
import pytest

from qgis_pansharp.backend.mtf import degrade
from qgis_pansharp.backend.pixels import block_means
from training.pairs import Pair
from training.samples import (
    HIDDEN,
    Augmentation,
    Sampler,
    move_and_blur,
    move_patches,
    surroundings,
    turn_field,
    window,
)

from .made_pairs import BGRN, full, made_pair, noisy, ramps, wave

Array = npt.NDArray[Any]
INNER = slice(2, -2)


def drawn(
    pair: Pair,
    count: int = 1,
    row: int = 4,
    column: int = 5,
    size: int = 8,
    roles: tuple[str, ...] = (),
    seed: int = 0,
    **change: Any,
) -> Iterator[dict[str, Array]]:
    """Draw samples of one place, not turned unless it is asked for."""
    sampler = Sampler(roles or pair.roles, Augmentation(**{"turn": False, **change}))
    random = np.random.default_rng(seed)
    for _ in range(count):
        yield sampler.draw(pair, row, column, size, random)


def means(image: Array, ratio: int = 4) -> Array:
    """Means over MS pixels of `(B, H, W)`."""
    return np.stack([block_means(band, ratio) for band in image])


@pytest.mark.parametrize("place", [(4, 5), (0, 0), (8, 8)])
def test_an_unchanged_sample_is_a_crop_of_its_pair(place: tuple[int, int]) -> None:
    pair = noisy()
    (sample,) = drawn(pair, row=place[0], column=place[1])
    fine = tuple(slice(4 * at, 4 * at + 32) for at in place)
    coarse = (slice(None), *(slice(at, at + 8) for at in place))
    assert pair.truth is not None
    assert np.array_equal(sample["pan"][0], pair.pan[fine])
    assert np.array_equal(sample["truth"], pair.truth[(slice(None), *fine)])
    # seen again through the sensor, with enough around it
    assert sample["ms"] == pytest.approx(pair.ms[coarse], abs=1e-5)
    assert np.array_equal(sample["ms"], sample["aligned"])
    assert not sample["displacement"].any()
    assert sample["level"] == pytest.approx(pair.level)
    assert sample["plain"] == np.float32(0.25)
    assert {image.dtype for image in sample.values()} == {np.dtype(np.float32)}


def test_at_full_resolution_there_is_no_truth() -> None:
    pair = replace(full(noisy()), shift=(0.3, -0.4), gains=(0.2, 0.3, 0.4, 0.5))
    (sample,) = drawn(pair, roles=pair.roles[::-1])
    assert "truth" not in sample
    assert np.array_equal(sample["ms"], pair.ms[::-1, 4:12, 5:13])
    assert sample["gains"] == pytest.approx([0.5, 0.4, 0.3, 0.2])
    assert sample["crooked"] == pytest.approx(0.5)


def test_at_full_resolution_ms_before_its_displacement_comes_along() -> None:
    pair = full(noisy())
    moved = 0
    for sample in drawn(pair, 20, ms_shift=2, ms_shift_probability=0.7, movers=2, band_gain=0.1):
        same = sample["aligned"] == pytest.approx(sample["ms"], abs=1e-6)
        assert same == (not sample["displacement"].any())
        source_band(sample["aligned"][0], pair.ms[:1, 4:12, 5:13])
        moved += not same
    assert 5 < moved <= 20


def test_flat_ground_has_noise_in_the_inputs_alone() -> None:
    pair = noisy()
    for sample in drawn(pair, 10, flat=1, ms_shift=2, movers=1):
        level = means(sample["truth"])
        spread = means(np.square(sample["truth"] - level.repeat(4, axis=1).repeat(4, axis=2)))
        flat = (spread < 1e-9).all(axis=0)
        assert 4 <= flat.sum() <= 16  # 2 to 4 of 8 MS pixels a side
        for name in ("ms", "aligned"):
            assert sample[name][:, flat] == pytest.approx(level[:, flat], abs=1e-6)
        assert np.ptp(sample["pan"][0][flat.repeat(4, axis=0).repeat(4, axis=1)]) < 1e-6
    (sample,) = drawn(pair, flat=1, noise=0.1)
    level = means(sample["truth"])
    flat = np.isclose(sample["truth"][:, ::4, ::4], level, atol=1e-6).all(axis=0)
    assert (sample["ms"][:, flat] != sample["aligned"][:, flat]).all()
    assert sample["aligned"][:, flat] == pytest.approx(level[:, flat], abs=1e-6)


def test_flips_and_turns_keep_all_images_registered() -> None:
    fine = np.random.default_rng(3).random((4, 8, 8)).repeat(4, axis=1).repeat(4, axis=2)
    pair = replace(made_pair(fine), enlarged=fine.astype(np.float32), ms=means(fine))
    orientations = set()
    for sample in drawn(pair, 60, 0, 0, turn=True):
        assert means(sample["pan"])[0] == pytest.approx(sample["ms"].mean(axis=0), abs=1e-6)
        for name in ("truth", "enlarged"):
            assert means(sample[name]) == pytest.approx(sample["ms"], abs=1e-6)
        assert np.array_equal(sample["aligned"], sample["ms"])
        orientations.add(sample["ms"].tobytes())
    assert len(orientations) == 8


def source_band(image: Array, bands: Array) -> tuple[int, float]:
    """Which of `bands` the image is, turned and times which gain."""
    for number, band in enumerate(bands):
        ratios = np.sort(image.ravel()) / np.sort(band.ravel())
        if np.ptp(ratios) < 1e-3:
            return number, float(ratios.mean())
    raise AssertionError("it is none of them")


def test_band_gains_and_the_swap_of_red_and_blue_change_ms_truth_and_level_alike() -> None:
    pair = noisy(level=1)
    assert pair.truth is not None
    orders = set()
    for sample in drawn(pair, 20, 0, 0, 16, band_gain=0.2, swap_red_blue=0.5):
        assert sample["aligned"] == pytest.approx(sample["ms"])
        order, gains = zip(*(source_band(band, pair.truth) for band in sample["truth"]))
        assert order == tuple(source_band(band, pair.ms)[0] for band in sample["ms"])
        assert gains == pytest.approx([source_band(b, pair.ms)[1] for b in sample["ms"]], rel=1e-3)
        assert sample["level"] == pytest.approx(pair.level[list(order)] * gains, rel=1e-3)
        assert len(set(gains)) == 4
        assert all(0.8 <= gain <= 1.2 for gain in gains)
        assert np.array_equal(sample["pan"][0], pair.pan)
        orders.add(order)
    assert orders == {(0, 1, 2, 3), (2, 1, 0, 3)}


def test_band_offsets_change_ms_and_truth_alike() -> None:
    plain, changed = (next(drawn(noisy(), band_offset=offset)) for offset in (0.0, 0.3))
    offsets = {
        name: (changed[name] - plain[name]).mean(axis=(1, 2)) for name in ("ms", "aligned", "truth")
    }
    assert np.abs(offsets["ms"]).max() > 0.01
    assert offsets["truth"] == pytest.approx(offsets["ms"], abs=1e-5)
    assert offsets["aligned"] == pytest.approx(offsets["ms"], abs=1e-5)
    assert np.ptp(changed["truth"][0] - plain["truth"][0]) < 1e-6
    assert np.array_equal(changed["level"], plain["level"])


def test_a_scenes_gain_is_one_for_all_images_and_the_level() -> None:
    pair = noisy()
    (plain,) = drawn(pair)
    factors = []
    for sample in drawn(pair, 30, scene_gain=2.0):
        factor = float(sample["pan"].mean() / plain["pan"].mean())
        for name in ("pan", "ms", "aligned", "truth", "level"):
            assert sample[name] == pytest.approx(factor * plain[name], rel=1e-4), name
        assert np.array_equal(sample["plain"], plain["plain"])
        factors.append(factor)
    assert 0.5 <= min(factors) < 0.7 < 1.4 < max(factors) <= 2.0


def test_pans_gain_and_offset_leave_ms_and_truth_alone() -> None:
    plain, changed = (
        next(drawn(noisy(), pan_gain=gain, pan_offset=offset))
        for gain, offset in ((0.0, 0.0), (0.3, 0.1))
    )
    gain, offset = np.polyfit(plain["pan"].ravel(), changed["pan"].ravel(), 1)
    assert 0.7 < gain < 1.3
    assert abs(gain - 1) > 1e-3
    assert 1e-3 < abs(offset) < 0.1
    for name in ("ms", "truth", "aligned"):
        assert np.array_equal(plain[name], changed[name])


def test_noise_falls_on_what_a_sensor_measures_and_not_on_the_truth() -> None:
    clean, dirty = (next(drawn(noisy(), noise=noise)) for noise in (0.0, 0.05))
    for name in ("truth", "aligned"):
        assert np.array_equal(clean[name], dirty[name])
    for name in ("pan", "ms"):
        assert 0 < (dirty[name] - clean[name]).std() < 0.06
    assert (dirty["pan"] - clean["pan"]).std() != pytest.approx(
        (dirty["ms"] - clean["ms"]).std(), rel=0.2
    )


def test_pan_that_moves_far_brings_nothing_from_its_other_side() -> None:
    period = 32.0
    pair = replace(wave(side=32, period=period), truth=None)
    rows, columns = np.mgrid[48:72, 48:72]
    for sample in drawn(pair, 20, 12, 12, 6, pan_shift=20.0, pan_shift_probability=1.0):
        down, right = -4 * sample["displacement"][:, 0, 0]
        expected = np.sin(2 * np.pi * (rows - down) / period)
        expected += np.sin(2 * np.pi * (columns - right) / period)
        assert np.abs(sample["pan"][0] - expected).mean() < 0.1


def test_pan_may_have_noise_of_its_own_strength() -> None:
    usual, grainy, clean = (
        next(drawn(noisy(), noise=0.02, pan_noise=pan_noise)) for pan_noise in (None, 0.2, 0.0)
    )
    of_usual, of_grainy = ((s["pan"] - clean["pan"]).std() for s in (usual, grainy))
    assert 0 < of_usual < 0.03
    assert of_grainy == pytest.approx(10 * of_usual, rel=1e-3)
    assert (grainy["ms"] - next(drawn(noisy()))["ms"]).std() < 0.03


def test_windows_repeat_the_edge_beyond_the_image() -> None:
    image = np.arange(12).reshape(3, 4)
    assert window(image, 1, 1, 2, 2).tolist() == [[5, 6], [9, 10]]
    assert window(image, -1, 2, 3, 4).tolist() == [[2, 3, 3, 3], [2, 3, 3, 3], [6, 7, 7, 7]]
    assert window(image[None], 2, -2, 2, 3).tolist() == [[[8, 8, 8], [8, 8, 8]]]


def test_whole_pixels_move_features_down_and_right() -> None:
    image = np.random.default_rng(0).random((20, 24))
    moved = move_and_blur(image, 3, -2, 0)
    assert moved == pytest.approx(np.roll(image, (3, -2), axis=(0, 1)))


def test_fractions_of_a_pixel_move_waves_exactly_and_blur_weakens_them_by_formula() -> None:
    rows, columns = np.mgrid[:32, :32]

    def waves(down: float, right: float, strength: float) -> Array:
        return strength * np.sin((rows - down) * np.pi / 8) * np.ones(32) + np.cos(
            (columns - right) * np.pi / 16
        )

    assert move_and_blur(waves(0, 0, 1), 0.3, -1.7, 0) == pytest.approx(waves(0.3, -1.7, 1))
    # a Gaussian of sigma 1 leaves exp(-2 (pi f)**2) of a frequency, here 1/16 and 1/32
    blurred = move_and_blur(np.sin(rows * np.pi / 8) * np.ones(32), 0, 0, 1.0)
    weakened = np.exp(-2 * (np.pi / 16) ** 2)
    assert blurred == pytest.approx(weakened * np.sin(rows * np.pi / 8) * np.ones(32))


def phase_shift(image: Array, still: Array, period: float, axis: int) -> float:
    """How far a wave along an axis of a square image moved towards its end, in pixels."""
    size = image.shape[axis]
    line, reference = (
        np.fft.fft(i.mean(axis=1 - axis))[round(size / period)] for i in (image, still)
    )
    return float(-np.angle(line / reference) * period / (2 * np.pi))


def test_pan_moves_by_what_the_sample_says_while_the_truth_stays() -> None:
    pair = wave()
    still = next(drawn(pair))
    seen = []
    for sample in drawn(pair, 30, pan_shift=1.5, pan_shift_probability=0.8):
        down, right = (phase_shift(sample["pan"][0], still["pan"][0], 16, a) for a in (0, 1))
        for name in ("truth", "ms", "aligned"):
            assert np.array_equal(sample[name], still[name])
        # MS has what PAN shows up and left of where PAN moved it down and right
        field = sample["displacement"]
        assert np.ptp(field, axis=(1, 2)) == pytest.approx(0)
        assert field[:, 0, 0] == pytest.approx([-down / 4, -right / 4], abs=0.01)
        seen.append((down, right))
    largest = np.abs(seen).max()
    assert 1 < largest < 1.55
    assert min(min(s) for s in seen) < -0.5
    assert max(max(s) for s in seen) > 0.5
    assert any(abs(down) + abs(right) < 1e-6 for down, right in seen)


def test_a_mixed_pan_moves_as_one() -> None:
    """All bands are like PAN here: a mix that stayed behind would show as a weaker wave."""
    pair = wave(period=4.0)
    contrast = next(drawn(pair))["pan"].std()
    for sample in drawn(pair, 10, pan_mix=1.0, pan_shift=1.5, pan_shift_probability=1.0):
        assert sample["pan"][0, INNER, INNER].std() == pytest.approx(contrast, rel=0.1)


def test_a_mixed_pan_comes_from_the_true_bands() -> None:
    pair = noisy()
    still = next(drawn(pair))
    changed = 0
    for sample in drawn(pair, 20, pan_mix=0.5):
        weights = np.linalg.lstsq(
            sample["truth"].reshape(4, -1).T, sample["pan"].ravel(), rcond=None
        )[0]
        assert weights.sum() == pytest.approx(1, abs=1e-4)
        assert (weights > -1e-4).all()
        assert np.tensordot(weights, sample["truth"], axes=1) == pytest.approx(
            sample["pan"][0], abs=1e-4
        )
        changed += not np.array_equal(sample["pan"], still["pan"])
    assert 4 <= changed <= 16


def test_pan_is_blurred_in_half_of_the_samples() -> None:
    pair = noisy()
    still = next(drawn(pair))
    contrasts = [sample["pan"].std() / still["pan"].std() for sample in drawn(pair, 30, pan_blur=1)]
    assert sum(c == 1 for c in contrasts) in range(5, 26)
    assert min(contrasts) < 0.7


def test_ms_moves_by_pan_pixels_at_reduced_resolution_while_the_truth_stays() -> None:
    pair = ramps(24)
    still = next(drawn(pair, row=8, column=8))
    seen = []
    for sample in drawn(pair, 40, 8, 8, ms_shift=2, ms_shift_probability=0.8):
        for name in ("pan", "truth", "aligned"):
            assert np.array_equal(sample[name], still[name])
        # where MS shows things further down, it shows the row numbers from further up
        moved = (still["ms"] - sample["ms"]).reshape(2, -1)
        assert np.ptp(moved, axis=1) == pytest.approx(0, abs=1e-3)
        assert moved[:, 0] == pytest.approx(np.rint(moved[:, 0]), abs=1e-3)
        assert sample["displacement"].reshape(2, -1) == pytest.approx(moved / 4, abs=1e-3)
        seen.append(tuple(np.rint(moved[:, 0]).astype(int)))
    assert min(min(s) for s in seen) < -4
    assert max(max(s) for s in seen) > 4
    assert np.abs(seen).max() <= 8
    assert any(down % 4 for down, _ in seen)  # fractions of MS pixels occur
    assert (0, 0) in seen


def test_ms_moves_by_its_own_pixels_at_full_resolution() -> None:
    pair = full(ramps(24))
    still = next(drawn(pair, row=8, column=8))
    seen = set()
    for sample in drawn(pair, 60, 8, 8, ms_shift=2, ms_shift_probability=0.8):
        assert np.array_equal(sample["pan"], still["pan"])
        moved = (still["ms"] - sample["ms"]) / 4
        assert sample["displacement"] == pytest.approx(moved, abs=1e-3)
        seen.add(tuple(np.rint(moved[:, 0, 0]).astype(int)))
    assert {down for down, _ in seen} == {right for _, right in seen} == {-2, -1, 0, 1, 2}


def test_what_is_left_of_a_pairs_own_shift_is_told() -> None:
    """PAN shows things lower right than MS does, so MS has them up and left."""
    sample = next(drawn(replace(noisy(), shift=(0.3, 0.1))))
    assert sample["displacement"][:, 0, 0] == pytest.approx([-0.3, -0.1])


@pytest.mark.parametrize("turns", [0, 1, 2, 3])
@pytest.mark.parametrize("flip", [False, True])
def test_vectors_turn_with_their_image(turns: int, flip: bool) -> None:
    image = np.zeros((5, 5))
    image[1, 3], image[2, 4] = 1, 2  # from 1 to 2 it is one down and one right
    field = np.zeros((2, 5, 5), np.float32)
    field[:, 1, 3] = 1, 1
    turned = np.rot90(image, turns)
    turned = turned[:, ::-1] if flip else turned
    ((down, right),) = np.argwhere(turned == 2) - np.argwhere(turned == 1)
    vectors = turn_field(field, turns, flip)
    ((row, column),) = np.argwhere(turned == 1)
    assert vectors[:, row, column].tolist() == [down, right]
    assert np.abs(vectors).sum() == 2


@pytest.mark.parametrize("reduced", [False, True])
def test_displacements_point_to_what_pan_shows_whatever_the_turn(
    monkeypatch: pytest.MonkeyPatch, reduced: bool
) -> None:
    """PAN's means carry a number for each MS pixel, MS the same numbers elsewhere."""
    names = np.arange(24 * 24, dtype=np.float32).reshape(1, 24, 24)
    if reduced:  # at ratio 1, and no blur, numbers stay what they are
        monkeypatch.setattr("training.samples.degrade", lambda image, ratio, gains: image)
        pair = replace(made_pair(names, ratio=1), ms=names)
    else:
        pair = full(made_pair(names.repeat(4, axis=1).repeat(4, axis=2)))
        pair = replace(pair, ms=names)
    moved = 0
    for sample in drawn(pair, 40, 4, 4, 16, turn=True, ms_shift=2, movers=1):
        shown = np.rint(means(sample["pan"], pair.ratio)[0]).astype(int)
        field = np.rint(sample["displacement"]).astype(int)
        seen = np.rint(sample["ms"][0]).astype(int)
        found = 0
        for place in np.ndindex(16, 16):
            row, column = place + field[(slice(None), *place)]
            if 0 <= row < 16 and 0 <= column < 16:
                found += 1
                # a patch may cover what it moved over, and only that is nowhere
                assert seen[row, column] == shown[place] or shown[place] not in seen
        assert found > 100
        moved += int(np.ptp(field) > 0)
    assert moved > 10


def test_a_patch_is_told_where_it_went_even_over_itself() -> None:
    image = np.arange(400, dtype=np.float64).reshape(1, 20, 20)
    overlapping = 0
    for seed in range(40):
        changed, went = move_patches(image, 1, 1, 2.0, np.random.default_rng(seed))
        if not went.any():  # less than half a pixel
            assert np.array_equal(changed, image)
            continue
        vector = went[:, went.any(axis=0)][:, 0]
        # the patch is the ground that went all one way and arrived whole
        for sign in (1, -1):
            v = sign * vector
            places = np.argwhere((went == v[:, None, None]).all(axis=0))
            arrived = [
                changed[0, int(r + v[0]), int(c + v[1])] == image[0, r, c] for r, c in places
            ]
            if all(arrived):
                break
        else:
            raise AssertionError("neither way is the patch's")
        rows, columns = np.ptp(places, axis=0) + 1
        assert len(places) == rows * columns
        overlapping += bool(abs(v[0]) < rows and abs(v[1]) < columns)
    assert overlapping > 5


def test_patches_go_no_further_than_their_reach_and_leave_the_rest_alone() -> None:
    image = np.random.default_rng(1).random((2, 40, 40))
    kept = image.copy()
    for seed in range(30):
        changed, went = move_patches(image, 1, 4, 2.0, np.random.default_rng(seed))
        lengths = np.hypot(*went)
        assert lengths.max() <= 8 + 0.8
        still = ~went.any(axis=0)
        assert np.array_equal(changed[:, still], image[:, still])
        assert not np.array_equal(changed, image)
        rows, columns = np.ptp(np.argwhere(~still), axis=0) + 1
        assert max(rows, columns) <= 20 + 9
        assert set(changed[0].ravel()) <= set(image[0].ravel())
    assert np.array_equal(image, kept)
    assert np.array_equal(move_patches(image, 0, 4, 2.0, np.random.default_rng(0))[0], image)


def test_what_leaves_hides_what_it_comes_to_and_leaves_its_surroundings_colour() -> None:
    image = np.random.default_rng(1).random((2, 40, 40))
    image[1] += 5
    met = 0
    for seed in range(30):
        changed, went = move_patches(image, 1, 4, 2.0, np.random.default_rng(seed), leaving=True)
        hidden = (went == 4 * HIDDEN).all(axis=0)  # but for where the patch itself was
        away = went.any(axis=0) & ~hidden
        if not away.any():
            continue
        met += 1
        rows, columns = (slice(at.min(), at.max() + 1) for at in np.nonzero(away))
        assert away[rows, columns].all()
        down, right = went[:, rows, columns].reshape(2, -1)[:, 0].astype(int)
        there = (
            slice(None),
            slice(rows.start + down, rows.stop + down),
            slice(columns.start + right, columns.stop + right),
        )
        assert np.array_equal(changed[there], image[:, rows, columns])
        covered = np.zeros_like(away)
        covered[there[1:]] = True
        assert np.array_equal(hidden, covered & ~away)
        ground = surroundings(image, rows, columns, 8)
        assert np.allclose(changed[:, away & ~covered], ground[:, None])
        untouched = ~away & ~covered
        assert np.array_equal(changed[:, untouched], image[:, untouched])
    assert met > 25


def test_of_more_places_one_that_stands_out_more_is_moved() -> None:
    image = np.random.default_rng(1).random((1, 60, 60))

    def contrast(choice: int) -> float:
        found = []
        for seed in range(40):
            _, went = move_patches(image, 1, 1, 2.0, np.random.default_rng(seed), True, choice)
            away = went.any(axis=0) & (went < HIDDEN).all(axis=0)
            if away.any():
                found.append(np.abs(image[0, away].mean() - np.median(image)))
        return float(np.mean(found))

    assert contrast(20) > 1.3 * contrast(1)


def test_surroundings_are_the_median_of_the_ring() -> None:
    image = np.zeros((2, 20, 20))
    image[0, 6:14, 6:14] = 3
    image[1] = 1
    image[:, 8:12, 8:12] = 100
    assert surroundings(image, slice(8, 12), slice(8, 12), 2).tolist() == [3, 1]
    image[:, 9:11, 9:11] = 7  # what it is around does not count
    assert surroundings(image, slice(8, 12), slice(8, 12), 2).tolist() == [3, 1]
    assert surroundings(image, slice(0, 20), slice(0, 20), 2).tolist() == [0, 1]


def test_still_samples_have_no_displacement() -> None:
    for pair in (noisy(), full(noisy())):
        moved = [
            bool(sample["displacement"].any())
            for sample in drawn(pair, 40, still=0.5, ms_shift=3, ms_shift_probability=1)
        ]
        assert 8 < sum(moved) < 32


def test_patches_are_taken_where_there_is_something_to_see() -> None:
    """Flat colour is nothing to see, however different its bands are."""
    image = np.zeros((2, 64, 64))
    image[0], image[1] = 0.0, 10.0
    image[:, 24:40, 24:40] += np.random.default_rng(0).random((2, 16, 16))
    image[:, 24:40, 24:40] -= [[[0.0]], [[5.0]]]  # less different than the flat ground's
    hits = [
        not np.array_equal(move_patches(image, 1, 1, 4, np.random.default_rng(seed))[0], image)
        for seed in range(60)
    ]
    # one place in ten has some; of three the best is taken
    assert sum(hits) > 14


def test_movers_displace_ms_and_leave_the_rest_alone() -> None:
    for pair in (noisy(), full(noisy())):
        still = next(drawn(pair))
        counts = []
        for sample in drawn(pair, 20, movers=2):
            for name in set(sample) - {"ms", "displacement"}:
                assert np.array_equal(sample[name], still[name]), name
            counts.append(float((np.abs(sample["ms"] - still["ms"]) > 1e-4).mean()))
            # beside the crop a patch shows in it by the sensor's blur alone
            assert sample["displacement"].any() or counts[-1] < 0.2
        assert min(counts) == 0  # none is drawn as well
        assert 0.05 < max(counts) <= 1


def test_sharper_and_softer_sensors_see_the_same_level() -> None:
    pair = noisy()
    crops = [sample["ms"] for sample in drawn(pair, 20, mtf_gain=0.1)]
    contrasts = [crop.std() for crop in crops]
    assert max(contrasts) > 1.2 * min(contrasts)
    assert [crop.mean() for crop in crops] == pytest.approx([crops[0].mean()] * 20, rel=0.02)
    sample = next(drawn(pair, mtf_gain=0.1))
    assert np.array_equal(sample["ms"], sample["aligned"])


@pytest.mark.parametrize(("share", "least", "most"), [(0.5, 6, 24), (0.9, 25, 30), (0, 0, 0)])
def test_ms_that_came_with_its_truth_is_used_as_often_as_is_said(
    share: float, least: int, most: int
) -> None:
    own = noisy(seed=8).ms
    pair = replace(noisy(), own_ms=True, ms=own)
    taken = []
    for sample in drawn(pair, 30, own_ms=share):
        taken.append(np.array_equal(sample["ms"], own[:, 4:12, 5:13]))
        if not taken[-1]:
            assert pair.truth is not None
            remade = degrade(pair.truth, 4, pair.gains)[:, 4:12, 5:13]
            assert sample["ms"] == pytest.approx(remade, abs=1e-5)
        assert np.array_equal(sample["ms"], sample["aligned"])
    assert least <= sum(taken) <= most


def test_a_pair_that_brings_its_own_interpolation_is_left_as_it_is() -> None:
    enlarged = np.random.default_rng(4).random((4, 64, 64)).astype(np.float32)
    pair = replace(noisy(), own_ms=True, enlarged=enlarged)
    for sample in drawn(pair, 10, ms_shift=2, movers=2, mtf_gain=0.1):
        assert np.array_equal(sample["ms"], pair.ms[:, 4:12, 5:13])
        assert np.array_equal(sample["enlarged"], enlarged[:, 16:48, 20:52])
        assert not sample["displacement"].any()


def test_missing_bands_are_taken_by_the_nearest_in_wavelength() -> None:
    roles = ("coastal", "blue", "green", "red", "red-edge", "nir")
    pair = noisy()
    sample = next(drawn(pair, roles=roles))
    plain = next(drawn(pair))
    nearest = [0, 0, 1, 2, 2, 3]
    for name in ("ms", "aligned", "truth"):
        assert np.array_equal(sample[name], plain[name][nearest])
    assert sample["level"] == pytest.approx(pair.level[nearest])


def test_bands_are_dropped_from_ms_and_truth_alike() -> None:
    pair = noisy()
    assert pair.truth is not None
    sets = set()
    for sample in drawn(pair, 40, 0, 0, 16, roles=BGRN, drop=0.5):
        order = tuple(source_band(band, pair.truth)[0] for band in sample["truth"])
        assert order == tuple(source_band(band, pair.ms)[0] for band in sample["ms"])
        assert len(set(order)) >= 3
        assert np.array_equal(sample["pan"][0], pair.pan)
        sets.add(order)
    assert (0, 1, 2, 3) in sets
    assert len(sets) == 5  # all, or one of the four is left out
