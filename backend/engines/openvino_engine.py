"""The engine on the optional package `openvino`, which is imported only when it is chosen.

Models are compiled for each shape of block, which is faster than leaving sizes open. Where the
processor is faster in 16 bits, the layers that bear it run so; see `docs/performance.md`.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Callable

import numpy as np

from qgis_pansharp.backend.arrays import Array
from qgis_pansharp.backend.engines import openvino_parts as parts
from qgis_pansharp.backend.engines.base import INPUT_NAMES
from qgis_pansharp.backend.engines.options import AUTOMATIC, Device, EngineOptions
from qgis_pansharp.backend.engines.runtime import (
    Done,
    Pending,
    RuntimeEngine,
    choose_device,
    first_line,
    room_on,
)
from qgis_pansharp.backend.errors import EngineError

CPU = Device("cpu", "CPU")
COST = 1.5  # memory that a block needs, to what the models' cards say (docs/performance.md)
MOST_PLANS = 4  # shapes of blocks in a scene: inside, at two edges, in the corner
Shapes = tuple[tuple[int, ...], ...]  # of PAN and MS

# bfloat16 has 8 significant bits. SIPSA-Net's offset map bears them, whose softmax smooths over
# them; every other part of both networks would be off by more than 2 in 2047.
BF16_LAYERS = "network.alignment."


class OpenVinoEngine(RuntimeEngine):
    """Runs an .onnx file with OpenVINO on the processor or an Intel GPU; see `RuntimeEngine`."""

    name = "openvino"
    package = "openvino"
    title = "OpenVINO"
    memory_signs = (
        "bad_alloc",
        "bad allocation",
        "out of memory",
        "OUT_OF_RESOURCES",
        "out of GPU resources",
        "OUT_OF_HOST_MEMORY",
        "MEM_OBJECT_ALLOCATION_FAILURE",
        "Exceeded max size of memory",
        "could not create a memory",
        "Failed to allocate",
        "can't alloc",
    )

    def __init__(self, model_file: str | Path, options: EngineOptions = AUTOMATIC) -> None:
        self._plans: OrderedDict[Shapes, _Plan] = OrderedDict()
        self._running: _Plan | None = None
        super().__init__(model_file, options)

    def _open(self, package: Any, options: EngineOptions) -> None:
        self._openvino = package
        self._core = package.Core()
        # a broken driver of a GPU must not keep the processor from working
        found = [CPU] if options.device == "cpu" else _usable(self._core)
        device = choose_device(self.name, options.device, found)
        self.room = room_on(device, COST)
        self._target = _target(device.name, self._core.available_devices)
        self._settings = {"PERFORMANCE_HINT": "LATENCY", "NUM_STREAMS": "1"}
        if device.name == "cpu":
            # whoever reads and writes rasters must not wait for a core that is held
            self._settings["ENABLE_CPU_PINNING"] = "NO"
            if options.threads:
                self._settings["INFERENCE_NUM_THREADS"] = str(options.threads)
        self._model = self._core.read_model(self._file)
        if {name for port in self._model.inputs for name in port.get_names()} != set(INPUT_NAMES):
            raise ValueError("it does not take PAN and MS")
        if device.name == "cpu" and self._runs_in_bf16(options.precision):
            self.precision = "half"
        version = f"OpenVINO {package.__version__.partition('-')[0]}"
        self.device = f"{device.title} ({version}{', bf16' if self.precision == 'half' else ''})"

    def _runs_in_bf16(self, precision: str) -> bool:
        """Whether the layers that bear bfloat16 run in it: where it is faster, or if asked for."""
        own_choice = self._core.get_property("CPU", parts.PRECISION)
        if precision == "full" or own_choice != self._openvino.Type.bf16:
            return False
        if not parts.has_layers(self._model, BF16_LAYERS):
            return False
        return precision == "half" or parts.faster_in_bf16(self._openvino, self._core)

    def _begin(self, inputs: dict[str, Array]) -> Pending:
        try:
            plan = self._plan(tuple(inputs[name].shape for name in INPUT_NAMES))
            return Done(plan.run(inputs, self._stopping.is_set))
        except Exception as problem:
            if self._out_of_memory(problem):
                self._running = None
                self._plans.clear()
            raise

    def _plan(self, shapes: Shapes) -> _Plan:
        """Return the plan for a shape of block; memory is held for one plan at a time."""
        plan = self._plans.pop(shapes, None)
        if self._running is not None and self._running is not plan:
            self._running.release()
        if plan is None:
            plan = self._compiled(shapes)
        self._running = self._plans[shapes] = plan
        while len(self._plans) > MOST_PLANS:
            self._plans.popitem(last=False)
        return plan

    def _compiled(self, shapes: Shapes) -> _Plan:
        model = self._model.clone()
        model.reshape(dict(zip(INPUT_NAMES, map(list, shapes))))
        half = self.precision == "half"
        pieces = parts.cut_out(self._openvino, model, BF16_LAYERS) if half else parts.in_one(model)
        compiled = [
            self._core.compile_model(
                part.model,
                self._target,
                {**self._settings, parts.PRECISION: "bf16" if part.half else "f32"},
            )
            for part in pieces
        ]
        return _Plan(self._openvino, pieces, compiled)

    def _interrupt(self) -> None:
        if self._running is not None:
            self._running.cancel()

    def _drop(self) -> None:
        self._running = None
        self._plans.clear()
        self._model = None

    def _reason(self, problem: Exception) -> str:
        # the first lines are places in OpenVINO's sources
        lines = [line for line in str(problem).splitlines() if line.strip()]
        said = [line for line in lines if not line.startswith(("Exception from", "Check "))]
        return said[0] if said else first_line(problem)


class _Plan:
    """A model's parts, compiled for one shape of block."""

    def __init__(
        self, openvino: Any, pieces: Sequence[parts.Part], compiled: Sequence[Any]
    ) -> None:
        self._openvino = openvino
        self._pieces = pieces
        self._compiled = compiled
        self._requests = [one.create_infer_request() for one in compiled]

    def run(self, inputs: Mapping[str, Array], stopping: Callable[[], bool]) -> Array:
        """Return the sharpened image; raise what OpenVINO raises where it was cancelled."""
        values = {(name, 0): self._tensor(image) for name, image in inputs.items()}
        for piece, request in zip(self._pieces, self._requests):
            for number, value in enumerate(piece.takes):
                request.set_input_tensor(number, values[value])
            if stopping():
                raise EngineError("The engine {name} was stopped.", name=OpenVinoEngine.name)
            request.start_async()
            request.wait()
            for number, value in enumerate(piece.makes):
                values[value] = request.get_output_tensor(number)
        return np.array(values[self._pieces[-1].makes[0]].data)

    def _tensor(self, image: Array) -> Any:
        # OpenVINO shares no memory that may not be written, though it would not
        source = image if image.flags.writeable else image.copy()
        return self._openvino.Tensor(source, shared_memory=True)

    def cancel(self) -> None:
        """Stop what runs."""
        for request in self._requests:
            request.cancel()

    def release(self) -> None:
        """Give back the memory that blocks are worked on in, until the next one comes."""
        for one in self._compiled:
            one.release_memory()


