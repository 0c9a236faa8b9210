"""Windows in, blocks out: the only file of the product that calls GDAL.

A `RasterInfo` is what the header says, a `Reader` gives windows with their mask, a `Writer` makes a
GeoTIFF that appears under its name only when it is complete. GDAL's exceptions are a switch of
the whole process and are left as they are: both ways of failing are handled here.
"""

from __future__ import annotations

import contextlib
import os
import re
import uuid
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar

import numpy as np
from osgeo import gdal, osr

from qgis_pansharp.backend.arrays import Array
from qgis_pansharp.backend.errors import BandError, InputFileError, OutputError

Geotransform = tuple[float, float, float, float, float, float]
T = TypeVar("T")

# GDAL data types that are sharpened, by NumPy's name
GDAL_TYPES = {
    "uint8": gdal.GDT_Byte,
    "uint16": gdal.GDT_UInt16,
    "int16": gdal.GDT_Int16,
    "float32": gdal.GDT_Float32,
}
NUMPY_TYPES = {code: name for name, code in GDAL_TYPES.items()}
PREDICTABLE = {"DEFLATE", "LZW", "ZSTD"}
SIDECARS = (".aux.xml", ".ovr", ".msk")
_COMPOSED = re.compile(r"://|^/vsi|^\w{2,}:|^\s*<")  # names that are no plain path


@dataclass(frozen=True)
class BandInfo:
    """What a band says of itself beside its pixels."""

    description: str
    nodata: float | None
    colour: int  # GDAL's colour interpretation
    scale: float | None
    offset: float | None
    unit: str
    metadata: tuple[tuple[str, str], ...] = ()

    @property
    def is_alpha(self) -> bool:
        """Whether the band says that it is transparency."""
        return self.colour == gdal.GCI_AlphaBand


@dataclass(frozen=True)
class GroundControl:
    """Ground control points: (column, row, x, y, z) each, and their CRS."""

    points: tuple[tuple[float, float, float, float, float], ...]
    wkt: str


@dataclass(frozen=True)
class RasterInfo:
    """A raster's header."""

    path: str
    files: tuple[str, ...]  # all that GDAL reads, sources of a VRT included
    width: int
    height: int
    dtype: str  # NumPy's name, or GDAL's where it is none that is sharpened
    bands: tuple[BandInfo, ...]
    geotransform: Geotransform | None
    wkt: str
    area_or_point: str | None
    ground_control: GroundControl | None
    metadata: dict[str, str]  # TIFF tags
    rpc: dict[str, str]

    @property
    def nodata(self) -> float | None:
        """The first nodata value that a band states."""
        return next((band.nodata for band in self.bands if band.nodata is not None), None)


class _Errors:
    """GDAL's messages of this thread while a call is watched."""

    def __init__(self) -> None:
        self.messages: list[str] = []

    def __call__(self, severity: int, _number: int, message: str) -> None:
        if severity >= gdal.CE_Failure:
            self.messages.append(message)

    @property
    def reason(self) -> str:
        """The first message, as it usually names the cause."""
        return self.messages[0].strip() if self.messages else "GDAL gives no reason"


@contextlib.contextmanager
def _watched() -> Iterator[_Errors]:
    """Collect GDAL's errors instead of printing them, exceptions switched on or not."""
    errors = _Errors()
    gdal.PushErrorHandler(errors)
    try:
        yield errors
    except RuntimeError as error:  # GDAL's exceptions are switched on
        errors.messages.append(str(error))
    finally:
        gdal.PopErrorHandler()


def _call(action: Callable[[], T]) -> tuple[T | None, _Errors]:
    """Run one call of GDAL; the result is None where it failed."""
    result: T | None = None
    with _watched() as errors:
        result = action()
    return result, errors


def _open(path: str | Path, role: str) -> gdal.Dataset:
    text = os.fspath(path)
    dataset, errors = _call(lambda: gdal.OpenEx(text, gdal.OF_RASTER))
    if dataset is None:
        name = shortened(text)
        if Path(text).suffix and not os.path.lexists(text) and not _COMPOSED.search(text):
            raise InputFileError(f"{role} file {name} does not exist; check the path.")
        if os.path.isdir(text):
            raise InputFileError(f"{role} file {name} is a folder; choose a raster in it.")
        if os.path.exists(text) and not os.access(text, os.R_OK):
            raise InputFileError(f"{role} file {name} may not be read; ask for the right to.")
        raise InputFileError(
            f"{role} file {name} cannot be read as a raster ({errors.reason}); "
            "choose an existing file that GDAL can open."
        )
    return dataset


