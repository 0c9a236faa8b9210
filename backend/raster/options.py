"""What the user may ask of an output: its name and its creation options."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterable
from pathlib import Path

import numpy as np
from osgeo import gdal

from qgis_pansharp.backend.errors import OutputError
from qgis_pansharp.backend.raster.info import GDAL_TYPES, shortened
from qgis_pansharp.backend.raster.names import reads

PREDICTABLE = {"DEFLATE", "LZW", "ZSTD"}
NO = ("NO", "FALSE", "OFF", "0")
# bits that GDAL stores a value of a type in; it takes others for one of these, with a warning
BITS = {
    "uint8": range(1, 9),
    "uint16": range(9, 17),
    "int16": range(16, 17),
    "float32": range(16, 33, 16),
}
# meanings of bands that pixels of theirs are converted for
UNREAD = ("CMYK", "CIELAB", "ICCLAB", "ITULAB")
# sidecars by the creation options that ask for them, and what follows the output's stem
SIDECARS = {"TFW": ".tfw", "RPB": ".RPB", "RPCTXT": "_RPC.TXT"}


def creation_options(dtype: str, given: tuple[str, ...], nodata: float | None = None) -> list[str]:
    """Return GeoTIFF creation options: tiled, compressed, big when needed, then those given.

    Args:
        dtype: NumPy's name of the output's type.
        given: by the user, each KEY=VALUE.
        nodata: the value that fewer bits must still hold, None for none.

    Raises:
        OutputError: an option is no KEY=VALUE, unknown to GDAL, leaves too few bits, or lets
            other pixels be read than are written.
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
    chosen = _chosen(given)
    foreign = _is_foreign(chosen.get("ENDIANNESS", "NATIVE"))
    _require_readable(chosen, foreign)
    if "NBITS" in chosen:
        _require_bits(chosen["NBITS"], dtype, nodata)
    if foreign and dtype == "float32":
        options["PREDICTOR"] = "2"  # libtiff garbles the other one there
    if chosen.get("COMPRESS", "DEFLATE").upper() not in PREDICTABLE or "NBITS" in chosen:
        del options["PREDICTOR"]
    if chosen.get("TILED", "YES").upper() in NO:
        del options["BLOCKXSIZE"], options["BLOCKYSIZE"]
    options.update(chosen)
    return [f"{key}={value}" for key, value in options.items()]


def _chosen(given: tuple[str, ...]) -> dict[str, str]:
    """Return the user's options by their names in upper case; refuse what GDAL does not know."""
    known = known_options()
    chosen: dict[str, str] = {}
    for option in given:
        key, separator, value = option.partition("=")
        key = key.strip().upper()
        if not separator or not key:
            raise OutputError(
                "creation option {option!r} must have the form KEY=VALUE, such as COMPRESS=LZW.",
                option=option,
            )
        if known and key not in known:
            raise OutputError(
                "creation option {key!r} is not known to GDAL's GeoTIFF driver; leave it out.",
                key=key,
            )
        value = value.strip()
        choices = known.get(key, ())
        if choices and value.upper() not in {choice.upper() for choice in choices}:
            raise OutputError(
                "creation option {option!r} has no meaning to GDAL; {key} takes one of {choices}.",
                option=option,
                key=key,
                choices=", ".join(choices),
            )
        chosen[key] = value
    return chosen


def _is_foreign(order: str) -> bool:
    """Say whether an order of bytes is not this computer's."""
    return order.upper() not in ("NATIVE", sys.byteorder.upper())


def _require_readable(chosen: dict[str, str], foreign: bool) -> None:
    """Refuse options with which GDAL reads other pixels than it was given.

    Signed bytes above 127 are negative, before GDAL 3.7 and after; bands that are called printing
    inks or the like are turned into colours.
    """
    refused = {"PIXELTYPE": ("SIGNEDBYTE",), "PHOTOMETRIC": UNREAD}
    if foreign:
        refused["PREDICTOR"] = ("3",)
    for key, values in refused.items():
        if chosen.get(key, "").upper() in values:
            raise OutputError(
                "creation option {option!r} would let programs read other pixels here than were "
                "written; leave it out.",
                option=f"{key}={chosen[key]}",
            )


def _require_bits(text: str, dtype: str, nodata: float | None) -> None:
    """Refuse a number of bits that GDAL replaces by another, or that does not hold nodata."""
    bits = int(text) if text.isdecimal() else 0
    if bits not in BITS[dtype]:
        raise OutputError(
            "creation option {option!r} does not suit data type {dtype}; {key} takes one of "
            "{choices} there.",
            option=f"NBITS={text}",
            dtype=gdal.GetDataTypeName(GDAL_TYPES[dtype]),
            key="NBITS",
            choices=", ".join(map(str, BITS[dtype])),
        )
    if nodata is not None and not _holds(bits, dtype, nodata):
        raise OutputError(
            "creation option {option!r} leaves too few bits for the nodata value {nodata:g}; give "
            "more bits or leave it out.",
            option=f"NBITS={text}",
            nodata=nodata,
        )


