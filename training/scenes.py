"""Scenes for training: a manifest in YAML, and the arrays of each folder it names."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt
from osgeo import gdal

from qgis_pansharp.backend.mtf import SENSOR_GAINS, degrade, ms_gains, reduce_pan
from qgis_pansharp.backend.pixels import SAMPLE_SIDE, fill_holes
from qgis_pansharp.backend.registration import LANCZOS, ShiftEstimator, margin_of, move
from training.holes import beside, filled, whole
from training.options import is_number, is_whole
from training.run_files import read_yaml

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


class TooSmallError(ValueError):
    """A scene has too few pixels for what is wanted of it."""


class Images(NamedTuple):
    """A scene in digital numbers, float32, its holes filled, and where it has data itself."""

    pan: Array  # (H, W)
    ms: Array  # (B, h, w)
    valid: Array  # (h, w) bool: MS pixels with data in both


class Reduced(NamedTuple):
    """A scene at reduced resolution in digital numbers, float32, its holes filled before that."""

    pan: Array  # (H, W)
    ms: Array  # (B, h, w)
    truth: Array  # (B, H, W)
    valid: Array  # (H, W) bool: pixels of the truth with data in it and in PAN and MS


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

    def read_ms(self, roles: Sequence[str]) -> tuple[Array, Array]:
        """Return MS `(B, h, w)` and where it has data `(h, w)`, bands in the order of `roles`.

        Digital numbers, float32, holes filled.

        Raises:
            ValueError: the file has not the bands of the manifest, or no data.
        """
        ms, valid = self._read(roles, "ms.tif")
        return self._filled(ms, valid), valid

    def read(self, roles: Sequence[str]) -> Images:
        """Return PAN and MS at their own resolutions.

        Raises:
            ValueError: the files are not as the manifest says, or there is no place with data.
        """
        pan, has_pan, ms, has_ms = self._read_both(roles)
        images = self._filled_pan(pan, has_pan), self._filled(ms, has_ms)
        return Images(*images, self._somewhere(has_ms & whole(has_pan, self.ratio)))

    def read_truth(self, roles: Sequence[str]) -> tuple[Array, Array] | None:
        """Return the true MS `(B, H, W)` on PAN's grid, where the source gave it.

        With it comes where it has data, `(H, W)`; holes are filled.
        """
        if not (self.folder / "gt.tif").exists():
            return None
        truth, valid = self._read(roles, "gt.tif")
        return self._filled(truth, valid, self.ratio), valid

    def read_reduced(
        self, roles: Sequence[str], registered: bool = False, ratio: int | None = None
    ) -> Reduced:
        """Return the scene with a truth.

        A pair is reduced by Wald's protocol with the sensor's MTF; one that came with its truth is
        taken as it is. With another `ratio` than the sensor's, PAN still comes down to MS's pixel
        size, and MS by that ratio: a pair as a sensor of that ratio gives it. With `registered`,
        PAN is moved to where MS has its features before anything else: by whole pixels after the
        manifest, where the margin is cut off, then by what the product's own estimate finds to be
        left. MS that came with its truth is moved, too, where decimation left it beside that.

        Raises:
            TooSmallError: it would have no MS pixel.
            ValueError: the files are not as the manifest says, or there is no place with data.
        """
        ratio = ratio or self.ratio
        came = self.read_truth(roles)
        if came is not None and ratio != self.ratio:
            raise ValueError(f"scene {self.name} came reduced by {self.ratio}, not by {ratio}")
        pan, has_pan, ms, has_ms = self._read_both(roles)
        if came is not None:
            return self._as_it_came(pan, has_pan, ms, has_ms, *came, registered)
        pan = self._filled_pan(pan, has_pan)
        if registered:
            pan, ms = register(pan, ms, self.shift, self.ratio)
            has_pan, (has_ms,) = register(has_pan, has_ms[None], self.shift, self.ratio)
        if min(ms.shape[1:]) < ratio:
            size = " x ".join(str(n) for n in ms.shape[1:])
            raise TooSmallError(f"scene {self.name} has {size} MS pixels, too few to reduce")
        if registered:
            seen = ms * (has_ms & whole(has_pan, self.ratio))
            between = look(pan, seen, self.ratio).estimate().between
            pan = moved(pan, *between)
            if not has_pan.all():
                has_pan = moved(has_pan.astype(np.float32), *between) > 0.5
        valid = self._somewhere(has_ms & whole(has_pan, self.ratio))
        ms = self._filled(ms, has_ms)
        rows, columns = (n - n % ratio for n in ms.shape[1:])
        truth = ms[:, :rows, :columns]
        pan = reduce_pan(pan[: rows * self.ratio, : columns * self.ratio], self.ratio)
        small = degrade(truth, ratio, self.gains(roles))
        return Reduced(pan, small, truth, valid[:rows, :columns])

    def _as_it_came(
        self,
        pan: Array,
        has_pan: Array,
        ms: Array,
        has_ms: Array,
        truth: Array,
        has_truth: Array,
        registered: bool,
    ) -> Reduced:
        """Return a pair that came reduced, with its truth."""
        height, width = pan.shape
        self._fit("gt.tif", truth.shape[1:], ms.shape[1:])
        truth, has_truth = truth[:, :height, :width], has_truth[:height, :width]
        pan = self._filled_pan(pan, has_pan)
        both = has_ms & whole(has_pan, self.ratio)
        if registered:
            pan, ms = undo_shift(pan, ms * both, truth, self.ratio)
        valid = has_truth & both.repeat(self.ratio, axis=0).repeat(self.ratio, axis=1)
        return Reduced(pan, self._filled(ms, both), truth, self._somewhere(valid))

    def _read_both(self, roles: Sequence[str]) -> tuple[Array, Array, Array, Array]:
        """Return PAN `(r*h, r*w)` and MS `(B, h, w)`, each with where it has data; holes are 0."""
        if self.kind == "ms":
            raise ValueError(f"scene {self.name} has no PAN; simulate it")
        ms, has_ms = self._read(roles, "ms.tif")
        bands, has_pan = read_valid(self.folder / "pan.tif")
        if len(bands) != 1:
            raise ValueError(f"scene {self.name}: pan.tif has {len(bands)} bands instead of one")
        (pan,) = bands
        self._fit("pan.tif", pan.shape, ms.shape[1:])
        rows, columns = (min(m, n // self.ratio) for m, n in zip(ms.shape[1:], pan.shape))
        ms, has_ms = ms[:, :rows, :columns], has_ms[:rows, :columns]
        place = slice(0, rows * self.ratio), slice(0, columns * self.ratio)
        pan, has_pan = pan[place], has_pan[place]
        if not has_ms.all():
            rim = beside(has_ms).repeat(self.ratio, axis=0).repeat(self.ratio, axis=1)
            has_pan = has_pan & ~(rim & (pan == 0))
        return pan, has_pan, ms, has_ms

    def _read(self, roles: Sequence[str], file: str) -> tuple[Array, Array]:
        """Return the bands `(B, h, w)` of a file and where it has data; holes are 0."""
        values, valid = read_valid(self.folder / file)
        if len(values) != len(self.bands):
            raise ValueError(
                f"scene {self.name}: {file} has {len(values)} bands, and the manifest names "
                f"{len(self.bands)} ({', '.join(self.bands)})"
            )
        valid = valid & (values != 0).any(axis=0)
        return (values * valid)[[self.bands.index(role) for role in roles]], valid

    def _fit(self, file: str, large: Sequence[int], small: Sequence[int]) -> None:
        """Refuse a file that is not `ratio` times as large as MS to within an MS pixel."""
        if any(abs(n - self.ratio * m) >= self.ratio for n, m in zip(large, small)):
            sizes = [" x ".join(str(n) for n in size) for size in (large, small)]
            raise ValueError(
                f"scene {self.name}: {file} has {sizes[0]} pixels and ms.tif {sizes[1]}, which "
                f"does not fit the manifest's ratio of {self.ratio}"
            )

    def _filled(self, image: Array, valid: Array, pixels: int = 1) -> Array:
        """Fill the holes of an image `(B, h, w)`, `pixels` to an MS pixel along a side."""
        return filled(image, self._somewhere(valid), pixels)

    def _somewhere(self, valid: Array) -> Array:
        """Return where there is data; refuse a scene that has none."""
        if not valid.any():
            raise ValueError(f"scene {self.name} has no place with data in all of its files")
        return valid

    def _filled_pan(self, pan: Array, valid: Array) -> Array:
        """Fill the holes of PAN `(H, W)`."""
        image: Array = self._filled(pan[None], valid, self.ratio)[0]
        return image


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
        valid = (ms != 0).any(axis=0)
        ms = fill_holes(ms, valid, LANCZOS, ms[:, valid].mean(axis=1))
        ms = np.where(valid, moved(ms, off[0] / ratio, off[1] / ratio), np.float32(0))
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
        ValueError: GDAL cannot read all of it.
    """
    gdal.UseExceptions()
    try:
        dataset = gdal.Open(str(path))
    except RuntimeError as error:
        raise FileNotFoundError(f"{path}: {error}") from error
    try:
        values: Array = dataset.ReadAsArray().astype(np.float32)
    except RuntimeError as error:
        raise ValueError(f"{path} is damaged: {error}") from error
    return values.reshape(-1, *values.shape[-2:])


