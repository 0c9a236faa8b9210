"""The interpreter is found wherever QGIS's packagers put it, and counts once it has answered."""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path

import pytest

from qgis_pansharp.backend.environments import interpreters
from qgis_pansharp.backend.environments.interpreters import (
    Candidate,
    InterpreterError,
    ask,
    candidates,
    find_interpreter,
    own_interpreter,
    own_python,
)
from qgis_pansharp.backend.environments.pins import find_own_target
from qgis_pansharp.backend.errors import Cancelled

HERE = (sys.version_info[0], sys.version_info[1])


def tree(root: Path, *files: str) -> Path:
    """Make empty files."""
    for file in files:
        path = root / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()
    return root


def found(
    root: Path, platform: str, prefix: str, executable: str, version: tuple[int, int] = (3, 12)
) -> list[str]:
    """Return the candidates below a made-up root, in order; "file @ home" where it has one."""
    places = candidates(
        platform, str(root / prefix), str(root / prefix), str(root / executable), version
    )
    return [
        str(place.path.relative_to(root))
        + (f" @ {place.home.relative_to(root)}" if place.home else "")
        for place in places
        if root in place.path.parents
    ]


def test_osgeo4w_has_it_beside_its_libraries(tmp_path: Path) -> None:
    root = tree(
        tmp_path / "OSGeo4W",
        "bin/qgis-bin.exe",
        "bin/python3.exe",
        "apps/Python312/python.exe",
        "apps/Python312/pythonw.exe",
        "apps/Python312/python3.exe",
        "apps/Python39/python.exe",
    )
    places = found(root, "win32", "apps/Python312", "bin/qgis-bin.exe")
    assert places[:2] == ["apps/Python312/python.exe", "apps/Python312/python3.exe"]
    assert places[-1] == "bin/python3.exe"
    assert not any("pythonw" in place or "qgis" in place for place in places)


def test_the_installer_for_windows_is_arranged_alike(tmp_path: Path) -> None:
    root = tree(
        tmp_path / "Program Files" / "QGIS 3.34", "bin/qgis-ltr-bin.exe", "apps/Python39/python.exe"
    )
    places = found(root, "win32", "apps/Python39", "bin/qgis-ltr-bin.exe", (3, 9))
    assert places == ["apps/Python39/python.exe"]
    # the prefix may lead nowhere, as after an update
    assert found(root, "win32", "apps/Python38", "bin/qgis-ltr-bin.exe", (3, 9)) == places


def test_conda_and_virtual_environments_on_windows(tmp_path: Path) -> None:
    conda = tree(tmp_path / "envs" / "gis", "python.exe", "Library/bin/qgis.exe")
    assert found(conda, "win32", ".", "Library/bin/qgis.exe") == ["python.exe"]
    venv = tree(tmp_path / "venv", "Scripts/python.exe", "Scripts/pythonw.exe")
    assert found(venv, "win32", ".", "Scripts/pythonw.exe") == ["Scripts/python.exe"]


def test_an_executable_that_is_python_goes_first(tmp_path: Path) -> None:
    root = tree(tmp_path, "other/python.exe", "home/python.exe")
    assert found(root, "win32", "home", "other/python.exe")[0] == "other/python.exe"


def test_the_old_bundle_of_macos(tmp_path: Path) -> None:
    root = tree(
        tmp_path / "QGIS.app" / "Contents",
        "MacOS/QGIS",
        "MacOS/bin/python3",
        "MacOS/bin/python3.9",
        "MacOS/lib/python3.9/os.py",
    )
    places = found(root, "darwin", "MacOS", "MacOS/QGIS", (3, 9))
    assert places[:2] == ["MacOS/bin/python3.9", "MacOS/bin/python3"]
    assert "MacOS/QGIS" not in places


def test_the_new_bundle_of_macos_must_be_told_its_home(tmp_path: Path) -> None:
    root = tree(
        tmp_path / "QGIS-final-4_2_1.app" / "Contents",
        "MacOS/QGIS-final-4_2_1",
        "MacOS/python3.12",
        "MacOS/python",
        "Frameworks/lib/python3.12/os.py",
    )
    places = found(root, "darwin", "Frameworks", "MacOS/QGIS-final-4_2_1")
    assert places == [
        "MacOS/python3.12",
        "MacOS/python3.12 @ Frameworks",
        "MacOS/python",
        "MacOS/python @ Frameworks",
    ]


def test_a_framework_inside_of_the_bundle(tmp_path: Path) -> None:
    root = tree(
        tmp_path / "QGIS.app" / "Contents",
        "MacOS/QGIS",
        "Frameworks/Python.framework/Versions/3.12/bin/python3.12",
    )
    places = found(root, "darwin", "Frameworks/Python.framework/Versions/3.12", "MacOS/QGIS")
    assert places == ["Frameworks/Python.framework/Versions/3.12/bin/python3.12"]


def test_a_build_of_qgis_by_vcpkg(tmp_path: Path) -> None:
    root = tree(tmp_path, "tools/python3/python3.12", "bin/qgis")
    assert found(root, "darwin", ".", "bin/qgis") == ["tools/python3/python3.12"]


