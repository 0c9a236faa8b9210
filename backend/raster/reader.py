"""Windows in: pixels of one raster with the mask of what is valid."""

from __future__ import annotations

import os
from pathlib import Path

import numpy as np
from osgeo import gdal

from qgis_pansharp.backend.arrays import Array
from qgis_pansharp.backend.errors import InputFileError
from qgis_pansharp.backend.raster.calls import Errors, call
from qgis_pansharp.backend.raster.info import open_raster

FARTHEST = 3.4e38  # beyond it lies nothing but the largest float32


class Reader:
    """Windows of one raster, with the mask of its valid pixels. A context manager."""

    def __init__(self, path: str | Path, role: str) -> None:
        """Open read-only; raises InputFileError like `read_info`."""
        self._path = os.fspath(path)
        self._role = role
        self._dataset: gdal.Dataset | None = open_raster(path, role)
        count = self._dataset.RasterCount
        self._bands = [self._dataset.GetRasterBand(i + 1) for i in range(count)]
        # by the bands that they belong to; one that all share (a mask file) is asked once
        self._masks: list[tuple[slice, gdal.Band]] = []
        self.held = np.zeros(count, dtype=bool)  # which bands held data in what was read so far
        for i, band in enumerate(self._bands):
            flags = band.GetMaskFlags()
            # all bands are data here: one that is tagged alpha by default is no mask
            if flags & (gdal.GMF_ALL_VALID | gdal.GMF_ALPHA):
                continue
            shared = flags & gdal.GMF_PER_DATASET and not flags & gdal.GMF_NODATA
            self._masks.append((slice(i, None if shared else i + 1), band.GetMaskBand()))
            if shared:
                break

    def __enter__(self) -> Reader:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Release the file."""
        self._masks, self._bands, self._dataset = [], [], None

    @property
    def masked(self) -> bool:
        """Whether the raster can have invalid pixels by its header: floats may be NaN."""
        floats = (gdal.GDT_Float32, gdal.GDT_Float64)
        return bool(self._masks) or any(band.DataType in floats for band in self._bands)

    def read(self, row: int, column: int, height: int, width: int) -> tuple[Array, Array]:
        """Return the pixels `(B, height, width)` and what is valid `(height, width)` bool.

        A pixel is valid where every band is. NaN, infinity and the ends of float32, which mean no
        data in files that do not say so, never are.

        Raises:
            InputFileError: GDAL cannot read the window.
        """
        if self._dataset is None:
            raise InputFileError(
                "{role} file {path!r} is closed already.", role=self._role, path=self._path
            )
        dataset = self._dataset
        window = (column, row, width, height)
        pixels, errors = call(lambda: dataset.ReadAsArray(*window))
        if pixels is None or errors.messages:
            raise self._damaged(row, column, errors)
        pixels = pixels.reshape(len(self._bands), height, width)
        valid: Array = np.ones((height, width), dtype=bool)
        held = np.ones(len(self._bands), dtype=bool)
        for bands, band in self._masks:
            mask, errors = call(lambda band=band: band.ReadAsArray(*window))  # type: ignore[misc]
            if mask is None or errors.messages:
                raise self._damaged(row, column, errors)
            valid &= mask != 0
            held[bands] = mask.any()
        if np.issubdtype(pixels.dtype, np.floating):
            known = np.isfinite(pixels) & (np.abs(pixels) < FARTHEST)
            valid &= known.all(axis=0)
            held &= known.any(axis=(1, 2))
        self.held |= held
        return pixels, valid

    def _damaged(self, row: int, column: int, errors: Errors) -> InputFileError:
        return InputFileError(
            "{role} file {path!r} cannot be read at row {row}, column {column} ({reason}); get an "
            "intact copy with all files that belong to it.",
            role=self._role,
            path=self._path,
            row=row,
            column=column,
            reason=errors.reason,
        )
