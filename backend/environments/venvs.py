"""Making room for packages: a virtual environment, or a folder where Python cannot make one."""

from __future__ import annotations

import shutil
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Callable

from qgis_pansharp.backend.engines import child
from qgis_pansharp.backend.environments import processes
from qgis_pansharp.backend.environments.interpreters import (
    Candidate,
    Interpreter,
    InterpreterError,
    ask,
    start_of,
)

SECONDS = 300.0  # that making it may take


@dataclass(frozen=True)
class Room:
    """Where an engine's packages go.

    Args:
        python: the interpreter to start.
        packages: folder that they are unpacked to.
        paths: folders that the interpreter does not look into by itself.
    """

    python: Path
    packages: Path
    paths: tuple[Path, ...] = ()


def make_room(
    interpreter: Interpreter,
    folder: Path,
    log: Callable[[str], None],
    is_cancelled: Callable[[], bool],
) -> Room:
    """Make a folder for packages.

    It is a virtual environment without pip, which stands by itself; else, where Python cannot make
    one that works, a folder that the given interpreter is told of.

    Args:
        interpreter: that the packages are for.
        folder: does not exist yet.
        log: takes lines.
        is_cancelled: asked several times a second.

    Raises:
        Cancelled: the user wants to stop.
        OSError: the folder cannot be written.
    """
    if interpreter.home is not None:
        room = _link(interpreter, folder)
    elif interpreter.venv:
        start, built = start_of(interpreter.path, None, child.environment())
        command = [*start, "-c", _MAKE, str(folder)]
        folder.parent.mkdir(parents=True, exist_ok=True)
        try:
            done = processes.run(command, built, folder.parent, is_cancelled, log, seconds=SECONDS)
            room = _room_of(folder, interpreter) if done.code == 0 else None
        except TimeoutError as problem:
            log(str(problem))
            room = None
    else:
        room = None
    if room is not None:
        try:
            found = ask(Candidate(room.python), is_cancelled)
            if found.version == interpreter.version:
                return room
            log(f"the virtual environment has {found.title}")
        except InterpreterError as problem:
            log(f"the virtual environment does not start: {problem}")
    shutil.rmtree(folder, ignore_errors=True)
    log("no virtual environment; packages go into a folder")
    packages = folder / "site"
    packages.mkdir(parents=True)
    return Room(interpreter.path, packages, (packages,))


_MAKE = (
    processes.DIES_WITH_PARENT
    + """
import venv
venv.EnvBuilder(symlinks=os.name != "nt", with_pip=False).create(sys.argv[1])
"""
)


def _room_of(folder: Path, interpreter: Interpreter) -> Room:
    if sys.platform == "win32":
        return Room(folder / "Scripts" / "python.exe", folder / "Lib" / "site-packages")
    version = f"python{interpreter.version[0]}.{interpreter.version[1]}"
    return Room(folder / "bin" / "python3", folder / "lib" / version / "site-packages")


def _link(interpreter: Interpreter, folder: Path) -> Room | None:
    """Make a virtual environment by hand for a Python that must be told where its libraries are.

    `venv` would write down where Python was built; the file `pyvenv.cfg` says where it is.
    """
    if sys.platform == "win32":
        return None
    room = _room_of(folder, interpreter)
    room.packages.mkdir(parents=True)
    room.python.parent.mkdir()
    room.python.symlink_to(interpreter.path)
    (folder / "pyvenv.cfg").write_text(
        f"home = {interpreter.home}\ninclude-system-site-packages = false\n"
        f"version = {'.'.join(str(part) for part in interpreter.version)}\n",
        encoding="utf-8",
    )
    return room
