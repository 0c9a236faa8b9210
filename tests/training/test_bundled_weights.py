"""The bundled weights beat plain interpolation clearly on scenes that they never saw."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from qgis_pansharp.backend.classical import interpolate
from qgis_pansharp.backend.models import Model, bundled_models
from training.evaluate import INTERPOLATION, by_model, full_figures, reduced_figures
from training.scenes import RATIO, TrainingScene, load_manifest

ROOT = Path(__file__).resolve().parents[2]
DATA = ROOT.parent / "shared" / "data"
MANIFEST = ROOT / "training" / "scenes-4band.yaml"

with_scenes = pytest.mark.skipif(
    not DATA.is_dir(), reason="the real scenes (../shared/data) are not here"
)


def scene(name: str) -> TrainingScene:
    found = next(s for s in load_manifest(MANIFEST, DATA) if s.name == name)
    assert found.role == "validation"
    return found


def bundled(network: str) -> Model:
    return next(m for m in bundled_models() if m.card.network == network)


@with_scenes
def test_cf2n_at_reduced_resolution() -> None:
    ratios = []
    for name in ("gf2_rr_chip_4", "qb_toulouse", "wv4_rr_mexicocity_nat"):
        place = scene(name)
        pan, ms, truth = place.read_reduced()
        fused = by_model(bundled("cf2n"), "onnxruntime")(pan, ms, place.bands)
        plain = reduced_figures(interpolate(ms, RATIO), truth)["ERGAS"]
        ratios.append(reduced_figures(fused, truth)["ERGAS"] / plain)
    assert np.exp(np.mean(np.log(ratios))) <= 0.75


@with_scenes
def test_sipsanet_at_full_resolution() -> None:
    run = by_model(bundled("sipsanet"), "onnxruntime")
    for name in ("gf2_chip_3", "pleiades_ventoux"):
        place = scene(name)
        pan, ms = place.read()
        fused = full_figures(run(pan, ms, place.bands), pan, ms, place)
        plain = full_figures(interpolate(ms, RATIO), pan, ms, place)
        assert fused["D_rho"] <= plain["D_rho"] / 4
        assert fused["D_lambda_K"] <= 0.06


@pytest.mark.parametrize("network", ["sipsanet", "cf2n"])
def test_cards_hold_the_figures_of_the_validation_scenes(network: str) -> None:
    card = bundled(network).card
    assert any("validation scenes" in name for name in card.figures)
    assert INTERPOLATION not in card.figures
