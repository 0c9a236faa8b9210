"""Folders of wheels: which of those that are needed are there, and whole.

A bundle is such a folder, filled on a connected computer for another one, with a file that says
for which.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from qgis_pansharp.backend.environments.pins import PLATFORMS, Pin, Target
from qgis_pansharp.backend.errors import EngineError
from qgis_pansharp.backend.messages import Message

BUNDLE, FORMAT = "bundle.json", 1
CHUNK = 1 << 20


@dataclass(frozen=True)
class Bundle:
    """For what a folder was filled; `packages` are versions by name."""

    engine: str
    variant: str
    python: str
    platform: str
    packages: Mapping[str, str]

    @property
    def target(self) -> Message:
        """For people: "Python 3.12 on Windows"."""
        for platform in PLATFORMS:
            if platform.name == self.platform:
                return Target(self.python, platform).title
        return Message("Python {version} on {system}", version=self.python, system=self.platform)


def write_bundle(folder: Path, bundle: Bundle) -> None:
    """Say what a folder was filled for.

    Raises:
        OSError: the folder cannot be written.
    """
    text = json.dumps({"format": FORMAT, **asdict(bundle)}, indent=1, sort_keys=True)
    (folder / BUNDLE).write_text(text + "\n", encoding="utf-8")


def read_bundle(folder: Path) -> Bundle | None:
    """Return what a folder was filled for; None where it does not say."""
    try:
        content = json.loads((folder / BUNDLE).read_text(encoding="utf-8"))
        if content["format"] != FORMAT:
            return None
        words = {key: str(content[key]) for key in ("engine", "variant", "python", "platform")}
        packages = {str(name): str(version) for name, version in content["packages"].items()}
        return Bundle(**words, packages=packages)
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return None


def found_wheels(folder: Path, pins: Sequence[Pin]) -> tuple[dict[Pin, Path], dict[Pin, Path]]:
    """Return the wheels of a folder that are needed, and those that should be but are damaged."""
    wanted = {(pin.name, pin.version): pin for pin in pins}
    found: dict[Pin, Path] = {}
    damaged: dict[Pin, Path] = {}
    for path in sorted(folder.glob("*.whl")):
        name, version = [*path.name.split("-"), ""][:2]
        pin = wanted.get((re.sub(r"[-_.]+", "-", name).lower(), version))
        if pin is not None and pin not in found:
            (found if sha256_of(path) in pin.hashes else damaged)[pin] = path
    return found, {pin: path for pin, path in damaged.items() if pin not in found}


def sha256_of(path: Path) -> str:
    """Return a file's checksum.

    Raises:
        OSError: it cannot be read.
    """
    checksum = hashlib.sha256()
    with path.open("rb") as file:
        for part in iter(lambda: file.read(CHUNK), b""):
            checksum.update(part)
    return checksum.hexdigest()


def require_bundle(folder: Path, engine: str, target: Target) -> Bundle | None:
    """Return what a folder was filled for, None where it does not say; it must suit.

    Raises:
        EngineError: it was filled for another engine or another computer.
    """
    bundle = read_bundle(folder)
    if bundle is None:
        return None
    if bundle.engine != engine:
        raise EngineError(
            "The folder {folder} was filled for the engine {filled}, not for {engine}; choose "
            "another folder.",
            folder=str(folder),
            filled=bundle.engine,
            engine=engine,
        )
    if (bundle.python, bundle.platform) != (target.python, target.platform.name):
        raise EngineError(
            "The folder {folder} was filled for {filled}, but this is {here}; fill one for this "
            "computer with 'pansharp engines bundle {engine} --platform {platform} --python "
            "{python}'.",
            folder=str(folder),
            filled=bundle.target,
            here=target.title,
            engine=engine,
            platform=target.platform.name,
            python=target.python,
        )
    return bundle


def require_wheels(folder: Path, pins: Iterable[Pin], engine: str, target: Target) -> None:
    """Check that a folder has everything.

    Raises:
        EngineError: a wheel is missing or damaged.
    """
    needed = list(pins)
    found, damaged = found_wheels(folder, needed)
    for path in damaged.values():
        raise EngineError(
            "The file {path} is damaged, or is not the one that was tested; copy it again.",
            path=str(path),
        )
    for pin in needed:
        if pin not in found:
            raise EngineError(
                "The folder {folder} lacks the package {package} {version} for {target}; fill it "
                "with this version of the plugin by 'pansharp engines bundle {engine}'.",
                folder=str(folder),
                package=pin.name,
                version=pin.version,
                target=target.title,
                engine=engine,
            )
