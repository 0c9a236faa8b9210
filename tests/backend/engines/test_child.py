"""A module of the backend runs in another interpreter, and nothing of ours leaks into it."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

from qgis_pansharp.backend.engines import child

PROBE = (
    "import json, os, sys; import qgis_pansharp, qgis_pansharp.backend.blocks as b; "
    "print(json.dumps([b.__file__, qgis_pansharp.__path__, sys.path, sys.argv, "
    "sys.flags.isolated, sorted(os.environ)]))"
)


def probe(tmp_path: Path, paths: tuple[Path, ...] = (), **surroundings: str) -> list[object]:
    """Run `PROBE` where a module of the backend would run."""
    command = child.command(Path(sys.executable), "engines.worker", "one", "two", paths=paths)
    place = command.index("-c") + 1
    command[place] = command[place].replace(
        "runpy.run_module(", f"(lambda *_, **__: exec({PROBE!r}))("
    )
    done = subprocess.run(
        command,
        env=child.environment(surroundings),
        stdout=subprocess.PIPE,
        check=True,
        cwd=tmp_path,
    )
    found: list[object] = json.loads(done.stdout.splitlines()[0])
    return found


def test_the_backend_is_found_and_the_plugin_is_not(tmp_path: Path) -> None:
    file, path, _, arguments, isolated, _ = probe(tmp_path)
    assert Path(str(file)).name == "blocks.py"
    assert path == []
    assert arguments == ["engines.worker", "one", "two"]
    assert isolated == 1


def test_further_packages_come_first(tmp_path: Path) -> None:
    _, _, path, arguments, _, _ = probe(tmp_path, paths=(tmp_path / "a", tmp_path / "b"))
    assert isinstance(path, list)
    assert path[:2] == [str(tmp_path / "a"), str(tmp_path / "b")]
    assert arguments == ["engines.worker", "one", "two"]


def test_only_what_is_needed_of_the_environment_is_kept(tmp_path: Path) -> None:
    names = probe(
        tmp_path,
        HOME=str(tmp_path),
        PYTHONPATH="/x",
        PYTHONHOME="/y",
        LD_LIBRARY_PATH="/z",
        PROJ_LIB="/p",
        GDAL_DATA="/g",
        QT_PLUGIN_PATH="/q",
        SECRET="s",
    )[5]
    assert isinstance(names, list)
    assert set(names) - {"LC_CTYPE"} == {"HOME", "PATH", "LC_ALL"}


def test_the_choice_of_cards_and_their_order_are_kept_together() -> None:
    chosen = {"CUDA_DEVICE_ORDER": "PCI_BUS_ID", "CUDA_VISIBLE_DEVICES": "1"}
    kept = child.environment(chosen)
    assert {name: kept[name] for name in chosen} == chosen
