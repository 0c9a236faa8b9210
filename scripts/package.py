"""The plugin as one folder and one zip, the same bytes for the same sources.

    python3 scripts/package.py build     # makes build/qgis_pansharp/ and build/qgis_pansharp.zip

Takes the plugin, the backend without its PyTorch networks, compiled translations and the user
guide as a page; needs nothing but Python.
"""

from __future__ import annotations

import argparse
import shutil
import sys
import zipfile
from collections.abc import Iterator, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))  # run as a file, Python sees the folder of this script only

from scripts.guide import GuideError, write_guide  # noqa: E402
from scripts.translations import compile_all  # noqa: E402

NAME = "qgis_pansharp"
LIMIT = 25_000_000  # bytes that the plugin repository takes
EPOCH = (1980, 1, 1, 0, 0, 0)  # the earliest time that a zip can hold
SUFFIXES = {".py", ".svg", ".ui", ".onnx", ".txt"}
LEFT_OUT = {"__pycache__"}


class PackageError(Exception):
    """The plugin cannot be packaged; the message is one sentence."""


def files_of(folder: Path) -> Iterator[Path]:
    """Yield the files of a source folder that belong into the plugin, in a fixed order."""
    for path in sorted(folder.rglob("*")):
        inner = path.relative_to(folder)
        if path.is_file() and path.suffix in SUFFIXES and not LEFT_OUT.intersection(inner.parts):
            yield path


def stage(build: Path) -> Path:
    """Put the plugin's folder together afresh; return it."""
    target = build / NAME
    if target.exists():
        shutil.rmtree(target)
    for source, inside in ((ROOT / NAME, target), (ROOT / "backend", target / "backend")):
        for path in files_of(source):
            copy = inside / path.relative_to(source)
            copy.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(path, copy)
    for name in ("metadata.txt", "LICENSE"):
        shutil.copyfile(ROOT / name, target / name)
    compile_all(target / "i18n")
    write_guide(target / "help")
    return target


def write_zip(folder: Path, path: Path) -> int:
    """Write a staged folder as a zip; return its size in bytes.

    Raises:
        PackageError: the plugin repository would refuse its size.
    """
    with zipfile.ZipFile(path, "w") as archive:
        for file in sorted(f for f in folder.rglob("*") if f.is_file()):
            entry = zipfile.ZipInfo(file.relative_to(folder.parent).as_posix(), EPOCH)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 3  # the same on every system, with ordinary rights
            entry.external_attr = 0o100644 << 16
            archive.writestr(entry, file.read_bytes(), compresslevel=9)
    size = path.stat().st_size
    if size > LIMIT:
        raise PackageError(
            f"{path.name} has {size:,} bytes, but the plugin repository takes {LIMIT:,}; "
            "leave a model out."
        )
    return size


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line; return its exit code."""
    parser = argparse.ArgumentParser(prog="package", description="Package the plugin.")
    parser.add_argument("build", type=Path, metavar="BUILD", help="folder to build in")
    given = parser.parse_args(arguments)
    try:
        folder = stage(given.build)
        path = given.build / f"{NAME}.zip"
        size = write_zip(folder, path)
    except (PackageError, GuideError, OSError) as error:
        print(f"package: {error}", file=sys.stderr)
        return 1
    print(f"{folder}\n{path} ({size:,} bytes)")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
