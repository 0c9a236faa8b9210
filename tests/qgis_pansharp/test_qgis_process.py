"""The packaged plugin in QGIS's own command line, in a profile of its own."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Sequence
from pathlib import Path
from typing import Callable

import pytest

# not the wrapper beside it, which adds an option that it then refuses
QGIS = Path("/usr/bin/qgis_process.bin")

pytestmark = pytest.mark.skipif(not QGIS.exists(), reason="QGIS is not installed from Debian")
Process = Callable[[Sequence[str]], "subprocess.CompletedProcess[str]"]


@pytest.fixture(scope="module")
def process(build: Path, tmp_path_factory: pytest.TempPathFactory) -> Process:
    home = tmp_path_factory.mktemp("home")
    runtime = home / "runtime"
    runtime.mkdir(mode=0o700)
    environment = {
        "HOME": str(home),
        "LANG": "C.UTF-8",
        "PATH": "/usr/bin:/bin",
        "PYTHONDONTWRITEBYTECODE": "1",
        "QGIS_PLUGINPATH": str(build),
        "QT_QPA_PLATFORM": "offscreen",
        "XDG_RUNTIME_DIR": str(runtime),
    }

    def run(arguments: Sequence[str]) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [str(QGIS), *arguments], env=environment, capture_output=True, text=True, timeout=300
        )

    enabled = run(["plugins", "enable", "qgis_pansharp"])
    assert enabled.returncode == 0, enabled.stderr
    return run


def sharpen(pan: Path, ms: Path, output: Path) -> list[str]:
    return ["run", "pansharp:sharpen", "--", f"PAN={pan}", f"MS={ms}", f"OUTPUT={output}"]


def test_help_lists_every_parameter(process: Process) -> None:
    done = process(["help", "pansharp:sharpen"])
    assert done.returncode == 0
    for name in ("PAN", "MS", "METHOD", "ENGINE", "CREATION_OPTIONS", "OUTPUT"):
        assert f"\n{name}: " in done.stdout


def test_json_tells_what_was_made(
    process: Process, pair: tuple[Path, Path], tmp_path: Path
) -> None:
    output = tmp_path / "out.tif"
    done = process(["--json", *sharpen(*pair, output)])
    assert done.returncode == 0, done.stderr
    results = json.loads(done.stdout)["results"]
    assert results["OUTPUT"] == str(output)
    assert results["MODEL"]
    assert results["ENGINE"] == "builtin"
    assert results["DEVICE"]
    assert results["SECONDS"] > 0
    assert [path.name for path in tmp_path.iterdir()] == ["out.tif"]


def test_a_wrong_input_is_one_sentence_and_exit_code_1(
    process: Process, pair: tuple[Path, Path], tmp_path: Path
) -> None:
    _, ms = pair
    done = process(sharpen(ms, ms, tmp_path / "out.tif"))
    assert done.returncode == 1
    sentences = [line for line in done.stderr.splitlines() if "exactly one" in line]
    assert len(sentences) == 1
    assert "Traceback" not in done.stderr + done.stdout
    assert list(tmp_path.iterdir()) == []


def test_a_failing_run_is_a_sentence_and_exit_code_1(
    process: Process, pair: tuple[Path, Path], tmp_path: Path
) -> None:
    # the header is fine, but the pixels are cut off: seen only while the blocks are read
    pan = tmp_path / "pan.tif"
    pan.write_bytes(pair[0].read_bytes()[:-4000])
    done = process(sharpen(pan, pair[1], tmp_path / "out.tif"))
    assert done.returncode == 1
    assert "ERROR" in done.stderr
    assert "Traceback" not in done.stderr + done.stdout
    assert [path.name for path in tmp_path.iterdir()] == ["pan.tif"]
