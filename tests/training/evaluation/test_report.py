"""Whole runs over made-up scenes: reports, tables, curves, sheets, figures and cards."""

from __future__ import annotations

import argparse
import csv
import shutil
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from qgis_pansharp.backend.models import bundled_models, load_model
from training.evaluation import cli, report
from training.evaluation.figures import draw_figures
from training.evaluation.methods import write_raster
from training.evaluation.report import Options, evaluate, write_cards
from training.evaluation.scores import Row
from training.evaluation.suites import Suite
from training.scenes import MANIFEST, read_raster

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


def rewrite(options: Options, *lines: dict[str, Any]) -> Options:
    """The same with another manifest."""
    write_manifest(options.manifest, list(lines))
    return options


def test_scenes_that_are_too_small_are_left_out_and_listed(
    options: Options, write_scene: WriteScene
) -> None:
    small = write_scene("hamlet", side=64, seed=4)  # 4 x 4 MS pixels once it is reduced
    nothing = write_scene("hut", side=12, seed=6)
    large = write_scene("city", side=192, seed=5)
    text = evaluate(rewrite(options, small, nothing, large))
    rows = lines_of(options.output / "4band" / "scores.csv")
    assert {(r["scene"], r["resolution"]) for r in rows} == {
        ("hamlet", "full"),
        ("city", "reduced"),
        ("city", "full"),
    }
    assert (
        "Too small, and left out of the scores: hamlet at reduced resolution (4 x 4 MS pixels, at "
        "least 8 a side are wanted); hut (scene hut has 3 x 3 MS pixels, too few to reduce)."
        in text
    )
    everything = ("scores", "honesty", "alignment")
    assert "hut (" in evaluate(replace(options, parts=everything))
    with pytest.raises(ValueError, match=r"cards hold figures of all scenes.*hamlet"):
        evaluate(replace(options, write_cards=True))
    assert "Too small" not in evaluate(rewrite(options, large))


def test_scenes_that_lost_their_holes_are_named(options: Options, write_scene: WriteScene) -> None:
    entry = write_scene("coast", side=256)
    file = options.root / "coast" / "ms.tif"
    ms = read_raster(file)
    ms[:, :, :16] = 0
    write_raster(file, ms, ("blue", "green", "red", "nir"))
    text = evaluate(rewrite(options, entry))
    assert "cropped to their largest rectangle without any; left out of coast (25 %)." in text
    assert all(float(r["ERGAS"] or 1) < 20 for r in lines_of(options.output / "4band/scores.csv"))


def test_a_limit_leaves_room_for_the_indices(options: Options) -> None:
    with pytest.raises(ValueError, match="limit must be at least 16"):
        evaluate(replace(options, limit=15))
    assert "the middle 16 MS pixels" in evaluate(replace(options, limit=16, patterns=("town",)))


def test_sheets_are_drawn_of_scenes_that_lack_visible_bands(
    options: Options, write_scene: WriteScene
) -> None:
    entry = write_scene("infrared", side=96, ratio=2, bands="R N S1 S2")
    text = evaluate(replace(rewrite(options, entry), suites=("landsat",), parts=("sheets",)))
    assert "1 validation scenes" in text
    sheets = {path.name for path in (options.output / "landsat" / "sheets").iterdir()}
    assert sheets == {"infrared-full.png", "infrared-reduced.png"}


def test_models_of_another_ratio_are_said_to_have_no_part(options: Options) -> None:
    landsat = next(m for m in bundled_models() if m.card.id == "cf2n-landsat")
    few = replace(options, patterns=("town",), limit=24, files=(landsat.path,))
    for wanted in ((), ("cf2n-landsat",), ("Brovey", "cf2n-landsat")):
        text = evaluate(replace(few, wanted=wanted))
        assert "without a part in this: cf2n-landsat (ratio 2)." in text
        assert "| cf2n-landsat |" not in text
        assert ("| Brovey |" in text) == (wanted != ("cf2n-landsat",))
    with pytest.raises(ValueError, match="unknown methods \\['cf2n'\\]"):
        evaluate(replace(few, wanted=("cf2n",)))


def test_suites_without_scenes_say_so(options: Options) -> None:
    text = evaluate(replace(options, suites=("8band",)))
    assert "There is no such validation scene." in text
    assert not (options.output / "8band").exists()


def test_names_that_no_scene_of_any_suite_has_are_refused(options: Options) -> None:
    with pytest.raises(ValueError, match="is called toun; there are crooked, town, village"):
        evaluate(replace(options, patterns=("village", "toun"), suites=("8band", "4band")))
    assert not options.output.exists()


def test_scenes_that_are_not_there_are_named_before_anything_is_scored(options: Options) -> None:
    with pytest.raises(ValueError, match=r"no .*nowhere.town.ms\.tif, nor 5 further files"):
        evaluate(replace(options, root=options.root / "nowhere"))
    assert not options.output.exists()


def test_cards_want_all_scenes_whole(options: Options) -> None:
    for change in ({"limit": 32}, {"role": "tune"}, {"patterns": ("town",)}):
        with pytest.raises(ValueError, match="whole"):
            evaluate(replace(options, write_cards=True, **change))
    with pytest.raises(ValueError, match="scores"):
        evaluate(replace(options, write_cards=True, parts=("honesty",)))


def test_scenes_of_ones_own_leave_the_cards_of_bundled_models_alone(
    options: Options, tmp_path: Path
) -> None:
    bundled, other = bundled_models()[:2]
    file = tmp_path / "own.onnx"
    shutil.copy(bundled.path, file)
    models = [bundled, load_model(file), other]
    mine = replace(options, write_cards=True, files=(file,))
    assert mine.spared(models) == [bundled, other]
    assert replace(mine, manifest=MANIFEST).spared(models) == []
    rows = [Row("reduced", "a", name, {"ERGAS": 4.0}) for name in ("EXP", "own")]
    suite = Suite("made for it", bundled.card.ratio, bundled.card.bands)
    write_cards(rows, [bundled, load_model(file)], suite, models)
    assert load_model(file).card.figures == bundled.card.figures


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
