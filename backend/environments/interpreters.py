"""Finding a Python interpreter, QGIS's own above all, and asking it what it can do.

In QGIS for Windows and macOS `sys.executable` is QGIS itself: starting it opens a second QGIS. The
interpreter lies somewhere near `sys.prefix`, where depends on who packaged QGIS. So every place is
tried, and what is found there counts only after it was started and has told its version.
"""

from __future__ import annotations

import json
import os
import re
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Callable, Optional

from qgis_pansharp.backend.engines import child
from qgis_pansharp.backend.environments import processes
from qgis_pansharp.backend.environments.pins import PYTHONS, Target, find_platform
from qgis_pansharp.backend.messages import Message

SECONDS = 60.0  # that an interpreter gets to start; a virus scanner may look at it first
LONGEST_REASON = 200  # letters of what an interpreter complains about

# What an interpreter is asked. It runs in all of them, old ones too.
_QUESTION = """
import json, os, platform, struct, sys, sysconfig
def found(name):
    try:
        __import__(name)
        return True
    except Exception:
        return False
def file_of(name):
    try:
        return os.path.dirname(os.path.abspath(__import__(name).__file__))
    except Exception:
        return ""
bundled = os.path.join(file_of("ensurepip"), "_bundled") if file_of("ensurepip") else ""
wheels = [os.path.join(f, n) for f in ("/usr/share/python-wheels", bundled) if os.path.isdir(f)
          for n in sorted(os.listdir(f)) if n.startswith("pip-") and n.endswith(".whl")]
print(json.dumps({
    "version": list(sys.version_info[:3]), "implementation": sys.implementation.name,
    "free": bool(sysconfig.get_config_var("Py_GIL_DISABLED")),
    "system": sys.platform, "machine": platform.machine(), "build": sysconfig.get_platform(),
    "bits": 8 * struct.calcsize("P"), "venv": found("venv"), "pip": found("pip"),
    "wheels": wheels, "ssl": found("ssl"),
}))
"""


@dataclass(frozen=True)
class Candidate:
    """A file that may be a Python interpreter.

    `home` is the folder of its libraries where it may not find them by itself: the app bundles of
    macOS start it through a script that says so.
    """

    path: Path
    home: Optional[Path] = None  # noqa: UP045 - evaluated by Python 3.9


@dataclass(frozen=True)
class Interpreter:
    """A Python that was started and answered.

    Args:
        path: what to start.
        home: see `Candidate`; None where it starts by itself.
        version: such as (3, 12, 4).
        target: what wheels it takes, None where nothing is published for it.
        title: for messages, such as "Python 3.12.4 (linux, x86_64)".
        venv: whether it can make virtual environments.
        pip: whether it has pip.
        wheel: pip as a wheel that Python itself brings, where there is one.
        ssl: whether it can fetch anything.
    """

    path: Path
    home: Path | None
    version: tuple[int, ...]
    target: Target | None
    title: str
    venv: bool
    pip: bool
    wheel: Path | None
    ssl: bool


class InterpreterError(Exception):
    """A file is no usable Python interpreter; `reason` says why, for a sentence."""

    def __init__(self, reason: str | Message) -> None:
        super().__init__(str(reason))
        self.reason = reason


def candidates(
    platform: str,
    prefix: str,
    base_prefix: str,
    executable: str,
    version: tuple[int, int],
) -> list[Candidate]:
    """Return where the interpreter of a program that embeds Python may lie; existing files alone.

    Args:
        platform: `sys.platform` of the program.
        prefix: its `sys.prefix`.
        base_prefix: its `sys.base_prefix`.
        executable: its `sys.executable`, which may be the program itself.
        version: of its Python.
    """
    prefixes = list(dict.fromkeys(Path(text) for text in (prefix, base_prefix) if text))
    program = Path(executable) if executable else None
    if platform == "win32":
        places = _on_windows(prefixes, program)
    elif platform == "darwin":
        places = _on_macos(prefixes, program, version)
    else:
        places = _on_linux(prefixes, program, version)
    return [place for place in dict.fromkeys(places) if place.path.is_file()]


def _is_python(path: Path | None) -> bool:
    """Say whether a file is called as interpreters are; one without a window is none of ours."""
    return path is not None and bool(
        re.fullmatch(r"python(3(\.\d+)?)?(\.exe)?", path.name, re.IGNORECASE)
    )


