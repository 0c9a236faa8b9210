"""CF2N is the network of its specification, and its shortcuts change no value."""

from __future__ import annotations

import pytest
import torch
from torch import Tensor, nn
from torch.nn import functional

from qgis_pansharp.backend.networks import Cf2n
from qgis_pansharp.backend.networks.cf2n import (
    AdaptiveConvolution,
    AdaptiveWeightedFusion,
    Haar,
    SpectralAttention,
    high_pass,
    strongest_and_mean,
)
from qgis_pansharp.backend.networks.layers import trim

from .probes import live, pair, reach, uniform


def small(fusions: int, injections: int, windowed: bool = False) -> Cf2n:
    network = live(Cf2n(4, channels=8, fusions=fusions, injections=injections))
    network.pool_by_window(windowed)
    return network


@pytest.mark.parametrize(
    ("arguments", "count"),
    [
        ((3,), 384_217),
        ((4,), 386_235),
        ((8,), 394_307),
        ((4, 32, 1), 382_971),
        ((4, 32, 3, 4, 4), 426_812),
        ((8, 24, 3, 3, 2), 173_022),
    ],
)
def test_parameter_count_is_that_of_the_specification(
    arguments: tuple[int, ...], count: int
) -> None:
    assert sum(p.numel() for p in Cf2n(*arguments).parameters()) == count


@pytest.mark.parametrize(("fusions", "span"), [(4, 47), (3, 37)])
@pytest.mark.parametrize("axis", ["rows", "columns"])
def test_reach_without_the_pooling(fusions: int, span: int, axis: str) -> None:
    network = small(fusions, injections=fusions - 1)
    # MS alone is pooled, so PAN's gradient shows the rest
    pan, ms_up = pair(4, 112, 8, ratio=1)
    pan.requires_grad_()
    if axis == "rows":
        result = network(pan, ms_up)
    else:
        result = network(pan.transpose(2, 3), ms_up.transpose(2, 3)).transpose(2, 3)
    assert reach(result, pan, first_row=56, period=1) == (-span, span - 1)
    # an odd row is the other half of a Haar block
    assert reach(result, pan, first_row=57, period=1) == (1 - span, span)
    assert network.reach >= span


def test_haar_follows_its_formulae() -> None:
    a, b, c, d = 1.0, 20.0, 300.0, 4000.0  # top left, bottom left, top right, bottom right
    block = torch.tensor([[[[a, c], [b, d]]]], dtype=torch.float64)
    ll, hl, lh, hh = (subband.item() for subband in Haar(1)(block))
    assert ll == (a + b + c + d) / 2
    assert hl == (-a - b + c + d) / 2
    assert lh == (-a + b - c + d) / 2
    assert hh == (a - b - c + d) / 2


def test_haar_can_be_undone_and_keeps_lengths_and_angles() -> None:
    haar = Haar(3)
    one, other = uniform(2, 3, 6, 8), uniform(2, 3, 6, 8, seed=1)
    assert torch.allclose(haar.inverse(*haar(one)), one, rtol=0, atol=1e-15)
    subbands = torch.stack(haar(one)), torch.stack(haar(other))
    assert torch.allclose((subbands[0] * subbands[1]).sum(), (one * other).sum(), rtol=1e-14)


def test_fusion_equals_its_concatenated_form() -> None:
    fusion = live(AdaptiveWeightedFusion(3))
    a, b = uniform(2, 3, 4, 5), uniform(2, 3, 4, 5, seed=1)
    weight = torch.cat([fusion.of_first.weight, fusion.of_second.weight], dim=1)
    gate = functional.conv2d(torch.cat([a, b], dim=1), weight, fusion.of_first.bias).sigmoid()
    assert torch.allclose(fusion(a, b), gate * a + (1 - gate) * b, atol=1e-14)


def test_fusions_start_at_equal_weights_or_at_their_own_band() -> None:
    network = Cf2n(4, channels=8, fusions=1, injections=1)
    a, b = torch.ones(1, 8, 2, 2), torch.zeros(1, 8, 2, 2)
    assert torch.allclose(network.subband_fusion[0](a, b), torch.full_like(a, 0.5))
    assert torch.allclose(network.high_fusion(a, b), torch.full_like(a, 0.8808), atol=1e-4)


