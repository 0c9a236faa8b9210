"""What is installed is written down in one step, and what is not written down goes away."""

from __future__ import annotations

import json
import os
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from qgis_pansharp.backend.engines.options import Device
from qgis_pansharp.backend.environments import records
from qgis_pansharp.backend.environments.records import (
    Environment,
    default_folder,
    delete_record,
    locked,
    new_folder,
    read_record,
    record_file,
    remove_leftovers,
    size_of,
    write_record,
)

ENGINES = ("onnxruntime", "torch")


def environment(root: Path, number: int = 1) -> Environment:
    """Return an environment with a file in it."""
    folder = root / f"torch-{number}"
    python = folder / "bin" / "python3"
    python.parent.mkdir(parents=True)
    python.write_bytes(b"12345")
    return Environment(
        engine="torch",
        python=python,
        paths=(folder / "site",),
        version="2.13.0+cpu",
        versions={"torch": "2.13.0+cpu", "numpy": "2.4.6"},
        own=False,
        size=5,
        variant="cpu",
        devices=(Device("cpu", "CPU"), Device("cuda:0", "NVIDIA H200", 150)),
        device="CPU (PyTorch)",
        speed=0.75,
        note="",
        python_version="3.11.2",
        folder=folder,
        real=os.path.realpath(python),
    )


def test_what_is_written_is_read(tmp_path: Path) -> None:
    made = environment(tmp_path)
    write_record(tmp_path, made)
    assert read_record(tmp_path, "torch") == made
    assert [path.name for path in tmp_path.glob("torch.*")] == ["torch.json"]
    delete_record(tmp_path, "torch")
    assert read_record(tmp_path, "torch") is None


def test_a_python_of_the_users_own_is_kept_by_its_path(tmp_path: Path) -> None:
    own = replace(
        environment(tmp_path), python=Path(sys.executable), paths=(), folder=None, own=True, size=0
    )
    write_record(tmp_path, own)
    assert read_record(tmp_path, "torch") == own


def test_a_profile_may_be_moved(tmp_path: Path) -> None:
    write_record(tmp_path / "old", environment(tmp_path / "old"))
    (tmp_path / "old").rename(tmp_path / "new")
    moved = read_record(tmp_path / "new", "torch")
    assert moved is not None
    assert moved.python == tmp_path / "new" / "torch-1" / "bin" / "python3"


@pytest.mark.parametrize(
    "content",
    [
        "",
        "[]",
        "null",
        '{"format": 1}',
        '{"format": 99}',
        '{"format": 1, "folder": "../../etc", "python": "x", "paths": []}',
    ],
)
def test_a_damaged_record_counts_as_none(tmp_path: Path, content: str) -> None:
    record_file(tmp_path, "torch").write_text(content)
    assert read_record(tmp_path, "torch") is None


def test_a_record_leads_nowhere_else(tmp_path: Path) -> None:
    write_record(tmp_path, environment(tmp_path))
    content = json.loads(record_file(tmp_path, "torch").read_text())
    content["folder"] = "../torch-1"
    record_file(tmp_path, "torch").write_text(json.dumps(content))
    assert read_record(tmp_path, "torch") is None


def test_writing_that_fails_leaves_the_old_record(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    old = environment(tmp_path)
    write_record(tmp_path, old)

    def fail(*_: object) -> None:
        raise OSError("no")

    monkeypatch.setattr(os, "replace", fail)
    with pytest.raises(OSError, match="no"):
        write_record(tmp_path, environment(tmp_path, 2))
    assert read_record(tmp_path, "torch") == old
    assert not list(tmp_path.glob("*.new"))


def test_another_interpreter_in_the_same_place_is_noticed(tmp_path: Path) -> None:
    """As after an update of the system, which moves /usr/bin/python3 on."""
    first, second = tmp_path / "python3.11", tmp_path / "python3.13"
    first.touch()
    second.touch()
    link = tmp_path / "python3"
    link.symlink_to(first)
    made = replace(environment(tmp_path), python=link, real=os.path.realpath(link))
    assert made.stands()
    link.unlink()
    link.symlink_to(second)
    assert not made.stands()
    link.unlink()
    assert not made.stands()


def test_a_virtual_environment_needs_the_python_it_came_from(tmp_path: Path) -> None:
    made = environment(tmp_path)
    assert made.folder is not None
    home = tmp_path / "QGIS" / "apps" / "Python312"
    home.mkdir(parents=True)
    (made.folder / "pyvenv.cfg").write_text(f"home = {home}\nversion = 3.12.4\n")
    assert made.stands()
    home.rmdir()
    assert not made.stands()


def test_only_what_counts_stays(tmp_path: Path) -> None:
    kept = environment(tmp_path, 3)
    write_record(tmp_path, kept)
    for name in ("torch-1", "torch-12", "onnxruntime-7", "torch-notes", "tensorflow-1"):
        (tmp_path / name).mkdir()
    (tmp_path / "torch.abc.new").touch()
    assert new_folder(tmp_path, "torch").name == "torch-13"
    assert remove_leftovers(tmp_path, ENGINES) == []
    assert sorted(path.name for path in tmp_path.iterdir()) == [
        "tensorflow-1",
        "torch-3",
        "torch-notes",
        "torch.json",
    ]
    assert new_folder(tmp_path, "openvino").name == "openvino-1"


def test_what_is_in_use_stays_and_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "torch-1").mkdir()
    monkeypatch.setattr(records, "delete_folder", lambda _: None)
    assert remove_leftovers(tmp_path, ENGINES) == [tmp_path / "torch-1"]


def test_a_folder_is_changed_by_one_at_a_time(tmp_path: Path) -> None:
    with locked(tmp_path) as first, locked(tmp_path) as second:
        assert first
        assert not second
    with locked(tmp_path) as third:
        assert third


def test_the_size_is_that_of_all_files(tmp_path: Path) -> None:
    environment(tmp_path)
    (tmp_path / "link").symlink_to(tmp_path / "torch-1")
    assert size_of(tmp_path / "torch-1") == 5


def test_the_folder_follows_the_systems_custom(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("PANSHARP_ENGINES", str(tmp_path / "elsewhere"))
    assert default_folder() == tmp_path / "elsewhere"
    monkeypatch.delenv("PANSHARP_ENGINES")
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    assert default_folder() == tmp_path / "pansharp" / "engines"
    monkeypatch.delenv("XDG_DATA_HOME")
    monkeypatch.setenv("HOME", str(tmp_path))
    assert default_folder() == tmp_path / ".local" / "share" / "pansharp" / "engines"
