"""PanCollection's patches come in pixel-area geometry: half a pixel wrong would show."""

from __future__ import annotations

import pickle
import shutil
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import h5py
import numpy as np
import numpy.typing as npt
import pytest

from qgis_pansharp.backend.classical import interpolate, interpolate_23tap
from qgis_pansharp.backend.errors import InputFileError
from qgis_pansharp.backend.mtf import ms_gains
from qgis_pansharp.backend.pixels import block_means
from qgis_pansharp.backend.scaling import RULES, fit_scaling
from training.pairs import Pair
from training.pancollection import (
    GEOMETRIES,
    PanCollectionFile,
    Patch,
    fit_file_scaling,
    prepared_patches,
    rephase,
)

Array = npt.NDArray[Any]
ROLES = ("blue", "green", "red", "nir")
GAINS = ms_gains("quickbird", ROLES)
PATCHES = 5
# the half pixel moves these waves by about ten digital numbers
PERIODS = (40.0, 48.0, 56.0, 64.0)  # PAN pixels
AMPLITUDE, LEVEL = 200.0, 600.0
INNER = slice(3, -3)  # MS pixels that no border reaches


def waves(rows: Array, columns: Array, patch: int, gains: tuple[float, ...] | None) -> Array:
    """The scene `(B, rows, columns)` at PAN coordinates, seen with an MTF of `gains` at r=4.

    Band b is a sum of a wave down and a wave right; a Gaussian MTF weakens a wave of f cycles per
    PAN pixel to `g ** (f / (1/8))**2`.
    """
    bands = []
    for number, period in enumerate(PERIODS):
        seen = 1.0 if gains is None else gains[number] ** ((8 / period) ** 2)
        down = np.sin(2 * np.pi * rows / period + patch + number)[:, None]
        right = np.cos(2 * np.pi * columns / period + 2 * patch)[None, :]
        bands.append(LEVEL + AMPLITUDE * seen * (down + right))
    return np.stack(bands)


def at_ms(phase: float, patch: int) -> Array:
    """MS `(B, 16, 16)` sampled at PAN coordinate `4*k + phase`."""
    places = 4 * np.arange(16) + phase
    return waves(places, places, patch, GAINS)


def truth_of(patch: int) -> Array:
    return waves(np.arange(64.0), np.arange(64.0), patch, None)


def write(path: Path, **changes: Any) -> Path:
    """Write a file as PanCollection has them; `changes` replace a dataset, or drop it (None)."""
    truth = np.stack([truth_of(patch) for patch in range(PATCHES)])
    ms = np.stack([at_ms(2.0, patch) for patch in range(PATCHES)])
    content = {
        "gt": truth,
        "ms": ms,
        "lms": np.stack([interpolate_23tap(patch, 4) for patch in ms]),
        "pan": truth.mean(axis=1, keepdims=True),
    }
    with h5py.File(path, "w") as file:
        for name, values in (content | changes).items():
            if values is not None:
                file.create_dataset(name, data=values)
    return path


def opened(path: Path, geometry: str = "remade") -> PanCollectionFile:
    return PanCollectionFile(path, "quickbird", ROLES, geometry)


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write(tmp_path_factory.mktemp("pancollection") / "valid_qb.h5")


@pytest.fixture(scope="module")
def full_path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """At full resolution: MS as the sensor has it, no truth."""
    ms = np.stack([at_ms(1.5, patch) for patch in range(PATCHES)])
    folder = tmp_path_factory.mktemp("pancollection")
    return write(folder / "test_qb_full.h5", ms=ms, gt=None)


def off_by(image: Array, expected: Array) -> float:
    """Largest difference away from the borders."""
    return float(np.abs(image - expected)[:, INNER, INNER].max())


def test_the_half_pixel_matters_in_these_scenes() -> None:
    assert off_by(at_ms(2.0, 0), at_ms(1.5, 0)) > 10


@pytest.mark.parametrize(
    ("geometry", "phase", "within"), [("remade", 1.5, 0.2), ("rephased", 1.5, 1.5)]
)
def test_ms_lies_where_the_product_expects_it(
    path: Path, geometry: str, phase: float, within: float
) -> None:
    for patch, (_, ms, _) in enumerate(opened(path, geometry).read_many(range(PATCHES))):
        assert off_by(ms, at_ms(phase, patch)) < within
        assert off_by(ms, at_ms(2.0, patch)) > 8


def test_their_own_ms_is_left_to_the_letter(path: Path) -> None:
    file = opened(path, "theirs")
    assert np.array_equal(file.read(3)[1], at_ms(2.0, 3).astype(np.float32))
    enlarged = file.read_enlarged(3)
    assert np.array_equal(enlarged, interpolate_23tap(at_ms(2.0, 3), 4).astype(np.float32))
    assert enlarged[:, 2::4, 2::4] == pytest.approx(at_ms(2.0, 3), abs=1e-3)


