"""What a raster's header says: size, type, bands, georeference, and the files behind it."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass
from pathlib import Path

from osgeo import gdal

from qgis_pansharp.backend.errors import BandError, InputFileError
from qgis_pansharp.backend.raster.calls import call, encoded, is_escaped, watched
from qgis_pansharp.backend.raster.names import files_of

Geotransform = tuple[float, float, float, float, float, float]

# GDAL data types that are sharpened, by NumPy's name
GDAL_TYPES = {
    "uint8": gdal.GDT_Byte,
    "uint16": gdal.GDT_UInt16,
    "int16": gdal.GDT_Int16,
    "float32": gdal.GDT_Float32,
}
NUMPY_TYPES = {code: name for name, code in GDAL_TYPES.items()}
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
    wavelength: float | None = None  # of its middle, nm

    @property
    def is_alpha(self) -> bool:
        """Whether the band says that it is transparency."""
        return bool(self.colour == gdal.GCI_AlphaBand)


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
    epoch: float = 0.0  # year of the coordinates in a CRS that moves with the plates; 0 for none

    @property
    def nodata(self) -> float | None:
        """The first nodata value that a band states."""
        return next((band.nodata for band in self.bands if band.nodata is not None), None)


def open_raster(path: str | Path, role: str) -> gdal.Dataset:
    """Open a raster read-only.

    Raises:
        InputFileError: it is missing, a folder, not to be read, or no raster.
    """
    text = os.fspath(path)
    # only then GDAL says why it opens none
    dataset, errors = call(
        lambda: gdal.OpenEx(encoded(text), gdal.OF_RASTER | gdal.OF_VERBOSE_ERROR)
    )
    if dataset is None:
        names = {"role": role, "name": shortened(text)}
        if Path(text).suffix and not os.path.lexists(text) and not _COMPOSED.search(text):
            raise InputFileError("{role} file {name} does not exist; check the path.", **names)
        if os.path.isdir(text):
            raise InputFileError("{role} file {name} is a folder; choose a raster in it.", **names)
        if os.path.exists(text) and not os.access(text, os.R_OK):
            raise InputFileError(
                "{role} file {name} may not be read; ask for the right to.", **names
            )
        raise InputFileError(
            "{role} file {name} cannot be read as a raster ({reason}); choose an existing file "
            "that GDAL can open.",
            reason=errors.reason,
            **names,
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
    dataset = open_raster(path, role)
    with watched():
        return _header(dataset, os.fspath(path), role)
    raise InputFileError(
        "{role} file {path!r} has an unreadable header; get an intact copy.",
        role=role,
        path=os.fspath(path),
    )


def _header(dataset: gdal.Dataset, path: str, role: str) -> RasterInfo:
    if dataset.RasterCount == 0:
        raise InputFileError(
            "{role} file {path!r} holds no raster band; name the raster inside it that you mean.",
            role=role,
            path=path,
        )
    bands = [dataset.GetRasterBand(i + 1) for i in range(dataset.RasterCount)]
    types = {band.DataType for band in bands}
    widest = bands[0].DataType
    for code in types:
        widest = gdal.DataTypeUnion(widest, code)
    dtype = NUMPY_TYPES.get(widest, gdal.GetDataTypeName(widest))
    if any(_is_signed_byte(band) for band in bands):
        dtype = "Int8"
    transform = dataset.GetGeoTransform(can_return_null=True)
    crs = dataset.GetSpatialRef()
    return RasterInfo(
        path=path,
        files=files_of(dataset),
        width=dataset.RasterXSize,
        height=dataset.RasterYSize,
        dtype=dtype,
        bands=tuple(_band_info(band) for band in bands),
        geotransform=None if transform is None else tuple(transform),
        wkt=dataset.GetProjection() or "",
        area_or_point=dataset.GetMetadataItem("AREA_OR_POINT"),
        ground_control=_ground_control(dataset),
        metadata={
            key: value
            for key, value in _texts(dataset.GetMetadata()).items()
            if key.startswith("TIFFTAG_") and not key.endswith(("RESOLUTION", "SAMPLEVALUE"))
        },
        rpc=_texts(dataset.GetMetadata("RPC")),
        epoch=0.0 if crs is None else crs.GetCoordinateEpoch(),
    )


def as_text(value: str | bytes) -> str:
    """Return what is no UTF-8, which GDAL gives as bytes or surrogates, as it most likely reads."""
    if isinstance(value, str):
        if not is_escaped(value):
            return value
        value = value.encode("utf-8", "surrogateescape")
    return value.decode("latin-1")


def _texts(metadata: dict[str, str] | None) -> dict[str, str]:
    return {as_text(key): as_text(value) for key, value in (metadata or {}).items()}


def _is_signed_byte(band: gdal.Band) -> bool:
    """Say whether bytes are signed where GDAL has no type for them, before 3.7."""
    structure = band.GetMetadata("IMAGE_STRUCTURE") or {}
    return band.DataType == gdal.GDT_Byte and structure.get("PIXELTYPE") == "SIGNEDBYTE"


def _ground_control(dataset: gdal.Dataset) -> GroundControl | None:
    points = dataset.GetGCPs()
    if not points:
        return None
    return GroundControl(
        tuple((p.GCPPixel, p.GCPLine, p.GCPX, p.GCPY, p.GCPZ) for p in points),
        dataset.GetGCPProjection() or "",
    )


def _band_info(band: gdal.Band) -> BandInfo:
    description = as_text(band.GetDescription() or "")
    return BandInfo(
        description=description,
        nodata=band.GetNoDataValue(),
        colour=band.GetColorInterpretation(),
        scale=band.GetScale(),
        offset=band.GetOffset(),
        unit=as_text(band.GetUnitType() or ""),
        metadata=tuple(
            (key, value)
            for key, value in sorted(_texts(band.GetMetadata()).items())
            if not key.startswith("STATISTICS_")
        ),
        wavelength=_wavelength(band, description),
    )


_NANOMETRES = r"nm|nano\w*"
_MICROMETRES = r"[uµμ]m|micro\w*"
_LENGTH = re.compile(
    rf"(?<![\w.])(\d+\.?\d*|\.\d+)\s*(?:({_NANOMETRES})|({_MICROMETRES}))(?!\w)", re.IGNORECASE
)


def _wavelength(band: gdal.Band, description: str) -> float | None:
    """Return what a band says of its middle, nm: GDAL's own item, else ENVI's, else its name."""
    central = as_text(band.GetMetadataItem("CENTRAL_WAVELENGTH_UM", "IMAGERY") or "")
    given, units = (
        as_text(band.GetMetadataItem(key) or "") for key in ("wavelength", "wavelength_units")
    )
    if given and not units:  # none are as long in micrometres
        units = "nm" if re.match(r"\s*\d{3}", given) else "um"
    for text in (f"{central} um", f"{given} {units}", description):
        said = _LENGTH.search(text)
        if said:
            return float(said[1]) * (1 if said[2] else 1000)
    return None


def colour_name(info: BandInfo) -> str:
    """Return GDAL's name of a band's colour interpretation in lower case, such as "red"."""
    return (gdal.GetColorInterpretationName(info.colour) or "").lower()


def require_sharpenable(info: RasterInfo, role: str) -> None:
    """Refuse pixels that are no radiance of a type that can be kept.

    Raises:
        BandError: naming the file, what is wrong and what to do.
    """
    if any(band.colour == gdal.GCI_PaletteIndex for band in info.bands):
        raise BandError(
            "{role} file {path!r} holds indices of a palette, not brightness; choose the original "
            "image.",
            role=role,
            path=info.path,
        )
    if info.dtype not in GDAL_TYPES:
        raise BandError(
            "{role} file {path!r} has data type {dtype}; convert it to one of UInt8, UInt16, Int16 "
            "or Float32.",
            role=role,
            path=info.path,
            dtype=info.dtype,
        )
