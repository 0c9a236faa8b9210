"""SIPSA-Net is the network of its specification, and its shortcuts change no value."""

from __future__ import annotations

import pytest
import torch
from torch import Tensor, nn
from torch.nn import functional

from qgis_pansharp.backend.networks import SipsaNet
from qgis_pansharp.backend.networks.layers import Residual, trim
from qgis_pansharp.backend.networks.sipsanet import (
    OFFSET_SHARPNESS,
    LocalResampler,
    gradient_magnitude,
)

from .probes import assert_blocks_agree, live, pair, reach, uniform


def small(bands: int = 4, ratio: int = 4) -> SipsaNet:
    return live(SipsaNet(bands, ratio, alignment_blocks=1, ms_blocks=1))


def shifted_copies(features: Tensor) -> Tensor:
    """All 81 shifts of `(N, C, h, w)` with the edge replicated: `(N, C, 81, h, w)`."""
    n, channels, height, width = features.shape
    padded = functional.pad(features, (4, 4, 4, 4), mode="replicate")
    return functional.unfold(padded, 9).reshape(n, channels, 81, height, width)


@pytest.mark.parametrize(
    ("bands", "ratio", "count"),
    [
        (3, 4, 1_000_595),
        (4, 4, 1_004_471),
        (8, 4, 1_059_207),
        (3, 2, 934_883),
        (4, 2, 938_759),
        (8, 2, 965_799),
    ],
)
def test_parameter_count_is_that_of_the_specification(bands: int, ratio: int, count: int) -> None:
    assert sum(p.numel() for p in SipsaNet(bands, ratio).parameters()) == count


@pytest.fixture(scope="module")
def strip() -> tuple[SipsaNet, Tensor, Tensor]:
    """A strip that is just wide enough for the filters: along it nothing else matters."""
    pan, ms = pair(4, 66, 6, 4)
    return live(SipsaNet(4, 4)), pan.requires_grad_(), ms


def test_network_alone_reaches_102_pan_pixels(strip: tuple[SipsaNet, Tensor, Tensor]) -> None:
    network, pan, ms = strip
    unshuffled = network.unshuffle(pan)
    aligned, _ = network.align(torch.cat([unshuffled, ms], dim=1), ms)
    result = network.sharpen(pan, unshuffled, aligned, margin=0)
    assert reach(result, pan, first_row=132, period=4) == (-102, 102)


def test_network_with_its_normalisation_reaches_123_pan_pixels(
    strip: tuple[SipsaNet, Tensor, Tensor],
) -> None:
    network, pan, ms = strip
    assert reach(network(pan, ms), pan, first_row=132, period=4) == (-123, 123)
    assert network.halo >= 123


def test_ms_itself_is_resampled_by_a_sharper_offset_map() -> None:
    network = small()
    pan, ms = pair(4, 40, 44, 4)
    logits = 3 * uniform(1, 81, 40, 44, seed=2)
    normalised = network.normalisation(pan, ms)
    of_features, of_ms = network.correct(logits, network.unshuffle(normalised.pan), normalised)
    assert of_features is logits
    assert torch.equal(of_ms, OFFSET_SHARPNESS * logits)
    plain = network.resampler(ms, logits.softmax(dim=1))
    assert torch.equal(network.resample_ms(logits, ms, 0), plain)
    trimmed = network.resample_ms(logits, ms, 14)
    assert torch.allclose(trimmed, trim(plain, 14), atol=1e-12)


