"""`pansharp:sharpen` in Processing: what it shows, what it refuses, and what it makes."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from osgeo import gdal
from qgis.core import (
    QgsApplication,
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsProcessingAlgorithm,
    QgsProcessingAlgRunnerTask,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProcessingOutputLayerDefinition,
    QgsProcessingParameterDefinition,
    QgsProcessingUtils,
    QgsProject,
    QgsProperty,
    QgsRasterLayer,
    QgsRectangle,
    QgsReferencedRectangle,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QEventLoop, QTimer, QVariant

from qgis_pansharp.algorithms.sharpen import SharpenAlgorithm
from qgis_pansharp.result_layer import natural_bands

from .misplaced import by_control_points, without_georeference, without_system

pytestmark = pytest.mark.usefixtures("provider")

PARAMETERS = ("PAN", "MS", "METHOD", "AREA", "ENGINE", "DEVICE", "CREATION_OPTIONS", "OUTPUT")
Parameters = dict[str, Any]


@pytest.fixture
def algorithm() -> QgsProcessingAlgorithm:
    return QgsApplication.processingRegistry().createAlgorithmById("pansharp:sharpen")


@pytest.fixture
def parameters(pair: tuple[Path, Path], tmp_path: Path) -> Parameters:
    return {"PAN": str(pair[0]), "MS": str(pair[1]), "OUTPUT": str(tmp_path / "out.tif")}


@pytest.fixture
def project() -> Iterator[QgsProject]:
    project = QgsProject.instance()
    yield project
    project.clear()


def refusal(algorithm: QgsProcessingAlgorithm, parameters: Parameters) -> str:
    fine, message = algorithm.checkParameterValues(parameters, QgsProcessingContext())
    assert not fine
    assert "\n" not in message
    return str(message)


# What it shows


def test_ids_are_the_published_ones(algorithm: QgsProcessingAlgorithm) -> None:
    assert algorithm.id() == "pansharp:sharpen"
    assert algorithm.groupId() == "pansharpening"


def test_parameters_are_the_published_ones(algorithm: QgsProcessingAlgorithm) -> None:
    assert tuple(p.name() for p in algorithm.parameterDefinitions()) == PARAMETERS


@pytest.mark.parametrize("name", PARAMETERS)
def test_parameter_has_a_description_and_help(algorithm: QgsProcessingAlgorithm, name: str) -> None:
    parameter = algorithm.parameterDefinition(name)
    assert parameter.description()
    assert parameter.help()


def test_algorithm_explains_itself(algorithm: QgsProcessingAlgorithm) -> None:
    assert algorithm.displayName()
    assert algorithm.group()
    assert algorithm.shortHelpString()
    assert algorithm.shortDescription()
    assert "cf2n" in algorithm.tags()
    assert not algorithm.icon().isNull()
    assert not algorithm.provider().icon().isNull()


@pytest.mark.parametrize("name", ["METHOD", "ENGINE"])
def test_choices_are_names_not_numbers(algorithm: QgsProcessingAlgorithm, name: str) -> None:
    parameter = algorithm.parameterDefinition(name)
    assert parameter.usesStaticStrings()
    assert parameter.defaultValue() == "auto"


@pytest.mark.parametrize("name", ["AREA", "ENGINE", "DEVICE", "CREATION_OPTIONS"])
def test_rare_parameters_are_advanced(algorithm: QgsProcessingAlgorithm, name: str) -> None:
    flags = algorithm.parameterDefinition(name).flags()
    assert flags & QgsProcessingParameterDefinition.Flag.FlagAdvanced


def test_outputs_are_the_published_ones(algorithm: QgsProcessingAlgorithm) -> None:
    outputs = {o.name(): o.type() for o in algorithm.outputDefinitions()}
    assert outputs == {
        "OUTPUT": "outputRaster",
        "MODEL": "outputString",
        "ENGINE": "outputString",
        "DEVICE": "outputString",
        "SECONDS": "outputNumber",
        "MEGAPIXELS_PER_SECOND": "outputNumber",
    }


def test_output_is_a_geotiff(algorithm: QgsProcessingAlgorithm) -> None:
    output = algorithm.parameterDefinition("OUTPUT")
    assert output.defaultFileExtension() == "tif"
    assert output.supportedOutputRasterLayerExtensions() == ["tif", "tiff"]


def test_it_may_run_on_a_thread_and_be_cancelled(algorithm: QgsProcessingAlgorithm) -> None:
    flags = QgsProcessingAlgorithm.Flag
    assert not algorithm.flags() & flags.FlagNoThreading
    assert algorithm.flags() & flags.FlagCanCancel


# What it refuses


def test_a_fitting_pair_is_accepted(
    algorithm: QgsProcessingAlgorithm, parameters: Parameters
) -> None:
    assert algorithm.checkParameterValues(parameters, QgsProcessingContext()) == (True, "")


def test_a_pan_of_several_bands_is_refused(
    algorithm: QgsProcessingAlgorithm, parameters: Parameters
) -> None:
    parameters["PAN"] = parameters["MS"]
    assert "PAN must have exactly one" in refusal(algorithm, parameters)


def test_an_output_that_is_an_input_is_refused(
    algorithm: QgsProcessingAlgorithm, parameters: Parameters
) -> None:
    parameters["OUTPUT"] = parameters["MS"]
    assert "same file as an input" in refusal(algorithm, parameters)


def test_an_output_that_is_no_geotiff_is_refused(
    algorithm: QgsProcessingAlgorithm, parameters: Parameters, tmp_path: Path
) -> None:
    parameters["OUTPUT"] = str(tmp_path / "out.jpg")
    assert "GeoTIFF" in refusal(algorithm, parameters)


def test_a_missing_file_is_refused(
    algorithm: QgsProcessingAlgorithm, parameters: Parameters, tmp_path: Path
) -> None:
    parameters["PAN"] = str(tmp_path / "missing.tif")
    assert "missing.tif" in refusal(algorithm, parameters)


def test_an_unknown_method_is_refused(
    algorithm: QgsProcessingAlgorithm, parameters: Parameters
) -> None:
    parameters["METHOD"] = "brovey"
    assert "METHOD" in refusal(algorithm, parameters)


def test_unknown_creation_options_are_refused(
    algorithm: QgsProcessingAlgorithm, parameters: Parameters
) -> None:
    parameters["CREATION_OPTIONS"] = "COMPRESS=LZW|COLOUR=RED"
    assert "COLOUR" in refusal(algorithm, parameters)


def test_an_area_beside_the_scene_is_refused(
    algorithm: QgsProcessingAlgorithm, parameters: Parameters
) -> None:
    parameters["AREA"] = "1,2,1,2 [EPSG:32631]"
    assert "no pixel in common" in refusal(algorithm, parameters)


@pytest.mark.parametrize("by_id", [False, True])
def test_an_area_of_a_layer_without_features_is_refused_and_not_the_whole_scene(
    algorithm: QgsProcessingAlgorithm, parameters: Parameters, project: QgsProject, by_id: bool
) -> None:
    layer = QgsVectorLayer("Polygon?crs=EPSG:32631", "nothing left", "memory")
    project.addMapLayer(layer)
    parameters["AREA"] = layer.id() if by_id else layer
    context = QgsProcessingContext()
    context.setProject(project)
    fine, message = algorithm.checkParameterValues(parameters, context)
    assert not fine
    assert "nothing" in message and "is empty" in message


@pytest.mark.parametrize("nothing", [None, "", QVariant(), QgsProperty()])
def test_without_an_area_it_is_the_whole_scene(
    algorithm: QgsProcessingAlgorithm, parameters: Parameters, nothing: object
) -> None:
    parameters["AREA"] = nothing
    assert algorithm.checkParameterValues(parameters, QgsProcessingContext()) == (True, "")


def test_an_area_on_a_layer_laid_out_by_control_points_is_refused(
    algorithm: QgsProcessingAlgorithm, parameters: Parameters, tmp_path: Path
) -> None:
    pan, ms = by_control_points((parameters["PAN"], parameters["MS"]), tmp_path)
    parameters |= {"PAN": pan, "MS": ms, "AREA": "2,2.01,47.99,48 [EPSG:4326]"}
    assert "no georeference of its own" in refusal(algorithm, parameters)


def test_a_layer_from_a_server_is_refused(
    algorithm: QgsProcessingAlgorithm, parameters: Parameters
) -> None:
    source = "type=xyz&url=file:///none/%7Bz%7D/%7Bx%7D/%7By%7D.png&zmax=1&zmin=0"
    parameters["PAN"] = QgsRasterLayer(source, "web map", "wms")
    assert "'web map' is not a raster file" in refusal(algorithm, parameters)


def test_a_layer_that_lost_its_file_is_named_by_it(
    algorithm: QgsProcessingAlgorithm, parameters: Parameters
) -> None:
    parameters["PAN"] = QgsRasterLayer("/nowhere/pan.tif", "lost")
    assert "PAN raster '/nowhere/pan.tif' cannot be opened" in refusal(algorithm, parameters)


def test_a_layer_with_options_of_its_own_is_refused(
    algorithm: QgsProcessingAlgorithm, parameters: Parameters
) -> None:
    parameters["MS"] = QgsRasterLayer(f"{parameters['MS']}|option:NUM_THREADS=2", "optional")
    assert "NUM_THREADS=2" in refusal(algorithm, parameters)


def test_an_error_nobody_expected_is_one_sentence(
    algorithm: QgsProcessingAlgorithm, parameters: Parameters, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise ZeroDivisionError("the moon\nis full")

    monkeypatch.setattr("qgis_pansharp.backend.sharpen.check", fail)
    assert "ZeroDivisionError: the moon)" in refusal(algorithm, parameters)


@pytest.mark.parametrize(
    ("error", "sentence"),
    [
        (MemoryError(), "Memory does not suffice"),
        (OSError("disk on fire"), "unexpectedly (OSError: disk on fire)"),
    ],
)
def test_a_failing_run_raises_one_sentence(
    parameters: Parameters, monkeypatch: pytest.MonkeyPatch, error: Exception, sentence: str
) -> None:
    import processing

    def fail(*_: object) -> None:
        raise error

    monkeypatch.setattr("qgis_pansharp.backend.sharpen.sharpen", fail)
    with pytest.raises(QgsProcessingException, match=re.escape(sentence)) as raised:
        processing.run("pansharp:sharpen", parameters)
    assert "\n" not in str(raised.value)


# What it makes


def test_a_run_writes_the_result_and_tells_about_it(parameters: Parameters) -> None:
    import processing

    parameters["CREATION_OPTIONS"] = "COMPRESS=LZW|PREDICTOR=1"
    Path(parameters["OUTPUT"]).write_text("replaced, as everywhere in Processing")
    results = processing.run("pansharp:sharpen", parameters)
    assert set(results) == {
        "OUTPUT",
        "MODEL",
        "ENGINE",
        "DEVICE",
        "SECONDS",
        "MEGAPIXELS_PER_SECOND",
    }
    assert results["OUTPUT"] == parameters["OUTPUT"]
    assert results["ENGINE"] == "builtin"
    assert results["SECONDS"] > 0
    assert results["MEGAPIXELS_PER_SECOND"] > 0
    pan, made = gdal.Open(parameters["PAN"]), gdal.Open(results["OUTPUT"])
    assert (made.RasterXSize, made.RasterYSize, made.RasterCount) == (128, 128, 4)
    assert made.GetGeoTransform() == pan.GetGeoTransform()
    assert made.GetMetadataItem("COMPRESSION", "IMAGE_STRUCTURE") == "LZW"


def box_of(file: str, row: int, column: int, height: int, width: int) -> QgsRectangle:
    """Return what pixels of a raster cover."""
    t = gdal.Open(file).GetGeoTransform()
    x, y = t[0] + column * t[1], t[3] + row * t[5]
    return QgsRectangle(x, y + height * t[5], x + width * t[1], y)


@pytest.mark.parametrize("crs", ["the layer's", "another"])
def test_an_area_is_cut_out_in_whatever_system_it_is_given(
    parameters: Parameters, crs: str
) -> None:
    import processing

    box = box_of(parameters["PAN"], 20, 30, 40, 50)
    pan = QgsRasterLayer(parameters["PAN"], "pan")
    if crs == "another":
        other = QgsCoordinateReferenceSystem("EPSG:4326")
        to_other = QgsCoordinateTransform(pan.crs(), other, QgsProject.instance())
        parameters["AREA"] = QgsReferencedRectangle(to_other.transformBoundingBox(box), other)
    else:
        parameters["AREA"] = box
    made = gdal.Open(processing.run("pansharp:sharpen", parameters)["OUTPUT"])
    size = (made.RasterYSize, made.RasterXSize)
    t = made.GetGeoTransform()
    inside = QgsRectangle(t[0], t[3] + size[0] * t[5], t[0] + size[1] * t[1], t[3])
    if crs == "another":
        # a rectangle there is round this one, and a little larger
        assert 40 <= size[0] < 48 and 50 <= size[1] < 58
        assert inside.contains(box)
    else:
        assert size == (40, 50)
        assert inside == box


def test_an_area_of_a_raster_that_lies_nowhere_is_counted_as_qgis_shows_it(
    parameters: Parameters, tmp_path: Path
) -> None:
    import processing

    pan, ms = without_georeference((parameters["PAN"], parameters["MS"]), tmp_path)
    parameters |= {"PAN": pan, "MS": ms}
    whole = gdal.Open(processing.run("pansharp:sharpen", parameters)["OUTPUT"]).ReadAsArray()
    # columns 30 to 80, rows 20 to 60: QGIS counts rows downwards from 0
    parameters["AREA"] = "30,80,-60,-20"
    part = gdal.Open(processing.run("pansharp:sharpen", parameters)["OUTPUT"]).ReadAsArray()
    assert part.shape == (4, 40, 50)
    assert abs(part.astype(int) - whole[:, 20:60, 30:80]).max() <= 1


def run_in_thread(parameters: Parameters, context: QgsProcessingContext) -> Parameters:
    """Run as the algorithm's dialog does."""
    algorithm = QgsApplication.processingRegistry().createAlgorithmById("pansharp:sharpen")
    feedback = QgsProcessingFeedback()
    task = QgsProcessingAlgRunnerTask(algorithm, parameters, context, feedback)
    outcome: list[tuple[bool, Parameters]] = []
    loop = QEventLoop()
    task.executed.connect(lambda fine, results: outcome.append((fine, results)))
    task.executed.connect(lambda: QTimer.singleShot(0, loop.quit))
    QTimer.singleShot(120_000, loop.quit)
    QgsApplication.taskManager().addTask(task)
    loop.exec()
    assert outcome, "the task did not end"
    fine, results = outcome[0]
    assert fine, feedback.textLog()
    return results


