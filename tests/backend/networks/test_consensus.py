"""Every displacement passes the same layers, and none sees another."""

from __future__ import annotations

import pytest
import torch
from torch import Tensor

from qgis_pansharp.backend.networks.consensus import Consensus

from .probes import live, uniform

COUNT = 5  # displacements


def parts(number: int = 1) -> list[Tensor]:
    return [uniform(number, COUNT, 9, 7, seed=seed) - 0.5 for seed in range(3)]


def test_displacements_do_not_see_each_other_and_pass_the_same_layers() -> None:
    consensus = live(Consensus(3, 2, 0.1))
    given, guides = parts(), uniform(1, 2, 9, 7, seed=9)
    with torch.no_grad():
        weighed = consensus(given, guides)
        assert weighed.shape == (1, COUNT, 9, 7)
        for one in range(COUNT):
            changed = [part.clone() for part in given]
            for part in changed:
                part[:, one] += 1
            difference = (consensus(changed, guides) - weighed).abs().amax(dim=(0, 2, 3))
            assert difference[one] > 1e-3
            difference[one] = 0
            assert difference.max() == 0
        turned = consensus([part.roll(1, dims=1) for part in given], guides)
        # the outermost rows have other neighbours, empty ones, above and below
        inner = slice(Consensus.REACH, -Consensus.REACH)
        assert torch.allclose(turned[:, :, inner], weighed.roll(1, dims=1)[:, :, inner])


def test_samples_do_not_see_each_other_and_guides_count() -> None:
    consensus = live(Consensus(3, 2, 0.1))
    given, guides = parts(2), uniform(2, 2, 9, 7, seed=9)
    with torch.no_grad():
        weighed = consensus(given, guides)
        for sample in range(2):
            alone = consensus([p[sample : sample + 1] for p in given], guides[sample : sample + 1])
            assert torch.allclose(alone[0], weighed[sample], atol=1e-12)
        assert (consensus(given, guides + 1) - weighed).abs().min() > 0


def test_it_starts_without_influence() -> None:
    consensus = Consensus(3, 2, 0.1).double()
    torch.nn.init.ones_(consensus.first.weight)
    consensus.reset_parameters()
    assert consensus.first.weight.std() > 0
    with torch.no_grad():
        assert not consensus(parts(), uniform(1, 2, 9, 7)).any()


@pytest.mark.parametrize("axis", [2, 3])
def test_reach_is_known(axis: int) -> None:
    consensus = live(Consensus(1, 1, 0.1))
    image = (uniform(1, 1, 21, 21) - 0.5).requires_grad_()
    weighed = consensus([image], uniform(1, 1, 21, 21, seed=1))
    (gradient,) = torch.autograd.grad(weighed[0, 0, 10, 10], image)
    seen = gradient.abs().sum(dim=5 - axis).flatten().nonzero()
    assert (seen.min(), seen.max()) == (10 - Consensus.REACH, 10 + Consensus.REACH)
