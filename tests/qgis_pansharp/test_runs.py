"""Runs of the desktop: queued, watched, cancelled, and their results as layers."""

from __future__ import annotations

import shutil
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from osgeo import gdal
from qgis.core import (
    QgsApplication,
    QgsCoordinateReferenceSystem,
    QgsProject,
    QgsRasterLayer,
    QgsRasterRange,
    QgsSettings,
)
from qgis.PyQt.QtCore import QTimer
from qgis.PyQt.QtGui import QTextDocument
from qgis.PyQt.QtWidgets import QLabel, QProgressBar, QPushButton

from qgis_pansharp import runs as module
from qgis_pansharp.backend import sharpen as backend
from qgis_pansharp.backend.errors import Cancelled
from qgis_pansharp.backend.estimate import seconds
from qgis_pansharp.backend.plan import make_plan
from qgis_pansharp.backend.request import Feedback, SharpenRequest, SharpenResult
from qgis_pansharp.result_layer import reload_replaced
from qgis_pansharp.runs import Job, Runs, time_left
from qgis_pansharp.settings import PREFIX, load_speed

from .desktop import Desktop, clear_project, settle, wait_for
from .misplaced import without_system

Pair = tuple[Path, Path]


@pytest.fixture
def desktop(qgis_app: QgsApplication) -> Iterator[Desktop]:
    clear_project()
    yield Desktop()
    clear_project()


@pytest.fixture
def runs(desktop: Desktop) -> Iterator[Runs]:
    made = Runs(desktop)
    yield made
    made.cancel_all()
    settle()


def job(pair: Pair, output: Path, **options: object) -> Job:
    request = SharpenRequest(pair[0], pair[1], output, method="sipsanet", engine="builtin")
    return Job(
        request, **{"title": "scene", "name": "made", "pan_layer": "", "ms_layer": "", **options}
    )


def texts(desktop: Desktop) -> list[str]:
    return [item.text() for item in desktop.bar.items()]


def test_a_run_ends_with_a_layer_and_a_word(pair: Pair, tmp_path: Path, desktop: Desktop) -> None:
    runs = Runs(desktop)
    ready: list[str] = []
    runs.resultReady.connect(ready.append)
    output = tmp_path / "out.tif"
    runs.start(job(pair, output))
    assert runs.count == 1
    wait_for(lambda: ready)
    assert ready == [str(output)]
    assert runs.count == 0
    (layer,) = QgsProject.instance().mapLayers().values()
    assert layer.name() == "made"
    assert layer.isValid()
    assert any("made is ready" in text for text in texts(desktop))


def test_the_message_bar_shows_names_as_they_are(
    pair: Pair, tmp_path: Path, desktop: Desktop, runs: Runs
) -> None:
    def plain() -> list[str]:
        shown = []
        for text in texts(desktop):
            document = QTextDocument()
            document.setHtml(text)
            shown.append(document.toPlainText())
        return shown

    ready: list[str] = []
    runs.resultReady.connect(ready.append)
    runs.failed.connect(ready.append)
    runs.start(job(pair, tmp_path / "out.tif", title="<i>a</i>", name="<b>a</b>"))
    assert "Pansharpen <i>a</i>" in plain()
    runs.start(job(pair, tmp_path / "no <i>such</i> folder" / "out.tif"))
    wait_for(lambda: len(ready) == 2)
    assert any(text.startswith("<b>a</b> is ready") for text in plain())
    assert any("no <i>such</i> folder" in text for text in plain())


def test_two_runs_follow_each_other(pair: Pair, tmp_path: Path, runs: Runs) -> None:
    order: list[str] = []
    runs.resultReady.connect(lambda path: order.append(Path(path).name))
    first = runs.start(job(pair, tmp_path / "first.tif"))
    second = runs.start(job(pair, tmp_path / "second.tif"))
    assert runs.count == 2
    assert second.status() == second.TaskStatus.OnHold
    wait_for(lambda: len(order) == 2)
    assert order == ["first.tif", "second.tif"]
    assert first.result is not None and second.result is not None


