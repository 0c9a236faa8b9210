"""Makes the locks of the optional engines: `python scripts/lock_engines.py [NAME ...]`.

For every Python and platform it takes the newest versions that have wheels and go together, and
writes what it found to `backend/environments/locks/`. Package indexes and folders of wheels are
those of pip's own configuration; further ones are options. Whatever an index does not hold stays
out of the lock, which then says so.
"""

from __future__ import annotations

import argparse
import hashlib
import html
import io
import re
import subprocess
import sys
import urllib.error
import urllib.parse
import urllib.request
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from email.message import Message
from email.parser import Parser
from functools import cached_property
from importlib import import_module
from pathlib import Path
from typing import IO, Any, NamedTuple

from packaging.markers import default_environment
from packaging.requirements import InvalidRequirement, Requirement
from packaging.specifiers import InvalidSpecifier, SpecifierSet
from packaging.tags import Tag, compatible_tags, cpython_tags
from packaging.utils import InvalidWheelFilename, canonicalize_name, parse_wheel_filename
from packaging.version import Version

from qgis_pansharp.backend.environments.pins import FOLDER, PLATFORMS, PYTHONS, Platform, Target

CUDA = "nvidia-"
LINUX = ("linux-x86_64", "linux-aarch64")
EVERYWHERE = tuple(platform.name for platform in PLATFORMS)
CHUNK = 64 * 1024  # bytes at a wheel's end that are read first, where its directory is
# Packages that wheels ask for and nothing of ours uses: one reports usage to its maker, the others
# serve the tools that make models.
LEFT_OUT = {
    "openvino": {"openvino-telemetry"},
    "onnxruntime": {"sympy", "coloredlogs", "protobuf"},
    "onnxruntime-directml": {"sympy", "coloredlogs", "protobuf"},
    "onnxruntime-gpu": {"sympy", "coloredlogs", "protobuf"},
}


@dataclass(frozen=True)
class Wanted:
    """What a lock starts from: the engine's package, newest first among those that suit.

    `local` is the local version that wheels must have on some platforms, such as "cpu". `cuda` says
    whether NVIDIA's packages must come along (True) or must not (False).
    """

    requirement: str
    platforms: tuple[str, ...] = EVERYWHERE
    local: tuple[tuple[str, str], ...] = ()
    cuda: bool = False


WANTED = {
    "onnxruntime-cpu": Wanted("onnxruntime<=1.31.1"),
    "onnxruntime-cuda": Wanted(
        "onnxruntime-gpu[cuda,cudnn]<=1.31.1", (*LINUX, "windows"), cuda=True
    ),
    "onnxruntime-directml": Wanted("onnxruntime-directml<=1.24.4", ("windows",)),
    "openvino-intel": Wanted("openvino>=2025.4,<=2026.4.1"),
    # the usual index has CUDA builds alone for this platform
    "torch-cpu": Wanted("torch<=2.13.0", local=(("linux-x86_64", "cpu"),)),
    "torch-cuda": Wanted("torch<=2.13.0", LINUX, cuda=True),
}
# What wheels do not say of themselves: the first ones that work with NumPy 2.
FURTHER = {"torch": (SpecifierSet("<2.3"), Requirement("numpy<2"))}


class LockError(Exception):
    """A lock cannot be made; the message is one sentence."""


@dataclass(frozen=True)
class Wheel:
    """A published wheel."""

    name: str
    version: Version
    address: str
    sha256: str
    tags: frozenset[Tag]
    python: SpecifierSet


class Size(NamedTuple):
    """Bytes of a wheel, and of what is in it."""

    packed: int
    unpacked: int


