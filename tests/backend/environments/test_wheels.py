"""A folder of wheels is judged before anything is installed from it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from qgis_pansharp.backend.environments.pins import PLATFORMS, Pin, Target
from qgis_pansharp.backend.environments.wheels import (
    BUNDLE,
    Bundle,
    found_wheels,
    read_bundle,
    require_bundle,
    require_wheels,
    sha256_of,
    write_bundle,
)
from qgis_pansharp.backend.errors import EngineError
from tests.backend.environments.made_index import make_wheel

HERE = Target("3.12", PLATFORMS[0])


def pinned(path: Path) -> Pin:
    name, version = path.name.split("-")[:2]
    return Pin(name, version, (sha256_of(path),))


def test_whole_wheels_are_told_from_damaged_and_foreign_ones(tmp_path: Path) -> None:
    whole, damaged = make_wheel(tmp_path, "whole", "1"), make_wheel(tmp_path, "damaged", "2+cpu")
    make_wheel(tmp_path, "foreign", "1")
    make_wheel(tmp_path, "whole", "2")
    (tmp_path / "noise.whl").write_bytes(b"noise")
    pins = [pinned(whole), pinned(damaged)]
    damaged.write_bytes(damaged.read_bytes()[:-1])
    assert found_wheels(tmp_path, pins) == ({pins[0]: whole}, {pins[1]: damaged})


def test_names_are_compared_as_indexes_do(tmp_path: Path) -> None:
    path = make_wheel(tmp_path, "Typing_Extensions", "4.16.0")
    pin = replace(pinned(path), name="typing-extensions")
    assert found_wheels(tmp_path, [pin])[0] == {pin: path}


def test_a_bundle_tells_for_which_computer_it_is(tmp_path: Path) -> None:
    bundle = Bundle("torch", "cpu", "3.12", "windows", {"torch": "2.13.0"})
    write_bundle(tmp_path, bundle)
    assert read_bundle(tmp_path) == bundle
    with pytest.raises(EngineError, match="on Windows, but this is Python"):
        require_bundle(tmp_path, "torch", HERE)
    with pytest.raises(EngineError, match="for the engine torch, not for openvino"):
        require_bundle(tmp_path, "openvino", HERE)
    assert require_bundle(tmp_path, "torch", Target("3.12", PLATFORMS[2])) == bundle


@pytest.mark.parametrize("content", ["", "[]", '{"format": 2}', '{"format": 1, "packages": 3}'])
def test_a_folder_that_does_not_say_is_taken_as_it_is(tmp_path: Path, content: str) -> None:
    (tmp_path / BUNDLE).write_text(content)
    assert require_bundle(tmp_path, "torch", HERE) is None


def test_what_is_missing_or_damaged_is_named(tmp_path: Path) -> None:
    path = make_wheel(tmp_path, "helper", "1")
    pins = [pinned(path), Pin("torch", "2.13.0", ("0" * 64,))]
    with pytest.raises(EngineError, match=r"lacks the package torch 2\.13\.0 for Python 3\.12"):
        require_wheels(tmp_path, pins, "torch", HERE)
    path.write_bytes(b"short")
    with pytest.raises(EngineError, match=r"helper-1-py3-none-any\.whl is damaged"):
        require_wheels(tmp_path, pins, "torch", HERE)
    with pytest.raises(EngineError, match="lacks the package helper"):
        require_wheels(tmp_path / "nowhere", pins, "torch", HERE)