def test_the_message_bar_shows_the_run_that_works_and_how_many_wait(
    pair: Pair, tmp_path: Path, runs: Runs, desktop: Desktop, monkeypatch: pytest.MonkeyPatch
) -> None:
    sharpen = backend.sharpen

    def endless(request: SharpenRequest, feedback: Feedback) -> SharpenResult:
        while Path(request.output).name == "first.tif":
            if feedback.is_cancelled():
                raise Cancelled("stopped")
            time.sleep(0.01)
        return sharpen(request, feedback)

    def shown(kind: type[QLabel] | type[QProgressBar] | type[QPushButton]) -> list[object]:
        return [widget for item in desktop.bar.items() for widget in item.findChildren(kind)]

    monkeypatch.setattr(backend, "sharpen", endless)
    runs.start(job(pair, tmp_path / "first.tif", title="one"))
    runs.start(job(pair, tmp_path / "second.tif", title="two"))
    assert [text for text in texts(desktop) if text.startswith("Pansharpen")] == ["Pansharpen one"]
    assert any("1 waiting" in label.text() for label in shown(QLabel))
    assert len(shown(QProgressBar)) == 1
    (cancel,) = (button for button in shown(QPushButton) if button.text() == "Cancel")
    cancel.click()
    wait_for(lambda: runs.count == 1)
    assert "Pansharpen two" in texts(desktop)
    assert "Pansharpen one" not in texts(desktop)
    wait_for(lambda: runs.count == 0)
    assert [path.name for path in tmp_path.iterdir()] == ["second.tif"]


def test_cancelling_one_lets_the_next_run_and_leaves_nothing(
    pair: Pair, tmp_path: Path, runs: Runs, monkeypatch: pytest.MonkeyPatch
) -> None:
    ready: list[str] = []
    ended: list[float] = []
    runs.resultReady.connect(ready.append)
    runs.cancelled.connect(lambda: ended.append(time.monotonic()))
    first = runs.start(job(pair, tmp_path / "first.tif"))
    runs.start(job(pair, tmp_path / "second.tif"))
    wait_for(lambda: first.progress() > 0)
    first.cancel()
    wait_for(lambda: ready)
    assert len(ended) == 1
    assert [path.name for path in tmp_path.iterdir()] == ["second.tif"]


def test_a_waiting_run_can_be_cancelled(pair: Pair, tmp_path: Path, runs: Runs) -> None:
    ready: list[str] = []
    runs.resultReady.connect(ready.append)
    runs.start(job(pair, tmp_path / "first.tif"))
    second = runs.start(job(pair, tmp_path / "second.tif"))
    second.cancel()
    wait_for(lambda: ready and runs.count == 0)
    assert [path.name for path in tmp_path.iterdir()] == ["first.tif"]


def test_a_failing_run_says_its_sentence_and_its_details(
    pair: Pair, tmp_path: Path, runs: Runs, desktop: Desktop
) -> None:
    failed: list[str] = []
    runs.failed.connect(failed.append)
    runs.start(job((pair[1], pair[0]), tmp_path / "out.tif"))
    wait_for(lambda: failed)
    assert "PAN must have exactly one" in failed[0]
    (item,) = (i for i in desktop.bar.items() if "exactly one" in i.text())
    assert any(b.text() == "Details" for b in item.findChildren(QPushButton))
    assert list(tmp_path.iterdir()) == []


def test_ending_in_mid_run_leaves_no_partial_file(
    pair: Pair, tmp_path: Path, desktop: Desktop
) -> None:
    runs = Runs(desktop)
    task = runs.start(job(pair, tmp_path / "first.tif"))
    runs.start(job(pair, tmp_path / "second.tif"))
    wait_for(lambda: task.progress() > 0)
    runs.cancel_all()
    assert runs.count == 0
    assert list(tmp_path.iterdir()) == []


def test_the_window_stays_fluid_during_a_run(pair: Pair, tmp_path: Path, runs: Runs) -> None:
    """A timer is late only as much as it is without a run, and a little."""

    def lateness(until: object) -> float:
        late, last = [], [time.monotonic()]
        timer = QTimer()

        def tick() -> None:
            now = time.monotonic()
            late.append(now - last[0] - 0.01)
            last[0] = now

        timer.timeout.connect(tick)
        timer.start(10)
        wait_for(until)
        timer.stop()
        return sorted(late)[int(0.9 * len(late))]

    start = time.monotonic()
    idle = lateness(lambda: time.monotonic() - start > 0.5)
    ready: list[str] = []
    runs.resultReady.connect(ready.append)
    runs.start(job(pair, tmp_path / "out.tif"))
    busy = lateness(lambda: ready)
    assert busy < idle + 0.1


