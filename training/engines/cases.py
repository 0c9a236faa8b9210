"""The engines to measure: one case for each engine, device and precision that there is here."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import nullcontext
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import torch
from torch.utils._python_dispatch import TorchDispatchMode

from qgis_pansharp.backend.arrays import Array
from qgis_pansharp.backend.engines import (
    ENGINE_NAMES,
    Engine,
    EngineOptions,
    create_engine,
    devices_of,
)
from qgis_pansharp.backend.engines.runtime import Pending, RuntimeEngine
from qgis_pansharp.backend.engines.torch_runners import MEMORY_SIGNS
from qgis_pansharp.backend.errors import EngineError

EAGER = "torch eager"  # PyTorch as it comes: float32, layer by layer, one block at a time


@dataclass(frozen=True)
class Case:
    """One engine on one device in one precision."""

    engine: str
    device: str
    precision: str

    def open(self, model_file: Path, threads: int = 0) -> Engine:
        """Return the engine with a model loaded."""
        if self.engine == EAGER:
            return EagerTorch(model_file, EngineOptions(threads, self.device, self.precision))
        return create_engine(self.engine, model_file, threads, self.device, self.precision)

    def __str__(self) -> str:
        return f"{self.engine} {self.device} {self.precision}"


class EagerTorch(RuntimeEngine):
    """What the PyTorch engine is to beat on a graphics card.

    In "full" precision float32 means float32; in "tf32" PyTorch shortens images and weights before
    it convolves them, as it does on newer cards unless it is told not to. In "half" it does on a
    processor, very slowly, what the engine does on a card.
    """

    name = EAGER
    package = "torch"
    title = "PyTorch"
    memory_signs = MEMORY_SIGNS

    def _open(self, package: Any, options: EngineOptions) -> None:
        from qgis_pansharp.backend.engines.torch_runners import EagerRunner, prepare
        from qgis_pansharp.backend.networks.load import load_network

        network = load_network(self._file)
        self.precision = options.precision
        half = options.precision == "half"
        prepare(package, network, half, channels_last=half)
        if options.device == "cpu" and options.threads:
            package.set_num_threads(options.threads)
        self.device = f"{options.device} (PyTorch {package.__version__})"
        self._runner = EagerRunner(package, network, options.device, half, lambda: None)

    def _begin(self, inputs: dict[str, Array]) -> Pending:
        emulated = AsOnACard() if self.precision == "half" else nullcontext()  # type: ignore[no-untyped-call]
        shortened = self.precision == "tf32"
        with emulated, torch.backends.cudnn.flags(enabled=True, allow_tf32=shortened):
            return self._runner.begin(inputs["pan"], inputs["ms"])


class AsOnACard(TorchDispatchMode):  # type: ignore[no-untyped-call]
    """Carries operations out as they are.

    Inside of it they are not taken apart before their types are chosen, so that a processor pads
    in 16 bits like a card. By itself it would do so in float32, and filter what it padded as well.
    """

    def __torch_dispatch__(
        self, function: Any, types: Any, args: Any = (), kwargs: Any = None
    ) -> Any:
        return function(*args, **(kwargs or {}))


def cases_here(wanted: Sequence[str] = ()) -> list[Case]:
    """Return what can be measured here.

    Args:
        wanted: words that a case must have one of; the emulation of a card on the processor is
            among the cases only where it is asked for.
    """
    found = [Case(EAGER, "cpu", "half")] if any("eager" in word for word in wanted) else []
    for engine in ENGINE_NAMES:
        for device in devices_of(engine):
            found += [Case(engine, device.name, precision) for precision in ("full", "half")]
            if engine == "torch" and device.name != "cpu":
                found += [Case(EAGER, device.name, precision) for precision in ("full", "tf32")]
    return [case for case in found if not wanted or any(word in str(case) for word in wanted)]


def opened(cases: Sequence[Case], model_file: Path, threads: int) -> list[tuple[Case, Engine]]:
    """Open the cases that this model and this computer have; "half" only where it is another."""
    found = []
    for case in cases:
        try:
            engine = case.open(model_file, threads)
        except EngineError as problem:
            print(f"{case}: {problem}")
            continue
        if engine.precision == case.precision:
            found.append((case, engine))
        else:
            engine.close()
    return found