def read_valid(path: Path) -> tuple[Array, Array]:
    """Return a raster as float32 `(B, h, w)`, 0 where it has no data, and where it has, `(h, w)`.

    A pixel has data where no band has its nodata value there or is no number.

    Raises:
        FileNotFoundError: GDAL cannot open it.
    """
    values = read_raster(path)
    dataset = gdal.Open(str(path))
    valid = np.isfinite(values)
    for index in range(dataset.RasterCount):
        nodata = dataset.GetRasterBand(index + 1).GetNoDataValue()
        if nodata is not None and np.isfinite(nodata):
            valid[index] &= values[index] != np.float32(nodata)
    return np.where(valid, values, np.float32(0)), valid.all(axis=0)


def load_manifest(manifest: Path, root: Path) -> list[TrainingScene]:
    """Read the scenes that the manifest lists, in its order.

    Raises:
        ValueError: an entry is wrong or named twice; the message names it.
    """
    content = read_yaml(manifest)
    entries = content.get("scenes") if isinstance(content, dict) else None
    if not isinstance(entries, list):
        raise ValueError(f"{manifest} has no list of scenes")
    scenes = []
    for number, entry in enumerate(entries, 1):
        if not isinstance(entry, dict):
            raise ValueError(f"{manifest}: entry {number} of the scenes is no mapping: {entry!r}")
        try:
            scenes.append(_scene(entry, root))
        except ValueError as error:
            raise ValueError(f"{manifest}, scene {entry.get('name')!r}: {error}") from error
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
    for key in ("name", "sensor", "group"):
        if not isinstance(entry[key], str) or not entry[key]:
            raise ValueError(f"{key} must be text, in quotes if need be, got {entry[key]!r}")
    name = Path(entry["name"])
    if name.is_absolute() or ".." in name.parts:  # what is prepared of it is called so, too
        raise ValueError("name must be that of a folder below the one that --data names")
    if entry["kind"] not in KINDS or entry["role"] not in ROLES:
        raise ValueError(f"kind must be one of {KINDS} and role one of {ROLES}")
    bands = bands_of(entry["bands"])
    ratio = entry["ratio"]
    if isinstance(ratio, bool) or not isinstance(ratio, (int, float)) or ratio % 1:
        raise ValueError(f"ratio must be a whole number, got {ratio!r}")
    if ratio < 1:
        raise ValueError(f"ratio must be at least 1, got {ratio!r}")
    bits, shift = entry["bits"], entry["shift"]
    if bits != "float" and not is_whole(bits, 1):
        raise ValueError(f"bits must be a whole number or float, got {bits!r}")
    if not isinstance(shift, list) or len(shift) != 2 or not all(map(is_number, shift)):
        raise ValueError(f"shift must be two numbers, [down, right], got {shift!r}")
    return TrainingScene(
        name=entry["name"],
        sensor=entry["sensor"],
        bands=bands,
        ratio=int(ratio),
        bits=0 if bits == "float" else bits,
        kind=entry["kind"],
        shift=(float(shift[0]), float(shift[1])),
        group=entry["group"],
        role=entry["role"],
        folder=root / entry["name"],
        ms_gains=gains_of(entry["sensor"], entry.get("gains"), len(bands)),
    )


