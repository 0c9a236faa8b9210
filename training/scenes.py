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

from qgis_pansharp.backend.mtf import SENSOR_GAINS, degrade, ms_gains, reduce_pan
from qgis_pansharp.backend.pixels import SAMPLE_SIDE, block_means, fill_holes
from qgis_pansharp.backend.registration import LANCZOS, ShiftEstimator, margin_of, move

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
WANTED = frozenset(
    ("name", "sensor", "bands", "ratio", "bits", "kind", "shift", "group", "role")
)  # of an entry; `gains` may stand there as well
WITHOUT_MTF = ("landsat-7", "spot-6", "naip", "unknown")  # none published: the default serves


@dataclass(frozen=True)
class TrainingScene:
    """One line of the manifest; `shift` is PAN against MS in MS pixels, (down, right).

    `ms_gains` are the MTF at Nyquist of MS's bands, each in (0, 1), in the file's order; None takes
    those known of the sensor.
    """

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
    ms_gains: tuple[float, ...] | None = None

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
        if self.ms_gains is None:
            return ms_gains(self.sensor, roles)
        return tuple(self.ms_gains[self.bands.index(role)] for role in roles)

    def read_ms(self, roles: Sequence[str]) -> Array:
        """Return MS `(B, h, w)` in digital numbers, float32, bands in the order of `roles`.

        Pixels without data are 0 in all bands.
        """
        ms, filled = read_valid(self.folder / "ms.tif")
        return (ms * filled)[[self.bands.index(role) for role in roles]]

    def read(self, roles: Sequence[str]) -> tuple[Array, Array]:
        """Return PAN `(H, W)` and MS `(B, h, w)` in digital numbers, float32.

        Where one of them has no data, MS is 0 in all bands.
        """
        if self.kind == "ms":
            raise ValueError(f"scene {self.name} has no PAN; simulate it")
        ms = self.read_ms(roles)
        (pan,), filled = read_valid(self.folder / "pan.tif")
        rows, columns = (n * self.ratio for n in ms.shape[1:])
        pan, filled = pan[:rows, :columns], filled[:rows, :columns]
        if not filled.all():
            ms *= block_means(filled.astype(np.float32), self.ratio) == 1
        return pan, ms

    def read_truth(self, roles: Sequence[str]) -> Array | None:
        """Return the true MS `(B, H, W)` on PAN's grid, where the source gave it."""
        file = self.folder / "gt.tif"
        if not file.exists():
            return None
        return read_valid(file)[0][[self.bands.index(role) for role in roles]]

    def read_reduced(
        self, roles: Sequence[str], registered: bool = False, ratio: int | None = None
    ) -> tuple[Array, Array, Array]:
        """Return PAN `(H, W)`, MS `(B, h, w)` and the true MS `(B, H, W)`.

        A pair is reduced by Wald's protocol with the sensor's MTF; one that came with its truth is
        taken as it is. With another `ratio` than the sensor's, PAN still comes down to MS's pixel
        size, and MS by that ratio: a pair as a sensor of that ratio gives it. With `registered`,
        PAN is moved to where MS has its features before anything else: by whole pixels after the
        manifest, where the margin is cut off, then by what the product's own estimate finds to be
        left. MS that came with its truth is moved, too, where decimation left it beside that.
        """
        ratio = ratio or self.ratio
        truth = self.read_truth(roles)
        if truth is not None and ratio != self.ratio:
            raise ValueError(f"scene {self.name} came reduced by {self.ratio}, not by {ratio}")
        pan, ms = self.read(roles)
        if truth is not None:
            if registered:
                pan, ms = undo_shift(pan, ms, truth, self.ratio)
            return pan, ms, truth
        if registered:
            pan, ms = register(pan, ms, self.shift, self.ratio)
            pan = moved(pan, *look(pan, ms, self.ratio).estimate().between)
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


