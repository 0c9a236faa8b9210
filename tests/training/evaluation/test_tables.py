"""Tables hold every figure once, in Markdown for reading and in CSV for computing."""

from __future__ import annotations

import csv
from pathlib import Path

from training.evaluation.tables import markdown_table, scores_csv, scores_markdown

from .test_scores import ROWS


def test_numbers_are_short_and_what_is_missing_is_empty() -> None:
    table = markdown_table(("a", "b", "c"), [("x", 1.23456, None), ("y", 2, 0.5)])
    assert table.splitlines() == [
        "| a | b | c |",
        "| --- | --- | --- |",
        "| x | 1.2346 |  |",
        "| y | 2 | 0.5000 |",
    ]


def test_report_holds_means_shares_worst_scenes_and_scenes() -> None:
    lines = scores_markdown(ROWS).splitlines()
    assert "| method | ERGAS | Q2n | ERGAS relative to EXP | scenes |" in lines
    assert "| model | 11.0000 | 0.5000 | 1.0000 | 2 |" in lines
    assert "| model | 0.5000 | 0.5000 |" in lines
    assert "| model | 1.2500 | b |" in lines
    assert "| b | model | 20.0000 | 0.3000 |" in lines
    assert "| a | model | 0.1000 |" in lines
    assert sum(line.startswith("### ") for line in lines) == 7


def test_csv_has_one_line_per_scene_method_and_resolution(tmp_path: Path) -> None:
    scores_csv(ROWS, tmp_path / "scores.csv")
    with (tmp_path / "scores.csv").open(encoding="utf-8", newline="") as stream:
        lines = list(csv.DictReader(stream))
    assert len(lines) == len(ROWS)
    assert lines[5] == {
        "resolution": "reduced",
        "scene": "b",
        "method": "model",
        "ERGAS": "20.0",
        "Q2n": "0.3",
        "D_rho": "",
    }