def test_back_projection_gives_back_the_colours_of_ms_where_pan_has_them() -> None:
    network = live(SipsaNet(4, 4, alignment_blocks=1, ms_blocks=1, back_projection=0.3))
    plain = SipsaNet(4, 4, alignment_blocks=1, ms_blocks=1).double()
    plain.load_state_dict(network.state_dict())  # nothing more to learn
    pan, ms = pair(4, 16, 20, 4)
    with torch.no_grad():
        result = network.forward_all(pan, ms)
        without = plain.forward_all(pan, ms)
        assert network.back_projection is not None
        seen = network.resample_ms(OFFSET_SHARPNESS * result.offset_logits, ms, 0)
        corrected = network.back_projection(without.sharpened, seen)
        view = network.back_projection.view
        error, before = (view(x) - seen for x in (result.sharpened, without.sharpened))
    assert torch.allclose(result.sharpened, corrected, atol=1e-12)
    assert error.abs().mean() < 0.8 * before.abs().mean()
    deviation = network.normalisation.expand_ms(
        network.normalisation.statistics(ms, network.normalisation.ms_window)[1]
    )
    moved = (result.sharpened - without.sharpened) / deviation
    assert torch.allclose(
        result.sharpened_normalised, without.sharpened_normalised + moved, atol=1e-9
    )


def test_back_projection_may_regress() -> None:
    options = {"back_projection": 0.3, "coherent_detail": True}
    network = SipsaNet(2, 4, 1, 1, **options, regression=True)  # type: ignore[arg-type]
    plain = SipsaNet(2, 4, 1, 1, **options)  # type: ignore[arg-type]
    assert network.back_projection is not None and plain.back_projection is not None
    assert network.back_projection.regression is not None
    assert plain.back_projection.regression is None
    assert network.halo > plain.halo
    assert_blocks_agree(network)


def realigned_pair(**options: bool) -> tuple[SipsaNet, SipsaNet]:
    """Return a network with realigned statistics, and the same without."""
    network = live(SipsaNet(4, 4, 1, 1, back_projection=0.3, realigned=True, **options))
    plain = SipsaNet(4, 4, 1, 1, back_projection=0.3, **options).double().eval()
    plain.load_state_dict(network.state_dict(), strict=False)
    return network, plain


def certain(network: SipsaNet, down: int, right: int) -> None:
    """Make a network's offset map point at one displacement everywhere."""
    last = network.alignment[-2]
    assert isinstance(last, Residual)
    before = network.alignment[-3]
    assert isinstance(before, nn.Conv2d)
    with torch.no_grad():
        for layer in (before, last.conv):
            assert layer.bias is not None
            layer.weight.zero_()
            layer.bias.zero_()
        assert before.bias is not None
        before.bias[9 * (4 + down) + 4 + right] = 50.0


def test_realigned_statistics_change_nothing_where_nothing_moved() -> None:
    network, plain = realigned_pair()
    assert network.realigned is not None and network.realigned.bias is not None
    for one in (network, plain):
        certain(one, 0, 0)
    with torch.no_grad():
        network.realigned.weight.zero_()
        network.realigned.bias.zero_()
        pan, ms = pair(4, 14, 15, 4)
        assert torch.allclose(network(pan, ms), plain(pan, ms), atol=1e-12)
        network.realigned.weight.add_(0.1)
        assert not torch.allclose(network(pan, ms), plain(pan, ms), atol=1e-3)


def test_realigned_statistics_are_those_of_displaced_ms() -> None:
    network, plain = realigned_pair()
    certain(network, 2, -3)
    certain(plain, 0, 0)
    assert network.realigned is not None and network.realigned.bias is not None
    pan, ms = pair(4, 30, 32, 4)
    with torch.no_grad():
        for values in (network.realigned.weight, network.realigned.bias):
            values.zero_()
        for one in (network, plain):  # what is left: local statistics, and back-projection
            one.output.weight.zero_()
        there = torch.roll(ms, (-2, 3), dims=(2, 3))  # as the map says it should lie
        result, expected = network(pan, ms), plain(pan, there)
    assert torch.allclose(trim(result, 60), trim(expected, 60), atol=1e-9)


@pytest.mark.parametrize("matching", [False, True])
def test_blocks_agree_with_realigned_statistics(matching: bool) -> None:
    assert_blocks_agree(
        SipsaNet(2, 4, 1, 1, back_projection=0.3, matching=matching, realigned=True)
    )


