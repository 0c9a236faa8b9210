"""A finished file takes a free name, or that of a file which it may replace."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from qgis_pansharp.backend.raster.placing import move_to_free_name, put_in_place


@pytest.fixture(params=[True, False], ids=["links", "no links"])
def _links(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Work on file systems with hard links and without."""

    def refused(*_: object) -> None:
        raise OSError(errno.EPERM, os.strerror(errno.EPERM))

    if not request.param:
        monkeypatch.setattr(os, "link", refused)


def made(folder: Path) -> Path:
    """Make a file with every sort of sidecar."""
    for ending in (".tif", ".tif.aux.xml", ".tfw", "_RPC.TXT"):
        (folder / f".m{ending}").write_text(f"new{ending}")
    return folder / ".m.tif"


def content(folder: Path) -> dict[str, str]:
    return {path.name: path.read_text() for path in folder.iterdir()}


NEW = {
    "out.tiff": "new.tif",
    "out.tiff.aux.xml": "new.tif.aux.xml",
    "out.tfw": "new.tfw",
    "out_RPC.TXT": "new_RPC.TXT",
}


@pytest.mark.usefixtures("_links")
def test_sidecars_bear_the_targets_name(tmp_path: Path) -> None:
    put_in_place(made(tmp_path), tmp_path / "out.tiff", replace=False)
    assert content(tmp_path) == NEW


@pytest.mark.usefixtures("_links")
@pytest.mark.parametrize("taken", ["out.tiff", "out.tfw", "out_RPC.TXT"])
def test_a_name_that_is_taken_stays_as_it_is(tmp_path: Path, taken: str) -> None:
    before = {taken: "precious", "out.tiff.ovr": "precious", "out.tiff.aux.xml": "precious"}
    for name, text in before.items():
        (tmp_path / name).write_text(text)
    with pytest.raises(FileExistsError) as caught:
        put_in_place(made(tmp_path), tmp_path / "out.tiff", replace=False)
    assert taken in (
        Path(str(name)).name for name in (caught.value.filename, caught.value.filename2)
    )
    after = {name: text for name, text in content(tmp_path).items() if not name.startswith(".m")}
    assert after == before


def test_a_file_is_replaced_with_all_that_was_derived_from_it(tmp_path: Path) -> None:
    for name in ("out.tiff", "out.tfw", "out.tiff.ovr", "out.tiff.aux.xml", "out.tiff.msk"):
        (tmp_path / name).write_text("old")
    put_in_place(made(tmp_path), tmp_path / "out.tiff", replace=True)
    assert content(tmp_path) == NEW


def test_what_cannot_be_replaced_keeps_its_sidecars(tmp_path: Path) -> None:
    (tmp_path / "out.tiff").mkdir()  # as a file that another program has open elsewhere
    (tmp_path / "out.tiff.ovr").write_text("old")
    (tmp_path / "out.tfw").write_text("old")
    with pytest.raises(OSError):
        put_in_place(made(tmp_path), tmp_path / "out.tiff", replace=True)
    assert (tmp_path / "out.tiff.ovr").read_text() == "old"
    assert (tmp_path / "out.tfw").read_text() == "old"


def test_what_is_derived_from_a_file_that_has_gone_goes(tmp_path: Path) -> None:
    (tmp_path / "out.tiff.ovr").write_text("old")
    put_in_place(made(tmp_path), tmp_path / "out.tiff", replace=False)
    assert content(tmp_path) == NEW


@pytest.mark.usefixtures("_links")
def test_a_free_name_is_taken_by_moving(tmp_path: Path) -> None:
    (tmp_path / "a").write_text("a")
    move_to_free_name(tmp_path / "a", tmp_path / "b")
    assert content(tmp_path) == {"b": "a"}


def test_a_name_that_was_reserved_in_vain_is_free_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(*_: object) -> None:
        raise PermissionError(errno.EPERM, os.strerror(errno.EPERM))

    monkeypatch.setattr(os, "link", refused)
    monkeypatch.setattr(Path, "replace", refused)
    (tmp_path / "a").write_text("a")
    with pytest.raises(PermissionError):
        move_to_free_name(tmp_path / "a", tmp_path / "b")
    assert content(tmp_path) == {"a": "a"}


@pytest.mark.parametrize("replace", [True, False])
def test_a_name_that_leaves_no_room_for_sidecars_is_taken(tmp_path: Path, replace: bool) -> None:
    target = tmp_path / f"{'x' * (os.pathconf(tmp_path, 'PC_NAME_MAX') - 4)}.tif"
    (tmp_path / ".m.tif").write_text("new")
    put_in_place(tmp_path / ".m.tif", target, replace)
    assert content(tmp_path) == {target.name: "new"}
