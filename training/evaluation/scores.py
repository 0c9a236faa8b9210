"""The first part of a report: every method on every scene, and what the scenes say together."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from training.evaluation.indices import BETTER_IF_MORE, figures
from training.evaluation.methods import EXP, STANDARD, Method
from training.evaluation.samples import Array, Sample, named

RELATIVE = "ERGAS relative to EXP"
SCENES = "scenes"
Drawing = Callable[[Sample, dict[str, Array]], object]


@dataclass(frozen=True)
class Row:
    """The figures of one method on one scene at one resolution."""

    resolution: str  # "reduced" or "full"
    scene: str
    method: str
    figures: dict[str, float]


def score(
    samples: Iterable[Sample], methods: dict[str, Method], draw: Drawing | None = None
) -> list[Row]:
    """Run all methods on all samples; `draw` is shown each sample with its fused images."""
    rows = []
    for sample in samples:
        with named(sample):
            fused = {name: method(sample) for name, method in methods.items()}
            for name, values in figures(fused, sample).items():
                rows.append(Row(sample.resolution, sample.scene, name, values))
            if draw is not None:
                draw(sample, fused)
    return rows


def means(rows: Sequence[Row]) -> dict[tuple[str, str], dict[str, float]]:
    """Average over scenes by (resolution, method).

    ERGAS is also given relative to EXP's on the same scene, as a geometric mean, in which a scene
    of twice the contrast does not count twice.
    """
    plain = {(r.resolution, r.scene): r.figures for r in rows if r.method == EXP}
    collected: dict[tuple[str, str], dict[str, list[float]]] = defaultdict(
        lambda: defaultdict(list)
    )
    for row in rows:
        values = collected[row.resolution, row.method]
        for name, value in row.figures.items():
            values[name].append(value)
        if "ERGAS" in row.figures:
            relative = row.figures["ERGAS"] / plain[row.resolution, row.scene]["ERGAS"]
            values[RELATIVE].append(relative)
    summary = {}
    for key, lists in collected.items():
        summary[key] = {name: float(np.mean(values)) for name, values in lists.items()}
        if RELATIVE in lists:
            summary[key][RELATIVE] = float(np.exp(np.mean(np.log(lists[RELATIVE]))))
        summary[key][SCENES] = float(len(next(iter(lists.values()))))
    return summary


def shares_best(rows: Sequence[Row]) -> dict[tuple[str, str], dict[str, float]]:
    """Return by (resolution, method) the share of its scenes on which it is best, by index.

    Of methods that are equally good, each is best.
    """
    places: dict[tuple[str, str], list[Row]] = defaultdict(list)
    for row in rows:
        places[row.resolution, row.scene].append(row)
    won: dict[tuple[str, str], dict[str, list[bool]]] = defaultdict(lambda: defaultdict(list))
    for together in places.values():
        for index in together[0].figures:
            choose = max if BETTER_IF_MORE[index] else min
            best = choose(row.figures[index] for row in together)
            for row in together:
                won[row.resolution, row.method][index].append(row.figures[index] == best)
    return {
        key: {index: float(np.mean(flags)) for index, flags in lists.items()}
        for key, lists in won.items()
    }


def worst_against(rows: Sequence[Row], standard: str = STANDARD) -> dict[str, tuple[float, str]]:
    """Return by method its largest ERGAS relative to the standard's, and the scene of it.

    Empty where the standard did not run.
    """
    base = {
        row.scene: row.figures["ERGAS"]
        for row in rows
        if row.method == standard and "ERGAS" in row.figures
    }
    worst: dict[str, tuple[float, str]] = {}
    for row in rows:
        if row.method == standard or "ERGAS" not in row.figures or row.scene not in base:
            continue
        found = (row.figures["ERGAS"] / base[row.scene], row.scene)
        worst[row.method] = max(worst.get(row.method, found), found)
    return worst
