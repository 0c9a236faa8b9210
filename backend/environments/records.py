"""What is installed where: one small JSON file for each engine, replaced whole.

    engines/
        torch.json      which environment counts, and what was found when it was checked
        torch-2/        the environment
        downloads/      wheels of an installation that did not end
        logs/           what pip printed

An environment is made under a name that was not there before and counts from the moment in which
the JSON file is replaced. Folders that no JSON file names are leftovers.
"""

from __future__ import annotations

import contextlib
import json
import os
import re
import shutil
import stat
import sys
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Callable, Optional

from qgis_pansharp.backend.engines.options import Device

FORMAT = 1
TRIES, PAUSE = 20, 0.1  # where Windows keeps a file that something looks at
DOWNLOADS, LOGS, LOCK = "downloads", "logs", "lock"


@dataclass(frozen=True)
class Environment:
    """An engine that was installed and checked.

    Args:
        engine: its name.
        python: the interpreter to start.
        paths: folders that it must be told of.
        version: of the engine's package.
        versions: of all its packages, by name.
        own: whether it is a Python of the user's own.
        size: bytes on the disk; 0 for a Python of the user's own.
        variant: see `catalog`; empty for a Python of the user's own.
        devices: it can run on, fastest first.
        device: that was measured, for people.
        speed: megapixels a second on that device.
        note: why a device that was found is not used; empty where there is nothing to say.
        python_version: of the interpreter, such as "3.12.4".
        folder: that holds all of it, None for a Python of the user's own.
        real: file that `python` led to when it was checked.
    """

    engine: str
    python: Path
    paths: tuple[Path, ...]
    version: str
    versions: Mapping[str, str] = field(hash=False)
    own: bool
    size: int
    variant: str = ""
    devices: tuple[Device, ...] = ()
    device: str = ""
    speed: float = 0.0
    note: str = ""
    python_version: str = ""
    folder: Optional[Path] = None  # noqa: UP045 - evaluated by Python 3.9
    real: str = ""

    def stands(self) -> bool:
        """Say whether its interpreter still is the one that was checked, without starting it.

        An update of QGIS or of the system may have taken it away or put another in its place.
        """
        if not self.python.is_file() or os.path.realpath(self.python) != self.real:
            return False
        home = _home_of(self.folder) if self.folder is not None else None
        return home is None or home.is_dir()


def _home_of(folder: Path) -> Path | None:
    """Return the folder of the interpreter that a virtual environment was made with."""
    try:
        text = (folder / "pyvenv.cfg").read_text(encoding="utf-8")
    except (OSError, ValueError):
        return None
    found = re.search(r"^home\s*=\s*(.+?)\s*$", text, re.MULTILINE)
    return None if found is None else Path(found[1])


def default_folder() -> Path:
    """Return where engines are installed for the command line.

    The variable `PANSHARP_ENGINES` names another place.
    """
    if os.environ.get("PANSHARP_ENGINES"):
        return Path(os.environ["PANSHARP_ENGINES"])
    home = Path.home()
    if sys.platform == "win32":
        base = Path(os.environ.get("LOCALAPPDATA") or home / "AppData" / "Local")
    elif sys.platform == "darwin":
        base = home / "Library" / "Application Support"
    else:
        base = Path(os.environ.get("XDG_DATA_HOME") or home / ".local" / "share")
    return base / "pansharp" / "engines"


def record_file(root: Path, engine: str) -> Path:
    """Return the JSON file that says where an engine is."""
    return root / f"{engine}.json"


def read_record(root: Path, engine: str) -> Environment | None:
    """Return what is written down about an engine; None where that is nothing, or damaged."""
    try:
        content = json.loads(record_file(root, engine).read_text(encoding="utf-8"))
        if content["format"] != FORMAT:
            return None
        return _environment(root, engine, content)
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return None


def _environment(root: Path, engine: str, content: dict[str, Any]) -> Environment:
    folder = None if content["folder"] is None else root / _plain_name(content["folder"])
    base = root if folder is None else folder  # what is written down may be relative to it
    return Environment(
        engine=engine,
        python=base / str(content["python"]),
        paths=tuple(base / str(path) for path in content["paths"]),
        version=str(content["version"]),
        versions={str(name): str(version) for name, version in content["versions"].items()},
        own=bool(content["own"]),
        size=int(content["size"]),
        variant=str(content["variant"]),
        devices=tuple(
            Device(str(device["name"]), str(device["title"]), int(device["memory"]))
            for device in content["devices"]
        ),
        device=str(content["device"]),
        speed=float(content["speed"]),
        note=str(content["note"]),
        python_version=str(content["python_version"]),
        folder=folder,
        real=str(content["real"]),
    )


