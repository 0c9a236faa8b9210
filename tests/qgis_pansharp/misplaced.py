"""Copies of a pair that do not lie where rasters should: nowhere, or by control points alone."""

from __future__ import annotations

import shutil
from collections.abc import Iterable
from pathlib import Path

from osgeo import gdal
from qgis.core import QgsCoordinateReferenceSystem


def without_georeference(pair: Iterable[str | Path], folder: Path) -> tuple[str, str]:
    """Return copies of PAN and MS that lie nowhere."""
    copies = []
    for role, source in zip(("PAN", "MS"), pair):
        copies.append(str(folder / f"{role}.tif"))
        copy = gdal.Translate(copies[-1], str(source), options="-co PROFILE=BASELINE")
        del copy
        Path(copies[-1] + ".aux.xml").unlink(missing_ok=True)
    return copies[0], copies[1]


def without_system(pair: Iterable[str | Path], folder: Path) -> tuple[str, str]:
    """Return copies of PAN and MS that lie where they did, in no known system."""
    copies = []
    for role, source in zip(("PAN", "MS"), pair):
        copies.append(shutil.copy(source, folder / f"{role}.tif"))
        dataset = gdal.Open(str(copies[-1]), gdal.GA_Update)
        dataset.SetProjection("")
        del dataset
    return str(copies[0]), str(copies[1])


def by_control_points(pair: Iterable[str | Path], folder: Path) -> tuple[str, str]:
    """Return copies of which PAN, of 128 x 128 pixels, has control points and nothing else."""
    pan, ms = without_georeference(pair, folder)
    dataset = gdal.Open(pan, gdal.GA_Update)
    crs = QgsCoordinateReferenceSystem("EPSG:4326").toWkt()
    places = ((0, 0), (0, 128), (128, 0), (128, 128))
    dataset.SetGCPs([gdal.GCP(2 + x / 1e4, 48 - y / 1e4, 0, x, y) for x, y in places], crs)
    del dataset
    return pan, ms