def shortened(text: str) -> str:
    """Return a name in quotes for a message, its middle left out where it is long."""
    return repr(text if len(text) <= 200 else f"{text[:90]} ... {text[-90:]}")


def read_info(path: str | Path, role: str) -> RasterInfo:
    """Read a raster's header.

    Args:
        path: any raster that GDAL opens.
        role: "PAN" or "MS", for messages.

    Raises:
        InputFileError: the file is missing, unreadable, or holds no raster.
    """
    dataset = _open(path, role)
    with _watched():
        return _header(dataset, os.fspath(path), role)
    raise InputFileError(
        f"{role} file {os.fspath(path)!r} has an unreadable header; get an intact copy."
    )


def _header(dataset: gdal.Dataset, path: str, role: str) -> RasterInfo:
    if dataset.RasterCount == 0:
        raise InputFileError(
            f"{role} file {path!r} holds no raster band; name the raster inside it that you mean."
        )
    bands = [dataset.GetRasterBand(i + 1) for i in range(dataset.RasterCount)]
    types = {band.DataType for band in bands}
    widest = bands[0].DataType
    for code in types:
        widest = gdal.DataTypeUnion(widest, code)
    transform = dataset.GetGeoTransform(can_return_null=True)
    return RasterInfo(
        path=path,
        files=_files(dataset),
        width=dataset.RasterXSize,
        height=dataset.RasterYSize,
        dtype=NUMPY_TYPES.get(widest, gdal.GetDataTypeName(widest)),
        bands=tuple(_band_info(band) for band in bands),
        geotransform=None if transform is None else tuple(transform),
        wkt=dataset.GetProjection() or "",
        area_or_point=dataset.GetMetadataItem("AREA_OR_POINT"),
        ground_control=_ground_control(dataset),
        metadata={
            key: value
            for key, value in dataset.GetMetadata().items()
            if key.startswith("TIFFTAG_") and not key.endswith("RESOLUTION")
        },
        rpc=dict(dataset.GetMetadata("RPC") or {}),
    )


def _files(dataset: gdal.Dataset) -> tuple[str, ...]:
    """Return all files that a dataset reads, also through nested VRTs."""
    found: list[str] = []
    waiting = list(dataset.GetFileList() or ())
    while waiting:
        file = waiting.pop()
        if file in found:
            continue
        found.append(file)
        if file.lower().endswith(".vrt"):
            inner, _ = _call(lambda file=file: gdal.OpenEx(file, gdal.OF_RASTER))  # type: ignore[misc]
            waiting += (inner.GetFileList() or ()) if inner is not None else ()
    return tuple(found)


def _ground_control(dataset: gdal.Dataset) -> GroundControl | None:
    points = dataset.GetGCPs()
    if not points:
        return None
    return GroundControl(
        tuple((p.GCPPixel, p.GCPLine, p.GCPX, p.GCPY, p.GCPZ) for p in points),
        dataset.GetGCPProjection() or "",
    )


def _band_info(band: gdal.Band) -> BandInfo:
    return BandInfo(
        description=band.GetDescription() or "",
        nodata=band.GetNoDataValue(),
        colour=band.GetColorInterpretation(),
        scale=band.GetScale(),
        offset=band.GetOffset(),
        unit=band.GetUnitType() or "",
        metadata=tuple(
            (key, value)
            for key, value in sorted((band.GetMetadata() or {}).items())
            if not key.startswith("STATISTICS_")
        ),
    )


def colour_name(info: BandInfo) -> str:
    """Return GDAL's name of a band's colour interpretation in lower case, such as "red"."""
    return (gdal.GetColorInterpretationName(info.colour) or "").lower()


def same_crs(first: str, second: str) -> bool:
    """Whether two WKT strings mean one CRS, whatever their spelling and axis order."""
    if first == second:
        return True
    if not first or not second:
        return False

    def compare() -> bool:
        one, other = osr.SpatialReference(), osr.SpatialReference()
        for crs, wkt in ((one, first), (other, second)):
            crs.ImportFromWkt(wkt)
            if hasattr(crs, "StripVertical"):
                crs.StripVertical()
        options = [
            "IGNORE_DATA_AXIS_TO_SRS_AXIS_MAPPING=YES",
            "CRITERION=EQUIVALENT_EXCEPT_AXIS_ORDER_GEOGCRS",
        ]
        return bool(one.IsSame(other, options))

    same, _ = _call(compare)
    return bool(same)


