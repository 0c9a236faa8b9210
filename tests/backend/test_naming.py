"""A file's partner is found by the vendors' names, and nothing else is proposed."""

from __future__ import annotations

from pathlib import Path

import pytest

from qgis_pansharp.backend.naming import Kind, distance, sibling

# a PAN, its MS, and what else may lie there: one pair a line, paths below one folder
PAIRS = {
    "maxar": (
        "10JAN08043207-P2AS_R1C1-052366844010_01_P001.TIF",
        "10JAN08043208-M2AS_R1C1-052366844010_01_P001.TIF",
        "10JAN08043208-M2AS_R1C2-052366844010_01_P001.TIF",  # another tile
        "10JAN08043307-M2AS_R1C1-052366844010_01_P002.TIF",  # another strip
        "10JAN08043207-S2AS_R1C1-052366844010_01_P001.TIF",  # sharpened
        "10JAN08043207-A2AS_R1C1-052366844010_01_P001.TIF",  # short-wave infrared
        "10JAN08043207-M1BS_R1C1-052366844010_01_P001.TIF",  # another level
    ),
    "maxar in folders": (
        "052366844010_01_P001_PAN/10JAN08043207-P2AS-052366844010_01_P001.TIF",
        "052366844010_01_P001_MUL/10JAN08043207-M2AS-052366844010_01_P001.TIF",
        "052366844010_01_P002_MUL/10JAN08043307-M2AS-052366844010_01_P002.TIF",
        "052366844010_01_P001_MUL/10JAN08043207-M2AS-052366844010_01_P001.IMD",
    ),
    "maxar in an archive": (
        "WV02_20120607224719_10300100193E9E00_12JUN07224719-P1BS-052560775010_04_P004.ntf",
        "WV02_20120607224720_10300100193E9E00_12JUN07224720-M1BS-052560775010_04_P004.ntf",
        "WV02_20120607224720_10300100193E9E00_12JUN07224720-M1BS-052560775010_04_P005.ntf",
        "WV02_20120607224720_1030010019AAAA00_12JUN07224720-M1BS-052560775010_04_P004.ntf",
    ),
    "quickbird": (
        "02SEP21181059-P2AS-000000111366_01_P001.TIF",
        "02SEP21181059-M2AS-000000111366_01_P001.TIF",
        "02SEP21181059-M2AS-000000111367_01_P001.TIF",
    ),
    "parts as prefixes": ("P001_harbour.tif", "M001_harbour.tif", "M002_harbour.tif"),
    "pleiades": (
        "IMG_PHR1A_P_001/IMG_PHR1A_P_201202250025329_SEN_PRG_FC_5852-001_R1C1.JP2",
        "IMG_PHR1A_MS_002/IMG_PHR1A_MS_201202250025327_SEN_PRG_FC_5853-002_R1C1.JP2",
        "IMG_PHR1A_MS_002/IMG_PHR1A_MS_201202250025327_SEN_PRG_FC_5853-002_R1C2.JP2",
        "IMG_PHR1A_MS_004/IMG_PHR1A_MS_201202250025480_SEN_PRG_FC_5853-004_R1C1.JP2",  # stereo
        "IMG_PHR1A_PMS_003/IMG_PHR1A_PMS_201202250025329_SEN_PRG_FC_5854-003_R1C1.JP2",
        "IMG_PHR1A_MS_002/IMG_PHR1A_MS_201202250025327_ORT_PRG_FC_5853-002_R1C1.JP2",
    ),
    "pleiades in long folders": (
        "IMG_PHR1B_P_001_SO12001/IMG_PHR1B_P_201306011030012_ORT_7001-001.TIF",
        "IMG_PHR1B_MS_002_SO12001/IMG_PHR1B_MS_201306011030012_ORT_7002-002.TIF",
        "IMG_PHR1A_MS_002_SO12001/IMG_PHR1A_MS_201306011030012_ORT_7002-002.TIF",
    ),
    "spot": (
        "IMG_SPOT6_P_001_A/IMG_SPOT6_P_201212051027194_SEN_816009101_R1C1.TIF",
        "IMG_SPOT6_MS_001_A/IMG_SPOT6_MS_201212051027194_SEN_816009101_R1C1.TIF",
        "IMG_SPOT6_MS_001_A/IMG_SPOT6_MS_201212051028194_SEN_816009101_R1C1.TIF",
        "IMG_SPOT7_MS_001_A/IMG_SPOT7_MS_201212051027194_SEN_816009101_R1C1.TIF",
    ),
    "gaofen": (
        "GF2_PMS1_E113.4_N23.1_20150122_L1A0000600732-PAN1.tiff",
        "GF2_PMS1_E113.4_N23.1_20150122_L1A0000600732-MSS1.tiff",
        "GF2_PMS2_E113.4_N23.1_20150122_L1A0000600732-MSS2.tiff",
        "GF2_PMS1_E113.4_N23.1_20150122_L1A0000600733-MSS1.tiff",
    ),
    "gaofen, the other camera": (
        "GF2_PMS2_E113.6_N23.1_20150122_L1A0000600735-PAN2.tiff",
        "GF2_PMS2_E113.6_N23.1_20150122_L1A0000600735-MSS2.tiff",
        "GF2_PMS2_E113.6_N23.1_20150122_L1A0000600735-MSS1.tiff",
    ),
    "geoeye": (
        "po_58204_pan_0000000.tif",
        "po_58204_msi_0000000.tif",
        "po_58204_msi_0010000.tif",
        "po_58204_red_0000000.tif",  # a single band
        "po_58205_msi_0000000.tif",
    ),
    "ikonos": (
        "po_2619900_pan_0000000.tif",
        "po_2619900_rgb_0000000.tif",
        "po_2619900_nir_0000000.tif",
    ),
    "landsat": (
        "LC08_L1TP_017051_20170101_20170218_01_T1_B8.TIF",
        "LC08_L1TP_017051_20170101_20170218_01_T1_stack.tif",
        "LC08_L1TP_017051_20170101_20170218_01_T1_B4.TIF",
        "LC08_L1TP_017051_20170117_20170218_01_T1_stack.tif",
        "LC08_L1TP_017051_20170101_20170218_01_T1_BQA.TIF",
        "LC08_L1TP_017051_20170101_20170218_01_T1_MTL.txt",
    ),
    "landsat, bands by its text": (
        "LC09_L1TP_017051_20230101_20230218_02_T1_B8.TIF",
        "LC09_L1TP_017051_20230101_20230218_02_T1_MTL.vrt",
        "LC09_L1TP_017051_20230101_20230218_02_T1_B2.vrt",
    ),
    "landsat, the older names": (
        "LE71710512001051SGS00_B8.TIF",
        "LE71710512001051SGS00_MS.tif",
        "LE71710512001067SGS00_MS.tif",
    ),
    "landsat, a stack called like the scene": (
        "LE07_L1TP_171051_20010220_20170206_01_T1_B8.TIF",
        "LE07_L1TP_171051_20010220_20170206_01_T1.vrt",
        "LE07_L1TP_171051_20010308_20170206_01_T1.vrt",
    ),
    "plain": ("pan.tif", "ms.tif", "ms_sharpened.tif", "gt.tif"),
    "plain, with a place": ("Harbour_PAN.tif", "harbour_mul.img", "quay_mul.img"),
    "plain, of spot": ("city-pan-clip.tif", "city-xs-clip.tif", "city-xs.tif", "city-pan.tif"),
    "in folders": ("PAN/img1.tif", "MS/img1.tif", "MS/img10.tif", "PS-MS/img1.tif"),
    "in folders, names alike": (
        "PAN/PAN_AOI_3_img1.tif",
        "MUL/MUL_AOI_3_img1.tif",
        "MUL-PanSharpen/MUL-PanSharpen_AOI_3_img1.tif",
        "MUL/MUL_AOI_3_img2.tif",
    ),
    "other alphabets": ("город_pan.tif", "город_ms.tif", "село_ms.tif"),
}


