"""The facts of a pair come from its headers, and its shift from its pixels; nothing is raised."""

from __future__ import annotations

import gc
import re
import weakref
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from osgeo import gdal, osr

from qgis_pansharp.backend.errors import (
    BandError,
    Cancelled,
    GeometryError,
    InputFileError,
    PansharpError,
)
from qgis_pansharp.backend.models import bundled_models
from qgis_pansharp.backend.mtf import SENSOR_GAINS, degrade
from qgis_pansharp.backend.pairing import PairFacts, describe, estimate_shift
from qgis_pansharp.backend.request import SharpenRequest
from qgis_pansharp.backend.sensors import sensor_of_file, sensor_of_tags
from qgis_pansharp.backend.sharpen import check
from tests.backend.rasters import ORIGIN, Array, pair, utm, write
from tests.backend.test_registration import WEIGHTS, bands

NAMES = ("blue", "green", "red", "nir")
IMD = """version = "28.4";
BEGIN_GROUP = IMAGE_1
	satId = "WV03";
	firstLineTime = 2016-01-01T00:00:00.000000Z;
END_GROUP = IMAGE_1
END;
"""


def ones(path: Path, size: tuple[int, ...], pixel: float | None, **options: object) -> Path:
    return write(path, np.ones(size, np.uint16), pixel, **options)  # type: ignore[arg-type]


def nothing() -> None:
    """Watch without a word."""


# Facts -------------------------------------------------------------------------------------------


def test_a_pair_that_fits_is_described(tmp_path: Path) -> None:
    facts = describe(*pair(tmp_path))
    assert (facts.ratio, facts.overlap) == (4, 1)
    assert (facts.pan_gsd, facts.ms_gsd) == (0.5, 2)
    assert (facts.bands, facts.roles) == (4, NAMES)
    assert (facts.dtype, facts.bits, facts.sensor) == ("uint16", 16, None)
    card = bundled_models()[1].card
    assert (facts.method, facts.model) == (card.network, card.id)
    assert str(facts.reason) == "it has exactly the bands of this MS"
    assert facts.problem is None


def test_the_overlap_is_a_share_of_pan(tmp_path: Path) -> None:
    pan = ones(tmp_path / "pan.tif", (1, 32, 48), 0.5)
    # 6 m east and 2 m north of PAN
    ms = ones(tmp_path / "ms.tif", (4, 8, 12), 2.0, origin=(ORIGIN[0] + 6, ORIGIN[1] + 2))
    assert describe(pan, ms).overlap == pytest.approx(28 * 36 / (32 * 48))


def test_places_apart_do_not_overlap(tmp_path: Path) -> None:
    pan = ones(tmp_path / "pan.tif", (1, 32, 48), 0.5)
    ms = ones(tmp_path / "ms.tif", (4, 8, 12), 2.0, origin=(ORIGIN[0] + 5000, ORIGIN[1]))
    facts = describe(pan, ms)
    assert facts.overlap == 0
    assert (facts.ratio, facts.method, facts.model, facts.reason) == (None,) * 4
    assert isinstance(facts.problem, GeometryError)
    assert "do not overlap" in str(facts.problem)


def test_swapped_files_are_told_and_described_all_the_same(tmp_path: Path) -> None:
    pan, ms = pair(tmp_path)
    facts = describe(ms, pan)
    assert isinstance(facts.problem, BandError)
    assert "swapped" in str(facts.problem)
    assert (facts.bands, facts.overlap) == (1, 1)
    assert (facts.pan_gsd, facts.ms_gsd) == (2, 0.5)


def test_a_ratio_without_a_model_is_told(tmp_path: Path) -> None:
    facts = describe(*pair(tmp_path, 96, 120, ratio=3))
    assert (facts.ratio, facts.overlap, facts.model) == (3, 1, None)
    assert isinstance(facts.problem, GeometryError)
    assert "ratio 3" in str(facts.problem)


def test_files_without_georeference_have_no_size_on_the_ground(tmp_path: Path) -> None:
    pan = ones(tmp_path / "pan.tif", (1, 33, 48), None)
    ms = ones(tmp_path / "ms.tif", (4, 8, 12), None)
    facts = describe(pan, ms)
    assert (facts.ratio, facts.pan_gsd, facts.ms_gsd) == (4, None, None)
    assert facts.overlap == pytest.approx(32 / 33)
    assert facts.roles == ("",) * 4
    assert str(facts.reason) == "it has the usual bands of an MS with 4 bands"


