"""How far an installation is, by the bytes that have appeared on the disk."""

from __future__ import annotations

import time
from pathlib import Path

from qgis_pansharp.backend.environments.records import size_of
from qgis_pansharp.backend.request import Feedback

LEAST_SECONDS = 1.0  # between two looks at the disk


class Progress:
    """Tells a feedback the share that is done; never less than before."""

    def __init__(self, feedback: Feedback) -> None:
        self._feedback = feedback
        self._told = 0.0
        self._looked = 0.0
        self._folders: tuple[Path, ...] = ()
        self._done = self._expected = 0
        self._low = self._high = 0.0

    def stage(
        self,
        low: float,
        high: float,
        folders: tuple[Path, ...] = (),
        expected: int = 0,
        done: int = 0,
    ) -> None:
        """Begin a part of the work, which leads from one share to another.

        Args:
            low: share that is done.
            high: share at its end.
            folders: that grow meanwhile.
            expected: bytes that come in all.
            done: bytes of them that were there before and lie elsewhere.
        """
        self._low, self._high, self._folders = low, high, folders
        self._expected, self._done = expected, done
        self._looked = 0.0
        self._tell(low)

    def tick(self) -> None:
        """Look at the disk, if that is due."""
        now = time.monotonic()
        if not self._expected or now - self._looked < LEAST_SECONDS:
            return
        self._looked = now
        bytes_now = self._done + sum(size_of(folder) for folder in self._folders)
        share = min(1.0, bytes_now / self._expected)
        self._tell(self._low + share * (self._high - self._low))

    def _tell(self, share: float) -> None:
        self._told = max(self._told, share)
        self._feedback.progress(self._told)
