"""The third part of a report: what happens to colours that MS has in another place than PAN.

The MS is shifted by known lengths, 0 to 4 MS pixels, once as a whole (bad registration) and once
only in small objects (cars that moved between the two exposures): what lies at an object's place is
pasted a shift further and the place itself filled with its surroundings. PAN is never touched. Then
the result is judged where PAN has the objects:

- `D_rho` and `edge correlation`: does it follow PAN? On the object and one MS pixel around.
- `colour error %` and `SAM`: has it the object's own colour? On the object, against what is there
  without any shift.
- `relative error`: the colour error over that at shift 0, which every method has.

The colour error counts brightness too, which component substitution takes from PAN whatever lies
in MS; SAM leaves it out and so tells hues alone.

A rigid method degrades with the shift; one that fetches colours from beside stays flat.

Two variants, for each lacks what the other has. *Reduced* resolution knows the truth at PAN's
size, and half pixels of MS are whole pixels of it, so that nothing is resampled: truth is shifted
and then degraded. But its objects are large on the ground (an MS pixel there is as wide as `ratio`
real ones), hence houses and trees rather than cars. *Full* resolution has real cars but no truth:
MS is shifted by its own whole pixels, and the result compared at MS's size, degraded by the
sensor's MTF, with MS before the shift; finer colour errors do not show. Both use well-registered
scenes only, for else the shift 0 would not be one.

Objects are the car-sized places (2×3 to 3×5 MS pixels) that stand out most from what lies on all
four sides of them, in PAN and in colours both: the least of these contrasts counts. They keep so
far apart that no shifted object touches another's place.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

import numpy as np

from qgis_pansharp.backend.mtf import degrade
from qgis_pansharp.backend.pixels import block_means
from qgis_pansharp.backend.quality.windows import window_sums
from training.evaluation.methods import Method
from training.evaluation.samples import Array, Sample, named
from training.samples import surroundings

WHOLE, OBJECTS = "whole MS", "objects"
KINDS = (WHOLE, OBJECTS)
LARGEST = 4  # MS pixels
SIZES = ((2, 3), (3, 2), (2, 4), (4, 2), (3, 5), (5, 3))  # of objects: rows, columns
RING = 2  # MS pixels around an object that are its surroundings
MARGIN = LARGEST + RING + 1  # MS pixels that objects keep from the border
GAP = LARGEST + RING  # and between one object and another
MOST = 12  # objects of a scene
LEAST_CONTRAST = 0.25  # of an object, in spreads of the scene
DIRECTIONS = ((0, 1), (1, 0), (0, -1), (-1, 0))  # down, right; objects take them in turn
LEAST_SIDE = 24  # MS pixels of a scene
WELL_REGISTERED = 0.3  # MS pixels

FIGURES = ("D_rho", "edge correlation", "colour error %", "SAM", "relative error")


@dataclass(frozen=True)
class Box:
    """An object's place in MS pixels."""

    row: int
    column: int
    rows: int
    columns: int

    def grown(self, by: int) -> Box:
        """Return the box with so many pixels more on every side."""
        return Box(self.row - by, self.column - by, self.rows + 2 * by, self.columns + 2 * by)

    def slices(self, scale: int = 1, down: int = 0, right: int = 0) -> tuple[slice, slice]:
        """Return rows and columns on a grid `scale` times as fine, moved by pixels of it."""
        top, left = self.row * scale + down, self.column * scale + right
        return slice(top, top + self.rows * scale), slice(left, left + self.columns * scale)


@dataclass(frozen=True)
class Point:
    """The figures of one method on one scene under one shift."""

    resolution: str
    scene: str
    method: str
    kind: str  # one of KINDS
    shift: float  # MS pixels
    figures: dict[str, float]


def align(samples: Iterable[Sample], methods: dict[str, Method]) -> list[Point]:
    """Shift every sample in all ways, fuse it by all methods, and judge the objects."""
    points = []
    turn = {"reduced": 0, "full": 0}
    for sample in samples:
        if min(sample.ms.shape[1:]) < LEAST_SIDE:
            continue
        if sample.truth is not None:
            # at every shift the same filter, also where MS came degraded by another
            sample = replace(sample, ms=degrade(sample.truth, sample.ratio, sample.gains))
        boxes = find_objects(sample)
        if not boxes:
            continue
        direction = DIRECTIONS[turn[sample.resolution] % len(DIRECTIONS)]
        turn[sample.resolution] += 1
        for kind in KINDS:
            first: dict[str, float] = {}
            for shift in steps(sample):
                changed = shifted(sample, boxes, kind, shift, direction)
                for name, method in methods.items():
                    with named(sample):
                        figures = judge(method(changed), sample, boxes)
                    error = figures["colour error %"]
                    figures["relative error"] = error / max(first.setdefault(name, error), 1e-9)
                    points.append(
                        Point(sample.resolution, sample.scene, name, kind, shift, figures)
                    )
    return points


def steps(sample: Sample) -> list[float]:
    """Return the shifts in MS pixels: halves where those are whole pixels of the truth."""
    half = sample.truth is not None and sample.ratio % 2 == 0
    return [n / 2 for n in range(0, 2 * LARGEST + 1, 1 if half else 2)]


