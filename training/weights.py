"""`python -m training weights`: rebuild every bundled model from the manifest, in order.

Run files name the runs that they start from; a run file marked as bundled becomes a model file. A
run that is finished is not repeated, and an interrupted one goes on.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from training.fit import RECIPES, export_run, fit, load_recipe


def run_order(recipes: Mapping[str, dict[str, object]]) -> list[str]:
    """Return the bundled runs and those that they start from, each after its own start.

    Args:
        recipes: contents of run files by name.

    Raises:
        ValueError: a run starts from one that is not there, or runs start from each other.
    """
    order: list[str] = []

    def add(name: str, later: tuple[str, ...]) -> None:
        if name in order:
            return
        if name not in recipes or name in later:
            raise ValueError(f"{' <- '.join((*later, name))}: no such run, or a circle")
        start = starting_point(recipes[name])
        if start is not None:
            add(start, (*later, name))
        order.append(name)

    for name, recipe in sorted(recipes.items()):
        if recipe.get("bundled"):
            add(name, ())
    return order


def starting_point(recipe: Mapping[str, object]) -> str | None:
    """Return the run that a run file starts from."""
    run = recipe["run"]
    return run.get("start_from") if isinstance(run, dict) else None


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
