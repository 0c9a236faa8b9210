"""AdamW whose convolution kernels are updated by orthogonalised momentum instead (Muon)."""

from __future__ import annotations

from collections import defaultdict
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


def orthogonalised(matrices: Tensor) -> Tensor:
    """Return about the nearest matrices `(..., rows, columns)` with equal singular values, near 1.

    Each by itself; many at a time keep a graphics card busier than one after another.
    """
    a, b, c = COEFFICIENTS
    tall = matrices.shape[-2] > matrices.shape[-1]
    x = matrices.mT if tall else matrices
    x = x / (x.norm(dim=(-2, -1), keepdim=True) + 1e-7)
    for _ in range(ITERATIONS):
        gram = x @ x.mT
        x = a * x + (b * gram + c * gram @ gram) @ x
    result: Tensor = x.mT if tall else x
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
        """Move every kernel of a group along its orthogonalised momentum, like shapes together."""
        alike: dict[torch.Size, list[Tensor]] = defaultdict(list)
        for kernel in group["params"]:
            if kernel.grad is not None:
                alike[kernel.shape].append(kernel)
        for kernels in alike.values():
            momenta = [self.advance(kernel) for kernel in kernels]
            ahead = torch.stack([m.flatten(1) for m in momenta])
            size = UPDATE * max(ahead.shape[1:]) ** 0.5
            updates = orthogonalised(ahead).reshape(len(kernels), *kernels[0].shape)
            torch._foreach_mul_(kernels, 1 - group["lr"] * group["weight_decay"])
            torch._foreach_add_(kernels, list(updates.unbind()), alpha=-group["lr"] * size)

    def advance(self, kernel: Tensor) -> Tensor:
        """Take a kernel's gradient into its momentum; return Nesterov's look ahead."""
        gradient, state = kernel.grad, self.state[kernel]
        if gradient is None:
            raise ValueError("the kernel has no gradient")
        if "momentum" not in state:
            state["momentum"] = torch.zeros_like(kernel)
            state["step"] = torch.tensor(0.0)  # AdamW looks for it on resuming
        state["step"] += 1
        momentum: Tensor = state["momentum"].lerp_(gradient, 1 - MOMENTUM)
        return gradient.lerp(momentum, MOMENTUM)