def loaded(path: str, context: QgsProcessingContext) -> QgsRasterLayer:
    """Return a result's layer as Processing takes it when a run has ended."""
    layer = QgsProcessingUtils.mapLayerFromString(path, context)
    details = context.layerToLoadOnCompletionDetails(path)
    details.postProcessor().postProcessLayer(layer, context, QgsProcessingFeedback())
    return layer


def test_a_result_in_the_desktop_has_its_name_and_natural_colours(
    parameters: Parameters, pair: tuple[Path, Path], project: QgsProject
) -> None:
    ms = QgsRasterLayer(str(pair[1]), "Lyon")
    project.addMapLayer(ms)
    context = QgsProcessingContext()
    context.setProject(project)
    parameters["MS"] = ms.id()
    parameters["OUTPUT"] = QgsProcessingOutputLayerDefinition("TEMPORARY_OUTPUT", project)
    results = run_in_thread(parameters, context)

    details = context.layerToLoadOnCompletionDetails(results["OUTPUT"])
    assert details.name == "Lyon pansharpened"
    renderer = loaded(results["OUTPUT"], context).renderer()
    assert renderer.type() == "multibandcolor"
    assert (renderer.redBand(), renderer.greenBand(), renderer.blueBand()) == (3, 2, 1)
    stretch = renderer.redContrastEnhancement()
    made = gdal.Open(results["OUTPUT"])
    lowest, highest = made.GetRasterBand(3).ComputeRasterMinMax(False)
    assert lowest < stretch.minimumValue() < stretch.maximumValue() < highest


