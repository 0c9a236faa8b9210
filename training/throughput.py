"""`python -m training prepare`: fill the cache of a run file, and measure how fast it is read.

What matters is whether the processor waits for data: a step's batches must take much less time than
the step itself. The fit logs both (`training.timing`).
"""

from __future__ import annotations

import time
from pathlib import Path
from statistics import median

from training.data import Batches
from training.fit import data_of
from training.run_files import load_recipe

BATCHES = 30


def prepare(recipe_file: Path, root: Path, runs: Path) -> str:
    """Prepare all scenes of a run file; return a report for the terminal."""
    data = data_of(load_recipe(recipe_file), root, runs, recipe_file.parent)
    start = time.perf_counter()
    data.setup()
    lines = [f"scenes ready in {time.perf_counter() - start:.1f} s, below {data.cache}"]
    for stream, groups in data.training.items():
        batches = data.batches(stream, 0)
        total = sum(len(group) for group in groups)
        lines.append(
            f"{stream}: {total} scenes in {len(groups)} groups; a batch takes "
            f"{1000 * seconds_of_batch(batches):.0f} ms in this process (median)"
        )
        for size, (fitting, _) in batches.choices.items():
            count = sum(len(group) for group in fitting)
            lines.append(f"    {count} have a place for crops of {size} MS pixels")
    lines.append(f"tuning: {len(data.tuning)} pairs")
    return "\n".join(lines)


def seconds_of_batch(batches: Batches) -> float:
    """Return the median time of drawing one batch."""
    times = []
    for index in range(min(BATCHES, len(batches))):
        start = time.perf_counter()
        batches[index]
        times.append(time.perf_counter() - start)
    return median(times)
