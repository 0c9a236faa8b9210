"""Pairs are prepared once, scaled as the product would, and bring what errors are relative to."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import pytest

from qgis_pansharp.backend.classical import interpolate
from qgis_pansharp.backend.mtf import degrade, reduce_pan
from qgis_pansharp.backend.pixels import block_means
from qgis_pansharp.backend.quality.reference import ergas
from qgis_pansharp.backend.scaling import RULES
from tests.backend.rasters import textured, write
from training import pairs
from training.pairs import FULL, REDUCED, Pair, prepare
from training.scenes import TrainingScene, read_raster

Array = npt.NDArray[Any]
BGRN = ("blue", "green", "red", "nir")
Make = Callable[..., TrainingScene]


@pytest.fixture
def scene(tmp_path: Path) -> TrainingScene:
    """A raw pair of 48 x 48 MS pixels whose PAN is a mix of the bands."""
    fine = textured(4, 192, 192).astype(np.float32) + np.arange(4)[:, None, None] * 300
    folder = tmp_path / "data" / "scene"
    folder.mkdir(parents=True)
    write(folder / "pan.tif", (2 * fine.mean(axis=0, keepdims=True) + 100).astype(np.float32))
    write(folder / "ms.tif", block_means_of(fine, 4))
    return TrainingScene(
        "scene", "quickbird", BGRN, 4, 11, "raw", (0.0, 0.0), "group", "train", folder
    )


def block_means_of(image: Array, ratio: int) -> Array:
    means: Array = np.stack([block_means(band, ratio) for band in image]).astype(np.float32)
    return means


@pytest.fixture
def made(scene: TrainingScene, tmp_path: Path) -> Callable[..., Pair]:
    """Prepare the scene with changed attributes."""

    def make(
        rule: str = "percentile",
        stream: str = REDUCED,
        roles: tuple[str, ...] = BGRN,
        register_from: float = 0.0,
        **changes: Any,
    ) -> Pair:
        changed = replace(scene, **changes)
        return prepare(changed, roles, rule, stream, tmp_path / "cache", register_from)

    return make


def test_a_full_pair_is_what_the_sensor_gave(
    scene: TrainingScene, made: Callable[..., Pair]
) -> None:
    pair = made(stream=FULL)
    ms = scene.read(BGRN).ms
    assert pair.truth is None
    assert pair.plain == 1
    assert np.percentile(pair.ms, 99.9) == pytest.approx(1, abs=1e-3)
    assert np.percentile(block_means(pair.pan, 4), 99.9) == pytest.approx(1, abs=1e-3)
    scale = np.percentile(ms, 99.9)
    assert pair.ms == pytest.approx(ms / scale, rel=1e-4)
    assert pair.level == pytest.approx(ms.mean(axis=(1, 2)) / scale, rel=1e-4)
    assert (pair.roles, pair.ratio, pair.gains) == (BGRN, 4, (0.34, 0.32, 0.30, 0.22))


def test_a_reduced_pair_holds_its_truth(scene: TrainingScene, made: Callable[..., Pair]) -> None:
    pair = made("moments")
    pan, ms, _ = scene.read(BGRN)
    assert pair.truth is not None
    assert (pair.pan.shape, pair.ms.shape, pair.truth.shape) == ((48, 48), (4, 12, 12), (4, 48, 48))
    scale = float(ms[0, 0, 0] / pair.truth[0, 0, 0])
    assert pair.truth * scale == pytest.approx(ms, rel=1e-4)
    assert pair.ms * scale == pytest.approx(degrade(ms, 4, pair.gains), rel=1e-4)
    assert np.corrcoef(pair.pan.ravel(), reduce_pan(pan, 4).ravel())[0, 1] > 1 - 1e-6
    # "moments": PAN stands at the level of MS
    assert pair.pan.mean() == pytest.approx(pair.ms.mean(), rel=0.02)
    assert not pair.own_ms
    assert not pair.pan.flags.writeable
    assert {pair.pan.dtype, pair.ms.dtype, pair.truth.dtype} == {np.dtype(np.float32)}


@pytest.mark.parametrize("rule", RULES)
def test_relative_errors_are_those_of_digital_numbers_whatever_the_scaling(
    scene: TrainingScene, made: Callable[..., Pair], rule: str
) -> None:
    pair = made(rule)
    _, ms, truth, _ = scene.read_reduced(BGRN)
    plain = interpolate(ms, 4)
    # ERGAS is 100 / r times it
    assert pair.plain == pytest.approx(ergas(plain, truth, 4) / 25, rel=1e-3)
    assert pair.truth is not None
    of_values = (interpolate(pair.ms, 4) - pair.truth) / pair.level[:, None, None]
    of_numbers = (plain - truth) / truth.mean(axis=(1, 2), keepdims=True)
    assert of_values == pytest.approx(of_numbers, abs=1e-4)


def test_bands_that_a_scene_lacks_are_left_out(made: Callable[..., Pair]) -> None:
    whole = made()
    pair = made(roles=("coastal", "nir", "blue"))
    assert pair.roles == ("nir", "blue")
    assert pair.gains == (0.22, 0.34)
    assert np.corrcoef(pair.ms[0].ravel(), whole.ms[3].ravel())[0, 1] == pytest.approx(1)
    assert np.corrcoef(pair.ms[1].ravel(), whole.ms[0].ravel())[0, 1] == pytest.approx(1)


def test_crooked_pairs_are_registered_before_they_are_reduced_alone(
    made: Callable[..., Pair],
) -> None:
    crooked = made(shift=(0.8, -0.1))
    assert crooked.truth is not None
    assert crooked.truth.shape == (4, 44, 48)  # an MS row is lost, and then whole pixels count
    assert crooked.shift == (0.0, 0.0)
    # below the limit a pair stays as it is; MS pixels are four times larger after the reduction
    as_it_is = made(shift=(0.3, -0.3), register_from=0.5)
    assert as_it_is.shift == pytest.approx((0.3 / 4, -0.3 / 4))
    at_full = made(stream=FULL, shift=(0.8, -0.1))
    assert at_full.shift == (0.8, -0.1)
    assert at_full.ms.shape == (4, 48, 48)


def test_pixels_without_data_are_marked_and_say_nothing_about_scaling(
    scene: TrainingScene, made: Callable[..., Pair]
) -> None:
    ms, _ = scene.read_ms(BGRN)
    ms[:, :, :30] = 0
    write(scene.folder / "ms.tif", ms)
    pair = made("moments", FULL)
    assert pair.empty[:, :30].all()
    assert not pair.empty[:, 30:].any()
    data = block_means(pair.pan, 4)[:, 30:]
    assert data.mean() == pytest.approx(pair.ms[:, :, 30:].mean(), rel=1e-3)
    assert data.std() == pytest.approx(pair.ms[:, :, 30:].mean(axis=0).std(), rel=1e-3)
    assert pair.level == pytest.approx(pair.ms[:, :, 30:].mean(axis=(1, 2)), rel=1e-4)


def punch(scene: TrainingScene, holes: Array) -> Array:
    """Make holes `(48, 48)` in both rasters, 0 as in files that do not say so; return MS before."""
    ms, _ = scene.read_ms(BGRN)
    pan = read_raster(scene.folder / "pan.tif")
    large = holes.repeat(4, axis=0).repeat(4, axis=1)
    write(scene.folder / "ms.tif", np.where(holes, np.float32(0), ms))
    write(scene.folder / "pan.tif", np.where(large, np.float32(0), pan))
    return ms


def test_what_a_reduced_pair_says_of_its_scene_is_said_of_pixels_with_data(
    scene: TrainingScene, made: Callable[..., Pair]
) -> None:
    before = made("moments")
    holes = np.zeros((48, 48), bool)
    holes[:, :14] = True  # three and a half columns at reduced resolution
    holes[30, 21] = True
    ms = punch(scene, holes)
    pair = made("moments")
    expected = np.zeros((12, 12), bool)
    expected[:, :4] = expected[7, 5] = True
    assert np.array_equal(pair.empty, expected)
    assert pair.truth is not None and before.truth is not None
    scale = ms[0, 20, 20] / pair.truth[0, 20, 20]
    assert pair.level * scale == pytest.approx(ms[:, ~holes].mean(axis=1), rel=1e-4)
    error = (interpolate(pair.ms, 4) - pair.truth)[:, ~holes] / pair.level[:, None]
    assert pair.plain == pytest.approx(np.sqrt(np.square(error).mean()), rel=1e-4)
    # nothing of the holes' own value is left in the images
    for image, other in ((pair.truth, before.truth), (pair.ms, before.ms), (pair.pan, before.pan)):
        assert image.min() / image.mean() > 0.9 * other.min() / other.mean()


def test_holes_of_ms_alone_are_known_as_well(
    scene: TrainingScene, made: Callable[..., Pair]
) -> None:
    holes = np.zeros((48, 48), bool)
    holes[:, :8] = True
    punch(scene, holes)
    (scene.folder / "pan.tif").unlink()
    pair = made("moments", kind="ms")
    assert pair.empty[:, :2].all() and not pair.empty[:, 2:].any()
    assert pair.truth is not None
    assert pair.truth[:, holes].min() > pair.truth[:, ~holes].min()
    with pytest.raises(ValueError, match="serves only reduced"):
        made("moments", FULL, kind="ms")


def test_a_pair_that_came_with_its_truth_keeps_its_own_ms(
    scene: TrainingScene, made: Callable[..., Pair]
) -> None:
    truth = textured(4, 192, 192, seed=7)
    write(scene.folder / "gt.tif", truth)
    pair = made(kind="reduced", shift=(0.1, 0.0))
    assert pair.own_ms
    assert pair.shift == (0.0, 0.0)
    as_it_is = made(kind="reduced", shift=(0.1, 0.0), register_from=0.5)
    assert as_it_is.shift == (0.1, 0.0)  # it is at its resolution already
    assert pair.truth is not None
    assert pair.truth.shape == (4, 192, 192)
    ratio = scene.read_ms(BGRN)[0] / pair.ms
    assert np.ptp(ratio) < 1e-3 * ratio.mean()
    assert pair.truth * ratio.mean() == pytest.approx(truth, rel=1e-3)
    assert not made(kind="reduced", stream=FULL).own_ms


def test_ms_without_pan_becomes_the_truth_of_a_simulated_pair(
    scene: TrainingScene, made: Callable[..., Pair], tmp_path: Path
) -> None:
    ms, _ = scene.read_ms(BGRN)
    (scene.folder / "pan.tif").unlink()
    pair = made("moments", kind="ms")
    assert pair.truth is not None
    assert pair.truth / pair.truth.mean() == pytest.approx(ms / ms.mean(), rel=1e-3)
    assert pair.pan.shape == (48, 48)
    assert np.corrcoef(pair.pan.ravel(), pair.truth.mean(axis=0).ravel())[0, 1] > 0.8
    again = prepare(replace(scene, kind="ms"), BGRN, "moments", REDUCED, tmp_path / "other")
    assert np.array_equal(pair.pan, again.pan)
    other = prepare(
        replace(scene, kind="ms", name="another"), BGRN, "moments", REDUCED, tmp_path / "cache"
    )
    assert not np.array_equal(pair.pan, other.pan)  # a PAN of another sensor


def test_pairs_are_prepared_once(
    scene: TrainingScene, made: Callable[..., Pair], monkeypatch: pytest.MonkeyPatch
) -> None:
    made()
    calls = []
    make = pairs._make

    def counted(*arguments: Any) -> Any:
        calls.append(arguments[0].name)
        return make(*arguments)

    monkeypatch.setattr(pairs, "_make", counted)
    made()
    made(role="validation", group="another")  # nothing that the values depend on
    assert calls == []
    for changes in ({"rule": "moments"}, {"stream": FULL}, {"roles": BGRN[:3]}, {"shift": (1, 0)}):
        made(**changes)
    assert len(calls) == 4
    write(scene.folder / "ms.tif", textured(4, 48, 48, seed=3))
    made()
    assert len(calls) == 5


@pytest.mark.parametrize("level", [0, 3e38])
def test_a_band_whose_errors_cannot_be_told_is_named(
    scene: TrainingScene, made: Callable[..., Pair], level: float
) -> None:
    ms = textured(4, 48, 48).astype(np.float32)
    ms[2] = level
    write(scene.folder / "ms.tif", ms)
    (scene.folder / "gt.tif").unlink(missing_ok=True)
    with pytest.raises(ValueError, match=rf"scene {scene.name}: the mean of {scene.bands[2]} is 0"):
        made()


def test_a_damaged_pair_is_named(made: Callable[..., Pair], tmp_path: Path) -> None:
    made()
    (file,) = (tmp_path / "cache").glob("*/pan.npy")
    file.write_bytes(b"")
    with pytest.raises(ValueError, match=rf"{file.parent.name} is damaged; remove it"):
        made()


def test_a_full_disk_leaves_no_part_of_a_pair(
    made: Callable[..., Pair], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(file: Path, _: Array) -> None:
        raise OSError(f"12 requested and 5 written to {file.name}")

    monkeypatch.setattr(np, "save", full)
    with pytest.raises(OSError, match=r"cache.* cannot be written: 12 requested"):
        made()
    assert list((tmp_path / "cache").iterdir()) == []


def test_an_interrupted_preparation_is_repeated(
    made: Callable[..., Pair], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    save = np.save

    def interrupted(file: Path, array: Array) -> None:
        if file.stem == "truth":
            raise KeyboardInterrupt
        save(file, array)

    with monkeypatch.context() as patch:
        patch.setattr(np, "save", interrupted)
        with pytest.raises(KeyboardInterrupt):
            made()
    assert list((tmp_path / "cache").iterdir()) == []
    pair = made()
    assert pair.truth is not None
    assert pair.truth.any()
