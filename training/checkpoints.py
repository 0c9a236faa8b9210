"""Checkpoints that are written whole beside their place, by one process at a time.

Lightning writes them into the folder for temporary files and moves them from there. Where that is
on another disk they are copied: over the last checkpoint, which a full disk or a killed process
then leaves cut off.
"""

from __future__ import annotations

import os
import platform
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from io import BytesIO, FileIO
from pathlib import Path
from typing import Any

import torch
from lightning.fabric.plugins.io.torch_io import TorchCheckpointIO
from lightning.pytorch.utilities import rank_zero_only

from training.files import write_whole

try:
    import fcntl
except ImportError:  # Windows
    fcntl = None  # type: ignore[assignment]

LOCK = "lock"  # in a run's folder; it stays there, and says nothing by being there


class WholeCheckpoints(TorchCheckpointIO):  # type: ignore[misc, unused-ignore]
    """Lightning's checkpoints, written by `write_whole`."""

    def save_checkpoint(
        self, checkpoint: dict[str, Any], path: Any, storage_options: Any = None
    ) -> None:
        """Write a checkpoint; what stood there stays where it cannot be written.

        Raises:
            OSError: see `write_whole`.
        """
        Path(path).parent.mkdir(parents=True, exist_ok=True)
        content = BytesIO()
        torch.save(checkpoint, content)
        write_whole(Path(path), content.getvalue())


def leads() -> bool:
    """Say whether this process is the one that writes; with several devices all run the command."""
    return int(getattr(rank_zero_only, "rank", 0)) == 0  # set when processes are made


@contextmanager
def alone(folder: Path) -> Iterator[None]:
    """Keep other processes from training the same run meanwhile.

    The system itself forgets a lock with the process that held it, however that ended. Without
    locks, as on Windows and some network drives, nothing is kept from anyone.

    Args:
        folder: of the run; made if need be.

    Raises:
        ValueError: another process trains it.
    """
    if not leads():
        yield
        return
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / LOCK).open("a+b", buffering=0) as file:
        if not locked(file):
            file.seek(0)
            holder = file.read().decode(errors="replace") or "unknown"
            raise ValueError(
                f"{folder} is being trained by another process ({holder}); wait for its end, end "
                "it, or train under another name or in other --runs"
            )
        with suppress(OSError):  # a full disk is told of where it matters
            file.truncate(0)
            file.write(f"number {os.getpid()} on {platform.node()}".encode())
        yield


def locked(file: FileIO) -> bool:
    """Lock an open file until it is closed; say whether it could be, or there are no locks here."""
    if fcntl is None:
        return True
    try:
        fcntl.lockf(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except (BlockingIOError, PermissionError):
        return False
    except OSError:  # no locks here
        pass
    return True
