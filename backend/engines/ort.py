"""The engine on the optional package `onnxruntime`, which is imported only when it is chosen.

What a session cannot do on the device asked for, ONNX Runtime does on the processor without a word,
all of it where the device's libraries do not load. Here that is an error, or is said.
"""

from __future__ import annotations

import os
from typing import Any

from qgis_pansharp.backend.arrays import Array
from qgis_pansharp.backend.engines import nvidia
from qgis_pansharp.backend.engines.base import OUTPUT_NAME
from qgis_pansharp.backend.engines.options import Device, EngineOptions
from qgis_pansharp.backend.engines.runtime import (
    Done,
    Pending,
    RuntimeEngine,
    choose_device,
    room_on,
)
from qgis_pansharp.backend.errors import EngineError

CPU = Device("cpu", "CPU")
CPU_PROVIDER = "CPUExecutionProvider"

# By kind of device: ONNX Runtime's provider, its title, and its options. The networks divide by
# local deviations, small differences of large numbers, so nothing may be rounded to TF32.
# CUDA's convolutions are chosen by rule: to try them all, as it does by itself, costs a second and
# gigabytes for each shape of block, of which a scene has few blocks.
# TensorRT comes after CUDA because it prepares each shape of block for minutes.
PROVIDERS: dict[str, tuple[str, str, dict[str, str]]] = {
    "cuda": (
        "CUDAExecutionProvider",
        "CUDA",
        {
            "use_tf32": "0",
            "arena_extend_strategy": "kSameAsRequested",
            "cudnn_conv_algo_search": "HEURISTIC",
        },
    ),
    "tensorrt": ("TensorrtExecutionProvider", "TensorRT", {"trt_fp16_enable": "0"}),
    "directml": ("DmlExecutionProvider", "DirectML", {}),
    "coreml": (
        "CoreMLExecutionProvider",
        "Core ML",
        {"ModelFormat": "MLProgram", "MLComputeUnits": "CPUAndGPU"},
    ),
}
COST = 1.9  # memory that a block needs, to what the models' cards say (docs/performance.md)
TF32_SWITCH = "NVIDIA_TF32_OVERRIDE"  # the only one that TensorRT listens to here
# The makers' builds report to them what they run: from 1.29 on also on Linux and macOS, unless this
# is set before they are imported; on Windows by the system's tracing
TELEMETRY_SWITCH = "ORT_DISABLE_TELEMETRY"

# A model with one Relu, for trying whether a device's libraries load.
PROBE = (
    b'\x08\x08:3\n\x0c\n\x01x\x12\x01y"\x04Relu\x12\x01pZ\x0f\n\x01x\x12\n\n\x08\x08\x01\x12\x04\n'
    b"\x02\x08\x01b\x0f\n\x01y\x12\n\n\x08\x08\x01\x12\x04\n\x02\x08\x01B\x04\n\x00\x10\r"
)


class OrtEngine(RuntimeEngine):
    """Runs an .onnx file with ONNX Runtime, in full precision; see `RuntimeEngine`."""

    name = "onnxruntime"
    package = "onnxruntime"
    title = "ONNX Runtime"
    memory_signs = (
        "allocate memory",
        "bad alloc",
        "bad_alloc",
        "out of memory",
        "ALLOC_FAILED",
        "ALLOCATION_FAILED",
        "E_OUTOFMEMORY",
        "8007000E",
    )

    _session: Any = None
    _run_options: Any = None

    @classmethod
    def import_package(cls) -> Any:
        """Import the package so that it reports nothing to anyone, and keeps no identity for it."""
        os.environ[TELEMETRY_SWITCH] = "1"
        package = super().import_package()
        if hasattr(package, "disable_telemetry_events"):
            package.disable_telemetry_events()
        return package

    def _open(self, package: Any, options: EngineOptions) -> None:
        found = [CPU] if options.device == "cpu" else _usable(package)
        device = choose_device(self.name, options.device, found)
        self._runtime = package
        self._session = _session(package, self._file, device, options.threads)
        self._session.disable_fallback()
        version = f"ONNX Runtime {package.__version__}"
        if device.name == "cpu":
            self.device = f"CPU ({version})"
            return
        provider, title, _ = PROVIDERS[_kind(device)]
        if provider not in self._session.get_providers():
            raise EngineError(
                "ONNX Runtime found the device {device} but cannot use it; check its driver, or "
                "choose the device cpu.",
                device=device.name,
            )
        self.room = room_on(device, COST)
        partly = " + CPU" if _computes_on_cpu(self._session) else ""
        self.device = f"{device.title}{partly} ({version}, {title})"

    def _begin(self, inputs: dict[str, Array]) -> Pending:
        self._run_options = self._runtime.RunOptions()
        (sharpened,) = self._session.run([OUTPUT_NAME], inputs, self._run_options)
        return Done(sharpened)

    def _interrupt(self) -> None:
        self._run_options.terminate = True

    def _drop(self) -> None:
        self._session = None


