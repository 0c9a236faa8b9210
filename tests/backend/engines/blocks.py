"""Blocks that look like an image, for tests that run whole networks."""

from __future__ import annotations

import numpy as np

from qgis_pansharp.backend.models import Model
from tests.backend.engines.graphs import Array


def block(model: Model, cells: int = 1, seed: int = 0) -> tuple[Array, Array]:
    """Return PAN and MS, in network values: the halo on every side and `cells` by `cells` cells."""
    card = model.card
    side = 2 * card.halo + cells * card.alignment
    random = np.random.default_rng(seed)
    ms = random.random((len(card.bands), side // card.ratio, side // card.ratio))
    pan = np.kron(ms.mean(axis=0), np.ones((card.ratio, card.ratio)))
    pan = pan + 0.1 * random.random(pan.shape)
    return pan[np.newaxis].astype(np.float32), ms.astype(np.float32)
