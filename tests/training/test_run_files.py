"""What a run file may hold is checked before anything is trained."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from training.run_files import load_recipe, remember

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


def test_numbers_that_yaml_takes_for_text_are_numbers(recipe: Recipe, tmp_path: Path) -> None:
    path = tmp_path / "numbers.yaml"
    text = yaml.safe_dump({**recipe, "module": {}}).replace("module: {}", "module: {rate: 6e-4}")
    text = text.replace("steps: 6", "steps: 6e2").replace("clip: 1.0", "clip: 1.5e0")
    path.write_text(text, encoding="utf-8")
    assert yaml.safe_load(text)["module"] == {"rate": "6e-4"}
    read = load_recipe(path)
    assert read["module"] == {"rate": 0.0006}
    assert (read["run"]["steps"], read["run"]["clip"]) == (600, 1.5)
    assert read["card"] == recipe["card"]


@pytest.mark.parametrize(
    "change",
    [
        {"steps": "many"},
        {"steps": 2.5},
        {"steps": -1},
        {"validate_every": 0},
        {"seed": None},
        {"clip": "1,0"},
        {"averaging": True},
        {"averaging": 1},
        {"clip": float("nan")},
        {"detail_gain": None},
        {"stop_after": 0},
        {"stop_after": 60},
        {"seed": 2**32},
        {"start_from": 5},
        {"fresh": "fusion"},
        {"parts_from": ["fusion"]},
        {"mix": ["first"]},
        {"mix": {"first": "half"}},
        {"finished": None},
    ],
)
def test_options_of_a_run_that_are_not_what_they_must_be_are_named(
    recipe: Recipe, tmp_path: Path, change: dict[str, Any]
) -> None:
    (name,) = change
    path = written(tmp_path, {**recipe, "run": {**recipe["run"], **change}})
    with pytest.raises(ValueError, match=rf"wrong\.yaml: {name} must be"):
        load_recipe(path)


def test_networks_are_not_trained_wholly_in_half_precision(recipe: Recipe, tmp_path: Path) -> None:
    path = written(tmp_path, {**recipe, "run": {**recipe["run"], "precision": "bf16-true"}})
    with pytest.raises(ValueError, match=r"wrong\.yaml: .* for bf16-true take bf16-mixed"):
        load_recipe(path)


def test_a_run_file_is_called_as_others_look_for_it(recipe: Recipe, tmp_path: Path) -> None:
    path = written(tmp_path, recipe).rename(tmp_path / "tiny.yml")
    with pytest.raises(ValueError, match=r"tiny\.yml: the name of a run file must end in \.yaml"):
        load_recipe(path)
    for name in ("prepared", "rehearsal"):
        path = path.rename(tmp_path / f"{name}.yaml")
        with pytest.raises(ValueError, match=rf"{name}\.yaml: {name} is a folder of its own"):
            load_recipe(path)


def test_what_is_no_run_file_is_named(recipe: Recipe, tmp_path: Path) -> None:
    path = tmp_path / "wrong.yaml"
    for text in ("", "- 1", "a: [", "network: cf2n", "run: 5\ndata: 4", "card: sch\xf6n"):
        path.write_text(text, encoding="latin-1")
        with pytest.raises(ValueError, match=r"wrong\.yaml"):
            load_recipe(path)
    wrong_parts: dict[str, Any] = {"network": ["cf2n"], "card": None, "bundled": "no"}
    for name, part in wrong_parts.items():
        with pytest.raises(ValueError, match=rf"wrong\.yaml: .*{name}"):
            load_recipe(written(tmp_path, {**recipe, name: part}))
    data = {name: value for name, value in recipe["data"].items() if name != "rule"}
    with pytest.raises(ValueError, match="data lacks rule"):
        load_recipe(written(tmp_path, {**recipe, "data": data}))
    for change in (
        {"roles": "BGRN"},
        {"roles": 4},
        {"ratio": "four"},
        {"ratio": 0},
        {"streams": 1},
    ):
        wrong = {**recipe, "data": {**recipe["data"], **change}}
        with pytest.raises(ValueError, match=next(iter(change))):
            load_recipe(written(tmp_path, wrong))


def test_other_scenes_than_a_run_was_begun_with_are_noticed(recipe: Recipe, tmp_path: Path) -> None:
    file, folder = tmp_path / "tiny.yaml", tmp_path / "runs" / "tiny"
    remember(recipe, file, folder, "some")
    remember(recipe, file, folder, "some")
    with pytest.raises(ValueError, match="begun with another scenes"):
        remember(recipe, file, folder, "others")


def test_parts_want_something_that_they_are_added_to(recipe: Recipe, tmp_path: Path) -> None:
    for change in ({"fresh": ["fusion"]}, {"parts_from": {"fusion": "first"}}):
        path = written(tmp_path, {**recipe, "run": {**recipe["run"], **change}})
        with pytest.raises(ValueError, match="start_from"):
            load_recipe(path)


def test_a_run_goes_on_with_more_or_fewer_workers(recipe: Recipe, tmp_path: Path) -> None:
    file, folder = tmp_path / "tiny.yaml", tmp_path / "runs" / "tiny"
    remember({**recipe, "data": {**recipe["data"], "workers": 2}}, file, folder)
    remember(recipe, file, folder)
    # runs of before kept the number
    kept = yaml.safe_load((folder / "run.yaml").read_text(encoding="utf-8"))
    kept["data"]["workers"] = 2
    (folder / "run.yaml").write_text(yaml.safe_dump(kept), encoding="utf-8")
    remember(recipe, file, folder)


@pytest.mark.parametrize("text", ["", "a: [", "data: 5"])
def test_damaged_notes_of_a_run_are_named(recipe: Recipe, tmp_path: Path, text: str) -> None:
    folder = tmp_path / "runs" / "tiny"
    remember(recipe, tmp_path / "tiny.yaml", folder)
    (folder / "run.yaml").write_text(text, encoding="utf-8")
    with pytest.raises(ValueError, match=r"tiny.run\.yaml"):
        remember(recipe, tmp_path / "tiny.yaml", folder)


def test_runs_from_before_scenes_were_remembered_go_on(recipe: Recipe, tmp_path: Path) -> None:
    file, folder = tmp_path / "tiny.yaml", tmp_path / "runs" / "tiny"
    remember(recipe, file, folder)
    assert "scenes" not in yaml.safe_load((folder / "run.yaml").read_text(encoding="utf-8"))
    remember(recipe, file, folder, "some")  # and know them from then on
    with pytest.raises(ValueError, match="scenes"):
        remember(recipe, file, folder, "others")


def test_a_run_without_weights_may_begin_anew_with_anything(recipe: Recipe, tmp_path: Path) -> None:
    file, folder = tmp_path / "tiny.yaml", tmp_path / "runs" / "tiny"
    remember(recipe, file, folder, "some")
    other = {**recipe, "module": {}}
    with pytest.raises(ValueError, match="module, scenes"):
        remember(other, file, folder, "others")
    remember(other, file, folder, "others", begun=False)
    remember(other, file, folder, "others")