def touch(folder: Path, *names: str) -> list[Path]:
    paths = [folder / name for name in names]
    for path in paths:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()
    return paths


@pytest.mark.parametrize("vendor", PAIRS)
def test_a_pair_is_found_from_either_side_and_nothing_else_is(tmp_path: Path, vendor: str) -> None:
    pan, ms, *_ = touch(tmp_path, *PAIRS[vendor])
    assert sibling(pan, "MS") == [ms]
    assert sibling(ms, "PAN") == [pan]


@pytest.mark.parametrize("vendor", PAIRS)
def test_case_does_not_matter(tmp_path: Path, vendor: str) -> None:
    pan, ms = touch(tmp_path, *(name.upper() for name in PAIRS[vendor][:2]))
    assert sibling(str(pan), "MS") == [ms]
    assert sibling(str(ms), "PAN") == [pan]


@pytest.mark.parametrize("vendor", PAIRS)
@pytest.mark.parametrize("kind", ["PAN", "MS"])
def test_a_file_has_no_partner_of_its_own_kind(tmp_path: Path, vendor: str, kind: Kind) -> None:
    pan, ms = touch(tmp_path, *PAIRS[vendor][:2])
    assert sibling(pan if kind == "PAN" else ms, kind) == []


@pytest.mark.parametrize("suffix", ["tif", "tiff", "jp2", "img", "vrt", "ntf", "dat"])
def test_rasters_are_told_by_their_suffix(tmp_path: Path, suffix: str) -> None:
    pan, ms = touch(tmp_path, "pan.tif", f"ms.{suffix}", "ms.aux.xml", "ms.tif.ovr", "ms.txt")[:2]
    assert sibling(pan, "MS") == [ms]


