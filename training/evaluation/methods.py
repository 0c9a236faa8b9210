"""The rows of every table: interpolation, classical methods, and models as the product runs them.

All methods are in pixel-area geometry, as GeoTIFFs are. EXP therefore is cubic convolution in that
geometry (`backend.classical.interpolate`), not the 23-tap filter of the published tables, whose
samples lie half a PAN pixel off.
"""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np

from qgis_pansharp.backend.classical import (
    brovey,
    bt_h,
    gsa,
    interpolate,
    mtf_glp_fs,
    mtf_glp_hpm,
)
from qgis_pansharp.backend.models import Model, ModelCard
from qgis_pansharp.backend.raster import BandInfo, OutputHeader, Writer
from qgis_pansharp.backend.request import SharpenRequest
from qgis_pansharp.backend.sharpen import sharpen
from training.evaluation.samples import Array, Sample
from training.evaluation.suites import Suite
from training.scenes import read_raster

Method = Callable[[Sample], Array]

EXP = "EXP"
STANDARD = "MTF-GLP-FS"  # the classical method that others are held against
CLASSICAL: dict[str, Method] = {
    EXP: lambda s: interpolate(s.ms, s.ratio),
    # GDAL's weighted Brovey with its default: equal weights
    "Brovey": lambda s: brovey(s.pan, interpolate(s.ms, s.ratio)),
    "GSA": lambda s: gsa(s.pan, s.ms, s.ratio),
    "BT-H": lambda s: bt_h(s.pan, s.ms, s.ratio, s.gains),
    STANDARD: lambda s: mtf_glp_fs(s.pan, s.ms, s.ratio, s.gains),
    "MTF-GLP-HPM": lambda s: mtf_glp_hpm(s.pan, s.ms, s.ratio, s.gains),
}


def fits(card: ModelCard, suite: Suite) -> bool:
    """Say whether a model was made for exactly a suite's bands, in whatever order, and ratio."""
    return card.ratio == suite.ratio and sorted(card.bands) == sorted(suite.roles)


def models_for(suite: Suite, bundled: Sequence[Model], given: Sequence[Model]) -> list[Model]:
    """Return the bundled models made for a suite, then the given ones of its ratio."""
    fitting = [model for model in bundled if fits(model.card, suite)]
    return fitting + [model for model in given if model.card.ratio == suite.ratio]


def names_of(models: Sequence[Model]) -> list[str]:
    """Name models by their card's id, and those whose id is taken by the name of their file.

    Raises:
        ValueError: that is taken, too.
    """
    files: dict[str, Path] = {}
    names = []
    for model in models:
        file = model.path.resolve()
        usual = (model.card.id, file.stem)
        name = next((n for n in usual if files.setdefault(n, file) == file), None)
        if name is None:
            raise ValueError(
                f"model files {files[file.stem]} and {file} would both be called {file.stem!r}; "
                "rename one of them"
            )
        names.append(name)
    return names


def rows_for(
    models: Sequence[Model], engine: str = "auto", wanted: Sequence[str] = ()
) -> dict[str, Method]:
    """Return the rows by name: classical methods, then models (`names_of`).

    Args:
        models: a model file given twice counts once.
        engine: engine that runs the models.
        wanted: names to keep, all if empty; EXP always stays, for others are relative to it.

    Raises:
        ValueError: a wanted name is unknown, or two different models would have one.
    """
    rows = dict(CLASSICAL)
    for name, model in zip(names_of(models), models, strict=True):
        rows[name] = by_model(model, engine)
    unknown = set(wanted) - set(rows)
    if unknown:
        raise ValueError(f"unknown methods {sorted(unknown)}; there are {', '.join(rows)}")
    return {name: row for name, row in rows.items() if not wanted or name in (EXP, *wanted)}


def by_model(model: Model, engine: str) -> Method:
    """Return a method that sharpens through the product, from raster to raster."""

    def run(sample: Sample) -> Array:
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            write_raster(folder / "pan.tif", sample.pan[None], ("pan",))
            write_raster(folder / "ms.tif", sample.ms, sample.roles)
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


def write_raster(path: Path, image: Array, roles: tuple[str, ...]) -> None:
    """Write `(B, h, w)` as Float32 without georeference, its bands named by their roles.

    What stands there is replaced.
    """
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
    with Writer(path, header, (), overwrite=True) as writer:
        writer.write(0, 0, np.ascontiguousarray(image, dtype=np.float32))
        writer.commit()
