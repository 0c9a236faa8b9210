"""A run whose weights are no numbers any more ends before a checkpoint keeps them."""

from __future__ import annotations

from typing import Any

import lightning


class FiniteWeights(lightning.Callback):  # type: ignore[misc, unused-ignore]
    """Looks at the weights every so many steps, when the checkpoint is due."""

    def __init__(self, every: int) -> None:
        super().__init__()
        self.every = every

    def on_train_batch_end(
        self, trainer: lightning.Trainer, pl_module: lightning.LightningModule, *_: Any
    ) -> None:
        """End the run where a weight is infinite or no number.

        Raises:
            ValueError: one is.
        """
        if trainer.global_step % self.every:
            return
        wrong = [name for name, p in pl_module.named_parameters() if not p.isfinite().all()]
        if wrong:
            raise ValueError(
                f"by step {trainer.global_step} weights are no numbers any more ({wrong[0]} and "
                f"{len(wrong) - 1} others); checkpoints before it are as they were: lower the "
                "module's rate, set the run's clip, or look for odd values in the scenes"
            )
