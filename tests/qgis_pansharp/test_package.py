"""The zip is what the plugin repository takes."""

from __future__ import annotations

import zipfile
from pathlib import Path, PurePosixPath

import pytest

from scripts import package

ALLOWED = {".py", ".svg", ".ui", ".onnx", ".qm", ".txt", ".html", ".png", ""}


@pytest.fixture(scope="module")
def names(build: Path, tmp_path_factory: pytest.TempPathFactory) -> list[PurePosixPath]:
    archive = tmp_path_factory.mktemp("zip") / "plugin.zip"
    package.write_zip(package.stage(build), archive)
    with zipfile.ZipFile(archive) as opened:
        assert opened.testzip() is None
        return [PurePosixPath(name) for name in opened.namelist()]


def test_one_top_folder_holds_what_qgis_needs(names: list[PurePosixPath]) -> None:
    assert {name.parts[0] for name in names} == {"qgis_pansharp"}
    for needed in ("__init__.py", "metadata.txt", "LICENSE", "icon.svg", "i18n/pansharp_de.qm"):
        assert PurePosixPath("qgis_pansharp", needed) in names


def test_nothing_but_sources_models_and_translations(names: list[PurePosixPath]) -> None:
    assert [n for n in names if n.suffix not in ALLOWED] == []
    assert [n for n in names if "__pycache__" in n.parts] == []
    assert [n.name for n in names if not n.suffix] == ["LICENSE"]
    assert {n.parts[1] for n in names if n.suffix in (".html", ".png")} == {"help"}


def test_backend_comes_with_its_models_and_networks(names: list[PurePosixPath]) -> None:
    backend = PurePosixPath("qgis_pansharp", "backend")
    assert backend / "sharpen.py" in names
    assert backend / "networks" / "sipsanet.py" in names  # for PyTorch's engine
    models = {path.name for path in (package.ROOT / "backend" / "models").glob("*.onnx")}
    assert models
    assert {n.name for n in names if n.suffix == ".onnx"} == models


def test_same_sources_make_the_same_bytes(tmp_path: Path) -> None:
    zips = []
    for name in ("a", "b"):
        zips.append(tmp_path / f"{name}.zip")
        assert package.write_zip(package.stage(tmp_path / name), zips[-1]) <= 25_000_000
    assert zips[0].read_bytes() == zips[1].read_bytes()


def test_what_a_stage_held_before_is_gone(tmp_path: Path) -> None:
    stale = tmp_path / "qgis_pansharp" / "stale.py"
    stale.parent.mkdir()
    stale.touch()
    package.stage(tmp_path)
    assert not stale.exists()


def test_a_zip_that_is_too_large_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(package, "LIMIT", 1000)
    assert package.main([str(tmp_path)]) == 1
    assert "1,000; leave a model out." in capsys.readouterr().err
