"""`python -m training evaluate`: bundled models against plain interpolation, on validation scenes.

Reduced resolution by Wald's protocol with ERGAS, SAM and Q2n; full resolution with Khan's
D_lambda (decimated, pixel-area geometry) and D_rho. The models run as the product runs them, from
raster to raster.
"""

from __future__ import annotations

import csv
import tempfile
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from qgis_pansharp.backend.classical import interpolate
from qgis_pansharp.backend.models import Model, bundled_models, load_model
from qgis_pansharp.backend.quality import no_reference, reference
from qgis_pansharp.backend.raster import BandInfo, OutputHeader, Writer
from qgis_pansharp.backend.request import SharpenRequest
from qgis_pansharp.backend.sharpen import sharpen
from training.export import set_figures
from training.scenes import RATIO, TrainingScene, load_manifest, read_raster

Array = npt.NDArray[Any]
Method = Callable[[Array, Array, tuple[str, ...]], Array]
INTERPOLATION = "interpolation"
SCENE_COLUMNS = ("resolution", "scene", "method")


@dataclass(frozen=True)
class Row:
    """The figures of one method on one scene at one resolution."""

    resolution: str  # "reduced" or "full"
    scene: str
    method: str
    figures: dict[str, float]


def write_raster(path: Path, image: Array, roles: tuple[str, ...]) -> None:
    """Write `(B, h, w)` as Float32 without georeference."""
    header = OutputHeader(
        width=image.shape[2],
        height=image.shape[1],
        dtype="float32",
        bands=tuple(BandInfo(role, None, 0, None, None, "") for role in roles),
        nodata=None,
        geotransform=None,
        wkt="",
        area_or_point=None,
        metadata={},
    )
    with Writer(path, header, ()) as writer:
        writer.write(0, 0, np.ascontiguousarray(image, dtype=np.float32))
        writer.commit()


def by_model(model: Model, engine: str) -> Method:
    """Return a function that sharpens arrays through the product."""

    def run(pan: Array, ms: Array, roles: tuple[str, ...]) -> Array:
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            write_raster(folder / "pan.tif", pan[None], ("pan",))
            write_raster(folder / "ms.tif", ms, roles)
            output = folder / "sharpened.tif"
            sharpen(
                SharpenRequest(
                    folder / "pan.tif",
                    folder / "ms.tif",
                    output,
                    engine=engine,
                    model=model.path,
                )
            )
            return read_raster(output)

    return run


def reduced_figures(fused: Array, truth: Array) -> dict[str, float]:
    """Indices with reference, on `(B, H, W)` digital numbers."""
    whole = bool(truth.max() > 30)
    return {
        "ERGAS": reference.ergas(fused, truth, RATIO),
        "SAM": reference.sam(fused, truth),
        "Q2n": reference.q2n(fused, truth, whole_numbers=whole),
    }


def full_figures(fused: Array, pan: Array, ms: Array, scene: TrainingScene) -> dict[str, float]:
    """Indices without reference, on digital numbers."""
    return {
        "D_lambda_K": no_reference.d_lambda_khan(
            fused, ms, RATIO, scene.gains, decimated=True, geometry="pixel-area"
        ),
        "D_rho": no_reference.d_rho(fused, pan),
    }


def evaluate_scene(scene: TrainingScene, methods: dict[str, Method]) -> list[Row]:
    """Score all methods on a scene, at each resolution that it allows."""
    rows = []
    pan, ms, truth = scene.read_reduced()
    for name, method in methods.items():
        fused = method(pan, ms, scene.bands)
        rows.append(Row("reduced", scene.name, name, reduced_figures(fused, truth)))
    if scene.kind == "raw":
        pan, ms = scene.read()
        for name, method in methods.items():
            fused = method(pan, ms, scene.bands)
            rows.append(Row("full", scene.name, name, full_figures(fused, pan, ms, scene)))
    return rows


