"""A training step weighs its losses, reaches the weights that it should, and follows its rate."""

from __future__ import annotations

from typing import Any

import pytest
import torch
from torch import Tensor

from qgis_pansharp.backend.networks import Cf2n
from training.losses import (
    authors_shift_loss,
    edge_magnitude_loss,
    local_correlation_loss,
    relative_loss,
)
from training.modules import Batch, Cf2nTraining, SharpeningModule, SipsaNetTraining
from training.samples import HIDDEN

AUTHORS_TERMS = {"edges", "colours", "aligned_edges", "aligned_colours"}
FULL_TERMS = AUTHORS_TERMS | {"straight_colours"}


def batch(truth: bool = False, bands: int = 4, ratio: int = 4, side: int = 8) -> Batch:
    """Two crops of noise."""
    torch.manual_seed(1)
    fine = ratio * side
    images = {
        "pan": torch.rand(2, 1, fine, fine),
        "ms": torch.rand(2, bands, side, side),
        "displacement": torch.randint(-2, 3, (2, 2, side, side)).float(),
        "level": 0.5 + torch.rand(2, bands),
        "plain": torch.tensor([0.2, 0.3]),
        "gains": torch.full((2, bands), 0.3),
        "crooked": torch.tensor([0.0, 1.0]),
        "aligned": torch.rand(2, bands, side, side),
    }
    if truth:
        images["truth"] = torch.rand(2, bands, fine, fine)
    return images


