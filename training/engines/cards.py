"""All that is to be known of graphics cards, for every model, in one run.

Blocks are as large as the product cuts them for the card and follow each other as they do there:
the next one is on its way while one is worked on. PyTorch as it comes takes the same blocks in
turns with the engine.
"""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Sequence
from contextlib import ExitStack
from pathlib import Path
from statistics import median
from typing import Any

import torch

from qgis_pansharp.backend.arrays import FloatArray
from qgis_pansharp.backend.engines import Engine
from qgis_pansharp.backend.engines.runtime import RuntimeEngine, Ticket
from qgis_pansharp.backend.environments.probe import block, difference
from qgis_pansharp.backend.models import Model, load_model
from training.engines import limits
from training.engines.cases import EAGER, Case, opened
from training.engines.speed import made_up, product_core

BLOCKS = 8  # that are timed together
UNDER_WAY = 2  # of them, at a time
TO_A_GRAPH = 2  # blocks of a shape: the first goes layer by layer, the second one is captured
HEADER = (
    "| model | precision | block | 99.9 % within, of 2047 | GB held | ready, s | Mpx/s | "
    "times eager | times eager in TF32 | limit, Mpx/s | share of it |",
    "|---|---|---|---|---|---|---|---|---|---|---|",
)


def report(models: Sequence[Path], cases: Sequence[Case], core: int, rounds: int) -> str:
    """Measure the PyTorch engine on all devices of the cases; on the processor where it is alone.

    Args:
        models: their files.
        cases: what can be measured here.
        core: PAN pixels a side of a block; 0 for what the product cuts.
        rounds: to take medians of.
    """
    of_torch = [case for case in cases if case.engine == "torch"]
    devices = list(dict.fromkeys(case.device for case in of_torch))
    devices = [device for device in devices if device != "cpu"] or devices
    tables = []
    for device in devices:
        speeds = limits.measured(torch.device(device))
        lines = [f"{_title(device)}: {limits.told(speeds)}", "", *HEADER]
        for path in models:
            here = [case for case in of_torch if case.device == device]
            for case, engine in opened(here, path, 0):
                with engine:
                    lines.append(_row(load_model(path), case, engine, speeds, core, rounds))
                    print(lines[-1], flush=True)  # a run takes minutes
        tables.append("\n".join(lines))
    return "\n\n".join(tables) or "PyTorch is not installed here."


def _row(
    model: Model, case: Case, engine: Engine, speeds: limits.Speeds, core: int, rounds: int
) -> str:
    card = model.card
    prepare(engine, *block(model))
    off, _ = difference(engine, model)
    side = core or product_core(card, engine.room)
    pan, ms = made_up(card, side)
    megapixels = side * side / 1e6
    if _is_cuda(case.device):
        torch.cuda.reset_peak_memory_stats(case.device)
    ready = prepare(engine, pan, ms)
    seconds_per_block(engine, pan, ms)  # alone: what others hold would be counted as well
    held = torch.cuda.max_memory_reserved(case.device) if _is_cuda(case.device) else 0
    with ExitStack() as stack:
        eager = [
            stack.enter_context(other)
            for _, other in opened(
                [Case(EAGER, case.device, precision) for precision in ("full", "tf32")],
                model.path,
                0,
            )
        ]
        taken: list[list[float]] = [[] for _ in (engine, *eager)]
        for number in range(rounds + 1):
            for times, one in zip(taken, (engine, *eager)):
                seconds = seconds_if_it_fits(one, pan, ms)
                if number:  # the first one prepares for this shape
                    times.append(seconds)
    faster = [
        f"{median(slow / fast for slow, fast in zip(other, taken[0])):.2f}" for other in taken[1:]
    ]
    found, least = median(taken[0]), limits.least(model.path, case, speeds, pan, ms).seconds
    cells = [
        card.id,
        case.precision,
        f"{side} x {side}",
        f"{off:.2f}",
        f"{held / 1e9:.1f}",
        f"{ready:.2g}",
        f"{megapixels / found:.3g}",
        *faster,
        f"{megapixels / least:.3g}",
        f"{100 * least / found:.0f} %",
    ]
    return f"| {' | '.join(cells)} |"


def prepare(engine: Engine, pan: FloatArray, ms: FloatArray) -> float:
    """Let an engine prepare for a shape of block; return the seconds that this takes."""
    started = time.perf_counter()
    for _ in range(TO_A_GRAPH):
        engine.run(pan, ms)
    return time.perf_counter() - started


def seconds_if_it_fits(engine: Engine, pan: FloatArray, ms: FloatArray) -> float:
    """Return `seconds_per_block`; no number where the block does not fit beside other engines'."""
    try:
        return seconds_per_block(engine, pan, ms)
    except MemoryError:
        return float("nan")


def seconds_per_block(engine: Engine, pan: FloatArray, ms: FloatArray) -> float:
    """Return what a block takes on average where others follow it."""
    started = time.perf_counter()
    if isinstance(engine, RuntimeEngine) and engine.name != EAGER:
        under_way: deque[Ticket] = deque()
        for _ in range(BLOCKS):
            under_way.append(engine.start(pan, ms))
            if len(under_way) == UNDER_WAY:
                engine.finish(under_way.popleft())
        while under_way:
            engine.finish(under_way.popleft())
    else:
        for _ in range(BLOCKS):
            engine.run(pan, ms)
    return (time.perf_counter() - started) / BLOCKS


def _is_cuda(device: str) -> bool:
    return device.startswith("cuda")


def _title(device: str) -> str:
    """Return a device's name with what it is called by its maker."""
    if not _is_cuda(device):
        return device
    about: Any = torch.cuda.get_device_properties(device)
    return f"{device}, {about.name}, {about.total_memory / 1e9:.0f} GB"