def test_a_result_that_the_user_named_keeps_its_name(
    parameters: Parameters, project: QgsProject
) -> None:
    context = QgsProcessingContext()
    context.setProject(project)
    output = QgsProcessingOutputLayerDefinition("TEMPORARY_OUTPUT", project)
    output.destinationName = "my town"
    parameters["OUTPUT"] = output
    results = run_in_thread(parameters, context)
    assert context.layerToLoadOnCompletionDetails(results["OUTPUT"]).name == "my town"


def test_a_result_lies_where_the_user_put_pan(
    parameters: Parameters, pair: tuple[Path, Path], project: QgsProject, tmp_path: Path
) -> None:
    pan, ms = (QgsRasterLayer(path, "scene") for path in without_system(pair, tmp_path))
    pan.setCrs(QgsCoordinateReferenceSystem("EPSG:32631"))
    project.addMapLayers([pan, ms])
    context = QgsProcessingContext()
    context.setProject(project)
    output = QgsProcessingOutputLayerDefinition(parameters["OUTPUT"], project)
    parameters |= {"PAN": pan.id(), "MS": ms.id(), "OUTPUT": output}
    layer = loaded(run_in_thread(parameters, context)["OUTPUT"], context)
    assert not layer.dataProvider().crs().isValid()
    assert layer.crs().authid() == "EPSG:32631"


