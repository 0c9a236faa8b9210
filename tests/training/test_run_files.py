"""What a run file may hold is checked before anything is trained."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from training.run_files import load_recipe

from .conftest import Recipe


def written(folder: Path, content: dict[str, Any]) -> Path:
    path = folder / "wrong.yaml"
    path.write_text(yaml.safe_dump(content), encoding="utf-8")
    return path


def test_a_whole_run_file_is_read(recipe: Recipe, tmp_path: Path) -> None:
    assert load_recipe(written(tmp_path, {**recipe, "bundled": True}))["run"] == recipe["run"]


@pytest.mark.parametrize("part", ["network", "data", "run", "card"])
def test_a_missing_part_is_named(recipe: Recipe, tmp_path: Path, part: str) -> None:
    rest = {name: value for name, value in recipe.items() if name != part}
    with pytest.raises(ValueError, match=rf"wrong\.yaml: .*'{part}'"):
        load_recipe(written(tmp_path, rest))


def test_misspelt_options_are_named(recipe: Recipe, tmp_path: Path) -> None:
    run = {**recipe["run"], "averageing": 0.9}
    with pytest.raises(ValueError, match="averageing"):
        load_recipe(written(tmp_path, {**recipe, "run": run}))
    with pytest.raises(ValueError, match="modul"):
        load_recipe(written(tmp_path, {**recipe, "modul": {}}))
    del run["averageing"], run["seed"]
    with pytest.raises(ValueError, match="seed"):
        load_recipe(written(tmp_path, {**recipe, "run": run}))
