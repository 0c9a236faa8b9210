"""What a user can mend is said in one line; what nobody expected keeps its traceback."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

from training import __main__ as command_line

from .conftest import Recipe, ScenesOnDisk, line, write_manifest

Run = Callable[..., tuple[int, str]]


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Run the command line; return its exit status and what it said of errors."""

    def main(*words: object) -> tuple[int, str]:
        monkeypatch.setattr(sys, "argv", ["training", *map(str, words)])
        status = command_line.main()
        return status, capsys.readouterr().err

    return main


def test_a_missing_run_file_is_named(run: Run, tmp_path: Path) -> None:
    for command in ("fit", "prepare", "export"):
        status, said = run(command, "--config", tmp_path / "gone.yaml", "--runs", tmp_path)
        assert (status, said.count("\n")) == (2, 1)
        assert said == f"python -m training: there is no file {tmp_path / 'gone.yaml'}\n"


def test_a_wrong_run_file_is_one_line(run: Run, recipe: Recipe, tmp_path: Path) -> None:
    path = tmp_path / "wrong.yaml"
    for content, expected in (
        ("network: [", "wrong.yaml is not YAML"),
        (yaml.safe_dump({**recipe, "network": "pnn"}), "there is no network 'pnn'"),
        (yaml.safe_dump({**recipe, "module": {"rate": "fast"}}), "rate must be a number"),
    ):
        path.write_text(content, encoding="utf-8")
        status, said = run("fit", "--config", path, "--runs", tmp_path / "runs")
        assert (status, said.count("\n")) == (2, 1)
        assert expected in said


def test_an_export_without_a_run_says_what_is_missing(
    run: Run, recipe: Recipe, tmp_path: Path
) -> None:
    path = tmp_path / "tiny.yaml"
    path.write_text(yaml.safe_dump(recipe), encoding="utf-8")
    status, said = run(
        "export", "--config", path, "--runs", tmp_path, "--output", tmp_path / "x.onnx"
    )
    assert status == 2
    assert "the run 'tiny' has no weights" in said


def test_a_wrong_scene_is_named(
    run: Run, recipe: Recipe, scenes: ScenesOnDisk, tmp_path: Path
) -> None:
    manifest = write_manifest(tmp_path / "scenes.yaml", line("large", "a", "train", ratio=2))
    content = {**recipe, "data": {**recipe["data"], "manifest": str(manifest), "ratio": 2}}
    content["card"] = {**recipe["card"], "ratio": 2}
    path = tmp_path / "tiny.yaml"
    path.write_text(yaml.safe_dump(content), encoding="utf-8")
    status, said = run(
        "prepare", "--config", path, "--data", scenes.root, "--runs", tmp_path / "runs"
    )
    assert status == 2
    assert "scene large: pan.tif has" in said


def test_what_cannot_be_opened_is_named(run: Run, tmp_path: Path) -> None:
    for words, said in (
        (("fit", "--config", tmp_path), "Is a directory"),
        (("card", "--output", tmp_path / "gone" / "cards.md"), "there is no folder"),
        (("card", "--output", tmp_path), "is a folder"),
    ):
        status, message = run(*words)
        assert (status, message.count("\n")) == (2, 1)
        assert str(tmp_path) in message and said in message


def test_a_missing_model_is_one_line(run: Run, tmp_path: Path) -> None:
    status, said = run("card", tmp_path / "gone.onnx")
    assert (status, said.count("\n")) == (2, 1)
    assert "gone.onnx" in said


def raising(error: BaseException) -> Callable[[object], str]:
    def fail(_: object) -> str:
        raise error

    return fail


def test_what_nobody_expected_keeps_its_traceback(
    run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr("training.cards.cards", raising(ZeroDivisionError()))
    with pytest.raises(ZeroDivisionError):
        run("card", tmp_path / "any.onnx")


def test_an_interrupted_command_says_so_by_its_status(
    run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr("training.cards.cards", raising(KeyboardInterrupt()))
    assert run("card", tmp_path / "any.onnx") == (130, "")


@pytest.mark.parametrize("count", ["0", "-1", "two"])
def test_threads_are_counted_from_1(run: Run, count: str) -> None:
    with pytest.raises(SystemExit, match="2"):
        run("fit", "--config", "any.yaml", "--threads", count)


def test_nothing_is_said_where_all_is_well(run: Run) -> None:
    assert run("card") == (0, "")
