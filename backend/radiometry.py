"""From computed numbers to the output's data type: rounding, clipping, nodata."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from qgis_pansharp.backend.arrays import Array
from qgis_pansharp.backend.scene import Scene

FEWEST_BITS, MOST_BITS = 8, 15  # of sensors whose data come in wider types
LEAST_SAMPLES = 100  # that say where a scene's values lie
SATURATED = 8  # pixels at the ceiling from which it is no chance


def sensor_ceiling(samples: Array) -> float | None:
    """Return the value at which a sensor of 8 to 15 bits clipped its data, if some are clipped.

    That is the largest value that n bits can hold (2047 of 11), where several pixels have it and
    none has more.
    """
    highest = float(samples.max()) if samples.size else 0.0
    ceilings = [2.0**bits - 1 for bits in range(FEWEST_BITS, MOST_BITS + 1)]
    if highest not in ceilings or np.count_nonzero(samples == highest) < SATURATED:
        return None
    return highest


def stray_value(samples: Array) -> float | None:
    """Return the lowest or the highest value where all others lie together, far from it.

    That is farther than they span, or than three times of it above them, where a sun glint may be.
    A sensor hardly gives such a value, and no data often has it. A few samples tell nothing.
    """
    for sign, times in ((1, 1.0), (-1, 3.0)):
        values = sign * samples.ravel()
        lowest = values.min(initial=np.inf)
        others = values[values > lowest]
        if others.size < LEAST_SAMPLES:
            continue
        span = float(others.max()) - float(others.min())
        if 0 < times * span < float(others.min()) - float(lowest):
            return sign * float(lowest)
    return None


def usual(samples: Array, values: Array, stray: float | None) -> Array:
    """Say which places of samples hold none of a stray value.

    Args:
        samples: `(B, n)`, values or means of some.
        values: those that `stray_value` was asked about.
        stray: what it said.

    Returns:
        `(n,)` bool.
    """
    if stray is None:
        return np.ones(samples.shape[1], dtype=bool)
    others = values[values != stray]
    inside = (samples >= others.min()) & (samples <= others.max())
    every: Array = inside.all(axis=0)
    return every


@dataclass(frozen=True)
class Limits:
    """Between what numbers are kept: one for all, or one for each pixel `(B, h, w)`; None: any."""

    floor: float | Array | None
    ceiling: float | Array | None

    def at_pan(self, ratio: int, rows: slice, columns: slice) -> Limits:
        """Return those of PAN pixels, from those of MS pixels: a part of them in PAN pixels."""
        return Limits(
            *(
                limit.repeat(ratio, axis=1).repeat(ratio, axis=2)[:, rows, columns]
                if isinstance(limit, np.ndarray)
                else limit
                for limit in (self.floor, self.ceiling)
            )
        )


@dataclass(frozen=True)
class OutputRadiometry:
    """How numbers become pixels of the output.

    `floor` and `ceiling` are the least and the largest value that may occur by the samples; where
    MS goes beyond them, so may the result. None where only the data type limits it. `step` is
    the distance that valid float pixels keep from nodata, as readers compare with a tolerance.
    """

    dtype: str
    nodata: float | None
    floor: float | None
    step: float = 1.0
    ceiling: float | None = None

    @staticmethod
    def of_scene(scene: Scene, samples: Array, masked: bool) -> OutputRadiometry:
        """Take the first nodata value of MS, else of PAN, that MS's type can hold.

        Where there is none although pixels can be invalid, NaN stands for them, or 0, or the type's
        least value where 0 lies amid the data. Data without negative values stay so, and data in
        which the sensor's ceiling shows stay below it.

        Args:
            samples: valid MS pixels `(B, n)` from all over the scene; n may be 0.
            masked: whether pixels can be invalid.
        """
        lowest = float(samples.min()) if samples.size else 0.0
        highest = float(samples.max()) if samples.size else 0.0
        dtype = scene.ms.dtype
        stated = [band.nodata for band in (*scene.ms.bands, *scene.pan.bands)]
        fitting = [value for value in stated if value is not None and _fits(value, dtype)]
        nodata = fitting[0] if fitting else None
        if nodata is None and masked:
            nodata = _unused(dtype, lowest)
        distance = abs(nodata) if nodata is not None and np.isfinite(nodata) else 0.0
        step = max(distance * 1e-5, max(abs(lowest), abs(highest)) * 1e-6, 1e-12)
        floor = 0.0 if lowest >= 0 else None
        return OutputRadiometry(dtype, nodata, floor, step, sensor_ceiling(samples))

    def limits(self, ms: Array) -> Limits:
        """Return floor and ceiling of each MS pixel, given way to what lies there or beside it.

        Args:
            ms: `(B, h, w)` digital numbers, without holes.
        """
        floor, ceiling = self.floor, self.ceiling
        below = floor is not None and bool((ms < floor).any())
        above = ceiling is not None and bool((ms > ceiling).any())
        return Limits(
            np.minimum(_extreme(ms, np.minimum), np.float32(floor)) if below else floor,
            np.maximum(_extreme(ms, np.maximum), np.float32(ceiling)) if above else ceiling,
        )

    def finish(self, numbers: Array, valid: Array, limits: Limits | None = None) -> Array:
        """Round and clip once, and set nodata.

        Args:
            numbers: `(B, h, w)` float32 digital numbers.
            valid: `(h, w)` bool.
            limits: of each pixel; those of the whole scene by default.

        Returns:
            `(B, h, w)` of the output's type, in which no valid pixel has the nodata value. What is
            not finite in any band, as values such as 1e30 make it, is no data.
        """
        finite = np.isfinite(numbers).all(axis=0)
        if not finite.all():
            valid = valid & finite
            numbers = np.nan_to_num(numbers, copy=False)
        limits = limits or Limits(self.floor, self.ceiling)
        if limits.floor is not None:
            np.maximum(numbers, np.float32(limits.floor), out=numbers)
        if limits.ceiling is not None:
            np.minimum(numbers, np.float32(limits.ceiling), out=numbers)
        if self.dtype == "float32":
            pixels = numbers.astype(np.float32, copy=False)
        else:
            of_type = np.iinfo(self.dtype)
            pixels = np.clip(np.rint(numbers), of_type.min, of_type.max).astype(self.dtype)
        if self.nodata is not None and np.isfinite(self.nodata):
            self._step_over(pixels, self.nodata)
        if not valid.all():
            # NaN needs no tag to be known as no data
            untagged = float("nan") if self.dtype == "float32" else 0
            pixels[:, ~valid] = untagged if self.nodata is None else self.nodata
        return pixels

    def _step_over(self, pixels: Array, nodata: float) -> None:
        """Move what equals nodata to the next value, in place."""
        if self.dtype == "float32":
            taken = np.abs(pixels - np.float32(nodata)) < self.step / 2
            pixels[taken] = np.float32(nodata + self.step)
        else:
            above = nodata < np.iinfo(self.dtype).max
            pixels[pixels == pixels.dtype.type(nodata)] = nodata + 1 if above else nodata - 1


def _extreme(image: Array, choose: np.ufunc) -> Array:
    """Return the least or the largest of each 3x3 surroundings of `(B, h, w)`, edges replicated."""
    padded = np.pad(image, ((0, 0), (1, 1), (1, 1)), mode="edge")
    rows = choose(choose(padded[:, :-2], padded[:, 1:-1]), padded[:, 2:])
    result: Array = choose(choose(rows[:, :, :-2], rows[:, :, 1:-1]), rows[:, :, 2:])
    return result


def _unused(dtype: str, lowest: float) -> float:
    """Return a value that says no data among data whose lowest value is given."""
    if dtype == "float32":
        return float("nan")
    return float(np.iinfo(dtype).min) if lowest < 0 else 0.0


def _fits(value: float, dtype: str) -> bool:
    """Whether a data type can hold a value exactly."""
    if dtype == "float32":
        return bool(np.isnan(value)) or abs(value) <= float(np.finfo(np.float32).max)
    limits = np.iinfo(dtype)
    return bool(np.isfinite(value)) and limits.min <= value <= limits.max and value == int(value)
