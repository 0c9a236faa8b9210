"""Pictures of the plugin for the user guide: `python3 scripts/screenshots.py BUILD OUT`.

Starts QGIS on a virtual screen once for each language and theme, on a scene that is made here, and
lets `scripts/photographer.py` press the buttons and take the pictures.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))  # run as a file, Python sees the folder of this script only

from demo.scene import write_scene  # noqa: E402

SCREEN = "1440x960x24"
SIZE = 512  # PAN pixels of the scene
PATIENCE = 600  # seconds for one QGIS


@dataclass(frozen=True)
class Session:
    """One start of QGIS: its language, its theme, and whether a run is shown too."""

    language: str
    theme: str = "default"
    run: bool = False

    @property
    def suffix(self) -> str:
        """Return what tells its pictures from others."""
        return self.language if self.theme == "default" else f"{self.language}-dark"


SESSIONS = (
    Session("en", run=True),
    Session("en", theme="Night Mapping"),
    Session("de"),
    Session("ja"),
)


def photograph(session: Session, build: Path, scene: tuple[Path, Path], output: Path) -> None:
    """Start QGIS and wait until the pictures are there.

    Raises:
        subprocess.SubprocessError: QGIS failed, or took too long.
    """
    with tempfile.TemporaryDirectory() as name:
        profile = Path(name) / "profiles" / "default"
        settings = profile / "QGIS" / "QGIS3.ini"
        settings.parent.mkdir(parents=True)
        settings.write_text(
            "[PythonPlugins]\nqgis_pansharp=true\n"
            f"[locale]\nuserLocale={session.language}\noverrideFlag=true\n"
            f"[UI]\nUITheme={session.theme}\n"
            "[qgis]\ncheckVersion=false\n",
            encoding="utf-8",
        )
        environment = {
            **os.environ,
            "HOME": name,
            "XDG_RUNTIME_DIR": name,
            "QGIS_PLUGINPATH": str(build),
            "QT_QPA_PLATFORM": "xcb",
            "PANSHARP_PAN": str(scene[0]),
            "PANSHARP_MS": str(scene[1]),
            "PANSHARP_PICTURES": str(output),
            "PANSHARP_SUFFIX": session.suffix,
            "PANSHARP_RUN": "1" if session.run else "",
        }
        command = ["xvfb-run", "-a", "-s", f"-screen 0 {SCREEN}", "qgis", "--nologo"]
        command += ["--profiles-path", name, "--lang", session.language]
        command += ["--code", str(ROOT / "scripts" / "photographer.py")]
        subprocess.run(command, env=environment, timeout=PATIENCE, check=True)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line; return its exit code."""
    parser = argparse.ArgumentParser(prog="screenshots", description="Photograph the plugin.")
    parser.add_argument("build", type=Path, help="folder that holds the staged plugin")
    parser.add_argument("output", type=Path, help="folder of the pictures")
    given = parser.parse_args(arguments)
    if shutil.which("xvfb-run") is None or shutil.which("qgis") is None:
        print("screenshots: qgis and xvfb-run are needed", file=sys.stderr)
        return 1
    given.output.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as name:
        scene = write_scene(Path(name), SIZE)
        for session in SESSIONS:
            photograph(session, given.build.resolve(), scene, given.output.resolve())
    for picture in sorted(given.output.glob("*.png")):
        print(picture)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
