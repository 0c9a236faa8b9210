"""Files behind names that GDAL opens are known, so that no input is overwritten in disguise."""

from __future__ import annotations

import os
import shutil
import sys
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest
from osgeo import gdal

from qgis_pansharp.backend.errors import InputFileError, OutputError
from qgis_pansharp.backend.raster import check_output, read_info
from qgis_pansharp.backend.raster.names import reads
from qgis_pansharp.backend.request import SharpenRequest
from qgis_pansharp.backend.sharpen import sharpen
from tests.backend.rasters import pair, textured, write
from tests.backend.tiny_model import write_tiny_model


@pytest.fixture
def ms(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return write(tmp_path / "ms.tif", textured(2, 8, 8))


def refused(name: str, output: Path) -> None:
    """Check that an input by this name can be read, and its file not be written."""
    info = read_info(name, "MS")
    assert info.width == 8
    with pytest.raises(OutputError, match="same file as an input"):
        check_output(output, (name, *info.files), overwrite=True)


@pytest.mark.parametrize(
    "name",
    [
        "{path}",
        "ms.tif",
        "./ms.tif",
        "/vsisubfile/0_{size},{path}",
        "/vsisubfile/0_{size},ms.tif",
        "/vsisubfile/0_{size},/vsisubfile/0_{size},{path}",
        "GTIFF_DIR:1:{path}",
        "GTIFF_DIR:1:ms.tif",
        "vrt://{path}?bands=2,1",
        "vrt://ms.tif?bands=2,1",
    ],
)
def test_an_input_by_any_name_is_not_overwritten(ms: Path, name: str) -> None:
    refused(name.format(path=ms, size=ms.stat().st_size), ms)


@pytest.mark.parametrize("inner", ["inner.vrt", "inner.xml", "inner"])
def test_a_virtual_raster_by_any_name_is_looked_through(ms: Path, inner: str) -> None:
    gdal.BuildVRT(inner, [str(ms)]).FlushCache()
    gdal.BuildVRT("outer.vrt", [inner]).FlushCache()
    refused("outer.vrt", ms)


@pytest.mark.parametrize(
    "source", ["vrt://{path}?bands=1,2", "/vsisubfile/0_{size},{path}", "GTIFF_DIR:1:{path}"]
)
def test_a_virtual_rasters_composed_sources_are_looked_through(ms: Path, source: str) -> None:
    gdal.BuildVRT("outer.vrt", [source.format(path=ms, size=ms.stat().st_size)]).FlushCache()
    refused("outer.vrt", ms)


def test_a_virtual_raster_that_names_files_beside_it_is_looked_through(
    ms: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (ms.parent / "inner").mkdir()
    moved = ms.rename(ms.parent / "inner" / "ms.tif")
    gdal.Translate("inner/a.xml", "inner/ms.tif", format="VRT")
    assert 'relativeToVRT="1">ms.tif<' in Path("inner/a.xml").read_text()
    gdal.Warp("outer.vrt", "inner/a.xml", format="VRT")
    monkeypatch.chdir("/")
    refused(str(ms.parent / "outer.vrt"), moved)


def test_an_archive_by_the_outputs_name_is_not_overwritten(ms: Path) -> None:
    with zipfile.ZipFile("archive.tif", "w") as archive:
        archive.write("ms.tif")
    refused(f"/vsizip/{{{ms.parent}/archive.tif}}/ms.tif", ms.parent / "archive.tif")
    refused("/vsizip/{archive.tif}/ms.tif", ms.parent / "archive.tif")


@pytest.mark.parametrize(
    "name", ["other.tif", "/vsisubfile/0_9,other.tif", "folder/ms.tif", "/vsizip/a.zip/b/ms.tif"]
)
def test_other_files_may_be_overwritten(ms: Path, name: str) -> None:
    (ms.parent / "folder").mkdir()
    for other in ("other.tif", "folder/ms.tif"):
        shutil.copy(ms, other)
    assert not reads(name, ms)
    assert not reads(name, Path("ms.tif"))


@pytest.mark.skipif(sys.platform != "linux", reason="names are Unicode there")
def test_files_whose_names_are_no_unicode_are_read_and_written(tmp_path: Path) -> None:
    folder = tmp_path / os.fsdecode(b"M\xfcller")
    folder.mkdir()
    pan, ms = pair(tmp_path, 32, 32)
    for path in (pan, ms):
        path.rename(folder / path.name)
    model = write_tiny_model(tmp_path / "tiny.onnx")
    request = SharpenRequest(folder / "pan.tif", folder / "ms.tif", folder / "out.tif", model=model)
    sharpen(request)
    assert sorted(path.name for path in folder.iterdir()) == ["ms.tif", "out.tif", "pan.tif"]
    assert gdal.Open(os.fsencode(folder / "out.tif")).ReadAsArray().any()
    with pytest.raises(OutputError, match="same file as an input"):
        sharpen(replace(request, output=folder / "ms.tif", overwrite=True))
    (folder / "text.tif").write_text("hello")
    with pytest.raises(InputFileError, match=r"text\.tif' cannot be read as a raster"):
        sharpen(replace(request, pan=folder / "text.tif"))
