"""Blocks out: a GeoTIFF that appears under its name only when it is complete."""

from __future__ import annotations

import contextlib
import os
import uuid
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from osgeo import gdal

from qgis_pansharp.backend.arrays import Array
from qgis_pansharp.backend.errors import OutputError
from qgis_pansharp.backend.raster.calls import Errors, call
from qgis_pansharp.backend.raster.info import GDAL_TYPES, BandInfo, Geotransform, GroundControl
from qgis_pansharp.backend.raster.options import creation_options

SIDECARS = (".aux.xml", ".ovr", ".msk")


@dataclass(frozen=True)
class OutputHeader:
    """What the sharpened raster says of itself."""

    width: int
    height: int
    dtype: str
    bands: tuple[BandInfo, ...]
    nodata: float | None
    geotransform: Geotransform | None
    wkt: str
    area_or_point: str | None
    metadata: dict[str, str]
    ground_control: GroundControl | None = None
    rpc: dict[str, str] = field(default_factory=dict)


class Writer:
    """A GeoTIFF in the making, under a temporary name beside its target.

    As a context manager it removes what is unfinished unless `commit` was called.
    """

    def __init__(self, target: Path, header: OutputHeader, options: tuple[str, ...]) -> None:
        """Create the file; raises OutputError where GDAL refuses."""
        target = Path(os.path.realpath(target))  # through a link to what it names
        self._target = target
        self._temporary = target.with_name(f".{uuid.uuid4().hex[:12]}.partial.tif")
        driver = gdal.GetDriverByName("GTiff")
        co = creation_options(header.dtype, options)
        self._dataset: Any
        self._dataset, errors = call(
            lambda: driver.Create(
                str(self._temporary),
                header.width,
                header.height,
                len(header.bands),
                GDAL_TYPES[header.dtype],
                co,
            )
        )
        if self._dataset is None:
            self.discard()
            raise OutputError(
                "output {path!r} cannot be created ({reason}); check the creation options, the "
                "folder and the free space.",
                path=str(target),
                reason=errors.reason,
            )
        # a setter that fails says so; what PROJ mutters beside it is no failure
        described, errors = call(lambda: self._describe(header))
        if described is None or described >= gdal.CE_Failure:
            self._fail(errors)

    def __enter__(self) -> Writer:
        return self

    def __exit__(self, *_: object) -> None:
        self.discard()

    def _describe(self, header: OutputHeader) -> int:
        """Write the header; return the worst code of the setters that matter."""
        dataset = self._dataset
        worst: int = gdal.CE_None
        if header.geotransform is not None:
            worst = max(worst, dataset.SetGeoTransform(header.geotransform) or 0)
        elif header.ground_control is not None:
            points = [gdal.GCP(x, y, z, c, r) for c, r, x, y, z in header.ground_control.points]
            worst = max(worst, dataset.SetGCPs(points, header.ground_control.wkt) or 0)
        if header.wkt:
            worst = max(worst, dataset.SetProjection(header.wkt) or 0)
        if header.rpc:
            dataset.SetMetadata(header.rpc, "RPC")
        if header.area_or_point:
            dataset.SetMetadataItem("AREA_OR_POINT", header.area_or_point)
        for key, value in header.metadata.items():
            dataset.SetMetadataItem(key, value)
        for i, info in enumerate(header.bands):
            band = dataset.GetRasterBand(i + 1)
            if info.description:
                band.SetDescription(info.description)
            band.SetColorInterpretation(gdal.GCI_Undefined if info.is_alpha else info.colour)
            for key, value in info.metadata:
                band.SetMetadataItem(key, value)
            if info.scale not in (None, 1.0):
                band.SetScale(info.scale)
            if info.offset not in (None, 0.0):
                band.SetOffset(info.offset)
            if info.unit:
                band.SetUnitType(info.unit)
            if header.nodata is not None:
                worst = max(worst, band.SetNoDataValue(header.nodata) or 0)
        return worst

    def _do(self, action: Callable[[], object]) -> None:
        """Run calls of GDAL that write; a failure of any of them is the user's to know."""
        result, errors = call(action)
        if errors.messages or (isinstance(result, int) and result >= gdal.CE_Failure):
            self._fail(errors)

    def _fail(self, errors: Errors) -> None:
        """Remove what was begun and tell the user why."""
        reason = errors.reason
        self.discard()
        raise OutputError(
            "output {path!r} could not be written ({reason}); check the free space, the rights on "
            "its folder and the creation options.",
            path=str(self._target),
            reason=reason,
        )

    def write(self, row: int, column: int, pixels: Array) -> None:
        """Write a block `(B, h, w)` of the output's type, through to the file."""
        # no other name for the dataset: it must be gone when `discard` lets go of it
        self._do(lambda: self._dataset.WriteArray(pixels, column, row))
        # written now and in this thread, so that a full disk is noticed here
        self._do(lambda: self._dataset.FlushCache())

    def commit(self) -> None:
        """Close the file and give it its name; whatever stood there is replaced at once."""
        self._do(self._close)
        try:
            for suffix in SIDECARS:  # statistics and overviews of a file that is replaced
                Path(f"{self._target}{suffix}").unlink(missing_ok=True)
            for sidecar in self._leftovers():  # what a creation option asked for
                ending = sidecar.name[len(self._temporary.stem) :]
                if ending.startswith(".tif."):
                    ending = self._target.suffix + ending[len(".tif") :]
                if sidecar != self._temporary:
                    sidecar.replace(self._target.with_name(self._target.stem + ending))
            self._temporary.replace(self._target)
        except OSError as error:
            self.discard()
            raise OutputError(
                "output {path!r} could not be put in place ({reason}); close other programs that "
                "use it.",
                path=str(self._target),
                reason=error.strerror,
            ) from error

    def _close(self) -> None:
        self._dataset.FlushCache()
        self._dataset = None

    def discard(self) -> None:
        """Remove what is unfinished; does nothing after `commit`."""
        call(self._release)
        for path in self._leftovers():
            with contextlib.suppress(OSError):
                path.unlink()

    def _leftovers(self) -> list[Path]:
        """Return the unfinished file and its sidecars, as far as they exist."""
        return sorted(self._temporary.parent.glob(f"{self._temporary.stem}.*"))

    def _release(self) -> None:
        self._dataset = None


def limit_cache(size: int = 256_000_000) -> None:
    """Bound GDAL's cache of blocks, which else grows to a share of the memory.

    For a process of our own alone: in QGIS the cache is everybody's.
    """
    gdal.SetCacheMax(size)
