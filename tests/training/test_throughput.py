"""A run's scenes can be prepared beforehand, and how fast they are read is measured."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml

from training import throughput
from training.fit import data_of

from .conftest import Recipe, ScenesOnDisk


def test_scenes_are_prepared_where_the_run_will_look_for_them(
    recipe: Recipe, scenes: ScenesOnDisk, tmp_path: Path
) -> None:
    file = tmp_path / "tiny.yaml"
    file.write_text(yaml.safe_dump(recipe), encoding="utf-8")
    runs = tmp_path / "runs"
    report = throughput.prepare(file, scenes.root, runs)
    data = data_of(recipe, scenes.root, runs, tmp_path)
    prepared = {path.name for path in data.cache.iterdir()}
    assert {name.split("-")[0] for name in prepared} == {"large", "small", "kept_aside"}
    assert str(data.cache) in report
    assert re.search(r"reduced: 2 scenes in 2 groups; a batch takes \d+ ms", report)
    assert "2 have a place for crops of 6 MS pixels" in report
    assert "1 have a place for crops of 8 MS pixels" in report
    assert "tuning: 1 pairs" in report
    data.setup()
    assert {path.name for path in data.cache.iterdir()} == prepared


def test_the_time_of_a_batch_is_a_median(
    recipe: Recipe, scenes: ScenesOnDisk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    content = {**recipe, "run": {**recipe["run"], "validate_every": 3}}
    data = data_of(content, scenes.root, tmp_path, tmp_path)
    data.setup()
    batches = data.batches("reduced", 0)
    times = iter([0.0, 1.0, 10.0, 12.0, 20.0, 90.0])  # batches of 1, 2 and 70 seconds
    monkeypatch.setattr(throughput.time, "perf_counter", lambda: next(times))
    assert throughput.seconds_of_batch(batches) == 2