def summarise(rows: list[Row]) -> dict[tuple[str, str], dict[str, float]]:
    """Average over scenes by (resolution, method); ERGAS also relative to interpolation."""
    plain = {(r.resolution, r.scene): r.figures for r in rows if r.method == INTERPOLATION}
    collected: dict[tuple[str, str], dict[str, list[float]]] = defaultdict(
        lambda: defaultdict(list)
    )
    for row in rows:
        values = collected[row.resolution, row.method]
        for name, value in row.figures.items():
            values[name].append(value)
        if row.resolution == "reduced":
            relative = row.figures["ERGAS"] / plain[row.resolution, row.scene]["ERGAS"]
            values["log relative ERGAS"].append(float(np.log(relative)))
    summary = {}
    for key, lists in collected.items():
        means = {name: float(np.mean(values)) for name, values in lists.items()}
        if "log relative ERGAS" in means:
            means["relative ERGAS"] = float(np.exp(means.pop("log relative ERGAS")))
        means["scenes"] = float(len(next(iter(lists.values()))))
        summary[key] = means
    return summary


def markdown(rows: list[Row]) -> str:
    """Tables of means and of every scene."""
    lines = []
    summary = summarise(rows)
    for resolution in ("reduced", "full"):
        names = sorted({n for (r, _), m in summary.items() if r == resolution for n in m})
        lines += [f"\n### {resolution.capitalize()} resolution, means\n"]
        lines += ["| method | " + " | ".join(names) + " |", "|---" * (len(names) + 1) + "|"]
        for (r, method), means in summary.items():
            if r == resolution:
                cells = [f"{means[n]:.0f}" if n == "scenes" else f"{means[n]:.4f}" for n in names]
                lines.append(f"| {method} | " + " | ".join(cells) + " |")
        figures = next((list(r.figures) for r in rows if r.resolution == resolution), [])
        lines += [f"\n### {resolution.capitalize()} resolution, scenes\n"]
        lines += ["| scene | method | " + " | ".join(figures) + " |"]
        lines += ["|---" * (len(figures) + 2) + "|"]
        for row in rows:
            if row.resolution == resolution:
                cells = [f"{value:.4f}" for value in row.figures.values()]
                lines.append(f"| {row.scene} | {row.method} | " + " | ".join(cells) + " |")
    return "\n".join(lines) + "\n"


def write_csv(rows: list[Row], path: Path) -> None:
    """Write one line per scene, method and resolution."""
    names = sorted({name for row in rows for name in row.figures})
    with path.open("w", newline="", encoding="utf-8") as stream:
        writer = csv.DictWriter(stream, [*SCENE_COLUMNS, *names])
        writer.writeheader()
        for row in rows:
            place = zip(SCENE_COLUMNS, (row.resolution, row.scene, row.method), strict=True)
            writer.writerow({**dict(place), **row.figures})


def evaluate(
    manifest: Path,
    root: Path,
    output: Path,
    files: list[Path],
    engine: str,
    write_cards: bool,
) -> str:
    """Score models on the manifest's validation scenes; return the Markdown report."""
    models = [load_model(path) for path in files] or bundled_models()
    methods: dict[str, Method] = {
        INTERPOLATION: lambda _pan, ms, _roles: interpolate(ms, RATIO),
        **{model.card.id: by_model(model, engine) for model in models},
    }
    rows = []
    for scene in load_manifest(manifest, root):
        if scene.role == "validation":
            rows += evaluate_scene(scene, methods)
    output.mkdir(parents=True, exist_ok=True)
    report = markdown(rows)
    (output / "report.md").write_text(report, encoding="utf-8")
    write_csv(rows, output / "report.csv")
    if write_cards:
        summary = summarise(rows)
        for model in models:
            figures = {
                f"{resolution} resolution, validation scenes: {name}": round(value, 4)
                for resolution in ("reduced", "full")
                for name, value in summary.get((resolution, model.card.id), {}).items()
            }
            set_figures(model.path, figures)
    return report
