"""`python -m training weights`: rebuild every bundled model from the manifest, in order.

Run files name the runs that they start from and mix in; a run file marked as bundled becomes a
model file. A run that is finished is not repeated, and an interrupted one goes on.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from training.fit import RECIPES, export_run, fit, load_recipe


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
    """Return the runs whose weights a run file starts from or mixes in."""
    run = recipe["run"]
    if not isinstance(run, dict):
        return []
    start = run.get("start_from")
    return [*([start] if start is not None else []), *run.get("mix", {})]


def rebuild(root: Path, runs: Path, threads: int | None = None) -> list[Path]:
    """Train and export all bundled models; return their files."""
    recipes = {path.stem: load_recipe(path) for path in RECIPES.glob("*.yaml")}
    files = []
    for name in run_order(recipes):
        print(f"fitting {name}", flush=True)
        fit(RECIPES / f"{name}.yaml", root, runs, threads)
        if recipes[name].get("bundled"):
            files.append(export_run(RECIPES / f"{name}.yaml", runs))
    return files
