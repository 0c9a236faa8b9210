"""Whole runs over made-up scenes: reports, tables, curves, sheets, figures and cards."""

from __future__ import annotations

import argparse
import csv
import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from qgis_pansharp.backend.models import bundled_models, load_model
from training.evaluation import cli, report
from training.evaluation.figures import draw_figures
from training.evaluation.report import Options, evaluate, write_cards
from training.evaluation.scores import Row
from training.evaluation.suites import Suite

from .conftest import WriteScene, write_manifest


@pytest.fixture
def options(write_scene: WriteScene, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Options:
    """Three scenes for validation and one to train on, without bundled models."""
    monkeypatch.setattr(report, "bundled_models", list)
    lines = [
        write_scene("town", side=384),
        write_scene("trained", side=64, role="train"),
        write_scene("village", side=128, kind="reduced", seed=2),
        write_scene("crooked", side=384, shift=[1, 0], seed=3),
    ]
    manifest = write_manifest(tmp_path / "scenes.yaml", lines)
    return Options(
        manifest=manifest,
        root=tmp_path,
        output=tmp_path / "out",
        wanted=("Brovey",),
        parts=("scores",),
    )


def lines_of(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def test_scores_of_every_validation_scene_are_written(options: Options) -> None:
    text = evaluate(options)
    folder = options.output / "4band"
    assert (folder / "report.md").read_text(encoding="utf-8") == text
    places = [(r["resolution"], r["scene"], r["method"]) for r in lines_of(folder / "scores.csv")]
    assert places == [
        (resolution, scene, method)
        for scene, resolution in (
            ("town", "reduced"),
            ("town", "full"),
            ("village", "reduced"),
            ("crooked", "reduced"),
            ("crooked", "full"),
        )
        for method in ("EXP", "Brovey")
    ]
    assert "trained" not in text
    assert "more than 0.5 MS pixels beside MS in crooked;" in text
    assert not (folder / "sheets").exists()


def test_every_part_can_be_asked_for(options: Options) -> None:
    few = replace(options, patterns=("town",), parts=("honesty", "alignment", "sheets"))
    text = evaluate(few)
    folder = options.output / "4band"
    assert {p.name for p in (folder / "sheets").iterdir()} == {"town-full.png", "town-reduced.png"}
    assert {r["method"] for r in lines_of(folder / "honesty.csv")} == {"EXP", "Brovey"}
    assert {r["shift"] for r in lines_of(folder / "alignment.csv")} >= {"0.0", "0.5", "4.0"}
    assert (folder / "alignment-full.png").exists()
    assert "### Nothing invented" in text and "### Alignment" in text


def test_crooked_scenes_have_no_part_in_the_alignment_test(options: Options) -> None:
    crooked = replace(options, patterns=("crooked",), parts=("alignment",))
    assert "No well-registered scene" in evaluate(crooked)


def test_suites_without_scenes_say_so(options: Options) -> None:
    text = evaluate(replace(options, suites=("8band",)))
    assert "There is no such validation scene." in text
    assert not (options.output / "8band").exists()


def test_cards_want_all_scenes_whole(options: Options) -> None:
    for change in ({"limit": 32}, {"role": "tune"}, {"patterns": ("town",)}):
        with pytest.raises(ValueError, match="whole"):
            evaluate(replace(options, write_cards=True, **change))
    with pytest.raises(ValueError, match="scores"):
        evaluate(replace(options, write_cards=True, parts=("honesty",)))


def test_cards_hold_the_means_of_their_own_model(tmp_path: Path) -> None:
    bundled = bundled_models()[0]
    file = tmp_path / "copy.onnx"
    shutil.copy(bundled.path, file)
    rows = [
        Row("reduced", scene, method, {"ERGAS": value})
        for scene in ("a", "b")
        for method, value in (("EXP", 4.0), (bundled.card.id, 2.0))
    ]
    other, own = (
        Suite("made for it", ratio, bundled.card.bands)
        for ratio in (bundled.card.ratio + 1, bundled.card.ratio)
    )
    write_cards(rows, [load_model(file)], other)
    assert load_model(file).card.figures == bundled.card.figures
    write_cards(rows, [load_model(file)], own)
    assert load_model(file).card.figures == {
        "reduced resolution, validation scenes: ERGAS": 2.0,
        "reduced resolution, validation scenes: ERGAS relative to EXP": 0.5,
        "reduced resolution, validation scenes: scenes": 2.0,
    }


def test_figures_show_the_raw_scenes_that_match(
    options: Options, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("training.evaluation.figures.bundled_models", list)
    drawn = draw_figures(
        options.manifest, options.root, options.output, patterns=("cr*", "vil*", "trained")
    )
    assert [path.name for path in drawn] == ["trained-full.png", "crooked-full.png"]
    assert all(path.exists() for path in drawn)
    assert draw_figures(options.manifest, options.root, options.output) == []


def parse(*words: str) -> argparse.Namespace:
    parser = argparse.ArgumentParser()
    commands = parser.add_subparsers(dest="command")
    cli.add_commands(commands, Path("scenes.yaml"), Path("nowhere"))
    return parser.parse_args(words)


def test_the_command_line_reaches_the_report(options: Options) -> None:
    text = cli.run(
        parse(
            *("evaluate", "--manifest", str(options.manifest), "--data", str(options.root)),
            *("--output", str(options.output), "--scenes", "village", "--parts", "scores"),
            *("--methods", "GSA", "--limit", "24", "--suite", "4band", "3band"),
        )
    )
    assert "## Suite 4band" in text and "## Suite 3band" in text
    assert "| GSA |" in text and "Brovey |" not in text
    assert "the middle 24 MS pixels" in text


def test_figures_without_data_say_so() -> None:
    assert "nothing to draw" in cli.run(parse("figures"))