def _holds(bits: int, dtype: str, value: float) -> bool:
    """Say whether so many bits of a type hold a value as it is.

    What the type itself cannot hold is no nodata value of the output.
    """
    if dtype != "float32":
        every = np.iinfo(dtype)
        fitting = every.min <= value <= every.max
        return not fitting or bits >= every.bits or value < 2**bits
    narrow = np.float16 if bits == 16 else np.float32
    with np.errstate(over="ignore"):
        return bool(np.isnan(value) or narrow(value) == np.float32(value))


def is_compressed(options: list[str]) -> bool:
    """Say whether a file that is made with these options is compressed."""
    return "COMPRESS=NONE" not in (option.upper() for option in options)


def is_lossy(options: list[str]) -> bool:
    """Say whether pixels of a file that is made with these options may come back changed."""
    values = dict(option.upper().split("=", 1) for option in options)
    scheme = values.get("COMPRESS", "NONE")
    if scheme.startswith("LERC"):
        return values.get("MAX_Z_ERROR", "0").strip("0.") != ""
    if values.get("DISCARD_LSB", "0").strip("0,") != "":
        return True
    if scheme in ("WEBP", "JXL"):
        return values.get(f"{scheme}_LOSSLESS", "NO" if scheme == "WEBP" else "YES") in NO
    return scheme == "JPEG"


def known_options() -> dict[str, tuple[str, ...]]:
    """Return the GeoTIFF driver's creation options, each with its choices or none."""
    described = gdal.GetDriverByName("GTiff").GetMetadataItem("DMD_CREATIONOPTIONLIST") or ""
    options = {}
    for key, rest in re.findall(
        r"<Option name='([^']+)'([^<]*(?:<Value[^<]*</Value>\s*)*)", described
    ):
        options[key] = tuple(re.findall(r">([^<>]+)</Value>", rest))
    return options


def sidecars(output: Path, given: tuple[str, ...]) -> list[Path]:
    """Return the files beside the output that the user's creation options ask for."""
    options = _chosen(given)
    return [
        output.with_name(output.stem + ending)
        for key, ending in SIDECARS.items()
        if options.get(key, "NO").upper() not in NO
    ]


def check_output(
    output: str | Path,
    inputs: tuple[str | Path, ...],
    overwrite: bool,
    options: tuple[str, ...] = (),
) -> Path:
    """Return the output as a path that may be written.

    Args:
        output: what is to be written.
        inputs: names that GDAL opens, and the files behind them.
        overwrite: whether what stands there may be replaced, inputs never.
        options: creation options as the user gives them; some make further files.

    Raises:
        OutputError: it is an input, exists already, has no folder, or is no GeoTIFF by its name.
    """
    path = Path(output)
    if path.suffix.lower() not in (".tif", ".tiff"):
        raise OutputError(
            "output {path!r} must be a GeoTIFF: give it a name ending in .tif.", path=str(path)
        )
    if os.path.isdir(path):
        raise OutputError(
            "output {path!r} is a folder; give the name of a file in it.", path=str(path)
        )
    try:
        target = Path(os.path.realpath(path))
    except (OSError, ValueError) as error:  # its folder has gone, or it is no name for a file
        raise OutputError(
            "output {path!r} cannot be created ({reason}); check the creation options, the "
            "folder and the free space.",
            path=str(path),
            reason=str(error),
        ) from error
    further = sidecars(target, options)  # they bear the name of what a link leads to
    for written in (path, *further):
        if any(reads(str(name), written) for name in inputs):
            raise OutputError(
                "output {path!r} is the same file as an input; choose another name.",
                path=str(written),
            )
    if not overwrite:
        require_free((path, *further))
    folder = path.absolute().parent
    if not os.path.isdir(folder):
        raise OutputError(
            "output folder {name} does not exist; create it first.", name=shortened(str(folder))
        )
    if not os.access(folder, os.W_OK):
        raise OutputError(
            "output folder {folder!r} cannot be written to; choose another.", folder=str(folder)
        )
    return path


def require_free(paths: Iterable[Path]) -> None:
    """Refuse to replace what stands there.

    Raises:
        OutputError: naming the first file that does.
    """
    for path in paths:
        if os.path.lexists(path):
            raise OutputError(
                "output {path!r} exists already; choose another name or allow overwriting "
                "(--overwrite).",
                path=str(path),
            )
