"""How fast engines are here, measured once and kept with what the figure depends on."""

from __future__ import annotations

import json
import os
import tempfile
import time
from collections.abc import Mapping
from pathlib import Path

import numpy as np

from qgis_pansharp.backend.arrays import FloatArray
from qgis_pansharp.backend.engines.base import Engine, Watch
from qgis_pansharp.backend.models.card import ModelCard

FILE = "speeds.json"
# PAN pixels a side of the block that is timed, without its halo; the smaller one comes first, and
# is all that an engine is asked for that takes more than SECONDS for it
SMALL, CORE = 64, 256
SECONDS = 1.0  # that the timed blocks take together, at least one of them
LEAST_RUNS = 2  # after the one that warms up, of an engine that is not slow
# Days that figures are kept: what was measured while other programs worked, or with a card that was
# full just then, must not count for good.
KEPT, FAILURES_KEPT = 30, 1
DAY = 86_400  # seconds


class Speeds:
    """Megapixels read per second by engine, device and model, kept in one file of a folder.

    A file that cannot be read or written costs another measurement, nothing else.
    """

    def __init__(self, folder: Path) -> None:
        self._file = folder / FILE

    def get(self, key: str) -> dict[str, float]:
        """Return what is known under a key: megapixels per second by device, 0 where it failed."""
        entry = self._read().get(key)
        if not isinstance(entry, dict) or not isinstance(entry.get("speeds"), dict):
            return {}
        speeds = {
            device: float(speed)
            for device, speed in entry["speeds"].items()
            if isinstance(speed, (int, float)) and speed >= 0
        }
        days = FAILURES_KEPT if 0.0 in speeds.values() else KEPT
        when = entry.get("measured")
        # a clock may have been set back
        recent = isinstance(when, (int, float)) and abs(time.time() - when) < days * DAY
        return speeds if recent else {}

    def put(self, key: str, speeds: Mapping[str, float]) -> None:
        """Keep what was measured; the file is replaced whole."""
        self._write({**self._read(), key: {"measured": int(time.time()), "speeds": dict(speeds)}})

    def forget(self, engine: str) -> None:
        """Let an engine be measured again."""
        content = self._read()
        kept = {key: entry for key, entry in content.items() if not key.startswith(f"{engine} ")}
        if kept != content:
            self._write(kept)

    def _write(self, content: Mapping[str, object]) -> None:
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

    The fastest of a few runs counts: what slows others down is other programs' doing. Of a slow
    engine two runs must do.

    Raises:
        PansharpError: the engine failed.
        MemoryError: there is no room for the block.
    """
    pan, ms = _block(card, SMALL)
    seconds = _timed(engine, pan, ms, watch)
    if seconds > SECONDS:
        seconds = min(seconds, _timed(engine, pan, ms, watch))
        return float(pan.size / 1e6 / seconds)
    pan, ms = _block(card, CORE)
    engine.run(pan, ms, watch)
    begun, taken = time.perf_counter(), list[float]()
    while len(taken) < LEAST_RUNS or time.perf_counter() - begun < SECONDS:
        taken.append(_timed(engine, pan, ms, watch))
    return float(pan.size / 1e6 / max(min(taken), 1e-9))


def _block(card: ModelCard, core: int) -> tuple[FloatArray, FloatArray]:
    """Return a PAN and an MS of noise, with the halo around a core."""
    cell = max(card.alignment, card.ratio)
    side = -(-(core + 2 * card.halo) // cell) * cell
    noise = np.random.default_rng(0)
    pan = noise.random((1, side, side), dtype=np.float32)
    small = side // card.ratio
    return pan, noise.random((len(card.bands), small, small), dtype=np.float32)


def _timed(engine: Engine, pan: FloatArray, ms: FloatArray, watch: Watch) -> float:
    started = time.perf_counter()
    engine.run(pan, ms, watch)
    return time.perf_counter() - started