def _on_windows(prefixes: Sequence[Path], program: Path | None) -> Iterator[Candidate]:
    if program is not None and _is_python(program):
        yield Candidate(program)
    for prefix in prefixes:
        # a virtual environment has it in Scripts; OSGeo4W, the installer and conda beside Lib
        for folder in (prefix, prefix / "Scripts"):
            for name in ("python.exe", "python3.exe"):
                yield Candidate(folder / name)
    # apps/Python312 of an OSGeo4W; its bin knows its libraries only when told
    for root in [*(prefix.parent.parent for prefix in prefixes), *_folders_above(program)]:
        for folder in sorted((root / "apps").glob("Python3*"), reverse=True):
            yield Candidate(folder / "python.exe")
    for folder in [*_folders_above(program), *(p.parent.parent / "bin" for p in prefixes)]:
        for name in ("python.exe", "python3.exe"):
            yield Candidate(folder / name)


def _folders_above(program: Path | None) -> list[Path]:
    return [] if program is None else [program.parent, program.parent.parent]


def _on_linux(
    prefixes: Sequence[Path], program: Path | None, version: tuple[int, int]
) -> Iterator[Candidate]:
    names = _names(version)
    if program is not None and _is_python(program):
        yield Candidate(program)
    for prefix in prefixes:
        for name in names:
            yield Candidate(prefix / "bin" / name)
    for folder in (Path("/usr/bin"), Path("/usr/local/bin")):
        for name in names:
            yield Candidate(folder / name)


def _on_macos(
    prefixes: Sequence[Path], program: Path | None, version: tuple[int, int]
) -> Iterator[Candidate]:
    names = _names(version)
    if program is not None and _is_python(program):
        yield Candidate(program)
    for prefix in prefixes:
        for folder in (prefix / "bin", prefix / "tools" / "python3"):
            for name in names:
                yield Candidate(folder / name)
    for contents in _bundles([*prefixes, *([program] if program else [])]):
        library = f"lib/python{version[0]}.{version[1]}/os.py"
        homes = [
            home
            for home in (contents / "Frameworks", contents / "Resources", contents / "MacOS")
            if (home / library).is_file()
        ]
        framework = contents / "Frameworks" / "Python.framework" / "Versions"
        folders = [
            contents / "MacOS" / "bin",
            contents / "MacOS",
            contents / "Frameworks" / "bin",
            framework / f"{version[0]}.{version[1]}" / "bin",
            framework / "Current" / "bin",
        ]
        for folder in folders:
            for name in names:
                yield Candidate(folder / name)
                for home in homes:
                    yield Candidate(folder / name, home)


def _bundles(places: Sequence[Path]) -> list[Path]:
    """Return the `Contents` folders of the app bundles that hold any of these paths."""
    found = []
    for place in places:
        for folder in [place, *place.parents]:
            if folder.name == "Contents" and folder.parent.suffix == ".app":
                found.append(folder)
    return list(dict.fromkeys(found))


def _names(version: tuple[int, int]) -> list[str]:
    return [f"python{version[0]}.{version[1]}", "python3", "python"]


def environment_for_fetching() -> dict[str, str]:
    """Return the environment to start a base interpreter in that is to use the network.

    On Windows an OSGeo4W keeps OpenSSL in a folder that must be on the search path then.
    """
    built = child.environment()
    root = os.environ.get("OSGEO4W_ROOT")
    if sys.platform == "win32" and root:
        built["OSGEO4W_ROOT"] = root
        built["PATH"] = os.pathsep.join((str(Path(root) / "bin"), built["PATH"]))
    return built


def start_of(
    path: Path, home: Path | None, surroundings: dict[str, str]
) -> tuple[list[str], dict[str, str]]:
    """Return the first words of a command line that starts an interpreter, and its environment.

    Nothing but what is given reaches it: neither the user's packages nor `PYTHON*` variables.
    """
    command = [str(path), "-I" if home is None else "-s", "-X", "utf8"]
    if home is None:
        return command, surroundings
    # isolated, Python would not look at it
    return command, {**surroundings, "PYTHONHOME": str(home)}


def never() -> bool:
    """Say that nobody wants to stop."""
    return False


