"""A simulated PAN mixes, blurs and is as noisy as a real one, on the grid of the truth."""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt
import pytest

from qgis_pansharp.backend.mtf import degrade
from training.simulate import (
    NOISE,
    PAN_GAINS,
    SHARES,
    pan_mix,
    simulate_pair,
    soften,
    with_noise,
)

Array = npt.NDArray[Any]
ROLES = ("blue", "green", "red", "nir")
GAINS = (0.34, 0.32, 0.30, 0.22)


def random(seed: int = 1) -> np.random.Generator:
    return np.random.default_rng(seed)


def ground(rows: int = 24, columns: int = 32) -> Array:
    """Digital numbers of four bands that differ from each other."""
    drawn = random().uniform(100, 900, (4, rows, columns))
    return drawn.astype(np.float32)


def wave(frequency: float, bands: int = 4) -> Array:
    """A wave across columns of amplitude 100, `frequency` cycles a pixel, the same in all bands."""
    columns = np.arange(64)
    # the middle of the mirrored image is a maximum, so that the wave goes on beyond the border
    line = 500 + 100 * np.cos(2 * np.pi * frequency * (columns + 0.5))
    return np.broadcast_to(line, (bands, 64, 64)).astype(np.float32)


def test_the_ms_at_hand_is_the_truth_and_what_a_sensor_sees_of_it_the_input() -> None:
    ms = ground(27, 33)
    pan, small, truth = simulate_pair(ms, ROLES, 4, GAINS, random())
    assert np.array_equal(truth, ms[:, :24, :32])
    assert np.array_equal(small, degrade(truth, 4, GAINS))
    assert (pan.shape, small.shape) == ((24, 32), (4, 6, 8))
    assert {image.dtype for image in (pan, small, truth)} == {np.dtype(np.float32)}


def test_pan_mixes_the_bands_by_their_shares() -> None:
    levels = np.array([100.0, 200.0, 400.0, 800.0])
    flat = np.ones((4, 8, 8)) * levels[:, None, None]
    pan, _, _ = simulate_pair(flat, ROLES, 2, 0.3)
    middles = np.array([np.mean(SHARES[role]) for role in ROLES])
    assert pan == pytest.approx(np.full((8, 8), levels @ middles / middles.sum()))


@pytest.mark.parametrize(
    "roles", [ROLES, ("green", "swir1", "red"), tuple(SHARES), ("nir", "thermal")]
)
def test_drawn_mixes_stay_within_their_ranges(roles: tuple[str, ...]) -> None:
    mixes = np.stack([pan_mix(roles, random(seed)) for seed in range(200)])
    low, high = np.array([SHARES.get(role, (0, 0)) for role in roles]).T
    assert mixes.sum(axis=1) == pytest.approx(1)
    assert (mixes >= low / (low + high.sum() - high) - 1e-9).all()
    with np.errstate(divide="ignore", invalid="ignore"):
        most = np.nan_to_num(high / (high + low.sum() - low))
    assert (mixes <= most + 1e-9).all()
    several = (high > 0).sum() > 1
    assert (mixes.std(axis=0)[high > 0] > 0.005).all() == several


def test_pan_needs_a_band_that_it_covers() -> None:
    with pytest.raises(ValueError, match="none of the bands swir1, swir2"):
        pan_mix(("swir1", "swir2"))


@pytest.mark.parametrize("frequency", [0.125, 0.25, 0.5])
def test_pan_ends_up_with_a_pans_mtf_and_not_with_less(frequency: float) -> None:
    """The bands carry .30 at Nyquist already, so that .5 is what is missing to .15."""
    ms = wave(frequency)
    # at Nyquist the wave's samples lie where it crosses its mean
    if frequency == 0.5:
        ms = (500 + 100 * (-1.0) ** np.arange(64) * np.ones((4, 64, 1))).astype(np.float32)
    pan, _, truth = simulate_pair(ms, ROLES, 4, 0.30)
    inner = slice(24, 40)
    expected = 0.5 ** ((frequency / 0.5) ** 2)
    weakened = (pan[:, inner] - 500) / (truth[0, :, inner] - 500)
    assert weakened == pytest.approx(np.full_like(weakened, expected), abs=0.01)


