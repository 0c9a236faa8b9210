"""The plugin in the desktop: what it adds, and that nothing stays behind."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from qgis.core import (
    QgsApplication,
    QgsProcessingAlgRunnerTask,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProject,
    QgsRasterLayer,
)
from qgis.gui import QgsProcessingAlgorithmDialogBase

from qgis_pansharp.plugin import PansharpPlugin

from .desktop import Desktop, clear_project, settle, wait_for

Pair = tuple[Path, Path]


@pytest.fixture
def desktop(qgis_app: QgsApplication, qgis_processing: None) -> Iterator[Desktop]:
    clear_project()
    yield Desktop()
    clear_project()


def test_menu_toolbar_and_options_come_and_go(desktop: Desktop) -> None:
    plugin = PansharpPlugin(desktop)
    plugin.initGui()
    action, _, guide = desktop.actions
    assert desktop.actions == [action, action, guide]  # menu, toolbar, menu
    assert action.text() == "Pansharpen…"
    assert guide.text() == "User guide"
    assert len(desktop.factories) == 1
    assert desktop.factories[0].icon().isNull() is False
    plugin.unload()
    assert desktop.actions == []
    assert desktop.factories == []
    assert QgsApplication.processingRegistry().providerById("pansharp") is None


def test_the_action_opens_one_dialog(desktop: Desktop) -> None:
    plugin = PansharpPlugin(desktop)
    plugin.initGui()
    desktop.actions[0].trigger()
    first = plugin.dialog
    assert first is not None and first.isVisible()
    first.close()
    desktop.actions[0].trigger()
    assert plugin.dialog is first and first.isVisible()
    plugin.unload()
    settle()
    assert plugin.dialog is None


def test_unloading_in_mid_run_leaves_no_partial_file(
    desktop: Desktop, pair: Pair, tmp_path: Path
) -> None:
    layers = [QgsRasterLayer(str(path), path.stem) for path in pair]
    QgsProject.instance().addMapLayers(layers)
    plugin = PansharpPlugin(desktop)
    plugin.initGui()
    dialog = plugin.open_dialog()
    dialog.outputFile.setFilePath(str(tmp_path / "out.tif"))
    wait_for(dialog.runButton.isEnabled)
    dialog.start_run()
    manager = QgsApplication.taskManager()
    wait_for(lambda: manager.activeTasks() and manager.activeTasks()[0].progress() > 0)
    plugin.unload()
    settle()
    assert list(tmp_path.iterdir()) == []
    assert manager.countActiveTasks() == 0
    assert len(QgsProject.instance().mapLayers()) == 2


def test_unloading_waits_for_the_end_of_a_run_of_the_toolbox(
    desktop: Desktop, pair: Pair, tmp_path: Path
) -> None:
    plugin = PansharpPlugin(desktop)
    plugin.initGui()
    algorithm = QgsApplication.processingRegistry().createAlgorithmById("pansharp:sharpen")
    parameters = {"PAN": str(pair[0]), "MS": str(pair[1]), "OUTPUT": str(tmp_path / "out.tif")}
    context, feedback = QgsProcessingContext(), QgsProcessingFeedback()
    task = QgsProcessingAlgRunnerTask(algorithm, parameters, context, feedback)
    ends: list[bool] = []
    task.executed.connect(lambda fine, _: ends.append(fine))
    QgsApplication.taskManager().addTask(task)
    wait_for(lambda: feedback.progress() > 0)
    plugin.unload()
    assert ends == [False]
    assert list(tmp_path.iterdir()) == []


class Window(QgsProcessingAlgorithmDialogBase):
    """The window of an algorithm; QGIS's own needs all of the desktop."""


def test_unloading_closes_the_windows_of_its_algorithm_only(desktop: Desktop) -> None:
    plugin = PansharpPlugin(desktop)
    plugin.initGui()
    windows = []
    for name in ("pansharp:sharpen", "native:buffer"):
        algorithm = QgsApplication.processingRegistry().createAlgorithmById(name)
        windows.append(Window(desktop.window))
        windows[-1].setAlgorithm(algorithm)
        windows[-1].show()
    plugin.unload()
    assert [window.isVisible() for window in windows] == [False, True]
    windows[1].close()
    settle()


def test_it_can_be_switched_on_again(desktop: Desktop) -> None:
    plugin = PansharpPlugin(desktop)
    for _ in range(2):
        plugin.initGui()
        assert QgsApplication.processingRegistry().algorithmById("pansharp:sharpen") is not None
        plugin.unload()
