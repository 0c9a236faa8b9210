"""How long a training step takes, and how much of it is waiting for samples, as curves."""

from __future__ import annotations

import time
from typing import Any

import lightning


class StepTimes(lightning.Callback):  # type: ignore[misc, unused-ignore]
    """Logs `time/step` and `time/waiting`, both in seconds, as often as the trainer logs.

    The first is from one step's end to the next one's, the second the part of it before the batch
    was there. The processor waits for data where they come near each other. On a graphics card,
    where a step returns before its work is done, both hold on average.
    """

    def __init__(self) -> None:
        super().__init__()
        self._ended: float | None = None
        self._waited = 0.0

    def on_train_epoch_start(self, trainer: lightning.Trainer, *_: Any) -> None:
        """Forget the last step: validation lies between."""
        self._ended = None

    def on_train_batch_start(self, *_: Any) -> None:
        """Note when the batch was there."""
        if self._ended is not None:
            self._waited = time.perf_counter() - self._ended

    def on_train_batch_end(
        self, trainer: lightning.Trainer, pl_module: lightning.LightningModule, *_: Any
    ) -> None:
        """Log both, but for an epoch's first step."""
        now = time.perf_counter()
        if self._ended is not None:
            pl_module.log_dict({"time/step": now - self._ended, "time/waiting": self._waited})
        self._ended = now
