"""What blocks an upload to the plugin repository, and mypy: `python scripts/lint.py BUILD`.

Bandit and detect-secrets look at what the zip holds; any finding fails, whatever its severity.
mypy sees the sources under their import name `qgis_pansharp.backend`, as they are installed.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def run(command: list[str], folder: Path, **environment: str) -> bool:
    """Run a checker of this Python's environment; return whether it was content."""
    print("+", " ".join(command), flush=True)
    finished = subprocess.run(
        [sys.executable, "-m", *command], cwd=folder, env={**os.environ, **environment}, check=False
    )
    return finished.returncode == 0


def find_secrets(folder: Path) -> bool:
    """Run detect-secrets over a folder; return whether it found nothing."""
    print("+ detect_secrets scan --all-files", flush=True)
    finished = subprocess.run(
        [sys.executable, "-m", "detect_secrets", "scan", "--all-files", "."],
        cwd=folder,
        capture_output=True,
        text=True,
        check=True,
    )
    findings = json.loads(finished.stdout)["results"]
    for file, places in findings.items():
        for place in places:
            print(f"{file}:{place['line_number']}: {place['type']}")
    return not findings


def main(build: Path) -> int:
    """Run all checks; return 1 where one of them found something."""
    folder = build / "lint"
    shutil.rmtree(folder, ignore_errors=True)
    shipped, typed = folder / "zip", folder / "typed"
    with zipfile.ZipFile(build / "qgis_pansharp.zip") as archive:
        archive.extractall(shipped)  # our own zip
    ignored = shutil.ignore_patterns("__pycache__", "*.onnx")
    shutil.copytree(ROOT / "qgis_pansharp", typed / "qgis_pansharp", ignore=ignored)
    shutil.copytree(ROOT / "backend", typed / "qgis_pansharp" / "backend", ignore=ignored)
    for room in ("training", "demo", "scripts"):
        shutil.copytree(ROOT / room, typed / room, ignore=ignored)
    config = str(ROOT / "pyproject.toml")
    content = [
        run(["mypy", "--config-file", config, "."], typed),
        run(["bandit", "-q", "-r", "."], shipped),
        find_secrets(shipped),
    ]
    return 0 if all(content) else 1


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]).resolve()))
