"""Start a network from one trained for other bands or another ratio.

Only the layers that touch bands or PAN's sub-pixels differ in shape, and an axis is known by its
sizes. A new band takes the weights of the old one nearest in wavelength; at another ratio PAN's
sub-pixels take those of the ones that they cover. Inputs that share what was one input share its
weight, so the first outputs stay alike.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import torch
from torch import Tensor, nn

from qgis_pansharp.backend.models.bands import fill_slots


@dataclass(frozen=True)
class Fit:
    """What a network is made for."""

    roles: tuple[str, ...]
    ratio: int

    @property
    def up(self) -> int:
        """Channels of SIPSA-Net's image after its pixel-shuffle."""
        return max(4, len(self.roles))


def mixing(old: Fit, new: Fit) -> dict[tuple[int, int], Tensor]:
    """Return, by the sizes (old, new) of an axis, the matrix `(new, old)` that makes new from old.

    Rows sum to one: an output channel is a mean of old ones. Inputs are rescaled by the caller.
    """
    bands = torch.zeros(len(new.roles), len(old.roles))
    bands[torch.arange(len(new.roles)), torch.tensor(fill_slots(new.roles, old.roles))] = 1
    pixels = sub_pixels(old.ratio, new.ratio)
    up = torch.zeros(new.up, old.up)
    up[torch.arange(new.up), torch.arange(new.up) % old.up] = 1
    if up.shape == bands.shape and new.up != old.up:  # both axes look alike: one rule for both
        up = bands
    inputs = torch.block_diag(pixels, bands)  # type: ignore[no-untyped-call]
    return {
        (len(old.roles), len(new.roles)): bands,
        (old.up, new.up): up,
        (old.ratio**2 + len(old.roles), new.ratio**2 + len(new.roles)): inputs,
        # bands or sub-pixels, and one channel beside them
        (len(old.roles) + 1, len(new.roles) + 1): and_one(bands),
        (old.ratio**2 + 1, new.ratio**2 + 1): and_one(pixels),
        (old.up * old.ratio**2, new.up * new.ratio**2): torch.kron(up, pixels),
    }


def and_one(matrix: Tensor) -> Tensor:
    """Return the matrix for one more channel, which stays as it is."""
    larger: Tensor = torch.block_diag(matrix, torch.ones(1, 1))  # type: ignore[no-untyped-call]
    return larger


def sub_pixels(old: int, new: int) -> Tensor:
    """Return the matrix `(new*new, old*old)` of overlaps between the sub-pixels of two ratios."""
    edges_old = torch.arange(old + 1) / old
    edges_new = torch.arange(new + 1) / new
    low = torch.maximum(edges_new[:-1, None], edges_old[None, :-1])
    high = torch.minimum(edges_new[1:, None], edges_old[None, 1:])
    overlap = (high - low).clamp_min(0) * new
    return torch.kron(overlap, overlap)


def transfer(
    weights: Mapping[str, Tensor],
    old: Fit,
    network: nn.Module,
    new: Fit,
    fresh: Sequence[str] = (),
) -> dict[str, Tensor]:
    """Return a state for `network` made of another fit's weights.

    Parts of the network that are to be `fresh`, by name, keep their own.

    Raises:
        ValueError: a tensor differs by something else than bands or ratio.
    """
    matrices = mixing(old, new)
    # buffers (filters of the normalisation, orders) are the network's own
    state = dict(network.state_dict())
    for name, wanted in network.named_parameters():
        if name.startswith(tuple(f"{part}." for part in fresh)):
            continue
        if name not in weights:
            raise ValueError(f"the weights to start from lack {name}")
        given = weights[name]
        for axis, (before, after) in enumerate(zip(given.shape, wanted.shape, strict=True)):
            if before == after:
                continue
            matrix = matrices.get((before, after))
            if matrix is None:
                raise ValueError(f"{name}: axis {axis} has {before}, and {after} are wanted")
            if axis == 1:  # inputs that were one share its weight
                matrix = matrix / matrix.sum(dim=0, keepdim=True).clamp_min(1e-9)
            given = torch.movedim(
                torch.tensordot(matrix.to(given), given, dims=([1], [axis])), 0, axis
            )
        state[name] = given
    return state