def bands_of(letters: object) -> tuple[str, ...]:
    """Return the roles of a manifest's `bands`.

    >>> bands_of("R G B N")
    ('red', 'green', 'blue', 'nir')

    Raises:
        ValueError: it is no string of known letters, each once.
    """
    known = " ".join(LETTERS)
    if not isinstance(letters, str) or not letters.split():
        raise ValueError(f"bands must be letters with blanks between them, of {known}")
    unknown = [letter for letter in letters.split() if letter not in LETTERS]
    if unknown:
        raise ValueError(f"unknown bands {', '.join(unknown)}; there are {known}")
    bands = tuple(LETTERS[letter] for letter in letters.split())
    if len(set(bands)) < len(bands):
        raise ValueError(f"bands {letters!r} name one twice: {', '.join(bands)}")
    return bands


def gains_of(sensor: object, gains: Any, count: int) -> tuple[float, ...] | None:
    """Return the MTF gains of so many bands where a file gives them, None where it need not.

    Raises:
        ValueError: they are no such gains, or missing although none are known of the sensor.
    """
    if gains is not None:
        several = isinstance(gains, (list, tuple)) and len(gains) == count
        if not several or not all(is_number(gain) and 0 < gain < 1 for gain in gains):
            raise ValueError(
                f"gains must be one for each of {count} bands, between 0 and 1, got {gains!r}"
            )
        return tuple(float(gain) for gain in gains)
    known = (*SENSOR_GAINS, *WITHOUT_MTF)
    if sensor not in known:
        raise ValueError(
            f"no MTF is known of the sensor {sensor!r}; give gains, or name one of "
            f"{', '.join(known)}"
        )
    return None


def select(
    scenes: Iterable[TrainingScene], roles: Sequence[str], ratio: int, role: str
) -> list[TrainingScene]:
    """Return the scenes of a ratio and a role that have all these bands."""
    return [s for s in scenes if s.ratio == ratio and s.role == role and s.has(roles)]
