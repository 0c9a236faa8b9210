"""Models are scored through the product and compared with plain interpolation."""

from __future__ import annotations

import csv
import shutil
from pathlib import Path

import numpy as np
import pytest
import yaml

from qgis_pansharp.backend.classical import interpolate
from qgis_pansharp.backend.models import load_model
from training.evaluate import (
    INTERPOLATION,
    Row,
    evaluate,
    full_figures,
    markdown,
    reduced_figures,
    summarise,
    write_csv,
)
from training.scenes import load_manifest

from .conftest import Exported, ScenesOnDisk, line

ROWS = [
    Row("reduced", "a", INTERPOLATION, {"ERGAS": 4.0, "SAM": 3.0}),
    Row("reduced", "a", "model", {"ERGAS": 2.0, "SAM": 1.0}),
    Row("reduced", "b", INTERPOLATION, {"ERGAS": 10.0, "SAM": 5.0}),
    Row("reduced", "b", "model", {"ERGAS": 20.0, "SAM": 2.0}),
    Row("full", "a", INTERPOLATION, {"D_rho": 0.9}),
    Row("full", "a", "model", {"D_rho": 0.1}),
]


def test_summary_averages_over_scenes_by_resolution_and_method() -> None:
    summary = summarise(ROWS)
    assert set(summary) == {(r.resolution, r.method) for r in ROWS}
    assert summary["reduced", "model"]["ERGAS"] == pytest.approx(11)
    assert summary["reduced", "model"]["SAM"] == pytest.approx(1.5)
    assert summary["full", "model"] == {"D_rho": pytest.approx(0.1), "scenes": 1}
    assert summary["reduced", "model"]["scenes"] == 2


def test_ergas_relative_to_interpolation_is_a_geometric_mean() -> None:
    # half as large in one scene and twice as large in the other
    summary = summarise(ROWS)
    assert summary["reduced", "model"]["relative ERGAS"] == pytest.approx(1)
    assert summary["reduced", INTERPOLATION]["relative ERGAS"] == pytest.approx(1)
    assert "relative ERGAS" not in summary["full", "model"]


def test_report_holds_the_means_and_every_scene() -> None:
    report = markdown(ROWS).splitlines()
    assert "| method | ERGAS | SAM | relative ERGAS | scenes |" in report
    assert "| model | 11.0000 | 1.5000 | 1.0000 | 2 |" in report
    assert "| b | model | 20.0000 | 2.0000 |" in report
    assert "| a | model | 0.1000 |" in report
    assert sum(text.startswith("### ") for text in report) == 4


def test_csv_has_one_line_per_scene_method_and_resolution(tmp_path: Path) -> None:
    write_csv(ROWS, tmp_path / "report.csv")
    with (tmp_path / "report.csv").open(encoding="utf-8", newline="") as stream:
        lines = list(csv.DictReader(stream))
    assert len(lines) == len(ROWS)
    assert lines[3] == {
        "resolution": "reduced",
        "scene": "b",
        "method": "model",
        "D_rho": "",
        "ERGAS": "20.0",
        "SAM": "2.0",
    }


def test_the_truth_itself_gets_perfect_figures(scenes: ScenesOnDisk) -> None:
    scene = load_manifest(scenes.manifest, scenes.root)[2]
    _, ms, truth = scene.read_reduced()
    figures = reduced_figures(truth, truth)
    assert figures == {
        "ERGAS": pytest.approx(0, abs=1e-6),
        "SAM": pytest.approx(0, abs=0.1),
        "Q2n": pytest.approx(1, abs=1e-6),
    }
    blurred = reduced_figures(interpolate(ms, 4), truth)
    assert blurred["ERGAS"] > 1
    assert blurred["Q2n"] < 0.95


def test_interpolation_keeps_colours_and_lacks_detail(scenes: ScenesOnDisk) -> None:
    scene = load_manifest(scenes.manifest, scenes.root)[2]
    pan, ms = scene.read()
    plain = full_figures(interpolate(ms, 4), pan, ms, scene)
    grey = full_figures(np.stack([pan] * 4), pan, ms, scene)
    assert plain["D_lambda_K"] < grey["D_lambda_K"]
    assert grey["D_rho"] == pytest.approx(0, abs=1e-3)
    assert plain["D_rho"] > 0.3


def test_evaluation_writes_report_and_cards(
    exported: Exported, scenes: ScenesOnDisk, tmp_path: Path
) -> None:
    file = tmp_path / "tiny.onnx"
    shutil.copy(exported.file, file)
    output = tmp_path / "new" / "evaluation"
    report = evaluate(scenes.manifest, scenes.root, output, [file], "builtin", write_cards=True)
    assert (output / "report.md").read_text(encoding="utf-8") == report
    with (output / "report.csv").open(encoding="utf-8", newline="") as stream:
        lines = list(csv.DictReader(stream))
    places = [(row["resolution"], row["scene"], row["method"]) for row in lines]
    assert places == [
        (resolution, "kept_aside", method)
        for resolution in ("reduced", "full")
        for method in (INTERPOLATION, "tiny")
    ]
    assert "large" not in report  # it is trained on
    assert all(np.isfinite(float(row["ERGAS"])) for row in lines if row["ERGAS"])

    figures = load_model(file).card.figures
    reduced = next(
        row for row in lines if (row["resolution"], row["method"]) == ("reduced", "tiny")
    )
    name = "reduced resolution, validation scenes: "
    assert figures[name + "ERGAS"] == pytest.approx(float(reduced["ERGAS"]), abs=1e-4)
    assert figures[name + "scenes"] == 1
    assert "full resolution, validation scenes: D_rho" in figures
    assert load_model(exported.file).card.figures == {}


def test_cards_can_be_written_where_no_scene_is_of_full_resolution(
    exported: Exported, scenes: ScenesOnDisk, tmp_path: Path
) -> None:
    file, manifest = tmp_path / "tiny.onnx", tmp_path / "scenes.yaml"
    shutil.copy(exported.file, file)
    lines = [line("kept_aside", "a", "validation", kind="reduced")]
    manifest.write_text(yaml.safe_dump({"scenes": lines}), encoding="utf-8")
    evaluate(manifest, scenes.root, tmp_path, [file], "builtin", write_cards=True)
    assert {name.split()[0] for name in load_model(file).card.figures} == {"reduced"}
