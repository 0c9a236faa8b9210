"""What the user asks of an output is refused before it harms inputs, other files or pixels."""

from __future__ import annotations

import sys
from pathlib import Path

import numpy as np
import pytest
from osgeo import gdal

from qgis_pansharp.backend.errors import OutputError
from qgis_pansharp.backend.raster import check_output, creation_options, is_lossy
from qgis_pansharp.backend.raster.info import GDAL_TYPES
from qgis_pansharp.backend.raster.options import BITS
from tests.backend.rasters import textured


# of int16 GDAL keeps all bits, but with a warning
@pytest.mark.parametrize("dtype", ["uint8", "uint16", "float32"])
def test_gdal_takes_every_number_of_bits_that_is_let_through(dtype: str) -> None:
    for bits in BITS[dtype]:
        given = creation_options(dtype, (f"NBITS={bits}",))
        gdal.ErrorReset()
        driver = gdal.GetDriverByName("GTiff")
        assert driver.Create("/vsimem/bits.tif", 16, 16, 1, GDAL_TYPES[dtype], given) is not None
        assert gdal.GetLastErrorMsg() == ""
    gdal.Unlink("/vsimem/bits.tif")


@pytest.mark.parametrize(
    ("dtype", "bits"),
    [("uint8", 9), ("uint8", 0), ("uint16", 8), ("int16", 12), ("float32", 24), ("uint16", "few")],
)
def test_bits_that_gdal_would_exchange_are_refused(dtype: str, bits: object) -> None:
    with pytest.raises(
        OutputError, match=f"NBITS={bits}' does not suit data type .*one of .*(16|8)"
    ):
        creation_options(dtype, (f"NBITS={bits}",))


@pytest.mark.parametrize(
    ("dtype", "bits", "nodata", "fine"),
    [
        ("uint16", 12, 4095, True),
        ("uint16", 12, 4096, False),
        ("uint16", 16, 65535, True),
        ("uint16", 12, -9999, True),  # no uint16 anyway
        ("uint16", 12, np.nan, True),
        ("int16", 16, -9999, True),
        ("uint8", 7, 255, False),
        ("uint8", 7, 0, True),
        ("float32", 16, -9999, False),
        ("float32", 16, -1e30, False),
        ("float32", 16, np.nan, True),
        ("float32", 16, 0, True),
        ("float32", 32, -9999, True),
    ],
)
def test_bits_must_hold_nodata(dtype: str, bits: int, nodata: float, fine: bool) -> None:
    given = (f"nbits={bits}",)
    if fine:
        assert f"NBITS={bits}" in creation_options(dtype, given, nodata)
    else:
        with pytest.raises(OutputError, match="too few bits for the nodata value"):
            creation_options(dtype, given, nodata)


ASKED = {"TFW=YES": "out.tfw", "RPB=ON": "out.RPB", "rpctxt=true": "out_RPC.TXT"}


@pytest.mark.parametrize("option", ASKED)
def test_files_beside_the_output_are_not_replaced_unasked(tmp_path: Path, option: str) -> None:
    sidecar = tmp_path / ASKED[option]
    sidecar.write_text("precious")
    output = tmp_path / "out.tif"
    with pytest.raises(OutputError, match=f"{sidecar.name}' exists already"):
        check_output(output, (), False, (option,))
    assert check_output(output, (), True, (option,)) == output
    assert check_output(output, (), False, (f"{option.partition('=')[0]}=NO",)) == output
    assert check_output(output, (), False) == output


@pytest.mark.parametrize("option", ASKED)
def test_an_inputs_file_is_never_replaced(tmp_path: Path, option: str) -> None:
    sidecar = tmp_path / ASKED[option]
    sidecar.write_text("precious")
    with pytest.raises(OutputError, match=f"{sidecar.name}' is the same file as an input"):
        check_output(tmp_path / "out.tif", (sidecar,), True, (option,))


def test_files_beside_what_a_link_leads_to_count(tmp_path: Path) -> None:
    (tmp_path / "far").mkdir()
    (tmp_path / "far" / "real.tfw").write_text("precious")
    (tmp_path / "link.tif").symlink_to(tmp_path / "far" / "real.tif")
    with pytest.raises(OutputError, match=r"real\.tfw' is the same file"):
        check_output(tmp_path / "link.tif", (tmp_path / "far" / "real.tfw",), True, ("TFW=YES",))


FOREIGN = "BIG" if sys.byteorder == "little" else "LITTLE"


@pytest.mark.parametrize(
    "given",
    [
        ("PIXELTYPE=SIGNEDBYTE",),
        ("photometric=cmyk",),
        ("PREDICTOR=3", f"ENDIANNESS={FOREIGN}"),
        ("PREDICTOR=3", "ENDIANNESS=INVERTED"),
    ],
)
def test_what_would_be_read_otherwise_is_refused(given: tuple[str, ...]) -> None:
    with pytest.raises(OutputError, match=rf"(?i){given[0]}' would let .* other pixels"):
        creation_options("float32", given)
    assert creation_options("uint8", ("PIXELTYPE=DEFAULT", "PHOTOMETRIC=RGB"))


@pytest.mark.parametrize("dtype", ["uint16", "int16", "float32"])
@pytest.mark.parametrize("order", ["BIG", "LITTLE", "INVERTED", "NATIVE"])
def test_pixels_come_back_whatever_the_order_of_bytes(dtype: str, order: str) -> None:
    options = creation_options(dtype, (f"ENDIANNESS={order}",))
    path = "/vsimem/order.tif"
    dataset = gdal.GetDriverByName("GTiff").Create(path, 300, 40, 2, GDAL_TYPES[dtype], options)
    image = textured(2, 40, 300, dtype=dtype)
    dataset.WriteArray(image)
    del dataset
    assert np.array_equal(gdal.Open(path).ReadAsArray(), image)
    gdal.Unlink(path)


@pytest.mark.parametrize(
    ("given", "lossy"),
    [
        ((), False),
        (("COMPRESS=JPEG",), True),
        (("COMPRESS=webp",), True),
        (("COMPRESS=WEBP", "WEBP_LOSSLESS=YES"), False),
        (("COMPRESS=LERC",), False),
        (("COMPRESS=LERC_ZSTD", "MAX_Z_ERROR=0.00"), False),
        (("COMPRESS=LERC_ZSTD", "MAX_Z_ERROR=0.01"), True),
        (("DISCARD_LSB=0,0,2",), True),
        (("COMPRESS=LZW", "DISCARD_LSB=0"), False),
    ],
)
def test_what_changes_pixels_is_known(given: tuple[str, ...], lossy: bool) -> None:
    assert is_lossy(creation_options("uint8", given)) == lossy
