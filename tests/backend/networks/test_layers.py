"""The fixed image operations equal their plain formulae."""

from __future__ import annotations

import numpy as np
import pytest
import torch
from torch.nn import functional

from qgis_pansharp.backend.classical import interpolate
from qgis_pansharp.backend.networks.layers import (
    CubicEnlargement,
    Gaussian,
    PixelUnshuffle,
    Residual,
    autocast_is_on,
    cubic_weight,
    displaced,
    full_precision,
    trim,
)

from .probes import uniform


@pytest.mark.parametrize(("size", "sigma"), [(9, None), (5, None), (3, 0.25)])
def test_gaussian_equals_the_plain_two_dimensional_formula(size: int, sigma: float | None) -> None:
    image = uniform(1, 2, 7, 8)
    p = size // 2
    spread = (size + 1) / 6 if sigma is None else sigma
    y, x = np.mgrid[-p : p + 1, -p : p + 1]
    kernel = np.exp(-(x**2 + y**2) / (2 * spread**2))
    kernel /= kernel.sum()
    padded = np.pad(image.numpy(), ((0, 0), (0, 0), (p, p), (p, p)), mode="reflect")
    plain = np.zeros(image.shape)
    for i, j in np.ndindex(size, size):
        plain += kernel[i, j] * padded[:, :, i : i + 7, j : j + 8]
    filtered = Gaussian(size, 2, sigma).double()(image)
    assert filtered.numpy() == pytest.approx(plain, abs=1e-6)


def test_gaussian_keeps_a_constant() -> None:
    image = torch.full((1, 1, 6, 6), 3.0)
    assert torch.allclose(Gaussian(9, 1)(image), image, atol=1e-5)


@pytest.mark.parametrize("ratio", [2, 3, 4])
def test_pixel_unshuffle_equals_torch(ratio: int) -> None:
    image = uniform(2, 1, 3 * ratio, 2 * ratio)
    unshuffled = PixelUnshuffle(ratio).double()(image)
    assert torch.equal(unshuffled, functional.pixel_unshuffle(image, ratio))


@pytest.mark.parametrize("ratio", [2, 3, 4])
def test_enlargement_inside_a_model_equals_the_classical_interpolation(ratio: int) -> None:
    ms = uniform(1, 3, 5, 6)
    enlarged = CubicEnlargement(ratio, 3).double()(ms)
    assert enlarged[0].numpy() == pytest.approx(interpolate(ms[0].numpy(), ratio), abs=1e-6)


def test_enlargement_keeps_ramps_where_they_are() -> None:
    columns = torch.arange(8, dtype=torch.float64)
    enlarged = CubicEnlargement(4, 1).double()(columns.expand(1, 1, 5, 8))
    position = (torch.arange(32, dtype=torch.float64) - 1.5) / 4  # MS pixel k lies at 4 k + 1.5
    assert torch.allclose(enlarged[0, 0, 10, 8:-8], position[8:-8], atol=1e-12)


def test_cubic_weights_are_one_at_the_sample_and_zero_at_all_others() -> None:
    assert cubic_weight(torch.tensor([-3.0, -2, -1, 0, 1, 2, 3])).tolist() == [0, 0, 0, 1, 0, 0, 0]


def test_trim_cuts_every_side() -> None:
    image = torch.arange(20.0).reshape(1, 1, 4, 5)
    assert trim(image, 1).tolist() == [[[[6, 7, 8], [11, 12, 13]]]]
    assert trim(image, 0) is image


@pytest.mark.parametrize("side", [3, 9])
def test_displaced_copies_are_the_same_with_gradients_and_without(side: int) -> None:
    image = uniform(2, 3, 4 + side, 6 + side)
    shifts = (
        torch.eye(side * side, dtype=torch.float64).reshape(-1, 1, side, side).repeat(3, 1, 1, 1)
    )
    plain = displaced(image, shifts)
    assert plain.shape == (2, 3 * side * side, 5, 7)
    number = side + 2  # one row down, two columns to the right
    for channel in range(3):
        copy = plain[:, channel * side * side + number]
        assert torch.equal(copy, image[:, channel, 1:6, 2:9])
    assert torch.equal(displaced(image.requires_grad_(), shifts), plain)


def test_a_residual_block_adds_its_convolution() -> None:
    block = Residual(3, slope=0.2).double()
    image = uniform(1, 3, 5, 6) - 0.5
    activated = torch.where(image < 0, 0.2 * image, image)
    assert torch.allclose(block(image), image + block.conv(activated), atol=1e-12)


def test_mixed_precision_is_known_in_every_version(monkeypatch: pytest.MonkeyPatch) -> None:
    assert not autocast_is_on("cpu")
    with torch.autocast("cpu", torch.bfloat16):
        assert autocast_is_on("cpu")
        assert not autocast_is_on("cuda")
    # before 2.4 the function took no device, and spoke of graphics cards alone
    old = {"is_autocast_enabled": lambda: True, "is_autocast_cpu_enabled": lambda: False}
    for name, function in old.items():
        monkeypatch.setattr(torch, name, function)
    assert autocast_is_on("cuda")
    assert not autocast_is_on("cpu")


def test_only_half_precision_is_widened() -> None:
    assert full_precision(torch.zeros(1, dtype=torch.bfloat16)).dtype == torch.float32
    assert full_precision(torch.zeros(1, dtype=torch.float64)).dtype == torch.float64
