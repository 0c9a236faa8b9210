"""Tables in Markdown and CSV."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from pathlib import Path
from typing import Union

from training.evaluation.scores import SCENES, Row, means, shares_best, worst_against

Cell = Union[str, float, int, None]


def markdown_table(header: Sequence[str], lines: Sequence[Sequence[Cell]]) -> str:
    """Return a table; numbers with a fraction get four digits after the point."""
    rows = [list(header), ["---"] * len(header)]
    rows += [[_cell(value) for value in line] for line in lines]
    return "".join("| " + " | ".join(row) + " |\n" for row in rows)


def write_csv(path: Path, header: Sequence[str], lines: Sequence[Sequence[Cell]]) -> None:
    """Write a table in full precision; nothing stands for a missing value."""
    with path.open("w", newline="", encoding="utf-8") as stream:
        writer = csv.writer(stream)
        writer.writerow(header)
        writer.writerows(lines)


def scores_markdown(rows: Sequence[Row]) -> str:
    """Return the tables of means, of shares, of worst scenes and of every scene."""
    parts = []
    resolutions = [r for r in ("reduced", "full") if any(row.resolution == r for row in rows)]
    worst = worst_against(rows)
    for resolution in resolutions:
        parts.append(f"### {resolution.capitalize()} resolution, means\n")
        parts.append(_by_method(means(rows), resolution))
        parts.append(f"### {resolution.capitalize()} resolution, share of scenes where best\n")
        parts.append(_by_method(shares_best(rows), resolution))
        if resolution == "reduced" and worst:
            parts.append("### Worst scene against MTF-GLP-FS\n")
            lines = [(method, ratio, scene) for method, (ratio, scene) in worst.items()]
            parts.append(markdown_table(("method", "ERGAS relative to it", "scene"), lines))
    for resolution in resolutions:
        parts.append(f"### {resolution.capitalize()} resolution, scenes\n")
        chosen = [row for row in rows if row.resolution == resolution]
        names = list(chosen[0].figures)
        table: list[tuple[Cell, ...]]
        table = [(r.scene, r.method, *(r.figures[name] for name in names)) for r in chosen]
        parts.append(markdown_table(("scene", "method", *names), table))
    return "\n".join(parts)


def scores_csv(rows: Sequence[Row], path: Path) -> None:
    """Write one line per scene, method and resolution."""
    names = list(dict.fromkeys(name for row in rows for name in row.figures))
    lines: list[tuple[Cell, ...]] = [
        (r.resolution, r.scene, r.method, *(r.figures.get(name) for name in names)) for r in rows
    ]
    write_csv(path, ("resolution", "scene", "method", *names), lines)


def _by_method(table: dict[tuple[str, str], dict[str, float]], resolution: str) -> str:
    """Return one resolution's part of a table by (resolution, method)."""
    chosen = {method: row for (place, method), row in table.items() if place == resolution}
    names = list(dict.fromkeys(name for row in chosen.values() for name in row))
    lines: list[tuple[Cell, ...]] = []
    for method, row in chosen.items():
        cells: list[Cell] = [row.get(name) for name in names]
        if SCENES in names:
            cells[names.index(SCENES)] = round(row[SCENES])
        lines.append((method, *cells))
    return markdown_table(("method", *names), lines)


def _cell(value: Cell) -> str:
    if value is None:
        return ""
    return f"{value:.4f}" if isinstance(value, float) else str(value)