def undo_shift(pan: Array, ms: Array, truth: Array, ratio: int) -> tuple[Array, Array]:
    """Move PAN `(H, W)` and MS `(B, h, w)` as the product does for networks that do not align.

    Whether decimation left MS beside PAN the product guesses; here the truth `(B, H, W)` tells.
    Zeros of all bands, which are no data, stay.
    """
    seen, told = look(pan, ms, ratio), look(truth.mean(axis=0), ms, ratio).estimate()
    down, right = told.between
    off = (-down, -right) if any(told.ms) else (0.0, 0.0)
    if seen.tells:
        between = seen.estimate().between
        pan = moved(pan, between[0] + off[0], between[1] + off[1])
    if any(off):
        filled = (ms != 0).any(axis=0)
        ms = fill_holes(ms, filled, LANCZOS, ms[:, filled].mean(axis=1))
        ms = np.where(filled, moved(ms, off[0] / ratio, off[1] / ratio), np.float32(0))
    return pan, ms


def look(pan: Array, ms: Array, ratio: int) -> ShiftEstimator:
    """Return what the product's own estimator saw of PAN `(H, W)` and MS `(B, h, w)`."""
    estimator = ShiftEstimator(ratio)
    for row in range(0, ms.shape[1], SAMPLE_SIDE):
        for column in range(0, ms.shape[2], SAMPLE_SIDE):
            part = ms[:, row : row + SAMPLE_SIDE, column : column + SAMPLE_SIDE]
            top, left = row * ratio, column * ratio
            bottom, right = top + part.shape[1] * ratio, left + part.shape[2] * ratio
            estimator.add(pan[top:bottom, left:right], part, (part != 0).any(axis=0))
    return estimator


def moved(image: Array, down: float, right: float) -> Array:
    """Undo a shift of an image `(..., h, w)`, mirrored at its edges; none changes nothing."""
    if not down and not right:
        return image
    margin = margin_of(down, right)
    edges = ((0, 0),) * (image.ndim - 2) + ((margin, margin),) * 2
    return move(np.pad(image, edges, mode="symmetric"), down, right, margin)


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


def read_valid(path: Path) -> tuple[Array, Array]:
    """Return a raster as float32 `(B, h, w)`, 0 where it has no data, and where it has, `(h, w)`.

    A pixel has data where no band has its nodata value there or is no number.

    Raises:
        FileNotFoundError: GDAL cannot open it.
    """
    values = read_raster(path)
    dataset = gdal.Open(str(path))
    filled = np.isfinite(values)
    for index in range(dataset.RasterCount):
        nodata = dataset.GetRasterBand(index + 1).GetNoDataValue()
        if nodata is not None and np.isfinite(nodata):
            filled[index] &= values[index] != np.float32(nodata)
    return np.where(filled, values, np.float32(0)), filled.all(axis=0)


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
    missing, odd = WANTED - set(entry), set(entry) - WANTED - {"gains"}
    if missing or odd:
        raise ValueError(f"missing: {sorted(missing)}, unknown: {sorted(odd)}")
    if entry["kind"] not in KINDS or entry["role"] not in ROLES:
        raise ValueError(f"kind must be one of {KINDS} and role one of {ROLES}")
    bands = tuple(LETTERS[letter] for letter in entry["bands"].split())
    gains = entry.get("gains")
    if gains is not None:
        gains = tuple(float(gain) for gain in gains)
        if len(gains) != len(bands) or not all(0 < gain < 1 for gain in gains):
            raise ValueError(f"gains must be one for each of {len(bands)} bands, between 0 and 1")
    elif entry["sensor"] not in (*SENSOR_GAINS, *WITHOUT_MTF):
        raise ValueError(
            f"no MTF is known of the sensor {entry['sensor']!r}; give gains, or name one of "
            f"{', '.join((*SENSOR_GAINS, *WITHOUT_MTF))}"
        )
    return TrainingScene(
        name=entry["name"],
        sensor=entry["sensor"],
        bands=bands,
        ratio=int(entry["ratio"]),
        bits=0 if entry["bits"] == "float" else int(entry["bits"]),
        kind=entry["kind"],
        shift=(float(entry["shift"][0]), float(entry["shift"][1])),
        group=entry["group"],
        role=entry["role"],
        folder=root / entry["name"],
        ms_gains=gains,
    )


def select(
    scenes: Iterable[TrainingScene], roles: Sequence[str], ratio: int, role: str
) -> list[TrainingScene]:
    """Return the scenes of a ratio and a role that have all these bands."""
    return [s for s in scenes if s.ratio == ratio and s.role == role and s.has(roles)]
