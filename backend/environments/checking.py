"""Whether an engine works with an interpreter: `probe` runs there, its answer is judged here."""

from __future__ import annotations

import contextlib
import json
import re
import signal
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Callable

from qgis_pansharp.backend.engines import child
from qgis_pansharp.backend.engines.options import Device
from qgis_pansharp.backend.environments import processes
from qgis_pansharp.backend.environments.catalog import Package
from qgis_pansharp.backend.environments.failures import (
    InstallError,
    failure,
    kind_of,
    last_line,
)
from qgis_pansharp.backend.messages import Message

SECONDS = 900.0  # that it may take; the first start of a large library is slow where it is scanned
USUAL, LARGEST = 1.0, 2.0  # digital numbers of 2047 that 99.9 % of the pixels, and all, keep to
# reasons that are worth a sentence of their own; all others are the engine's
_TOLD_APART = ("space", "locked", "runtime", "library", "memory")


@dataclass(frozen=True)
class Checked:
    """What a check found; see `Environment`."""

    version: str
    versions: dict[str, str]
    devices: tuple[Device, ...]
    device: str
    speed: float
    note: str


def check(
    package: Package,
    python: Path,
    paths: Sequence[Path],
    packages: Sequence[str],
    log: Path,
    is_cancelled: Callable[[], bool],
) -> Checked:
    """Run a model with an engine, and compare the result with the built-in engine's.

    Args:
        package: the engine's.
        python: the interpreter that has it.
        paths: folders that it must be told of.
        packages: whose versions are to be written down, beside the engine's own.
        log: file that everything printed is appended to.
        is_cancelled: asked several times a second.

    Raises:
        InstallError: it does not work, or does not agree.
        Cancelled: the user wants to stop.
    """
    names = list(dict.fromkeys([*package.distributions, *packages]))
    command = child.command(python, "environments.probe", package.engine, *names, paths=paths)
    with log.open("a", encoding="utf-8") as file:
        file.write(f"\n# check {package.engine} with {python}\n")
        try:
            done = processes.run(
                command,
                child.environment(),
                log.parent,
                is_cancelled,
                lambda line: print(line, file=file),
                seconds=SECONDS,
                parted=True,
            )
        except TimeoutError as problem:
            raise _failed(package, log, "", Message("it did not answer in time")) from problem
        except OSError as problem:
            raise _failed(package, log, str(problem), str(problem)) from problem
        file.write(f"{done.output}\n# ended with code {done.code}\n")
    told: dict[str, Any] = {}
    with contextlib.suppress(ValueError, IndexError):
        answer = json.loads(done.output.splitlines()[-1])
        told = answer if isinstance(answer, dict) else {}
    try:
        found = {str(name): str(version) for name, version in told.get("versions", {}).items()}
        version = next((found[name] for name in package.distributions if name in found), "")
        _require_version(package, python, version, log)
        if done.code != 0 or "error" in told:
            reason = told.get("error")
            shown = str(reason) if reason else _end(done.code, done.errors)
            raise _failed(package, log, done.errors, shown)
        return _judged(package, told, version, found, log)
    except (KeyError, TypeError, ValueError, AttributeError) as problem:
        shown = Message("it answered with garbage: {what}", what=repr(done.output[:80]))
        raise _failed(package, log, done.errors, shown) from problem


def _failed(package: Package, log: Path, printed: str, reason: str | Message) -> InstallError:
    kind = kind_of(f"{printed}\n{reason}")
    missing = re.search(r"No module named '([\w.]+)'", f"{reason}\n{printed}")
    if missing:
        reason = Message("the package {package} is not installed", package=missing[1])
    elif isinstance(reason, str):
        reason = reason.partition("\n")[0][:300].rstrip(".")
    values = {"reason": reason, "folder": str(log.parent.parent)}
    error = failure(kind if kind in _TOLD_APART else "check", package.engine, **values)
    error.log = log
    return error


def _require_version(package: Package, python: Path, version: str, log: Path) -> None:
    """Refuse a version that is known to be too old or too new; an unknown one is tried."""
    if not version or numbers(package.oldest) <= numbers(version) < numbers(package.below):
        return
    reason = Message(
        "its {title} is {version}, but {oldest} to below {below} is needed",
        title=package.title,
        version=version,
        oldest=package.oldest,
        below=package.below,
    )
    error = failure("bad-python", package.engine, python=str(python), reason=reason)
    error.log = log
    raise error


def _end(code: int, printed: str) -> str | Message:
    """Say how a process ended that has not told."""
    if code < 0:
        with contextlib.suppress(ValueError):
            name = signal.Signals(-code).name
            return Message("its process was ended by the signal {name}", name=name)
    if printed.strip():
        return last_line(printed)
    return Message("its process ended with code {code}", code=code)


def _judged(
    package: Package, told: dict[str, Any], version: str, versions: dict[str, str], log: Path
) -> Checked:
    usual, largest = float(told["usual"]), float(told["largest"])
    if not (usual <= USUAL and largest <= LARGEST):
        error = failure("wrong", package.engine, reason=f"{largest:.1f}")
        error.log = log
        raise error
    return Checked(
        version=version,
        versions=versions,
        devices=tuple(
            Device(str(device["name"]), str(device["title"]), int(device["memory"]))
            for device in told["devices"]
        ),
        device=str(told["device"]),
        speed=float(told["speed"]),
        note=str(told["note"]),
    )


def numbers(version: str) -> tuple[int, ...]:
    """Return the numbers at a version's beginning, for comparing.

    >>> numbers("2.13.0+cpu")
    (2, 13, 0)
    """
    found = re.match(r"\d+(\.\d+)*", version)
    return tuple(int(part) for part in found[0].split(".")) if found else ()