@pytest.mark.parametrize(
    ("latitude", "east"), [(0.0, 111_319.49), (60.0, 55_800.0), (-60.0, 55_800.0)]
)
def test_degrees_are_measured_at_the_scenes_centre(
    tmp_path: Path, latitude: float, east: float
) -> None:
    crs = osr.SpatialReference()
    crs.ImportFromEPSG(4326)
    wkt, degrees = crs.ExportToWkt(), 1e-5
    origin = (11.0, latitude + 16 * degrees)  # the centre is 16 PAN pixels further south
    pan = ones(tmp_path / "pan.tif", (1, 32, 32), degrees, origin=origin, wkt=wkt)
    ms = ones(tmp_path / "ms.tif", (4, 8, 8), 4 * degrees, origin=origin, wkt=wkt)
    facts = describe(pan, ms)
    north = 110_574.28 if not latitude else 111_412.28
    assert facts.pan_gsd == pytest.approx(1e-5 * np.sqrt(east * north), rel=1e-5)
    assert facts.ms_gsd == pytest.approx(4e-5 * np.sqrt(east * north), rel=1e-5)
    assert (facts.ratio, facts.problem) == (4, None)


def test_feet_become_metres(tmp_path: Path) -> None:
    crs = osr.SpatialReference()
    crs.ImportFromEPSG(2263)  # New York, US survey feet
    wkt = crs.ExportToWkt()
    pan = ones(tmp_path / "pan.tif", (1, 32, 32), 2.0, wkt=wkt)
    ms = ones(tmp_path / "ms.tif", (4, 8, 8), 8.0, wkt=wkt)
    assert describe(pan, ms).ms_gsd == pytest.approx(8 * 1200 / 3937)


def test_another_crs_leaves_the_overlap_open(tmp_path: Path) -> None:
    pan = ones(tmp_path / "pan.tif", (1, 32, 48), 0.5)
    ms = ones(tmp_path / "ms.tif", (4, 8, 12), 2.0, wkt=utm(32))
    facts = describe(pan, ms)
    assert facts.overlap is None
    assert "zone 32N" in str(facts.problem)


def test_a_grid_that_does_not_fit_still_has_an_overlap(tmp_path: Path) -> None:
    pan = ones(tmp_path / "pan.tif", (1, 40, 40), 0.5)
    ms = ones(tmp_path / "ms.tif", (4, 8, 8), 1.75, origin=(ORIGIN[0] + 6, ORIGIN[1]))
    facts = describe(pan, ms)
    assert isinstance(facts.problem, GeometryError)
    assert facts.overlap == pytest.approx(14 * 14 / 400)


@pytest.mark.parametrize("missing", ["pan.tif", "ms.tif"])
def test_a_missing_file_is_told_and_the_other_one_described(tmp_path: Path, missing: str) -> None:
    pan, ms = pair(tmp_path)
    (tmp_path / missing).unlink()
    facts = describe(pan, ms)
    assert isinstance(facts.problem, InputFileError)
    assert missing in str(facts.problem)
    assert (facts.pan_gsd, facts.ms_gsd) == ((None, 2) if missing == "pan.tif" else (0.5, None))
    assert facts.bands == (4 if missing == "pan.tif" else 0)
    assert (facts.ratio, facts.overlap) == (None, None)


def test_a_problem_that_is_kept_keeps_nothing_else_alive(tmp_path: Path) -> None:
    class Held:
        pass

    def ask() -> tuple[PairFacts, Callable[[], object]]:
        held = Held()
        return describe(tmp_path / "no.tif", tmp_path / "none.tif"), weakref.ref(held)

    gc.disable()  # what is left to the garbage collector ends in whatever thread that runs in
    try:
        facts, held = ask()
        assert facts.problem is not None
        assert facts.problem.__traceback__ is None
        assert held() is None
    finally:
        gc.enable()


@pytest.mark.parametrize("content", [b"", b"II*\0 not a TIFF", b"\xff" * 999])
def test_rubbish_is_told(tmp_path: Path, content: bytes) -> None:
    pan, ms = pair(tmp_path)
    ms.write_bytes(content)
    facts = describe(str(pan), str(ms))
    assert isinstance(facts.problem, InputFileError)
    assert (facts.bands, facts.roles, facts.dtype, facts.bits) == (0, (), "", None)


