"""PanCollection's HDF5 files as pairs of PAN and MS in pixel-area geometry.

A file holds N patches: `pan (N, 1, H, W)`, `ms (N, B, h, w)`, `lms (N, B, H, W)` (MS enlarged by
the 23-tap filter) and, at reduced resolution, the truth `gt (N, B, H, W)`; 64 x 64 pixels of PAN
for training, more for testing. PAN and `gt` are registered with each other. Their MS is not where
the product expects it: it was decimated at PAN pixel `r*k + r/2`, half a PAN pixel right of and
below the centre `r*k + (r-1)/2` of what a GeoTIFF's MS pixel covers. A network trained on it as it
is learns to shift by that half pixel. `GEOMETRIES` are the three ways to deal with it.
"""

from __future__ import annotations

import hashlib
import json
import math
import os
import shutil
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any, Optional

import h5py
import numpy as np
import numpy.typing as npt

from qgis_pansharp.backend.classical import interpolate
from qgis_pansharp.backend.errors import InputFileError
from qgis_pansharp.backend.mtf import cubic_kernel, degrade, ms_gains
from qgis_pansharp.backend.pixels import block_means, spread
from qgis_pansharp.backend.scaling import SceneScaling, fit_scaling
from training.pairs import Pair, check_levels

Array = npt.NDArray[Any]
Patch = tuple[Array, Array, Optional[Array]]  # PAN (H, W), MS (B, h, w), truth (B, H, W) or None

REMADE = "remade"  # MS made anew from `gt` with the sensor's MTF, pixel-area
REPHASED = "rephased"  # their MS, moved by cubic convolution onto the pixel-area centres
THEIRS = "theirs"  # their MS as it is, to repeat published recipes to the letter
GEOMETRIES = (REMADE, REPHASED, THEIRS)
VERSION = 1  # of what is kept in the cache; raise it when the meaning of the arrays changes


@dataclass(frozen=True)
class Layout:
    """What a file holds: N patches of B bands and h x w MS pixels, r PAN pixels each."""

    count: int
    bands: int
    ratio: int
    height: int
    width: int
    reduced: bool  # there is a truth


