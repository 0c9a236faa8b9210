"""Engines from the package index, as users install them; skipped where no index can be reached.

The builds for the processor are small enough: about 40, 80 and 220 megabytes. Those for CUDA are
gigabytes, and are not fetched here.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from qgis_pansharp.backend.engines.isolated import Interpreter, IsolatedEngine
from qgis_pansharp.backend.engines.options import EngineOptions
from qgis_pansharp.backend.environments import Environments, InstallError
from qgis_pansharp.backend.environments.interpreters import own_interpreter
from qgis_pansharp.backend.environments.probe import block
from qgis_pansharp.backend.models import bundled_models

pytestmark = pytest.mark.network


@pytest.fixture(scope="module", autouse=True)
def reachable(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Skip where not even a small package can be fetched."""
    done = subprocess.run(
        [sys.executable, "-m", "pip", "download", "--no-deps", "--quiet", "packaging"],
        cwd=tmp_path_factory.mktemp("reachable"),
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    if done.returncode:
        pytest.skip("no package index can be reached: " + done.stderr.strip().splitlines()[-1])


@pytest.fixture
def environments(tmp_path: Path) -> Environments:
    return Environments(tmp_path / "engines")


def sharpen(environments: Environments, engine: str) -> None:
    """Sharpen a block with an installed engine, as QGIS does."""
    environment = environments.get(engine)
    assert environment is not None
    model = bundled_models()[0]
    pan, ms = block(model)
    with IsolatedEngine(
        Interpreter(environment.python, environment.paths),
        engine,
        model.path,
        EngineOptions(device="cpu"),
    ) as running:
        result = running.run(pan, ms)
    assert result.shape[0] == ms.shape[0]


def test_onnxruntime_from_the_index_and_from_a_bundle(
    environments: Environments, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    here = own_interpreter()
    assert here is not None
    assert here.target is not None
    platform, python = here.target.platform.name, here.target.python
    environments.bundle("onnxruntime", platform, python, tmp_path / "stick", variant="cpu")
    for name in ("PIP_INDEX_URL", "HTTP_PROXY", "HTTPS_PROXY", "http_proxy", "https_proxy"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")
    monkeypatch.setenv("PIP_CONFIG_FILE", "/dev/null")
    monkeypatch.delenv("PIP_FIND_LINKS", raising=False)
    installed = environments.install("onnxruntime", source=tmp_path / "stick")
    assert installed.variant == "cpu"
    assert installed.speed > 0
    sharpen(environments, "onnxruntime")
    monkeypatch.setenv("PIP_RETRIES", "0")
    with pytest.raises(InstallError) as caught:  # there really was no network
        environments.install("onnxruntime")
    assert caught.value.kind in ("proxy", "network")
    assert environments.get("onnxruntime") == installed


def test_openvino_from_the_index(environments: Environments) -> None:
    installed = environments.install("openvino")
    assert installed.version.startswith("202")
    assert installed.versions["numpy"]
    assert "openvino-telemetry" not in installed.versions
    assert installed.devices
    sharpen(environments, "openvino")


def test_the_processor_build_of_torch(environments: Environments) -> None:
    try:
        installed = environments.install("torch", variant="cpu")
    except InstallError as error:
        if error.kind != "own-index":
            raise
        pytest.skip("the package index has no build of torch without CUDA for this Python")
    assert installed.version.endswith("+cpu") or sys.platform != "linux"
    assert installed.size > 300_000_000
    sharpen(environments, "torch")
