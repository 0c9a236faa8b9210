"""What an engine's environment is made of: exact versions, and the sha256 of their wheels.

A lock is a requirements file as pip reads it, one for each engine and variant, made by
`scripts/lock_engines.py`. Which of its lines hold for a computer is decided here rather than by
pip, so that a Python without wheels is known before anything is fetched, and a bundle can be made
for another computer.
"""

from __future__ import annotations

import operator
import platform as computer
import re
import sys
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from qgis_pansharp.backend.errors import EngineError
from qgis_pansharp.backend.messages import Message

FOLDER = Path(__file__).parent / "locks"
PYTHONS = ("3.9", "3.10", "3.11", "3.12", "3.13", "3.14")


@dataclass(frozen=True)
class Platform:
    """A system and a processor, by the words of Python's environment markers.

    `tags` are those of the wheels that it takes, best first.
    """

    name: str
    title: str
    sys_platform: str
    machine: str
    tags: tuple[str, ...]


def _manylinux(machine: str, newest: int) -> tuple[str, ...]:
    """Return a processor's tags for C libraries up to 2.`newest`, the oldest need first."""
    older = {5: "manylinux1", 12: "manylinux2010", 17: "manylinux2014"}
    tags = []
    for minor in range(5, newest + 1):
        tags.append(f"manylinux_2_{minor}_{machine}")
        if minor in older:
            tags.append(f"{older[minor]}_{machine}")
    tags.append(f"linux_{machine}")  # so the engines' makers name some outside the usual index
    return tuple(tags)


def _macos(machine: str, releases: Iterable[str]) -> tuple[str, ...]:
    return tuple(
        f"macosx_{release}_{kind}" for release in releases for kind in (machine, "universal2")
    )


_OLD_MACOS = [f"10_{minor}" for minor in range(9, 17)]
_NEW_MACOS = [f"{major}_0" for major in range(11, 16)]
PLATFORMS = (
    # 2.35 is the C library of the oldest Linux that QGIS 3.22 still comes for and is maintained
    Platform("linux-x86_64", "Linux", "linux", "x86_64", _manylinux("x86_64", 35)),
    Platform("linux-aarch64", "Linux (ARM)", "linux", "aarch64", _manylinux("aarch64", 35)),
    Platform("windows", "Windows", "win32", "AMD64", ("win_amd64",)),
    Platform("macos-arm64", "macOS (Apple)", "darwin", "arm64", _macos("arm64", _NEW_MACOS)),
    Platform(
        "macos-x86_64",
        "macOS (Intel)",
        "darwin",
        "x86_64",
        _macos("x86_64", [*_OLD_MACOS, *_NEW_MACOS]),
    ),
)


@dataclass(frozen=True)
class Target:
    """A computer as far as wheels tell them apart; `python` is "3.12"."""

    python: str
    platform: Platform

    @property
    def title(self) -> Message:
        """For people: "Python 3.12 on Windows"."""
        return Message(
            "Python {version} on {system}", version=self.python, system=self.platform.title
        )


@dataclass(frozen=True)
class Pin:
    """One package at one version; any of the hashes is right."""

    name: str
    version: str
    hashes: tuple[str, ...]

    @property
    def requirement(self) -> str:
        """The line for pip, without conditions."""
        return " ".join(
            [f"{self.name}=={self.version}", *(f"--hash=sha256:{h}" for h in self.hashes)]
        )


@dataclass(frozen=True)
class Line:
    """A pin and where it holds, as an environment marker."""

    pin: Pin
    marker: str


@dataclass(frozen=True)
class Size:
    """Bytes to fetch, and bytes they unpack to."""

    packed: int
    unpacked: int


