"""Reprojected indices: known displacements are found and no longer counted as errors."""

from __future__ import annotations

import numpy as np
import pytest

from qgis_pansharp.backend.mtf import decimate_toolbox, degrade, filter_toolbox
from qgis_pansharp.backend.quality.no_reference import d_lambda_khan
from qgis_pansharp.backend.quality.reference import ergas, q2n, sam
from qgis_pansharp.backend.quality.reprojected import (
    d_lambda_reprojected,
    estimate_offsets,
    r_ergas,
    r_q2n,
    r_sam,
    reproject,
)

from .synthetic import synthetic_pair

GAINS = [0.25, 0.35, 0.30]


def waves(offsets, size=128):
    """Return bands `(B, size, size)` of one landscape of waves, each seen `offsets` further on."""
    rng = np.random.default_rng(7)
    y, x = np.mgrid[0:size, 0:size]
    image = np.full((len(offsets), size, size), 600.0)
    for period in np.geomspace(6, 60, 40):
        turn, phase = rng.uniform(0, 2 * np.pi, 2)
        strength = rng.uniform(0.7, 1.3, len(offsets))
        for band, (down, right) in enumerate(offsets):
            way = np.cos(turn) * (x + right) + np.sin(turn) * (y + down)
            image[band] += 25 * strength[band] * np.sin(2 * np.pi * way / period + phase)
    return image


def displaced(offsets, ratio=4, size=128):
    """Return MS that looks `offsets` further on than PAN, the perfect result, and PAN."""
    truth = waves([(0, 0)] * len(offsets), size)
    return degrade(waves(offsets, size), ratio, GAINS), truth, truth.mean(axis=0)


@pytest.mark.parametrize(
    "offset", [(0, 0), (1, 0), (0, -2), (0.5, 0), (-0.5, 1.5), (2, 2), (-2, 0.5)]
)
@pytest.mark.parametrize("ratio", [2, 4])
def test_whole_and_half_pixels_are_found(offset, ratio):
    ms, _, pan = displaced([offset] * 3, ratio)
    assert estimate_offsets(ms, pan, ratio, GAINS).tolist() == [list(offset)] * 3


def test_every_band_has_an_offset_of_its_own_and_further_ones_need_more_reach():
    offsets = [[0.0, -1.0], [5.5, 0.0], [-4.0, 6.0]]
    ms, _, pan = displaced(offsets)
    assert estimate_offsets(ms, pan, 4, GAINS, reach=12).tolist() == offsets
    near = estimate_offsets(ms, pan, 4, GAINS)
    assert near[0].tolist() == offsets[0]
    assert np.abs(near).max() <= 2


def test_brightness_and_contrast_do_not_move_the_offset():
    ms, _, pan = displaced([(1.5, -0.5)] * 3)
    assert estimate_offsets(3 * ms + 50, 0.1 * pan - 7, 4, GAINS).tolist() == [[1.5, -0.5]] * 3


@pytest.mark.parametrize("flat", ["ms", "pan"])
def test_flat_images_have_no_offset(flat):
    ms, _, pan = displaced([(1, 1)] * 3)
    ms, pan = (np.full_like(ms, 300.0), pan) if flat == "ms" else (ms, np.full_like(pan, 300.0))
    assert estimate_offsets(ms, pan, 4, GAINS).tolist() == [[0.0, 0.0]] * 3


def test_toolbox_geometry_lies_half_a_pixel_off():
    pair = synthetic_pair(4)
    ms = decimate_toolbox(filter_toolbox(pair.reference, 4, 0.30), 4)
    offsets = np.full((4, 2), 0.5)
    # The two filters differ a little; without the half pixel the figure would be 0.0502.
    known = d_lambda_reprojected(pair.fused, ms, pair.pan, 4, 0.30, offsets=offsets)
    assert known == pytest.approx(0.048109, abs=3e-4)


@pytest.mark.parametrize("offset", [(2, -1), (0.5, 1.5)])
def test_a_perfect_result_of_a_displaced_pair_has_no_error(offset):
    ms, truth, pan = displaced([offset] * 3)
    assert d_lambda_reprojected(truth, ms, pan, 4, GAINS) < 0.01
    assert r_ergas(truth, ms, pan, 4, GAINS) < 0.2
    assert r_sam(truth, ms, pan, 4, GAINS) < 0.2
    ignored = np.zeros((3, 2))
    assert d_lambda_reprojected(truth, ms, pan, 4, GAINS, offsets=ignored) > 0.03
    assert r_ergas(truth, ms, pan, 4, GAINS, offsets=ignored) > 1
    assert r_sam(truth, ms, pan, 4, GAINS, offsets=ignored) > 0.2


def test_a_reach_that_is_too_short_leaves_errors():
    ms, truth, pan = displaced([(4.0, 3.0)] * 3)
    near = d_lambda_reprojected(truth, ms, pan, 4, GAINS)
    far = d_lambda_reprojected(truth, ms, pan, 4, GAINS, reach=8)
    assert far < 0.02 < 0.05 < near


def test_a_registered_pair_has_khans_figure():
    pair = synthetic_pair(3)
    ms = degrade(pair.reference, 4, GAINS)
    khan = d_lambda_khan(pair.fused, ms, 4, GAINS, decimated=True, geometry="pixel-area")
    still = np.zeros((3, 2))
    reprojected = d_lambda_reprojected(pair.fused, ms, pair.pan, 4, GAINS, offsets=still)
    assert khan > 0.01
    assert reprojected == pytest.approx(khan, abs=1e-12)


def test_the_indices_compare_the_reprojected_image():
    ms, truth, pan = displaced([(0.5, -1)] * 3)
    fused = 1.1 * truth
    low = reproject(fused, 4, GAINS, [[0.5, -1.0]] * 3)
    assert r_q2n(fused, ms, pan, 4, GAINS, block=16) == q2n(low, ms, 16)
    assert r_ergas(fused, ms, pan, 4, GAINS) == ergas(low, ms, 4)
    assert r_sam(fused, ms, pan, 4, GAINS) == sam(low, ms)


def test_reprojection_by_whole_ms_pixels_moves_whole_pixels():
    image = waves([(0, 0)] * 3, 48)
    moved = reproject(image, 4, GAINS, [[4.0, -8.0]] * 3)
    still = degrade(image, 4, GAINS)
    inside = (slice(None), slice(3, -4), slice(4, -3))
    assert moved[inside] == pytest.approx(still[:, 4:-3, 2:-5], abs=0.05)


def test_indices_refuse_what_does_not_fit():
    ms, truth, pan = displaced([(0, 0)] * 3, size=48)
    with pytest.raises(ValueError, match="do not fit"):
        estimate_offsets(ms, pan[1:], 4, GAINS)
    with pytest.raises(ValueError, match="do not fit"):
        r_q2n(truth[:2], ms, pan, 4, GAINS)
    with pytest.raises(ValueError, match="one gain or 3"):
        r_sam(truth, ms, pan, 4, [0.3, 0.3])
    with pytest.raises(ValueError, match="no inside"):
        estimate_offsets(ms, pan, 4, GAINS, reach=48)
    with pytest.raises(ValueError, match="reach"):
        estimate_offsets(ms, pan, 4, GAINS, reach=-1)
    with pytest.raises(ValueError, match="broadcast"):
        r_ergas(truth, ms, pan, 4, GAINS, offsets=np.zeros((2, 2)))
