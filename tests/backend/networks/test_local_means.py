"""Local means come back to an image that lost them, and nothing else changes."""

from __future__ import annotations

import pytest
import torch
from torch.nn import functional

from qgis_pansharp.backend.networks.layers import trim
from qgis_pansharp.backend.networks.local_means import CELL, LocalMeans

from .probes import uniform

RATIOS = pytest.mark.parametrize("ratio", [2, 4, 8])


@RATIOS
def test_an_image_with_the_means_of_ms_stays_as_it_is(ratio: int) -> None:
    image = uniform(1, 2, 9 * CELL, 7 * CELL)
    ms = functional.avg_pool2d(image, ratio)
    kept = LocalMeans(ratio, 2).double()(image, ms)
    assert kept.shape == (1, 2, 5 * CELL, 3 * CELL)
    assert torch.allclose(kept, trim(image, LocalMeans.REACH), atol=1e-12)


@RATIOS
def test_a_lost_colour_comes_back_whole_in_its_own_band(ratio: int) -> None:
    image = uniform(1, 2, 9 * CELL, 7 * CELL)
    lost = torch.tensor([0.2, -0.1], dtype=torch.float64).reshape(1, 2, 1, 1)
    kept = LocalMeans(ratio, 2).double()(image - lost, functional.avg_pool2d(image, ratio))
    assert torch.allclose(kept, trim(image, LocalMeans.REACH), atol=1e-12)


def test_most_of_a_bias_that_varies_over_many_cells_comes_back() -> None:
    image = uniform(1, 1, 20 * CELL, 20 * CELL)
    wave = torch.sin(torch.arange(20 * CELL, dtype=torch.float64) / (2.5 * CELL))
    kept = LocalMeans(4, 1).double()(image + wave, functional.avg_pool2d(image, 4))
    left = kept - trim(image, LocalMeans.REACH)
    assert left.square().mean() < 0.05 * wave.square().mean()


def test_detail_within_a_cell_is_not_touched() -> None:
    pattern = torch.tensor([1.0, -1.0], dtype=torch.float64).repeat(6 * CELL // 2)
    detail = pattern[:, None] * pattern
    ms = torch.zeros(1, 1, 12, 12, dtype=torch.float64)
    kept = LocalMeans(4, 1).double()(detail[None, None], ms)
    assert torch.allclose(kept[0, 0], trim(detail[None, None], LocalMeans.REACH)[0, 0], atol=1e-12)
