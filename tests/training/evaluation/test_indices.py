"""Indices go the right way: the truth is best, interpolation lacks detail, grey lacks colour."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from qgis_pansharp.backend.classical import interpolate
from qgis_pansharp.backend.mtf import degrade
from training.evaluation.alignment import move_whole
from training.evaluation.indices import (
    BETTER_IF_MORE,
    FULL,
    REDUCED,
    figures,
    least_side,
    offsets,
    reduced_figures,
)
from training.evaluation.samples import Sample

from .conftest import GAINS, ROLES, land


def test_the_truth_gets_perfect_figures_and_interpolation_worse_ones(reduced: Sample) -> None:
    assert reduced.truth is not None
    found = figures({"truth": reduced.truth, "EXP": interpolate(reduced.ms, 4)}, reduced)
    assert list(found["truth"]) == list(REDUCED)
    ideal = {"ERGAS": 0, "SAM": 0, "Q2n": 1, "SCC": 1, "PSNR": np.inf, "SSIM": 1}
    assert found["truth"] == {name: pytest.approx(value, abs=1e-5) for name, value in ideal.items()}
    for name, value in found["EXP"].items():
        perfect = found["truth"][name]
        assert value < perfect if BETTER_IF_MORE[name] else value > perfect


def test_without_reference_colours_and_detail_are_told_apart(full: Sample) -> None:
    plain = interpolate(full.ms, 4)
    grey = np.stack([full.pan] * 4)
    found = figures({"EXP": plain, "grey": grey}, full)
    assert list(found["EXP"]) == list(FULL)
    for colours in ("D_lambda_R", "D_lambda_K"):
        assert found["EXP"][colours] < found["grey"][colours]
    for detail in ("D_rho", "D_S_R"):
        assert found["grey"][detail] == pytest.approx(0, abs=1e-3)
        assert found["EXP"][detail] > 0.1
    for row in found.values():
        assert row["HQNR"] == pytest.approx((1 - row["D_lambda_K"]) * (1 - row["D_S"]))


def test_colours_moved_onto_pan_are_wrong_for_khan_only(reduced: Sample) -> None:
    assert reduced.truth is not None
    # PAN lies 1 MS pixel lower than MS; the result is right, but lies where PAN does
    crooked = replace(
        reduced,
        truth=None,
        resolution="full",
        pan=move_whole(reduced.pan[None], 4, 0)[0],
        shift=(1.0, 0.0),
    )
    result = move_whole(reduced.truth, 4, 0)
    assert np.allclose(offsets(crooked), (4.0, 0.0), atol=0.5)
    found = figures({"result": result}, crooked)["result"]
    assert found["D_lambda_R"] < 0.25 * found["D_lambda_K"]


def test_the_unit_changes_no_index_of_reflectances(reduced: Sample) -> None:
    assert reduced.truth is not None
    plain = interpolate(reduced.ms, 4)
    small = replace(
        reduced,
        pan=reduced.pan / 2000,
        ms=reduced.ms / 2000,
        truth=reduced.truth / 2000,
        peak=reduced.peak / 2000,
        unit=2000.0,
    )
    expected = reduced_figures(plain, reduced)
    assert reduced_figures(plain / 2000, small) == {
        name: pytest.approx(value, rel=1e-3) for name, value in expected.items()
    }


@pytest.mark.parametrize("ratio", [2, 4])
@pytest.mark.parametrize("shift", [0.0, 1.5])
@pytest.mark.parametrize("resolution", ["reduced", "full"])
def test_the_least_side_has_all_indices(ratio: int, shift: float, resolution: str) -> None:
    truth = land(40 * ratio)
    whole = Sample(
        scene="made up",
        resolution=resolution,
        roles=ROLES,
        ratio=ratio,
        gains=GAINS,
        shift=(shift, 0.0),
        peak=2047.0,
        unit=1.0,
        pan=truth.mean(axis=0),
        ms=degrade(truth, ratio, GAINS),
        truth=truth if resolution == "reduced" else None,
    )
    side = least_side(whole)
    sample = whole.middle(side)
    found = figures({"EXP": interpolate(sample.ms, ratio)}, sample)["EXP"]
    assert np.isfinite(list(found.values())).all()
    if resolution == "full":
        with pytest.raises(ValueError, match=r"no inside|no block"):
            smaller = whole.middle(side - 1)
            figures({"EXP": interpolate(smaller.ms, ratio)}, smaller)