def devices() -> list[Device]:
    """Return what this build of ONNX Runtime can use here, fastest first; never raises."""
    try:
        return _usable(OrtEngine.import_package())
    except (EngineError, AttributeError):
        return []


def _usable(runtime: Any) -> list[Device]:
    offered = runtime.get_available_providers()
    found = [
        device
        for kind, (provider, title, _) in PROVIDERS.items()
        if provider in offered
        for device in _of_kind(kind, title)
        if _loads(runtime, device)
    ]
    return [*found, CPU]


def _of_kind(kind: str, title: str) -> list[Device]:
    """Return the devices that there might be; only NVIDIA's driver tells about its own."""
    if kind in ("cuda", "tensorrt"):
        return nvidia.cards(kind)
    return [Device("coreml", title) if kind == "coreml" else Device(f"{kind}:0", title)]


def _loads(runtime: Any, device: Device) -> bool:
    """Try whether a session on a device is one on that device."""
    try:
        made = _session(runtime, PROBE, device, threads=1).get_providers()
    except Exception:  # ONNX Runtime's own classes, which have no common base below it
        return False
    return PROVIDERS[_kind(device)][0] in made


def _kind(device: Device) -> str:
    return device.name.partition(":")[0]


def _session(runtime: Any, model: str | bytes, device: Device, threads: int) -> Any:
    options = runtime.SessionOptions()
    options.intra_op_num_threads = threads or os.cpu_count() or 1
    options.log_severity_level = 4  # errors come as exceptions; nothing else is printed
    # threads that wait by spinning take the cores from whoever reads and writes rasters meanwhile
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")
    options.add_session_config_entry("session.record_ep_graph_assignment_info", "1")
    kind, _, number = device.name.partition(":")
    if kind == "cpu":
        return runtime.InferenceSession(model, options, providers=[CPU_PROVIDER])
    if kind == "directml":
        options.enable_mem_pattern = False
        options.execution_mode = runtime.ExecutionMode.ORT_SEQUENTIAL
    if kind in ("cuda", "tensorrt") and hasattr(runtime, "preload_dlls"):
        runtime.preload_dlls()  # those that came as Python packages
    if kind == "tensorrt":
        os.environ.setdefault(TF32_SWITCH, "0")
    providers = [(PROVIDERS[kind][0], _provider_options(kind, number))]
    if kind == "tensorrt":
        providers.append((PROVIDERS["cuda"][0], _provider_options("cuda", number)))
    return runtime.InferenceSession(model, options, providers=[*providers, CPU_PROVIDER])


def _provider_options(kind: str, number: str) -> dict[str, str]:
    numbered = {"device_id": number} if number else {}
    return {**PROVIDERS[kind][2], **numbered}


def _computes_on_cpu(session: Any) -> bool:
    """Whether convolutions were left to the processor; unknown to versions before 1.24."""
    try:
        parts = session.get_provider_graph_assignment_info()
    except AttributeError:
        return False
    return any(
        node.op_type in ("Conv", "FusedConv")
        for part in parts
        if part.ep_name == CPU_PROVIDER
        for node in part.get_nodes()
    )
