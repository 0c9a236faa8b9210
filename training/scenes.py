"""Scenes for training: a manifest in YAML, and the arrays of each folder it names."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import yaml
from osgeo import gdal

from qgis_pansharp.backend.mtf import degrade, ms_gains, reduce_pan

Array = npt.NDArray[Any]

ROLES = {"B": "blue", "G": "green", "R": "red", "N": "nir"}
RATIO = 4


@dataclass(frozen=True)
class TrainingScene:
    """One line of the manifest; `shift` is PAN against MS in MS pixels, (down, right)."""

    name: str
    sensor: str
    bands: tuple[str, ...]
    kind: str  # raw, reduced or simulated
    shift: tuple[float, float]
    group: str
    role: str  # train or validation
    folder: Path

    @property
    def misregistration(self) -> float:
        """Length of the shift in MS pixels."""
        return float(np.hypot(*self.shift))

    @property
    def gains(self) -> tuple[float, ...]:
        """MTF at Nyquist of each band."""
        return ms_gains(self.sensor, self.bands)

    def read(self) -> tuple[Array, Array]:
        """Return PAN `(H, W)` and MS `(B, h, w)` in digital numbers, float32."""
        return read_raster(self.folder / "pan.tif")[0], read_raster(self.folder / "ms.tif")

    def read_reduced(self, gain_change: float = 0.0) -> tuple[Array, Array, Array]:
        """Return PAN `(H, W)`, MS `(B, h, w)` and the true MS `(B, H, W)`.

        A raw pair is reduced by Wald's protocol with the sensor's MTF; a pair that came reduced
        is taken as it is. With a `gain_change` the MS is always made anew from the truth, as a
        sensor of another MTF would have seen it.
        """
        pan, ms = self.read()
        truth_file = self.folder / "gt.tif"
        if truth_file.exists():
            truth = read_raster(truth_file)
            if gain_change == 0.0:
                return pan, ms, truth
        else:
            rows, columns = (n - n % RATIO for n in ms.shape[1:])
            truth = ms[:, :rows, :columns]
            pan = reduce_pan(pan[: rows * RATIO, : columns * RATIO], RATIO)
        gains = tuple(float(np.clip(g + gain_change, 0.1, 0.6)) for g in self.gains)
        return pan, degrade(truth, RATIO, gains), truth


def read_raster(path: Path) -> Array:
    """Return a raster as float32 `(B, h, w)`.

    Raises:
        FileNotFoundError: GDAL cannot open it.
    """
    gdal.UseExceptions()
    try:
        dataset = gdal.Open(str(path))
    except RuntimeError as error:
        raise FileNotFoundError(f"{path}: {error}") from error
    values: Array = dataset.ReadAsArray().astype(np.float32)
    return values.reshape(-1, *values.shape[-2:])


def load_manifest(manifest: Path, root: Path) -> list[TrainingScene]:
    """Read the scenes that the manifest lists, in its order."""
    entries = yaml.safe_load(manifest.read_text(encoding="utf-8"))["scenes"]
    return [
        TrainingScene(
            name=entry["name"],
            sensor=entry["sensor"],
            bands=tuple(ROLES[letter] for letter in entry["bands"]),
            kind=entry["kind"],
            shift=(float(entry["shift"][0]), float(entry["shift"][1])),
            group=entry["group"],
            role=entry["role"],
            folder=root / entry["name"],
        )
        for entry in entries
    ]
