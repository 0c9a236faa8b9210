"""A sheet for each sample, in the manner of the field: crops of all methods, errors under them.

All colour crops of a row share the stretch of the MS crop, PAN has its own. Error maps are the mean
over the bands of |fused − truth| over the truth's band mean, all from 0 to the 99th percentile of
EXP's.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np

from training.evaluation.methods import EXP
from training.evaluation.pictures import Panel, Stretch, draw_sheet, visible
from training.evaluation.places import Place, places
from training.evaluation.samples import Array, Sample

SIDE = 48  # MS pixels of a crop


def draw(folder: Path, sample: Sample, fused: Mapping[str, Array], side: int = SIDE) -> Path:
    """Write the sheet of one sample and return its file."""
    rows: list[list[Panel | None]] = []
    chosen = places(sample, side)
    errors, worst = {}, 1.0
    if sample.truth is not None:
        errors = {name: error_map(image, sample.truth) for name, image in fused.items()}
        worst = float(np.percentile(errors[EXP], 99)) if EXP in errors else 1.0
    for place in chosen:
        rows.append([*crops(sample, fused, place)])
        if sample.truth is not None:
            under: list[Panel | None] = [None, None, None]
            at = _fine(place, sample.ratio)
            rows.append(under + [Panel(f"error, {n}", e[at]) for n, e in errors.items()])
    file = folder / f"{sample.scene}-{sample.resolution}.png"
    top, left = sample.origin
    why = "; ".join(
        f"{place.reason} at MS {top + place.row}, {left + place.column}" for place in chosen
    )
    draw_sheet(file, f"{sample.scene}, {sample.resolution} resolution: {why}", rows, worst)
    return file


def crops(sample: Sample, fused: Mapping[str, Array], place: Place) -> list[Panel]:
    """Return the panels of one place: MS, PAN, truth if there is one, and every method."""
    r, roles = sample.ratio, sample.roles
    at, coarse = _fine(place, r), _fine(place, 1)
    ms = visible(sample.ms, roles)[(slice(None), *coarse)]
    stretch = Stretch.of(ms)
    pan = sample.pan[at][None]
    enlarged = ms.repeat(r, axis=1).repeat(r, axis=2)
    panels = [
        Panel("MS", stretch.render(enlarged)),
        Panel("PAN", Stretch.of(pan).render(pan)),
    ]
    images: Sequence[tuple[str, Array]] = list(fused.items())
    if sample.truth is not None:
        images = [("truth", sample.truth), *images]
    for name, image in images:
        crop = visible(image, roles)[(slice(None), *at)]
        panels.append(Panel(name, stretch.render(crop)))
    return panels


def error_map(fused: Array, truth: Array) -> Array:
    """Return the mean over bands `(H, W)` of the error over the band's mean, both `(B, H, W)`."""
    level = truth.mean(axis=(1, 2), keepdims=True, dtype=np.float64)
    errors: Array = (np.abs(fused - truth) / level).mean(axis=0)
    return errors


def _fine(place: Place, scale: int) -> tuple[slice, slice]:
    row, column, side = place.row * scale, place.column * scale, place.side * scale
    return slice(row, row + side), slice(column, column + side)