class Logged:
    """Modules log into a dictionary; there is no trainer in these tests."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.figures: dict[str, float] = {}

        def log(_: Any, name: str, value: Tensor, **options: Any) -> None:
            self.figures[name] = float(value.detach())

        def log_dict(_: Any, values: dict[str, Tensor], **options: Any) -> None:
            for name, value in values.items():
                self.figures[name] = float(value.detach())

        monkeypatch.setattr(SharpeningModule, "log", log)
        monkeypatch.setattr(SharpeningModule, "log_dict", log_dict)


@pytest.fixture
def logged(monkeypatch: pytest.MonkeyPatch) -> Logged:
    return Logged(monkeypatch)


def sipsanet(**options: Any) -> SipsaNetTraining:
    torch.manual_seed(0)
    return SipsaNetTraining(**options)


def cf2n(**options: Any) -> Cf2nTraining:
    torch.manual_seed(0)
    module = Cf2nTraining(**{"channels": 16, "fusions": 1, "injections": 1, **options})
    with torch.no_grad():  # else it starts as plain interpolation
        for parameter in module.network.parameters():
            parameter.add_(0.03 * torch.randn(parameter.shape))
    return module


def idle(module: SharpeningModule, loss: Tensor) -> list[str]:
    """Names of the weights that a loss does not reach."""
    torch.autograd.backward(loss)
    return [n for n, p in module.named_parameters() if p.grad is None or not p.grad.any()]


def test_a_step_at_full_resolution_weighs_its_losses_and_reaches_every_weight(
    logged: Logged,
) -> None:
    module = sipsanet(price=0.1, band_edge_weight=7, correlation_weight=3)
    total = module.training_step({"full": batch()}, 0)
    terms = {name.split("/")[1]: value for name, value in logged.figures.items()}
    assert set(terms) == FULL_TERMS | {"band_edges", "correlation", "loss"}
    expected = 40 * terms["edges"] + 20 * terms["colours"] + 7 * terms["band_edges"]
    expected += 10 * terms["aligned_edges"] + 5 * terms["aligned_colours"]
    expected += 3 * terms["correlation"]
    assert total.item() == terms["loss"] == pytest.approx(expected)
    assert idle(module, total) == []


def test_terms_of_no_weight_cost_no_time(logged: Logged) -> None:
    sipsanet().training_step({"full": batch()}, 0)
    assert set(logged.figures) == {f"train/{name}" for name in FULL_TERMS | {"loss"}}


def test_both_resolutions_add_up(logged: Logged) -> None:
    module = sipsanet(truth_weight=6, aligned_truth_weight=2, offset_weight=0.5)
    streams = {"full": batch(), "reduced": batch(truth=True)}
    both = module.training_step(streams, 0)
    apart = [module.training_step({name: b}, 0) for name, b in streams.items()]
    assert both.item() == pytest.approx(sum(part.item() for part in apart), rel=1e-5)
    with torch.no_grad():
        terms = module.losses_with_truth(streams["reduced"])
    assert set(terms) == {"truth", "aligned_truth", "aligned_offsets"}
    expected = 6 * terms["truth"] + 2 * terms["aligned_truth"] + 0.5 * terms["aligned_offsets"]
    assert apart[1].item() == pytest.approx(expected.item(), rel=1e-5)
    assert idle(module, both) == []


def test_the_truth_of_the_aligned_image_is_measured_where_the_network_works() -> None:
    """Normalised by the statistics of the displaced MS, with which the result is brought back."""
    module = sipsanet()
    reduced = batch(truth=True)
    with torch.no_grad():
        result = module.sipsanet.forward_all(reduced["pan"], reduced["ms"])
        normalised = module.sipsanet.normalisation(reduced["pan"], reduced["ms"])
        perfect = result.aligned_normalised * normalised.ms_deviation + normalised.ms_mean
        terms = module.losses_with_truth({**reduced, "aligned": perfect})
        truth = relative_loss(
            result.sharpened, reduced["truth"], reduced["level"], reduced["plain"]
        )
    assert terms["aligned_truth"] < 1e-5
    assert torch.allclose(terms["truth"], truth)


def test_with_realigned_statistics_the_aligned_image_is_normalised_by_its_own() -> None:
    module = sipsanet(back_projection=0.3, realigned=True)
    reduced = batch(truth=True)
    normalise = module.sipsanet.normalisation
    with torch.no_grad():
        aligned = module.sipsanet.forward_all(reduced["pan"], reduced["ms"]).aligned_normalised
        mean, deviation = normalise.statistics(reduced["aligned"], normalise.ms_window)
        error = (aligned - (reduced["aligned"] - mean) / deviation).abs().mean()
        terms = module.losses_with_truth(reduced)
    assert terms["aligned_truth"].item() == pytest.approx(error.item(), rel=1e-5)


def test_frozen_parts_stay_as_they_are_and_all_else_is_trained(logged: Logged) -> None:
    module = sipsanet(
        truth_weight=6,
        back_projection=0.3,
        matching=True,
        realigned=True,
        frozen=("alignment", "matching"),
    )
    streams = {"full": batch(), "reduced": batch(truth=True)}
    parts = {name.split(".")[1] for name in idle(module, module.training_step(streams, 0))}
    assert parts == {"alignment", "matching"}
    with pytest.raises(AttributeError, match="nowhere"):
        sipsanet(frozen=("nowhere",))


def test_the_alignment_can_be_trained_alone(logged: Logged) -> None:
    module = sipsanet(alignment_only=True, offset_weight=2, aligned_truth_weight=3)
    streams = {"full": batch(), "reduced": batch(truth=True)}
    total = module.training_step(streams, 0)
    terms = dict(logged.figures)
    expected = 2 * terms["train/offsets"] + 2 * terms["train/aligned_offsets"]
    expected += 3 * terms["train/aligned_truth"]
    assert total.item() == pytest.approx(expected, rel=1e-5)
    # the same figures as those of a whole step
    with torch.no_grad():
        whole = module.losses_with_truth(streams["reduced"])
    for name in ("aligned_offsets", "aligned_truth"):
        assert terms[f"train/{name}"] == pytest.approx(whole[name].item(), rel=1e-4)
    parts = {name.split(".")[1] for name in idle(module, total)}
    assert parts == {"sharpening", "refinement", "output"}


FINISHED = {"back_projection": 0.3, "matching": True, "realigned": True, "coherent_detail": True}


@pytest.mark.parametrize("streams", ["full", "reduced", "full reduced"])
@pytest.mark.parametrize(
    "options",
    [
        {},
        FINISHED,
        {**FINISHED, "frozen": ("alignment", "matching")},
        {**FINISHED, "matching_only": True},
        {**FINISHED, "alignment_only": True},
        {"authors_losses": True},
    ],
    ids=["plain", "finished", "frozen", "matching_only", "alignment_only", "authors"],
)
def test_whatever_is_trained_gets_a_gradient(
    options: dict[str, Any], streams: str, logged: Logged
) -> None:
    """Weights of no gradient stop a run on several devices."""
    if streams == "full" and "alignment_only" in options:  # no truth of the aligned image
        options = {**options, "frozen": ("ms_features", "aligned")}
    module = sipsanet(**options)
    given = {name: batch(truth=name == "reduced") for name in streams.split()}
    torch.autograd.backward(module.training_step(given, 0))
    trained = {name for name, p in module.named_parameters() if p.requires_grad}
    assert trained
    assert trained == {name for name, p in module.named_parameters() if p.grad is not None}


MATCHED = {"matching": True, "matching_only": True, "back_projection": 0.3}


def test_matching_can_be_trained_alone(logged: Logged) -> None:
    module = sipsanet(**MATCHED, match_squares_weight=0.5)
    streams = {"full": batch(), "reduced": batch(truth=True)}
    total = module.training_step(streams, 0)
    terms = dict(logged.figures)
    assert terms.keys() == {
        f"train/{stream}/{name}" for stream in streams for name in ("match", "match_squares")
    }
    expected = sum(v * (0.5 if k.endswith("squares") else 1.0) for k, v in terms.items())
    assert total.item() == pytest.approx(expected, rel=1e-5)
    total.backward()
    for name, parameter in module.network.named_parameters():
        assert (parameter.grad is not None) == name.startswith("matching."), name
    with pytest.raises(ValueError, match="no matching"):
        sipsanet(matching_only=True)


def test_matching_is_told_the_displacement_by_cross_entropy() -> None:
    module = sipsanet(**MATCHED, match_offset_weight=1.0)
    crops = batch()
    crops["crooked"].zero_()
    with torch.no_grad():
        crops["displacement"].zero_()
        still = module.matching_losses(crops)["match_offsets"]
        # PAN of a raw pair lies a little off; MS at its own place is right all the same
        crops["displacement"].fill_(0.2)
        assert module.matching_losses(crops)["match_offsets"] == still
        with_truth = crops | {"truth": crops["pan"]}
        assert module.matching_losses(with_truth)["match_offsets"] != still
        crops["displacement"].fill_(2.0)
        assert module.matching_losses(crops)["match_offsets"] != still
    loss = module.matching_losses(crops)["match_offsets"]
    loss.backward()
    assert module.sipsanet.matching is not None
    assert module.sipsanet.matching.share.grad is not None
    assert module.sipsanet.matching.share.grad.abs().sum() > 0


def test_what_ms_does_not_show_is_told_no_displacement_but_has_a_colour() -> None:
    module = sipsanet(**MATCHED, match_offset_weight=1.0, moved_weight=3.0)
    crops = batch()
    crops["displacement"].zero_()
    crops["crooked"].zero_()
    with torch.no_grad():
        plain = module.matching_losses(crops)
        told = module.offset_loss(uniform_logits(crops), crops)
        crops["displacement"][..., :3] = HIDDEN
        hiding = module.matching_losses(crops)
        assert hiding["match"] > 0
        assert hiding["match"] != plain["match"]  # it weighs as what moved
        crops["displacement"].fill_(HIDDEN)
        nothing = module.matching_losses(crops)
        assert nothing["match"] > 0
        assert nothing["match_offsets"] == 0
        assert told > 0
        assert module.offset_loss(uniform_logits(crops), crops) == 0


def uniform_logits(crops: dict[str, torch.Tensor]) -> torch.Tensor:
    count, _, height, width = crops["displacement"].shape
    return torch.zeros(count, 81, height, width)


def test_matching_counts_what_is_told_and_what_is_still_the_more() -> None:
    module = sipsanet(**MATCHED, still_weight=10.0)
    crops = batch()
    crops["displacement"].zero_()
    crops["crooked"].zero_()
    with torch.no_grad():
        plain = sipsanet(**MATCHED).matching_losses(crops)["match"]
        module.load_state_dict(sipsanet(**MATCHED).state_dict())
        still = module.matching_losses(crops)["match"]
        assert still > 0
        crops["displacement"].fill_(2.0)
        moved = module.matching_losses(crops)["match"]
        crops["displacement"].fill_(6.0)  # beyond the map
        assert module.matching_losses(crops)["match"] == 0
        crops["displacement"].fill_(2.0)
        crops["crooked"].fill_(1.0)
        assert module.matching_losses(crops)["match"] == 0
        assert module.matching_losses(crops | {"truth": crops["pan"]})["match"] == moved
    assert still.item() == pytest.approx(10 * moved.item(), rel=1e-5)
    assert plain.item() == pytest.approx(moved.item(), rel=1e-5)


@pytest.mark.parametrize("alignment_only", [False, True])
def test_normalisation_keeps_full_precision_in_a_mixed_run(alignment_only: bool) -> None:
    """Differences of squares in half precision would be noise."""
    module = sipsanet(alignment_only=alignment_only, offset_weight=1)
    reduced = batch(truth=True)
    # little contrast at a high level
    reduced["ms"] = 0.8 + 0.01 * reduced["ms"]
    reduced["aligned"] = reduced["ms"].clone()
    losses = module.alignment_losses if alignment_only else module.losses_with_truth
    with torch.no_grad():
        plain = losses(reduced)["aligned_truth"]
        with torch.autocast("cpu", dtype=torch.bfloat16):
            mixed = losses(reduced)["aligned_truth"]
    assert mixed.item() == pytest.approx(plain.item(), rel=0.02)


def test_offsets_count_where_pan_has_contrast() -> None:
    module = sipsanet(offset_weight=1)
    half = batch(side=16)
    half["pan"][:, :, :, :32] = 0.5
    logits = torch.randn(2, 81, 16, 16)
    for columns, matters in ((slice(0, 3), False), (slice(12, 15), True)):
        changed = logits.clone()
        changed[:, :, :, columns] += torch.randn(2, 81, 16, 3)
        difference = module.offset_loss(changed, half) - module.offset_loss(logits, half)
        assert (difference.abs().item() > 1e-3) == matters


def test_the_authors_losses_are_taken_to_the_letter() -> None:
    module = sipsanet(bands=3, authors_losses=True)
    full = batch(bands=3)
    with torch.no_grad():
        terms = module.losses_without_truth(full)
        result = module.sipsanet.forward_all(full["pan"], full["ms"])
    assert set(terms) == AUTHORS_TERMS
    edges = edge_magnitude_loss(result.sharpened_normalised, result.pan_normalised, 3)
    assert torch.allclose(terms["edges"], edges)
    expanded = module.sipsanet.normalisation.expand_ms(result.ms_normalised)
    colours = authors_shift_loss(result.sharpened_normalised, expanded, 4, 4)
    assert torch.allclose(terms["colours"], colours)


@pytest.mark.parametrize(("bands", "ratio"), [(3, 4), (8, 4), (7, 2)])
def test_other_bands_and_ratios_train_as_well(bands: int, ratio: int, logged: Logged) -> None:
    streams = {"full": batch(False, bands, ratio), "reduced": batch(True, bands, ratio)}
    module: SharpeningModule = sipsanet(
        bands=bands, ratio=ratio, truth_weight=1, visible_bands=(1, 2)
    )
    assert torch.isfinite(module.training_step(streams, 0))
    module = cf2n(bands=bands, ratio=ratio)
    assert torch.isfinite(module.training_step(streams, 0))


def test_validation_logs_what_a_scene_allows(logged: Logged) -> None:
    module = sipsanet().eval()
    with torch.no_grad():
        module.validation_step(batch(), 0)
        names = set(logged.figures)
        assert {"validation/edges", "validation/correlation", "validation/offsets"} <= names
        assert "validation/truth" not in names
        full = batch()
        expected = local_correlation_loss(module.network(full["pan"], full["ms"]), full["pan"], 4)
        assert logged.figures["validation/correlation"] == pytest.approx(expected.item(), abs=1e-4)
        module.validation_step(batch(truth=True), 0)
    assert {"validation/truth", "validation/aligned_truth"} <= set(logged.figures)


def test_initial_spread_is_the_recipes() -> None:
    wide, narrow = sipsanet(variance=1.0), sipsanet(variance=0.01)
    deviations = [module.sipsanet.alignment[0].weight.std().item() for module in (wide, narrow)]
    assert deviations[0] == pytest.approx(10 * deviations[1], rel=0.05)


@pytest.mark.parametrize("loss", ["l1", "relative", "mixed"])
def test_cf2ns_loss_is_the_recipes(loss: str, logged: Logged) -> None:
    module = cf2n(loss=loss)
    reduced = batch(truth=True)
    total = module.training_step({"reduced": reduced}, 0)
    with torch.no_grad():
        sharpened, enlarged = module.sharpen(reduced, windowed=False)
    error = sharpened - reduced["truth"]
    relative = relative_loss(sharpened, reduced["truth"], reduced["level"], reduced["plain"])
    scale = reduced["level"] * reduced["plain"][:, None]
    expected = {
        "l1": error.abs().mean(),
        "relative": relative,
        "mixed": 0.5 * relative + 0.5 * (error / scale[:, :, None, None]).abs().mean(),
    }[loss]
    assert total.item() == pytest.approx(expected.item(), rel=1e-5)
    assert logged.figures["train/relative"] == pytest.approx(relative.item(), rel=1e-5)
    plain = (enlarged - reduced["truth"]).abs().mean()
    assert logged.figures["train/absolute"] == pytest.approx((error.abs().mean() / plain).item())
    assert idle(module, total) == []


def test_an_unknown_loss_is_refused() -> None:
    with pytest.raises(ValueError, match="l2"):
        cf2n(loss="l2")


def test_ms_is_interpolated_here_unless_it_comes_so() -> None:
    module = cf2n()
    reduced = batch(truth=True)
    with torch.no_grad():
        plain, ours = module.sharpen(reduced, windowed=False)
        theirs = torch.rand(2, 4, 32, 32)
        other, taken = module.sharpen({**reduced, "enlarged": theirs}, windowed=False)
    assert torch.equal(taken, theirs)
    assert ours.shape == theirs.shape
    assert not torch.allclose(plain, other)


def test_training_pools_over_the_crop_and_validation_by_windows(
    logged: Logged, monkeypatch: pytest.MonkeyPatch
) -> None:
    module = cf2n()
    pooled = []
    pool = Cf2n.pool_by_window

    def noted(network: Cf2n, windowed: bool = True) -> None:
        pooled.append(windowed)
        pool(network, windowed)

    monkeypatch.setattr(Cf2n, "pool_by_window", noted)
    reduced = batch(truth=True)
    module.training_step({"reduced": reduced}, 0)
    with torch.no_grad():
        module.validation_step({name: image[:1] for name, image in reduced.items()}, 0)
        module.validation_step(batch(), 0)  # nothing to compare with
    assert pooled == [False, True]
    assert set(logged.figures) >= {"validation/log_relative_ergas", "validation/absolute"}


def test_rate_warms_up_and_falls_to_a_hundredth() -> None:
    module = cf2n(steps=20, warm_up=5)
    factors = [module.rate_factor(step) for step in range(21)]
    assert factors[:6] == pytest.approx([0.2, 0.4, 0.6, 0.8, 1, 1])
    assert all(later < earlier for earlier, later in zip(factors[5:], factors[6:]))
    assert factors[20] == pytest.approx(0.01)


def test_rate_falls_once_at_a_milestone() -> None:
    module = cf2n(steps=12, warm_up=0, milestone=0.5, milestone_factor=0.9)
    assert [module.rate_factor(step) for step in range(12)] == [1] * 6 + [0.9] * 6
    assert sipsanet(steps=12, warm_up=2, milestone=0.5).rate_factor(6) == 0.1
    assert sipsanet(steps=12, warm_up=2, milestone=0.5).rate_factor(0) == 0.5


def test_the_optimiser_gets_the_recipes_rate_and_decay() -> None:
    module = cf2n(rate=0.01, weight_decay=0.02, steps=20, warm_up=5)
    configured = module.configure_optimizers()
    optimiser, schedule = configured["optimizer"], configured["lr_scheduler"]["scheduler"]
    rates = []
    for _ in range(6):
        rates.append(optimiser.param_groups[0]["lr"])
        optimiser.step()
        schedule.step()
    assert rates == pytest.approx([0.002, 0.004, 0.006, 0.008, 0.01, 0.01])
    assert optimiser.param_groups[0]["weight_decay"] == 0.02


def test_what_moved_on_its_own_counts_more_and_a_shift_of_all_does_not() -> None:
    module = sipsanet(truth_weight=1, moved_weight=4)
    displaced = batch(truth=True)
    displaced["displacement"] = torch.full((2, 2, 8, 8), 3.0)
    assert torch.equal(module.emphasis(displaced), torch.ones(2, 1, 8, 8))
    displaced["displacement"][1, 1, 2:4, 5] = 0.0
    weight = module.emphasis(displaced)
    assert weight.sum() == 2 * 64 + 2 * 4
    assert (weight[1, 0, 2:4, 5] == 5).all()


def test_an_error_weighs_more_where_something_moved() -> None:
    images = batch(truth=True)
    truth, level, plain = images["truth"], images["level"], images["plain"]
    weight = torch.ones(2, 1, 32, 32)
    weight[:, :, :4] = 5.0
    within, beyond = truth.clone(), truth.clone()
    within[:, :, :4] += 0.1
    beyond[:, :, 4:8] += 0.1
    losses = [relative_loss(image, truth, level, plain, weight) for image in (within, beyond)]
    assert losses[0] > 1.5 * losses[1]
    alike = relative_loss(within, truth, level, plain, torch.full_like(weight, 3.0))
    assert alike == pytest.approx(relative_loss(within, truth, level, plain).item(), rel=1e-5)


def test_colours_are_compared_place_by_place_only_where_a_pair_is_registered() -> None:
    module = sipsanet()
    terms = {}
    for crooked in (0.0, 1.0):
        full = batch()
        full["crooked"] = torch.full((2,), crooked)
        with torch.no_grad():
            terms[crooked] = module.losses_without_truth(full)["straight_colours"].item()
    assert terms[0.0] > 0.1
    assert terms[1.0] == 0.0
