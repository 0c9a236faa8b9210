"""A header that promises what cannot be sharpened is refused with GDAL's reason."""

from __future__ import annotations

import zipfile
from pathlib import Path

import numpy as np
import pytest
from osgeo import gdal

from qgis_pansharp.backend.errors import BandError, InputFileError
from qgis_pansharp.backend.raster import read_info, require_sharpenable
from tests.backend.rasters import textured, write


def test_signed_bytes_are_no_unsigned_ones(tmp_path: Path) -> None:
    path = tmp_path / "ms.tif"
    driver = gdal.GetDriverByName("GTiff")
    if "Int8" in (driver.GetMetadataItem("DMD_CREATIONDATATYPES") or "").split():
        dataset = driver.Create(str(path), 8, 8, 2, gdal.GDT_Int8)
    else:
        dataset = driver.Create(str(path), 8, 8, 2, gdal.GDT_Byte, ["PIXELTYPE=SIGNEDBYTE"])
    dataset.GetRasterBand(1).WriteArray(np.full((8, 8), 7, np.uint8))
    del dataset
    info = read_info(path, "MS")
    assert info.dtype == "Int8"
    with pytest.raises(BandError, match="Int8"):
        require_sharpenable(info, "MS")
    assert read_info(write(path, textured(2, 8, 8, dtype="uint8")), "MS").dtype == "uint8"


@pytest.mark.parametrize("content", ["hello", ""])
def test_what_is_no_raster_is_refused_with_a_reason(tmp_path: Path, content: str) -> None:
    (tmp_path / "text.tif").write_text(content)
    with pytest.raises(InputFileError, match=r"\(.*not recognized.*[^.]\)") as caught:
        read_info(tmp_path / "text.tif", "PAN")
    assert "no reason" not in str(caught.value)
    assert "\n" not in str(caught.value)


def test_what_an_archive_does_not_hold_is_refused_with_a_reason(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        archive.writestr("b.txt", "hello")
    with pytest.raises(InputFileError, match="cannot be read as a raster") as caught:
        read_info(f"/vsizip/{tmp_path}/a.zip/no.tif", "PAN")
    assert "no reason" not in str(caught.value)


def test_names_that_are_no_unicode_are_read(tmp_path: Path) -> None:
    path = write(tmp_path / "ms.tif", textured(2, 8, 8), 2.0, names=("Gr__n", "Rot"))
    dataset = gdal.Open(str(path), gdal.GA_Update)
    dataset.SetMetadataItem("TIFFTAG_ARTIST", "M__ller")
    dataset.SetMetadataItem("TIFFTAG_MAXSAMPLEVALUE", "77")  # of these pixels
    dataset.GetRasterBand(2).SetMetadataItem("note", "sch__n")
    del dataset
    path.write_bytes(path.read_bytes().replace(b"__", b"\xfc\xdf"))
    info = read_info(path, "MS")
    assert [band.description for band in info.bands] == ["Grüßn", "Rot"]
    assert ("note", "schüßn") in info.bands[1].metadata
    assert info.metadata == {"TIFFTAG_ARTIST": "Müßller"}
