"""Bad input gets one clear sentence and loses nothing."""

from __future__ import annotations

import shutil
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from osgeo import gdal

from qgis_pansharp.backend import errors
from qgis_pansharp.backend.request import SharpenRequest
from qgis_pansharp.backend.sharpen import check, sharpen
from tests.backend.listening import Listening
from tests.backend.rasters import ORIGIN, pair, read, textured, utm, write
from tests.backend.tiny_model import write_tiny_model


@pytest.fixture
def good(tmp_path: Path) -> SharpenRequest:
    pan, ms = pair(tmp_path, 64, 64)
    return SharpenRequest(pan, ms, tmp_path / "out.tif")


def refused(request: SharpenRequest, error: type[errors.PansharpError], *words: str) -> None:
    """Check that a request is refused in one sentence with these words, and changes nothing."""
    folder = request.ms.parent
    before = {path: path.read_bytes() for path in folder.iterdir() if path.is_file()}
    with pytest.raises(error) as caught:
        sharpen(request)
    message = str(caught.value)
    assert "\n" not in message
    assert message.endswith((".", '".'))
    for word in words:
        assert word in message
    assert {path: path.read_bytes() for path in folder.iterdir() if path.is_file()} == before


def test_a_missing_file(good: SharpenRequest) -> None:
    refused(replace(good, pan=good.pan.with_name("no.tif")), errors.InputFileError, "PAN", "no.tif")


def test_an_unreadable_file(good: SharpenRequest) -> None:
    bad = good.ms.with_name("bad.tif")
    bad.write_text("this is no raster")
    refused(replace(good, ms=bad), errors.InputFileError, "MS", "bad.tif", "cannot be read")


