"""AdamW whose convolution kernels are updated by orthogonalised momentum instead (Muon)."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import torch
from torch import Tensor, nn

# A quintic whose iteration takes singular values close to 1 (Jordan et al. 2024, "Muon")
COEFFICIENTS = (3.4445, -4.7750, 2.0315)
ITERATIONS = 5
MOMENTUM = 0.95
# Root mean square of an update relative to the rate, about AdamW's (Liu et al. 2025)
UPDATE = 0.2
LEAST_CHANNELS = 8  # in and out, of a kernel that is worth orthogonalising


def orthogonalised(matrix: Tensor) -> Tensor:
    """Return about the nearest matrix `(rows, columns)` whose singular values are equal, near 1."""
    a, b, c = COEFFICIENTS
    tall = matrix.shape[0] > matrix.shape[1]
    x = matrix.T if tall else matrix
    x = x / (x.norm() + 1e-7)
    for _ in range(ITERATIONS):
        gram = x @ x.T
        x = a * x + (b * gram + c * gram @ gram) @ x
    result: Tensor = x.T if tall else x
    return result


class Muon(torch.optim.AdamW):
    """Muon for the kernels of convolutions between many channels, AdamW for everything else.

    PyTorch's own Muon takes matrices only, and Lightning's loop one optimiser: a kernel
    `(out, in, k, k)` is the matrix `(out, in*k*k)` here, and AdamW the same object's other half.

    Args:
        module: all of its parameters are trained.
        rate: of AdamW.
        kernel_rate: of the kernels; an update's root mean square is 0.2 times it.
        weight_decay: of both.
    """

    def __init__(
        self, module: nn.Module, rate: float, kernel_rate: float, weight_decay: float
    ) -> None:
        kernels: list[Tensor] = []
        others: list[Tensor] = []
        for parameter in module.parameters():
            wide = parameter.ndim == 4 and min(parameter.shape[:2]) >= LEAST_CHANNELS
            (kernels if wide else others).append(parameter)
        groups: Iterable[dict[str, Any]] = (
            {"params": kernels, "lr": kernel_rate, "kernels": True},
            {"params": others, "lr": rate, "kernels": False},
        )
        super().__init__(groups, weight_decay=weight_decay)

    @torch.no_grad()
    def step(self, closure: Any = None) -> Any:
        """Update all parameters from their gradients."""
        groups = self.param_groups
        try:
            self.param_groups = [group for group in groups if not group["kernels"]]
            loss = super().step(closure)
        finally:
            self.param_groups = groups
        for group in groups:
            if group["kernels"]:
                self.update_kernels(group)
        return loss

    def update_kernels(self, group: dict[str, Any]) -> None:
        """Move every kernel of a group along its orthogonalised momentum."""
        for kernel in group["params"]:
            if kernel.grad is None:
                continue
            state = self.state[kernel]
            if "momentum" not in state:
                state["momentum"] = torch.zeros_like(kernel)
                state["step"] = torch.tensor(0.0)  # AdamW looks for it on resuming
            state["step"] += 1
            momentum = state["momentum"].lerp_(kernel.grad, 1 - MOMENTUM)
            ahead = kernel.grad.lerp(momentum, MOMENTUM).flatten(1)  # Nesterov's
            size = UPDATE * max(ahead.shape) ** 0.5
            kernel.mul_(1 - group["lr"] * group["weight_decay"])
            kernel.add_(orthogonalised(ahead).reshape(kernel.shape), alpha=-group["lr"] * size)
