"""Small made-up pairs of PAN and MS, whose sharp MS is known."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from qgis_pansharp.backend.mtf import degrade

Array = npt.NDArray[np.float64]

WEIGHTS = np.array([0.2, 0.5, 0.3])


class Scene(NamedTuple):
    pan: Array
    ms: Array
    truth: Array


def scene(ratio: int, rows: int = 12, columns: int = 15) -> Scene:
    """Fields, roads and noise in three bands; PAN is `WEIGHTS` times the truth plus 40."""
    rng = np.random.default_rng(ratio)
    fields = rng.uniform(200, 900, size=(rows // 3, columns // 3))
    fields = fields * rng.uniform(0.8, 1.2, size=(3, *fields.shape))
    truth = np.kron(fields, np.ones((3 * ratio, 3 * ratio)))
    truth[:, :, 5 * ratio + 1 : 5 * ratio + 3] = 700.0
    truth += rng.normal(0, 20, size=truth.shape[1:])
    pan = np.tensordot(WEIGHTS, truth, axes=1) + 40.0
    return Scene(pan, degrade(truth, ratio, 0.3), truth)
