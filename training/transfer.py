"""Start a network from one trained for other bands or another ratio.

Only the layers that touch bands or PAN's sub-pixels differ in shape, and an axis is known by its
sizes; where bands are as many as before, but others or in another order, by those that it has in
networks of other numbers of bands. A new band takes the weights of the old one nearest in
wavelength; at another ratio PAN's sub-pixels take those of the ones that they cover. Inputs that
share what was one input share its weight, so the first outputs stay alike.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import torch
from torch import Tensor, nn

from qgis_pansharp.backend.models.bands import ROLES, fill_slots
from qgis_pansharp.backend.mtf import DEFAULT_MS_GAIN
from qgis_pansharp.backend.networks import Cf2n, SipsaNet


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
    kinds = matrices(old, new)
    if kinds["up"].shape == kinds["bands"].shape and new.up != old.up:
        # both axes look alike: one rule for both
        kinds["up"] = kinds["bands"]
        kinds["shuffled"] = torch.kron(kinds["up"], kinds["pixels"])
    return {
        (matrix.shape[1], matrix.shape[0]): matrix
        for kind, matrix in kinds.items()
        if kind != "pixels"
    }


def matrices(old: Fit, new: Fit) -> dict[str, Tensor]:
    """Return the matrices `(new, old)` by what an axis holds."""
    bands = torch.zeros(len(new.roles), len(old.roles))
    bands[torch.arange(len(new.roles)), torch.tensor(fill_slots(new.roles, old.roles))] = 1
    pixels = sub_pixels(old.ratio, new.ratio)
    up = torch.zeros(new.up, old.up)
    up[torch.arange(new.up), torch.arange(new.up) % old.up] = 1
    return {
        "pixels": pixels,
        "bands": bands,
        "up": up,
        "inputs": torch.block_diag(pixels, bands),  # type: ignore[no-untyped-call]
        # bands or sub-pixels, and one channel beside them
        "bands and one": and_one(bands),
        "pixels and one": and_one(pixels),
        "shuffled": torch.kron(up, pixels),
    }


def axes_of_bands(network: nn.Module) -> dict[str, dict[int, str]]:
    """Return by parameter which axes have to do with bands, and what each holds (`matrices`).

    Found out by the sizes that they have in networks of other numbers of bands.
    """
    ratio = network.ratio if isinstance(network, SipsaNet) else 4
    few, many = (Fit(ROLES[:count], ratio) for count in (3, 5))
    sizes = {
        (matrix.shape[1], matrix.shape[0]): kind for kind, matrix in matrices(few, many).items()
    }
    with torch.random.fork_rng(devices=[]), torch.device("meta"):
        shapes = [
            {name: p.shape for name, p in resized(network, len(fit.roles)).named_parameters()}
            for fit in (few, many)
        ]
    return {
        name: {
            axis: sizes[pair]
            for axis, pair in enumerate(zip(shape, shapes[1][name], strict=True))
            if pair[0] != pair[1]
        }
        for name, shape in shapes[0].items()
    }


def resized(network: nn.Module, bands: int) -> nn.Module:
    """Return a network of the same parts for so many bands; its hidden channels are others."""
    if isinstance(network, Cf2n):
        fusions, injections = len(network.fusion), len(network.injection)
        return Cf2n(bands, channels=8, fusions=fusions, injections=injections)
    if not isinstance(network, SipsaNet):
        raise TypeError(f"no transfer is known for {type(network).__name__}")
    finish = network.back_projection
    return SipsaNet(
        bands,
        network.ratio,
        alignment_blocks=0,
        ms_blocks=0,
        back_projection=None if finish is None else DEFAULT_MS_GAIN,
        matching=network.matching is not None,
        coherent_detail=network.detail is not None,
        realigned=network.realigned is not None,
        regression=finish is not None and finish.regression is not None,
        consensus=network.matching is not None and network.matching.consensus is not None,
    )


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
    by_size = mixing(old, new)
    # where there are as many bands as before, but others, sizes do not tell their axes
    others = len(old.roles) == len(new.roles) and old.roles != new.roles
    kinds, by_kind = (axes_of_bands(network), matrices(old, new)) if others else ({}, {})
    # buffers (filters of the normalisation, orders) are the network's own
    state = dict(network.state_dict())
    for name, wanted in network.named_parameters():
        if name.startswith(tuple(f"{part}." for part in fresh)):
            continue
        if name not in weights:
            raise ValueError(f"the weights to start from lack {name}")
        given = weights[name]
        for axis, (before, after) in enumerate(zip(given.shape, wanted.shape, strict=True)):
            kind = kinds.get(name, {}).get(axis)
            if kind is None and before == after:
                continue
            matrix = by_size.get((before, after)) if kind is None else by_kind[kind]
            if matrix is None or matrix.shape != (after, before):
                raise ValueError(f"{name}: axis {axis} has {before}, and {after} are wanted")
            if axis == 1:  # inputs that were one share its weight
                matrix = matrix / matrix.sum(dim=0, keepdim=True).clamp_min(1e-9)
            given = torch.movedim(
                torch.tensordot(matrix.to(given), given, dims=([1], [axis])), 0, axis
            )
        state[name] = given
    return state
