"""A folder of models: beside the bundled ones, and before them only where they are better."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from qgis_pansharp.backend.errors import GeometryError
from qgis_pansharp.backend.models import Model, bundled_models
from qgis_pansharp.backend.models.bands import USUAL_ROLES
from qgis_pansharp.backend.models.further import models_at_hand
from qgis_pansharp.backend.pairing import describe
from qgis_pansharp.backend.request import SharpenRequest
from qgis_pansharp.backend.sharpen import check, sharpen
from tests.backend.listening import Listening
from tests.backend.rasters import pair
from tests.backend.tiny_model import write_tiny_model

RED_NIR = ("red", "nir")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "models"
    folder.mkdir()
    return folder


@pytest.fixture
def request_of_pair(tmp_path: Path, folder: Path) -> SharpenRequest:
    pan, ms = pair(tmp_path, 32, 32)
    return SharpenRequest(pan, ms, tmp_path / "out.tif", model_folder=folder)


def chosen(request: SharpenRequest) -> str:
    return check(request).model.card.id


def of_four_bands() -> Model:
    return next(m for m in bundled_models() if m.card.bands == USUAL_ROLES[4])


def test_without_a_folder_there_are_the_bundled_models() -> None:
    assert models_at_hand() == (bundled_models(), ())


def test_the_folders_models_are_listed_after_the_bundled_ones(folder: Path) -> None:
    write_tiny_model(folder / "a.onnx", id="a", network="cf2n")
    write_tiny_model(folder / "b.ONNX", id="b", network="sipsanet")
    (folder / "readme.txt").write_text("no model")
    models, notes = models_at_hand(folder)
    assert models[:-2] == bundled_models()
    assert [model.card.id for model in models[-2:]] == ["b", "a"]
    assert notes == ()


def test_a_model_that_fits_as_well_does_not_replace_the_bundled_one(
    request_of_pair: SharpenRequest, folder: Path
) -> None:
    before = chosen(replace(request_of_pair, model_folder=None))
    write_tiny_model(folder / "mine.onnx", id="a-first", version="99")
    assert chosen(request_of_pair) == before


def test_a_model_that_fits_the_bands_better_is_taken(tmp_path: Path, folder: Path) -> None:
    write_tiny_model(folder / "mine.onnx", RED_NIR, id="red-nir")
    pan, ms = pair(tmp_path, 32, 32, names=RED_NIR)
    request = SharpenRequest(pan, ms, tmp_path / "out.tif", model_folder=folder)
    assert chosen(request) == "red-nir"
    assert chosen(replace(request, model_folder=None)) != "red-nir"
    facts = describe(pan, ms, folder)
    assert facts.model == "red-nir"
    assert str(facts.reason) == "it has exactly the bands of this MS"
    assert sharpen(request).model == "red-nir"


def test_a_model_may_bring_a_ratio_that_no_bundled_one_has(tmp_path: Path, folder: Path) -> None:
    pan, ms = pair(tmp_path, 96, 120, ratio=3)
    request = SharpenRequest(pan, ms, tmp_path / "out.tif", model_folder=folder)
    with pytest.raises(GeometryError):
        check(request)
    write_tiny_model(folder / "three.onnx", ratio=3, halo=9, alignment=3, id="three")
    assert chosen(request) == "three"
    assert describe(pan, ms, folder).problem is None


@pytest.mark.parametrize(
    ("version", "newer"),
    [("99", True), ("0.100", True), ("0.9", False), ("0.1", False), ("", False), ("soon", False)],
)
def test_a_newer_version_of_a_bundled_model_takes_its_place(
    request_of_pair: SharpenRequest, folder: Path, version: str, newer: bool
) -> None:
    old = of_four_bands()
    file = write_tiny_model(folder / "mine.onnx", id=old.card.id, version=version)
    plan = check(replace(request_of_pair, method=old.card.network))
    assert plan.model.path == (file if newer else old.path)


def test_the_same_version_does_not_take_its_place(
    request_of_pair: SharpenRequest, folder: Path
) -> None:
    old = of_four_bands()
    write_tiny_model(folder / "mine.onnx", id=old.card.id, version=f"{old.card.version}.0")
    assert check(replace(request_of_pair, method=old.card.network)).model.path == old.path


def test_of_several_versions_the_newest_is_taken(
    request_of_pair: SharpenRequest, folder: Path
) -> None:
    old = of_four_bands()
    for name, version in (("a", "7"), ("b", "10"), ("c", "9.9")):
        write_tiny_model(folder / f"{name}.onnx", id=old.card.id, version=version)
    plan = check(replace(request_of_pair, method=old.card.network))
    assert plan.model.path == folder / "b.onnx"


def test_files_without_a_valid_card_are_passed_over_with_a_line_in_the_log(
    request_of_pair: SharpenRequest, folder: Path
) -> None:
    (folder / "empty.onnx").write_bytes(b"")
    (folder / "noise.onnx").write_bytes(b"\xff" * 100)
    (folder / "folder.onnx").mkdir()
    write_tiny_model(folder / "crooked.onnx", halo=7)
    feedback = Listening()
    sharpen(replace(request_of_pair, engine="onnxruntime"), feedback)
    told = [line for line in feedback.heard if line.startswith("A further model is passed over: ")]
    assert len(told) == 4
    for name, line in zip(("crooked", "empty", "folder", "noise"), told, strict=True):
        assert str(folder / f"{name}.onnx") in line


def test_a_missing_folder_is_passed_over_too(request_of_pair: SharpenRequest) -> None:
    request = replace(request_of_pair, model_folder="/no/such/folder")
    (note,) = check(request).notes
    assert "'/no/such/folder' is passed over (No such file" in str(note)


def test_a_model_that_is_named_is_taken_whatever_the_folder_holds(
    request_of_pair: SharpenRequest, folder: Path, tmp_path: Path
) -> None:
    (folder / "noise.onnx").write_bytes(b"\xff" * 100)
    model = write_tiny_model(tmp_path / "named.onnx", id="named")
    plan = check(replace(request_of_pair, model=model))
    assert (plan.model.card.id, plan.notes) == ("named", ())
