"""How fast engines are here, measured once and kept with what the figure depends on."""

from __future__ import annotations

import json
import os
import tempfile
import time
from collections.abc import Mapping
from pathlib import Path

import numpy as np

from qgis_pansharp.backend.engines.base import Engine, Watch
from qgis_pansharp.backend.models.card import ModelCard

FILE = "speeds.json"
CORE = 256  # PAN pixels a side of the block that is timed, without its halo
SECONDS = 1.0  # that the timed blocks take together, at least one of them
LEAST_RUNS = 2  # after the one that warms up


class Speeds:
    """Megapixels read per second by engine, device and model, kept in one file of a folder.

    A file that cannot be read or written costs another measurement, nothing else.
    """

    def __init__(self, folder: Path) -> None:
        self._file = folder / FILE

    def get(self, key: str) -> dict[str, float]:
        """Return what is known under a key: megapixels per second by device."""
        entry = self._read().get(key, {})
        return {
            device: float(speed)
            for device, speed in (entry.items() if isinstance(entry, dict) else ())
            if isinstance(speed, (int, float)) and speed >= 0
        }

    def put(self, key: str, speeds: Mapping[str, float]) -> None:
        """Keep what was measured; the file is replaced whole."""
        content = {**self._read(), key: dict(speeds)}
        try:
            self._file.parent.mkdir(parents=True, exist_ok=True)
            handle, name = tempfile.mkstemp(dir=self._file.parent, prefix=f"{FILE}.")
        except OSError:
            return
        try:
            with os.fdopen(handle, "w", encoding="utf-8") as file:
                json.dump(content, file, indent=1, sort_keys=True)
            os.replace(name, self._file)  # noqa: PTH105
        except OSError:
            Path(name).unlink(missing_ok=True)

    def _read(self) -> dict[str, object]:
        try:
            content = json.loads(self._file.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return {}
        return content if isinstance(content, dict) else {}


def key_of(engine: str, version: str, card: ModelCard, threads: int, precision: str) -> str:
    """Return what a measurement depends on, beside the device, as one text."""
    model = f"{card.network} {len(card.bands)} bands ratio {card.ratio}"
    cores = threads or os.cpu_count() or 1
    return f"{engine} {version}, {model}, {cores} threads, precision {precision}"


def measure(engine: Engine, card: ModelCard, watch: Watch) -> float:
    """Return the megapixels that an engine reads per second, on made-up blocks.

    The fastest of a few runs counts: what slows others down is other programs' doing.

    Raises:
        PansharpError: the engine failed.
        MemoryError: there is no room for the block.
    """
    cell = max(card.alignment, card.ratio)
    side = -(-(CORE + 2 * card.halo) // cell) * cell
    noise = np.random.default_rng(0)
    pan = noise.random((1, side, side), dtype=np.float32)
    small = side // card.ratio
    ms = noise.random((len(card.bands), small, small), dtype=np.float32)
    engine.run(pan, ms, watch)
    fastest, begun, runs = np.inf, time.perf_counter(), 0
    while runs < LEAST_RUNS or time.perf_counter() - begun < SECONDS:
        started = time.perf_counter()
        engine.run(pan, ms, watch)
        fastest = min(fastest, time.perf_counter() - started)
        runs += 1
    return float(pan.size / 1e6 / max(fastest, 1e-9))
