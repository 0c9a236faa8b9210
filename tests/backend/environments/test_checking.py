"""An engine counts when it sharpens as the built-in one does; what else happens is a sentence."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from qgis_pansharp.backend.arrays import FloatArray
from qgis_pansharp.backend.engines import Device, create_engine
from qgis_pansharp.backend.engines.base import Engine, Watch, unwatched
from qgis_pansharp.backend.environments import InstallError, probe
from qgis_pansharp.backend.environments.catalog import package_of
from qgis_pansharp.backend.environments.checking import Checked, check, numbers
from qgis_pansharp.backend.errors import Cancelled, EngineError

GOOD: dict[str, Any] = {
    "versions": {"onnxruntime": "1.31.1", "numpy": "2.4.6"},
    "devices": [{"name": "cpu", "title": "CPU", "memory": 0}],
    "note": "",
    "device": "CPU (ONNX Runtime 1.31.1)",
    "usual": 0.01,
    "largest": 0.4,
    "speed": 1.25,
}


def checked(
    tmp_path: Path, python: Path, engine: str = "onnxruntime", paths: Sequence[Path] = ()
) -> Checked:
    (tmp_path / "logs").mkdir(exist_ok=True)
    log = tmp_path / "logs" / f"{engine}.log"
    return check(package_of(engine), python, paths, ["numpy"], log, lambda: False)


def python_that(tmp_path: Path, script: str) -> Path:
    """Write a program that does something else than Python."""
    path = tmp_path / "python3"
    path.write_text(f"#!/bin/sh\n{script}\n")
    path.chmod(0o755)
    return path


def answering(tmp_path: Path, **changes: object) -> Path:
    answer = json.dumps({**GOOD, **changes})
    return python_that(tmp_path, f"cat <<'END'\n{answer}\nEND")


def test_what_is_found_is_told(tmp_path: Path) -> None:
    found = checked(tmp_path, answering(tmp_path))
    assert found.version == "1.31.1"
    assert found.versions == {"onnxruntime": "1.31.1", "numpy": "2.4.6"}
    assert found.devices == (Device("cpu", "CPU"),)
    assert found.speed == 1.25


@pytest.mark.parametrize(
    ("usual", "largest", "agrees"),
    [(1.0, 2.0, True), (1.1, 1.5, False), (0.5, 2.1, False), (float("inf"), 0.0, False)],
)
def test_it_must_agree_with_the_built_in_engine(
    tmp_path: Path, usual: float, largest: float, agrees: bool
) -> None:
    python = answering(tmp_path, usual=usual, largest=largest)
    if agrees:
        checked(tmp_path, python)
    else:
        with pytest.raises(InstallError, match="its results differ"):
            checked(tmp_path, python)


@pytest.mark.parametrize(
    ("version", "accepted"), [("1.17.9", False), ("1.18", True), ("1.31.1", True), ("2.0", False)]
)
def test_the_version_must_be_one_that_is_known(
    tmp_path: Path, version: str, accepted: bool
) -> None:
    python = answering(tmp_path, versions={"onnxruntime-gpu": version})
    if accepted:
        assert checked(tmp_path, python).version == version
    else:
        with pytest.raises(InstallError, match=rf"is {version}, but 1\.18 to below 2 is needed"):
            checked(tmp_path, python)


@pytest.mark.parametrize(
    ("script", "sentence"),
    [
        ("exit 1", "process ended with code 1"),
        ("kill -SEGV $$", "SIGSEGV"),
        ("kill -ILL $$", "SIGILL"),
        ("echo Illegal >&2; exit 132", r"\(Illegal\)"),
        ("echo nonsense", "nonsense"),
        ("echo []", r"garbage: .\[\]"),
        ("echo '{}'", "garbage"),
        ("""echo '{"versions": 3}'""", "garbage"),
        ("""echo '{"error": "no luck."}'; exit 1""", r"\(no luck\)"),
        ("echo \"ModuleNotFoundError: No module named 'numpy'\" >&2; exit 1", "package numpy is"),
        ("echo 'ImportError: DLL load failed while importing x' >&2; exit 1", r"Visual C\+\+"),
        ("echo 'x: version `GLIBC_2.34'\"'\"' not found' >&2; exit 1", "too old"),
        ("echo 'OSError: [Errno 12] Cannot allocate memory' >&2; exit 1", "memory does not"),
    ],
)
def test_whatever_goes_wrong_is_one_sentence(tmp_path: Path, script: str, sentence: str) -> None:
    with pytest.raises(InstallError, match=sentence) as caught:
        checked(tmp_path, python_that(tmp_path, script))
    assert caught.value.log == tmp_path / "logs" / "onnxruntime.log"
    assert "# ended with code" in caught.value.log.read_text()
    assert "\n" not in str(caught.value)


def test_an_interpreter_that_is_missing_is_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(InstallError, match="does not work here"):
        checked(tmp_path, tmp_path / "nowhere")


def test_cancelling_ends_it(tmp_path: Path) -> None:
    python = python_that(tmp_path, "sleep 60")
    with pytest.raises(Cancelled):
        check(package_of("torch"), python, (), (), tmp_path / "log", lambda: True)


def test_the_real_check_finds_this_very_engine(tmp_path: Path) -> None:
    """The development environment has ONNX Runtime; libraries that print do not disturb."""
    pytest.importorskip("onnxruntime")
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / "sitecustomize.py").write_text("print('chatter')\n")
    found = checked(tmp_path, Path(sys.executable), paths=(tmp_path / "site",))
    assert found.version
    assert found.versions["numpy"] == np.__version__
    assert found.speed > 0
    assert found.devices[-1].name == "cpu"


class Shifted:
    """The built-in engine, some digital numbers too high."""

    def __init__(self, engine: Engine, shift: float) -> None:
        self._engine, self._shift = engine, shift
        self.name, self.device = "shifted", "CPU"

    def run(self, pan: FloatArray, ms: FloatArray, watch: Watch = unwatched) -> FloatArray:
        result = self._engine.run(pan, ms, watch)
        result[0, 0, 0] += self._shift / probe.DIGITAL_NUMBERS
        return result

    def __getattr__(self, name: str) -> Any:
        return getattr(self._engine, name)


def test_differences_are_counted_in_digital_numbers() -> None:
    model = next(model for model in probe.bundled_models() if model.card.network == "cf2n")
    with create_engine("builtin", model.path) as engine:
        assert probe.difference(engine, model) == (0.0, 0.0)
        usual, largest = probe.difference(Shifted(engine, 3.0), model)  # type: ignore[arg-type]
        assert largest == pytest.approx(3.0, rel=1e-3)
        assert usual < 3.0
        broken = Shifted(engine, float("nan"))
        assert probe.difference(broken, model) == (float("inf"), float("inf"))  # type: ignore[arg-type]


def test_where_a_card_fails_the_processor_does(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    def check_on(name: str, device: str) -> dict[str, Any]:
        asked.append(device)
        if device != "cpu":
            raise EngineError("The driver is too old; get another one.")
        return {"device": "CPU"}

    monkeypatch.setattr(probe, "check", check_on)
    monkeypatch.setattr(
        probe, "devices_of", lambda _: [Device("cuda:0", "Card"), Device("cpu", "")]
    )
    told = probe.probe("torch")
    assert asked == ["auto", "cpu"]
    assert told["note"] == "The driver is too old; get another one."
    assert [device["name"] for device in told["devices"]] == ["cuda:0", "cpu"]
    monkeypatch.setattr(probe, "devices_of", lambda _: [Device("cpu", "")])
    with pytest.raises(EngineError):
        probe.probe("torch")


@pytest.mark.parametrize(
    ("version", "parts"), [("2.13.0+cpu", (2, 13, 0)), ("2026.4.1-x", (2026, 4, 1)), ("dev", ())]
)
def test_versions_are_compared_by_their_numbers(version: str, parts: tuple[int, ...]) -> None:
    assert numbers(version) == parts
