"""What an installation or a bundle consists of, and whether the disk can hold it."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path

from qgis_pansharp.backend.environments.catalog import (
    Package,
    Variant,
    in_words,
    lock_of,
    usual_variant,
)
from qgis_pansharp.backend.environments.failures import Instead, failure
from qgis_pansharp.backend.environments.pins import PLATFORMS, PYTHONS, Pin, Size, Target
from qgis_pansharp.backend.errors import EngineError
from qgis_pansharp.backend.messages import Message

RESERVE = 100_000_000  # bytes that stay free
GROWTH = 1.2  # what is unpacked, and what Python compiles of it, to what is unpacked


@dataclass(frozen=True)
class Choice:
    """The packages of an engine's variant for a computer; `size` is that of all of them."""

    package: Package
    variant: Variant
    target: Target
    pins: tuple[Pin, ...]
    size: Size


def choose(package: Package, target: Target, variant: str, nvidia: bool) -> Choice:
    """Return what a computer gets.

    Args:
        package: the engine's.
        target: the computer.
        variant: its name, or "auto".
        nvidia: whether the computer has a card of NVIDIA's.

    Raises:
        EngineError: there is no such variant, or no wheel of it for this computer.
    """
    chosen = (
        usual_variant(package, target.platform, nvidia)
        if variant == "auto"
        else package.variant(variant)
    )
    lock = lock_of(package, chosen)
    pins = lock.pins(target)
    if not pins:
        name = f"{package.engine} ({chosen.name})"
        raise failure("no-wheel", name, python=target.title)
    return Choice(package, chosen, target, tuple(pins), lock.size(target))


def instead_of(choice: Choice) -> Instead | None:
    """Return the variant that does where the index lacks the chosen one; None without one."""
    name = choice.variant.instead
    if not name:
        return None
    lock = lock_of(choice.package, choice.package.variant(name))
    if not lock.pins(choice.target):
        return None
    return Instead(choice.package.engine, name, lock.size(choice.target).unpacked)


def target_of(platform: str, python: str) -> Target:
    """Return another computer by what the user calls it.

    Raises:
        EngineError: there is no such platform or version of Python.
    """
    for known in PLATFORMS:
        if known.name == platform:
            break
    else:
        raise EngineError(
            "There is no platform '{name}'; choose one of: {choices}.",
            name=platform,
            choices=", ".join(known.name for known in PLATFORMS),
        )
    if python not in PYTHONS:
        raise EngineError(
            "Python '{name}' is not supported; choose one of: {choices}.",
            name=python,
            choices=", ".join(PYTHONS),
        )
    return Target(python, known)


def require_space(engine: str, folder: Path, needed: int) -> None:
    """Refuse what the disk cannot hold.

    Args:
        engine: its name.
        folder: on that disk.
        needed: bytes.

    Raises:
        InstallError: naming the folder, what is needed and what is free.
    """
    try:
        free = shutil.disk_usage(folder).free
    except OSError:  # not every file system tells; writing will
        return
    if needed + RESERVE > free:
        error = failure("space", engine)
        error.message = Message(
            "The engine {engine} needs {needed} in the folder {folder}, which has {free} of free "
            "space; free some, or choose another folder.",
            engine=engine,
            needed=in_words(needed + RESERVE),
            folder=str(folder),
            free=in_words(free),
        )
        raise error
