"""The losses cost what they should and equal their plain formulae."""

from __future__ import annotations

import pytest
import torch
from torch import Tensor

from qgis_pansharp.backend.mtf import degrade
from training.losses import (
    band_edge_loss,
    degrade_by_mtf,
    edge_loss,
    mtf_taps,
    nearest_shifted,
    shift_invariant_loss,
    signed_gradients,
)


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
    seen = degrade_by_mtf(image, 4, gain)
    assert seen.shape == (1, 3, 6, 8)
    # the loss cuts the Gaussian at 3 sigma, the backend at 4
    assert seen[0].numpy() == pytest.approx(degrade(image[0].numpy(), 4, gain), abs=3e-3)


@pytest.mark.parametrize("ratio", [2, 3, 4])
def test_mtf_taps_have_the_nominal_gain_at_the_nyquist_frequency(ratio: int) -> None:
    taps = mtf_taps(ratio, 0.3).double()
    offset = torch.arange(len(taps)) - (len(taps) - 1) / 2
    assert len(taps) % 2 == ratio % 2
    assert float(taps.sum()) == pytest.approx(1)
    assert float((taps * torch.cos(torch.pi / ratio * offset)).sum()) == pytest.approx(
        0.3, abs=0.01
    )


def test_degradation_keeps_ramps_where_they_are() -> None:
    ramp = torch.arange(40, dtype=torch.float64).expand(1, 1, 16, 40)
    seen = degrade_by_mtf(ramp, 4, 0.3)[0, 0, 2]
    assert torch.allclose(seen[2:-2], 4 * torch.arange(2, 8).double() + 1.5, atol=1e-5)