@dataclass(frozen=True)
class PanCollectionFile:
    """One file, read patch by patch; nothing is held open between reads.

    The best of the geometries is `remade`. Its Gaussian meets replicated borders, so that the
    outermost MS pixel of a patch differs a little from one made before the patch was cut out; with
    64 x 64 patches of real scenes the whole is off by 1 to 3 % of the standard deviation, against
    2 to 5 % for `rephased` (aliases do not move with their pixel) and 4 to 10 % for `theirs`.

    At full resolution there is no `gt`; MS is the sensor's own, pixel-area, and is never touched.
    Only `lms` carries the phase there, and against PAN.

    Args:
        path: `.h5` file.
        sensor: key of `SENSOR_GAINS`; gives the MTF of `remade`.
        roles: the file's bands in order.
        geometry: one of `GEOMETRIES`, at reduced resolution.
        own_gains: MTF of the bands at Nyquist, instead of those known of the sensor.
    """

    path: Path
    sensor: str
    roles: tuple[str, ...]
    geometry: str = REMADE
    own_gains: tuple[float, ...] | None = None

    def __post_init__(self) -> None:
        if self.geometry not in GEOMETRIES:
            raise ValueError(f"geometry must be one of {GEOMETRIES}, got {self.geometry!r}")

    def __len__(self) -> int:
        return self.layout.count

    def gains(self, roles: Sequence[str]) -> tuple[float, ...]:
        """MTF at Nyquist of each band."""
        if self.own_gains is None:
            return ms_gains(self.sensor, roles)
        return tuple(self.own_gains[self.roles.index(role)] for role in roles)

    @cached_property
    def layout(self) -> Layout:
        """What the file holds, checked.

        Raises:
            InputFileError: it cannot be read, a dataset is missing, or shapes do not fit.
        """
        with self._open() as file:
            shapes = {name: self._shape(file, name) for name in ("pan", "ms")}
            shapes |= {name: self._shape(file, name) for name in ("gt", "lms") if name in file}
        count, bands, height, width = shapes["ms"]
        ratio = shapes["pan"][2] // height if height else 0
        if ratio < 1:
            raise InputFileError(
                f"{self.path}: pan {shapes['pan']} must be at least as large as ms {shapes['ms']}"
            )
        expected = {"pan": (count, 1, ratio * height, ratio * width)}
        for name in ("gt", "lms"):
            expected[name] = (count, bands, ratio * height, ratio * width)
        for name, shape in shapes.items():
            if shape != expected.get(name, shape):
                raise InputFileError(
                    f"{self.path}: {name} has the shape {shape}, but {expected[name]} would fit "
                    f"ms {shapes['ms']}"
                )
        if bands != len(self.roles):
            raise InputFileError(
                f"{self.path}: ms has {bands} bands, but {len(self.roles)} roles are given"
            )
        return Layout(count, bands, ratio, height, width, "gt" in shapes)

    def read(self, index: int) -> Patch:
        """Return one patch in digital numbers, float32.

        Returns:
            PAN `(H, W)`, MS `(B, h, w)` in the file's `geometry`, and the truth `(B, H, W)`, None
            at full resolution.

        Raises:
            InputFileError: see `layout`; or the file is damaged at that place, or holds what are no
                numbers.
            IndexError: there is no such patch.
        """
        return next(self.read_many([index]))

    def read_many(self, indices: Iterable[int]) -> Iterator[Patch]:
        """Like `read` for one index after the other, with the file opened once."""
        layout = self.layout
        with self._open() as file:
            for index in indices:
                self._check(index)
                pan = self._patch(file, "pan", index)[0]
                if not layout.reduced:
                    yield pan, self._patch(file, "ms", index), None
                    continue
                truth = self._patch(file, "gt", index)
                if self.geometry == REMADE:
                    ms = degrade(truth, layout.ratio, self.gains(self.roles))
                else:
                    ms = self._patch(file, "ms", index)
                    if self.geometry == REPHASED:
                        ms = rephase(ms, layout.ratio)
                yield pan, ms, truth

    def read_enlarged(self, index: int) -> Array:
        """Return their interpolated MS, `lms (B, H, W)`, as it is; for recipes to the letter.

        At reduced resolution it is registered with PAN and truth, at full resolution it lies half
        a PAN pixel right of and below PAN. The 23-tap filter is not the product's interpolation.

        Raises:
            InputFileError: there is no `lms`; and see `read`.
            IndexError: there is no such patch.
        """
        self._check(index)
        with self._open() as file:
            self._shape(file, "lms")
            return self._patch(file, "lms", index)

    def _check(self, index: int) -> None:
        if not 0 <= index < self.layout.count:
            raise IndexError(f"{self.path} has no patch {index}; it has {self.layout.count}")

    @contextmanager
    def _open(self) -> Iterator[h5py.File]:
        """Open read-only; a handle of its own for every use, so that workers never share one."""
        if not self.path.is_file():
            raise InputFileError(f"{self.path}: there is no such file")
        try:
            file = h5py.File(self.path, "r")
        except OSError as error:
            raise InputFileError(
                f"{self.path}: not an HDF5 file, or only part of one ({error})"
            ) from error
        with file:
            yield file

    def _shape(self, file: h5py.File, name: str) -> tuple[int, int, int, int]:
        """Return a dataset's shape, or raise if it is no set of images."""
        dataset = file.get(name)
        if not isinstance(dataset, h5py.Dataset):
            held = ", ".join(sorted(file)) or "nothing"
            raise InputFileError(f"{self.path}: there is no dataset {name!r}; it holds {held}")
        if dataset.ndim != 4 or dataset.dtype.kind not in "iuf":
            raise InputFileError(
                f"{self.path}: {name} must be numbers of four axes (N, B, H, W), "
                f"not {dataset.dtype} {dataset.shape}"
            )
        count, bands, height, width = dataset.shape
        return count, bands, height, width

    def _patch(self, file: h5py.File, name: str, index: int) -> Array:
        """Read one patch `(B, H, W)` as float32."""
        try:
            values: Array = file[name][index].astype(np.float32)
        except OSError as error:
            raise InputFileError(f"{self.path}: {name} {index} is damaged ({error})") from error
        if not np.isfinite(values).all():
            raise InputFileError(
                f"{self.path}: {name} {index} holds values that are infinite or no numbers; leave "
                "that patch out of the file"
            )
        return values


