"""The losses cost what they should and equal their plain formulae."""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt
import pytest
import torch
from torch import Tensor
from torch.nn import functional

from qgis_pansharp.backend.classical import interpolate
from qgis_pansharp.backend.mtf import degrade
from qgis_pansharp.backend.networks.sipsanet import LocalResampler
from qgis_pansharp.backend.quality.no_reference import d_rho
from qgis_pansharp.backend.quality.reference import ergas
from training.losses import (
    authors_shift_loss,
    band_edge_loss,
    degrade_by_mtf,
    edge_loss,
    edge_magnitude_loss,
    local_correlation_loss,
    mtf_taps,
    nearest_shifted,
    offset_loss,
    relative_loss,
    shift_invariant_loss,
    signed_gradients,
)

Array = npt.NDArray[Any]


def uniform(*shape: int, seed: int = 0) -> Tensor:
    return torch.rand(shape, generator=torch.Generator().manual_seed(seed), dtype=torch.float64)


def stacked_minimum(
    image: Tensor, target: Tensor, reach: int, stride: int, price: float
) -> tuple[Tensor, Tensor]:
    """The loss over all shifts in one stack, and where each pixel's best one lies."""
    height, width = image.shape[2:]
    rows, columns = torch.arange(height), torch.arange(width)
    residuals, costs = [], []
    for down in range(-reach, reach + 1):
        for right in range(-reach, reach + 1):
            at_rows = (rows + down * stride).clamp(0, height - 1)
            at_columns = (columns + right * stride).clamp(0, width - 1)
            residual = (image - target[:, :, at_rows][:, :, :, at_columns]).abs().mean(dim=1)
            residuals.append(residual)
            costs.append(residual + price * (down**2 + right**2) ** 0.5)
    best = torch.stack(costs).argmin(dim=0)
    return torch.stack(residuals).gather(0, best[None]).mean(), best


def test_gradients_keep_their_signs() -> None:
    image = torch.tensor([[[[1.0, 4.0], [0.0, 9.0]]]])
    assert signed_gradients(image).tolist() == [[[[-1.0]], [[3.0]]]]


def test_edges_like_pans_cost_nothing_and_edges_of_wrong_sign_cost_double() -> None:
    pan = uniform(1, 1, 6, 7)
    bands = torch.cat([pan + 3, pan - 1, pan], dim=1)
    size = signed_gradients(pan).abs().mean()
    assert edge_loss(bands, pan, 3) < 1e-15
    assert torch.allclose(edge_loss(-bands, pan, 3), 2 * size)
    assert torch.allclose(edge_loss(0 * bands, pan, 3), size)


def test_edges_are_those_of_the_bands_that_pan_covers() -> None:
    pan, nir = uniform(1, 1, 6, 7), uniform(1, 1, 6, 7, seed=1)
    image = torch.cat([pan, pan, pan, nir], dim=1)
    assert edge_loss(image, pan, 3) < 1e-15
    assert edge_loss(image, pan, 4) > 0.01


def test_each_band_that_has_edges_of_its_own_costs() -> None:
    pan, other = uniform(1, 1, 6, 7), uniform(1, 1, 6, 7, seed=1)
    assert band_edge_loss(torch.cat([pan, pan + 2], dim=1), pan) < 1e-15
    # grey is right, the colours of its detail are not
    image = torch.cat([pan + other, pan - other], dim=1)
    assert edge_loss(image, pan, 2) < 1e-15
    size = signed_gradients(other).abs().mean()
    assert torch.allclose(band_edge_loss(image, pan), size)


def test_the_authors_edges_have_no_sign() -> None:
    pan = uniform(1, 1, 6, 7)
    bands = pan.expand(-1, 3, -1, -1)
    size = signed_gradients(pan).abs().mean()
    assert edge_magnitude_loss(-bands, pan, 3) < 1e-15
    assert torch.allclose(edge_magnitude_loss(0 * bands, pan, 3), size)
    assert torch.allclose(edge_magnitude_loss(3 * bands, pan, 3), 2 * size)


