"""The user's settings as one value, kept in QGIS's settings."""

from __future__ import annotations

import math
from dataclasses import dataclass, fields, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from qgis.core import QgsApplication, QgsSettings
from qgis.PyQt.QtCore import QByteArray

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

T = TypeVar("T", bound="DataclassInstance")
PREFIX = "pansharp"
# the backend's own default, written out because it is not imported at start; a test compares them
DEFAULT_MEGABYTES = 1000
# what the options page offers
MOST_THREADS = 256
LEAST_MEGABYTES, MOST_MEGABYTES = 100, 64_000
BLOCK_STEP, LARGEST_BLOCK = 64, 1536


@dataclass(frozen=True)
class Settings:
    """What the options page sets; every run starts from it.

    `threads` and `block_size` (PAN pixels) are 0 for the backend's own choice; folders are empty
    where none was chosen.
    """

    method: str = "auto"
    engine: str = "auto"
    device: str = "auto"
    threads: int = 0
    megabytes: int = DEFAULT_MEGABYTES
    block_size: int = 0
    model_folder: str = ""
    output_folder: str = ""


@dataclass(frozen=True)
class Choices:
    """What the dialog remembers of its last run, beside the layers of the project."""

    method: str = ""
    model: str = ""
    engine: str = ""
    device: str = ""
    output_folder: str = ""
    creation_options: str = ""
    add_layer: bool = True
    advanced: bool = False


def engines_folder() -> Path:
    """Return where engines are installed: in the profile, so that upgrades leave them alone."""
    return Path(QgsApplication.qgisSettingsDirPath()) / "pansharp" / "engines"


def load_settings() -> Settings:
    """Return the settings; what is missing, below 0 or of a wrong kind is the default.

    Other numbers that were written by hand become those that the options page would make of them.
    """
    stored = _load(Settings(), PREFIX)
    return replace(
        stored,
        threads=min(stored.threads, MOST_THREADS),
        megabytes=min(max(stored.megabytes, LEAST_MEGABYTES), MOST_MEGABYTES),
        block_size=min(stored.block_size, LARGEST_BLOCK) // BLOCK_STEP * BLOCK_STEP,
    )


def save_settings(settings: Settings) -> None:
    """Keep the settings."""
    _save(settings, PREFIX)


def load_choices() -> Choices:
    """Return what the dialog remembers."""
    return _load(Choices(), f"{PREFIX}/dialog")


def save_choices(choices: Choices) -> None:
    """Remember the dialog's choices."""
    _save(choices, f"{PREFIX}/dialog")


def forget_choices() -> None:
    """Let the dialog start afresh."""
    QgsSettings().remove(f"{PREFIX}/dialog")


def load_speed(engine: str, device: str, model: str) -> float | None:
    """Return how fast a model ran last with these choices, in `estimate.work` per second.

    None where it never ran, or where what is stored is no speed.
    """
    try:
        value = QgsSettings().value(f"{PREFIX}/speeds/{engine}/{device}/{model}", 0.0, type=float)
    except TypeError:  # a text, say by hand
        return None
    return value if isinstance(value, float) and 0 < value < math.inf else None


def save_speed(engine: str, device: str, model: str, speed: float) -> None:
    """Remember how fast a model ran with these choices of engine and device."""
    QgsSettings().setValue(f"{PREFIX}/speeds/{engine}/{device}/{model}", speed)


def load_state(name: str) -> bytes | None:
    """Return the bytes that Qt keeps of a window's size or parts; None where there are none."""
    value = QgsSettings().value(f"{PREFIX}/windows/{name}")
    return bytes(value) if value and isinstance(value, (QByteArray, bytes)) else None


def save_state(name: str, state: Any) -> None:
    """Keep such bytes."""
    QgsSettings().setValue(f"{PREFIX}/windows/{name}", state)


def _load(default: T, prefix: str) -> T:
    store, found = QgsSettings(), {}
    for field in fields(default):
        kind = type(getattr(default, field.name))
        try:
            value = store.value(f"{prefix}/{field.name}", getattr(default, field.name), type=kind)
        except TypeError:  # a text where a number should be, say by hand
            continue
        if isinstance(value, kind) and not (kind is int and value < 0):
            found[field.name] = value
    return replace(default, **found)


def _save(value: Any, prefix: str) -> None:
    store = QgsSettings()
    for field in fields(value):
        store.setValue(f"{prefix}/{field.name}", getattr(value, field.name))
