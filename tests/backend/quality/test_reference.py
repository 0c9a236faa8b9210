"""Indices with reference: check values and invariants of evaluation.md, section 5."""

from __future__ import annotations

import numpy as np
import pytest

from qgis_pansharp.backend.quality.reference import (
    ergas,
    psnr,
    q,
    q2n,
    q_bands,
    sam,
    scc,
    ssim,
)
from qgis_pansharp.backend.quality.windows import blocks_of, window_sums

from .synthetic import synthetic_pair

#        ERGAS     SAM       Q2n       SCC       PSNR     Q
KNOWN = {
    3: (0.976859, 0.813673, 0.974834, 0.999366, 38.0785, 0.990786),
    4: (1.174604, 1.019869, 0.949743, 0.999285, 36.2724, 0.990623),
    8: (2.103102, 1.894282, 0.844661, 0.998843, 30.4198, 0.986976),
}
ALL = {
    "sam": sam,
    "ergas": lambda f, g: ergas(f, g, 4),
    "q2n": q2n,
    "scc": scc,
    "q": q,
    "sliding q": lambda f, g: q(f, g, sliding=True),
    # All indices here are asked for scale invariance, so the range goes with the data.
    "ssim": lambda f, g: ssim(f, g, float(g.max())),
}


@pytest.mark.parametrize("bands", KNOWN)
def test_known_values_of_the_synthetic_pair(bands):
    pair = synthetic_pair(bands)
    known = KNOWN[bands]
    assert ergas(pair.fused, pair.reference, 4) == pytest.approx(known[0], abs=1e-6)
    assert sam(pair.fused, pair.reference) == pytest.approx(known[1], abs=1e-6)
    assert q2n(pair.fused, pair.reference) == pytest.approx(known[2], abs=1e-6)
    assert scc(pair.fused, pair.reference) == pytest.approx(known[3], abs=1e-6)
    assert psnr(pair.fused, pair.reference, 2047) == pytest.approx(known[4], abs=1e-4)
    assert q(pair.fused, pair.reference) == pytest.approx(known[5], abs=1e-6)


def test_an_image_equals_itself():
    image = synthetic_pair(4, 64).reference
    assert sam(image, image) == 0
    assert ergas(image, image, 4) == 0
    assert psnr(image, image, 2047) == np.inf
    for index in (q2n, scc, q, ALL["sliding q"], ALL["ssim"]):
        assert index(image, image) == pytest.approx(1, abs=1e-12)


@pytest.mark.parametrize("name", ALL)
def test_a_common_factor_changes_nothing(name):
    pair = synthetic_pair(4, 64)
    index = ALL[name]
    once = index(pair.fused, pair.reference)
    assert index(pair.fused * 7.0, pair.reference * 7.0) == pytest.approx(once, abs=1e-12)


@pytest.mark.parametrize("name", sorted(set(ALL) - {"q2n"}))
def test_the_order_of_bands_changes_nothing(name):
    pair = synthetic_pair(4, 64)
    order = [2, 0, 3, 1]
    once = ALL[name](pair.fused, pair.reference)
    again = ALL[name](pair.fused[order], pair.reference[order])
    assert again == pytest.approx(once, abs=1e-12)


@pytest.mark.parametrize(
    ("bands", "order", "known"),
    [(4, [1, 0, 2, 3], 0.949826), (8, [7, 6, 5, 4, 3, 2, 1, 0], 0.844699)],
)
def test_the_order_of_bands_moves_q2n_a_little(bands, order, known):
    pair = synthetic_pair(bands)
    assert q2n(pair.fused[order], pair.reference[order]) == pytest.approx(known, abs=1e-6)


def test_q2n_of_one_band_is_q_of_the_normalised_band():
    pair = synthetic_pair(1, 32)
    mean, spread = pair.reference.mean(), pair.reference.std(ddof=1)
    normalised = ((image - mean) / spread + 1 for image in (pair.fused, pair.reference))
    assert q2n(pair.fused, pair.reference) == pytest.approx(q(*normalised), abs=1e-12)


def test_q2n_completes_blocks_by_mirroring():
    pair = synthetic_pair(3, 40)
    mirrored = [np.pad(i, ((0, 0), (0, 24), (0, 24)), "symmetric") for i in pair[:2]]
    expected = q2n(mirrored[1], mirrored[0])
    assert q2n(pair.fused, pair.reference) == pytest.approx(expected, abs=1e-14)


