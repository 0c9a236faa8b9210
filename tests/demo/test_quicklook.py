"""The picture shows MS, PAN and the result at one place, in natural and comparable colours."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import numpy.typing as npt
import pytest
from osgeo import gdal, osr

from demo import quicklook as ql

SIDE = 128
Image = npt.NDArray[np.uint16]


def write(
    path: Path,
    image: Image,
    gsd: float = 0.0,
    corner: tuple[float, float] = (500000.0, 5000000.0),
    names: tuple[str, ...] = (),
    epsg: int = 32631,
    nodata: float | None = None,
) -> Path:
    gdal.UseExceptions()
    raster = gdal.GetDriverByName("GTiff").Create(
        str(path), image.shape[2], image.shape[1], image.shape[0], gdal.GDT_UInt16
    )
    if gsd:
        srs = osr.SpatialReference()
        srs.ImportFromEPSG(epsg)
        raster.SetProjection(srs.ExportToWkt())
        raster.SetGeoTransform((corner[0], gsd, 0.0, corner[1], 0.0, -gsd))
    for number, band in enumerate(image, 1):
        raster.GetRasterBand(number).WriteArray(band)
        if names:
            raster.GetRasterBand(number).SetDescription(names[number - 1])
        if nodata is not None:
            raster.GetRasterBand(number).SetNoDataValue(nodata)
    raster.FlushCache()
    return path


def ramps(side: int, step: int = 1) -> Image:
    """Return four bands whose values tell row and column, on PAN's grid or every `step` pixels."""
    at = np.arange(side) * step + 100
    rows, cols = np.meshgrid(at, at, indexing="ij")
    bands: Image = np.stack([rows, cols, rows + cols, 900 - rows]).astype(np.uint16)
    return bands


def checks(side: int, top: int, left: int, size: int) -> Image:
    """Return a level PAN (1, side, side) with a chequered square in it."""
    pan = np.full((1, side, side), 300, dtype=np.uint16)
    pan[0, top : top + size, left : left + size][::2, ::2] = 800
    return pan