def test_each_band_is_softened_by_what_its_own_mtf_lacks() -> None:
    stripes = np.full((4, 32, 64), 500.0)
    stripes[1] += 100 * (-1.0) ** np.arange(64)
    inner = slice(20, 44)

    def contrast(gains: tuple[float, ...], truth_gains: float | None = None) -> float:
        pan, _, _ = simulate_pair(stripes, ROLES, 4, gains, truth_gains=truth_gains)
        return float(np.abs(pan[:, inner] - 500).mean()) / (100 * pan_mix(ROLES)[1])

    assert contrast((0.2, 0.3, 0.2, 0.2)) == pytest.approx(0.5, abs=0.02)
    assert contrast((0.2, 0.3, 0.2, 0.2), truth_gains=0.6) == pytest.approx(0.25, abs=0.02)
    # a truth softer than PAN is not sharpened
    assert contrast((0.2, 0.1, 0.2, 0.2)) == pytest.approx(1, abs=1e-5)


def test_softening_moves_nothing_and_keeps_levels() -> None:
    image = np.zeros((61, 81))
    image[30, 40] = 1
    soft = soften(image, 0.15)
    assert soft.sum() == pytest.approx(1)
    assert np.unravel_index(soft.argmax(), soft.shape) == (30, 40)
    assert soft[30, 39] == pytest.approx(soft[30, 41], abs=1e-4)
    assert soft[29, 40] == pytest.approx(soft[31, 40], abs=1e-4)
    assert soft[30, 39] > 0.05
    assert soften(np.full((6, 6), 7.0), 0.15) == pytest.approx(np.full((6, 6), 7.0))
    with pytest.raises(ValueError, match="above 0"):
        soften(image, 0.0)


def test_softening_never_mixes_opposite_borders() -> None:
    ramp = np.tile(np.arange(0.0, 100.0, 5.0), (20, 1))
    for image in (ramp, ramp.T):
        assert np.abs(soften(image, 0.15) - image).max() < 2


def test_the_same_seed_gives_the_same_pair_and_another_one_another() -> None:
    ms = ground()
    one, again, other = (simulate_pair(ms, ROLES, 4, GAINS, random(seed))[0] for seed in (3, 3, 4))
    assert np.array_equal(one, again)
    assert not np.array_equal(one, other)
    plain, still = (simulate_pair(ms, ROLES, 4, GAINS)[0] for _ in range(2))
    assert np.array_equal(plain, still)
    assert not np.array_equal(plain, one)


def test_drawn_pans_differ_in_sharpness_within_the_range_of_real_ones() -> None:
    stripes = (500 + 100 * (-1.0) ** np.arange(64) * np.ones((4, 256, 1))).astype(np.float32)
    gains = []
    for seed in range(30):
        pan, _, _ = simulate_pair(stripes, ROLES, 4, 0.3, random(seed))
        # averaged over rows, so that little of the noise is left
        line = pan.mean(axis=0)[20:44] - pan.mean()
        gains.append(0.3 * float(np.abs(line).mean()) / 100)
    assert PAN_GAINS[0] - 0.005 < min(gains) < 0.12
    assert 0.16 < max(gains) < PAN_GAINS[1] + 0.005


def test_noise_is_white_and_grows_with_the_signal() -> None:
    pan = np.full((200, 200), 400.0)
    pan[:, 100:] = 1600.0
    noise = with_noise(pan, 0.01, random()) - pan
    dark, bright = noise[:, :100], noise[:, 100:]
    # variance at value v: (0.01 * 1000)^2 * (1 + v/1000) / 2
    assert dark.std() == pytest.approx(10 * np.sqrt(0.7), rel=0.03)
    assert bright.std() == pytest.approx(10 * np.sqrt(1.3), rel=0.03)
    assert abs(noise.mean()) < 0.3
    assert abs(np.corrcoef(dark[:, 1:].ravel(), dark[:, :-1].ravel())[0, 1]) < 0.03
    assert np.array_equal(with_noise(np.zeros((4, 4)), 0.01, random()), np.zeros((4, 4)))


def test_a_drawn_pan_is_as_noisy_as_a_real_one() -> None:
    flat = np.full((4, 128, 128), 500.0)
    levels = [
        float(simulate_pair(flat, ROLES, 4, 0.3, random(seed))[0].std()) / 500 for seed in range(20)
    ]
    assert NOISE[0] * 0.97 < min(levels) < 0.006
    assert 0.01 < max(levels) < NOISE[1] * 1.03


@pytest.mark.parametrize(
    ("shape", "roles", "ratio", "message"),
    [
        ((8, 8), ("red",), 4, "need MS"),
        ((2, 8, 8), ("red",), 4, "1 roles"),
        ((1, 8, 8), ("red",), 0, "ratio must be"),
    ],
)
def test_what_does_not_fit_is_refused(
    shape: tuple[int, ...], roles: tuple[str, ...], ratio: int, message: str
) -> None:
    with pytest.raises(ValueError, match=message):
        simulate_pair(np.ones(shape), roles, ratio, 0.3)
