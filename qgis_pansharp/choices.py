"""What can be chosen wherever the plugin asks: methods, engines, devices, and their names.

The values are the backend's own, written out because it is not imported at start; a test compares
them.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from qgis_pansharp.translation import tr

if TYPE_CHECKING:
    from qgis.PyQt.QtWidgets import QComboBox

    from qgis_pansharp.backend.models import Model

AUTO = "auto"
METHODS = (AUTO, "sipsanet", "cf2n")
ENGINES = (AUTO, "builtin", "onnxruntime", "openvino", "torch")
DEVICES = (AUTO, "cpu")  # those that every computer has


def method_titles() -> dict[str, str]:
    """Return each method's name for people, in the user's language, by its value."""
    return {AUTO: tr("Automatic"), "sipsanet": "SIPSA-Net", "cf2n": "CF2N"}


def engine_titles() -> dict[str, str]:
    """Return each engine's name for people, by its value."""
    return {
        AUTO: tr("Automatic"),
        "builtin": tr("Built-in (NumPy)"),
        "onnxruntime": "ONNX Runtime",
        "openvino": "OpenVINO",
        "torch": "PyTorch",
    }


def device_titles() -> dict[str, str]:
    """Return the name for people of each device that every computer has, by its value."""
    return {AUTO: tr("Automatic"), "cpu": tr("Processor")}


def found_devices() -> dict[str, str]:
    """Return the names of the devices that installed engines have found, beside the usual ones."""
    from qgis_pansharp.backend.environments import Environments
    from qgis_pansharp.settings import engines_folder

    return {
        device.name: f"{device.title} ({device.name})"
        for environment in Environments(engines_folder()).all()
        for device in environment.devices
        if device.name not in DEVICES
    }


def model_title(model: Model) -> str:
    """Return a model's name for people; what users add themselves is called as its card says."""
    from qgis_pansharp.backend.models.registry import FOLDER

    card = model.card
    if model.path.parent != FOLDER:
        return card.title
    name = method_titles().get(card.network, card.network)
    count = tr("{count} bands").format(count=len(card.bands))
    return f"{name} · {count} · " + tr("ratio {ratio}").format(ratio=card.ratio)


def fill(box: QComboBox, titles: Mapping[str, str]) -> None:
    """Put choices into an empty box; its items hold the values."""
    for value, title in titles.items():
        box.addItem(title, value)


def select(box: QComboBox, value: str) -> None:
    """Choose the item that holds a value, else the first one; what can be typed is typed."""
    index = box.findData(value)
    box.setCurrentIndex(max(0, index))
    if index < 0 and value and box.isEditable():
        box.setEditText(value)


def chosen(box: QComboBox) -> str:
    """Return the value that is chosen or, where that is none of the items, what was typed."""
    index = box.currentIndex()
    if box.isEditable():
        typed: str = box.currentText().strip()
        index = box.findText(typed) if typed else 0
        if index < 0:
            return typed
    return str(box.itemData(index) or "")