def test_all_bands_come_before_a_picture_of_three(tmp_path: Path) -> None:
    pan, rgb, xs = touch(tmp_path, "a_pan_0.tif", "a_rgb_0.tif", "a_xs_0.tif")
    assert sibling(pan, "MS") == [xs, rgb]


def test_the_same_suffix_comes_first(tmp_path: Path) -> None:
    pan, *_ = touch(tmp_path, "pan.tif", "ms.dat", "ms.tif", "ms.vrt")
    assert [path.name for path in sibling(pan, "MS")] == ["ms.tif", "ms.dat", "ms.vrt"]


def test_the_nearest_time_comes_first(tmp_path: Path) -> None:
    names = [
        f"IMG_PHR1A_{kind}_20120225002532{tenths}_SEN_PRG_FC_{number}.TIF"
        for kind, tenths, number in (("P", 1, 1), ("MS", 9, 2), ("MS", 2, 3))
    ]
    pan, far, near = touch(tmp_path, *names)
    assert sibling(pan, "MS") == [near, far]


def test_a_name_that_tells_no_kind_finds_one_that_does(tmp_path: Path) -> None:
    city, pan, *_ = touch(tmp_path, "city.tif", "city_pan.tif", "pan.tif", "city_2_pan.tif")
    assert sibling(city, "PAN") == [pan]


def test_folders_and_what_is_not_there_are_no_partners(tmp_path: Path) -> None:
    (tmp_path / "ms.tif").mkdir()
    assert sibling(tmp_path / "pan.tif", "MS") == []
    assert sibling(tmp_path / "nowhere" / "pan.tif", "MS") == []
    assert sibling("/vsizip/archive.zip/pan.tif", "MS") == []


def test_a_path_that_is_not_absolute_will_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    touch(tmp_path, "PAN/pan.tif", "MS/ms.tif")
    monkeypatch.chdir(tmp_path / "PAN")
    assert sibling("pan.tif", "MS") == [tmp_path / "MS" / "ms.tif"]


@pytest.mark.parametrize(
    ("name", "other"),
    [
        ("pan_europe_pan", "pan_europe_ms"),  # either word may tell the kind
        ("P_valley", "MS_valley"),
        ("scene_panchromatic_ortho", "scene_multispectral_ortho"),
    ],
)
def test_words_that_may_mean_either_are_tried(name: str, other: str) -> None:
    assert distance(name, other, "MS") == (0, 0.0)


@pytest.mark.parametrize(
    ("name", "other"),
    [
        ("city_pan", "city_pan_ms"),  # MS brought to PAN's grid
        ("japan", "jams"),
        ("T31TCJ_20200101_B08", "T31TCJ_20200101_MS"),  # Sentinel-2 has no PAN
        ("IMG_PHR1A_P_201299250025329_SEN_1", "IMG_PHR1A_MS_201299250025329_SEN_2"),  # no date
    ],
)
def test_words_that_only_look_like_a_kind_say_nothing(name: str, other: str) -> None:
    assert distance(name, other, "MS") is None
