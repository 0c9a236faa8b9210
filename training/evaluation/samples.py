"""A sample: one scene at one resolution, as a method gets it and as its result is judged."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
import numpy.typing as npt

from qgis_pansharp.backend.errors import PansharpError
from training.holes import largest_rectangle, whole
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
    indices that round. `cut` is the share of the scene that was left out because of holes.
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
    cut: float = 0.0

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


@contextmanager
def named(sample: Sample) -> Iterator[None]:
    """Let errors say which sample they are of."""
    try:
        yield
    except (ValueError, PansharpError) as error:
        raise ValueError(
            f"scene {sample.scene} at {sample.resolution} resolution: {error}"
        ) from error


def reduced_sample(
    scene: TrainingScene, roles: tuple[str, ...], limit: int | None = None
) -> Sample:
    """Return a scene reduced by Wald's protocol, or as it came reduced.

    Of a scene with holes, its largest rectangle without them: no method is to be judged by them.
    A misregistered pair stays so: methods are judged on what users give them.
    """
    pan, ms, truth, valid = scene.read_reduced(roles)
    return _sample(scene, roles, pan, ms, truth, whole(valid, scene.ratio)).middle(limit)


def full_sample(scene: TrainingScene, roles: tuple[str, ...], limit: int | None = None) -> Sample:
    """Return a scene at its own resolution; its largest rectangle without holes."""
    pan, ms, valid = scene.read(roles)
    return _sample(scene, roles, pan, ms, None, valid).middle(limit)


def samples(
    scene: TrainingScene, roles: tuple[str, ...], limit: int | None = None
) -> Iterator[Sample]:
    """Yield a scene at every resolution that it has."""
    yield reduced_sample(scene, roles, limit)
    if scene.kind == "raw":
        yield full_sample(scene, roles, limit)


def _sample(
    scene: TrainingScene,
    roles: tuple[str, ...],
    pan: Array,
    ms: Array,
    truth: Array | None,
    valid: Array,
) -> Sample:
    """Return the largest rectangle of a scene whose MS pixels `(h, w)` are all valid.

    Raises:
        ValueError: there are larger values than the manifest's bits hold, which indices rely on.
    """
    highest = float(np.max(ms if truth is None else truth))
    digital = scene.bits > 0
    if digital and highest >= 2**scene.bits:
        raise ValueError(
            f"scene {scene.name} has values up to {highest:g}, and its {scene.bits} bits in the "
            f"manifest hold {2**scene.bits - 1}"
        )
    sample = Sample(
        scene=scene.name,
        resolution="full" if truth is None else "reduced",
        roles=roles,
        ratio=scene.ratio,
        gains=scene.gains(roles),
        shift=scene.shift if truth is None else (0.0, 0.0),
        peak=float(2**scene.bits - 1) if digital else highest,
        unit=1.0 if digital else FLOAT_PEAK / highest,
        pan=pan,
        ms=ms,
        truth=truth,
    )
    if valid.all():
        return sample
    row, column, rows, columns = largest_rectangle(valid)
    left = sample.crop(row, column, rows, columns)
    return replace(left, cut=1 - rows * columns / valid.size)