def test_pan_and_truth_are_what_the_file_holds(path: Path) -> None:
    for geometry in GEOMETRIES:
        pan, ms, truth = opened(path, geometry).read(2)
        assert truth is not None
        assert np.array_equal(truth, truth_of(2).astype(np.float32))
        assert np.array_equal(pan, truth_of(2).mean(axis=0).astype(np.float32))
        assert (pan.shape, ms.shape, truth.shape) == ((64, 64), (4, 16, 16), (4, 64, 64))
        assert {image.dtype for image in (pan, ms, truth)} == {np.dtype(np.float32)}


def test_remade_ms_is_blurred_by_each_bands_own_mtf(path: Path) -> None:
    _, ms, _ = opened(path).read(0)
    unblurred = waves(4 * np.arange(16) + 1.5, 4 * np.arange(16) + 1.5, 0, None)
    assert off_by(ms, unblurred) > 5
    _, other, _ = PanCollectionFile(path, "geoeye-1", ROLES).read(0)
    assert off_by(ms, other) > 1


@pytest.mark.parametrize("geometry", GEOMETRIES)
def test_ms_at_full_resolution_is_never_touched(full_path: Path, geometry: str) -> None:
    file = opened(full_path, geometry)
    pan, ms, truth = file.read(1)
    assert truth is None
    assert not file.layout.reduced
    assert np.array_equal(ms, at_ms(1.5, 1).astype(np.float32))
    assert np.array_equal(pan, truth_of(1).mean(axis=0).astype(np.float32))


def test_rephasing_is_exact_for_quadratics_at_any_ratio() -> None:
    def parabola(places: Array) -> Array:
        return (3 + 0.5 * (places[:, None] / 10) ** 2 - places[None] / 7)[None]

    for ratio in (2, 4):
        centres = ratio * np.arange(12.0)
        moved = rephase(parabola(centres + ratio / 2), ratio)
        expected = parabola(centres + (ratio - 1) / 2)
        assert moved[:, 2:-2, 2:-2] == pytest.approx(expected[:, 2:-2, 2:-2], abs=1e-5)


def test_files_are_counted_and_no_patch_is_invented(path: Path) -> None:
    file = opened(path)
    assert len(file) == PATCHES
    for index in (PATCHES, -1):
        with pytest.raises(IndexError, match=f"no patch {index}"):
            file.read(index)
        with pytest.raises(IndexError):
            file.read_enlarged(index)


def test_workers_get_files_that_are_not_open(path: Path) -> None:
    file = opened(path)
    expected = file.read(1)
    copy = pickle.loads(pickle.dumps(file))
    assert copy == file
    assert np.array_equal(copy.read(1)[1], expected[1])


Damage = Callable[[Path], object]


@pytest.mark.parametrize(
    ("damage", "message"),
    [
        (lambda path: None, "there is no such file"),
        (lambda path: path.write_bytes(b"version https://git-lfs"), "not an HDF5 file"),
        (lambda path: path.write_bytes(write(path).read_bytes()[:40_000]), "only part of one"),
        (lambda path: write(path, pan=None), "no dataset 'pan'; it holds gt, lms, ms"),
        (lambda path: write(path, ms=np.zeros((5, 16, 16))), r"four axes .* not float64 \(5, 16"),
        (lambda path: write(path, ms=np.zeros((5, 4, 10, 16))), r"pan has the shape .* would fit"),
        (lambda path: write(path, ms=np.zeros((5, 4, 100, 100))), "at least as large as ms"),
        (lambda path: write(path, gt=np.zeros((5, 4, 64, 60))), "gt has the shape"),
        (lambda path: write(path, gt=np.zeros((4, 4, 64, 64))), "gt has the shape"),
        (lambda path: write(path, lms=np.zeros((5, 3, 64, 64))), "lms has the shape"),
        (
            lambda path: write(path, ms=np.zeros((5, 8, 16, 16)), gt=None, lms=None),
            "8 bands, but 4 roles",
        ),
    ],
)
def test_what_is_wrong_with_a_file_is_said(tmp_path: Path, damage: Damage, message: str) -> None:
    path = tmp_path / "file.h5"
    damage(path)
    with pytest.raises(InputFileError, match=message) as raised:
        opened(path).read(0)
    assert str(path) in str(raised.value)


