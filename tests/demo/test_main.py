"""`make demo` works, and works again."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

import pytest

from demo.__main__ import QGIS_PROCESS, main
from scripts.package import stage

pytestmark = pytest.mark.skipif(not Path(QGIS_PROCESS).exists(), reason="QGIS is not installed")


def test_the_demonstration_can_be_repeated(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    build = tmp_path / "build"
    stage(build)
    monkeypatch.setattr("demo.__main__.write_scene", small_scene)
    monkeypatch.setattr(sys, "argv", ["demo", "--build", str(build)])
    for _ in range(2):
        assert main() == 0
        printed = capsys.readouterr().out
        assert f"GeoTIFF: {build / 'demo' / 'sharpened.tif'}" in printed
        assert f"Picture: {build / 'demo' / 'sharpened.png'}" in printed
        assert "sipsanet-4band" in printed
        assert "builtin" in printed
        assert "megapixels/s" in printed
    assert (build / "demo" / "sharpened.png").stat().st_size > 1000


def small_scene(folder: Path) -> None:
    """Stand in for the scene of 1024 pixels."""
    from demo.scene import write_scene

    made = folder / "made"
    for path in write_scene(made, size=256):
        shutil.move(path, folder / path.name)


def test_one_file_alone_is_wrong_usage(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "argv", ["demo", "--build", str(tmp_path), "--pan", "pan.tif"])
    with pytest.raises(SystemExit) as caught:
        main()
    assert caught.value.code == 2
