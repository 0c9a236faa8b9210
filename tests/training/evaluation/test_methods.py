"""The rows of the tables: what they are and which models take part."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from qgis_pansharp.backend.classical import interpolate
from qgis_pansharp.backend.models import Model, ModelCard, bundled_models
from training.evaluation.methods import (
    CLASSICAL,
    EXP,
    by_model,
    fits,
    models_for,
    names_of,
    rows_for,
)
from training.evaluation.samples import Sample
from training.evaluation.suites import SUITES

from .conftest import ROLES


def card(name: str, bands: tuple[str, ...] = ROLES, ratio: int = 4) -> ModelCard:
    return ModelCard(name, "1", "cf2n", "", bands, ratio, "moments", 0, 4, 1.0, "", "", "", "")


def model(name: str, bands: tuple[str, ...] = ROLES, ratio: int = 4) -> Model:
    return Model(Path(f"{name}.onnx"), card(name, bands, ratio))


@pytest.mark.parametrize("name", [name for name in CLASSICAL if name != EXP])
def test_classical_methods_come_nearer_to_the_truth_than_interpolation(
    name: str, reduced: Sample
) -> None:
    assert reduced.truth is not None
    fused = CLASSICAL[name](reduced)
    assert fused.shape == reduced.truth.shape
    plain = interpolate(reduced.ms, 4)
    assert np.square(fused - reduced.truth).mean() < np.square(plain - reduced.truth).mean()


def test_exp_is_cubic_interpolation_where_pixels_are_areas(full: Sample) -> None:
    assert np.array_equal(CLASSICAL[EXP](full), interpolate(full.ms, 4))


def test_a_model_fits_its_own_bands_in_any_order_and_its_own_ratio() -> None:
    suite = SUITES["4band"]
    assert fits(card("a"), suite)
    assert fits(card("a", ROLES[::-1]), suite)
    assert not fits(card("a", ROLES[:3]), suite)
    assert not fits(card("a", ratio=2), suite)


def test_given_models_need_the_ratio_only() -> None:
    bundled = [model("four"), model("three", ROLES[:3]), model("two", ratio=2)]
    given = [model("given three", ROLES[:3]), model("given two", ratio=2)]
    found = models_for(SUITES["4band"], bundled, given)
    assert [m.card.id for m in found] == ["four", "given three"]


def test_rows_are_classical_methods_then_models() -> None:
    rows = rows_for([model("mine")])
    assert list(rows) == [*CLASSICAL, "mine"]
    assert list(rows_for([model("mine")], wanted=("mine", "GSA"))) == [EXP, "GSA", "mine"]
    assert list(rows_for([model("mine"), model("mine")])) == [*CLASSICAL, "mine"]


def test_a_second_model_of_one_id_is_called_after_its_file() -> None:
    other = replace(model("mine"), path=Path("other.onnx"))
    assert names_of([model("mine"), other, other]) == ["mine", "other", "other"]
    assert list(rows_for([model("mine"), other])) == [*CLASSICAL, "mine", "other"]


def test_rows_refuse_unknown_names_and_one_name_for_two_files() -> None:
    with pytest.raises(ValueError, match="PCA"):
        rows_for([], wanted=("PCA",))
    others = [replace(model("mine"), path=Path(folder) / "other.onnx") for folder in "ab"]
    with pytest.raises(ValueError, match=r"a/other\.onnx"):
        rows_for([model("mine"), *others])


def test_models_run_as_the_product_runs_them(reduced: Sample) -> None:
    bundled = next(m for m in bundled_models() if fits(m.card, SUITES["4band"]))
    run = by_model(bundled, "builtin")
    part = reduced.crop(4, 4, 12, 12)
    fused = run(part)
    assert fused.shape == (4, 48, 48)
    # bands are known by their names, not by their places
    turned = replace(part, roles=part.roles[::-1], ms=part.ms[::-1])
    assert np.allclose(run(turned)[::-1], fused, atol=0.5)