@pytest.fixture
def files(tmp_path: Path) -> tuple[Path, Path, Path]:
    pan = write(tmp_path / "pan.tif", checks(SIDE, 72, 24, 40), 0.5)
    ms = write(tmp_path / "ms.tif", ramps(SIDE // 4, 4), 2.0)
    return pan, ms, write(tmp_path / "out.tif", ramps(SIDE), 0.5)


def panels(picture: ql.Picture, side: int) -> list[ql.Picture]:
    """Return the upper panels and then the lower ones."""
    lefts = [ql.GAP + k * (side + ql.GAP) for k in range(3)]
    tops = (ql.HEADER, ql.HEADER + side + ql.GAP)
    return [picture[top : top + side, left : left + side] for top in tops for left in lefts]


def test_three_columns_and_two_rows_that_all_differ(files: tuple[Path, Path, Path]) -> None:
    picture = ql.quicklook(ql.open_views(*files))
    assert picture.shape == (ql.HEADER + 2 * SIDE + 2 * ql.GAP, 3 * SIDE + 4 * ql.GAP, 3)
    parts = panels(picture, SIDE)
    for i, one in enumerate(parts):
        for other in parts[i + 1 :]:
            assert not np.array_equal(one, other)
    assert (picture[: ql.HEADER] == ql.INK).any()


def test_ms_and_result_show_the_same_place_in_the_same_colours(
    files: tuple[Path, Path, Path],
) -> None:
    parts = panels(ql.quicklook(ql.open_views(*files)), SIDE)
    for ms, result in ((parts[0], parts[2]), (parts[3], parts[5])):
        assert np.abs(ms.astype(int) - result).max() <= 30
        assert np.abs(ms.astype(int) - result).mean() < 8


def test_an_enlarged_ms_pixel_is_one_square(files: tuple[Path, Path, Path]) -> None:
    detail = panels(ql.quicklook(ql.open_views(*files), centre=(64, 64)), SIDE)[3]
    squares = detail.reshape(SIDE // 16, 16, SIDE // 16, 16, 3)
    assert (squares == squares[:, :1, :, :1]).all()


def test_the_frame_lies_where_pan_has_most_detail(files: tuple[Path, Path, Path]) -> None:
    views = ql.open_views(*files)
    place = ql.richest_place(views[0], views[2], ql.shared_area(views), 32)
    assert 72 - 16 <= place.row <= 72 + 24
    assert 24 - 16 <= place.col <= 24 + 24


def test_a_given_centre_is_the_middle_of_the_frame(files: tuple[Path, Path, Path]) -> None:
    overview = panels(ql.quicklook(ql.open_views(*files), centre=(50, 70), zoom=8), SIDE)[1]
    rows, cols = np.nonzero((overview == ql.FRAME).all(axis=-1))
    assert abs((rows.min() + rows.max() + 1) / 2 - 50) <= 1
    assert abs((cols.min() + cols.max() + 1) / 2 - 70) <= 1


def test_a_result_on_part_of_pans_grid_is_laid_where_it_belongs(
    files: tuple[Path, Path, Path], tmp_path: Path
) -> None:
    part = ramps(SIDE)[:, 40:104, 24:88]
    out = write(tmp_path / "part.tif", part, 0.5, (500000.0 + 12, 5000000.0 - 20))
    views = ql.open_views(files[0], files[1], out)
    assert ql.shared_area(views) == (40, 24, 64, 64)
    values, valid = views[2].read(ql.Square(50, 30, 20))
    assert valid.all()
    assert np.array_equal(values, ramps(SIDE)[[2, 1, 0], 50:70, 30:50])


def test_a_larger_ms_is_cut_to_pan(files: tuple[Path, Path, Path], tmp_path: Path) -> None:
    larger = np.pad(ramps(SIDE // 4, 4), ((0, 0), (5, 3), (7, 2)))
    ms = write(tmp_path / "larger.tif", larger, 2.0, (500000.0 - 14, 5000000.0 + 10))
    straight = ql.quicklook(ql.open_views(*files))
    assert np.array_equal(ql.quicklook(ql.open_views(files[0], ms, files[2])), straight)


def test_files_without_a_place_are_laid_over_each_other(
    files: tuple[Path, Path, Path], tmp_path: Path
) -> None:
    bare = [
        write(tmp_path / "bare_pan.tif", checks(SIDE, 72, 24, 40)),
        write(tmp_path / "bare_ms.tif", ramps(SIDE // 4, 4)),
        write(tmp_path / "bare_out.tif", ramps(SIDE)),
    ]
    placed = ql.quicklook(ql.open_views(*files))
    assert np.array_equal(ql.quicklook(ql.open_views(*bare)), placed)


@pytest.mark.parametrize(
    ("count", "names", "expected"),
    [
        (4, (), (3, 2, 1)),
        (3, (), (1, 2, 3)),
        (1, (), (1, 1, 1)),
        (8, (), (5, 3, 2)),
        (4, ("Red", "Green", "Blue", "NIR"), (1, 2, 3)),
        (4, ("blue", "green", "red", "nir"), (3, 2, 1)),
    ],
)
def test_natural_colour_bands(
    count: int, names: tuple[str, ...], expected: tuple[int, int, int], tmp_path: Path
) -> None:
    path = write(tmp_path / "bands.tif", np.ones((count, 4, 4), dtype=np.uint16), names=names)
    assert ql.natural_bands(gdal.Open(str(path))) == expected


def test_empty_pixels_are_black_and_avoided(tmp_path: Path) -> None:
    pan = checks(SIDE, 0, 0, 128)
    pan[0, 48:, :] = 0
    out = ramps(SIDE)
    out[:, 48:, :] = 0
    views = ql.open_views(
        write(tmp_path / "pan.tif", pan, 0.5, nodata=0),
        write(tmp_path / "ms.tif", ramps(SIDE // 4, 4), 2.0),
        write(tmp_path / "out.tif", out, 0.5, nodata=0),
    )
    place = ql.richest_place(views[0], views[2], ql.shared_area(views), 32)
    assert place.row + place.side <= 48
    assert (panels(ql.quicklook(views), SIDE)[2][60:] == 0).mean() > 0.9


def test_only_what_is_shown_is_read_of_a_very_large_scene(tmp_path: Path) -> None:
    options = ["SPARSE_OK=TRUE", "TILED=YES"]
    driver = gdal.GetDriverByName("GTiff")
    paths = []
    for name, size, bands in (("pan", 30000, 1), ("ms", 7500, 4), ("out", 30000, 4)):
        paths.append(tmp_path / f"{name}.tif")
        raster = driver.Create(str(paths[-1]), size, size, bands, gdal.GDT_UInt16, options)
        start = size // 2 - 16
        for number in range(1, bands + 1):
            raster.GetRasterBand(number).WriteArray(ramps(32)[number - 1], start, start)
        raster.FlushCache()
    picture = ql.quicklook(ql.open_views(paths[0], paths[1], paths[2]))
    assert picture.shape[1] == 3 * ql.PANEL + 4 * ql.GAP
    assert (panels(picture, ql.PANEL)[1] > 0).any()


def test_the_command_writes_one_whole_png(
    files: tuple[Path, Path, Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    target = tmp_path / "pictures" / "look.png"
    arguments = [str(path) for path in files] + [str(target)]
    assert ql.main(arguments) == 1
    target.parent.mkdir()
    assert ql.main([*arguments, "--zoom", "2"]) == 0
    assert [path.name for path in target.parent.iterdir()] == ["look.png"]
    written = np.moveaxis(gdal.Open(str(target)).ReadAsArray(), 0, -1)
    assert np.array_equal(written, ql.quicklook(ql.open_views(*files), zoom=2))
    assert capsys.readouterr().err.startswith("demo.quicklook: ")


def test_what_cannot_be_shown_is_said_in_one_sentence(
    files: tuple[Path, Path, Path], tmp_path: Path
) -> None:
    with pytest.raises(ql.QuicklookError, match="cannot be opened"):
        ql.open_views(files[0], files[1], tmp_path / "missing.tif")
    with pytest.raises(ql.QuicklookError, match="centre"):
        ql.quicklook(ql.open_views(*files), centre=(500, 3))
    with pytest.raises(ql.QuicklookError, match="zoom"):
        ql.quicklook(ql.open_views(*files), zoom=0)
    away = write(tmp_path / "away.tif", ramps(16), 0.5, (900000.0, 5000000.0))
    with pytest.raises(ql.QuicklookError, match="in common"):
        ql.quicklook(ql.open_views(files[0], files[1], away))
    foreign = write(tmp_path / "foreign.tif", ramps(16), 2.0, epsg=32632)
    with pytest.raises(ql.QuicklookError, match="coordinate system"):
        ql.open_views(files[0], foreign, files[2])