@pytest.mark.parametrize("fault", ["none", "swapped", "ratio", "missing", "alpha"])
def test_the_problem_is_what_a_run_would_stop_at(tmp_path: Path, fault: str) -> None:
    pan, ms = pair(tmp_path, 96, 120, ratio=3 if fault == "ratio" else 4)
    if fault == "swapped":
        pan, ms = ms, pan
    elif fault == "missing":
        pan.unlink()
    elif fault == "alpha":
        dataset = gdal.Open(str(ms), gdal.GA_Update)
        dataset.GetRasterBand(4).SetColorInterpretation(gdal.GCI_AlphaBand)
        dataset.GetRasterBand(4).SetDescription("")
        del dataset
    problem: PansharpError | None = None
    try:
        check(SharpenRequest(pan, ms, tmp_path / "out.tif"))
    except PansharpError as raised:
        problem = raised
    told = describe(pan, ms).problem
    assert (problem is None) == (fault == "none")
    assert (type(told), str(told)) == (type(problem), str(problem))


@pytest.mark.parametrize(
    ("dtype", "bits"), [("uint8", 8), ("uint16", 16), ("int16", 16), ("float32", 32)]
)
def test_bits_are_those_of_the_data_type(tmp_path: Path, dtype: str, bits: int) -> None:
    facts = describe(*pair(tmp_path, dtype=dtype))
    assert (facts.dtype, facts.bits) == (dtype, bits)


def test_bits_that_are_used_are_told_by_a_tag(tmp_path: Path) -> None:
    pan, ms = pair(tmp_path)
    packed = tmp_path / "packed.tif"
    gdal.Translate(str(packed), str(ms), creationOptions=["NBITS=11"])
    assert describe(pan, packed).bits == 11


@pytest.mark.parametrize(
    ("names", "ratio", "reason"),
    [
        ("red green blue", 4, "exactly the bands"),
        ("green red nir", 4, "smallest that has all of the bands"),
        ("blue green red nir ?", 4, "smallest that has all of the named bands"),
        ("? ? ? ? ? ? ? ?", 4, "usual bands of an MS with 8 bands"),
        ("? ? ? ? ? ? ? ? ?", 4, "no names.* fewest passes"),
        ("blue green red nir swir1 swir2", 4, "lacks the fewest .* only SWIR 1, SWIR 2"),
        ("red green blue", 2, "the one for ratio 2"),
    ],
)
def test_the_reason_is_what_counted(tmp_path: Path, names: str, ratio: int, reason: str) -> None:
    given = tuple(names.replace("?", "band").split())
    facts = describe(*pair(tmp_path, 32, 32, names=given, ratio=ratio))
    assert facts.model is not None
    assert re.search(reason, str(facts.reason))


# Sensors -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "sensor"),
    [
        ("WV02_20120607224719_1030_12JUN07224719-M1BS-052560775010_04_P004.ntf", "worldview-2"),
        ("wv3_city/ms.tif", "worldview-3"),
        ("WorldView-4.tif", "worldview-4"),
        ("QB02_05NOV01.tif", "quickbird"),
        ("ikonos_po_2619900.tif", "ikonos"),
        ("GE01_2011.tif", "geoeye-1"),
        ("IMG_PHR1A_MS_201202250025329_SEN_1.JP2", "pleiades"),
        ("Pléiades/ms.tif", "pleiades"),
        ("IMG_SPOT6_MS_201212051027194_SEN_8.TIF", "spot-6"),
        ("GF2_PMS1_E113.4_N23.1_20150122_L1A0000600732-MSS1.tiff", "gaofen-2"),
        ("LC08_L1TP_017051_20170101_20170218_01_T1_B8.TIF", "landsat-8"),
        ("LC90170512023001LGN00_B8.TIF", "landsat-9"),
        ("LE07_L1TP_171051_20010220_20170206_01_T1_B8.TIF", "landsat-7"),
        ("S2A_MSIL1C_20200101.tif", "sentinel-2"),
        ("site_s2.tif", None),
        ("village.tif", None),
        ("10JAN08043207-P2AS-052366844010_01_P001.TIF", None),
    ],
)
def test_names_tell_the_sensor(name: str, sensor: str | None) -> None:
    assert sensor_of_file(name) == sensor


@pytest.mark.parametrize(
    ("tag", "value", "sensor"),
    [
        ("SATELLITEID", "QB02", "quickbird"),
        ("SATELLITE", "IKONOS-2", "ikonos"),
        ("SATELLITEID", "PHR 1A", "pleiades"),
        ("SATELLITEID", "LANDSAT_8", "landsat-8"),
        ("SENSOR", "GeoEye-1", "geoeye-1"),
        ("TIFFTAG_IMAGEDESCRIPTION", "A WorldView-2 scene, cut", "worldview-2"),
        ("SENSOR", "OLI_TIRS", None),
        ("TITLE", "WorldView-2", None),
    ],
)
def test_tags_tell_the_sensor(tag: str, value: str, sensor: str | None) -> None:
    assert sensor_of_tags({tag: value}) == sensor