def plain_adaptive_convolution(
    features: Tensor, weight: Tensor, kernel: Tensor, gain: Tensor, size: int
) -> Tensor:
    """`y_c(u) = γ_c(u) sum_p e_p(u) w_c(p) F_c(u + p)`, one pixel after another."""
    reach = size // 2
    result = torch.zeros_like(features)
    n, channels, height, width = features.shape
    for image in range(n):
        for c in range(channels):
            for y in range(height):
                for x in range(width):
                    for p in range(size * size):
                        row = min(max(y + p // size - reach, 0), height - 1)
                        column = min(max(x + p % size - reach, 0), width - 1)
                        value = features[image, c, row, column] * weight[p, c]
                        result[image, c, y, x] += kernel[image, p, y, x] * value
    return result * gain


@pytest.mark.parametrize("size", [1, 3])
def test_adaptive_convolution_equals_its_plain_formula(size: int) -> None:
    convolution = live(AdaptiveConvolution(2, size))
    features, kernel = uniform(2, 2, 3, 4), uniform(2, size * size, 3, 4, seed=1)
    for gain in (uniform(2, 2, 1, 1, seed=2), uniform(2, 2, 3, 4, seed=3)):
        with torch.no_grad():
            plain = plain_adaptive_convolution(features, convolution.weight, kernel, gain, size)
            assert torch.allclose(convolution(features, kernel, gain), plain, atol=1e-14)


@pytest.mark.parametrize("size", [1, 3])
def test_adaptive_convolution_starts_as_the_identity_for_kernels_of_one_half(size: int) -> None:
    convolution = AdaptiveConvolution(3, size).double()
    convolution.reset_parameters()
    features = uniform(1, 3, 5, 4)
    kernel = torch.full((1, size * size, 5, 4), 0.5, dtype=torch.float64)
    gain = torch.full((1, 3, 1, 1), 0.5, dtype=torch.float64)
    assert torch.equal(convolution(features, kernel, gain), features)


def test_high_pass_leaves_what_differs_from_the_neighbourhood() -> None:
    assert high_pass(torch.full((1, 2, 6, 6), 7.0)).abs().max() < 1e-5
    spike = torch.zeros(1, 1, 9, 9, dtype=torch.float64)
    spike[0, 0, 4, 4] = 25
    passed = high_pass(spike)[0, 0]
    assert passed[4].tolist() == pytest.approx([0, 0, -1, -1, 24, -1, -1, 0, 0])


def test_strongest_and_mean_look_at_all_features_together() -> None:
    a, b = uniform(1, 3, 4, 4), uniform(1, 3, 4, 4, seed=1)
    both = torch.cat([a, b], dim=1)
    plain = torch.cat([both.amax(dim=1, keepdim=True), both.mean(dim=1, keepdim=True)], dim=1)
    assert torch.allclose(strongest_and_mean(a, b), plain, atol=1e-15)


def test_an_untrained_network_returns_the_interpolated_ms() -> None:
    pan, ms_up = pair(4, 8, 8, ratio=1)
    assert torch.equal(Cf2n(4, channels=8).double()(pan, ms_up), ms_up)


@pytest.mark.parametrize("windowed", [False, True])
@pytest.mark.parametrize(("fusions", "injections"), [(1, 0), (2, 1), (3, 3), (4, 3)])
def test_result_with_a_margin_equals_the_trimmed_whole(
    fusions: int, injections: int, windowed: bool
) -> None:
    network = small(fusions, injections, windowed)
    cell = SpectralAttention.CELL
    margin = (network.reach // cell + 1) * cell
    pan, ms_up = pair(4, 2 * margin + 8, 2 * margin + 16, ratio=1)
    with torch.no_grad():
        whole = network(pan, ms_up)
        assert torch.allclose(network(pan, ms_up, margin), trim(whole, margin), rtol=0, atol=1e-12)
    assert (whole - ms_up).std() > 0.05  # the network does something


def test_margin_of_exactly_the_reach_equals_the_trimmed_whole() -> None:
    network = small(fusions=4, injections=3, windowed=True)
    margin = network.reach
    assert margin % SpectralAttention.CELL == 0
    pan, ms_up = pair(4, 2 * margin + 8, 2 * margin + 8, ratio=1)
    with torch.no_grad():
        whole = network(pan, ms_up)
        assert torch.allclose(network(pan, ms_up, margin), trim(whole, margin), atol=1e-12)


@pytest.fixture(scope="module")
def attention() -> SpectralAttention:
    torch.manual_seed(0)  # of some draws, pooling hardly shows
    return live(SpectralAttention(8))


def kernels(attention: SpectralAttention, features: Tensor) -> tuple[Tensor, Tensor]:
    """κ_s at the pixels by whole-patch and by windowed pooling."""
    result = []
    for windowed in (False, True):
        attention.windowed = windowed
        with torch.no_grad():
            kernel = attention.at_pixels(attention(features), margin=0)
        result.append(kernel.expand_as(features))
    return result[0], result[1]


def test_windows_that_hold_the_whole_patch_pool_like_the_patch(
    attention: SpectralAttention,
) -> None:
    whole, windowed = kernels(attention, uniform(2, 8, 32, 24))
    assert torch.allclose(windowed, whole, atol=1e-14)


def test_windows_smaller_than_the_image_pool_what_is_near(attention: SpectralAttention) -> None:
    features = uniform(1, 8, 64, 64) * torch.linspace(0, 5, 64, dtype=torch.float64)
    whole, windowed = kernels(attention, features)
    assert (windowed - whole).abs().max() > 0.01


def test_windowed_pooling_of_constant_features_equals_whole_patch_pooling(
    attention: SpectralAttention,
) -> None:
    attention.windowed = True
    strongest, mean = attention.pool(uniform(1, 8, 1, 1).expand(1, 8, 80, 72))
    assert strongest.shape == mean.shape == (1, 8, 10, 9)
    assert torch.allclose(strongest, uniform(1, 8, 1, 1).expand_as(strongest))
    assert torch.allclose(mean, strongest, atol=1e-14)


def test_window_is_seven_cells_of_eight_pixels(attention: SpectralAttention) -> None:
    attention.windowed = True
    spike = torch.zeros(1, 8, 120, 120, dtype=torch.float64)
    spike[:, :, 60, 60] = 1  # in cell (7, 7)
    strongest, mean = attention.pool(spike)
    reached = torch.zeros(15, 15, dtype=torch.bool)
    reached[4:11, 4:11] = True
    assert torch.equal(strongest[0, 0] > 0, reached)
    assert torch.equal(mean[0, 0] > 0, reached)
    assert mean[0, 0, 7, 7].item() == pytest.approx(1 / (56 * 56))


def test_detail_is_scaled_and_the_interpolated_ms_is_not() -> None:
    network = live(Cf2n(bands=3, channels=8, fusions=2, injections=1))
    pan, ms = pair(3, 24, 24, ratio=1)
    with torch.no_grad():
        plain = network(pan, ms) - ms
        network.scale_detail(1.25)
        scaled = network(pan, ms) - ms
    assert plain.abs().max() > 1e-3
    assert torch.allclose(scaled, 1.25 * plain, atol=1e-5)


def test_pooling_is_switched_in_all_modules() -> None:
    network = Cf2n(4, channels=8)
    attentions = [m.spectral_attention for m in network.fusion_modules()]
    network.pool_by_window()
    assert [a.windowed for a in attentions] == [True] * 4
    network.pool_by_window(False)
    assert [a.windowed for a in attentions] == [False] * 4


@pytest.mark.parametrize("bands", [1, 3, 8])
def test_any_band_count_runs(bands: int) -> None:
    network = live(Cf2n(bands, channels=8, fusions=1, injections=1))
    pan, ms_up = pair(bands, 10, 14, ratio=1)
    assert network(torch.cat([pan, pan]), torch.cat([ms_up, ms_up])).shape == (2, bands, 10, 14)


def test_more_injections_than_fusions_are_refused() -> None:
    with pytest.raises(ValueError, match="injections must not exceed fusions"):
        Cf2n(4, channels=8, fusions=2, injections=3)


def test_biases_start_at_zero_and_weights_spread_by_fan_in() -> None:
    torch.manual_seed(0)
    network = Cf2n(4)
    convolution = network.fusion_modules()[0].frequency_features.second
    assert isinstance(convolution, nn.Conv2d)
    assert convolution.bias is not None
    assert not convolution.bias.any()
    deviation = (32 * 9) ** -0.5
    weight = convolution.weight.detach()
    assert float(weight.abs().max()) <= 2 * deviation
    assert float(weight.std()) == pytest.approx(0.88 * deviation, rel=0.03)  # truncated at two