def test_q2n_of_reflectances_needs_no_whole_numbers():
    pair = synthetic_pair(4, 64)
    expected = q2n(pair.fused, pair.reference)
    scaled = q2n(pair.fused / 2047.0, pair.reference / 2047.0, whole_numbers=False)
    assert scaled == pytest.approx(expected, abs=1e-12)


def test_empty_blocks_count_as_perfect_and_constant_ones_stay_finite():
    empty = np.zeros((3, 32, 32))
    assert q2n(empty, empty) == 1
    assert q(empty, empty) == 1
    flat = np.full((3, 32, 32), 10.0)
    assert q2n(flat, flat) == 1
    assert q(2 * flat, flat) == pytest.approx(0.8)
    assert 0 <= q2n(synthetic_pair(3, 32).fused, flat) <= 1


def test_spectral_angle_skips_empty_pixels():
    reference = np.array([1.0, 0.0, 0.0]).reshape(3, 1, 1).repeat(2, axis=2)
    fused = np.array([[[1.0, 0.0]], [[1.0, 0.0]], [[0.0, 0.0]]])
    assert sam(fused, reference) == pytest.approx(45)
    assert np.isnan(sam(fused * 0, reference))


def test_sliding_q_is_the_mean_over_every_window():
    pair = synthetic_pair(2, 12)
    windows = [
        q(pair.fused[:, y : y + 8, x : x + 8], pair.reference[:, y : y + 8, x : x + 8], 8)
        for y in range(5)
        for x in range(5)
    ]
    sliding = q(pair.fused, pair.reference, 8, sliding=True)
    assert sliding == pytest.approx(np.mean(windows), abs=1e-12)


def test_structural_similarity_equals_the_plain_formula():
    pair = synthetic_pair(2, 14)
    y, x = np.mgrid[-5:6, -5:6]
    weights = np.exp(-(x * x + y * y) / (2 * 1.5**2))
    weights /= weights.sum()
    c1, c2 = (0.01 * 2047) ** 2, (0.03 * 2047) ** 2
    values = []
    for band in range(2):
        for i in range(4):
            for j in range(4):
                f = pair.fused[band, i : i + 11, j : j + 11]
                g = pair.reference[band, i : i + 11, j : j + 11]
                mean_f, mean_g = (weights * f).sum(), (weights * g).sum()
                f, g = f - mean_f, g - mean_g
                products = [(weights * p).sum() for p in (f * g, f * f, g * g)]
                light = (2 * mean_f * mean_g + c1) / (mean_f**2 + mean_g**2 + c1)
                contrast = (2 * products[0] + c2) / (products[1] + products[2] + c2)
                values.append(light * contrast)
    assert ssim(pair.fused, pair.reference, 2047) == pytest.approx(np.mean(values), abs=1e-12)
    assert 0.5 < np.mean(values) < 0.999


def test_structural_similarity_of_flat_images_is_that_of_their_brightness():
    flat = np.full((1, 12, 12), 100.0)
    c1 = (0.01 * 255) ** 2
    expected = (2 * 100 * 150 + c1) / (100**2 + 150**2 + c1)
    assert ssim(1.5 * flat, flat, 255) == pytest.approx(expected, abs=1e-12)
    assert ssim(0 * flat, 0 * flat, 255) == 1


@pytest.mark.parametrize("size", [1, 2, 3, 4, 5, 7, 8])
def test_window_sums_equal_sums_over_windows(size):
    image = np.arange(2 * 9 * 8.0).reshape(2, 9, 8) ** 2
    plain = np.lib.stride_tricks.sliding_window_view(image, (size, size), (-2, -1)).sum((-2, -1))
    assert np.array_equal(window_sums(image, size), plain)


def test_blocks_leave_out_the_rest():
    image = np.arange(30.0).reshape(1, 5, 6)
    assert blocks_of(image, 4).tolist() == [[image[0, :4, :4].ravel().tolist()]]
    assert blocks_of(image, 2).shape == (6, 1, 4)


def test_indices_refuse_what_does_not_fit():
    image = np.ones((2, 8, 8))
    for index in ALL.values():
        with pytest.raises(ValueError, match="one shape"):
            index(image, image[:1])
    with pytest.raises(ValueError, match="mean 0"):
        ergas(image, image * 0, 4)
    with pytest.raises(ValueError, match="no block"):
        q(image, image, 32)
    with pytest.raises(ValueError, match="no window"):
        q(image, image, 32, sliding=True)
    with pytest.raises(ValueError, match="sizes differ"):
        q_bands(image, image[:, :4], 2)
    with pytest.raises(ValueError, match="too small"):
        scc(image[:, :2], image[:, :2])
    with pytest.raises(ValueError, match="too small"):
        ssim(image, image, 255)
