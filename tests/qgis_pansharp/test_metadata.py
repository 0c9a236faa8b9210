"""metadata.txt holds what QGIS and the plugin repository read."""

from __future__ import annotations

import configparser
import re

import pytest

from scripts.package import ROOT

REQUIRED = (
    "name",
    "description",
    "version",
    "qgisMinimumVersion",
    "author",
    "email",
    "about",
    "tracker",
    "repository",
)


@pytest.fixture(scope="module")
def metadata() -> configparser.SectionProxy:
    # interpolation as the plugin repository has it: a stray % would be refused
    parser = configparser.ConfigParser()
    parser.optionxform = str  # type: ignore[method-assign,assignment]
    parser.read(ROOT / "metadata.txt", encoding="utf-8")
    return parser["general"]


@pytest.mark.parametrize("key", REQUIRED)
def test_required_key_is_filled(metadata: configparser.SectionProxy, key: str) -> None:
    assert metadata[key].strip()


def test_qgis_finds_the_provider(metadata: configparser.SectionProxy) -> None:
    assert metadata["hasProcessingProvider"] == "yes"


def test_every_qgis_from_3_22_to_4_is_served(metadata: configparser.SectionProxy) -> None:
    assert metadata["qgisMinimumVersion"] == "3.22"
    assert metadata["qgisMaximumVersion"] == "4.99"


def test_version_is_the_projects(metadata: configparser.SectionProxy) -> None:
    project = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    found = re.search(r'^version = "(.+)"$', project, re.MULTILINE)
    assert found is not None
    assert metadata["version"] == found.group(1)


def test_icon_exists(metadata: configparser.SectionProxy) -> None:
    assert (ROOT / "qgis_pansharp" / metadata["icon"]).is_file()


def test_addresses_are_secure(metadata: configparser.SectionProxy) -> None:
    for key in ("homepage", "tracker", "repository"):
        assert metadata[key].startswith("https://")