def _plain_name(name: object) -> str:
    """Return the name of a folder of the root's.

    Raises:
        ValueError: it leads elsewhere.
    """
    if not isinstance(name, str) or not re.fullmatch(r"[a-z]+-\d+", name):
        raise ValueError(f"no environment's name: {name!r}")
    return name


def write_record(root: Path, environment: Environment) -> None:
    """Make an environment the one that counts, in one step.

    Raises:
        OSError: the file cannot be written; what counted before still does.
    """
    folder = environment.folder

    def told(path: Path) -> str:
        with contextlib.suppress(ValueError):
            if folder is not None:
                return path.relative_to(folder).as_posix()
        return str(path)

    content = {
        "format": FORMAT,
        "folder": None if folder is None else folder.name,
        "python": told(environment.python),
        "paths": [told(path) for path in environment.paths],
        "version": environment.version,
        "versions": dict(environment.versions),
        "own": environment.own,
        "size": environment.size,
        "variant": environment.variant,
        "devices": [vars(device) for device in environment.devices],
        "device": environment.device,
        "speed": environment.speed,
        "note": environment.note,
        "python_version": environment.python_version,
        "real": environment.real,
    }
    new = root / f"{environment.engine}.{os.getpid()}.new"  # readable to whoever may read the rest
    try:
        with new.open("w", encoding="utf-8") as file:
            json.dump(content, file, indent=1, sort_keys=True)
            file.flush()
            os.fsync(file.fileno())
        _insist(lambda: os.replace(new, record_file(root, environment.engine)))  # noqa: PTH105
    except BaseException:
        with contextlib.suppress(OSError):
            new.unlink()
        raise


def delete_record(root: Path, engine: str) -> None:
    """Make no environment count.

    Raises:
        OSError: the file cannot be deleted.
    """
    _insist(lambda: record_file(root, engine).unlink(missing_ok=True))


def _insist(act: Callable[[], object]) -> None:
    """Do something with a file, again where Windows keeps it for a moment."""
    for left in range(TRIES, 0, -1):
        try:
            act()
            return
        except PermissionError:
            if sys.platform != "win32" or left == 1:
                raise
            time.sleep(PAUSE)


def new_folder(root: Path, engine: str) -> Path:
    """Return the name of an environment that was not there before; it is not made."""
    taken = [
        int(path.name.rpartition("-")[2])
        for path in root.glob(f"{engine}-*")
        if path.name.rpartition("-")[2].isdecimal()
    ]
    return root / f"{engine}-{max(taken, default=0) + 1}"


def remove_leftovers(root: Path, engines: tuple[str, ...]) -> list[Path]:
    """Delete environments that do not count; return those that could not be deleted.

    To be called by whoever holds the lock: an installation that is under way looks the same.
    """
    counted = {
        environment.folder
        for engine in engines
        if (environment := read_record(root, engine)) is not None
    }
    kept = []
    for engine in engines:
        for path in sorted(root.glob(f"{engine}-*")):
            if re.fullmatch(r"[a-z]+-\d+", path.name) and path not in counted:
                delete_folder(path)
                if path.exists():
                    kept.append(path)
        for path in root.glob(f"{engine}.*.new"):
            with contextlib.suppress(OSError):
                path.unlink()
    return kept


def delete_folder(path: Path) -> None:
    """Delete a folder as far as it can be deleted; what is in use stays."""
    if not path.exists():
        return

    def writable(act: Callable[[str], object], name: str, _: object) -> None:
        with contextlib.suppress(OSError):
            os.chmod(name, stat.S_IWRITE | stat.S_IREAD)  # noqa: PTH101
            act(name)

    if sys.version_info >= (3, 12):
        shutil.rmtree(path, onexc=writable)
    else:
        shutil.rmtree(path, onerror=writable)


def size_of(folder: Path) -> int:
    """Return the bytes of all files of a folder."""
    total = 0
    for base, _, names in os.walk(folder):
        for name in names:
            with contextlib.suppress(OSError):
                total += os.lstat(os.path.join(base, name)).st_size  # noqa: PTH118
    return total


@contextlib.contextmanager
def locked(root: Path) -> Iterator[bool]:
    """Let one program at a time change a folder of engines; gives whether this one may.

    The operating system lets go of the lock when its holder ends, however it ends.

    Raises:
        OSError: the folder cannot be written.
    """
    with (root / LOCK).open("a+b") as file:
        try:
            _lock(file.fileno())
        except OSError:
            yield False
            return
        yield True  # closing the file lets go of it


if sys.platform == "win32":
    import msvcrt

    def _lock(number: int) -> None:
        os.lseek(number, 0, os.SEEK_SET)
        msvcrt.locking(number, msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _lock(number: int) -> None:
        fcntl.flock(number, fcntl.LOCK_EX | fcntl.LOCK_NB)
