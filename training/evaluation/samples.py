"""A sample: one scene at one resolution, as a method gets it and as its result is judged."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
import numpy.typing as npt

from training.scenes import TrainingScene

Array = npt.NDArray[Any]

CROOKED_FROM = 0.5  # MS pixels from which a report names a pair as misregistered
FLOAT_PEAK = 4095.0  # what the largest value of a scene of reflectances becomes for the indices


@dataclass(frozen=True)
class Sample:
    """A pair in the product's values, and the truth where the pair is a reduced one.

    `shift` is PAN against MS as known beforehand, MS pixels (down, right); 0 at reduced resolution,
    where little is left of it. `peak` is the largest value that the sensor can give. `unit` brings
    values to digital numbers: 1 for whole numbers, while reflectances must be multiplied for
    indices that round.
    """

    scene: str
    resolution: str  # "reduced" or "full"
    roles: tuple[str, ...]
    ratio: int
    gains: tuple[float, ...]
    shift: tuple[float, float]
    peak: float
    unit: float
    pan: Array  # (H, W)
    ms: Array  # (B, h, w)
    truth: Array | None = None  # (B, H, W)
    origin: tuple[int, int] = (0, 0)  # of a crop, MS pixels of the whole

    def crop(self, row: int, column: int, rows: int, columns: int) -> Sample:
        """Return a part, counted in MS pixels."""
        r = self.ratio
        fine = (slice(row * r, (row + rows) * r), slice(column * r, (column + columns) * r))
        coarse = (slice(None), slice(row, row + rows), slice(column, column + columns))
        truth = None if self.truth is None else self.truth[(slice(None), *fine)]
        origin = (self.origin[0] + row, self.origin[1] + column)
        return replace(self, pan=self.pan[fine], ms=self.ms[coarse], truth=truth, origin=origin)

    def middle(self, limit: int | None) -> Sample:
        """Return the middle, at most `limit` MS pixels a side."""
        if limit is None:
            return self
        height, width = self.ms.shape[1:]
        rows, columns = min(limit, height), min(limit, width)
        return self.crop((height - rows) // 2, (width - columns) // 2, rows, columns)


def reduced_sample(
    scene: TrainingScene, roles: tuple[str, ...], limit: int | None = None
) -> Sample:
    """Return a scene reduced by Wald's protocol, or as it came reduced.

    A misregistered pair stays so: methods are judged on what users give them.
    """
    pan, ms, truth = scene.read_reduced(roles)
    return _sample(scene, "reduced", roles, pan, ms, truth).middle(limit)


def full_sample(scene: TrainingScene, roles: tuple[str, ...], limit: int | None = None) -> Sample:
    """Return a scene at its own resolution."""
    pan, ms = scene.read(roles)
    return _sample(scene, "full", roles, pan, ms, None).middle(limit)


def samples(
    scene: TrainingScene, roles: tuple[str, ...], limit: int | None = None
) -> Iterator[Sample]:
    """Yield a scene at every resolution that it has."""
    yield reduced_sample(scene, roles, limit)
    if scene.kind == "raw":
        yield full_sample(scene, roles, limit)


def _sample(
    scene: TrainingScene,
    resolution: str,
    roles: tuple[str, ...],
    pan: Array,
    ms: Array,
    truth: Array | None,
) -> Sample:
    highest = float(np.max(ms if truth is None else truth))
    whole = scene.bits > 0
    return Sample(
        scene=scene.name,
        resolution=resolution,
        roles=roles,
        ratio=scene.ratio,
        gains=scene.gains(roles),
        shift=scene.shift if truth is None else (0.0, 0.0),
        peak=float(2**scene.bits - 1) if whole else highest,
        unit=1.0 if whole else FLOAT_PEAK / highest,
        pan=pan,
        ms=ms,
        truth=truth,
    )
