"""Run files: what must and may stand in one, and what a run was begun with."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml

RECIPES = Path(__file__).parent / "recipes"
BEGUN_WITH = "run.yaml"  # in a run's folder
PARTS = {"network", "data", "run", "card"}  # and perhaps "module" and "bundled"
# Options of a run: those that decide about its weights, of which some must be there, and others,
# which may change when a run goes on: of the machine, of how far to go, and of the export.
WANTED = frozenset(("seed", "steps", "validate_every"))
DECISIVE = WANTED | {"averaging", "clip", "fresh", "parts_from", "start_from"}
OTHERS = frozenset(("compile", "devices", "nodes", "precision", "strategy", "stop_after"))
OTHERS |= {"detail_gain", "feature_sharpness", "mix"}


def load_recipe(path: Path) -> dict[str, Any]:
    """Read a run file.

    Raises:
        ValueError: a part of it, or an option of its run, is missing or unknown.
    """
    recipe: dict[str, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
    parts = (set(recipe) ^ PARTS) - {"module", "bundled"}
    run = set(recipe.get("run", {}))
    missing, odd = WANTED - run, run - DECISIVE - OTHERS
    if parts or missing or odd:
        raise ValueError(
            f"{path}: parts missing or unknown: {sorted(parts)}; options of the run missing: "
            f"{sorted(missing)}, unknown: {sorted(odd)}"
        )
    return recipe


def remember(recipe: dict[str, Any], recipe_file: Path, folder: Path) -> None:
    """Keep what decides about a run's weights in its folder; refuse to go on with anything else.

    Raises:
        ValueError: the run was begun with others.
    """
    wanted = {name: recipe.get(name) for name in ("network", "data", "module")}
    wanted["run"] = {name: value for name, value in recipe["run"].items() if name in DECISIVE}
    kept = folder / BEGUN_WITH
    if kept.exists():
        begun = yaml.safe_load(kept.read_text(encoding="utf-8"))
        changed = [name for name in wanted if wanted[name] != begun.get(name)]
        if changed:
            raise ValueError(
                f"{folder} was begun with another {', '.join(changed)} than {recipe_file} has now; "
                "remove or rename the folder to train anew, or undo the change"
            )
    folder.mkdir(parents=True, exist_ok=True)
    kept.write_text(yaml.safe_dump(wanted, sort_keys=False), encoding="utf-8")
