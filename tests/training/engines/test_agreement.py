"""Engines agree on real scenes, and what tells so is right."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from training.engines.agreement import SCENES, Sample, bits_of, compare, samples
from training.engines.cases import Case, cases_here, opened

DATA = Path(__file__).resolve().parents[3].parent / "shared" / "data"
REFERENCE = Case("builtin", "cpu", "full")


def sample(scale: float, largest: int) -> Sample:
    empty = np.zeros((1, 1, 1), np.float32)
    return Sample("made up", Path("a.onnx"), empty, empty, scale, largest)


def test_pixels_are_compared_as_they_are_written() -> None:
    expected = np.array([0.1, 0.2, 0.3, 3.0], np.float32)
    found = np.array([0.1, 0.204, 0.325, 4.0], np.float32)
    how = compare(sample(100, 255), found, expected)
    # 10, 20, 30 and 255 against 10, 20, 32 (rounded half to even) and 255
    assert (how.within_1, how.largest) == (0.75, 2)


def test_differences_before_rounding_are_told_in_2047ths_of_the_range() -> None:
    expected = np.zeros(1000, np.float32)
    found = np.full(1000, 0.001, np.float32)
    assert compare(sample(2047, 2047), found, expected).of_2047 == pytest.approx(2.047)
    assert compare(sample(255, 255), found, expected).of_2047 == pytest.approx(2.047)
    assert compare(sample(1000, 2047), found, expected).of_2047 == pytest.approx(1)


def test_the_range_is_that_of_the_bits_in_use() -> None:
    assert [bits_of(np.array([0, top])) for top in (3, 255, 256, 1355, 2047, 2048)] == [
        255,
        255,
        511,
        2047,
        2047,
        4095,
    ]


@pytest.mark.skipif(not DATA.is_dir(), reason="the real scenes (../shared/data) are not here")
@pytest.mark.parametrize("scene", SCENES)
def test_engines_agree_with_the_builtin_one_on_a_real_scene(scene: str) -> None:
    for one in samples(DATA, [scene], core=96):
        with REFERENCE.open(one.model_file) as engine:
            expected = engine.run(one.pan, one.ms)
        others = [case for case in cases_here() if case != REFERENCE]
        for case, engine in opened(others, one.model_file, 0):
            with engine:
                how = compare(one, engine.run(one.pan, one.ms), expected)
            if case.precision == "full":
                assert how.within_1 >= 0.999, case
                assert how.largest <= 2, case
            else:
                assert how.of_2047 <= 2, case
