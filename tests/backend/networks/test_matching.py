"""MS is matched with PAN over all displacements, and the map corrected where there is contrast."""

from __future__ import annotations

import pytest
import torch
from torch import Tensor
from torch.nn import functional

from qgis_pansharp.backend.networks import SipsaNet
from qgis_pansharp.backend.networks.matching import Matching
from qgis_pansharp.backend.networks.sipsanet import (
    FEATURE_SHARPNESS,
    OFFSET_SHARPNESS,
    LocalResampler,
)

from .probes import assert_blocks_agree, live, pair, reach, uniform

FLOOR = 1e-4
SHIFTS = LocalResampler(1).double().shifts


def inputs(height: int, width: int, bands: int = 3, ratio: int = 2) -> dict[str, Tensor]:
    """What SIPSA-Net hands on, of ground with contrast everywhere."""
    return {
        "logits": 4 * uniform(1, 81, height, width),
        "unshuffled": uniform(1, ratio * ratio, height, width, seed=1) - 0.5,
        "pan_deviation": 0.05 + 0.1 * uniform(1, 1, height, width, seed=2),
        "ms": uniform(1, bands, height, width, seed=3) - 0.5,
        "ms_deviation": 0.05 + 0.1 * uniform(1, bands, height, width, seed=4),
    }


def live_matching(bands: int = 3, ratio: int = 2, consensus: bool = False) -> Matching:
    sizes = {"features": 4, "width": 6, "gathered": 7}
    return live(Matching(bands, ratio, 9, FLOOR, **sizes, consensus=consensus))


def test_features_are_compared_over_all_displacements() -> None:
    seen, other = uniform(2, 3, 7, 8), uniform(2, 3, 7, 8, seed=1)
    padded = functional.pad(other, (4, 4, 4, 4), mode="replicate")
    copies = functional.unfold(padded, 9).reshape(2, 3, 81, 7, 8)
    plain = (copies * seen[:, :, None]).sum(dim=1)
    assert torch.allclose(Matching.compare(seen, other, SHIFTS), plain, atol=1e-12)


def test_features_match_best_where_they_went() -> None:
    seen = uniform(1, 16, 20, 20) - 0.5
    match = Matching.compare(seen, torch.roll(seen, (-2, 3), dims=(2, 3)), SHIFTS)
    inside = match[0, :, 6:-6, 6:-6].argmax(dim=0)
    assert (inside == (4 - 2) * 9 + 4 + 3).double().mean() > 0.9


def test_the_map_stays_where_there_is_no_contrast() -> None:
    matching = live_matching()
    given = inputs(16, 18)
    with torch.no_grad():
        corrected, sure = matching(**given, shifts=SHIFTS)
        assert (corrected - given["logits"]).abs().mean() > 0.1
        assert 0.5 < sure.min() < sure.max() < 1
        given["ms_deviation"] = torch.full_like(given["ms_deviation"], FLOOR**0.5)
        corrected, sure = matching(**given, shifts=SHIFTS)
        assert torch.allclose(corrected, given["logits"], atol=1e-12)
        assert torch.allclose(sure, torch.zeros_like(sure), atol=1e-12)


@pytest.mark.parametrize("consensus", [False, True])
def test_at_the_start_match_alone_is_added(consensus: bool) -> None:
    matching = Matching(3, 2, 9, FLOOR, consensus=consensus).double()
    matching.reset_parameters()
    given = inputs(14, 15)
    given["ms_deviation"] += 100  # as much contrast as can be
    with torch.no_grad():
        seen = matching.of_pan(torch.cat([given["unshuffled"], 10 * given["pan_deviation"]], dim=1))
        deviation = given["ms_deviation"].mean(dim=1, keepdim=True)
        other = matching.of_ms(torch.cat([given["ms"], 10 * deviation], dim=1))
        expected = given["logits"] + matching.compare(seen, other, SHIFTS)
        assert torch.allclose(matching(**given, shifts=SHIFTS)[0], expected, atol=1e-6)