def ask(candidate: Candidate, is_cancelled: Callable[[], bool] = never) -> Interpreter:
    """Start an interpreter and ask what it can do.

    Args:
        candidate: the file.
        is_cancelled: asked several times a second, as one that hangs has long to answer.

    Raises:
        InterpreterError: it does not start, or is no Python.
        Cancelled: the user wants to stop.
    """
    found = _ask(candidate, child.environment(), is_cancelled)
    fetching = environment_for_fetching()
    if not found.ssl and fetching != child.environment():
        found = replace(found, ssl=_ask(candidate, fetching, is_cancelled).ssl)
    return found


def _ask(
    candidate: Candidate, surroundings: dict[str, str], is_cancelled: Callable[[], bool]
) -> Interpreter:
    start, built = start_of(candidate.path, candidate.home, surroundings)
    command = [*start, "-B", "-c", _QUESTION]
    try:
        done = processes.run(
            command,
            built,
            candidate.path.parent,
            is_cancelled,
            seconds=SECONDS,
            parted=True,
            silent=True,
        )
    except TimeoutError as problem:
        raise InterpreterError(Message("it did not answer in time")) from problem
    except (OSError, ValueError) as problem:
        raise InterpreterError(str(problem)) from problem
    try:
        told = json.loads(done.output.splitlines()[-1])
        return _understood(candidate, told)
    except (ValueError, IndexError, KeyError, TypeError, AttributeError) as problem:
        lines = done.errors.strip().splitlines()
        reason = lines[-1] if lines else ""
        if not 0 < len(reason) <= LONGEST_REASON:
            raise InterpreterError(Message("it is no Python")) from problem
        raise InterpreterError(reason) from problem


def _understood(candidate: Candidate, told: dict[str, Any]) -> Interpreter:
    version = tuple(int(part) for part in told["version"])
    machine = str(told["machine"])
    if told["system"] == "win32":  # of the interpreter: on ARM, Windows runs those made for Intel
        machine = {"win-amd64": "AMD64"}.get(told["build"], str(told["build"]))
    short = f"{version[0]}.{version[1]}"
    platform = find_platform(str(told["system"]), machine)
    usual = told["implementation"] == "cpython" and not told["free"] and told["bits"] == 64
    if not usual or short not in PYTHONS:
        platform = None
    wheels = [Path(str(wheel)) for wheel in told["wheels"]]
    return Interpreter(
        path=candidate.path,
        home=candidate.home,
        version=version,
        target=None if platform is None else Target(short, platform),
        title=f"Python {'.'.join(str(part) for part in version)} ({told['system']}, {machine})",
        venv=bool(told["venv"]),
        pip=bool(told["pip"]),
        wheel=wheels[-1] if wheels else None,
        ssl=bool(told["ssl"]),
    )


def find_interpreter(
    places: Sequence[Candidate],
    version: tuple[int, int],
    is_cancelled: Callable[[], bool] = never,
) -> Interpreter | None:
    """Return the first interpreter of the wanted version that answers; else one of another.

    Raises:
        Cancelled: the user wants to stop.
    """
    other: Interpreter | None = None
    answered: set[Path] = set()
    for place in places:
        if place.path in answered:  # without being told its home
            continue
        try:
            found = ask(place, is_cancelled)
        except InterpreterError:
            continue
        if found.version[:2] == version:
            return found
        answered.add(place.path)
        if other is None and found.target is not None:
            other = found
    return other


def own_interpreter(is_cancelled: Callable[[], bool] = never) -> Interpreter | None:
    """Return the interpreter of the Python that runs this, be it embedded in QGIS or not.

    Raises:
        Cancelled: the user wants to stop.
    """
    version = (sys.version_info[0], sys.version_info[1])
    places = candidates(sys.platform, sys.prefix, sys.base_prefix, sys.executable or "", version)
    return find_interpreter(places, version, is_cancelled)


def own_python() -> Path | None:
    """Return the file of `own_interpreter` where it starts by itself, else None.

    It is started only where its name does not suffice.
    """
    program = Path(sys.executable) if sys.executable else None
    if program is not None and _is_python(program) and program.is_file():
        return program
    found = own_interpreter()
    return None if found is None or found.home is not None else found.path
