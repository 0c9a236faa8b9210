"""The command line tells people and scripts what happened."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
from pathlib import Path

import pytest

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


def test_a_signal_that_ends_the_process_leaves_nothing(tmp_path: Path) -> None:
    given = arguments(tmp_path)
    before = sorted(tmp_path.iterdir())
    script = """
import os, signal, sys
from qgis_pansharp.backend import pixels
from qgis_pansharp.backend.cli import main
read = pixels.PairReader.read
def interrupted(self, *rest):
    os.kill(os.getpid(), signal.SIGTERM)
    return read(self, *rest)
pixels.PairReader.read = interrupted
sys.exit(main(sys.argv[1:]))
"""
    finished = subprocess.run(
        [sys.executable, "-c", script, *given], capture_output=True, text=True, check=False
    )
    assert finished.returncode == 128 + signal.SIGTERM
    assert finished.stderr.splitlines()[-1] == "pansharp: cancelled; no output was left behind."
    assert sorted(tmp_path.iterdir()) == before