@pytest.mark.parametrize("name", ["pan", "gt"])
def test_a_patch_with_what_is_no_number_is_named(tmp_path: Path, name: str) -> None:
    path = write(tmp_path / "file.h5")
    with h5py.File(path, "r+") as file:
        file[name][3, 0, 5, 5] = np.nan
    list(opened(path).read_many(range(3)))
    with pytest.raises(InputFileError, match=rf"file\.h5: {name} 3 holds values"):
        opened(path).read(3)


def test_lms_is_asked_for_only_where_it_is_wanted(tmp_path: Path) -> None:
    file = opened(write(tmp_path / "file.h5", lms=None))
    file.read(0)
    with pytest.raises(InputFileError, match="no dataset 'lms'"):
        file.read_enlarged(0)


def test_an_unknown_geometry_is_refused(path: Path) -> None:
    with pytest.raises(ValueError, match="geometry must be one of"):
        opened(path, "shifted")


def prepared(
    file: PanCollectionFile,
    cache: Path,
    roles: tuple[str, ...] = ROLES,
    scaling: str | float = 1000.0,
) -> list[Pair]:
    return prepared_patches(file, roles, scaling, cache)


def test_patches_become_pairs_with_the_networks_bands(path: Path, tmp_path: Path) -> None:
    file = opened(path)
    pairs = prepared(file, tmp_path, ("coastal", "red", "blue"))
    assert [pair.name for pair in pairs] == [f"valid_qb/{n}" for n in range(PATCHES)]
    for pair, (pan, ms, truth) in zip(pairs, file.read_many(range(PATCHES))):
        assert truth is not None
        assert pair.truth is not None
        assert pair.pan == pytest.approx(pan / 1000)
        assert pair.ms == pytest.approx(ms[[2, 0]] / 1000)
        assert pair.truth == pytest.approx(truth[[2, 0]] / 1000)
        assert not pair.empty.any()
        assert (pair.ratio, pair.roles, pair.shift) == (4, ("red", "blue"), (0, 0))
        assert pair.gains == (GAINS[2], GAINS[0])
        assert not pair.own_ms
    assert prepared(opened(path, "rephased"), tmp_path)[0].own_ms
    with pytest.raises(ValueError, match="none of the bands swir1"):
        prepared(file, tmp_path, ("swir1",))


def test_pairs_at_full_resolution_have_no_truth(full_path: Path, tmp_path: Path) -> None:
    pair = prepared(opened(full_path), tmp_path)[2]
    assert pair.truth is None
    assert pair.ms == pytest.approx(at_ms(1.5, 2) / 1000)
    assert not pair.own_ms
    whole = np.stack([at_ms(1.5, patch) for patch in range(PATCHES)])
    assert pair.level == pytest.approx(whole.mean(axis=(0, 2, 3)) / 1000)
    assert pair.plain == 1


def test_level_and_plain_error_are_the_whole_files(path: Path, tmp_path: Path) -> None:
    pairs = prepared(opened(path), tmp_path)
    truths = np.stack([truth_of(patch) for patch in range(PATCHES)])
    assert pairs[3].level == pytest.approx(truths.mean(axis=(0, 2, 3)) / 1000)
    plain = np.stack([interpolate(ms, 4) for _, ms, _ in opened(path).read_many(range(PATCHES))])
    error = np.square(plain - truths).mean(axis=(0, 2, 3)) / truths.mean(axis=(0, 2, 3)) ** 2
    assert pairs[0].plain == pytest.approx(np.sqrt(error.mean()), rel=1e-4)
    assert {pair.plain for pair in pairs} == {pairs[0].plain}


@pytest.mark.parametrize("rule", RULES)
def test_pairs_are_scaled_by_the_products_rule_on_the_whole_file(
    path: Path, tmp_path: Path, rule: str
) -> None:
    file = opened(path)
    roles = ("red", "blue")
    pair = prepared(file, tmp_path, roles, rule)[1]
    pan, ms, truth = file.read(1)
    assert truth is not None
    scaling = fit_scaling(rule, *samples(file, [2, 0]))
    assert pair.pan == pytest.approx(scaling.pan_to_values(pan), abs=1e-6)
    assert pair.ms == pytest.approx(scaling.ms_to_values(ms[[2, 0]]), abs=1e-6)
    assert pair.truth == pytest.approx(scaling.ms_to_values(truth[[2, 0]]), abs=1e-6)
    numbers = np.stack([truth_of(n)[[2, 0]].mean(axis=(1, 2)) for n in range(PATCHES)]).mean(axis=0)
    assert pair.level == pytest.approx(numbers / scaling.ms_scale, rel=1e-5)


