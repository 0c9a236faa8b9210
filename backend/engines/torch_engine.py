"""The engine on the optional package `torch`, which is imported only when it is chosen.

The networks run as the modules that they were trained as. On a graphics card convolutions are done
in 16 bits where the card has units for that; local statistics and the softmax never are.
"""

from __future__ import annotations

import os
from typing import Any

from qgis_pansharp.backend.arrays import Array
from qgis_pansharp.backend.engines.base import INPUT_NAMES
from qgis_pansharp.backend.engines.options import Device, EngineOptions
from qgis_pansharp.backend.engines.runtime import (
    Pending,
    RuntimeEngine,
    choose_device,
    room_on,
)
from qgis_pansharp.backend.engines.torch_runners import (
    MEMORY_SIGNS,
    Cuda,
    CudaRunner,
    EagerRunner,
    prepare,
)
from qgis_pansharp.backend.errors import EngineError

CPU = Device("cpu", "CPU")
# Memory that a block needs on a graphics card, to what the models' cards say, where a network needs
# most (docs/performance.md). Half precision saves little: statistics stay in 32 bits.
COST, COST_IN_HALF = 2.0, 1.65
TENSOR_CORES = (7, 0)  # the first compute capability that has them
# Cards of 7.5 that lack them all the same; some of these return no numbers from 16 bits.
WITHOUT_TENSOR_CORES = (
    "GTX 16",
    "MX450",
    "MX550",
    "T400",
    "T500",
    "T550",
    "T600",
    "T1000",
    "T1200",
    "T2000",
)


class Stopped(Exception):
    """A block that nobody waits for any more."""


class TorchEngine(RuntimeEngine):
    """Runs a bundled or exported network with PyTorch; see `RuntimeEngine`."""

    name = "torch"
    package = "torch"
    title = "PyTorch"
    memory_signs = MEMORY_SIGNS

    _runner: EagerRunner | CudaRunner | None = None

    def _open(self, package: Any, options: EngineOptions) -> None:
        found = [CPU] if options.device == "cpu" else _usable(package)
        device = choose_device(self.name, options.device, found)
        # imports torch, which is known to load by now
        from qgis_pansharp.backend.networks.load import load_network

        network = load_network(self._file)
        self.precision = _precision(package, device, options.precision)
        half = self.precision == "half"
        prepare(package, network, half, _channels_last(network, device, half))
        unit = "fp16" if half else ""
        version = f"PyTorch {package.__version__}"
        self.device = f"{device.title} ({', '.join(filter(None, (version, unit)))})"
        if device.name.startswith("cuda"):
            self._runner = CudaRunner(Cuda(package, device.name), network, half)
            self.room = room_on(device, COST_IN_HALF if half else COST, _free(package, device))
            return
        if device.name == "cpu":
            package.set_num_threads(options.threads or os.cpu_count() or 1)
        self._runner = EagerRunner(package, network, device.name, half, self._raise_if_stopping)

    def _begin(self, inputs: dict[str, Array]) -> Pending:
        if self._runner is None:
            raise self._closed()
        pan, ms = (inputs[name] for name in INPUT_NAMES)
        try:
            return self._runner.begin(pan, ms)
        except Exception as problem:
            if not self._out_of_memory(problem):
                raise
            said = str(problem)
        # not in the handler: there all that the attempt had allocated is still alive
        self._runner.forget()
        raise MemoryError(said)

    def _raise_if_stopping(self) -> None:
        if self._stopping.is_set():
            raise Stopped("stopped")

    def _drop(self) -> None:
        if self._runner is not None:
            self._runner.forget()
            self._runner = None


def devices() -> list[Device]:
    """Return what this build of PyTorch can use here, fastest first; never raises."""
    try:
        return _usable(TorchEngine.import_package())
    except (EngineError, AttributeError):
        return []


def _card(torch: Any, number: int) -> list[Device]:
    """Return a card where it works: a build may lack the code for one that its driver knows."""
    try:
        torch.ones(1, device=f"cuda:{number}").add_(1).item()
        about = torch.cuda.get_device_properties(number)
    except Exception:  # PyTorch's own classes
        return []
    # some small computers have a card that uses the processor's memory
    own = 0 if getattr(about, "is_integrated", False) else about.total_memory
    return [Device(f"cuda:{number}", about.name, own)]


def _free(torch: Any, device: Device) -> int | None:
    """Return the bytes that are free on a card; None where it does not tell."""
    try:
        free, _ = torch.cuda.mem_get_info(device.name)
    except Exception:  # PyTorch's own classes
        return None
    return int(free)


def _usable(torch: Any) -> list[Device]:
    found: list[Device] = []
    try:
        count = torch.cuda.device_count() if torch.cuda.is_available() else 0
    except Exception:  # a driver that does not fit
        count = 0
    for number in range(count):
        found += _card(torch, number)
    if torch.backends.mps.is_available():
        found.append(Device("mps", "Apple MPS"))
    return [*found, CPU]


def _precision(torch: Any, device: Device, wanted: str) -> str:
    """Return "half" where the device is faster with it and it was not forbidden."""
    kind, _, number = device.name.partition(":")
    if wanted == "full" or kind == "cpu":
        # its 16 bits have 8 significant ones, too few for these networks (docs/performance.md)
        return "full"
    if kind == "mps":
        return "half" if wanted == "half" else "full"
    if torch.version.hip:
        return "half"
    capability = torch.cuda.get_device_capability(int(number))
    lacks = capability == (7, 5) and any(name in device.title for name in WITHOUT_TENSOR_CORES)
    return "half" if capability >= TENSOR_CORES and not lacks else "full"


def _channels_last(network: Any, device: Device, half: bool) -> bool:
    """Whether images whose channels adjoin suit the device.

    Units for 16 bits want them so; Metal does not. On a processor they make SIPSA-Net faster and
    CF2N, whose work is mostly between its convolutions, slower.
    """
    if device.name == "cpu":
        return type(network).__name__ == "DeployedSipsaNet"
    return half and device.name.startswith("cuda")
