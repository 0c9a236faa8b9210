"""`python -m tests.training.watched_fit RUN_FILE DATA RUNS`: a fit whose processes leave notes.

Each process writes what it trained and validated on, a line a batch, into `RUNS/seen_RANK.jsonl`.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

from torch import Tensor

from training.fit import MODULES, fit
from training.modules import Batch, SharpeningModule
from training.run_files import load_recipe


def note(module: SharpeningModule, folder: Path, during: str, batches: dict[str, Batch]) -> None:
    """Write down the sum over PAN, which tells batches apart."""
    for stream, batch in batches.items():
        seen = {
            "during": during,
            "step": module.global_step,
            "stream": stream,
            "pan": float(batch["pan"].double().sum()),
        }
        with (folder / f"seen_{module.global_rank}.jsonl").open("a", encoding="utf-8") as file:
            file.write(json.dumps(seen) + "\n")


def watch(kind: Any, folder: Path) -> None:
    """Let modules of a kind note the batches of their steps."""
    training_step, validation_step = kind.training_step, kind.validation_step

    def watched_training(module: SharpeningModule, batch: dict[str, Batch], number: int) -> Tensor:
        note(module, folder, "training", batch)
        loss: Tensor = training_step(module, batch, number)
        return loss

    def watched_validation(module: SharpeningModule, batch: Batch, number: int) -> None:
        note(module, folder, "validation", {"reduced" if "truth" in batch else "full": batch})
        validation_step(module, batch, number)

    kind.training_step, kind.validation_step = watched_training, watched_validation


def main(run_file: Path, root: Path, runs: Path) -> None:
    """Train as the run file says."""
    runs.mkdir(parents=True, exist_ok=True)
    watch(MODULES[load_recipe(run_file)["network"]], runs)
    fit(run_file, root, runs, threads=1)


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:]))
