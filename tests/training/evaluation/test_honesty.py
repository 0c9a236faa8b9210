"""Methods that make something up are found out; honest ones are not accused."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from qgis_pansharp.backend.classical import brovey, interpolate
from qgis_pansharp.backend.mtf import degrade
from training.evaluation.honesty import (
    LARGEST_BIAS,
    LEAST_SIDE,
    Finding,
    examine,
    mean_findings,
    with_flat_area,
    with_highlight,
    with_saturated_pan,
)
from training.evaluation.methods import CLASSICAL, EXP
from training.evaluation.samples import Array, Sample

from .conftest import GAINS, land


@pytest.fixture(scope="module")
def large(full: Sample) -> Sample:
    truth = land(4 * LEAST_SIDE)
    return replace(full, pan=truth.mean(axis=0), ms=degrade(truth, 4, GAINS))


def plain(sample: Sample) -> Array:
    return interpolate(sample.ms, sample.ratio)


def sharp(sample: Sample) -> Array:
    return brovey(sample.pan, plain(sample))


def noisy(sample: Sample) -> Array:
    level = sample.ms.mean()
    return sharp(sample) + 0.05 * level * np.random.default_rng(0).standard_normal(
        (4, *sample.pan.shape)
    )


def dull(sample: Sample) -> Array:
    return np.minimum(sharp(sample), 0.8 * sample.peak)


def tinted(sample: Sample) -> Array:
    return sharp(sample) * np.array([1, 1, 1.05, 1])[:, None, None]


def test_each_question_finds_its_culprit(large: Sample) -> None:
    methods = {"EXP": plain, "sharp": sharp, "noisy": noisy, "dull": dull, "tinted": tinted}
    methods["moved"] = lambda sample: np.roll(plain(sample), 8, axis=2)
    found = {f.method: f.figures for f in examine([large], methods)}
    assert found["EXP"]["noise gain"] < 0.8  # it leaves PAN's noise out
    assert found["sharp"]["noise gain"] == pytest.approx(1, abs=0.25)
    assert found["noisy"]["noise gain"] > 3
    assert found["sharp"]["strong noise gain"] == pytest.approx(1, abs=0.25)
    # 5 % of its own count for less where the inputs have 4 %
    assert 1.2 < found["noisy"]["strong noise gain"] < 0.6 * found["noisy"]["noise gain"]
    assert found["sharp"]["highlight level %"] == pytest.approx(100, abs=0.01)
    assert found["sharp"]["highlight error %"] < 0.01
    assert found["dull"]["highlight level %"] == pytest.approx(80, abs=0.01)
    assert found["dull"]["highlight error %"] == pytest.approx(20, abs=0.01)
    # a method that takes brightness from PAN takes that of saturated PAN
    assert found["sharp"]["bias where PAN saturates %"] > 20
    assert found["EXP"]["bias where PAN saturates %"] < 0.5
    assert (
        found["EXP"]["error where PAN saturates %"] < found["moved"]["error where PAN saturates %"]
    )
    red = found["tinted"]["bias red %"] - found["sharp"]["bias red %"]
    assert red == pytest.approx(5, abs=0.2)
    assert found["tinted"]["bias blue %"] == pytest.approx(found["sharp"]["bias blue %"])
    assert found["EXP"][LARGEST_BIAS] < 0.5


def test_classical_methods_keep_highlights_and_make_little_noise(large: Sample) -> None:
    for finding in examine([large], CLASSICAL):
        assert finding.figures["noise gain"] < 1.6
        if finding.method in (EXP, "Brovey", "MTF-GLP-FS"):
            assert finding.figures["highlight level %"] == pytest.approx(100, abs=2)


def test_only_what_is_asked_about_is_changed(large: Sample) -> None:
    for changed in (with_flat_area(large), with_highlight(large)):
        assert np.array_equal(changed.ms[:, :8], large.ms[:, :8])
        assert np.array_equal(changed.pan[:32], large.pan[:32])
        assert not np.array_equal(changed.ms, large.ms)
        assert not np.array_equal(changed.pan, large.pan)


def test_pan_alone_is_saturated(large: Sample) -> None:
    changed = with_saturated_pan(large)
    assert np.array_equal(changed.ms, large.ms)
    inside = changed.pan == large.peak
    assert inside.sum() == (32 * large.ratio) ** 2
    assert np.array_equal(changed.pan[~inside], large.pan[~inside])


def test_reduced_and_small_samples_are_left_out(large: Sample) -> None:
    small = large.middle(LEAST_SIDE - 1)
    reduced = replace(large, truth=np.zeros((4, *large.pan.shape)))
    assert examine([small, reduced], {"EXP": plain}) == []


def test_biases_of_two_scenes_do_not_cancel() -> None:
    findings = [
        Finding("a", "m", {"bias red %": 2.0, "noise gain": 1.0}),
        Finding("b", "m", {"bias red %": -2.0, "noise gain": 2.0}),
    ]
    assert mean_findings(findings) == {"m": {"bias red %": 2.0, "noise gain": 1.5}}