def rephase(ms: Array, ratio: int) -> Array:
    """Move MS sampled at PAN pixels `r*k + r/2` to `r*k + (r-1)/2`: by 1/(2r) MS pixel.

    Cubic convolution (Keys 1981, a = -1/2) along both axes, edges replicated: exact for
    quadratics; what is aliased in `ms` stays where it was.

    Args:
        ms: `(B, h, w)`, any unit.
        ratio: r.

    Returns:
        `(B, h, w)`, float32.
    """
    reach = 2
    taps = cubic_kernel(np.arange(-reach, reach + 1) + 1 / (2 * ratio))
    moved = ms.astype(np.float64)
    for axis in (1, 2):
        size = moved.shape[axis]
        width = [(reach, reach) if a == axis else (0, 0) for a in range(3)]
        padded = np.pad(moved, width, mode="edge")
        moved = np.zeros_like(moved)
        for start, tap in enumerate(taps):
            moved += tap * np.take(padded, np.arange(start, start + size), axis=axis)
    return moved.astype(np.float32)


def prepared_patches(
    file: PanCollectionFile, roles: Sequence[str], scaling: str | float, cache: Path
) -> list[Pair]:
    """Return every patch as a pair of its own, float32 values, memory-mapped.

    Patches lie anywhere, so that a crop must never reach from one into another. Scaling, `level`
    and `plain` are the whole file's: over one small patch they would be chance.

    Args:
        file: what to read; its `geometry` decides about MS. With `theirs` the pairs of a reduced
            file bring its `lms` as well, for there MS is where that interpolation expects it.
        roles: bands wanted, in this order; those that the file lacks are left out.
        scaling: rule that brings digital numbers to values, as on the model's card; or the number
            that the authors divide all by (2047, for Gaofen-2 1023).
        cache: folder of what was prepared; about 84 KiB for a training patch of four bands.

    Raises:
        InputFileError: see `PanCollectionFile.layout`; or an `lms` is wanted that is not there.
        ValueError: the file has none of the bands, or the rule is unknown.
    """
    present = tuple(role for role in roles if role in file.roles)
    if not present:
        raise ValueError(f"{file.path} has none of the bands {', '.join(roles)}")
    folder = cache / f"{file.path.stem}-{_key(file, present, scaling)}"
    if not folder.exists():
        if isinstance(scaling, str):
            constants = fit_file_scaling(file, present, scaling)
        else:
            constants = SceneScaling(float(scaling), float(scaling))
        _write(folder, file, present, constants)
    try:
        return _load(folder, file, present)
    except (OSError, ValueError, LookupError, EOFError) as error:
        raise ValueError(f"{folder} is damaged; remove it, and it is made anew: {error}") from error


def fit_file_scaling(
    file: PanCollectionFile, roles: Sequence[str], rule: str, patches: int = 256
) -> SceneScaling:
    """Fit the product's scaling rule to a whole file, from patches spread evenly over it.

    Args:
        file: what to read.
        roles: bands of the file, in the order wanted.
        rule: see `fit_scaling`.
        patches: how many to sample at most, at least 2.

    Raises:
        InputFileError: see `PanCollectionFile.layout`.
        ValueError: the rule is unknown.
    """
    order = [file.roles.index(role) for role in roles]
    pan_parts, ms_parts = [np.zeros(0)], [np.zeros((len(order), 0))]
    for pan, ms, _ in file.read_many(spread(range(len(file)), patches)):
        valid = ~(ms[order] == 0).all(axis=0)
        pan_parts.append(block_means(pan, file.layout.ratio)[valid])
        ms_parts.append(ms[order][:, valid])
    return fit_scaling(rule, np.concatenate(pan_parts), np.concatenate(ms_parts, axis=1))


def _key(file: PanCollectionFile, roles: tuple[str, ...], scaling: str | float) -> str:
    """Name everything that the prepared values depend on."""
    file.layout  # noqa: B018  checks the file
    found = file.path.stat()
    about: list[Any] = [VERSION, file.sensor, file.roles, file.geometry, roles, scaling]
    if file.own_gains is not None:
        about.append(file.own_gains)
    text = json.dumps([*about, str(file.path.resolve()), found.st_size, found.st_mtime_ns])
    return hashlib.sha256(text.encode()).hexdigest()[:12]


