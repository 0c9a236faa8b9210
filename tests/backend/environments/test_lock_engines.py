"""Locks are made from what indexes hold, and say so where that is nothing."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from qgis_pansharp.backend.environments.pins import PLATFORMS, Target, parse
from scripts.lock_engines import Index, LockError, Wanted, make_lock, marker
from tests.backend.environments.made_index import make_wheel

LINUX, WINDOWS = PLATFORMS[0], PLATFORMS[2]


def publish(folder: Path, name: str, version: str, tags: str, *needs: str) -> Path:
    """Put a wheel into a folder."""
    return make_wheel(folder, name, version, needs=needs, tags=tags)


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[Path]:
    """Wheels of an engine that grew: its newest version leaves the oldest Python behind."""
    for python in ("310", "311", "312", "313", "314"):
        linux = f"cp{python}-cp{python}-manylinux_2_28_x86_64"
        publish(tmp_path, "engine", "2.0", linux, "numpy<3", "helper[fast]>=1")
    publish(tmp_path, "engine", "1.0", "cp39-cp39-win_amd64", "numpy<2")
    publish(tmp_path, "engine", "3.0rc1", "py3-none-any")
    publish(tmp_path, "engine", "2.5", "cp27-cp27m-win32")
    for version in ("1.25", "2.5", "3.5"):
        publish(tmp_path, "numpy", version, "py3-none-any")
    publish(
        tmp_path,
        "helper",
        "1.1",
        "py3-none-any",
        'quick; extra == "fast"',
        'other; sys_platform == "win32"',
    )
    publish(tmp_path, "quick", "7", "py3-none-any", "numpy<=2.5")
    yield tmp_path


def test_every_computer_gets_what_goes_together(folder: Path) -> None:
    lock = parse(make_lock("engine", Wanted("engine"), Index([], [str(folder)])))

    def pins(python: str, target: int) -> dict[str, str]:
        return {pin.name: pin.version for pin in lock.pins(Target(python, PLATFORMS[target]))}

    new = {"engine": "2.0", "numpy": "2.5", "helper": "1.1", "quick": "7"}
    assert pins("3.10", 0) == pins("3.14", 0) == new
    assert pins("3.9", 2) == {"engine": "1.0", "numpy": "1.25"}
    assert pins("3.9", 0) == pins("3.12", 2) == pins("3.12", 3) == {}
    assert lock.lines[0].pin.name == "engine"
    assert len(lock.lines[0].pin.hashes) == 5
    assert lock.size(Target("3.10", LINUX)).packed > 0


def test_the_same_wheels_make_the_same_lock(folder: Path) -> None:
    made = {make_lock("engine", Wanted("engine"), Index([], [str(folder)])) for _ in range(3)}
    assert len(made) == 1


def test_limits_and_local_versions_are_kept(folder: Path) -> None:
    publish(folder, "engine", "2.0+cpu", "cp312-cp312-manylinux_2_28_x86_64")
    wanted = Wanted("engine<2.1", local=(("linux-x86_64", "cpu"),))
    lock = parse(make_lock("engine", wanted, Index([], [str(folder)])))
    assert [pin.version for pin in lock.pins(Target("3.12", LINUX)) if pin.name == "engine"] == [
        "2.0+cpu"
    ]
    assert lock.pins(Target("3.11", LINUX)) == []


def test_builds_with_and_without_cuda_are_told_apart(tmp_path: Path) -> None:
    publish(tmp_path, "numpy", "1.25", "py3-none-any")
    publish(tmp_path, "nvidia_cublas", "13.0", "py3-none-any")
    publish(tmp_path, "engine", "1.0", "py3-none-any")
    publish(tmp_path, "engine", "2.0", "py3-none-any", "nvidia-cublas")
    index = Index([], [str(tmp_path)])

    def version(cuda: bool) -> str:
        lock = parse(make_lock("engine", Wanted("engine", cuda=cuda), index))
        return lock.pins(Target("3.12", LINUX))[0].version

    assert (version(cuda=False), version(cuda=True)) == ("1.0", "2.0")


def test_what_no_index_has_makes_no_lock(folder: Path) -> None:
    with pytest.raises(LockError, match="no index has wheels of nothing"):
        make_lock("nothing", Wanted("nothing"), Index([], [str(folder)]))


def test_conditions_are_as_short_as_they_can_be() -> None:
    several = [Target(python, LINUX) for python in ("3.9", "3.11", "3.12", "3.13")]
    assert marker([*several, Target("3.12", WINDOWS)]) == (
        'sys_platform == "linux" and platform_machine == "x86_64" and python_version == "3.9" or '
        'sys_platform == "linux" and platform_machine == "x86_64" and python_version >= "3.11" and '
        'python_version <= "3.13" or sys_platform == "win32" and python_version == "3.12"'
    )