@pytest.mark.parametrize("consensus", [False, True])
@pytest.mark.parametrize(("name", "more"), [("logits", 0), ("unshuffled", 3), ("ms", 7)])
def test_reach_is_known(name: str, more: int, consensus: bool) -> None:
    matching = live_matching(consensus=consensus)
    least = matching.reach + more
    given = inputs(60, 6)
    given[name].requires_grad_()
    corrected, _ = matching(**given, shifts=SHIFTS)
    up, down = reach(corrected, given[name], first_row=28, period=1)
    assert (up, down) == (-least, least)


def test_evidence_tells_of_every_displacement() -> None:
    matching = live_matching(consensus=True)
    logarithm, match = 4 * uniform(1, 81, 10, 11) + 700, uniform(1, 81, 10, 11, seed=1)
    likely, probability, matched, in_place = matching.evidence(logarithm, match, SHIFTS)
    assert torch.allclose(probability, logarithm.softmax(dim=1), atol=1e-12)
    assert torch.allclose(likely, 0.3 * logarithm.log_softmax(dim=1), atol=1e-9)
    assert torch.equal(matched, 0.3 * match)
    # what lies 2 rows down and 1 column to the left, at its own place
    q = (4 + 2) * 9 + 4 - 1
    assert torch.allclose(in_place[:, q, 4:6, 4:6], likely[:, 40, 6:8, 3:5])


def test_consensus_changes_the_map() -> None:
    matching = live_matching(consensus=True)
    given = inputs(16, 18)
    with torch.no_grad():
        corrected, _ = matching(**given, shifts=SHIFTS)
        matching.consensus = None
        assert (matching(**given, shifts=SHIFTS)[0] - corrected).abs().mean() > 0.01


def test_sipsanet_resamples_ms_and_its_features_by_the_corrected_map() -> None:
    network = live(SipsaNet(4, 4, 1, 1, back_projection=0.3, matching=True))
    pan, ms = pair(4, 24, 28, 4)
    assert network.matching is not None
    with torch.no_grad():
        result = network.forward_all(pan, ms)
        normalised = network.normalisation(pan, ms)
        unshuffled = network.unshuffle(normalised.pan)
        logits = network.alignment(torch.cat([unshuffled, normalised.ms], dim=1))
        deviations = normalised.pan_deviation, normalised.ms_deviation
        corrected, sure = network.matching(
            logits, unshuffled, deviations[0], normalised.ms, deviations[1], SHIFTS
        )
        of_features, of_ms = network.correct(logits, unshuffled, normalised)
        assert torch.allclose(of_ms, OFFSET_SHARPNESS * corrected)
        # where matching is sure the map is sharper
        sharper = (sure * FEATURE_SHARPNESS + 1 - sure) * corrected
        assert torch.allclose(of_features, sharper, atol=1e-12)
        assert torch.allclose(result.offset_map, of_features.softmax(dim=1))
        plain = SipsaNet(4, 4, 1, 1, back_projection=0.3).double().eval()
        plain.load_state_dict(network.state_dict(), strict=False)
        unmatched = plain.forward_all(pan, ms)
        assert torch.equal(unmatched.offset_map, logits.softmax(dim=1))
        assert (result.sharpened - unmatched.sharpened).abs().mean() > 1e-3


@pytest.mark.parametrize("consensus", [False, True])
@pytest.mark.parametrize("detail", [False, True])
def test_blocks_agree_with_matching(detail: bool, consensus: bool) -> None:
    options = {"matching": True, "coherent_detail": detail, "consensus": consensus}
    network = SipsaNet(2, 4, 1, 1, back_projection=0.3, **options)
    assert_blocks_agree(network)


def test_matching_alone_is_refused() -> None:
    with pytest.raises(ValueError, match="back-projection"):
        SipsaNet(4, 4, matching=True)
    with pytest.raises(ValueError, match="matching"):
        SipsaNet(4, 4, consensus=True)
