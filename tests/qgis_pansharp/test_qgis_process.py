"""The packaged plugin in QGIS's own command line, in a profile of its own."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Callable

import pytest

from qgis_pansharp.backend.environments import Environment
from qgis_pansharp.backend.environments.records import write_record
from qgis_pansharp.backend.models import bundled_models
from tests.backend.engines.fakes import FakeRuntime

# not the wrapper beside it, which adds an option that it then refuses
QGIS = Path("/usr/bin/qgis_process.bin")

pytestmark = pytest.mark.skipif(not QGIS.exists(), reason="QGIS is not installed from Debian")
Process = Callable[[Sequence[str]], "subprocess.CompletedProcess[str]"]


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("home")


@pytest.fixture(scope="module")
def process(build: Path, home: Path) -> Process:
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


# Engines in a process of their own ---------------------------------------------------------------


@pytest.fixture
def runtime(home: Path, tmp_path: Path) -> Iterator[FakeRuntime]:
    """An engine that is installed in QGIS's profile and does what a test wants."""
    (model,) = [m for m in bundled_models() if m.card.id == "sipsanet-4band"]
    made_up = FakeRuntime(tmp_path / "packages", model.card.halo)
    folder = home / ".local/share/QGIS/QGIS3/profiles/default/pansharp/engines"
    folder.mkdir(parents=True, exist_ok=True)
    python = Path(sys.executable)
    write_record(
        folder,
        Environment(
            "onnxruntime",
            python,
            (made_up.folder.parent,),
            "0.0",
            {},
            own=True,
            size=0,
            real=os.path.realpath(python),
        ),
    )
    yield made_up
    shutil.rmtree(folder)


@pytest.mark.parametrize(
    ("deed", "words"),
    [
        ("", ""),
        ("crash", "SIGABRT"),
        ("crash while loading", "SIGABRT"),
        ("fail to load", "libmadeup.so.1"),
        ("garbage", "garbage"),
        ("memory 0", "Memory does not suffice"),
    ],
)
def test_the_scene_is_finished_whatever_happens_to_an_engine(
    process: Process,
    pair: tuple[Path, Path],
    tmp_path: Path,
    runtime: FakeRuntime,
    deed: str,
    words: str,
) -> None:
    output = tmp_path / "out.tif"
    runtime.does(deed)
    choices = ["ENGINE=onnxruntime", "METHOD=sipsanet"]
    done = process(["--json", *sharpen(*pair, output), *choices])
    assert done.returncode == 0, done.stderr
    assert "Traceback" not in done.stderr
    results = json.loads(done.stdout)["results"]
    assert results["ENGINE"] == ("builtin" if deed else "onnxruntime")
    assert words in done.stdout + done.stderr
    assert output.exists()
