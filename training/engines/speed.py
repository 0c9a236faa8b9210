"""How fast engines are, in turns, so that what else the computer does falls on all of them."""

from __future__ import annotations

import multiprocessing
import resource
import sys
import time
from collections.abc import Sequence
from contextlib import ExitStack
from pathlib import Path
from statistics import median

import numpy as np

from qgis_pansharp.backend.arrays import FloatArray
from qgis_pansharp.backend.blocks import choose_core
from qgis_pansharp.backend.models import ModelCard, load_model
from qgis_pansharp.backend.plan import core_on_device
from qgis_pansharp.backend.request import DEFAULT_MEMORY
from training.engines.cases import Case, opened


def made_up(card: ModelCard, core: int) -> tuple[FloatArray, FloatArray]:
    """Return a block's PAN and MS with its halo, in network values."""
    side = core + 2 * card.halo
    random = np.random.default_rng(0)
    ms = random.random((len(card.bands), side // card.ratio, side // card.ratio), np.float32)
    pan = ms.mean(axis=0).repeat(card.ratio, axis=0).repeat(card.ratio, axis=1)
    return pan[np.newaxis].astype(np.float32), ms


def product_core(card: ModelCard, room: int = 0) -> int:
    """Return the side of the blocks that the product cuts by default for an engine's `room`."""
    if room:
        return core_on_device(card, len(card.bands), room, DEFAULT_MEMORY)
    return choose_core(DEFAULT_MEMORY, card.bytes_per_pixel, card.halo, card.alignment)


def report(
    models: Sequence[Path], cases: Sequence[Case], core: int, rounds: int, threads: int
) -> str:
    """Time all cases on blocks of the product's size, or of `core` pixels; return tables."""
    tables = []
    for model in models:
        card = load_model(model).card
        side = core or product_core(card)
        pan, ms = made_up(card, side)
        with ExitStack() as stack:
            engines = opened(cases, model, threads)
            for _, engine in engines:
                stack.enter_context(engine)
                engine.run(pan, ms)  # prepares for this shape
                engine.run(pan, ms)
            taken: dict[Case, list[tuple[float, float]]] = {case: [] for case, _ in engines}
            for _ in range(rounds):
                for case, engine in engines:
                    wall, own = time.perf_counter(), time.process_time()
                    engine.run(pan, ms)
                    taken[case].append((time.perf_counter() - wall, time.process_time() - own))
        tables.append(_table(f"{model.stem}, blocks of {side} x {side}", side * side / 1e6, taken))
    return "\n\n".join(tables)


def _table(title: str, megapixels: float, taken: dict[Case, list[tuple[float, float]]]) -> str:
    """Tell medians; speeds relative to the first case are medians of each round's ratio."""
    first = next(iter(taken.values()))
    lines = [
        f"{title}, medians of {len(first)} rounds",
        "",
        "| engine | Mpx/s | times the first | processor seconds per Mpx | times less |",
        "|---|---|---|---|---|",
    ]
    for case, times in taken.items():
        walls, owns = zip(*times)
        faster = median(a[0] / b[0] for a, b in zip(first, times))
        leaner = median(a[1] / b[1] for a, b in zip(first, times))
        lines.append(
            f"| {case} | {megapixels / median(walls):.3g} | {faster:.2f} | "
            f"{median(owns) / megapixels:.2f} | {leaner:.2f} |"
        )
    return "\n".join(lines)


def memory_report(models: Sequence[Path], cases: Sequence[Case], core: int, threads: int) -> str:
    """Measure the memory that a block takes in each case, each in a process of its own."""
    lines = ["| model | engine | bytes per PAN pixel read |", "|---|---|---|"]
    start = multiprocessing.get_context("spawn")
    for model in models:
        for case in cases:
            receiver, sender = start.Pipe(duplex=False)
            process = start.Process(
                target=_measure_memory, args=(sender, case, model, core, threads)
            )
            process.start()
            sender.close()
            try:
                taken = receiver.recv()
            except EOFError:
                taken = None
            process.join()
            if taken is not None:
                lines.append(f"| {model.stem} | {case} | {taken:.0f} |")
    return "\n".join(lines)


def _measure_memory(sender: object, case: Case, model: Path, core: int, threads: int) -> None:
    """Send the bytes per pixel by which the peak rises when a block is sharpened."""
    card = load_model(model).card
    for _, engine in opened([case], model, threads):
        with engine:
            engine.run(*made_up(card, card.alignment))
            before = _peak(case.device)
            pan, ms = made_up(card, core or product_core(card))
            for _ in range(3):  # a graph is captured the second time
                engine.run(pan, ms)
            sender.send((_peak(case.device) - before) / pan.size)  # type: ignore[attr-defined]


def _peak(device: str) -> int:
    """Return the most memory that this process ever held on a device, in bytes."""
    if device.startswith("cuda"):
        import torch

        return torch.cuda.max_memory_reserved(device)
    status = Path("/proc/self/status")
    if not status.exists():  # not Linux, whose ru_maxrss would begin with the parent's
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        return peak if sys.platform == "darwin" else 1024 * peak
    (line,) = [one for one in status.read_text().splitlines() if one.startswith("VmHWM")]
    return 1024 * int(line.split()[1])
