"""Engines: those who can run a model. The optional ones are imported only when chosen."""

from __future__ import annotations

from importlib import metadata, util
from pathlib import Path

import numpy as np

from qgis_pansharp.backend.arrays import FloatArray
from qgis_pansharp.backend.engines.base import Engine, EngineStatus, Watch
from qgis_pansharp.backend.errors import EngineError
from qgis_pansharp.backend.messages import Message

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
# the only optional engine's package
_MISSING = Message("the package onnxruntime is not installed")


def create_engine(name: str, model_file: str | Path, threads: int = 0) -> Engine:
    """Return the engine of that name with a model loaded; "auto" is the built-in one.

    Args:
        name: "auto" or one of `ENGINE_NAMES`.
        model_file: the model's `.onnx` file.
        threads: that the engine may use; 0 for as many as there are cores.

    Raises:
        EngineError: the name is unknown, or the engine's package is not installed.
        ModelError: the model file is missing, damaged, or beyond this engine.
    """
    if name in ("auto", "builtin"):
        from qgis_pansharp.backend.engines.builtin import BuiltinEngine

        return BuiltinEngine(model_file, threads)
    if name == "onnxruntime":
        from qgis_pansharp.backend.engines.options import EngineOptions
        from qgis_pansharp.backend.engines.ort import OrtEngine

        return OrtEngine(model_file, EngineOptions(threads=threads))
    raise _unknown(name)


def _unknown(name: str) -> EngineError:
    return EngineError(
        "There is no engine named '{name}'; choose one of: {choices}.",
        name=name,
        choices=", ".join(("auto", *ENGINE_NAMES)),
    )


def require_engine(name: str) -> None:
    """Check without importing anything that an engine can be created.

    Raises:
        EngineError: the name is unknown, or the engine's package is not installed.
    """
    if name == "auto":
        return
    states = {state.name: state for state in engine_status()}
    if name not in states:
        raise _unknown(name)
    if not states[name].available:
        raise EngineError(
            "The engine {name} cannot be used here ({reason}); install it, or choose the engine "
            "builtin, which needs nothing.",
            name=name,
            reason=_MISSING,
        )


def engine_status() -> list[EngineStatus]:
    """Say for each engine whether it can be used here, without importing it."""
    found = util.find_spec("onnxruntime") is not None
    try:
        version = metadata.version("onnxruntime") if found else ""
    except metadata.PackageNotFoundError:
        version = "of unknown version"
    detail = f"ONNX Runtime {version}" if found else str(_MISSING)
    return [
        EngineStatus("builtin", True, f"NumPy {np.__version__}"),
        EngineStatus("onnxruntime", found, detail),
    ]
