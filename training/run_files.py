"""Run files: what must and may stand in one, and what a run was begun with."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml

from training.files import write_whole
from training.options import is_number, is_whole, with_numbers

RECIPES = Path(__file__).parent / "recipes"
SUFFIX = ".yaml"  # of run files
CACHE, REHEARSAL = "prepared", "rehearsal"  # folders among those of the runs that are none
BEGUN_WITH = "run.yaml"  # in a run's folder
PARTS = {"network", "data", "run", "card"}  # and perhaps "module" and "bundled"
# Options of a run: those that decide about its weights, of which some must be there, and others,
# which may change when a run goes on: of the machine, of how far to go, and of the export.
WANTED = frozenset(("seed", "steps", "validate_every"))
DECISIVE = WANTED | {"averaging", "clip", "fresh", "parts_from", "start_from"}
OTHERS = frozenset(("compile", "devices", "nodes", "precision", "strategy", "stop_after"))
OTHERS |= {"detail_gain", "feature_sharpness", "finished", "mix", "regressed_share"}
WHOLE = {"seed": 0, "steps": 0, "validate_every": 1, "stop_after": 1}  # and the least they may be
LARGEST_SEED = 2**32 - 1
OR_NONE = frozenset(("averaging", "clip"))  # numbers, or null to do without
NUMBERS = OR_NONE | {"detail_gain", "feature_sharpness", "regressed_share"}
WHOLLY_HALF = ("16-true", "bf16-true")  # precisions
OF_THE_MACHINE = frozenset(("workers",))  # options of the data that decide about no weight


def load_recipe(path: Path) -> dict[str, Any]:
    """Read a run file.

    Text such as `6e-4`, outside the card, is taken for the number that it looks like.

    Raises:
        ValueError: it is no YAML, or not called so; or a part of it, or an option of its run, is
            missing, unknown, or no number where one is wanted.
    """
    recipe = read_yaml(path)
    if path.suffix != SUFFIX:  # others find it by its run's name
        raise ValueError(f"{path}: the name of a run file must end in {SUFFIX}")
    if path.stem in (CACHE, REHEARSAL):
        raise ValueError(
            f"{path}: {path.stem} is a folder of its own among the runs; rename the file"
        )
    if not isinstance(recipe, dict):
        raise ValueError(f"{path} is no run file: it has no parts")
    parts = (set(recipe) ^ PARTS) - {"module", "bundled"}
    no_mapping = [
        name for name in ("data", "run", "card") if not isinstance(recipe.get(name, {}), dict)
    ]
    if not isinstance(recipe.get("module") or {}, dict):
        no_mapping.append("module")
    if no_mapping:
        raise ValueError(f"{path}: no options in {', '.join(no_mapping)}")
    run = set(recipe.get("run", {}))
    missing, odd = WANTED - run, run - DECISIVE - OTHERS
    if parts or missing or odd:
        raise ValueError(
            f"{path}: parts missing or unknown: {sorted(parts)}; options of the run missing: "
            f"{sorted(missing)}, unknown: {sorted(odd)}"
        )
    lacking = sorted({"roles", "ratio", "rule", "streams"} - set(recipe["data"]))
    if lacking:
        raise ValueError(f"{path}: data lacks {', '.join(lacking)}")
    read: dict[str, Any] = {
        name: value if name == "card" else with_numbers(value) for name, value in recipe.items()
    }
    data = read["data"]
    if not isinstance(data["roles"], list) or not isinstance(data["streams"], dict):
        raise ValueError(f"{path}: data: roles must be a list, and streams have names")
    ratio = data["ratio"]
    if not is_whole(ratio, 1):
        raise ValueError(f"{path}: data: ratio must be a whole number from 1, got {ratio!r}")
    if not isinstance(read["network"], str):
        raise ValueError(f"{path}: network must be a name, got {read['network']!r}")
    if not isinstance(read.get("bundled", False), bool):
        raise ValueError(f"{path}: bundled must be true or false, got {read['bundled']!r}")
    check_run(read["run"], path)
    return read


def read_yaml(path: Path) -> Any:
    """Return what a file of YAML holds.

    Raises:
        ValueError: it is none; the message names it.
    """
    try:
        return yaml.safe_load(path.read_text(encoding="utf-8"))
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        raise ValueError(f"{path} is not YAML: {error}") from error


def check_run(run: dict[str, Any], path: Path) -> None:
    """Refuse options of a run that are not what they must be.

    Raises:
        ValueError: one is not; the message names it and the file.
    """
    for name, least in WHOLE.items():
        value = run.get(name, least)
        if not is_whole(value, least):
            raise ValueError(f"{path}: {name} must be a whole number from {least}, got {value!r}")
    if run["seed"] > LARGEST_SEED:
        raise ValueError(f"{path}: seed must be at most {LARGEST_SEED}, got {run['seed']}")
    if run.get("stop_after", 0) > run["steps"]:
        raise ValueError(f"{path}: stop_after must be at most steps, which is {run['steps']}")
    for name in NUMBERS & set(run):
        value = run[name]
        if not is_number(value) and not (value is None and name in OR_NONE):
            raise ValueError(f"{path}: {name} must be a number, got {value!r}")
    if not 0 <= (run.get("averaging") or 0) < 1:  # at 1 nothing that is learnt would be kept
        raise ValueError(f"{path}: averaging must be from 0 to below 1, got {run['averaging']!r}")
    if run.get("precision") in WHOLLY_HALF:
        raise ValueError(
            f"{path}: the networks need single precision in places; for {run['precision']} take "
            f"{run['precision'].replace('true', 'mixed')}"
        )
    fresh, parts, mix = run.get("fresh", []), run.get("parts_from", {}), run.get("mix", {})
    fits = {
        "start_from": isinstance(run.get("start_from", ""), (str, type(None))),
        "fresh": isinstance(fresh, list) and all(isinstance(part, str) for part in fresh),
        "parts_from": isinstance(parts, dict) and all(isinstance(n, str) for n in parts.values()),
        "mix": isinstance(mix, dict) and all(is_number(share) for share in mix.values()),
        "finished": isinstance(run.get("finished", {}), dict),
    }
    musts = {
        "start_from": "the name of a run or of a model file",
        "fresh": "a list of parts of the network",
        "parts_from": "a run or a model file for each part of the network",
        "mix": "a share for each run or model file",
        "finished": "options of the module",
    }
    for name, must in musts.items():
        if not fits[name]:
            raise ValueError(f"{path}: {name} must be {must}, got {run[name]!r}")
    if (fresh or parts) and run.get("start_from") is None:
        raise ValueError(
            f"{path}: without start_from there is nothing that fresh or parts_from add to"
        )


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
    wanted["data"] = deciding(recipe["data"])
    wanted["run"] = {name: value for name, value in recipe["run"].items() if name in DECISIVE}
    if scenes is not None:
        wanted["scenes"] = scenes
    kept = folder / BEGUN_WITH
    if kept.exists() and begun:
        before = read_yaml(kept)
        if not isinstance(before, dict) or not isinstance(before.get("data"), dict):
            raise ValueError(
                f"{kept} no longer says what the run was begun with; remove it if {recipe_file} is "
                "as it was then, or remove or rename the folder to train anew"
            )
        before["data"] = deciding(before["data"])
        before.setdefault("scenes", scenes)
        changed = [name for name in wanted if wanted[name] != before.get(name)]
        if changed:
            raise ValueError(
                f"{folder} was begun with another {', '.join(changed)} than {recipe_file} has now; "
                "remove or rename the folder to train anew, or undo the change"
            )
    folder.mkdir(parents=True, exist_ok=True)
    write_whole(kept, yaml.safe_dump(wanted, sort_keys=False).encode())


def deciding(data: dict[str, Any]) -> dict[str, Any]:
    """Return the options of the data that decide about a run's weights."""
    return {name: value for name, value in data.items() if name not in OF_THE_MACHINE}
