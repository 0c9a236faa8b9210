"""What the user may ask of an output: its name and its creation options."""

from __future__ import annotations

import os
import re
from pathlib import Path

from osgeo import gdal

from qgis_pansharp.backend.errors import OutputError
from qgis_pansharp.backend.raster.info import shortened

PREDICTABLE = {"DEFLATE", "LZW", "ZSTD"}


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
        raise OutputError(
            "output {path!r} must be a GeoTIFF: give it a name ending in .tif.", path=str(path)
        )
    for used in inputs:
        if _same_file(path, Path(used)):
            raise OutputError(
                "output {path!r} is the same file as an input; choose another name.",
                path=str(path),
            )
    if os.path.isdir(path):
        raise OutputError(
            "output {path!r} is a folder; give the name of a file in it.", path=str(path)
        )
    if os.path.lexists(path) and not overwrite:
        raise OutputError(
            "output {path!r} exists already; choose another name or allow overwriting "
            "(--overwrite).",
            path=str(path),
        )
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


def _same_file(first: Path, second: Path) -> bool:
    try:
        return first.resolve() == second.resolve() or first.samefile(second)
    except (OSError, RuntimeError):  # one of them does not exist
        return False
