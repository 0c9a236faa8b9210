"""Made-up scenes and a tiny exported network, made once for all tests of training."""

from __future__ import annotations

import errno
import logging
import warnings
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import torch
import yaml

from demo.scene import write_scene
from qgis_pansharp.backend.networks import Cf2n
from training.export import card_of_recipe, export

Recipe = dict[str, Any]


@dataclass(frozen=True)
class ScenesOnDisk:
    """A folder of scene folders and the manifest that lists them."""

    root: Path
    manifest: Path


@dataclass(frozen=True)
class Exported:
    """A network and the model file that it became."""

    network: Cf2n
    file: Path


def line(name: str, group: str, role: str, **changes: Any) -> dict[str, Any]:
    """One line of a manifest."""
    entry = {
        "name": name,
        "sensor": "quickbird",
        "bands": "B G R N",
        "ratio": 4,
        "bits": 11,
        "kind": "raw",
        "shift": [0, 0],
        "group": group,
        "role": role,
    }
    return entry | changes


def write_manifest(file: Path, *lines: dict[str, Any]) -> Path:
    """Write a manifest of these lines."""
    file.write_text(yaml.safe_dump({"scenes": list(lines)}), encoding="utf-8")
    return file


@pytest.fixture
def quiet() -> Iterator[None]:
    """Lightning has much to say about runs this small."""
    loggers = [logging.getLogger(name) for name in ("lightning.pytorch", "lightning.fabric")]
    levels = [logger.level for logger in loggers]
    for logger in loggers:
        logger.setLevel(logging.ERROR)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        yield
    for logger, level in zip(loggers, levels):
        logger.setLevel(level)


@pytest.fixture(autouse=True, scope="package")
def one_thread() -> Iterator[None]:
    threads = torch.get_num_threads()
    torch.set_num_threads(1)
    yield
    torch.set_num_threads(threads)


@pytest.fixture(scope="session")
def scenes(tmp_path_factory: pytest.TempPathFactory) -> ScenesOnDisk:
    """Two towns to train on, one twice as long as the other, and one to tune on."""
    root = tmp_path_factory.mktemp("scenes")
    write_scene(root / "large", size=256, seed=1)
    write_scene(root / "small", size=128, seed=2)
    write_scene(root / "kept_aside", size=128, seed=3)
    manifest = write_manifest(
        root / "scenes.yaml",
        line("large", "towns", "train"),
        line("small", "villages", "train", shift=[0.4, 0]),
        line("kept_aside", "towns", "tune"),
    )
    return ScenesOnDisk(root, manifest)


@pytest.fixture(scope="session")
def recipe(scenes: ScenesOnDisk) -> Recipe:
    """A run file's content: six steps of a CF2N of eight channels."""
    return {
        "network": "cf2n",
        "data": {
            "manifest": str(scenes.manifest),
            "roles": ["blue", "green", "red", "nir"],
            "ratio": 4,
            "rule": "moments",
            "streams": {
                "reduced": {
                    "sizes": [6, 8],
                    "count": 2,
                    "augmentation": {"band_gain": 0.1, "pan_offset": 0.05, "noise": 0.001},
                }
            },
        },
        "module": {"channels": 8, "fusions": 1, "injections": 1, "rate": 0.01, "warm_up": 2},
        "run": {
            "seed": 5,
            "steps": 6,
            "validate_every": 2,
            "precision": "32-true",
            "clip": 1.0,
            "averaging": 0.5,
        },
        "card": {
            "id": "tiny",
            "version": "0.1",
            "title": "A tiny CF2N",
            "bands": ["blue", "green", "red", "nir"],
            "ratio": 4,
            "training_data": "made-up towns",
            "recipe": "six steps",
            "limits": "for tests",
        },
    }


@pytest.fixture(scope="session")
def exported(recipe: Recipe, tmp_path_factory: pytest.TempPathFactory) -> Exported:
    """A tiny network without one weight at zero; its export takes most of these tests' time."""
    torch.manual_seed(0)
    network = Cf2n(4, channels=8, fusions=1, injections=1)
    with torch.no_grad():
        for parameter in network.parameters():
            parameter.add_(0.05 * torch.randn(parameter.shape))
    file = tmp_path_factory.mktemp("models") / "tiny.onnx"
    export(network, card_of_recipe(recipe), file)
    return Exported(network, file)


@pytest.fixture
def fill_disk(monkeypatch: pytest.MonkeyPatch) -> Callable[[], None]:
    """Return what makes the disk full: a file that is written from then on is cut off."""
    write_bytes = Path.write_bytes

    def cut_off(path: Path, content: bytes) -> int:
        write_bytes(path, content[:3])
        raise OSError(errno.ENOSPC, "No space left on device")

    return lambda: monkeypatch.setattr(Path, "write_bytes", cut_off)