def crs_name(wkt: str) -> str:
    """Return a CRS's name for messages."""
    if not wkt:
        return "none"
    name, _ = _call(lambda: osr.SpatialReference(wkt).GetName())
    return name or "unnamed"


class Reader:
    """Windows of one raster, with the mask of its valid pixels. A context manager."""

    def __init__(self, path: str | Path, role: str) -> None:
        """Open read-only; raises InputFileError like `read_info`."""
        self._path = os.fspath(path)
        self._role = role
        self._dataset: gdal.Dataset | None = _open(path, role)
        count = self._dataset.RasterCount
        self._bands = [self._dataset.GetRasterBand(i + 1) for i in range(count)]
        # bands that share one mask (an alpha band, a mask file) are asked once
        self._masks: list[gdal.Band] = []
        for band in self._bands:
            flags = band.GetMaskFlags()
            # all bands are data here: one that is tagged alpha by default is no mask
            if flags & (gdal.GMF_ALL_VALID | gdal.GMF_ALPHA):
                continue
            self._masks.append(band.GetMaskBand())
            if flags & gdal.GMF_PER_DATASET and not flags & gdal.GMF_NODATA:
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
        """Whether the raster can have invalid pixels by its header."""
        return bool(self._masks)

    def read(self, row: int, column: int, height: int, width: int) -> tuple[Array, Array]:
        """Return the pixels `(B, height, width)` and what is valid `(height, width)` bool.

        A pixel is valid where every band is; NaN and infinity never are.

        Raises:
            InputFileError: GDAL cannot read the window.
        """
        if self._dataset is None:
            raise InputFileError(f"{self._role} file {self._path!r} is closed already.")
        dataset = self._dataset
        window = (column, row, width, height)
        pixels, errors = _call(lambda: dataset.ReadAsArray(*window))
        if pixels is None or errors.messages:
            raise self._damaged(row, column, errors)
        pixels = pixels.reshape(len(self._bands), height, width)
        valid: Array = np.ones((height, width), dtype=bool)
        for band in self._masks:
            mask, errors = _call(lambda band=band: band.ReadAsArray(*window))  # type: ignore[misc]
            if mask is None or errors.messages:
                raise self._damaged(row, column, errors)
            valid &= mask != 0
        if np.issubdtype(pixels.dtype, np.floating):
            valid &= np.isfinite(pixels).all(axis=0)
        return pixels, valid

    def _damaged(self, row: int, column: int, errors: _Errors) -> InputFileError:
        return InputFileError(
            f"{self._role} file {self._path!r} cannot be read at row {row}, column {column} "
            f"({errors.reason}); get an intact copy with all files that belong to it."
        )


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


def creation_options(dtype: str, given: tuple[str, ...]) -> list[str]:
    """Return GeoTIFF creation options: tiled, compressed, big when needed, then those given.

    Raises:
        OutputError: an option is no KEY=VALUE or unknown to GDAL.
    """
    options = {
        "TILED": "YES",
        "BLOCKXSIZE": "256",
        "BLOCKYSIZE": "256",
        "COMPRESS": "DEFLATE",
        "PREDICTOR": "3" if dtype == "float32" else "2",
        "BIGTIFF": "IF_SAFER",
        # else GDAL takes three or four bands of bytes for colours and transparency
        "PHOTOMETRIC": "MINISBLACK",
        "ALPHA": "NO",
    }
    known = known_options()
    chosen: dict[str, str] = {}
    for option in given:
        key, separator, value = option.partition("=")
        key = key.strip().upper()
        if not separator or not key:
            raise OutputError(
                f"creation option {option!r} must have the form KEY=VALUE, such as COMPRESS=LZW."
            )
        if known and key not in known:
            raise OutputError(
                f"creation option {key!r} is not known to GDAL's GeoTIFF driver; leave it out."
            )
        value = value.strip()
        choices = known.get(key, ())
        if choices and value.upper() not in {choice.upper() for choice in choices}:
            raise OutputError(
                f"creation option {option!r} has no meaning to GDAL; {key} takes one of "
                f"{', '.join(choices)}."
            )
        chosen[key] = value
    if chosen.get("COMPRESS", "DEFLATE").upper() not in PREDICTABLE or "NBITS" in chosen:
        del options["PREDICTOR"]
    if chosen.get("TILED", "YES").upper() in ("NO", "FALSE", "OFF", "0"):
        del options["BLOCKXSIZE"], options["BLOCKYSIZE"]
    options.update(chosen)
    return [f"{key}={value}" for key, value in options.items()]