def test_realigned_statistics_start_without_a_say_of_their_own() -> None:
    network = SipsaNet(4, 4, back_projection=0.3, realigned=True)
    assert network.realigned is not None
    assert not any(values.any() for values in network.realigned.parameters())


@pytest.mark.parametrize("option", ["realigned", "coherent_detail", "regression"])
def test_what_needs_back_projection_is_refused_without(option: str) -> None:
    with pytest.raises(ValueError, match="back-projection"):
        SipsaNet(4, 4, **{option: True})


def test_where_pan_has_no_contrast_nothing_moves() -> None:
    network = live(SipsaNet(4, 4, 1, 1, back_projection=0.3, matching=True))
    pan, ms = pair(4, 20, 24, 4)
    saturated = pan.clone()
    saturated[..., :64] = 1.1
    logits = 6 * uniform(1, 81, 20, 24, seed=2) - 3

    def maps(pan: Tensor, ms: Tensor) -> Tensor:
        normalised = network.normalisation(pan, ms)
        unshuffled = network.unshuffle(normalised.pan)
        corrected = network.correct(logits, unshuffled, normalised)
        return torch.stack([logarithm.softmax(dim=1) for logarithm in corrected])

    with torch.no_grad():
        assert maps(saturated, ms)[:, :, 40, :, :11].min() > 0.9
        assert maps(pan, ms)[:, :, 40, :, :11].mean() < 0.5
        assert (network.shown(network.normalisation(pan, ms)) == 1).all()
        # without any contrast in MS either, the map stays as blunt as it was
        flat = torch.full_like(ms, 0.3)
        assert maps(saturated, flat)[0, :, 40, :, :11].mean() < 0.5


def test_resampler_equals_an_explicit_unfold() -> None:
    features, offsets = uniform(2, 3, 5, 7), uniform(2, 81, 5, 7, seed=1).softmax(dim=1)
    plain = (shifted_copies(features) * offsets[:, None]).sum(dim=2)
    assert torch.allclose(LocalResampler(3).double()(features, offsets), plain, atol=1e-14)


def test_resampler_moves_by_the_offset_that_is_certain() -> None:
    features = uniform(1, 2, 12, 12)
    offsets = torch.zeros(1, 81, 12, 12, dtype=torch.float64)
    offsets[:, (4 + 3) * 9 + (4 - 2)] = 1  # three rows down, two columns to the left
    moved = LocalResampler(2).double()(features, offsets)
    assert torch.equal(moved[:, :, :9, 2:], features[:, :, 3:, :10])


def test_resampler_keeps_the_mass_up_to_the_border() -> None:
    offsets = (5 * uniform(1, 81, 4, 5)).softmax(dim=1)
    ones = torch.ones(1, 1, 4, 5, dtype=torch.float64)
    assert torch.allclose(LocalResampler(1).double()(ones, offsets), ones, atol=1e-14)


def test_projecting_before_resampling_equals_projecting_after() -> None:
    network = small()
    _, ms = pair(4, 6, 7, 4)
    net_input = uniform(1, 20, 6, 7, seed=2)
    aligned, offset_map = network.align(net_input, ms)
    resampled = (shifted_copies(network.ms_features(ms)) * offset_map[:, None]).sum(dim=2)
    plain = network.aligned(resampled)  # 64 channels to B, bias included, after the resampling
    assert torch.allclose(aligned, plain, atol=1e-12)
    assert torch.allclose(offset_map, network.alignment(net_input).softmax(dim=1), atol=1e-15)
    assert torch.allclose(offset_map.sum(dim=1), torch.ones(1, 6, 7, dtype=torch.float64))


