"""What a raster's header says beside its pixels: its tags, and those of vendors' texts."""

from __future__ import annotations

from pathlib import Path

from qgis_pansharp.backend.raster.calls import watched
from qgis_pansharp.backend.raster.info import as_text, open_raster

# GDAL's domains: the file's own tags, then what GDAL finds in vendors' text (.IMD, DIMAP, MTL)
_DOMAINS = ("", "IMAGERY")


def read_tags(path: str | Path, role: str) -> dict[str, str]:
    """Read a raster's tags by their names in upper case, and `NBITS` of its first band.

    Where two have one name, the file's own counts. Vendors' names differ; values are as they are.

    Args:
        path: any raster that GDAL opens.
        role: "PAN" or "MS", for messages.

    Raises:
        InputFileError: the file is missing, unreadable, or holds no raster.
    """
    dataset = open_raster(path, role)
    tags: dict[str, str] = {}
    with watched():
        if dataset.RasterCount:
            bits = dataset.GetRasterBand(1).GetMetadataItem("NBITS", "IMAGE_STRUCTURE")
            if bits:
                tags["NBITS"] = bits
        for domain in _DOMAINS:
            for key, value in (dataset.GetMetadata(domain) or {}).items():
                tags.setdefault(as_text(key).upper(), as_text(value))
    return tags
