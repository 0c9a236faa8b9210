"""Packages get room of their own, with every kind of Python."""

from __future__ import annotations

import subprocess
import sys
import sysconfig
from dataclasses import replace
from pathlib import Path

import pytest

from qgis_pansharp.backend.engines import child
from qgis_pansharp.backend.environments import venvs
from qgis_pansharp.backend.environments.interpreters import Candidate, Interpreter, ask
from qgis_pansharp.backend.environments.venvs import make_room
from qgis_pansharp.backend.errors import Cancelled

SHOWN = "import os, sys; print(sys.prefix); print(os.__file__); print(*sys.path, sep='|')"


@pytest.fixture(scope="module")
def interpreter() -> Interpreter:
    return ask(Candidate(Path(sys.executable)))


def shown(python: Path) -> list[str]:
    """Return prefix, library and search path of an interpreter that is started as engines are."""
    done = subprocess.run(
        [str(python), "-I", "-c", SHOWN],
        env=child.environment(),
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout.splitlines()


def test_a_virtual_environment_stands_by_itself(interpreter: Interpreter, tmp_path: Path) -> None:
    room = make_room(interpreter, tmp_path / "torch-1", print, lambda: False)
    assert room.paths == ()
    assert room.packages.is_dir()
    prefix, _, path = shown(room.python)
    assert prefix == str(tmp_path / "torch-1")
    assert [p for p in path.split("|") if "-packages" in p] == [str(room.packages)]
    assert not (room.packages / "pip").exists()


def test_without_venv_a_folder_is_told_to_the_interpreter(
    interpreter: Interpreter, tmp_path: Path
) -> None:
    lines: list[str] = []
    room = make_room(
        replace(interpreter, venv=False), tmp_path / "torch-1", lines.append, lambda: False
    )
    assert room.python == interpreter.path
    assert room.paths == (room.packages,)
    assert room.packages.is_dir()
    assert lines == ["no virtual environment; packages go into a folder"]


def test_a_virtual_environment_that_does_not_start_is_given_up(
    interpreter: Interpreter, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As with QGIS for Windows, whose Python makes ones that do not find their libraries."""
    broken = (
        "import os, sys; os.makedirs(sys.argv[1] + '/bin'); open(sys.argv[1] + '/bin/python3', 'w')"
    )
    monkeypatch.setattr(venvs, "_MAKE", broken)
    lines: list[str] = []
    room = make_room(interpreter, tmp_path / "torch-1", lines.append, lambda: False)
    assert room.python == interpreter.path
    assert lines[0].startswith("the virtual environment does not start")
    assert not (tmp_path / "torch-1" / "bin").exists()


def test_one_that_cannot_be_made_is_given_up(
    interpreter: Interpreter, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(venvs, "_MAKE", "raise SystemExit('no venv here')")
    lines: list[str] = []
    room = make_room(interpreter, tmp_path / "torch-1", lines.append, lambda: False)
    assert room.paths == (room.packages,)
    assert lines[0] == "no venv here"


def test_cancelling_stops_it(interpreter: Interpreter, tmp_path: Path) -> None:
    with pytest.raises(Cancelled):
        make_room(interpreter, tmp_path / "torch-1", print, lambda: True)


@pytest.mark.skipif(sys.platform == "win32", reason="no app bundle has it so")
def test_a_python_whose_libraries_lie_elsewhere_is_linked(
    interpreter: Interpreter, tmp_path: Path
) -> None:
    """As in the app bundles of macOS: the program in MacOS, its libraries in Frameworks."""
    contents = tmp_path / "QGIS.app" / "Contents"
    (contents / "MacOS").mkdir(parents=True)
    program = contents / "MacOS" / f"python{interpreter.target.python}"  # type: ignore[union-attr]
    program.symlink_to(Path(sys.executable).resolve())
    library = Path(sysconfig.get_path("stdlib"))
    (contents / "Frameworks" / "lib").mkdir(parents=True)
    (contents / "Frameworks" / "lib" / library.name).symlink_to(library)
    bundled = replace(interpreter, path=program, home=contents / "Frameworks")
    room = make_room(bundled, tmp_path / "torch-1", print, lambda: False)
    assert room.python == tmp_path / "torch-1" / "bin" / "python3"
    assert room.paths == ()
    _, libraries, path = shown(room.python)
    assert libraries.startswith(str(contents / "Frameworks"))
    assert str(room.packages) in path.split("|")