def devices() -> list[Device]:
    """Return what OpenVINO can use here, fastest first; never raises."""
    try:
        return _usable(OpenVinoEngine.import_package().Core())
    except Exception:  # OpenVINO's own, or a package that does not fit
        return []


def _usable(core: Any) -> list[Device]:
    """List cards with memory of their own before the processor, those without after it."""
    targets = [target for target in core.available_devices if target.partition(".")[0] == "GPU"]
    cards = [card for card in (_card(core, target) for target in targets) if card is not None]
    own = [card for card in cards if card.memory]
    return [*own, CPU, *(card for card in cards if not card.memory)]


def _card(core: Any, target: str) -> Device | None:
    """Return a card, without a memory if it shares the processor's; None if its driver fails."""
    name = f"gpu:{target.partition('.')[2] or 0}"
    try:
        title = core.get_property(target, "FULL_DEVICE_NAME")
        if "INTEGRATED" in str(core.get_property(target, "DEVICE_TYPE")).upper():
            return Device(name, title)
        return Device(name, title, int(core.get_property(target, "GPU_DEVICE_TOTAL_MEM_SIZE")))
    except Exception:  # OpenVINO's own: a driver that does not fit
        return None


def _target(name: str, available: Sequence[str]) -> str:
    """Return OpenVINO's own name of a device; a single GPU has no number there."""
    if name == "cpu":
        return "CPU"
    numbered = f"GPU.{name.partition(':')[2]}"
    return numbered if numbered in available else "GPU"
