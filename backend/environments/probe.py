"""Run by an engine's own interpreter: does it sharpen as the built-in engine does, and how fast?

Prints one JSON object, alone on standard output; what libraries print goes to standard error.
"""

from __future__ import annotations

import json
import os
import sys
import threading
import traceback
from collections.abc import Sequence
from importlib import metadata
from typing import Any

import numpy as np

from qgis_pansharp.backend.arrays import FloatArray
from qgis_pansharp.backend.engines import create_engine, devices_of
from qgis_pansharp.backend.engines.base import Engine, unwatched
from qgis_pansharp.backend.engines.calibration import measure
from qgis_pansharp.backend.errors import PansharpError
from qgis_pansharp.backend.models import Model, bundled_models

CORE = 64  # PAN pixels a side of the block that is compared
DIGITAL_NUMBERS = 2047.0  # of an image with 11 bits: what agreement is counted in
BANDS, RATIO = 4, 4


def block(model: Model) -> tuple[FloatArray, FloatArray]:
    """Return a made-up PAN and MS of network values: waves of several lengths, and some noise."""
    card = model.card
    side = -(-(CORE + 2 * card.halo) // card.alignment) * card.alignment
    rows, columns = np.mgrid[0:side, 0:side].astype(np.float32)
    waves = np.sin(rows / 7.0) + np.sin(columns / 3.0) + np.sin((rows + columns) / 31.0)
    noise = np.random.default_rng(0).random((side, side), dtype=np.float32)
    pan = (0.4 + 0.1 * waves + 0.1 * noise)[np.newaxis].astype(np.float32)
    small = side // card.ratio
    mean = pan.reshape(small, card.ratio, small, card.ratio).mean(axis=(1, 3))
    ms = np.stack([(0.5 + 0.2 * band) * mean for band in range(len(card.bands))])
    return pan, ms.astype(np.float32)


def difference(engine: Engine, model: Model) -> tuple[float, float]:
    """Return by how many digital numbers an engine's result is off the built-in one's.

    The first figure is what 99.9 % of the pixels keep to, the second one the largest.
    """
    pan, ms = block(model)
    with create_engine("builtin", model.path) as reference:
        expected = reference.run(pan, ms, unwatched)
    off = np.abs(engine.run(pan, ms, unwatched) - expected) * DIGITAL_NUMBERS
    if not np.isfinite(off).all():
        return float("inf"), float("inf")
    return float(np.quantile(off, 0.999)), float(off.max())


def check(name: str, device: str) -> dict[str, Any]:
    """Run an engine on a device; return what was found.

    Raises:
        PansharpError: the engine failed.
    """
    models = [
        model
        for model in bundled_models()
        if len(model.card.bands) == BANDS and model.card.ratio == RATIO
    ]
    usual, largest, title = 0.0, 0.0, ""
    for model in models:
        with create_engine(name, model.path, device=device, precision="full") as engine:
            found = difference(engine, model)
            usual, largest, title = max(usual, found[0]), max(largest, found[1]), engine.device
    with create_engine(name, models[0].path, device=device) as engine:
        speed = measure(engine, models[0].card, unwatched)
        title = engine.device
    return {"device": title, "usual": usual, "largest": largest, "speed": speed}


def versions(names: Sequence[str]) -> dict[str, str]:
    """Return the versions of those packages that are installed."""
    found = {}
    for name in names:
        try:
            found[name] = metadata.version(name)
        except metadata.PackageNotFoundError:
            continue
    return found


def probe(name: str) -> dict[str, Any]:
    """Check an engine on its best device; where that fails, on the processor."""
    devices = [vars(device) for device in devices_of(name)]
    told: dict[str, Any] = {"devices": devices, "note": ""}
    try:
        return {**told, **check(name, "auto")}
    except (PansharpError, MemoryError) as problem:
        if all(device["name"] == "cpu" for device in devices):
            raise
        traceback.print_exc()
        return {**told, "note": str(problem), **check(name, "cpu")}


def die_with_parent() -> None:
    """End as soon as the program that started this one has gone."""
    parent = os.dup(0)
    # Windows loads no library that looks at standard input while a thread waits for it
    os.dup2(os.open(os.devnull, os.O_RDONLY), 0)

    def watch() -> None:
        try:
            while os.read(parent, 1):
                continue
        except OSError:
            pass  # it has gone, too
        os._exit(3)

    threading.Thread(target=watch, daemon=True).start()


def main(arguments: Sequence[str]) -> int:
    """Check the engine named first; the rest are its packages."""
    answers = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)  # what libraries print, in C as well
    sys.stdout = sys.stderr
    die_with_parent()
    told: dict[str, Any] = {"versions": versions(arguments[1:])}
    try:
        told.update(probe(arguments[0]))
    except Exception as problem:  # whatever it is becomes a sentence where it was asked for
        traceback.print_exc()
        told["error"] = str(problem) or type(problem).__name__
    answers.write(json.dumps(told) + "\n")
    answers.flush()
    # an engine's library that fails when it is unloaded must not spoil what was found
    os._exit(0 if "error" not in told else 1)


if __name__ == "__main__":
    main(sys.argv[1:])
