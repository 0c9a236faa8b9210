"""How far engines are from the built-in one, on blocks of real scenes.

Pixels are compared as they would be written. Before they are rounded, differences are also told as
shares of a scene's range, in 2047ths: a scene of bytes has 255 values, one of 11 bits has 2047.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from qgis_pansharp.backend.arrays import Array, FloatArray
from qgis_pansharp.backend.blocks import Block
from qgis_pansharp.backend.models import METHODS
from qgis_pansharp.backend.plan import make_plan
from qgis_pansharp.backend.request import SharpenRequest, SilentFeedback
from qgis_pansharp.backend.sharpener import Sharpener
from training.engines.cases import Case, opened

SCENES = ("wv2_rotterdam_1", "gf2_8bit_01", "l7_01")  # 11 bits, bytes, ratio 2
FULL_RANGE = 2047
TO_A_REPLAY = 3  # blocks on a card: layer by layer, captured as a graph, and as all that follow


@dataclass(frozen=True)
class Sample:
    """A block of a scene as the first pass of a model gets it, and what leads back to numbers."""

    scene: str
    model_file: Path
    pan: FloatArray
    ms: FloatArray
    scale: float  # digital numbers per network value
    range: int  # the largest digital number that the scene's bits can hold

    def pixels(self, values: FloatArray) -> Array:
        """Return a sharpened block as whole digital numbers."""
        pixels: Array = np.clip(np.rint(values * self.scale), 0, self.range)
        return pixels


@dataclass(frozen=True)
class Agreement:
    """How far two sharpened blocks are apart; `of_2047` is for 99.9 % of the pixels."""

    within_1: float
    largest: int
    of_2047: float


def samples(root: Path, scenes: Sequence[str], core: int) -> Iterator[Sample]:
    """Yield the middle of each scene for each method, `core` PAN pixels a side."""
    for scene in scenes:
        for method in METHODS:
            request = SharpenRequest(
                root / scene / "pan.tif",
                root / scene / "ms.tif",
                Path("nowhere.tif"),
                method=method,
                engine="builtin",
            )
            plan = make_plan(request)
            height, width = plan.scene.height, plan.scene.width
            row, column = max(0, height - core) // 2, max(0, width - core) // 2
            with Sharpener(plan, SilentFeedback()) as sharpener:
                work = sharpener.begin(Block(row, column, min(core, height), min(core, width)))
                pan, ms = sharpener.inputs(work, 0)
                number = float(sharpener.scaling.ms_to_numbers(np.ones(1, np.float32))[0])
            yield Sample(scene, plan.model.path, pan, ms, number, bits_of(ms * number))


def bits_of(numbers: Array) -> int:
    """Return 255, 511, 1023 and so on, whichever holds the largest of the numbers."""
    return max(255, (1 << int(np.ceil(np.log2(float(numbers.max()) + 1)))) - 1)


def compare(sample: Sample, found: FloatArray, expected: FloatArray) -> Agreement:
    """Compare two results for a sample."""
    apart = np.abs(sample.pixels(found) - sample.pixels(expected))
    share = np.abs(found - expected) * np.float32(sample.scale / sample.range * FULL_RANGE)
    return Agreement(
        within_1=float((apart <= 1).mean()),
        largest=int(apart.max()),
        of_2047=float(np.quantile(share, 0.999)),
    )


def report(
    root: Path, scenes: Sequence[str], cases: Sequence[Case], core: int, threads: int
) -> str:
    """Compare all cases with the built-in engine; return a table in Markdown."""
    lines = [
        "| scene | model | engine | within 1 DN | largest | 99.9 % within, of 2047 |",
        "|---|---|---|---|---|---|",
    ]
    reference = Case("builtin", "cpu", "full")
    for sample in samples(root, scenes, core):
        with ExitStack() as stack:
            expected = stack.enter_context(reference.open(sample.model_file, threads)).run(
                sample.pan, sample.ms
            )
            for case, engine in opened(cases, sample.model_file, threads):
                stack.enter_context(engine)
                for _ in range(TO_A_REPLAY if case.device.startswith("cuda") else 1):
                    found = engine.run(sample.pan, sample.ms)
                if case == reference:
                    continue
                how = compare(sample, found, expected)
                lines.append(
                    f"| {sample.scene} | {sample.model_file.stem} | {case} | "
                    f"{100 * how.within_1:.3f} % | {how.largest} | {how.of_2047:.2f} |"
                )
    return "\n".join(lines)