def test_patches_are_prepared_once(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read_many = PanCollectionFile.read_many
    calls = []

    def counted(file: PanCollectionFile, indices: Iterable[int]) -> Iterator[Patch]:
        calls.append(file.geometry)
        return read_many(file, indices)

    monkeypatch.setattr(PanCollectionFile, "read_many", counted)
    first, again = (prepared(opened(path), tmp_path) for _ in range(2))
    assert calls == ["remade"]
    assert np.array_equal(first[4].ms, again[4].ms)
    other = prepared(opened(path, "theirs"), tmp_path)
    assert calls == ["remade", "theirs"]
    assert not np.array_equal(first[4].ms, other[4].ms)


def test_an_interrupted_preparation_is_begun_anew(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read_many = PanCollectionFile.read_many

    def interrupted(file: PanCollectionFile, _: Iterable[int]) -> Iterator[Patch]:
        yield from read_many(file, [0, 1])
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(PanCollectionFile, "read_many", interrupted)
        with pytest.raises(KeyboardInterrupt):
            prepared(opened(path), tmp_path)
    assert list(tmp_path.iterdir()) == []
    assert prepared(opened(path), tmp_path)[4].ms.any()


def test_a_file_that_has_no_room_is_not_begun(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An array that is mapped into memory would end the process without a word."""
    monkeypatch.setattr(shutil, "disk_usage", lambda _: SimpleNamespace(free=1000))
    with pytest.raises(OSError, match=f"no room for .* GB of {path.name}"):
        prepared(opened(path), tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_a_band_of_a_file_that_is_0_everywhere_is_named(tmp_path: Path) -> None:
    truth = np.stack([truth_of(patch) for patch in range(PATCHES)])
    truth[:, 1] = 0
    file = opened(write(tmp_path / "dark.h5", gt=truth))
    with pytest.raises(ValueError, match=rf"dark\.h5: the mean of {file.roles[1]} is 0"):
        prepared(file, tmp_path / "cache")


def test_a_damaged_cache_is_named(path: Path, tmp_path: Path) -> None:
    prepared(opened(path), tmp_path)
    (folder,) = tmp_path.iterdir()
    (folder / "notes.json").write_text("{", encoding="utf-8")
    with pytest.raises(ValueError, match=rf"{folder.name} is damaged; remove it"):
        prepared(opened(path), tmp_path)


def test_pixels_without_data_are_marked(tmp_path: Path) -> None:
    truth = np.stack([truth_of(patch) for patch in range(PATCHES)])
    truth[1, :, :, 32:] = 0
    pairs = prepared(opened(write(tmp_path / "holes.h5", gt=truth)), tmp_path)
    assert not pairs[0].empty.any()
    assert pairs[1].empty[:, 12:].all()
    assert not pairs[1].empty[:, :8].any()


def samples(file: PanCollectionFile, bands: list[int]) -> tuple[Array, Array]:
    """PAN `(n,)` and MS `(B, n)` of all patches at MS size."""
    pairs = list(file.read_many(range(PATCHES)))
    return (
        np.concatenate([block_means(pan, 4).ravel() for pan, _, _ in pairs]),
        np.concatenate([ms[bands].reshape(len(bands), -1) for _, ms, _ in pairs], axis=1),
    )


def test_a_file_is_scaled_by_patches_spread_over_it(path: Path) -> None:
    file = opened(path)
    assert fit_file_scaling(file, ROLES, "moments") == fit_scaling(
        "moments", *samples(file, [0, 1, 2, 3])
    )
    ends = [file.read(0)[1], file.read(PATCHES - 1)[1]]
    found = fit_file_scaling(file, ROLES, "percentile", patches=2)
    assert found.ms_scale == pytest.approx(np.percentile(ends, 99.9))


def test_pixels_without_data_say_nothing_about_a_files_scaling(tmp_path: Path) -> None:
    ms = np.stack([at_ms(2.0, patch) for patch in range(PATCHES)])
    truth = np.stack([truth_of(patch) for patch in range(PATCHES)])
    pan = truth.mean(axis=1, keepdims=True)
    pairs = [(block_means(pan[n, 0], 4)[:, :8], ms[n, :, :, :8]) for n in range(PATCHES)]
    expected = fit_scaling(
        "moments",
        np.concatenate([small.ravel() for small, _ in pairs]),
        np.concatenate([image.reshape(4, -1) for _, image in pairs], axis=1),
    )
    ms[:, :, :, 8:] = 0
    pan[:, :, :, 32:] = 0
    path = write(tmp_path / "holes.h5", ms=ms, pan=pan)
    found = fit_file_scaling(opened(path, "theirs"), ROLES, "moments")
    assert found.ms_scale == pytest.approx(expected.ms_scale, rel=1e-6)
    assert found.pan_scale == pytest.approx(expected.pan_scale, rel=1e-5)
    assert found.pan_offset == pytest.approx(expected.pan_offset, abs=0.01)