@dataclass
class Index:
    """What package indexes and folders hold; everything is asked for once."""

    addresses: Sequence[str]
    folders: Sequence[str]
    _wheels: dict[str, list[Wheel]] = field(default_factory=dict)
    _needs: dict[str, list[Requirement]] = field(default_factory=dict)
    _sizes: dict[str, Size] = field(default_factory=dict)

    def wheels(self, name: str) -> list[Wheel]:
        """Return all wheels of a package, whichever index has them."""
        if name not in self._wheels:
            found: dict[str, Wheel] = {}
            for wheel in self._listed(name):
                found.setdefault(wheel.sha256, wheel)
            self._wheels[name] = list(found.values())
        return self._wheels[name]

    def _listed(self, name: str) -> Iterator[Wheel]:
        for index in self.addresses:
            page = index.rstrip("/") + f"/{name}/"
            for address, attributes in _links(page):
                hashes = re.findall(r"#sha256=([0-9a-f]{64})", address)
                if hashes and "data-yanked" not in attributes:
                    file = urllib.parse.urljoin(page, address.partition("#")[0])
                    needed = re.search(r'data-requires-python="([^"]*)"', attributes)
                    yield from _wheel(file, hashes[0], html.unescape(needed[1]) if needed else "")
        for folder in self.folders:
            for path in Path(folder).glob("*.whl"):
                if canonicalize_name(path.name.partition("-")[0]) == name:
                    sha256 = hashlib.sha256(path.read_bytes()).hexdigest()
                    needed_python = _metadata(path.as_uri()).get("Requires-Python", "")
                    yield from _wheel(path.as_uri(), sha256, needed_python)

    def needs(self, wheel: Wheel) -> list[Requirement]:
        """Return what a wheel asks for, with its conditions."""
        if wheel.sha256 not in self._needs:
            entries = _metadata(wheel.address).get_all("Requires-Dist") or []
            self._needs[wheel.sha256] = [Requirement(entry) for entry in entries]
        return self._needs[wheel.sha256]

    def size(self, wheel: Wheel) -> Size:
        """Return how large a wheel is, without fetching it."""
        if wheel.sha256 not in self._sizes:
            with _opened(wheel.address) as file, zipfile.ZipFile(file) as archive:
                unpacked = sum(entry.file_size for entry in archive.infolist())
                self._sizes[wheel.sha256] = Size(file.seek(0, io.SEEK_END), unpacked)
        return self._sizes[wheel.sha256]


def _wheel(address: str, sha256: str, python: str) -> Iterator[Wheel]:
    file = urllib.parse.unquote(address.rpartition("/")[2])
    try:
        name, version, _, tags = parse_wheel_filename(file)
        yield Wheel(name, version, address, sha256, tags, SpecifierSet(python))
    except (InvalidWheelFilename, InvalidSpecifier):
        return  # no wheel, or one older than the rules


def _links(page: str) -> Iterator[tuple[str, str]]:
    """Yield addresses and attributes of a simple index's page; nothing where there is none."""
    try:
        text = _fetch(page if not page.startswith("file:") else page + "index.html").decode()
    except (OSError, urllib.error.URLError):
        return
    for before, address, after in re.findall(r'<a\s([^>]*?)href="([^"]+)"([^>]*)>', text):
        yield html.unescape(address), before + after


def _fetch(address: str, start: int | None = None) -> bytes:
    """Return a file; from `start`, counted from its end where that is below 0."""
    request = urllib.request.Request(address)
    if start is not None:
        request.add_header("Range", f"bytes={start}" if start < 0 else f"bytes={start}-")
    with urllib.request.urlopen(request, timeout=120) as answer:
        return bytes(answer.read())


class _Tail(io.RawIOBase):
    """A file elsewhere of which only the end is fetched: what a zip's reader needs of it."""

    def __init__(self, address: str) -> None:
        with urllib.request.urlopen(
            urllib.request.Request(address, method="HEAD"), timeout=120
        ) as answer:
            self._size = int(answer.headers["Content-Length"])
        self._address, self._place = address, 0
        self._start = max(0, self._size - CHUNK)
        self._bytes = _fetch(address, self._start)

    def seekable(self) -> bool:
        return True

    def readable(self) -> bool:
        return True

    def tell(self) -> int:
        return self._place

    def seek(self, offset: int, whence: int = 0) -> int:
        self._place = (0, self._place, self._size)[whence] + offset
        return self._place

    def readinto(self, buffer: Any) -> int:
        end = min(self._size, self._place + len(buffer))
        if self._place < self._start:
            start = max(0, min(self._place, self._start - CHUNK))
            request = urllib.request.Request(self._address)
            request.add_header("Range", f"bytes={start}-{self._start - 1}")
            with urllib.request.urlopen(request, timeout=120) as answer:
                self._bytes = bytes(answer.read()) + self._bytes
            self._start = start
        part = self._bytes[self._place - self._start : max(self._place, end) - self._start]
        buffer[: len(part)] = part
        self._place += len(part)
        return len(part)


def _metadata(address: str) -> Message:
    """Return a wheel's metadata: as the index offers it, else out of the wheel itself."""
    if not address.startswith("file:"):
        try:
            return Parser().parsestr(_fetch(address + ".metadata").decode())
        except urllib.error.HTTPError as problem:
            if problem.code not in (403, 404):
                raise
    with _opened(address) as file, zipfile.ZipFile(file) as archive:
        names = [n for n in archive.namelist() if re.fullmatch(r"[^/]+\.dist-info/METADATA", n)]
        return Parser().parsestr(archive.read(names[0]).decode())


def _opened(address: str) -> IO[bytes]:
    if address.startswith("file:"):
        path = urllib.request.url2pathname(urllib.parse.urlsplit(address).path)
        return Path(path).open("rb")
    return io.BufferedReader(_Tail(address), CHUNK)


