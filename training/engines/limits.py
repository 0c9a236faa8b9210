"""What a device could do at best: its own convolutions and copies, measured, against an engine.

Each operation of a network takes at least as long as its multiplications at the device's measured
convolution speed, or its reading and writing at the measured bandwidth, whichever is longer. The
sum over all operations is the limit of a program that fuses none of them.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Any

import torch
from torch import Tensor
from torch.utils._python_dispatch import TorchDispatchMode
from torch.utils.flop_counter import conv_flop_count

from qgis_pansharp.backend.arrays import FloatArray
from qgis_pansharp.backend.engines.torch_runners import prepare, run_network
from qgis_pansharp.backend.models import load_model
from qgis_pansharp.backend.networks.load import load_network
from training.engines.cases import Case, opened
from training.engines.speed import made_up, product_core

REPEATS = 10
CHANNELS = 64  # of the convolution that is timed, as in SIPSA-Net's last layers
COPIED = 1 << 28  # bytes


@dataclass(frozen=True)
class Speeds:
    """What a device was seen to do in a second."""

    multiplications: dict[torch.dtype, float]  # floating-point operations of convolutions
    bandwidth: float  # bytes read and written


class Floor(TorchDispatchMode):  # type: ignore[no-untyped-call]
    """Adds up the least time that the operations inside need."""

    def __init__(self, speeds: Speeds) -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        self.speeds = speeds
        self.seconds = 0.0
        self.operations = 0.0

    def __torch_dispatch__(
        self, function: Any, types: Any, args: Any = (), kwargs: Any = None
    ) -> Any:
        made = function(*args, **(kwargs or {}))
        results = [one for one in _flat(made) if isinstance(one, Tensor)]
        sources = [one for one in _flat(args) if isinstance(one, Tensor)]
        places = {one.untyped_storage().data_ptr() for one in sources}
        if function.is_view or all(r.untyped_storage().data_ptr() in places for r in results):
            return made
        moved = sum(one.numel() * one.element_size() for one in (*sources, *results))
        needed = moved / self.speeds.bandwidth
        if function is torch.ops.aten.convolution.default:
            image, weight = args[:2]
            count = conv_flop_count(
                list(image.shape), list(weight.shape), list(made.shape), transposed=False
            )
            self.operations += count
            needed = max(needed, count / self.speeds.multiplications[image.dtype])
        self.seconds += needed
        return made


def _flat(values: Any) -> list[Any]:
    if isinstance(values, (list, tuple)):
        return [inner for value in values for inner in _flat(value)]
    return [values]


def seconds(device: torch.device, work: Callable[[], object]) -> float:
    """Return the median time of some work on a device."""

    def wait() -> None:
        if device.type == "cuda":
            torch.cuda.synchronize(device)
        elif device.type == "mps":
            torch.mps.synchronize()

    times = []
    for _ in range(REPEATS + 2):
        wait()
        started = time.perf_counter()
        work()
        wait()
        times.append(time.perf_counter() - started)
    return median(times[2:])


def measured(device: torch.device, side: int = 1024) -> Speeds:
    """Time a convolution in each precision, laid out as the engine has it, and a copy."""
    speeds = {}
    kinds = [torch.float32] if device.type == "cpu" else [torch.float32, torch.float16]
    for kind in kinds:
        last = kind == torch.float16 and device.type == "cuda"
        layout = torch.channels_last if last else torch.contiguous_format
        layer = torch.nn.Conv2d(CHANNELS, CHANNELS, 3, padding=1, device=device, dtype=kind)
        layer.weight.data = layer.weight.data.contiguous(memory_format=layout)
        image = torch.ones((1, CHANNELS, side, side), dtype=kind, device=device)
        image = image.contiguous(memory_format=layout)
        with (
            torch.inference_mode(),
            torch.backends.cudnn.flags(enabled=True, benchmark=True, allow_tf32=False),
        ):
            taken = seconds(device, lambda layer=layer, image=image: layer(image))  # type: ignore[misc]
        speeds[kind] = 2 * 9 * CHANNELS * image.numel() / taken
    source = torch.ones(COPIED, dtype=torch.uint8, device=device)
    target = torch.empty_like(source)
    return Speeds(speeds, 2 * COPIED / seconds(device, lambda: target.copy_(source)))


def told(speeds: Speeds) -> str:
    """Return in words what a device can do."""
    convolutions = ", ".join(
        f"{value / 1e12:.3g} TFLOP/s in {str(kind).partition('.')[2]}"
        for kind, value in speeds.multiplications.items()
    )
    return f"{convolutions}, {speeds.bandwidth / 1e9:.4g} GB/s"


def report(models: Sequence[Path], cases: Sequence[Case], core: int) -> str:
    """Compare the PyTorch engine with its devices' limits; return tables in Markdown."""
    lines = []
    for device in dict.fromkeys(case.device for case in cases if case.engine == "torch"):
        place = torch.device(device)
        speeds = measured(place)
        lines += [
            f"{device}: {told(speeds)}",
            "",
            "| model | engine | GFLOP per Mpx | limit, Mpx/s | engine, Mpx/s | share |",
            "|---|---|---|---|---|---|",
        ]
        for model in models:
            of_device = [case for case in cases if (case.engine, case.device) == ("torch", device)]
            lines += _rows(model, of_device, speeds, core)
    return "\n".join(lines)


def least(model: Path, case: Case, speeds: Speeds, pan: FloatArray, ms: FloatArray) -> Floor:
    """Run a network as the PyTorch engine does; return what its operations need at least."""
    half = case.precision == "half"
    network = load_network(model)
    prepare(torch, network, half, channels_last=half)
    network = network.to(case.device)
    inputs = [torch.from_numpy(image[None]).to(case.device) for image in (pan, ms)]
    # inference mode would hide what composed operations are made of
    floor = Floor(speeds)
    with torch.no_grad(), floor:
        run_network(torch, network, inputs[0], inputs[1], half)
    return floor


def _rows(model: Path, cases: Sequence[Case], speeds: Speeds, core: int) -> list[str]:
    card = load_model(model).card
    side = core or product_core(card)
    pan, ms = made_up(card, side)
    megapixels = side * side / 1e6
    lines = []
    for case, engine in opened(cases, model, 0):
        floor = least(model, case, speeds, pan, ms)
        with engine:
            found = seconds(torch.device("cpu"), lambda engine=engine: engine.run(pan, ms))  # type: ignore[misc]
        lines.append(
            f"| {model.stem} | {case} | {floor.operations / 1e9 / megapixels:.0f} | "
            f"{megapixels / floor.seconds:.3g} | {megapixels / found:.3g} | "
            f"{100 * floor.seconds / found:.0f} % |"
        )
    return lines
