"""Run files: what must and may stand in one, and what a run was begun with."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml

from training.options import with_numbers

RECIPES = Path(__file__).parent / "recipes"
BEGUN_WITH = "run.yaml"  # in a run's folder
PARTS = {"network", "data", "run", "card"}  # and perhaps "module" and "bundled"
# Options of a run: those that decide about its weights, of which some must be there, and others,
# which may change when a run goes on: of the machine, of how far to go, and of the export.
WANTED = frozenset(("seed", "steps", "validate_every"))
DECISIVE = WANTED | {"averaging", "clip", "fresh", "parts_from", "start_from"}
OTHERS = frozenset(("compile", "devices", "nodes", "precision", "strategy", "stop_after"))
OTHERS |= {"detail_gain", "feature_sharpness", "finished", "mix", "regressed_share"}
WHOLE = {"seed": 0, "steps": 0, "validate_every": 1, "stop_after": 0}  # and the least they may be
NUMBERS = frozenset(("averaging", "clip", "detail_gain", "feature_sharpness", "regressed_share"))


def load_recipe(path: Path) -> dict[str, Any]:
    """Read a run file.

    Text such as `6e-4`, outside the card, is taken for the number that it looks like.

    Raises:
        ValueError: it is no YAML; or a part of it, or an option of its run, is missing, unknown,
            or no number where one is wanted.
    """
    try:
        recipe = yaml.safe_load(path.read_text(encoding="utf-8"))
    except yaml.YAMLError as error:
        raise ValueError(f"{path} is not YAML: {error}") from error
    if not isinstance(recipe, dict):
        raise ValueError(f"{path} is no run file: it has no parts")
    parts = (set(recipe) ^ PARTS) - {"module", "bundled"}
    no_mapping = [
        name
        for name in ("data", "run", "card", "module")
        if not isinstance(recipe.get(name) or {}, dict)
    ]
    if no_mapping:
        raise ValueError(f"{path}: no options in {', '.join(no_mapping)}")
    run = set(recipe.get("run") or {})
    missing, odd = WANTED - run, run - DECISIVE - OTHERS
    if parts or missing or odd:
        raise ValueError(
            f"{path}: parts missing or unknown: {sorted(parts)}; options of the run missing: "
            f"{sorted(missing)}, unknown: {sorted(odd)}"
        )
    lacking = sorted({"roles", "ratio", "rule", "streams"} - set(recipe["data"] or {}))
    if lacking:
        raise ValueError(f"{path}: data lacks {', '.join(lacking)}")
    read: dict[str, Any] = {
        name: value if name == "card" else with_numbers(value) for name, value in recipe.items()
    }
    data = read["data"]
    if not isinstance(data["roles"], list) or not isinstance(data["streams"], dict):
        raise ValueError(f"{path}: data: roles must be a list, and streams have names")
    ratio = data["ratio"]
    if isinstance(ratio, bool) or not isinstance(ratio, int) or ratio < 1:
        raise ValueError(f"{path}: data: ratio must be a whole number from 1, got {ratio!r}")
    for name, least in WHOLE.items():
        value = read["run"].get(name, least)
        if isinstance(value, bool) or not isinstance(value, int) or value < least:
            raise ValueError(f"{path}: {name} must be a whole number from {least}, got {value!r}")
    if not isinstance(read["run"].get("finished", {}), dict):
        raise ValueError(f"{path}: finished must be options of the module")
    for name in NUMBERS & run:
        value = read["run"][name]
        if isinstance(value, bool) or not isinstance(value, (int, float, type(None))):
            raise ValueError(f"{path}: {name} must be a number, got {value!r}")
    return read


def remember(
    recipe: dict[str, Any],
    recipe_file: Path,
    folder: Path,
    scenes: str | None = None,
    begun: bool = True,
) -> None:
    """Keep what decides about a run's weights in its folder; refuse to go on with anything else.

    Args:
        recipe: what stands in the run file.
        recipe_file: the run file.
        folder: of the run.
        scenes: digest of the manifest's entries that it trains on. Folders of runs from before
            there was one lack it.
        begun: whether there are weights already; there is nothing to go on with otherwise.

    Raises:
        ValueError: the run was begun with others.
    """
    wanted = {name: recipe.get(name) for name in ("network", "data", "module")}
    wanted["run"] = {name: value for name, value in recipe["run"].items() if name in DECISIVE}
    if scenes is not None:
        wanted["scenes"] = scenes
    kept = folder / BEGUN_WITH
    if kept.exists() and begun:
        before = yaml.safe_load(kept.read_text(encoding="utf-8"))
        before.setdefault("scenes", scenes)
        changed = [name for name in wanted if wanted[name] != before.get(name)]
        if changed:
            raise ValueError(
                f"{folder} was begun with another {', '.join(changed)} than {recipe_file} has now; "
                "remove or rename the folder to train anew, or undo the change"
            )
    folder.mkdir(parents=True, exist_ok=True)
    kept.write_text(yaml.safe_dump(wanted, sort_keys=False), encoding="utf-8")
