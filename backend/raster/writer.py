"""Blocks out: a GeoTIFF that appears under its name only when it is complete."""

from __future__ import annotations

import contextlib
import os
import uuid
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NoReturn

import numpy as np
from osgeo import gdal

from qgis_pansharp.backend.arrays import Array
from qgis_pansharp.backend.errors import OutputError
from qgis_pansharp.backend.messages import Message
from qgis_pansharp.backend.raster.calls import Errors, call, encoded
from qgis_pansharp.backend.raster.info import GDAL_TYPES, BandInfo, Geotransform, GroundControl
from qgis_pansharp.backend.raster.options import (
    creation_options,
    is_compressed,
    require_free,
    sidecars,
)
from qgis_pansharp.backend.raster.placing import belonging, put_in_place
from qgis_pansharp.backend.raster.rows import WaitingRows


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
    epoch: float = 0.0  # see `RasterInfo`


class Writer:
    """A GeoTIFF in the making, under a temporary name beside its target.

    As a context manager it removes what is unfinished unless `commit` was called.
    """

    def __init__(
        self,
        target: Path,
        header: OutputHeader,
        options: tuple[str, ...],
        overwrite: bool = False,
        warn: Callable[[Message], None] | None = None,
    ) -> None:
        """Create the file.

        Args:
            target: the name that it gets at last.
            header: what it says of itself.
            options: creation options as the user gives them.
            overwrite: whether what stands at the target by then may be replaced.
            warn: takes what GDAL warns of, each warning once.

        Raises:
            OutputError: GDAL refuses, or something stands there that must not be replaced.
        """
        target = Path(os.path.realpath(target))  # through a link to what it names
        self._target = target
        self._replace = overwrite
        self._warn = warn
        self._warned: set[str] = set()
        self._temporary = target.with_name(f".{uuid.uuid4().hex[:12]}.partial.tif")
        self._header = header
        self._begun = False
        self._waiting: WaitingRows | None = None
        self._dataset: Any = None
        co = creation_options(header.dtype, options, header.nodata)
        self._compressed = is_compressed(co)
        if not self._replace:
            require_free((target, *sidecars(target, options)))
        try:
            self._create(header, co)
        except BaseException:  # a signal, too
            self.discard()
            raise

    def __enter__(self) -> Writer:
        return self

    def __exit__(self, *_: object) -> None:
        self.discard()

    def _create(self, header: OutputHeader, co: list[str]) -> None:
        driver = gdal.GetDriverByName("GTiff")
        self._dataset, errors = call(
            lambda: driver.Create(
                encoded(str(self._temporary)),
                header.width,
                header.height,
                len(header.bands),
                GDAL_TYPES[header.dtype],
                co,
            )
        )
        if self._dataset is None:
            raise OutputError(
                "output {path!r} cannot be created ({reason}); check the creation options, the "
                "folder and the free space.",
                path=str(self._target),
                reason=self._by_its_name(errors.reason),
            )
        # a setter that fails says so; what PROJ mutters beside it is no failure
        described, refusals = call(lambda: self._describe(header))
        if described is None or described >= gdal.CE_Failure:
            self._fail(refusals)
        self._pass_on(errors)
        self._pass_on(refusals)

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
        if header.wkt and header.epoch and worst < gdal.CE_Failure:  # WKT 1 has no epoch
            crs = dataset.GetSpatialRef()
            crs.SetCoordinateEpoch(header.epoch)
            worst = max(worst, dataset.SetSpatialRef(crs) or 0)
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
        errors.excuse("PROJ: ")  # the CRS is written without its database, too
        if errors.messages or (isinstance(result, int) and result >= gdal.CE_Failure):
            self._fail(errors)
        self._pass_on(errors)

    def _pass_on(self, errors: Errors) -> None:
        """Tell the user what GDAL warns of, such as values that do not fit."""
        for warning in errors.warnings:
            if self._warn is not None and warning not in self._warned:
                self._warned.add(warning)
                self._warn(
                    Message(
                        "GDAL warns about output {path!r}: {warning}",
                        path=str(self._target),
                        warning=self._by_its_name(warning),
                    )
                )

    def _by_its_name(self, text: str) -> str:
        """Return what GDAL says of the unfinished file as said of the output."""
        text = text.replace(str(self._temporary), str(self._target))
        return text.replace(self._temporary.name, self._target.name)

    def _fail(self, errors: Errors) -> NoReturn:
        """Remove what was begun and tell the user why."""
        self._give_up(self._by_its_name(errors.reason))

    def _give_up(self, reason: str) -> NoReturn:
        self.discard()
        raise OutputError(
            "output {path!r} could not be written ({reason}); check the free space, the rights on "
            "its folder and the creation options.",
            path=str(self._target),
            reason=reason,
        )

    def write(self, row: int, column: int, pixels: Array) -> None:
        """Write a block `(B, h, w)` of the output's type, through to the disk.

        The first one tells how the others will lie: at the origin, and the largest of all.
        """
        with self._refusals_told():
            if not self._begun:
                self._begun = True
                self._prepare(*pixels.shape[1:])
            if self._waiting is None:
                self._write_through(row, column, pixels)
                return
            if not self._waiting.put(row, column, pixels):
                self._write_through(row, column, pixels)
            for first, rows in self._waiting.complete():
                self._write_through(first, 0, rows)

    @contextlib.contextmanager
    def _refusals_told(self) -> Iterator[None]:
        """Tell the user what the system refuses where rows wait."""
        try:
            yield
        except OSError as error:
            self._give_up(error.strerror or str(error))

    def _prepare(self, height: int, width: int) -> None:
        """Let rows wait where blocks of this size would store pieces of the file repeatedly."""
        header = self._header
        piece = self._dataset.GetRasterBand(1).GetBlockSize()
        sides = ((width, piece[0], header.width), (height, piece[1], header.height))
        if self._compressed and not all(fits(*each) for each in sides):
            shape = (len(header.bands), header.height, header.width)
            folder = self._temporary.parent
            self._waiting = WaitingRows(folder, shape, np.dtype(header.dtype), piece[1])

    def _write_through(self, row: int, column: int, pixels: Array) -> None:
        # no other name for the dataset: it must be gone when `discard` lets go of it
        self._do(lambda: self._dataset.WriteArray(pixels, column, row))
        # written now and in this thread, so that a full disk is noticed here
        self._do(lambda: self._dataset.FlushCache())

    def commit(self) -> None:
        """Close the file and give it its name; whatever may be replaced there is, at once.

        Raises:
            OutputError: it cannot be closed or named, or another file has taken the name.
        """
        with self._refusals_told():
            for row, pixels in self._waiting.rest() if self._waiting is not None else ():
                self._write_through(row, 0, pixels)
        self._do(self._close)
        try:
            put_in_place(self._temporary, self._target, self._replace)
        except FileExistsError as error:
            self.discard()
            require_free((Path(error.filename2 or error.filename),))
            raise self._misplaced(error) from error  # and is gone again
        except OSError as error:
            self.discard()
            raise self._misplaced(error) from error

    def _misplaced(self, error: OSError) -> OutputError:
        return OutputError(
            "output {path!r} could not be put in place ({reason}); close other programs that "
            "use it.",
            path=str(error.filename2 or error.filename or self._target),
            reason=error.strerror,
        )

    def _close(self) -> None:
        self._dataset.FlushCache()
        self._dataset = None

    def discard(self) -> None:
        """Remove what is unfinished; does nothing after `commit`."""
        call(self._release)
        if self._waiting is not None:
            self._waiting.close()
        for path in belonging(self._temporary):
            with contextlib.suppress(OSError):
                path.unlink()

    def _release(self) -> None:
        self._dataset = None


def fits(length: int, piece: int, whole: int) -> bool:
    """Say whether blocks of a length cut no piece of the file in two, along one side."""
    return length % piece == 0 or length >= whole


def limit_cache(size: int = 256_000_000) -> None:
    """Bound GDAL's cache of blocks, which else grows to a share of the memory.

    For a process of our own alone: in QGIS the cache is everybody's.
    """
    gdal.SetCacheMax(size)
