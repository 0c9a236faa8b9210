"""Bundled models are rebuilt in an order in which every run finds the one that it starts from."""

from __future__ import annotations

from pathlib import Path

import pytest

from training import weights
from training.run_files import RECIPES, REHEARSAL, load_recipe
from training.weights import rebuild, rehearse, run_order


def recipe(
    start: str | None = None, bundled: bool = False, mix: tuple[str, ...] = ()
) -> dict[str, object]:
    run: dict[str, object] = {} if start is None else {"start_from": start}
    if mix:
        run["mix"] = dict.fromkeys(mix, 0.1)
    return {"run": run, "bundled": bundled}


def test_a_run_comes_after_the_one_that_it_starts_from() -> None:
    recipes = {
        "a-last": recipe("z-first", bundled=True),
        "b-other": recipe("a-last", bundled=True),
        "unused": recipe(),
        "z-first": recipe(),
    }
    assert run_order(recipes) == ["z-first", "a-last", "b-other"]


def test_a_run_comes_after_those_that_it_mixes_in() -> None:
    recipes = {
        "a-last": recipe("y-first", bundled=True, mix=("y-first", "z-beside")),
        "y-first": recipe(),
        "z-beside": recipe("y-first"),
    }
    assert run_order(recipes) == ["y-first", "z-beside", "a-last"]


def test_a_run_comes_after_those_that_it_takes_parts_of() -> None:
    parted = recipe("y-first", bundled=True)
    run = parted["run"]
    assert isinstance(run, dict)
    run["parts_from"] = {"matching": "z-beside"}
    recipes = {"a-last": parted, "y-first": recipe(), "z-beside": recipe()}
    assert run_order(recipes) == ["y-first", "z-beside", "a-last"]


def test_a_missing_start_and_a_circle_are_named() -> None:
    with pytest.raises(ValueError, match="a <- gone"):
        run_order({"a": recipe("gone", bundled=True)})
    with pytest.raises(ValueError, match="a <- b <- a"):
        run_order({"a": recipe("b", bundled=True), "b": recipe("a")})


def test_the_repositorys_run_files_make_all_bundled_models() -> None:
    recipes = {path.stem: load_recipe(path) for path in RECIPES.glob("*.yaml")}
    order = run_order(recipes)
    bundled = {name for name in order if recipes[name].get("bundled")}
    kinds = ("3band", "4band", "8band", "landsat")
    assert bundled == {f"{network}-{kind}" for network in ("cf2n", "sipsanet") for kind in kinds}
    for name in order:
        for other in weights.needed(recipes[name]):
            assert order.index(other) < order.index(name)
        assert recipes[name].get("bundled") is not True or recipes[name]["card"]["id"] == name


def test_every_run_is_fitted_and_the_bundled_ones_are_exported(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    calls: list[str] = []
    monkeypatch.setattr(weights, "fit", lambda path, *_: calls.append(f"fit {path.stem}"))
    monkeypatch.setattr(
        weights, "export_run", lambda path, _: calls.append(f"export {path.stem}") or path
    )
    files = rebuild(tmp_path, tmp_path / "runs")
    assert len(files) == 8
    assert calls.index("fit cf2n-4band") < calls.index("export cf2n-4band")
    assert calls.index("fit cf2n-4band-first") < calls.index("fit cf2n-4band")
    assert "export cf2n-4band-first" not in calls


def test_a_rehearsal_cuts_every_run_and_leaves_the_bundled_models_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    fitted: dict[str, dict[str, object]] = {}

    def fit(path: Path, root: Path, runs: Path, threads: int | None) -> None:
        recipe = load_recipe(path)
        for other in weights.needed(recipe):
            assert other in fitted
            assert (path.parent / f"{other}.yaml").exists()
        fitted[path.stem] = recipe["run"]

    monkeypatch.setattr(weights, "fit", fit)
    monkeypatch.setattr(weights, "export_run", lambda path, runs, output: output)
    earlier = tmp_path / "runs" / REHEARSAL / "cf2n-4band-first" / "checkpoints" / "last.ckpt"
    earlier.parent.mkdir(parents=True)
    earlier.touch()
    with pytest.raises(ValueError, match="at least one step"):
        rehearse(tmp_path, tmp_path / "runs", 0)
    files = rehearse(tmp_path, tmp_path / "runs", 3)
    every = {path.stem for path in RECIPES.glob("*.yaml")}
    assert every - set(fitted) == {"cf2n-authors"}  # its data are not there
    assert "leaving out cf2n-authors" in capsys.readouterr().out
    assert {(run["steps"], run["validate_every"]) for run in fitted.values()} == {(3, 3), (0, 1)}
    assert len(files) == len(fitted)
    assert not earlier.exists()  # it trains all anew
    assert all(tmp_path / "runs" in file.parents for file in files)
