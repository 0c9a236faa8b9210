"""What a PAN/MS pair is and what would become of it, told from headers before any run.

`describe` is cheap enough for a dialog that changes with every file chosen; `estimate_shift` reads
pixels and takes a second or more.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Mapping, Sequence
from copy import copy
from dataclasses import dataclass
from pathlib import Path

from qgis_pansharp.backend.band_roles import band_roles
from qgis_pansharp.backend.errors import PansharpError
from qgis_pansharp.backend.messages import Message
from qgis_pansharp.backend.models import Model, choose_model, reason_of_choice
from qgis_pansharp.backend.models.further import models_at_hand
from qgis_pansharp.backend.pixels import PairReader
from qgis_pansharp.backend.raster import RasterInfo, metres_per_unit, read_info, read_tags
from qgis_pansharp.backend.registration import ShiftEstimator
from qgis_pansharp.backend.scene import Scene, make_scene, overlap
from qgis_pansharp.backend.sensors import sensor_of_file, sensor_of_tags

_NUMBER = re.compile(r"\d+")


@dataclass(frozen=True)
class PairFacts:
    """What the headers of a pair tell; None, or nothing, for what they do not.

    `ratio` is PAN pixels per MS pixel along one side. `overlap` is the share of PAN's area that MS
    covers too, 0 to 1. `pan_gsd` and `ms_gsd` are the pixels' sides on the ground in metres (of the
    square as large as a pixel), measured at the raster's centre where the CRS is in degrees.

    `bands`, `roles` ("" where the file does not say), `dtype` and `bits` are MS's; `bits` are those
    that the file says are used of each value, else those of the data type. `sensor` is called as in
    `mtf.SENSOR_GAINS`, where that has it.

    `method` and `model` (its id) are what "auto" takes, `reason` is a clause that says why. They
    are missing where `problem` says what keeps the pair from being sharpened, and what to do.
    """

    ratio: int | None
    overlap: float | None
    pan_gsd: float | None
    ms_gsd: float | None
    bands: int
    roles: tuple[str, ...]
    dtype: str
    bits: int | None
    sensor: str | None
    method: str | None
    model: str | None
    reason: Message | None
    problem: PansharpError | None


def describe(pan: str | Path, ms: str | Path, model_folder: str | Path | None = None) -> PairFacts:
    """Return what the headers of two files tell about them as a pair.

    Nothing that a user can cause is raised: it is the facts' `problem`, the first that a run with
    the method "auto" would stop at, its output left aside.

    Args:
        pan: panchromatic raster.
        ms: multispectral raster.
        model_folder: further models, as of `SharpenRequest`.
    """
    problems: list[PansharpError] = []
    pan_info, pan_tags = _headers(pan, "PAN", problems)
    ms_info, ms_tags = _headers(ms, "MS", problems)
    roles = () if ms_info is None else band_roles(ms_info)
    scene = None if problems else _scene(pan_info, ms_info, problems)
    model, reason = None, None
    if scene is not None:
        model, reason = _choose(scene, roles, model_folder, problems)
    return PairFacts(
        ratio=None if scene is None else scene.ratio,
        overlap=_overlap(scene, pan_info, ms_info),
        pan_gsd=_gsd(pan_info),
        ms_gsd=_gsd(ms_info),
        bands=len(roles),
        roles=roles,
        dtype="" if ms_info is None else ms_info.dtype,
        bits=None if ms_info is None else _bits(ms_info, ms_tags),
        sensor=_sensor((ms_tags, pan_tags), (ms_info, pan_info)),
        method=None if model is None else model.card.network,
        model=None if model is None else model.card.id,
        reason=reason,
        problem=problems[0] if problems else None,
    )


def estimate_shift(
    pan: str | Path, ms: str | Path, watch: Callable[[], None]
) -> tuple[float, float] | None:
    """Estimate how far PAN lies from MS, by what a run reads for it and in its way.

    Args:
        pan: panchromatic raster, one band.
        ms: multispectral raster of the same place.
        watch: called between windows; may raise `Cancelled` to stop.

    Returns:
        PAN's features lie so far (down, right) of MS's, in PAN pixels; (0, 0) where a run would
        leave them, None where the scene does not tell.

    Raises:
        PansharpError: the files do not fit together or cannot be read, or what `watch` raises.
    """
    scene = make_scene(read_info(pan, "PAN"), read_info(ms, "MS"))
    estimator = ShiftEstimator(scene.ratio)
    with PairReader(scene) as reader:
        reader.sample(watch, estimator)
    return estimator.estimate().between if estimator.tells else None


def _bare(problem: PansharpError) -> PansharpError:
    """Return an error that can be kept: without a traceback, which keeps the callers' values."""
    return copy(problem)


def _headers(
    path: str | Path, role: str, problems: list[PansharpError]
) -> tuple[RasterInfo | None, Mapping[str, str]]:
    """Read a header and its tags; what is wrong joins the problems."""
    try:
        return read_info(path, role), read_tags(path, role)
    except PansharpError as problem:
        problems.append(_bare(problem))
        return None, {}


def _scene(
    pan: RasterInfo | None, ms: RasterInfo | None, problems: list[PansharpError]
) -> Scene | None:
    if pan is None or ms is None:
        return None
    try:
        return make_scene(pan, ms)
    except PansharpError as problem:
        problems.append(_bare(problem))
        return None


def _choose(
    scene: Scene,
    roles: Sequence[str],
    folder: str | Path | None,
    problems: list[PansharpError],
) -> tuple[Model | None, Message | None]:
    """Return the model that "auto" takes, and why."""
    try:
        models, _ = models_at_hand(folder)
        model = choose_model(models, "auto", roles, scene.ratio, scene.pan.path, scene.ms.path)
    except PansharpError as problem:
        problems.append(_bare(problem))
        return None, None
    return model, reason_of_choice(models, model, roles)


def _overlap(scene: Scene | None, pan: RasterInfo | None, ms: RasterInfo | None) -> float | None:
    """Return the share of PAN's area that a run would sharpen, else the headers' geometry."""
    if scene is not None:
        return scene.rows * scene.columns / (scene.pan.height * scene.pan.width)
    return None if pan is None or ms is None else overlap(pan, ms)


def _gsd(info: RasterInfo | None) -> float | None:
    """Return the side in metres of the square as large as a pixel."""
    if info is None or info.geotransform is None:
        return None
    t = info.geotransform
    middle = t[3] + info.width / 2 * t[4] + info.height / 2 * t[5]
    metres = metres_per_unit(info.wkt, middle)
    area = abs(t[1] * t[5] - t[2] * t[4])
    if metres is None or not math.isfinite(area) or area == 0:
        return None
    return math.sqrt(area * metres[0] * metres[1])


def _bits(info: RasterInfo, tags: Mapping[str, str]) -> int | None:
    """Return the bits of a value: those said to be used, else those that the type's name ends in.

    NumPy's names and GDAL's have their bits at the end; GDAL's Byte, which is uint8 here, does not.
    """
    stated = _NUMBER.fullmatch(tags.get("NBITS", "")) or _NUMBER.search(info.dtype)
    return int(stated[0]) if stated else None


def _sensor(tags: Sequence[Mapping[str, str]], infos: Sequence[RasterInfo | None]) -> str | None:
    """Return the sensor that the files' tags tell, else their names; sources of a VRT are files."""
    told = [sensor_of_tags(tag) for tag in tags]
    named = [sensor_of_file(file) for info in infos if info for file in (info.path, *info.files)]
    return next((sensor for sensor in (*told, *named) if sensor), None)