def test_gradients_are_forward_differences_reflected_at_the_end() -> None:
    pan = torch.tensor([[[[1.0, 4.0, 2.0], [0.0, 9.0, 9.0]]]])
    down, right = gradient_magnitude(pan)[0].tolist()
    assert down == [[1, 5, 7], [1, 5, 7]]
    assert right == [[3, 2, 2], [9, 0, 0]]


def test_sub_pixels_start_equal() -> None:
    torch.manual_seed(0)
    network = SipsaNet(4, 4)
    shuffled = network.sharpening(torch.rand(1, 20, 3, 5))
    assert shuffled.shape == (1, 4, 12, 20)
    coarse = shuffled[:, :, ::4, ::4]
    assert torch.equal(shuffled, functional.interpolate(coarse, scale_factor=4, mode="nearest"))
    assert not torch.equal(coarse[:, 0], coarse[:, 1])


def test_weights_start_within_their_bound_and_biases_at_zero() -> None:
    network = SipsaNet(4, 4)
    for module in network.modules():
        if isinstance(module, nn.Conv2d):
            outputs, inputs, *window = module.weight.shape
            fans = (inputs + outputs) / 2 * window[0] * window[1]
            assert float(module.weight.detach().abs().max()) <= (3 * 0.25 / fans) ** 0.5
            assert module.bias is not None
            assert not module.bias.any()


def test_normalisation_divides_by_local_statistics_and_can_be_undone() -> None:
    pan, ms = pair(3, 8, 9, 4)
    normalise = small(3).normalisation
    normalised = normalise(pan, ms)
    window = normalise.ms_window
    deviation = ((window(ms**2) - window(ms) ** 2).abs() + 1e-4).sqrt()
    assert torch.allclose(normalised.ms_deviation, deviation, atol=1e-12)
    assert torch.allclose(normalised.ms * deviation + window(ms), ms, atol=1e-12)
    assert normalised.pan.shape == pan.shape
    # another level of PAN changes nothing
    assert torch.allclose(normalise(pan + 2, ms).pan, normalised.pan, atol=1e-3)


def test_pan_is_decimated_onto_the_area_of_its_ms_pixel() -> None:
    ramp = torch.arange(24, dtype=torch.float64).expand(1, 1, 16, 24)
    decimated = small().normalisation.decimate(ramp)
    assert torch.allclose(decimated[0, 0, 1, 1:-1], torch.tensor([5.5, 9.5, 13.5, 17.5]).double())


@pytest.mark.parametrize("margin", [4, 8, 12])
def test_result_with_a_margin_equals_the_trimmed_whole(margin: int) -> None:
    network = small()
    pan, ms = pair(4, 9, 10, 4)
    whole = network(pan, ms)
    assert torch.allclose(network(pan, ms, margin), trim(whole, margin), rtol=0, atol=1e-12)


@pytest.mark.parametrize("margin", [4, 6])
def test_result_with_a_margin_equals_the_trimmed_whole_at_ratio_2(margin: int) -> None:
    network = small(ratio=2)
    pan, ms = pair(4, 9, 10, 2)
    whole = network(pan, ms)
    assert torch.allclose(network(pan, ms, margin), trim(whole, margin), rtol=0, atol=1e-12)


@pytest.mark.parametrize("ratio", [2, 4])
@pytest.mark.parametrize("bands", [1, 3, 8])
def test_any_band_count_runs_at_any_ratio(bands: int, ratio: int) -> None:
    network = SipsaNet(bands, ratio, alignment_blocks=0, ms_blocks=0).double()
    pan, ms = pair(bands, 6, 5, ratio)
    result = network.forward_all(torch.cat([pan, pan]), torch.cat([ms, ms]))
    assert result.sharpened.shape == (2, bands, 6 * ratio, 5 * ratio)
    assert result.aligned_normalised.shape == (2, bands, 6, 5)
    assert result.offset_map.shape == (2, 81, 6, 5)
    assert torch.allclose(result.sharpened[0], result.sharpened[1])
