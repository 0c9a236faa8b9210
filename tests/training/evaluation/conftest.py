"""Made-up pairs of which everything is known, small enough to fuse in an instant."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import yaml

from qgis_pansharp.backend.mtf import degrade
from training.evaluation.methods import write_raster
from training.evaluation.samples import Array, Sample

ROLES = ("blue", "green", "red", "nir")
LETTERS = {"blue": "B", "green": "G", "red": "R", "nir": "N"}
GAINS = (0.3,) * 4


def land(side: int, seed: int = 1, bands: int = 4) -> Array:
    """Rectangles of many colours `(bands, side, side)` on a plain, values of 11 bits."""
    random = np.random.default_rng(seed)
    image = np.full((bands, side, side), 400.0, np.float32)
    for _ in range(side * side // 150):
        row, column = random.integers(0, side, 2)
        rows, columns = random.integers(3, 14, 2)
        colour = random.uniform(150, 1200, (bands, 1, 1))
        image[:, row : row + rows, column : column + columns] = colour
    return image + random.normal(0, 3, image.shape).astype(np.float32)


@pytest.fixture(scope="session")
def reduced() -> Sample:
    """A pair whose PAN is the mean of the true bands: (96, 96) and (4, 24, 24)."""
    truth = land(96)
    return Sample(
        scene="made up",
        resolution="reduced",
        roles=ROLES,
        ratio=4,
        gains=GAINS,
        shift=(0.0, 0.0),
        peak=2047.0,
        unit=1.0,
        pan=truth.mean(axis=0),
        ms=degrade(truth, 4, GAINS),
        truth=truth,
    )


@pytest.fixture(scope="session")
def full(reduced: Sample) -> Sample:
    """The same pair, as if the truth were unknown."""
    return replace(reduced, resolution="full", truth=None)


WriteScene = Callable[..., dict[str, Any]]


@pytest.fixture
def write_scene(tmp_path: Path) -> WriteScene:
    """Return a function that writes a scene's rasters and returns its line of a manifest."""

    def write(name: str, *, side: int = 192, seed: int = 1, **entry: Any) -> dict[str, Any]:
        truth = land(side, seed)
        ratio = entry.get("ratio", 4)
        folder = tmp_path / name
        folder.mkdir()
        write_raster(folder / "pan.tif", truth.mean(axis=0)[None], ("pan",))
        write_raster(folder / "ms.tif", degrade(truth, ratio, GAINS), ROLES)
        if entry.get("kind") == "reduced":
            write_raster(folder / "gt.tif", truth, ROLES)
        return {
            "name": name,
            "sensor": "quickbird",
            "bands": "B G R N",
            "ratio": ratio,
            "bits": 11,
            "kind": "raw",
            "shift": [0, 0],
            "group": name,
            "role": "validation",
            **entry,
        }

    return write


def write_manifest(path: Path, lines: list[dict[str, Any]]) -> Path:
    path.write_text(yaml.safe_dump({"scenes": lines}), encoding="utf-8")
    return path
