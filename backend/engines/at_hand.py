"""Which engines a run may use here, and with which Python.

An optional engine stands in an environment of its own (`backend.environments`), or in the Python
that runs this. In the desktop it is used in a worker process in either case.
"""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Optional

import numpy as np

from qgis_pansharp.backend.engines import (
    ENGINE_NAMES,
    OPTIONAL_ENGINES,
    EngineStatus,
    engine_status,
    unknown_engine,
)
from qgis_pansharp.backend.engines.isolated import Interpreter
from qgis_pansharp.backend.environments import Environments, own_python
from qgis_pansharp.backend.errors import EngineError
from qgis_pansharp.backend.messages import Message


@dataclass(frozen=True)
class AtHand:
    """A usable engine; `version` tells one installation of it from another."""

    engine: str
    version: str
    interpreter: Optional[Interpreter] = None  # noqa: UP045 - none: this very process


def engines_at_hand(folder: Path, isolate: bool) -> dict[str, AtHand]:
    """Return the usable engines by name, without importing or starting any.

    Args:
        folder: of the installed engines.
        isolate: whether optional engines must not run in this process.
    """
    found = {"builtin": AtHand("builtin", np.__version__)}
    here = {state.name: state for state in engine_status() if state.available}
    environments = Environments(folder)
    for name in OPTIONAL_ENGINES:
        environment = environments.get(name)
        if name in here and not isolate:
            found[name] = AtHand(name, here[name].detail)
        elif environment is not None:
            interpreter = Interpreter(environment.python, environment.paths)
            found[name] = AtHand(name, environment.version, interpreter)
        elif name in here:
            python = own_python()
            if python is not None:
                # what this Python has beside its own folders, such as a plugin's or a user's
                paths = tuple(Path(path) for path in sys.path if _holds(path, name))
                found[name] = AtHand(name, here[name].detail, Interpreter(python, paths))
    return found


def _holds(path: str, package: str) -> bool:
    return bool(path) and (Path(path) / package).is_dir()


def require_engine(name: str, folder: Path, isolate: bool) -> None:
    """Check without starting anything that an engine can be used.

    Raises:
        EngineError: the name is unknown, or the engine is not installed.
    """
    if name in ("auto", "builtin"):
        return
    if name not in ENGINE_NAMES:
        raise unknown_engine(name)
    if name not in engines_at_hand(folder, isolate):
        raise EngineError(
            "The engine {name} cannot be used here ({reason}); install it, or choose the engine "
            "builtin, which needs nothing.",
            name=name,
            reason=Environments(folder).problem(name)
            or Message("the package {package} is not installed", package=name),
        )


def status(folder: Path, isolate: bool) -> list[EngineStatus]:
    """Say for each engine whether it can be used; `detail` is its version, or what is missing."""
    usable = engines_at_hand(folder, isolate)
    return [
        EngineStatus(state.name, True, usable[state.name].version)
        if state.name in usable and not state.available
        else EngineStatus(state.name, state.name in usable, state.detail)
        for state in engine_status()
    ]