def plain_local_correlation(image: Array, pan: Array, size: int) -> float:
    """The mean correlation over windows of one band, window by window."""

    def without_means(full: Array) -> Array:
        result = np.empty_like(full)
        for row, column in np.ndindex(full.shape):
            around = full[max(0, row - 2) : row + 3, max(0, column - 2) : column + 3]
            result[row, column] = full[row, column] - around.mean()
        return result

    image, pan = without_means(image), without_means(pan)
    correlations = [
        np.corrcoef(
            image[row : row + size, column : column + size].ravel(),
            pan[row : row + size, column : column + size].ravel(),
        )[0, 1]
        for row in range(image.shape[0] - size + 1)
        for column in range(image.shape[1] - size + 1)
    ]
    return float(np.mean(correlations))


@pytest.mark.parametrize("size", [2, 3, 4])
def test_local_correlation_is_that_of_every_window(size: int) -> None:
    pan = uniform(2, 1, 9, 11)
    image = torch.cat([pan + uniform(2, 1, 9, 11, seed=s) for s in (1, 2, 3)], dim=1)
    expected = [
        plain_local_correlation(image[n, b].numpy(), pan[n, 0].numpy(), size)
        for n in range(2)
        for b in range(3)
    ]
    loss = local_correlation_loss(image, pan, size)
    assert float(loss) == pytest.approx(1 - np.mean(expected), abs=1e-4)


def test_local_correlation_goes_with_the_index_d_rho() -> None:
    """Deviations are from other means there, and its borders count; the order is the same."""
    pan = uniform(1, 1, 64, 64)
    noise = uniform(1, 2, 64, 64, seed=1)
    losses, indices = [], []
    for share in (0.0, 0.25, 0.5, 0.75, 1.0):
        image = (1 - share) * pan + share * noise
        losses.append(float(local_correlation_loss(image, pan, 4)))
        indices.append(d_rho(image[0].numpy(), pan[0, 0].numpy(), 4))
    assert losses[0] == pytest.approx(0, abs=1e-4)
    assert losses[-1] == pytest.approx(1, abs=0.1)
    assert losses[1:] == pytest.approx(indices[1:], abs=0.05)


def test_local_correlation_leaves_level_and_contrast_to_the_colours() -> None:
    pan = uniform(1, 1, 16, 16).float()
    other = uniform(1, 1, 16, 16, seed=1).float()
    image = 0.6 * pan + 0.4 * other
    plain = float(local_correlation_loss(image, pan, 4))
    assert 0.02 < plain < 0.5
    assert float(local_correlation_loss(0.2 * image + 3, pan, 4)) == pytest.approx(plain, abs=1e-2)
    assert float(local_correlation_loss(-image, pan, 4)) == pytest.approx(2 - plain, abs=1e-3)


def test_flat_windows_neither_gain_nor_blow_up() -> None:
    flat = torch.full((1, 2, 8, 8), 0.3, requires_grad=True)
    loss = local_correlation_loss(flat, uniform(1, 1, 8, 8).float(), 4)
    assert loss.item() == pytest.approx(1, abs=0.01)
    torch.autograd.backward(loss)
    assert flat.grad is not None
    assert torch.isfinite(flat.grad).all()


def test_relative_loss_is_ergas_over_that_of_interpolation() -> None:
    random = np.random.default_rng(0)
    truths = random.random((2, 3, 32, 32)) + np.array([1, 4, 2]).reshape(3, 1, 1)
    noise = random.normal(size=truths.shape) * np.array([1, 9, 2]).reshape(3, 1, 1)
    images = truths + 0.3 * noise
    level = truths.mean(axis=(2, 3))
    plain = [ergas(interpolate(degrade(t, 4, 0.3), 4), t, 4) / 25 for t in truths]
    expected = [ergas(image, t, 4) / 25 / p for image, t, p in zip(images, truths, plain)]
    loss = relative_loss(*(torch.tensor(np.array(x)) for x in (images, truths, level, plain)))
    assert float(loss) == pytest.approx(np.mean(expected), rel=1e-3)


def test_a_perfect_image_has_a_finite_slope() -> None:
    truth = uniform(1, 2, 4, 4)
    image = truth.clone().requires_grad_()
    loss = relative_loss(image, truth, torch.ones(1, 2), torch.full((1,), 0.1))
    torch.autograd.backward(loss)
    assert image.grad is not None
    assert not image.grad.any()
    assert loss.item() == pytest.approx(0.01)


