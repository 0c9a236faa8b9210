"""The bundled weights beat plain interpolation clearly on scenes that they never saw."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from qgis_pansharp.backend.engines import create_engine
from qgis_pansharp.backend.models import Model, bundled_models
from qgis_pansharp.backend.pixels import block_means
from training.evaluation.indices import figures
from training.evaluation.methods import CLASSICAL, EXP, by_model
from training.evaluation.samples import full_sample, reduced_sample
from training.scenes import MANIFEST, TrainingScene, load_manifest

ROOT = Path(__file__).resolve().parents[2]
DATA = ROOT.parent / "shared" / "data"

with_scenes = pytest.mark.skipif(
    not DATA.is_dir(), reason="the real scenes (../shared/data) are not here"
)


def scene(name: str) -> TrainingScene:
    found = next(s for s in load_manifest(MANIFEST, DATA) if s.name == name)
    assert found.role == "validation"
    return found


def bundled(name: str) -> Model:
    return next(m for m in bundled_models() if m.card.id == name)


@with_scenes
def test_cf2n_at_reduced_resolution() -> None:
    model = bundled("cf2n-4band")
    ratios = []
    for name in ("gf2_rr_chip_4", "qb_toulouse", "wv4_rr_mexicocity_nat"):
        sample = reduced_sample(scene(name), model.card.bands)
        fused = {
            "model": by_model(model, "onnxruntime")(sample),
            "plain": CLASSICAL[EXP](sample),
        }
        found = figures(fused, sample)
        ratios.append(found["model"]["ERGAS"] / found["plain"]["ERGAS"])
    assert np.exp(np.mean(np.log(ratios))) <= 0.75


@with_scenes
def test_sipsanet_at_full_resolution() -> None:
    model = bundled("sipsanet-4band")
    for name in ("gf2_chip_3", "pleiades_ventoux"):
        sample = full_sample(scene(name), model.card.bands)
        fused = {
            "model": by_model(model, "onnxruntime")(sample),
            "plain": CLASSICAL[EXP](sample),
        }
        found = figures(fused, sample)
        assert found["model"]["D_rho"] <= found["plain"]["D_rho"] / 4
        assert found["model"]["D_lambda_K"] <= 0.06


@pytest.mark.parametrize("engine", ["builtin", "onnxruntime"])
@pytest.mark.parametrize("level", [0.0, 0.5, 1.0])
@pytest.mark.parametrize("model", bundled_models(), ids=lambda model: model.card.id)
def test_ground_without_any_contrast_stays_as_it_is(
    model: Model, level: float, engine: str
) -> None:
    """Nothing divides by a variance of nought, whatever the exporter made of small constants."""
    card = model.card
    side = 2 * card.halo + 4 * card.alignment
    small = side // card.ratio
    pan = np.full((1, side, side), level, np.float32)
    ms = np.full((len(card.bands), small, small), level, np.float32)
    with create_engine(engine, model.path) as opened:
        assert np.abs(opened.run(pan, ms) - level).max() < 1e-3


@pytest.mark.parametrize("model", bundled_models(), ids=lambda model: model.card.id)
def test_where_pan_has_no_contrast_ms_keeps_its_colours(model: Model) -> None:
    """As on clouds that saturate PAN and not MS: nothing there tells where colours belong."""
    card = model.card
    margin = card.halo // card.ratio
    side = 2 * margin + 6 * card.alignment
    random = np.random.default_rng(4)
    rough = random.uniform(0.2, 1, (len(card.bands), side + 2, side + 2))
    ms = sum(rough[:, y : y + side, x : x + side] for y in range(3) for x in range(3)) / 9
    pan = np.full((1, side * card.ratio, side * card.ratio), 1.2, np.float32)
    with create_engine("onnxruntime", model.path) as opened:
        fused = opened.run(pan, ms.astype(np.float32))
    seen = np.stack([block_means(band, card.ratio) for band in fused])
    there = ms[:, margin:-margin, margin:-margin]
    assert np.abs(seen.mean(axis=(1, 2)) - there.mean(axis=(1, 2))).max() < 0.005
    spread = there.std(axis=(1, 2))
    assert ((seen - there).std(axis=(1, 2)) / spread).max() < 0.5


@pytest.mark.parametrize("model", bundled_models(), ids=lambda model: model.card.id)
def test_cards_hold_the_figures_of_the_validation_scenes(model: Model) -> None:
    assert any("validation scenes" in name for name in model.card.figures)


def test_both_networks_come_for_every_kind_of_scene_in_less_than_15_mb() -> None:
    models = bundled_models()
    kinds = {(m.card.network, m.card.bands, m.card.ratio) for m in models}
    visible = ("blue", "green", "red")
    expected = {
        (network, bands, ratio)
        for network in ("cf2n", "sipsanet")
        for bands, ratio in (
            (visible, 4),
            ((*visible, "nir"), 4),
            (("coastal", "blue", "green", "yellow", "red", "red-edge", "nir", "nir2"), 4),
            (("coastal", *visible, "nir", "swir1", "swir2"), 2),
        )
    }
    assert kinds == expected
    assert sum(m.path.stat().st_size for m in models) < 15e6
    for model in models:
        assert model.card.registers == (model.card.network == "cf2n")
