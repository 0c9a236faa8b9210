"""Pictures of crops side by side, and curves: written as PNG, never shown on a screen."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
from matplotlib.figure import Figure

from qgis_pansharp.backend.models.bands import fill_slots
from training.evaluation.samples import Array

Picture = npt.NDArray[np.uint8]

INCHES, DPI = 2.6, 120  # of a panel
GAMMA = 0.75  # of colours and PAN, as screens are dark


@dataclass(frozen=True)
class Stretch:
    """The values that become black and white, for each band shown; `(b,)` both."""

    low: Array
    high: Array

    @staticmethod
    def of(bands: Array) -> Stretch:
        """Leave 1 % of the pixels of `(b, h, w)` below and above."""
        flat = bands.reshape(bands.shape[0], -1)
        low, high = np.percentile(flat, (1, 99), axis=1)
        return Stretch(low, np.maximum(high, low + 1e-6))

    def render(self, bands: Array) -> Picture:
        """Return `(b, h, w)` of one or three bands as a picture `(h, w, 3)`."""
        low, high = self.low[:, None, None], self.high[:, None, None]
        shares = np.clip((bands - low) / (high - low), 0, 1)
        picture = np.rint(255 * shares**GAMMA).astype(np.uint8).transpose(1, 2, 0)
        return np.repeat(picture, 3 // bands.shape[0], axis=2)


@dataclass(frozen=True)
class Panel:
    """One field of a sheet: a picture `(h, w, 3)`, or errors `(h, w)` drawn in false colours."""

    title: str
    image: Array


def visible(image: Array, roles: Sequence[str]) -> Array:
    """Return red, green and blue `(3, h, w)` of `(B, h, w)`, or the bands nearest to them."""
    bands: Array = image[list(fill_slots(("red", "green", "blue"), tuple(roles)))]
    return bands


def draw_sheet(
    path: Path, title: str, rows: Sequence[Sequence[Panel | None]], worst: float = 1.0
) -> None:
    """Write panels in rows; error panels share one scale from 0 to `worst`, drawn beside them."""
    columns = max(len(row) for row in rows)
    figure = Figure(
        figsize=(INCHES * columns, (INCHES + 0.2) * len(rows) + 0.3),
        dpi=DPI,
        layout="constrained",
    )
    figure.suptitle(title, fontsize=10)
    axes = figure.subplots(len(rows), columns, squeeze=False)
    for row, line in zip(rows, axes, strict=True):
        errors: Any = None
        for column, axis in enumerate(line):
            axis.set_axis_off()
            panel = row[column] if column < len(row) else None
            if panel is None:
                continue
            axis.set_title(panel.title, fontsize=8, pad=3)
            if panel.image.ndim == 2:
                errors = axis.imshow(
                    panel.image, cmap="magma", vmin=0, vmax=worst, interpolation="nearest"
                )
            else:
                axis.imshow(panel.image, interpolation="nearest")
        if errors is not None:
            bar = figure.colorbar(errors, ax=list(line), fraction=0.02, pad=0.005)
            bar.set_label("error / band mean", fontsize=8)
    path.parent.mkdir(parents=True, exist_ok=True)
    figure.savefig(path)


def draw_curves(
    path: Path,
    title: str,
    curves: Mapping[str, Mapping[str, Mapping[str, tuple[Sequence[float], Sequence[float]]]]],
    across: str,
) -> None:
    """Write curves: a column of axes for each outer key, a row for each figure, a line a method.

    Args:
        path: PNG to write.
        title: above all.
        curves: column → figure → method → (x, y).
        across: what x is.
    """
    names = list(dict.fromkeys(name for column in curves.values() for name in column))
    figure = Figure(
        figsize=(5.0 * len(curves) + 1.6, 2.1 * len(names) + 0.5), dpi=DPI, layout="constrained"
    )
    figure.suptitle(title, fontsize=10)
    axes = figure.subplots(len(names), len(curves), squeeze=False, sharex=True, sharey="row")
    handles: dict[str, Any] = {}
    for column, (heading, figures) in enumerate(curves.items()):
        axes[0][column].set_title(heading, fontsize=9)
        axes[-1][column].set_xlabel(across, fontsize=8)
        for row, name in enumerate(names):
            axis = axes[row][column]
            axis.grid(alpha=0.3)
            axis.tick_params(labelsize=7)
            if column == 0:
                axis.set_ylabel(name, fontsize=8)
            for number, (method, (x, y)) in enumerate(figures.get(name, {}).items()):
                (line,) = axis.plot(x, y, marker="os^vDPX*"[number % 8], markersize=4, label=method)
                handles[method] = line
    axes[0][-1].legend(
        list(handles.values()), list(handles), loc="upper left", bbox_to_anchor=(1, 1), fontsize=8
    )
    path.parent.mkdir(parents=True, exist_ok=True)
    figure.savefig(path)
