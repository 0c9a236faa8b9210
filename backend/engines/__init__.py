"""Engines: those who can run a model. The optional ones are imported only when chosen."""

from __future__ import annotations

from importlib import metadata, util
from pathlib import Path

import numpy as np

from qgis_pansharp.backend.arrays import FloatArray
from qgis_pansharp.backend.engines.base import Engine, EngineStatus, Watch
from qgis_pansharp.backend.errors import EngineError

__all__ = [
    "ENGINE_NAMES",
    "Engine",
    "EngineStatus",
    "FloatArray",
    "Watch",
    "create_engine",
    "engine_status",
    "require_engine",
]

ENGINE_NAMES = ("builtin", "onnxruntime")


def create_engine(name: str, model_file: str | Path) -> Engine:
    """Return the engine of that name with a model loaded; "auto" is the built-in one.

    Raises:
        EngineError: the name is unknown, or the engine's package is not installed.
        ModelError: the model file is missing, damaged, or beyond this engine.
    """
    if name in ("auto", "builtin"):
        from qgis_pansharp.backend.engines.builtin import BuiltinEngine

        return BuiltinEngine(model_file)
    if name == "onnxruntime":
        from qgis_pansharp.backend.engines.ort import OrtEngine

        return OrtEngine(model_file)
    raise EngineError(_unknown(name))


def _unknown(name: str) -> str:
    choices = ", ".join(("auto", *ENGINE_NAMES))
    return f"There is no engine named '{name}'; choose one of: {choices}."


def require_engine(name: str) -> None:
    """Check without importing anything that an engine can be created.

    Raises:
        EngineError: the name is unknown, or the engine's package is not installed.
    """
    if name == "auto":
        return
    states = {state.name: state for state in engine_status()}
    if name not in states:
        raise EngineError(_unknown(name))
    if not states[name].available:
        raise EngineError(
            f"The engine {name} cannot be used here ({states[name].detail}); install it, or choose "
            "the engine builtin, which needs nothing."
        )


def engine_status() -> list[EngineStatus]:
    """Say for each engine whether it can be used here, without importing it."""
    found = util.find_spec("onnxruntime") is not None
    try:
        version = metadata.version("onnxruntime") if found else ""
    except metadata.PackageNotFoundError:
        version = "of unknown version"
    detail = f"ONNX Runtime {version}" if found else "the package onnxruntime is not installed"
    return [
        EngineStatus("builtin", True, f"NumPy {np.__version__}"),
        EngineStatus("onnxruntime", found, detail),
    ]
