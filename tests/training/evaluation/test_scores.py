"""What many scenes say together: means, shares of scenes won, worst scenes."""

from __future__ import annotations

import numpy as np
import pytest

from qgis_pansharp.backend.errors import GeometryError
from training.evaluation.methods import EXP, STANDARD
from training.evaluation.samples import Array, Sample
from training.evaluation.scores import (
    RELATIVE,
    SCENES,
    Row,
    means,
    score,
    shares_best,
    worst_against,
)

ROWS = [
    Row("reduced", "a", EXP, {"ERGAS": 4.0, "Q2n": 0.5}),
    Row("reduced", "a", STANDARD, {"ERGAS": 2.5, "Q2n": 0.7}),
    Row("reduced", "a", "model", {"ERGAS": 2.0, "Q2n": 0.7}),
    Row("reduced", "b", EXP, {"ERGAS": 10.0, "Q2n": 0.5}),
    Row("reduced", "b", STANDARD, {"ERGAS": 16.0, "Q2n": 0.4}),
    Row("reduced", "b", "model", {"ERGAS": 20.0, "Q2n": 0.3}),
    Row("full", "a", EXP, {"D_rho": 0.9}),
    Row("full", "a", "model", {"D_rho": 0.1}),
]


def test_means_are_over_scenes_by_resolution_and_method() -> None:
    summary = means(ROWS)
    assert set(summary) == {(r.resolution, r.method) for r in ROWS}
    assert summary["reduced", "model"]["ERGAS"] == pytest.approx(11)
    assert summary["reduced", "model"][SCENES] == 2
    assert summary["full", "model"] == {"D_rho": pytest.approx(0.1), SCENES: 1}


def test_ergas_relative_to_interpolation_is_a_geometric_mean() -> None:
    # half as large in one scene and twice as large in the other
    assert means(ROWS)["reduced", "model"][RELATIVE] == pytest.approx(1)
    assert means(ROWS)["reduced", EXP][RELATIVE] == pytest.approx(1)
    assert RELATIVE not in means(ROWS)["full", "model"]


def test_shares_know_which_way_an_index_is_better_and_count_ties_for_all() -> None:
    shares = shares_best(ROWS)
    assert shares["reduced", "model"] == {"ERGAS": 0.5, "Q2n": 0.5}
    assert shares["reduced", STANDARD] == {"ERGAS": 0.0, "Q2n": 0.5}
    assert shares["reduced", EXP] == {"ERGAS": 0.5, "Q2n": 0.5}
    assert shares["full", "model"] == {"D_rho": 1.0}


def test_the_worst_scene_is_that_of_the_largest_ratio_not_of_the_largest_error() -> None:
    worst = worst_against(ROWS)
    assert worst["model"] == (pytest.approx(1.25), "b")
    assert worst[EXP] == (pytest.approx(1.6), "a")
    assert STANDARD not in worst
    assert worst_against([row for row in ROWS if row.method != STANDARD]) == {}


def test_every_method_is_run_on_every_sample_and_shown(reduced: Sample, full: Sample) -> None:
    shown: list[tuple[str, list[str]]] = []

    def draw(sample: Sample, fused: dict[str, Array]) -> None:
        shown.append((sample.resolution, list(fused)))

    def grey(sample: Sample) -> Array:
        return np.stack([sample.pan] * 4)

    rows = score([reduced, full], {"grey": grey, "white": lambda s: grey(s) + 1}, draw)
    assert [(r.resolution, r.method) for r in rows] == [
        (resolution, method) for resolution in ("reduced", "full") for method in ("grey", "white")
    ]
    assert shown == [("reduced", ["grey", "white"]), ("full", ["grey", "white"])]


def test_an_error_names_the_scene(reduced: Sample) -> None:
    def broken(_: Sample) -> Array:
        raise GeometryError("PAN and MS do not overlap.")

    with pytest.raises(ValueError, match="scene made up at reduced resolution: PAN and MS do not"):
        score([reduced], {"broken": broken})
