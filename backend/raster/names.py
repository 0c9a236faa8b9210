"""Names that GDAL opens, and the files behind them: archives, parts of files, virtual rasters."""

from __future__ import annotations

import html
import os
import re
from collections.abc import Iterator
from pathlib import Path

from osgeo import gdal

from qgis_pansharp.backend.raster.calls import call, encoded

# where a file's name can begin and end in a composed one, such as /vsisubfile/0_99,/a/b.tif,
# /vsizip/a.zip/b.tif, GTIFF_DIR:2:b.tif, vrt://b.tif?bands=1, NETCDF:"b.nc":x
_BEGINS = re.compile(r"/vsi\w+/|://|[,:=\"{]")
_ENDS = re.compile(r"[/\\:?,\"}]|$")
_SOURCES = re.compile(r"<Source(?:Filename|Dataset)\b([^>]*)>([^<]*)<")


def reads(name: str, path: Path) -> bool:
    """Say whether a name that GDAL opens is that file, or leads into it."""
    if _same_file(name, path):
        return True
    if not os.path.lexists(path) or os.path.exists(name):
        return False  # a plain name is nothing but what it says
    return any(_same_file(part, path) for part in _parts(name))


def _parts(name: str) -> Iterator[str]:
    """Yield all that may be a file in a composed name, and much that is none."""
    for begin in _BEGINS.finditer(name):
        for end in _ENDS.finditer(name, begin.end() + 1):
            yield name[begin.end() : end.start()]


def _same_file(name: str, path: Path) -> bool:
    try:
        return Path(name).resolve() == path.resolve() or path.samefile(name)
    except (OSError, RuntimeError, ValueError):  # one of them does not exist, or is no name
        return False


def files_of(dataset: gdal.Dataset) -> tuple[str, ...]:
    """Return all names that a dataset reads, also through virtual rasters in virtual rasters."""
    found: dict[str, None] = {}  # in order
    waiting = _read_by(dataset)
    while waiting:
        name = waiting.pop()
        if name in found:
            continue
        found[name] = None
        # by what it holds: a virtual raster may be called as one likes
        gdal_name = encoded(name)
        driver, _ = call(
            lambda name=gdal_name: gdal.IdentifyDriverEx(name, gdal.OF_RASTER, ["VRT"])  # type: ignore[misc]
        )
        if driver is not None:
            inner, _ = call(lambda name=gdal_name: gdal.OpenEx(name, gdal.OF_RASTER, ["VRT"]))  # type: ignore[misc]
            waiting += _read_by(inner) if inner is not None else []
    return tuple(found)


def _read_by(dataset: gdal.Dataset) -> list[str]:
    """Return what a dataset reads by itself: its files, and a virtual raster's sources.

    GDAL leaves sources out of its list that are no plain files.
    """
    names = [os.fsdecode(name) for name in dataset.GetFileList() or ()]
    folder = os.path.dirname(dataset.GetDescription())  # noqa: PTH120 - maybe inside an archive
    for xml in dataset.GetMetadata_List("xml:VRT") or ():
        for attributes, text in _SOURCES.findall(xml):
            source = html.unescape(text)
            relative = re.search(r"relativeTo(?:VRT|Vrt)=\"1\"", attributes)
            names.append(os.path.join(folder, source) if relative else source)  # noqa: PTH118
    return names
