"""A small pair of rasters, the packaged plugin, and the provider added to QGIS."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from qgis.core import QgsApplication

from demo.scene import write_scene
from qgis_pansharp import classFactory
from scripts import package

SIZE = 128


@pytest.fixture(scope="session")
def pair(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    return write_scene(tmp_path_factory.mktemp("pair"), SIZE)


@pytest.fixture(scope="session")
def build(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("build")
    package.stage(folder)
    return folder


@pytest.fixture(scope="module")
def provider(qgis_app: QgsApplication, qgis_processing: None) -> Iterator[None]:
    plugin = classFactory(None)
    plugin.initProcessing()
    yield
    plugin.unload()