def test_a_result_lands_above_its_ms_in_its_group_and_looks_like_it(
    pair: Pair, tmp_path: Path, runs: Runs
) -> None:
    project = QgsProject.instance()
    pan, ms = (QgsRasterLayer(str(path), path.stem) for path in pair)
    for layer in (pan, ms):
        project.addMapLayer(layer, False)
    group = project.layerTreeRoot().addGroup("scene")
    project.layerTreeRoot().insertLayer(0, pan)
    other = QgsRasterLayer(str(pair[0]), "other")
    project.addMapLayer(other, False)
    group.addLayer(other)
    group.addLayer(ms)
    ms.renderer().setRedBand(4)
    ms.renderer().setGreenBand(3)
    ms.renderer().setBlueBand(2)
    ready: list[str] = []
    runs.resultReady.connect(ready.append)
    runs.start(job(pair, tmp_path / "out.tif", pan_layer=pan.id(), ms_layer=ms.id()))
    wait_for(lambda: ready)
    names = [node.name() for node in group.children()]
    assert names == ["other", "made", "ms"]
    layer = group.children()[1].layer()
    renderer = layer.renderer()
    assert (renderer.redBand(), renderer.greenBand(), renderer.blueBand()) == (4, 3, 2)
    history = " ".join(layer.metadata().history())
    for word in (str(pair[0]), str(pair[1]), "sipsanet-4band", "builtin"):
        assert word in history
    dataset = gdal.Open(str(tmp_path / "out.tif"))
    described = [dataset.GetRasterBand(i + 1).GetDescription() for i in range(4)]
    source = gdal.Open(str(pair[1]))
    assert described == [source.GetRasterBand(i + 1).GetDescription() for i in range(4)]


def test_a_result_is_kept_where_its_ms_is_part_of_another_project(
    pair: Pair, tmp_path: Path, runs: Runs
) -> None:
    project = QgsProject.instance()
    pan, ms = (QgsRasterLayer(str(path), path.stem) for path in pair)
    inner = project.layerTreeRoot().addGroup("outer").addGroup("inner")
    for layer in (pan, ms):
        project.addMapLayer(layer, False)
        inner.addLayer(layer)
    assert project.write(str(tmp_path / "other.qgs"))
    clear_project()
    root = project.layerTreeRoot()
    root.addChildNode(project.createEmbeddedGroup("outer", str(tmp_path / "other.qgs"), []))
    ids = {layer.name(): layer.id() for layer in project.mapLayers().values()}
    ready: list[str] = []
    runs.resultReady.connect(ready.append)
    layers = {"pan_layer": ids["pan"], "ms_layer": ids["ms"]}
    runs.start(job(pair, tmp_path / "out.tif", **layers))
    wait_for(lambda: ready)
    assert [node.name() for node in root.children()] == ["made", "outer"]
    assert project.write(str(tmp_path / "own.qgs"))
    clear_project()
    assert project.read(str(tmp_path / "own.qgs"))
    assert sorted(node.name() for node in root.findLayers()) == ["made", "ms", "pan"]


def test_a_result_has_all_of_the_look_of_ms_and_lies_where_the_user_put_pan(
    pair: Pair, tmp_path: Path, runs: Runs
) -> None:
    project = QgsProject.instance()
    nowhere = tuple(Path(path) for path in without_system(pair, tmp_path))
    pan, ms = (QgsRasterLayer(str(path), path.stem) for path in nowhere)
    project.addMapLayers([pan, ms])
    pan.setCrs(QgsCoordinateReferenceSystem("EPSG:32631"))
    ms.brightnessFilter().setBrightness(40)
    ms.hueSaturationFilter().setSaturation(-50)
    ms.renderer().setOpacity(0.5)
    ms.dataProvider().setUserNoDataValue(2, [QgsRasterRange(0, 9)])
    ready: list[str] = []
    runs.resultReady.connect(ready.append)
    runs.start(job(nowhere, tmp_path / "out.tif", pan_layer=pan.id(), ms_layer=ms.id()))
    wait_for(lambda: ready)
    (layer,) = project.mapLayersByName("made")
    assert layer.brightnessFilter().brightness() == 40
    assert layer.hueSaturationFilter().saturation() == -50
    assert layer.renderer().opacity() == 0.5
    assert [r.max() for r in layer.dataProvider().userNoDataValues(2)] == [9]
    assert layer.dataProvider().userNoDataValues(1) == []
    assert layer.crs().authid() == "EPSG:32631"


@pytest.mark.parametrize("add_layer", [True, False])
def test_a_layer_whose_file_was_replaced_shows_the_new_result(
    pair: Pair, tmp_path: Path, runs: Runs, add_layer: bool
) -> None:
    output = tmp_path / "out.tif"
    shutil.copy(pair[1], output)
    old = QgsRasterLayer(str(output), "old")
    QgsProject.instance().addMapLayer(old)
    ready: list[str] = []
    runs.resultReady.connect(ready.append)
    over = job(pair, output, add_layer=add_layer)
    runs.start(replace(over, request=replace(over.request, overwrite=True)))
    wait_for(lambda: ready)
    assert old.dataProvider().xSize() == 128