def test_a_layer_whose_file_was_replaced_shows_the_new_result(
    parameters: Parameters, pair: tuple[Path, Path], project: QgsProject
) -> None:
    shutil.copy(pair[1], parameters["OUTPUT"])
    old = QgsRasterLayer(parameters["OUTPUT"], "old")
    project.addMapLayer(old)
    context = QgsProcessingContext()
    context.setProject(project)
    parameters["OUTPUT"] = QgsProcessingOutputLayerDefinition(parameters["OUTPUT"], project)
    loaded(run_in_thread(parameters, context)["OUTPUT"], context)
    assert old.dataProvider().xSize() == 128
    made = gdal.Open(old.source())
    lowest, highest = made.GetRasterBand(3).ComputeRasterMinMax(False)
    stretch = old.renderer().redContrastEnhancement()
    assert lowest < stretch.minimumValue() < stretch.maximumValue() < highest


def test_natural_colours_follow_the_roles_of_bands() -> None:
    model = ("blue", "green", "red", "nir")
    assert natural_bands(("nir", "red", "green", "blue"), model) == (2, 3, 4)
    assert natural_bands(("", "", "", ""), model) == (3, 2, 1)
    assert natural_bands(("", ""), ("a", "b")) is None


def test_algorithms_are_made_afresh_for_each_run() -> None:
    algorithm = SharpenAlgorithm()
    assert algorithm.createInstance() is not algorithm
