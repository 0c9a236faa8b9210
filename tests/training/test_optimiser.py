"""Muon's half moves kernels along orthogonalised momentum, AdamW's half is AdamW itself."""

from __future__ import annotations

import torch
from torch import nn

from training.optimiser import LEAST_CHANNELS, UPDATE, Muon, orthogonalised


def network() -> nn.Sequential:
    torch.manual_seed(0)
    return nn.Sequential(
        nn.Conv2d(1, 16, 3),
        nn.Conv2d(16, 16, 3),
        nn.Conv2d(16, 16, 3, groups=16),
        nn.Conv2d(16, 4, 1),
    )


def test_orthogonalised_matrices_have_singular_values_near_one() -> None:
    torch.manual_seed(1)
    for shape in ((16, 144), (144, 16), (32, 32)):
        matrix = torch.randn(shape) * 1e-3
        result = orthogonalised(matrix)
        assert result.shape == matrix.shape
        # of a square matrix the least singular values are too small to come all the way
        values = torch.linalg.svdvals(result)
        assert values.max() < 1.3
        assert values.median() > 0.6
        u, _, vh = torch.linalg.svd(matrix, full_matrices=False)
        assert float((result * (u @ vh)).sum() / result.norm() / (u @ vh).norm()) > 0.95


def test_kernels_between_many_channels_are_muons_and_all_else_adamws() -> None:
    ours, plain = network(), network()
    optimiser = Muon(ours, rate=1e-3, kernel_rate=1e-2, weight_decay=0.1)
    adam = torch.optim.AdamW(plain.parameters(), lr=1e-3, weight_decay=0.1)
    before = ours[1].weight.detach().clone()
    image = torch.rand(2, 1, 12, 12)
    for module, stepper in ((ours, optimiser), (plain, adam)):
        module(image).square().mean().backward()
        stepper.step()
    for name, parameter in ours.named_parameters():
        same = torch.equal(parameter, dict(plain.named_parameters())[name])
        assert same == (name != "1.weight"), name
    change = ours[1].weight.detach() - before * (1 - 1e-2 * 0.1)
    assert min(before.shape[:2]) >= LEAST_CHANNELS
    # root mean square of the update: singular values near 1 at 0.2 times the rate
    size = float(change.square().mean().sqrt())
    assert 0.5 < size / (UPDATE * 1e-2) < 1.2


def test_it_goes_on_from_a_saved_state() -> None:
    image = torch.rand(2, 1, 12, 12)

    def steps(module: nn.Module, optimiser: Muon, count: int) -> None:
        for _ in range(count):
            optimiser.zero_grad()
            module(image).square().mean().backward()
            optimiser.step()

    whole = network()
    steps(whole, Muon(whole, 1e-3, 1e-2, 0.0), 4)
    first = network()
    optimiser = Muon(first, 1e-3, 1e-2, 0.0)
    steps(first, optimiser, 2)
    second = network()
    second.load_state_dict(first.state_dict())
    resumed = Muon(second, 1e-3, 1e-2, 0.0)
    resumed.load_state_dict(optimiser.state_dict())
    steps(second, resumed, 2)
    for a, b in zip(whole.parameters(), second.parameters(), strict=True):
        assert torch.equal(a, b)


def test_many_matrices_are_orthogonalised_each_by_itself() -> None:
    torch.manual_seed(2)
    matrices = torch.randn(3, 16, 144) * torch.tensor([1e-3, 1.0, 50.0])[:, None, None]
    together = orthogonalised(matrices)
    for matrix, result in zip(matrices, together, strict=True):
        assert torch.allclose(orthogonalised(matrix), result, atol=1e-5)