def test_a_layer_whose_file_covers_more_after_a_run_shows_all_of_it(
    pair: Pair, tmp_path: Path, desktop: Desktop
) -> None:
    output = tmp_path / "out.tif"
    gdal.Translate(str(output), str(pair[1]), srcWin=[0, 0, 8, 8])
    whole = QgsRasterLayer(str(pair[1]), "ms").extent()
    layer = QgsRasterLayer(str(output), "old")
    QgsProject.instance().addMapLayer(layer)
    layer.setCrs(QgsCoordinateReferenceSystem("EPSG:32633"))  # as the user says
    layer.dataProvider().setUserNoDataValue(1, [QgsRasterRange(0, 3)])
    layer.renderer().setRedBand(3)
    assert layer.extent() != whole
    shutil.copy(pair[1], output)
    reload_replaced(QgsProject.instance(), str(output))
    assert layer.extent() == whole
    assert (layer.name(), layer.crs().authid()) == ("old", "EPSG:32633")
    assert layer.renderer().redBand() == 3
    assert layer.dataProvider().userNoDataValues(1) == [QgsRasterRange(0, 3)]


def test_a_layer_whose_file_has_other_bands_after_a_run_shows_those(
    pair: Pair, tmp_path: Path, desktop: Desktop
) -> None:
    output, fewer = tmp_path / "out.tif", tmp_path / "fewer.tif"
    shutil.copy(pair[1], output)
    layer = QgsRasterLayer(str(output), "old")
    QgsProject.instance().addMapLayer(layer)
    layer.renderer().setRedBand(4)
    gdal.Translate(str(fewer), str(pair[1]), bandList=[1, 2, 3])
    fewer.replace(output)
    reload_replaced(QgsProject.instance(), str(output))
    assert layer.bandCount() == 3
    assert layer.renderer().redBand() <= 3


def test_a_layer_whose_file_was_missing_until_a_run_shows_it(
    pair: Pair, tmp_path: Path, desktop: Desktop
) -> None:
    output = tmp_path / "out.tif"
    layer = QgsRasterLayer(str(output), "old")
    QgsProject.instance().addMapLayer(layer)
    assert not layer.isValid()
    shutil.copy(pair[1], output)
    reload_replaced(QgsProject.instance(), str(output))
    assert layer.isValid()
    assert layer.name() == "old"


def test_a_layer_that_was_removed_meanwhile_does_no_harm(
    pair: Pair, tmp_path: Path, runs: Runs
) -> None:
    project = QgsProject.instance()
    ms = QgsRasterLayer(str(pair[1]), "ms")
    project.addMapLayer(ms)
    ready: list[str] = []
    runs.resultReady.connect(ready.append)
    runs.start(job(pair, tmp_path / "out.tif", ms_layer=ms.id()))
    project.removeMapLayer(ms.id())
    wait_for(lambda: ready)
    assert [layer.name() for layer in project.mapLayers().values()] == ["made"]


def test_a_run_tells_how_long_the_next_one_takes_unless_it_was_too_short(
    pair: Pair, tmp_path: Path, runs: Runs, monkeypatch: pytest.MonkeyPatch
) -> None:
    QgsSettings().remove(PREFIX)
    ready: list[str] = []
    runs.resultReady.connect(ready.append)
    known = ("builtin", "auto", "sipsanet-4band")
    for least in (3600.0, 0.0):
        monkeypatch.setattr(module, "TELLING", least)
        assert load_speed(*known) is None
        runs.start(job(pair, tmp_path / f"{least}.tif"))
        wait_for(lambda: runs.count == 0)
    assert len(ready) == 2
    speed = load_speed(*known)
    assert speed is not None
    plan = make_plan(job(pair, tmp_path / "again.tif").request)
    assert 0 < seconds(plan, speed) < 120
    assert load_speed("torch", "auto", "sipsanet-4band") is None
    QgsSettings().remove(PREFIX)


@pytest.mark.parametrize(
    ("left", "text"),
    [
        (0.2, "about 1 s left"),
        (60, "about 60 s left"),
        (600, "about 10 min left"),
        (9000, "about 2.5 h left"),
    ],
)
def test_time_left_is_told_roughly(left: float, text: str) -> None:
    assert time_left(left) == text