def test_linux_prefers_the_very_version(tmp_path: Path) -> None:
    root = tree(tmp_path, "bin/qgis", "bin/python3", "bin/python3.12")
    assert found(root, "linux", ".", "bin/qgis") == ["bin/python3.12", "bin/python3"]
    assert found(root, "linux", ".", "bin/python3")[0] == "bin/python3"


def test_an_interpreter_tells_about_itself() -> None:
    told = ask(Candidate(Path(sys.executable)))
    assert told.version == sys.version_info[:3]
    assert told.target == find_own_target()
    assert told.ssl


def test_nothing_of_ours_reaches_it(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PYTHONHOME", str(tmp_path))
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    (tmp_path / "json.py").write_text("raise SystemExit(7)")
    assert ask(Candidate(Path(sys.executable))).version == sys.version_info[:3]


@pytest.mark.parametrize("content", ["#!/bin/sh\necho no\n", "#!/bin/sh\nexit 3\n", "nothing"])
def test_what_is_no_python_says_so(tmp_path: Path, content: str) -> None:
    path = script(tmp_path / "python3", content)
    with pytest.raises(InterpreterError, match=r"."):
        ask(Candidate(path))


def test_one_that_hangs_can_be_given_up(tmp_path: Path) -> None:
    hangs = Candidate(script(tmp_path / "python3", "#!/bin/sh\ntouch started\nsleep 60\n"))
    wanted = (tmp_path / "started").exists
    began = time.monotonic()
    with pytest.raises(Cancelled):
        ask(hangs, wanted)
    (tmp_path / "started").unlink()
    with pytest.raises(Cancelled):  # and no other one is asked then
        find_interpreter([hangs, Candidate(Path(sys.executable))], HERE, wanted)
    assert time.monotonic() - began < 30


def test_one_that_hangs_is_given_up_in_the_end(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(interpreters, "SECONDS", 0.5)
    with pytest.raises(InterpreterError, match="did not answer in time"):
        ask(Candidate(script(tmp_path / "python3", "#!/bin/sh\nsleep 60\n")))


def test_one_that_waits_for_a_user_ends_at_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(interpreters, "SECONDS", 20.0)
    with pytest.raises(InterpreterError, match="it is no Python"):
        ask(Candidate(script(tmp_path / "python3", "#!/bin/sh\ncat\n")))


def test_a_long_complaint_is_kept_short(tmp_path: Path) -> None:
    path = script(tmp_path / "python3", "#!/bin/sh\nprintf '%05000d' 1 >&2\nexit 1\n")
    with pytest.raises(InterpreterError, match="it is no Python"):
        ask(Candidate(path))


def test_an_unsupported_version_has_no_wheels(tmp_path: Path) -> None:
    assert ask(Candidate(fake_python(tmp_path / "python3", (3, 8, 1)))).target is None
    assert ask(Candidate(fake_python(tmp_path / "python4", (3, 15, 0)))).target is None


def test_the_wanted_version_is_taken_before_others(tmp_path: Path) -> None:
    broken = script(tmp_path / "broken", "#!/bin/sh\nexit 1\n")
    other = fake_python(tmp_path / "other", (3, 10, 2))
    wanted = fake_python(tmp_path / "wanted", (3, 12, 4))
    places = [Candidate(path) for path in (broken, other, wanted)]
    found = find_interpreter(places, (3, 12))
    assert found is not None
    assert found.path == wanted
    found = find_interpreter(places, (3, 13))
    assert found is not None
    assert found.path == other  # any that works is better than none
    assert find_interpreter(places[:1], (3, 12)) is None


def test_a_home_is_told_only_where_it_is_needed(tmp_path: Path) -> None:
    needs = fake_python(tmp_path / "needs", (3, 12, 4), '[ -n "$PYTHONHOME" ] || exit 1\n')
    home = tmp_path / "Frameworks"
    found = find_interpreter([Candidate(needs), Candidate(needs, home)], (3, 12))
    assert found is not None
    assert found.home == home
    able = fake_python(tmp_path / "able", (3, 12, 4))
    found = find_interpreter([Candidate(able), Candidate(able, home)], (3, 12))
    assert found is not None
    assert found.home is None


def test_the_own_interpreter_is_the_one_that_runs_this() -> None:
    assert own_python() == Path(sys.executable)
    found = own_interpreter()
    assert found is not None
    assert found.version[:2] == HERE


def test_the_own_interpreter_is_not_the_program_around_it(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    program = script(tmp_path / "qgis-bin", "#!/bin/sh\ntouch started\n")
    monkeypatch.setattr(sys, "executable", str(program))
    found = own_python()
    assert found is not None
    assert found != program
    assert ask(Candidate(found)).version[:2] == HERE
    assert not (tmp_path / "started").exists()


def script(path: Path, content: str) -> Path:
    """Write a program."""
    path.write_text(content)
    path.chmod(0o755)
    return path


def fake_python(path: Path, version: tuple[int, int, int], first: str = "") -> Path:
    """Write a program that answers as an interpreter of that version would."""
    answer = (
        f'{{"version": {list(version)}, "implementation": "cpython", "free": false, '
        f'"system": "linux", "machine": "{os.uname().machine}", "build": "", "bits": 64, '
        '"venv": true, "pip": true, "wheels": [], "ssl": true}'
    )
    return script(path, f"#!/bin/sh\n{first}echo '{answer}'\n")
