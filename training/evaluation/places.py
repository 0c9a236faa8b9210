"""Where to look in a scene: by two stated rules, and at a few places chosen by eye."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from training.evaluation.alignment import find_objects
from training.evaluation.samples import Array, Sample


@dataclass(frozen=True)
class Place:
    """A square of MS pixels and why it was chosen."""

    row: int
    column: int
    side: int
    reason: str


# centres in PAN pixels (row, column) of whole scenes at their own resolution
CHOSEN: dict[str, tuple[tuple[int, int, str], ...]] = {
    "gf2_8bit_04": ((540, 600, "coloured roofs"),),
    "gf2_8bit_09": ((160, 410, "pavilion in a pond"),),
    "gf2_blocks": ((320, 375, "cars along a street"),),
    "pleiades_melbourne_cbd": ((245, 440, "cars on an avenue"),),
    "pleiades_melbourne_park_a": ((615, 120, "cars on a motorway"),),
    "pleiades_melbourne_park_b": ((430, 550, "cars between trees"), (670, 330, "parked cars")),
    "vhr8_suburb": ((490, 660, "lorry on a street"), (545, 480, "parked cars")),
    "wv2_rotterdam_1": ((385, 140, "cars at a roundabout"), (540, 60, "vehicles on a road")),
    "wv2_rotterdam_2": ((350, 350, "vehicles on a quay"),),
    "wv2_suburb_north": ((130, 215, "cars on a motorway"), (465, 565, "cars on a motorway")),
    "wv2_suburb_southwest": ((215, 205, "cars on a street"), (520, 450, "car park")),
}


def places(sample: Sample, side: int) -> list[Place]:
    """Return what to show of a sample, each a square of at most `side` MS pixels.

    The square with most detail; at full resolution also the one about the small object that stands
    out most, in PAN and in colours (`alignment.find_objects`), and those chosen by eye.
    """
    side = min(side, *sample.ms.shape[1:])
    found = [richest(sample, side)]
    if sample.truth is not None:
        return found
    objects = find_objects(sample, most=1)
    if objects:
        box = objects[0]
        centre = (box.row + box.rows // 2, box.column + box.columns // 2)
        found.append(_about(sample, *centre, side, "strongest small object"))
    height, width = sample.ms.shape[1:]
    for pan_row, pan_column, reason in CHOSEN.get(sample.scene, ()):
        row = pan_row // sample.ratio - sample.origin[0]
        column = pan_column // sample.ratio - sample.origin[1]
        if 0 <= row < height and 0 <= column < width:
            found.append(_about(sample, row, column, side, reason))
    shown: dict[tuple[int, int], Place] = {}  # of squares that are the same, one
    for place in found:
        at = (place.row, place.column)
        before = shown.get(at)
        reason = f"{before.reason}, {place.reason}" if before else place.reason
        shown[at] = replace(place, reason=reason)
    return list(shown.values())


def richest(sample: Sample, side: int) -> Place:
    """Return the square in which PAN's mean gradient is largest.

    Gradients count up to their 90th percentile, so that a few glaring edges do not outweigh many
    ordinary ones.
    """
    pan, r = sample.pan.astype(np.float64), sample.ratio
    steps = np.zeros_like(pan)
    steps[1:] += np.abs(np.diff(pan, axis=0))
    steps[:, 1:] += np.abs(np.diff(pan, axis=1))
    some = steps[steps > 0]
    np.minimum(steps, np.percentile(some, 90) if some.size else 0, out=steps)
    height, width = sample.ms.shape[1:]
    cells = steps[: height * r, : width * r].reshape(height, r, width, r).sum(axis=(1, 3))
    total: Array = np.pad(cells, ((1, 0), (1, 0))).cumsum(axis=0).cumsum(axis=1)
    sums = total[side:, side:] - total[:-side, side:] - total[side:, :-side] + total[:-side, :-side]
    row, column = divmod(int(np.argmax(sums)), sums.shape[1])
    return Place(row, column, side, "most detail")


def _about(sample: Sample, row: int, column: int, side: int, reason: str) -> Place:
    """Return the square about an MS pixel, moved as little as it takes to lie in the sample."""
    height, width = sample.ms.shape[1:]
    top = min(max(0, row - side // 2), height - side)
    left = min(max(0, column - side // 2), width - side)
    return Place(top, left, side, reason)