def find_objects(sample: Sample, most: int = MOST) -> list[Box]:
    """Return the places that stand out most in PAN and in colours, best first by size in turn."""
    pan = block_means(sample.pan, sample.ratio)[None]
    height, width = pan.shape[1:]
    free = np.zeros((height, width), dtype=bool)  # for the objects' corners and all between
    free[MARGIN : height - MARGIN, MARGIN : width - MARGIN] = True
    contrasts = {
        size: np.minimum(_contrast(pan, *size), _contrast(sample.ms, *size)) for size in SIZES
    }
    found: list[Box] = []
    turn, missed = 0, 0
    while len(found) < most and missed < len(SIZES):
        rows, columns = SIZES[turn % len(SIZES)]
        turn += 1
        possible = _all_inside(free, rows, columns)
        contrast = np.where(possible, contrasts[rows, columns], -np.inf)
        best = int(np.argmax(contrast))
        if contrast.flat[best] < LEAST_CONTRAST:
            missed += 1
            continue
        missed = 0
        row, column = divmod(best, contrast.shape[1])
        box = Box(row, column, rows, columns)
        found.append(box)
        free[box.grown(GAP).slices()] = False
    return found


def shifted(
    sample: Sample, boxes: Sequence[Box], kind: str, shift: float, direction: tuple[int, int]
) -> Sample:
    """Return the sample with its MS as it is where colours lie `shift` MS pixels off.

    The whole MS moves in `direction` (down, right), objects in all four directions in turn.
    """
    if sample.truth is None:
        image, scale = sample.ms, 1
    else:
        image, scale = sample.truth, sample.ratio
    pixels = round(shift * scale)
    if kind == WHOLE:
        moved = move_whole(image, direction[0] * pixels, direction[1] * pixels)
    else:
        moved = move_objects(image, boxes, pixels, scale)
    if sample.truth is None:
        return replace(sample, ms=moved)
    return replace(sample, ms=degrade(moved, sample.ratio, sample.gains))


def move_whole(image: Array, down: int, right: int) -> Array:
    """Move `(B, H, W)` by whole pixels; its edge is repeated where nothing comes after."""
    height, width = image.shape[1:]
    reach = ((0, 0), (abs(down), abs(down)), (abs(right), abs(right)))
    padded = np.pad(image, reach, mode="edge")
    top, left = abs(down) - down, abs(right) - right
    return padded[:, top : top + height, left : left + width]


def move_objects(image: Array, boxes: Sequence[Box], pixels: int, scale: int) -> Array:
    """Move what lies in boxes by whole pixels of `(B, H, W)`; surroundings fill where it was."""
    result = image.copy()
    if pixels == 0:
        return result
    for box in boxes:
        place = box.slices(scale)
        ground = surroundings(image, *place, RING * scale)
        result[(slice(None), *place)] = ground[:, None, None]
    for number, box in enumerate(boxes):
        down, right = (pixels * step for step in DIRECTIONS[number % len(DIRECTIONS)])
        there = (slice(None), *box.slices(scale, down, right))
        result[there] = image[(slice(None), *box.slices(scale))]
    return result


def judge(fused: Array, sample: Sample, boxes: Sequence[Box]) -> dict[str, float]:
    """Return the figures of a fused image `(B, H, W)` over all objects of the unshifted sample."""
    r = sample.ratio
    if sample.truth is None:
        image, truth, scale = degrade(fused, r, sample.gains), sample.ms, 1
    else:
        image, truth, scale = fused, sample.truth, r
    level = truth.mean(axis=(1, 2), dtype=np.float64)[:, None]
    squares, angles, structures, edges = [], [], [], []
    for box in boxes:
        place = (slice(None), *box.slices(scale))
        f = image[place].reshape(image.shape[0], -1).astype(np.float64)
        g = truth[place].reshape(image.shape[0], -1).astype(np.float64)
        squares.append(np.square((f - g) / level).ravel())
        norms = np.linalg.norm(f, axis=0) * np.linalg.norm(g, axis=0)
        cosine = np.clip((f * g).sum(axis=0) / np.maximum(norms, 1e-12), -1, 1)
        angles.append(np.degrees(np.arccos(cosine)))
        around = box.grown(1).slices(r)
        there, pan = fused[(slice(None), *around)] * sample.unit, sample.pan[around] * sample.unit
        structures.append(local_correlation(there, pan, r))
        edges.append(edge_correlation(there, pan))
    return {
        "D_rho": 1.0 - float(np.mean(structures)),
        "edge correlation": float(np.mean(edges)),
        "colour error %": 100.0 * float(np.sqrt(np.concatenate(squares).mean())),
        "SAM": float(np.concatenate(angles).mean()),
    }


