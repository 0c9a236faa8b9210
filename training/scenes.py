"""Scenes for training: a manifest in YAML, and the arrays of each folder it names."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import yaml
from osgeo import gdal

from qgis_pansharp.backend.mtf import degrade, ms_gains, reduce_pan
from qgis_pansharp.backend.pixels import SAMPLE_SIDE
from qgis_pansharp.backend.registration import ShiftEstimator, margin_of, move

Array = npt.NDArray[Any]

MANIFEST = Path(__file__).parent / "scenes.yaml"
LETTERS = {
    "C": "coastal",
    "B": "blue",
    "G": "green",
    "Y": "yellow",
    "R": "red",
    "RE": "red-edge",
    "N": "nir",
    "N1": "nir",
    "N2": "nir2",
    "S1": "swir1",
    "S2": "swir2",
}
# The bands of an eight-band sensor that lie beside those of four-band ones.
NEIGHBOURS = {"coastal": "blue", "yellow": "green", "red-edge": "red", "nir2": "nir"}
KINDS = ("raw", "reduced", "simulated", "ms")
ROLES = ("train", "tune", "validation")


@dataclass(frozen=True)
class TrainingScene:
    """One line of the manifest; `shift` is PAN against MS in MS pixels, (down, right)."""

    name: str
    sensor: str
    bands: tuple[str, ...]  # roles, in the file's order
    ratio: int
    bits: int  # 0 for float
    kind: str  # one of KINDS
    shift: tuple[float, float]
    group: str
    role: str  # one of ROLES
    folder: Path

    @property
    def misregistration(self) -> float:
        """Length of the shift in MS pixels."""
        return float(np.hypot(*self.shift))

    def has(self, roles: Iterable[str]) -> bool:
        """Say whether MS has all these bands."""
        return set(roles) <= set(self.bands)

    def neighbouring(self) -> TrainingScene:
        """Return the scene with its other four bands in the places of blue, green, red and nir.

        Raises:
            ValueError: it does not have them.
        """
        if not self.has(NEIGHBOURS):
            raise ValueError(f"scene {self.name} has no second four bands")
        bands = tuple(NEIGHBOURS.get(band, f"{band}-beside") for band in self.bands)
        return replace(self, bands=bands)

    def gains(self, roles: Sequence[str]) -> tuple[float, ...]:
        """MTF at Nyquist of each band."""
        return ms_gains(self.sensor, roles)

    def read_ms(self, roles: Sequence[str]) -> Array:
        """Return MS `(B, h, w)` in digital numbers, float32, bands in the order of `roles`."""
        return read_raster(self.folder / "ms.tif")[[self.bands.index(role) for role in roles]]

    def read(self, roles: Sequence[str]) -> tuple[Array, Array]:
        """Return PAN `(H, W)` and MS `(B, h, w)` in digital numbers, float32."""
        if self.kind == "ms":
            raise ValueError(f"scene {self.name} has no PAN; simulate it")
        ms = self.read_ms(roles)
        pan = read_raster(self.folder / "pan.tif")[0]
        return pan[: ms.shape[1] * self.ratio, : ms.shape[2] * self.ratio], ms

    def read_truth(self, roles: Sequence[str]) -> Array | None:
        """Return the true MS `(B, H, W)` on PAN's grid, where the source gave it."""
        file = self.folder / "gt.tif"
        if not file.exists():
            return None
        return read_raster(file)[[self.bands.index(role) for role in roles]]

    def read_reduced(
        self, roles: Sequence[str], registered: bool = False, ratio: int | None = None
    ) -> tuple[Array, Array, Array]:
        """Return PAN `(H, W)`, MS `(B, h, w)` and the true MS `(B, H, W)`.

        A pair is reduced by Wald's protocol with the sensor's MTF; one that came with its truth is
        taken as it is. With another `ratio` than the sensor's, PAN still comes down to MS's pixel
        size, and MS by that ratio: a pair as a sensor of that ratio gives it. With `registered`,
        PAN is moved to where MS has its features before anything else: by whole pixels after the
        manifest, where the margin is cut off, then by what the product's own estimate finds to be
        left.
        """
        ratio = ratio or self.ratio
        truth = self.read_truth(roles)
        if truth is not None and ratio != self.ratio:
            raise ValueError(f"scene {self.name} came reduced by {self.ratio}, not by {ratio}")
        pan, ms = self.read(roles)
        if registered and truth is None:
            pan, ms = register(pan, ms, self.shift, self.ratio)
        if registered:
            pan = undo_shift(pan, ms, self.ratio)
        if truth is not None:
            return pan, ms, truth
        rows, columns = (n - n % ratio for n in ms.shape[1:])
        truth = ms[:, :rows, :columns]
        pan = reduce_pan(pan[: rows * self.ratio, : columns * self.ratio], self.ratio)
        return pan, degrade(truth, ratio, self.gains(roles)), truth


