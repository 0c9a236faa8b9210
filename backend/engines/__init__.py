"""Engines: those who can run a model. The optional ones are imported only when chosen."""

from __future__ import annotations

from importlib import import_module, metadata, util
from pathlib import Path
from typing import Any

import numpy as np

from qgis_pansharp.backend.arrays import FloatArray
from qgis_pansharp.backend.engines.base import Engine, EngineStatus, Watch
from qgis_pansharp.backend.engines.options import Device, EngineOptions
from qgis_pansharp.backend.errors import EngineError
from qgis_pansharp.backend.messages import Message

__all__ = [
    "ENGINE_NAMES",
    "OPTIONAL_ENGINES",
    "Device",
    "Engine",
    "EngineOptions",
    "EngineStatus",
    "FloatArray",
    "Watch",
    "create_engine",
    "devices_of",
    "engine_status",
    "unknown_engine",
]

# each optional engine's module, its class, and how its package calls itself
_OPTIONAL = {
    "onnxruntime": ("ort", "OrtEngine", "ONNX Runtime"),
    "openvino": ("openvino_engine", "OpenVinoEngine", "OpenVINO"),
    "torch": ("torch_engine", "TorchEngine", "PyTorch"),
}
OPTIONAL_ENGINES = tuple(_OPTIONAL)
ENGINE_NAMES = ("builtin", *OPTIONAL_ENGINES)


def create_engine(
    name: str,
    model_file: str | Path,
    threads: int = 0,
    device: str = "auto",
    precision: str = "auto",
) -> Engine:
    """Return the engine of that name with a model loaded, in this process.

    Args:
        name: one of `ENGINE_NAMES`; "auto" is the built-in one.
        model_file: the model's `.onnx` file.
        threads: that the engine may use; 0 for as many as there are cores.
        device: see `EngineOptions`.
        precision: see `EngineOptions`.

    Raises:
        EngineError: the name is unknown, the engine's package is not installed, or it does not
            have that device.
        ModelError: the model file is missing, damaged, or beyond this engine.
    """
    if name in ("auto", "builtin"):
        from qgis_pansharp.backend.engines.builtin import BuiltinEngine

        _require_processor(device)
        return BuiltinEngine(model_file, threads)
    if name not in _OPTIONAL:
        raise unknown_engine(name)
    engine: Engine = getattr(_module(name), _OPTIONAL[name][1])(
        model_file, EngineOptions(threads, device, precision)
    )
    return engine


def devices_of(name: str) -> list[Device]:
    """Return what an engine can run on here, fastest first.

    Its package is imported, in this process; nothing is raised where that fails.
    """
    if name == "builtin":
        return [Device("cpu", f"NumPy {np.__version__}")]
    if name not in _OPTIONAL:
        return []
    try:
        module = _module(name)
    except ImportError:
        return []
    found: list[Device] = module.devices()
    return found


def _module(name: str) -> Any:
    return import_module(f"{__name__}.{_OPTIONAL[name][0]}")


def _require_processor(device: str) -> None:
    if device not in ("auto", "cpu"):
        raise EngineError(
            "The engine builtin has no device {device}, only cpu; choose that, or another engine.",
            device=device,
        )


def unknown_engine(name: str) -> EngineError:
    """Return the error that says which engines there are."""
    return EngineError(
        "There is no engine named '{name}'; choose one of: {choices}.",
        name=name,
        choices=", ".join(("auto", *ENGINE_NAMES)),
    )


def engine_status() -> list[EngineStatus]:
    """Say for each engine whether this very Python has it, without importing it."""
    states = [EngineStatus("builtin", True, f"NumPy {np.__version__}")]
    for name, (_, _, title) in _OPTIONAL.items():
        found = util.find_spec(name) is not None
        try:
            version = metadata.version(name) if found else ""
        except metadata.PackageNotFoundError:
            version = "of unknown version"
        missing = str(Message("the package {package} is not installed", package=name))
        states.append(EngineStatus(name, found, f"{title} {version}" if found else missing))
    return states