def local_correlation(image: Array, pan: Array, window: int) -> float:
    """Return the mean correlation of `(B, H, W)` with PAN `(H, W)` in all windows wholly inside.

    The index D_rho takes windows about every pixel of a scene and deviations from running means;
    here are few pixels, and each window has one mean. A flat window counts 0; that is told by
    digital numbers, which is what both are in.
    """
    bands = image.astype(np.float64) - image.mean(axis=(1, 2), keepdims=True, dtype=np.float64)
    sharp = pan.astype(np.float64) - pan.mean(dtype=np.float64)
    count = window * window
    mean_f, mean_p = window_sums(bands, window) / count, window_sums(sharp, window) / count
    covariance = window_sums(bands * sharp, window) / count - mean_f * mean_p
    variance_f = window_sums(bands * bands, window) / count - mean_f * mean_f
    variance_p = window_sums(sharp * sharp, window) / count - mean_p * mean_p
    energy = np.maximum(variance_f, 0) * np.maximum(variance_p, 0)
    correlation = np.zeros_like(covariance)
    np.divide(covariance, np.sqrt(energy), out=correlation, where=energy > 1e-12)
    return float(np.clip(correlation, -1, 1).mean())


def edge_correlation(image: Array, pan: Array) -> float:
    """Return the correlation of all signed gradients of `(B, H, W)` with PAN's, mean of the bands.

    0 where either has no edge at all.
    """
    sharp = _gradients(pan.astype(np.float64))
    values = []
    for band in image.astype(np.float64):
        own = _gradients(band)
        energy = np.sqrt(np.vdot(own, own) * np.vdot(sharp, sharp))
        values.append(np.vdot(own, sharp) / energy if energy > 0 else 0.0)
    return float(np.mean(values))


def mean_points(
    points: Sequence[Point],
) -> dict[tuple[str, str, str], dict[float, dict[str, float]]]:
    """Average over scenes by (resolution, kind, method) and shift; ratios geometrically."""
    lists: dict[tuple[str, str, str], dict[float, dict[str, list[float]]]] = {}
    for point in points:
        key = (point.resolution, point.kind, point.method)
        figures = lists.setdefault(key, {}).setdefault(point.shift, defaultdict(list))
        for name, value in point.figures.items():
            figures[name].append(value)
    return {
        key: {
            shift: {
                name: float(np.exp(np.mean(np.log(v))) if name == "relative error" else np.mean(v))
                for name, v in figures.items()
            }
            for shift, figures in curves.items()
        }
        for key, curves in lists.items()
    }


def _contrast(image: Array, rows: int, columns: int) -> Array:
    """Return how far each box's mean `(h, w)` lies from all four sides', in spreads of the image.

    Element (i, j) is the box that starts there. The sides are `RING` wide and as long as the box;
    the least distance counts, in the direction in colour space in which the sides differ on
    average: an edge of something large has no contrast, being between its sides. 0 where box or
    sides would stick out.
    """
    bands, height, width = image.shape
    values = image.astype(np.float64)
    values = values - values.mean(axis=(1, 2), keepdims=True)
    values /= np.maximum(values.std(axis=(1, 2), keepdims=True), 1e-12)
    flat = _box_sums(values, RING, columns) / (RING * columns)  # above and below
    upright = _box_sums(values, rows, RING) / (rows * RING)  # to the left and right
    count = (height - rows - 2 * RING + 1, width - columns - 2 * RING + 1)
    inside = _at(_box_sums(values, rows, columns) / (rows * columns), RING, RING, count)
    sides = (
        _at(flat, 0, RING, count),
        _at(flat, RING + rows, RING, count),
        _at(upright, RING, 0, count),
        _at(upright, RING, RING + columns, count),
    )
    differences = np.stack([inside - side for side in sides])  # (4, B, …)
    mean = differences.mean(axis=0)
    direction = mean / np.maximum(np.sqrt(np.square(mean).sum(axis=0)), 1e-12)
    result = np.zeros((height, width))
    least = (differences * direction).sum(axis=1).min(axis=0) / np.sqrt(bands)
    result[RING : RING + count[0], RING : RING + count[1]] = least
    return result


def _at(image: Array, row: int, column: int, count: tuple[int, int]) -> Array:
    """Return so many rows and columns of `(B, H, W)` from a place."""
    return image[:, row : row + count[0], column : column + count[1]]


def _box_sums(image: Array, rows: int, columns: int) -> Array:
    """Return the sums of `(B, H, W)` over all boxes wholly inside."""
    total = np.pad(image, ((0, 0), (1, 0), (1, 0))).cumsum(axis=1).cumsum(axis=2)
    sums: Array = (
        total[:, rows:, columns:]
        - total[:, :-rows, columns:]
        - total[:, rows:, :-columns]
        + total[:, :-rows, :-columns]
    )
    return sums


def _all_inside(free: Array, rows: int, columns: int) -> Array:
    """Say for every corner `(h, w)` whether the whole box that starts there is free."""
    result = np.zeros_like(free)
    full = _box_sums(free[None].astype(np.float64), rows, columns)[0] == rows * columns
    result[: full.shape[0], : full.shape[1]] = full
    return result


def _gradients(image: Array) -> Array:
    """Return forward differences down and right of `(H, W)` in one row."""
    corner = image[:-1, :-1]
    return np.concatenate([(image[1:, :-1] - corner).ravel(), (image[:-1, 1:] - corner).ravel()])
