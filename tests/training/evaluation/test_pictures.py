"""Sheets and curves become PNG files; crops lie where they should."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from osgeo import gdal

from qgis_pansharp.backend.classical import interpolate
from training.evaluation import places as places_module
from training.evaluation import sheets
from training.evaluation.pictures import (
    DPI,
    INCHES,
    Panel,
    Stretch,
    draw_curves,
    draw_sheet,
    visible,
)
from training.evaluation.places import Place, places, richest
from training.evaluation.samples import Sample
from training.evaluation.sheets import crops, draw, error_map

from .conftest import ROLES


def read(path: Path) -> np.ndarray:
    gdal.UseExceptions()
    return gdal.Open(str(path)).ReadAsArray()


def test_the_stretch_leaves_a_hundredth_at_either_end() -> None:
    bands = np.arange(1000, dtype=np.float64).reshape(1, 20, 50)
    picture = Stretch.of(bands).render(bands)
    assert picture.shape == (20, 50, 3)
    assert (picture == 0).all(axis=2).sum() == pytest.approx(10, abs=4)
    assert (picture == 255).all(axis=2).sum() == pytest.approx(10, abs=4)


def test_red_green_and_blue_are_found_by_their_roles() -> None:
    image = np.arange(4)[:, None, None] * np.ones((4, 2, 2))
    assert visible(image, ROLES)[:, 0, 0].tolist() == [2, 1, 0]


def test_bands_that_a_scene_lacks_are_shown_by_the_nearest() -> None:
    image = np.arange(3)[:, None, None] * np.ones((3, 2, 2))
    assert visible(image, ("red", "nir", "swir1"))[:, 0, 0].tolist() == [0, 0, 0]
    assert visible(image, ("green", "red", "nir"))[:, 0, 0].tolist() == [1, 0, 0]


def test_richest_square_is_where_the_gradients_are(full: Sample) -> None:
    pan = np.zeros_like(full.pan)
    pan[40:64, 60:84] = np.random.default_rng(0).uniform(0, 1, (24, 24))
    place = richest(replace(full, pan=pan), 8)
    assert abs(place.row - 9) <= 1 and abs(place.column - 14) <= 1


def test_places_chosen_by_eye_are_found_in_crops_too(
    full: Sample, reduced: Sample, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(places_module.CHOSEN, full.scene, ((48, 40, "car"), (0, 0, "corner")))
    chosen = [p for p in places(full, 6) if p.reason in ("car", "corner")]
    assert chosen == [Place(9, 7, 6, "car"), Place(0, 0, 6, "corner")]
    part = [p for p in places(full.crop(4, 4, 16, 16), 6) if p.reason in ("car", "corner")]
    assert part == [Place(5, 3, 6, "car")]
    assert [p.reason for p in places(reduced, 6)] == ["most detail"]


def test_a_square_that_is_chosen_twice_is_shown_once(full: Sample) -> None:
    (place,) = places(full, 24)
    assert place == Place(0, 0, 24, "most detail, strongest small object")


def test_a_sheet_says_where_its_places_lie_in_the_whole_scene(
    reduced: Sample, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    titles: list[str] = []
    monkeypatch.setattr(sheets, "draw_sheet", lambda path, title, *_: titles.append(title))
    draw(tmp_path, reduced.crop(4, 10, 6, 6), {}, side=6)
    assert titles == ["made up, reduced resolution: most detail at MS 4, 10"]


def test_crops_show_one_place_with_the_stretch_of_ms(reduced: Sample) -> None:
    assert reduced.truth is not None
    place = Place(4, 6, 5, "")
    panels = crops(reduced, {"copy": reduced.truth}, place)
    assert [panel.title for panel in panels] == ["MS", "PAN", "truth", "copy"]
    assert all(panel.image.shape == (20, 20, 3) for panel in panels)
    assert np.array_equal(panels[2].image, panels[3].image)
    ms = visible(reduced.ms, ROLES)[:, 4:9, 6:11]
    assert np.array_equal(panels[0].image[::4, ::4], Stretch.of(ms).render(ms))
    expected = visible(reduced.truth, ROLES)[:, 16:36, 24:44]
    assert np.array_equal(panels[2].image, Stretch.of(ms).render(expected))


def test_error_maps_are_relative_to_the_bands_means() -> None:
    truth = np.stack([np.full((2, 2), 10.0), np.full((2, 2), 100.0)])
    assert np.allclose(error_map(truth * [[[1.1]], [[0.7]]], truth), 0.2)


def test_sheets_are_written_with_errors_only_where_the_truth_is_known(
    reduced: Sample, full: Sample, tmp_path: Path
) -> None:
    fused = {"EXP": interpolate(reduced.ms, 4)}
    with_truth = draw(tmp_path, reduced, fused, side=6)
    without = draw(tmp_path, full, fused, side=6)
    assert with_truth.name == "made up-reduced.png" and without.name == "made up-full.png"
    # MS, PAN, truth and EXP above one row of errors; two places at full resolution
    assert read(with_truth).shape[2] == round(4 * INCHES * DPI)
    assert read(without).shape[2] == round(3 * INCHES * DPI)
    assert read(with_truth)[:3].std() > 10


def test_error_panels_share_one_scale(tmp_path: Path) -> None:
    weak, strong = np.full((4, 4), 0.1), np.full((4, 4), 1.0)
    draw_sheet(tmp_path / "a.png", "", [[Panel("", weak), Panel("", strong)]], worst=1.0)
    draw_sheet(tmp_path / "b.png", "", [[Panel("", weak), Panel("", weak)]], worst=1.0)
    a, b = read(tmp_path / "a.png"), read(tmp_path / "b.png")
    half = round(INCHES * DPI)
    assert np.array_equal(a[:, :, : half - 40], b[:, :, : half - 40])
    assert not np.array_equal(a[:, :, half:], b[:, :, half:])


def test_curves_are_drawn_for_every_figure(tmp_path: Path) -> None:
    lines = {"m": ([0.0, 1.0], [0.5, 0.7])}
    one = {"moved": {"error": lines}}
    two = {"moved": {"error": lines, "angle": lines}}
    draw_curves(tmp_path / "one.png", "t", one, "shift")
    draw_curves(tmp_path / "two.png", "t", two, "shift")
    assert read(tmp_path / "two.png").shape[1] > read(tmp_path / "one.png").shape[1]