def register(pan: Array, ms: Array, shift: tuple[float, float], ratio: int) -> tuple[Array, Array]:
    """Undo a known shift of PAN `(H, W)` against MS `(B, h, w)` to within half a PAN pixel.

    Nothing is resampled: PAN's grid is moved by whole PAN pixels, and the MS pixels that lose
    their PAN are cut off.

    Args:
        shift: of PAN's features against MS's, in MS pixels, (down, right).
    """
    for axis, length in enumerate(shift):
        moved = round(length * ratio)
        cut = -(-abs(moved) // ratio)
        if not moved:
            continue
        count = ms.shape[1 + axis]
        keep_ms = slice(0, count - cut) if moved > 0 else slice(cut, count)
        start = keep_ms.start * ratio + moved
        keep_pan = slice(start, start + (count - cut) * ratio)
        pan = pan[keep_pan] if axis == 0 else pan[:, keep_pan]
        ms = ms[:, keep_ms] if axis == 0 else ms[:, :, keep_ms]
    return pan, ms


def undo_shift(pan: Array, ms: Array, ratio: int) -> Array:
    """Move PAN `(H, W)` onto MS `(B, h, w)` as the product does for networks that do not align."""
    estimator = ShiftEstimator(ratio)
    for row in range(0, ms.shape[1], SAMPLE_SIDE):
        for column in range(0, ms.shape[2], SAMPLE_SIDE):
            part = ms[:, row : row + SAMPLE_SIDE, column : column + SAMPLE_SIDE]
            top, left = row * ratio, column * ratio
            bottom, right = top + part.shape[1] * ratio, left + part.shape[2] * ratio
            estimator.add(pan[top:bottom, left:right], part, (part != 0).any(axis=0))
    shift = estimator.estimate()
    if shift == (0.0, 0.0):
        return pan
    margin = margin_of(*shift)
    return move(np.pad(pan, margin, mode="symmetric"), *shift, margin)


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
    """Read the scenes that the manifest lists, in its order.

    Raises:
        ValueError: an entry is wrong or named twice; the message names it.
    """
    entries = yaml.safe_load(manifest.read_text(encoding="utf-8"))["scenes"]
    scenes = []
    for entry in entries:
        try:
            scenes.append(_scene(entry, root))
        except (LookupError, TypeError, ValueError) as error:
            raise ValueError(f"{manifest}, scene {entry.get('name')!r}: {error!r}") from error
    names = [scene.name for scene in scenes]
    twice = {name for name in names if names.count(name) > 1}
    if twice:
        raise ValueError(f"{manifest} lists scenes twice: {', '.join(sorted(twice))}")
    return scenes


def _scene(entry: dict[str, Any], root: Path) -> TrainingScene:
    """Check one entry of the manifest."""
    if entry["kind"] not in KINDS or entry["role"] not in ROLES:
        raise ValueError(f"kind must be one of {KINDS} and role one of {ROLES}")
    return TrainingScene(
        name=entry["name"],
        sensor=entry["sensor"],
        bands=tuple(LETTERS[letter] for letter in entry["bands"].split()),
        ratio=int(entry["ratio"]),
        bits=0 if entry["bits"] == "float" else int(entry["bits"]),
        kind=entry["kind"],
        shift=(float(entry["shift"][0]), float(entry["shift"][1])),
        group=entry["group"],
        role=entry["role"],
        folder=root / entry["name"],
    )


def select(
    scenes: Iterable[TrainingScene], roles: Sequence[str], ratio: int, role: str
) -> list[TrainingScene]:
    """Return the scenes of a ratio and a role that have all these bands."""
    return [s for s in scenes if s.ratio == ratio and s.role == role and s.has(roles)]
