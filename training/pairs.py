"""Prepared pairs: scenes read, registered, reduced and scaled once, then memory-mapped.

A pair is kept in a folder named after everything that its values depend on, so that another recipe,
another manifest entry or a changed file makes a new one and an interrupted preparation is repeated.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from qgis_pansharp.backend.classical import interpolate
from qgis_pansharp.backend.pixels import block_means
from qgis_pansharp.backend.scaling import fit_scaling
from training.holes import mostly
from training.scenes import TrainingScene
from training.simulate import simulate_pair

Array = npt.NDArray[Any]

REDUCED, FULL = "reduced", "full"
STREAMS = (REDUCED, FULL)
VERSION = 10  # of what is kept; raise it when the meaning of the arrays changes


@dataclass(frozen=True)
class Pair:
    """Scaled values of one scene at one resolution, ready to crop.

    `level` is the mean digital number of the truth in units of values (errors in values divided by
    it are relative errors) and `plain` the relative RMS error of interpolation (ERGAS without its
    factor), both over all of the scene that has data; without a truth they are of MS, and 1. Holes
    are filled from around them (`training.holes`): `empty` says where nothing is to be learnt. With
    `enlarged` the source brought its own interpolated MS: such a pair is used as it is, whatever
    its geometry.
    """

    name: str
    ratio: int
    roles: tuple[str, ...]  # of the bands present
    gains: tuple[float, ...]  # MTF of the MS bands at Nyquist
    shift: tuple[float, float]  # of PAN against MS that is left, MS pixels
    pan: Array  # (H, W)
    ms: Array  # (B, h, w)
    truth: Array | None  # (B, H, W)
    empty: Array  # (h, w) bool: MS pixels without data in a noticeable part of their footprint
    own_ms: bool  # MS came with the truth from the source, and was not made from it here
    level: Array  # (B,)
    plain: float
    enlarged: Array | None = None  # (B, H, W), in values


def prepare(
    scene: TrainingScene,
    roles: Sequence[str],
    rule: str,
    stream: str,
    cache: Path,
    register_from: float = 0.0,
    ratio: int | None = None,
) -> Pair:
    """Return a scene's pair at one resolution, from the cache where it is there.

    Args:
        roles: bands wanted; a scene that lacks some brings those that it has.
        rule: value scaling, as on the model's card.
        stream: "reduced" (Wald's protocol, with truth) or "full" (as the sensor gave it).
        cache: folder of the prepared pairs.
        register_from: pairs shifted by this many MS pixels or more are registered before they are
            reduced; at full resolution they stay crooked.
        ratio: of the network; scenes of another one serve at reduced resolution only.
    """
    present = tuple(role for role in roles if role in scene.bands)
    ratio = ratio or scene.ratio
    rest = (present, rule, stream, register_from)
    key = _key(scene, *rest, *([ratio] if ratio != scene.ratio else []))
    folder = cache / f"{scene.name}-{stream}-{key}"
    if not folder.exists():
        _write(folder, *_make(scene, *rest, ratio))
    try:
        return load(folder)
    except (OSError, ValueError, LookupError, EOFError) as error:
        raise ValueError(f"{folder} is damaged; remove it, and it is made anew: {error}") from error


def load(folder: Path) -> Pair:
    """Open a prepared pair; its arrays are memory-mapped, read-only."""
    notes = json.loads((folder / "pair.json").read_text(encoding="utf-8"))
    arrays = {
        name: np.load(folder / f"{name}.npy", mmap_mode="r")
        for name in ("pan", "ms", "truth", "empty")
        if (folder / f"{name}.npy").exists()
    }
    return Pair(
        name=notes["name"],
        ratio=notes["ratio"],
        roles=tuple(notes["roles"]),
        gains=tuple(notes["gains"]),
        shift=(notes["shift"][0], notes["shift"][1]),
        pan=arrays["pan"],
        ms=arrays["ms"],
        truth=arrays.get("truth"),
        empty=arrays["empty"],
        own_ms=notes["own_ms"],
        level=np.array(notes["level"], np.float32),
        plain=notes["plain"],
    )


def _key(scene: TrainingScene, *rest: Any) -> str:
    """Name everything that the prepared values depend on."""
    files = [scene.folder / name for name in ("pan.tif", "ms.tif", "gt.tif")]
    stamps = [(f.stat().st_size, f.stat().st_mtime_ns) for f in files if f.exists()]
    entry = {**asdict(scene), "folder": "", "role": "", "group": ""}
    if scene.ms_gains is None:
        del entry["ms_gains"]
    text = json.dumps([VERSION, entry, stamps, rest], sort_keys=True)
    return hashlib.sha256(text.encode()).hexdigest()[:12]


def _make(
    scene: TrainingScene,
    roles: tuple[str, ...],
    rule: str,
    stream: str,
    register_from: float,
    ratio: int,
) -> tuple[dict[str, Array], dict[str, Any]]:
    """Read one scene and scale it as the product would."""
    if ratio != scene.ratio and (stream != REDUCED or scene.kind != "raw"):
        raise ValueError(f"{scene.name} has ratio {scene.ratio}, and serves {ratio} only reduced")
    if stream == FULL and scene.kind == "ms":
        raise ValueError(f"{scene.name} has no PAN, and serves only reduced")
    crooked = scene.misregistration >= register_from
    shift, truth, own = scene.shift, None, False
    if scene.kind == "ms":
        random = np.random.default_rng(int.from_bytes(scene.name.encode()[-8:], "big"))
        image, valid = scene.read_ms(roles)
        pan, ms, truth = simulate_pair(image, roles, scene.ratio, scene.gains(roles), random)
        valid = valid[: pan.shape[0], : pan.shape[1]]
    elif stream == REDUCED:
        pan, ms, truth, valid = scene.read_reduced(roles, crooked, ratio)
        own = scene.read_truth(roles) is not None
    else:
        pan, ms, valid = scene.read(roles)
    if stream == REDUCED:
        # a shift is ratio times smaller in MS pixels after the reduction
        shift = shift if own else (shift[0] / ratio, shift[1] / ratio)
        shift = (0.0, 0.0) if crooked else shift
    empty = ~valid if truth is None else ~mostly(valid, ratio)
    scaling = fit_scaling(rule, block_means(pan, ratio)[~empty], ms[:, ~empty])
    values = scaling.ms_to_values(ms)
    arrays = {"pan": scaling.pan_to_values(pan), "ms": values, "empty": empty}
    plain = 1.0
    numbers = ms[:, valid].mean(axis=1) if truth is None else mean_where(truth, valid)
    level = numbers / scaling.ms_scale
    if truth is not None:
        arrays["truth"] = scaling.ms_to_values(truth)
        error = mean_where(np.square(interpolate(values, ratio) - arrays["truth"]), valid)
        with np.errstate(all="ignore"):
            plain = float(np.sqrt((error / np.square(level)).mean()))
    check_levels(level, plain, roles, f"scene {scene.name}")
    notes = {
        "name": scene.name,
        "ratio": ratio,
        "roles": list(roles),
        "gains": list(scene.gains(roles)),
        "shift": list(shift),
        "own_ms": own,
        "level": [float(value) for value in level],
        "plain": max(plain, 1e-3),
    }
    return arrays, notes


def check_levels(level: Array, plain: float, roles: Sequence[str], where: str) -> None:
    """Refuse images whose errors cannot be told relative to their bands' means.

    Raises:
        ValueError: a mean is infinite or no number, or 0 where there is a truth.
    """
    if np.isfinite(level).all() and np.isfinite(plain):
        return
    wrong = [role for role, value in zip(roles, level) if not np.isfinite(value) or not value]
    raise ValueError(
        f"{where}: the mean of {' and '.join(wrong or roles)} is 0, infinite or no number; mark "
        "such values as nodata in the file, or leave out bands that are empty"
    )


def mean_where(image: Array, valid: Array) -> Array:
    """Return the mean `(B,)` of `(B, h, w)` over the pixels that are valid."""
    # the same to the last digit as ever where there are no holes
    mean: Array = image.mean(axis=(1, 2)) if valid.all() else image[:, valid].mean(axis=1)
    return mean


def _write(folder: Path, arrays: dict[str, Array], notes: dict[str, Any]) -> None:
    """Write a pair whole or not at all."""
    folder.parent.mkdir(parents=True, exist_ok=True)
    partial = folder.with_name(f"{folder.name}.{os.getpid()}.part")
    shutil.rmtree(partial, ignore_errors=True)
    partial.mkdir()
    try:
        for name, array in arrays.items():
            np.save(partial / f"{name}.npy", np.ascontiguousarray(array))
        (partial / "pair.json").write_text(json.dumps(notes), encoding="utf-8")
        partial.rename(folder)
    except OSError as error:
        if not folder.exists():  # else another process was first
            raise OSError(f"{folder} cannot be written: {error}") from error
    finally:
        shutil.rmtree(partial, ignore_errors=True)
