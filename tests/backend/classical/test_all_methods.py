"""What holds for every method that takes a pair of PAN and MS."""

from __future__ import annotations

import warnings

import numpy as np
import pytest

from qgis_pansharp.backend.classical import bt_h, gsa, interpolate, mtf_glp_fs, mtf_glp_hpm
from qgis_pansharp.backend.quality.reference import ergas

from .scenes import scene

METHODS = [gsa, bt_h, mtf_glp_fs, mtf_glp_hpm]
WITH_GAINS = [bt_h, mtf_glp_fs, mtf_glp_hpm]


@pytest.mark.parametrize("method", METHODS)
@pytest.mark.parametrize("ratio", [2, 3, 4])
def test_sharpening_comes_closer_to_the_truth_than_interpolation(method, ratio):
    pan, ms, truth = scene(ratio)
    sharp, plain = method(pan, ms, ratio), interpolate(ms, ratio)
    assert sharp.shape == truth.shape
    assert ergas(sharp, truth, ratio) < 0.9 * ergas(plain, truth, ratio)


@pytest.mark.parametrize("method", METHODS)
def test_a_pair_that_is_moved_is_sharpened_alike(method):
    """Turning the scene by half a turn turns the result: no method has a phase."""
    pan, ms, _ = scene(4)
    turned = method(pan[::-1, ::-1], ms[:, ::-1, ::-1], 4)
    assert turned[:, ::-1, ::-1] == pytest.approx(method(pan, ms, 4), abs=1e-8)


@pytest.mark.parametrize("method", METHODS)
def test_whole_numbers_become_doubles_and_float32_stays(method):
    pan, ms, _ = scene(4)
    whole = method(np.rint(pan).astype(np.uint16), np.rint(ms).astype(np.uint16), 4)
    double = method(np.rint(pan), np.rint(ms), 4)
    single = method(pan.astype(np.float32), ms.astype(np.float32), 4)
    assert whole.dtype == np.float64
    assert np.array_equal(whole, double)
    assert single.dtype == np.float32
    assert single == pytest.approx(method(pan, ms, 4), rel=1e-3, abs=0.1)
    assert method(pan, ms.astype(np.float32), 4).dtype == np.float64


@pytest.mark.parametrize("method", METHODS)
@pytest.mark.parametrize("kind", [np.float32, np.float64])
@pytest.mark.parametrize("ratio", [2, 3, 4])
@pytest.mark.parametrize("level", [0.0, 0.1, 1000.0])
def test_flat_images_stay_flat(method, kind, ratio, level):
    pan, ms, _ = (image.astype(kind) for image in scene(ratio))
    flat_pan, flat_ms = np.full_like(pan, level), np.full_like(ms, level)
    tolerance = 1e-4 if kind == np.float32 else 1e-10
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        both = method(flat_pan, flat_ms, ratio)
        only_ms = method(pan, flat_ms, ratio)
        only_pan = method(flat_pan, ms, ratio)
    assert both == pytest.approx(np.full_like(both, level), rel=tolerance)
    assert only_ms == pytest.approx(np.full_like(both, level), rel=tolerance)
    assert np.isfinite(only_pan).all()


@pytest.mark.parametrize("method", [mtf_glp_fs, mtf_glp_hpm])
@pytest.mark.parametrize("kind", [np.float32, np.float64])
def test_pan_without_a_low_pass_injects_nothing(method, kind):
    """A flat PAN, and one whose detail leaves no trace at MS's size, say nothing about bands."""
    ms = scene(4).ms.astype(kind)
    flat = np.full((48, 60), 0.1, dtype=kind)
    board = 100 + 50 * (-1) ** np.add(*np.indices((48, 60))).astype(kind)
    up = interpolate(ms, 4)
    assert method(flat, ms, 4) == pytest.approx(up, rel=1e-4)
    assert method(board.astype(kind), ms, 4) == pytest.approx(up, rel=1e-4)


@pytest.mark.parametrize("method", METHODS)
def test_an_empty_band_and_an_empty_half_do_no_harm(method):
    pan, ms, _ = scene(4)
    ms[1] = 0.0
    pan[:, :20], ms[:, :, :5] = 0.0, 0.0
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        result = method(pan, ms, 4)
    assert np.isfinite(result).all()
    assert np.array_equal(result[1], np.zeros_like(pan))


@pytest.mark.parametrize("method", METHODS)
def test_inputs_stay_as_they_are(method):
    pan, ms, _ = scene(4)
    before = pan.copy(), ms.copy()
    method(pan, ms, 4)
    assert np.array_equal(pan, before[0])
    assert np.array_equal(ms, before[1])


@pytest.mark.parametrize("method", METHODS)
def test_methods_refuse_what_does_not_fit(method):
    pan, ms, _ = scene(4)
    for wrong in ((pan[1:], ms, 4), (pan, ms[0], 4), (pan, ms, 2), (pan, ms, 0)):
        with pytest.raises(ValueError, match="do not fit"):
            method(*wrong)


@pytest.mark.parametrize("method", WITH_GAINS)
def test_methods_refuse_gains_that_do_not_fit(method):
    pan, ms, _ = scene(4)
    with pytest.raises(ValueError, match="one gain or 3"):
        method(pan, ms, 4, [0.3, 0.3])
    with pytest.raises(ValueError, match="Nyquist gain"):
        method(pan, ms, 4, 1.5)
