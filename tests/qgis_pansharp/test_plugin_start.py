"""QGIS starts no slower for the plugin: nothing heavy is imported before it is needed."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

START = """
import json, sys, time
sys.path.insert(0, sys.argv[1])
from qgis.core import QgsApplication
from qgis.gui import QgisInterface
from qgis.PyQt.QtWidgets import QMainWindow
app = QgsApplication([], True)
app.initQgis()
class Desktop:
    window = QMainWindow()
    def mainWindow(self):
        return self.window
    def __getattr__(self, name):
        return lambda *arguments: None
registry = QgsApplication.processingRegistry()
before, started = set(sys.modules), time.process_time()
import qgis_pansharp
modules_of_package = sorted(set(sys.modules) - before)
plugin = qgis_pansharp.classFactory(Desktop())
plugin.initGui()
seconds = time.process_time() - started
modules = sorted(set(sys.modules) - before)
file = qgis_pansharp.__file__
found = registry.algorithmById("pansharp:sharpen") is not None
plugin.unload()
left = registry.providerById("pansharp") is not None
plugin.unload()
print(json.dumps(dict(modules=modules, modules_of_package=modules_of_package, seconds=seconds,
                      file=file, found=found, left=left)))
"""


@pytest.fixture(scope="module")
def start(build: Path) -> dict[str, Any]:
    done = subprocess.run(
        [sys.executable, "-c", START, str(build)], capture_output=True, text=True, timeout=120
    )
    assert done.returncode == 0, done.stderr
    told: dict[str, Any] = json.loads(done.stdout.strip().splitlines()[-1])
    assert told["file"].startswith(str(build))
    return told


def test_package_itself_imports_nothing_of_qgis(start: dict[str, Any]) -> None:
    assert [m for m in start["modules_of_package"] if m.startswith("qgis.")] == []


@pytest.mark.parametrize("heavy", ["numpy", "osgeo", "torch", "onnxruntime", "processing"])
def test_start_imports_nothing_heavy(start: dict[str, Any], heavy: str) -> None:
    assert [m for m in start["modules"] if m.split(".")[0] == heavy] == []


def test_start_leaves_the_backend_alone(start: dict[str, Any]) -> None:
    assert [m for m in start["modules"] if m.startswith("qgis_pansharp.backend")] == []


def test_start_takes_less_than_50_milliseconds(start: dict[str, Any]) -> None:
    assert start["seconds"] < 0.05


def test_provider_comes_and_goes(start: dict[str, Any]) -> None:
    assert start["found"]
    assert not start["left"]