@pytest.mark.parametrize("sensor", SENSOR_GAINS)
def test_sensors_are_called_as_their_figures_are(sensor: str) -> None:
    assert sensor_of_tags({"SENSOR": sensor.upper()}) == sensor


def test_a_tag_counts_more_than_a_name(tmp_path: Path) -> None:
    pan, ms = pair(tmp_path)
    ms = ms.rename(tmp_path / "GF2_ms.tif")
    assert describe(pan, ms).sensor == "gaofen-2"
    dataset = gdal.Open(str(pan), gdal.GA_Update)
    dataset.SetMetadataItem("SATELLITE", "QuickBird-2")
    del dataset
    assert describe(pan, ms).sensor == "quickbird"


def test_the_vendors_text_beside_a_file_tells_the_sensor(tmp_path: Path) -> None:
    pan, ms = pair(tmp_path)
    name = "10JAN08043207-M2AS-052366844010_01_P001"
    ms = ms.rename(tmp_path / f"{name}.TIF")
    (tmp_path / f"{name}.IMD").write_text(IMD)
    assert describe(pan, ms).sensor == "worldview-3"


def test_a_description_of_another_encoding_is_read(tmp_path: Path) -> None:
    pan, ms = pair(tmp_path)
    dataset = gdal.Open(str(ms), gdal.GA_Update)
    dataset.SetMetadataItem("TIFFTAG_IMAGEDESCRIPTION", "Pl_iades, scène")
    del dataset
    ms.write_bytes(ms.read_bytes().replace(b"Pl_iades", b"Pl\xe9iades"))
    assert describe(pan, ms).sensor == "pleiades"


def test_the_sources_of_a_virtual_raster_tell_the_sensor(tmp_path: Path) -> None:
    pan, ms = pair(tmp_path)
    ms = ms.rename(tmp_path / "LC08_L1TP_017051_20170101_20170218_01_T1_MS.tif")
    gdal.BuildVRT(str(tmp_path / "stack.vrt"), [str(ms)]).FlushCache()
    assert describe(pan, tmp_path / "stack.vrt").sensor == "landsat-8"


# Shifts ------------------------------------------------------------------------------------------


def shifted(folder: Path, shift: tuple[float, float], side: int = 64) -> tuple[Path, Path]:
    """Write a pair whose PAN lies so far (down, right) of MS."""
    fine = bands(4 * side, 4 * side)
    pan: Array = np.tensordot(WEIGHTS, bands(4 * side, 4 * side, *shift), 1)[None]
    ms = degrade(fine, 4, (0.3, 0.27, 0.25, 0.3))
    return (
        write(folder / "pan.tif", pan.clip(0).astype(np.uint16)),
        write(folder / "ms.tif", ms.clip(0).astype(np.uint16), 2.0, names=NAMES),
    )


@pytest.mark.parametrize("shift", [(3.0, -2.0), (-1.4, 2.2), (0.6, 0.5), (-1.3, -1.6)])
def test_a_shift_is_estimated_to_less_than_half_a_pixel(
    tmp_path: Path, shift: tuple[float, float]
) -> None:
    assert estimate_shift(*shifted(tmp_path, shift), nothing) == pytest.approx(shift, abs=0.3)


def test_pan_that_lies_well_has_no_shift(tmp_path: Path) -> None:
    assert estimate_shift(*shifted(tmp_path, (0.0, 0.0)), nothing) == (0, 0)


def test_a_scene_that_does_not_tell_has_none(tmp_path: Path) -> None:
    pan = ones(tmp_path / "pan.tif", (1, 256, 256), 0.5)
    ms = ones(tmp_path / "ms.tif", (4, 64, 64), 2.0)
    assert estimate_shift(pan, ms, nothing) is None


def test_estimating_can_be_cancelled_between_windows(tmp_path: Path) -> None:
    calls: list[int] = []

    def watch() -> None:
        calls.append(1)
        if len(calls) == 2:
            raise Cancelled("cancelled.")

    with pytest.raises(Cancelled):
        estimate_shift(*shifted(tmp_path, (3.0, -2.0), side=128), watch)
    assert len(calls) == 2


def test_a_pair_that_does_not_fit_has_no_shift_to_estimate(tmp_path: Path) -> None:
    pan, ms = pair(tmp_path)
    with pytest.raises(BandError, match="swapped"):
        estimate_shift(ms, pan, nothing)