@pytest.mark.parametrize(("reach", "stride"), [(2, 1), (1, 3)])
def test_the_authors_minimum_is_taken_per_pixel_and_band(reach: int, stride: int) -> None:
    target, image = uniform(2, 3, 6, 7), uniform(2, 3, 6, 7, seed=1)
    border = reach * stride
    padded = functional.pad(target, (border,) * 4, mode="replicate")
    stack = [
        (image - padded[:, :, top : top + 6, left : left + 7]).abs()
        for top in range(0, 2 * border + 1, stride)
        for left in range(0, 2 * border + 1, stride)
    ]
    assert len(stack) == (2 * reach + 1) ** 2
    expected = torch.stack(stack).amin(dim=0).mean()
    assert torch.allclose(authors_shift_loss(image, target, reach, stride), expected)
    # no image may borrow from its neighbour in the batch
    swapped = authors_shift_loss(image, target.flip(0), reach, stride)
    assert not torch.allclose(swapped, expected)


def one_hot(down: int, right: int, reach: int = 4) -> Tensor:
    """Logits `(1, 81, 1, 1)` that are sure of one offset."""
    logits = torch.full((1, (2 * reach + 1) ** 2, 1, 1), -50.0)
    logits[0, (down + reach) * (2 * reach + 1) + right + reach] = 50.0
    return logits


def vector(down: float, right: float) -> Tensor:
    return torch.tensor([down, right]).reshape(1, 2, 1, 1)


@pytest.mark.parametrize(("down", "right"), [(0, 0), (3, -2), (-4, 4)])
def test_an_offset_map_that_is_sure_of_the_displacement_costs_nothing(
    down: int, right: int
) -> None:
    weight = torch.ones(1, 1, 1, 1)
    assert offset_loss(one_hot(down, right), vector(down, right), weight, 4) < 1e-5
    for other in ((down, -right - 1), (right + 1, down)):
        if max(map(abs, other)) <= 4:
            assert offset_loss(one_hot(*other), vector(down, right), weight, 4) > 50


def test_the_offset_that_costs_nothing_undoes_the_displacement() -> None:
    """MS shows at `u + displacement` what PAN shows at `u`: the resampler must read there."""
    still = uniform(1, 2, 20, 20).float()
    displaced = still.roll((2, -3), dims=(2, 3))
    offset_map = one_hot(2, -3).softmax(dim=1).expand(-1, -1, 20, 20)
    aligned = LocalResampler(2)(displaced, offset_map)
    inner = (slice(None), slice(None), slice(4, -4), slice(4, -4))
    assert torch.allclose(aligned[inner], still[inner], atol=1e-5)


def test_fractions_share_between_neighbours_and_far_ones_count_as_the_border() -> None:
    weight = torch.ones(1, 1, 1, 1)
    probabilities = torch.full((1, 81, 1, 1), 1e-6)
    shares = {(1, -2): 0.75 * 0.4, (2, -2): 0.25 * 0.4, (1, -1): 0.75 * 0.6, (2, -1): 0.25 * 0.6}
    for (down, right), share in shares.items():
        probabilities[0, (down + 4) * 9 + right + 4] = share
    entropy = -sum(share * np.log(share) for share in shares.values())
    loss = offset_loss(probabilities.log(), vector(1.25, -1.4), weight, 4)
    assert float(loss) == pytest.approx(entropy, abs=1e-3)
    assert offset_loss(one_hot(4, -4), vector(6.5, -9), weight, 4) < 1e-5


def test_flat_ground_does_not_count_for_offsets() -> None:
    logits = torch.cat([one_hot(0, 0), one_hot(1, 0)], dim=3)
    still = torch.zeros(1, 2, 1, 2)
    weight = torch.tensor([[[[1.0, 0.0]]]])
    assert offset_loss(logits, still, weight, 4) < 1e-5
    assert offset_loss(logits, still, 1 - weight, 4) > 50
    assert float(offset_loss(logits, still, 0 * weight, 4)) == 0