# Choosing ----------------------------------------------------------------------------------------


class Chooser:
    """Chooses versions for one computer."""

    def __init__(self, index: Index, target: Target) -> None:
        self._index, self._target = index, target
        python = tuple(int(part) for part in target.python.split("."))
        tags = [
            *cpython_tags(python, platforms=target.platform.tags),
            *compatible_tags(python, f"cp{python[0]}{python[1]}", target.platform.tags),
        ]
        self._tags = frozenset(tags)

    @cached_property
    def _environment(self) -> dict[str, str]:
        platform = self._target.platform
        systems = {"linux": "Linux", "win32": "Windows", "darwin": "Darwin"}
        return {
            **{name: str(value) for name, value in default_environment().items()},
            "python_version": self._target.python,
            "python_full_version": f"{self._target.python}.0",
            "sys_platform": platform.sys_platform,
            "platform_system": systems[platform.sys_platform],
            "platform_machine": platform.machine,
            "os_name": "nt" if platform.sys_platform == "win32" else "posix",
            "implementation_name": "cpython",
            "platform_python_implementation": "CPython",
        }

    def suitable(self, requirement: Requirement, local: str | None = None) -> list[Wheel]:
        """Return the wheels that satisfy a requirement here, newest first."""
        found = [
            wheel
            for wheel in self._index.wheels(canonicalize_name(requirement.name))
            if self.takes(wheel)
            and wheel.version.local == local
            and not wheel.version.is_prerelease
            and requirement.specifier.contains(wheel.version)
        ]
        return sorted(found, key=lambda wheel: wheel.version, reverse=True)

    def takes(self, wheel: Wheel) -> bool:
        """Say whether a wheel can be installed here."""
        return bool(wheel.tags & self._tags) and wheel.python.contains(f"{self._target.python}.99")

    def choose(self, wanted: Wanted) -> list[Wheel]:
        """Return one wheel of each package, the engine's first; nothing where there is none."""
        root = Requirement(wanted.requirement)
        local = dict(wanted.local).get(self._target.platform.name)
        for engine in self.suitable(root, local):
            chosen = self._closure(engine, root)
            if chosen is not None and wanted.cuda == any(w.name.startswith(CUDA) for w in chosen):
                return chosen
        return []

    def _closure(self, engine: Wheel, root: Requirement) -> list[Wheel] | None:
        """Return the engine's wheel with all it needs; None where something has no wheel.

        A package is chosen anew whenever a further condition on it turns up.
        """
        chosen = {engine.name: engine}
        demands: dict[str, list[Requirement]] = {
            engine.name: [Requirement(f"{engine.name}=={engine.version}")],
            "numpy": [Requirement("numpy>=1.20")],
        }
        demands[engine.name][0].extras = root.extras
        if engine.name in FURTHER and FURTHER[engine.name][0].contains(engine.version):
            demands["numpy"].append(FURTHER[engine.name][1])
        left_out = LEFT_OUT.get(engine.name, set())
        open_names = [engine.name, "numpy"]
        while open_names:
            name = open_names.pop(0)
            if name != engine.name:
                combined = Requirement(name)
                for demand in demands[name]:
                    combined.specifier &= demand.specifier
                suitable = self.suitable(combined)
                if not suitable:
                    return None
                if chosen.get(name) == suitable[0] and not any(d.extras for d in demands[name]):
                    continue
                chosen[name] = suitable[0]
            extras = {extra for demand in demands[name] for extra in demand.extras} | {""}
            for need in self._index.needs(chosen[name]):
                needed = canonicalize_name(need.name)
                if needed in left_out or not self._applies(need, extras):
                    continue
                if str(need) not in {str(demand) for demand in demands.setdefault(needed, [])}:
                    demands[needed].append(need)
                    open_names.append(needed)
        return [engine, *(chosen[name] for name in sorted(chosen) if name != engine.name)]

    def _applies(self, need: Requirement, extras: Iterable[str]) -> bool:
        if need.marker is None:
            return True
        return any(need.marker.evaluate({**self._environment, "extra": extra}) for extra in extras)


# Writing -----------------------------------------------------------------------------------------