@dataclass(frozen=True)
class Lock:
    """All lines of a lock; the first package is the engine itself.

    `sizes` are by Python and the platform's name, for what has wheels.
    """

    lines: tuple[Line, ...]
    sizes: Mapping[tuple[str, str], Size]

    def pins(self, target: Target) -> list[Pin]:
        """Return what a computer gets; nothing where the engine has no wheel for it."""
        pins = [line.pin for line in self.lines if holds(line.marker, target)]
        engine = self.lines[0].pin.name
        return pins if any(pin.name == engine for pin in pins) else []

    def size(self, target: Target) -> Size:
        """Return how much a computer gets; none where there is no wheel for it."""
        return self.sizes.get((target.python, target.platform.name), Size(0, 0))


def find_platform(sys_platform: str, machine: str) -> Platform | None:
    """Return the platform of a system's own names, None where there are no wheels for it."""
    for platform in PLATFORMS:
        if (platform.sys_platform, platform.machine.lower()) == (sys_platform, machine.lower()):
            return platform
    return None


def lock_file(engine: str, variant: str) -> Path:
    """Return the path of an engine's lock."""
    return FOLDER / f"{engine}-{variant}.txt"


def read_lock(path: Path) -> Lock:
    """Read a lock.

    Raises:
        EngineError: the file is missing or damaged.
    """
    try:
        return parse(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as problem:
        raise EngineError(
            "The plugin's file {path} cannot be read ({reason}); install the plugin again.",
            path=str(path),
            reason=problem,
        ) from problem


def parse(text: str) -> Lock:
    """Read a lock's text.

    Raises:
        ValueError: it is no lock.
    """
    lines = []
    sizes = {
        (python, platform): Size(int(packed), int(unpacked))
        for python, platform, packed, unpacked in re.findall(
            r"^# (3\.\d+) +([\w-]+) +(\d+) +(\d+)$", text, re.MULTILINE
        )
    }
    for entry in text.replace("\\\n", " ").splitlines():
        if not entry.strip() or entry.startswith("#"):
            continue
        found = re.fullmatch(
            r"(?P<name>[\w.-]+)==(?P<version>[\w.+!-]+) ; (?P<marker>[^-]*?)"
            r"(?P<hashes>(?:\s+--hash=sha256:[0-9a-f]{64})+)\s*",
            entry,
        )
        if found is None:
            raise ValueError(f"no pin: {entry[:60]!r}")
        hashes = tuple(re.findall(r"sha256:([0-9a-f]+)", found["hashes"]))
        lines.append(Line(Pin(found["name"], found["version"], hashes), found["marker"]))
    if not lines:
        raise ValueError("it is empty")
    return Lock(tuple(lines), sizes)


_COMPARE = {
    "==": operator.eq,
    "!=": operator.ne,
    ">=": operator.ge,
    "<=": operator.le,
    "<": operator.lt,
    ">": operator.gt,
}


def holds(marker: str, target: Target) -> bool:
    """Say whether a marker holds: comparisons joined by `and`, those joined by `or`.

    Raises:
        ValueError: the marker holds more than that.
    """
    return any(
        all(_compare(comparison, target) for comparison in clause.split(" and "))
        for clause in marker.split(" or ")
    )


def _compare(comparison: str, target: Target) -> bool:
    found = re.fullmatch(r'\s*(\w+) (==|!=|>=|<=|<|>) "([\w.]+)"\s*', comparison)
    if found is None:
        raise ValueError(f"no condition: {comparison!r}")
    name, sign, value = found.groups()
    if name == "python_version":
        return bool(_COMPARE[sign](_numbers(target.python), _numbers(value)))
    known = {
        "sys_platform": target.platform.sys_platform,
        "platform_machine": target.platform.machine,
    }
    if name not in known or sign not in ("==", "!="):
        raise ValueError(f"no condition: {comparison!r}")
    return bool(_COMPARE[sign](known[name], value))


def _numbers(version: str) -> tuple[int, ...]:
    return tuple(int(part) for part in version.split("."))


def find_own_target() -> Target | None:
    """Return the computer that runs this; None where there are no wheels for it."""
    python = f"{sys.version_info[0]}.{sys.version_info[1]}"
    found = find_platform(sys.platform, computer.machine())
    return Target(python, found) if found is not None and python in PYTHONS else None
