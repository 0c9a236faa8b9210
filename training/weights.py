"""`python -m training weights`: rebuild every bundled model from the manifest, in order.

Run files name the runs that they start from and mix in; a run file marked as bundled becomes a
model file. A run that is finished is not repeated, and an interrupted one goes on.
"""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from pathlib import Path

import yaml

from training.checkpoints import leads
from training.fit import export_run, fit
from training.origins import is_model
from training.run_files import RECIPES, REHEARSAL, load_recipe


def run_order(recipes: Mapping[str, dict[str, object]]) -> list[str]:
    """Return the bundled runs and those that they start from or mix in, each after these.

    Args:
        recipes: contents of run files by name.

    Raises:
        ValueError: a run needs one that is not there, or runs need each other.
    """
    order: list[str] = []

    def add(name: str, later: tuple[str, ...]) -> None:
        if name in order:
            return
        if name not in recipes or name in later:
            raise ValueError(f"{' <- '.join((*later, name))}: no such run, or a circle")
        for other in needed(recipes[name]):
            add(other, (*later, name))
        order.append(name)

    for name, recipe in sorted(recipes.items()):
        if recipe.get("bundled"):
            add(name, ())
    return order


def needed(recipe: Mapping[str, object]) -> list[str]:
    """Return the runs whose weights a run file starts from, takes parts of, or mixes in.

    Model files that it names instead are there already.
    """
    run = recipe["run"]
    if not isinstance(run, dict):
        return []
    start = run.get("start_from")
    parts = run.get("parts_from", {}).values()
    named = [*([start] if start is not None else []), *parts, *run.get("mix", {})]
    return [name for name in named if not is_model(name)]


def rebuild(root: Path, runs: Path, threads: int | None = None) -> list[Path]:
    """Train and export all bundled models; return their files."""
    recipes = {path.stem: load_recipe(path) for path in RECIPES.glob("*.yaml")}
    files = []
    for name in run_order(recipes):
        print(f"fitting {name}", flush=True)
        fit(RECIPES / f"{name}.yaml", root, runs, threads)
        if recipes[name].get("bundled") and leads():
            files.append(export_run(RECIPES / f"{name}.yaml", runs))
    return files


def rehearse(root: Path, runs: Path, steps: int, threads: int | None = None) -> list[Path]:
    """Run all that `rebuild` does from nothing, each run cut to some steps; return the models.

    It shows that every run file works on the data and finds what it starts from. Runs and models,
    which are worth nothing, lie in a folder of their own, and so does the cache of scenes. Run
    files that belong to no bundled model come last; one whose data are not there is left out, and
    said to be. An earlier rehearsal is removed.

    Raises:
        ValueError: there are no steps.
    """
    if steps < 1:
        raise ValueError(f"a rehearsal has at least one step, not {steps}")
    folder = runs / REHEARSAL
    if leads():
        shutil.rmtree(folder, ignore_errors=True)
    shortened = folder / "recipes"
    shortened.mkdir(parents=True, exist_ok=True)
    recipes = {path.stem: load_recipe(path) for path in RECIPES.glob("*.yaml")}
    for name, recipe in recipes.items():
        short = min(steps, recipe["run"]["steps"])
        changed = {**recipe["run"], "steps": short, "validate_every": max(1, short)}
        changed["compile"] = False
        changed.pop("stop_after", None)
        text = yaml.safe_dump({**recipe, "run": changed}, sort_keys=False, allow_unicode=True)
        (shortened / f"{name}.yaml").write_text(text, encoding="utf-8")
    order = run_order(recipes)
    files = []
    for name in (*order, *sorted(set(recipes) - set(order))):
        missing = [
            part["file"]
            for part in recipes[name]["data"].get("pancollection", [])
            if not (root / part["file"]).exists()
        ]
        if missing:
            print(f"leaving out {name}: {', '.join(missing)} not in {root}", flush=True)
            continue
        print(f"rehearsing {name}", flush=True)
        file = shortened / f"{name}.yaml"
        fit(file, root, folder, threads)
        model = folder / "models" / f"{recipes[name]['card']['id']}.onnx"
        model.parent.mkdir(exist_ok=True)
        if leads():
            files.append(export_run(file, folder, model))
    return files
