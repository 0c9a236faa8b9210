"""Locks say for every computer what it gets, and which gets nothing."""

from __future__ import annotations

from itertools import product
from pathlib import Path

import pytest
from packaging.markers import Marker

from qgis_pansharp.backend.environments import PACKAGES
from qgis_pansharp.backend.environments.pins import (
    FOLDER,
    PLATFORMS,
    PYTHONS,
    Target,
    find_own_target,
    find_platform,
    holds,
    lock_file,
    parse,
    read_lock,
)
from qgis_pansharp.backend.errors import EngineError

TARGETS = [Target(python, platform) for platform, python in product(PLATFORMS, PYTHONS)]
LOCKS = [(package.engine, v.name) for package in PACKAGES for v in package.variants]
HASH = "0" * 64
# What no index has, by engine and variant. All else has wheels.
MISSING: dict[tuple[str, str], set[tuple[str, str]]] = {
    ("onnxruntime", "cpu"): {("3.14", "macos-x86_64")},
    # versions before 2025.4 do not read our models
    ("openvino", "intel"): {("3.9", platform.name) for platform in PLATFORMS},
    ("torch", "cpu"): {("3.13", "macos-x86_64"), ("3.14", "macos-x86_64")},
}


def lock_text(*entries: str) -> str:
    return "".join(f"{entry} \\\n    --hash=sha256:{HASH}\n" for entry in entries)


def test_a_lock_says_what_a_computer_gets() -> None:
    lock = parse(
        "# 3.12  windows  100  300\n# 3.12  macos-arm64  no wheel\n"
        + lock_text(
            'engine==2.0 ; sys_platform == "win32" and python_version >= "3.10"',
            'engine==1.0 ; sys_platform == "win32" and python_version == "3.9"',
            'helper==3 ; python_version >= "3.9"',
        )
    )
    windows = PLATFORMS[2]
    found = {
        python: [(pin.name, pin.version) for pin in lock.pins(Target(python, windows))]
        for python in PYTHONS
    }
    assert found["3.9"] == [("engine", "1.0"), ("helper", "3")]
    assert found["3.10"] == found["3.14"] == [("engine", "2.0"), ("helper", "3")]
    assert lock.size(Target("3.12", windows)).unpacked == 300


def test_without_the_engine_there_is_nothing() -> None:
    text = lock_text('engine==1 ; sys_platform == "win32"', 'helper==1 ; python_version >= "3.9"')
    assert parse(text).pins(Target("3.12", PLATFORMS[0])) == []


@pytest.mark.parametrize(
    "text",
    [
        "",
        "engine==1\n",
        'engine==1 ; python_version == "3.9"\n',
        f"engine>=1 --hash=sha256:{HASH}\n",
        'engine==1 ; python_version == "3.9" --hash=sha256:12\n',
    ],
)
def test_what_is_no_lock_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"pin|empty"):
        parse(text)


@pytest.mark.parametrize("marker", ["python_version", 'os_name == "nt"', 'sys_platform > "a"'])
def test_what_is_no_known_condition_is_refused(marker: str) -> None:
    with pytest.raises(ValueError, match="condition"):
        holds(marker, TARGETS[0])


def test_a_missing_lock_is_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(EngineError, match=r"nowhere\.txt.*install the plugin again"):
        read_lock(tmp_path / "nowhere.txt")


def test_every_variant_has_a_lock_and_every_lock_a_variant() -> None:
    assert {lock_file(*names) for names in LOCKS} == set(FOLDER.iterdir())


@pytest.mark.parametrize("names", LOCKS, ids="-".join)
def test_conditions_mean_what_they_mean_to_pip(names: tuple[str, str]) -> None:
    for line in read_lock(lock_file(*names)).lines:
        for target in TARGETS:
            environment = {
                "python_version": target.python,
                "sys_platform": target.platform.sys_platform,
                "platform_machine": target.platform.machine,
            }
            assert holds(line.marker, target) == Marker(line.marker).evaluate(environment)


@pytest.mark.parametrize("names", LOCKS, ids="-".join)
def test_every_package_has_one_version_on_a_computer(names: tuple[str, str]) -> None:
    lock = read_lock(lock_file(*names))
    for target in TARGETS:
        packages = [pin.name for pin in lock.pins(target)]
        assert len(packages) == len(set(packages))
        size = lock.size(target)
        if packages:
            assert "numpy" in packages
            assert size.unpacked > size.packed > 1_000_000
        else:
            assert size.packed == 0


@pytest.mark.parametrize(("names", "missing"), MISSING.items(), ids=str)
def test_who_gets_nothing_is_known(names: tuple[str, str], missing: set[tuple[str, str]]) -> None:
    lock = read_lock(lock_file(*names))
    without = {(t.python, t.platform.name) for t in TARGETS if not lock.pins(t)}
    assert without == missing


@pytest.mark.parametrize("engine", ["onnxruntime", "torch"])
def test_linux_with_a_card_of_nvidias_gets_cuda(engine: str) -> None:
    lock = read_lock(lock_file(engine, "cuda"))
    for python in PYTHONS[2:]:
        packages = [pin.name for pin in lock.pins(Target(python, PLATFORMS[0]))]
        assert any(name.startswith("nvidia-cudnn") for name in packages)


def test_builds_for_the_processor_bring_no_cuda() -> None:
    for target in TARGETS:
        for names in (("torch", "cpu"), ("onnxruntime", "cpu"), ("openvino", "intel")):
            pins = read_lock(lock_file(*names)).pins(target)
            assert not any(pin.name.startswith(("nvidia", "triton")) for pin in pins)


def test_platforms_are_found_by_the_systems_own_names() -> None:
    assert find_platform("win32", "AMD64") is PLATFORMS[2]
    assert find_platform("darwin", "arm64") is PLATFORMS[3]
    assert find_platform("linux", "riscv64") is None
    assert find_platform("freebsd14", "x86_64") is None
    assert find_own_target() in TARGETS
