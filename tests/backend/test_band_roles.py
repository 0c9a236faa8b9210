"""Tests of the bands' roles: by name, by number, by wavelength, by colour."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from osgeo import gdal

from qgis_pansharp.backend.band_roles import band_roles, role_of_wavelength
from qgis_pansharp.backend.models.bands import WAVELENGTHS
from qgis_pansharp.backend.raster import read_info
from tests.backend.rasters import write


def test_roles_come_from_the_bands_names(tmp_path: Path) -> None:
    names = {
        "Red": "red",
        "GREEN (523 nm)": "green",
        "red_edge": "red-edge",
        "Near Infrared": "nir",
        "Infrared": "nir",
        "NIR1": "nir",
        "VNIR blue": "blue",
        "near-infrared 2": "nir2",
        "BAND_N2": "nir2",
        "nir08": "nir",
        "nir09": "nir2",
        "NearInfrared": "nir",
        "Coastal aerosol": "coastal",
        "BAND_C": "coastal",
        "C": "coastal",
        "a C": "",
        "rededge071": "red-edge",
        "VRE 1": "red-edge",
        "SWIR 1": "swir1",
        "swir22": "swir2",
        "Shortwave Infrared 2": "swir2",
        "S1": "swir1",
        "orbit S1": "",
        "SWIR 3": "",
        "SWIR shortwave infrared": "",
        "thermal infrared 1": "",
        "Mid-Infrared": "",
        "unfiltered": "",
        "B": "blue",
    }
    image = np.ones((len(names), 4, 4), np.uint16)
    ms = write(tmp_path / "ms.tif", image, names=tuple(names))
    assert band_roles(read_info(ms, "MS")) == tuple(names.values())


@pytest.mark.parametrize(
    ("names", "roles"),
    [
        ("B4 B3 B2", "red green blue"),
        ("SR_B5 SR_B4 SR_B3 SR_B2", "nir red green blue"),
        ("B02 B03 B04 B08", "blue green red nir"),
        ("B1 B2 B3 B4 B5 B6 B7", "coastal blue green red nir swir1 swir2"),
        ("B1 B2 B3 B4 B5 B7", "blue green red nir swir1 swir2"),
        ("b1 b2 b3 b4 b5 b6 b7 b8", "coastal blue green yellow red red-edge nir nir2"),
        ("C B G Y R RE N1 N2", "coastal blue green yellow red red-edge nir nir2"),
        ("B G R N S1 S2", "blue green red nir swir1 swir2"),
    ],
)
def test_letters_and_numbers_of_known_sensors_tell_the_roles(
    tmp_path: Path, names: str, roles: str
) -> None:
    given = tuple(names.split())
    ms = write(tmp_path / "ms.tif", np.ones((len(given), 4, 4), np.uint16), names=given)
    assert band_roles(read_info(ms, "MS")) == tuple(roles.split())


@pytest.mark.parametrize("names", ["B1 B2 B3 B4", "B5 B4 B3", "B4 B4 B2", "B2 B3 x4", "Band 4 3 2"])
def test_numbers_that_may_mean_several_sensors_tell_nothing(tmp_path: Path, names: str) -> None:
    given = tuple(names.split())
    ms = write(tmp_path / "ms.tif", np.ones((len(given), 4, 4), np.uint16), names=given)
    assert band_roles(read_info(ms, "MS")) == ("",) * len(given)


@pytest.mark.parametrize(
    "names",
    [
        "Blau,Grün,Rot,Nahes Infrarot",
        "bleu,vert,rouge,proche infrarouge",
        "Azul,Verde,Rojo,Infrarrojo cercano",
        "azul,verde,vermelho,infravermelho próximo",
        "Blu,Verde,Rosso,Infrarosso vicino",
    ],
)
def test_names_in_other_languages_tell_the_roles(tmp_path: Path, names: str) -> None:
    given = tuple(names.split(","))
    ms = write(tmp_path / "ms.tif", np.ones((4, 4, 4), np.uint16), names=given)
    assert band_roles(read_info(ms, "MS")) == ("blue", "green", "red", "nir")


@pytest.mark.parametrize(
    "name", ["kurzwelliges Infrarot", "infrarouge moyen", "Größe n", "緑n", "Vegetation"]
)
def test_names_that_only_look_like_a_role_tell_none(tmp_path: Path, name: str) -> None:
    ms = write(tmp_path / "ms.tif", np.ones((1, 4, 4), np.uint16), names=(name,))
    assert band_roles(read_info(ms, "MS")) == (("nir" if name == "Größe n" else ""),)


MIDDLES = {"blue": 487.5, "green": 543, "red": 654, "nir": 815}  # nm


@pytest.mark.parametrize("order", ["blue green red nir", "nir blue red green"])
@pytest.mark.parametrize(
    ("units", "nanometres", "line"),
    [
        ("Nanometers", 1, ""),
        ("Micrometers", 1000, ""),
        ("nm", 1, "default bands = {4, 3, 2}"),  # as it is shown
        ("Unknown", 1, ""),
        ("Unknown", 1000, ""),
        ("Nanometers", 1, "band names = {Band 1, Band 2, Band 3, Band 4}"),
        ("um", 1000, "band names = {B2, B3, B4, B8}"),  # Sentinel-2's numbers at 10 m
    ],
)
def test_wavelengths_of_an_envi_header_tell_the_roles(
    tmp_path: Path, order: str, units: str, nanometres: float, line: str
) -> None:
    path = tmp_path / "ms.img"
    np.ones((4, 4, 4), np.uint16).tofile(path)
    given = ", ".join(f"{MIDDLES[role] / nanometres:g}" for role in order.split())
    options = {"samples": 4, "lines": 4, "bands": 4, "data type": 12, "interleave": "bsq"}
    options |= {"wavelength units": units, "wavelength": f"{{{given}}}"}
    lines = ("ENVI", *(f"{key} = {value}" for key, value in options.items()), line)
    path.with_suffix(".hdr").write_text("\n".join(lines), encoding="utf-8")
    assert band_roles(read_info(path, "MS")) == tuple(order.split())


@pytest.mark.parametrize(
    ("domain", "items"),
    [
        ("IMAGERY", {"CENTRAL_WAVELENGTH_UM": "0.654"}),
        ("", {"wavelength": "654", "wavelength_units": "nm"}),
    ],
)
def test_a_name_says_more_than_a_wavelength_and_that_more_than_a_colour(
    tmp_path: Path, domain: str, items: dict[str, str]
) -> None:
    path = write(tmp_path / "ms.tif", np.ones((3, 4, 4), np.uint16), names=("", "nir", ""))
    dataset = gdal.Open(str(path), gdal.GA_Update)
    for number in (1, 2):
        band = dataset.GetRasterBand(number)
        band.SetMetadata(items, domain)
        band.SetColorInterpretation(gdal.GCI_GreenBand)
    dataset.GetRasterBand(3).SetColorInterpretation(gdal.GCI_BlueBand)
    del band, dataset
    assert band_roles(read_info(path, "MS")) == ("red", "nir", "blue")


@pytest.mark.parametrize(
    ("name", "role"),
    [
        ("Band 3 (660 Nanometers)", "red"),
        ("0.865 µm", "nir"),
        ("1.61 microns", "swir1"),
        ("443nm", "coastal"),
        ("1240 nm", ""),  # between the bands that models know
        ("10.9 micrometers", ""),
        ("660", ""),
        ("660 nmol", ""),
        ("layer 1.660 nm", ""),
    ],
)
def test_a_name_may_hold_a_wavelength(tmp_path: Path, name: str, role: str) -> None:
    ms = write(tmp_path / "ms.tif", np.ones((1, 4, 4), np.uint16), names=(name,))
    assert band_roles(read_info(ms, "MS")) == (role,)


def test_every_role_has_its_own_wavelengths() -> None:
    for role, wavelength in WAVELENGTHS.items():
        assert role_of_wavelength(wavelength) == role
    sentinel2 = {443: "coastal", 490: "blue", 560: "green", 665: "red", 705: "red-edge"}
    sentinel2 |= {740: "red-edge", 783: "red-edge", 842: "nir", 865: "nir", 945: "nir2"}
    sentinel2 |= {1375: "", 1610: "swir1", 2190: "swir2"}
    assert {middle: role_of_wavelength(middle) for middle in sentinel2} == sentinel2
    assert not any(map(role_of_wavelength, (399, 1001, float("nan"), float("inf"))))
