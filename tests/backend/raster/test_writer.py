"""An output appears whole or not at all, and replaces nothing unasked."""

from __future__ import annotations

import errno
import os
import shutil
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from osgeo import gdal

from qgis_pansharp.backend.errors import OutputError
from qgis_pansharp.backend.messages import Message
from qgis_pansharp.backend.raster import BandInfo, OutputHeader, Writer, writer
from qgis_pansharp.backend.raster.rows import WaitingRows
from tests.backend.rasters import Array, read, textured


def header(nodata: float | None = None, dtype: str = "uint16") -> OutputHeader:
    axes = ("LINE", "SAMP", "LAT", "LONG", "HEIGHT")
    rpc = {f"{axis}_{part}": "1" for axis in axes for part in ("OFF", "SCALE")}
    zeros = " ".join(["1"] + ["0"] * 19)
    rpc |= {f"{part}_COEFF": zeros for part in ("LINE_NUM", "LINE_DEN", "SAMP_NUM", "SAMP_DEN")}
    return OutputHeader(
        width=24,
        height=16,
        dtype=dtype,
        bands=tuple(BandInfo(f"b{i}", None, 0, None, None, "") for i in range(2)),
        nodata=nodata,
        geotransform=None,
        wkt="",
        area_or_point=None,
        metadata={},
        rpc=rpc,
    )


IMAGE: Array = textured(2, 16, 24)


def names(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()}


def test_a_file_that_appears_meanwhile_is_kept(tmp_path: Path) -> None:
    target = tmp_path / "out.tif"
    with Writer(target, header(), (), overwrite=False) as made:
        made.write(0, 0, IMAGE)
        target.write_text("somebody else's")
        (tmp_path / "out.tif.ovr").write_text("somebody else's")
        with pytest.raises(OutputError, match=r"out\.tif' exists already"):
            made.commit()
    assert target.read_text() == (tmp_path / "out.tif.ovr").read_text() == "somebody else's"
    assert names(tmp_path) == {"out.tif", "out.tif.ovr"}


def test_a_file_that_stands_there_is_refused_before_the_work(tmp_path: Path) -> None:
    (tmp_path / "out.tif").write_text("precious")
    with pytest.raises(OutputError, match="exists already"):
        Writer(tmp_path / "out.tif", header(), (), overwrite=False)
    assert names(tmp_path) == {"out.tif"}


def test_a_file_that_stood_there_is_replaced_when_it_may_be(tmp_path: Path) -> None:
    target = tmp_path / "out.tif"
    target.write_text("old")
    with Writer(target, header(), (), overwrite=True) as made:
        made.write(0, 0, IMAGE)
        assert target.read_text() == "old"
        made.commit()
    assert np.array_equal(read(target), IMAGE)