def _write(
    folder: Path, file: PanCollectionFile, roles: tuple[str, ...], scaling: SceneScaling
) -> None:
    """Prepare a file patch by patch; the folder is there whole or not at all."""
    partial = folder.with_name(f"{folder.name}.{os.getpid()}.part")
    shutil.rmtree(partial, ignore_errors=True)
    partial.mkdir(parents=True)
    try:
        _fill(partial, file, roles, scaling)
        if not folder.exists():  # else another process was first
            partial.rename(folder)
    finally:
        shutil.rmtree(partial, ignore_errors=True)


def _fill(
    folder: Path, file: PanCollectionFile, roles: tuple[str, ...], scaling: SceneScaling
) -> None:
    """Write one array of all patches for each image, and what holds for the whole file."""
    layout = file.layout
    order = [file.roles.index(role) for role in roles]
    small = (layout.height, layout.width)
    large = (layout.ratio * layout.height, layout.ratio * layout.width)
    shapes = {"pan": large, "ms": (len(order), *small), "empty": small}
    if layout.reduced:
        shapes["truth"] = (len(order), *large)
        if file.geometry == THEIRS:
            shapes["enlarged"] = (len(order), *large)
    # an array that is mapped into memory finds out about a full disk by the end of the process
    needed = sum(len(file) * math.prod(s) * (1 if n == "empty" else 4) for n, s in shapes.items())
    if needed > shutil.disk_usage(folder).free:
        raise OSError(f"{folder.parent} has no room for {needed / 1e9:.1f} GB of {file.path.name}")
    arrays = {
        name: np.lib.format.open_memmap(  # type: ignore[no-untyped-call]
            folder / f"{name}.npy", "w+", bool if name == "empty" else np.float32, (len(file), *s)
        )
        for name, s in shapes.items()
    }
    numbers, error = np.zeros((2, len(order)))
    for index, (pan, ms, truth) in enumerate(file.read_many(range(len(file)))):
        values = scaling.ms_to_values(ms[order])
        arrays["pan"][index] = scaling.pan_to_values(pan)
        arrays["ms"][index] = values
        arrays["empty"][index] = (ms[order] == 0).all(axis=0)
        best = (ms if truth is None else truth)[order]
        numbers += best.mean(axis=(1, 2)) / len(file)
        if truth is not None:
            arrays["truth"][index] = scaling.ms_to_values(best)
            if "enlarged" in arrays:
                enlarged = scaling.ms_to_values(file.read_enlarged(index)[order])
                arrays["enlarged"][index] = enlarged
            else:
                enlarged = interpolate(values, layout.ratio)
            difference = enlarged - arrays["truth"][index]
            error += np.square(difference).mean(axis=(1, 2)) / len(file)
    for array in arrays.values():
        array.flush()
    level = numbers / scaling.ms_scale
    with np.errstate(all="ignore"):
        plain = float(np.sqrt((error / np.square(level)).mean())) if layout.reduced else 1.0
    check_levels(level, plain, roles, str(file.path))
    notes = {"level": level.tolist(), "plain": max(plain, 1e-3)}
    (folder / "notes.json").write_text(json.dumps(notes), encoding="utf-8")


def _load(folder: Path, file: PanCollectionFile, roles: tuple[str, ...]) -> list[Pair]:
    """Open what was prepared, read-only; the pairs are views of four arrays."""
    notes = json.loads((folder / "notes.json").read_text(encoding="utf-8"))
    pan, ms, empty = (
        np.asarray(np.load(folder / f"{name}.npy", mmap_mode="r"))
        for name in ("pan", "ms", "empty")
    )
    truths, all_enlarged = (
        np.asarray(np.load(path, mmap_mode="r")) if path.exists() else None
        for path in (folder / "truth.npy", folder / "enlarged.npy")
    )
    level = np.array(notes["level"], np.float32)
    return [
        Pair(
            name=f"{file.path.stem}/{index}",
            ratio=file.layout.ratio,
            roles=roles,
            gains=file.gains(roles),
            shift=(0.0, 0.0),
            pan=pan[index],
            ms=ms[index],
            truth=None if truths is None else truths[index],
            empty=empty[index],
            own_ms=truths is not None and file.geometry != REMADE,
            level=level,
            plain=notes["plain"],
            enlarged=None if all_enlarged is None else all_enlarged[index],
        )
        for index in range(len(file))
    ]
