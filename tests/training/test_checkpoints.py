"""Checkpoints are whole, and one process at a time writes a run's."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest
import torch
import yaml

from training.checkpoints import LOCK, WholeCheckpoints, alone
from training.fit import fit

from .conftest import Recipe, ScenesOnDisk

HOLDER = """
import fcntl, sys, time
file = open(sys.argv[1], "a+")
fcntl.lockf(file, fcntl.LOCK_EX)
file.write("number 1 on mars")
file.flush()
print("held", flush=True)
time.sleep(600)
"""


def test_a_checkpoint_that_has_no_room_leaves_the_one_before_it(
    tmp_path: Path, fill_disk: Callable[[], None]
) -> None:
    path = tmp_path / "checkpoints" / "last.ckpt"
    WholeCheckpoints().save_checkpoint({"global_step": 2}, path)
    fill_disk()
    with pytest.raises(OSError, match="No space left") as caught:
        WholeCheckpoints().save_checkpoint({"global_step": 4}, path)
    assert caught.value.filename == str(path)
    assert torch.load(path, weights_only=True) == {"global_step": 2}
    assert list(path.parent.iterdir()) == [path]


@pytest.mark.usefixtures("quiet")
def test_checkpoints_do_not_come_by_way_of_temporary_files(
    recipe: Recipe, scenes: ScenesOnDisk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "tiny.yaml"
    path.write_text(yaml.safe_dump(recipe), encoding="utf-8")
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "on another disk"))
    last = fit(path, scenes.root, tmp_path / "runs", threads=1)
    assert torch.load(last, weights_only=True)["global_step"] == 6


@pytest.mark.skipif(sys.platform == "win32", reason="there are no such locks")
def test_a_run_is_trained_by_one_process_at_a_time_and_no_longer_than_it_lives(
    recipe: Recipe, scenes: ScenesOnDisk, tmp_path: Path
) -> None:
    path, folder = tmp_path / "tiny.yaml", tmp_path / "runs" / "tiny"
    path.write_text(yaml.safe_dump(recipe), encoding="utf-8")
    folder.mkdir(parents=True)
    process = subprocess.Popen(
        [sys.executable, "-c", HOLDER, folder / LOCK], stdout=subprocess.PIPE, text=True
    )
    try:
        assert process.stdout is not None
        assert process.stdout.readline() == "held\n"
        with pytest.raises(ValueError, match=r"tiny is being trained by .* \(number 1 on mars\)"):
            fit(path, scenes.root, tmp_path / "runs", threads=1)
        assert [file.name for file in folder.iterdir()] == [LOCK]
    finally:
        process.kill()
        process.communicate()
    with alone(folder):
        assert "on mars" not in (folder / LOCK).read_text(encoding="utf-8")