def test_what_cannot_be_put_in_place_leaves_the_old_files(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def in_use(made: Path, *_: object) -> None:
        raise PermissionError(13, "in use", str(made), None, str(target))

    target = tmp_path / "out.tif"
    target.write_text("old")
    (tmp_path / "out.tif.ovr").write_text("old")
    monkeypatch.setattr(writer, "put_in_place", in_use)
    with Writer(target, header(), (), True) as made, pytest.raises(OutputError) as caught:
        made.commit()
    assert str(caught.value).startswith(
        f"output {str(target)!r} could not be put in place (in use)"
    )
    assert names(tmp_path) == {"out.tif", "out.tif.ovr"}


SIDECARS = {"RPCTXT": "out_RPC.TXT", "RPB": "out.RPB"}


@pytest.mark.parametrize("option", SIDECARS)
def test_sidecars_of_the_creation_options_bear_the_outputs_name(
    tmp_path: Path, option: str
) -> None:
    with Writer(tmp_path / "out.tif", header(), (f"{option}=YES",)) as made:
        made.write(0, 0, IMAGE)
        made.commit()
    assert names(tmp_path) == {"out.tif", SIDECARS[option]}
    assert gdal.Open(str(tmp_path / "out.tif")).GetMetadata("RPC")["LINE_OFF"].startswith("1")


@pytest.mark.parametrize("option", SIDECARS)
def test_what_is_given_up_leaves_no_sidecar(tmp_path: Path, option: str) -> None:
    with Writer(tmp_path / "out.tif", header(), (f"{option}=YES",)) as made:
        made.write(0, 0, IMAGE)
    assert names(tmp_path) == set()


@pytest.mark.parametrize("option", SIDECARS)
def test_a_sidecar_of_another_file_is_not_replaced_unasked(tmp_path: Path, option: str) -> None:
    sidecar = tmp_path / SIDECARS[option]
    sidecar.write_text("precious")
    with pytest.raises(OutputError, match=f"{sidecar.name}' exists already"):
        Writer(tmp_path / "out.tif", header(), (f"{option}=YES",), overwrite=False)
    sidecar.unlink()
    with Writer(tmp_path / "out.tif", header(), (f"{option}=YES",), overwrite=False) as made:
        made.write(0, 0, IMAGE)
        sidecar.write_text("precious")
        with pytest.raises(OutputError, match=f"{sidecar.name}' exists already"):
            made.commit()
    assert names(tmp_path) == {sidecar.name}
    assert sidecar.read_text() == "precious"


def test_bits_that_do_not_hold_nodata_are_refused(tmp_path: Path) -> None:
    with pytest.raises(OutputError, match=r"NBITS=12.* nodata value 65535"):
        Writer(tmp_path / "out.tif", header(nodata=65535), ("NBITS=12",))
    assert names(tmp_path) == set()


def test_what_gdal_warns_of_is_told_once(tmp_path: Path) -> None:
    told: list[Message] = []
    with Writer(tmp_path / "out.tif", header(), ("NBITS=10",), warn=told.append) as made:
        for row in (0, 8):
            made.write(row, 0, np.full((2, 8, 24), 2000, np.uint16))
        made.commit()
    assert len(told) == 1
    assert repr(os.fspath(tmp_path / "out.tif")) in str(told[0])
    assert "10 bit" in str(told[0])
    assert "partial" not in str(told[0])


def test_an_output_as_usual_gives_no_warning(tmp_path: Path) -> None:
    told: list[Message] = []
    with Writer(tmp_path / "out.tif", header(nodata=0), (), warn=told.append) as made:
        made.write(0, 0, IMAGE)
        made.commit()
    assert told == []


def written(path: Path, image: Array, side: int, *options: str) -> int:
    """Write an image in blocks of a side; return the file's size."""
    bands, height, width = image.shape
    wanted = replace(header(), bands=header().bands[:bands], width=width, height=height)
    with Writer(path, wanted, options, True) as made:
        for row in range(0, height, side):
            for column in range(0, width, side):
                made.write(row, column, image[:, row : row + side, column : column + side])
        assert len(names(path.parent)) == 1
        made.commit()
    assert names(path.parent) == {path.name}
    assert np.array_equal(read(path), image)
    return path.stat().st_size


@pytest.mark.parametrize(
    "options",
    [
        ("TILED=NO",),
        ("TILED=NO", "BLOCKYSIZE=48", "INTERLEAVE=BAND"),
        ("TILED=NO", "COMPRESS=NONE"),
        (),
        ("BLOCKXSIZE=64", "BLOCKYSIZE=128"),
    ],
)
def test_small_blocks_make_no_larger_file(tmp_path: Path, options: tuple[str, ...]) -> None:
    image = np.random.default_rng(0).integers(0, 2000, (2, 300, 520)).astype(np.uint16)
    whole = written(tmp_path / "a.tif", image, 600, *options)
    (tmp_path / "a.tif").unlink()
    assert written(tmp_path / "b.tif", image, 40, *options) <= 1.01 * whole


def test_blocks_in_any_order_are_written(tmp_path: Path) -> None:
    parts = [(0, 16), (8, 0), (8, 16), (0, 0)]
    with Writer(tmp_path / "out.tif", header(), ("TILED=NO",), False) as made:
        for row, column in parts:
            made.write(row, column, IMAGE[:, row : row + 8, column : column + 16])
        made.commit()
    assert np.array_equal(read(tmp_path / "out.tif"), IMAGE)


def test_a_full_disk_is_told_where_rows_wait(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> bool:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(WaitingRows, "put", full)
    with Writer(tmp_path / "out.tif", header(), ("TILED=NO",), False) as made:
        with pytest.raises(OutputError, match=r"No space left on device\); check the free space"):
            made.write(0, 0, IMAGE[:, :8, :8])
        assert names(tmp_path) == set()


def test_a_folder_that_has_gone_is_told_where_rows_wait(tmp_path: Path) -> None:
    folder = tmp_path / "gone"
    folder.mkdir()
    with Writer(folder / "out.tif", header(), ("TILED=NO",), False) as made:
        shutil.rmtree(folder)
        with pytest.raises(OutputError, match=r"out\.tif' could not be written \(No such file"):
            made.write(0, 0, IMAGE[:, :8, :8])
    assert not folder.exists()
