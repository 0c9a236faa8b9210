"""The command line installs, checks and removes engines, and tells people and scripts."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from qgis_pansharp.backend.cli import main
from qgis_pansharp.backend.environments import choosing, manager
from tests.backend.environments.made_index import make_lock, make_wheel
from tests.backend.environments.test_manager import checked

ROOT = Path(__file__).parents[2]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of wheels from which a made-up ONNX Runtime can be installed."""
    made = [
        make_wheel(tmp_path / "stick", "onnxruntime", "9.0"),
        make_wheel(tmp_path / "stick", "helper", "1.0"),
    ]
    lock = make_lock(*made)
    monkeypatch.setattr(choosing, "lock_of", lambda *_: lock)
    monkeypatch.setattr(manager, "check", checked)
    return tmp_path / "stick"


def engines(tmp_path: Path, *arguments: str) -> int:
    return main(["engines", arguments[0], "--folder", str(tmp_path / "engines"), *arguments[1:]])


def test_from_installing_to_removing(
    tmp_path: Path, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert engines(tmp_path, "install", "onnxruntime", "--from-folder", str(folder)) == 0
    caught = capsys.readouterr()
    assert caught.out.startswith("onnxruntime 9.0: CPU, 1.50 megapixels/s, ")
    assert caught.out.count("\n") == 1
    assert "%] Unpacking 2 packages" in caught.err
    assert engines(tmp_path, "list") == 0
    assert "  installed: onnxruntime 9.0: CPU" in capsys.readouterr().out
    assert engines(tmp_path, "test", "onnxruntime") == 0
    assert "1.50 megapixels/s" in capsys.readouterr().out
    assert engines(tmp_path, "remove", "onnxruntime") == 0
    assert engines(tmp_path, "remove", "onnxruntime") == 7
    caught = capsys.readouterr()
    assert caught.out == "onnxruntime: removed\n"
    assert "is not installed in" in caught.err


def test_scripts_read_json(
    tmp_path: Path, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    given = ["install", "onnxruntime", "--from-folder", str(folder), "--json"]
    assert engines(tmp_path, *given) == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["engine"], told["version"], told["own"]) == ("onnxruntime", "9.0", False)
    assert told["devices"] == [{"name": "cpu", "title": "CPU", "memory": 0}]
    place = ["--folder", str(tmp_path / "engines")]
    for arguments in (["list", "--json", *place], ["--json", *place, "list"], ["--json", *place]):
        assert main(["engines", *arguments]) == 0
        listed = {entry["name"]: entry for entry in json.loads(capsys.readouterr().out)}
        assert listed["builtin"]["available"] is True
        assert listed["builtin"]["installed"] is None
        assert listed["onnxruntime"]["installed"]["megapixels_per_second"] == 1.5
    assert engines(tmp_path, "remove", "onnxruntime", "--json") == 0
    assert json.loads(capsys.readouterr().out) == {"engine": "onnxruntime", "removed": True}


def test_a_failure_is_one_sentence_and_names_the_log(
    tmp_path: Path, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    # the folder is looked through only after the log was begun
    (folder / "helper-1.0-py3-none-any.whl").write_bytes(b"short")
    given = ["install", "onnxruntime", "--from-folder", str(folder)]
    assert engines(tmp_path, *given) == 7
    caught = capsys.readouterr()
    assert caught.out == ""
    assert "helper-1.0-py3-none-any.whl is damaged" in caught.err
    assert engines(tmp_path, "install", "onnxruntime", "--own-python", str(folder), "--json") == 7
    told = json.loads(capsys.readouterr().out)
    assert told["error"] == "InstallError"
    assert Path(told["log"]).is_file()
    assert engines(tmp_path, "install", "onnxruntime", "--own-python", str(folder)) == 7
    assert f"The log is {told['log']}\npansharp: " in capsys.readouterr().err


def test_a_python_of_ones_own(
    tmp_path: Path, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert engines(tmp_path, "install", "onnxruntime", "--from-folder", str(folder)) == 0
    python = tmp_path / "mine" / "bin" / "python3"
    (tmp_path / "engines" / "onnxruntime-1").rename(tmp_path / "mine")
    assert engines(tmp_path, "install", "onnxruntime", "--own-python", str(python)) == 0
    assert f"a Python of your own, {python}" in capsys.readouterr().out


def test_a_python_that_has_gone_is_listed_so(
    tmp_path: Path, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert engines(tmp_path, "install", "onnxruntime", "--from-folder", str(folder)) == 0
    (tmp_path / "engines" / "onnxruntime-1" / "bin" / "python3").unlink()
    assert engines(tmp_path, "list") == 0
    assert "  installed, but the Python that it was installed with" in capsys.readouterr().out


@pytest.mark.parametrize(
    "arguments",
    [
        ["install"],
        ["install", "builtin"],
        ["install", "torch", "--variant", "quantum"],
        ["install", "torch", "--python", "a", "--own-python", "b"],
        ["bundle", "torch"],
        ["bundle", "torch", "folder", "--platform", "amiga"],
        ["bundle", "torch", "folder", "--python", "2.7"],
        ["fly"],
    ],
)
def test_wrong_usage_exits_with_2(arguments: list[str]) -> None:
    with pytest.raises(SystemExit) as caught:
        main(["engines", *arguments])
    assert caught.value.code == 2


def test_a_bundle_without_wheels_is_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    given = ["bundle", "openvino", str(tmp_path), "--platform", "windows", "--python", "3.12"]
    assert main(["engines", *given, "--variant", "cuda"]) == 7
    assert "has no variant cuda; choose one of: auto, intel" in capsys.readouterr().err


def test_an_interruption_by_the_user_leaves_what_was(tmp_path: Path) -> None:
    code = (
        "import os, signal, sys\n"
        # a shell's background jobs ignore it, and so would this one as their child
        "signal.signal(signal.SIGINT, signal.default_int_handler)\n"
        "from qgis_pansharp.backend.environments import manager\n"
        "manager.own_interpreter = lambda _: os.kill(os.getpid(), signal.SIGINT)\n"
        "from qgis_pansharp.backend.cli import main\n"
        "sys.exit(main(sys.argv[1:]))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, "engines", "install", "torch", "--folder", str(tmp_path)],
        capture_output=True,
        text=True,
        check=False,
        cwd=ROOT,
    )
    assert done.returncode == 128 + signal.SIGINT
    assert done.stderr == "pansharp: cancelled; what was installed before still is.\n"
    assert not (tmp_path / "work").exists()
