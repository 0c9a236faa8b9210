"""From computed numbers to the output's data type: order of bands, rounding, nodata."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from qgis_pansharp.backend.arrays import Array
from qgis_pansharp.backend.scene import Scene


def band_order(roles: Sequence[str], wanted: Sequence[str]) -> list[int]:
    """Return, for each band that a model wants, its index in MS; as they stand if unknown."""
    if sorted(roles) == sorted(wanted) and len(set(roles)) == len(roles):
        return [list(roles).index(role) for role in wanted]
    return list(range(len(wanted)))


@dataclass(frozen=True)
class OutputRadiometry:
    """How numbers become pixels of the output.

    `floor` is the least value that may occur; None where only the data type limits it.
    """

    dtype: str
    nodata: float | None
    floor: float | None

    @staticmethod
    def of_scene(scene: Scene, lowest: float) -> OutputRadiometry:
        """Take MS's nodata, else PAN's where MS's type can hold it, else 0 if PAN has one.

        Data without negative values stays so: `lowest` is the smallest valid MS value seen.
        """
        nodata = scene.ms.nodata
        if nodata is None and scene.pan.nodata is not None:
            nodata = scene.pan.nodata if _fits(scene.pan.nodata, scene.ms.dtype) else 0.0
        return OutputRadiometry(scene.ms.dtype, nodata, 0.0 if lowest >= 0 else None)

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
        if self.dtype == "float32":
            pixels = numbers.astype(np.float32, copy=False)
        else:
            limits = np.iinfo(self.dtype)
            pixels = np.clip(np.rint(numbers), limits.min, limits.max).astype(self.dtype)
        empty = 0.0 if self.nodata is None else self.nodata
        if self.nodata is not None and not np.isnan(self.nodata) and _fits(empty, self.dtype):
            taken = pixels == pixels.dtype.type(self.nodata)
            if taken.any():
                pixels[taken] = _neighbour(self.nodata, self.dtype)
        if not valid.all():
            pixels[:, ~valid] = empty if _fits(empty, self.dtype) else 0
        return pixels


def _fits(value: float, dtype: str) -> bool:
    """Whether a data type can hold a value exactly."""
    if dtype == "float32":
        return True
    limits = np.iinfo(dtype)
    return bool(np.isfinite(value)) and limits.min <= value <= limits.max and value == int(value)


def _neighbour(nodata: float, dtype: str) -> float:
    """Return the value next to nodata, on the side where data is likelier."""
    if dtype == "float32":
        return float(np.nextafter(np.float32(nodata), np.float32(np.inf)))
    return nodata - 1 if nodata == np.iinfo(dtype).max else nodata + 1