def known_options() -> dict[str, tuple[str, ...]]:
    """Return the GeoTIFF driver's creation options, each with its choices or none."""
    described = gdal.GetDriverByName("GTiff").GetMetadataItem("DMD_CREATIONOPTIONLIST") or ""
    options = {}
    for key, rest in re.findall(
        r"<Option name='([^']+)'([^<]*(?:<Value[^<]*</Value>\s*)*)", described
    ):
        options[key] = tuple(re.findall(r">([^<>]+)</Value>", rest))
    return options


def check_output(output: str | Path, inputs: tuple[str | Path, ...], overwrite: bool) -> Path:
    """Return the output as a path that may be written.

    Raises:
        OutputError: it is an input, exists already, has no folder, or is no GeoTIFF by its name.
    """
    path = Path(output)
    if path.suffix.lower() not in (".tif", ".tiff"):
        raise OutputError(f"output {str(path)!r} must be a GeoTIFF: give it a name ending in .tif.")
    for used in inputs:
        if _same_file(path, Path(used)):
            raise OutputError(
                f"output {str(path)!r} is the same file as an input; choose another name."
            )
    if os.path.isdir(path):
        raise OutputError(f"output {str(path)!r} is a folder; give the name of a file in it.")
    if os.path.lexists(path) and not overwrite:
        raise OutputError(
            f"output {str(path)!r} exists already; choose another name or allow overwriting "
            "(--overwrite)."
        )
    folder = path.absolute().parent
    if not os.path.isdir(folder):
        name = shortened(str(folder))
        raise OutputError(f"output folder {name} does not exist; create it first.")
    if not os.access(folder, os.W_OK):
        raise OutputError(f"output folder {str(folder)!r} cannot be written to; choose another.")
    return path


def _same_file(first: Path, second: Path) -> bool:
    try:
        return first.resolve() == second.resolve() or first.samefile(second)
    except (OSError, RuntimeError):  # one of them does not exist
        return False


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
        self._dataset, errors = _call(
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
                f"output {str(target)!r} cannot be created ({errors.reason}); check the creation "
                "options, the folder and the free space."
            )
        # a setter that fails says so; what PROJ mutters beside it is no failure
        described, errors = _call(lambda: self._describe(header))
        if described is None or described >= gdal.CE_Failure:
            self._fail(errors)

    def __enter__(self) -> Writer:
        return self

    def __exit__(self, *_: object) -> None:
        self.discard()

    def _describe(self, header: OutputHeader) -> int:
        """Write the header; return the worst code of the setters that matter."""
        dataset = self._dataset
        worst = gdal.CE_None
        if header.geotransform is not None:
            worst = max(worst, dataset.SetGeoTransform(header.geotransform) or 0)
            if header.wkt:
                worst = max(worst, dataset.SetProjection(header.wkt) or 0)
        elif header.ground_control is not None:
            points = [gdal.GCP(x, y, z, c, r) for c, r, x, y, z in header.ground_control.points]
            worst = max(worst, dataset.SetGCPs(points, header.ground_control.wkt) or 0)
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
        result, errors = _call(action)
        if errors.messages or (isinstance(result, int) and result >= gdal.CE_Failure):
            self._fail(errors)

    def _fail(self, errors: _Errors) -> None:
        """Remove what was begun and tell the user why."""
        reason = errors.reason
        self.discard()
        raise OutputError(
            f"output {str(self._target)!r} could not be written ({reason}); check the free "
            "space, the rights on its folder and the creation options."
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
                f"output {str(self._target)!r} could not be put in place ({error.strerror}); "
                "close other programs that use it."
            ) from error

    def _close(self) -> None:
        self._dataset.FlushCache()
        self._dataset = None

    def discard(self) -> None:
        """Remove what is unfinished; does nothing after `commit`."""
        _call(self._release)
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


def require_sharpenable(info: RasterInfo, role: str) -> None:
    """Refuse pixels that are no radiance of a type that can be kept.

    Raises:
        BandError: naming the file, what is wrong and what to do.
    """
    if any(band.colour == gdal.GCI_PaletteIndex for band in info.bands):
        raise BandError(
            f"{role} file {info.path!r} holds indices of a palette, not brightness; choose the "
            "original image."
        )
    if info.dtype not in GDAL_TYPES:
        raise BandError(
            f"{role} file {info.path!r} has data type {info.dtype}; convert it to one of "
            "UInt8, UInt16, Int16 or Float32."
        )
