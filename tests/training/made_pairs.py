"""Pairs made in memory whose content is known by formula, for tests."""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt

from qgis_pansharp.backend.mtf import degrade
from training.pairs import Pair

Array = npt.NDArray[Any]
BGRN = ("blue", "green", "red", "nir")
GAINS = (0.34, 0.32, 0.30, 0.22)


def made_pair(truth: Array, ratio: int = 4, **changes: Any) -> Pair:
    """The pair of a truth `(B, r*h, r*w)`: PAN is the mean of its bands, MS what a sensor sees."""
    truth = truth.astype(np.float32)
    bands = len(truth)
    attributes: dict[str, Any] = {
        "name": "made",
        "ratio": ratio,
        "roles": BGRN[:bands],
        "gains": GAINS[:bands],
        "shift": (0.0, 0.0),
        "pan": truth.mean(axis=0),
        "ms": degrade(truth, ratio, GAINS[:bands]),
        "truth": truth,
        "empty": np.zeros(tuple(n // ratio for n in truth.shape[1:]), dtype=bool),
        "own_ms": False,
        "level": truth.mean(axis=(1, 2)),
        "plain": 0.25,
    }
    return Pair(**(attributes | changes))


def noisy(side: int = 16, ratio: int = 4, bands: int = 4, seed: int = 0, level: float = 0) -> Pair:
    """A pair of white noise: whatever moves, shows."""
    truth = np.random.default_rng(seed).random((bands, side * ratio, side * ratio)) + level
    return made_pair(truth, ratio)


def ramps(side: int = 16, ratio: int = 4) -> Pair:
    """A pair of two bands: the row and the column of every PAN pixel, which no blur changes.

    A displacement can be read off as the difference of values.
    """
    rows, columns = np.mgrid[: side * ratio, : side * ratio].astype(np.float32)
    return made_pair(np.stack([rows, columns]), ratio)


def wave(side: int = 16, ratio: int = 4, period: float = 16.0, bands: int = 4) -> Pair:
    """A pair whose bands and PAN are all the same sum of two waves, down and right."""
    along = np.sin(2 * np.pi * np.arange(side * ratio) / period)
    truth = np.broadcast_to(along[:, None] + along, (bands, side * ratio, side * ratio))
    return made_pair(truth, ratio)


def full(pair: Pair) -> Pair:
    """The same PAN and MS without a truth."""
    kept = {name: getattr(pair, name) for name in ("roles", "gains", "pan", "ms", "empty", "level")}
    return Pair(
        name="full",
        ratio=pair.ratio,
        shift=(0.0, 0.0),
        truth=None,
        own_ms=False,
        plain=1.0,
        **kept,
    )