@pytest.mark.parametrize(("reach", "stride", "price"), [(2, 1, 0.0), (1, 3, 0.0), (2, 1, 0.05)])
def test_nearest_shift_equals_the_stacked_minimum_in_value_and_gradient(
    reach: int, stride: int, price: float
) -> None:
    target = uniform(2, 3, 6, 7)
    images = [uniform(2, 3, 6, 7, seed=1).requires_grad_() for _ in range(2)]
    loss = shift_invariant_loss(images[0], target, reach, stride, price)
    stacked, _ = stacked_minimum(images[1], target, reach, stride, price)
    torch.autograd.backward([loss, stacked])
    assert torch.allclose(loss, stacked, rtol=0, atol=1e-15)
    assert images[0].grad is not None
    assert images[1].grad is not None
    assert torch.allclose(images[0].grad, images[1].grad, rtol=0, atol=1e-15)


def test_a_shift_of_all_bands_together_costs_nothing_but_its_price() -> None:
    target = uniform(1, 3, 12, 12)
    moved = target.roll((2, -1), dims=(2, 3))
    inside = (slice(None), slice(None), slice(4, 8), slice(4, 8))
    assert torch.equal(nearest_shifted(moved, target, 2, 1, price=0.0)[inside], moved[inside])
    apart = torch.cat([moved[:, :1], target[:, 1:2], target[:, 2:].roll(2, dims=3)], dim=1)
    assert not torch.equal(nearest_shifted(apart, target, 2, 1, price=0.0)[inside], apart[inside])


def test_price_on_distance_keeps_the_nearer_of_two_fitting_values() -> None:
    image = torch.full((1, 1, 1, 9), 5.0)
    target = torch.zeros(1, 1, 1, 9)
    target[..., 3], target[..., 8] = 4.9, 5.0  # at pixel 4: a near misfit, a distant fit

    def chosen(price: float) -> float:
        return float(nearest_shifted(image, target, 4, 1, price)[0, 0, 0, 4])

    assert chosen(price=0.0) == pytest.approx(5.0)
    assert chosen(price=0.02) == pytest.approx(5.0)  # 4 steps for .08 against .1 and 1 step
    assert chosen(price=0.05) == pytest.approx(4.9)


def test_price_does_not_enter_the_loss_itself() -> None:
    target = uniform(1, 2, 9, 9)
    moved = target.roll(1, dims=3)
    assert shift_invariant_loss(moved[..., 3:], target[..., 2:-1], 1, 1, price=0.001) < 1e-15


@pytest.mark.parametrize("gain", [0.22, 0.3, 0.36])
def test_degradation_in_the_loss_equals_the_backends_for_ratio_4(gain: float) -> None:
    image = uniform(1, 3, 24, 32)
    seen = degrade_by_mtf(image, 4, torch.tensor(gain))
    assert seen.shape == (1, 3, 6, 8)
    assert seen[0].numpy() == pytest.approx(degrade(image[0].numpy(), 4, gain), abs=1e-6)


def test_degradation_takes_gains_of_every_sample_and_band() -> None:
    image = uniform(2, 3, 16, 16)
    gains = torch.tensor([[0.2, 0.3, 0.4], [0.5, 0.25, 0.35]])
    seen = degrade_by_mtf(image, 4, gains)
    for sample in range(2):
        alone = degrade(image[sample].numpy(), 4, gains[sample].numpy())
        assert seen[sample].numpy() == pytest.approx(alone, abs=2e-4)  # the widest sets the reach


@pytest.mark.parametrize("ratio", [2, 3, 4])
def test_mtf_taps_have_the_nominal_gain_at_the_nyquist_frequency(ratio: int) -> None:
    taps = mtf_taps(ratio, torch.tensor(0.3)).double()
    offset = torch.arange(len(taps)) - (len(taps) - 1) / 2
    assert len(taps) % 2 == ratio % 2
    assert float(taps.sum()) == pytest.approx(1)
    assert float((taps * torch.cos(torch.pi / ratio * offset)).sum()) == pytest.approx(
        0.3, abs=0.01
    )


def test_degradation_keeps_ramps_where_they_are() -> None:
    ramp = torch.arange(40, dtype=torch.float64).expand(1, 1, 16, 40)
    seen = degrade_by_mtf(ramp, 4, torch.tensor(0.3))[0, 0, 2]
    assert torch.allclose(seen[2:-2], 4 * torch.arange(2, 8).double() + 1.5, atol=1e-5)
