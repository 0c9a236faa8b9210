"""From computed numbers to the output's data type: rounding, clipping, nodata."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from qgis_pansharp.backend.arrays import Array
from qgis_pansharp.backend.scene import Scene

FEWEST_BITS, MOST_BITS = 8, 15  # of sensors whose data come in wider types
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


@dataclass(frozen=True)
class OutputRadiometry:
    """How numbers become pixels of the output.

    `floor` and `ceiling` are the least and the largest value that may occur; None where only the
    data type limits it. `step` is the distance that valid float pixels keep from nodata, as readers
    compare with a tolerance.
    """

    dtype: str
    nodata: float | None
    floor: float | None
    step: float = 1.0
    ceiling: float | None = None

    @staticmethod
    def of_scene(scene: Scene, samples: Array, masked: bool) -> OutputRadiometry:
        """Take the first nodata value of MS, else of PAN, that MS's type can hold.

        Where there is none although pixels can be invalid, NaN or 0 stands for them. Data without
        negative values stay so, and data in which the sensor's ceiling shows stay below it.

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
            nodata = float("nan") if dtype == "float32" else 0.0
        distance = abs(nodata) if nodata is not None and np.isfinite(nodata) else 0.0
        step = max(distance * 1e-5, max(abs(lowest), abs(highest)) * 1e-6, 1e-12)
        floor = 0.0 if lowest >= 0 else None
        return OutputRadiometry(dtype, nodata, floor, step, sensor_ceiling(samples))

    def finish(self, numbers: Array, valid: Array) -> Array:
        """Round and clip once, and set nodata.

        Args:
            numbers: `(B, h, w)` float32 digital numbers.
            valid: `(h, w)` bool.

        Returns:
            `(B, h, w)` of the output's type, in which no valid pixel has the nodata value.
        """
        numbers = np.nan_to_num(numbers, copy=False)
        if self.floor is not None:
            np.maximum(numbers, np.float32(self.floor), out=numbers)
        if self.ceiling is not None:
            np.minimum(numbers, np.float32(self.ceiling), out=numbers)
        if self.dtype == "float32":
            pixels = numbers.astype(np.float32, copy=False)
        else:
            limits = np.iinfo(self.dtype)
            pixels = np.clip(np.rint(numbers), limits.min, limits.max).astype(self.dtype)
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


def _fits(value: float, dtype: str) -> bool:
    """Whether a data type can hold a value exactly."""
    if dtype == "float32":
        return bool(np.isnan(value)) or abs(value) <= float(np.finfo(np.float32).max)
    limits = np.iinfo(dtype)
    return bool(np.isfinite(value)) and limits.min <= value <= limits.max and value == int(value)
