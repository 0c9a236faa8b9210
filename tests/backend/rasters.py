"""Tiny rasters from literal arrays, for tests."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
from osgeo import gdal, osr

Array = npt.NDArray[Any]
ORIGIN = (400_000.0, 5_000_000.0)


def utm(zone: int = 31) -> str:
    """Return a CRS as WKT."""
    crs = osr.SpatialReference()
    crs.ImportFromEPSG(32600 + zone)
    return str(crs.ExportToWkt())


def write(
    path: Path,
    image: Array,
    pixel: float | None = 0.5,
    origin: tuple[float, float] = ORIGIN,
    wkt: str | None = None,
    nodata: float | None = None,
    names: tuple[str, ...] = (),
) -> Path:
    """Write `(B, h, w)`; `pixel` None leaves out the georeference."""
    codes = {"uint8": 1, "uint16": 2, "int16": 3, "uint32": 4, "float32": 6, "float64": 7}
    bands, height, width = image.shape
    dataset = gdal.GetDriverByName("GTiff").Create(
        str(path), width, height, bands, codes[image.dtype.name]
    )
    if pixel is not None:
        dataset.SetGeoTransform((origin[0], pixel, 0, origin[1], 0, -pixel))
        dataset.SetProjection(utm() if wkt is None else wkt)
    for i in range(bands):
        band = dataset.GetRasterBand(i + 1)
        band.WriteArray(image[i])
        if nodata is not None:
            band.SetNoDataValue(nodata)
        if names:
            band.SetDescription(names[i])
    dataset.FlushCache()
    del dataset
    return path


def textured(bands: int, height: int, width: int, seed: int = 0, dtype: str = "uint16") -> Array:
    """Return a smooth random image of 11 bits (8 for uint8), `(bands, height, width)`."""
    random = np.random.default_rng(seed)
    rows, columns = np.mgrid[:height, :width]
    image = np.zeros((bands, height, width))
    for b in range(bands):
        for _ in range(6):
            a, c = random.uniform(0.02, 0.4, 2)
            image[b] += np.sin(a * rows + c * columns + random.uniform(0, 6))
    image = 600 + 80 * image + random.normal(0, 5, image.shape)
    if dtype == "uint8":
        image = image / 8
    if dtype == "float32":
        return (image / 2047).astype(np.float32)
    return np.rint(image).astype(dtype)


def pair(
    folder: Path,
    height: int = 128,
    width: int = 160,
    dtype: str = "uint16",
    names: tuple[str, ...] = ("blue", "green", "red", "nir"),
    ratio: int = 4,
) -> tuple[Path, Path]:
    """Write a PAN/MS pair that shows one texture, MS's bands by name; return both paths."""
    bands = len(names)
    fine = textured(bands, height, width, dtype="float32") * 2047
    coarse = fine.reshape(bands, height // ratio, ratio, width // ratio, ratio).mean(axis=(2, 4))
    scale = {"uint8": 1 / 8, "float32": 1 / 2047}.get(dtype, 1.0)

    def convert(image: Array) -> Array:
        image = image * scale
        return image.astype(dtype) if dtype == "float32" else np.rint(image).astype(dtype)

    pan = write(folder / "pan.tif", convert(fine.mean(axis=0, keepdims=True)))
    ms = write(folder / "ms.tif", convert(coarse), pixel=0.5 * ratio, names=names)
    return pan, ms


def read(path: Path) -> Array:
    """Return a raster as `(B, h, w)`."""
    values: Array = gdal.Open(str(path)).ReadAsArray()
    return values if values.ndim == 3 else values[None]