def make_lock(name: str, wanted: Wanted, index: Index) -> str:
    """Return a lock's text.

    Raises:
        LockError: no index has the engine for any computer.
    """
    users: dict[tuple[str, Version], set[Target]] = {}
    hashes: dict[tuple[str, Version], set[str]] = {}
    sizes: list[str] = []
    for platform in PLATFORMS:
        for python in PYTHONS:
            target = Target(python, platform)
            chooser = Chooser(index, target)
            wheels = chooser.choose(wanted) if platform.name in wanted.platforms else []
            parts = [index.size(wheel) for wheel in wheels]
            totals = [sum(part.packed for part in parts), sum(part.unpacked for part in parts)]
            told = f"{totals[0]:>11} {totals[1]:>11}" if wheels else "no wheel"
            sizes.append(f"# {python:5} {platform.name:14} {told}\n")
            for wheel in wheels:
                key = (wheel.name, wheel.version)
                users.setdefault(key, set()).add(target)
                hashes.setdefault(key, set()).update(
                    same.sha256
                    for same in index.wheels(wheel.name)
                    if same.version == wheel.version and chooser.takes(same)
                )
            print(f"{name}: {target.title}: {_listing(wheels)}", flush=True)
    if not users:
        raise LockError(f"no index has wheels of {wanted.requirement}")
    engine = canonicalize_name(Requirement(wanted.requirement).name)
    order = sorted(users, key=lambda key: (key[0] != engine, key[0], _descending(key[1])))
    text = [f"# {name}, made by scripts/lock_engines.py\n"]
    text += ["# Python and platform, bytes to fetch, bytes unpacked:\n", *sizes]
    for key in order:
        text.append(f"{key[0]}=={key[1]} ; {marker(users[key])}")
        text += [f" \\\n    --hash=sha256:{sha256}" for sha256 in sorted(hashes[key])]
        text.append("\n")
    return "".join(text)


def _listing(wheels: Sequence[Wheel]) -> str:
    return ", ".join(f"{wheel.name} {wheel.version}" for wheel in wheels) or "no wheel"


def _descending(version: Version) -> tuple[int, ...]:
    return tuple(-part for part in version.release)


def marker(targets: Iterable[Target]) -> str:
    """Return an environment marker that holds for these computers alone."""
    pythons: dict[Platform, set[str]] = {}
    for target in targets:
        pythons.setdefault(target.platform, set()).add(target.python)
    clauses = []
    for platform in PLATFORMS:
        versions = pythons.get(platform, set())
        system = f'sys_platform == "{platform.sys_platform}"'
        if platform.sys_platform != "win32":  # one processor only
            system += f' and platform_machine == "{platform.machine}"'
        clauses += [f"{system} and {span}" for span in _spans(versions)]
    return " or ".join(clauses)


def _spans(versions: set[str]) -> list[str]:
    """Return conditions for runs of Python versions that follow each other."""
    runs: list[list[str]] = []
    for place, python in enumerate(PYTHONS):
        if python not in versions:
            continue
        if runs and place and PYTHONS[place - 1] == runs[-1][-1]:
            runs[-1].append(python)
        else:
            runs.append([python])
    return [
        f'python_version == "{run[0]}"'
        if len(run) == 1
        else f'python_version >= "{run[0]}" and python_version <= "{run[-1]}"'
        for run in runs
    ]


def configured() -> dict[str, list[str]]:
    """Return indexes and folders as pip is configured, with pip's own index where none is."""
    listed = subprocess.run(
        [sys.executable, "-m", "pip", "config", "list"], capture_output=True, text=True, check=True
    ).stdout
    found: dict[str, list[str]] = {}
    for option, value in re.findall(r"^\S*?\.([\w-]+)='(.*)'$", listed, re.MULTILINE):
        found.setdefault(option, []).extend(v for v in re.split(r"\s+|\\n", value) if v)
    pip_index = import_module("pip._internal.models.index").PyPI.simple_url
    return {
        "addresses": [
            *(found.get("index-url", [])[-1:] or [pip_index]),
            *found.get("extra-index-url", []),
        ],
        "folders": [folder for folder in found.get("find-links", []) if "://" not in folder],
    }


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line; return its exit code."""
    parser = argparse.ArgumentParser(prog="lock_engines", description="Lock the engines' packages.")
    parser.add_argument("names", nargs="*", metavar="NAME", help=f"of {', '.join(WANTED)}")
    parser.add_argument("--index-url", action="append", help="further package index")
    parser.add_argument("--find-links", action="append", help="further folder of wheels")
    given = parser.parse_args(arguments)
    places = configured()
    index = Index(
        [*places["addresses"], *(given.index_url or [])],
        list(dict.fromkeys([*places["folders"], *(given.find_links or [])])),
    )
    FOLDER.mkdir(exist_ok=True)
    try:
        for name in given.names or WANTED:
            text = make_lock(name, WANTED[name], index)
            (FOLDER / f"{name}.txt").write_text(text, encoding="utf-8", newline="\n")
    except (LockError, InvalidRequirement, OSError, KeyError) as error:
        print(f"lock_engines: {error}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
