"""The command line tells people and scripts what happened."""

from __future__ import annotations

import io
import json
import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import Callable, NamedTuple, TextIO

import pytest
from osgeo import gdal

from qgis_pansharp.backend import cli
from qgis_pansharp.backend.cli import main
from qgis_pansharp.backend.errors import GeometryError, OutputError
from qgis_pansharp.backend.request import SharpenRequest, SharpenResult
from qgis_pansharp.backend.sharpen import sharpen
from tests.backend.rasters import ORIGIN, pair, textured, write
from tests.backend.tiny_model import write_tiny_model


def arguments(folder: Path, *more: str) -> list[str]:
    pan, ms = pair(folder, 64, 64)
    model = write_tiny_model(folder / "tiny.onnx")
    return ["sharpen", str(pan), str(ms), str(folder / "out.tif"), "--model", str(model), *more]


def test_json_describes_the_run(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(arguments(tmp_path, "--json", "--co", "COMPRESS=LZW")) == 0
    report = json.loads(capsys.readouterr().out)
    assert report["output"] == str(tmp_path / "out.tif")
    assert report["model"] == "tiny"
    assert report["engine"] == "builtin"
    assert (report["rows"], report["columns"], report["bands"]) == (64, 64, 4)
    assert report["seconds"] > 0


def test_people_get_one_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(arguments(tmp_path)) == 0
    out = capsys.readouterr().out
    assert out.count("\n") == 1
    assert "64 x 64 pixels" in out


def test_an_existing_output_is_replaced_only_on_demand(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(arguments(tmp_path)) == 0
    assert main(arguments(tmp_path)) == OutputError.exit_code
    assert main(arguments(tmp_path, "--overwrite")) == 0
    assert "--overwrite" in capsys.readouterr().err


def test_an_area_is_sharpened_alone(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    x, y = ORIGIN
    area = [str(value) for value in (x + 4, y - 20, x + 14, y - 8)]
    assert main(arguments(tmp_path, "--json", "--area", *area)) == 0
    report = json.loads(capsys.readouterr().out)
    assert (report["rows"], report["columns"]) == (24, 20)
    assert main(arguments(tmp_path, "--overwrite", "--area", "-5", "-5", "-1", "-1.5")) == 4
    assert "no pixel in common" in capsys.readouterr().err


def test_a_run_may_be_kept_small(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    requests: list[SharpenRequest] = []

    def remember(request: SharpenRequest, _: object) -> SharpenResult:
        requests.append(request)
        return sharpen(request)

    monkeypatch.setattr(cli, "sharpen", remember)
    given = arguments(tmp_path, "--threads", "1", "--block-size", "70")
    assert main([*given, "--model-folder", str(tmp_path)]) == 0
    assert requests[0].threads == 1
    assert requests[0].block_size == 70
    assert requests[0].model_folder == tmp_path


@pytest.mark.parametrize("option", ["--threads", "--block-size"])
@pytest.mark.parametrize("value", ["-1", "1.5", "many"])
def test_numbers_that_make_no_sense_are_wrong_usage(option: str, value: str) -> None:
    with pytest.raises(SystemExit) as caught:
        main(["sharpen", "pan.tif", "ms.tif", "out.tif", f"{option}={value}"])
    assert caught.value.code == 2


@pytest.mark.parametrize("isolated", [False, True])
def test_an_engine_runs_in_this_process_or_in_one_of_its_own(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    isolated: bool,
) -> None:
    pytest.importorskip("onnxruntime")
    started: list[list[str]] = []
    spawn = subprocess.Popen.__init__

    def noted(
        self: subprocess.Popen[bytes], command: list[str], *rest: object, **more: object
    ) -> None:
        started.append(command)
        spawn(self, command, *rest, **more)  # type: ignore[arg-type, call-overload]

    monkeypatch.setattr(subprocess.Popen, "__init__", noted)
    given = arguments(tmp_path, "--engine", "onnxruntime", "--device", "cpu", "--json")
    assert main([*given, "--precision", "full", *(["--isolate"] if isolated else [])]) == 0
    assert json.loads(capsys.readouterr().out)["engine"] == "onnxruntime"
    assert [command for command in started if "engines.worker" in command] == started[:isolated]
    assert len(started) == isolated


def test_the_models_of_a_folder_are_listed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write_tiny_model(tmp_path / "tiny.onnx")
    (tmp_path / "noise.onnx").write_bytes(b"noise")
    assert main(["models", "--json", "--model-folder", str(tmp_path)]) == 0
    caught = capsys.readouterr()
    assert json.loads(caught.out)[-1]["id"] == "tiny"
    assert "noise.onnx" in caught.err


def test_errors_are_one_line_on_standard_error_and_an_exit_code(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    given = arguments(tmp_path)
    write(tmp_path / "ms.tif", textured(4, 32, 32), pixel=1.0)
    assert main(given) == GeometryError.exit_code
    caught = capsys.readouterr()
    assert caught.out == ""
    assert caught.err.count("\n") == 1
    assert main([*given, "--json"]) == GeometryError.exit_code
    assert json.loads(capsys.readouterr().out)["error"] == "GeometryError"


def test_what_was_chosen_is_told_where_nobody_reads_json(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    given = arguments(tmp_path, "--engine", "builtin")
    assert main(given) == 0
    told = capsys.readouterr()
    assert "on engine builtin" in told.err
    assert "\r" not in told.err  # a bar is for terminals
    assert main([*given, "--overwrite", "--json"]) == 0
    assert capsys.readouterr().err == ""


def test_gdal_is_told_which_way_to_fail() -> None:
    gdal.UseExceptions()
    try:
        assert main(["models"]) == 0
        assert not gdal.GetUseExceptions()
    finally:
        gdal.DontUseExceptions()


def test_wrong_usage_exits_with_2() -> None:
    with pytest.raises(SystemExit) as caught:
        main(["sharpen", "only-pan.tif"])
    assert caught.value.code == 2


def test_models_and_engines_are_listed(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["models", "--json"]) == 0
    cards = json.loads(capsys.readouterr().out)
    assert {card["network"] for card in cards} == {"sipsanet", "cf2n"}
    assert main(["engines", "--json"]) == 0
    engines = {e["name"]: e["available"] for e in json.loads(capsys.readouterr().out)}
    assert engines["builtin"] is True
    assert main(["models"]) == 0
    assert main(["engines"]) == 0
    assert "builtin: ready" in capsys.readouterr().out


# reads the first block, and is told to end by then
SIGNALLED = """
import os, signal, sys
from qgis_pansharp.backend import pixels
from qgis_pansharp.backend.cli import main
number, ignored = int(sys.argv[1]), sys.argv[2] == "ignored"
default = signal.default_int_handler if number == signal.SIGINT else signal.SIG_DFL
signal.signal(number, signal.SIG_IGN if ignored else default)
read = pixels.PairReader.read
def interrupted(self, *rest):
    os.kill(os.getpid(), number)
    return read(self, *rest)
pixels.PairReader.read = interrupted
"""
MAIN = "sys.exit(main(sys.argv[3:]))"


# what is to happen besides, or instead of the signal at the first block
DISTURBED = """
from qgis_pansharp.backend.raster import Writer
discard = Writer.discard
def disturbed(self):
    os.kill(os.getpid(), number)
    discard(self)
Writer.discard = disturbed
"""
CLOSING = """
pixels.PairReader.read = read
from qgis_pansharp.backend.engines.steady import SteadyEngine
close = SteadyEngine.close
def interrupted(self):
    os.kill(os.getpid(), number)
    close(self)
SteadyEngine.close = interrupted
"""
LATE = """
pixels.PairReader.read = read
class Late:
    def __del__(self, kill=os.kill, process=os.getpid(), number=number):
        kill(process, number)
sys.late = Late()  # goes when Python ends
"""
SIGNALS = [signal.SIGINT, signal.SIGTERM, signal.SIGHUP]


class Ended(NamedTuple):
    """How a run ended that got a signal."""

    code: int
    errors: list[str]  # lines
    made: set[str]  # names of files


@pytest.fixture
def ended(tmp_path: Path) -> Callable[..., Ended]:
    """Run in a process of its own, which sends itself a signal."""

    def run_it(number: signal.Signals, besides: str = "", how: str = "heeded") -> Ended:
        given = arguments(tmp_path)
        before = set(tmp_path.iterdir())
        finished = subprocess.run(
            [sys.executable, "-c", f"{SIGNALLED}{besides}{MAIN}", str(int(number)), how, *given],
            capture_output=True,
            text=True,
            check=False,
        )
        made = {path.name for path in set(tmp_path.iterdir()) - before}
        return Ended(finished.returncode, finished.stderr.splitlines(), made)

    return run_it


@pytest.mark.parametrize("number", SIGNALS)
@pytest.mark.parametrize("besides", ["", DISTURBED, CLOSING], ids=["", "twice", "closing"])
def test_a_signal_that_ends_the_process_leaves_nothing(
    ended: Callable[..., Ended], number: signal.Signals, besides: str
) -> None:
    how = ended(number, besides)
    assert (how.code, how.made) == (128 + number, set())
    assert how.errors[-1] == "pansharp: cancelled; no output was left behind."


@pytest.mark.parametrize("number", SIGNALS)
def test_a_signal_that_is_to_be_ignored_is(
    ended: Callable[..., Ended], number: signal.Signals
) -> None:
    how = ended(number, how="ignored")
    assert (how.code, how.made) == (0, {"out.tif"})


@pytest.mark.parametrize("number", SIGNALS)
def test_a_signal_after_the_run_does_not_change_how_it_ended(
    ended: Callable[..., Ended], number: signal.Signals
) -> None:
    how = ended(number, LATE)
    assert (how.code, how.made) == (0, {"out.tif"})


def run(
    given: list[str], stdout: int | TextIO, encoding: str = "utf-8", **environment: str
) -> tuple[int, str]:
    """Run the command line in a process of its own; return exit code and standard error."""
    code = "import sys; from qgis_pansharp.backend.cli import main; sys.exit(main(sys.argv[1:]))"
    finished = subprocess.run(
        [sys.executable, "-c", code, *given],
        stdout=stdout,
        stderr=subprocess.PIPE,
        check=False,
        env={**os.environ, "PYTHONIOENCODING": encoding, **environment},
    )
    return finished.returncode, finished.stderr.decode(encoding)


@pytest.mark.parametrize("json_too", [False, True])
def test_an_output_that_the_terminal_cannot_spell_is_made(tmp_path: Path, json_too: bool) -> None:
    given = arguments(tmp_path, *(["--json"] if json_too else []))
    given[3] = str(tmp_path / "出力.tif")
    told = tmp_path / "told"
    with told.open("w") as stdout:
        code, errors = run(given, stdout, "cp1252")
    assert (code, "failure" in errors) == (0, False)
    assert Path(given[3]).is_file()
    text = told.read_text("ascii")
    if json_too:
        assert json.loads(text)["output"] == given[3]
    else:
        assert "\\u51fa\\u529b.tif: 64 x 64 pixels" in text


def test_an_error_that_the_terminal_cannot_spell_is_told(tmp_path: Path) -> None:
    code, errors = run(["sharpen", "出力.tif", "ms.tif", "out.tif"], subprocess.DEVNULL, "cp1252")
    assert code == 3
    assert errors.startswith("pansharp: PAN file '\\u51fa\\u529b.tif' does not exist")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no full device")
@pytest.mark.parametrize("json_too", [False, True])
def test_a_result_that_nobody_can_take_is_no_failure(tmp_path: Path, json_too: bool) -> None:
    given = arguments(tmp_path, *(["--json"] if json_too else []))
    with Path("/dev/full").open("w") as full:
        code, errors = run(given, full)
    assert code == 0
    assert (tmp_path / "out.tif").is_file()
    assert "the result cannot be printed" in errors.splitlines()[-1]
    assert "Traceback" not in errors
    with Path("/dev/full").open("w") as full:
        code, errors = run(["models"], full)
    assert code == 1  # nothing is left of a list
    assert errors.count("\n") == 1


@pytest.mark.parametrize("command", ["models", "sharpen"])
def test_a_pipe_that_nobody_reads_is_no_failure_and_no_traceback(
    tmp_path: Path, command: str
) -> None:
    given = arguments(tmp_path, "--json") if command == "sharpen" else ["models", "--json"]
    reading, writing = os.pipe()
    os.close(reading)
    try:
        code, errors = run(given, writing)
    finally:
        os.close(writing)
    assert errors == ""
    assert code == (1 if command == "models" else 0)
    assert (tmp_path / "out.tif").is_file() == (command == "sharpen")


def test_lines_that_nobody_can_take_stop_no_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Gone(io.StringIO):
        def write(self, _: str) -> int:
            raise OSError(5, "the terminal has gone")

    monkeypatch.setattr(sys, "stderr", Gone())
    assert main(arguments(tmp_path, "--engine", "builtin")) == 0
    monkeypatch.setattr(sys, "stderr", None)  # as Python starts where it is closed
    assert main(arguments(tmp_path, "--engine", "builtin", "--overwrite")) == 0


def test_without_projs_database_the_crs_is_written_all_the_same(tmp_path: Path) -> None:
    given = arguments(tmp_path, "--engine", "builtin")
    nowhere = str(tmp_path / "proj")  # as where another program's PROJ is named
    code, errors = run(given, subprocess.DEVNULL, PROJ_LIB=nowhere, PROJ_DATA=nowhere)
    assert (code, "PROJ: " in errors) == (0, True)
    pan, output = (gdal.Open(given[i]) for i in (1, 3))
    assert output.GetSpatialRef().IsSame(pan.GetSpatialRef())
    assert output.GetGeoTransform() == pan.GetGeoTransform()


def test_numbers_with_an_exponent_are_no_options(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    area = ["-2.e1", "-1.5E+1", "-.1e1", "-5e-05"]
    assert main(arguments(tmp_path, "--area", *area)) == GeometryError.exit_code
    assert "no pixel in common" in capsys.readouterr().err
