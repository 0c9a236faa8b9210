"""For all tests: QGIS needs no screen, and which engines this computer has changes nothing."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ["ORT_DISABLE_TELEMETRY"] = "1"  # where tests import ONNX Runtime themselves


@pytest.fixture(autouse=True, scope="session")
def engines_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Engines and their speeds are kept apart from the user's own, also by child processes."""
    folder = tmp_path_factory.mktemp("engines")
    os.environ["PANSHARP_ENGINES"] = str(folder)
    return folder


@pytest.fixture(autouse=True)
def builtin_is_fastest(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let "auto" choose the built-in engine, whatever is installed, without measuring."""
    from qgis_pansharp.backend.engines import choosing

    monkeypatch.setattr(
        choosing, "measure", lambda engine, *_: 2.0 if engine.name == "builtin" else 1.0
    )
