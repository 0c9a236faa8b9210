"""`make demo`: sharpen the sample scene, or the user's files, with QGIS and the staged plugin.

    python3 -m demo --build build [--pan PAN --ms MS] [--method auto] [--engine auto]

Runs the Processing algorithm through `qgis_process` in a profile of its own under the build folder,
then draws a picture of MS, PAN and the result.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from demo.quicklook import QuicklookError, open_views, quicklook, write_png
from demo.scene import write_scene

# the wrapper without .bin hands qgis_process an option that it refuses
QGIS_PROCESS = "/usr/bin/qgis_process.bin"


class DemoError(Exception):
    """The demonstration cannot go on; the message is for the user."""


def qgis_environment(build: Path) -> dict[str, str]:
    """Return an environment with the staged plugin and a profile under the build folder."""
    home = build / "profile"
    runtime = home / "run"
    runtime.mkdir(parents=True, exist_ok=True)
    runtime.chmod(0o700)
    # what the user set for the matrix library, such as a kernel for a processor it does not know
    blas = {k: v for k, v in os.environ.items() if k.startswith(("OPENBLAS_", "OMP_"))}
    return {
        **blas,
        "HOME": str(home),
        "LANG": os.environ.get("LANG", "C.UTF-8"),
        "PATH": "/usr/bin:/bin",
        "QGIS_PLUGINPATH": str(build),
        "QT_QPA_PLATFORM": "offscreen",
        "XDG_RUNTIME_DIR": str(runtime),
    }


def run_qgis(arguments: Sequence[str], environment: Mapping[str, str]) -> str:
    """Run `qgis_process` and return what it printed.

    Raises:
        DemoError: it failed.
    """
    finished = subprocess.run(
        [QGIS_PROCESS, *arguments],
        env=dict(environment),
        capture_output=True,
        text=True,
        check=False,
    )
    if finished.returncode:
        raise DemoError(f"QGIS could not do it:\n{finished.stdout}{finished.stderr}".strip())
    return finished.stdout


def sharpen(pan: Path, ms: Path, output: Path, method: str, engine: str, build: Path) -> Any:
    """Run `pansharp:sharpen` and return its results as a dictionary."""
    environment = qgis_environment(build)
    try:
        run_qgis(["plugins", "enable", "qgis_pansharp"], environment)
    except DemoError as error:  # a second run: QGIS takes it for a failure
        if "already enabled" not in str(error):
            raise
    printed = run_qgis(
        [
            "--json",
            "run",
            "pansharp:sharpen",
            "--",
            f"PAN={pan}",
            f"MS={ms}",
            f"METHOD={method}",
            f"ENGINE={engine}",
            f"OUTPUT={output}",
        ],
        environment,
    )
    try:
        return json.loads(printed[printed.index("{") :])["results"]
    except (ValueError, KeyError) as error:
        raise DemoError(f"QGIS answered in an unknown way:\n{printed}") from error


def main() -> int:
    """Run the demonstration."""
    parser = argparse.ArgumentParser(prog="python3 -m demo", description=__doc__)
    parser.add_argument("--build", type=Path, required=True)
    parser.add_argument("--pan", type=Path)
    parser.add_argument("--ms", type=Path)
    parser.add_argument("--method", default="auto")
    parser.add_argument("--engine", default="auto")
    options = parser.parse_args()
    if (options.pan is None) != (options.ms is None):
        parser.error("give both PAN and MS, or neither")
    build = options.build.resolve()
    folder = build / "demo"
    folder.mkdir(parents=True, exist_ok=True)
    pan, ms, name = options.pan, options.ms, "sharpened"
    if pan is None or ms is None:
        pan, ms = folder / "pan.tif", folder / "ms.tif"
        if not (pan.exists() and ms.exists()):
            print("Drawing the sample scene ...", flush=True)
            write_scene(folder)
    else:
        name = f"{pan.stem}-sharpened"
    if options.method != "auto":
        name += f"-{options.method}"
    output, picture = folder / f"{name}.tif", folder / f"{name}.png"
    print("Sharpening in QGIS ...", flush=True)
    try:
        result = sharpen(pan.resolve(), ms.resolve(), output, options.method, options.engine, build)
    except DemoError as error:
        print(error, file=sys.stderr)
        return 1
    print(f"GeoTIFF: {output}")
    try:
        write_png(quicklook(open_views(pan, ms, output)), picture)
        print(f"Picture: {picture}")
    except QuicklookError as error:
        print(f"No picture: {error}")
    print(f"Model:   {result['MODEL']}")
    print(f"Engine:  {result['ENGINE']} ({result['DEVICE']})")
    print(f"Time:    {result['SECONDS']:.1f} s, {result['MEGAPIXELS_PER_SECOND']:.2f} megapixels/s")
    return 0


if __name__ == "__main__":
    sys.exit(main())
