"""Two processes train one network: each on batches of its own, all on every tuning scene."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest
import torch
import yaml

from training.fit import data_of, module_of

from .conftest import Recipe, ScenesOnDisk

REPOSITORY = Path(__file__).parents[2]
RANKS, STEPS = 2, 2
LONGEST = 120  # seconds; a tenth of it is usual
ALIGNMENT_ONLY: dict[str, Any] = {
    "network": "sipsanet",
    "module": {"alignment_only": True, "offset_weight": 1.0, "aligned_truth_weight": 1.0},
}

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="processes are forked")


def begun(run_file: Path, root: Path, runs: Path) -> subprocess.Popen[str]:
    """Return a process that trains, and forks before it has any threads."""
    return subprocess.Popen(
        [sys.executable, "-m", "tests.training.watched_fit", run_file, root, runs],
        cwd=REPOSITORY,
        env={**os.environ, "CUDA_VISIBLE_DEVICES": "", "OMP_NUM_THREADS": "1"},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        start_new_session=True,
    )


def ended(process: subprocess.Popen[str], status: int = 0) -> None:
    """Wait for the end of a process; end all of it if it hangs."""
    try:
        output, _ = process.communicate(timeout=LONGEST)
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)
        pytest.fail(f"no end after {LONGEST} s: {process.communicate()[0][-2000:]}")
    assert process.returncode == status, output[-2000:]


def seen_by(rank: int, runs: Path, during: str) -> list[tuple[int, str, float]]:
    """Step, stream and PAN's sum of the batches that a process had."""
    lines = (runs / f"seen_{rank}.jsonl").read_text(encoding="utf-8").splitlines()
    notes = [json.loads(line) for line in lines]
    return [(n["step"], n["stream"], n["pan"]) for n in notes if n["during"] == during]


@pytest.mark.parametrize("changes", [{}, ALIGNMENT_ONLY], ids=["cf2n", "alignment_only"])
def test_two_processes_train_together(
    changes: dict[str, Any], recipe: Recipe, scenes: ScenesOnDisk, tmp_path: Path
) -> None:
    run = {"steps": STEPS, "validate_every": STEPS, "devices": RANKS, "strategy": "ddp_fork"}
    streams = {**recipe["data"]["streams"], "full": {"sizes": [8], "count": 2}}
    content = {
        **recipe,
        "data": {**recipe["data"], "streams": streams},
        "run": {**recipe["run"], **run},
        **changes,
    }
    run_file, runs = tmp_path / "tiny.yaml", tmp_path / "runs"
    run_file.write_text(yaml.safe_dump(content), encoding="utf-8")
    ended(begun(run_file, scenes.root, runs))

    checkpoint = torch.load(runs / "tiny" / "checkpoints" / "last.ckpt", weights_only=True)
    assert checkpoint["global_step"] == STEPS
    assert checkpoint["state_dict"].keys() == module_of(content).state_dict().keys()

    data = data_of(content, scenes.root, runs, tmp_path)
    data.setup()
    for stream in streams:
        batches = data.batches(stream, 0)
        due = [float(batches[i]["pan"].double().sum()) for i in range(RANKS * STEPS)]
        assert len(set(due)) == RANKS * STEPS
        for rank in range(RANKS):
            had = [pan for _, of, pan in seen_by(rank, runs, "training") if of == stream]
            assert had == pytest.approx(due[rank::RANKS])
    validated = [seen_by(rank, runs, "validation") for rank in range(RANKS)]
    assert [(step, stream) for step, stream, _ in validated[0]] == [
        (STEPS, "reduced"),
        (STEPS, "full"),
    ]
    assert validated[0] == validated[1]


def test_both_processes_end_when_one_is_told_to(
    recipe: Recipe, scenes: ScenesOnDisk, tmp_path: Path
) -> None:
    run = {"steps": 2000, "validate_every": STEPS, "devices": RANKS, "strategy": "ddp"}
    run_file, runs = tmp_path / "tiny.yaml", tmp_path / "runs"
    content = {**recipe, "run": {**recipe["run"], **run}}
    run_file.write_text(yaml.safe_dump(content), encoding="utf-8")
    process = begun(run_file, scenes.root, runs)
    last = runs / "tiny" / "checkpoints" / "last.ckpt"
    latest = time.monotonic() + LONGEST
    while not last.exists() and process.poll() is None and time.monotonic() < latest:
        time.sleep(0.1)
    process.terminate()
    ended(process, 128 + signal.SIGTERM)
    assert torch.load(last, weights_only=True)["global_step"] >= STEPS
