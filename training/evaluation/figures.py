"""`python -m training figures`: crooked scenes and roads at full resolution, beside GSA's.

Only pictures, for eyes; the scenes are not in this repository and nor are pictures of them.
"""

from __future__ import annotations

from collections.abc import Sequence
from fnmatch import fnmatch
from pathlib import Path

from qgis_pansharp.backend.models import bundled_models, load_model
from training.evaluation.methods import models_for, names_of, rows_for
from training.evaluation.samples import full_sample
from training.evaluation.sheets import draw
from training.evaluation.suites import SUITES
from training.scenes import load_manifest

SUITE = SUITES["4band"]
CROOKED = ("vhr8_suburb", "pleiades_melbourne_*", "gf2_8bit_*")
ROADS = ("wv2_suburb_*", "gf2_blocks", "wv2_rotterdam_*")
ROWS = ("EXP", "GSA", "MTF-GLP-FS")
SIDE = 40  # MS pixels of a crop


def draw_figures(
    manifest: Path,
    root: Path,
    output: Path,
    files: Sequence[Path] = (),
    patterns: Sequence[str] | None = None,
    engine: str = "auto",
) -> list[Path]:
    """Draw the scenes that match the patterns and are there; return the pictures' files.

    Args:
        manifest: what scenes there are.
        root: folder of scene folders.
        output: folder of the pictures.
        files: models to show beside the bundled ones.
        patterns: of scenes' names; the crooked ones and roads by default.
        engine: engine that runs the models.
    """
    models = models_for(SUITE, bundled_models(), [load_model(file) for file in files])
    methods = rows_for(models, engine, (*ROWS, *names_of(models)))
    pictures = []
    for scene in load_manifest(manifest, root):
        wanted = any(fnmatch(scene.name, pattern) for pattern in patterns or CROOKED + ROADS)
        if not (wanted and scene.kind == "raw" and scene.has(SUITE.roles)):
            continue
        if scene.ratio != SUITE.ratio or not scene.folder.is_dir():
            continue
        sample = full_sample(scene, SUITE.roles)
        fused = {name: method(sample) for name, method in methods.items()}
        pictures.append(draw(output, sample, fused, SIDE))
    return pictures
