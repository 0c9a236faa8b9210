"""A run on several devices ends when the signal TERM comes."""

from __future__ import annotations

import signal
from typing import Any

import lightning
from lightning.pytorch.utilities.exceptions import SIGTERMException


class EndsWhenTold(lightning.Callback):  # type: ignore[misc, unused-ignore]
    """Answers TERM itself where there are several devices.

    Lightning would have them tell each other from within the signal's handler, in the middle of
    whatever else they tell each other, so that each may wait for the other for ever. Here a process
    passes the signal on to those that it started, and leaves; what was begun since the last
    checkpoint is lost as it is with one device.
    """

    def on_train_start(self, trainer: lightning.Trainer, *_: Any) -> None:
        """Take over from Lightning, which puts back what was there before when the run ends."""
        if trainer.world_size == 1:
            return

        def end(number: int, _: Any) -> None:
            signal.signal(signal.SIGTERM, signal.SIG_IGN)  # once is enough
            launcher = trainer.strategy.launcher
            if launcher is not None:
                launcher.kill(number)
            raise SIGTERMException

        signal.signal(signal.SIGTERM, end)