def test_a_truncated_file(good: SharpenRequest) -> None:
    cut = good.pan.with_name("cut.tif")
    content = good.pan.read_bytes()
    cut.write_bytes(content[: len(content) // 2])
    refused(replace(good, pan=cut), errors.InputFileError, "PAN", "cut.tif")


def test_pan_with_several_bands(good: SharpenRequest) -> None:
    refused(replace(good, pan=good.ms, ms=good.pan), errors.BandError, "4 bands", "swapped")


@pytest.mark.parametrize("pixel", [1.5, 1.75, 2.5])
def test_a_ratio_that_no_model_takes(good: SharpenRequest, pixel: float) -> None:
    ms = write(good.ms.with_name("other.tif"), textured(4, 32, 32), pixel=pixel)
    refused(replace(good, ms=ms), errors.GeometryError, "ratio", "other.tif")


def test_another_crs(good: SharpenRequest) -> None:
    ms = write(good.ms.with_name("other.tif"), textured(4, 16, 16), 2.0, wkt=utm(33))
    refused(replace(good, ms=ms), errors.GeometryError, "coordinate reference", "33N")


def test_no_overlap(good: SharpenRequest) -> None:
    ms = write(good.ms.with_name("far.tif"), textured(4, 16, 16), 2.0, (ORIGIN[0] - 4000, 0.0))
    refused(replace(good, ms=ms), errors.GeometryError, "do not overlap")


@pytest.mark.parametrize("which", ["pan", "ms"])
def test_an_output_that_is_an_input(good: SharpenRequest, which: str) -> None:
    same = getattr(good, which)
    refused(replace(good, output=same, overwrite=True), errors.OutputError, "same file")


def test_an_output_that_is_an_input_by_another_name(good: SharpenRequest) -> None:
    link = good.ms.with_name("link.tif")
    link.symlink_to(good.ms)
    refused(replace(good, output=link, overwrite=True), errors.OutputError, "same file")


def test_an_output_that_a_virtual_raster_reads(good: SharpenRequest) -> None:
    inner, outer = good.ms.parent / "inner.vrt", good.ms.parent / "outer.vrt"
    gdal.BuildVRT(str(inner), [str(good.ms)]).FlushCache()
    gdal.BuildVRT(str(outer), [str(inner)]).FlushCache()
    request = replace(good, ms=outer, output=good.ms, overwrite=True)
    refused(request, errors.OutputError, "same file")


def test_a_palette(good: SharpenRequest) -> None:
    pan = write(good.ms.with_name("palette.tif"), textured(1, 64, 64, dtype="uint8"))
    dataset = gdal.Open(str(pan), gdal.GA_Update)
    colours = gdal.ColorTable()
    colours.SetColorEntry(1, (1, 2, 3, 255))
    dataset.GetRasterBand(1).SetColorTable(colours)
    del dataset
    refused(replace(good, pan=pan), errors.BandError, "palette")


@pytest.mark.parametrize("dtype", ["uint8", "uint16"])
def test_true_transparency(good: SharpenRequest, dtype: str) -> None:
    image = textured(4, 16, 16, dtype=dtype)
    image[3] = 255
    ms = write(good.ms.with_name("rgba.tif"), image, 2.0)
    dataset = gdal.Open(str(ms), gdal.GA_Update)
    dataset.GetRasterBand(4).SetColorInterpretation(gdal.GCI_AlphaBand)
    del dataset
    refused(replace(good, ms=ms), errors.BandError, "transparency")


@pytest.mark.parametrize("length", [300, 5000])
def test_a_name_of_any_length(good: SharpenRequest, length: int) -> None:
    with pytest.raises(errors.InputFileError):
        sharpen(replace(good, pan="x" * length))
    with pytest.raises(errors.OutputError):
        sharpen(replace(good, output=good.ms.parent / ("x" * length + ".tif")))


def test_a_model_whose_card_does_not_fit_it(good: SharpenRequest) -> None:
    model = write_tiny_model(good.ms.with_name("odd.onnx"))
    content = model.read_bytes()
    assert b'"halo": 8' in content
    model.write_bytes(content.replace(b'"halo": 8', b'"halo": 4'))
    refused(replace(good, model=model), errors.ModelError, "odd.onnx", "card")


def test_an_output_that_exists(good: SharpenRequest) -> None:
    good.output.write_bytes(b"precious")
    refused(good, errors.OutputError, "out.tif", "exists already", "overwrit")


@pytest.mark.parametrize("overwrite", [False, True])
def test_an_output_whose_sidecar_is_an_inputs(good: SharpenRequest, overwrite: bool) -> None:
    ms = write(good.ms.with_name("a.tiff"), textured(4, 16, 16), pixel=None)
    good.ms.with_name("a.tfw").write_text("2\n0\n0\n-2\n400001\n4999999\n")
    pan = write(good.pan.with_name("plain.tif"), textured(1, 64, 64), wkt="")
    request = replace(good, pan=pan, ms=ms, creation_options=("TFW=YES",), overwrite=overwrite)
    refused(
        replace(request, output=good.ms.with_name("a.tif")), errors.OutputError, "a.tfw", "input"
    )


def test_an_output_with_too_few_bits_for_nodata(good: SharpenRequest) -> None:
    ms = write(good.ms, textured(4, 16, 16), 2.0, nodata=65535)
    request = replace(good, ms=ms, creation_options=("NBITS=12",))
    refused(request, errors.OutputError, "NBITS=12", "65535")
    with pytest.raises(errors.OutputError):
        check(request)


def test_an_output_that_is_no_geotiff(good: SharpenRequest) -> None:
    refused(replace(good, output=good.output.with_suffix(".png")), errors.OutputError, ".tif")


def test_an_output_in_no_folder(good: SharpenRequest) -> None:
    output = good.output.parent / "nowhere" / "out.tif"
    refused(replace(good, output=output), errors.OutputError, "nowhere", "does not exist")


def test_an_output_in_a_folder_that_has_gone(
    good: SharpenRequest, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = good.output.parent / "gone"
    folder.mkdir()
    monkeypatch.chdir(folder)
    try:
        folder.rmdir()
    except OSError:
        pytest.skip("this system keeps a folder that is in use")
    words = ("out.tif", "cannot be created", "check", "the folder")
    refused(replace(good, output=Path("out.tif")), errors.OutputError, *words)


def test_an_output_whose_name_is_none(good: SharpenRequest) -> None:
    output = good.output.with_name("a\0b.tif")
    refused(replace(good, output=output), errors.OutputError, r"a\x00b.tif", "cannot be created")


def test_an_unknown_method(good: SharpenRequest) -> None:
    refused(replace(good, method="magic"), errors.ModelError, "magic", "sipsanet")


def test_an_unknown_engine(good: SharpenRequest) -> None:
    refused(replace(good, engine="magic"), errors.EngineError, "magic", "builtin")


def test_an_unknown_model(good: SharpenRequest) -> None:
    model = good.ms.with_name("no.onnx")
    refused(replace(good, model=model), errors.ModelError, "no.onnx", "does not exist")


@pytest.mark.parametrize("share", [0.0, 0.3, 0.99])
def test_a_truncated_model(good: SharpenRequest, share: float) -> None:
    model = write_tiny_model(good.ms.with_name("cut.onnx"))
    content = model.read_bytes()
    model.write_bytes(content[: int(len(content) * share)])
    refused(replace(good, model=model), errors.ModelError, "cut.onnx")


def test_a_file_that_is_no_model(good: SharpenRequest) -> None:
    model = good.ms.with_name("text.onnx")
    model.write_bytes(b"\x00\xff not a model" * 50)
    refused(replace(good, model=model), errors.ModelError, "text.onnx")


def test_a_model_with_a_damaged_card(good: SharpenRequest) -> None:
    model = write_tiny_model(good.ms.with_name("odd.onnx"), ratio=0)
    refused(replace(good, model=model), errors.ModelError, "odd.onnx", "card")


@pytest.mark.parametrize("option", ["COMPRESS", "=LZW", "COLOUR=RED", "COMPRESS=MAGIC"])
def test_a_bad_creation_option(good: SharpenRequest, option: str) -> None:
    refused(replace(good, creation_options=(option,)), errors.OutputError, "creation option")


def test_a_full_disk_leaves_nothing_behind(tmp_path: Path) -> None:
    # a limit on the size of files makes the file system say what a full disk says
    pan, ms = pair(tmp_path, 256, 256)
    model = write_tiny_model(tmp_path / "tiny.onnx")
    before = sorted(tmp_path.iterdir())
    script = """
import resource, signal, sys
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (40_000, 40_000))
from qgis_pansharp.backend.cli import main
sys.exit(main(sys.argv[1:]))
"""
    finished = subprocess.run(
        [
            *(sys.executable, "-c", script, "sharpen", str(pan), str(ms)),
            *(str(tmp_path / "out.tif"), "--model", str(model), "--co", "COMPRESS=NONE"),
            *("--engine", "builtin"),
        ],
        capture_output=True,
        text=True,
        check=False,
    )
    assert finished.returncode == errors.OutputError.exit_code
    last = finished.stderr.splitlines()[-1]
    assert "out.tif" in last
    assert "free space" in last
    assert "Traceback" not in finished.stderr
    assert sorted(tmp_path.iterdir()) == before


def test_a_full_disk_is_noticed_on_a_real_file_system(tmp_path: Path) -> None:
    mount, umount = shutil.which("mount"), shutil.which("umount")
    if mount is None or umount is None:
        pytest.skip("mount is missing")
    small = tmp_path / "small"
    small.mkdir()
    mounted = subprocess.run(
        [mount, "-t", "tmpfs", "-o", "size=200k", "tmpfs", str(small)],
        capture_output=True,
        check=False,
    )
    if mounted.returncode:
        pytest.skip("a small file system can be mounted by root alone")
    try:
        pan, ms = pair(tmp_path, 256, 256)
        model = write_tiny_model(tmp_path / "tiny.onnx")
        request = SharpenRequest(
            pan, ms, small / "out.tif", model=model, creation_options=("COMPRESS=NONE",)
        )
        with pytest.raises(errors.OutputError, match="free space"):
            sharpen(request)
        assert list(small.iterdir()) == []
    finally:
        subprocess.run([umount, str(small)], check=True)


def test_every_error_has_an_exit_code_of_its_own() -> None:
    families = errors.PansharpError.__subclasses__()
    codes = [family.exit_code for family in families]
    assert len(set(codes)) == len(codes)
    assert not {0, 2} & set(codes)


def test_values_that_are_not_finite_are_no_data(tmp_path: Path) -> None:
    pan = write(tmp_path / "pan.tif", textured(1, 64, 64, dtype="float32"))
    holed = textured(4, 16, 16, dtype="float32")
    holed[1, 3, 3] = np.nan
    holed[2, 9, 9] = np.inf
    ms = write(tmp_path / "ms.tif", holed, pixel=2.0)
    sharpen(SharpenRequest(pan, ms, tmp_path / "out.tif"))
    result = read(tmp_path / "out.tif")
    empty = np.isnan(result)
    assert empty[:, 12:16, 12:16].all()
    assert empty[:, 36:40, 36:40].all()
    assert empty.sum() == 4 * 32


def test_the_end_of_floats_is_no_data_whether_the_file_says_so_or_not(tmp_path: Path) -> None:
    pan = write(tmp_path / "pan.tif", textured(1, 64, 64, dtype="float32"))
    holed = textured(4, 16, 16, dtype="float32")
    holed[:, 3, 3] = np.finfo(np.float32).min
    ms = write(tmp_path / "ms.tif", holed, pixel=2.0)
    sharpen(SharpenRequest(pan, ms, tmp_path / "out.tif"))
    result = read(tmp_path / "out.tif")
    assert np.isnan(result).sum() == 4 * 16
    assert np.nanmax(np.abs(result)) < 5


@pytest.mark.parametrize("role", ["PAN", "MS"])
@pytest.mark.parametrize("stated", [False, True])
def test_a_value_that_may_mean_no_data_is_told(tmp_path: Path, role: str, stated: bool) -> None:
    pan, ms = pair(tmp_path, 64, 64, dtype="int16")
    path, pixel = (pan, 0.5) if role == "PAN" else (ms, 2.0)
    image = read(path)
    image[:, 3:6, 3:6] = -9999
    write(path, image, pixel, nodata=-9999 if stated else None)
    log = Listening()
    model = write_tiny_model(tmp_path / "tiny.onnx")
    sharpen(SharpenRequest(pan, ms, tmp_path / "out.tif", model=model), log)
    told = [line for line in log.heard if "far from all others" in line]
    assert [line.startswith(f"{role} has pixels of -9999,") for line in told] == [True] * (
        not stated
    )


def test_transparency_before_the_last_band(tmp_path: Path) -> None:
    pan, _ = pair(tmp_path, 64, 64)
    image = textured(5, 16, 16)
    image[3] = np.where(np.arange(16) < 12, 65535, 0)
    ms = write(tmp_path / "ms.tif", image, 2.0)
    dataset = gdal.Open(str(ms), gdal.GA_Update)
    dataset.GetRasterBand(4).SetColorInterpretation(gdal.GCI_AlphaBand)
    del dataset
    request = SharpenRequest(pan, ms, tmp_path / "out.tif")
    refused(request, errors.BandError, "transparency as its band 4")
    image[3] = textured(1, 16, 16)[0]  # a band that is tagged by mistake
    dataset = gdal.Open(str(ms), gdal.GA_Update)
    dataset.WriteArray(image)
    del dataset
    assert sharpen(request).bands == 5


@pytest.mark.parametrize("dtype", ["uint16", "float32"])
def test_bands_without_any_data_are_named(tmp_path: Path, dtype: str) -> None:
    pan, ms = pair(tmp_path, 64, 64, dtype=dtype)
    image = read(ms)
    empty = 0 if dtype == "uint16" else np.nan
    image[1::2], image[0, :3] = empty, empty
    write(ms, image, 2.0, nodata=0 if dtype == "uint16" else None)
    log = Listening()
    model = write_tiny_model(tmp_path / "tiny.onnx")
    sharpen(SharpenRequest(pan, ms, tmp_path / "out.tif", model=model), log)
    assert sum("bands without any data (2, 4)" in line for line in log.heard) == 1
