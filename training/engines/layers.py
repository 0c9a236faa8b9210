"""Which layers bear 16 bits: a network's result with one group of them rounded, against without.

A group's convolutions get rounded images and weights and their results are rounded, as processors
with 16-bit units do it; sums are made in float32. All else is exact.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import torch
from torch import Tensor, nn

from qgis_pansharp.backend.arrays import FloatArray
from qgis_pansharp.backend.networks.load import load_network
from training.engines.agreement import Sample, compare, samples

KINDS = (torch.bfloat16, torch.float16)
IN_SERIES = ("fusion", "injection", "iteration")  # of which each is a group by itself


class Rounded:
    """A network whose convolutions round to 16 bits where they are told to."""

    def __init__(self, model_file: Path) -> None:
        self.network = load_network(model_file).requires_grad_(False)
        self.kind = torch.float32
        self.layers = {
            name.partition(".")[2]: layer
            for name, layer in self.network.named_modules()
            if isinstance(layer, nn.Conv2d)
        }
        self.exact = {name: layer.weight.data.clone() for name, layer in self.layers.items()}
        self.chosen: set[str] = set()
        for name, layer in self.layers.items():
            layer.register_forward_pre_hook(self._round_input(name))
            layer.register_forward_hook(self._round_result(name))

    def groups(self) -> dict[str, list[str]]:
        """Return the names of the convolutions by the part of the network that they are in."""
        found: dict[str, list[str]] = {}
        for name in self.layers:
            words = name.split(".")
            group = ".".join(words[:2]) if words[0] in IN_SERIES else words[0]
            found.setdefault(group, []).append(name)
        return found

    def run(self, sample: Sample, chosen: Sequence[str], kind: torch.dtype) -> FloatArray:
        """Sharpen a sample with the chosen convolutions in a type."""
        self.chosen, self.kind = set(chosen), kind
        for name, layer in self.layers.items():
            exact = self.exact[name]
            layer.weight.data = self._rounded(exact) if name in self.chosen else exact
        pan, ms = (torch.from_numpy(image[None].copy()) for image in (sample.pan, sample.ms))
        with torch.inference_mode():
            result: FloatArray = self.network(pan, ms)[0].numpy()
        return result

    def _rounded(self, values: Tensor) -> Tensor:
        return values.to(self.kind).float()

    def _round_input(self, name: str) -> Any:
        def hook(_: nn.Module, inputs: tuple[Tensor, ...]) -> tuple[Tensor, ...] | None:
            return (self._rounded(inputs[0]),) if name in self.chosen else None

        return hook

    def _round_result(self, name: str) -> Any:
        def hook(_: nn.Module, inputs: Any, result: Tensor) -> Tensor | None:
            return self._rounded(result) if name in self.chosen else None

        return hook


def report(root: Path, scenes: Sequence[str], core: int) -> str:
    """Tell for each group how far 99.9 % of the pixels stay within, in 2047ths of the range."""
    lines = [
        "| scene | model | layers in 16 bits | bfloat16 | float16 |",
        "|---|---|---|---|---|",
    ]
    for sample in samples(root, scenes, core):
        rounded = Rounded(sample.model_file)
        exact = rounded.run(sample, (), torch.float32)
        for group, names in {"all": list(rounded.layers), **rounded.groups()}.items():
            apart = [
                compare(sample, rounded.run(sample, names, kind), exact).of_2047 for kind in KINDS
            ]
            lines.append(
                f"| {sample.scene} | {sample.model_file.stem} | {group} | "
                + " | ".join(f"{value:.2f}" for value in apart)
                + " |"
            )
    return "\n".join(lines)
