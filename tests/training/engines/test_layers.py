"""Layers are rounded one group at a time, and only they."""

from __future__ import annotations

import numpy as np
import pytest
import torch

from qgis_pansharp.backend.models import bundled_models
from training.engines.agreement import Sample, compare
from training.engines.layers import Rounded
from training.engines.speed import made_up

MODELS = {model.card.id: model for model in bundled_models()}


@pytest.mark.parametrize("name", ["sipsanet-4band", "cf2n-4band"])
def test_a_group_of_layers_is_rounded_and_the_others_are_not(name: str) -> None:
    model = MODELS[name]
    sample = Sample("made up", model.path, *made_up(model.card, 8), 2047.0, 2047)
    rounded = Rounded(model.path)
    exact = rounded.run(sample, (), torch.float32)
    groups = rounded.groups()
    assert sum(map(len, groups.values())) == len(rounded.layers)
    layers = list(rounded.layers)
    coarse = compare(sample, rounded.run(sample, layers, torch.bfloat16), exact).of_2047
    fine = compare(sample, rounded.run(sample, layers, torch.float16), exact).of_2047
    first = compare(sample, rounded.run(sample, layers[:1], torch.bfloat16), exact).of_2047
    assert 0 < first < coarse
    assert 3 < coarse / fine < 32  # three bits fewer, more or less as errors add up or cancel
    np.testing.assert_array_equal(rounded.run(sample, layers, torch.float32), exact)


def test_groups_are_the_parts_of_a_network() -> None:
    assert set(Rounded(MODELS["sipsanet-4band"].path).groups()) == {
        "alignment",
        "matching",
        "ms_features",
        "aligned",
        "realigned",
        "sharpening",
        "refinement",
        "output",
    }
    assert {"ms_head", "fusion.0", "fusion.3", "injection.2", "decode"} <= set(
        Rounded(MODELS["cf2n-4band"].path).groups()
    )
