"""ONNX Runtime's providers: those that work are offered, and none that is not used is named."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import numpy as np
import onnx
import pytest
from onnx import helper

from qgis_pansharp.backend.engines import nvidia, ort
from qgis_pansharp.backend.engines.options import Device, EngineOptions
from qgis_pansharp.backend.engines.ort import OrtEngine
from qgis_pansharp.backend.errors import EngineError
from qgis_pansharp.backend.models import bundled_models
from tests.backend.engines.graphs import random, sharpening_model

CUDA, DML, CPU = "CUDAExecutionProvider", "DmlExecutionProvider", "CPUExecutionProvider"


class Session:
    """A session that knows which of the providers asked for it got."""

    def __init__(self, runtime: Runtime, providers: list[Any], options: Any) -> None:
        asked = [one if isinstance(one, str) else one[0] for one in providers]
        self.settings = {one[0]: one[1] for one in providers if not isinstance(one, str)}
        self.providers = [one for one in asked if one not in runtime.broken]
        self.runtime = runtime
        self.options = options
        self.falls_back = True

    def get_providers(self) -> list[str]:
        return self.providers

    def disable_fallback(self) -> None:
        self.falls_back = False

    def get_provider_graph_assignment_info(self) -> list[Any]:
        return [
            SimpleNamespace(ep_name=provider, get_nodes=lambda op=op: [SimpleNamespace(op_type=op)])
            for provider, op in self.runtime.assigned
        ]

    def run(self, outputs: Any, inputs: Any, options: Any) -> Any:
        raise self.runtime.failure or AssertionError


class Runtime:
    """The package, with the providers of a build and those among them whose libraries lack."""

    __version__ = "9.9"
    SessionOptions = RunOptions = lambda self: SimpleNamespace(add_session_config_entry=print)
    ExecutionMode = SimpleNamespace(ORT_SEQUENTIAL="one by one")

    def __init__(self, offered: list[str], broken: tuple[str, ...] = ()) -> None:
        self.offered = offered
        self.broken = broken
        self.assigned: list[tuple[str, str]] = []
        self.failure: Exception | None = None
        self.sessions: list[Session] = []

    def get_available_providers(self) -> list[str]:
        return self.offered

    def InferenceSession(self, model: Any, options: Any, providers: list[Any]) -> Session:  # noqa: N802
        self.sessions.append(Session(self, providers, options))
        return self.sessions[-1]


@pytest.fixture
def use(monkeypatch: pytest.MonkeyPatch) -> Any:
    """Put a runtime in the package's place, in a computer with one NVIDIA card."""

    def use(runtime: Runtime) -> Runtime:
        monkeypatch.setitem(sys.modules, "onnxruntime", runtime)
        return runtime

    monkeypatch.setattr(nvidia, "cards", lambda kind: [Device(f"{kind}:0", "NVIDIA X", 1 << 33)])
    monkeypatch.delenv(ort.TF32_SWITCH, raising=False)
    return use


@pytest.fixture
def file(tmp_path: Path) -> Path:
    made = tmp_path / "a.onnx"
    made.write_bytes(b"anything")
    return made


def test_devices_are_those_whose_libraries_load(use: Any) -> None:
    use(Runtime([CUDA, DML, CPU]))
    assert [device.name for device in ort.devices()] == ["cuda:0", "directml:0", "cpu"]
    use(Runtime([CUDA, DML, CPU], broken=(CUDA,)))
    assert [device.name for device in ort.devices()] == ["directml:0", "cpu"]


def test_devices_of_a_package_that_does_not_load_are_none(use: Any) -> None:
    use(None)
    assert ort.devices() == []


def test_the_device_in_use_is_named_with_its_provider(use: Any, file: Path) -> None:
    use(Runtime([CUDA, CPU]))
    with OrtEngine(file) as engine:
        assert engine.device == "NVIDIA X (ONNX Runtime 9.9, CUDA)"
        assert engine.precision == "full"
        assert not engine._session.falls_back
        assert 0 < 2 * ort.COST * engine.room < 1 << 33
    with OrtEngine(file, EngineOptions(device="cpu")) as engine:
        assert engine.device == "CPU (ONNX Runtime 9.9)"
        assert engine.room == 0


def test_a_provider_that_does_not_load_is_noticed(use: Any, file: Path) -> None:
    runtime = use(Runtime([CUDA, CPU], broken=(CUDA,)))
    with OrtEngine(file) as engine:
        assert engine.device == "CPU (ONNX Runtime 9.9)"
    with pytest.raises(EngineError, match=r"no device cuda:0.*auto, cpu"):
        OrtEngine(file, EngineOptions(device="cuda:0"))
    # it loads for the trial and then does not
    runtime.broken = ()
    original = runtime.InferenceSession

    def once(model: Any, options: Any, providers: list[Any]) -> Session:
        runtime.broken = () if model == ort.PROBE else (CUDA,)
        session: Session = original(model, options, providers)
        return session

    runtime.InferenceSession = once
    with pytest.raises(EngineError, match="found the device cuda:0 but cannot use it"):
        OrtEngine(file, EngineOptions(device="cuda:0"))


def test_convolutions_left_to_the_processor_are_said(use: Any, file: Path) -> None:
    runtime = use(Runtime([DML, CPU]))
    runtime.assigned = [(DML, "Conv"), (CPU, "Shape")]
    with OrtEngine(file) as engine:
        assert engine.device == "DirectML (ONNX Runtime 9.9, DirectML)"
    runtime.assigned = [(DML, "Add"), (CPU, "Conv")]
    with OrtEngine(file) as engine:
        assert engine.device == "DirectML + CPU (ONNX Runtime 9.9, DirectML)"


def test_nvidias_shortened_numbers_are_never_used(use: Any, file: Path) -> None:
    runtime = use(Runtime([CUDA, "TensorrtExecutionProvider", CPU]))
    OrtEngine(file, EngineOptions(device="tensorrt:0")).close()
    settings = runtime.sessions[-1].settings
    assert settings[CUDA]["use_tf32"] == "0"
    assert settings["TensorrtExecutionProvider"]["trt_fp16_enable"] == "0"
    assert os.environ[ort.TF32_SWITCH] == "0"
    os.environ.pop(ort.TF32_SWITCH)


@pytest.mark.parametrize(
    "said",
    [
        "Failed to allocate memory for requested buffer of size 123",
        "bad allocation",
        "CUDA failure 2: out of memory",
        "CUDNN_STATUS_ALLOC_FAILED",
        "CUDNN_STATUS_INTERNAL_ERROR_DEVICE_ALLOCATION_FAILED",
        "the GPU device instance has been suspended (8007000E)",
    ],
)
def test_too_little_memory_of_any_device_is_told(use: Any, file: Path, said: str) -> None:
    runtime = use(Runtime([CPU]))
    runtime.failure = RuntimeError(said)
    with OrtEngine(file) as engine, pytest.raises(MemoryError):
        engine.run(random(1, 8, 8), random(3, 2, 2))


def test_the_model_for_trials_is_one_relu() -> None:
    probe = onnx.load_from_string(ort.PROBE)
    onnx.checker.check_model(probe)
    assert [node.op_type for node in probe.graph.node] == ["Relu"]


def test_this_computers_processor_is_a_device() -> None:
    assert ort.devices()[-1] == Device("cpu", "CPU")


def test_a_session_is_stopped_within_a_fraction_of_a_second(tmp_path: Path) -> None:
    weights = {"w": random(64, 64, 9, 9), "first": random(64, 1, 1, 1), "last": random(3, 64, 1, 1)}
    nodes = [helper.make_node("Conv", ["pan", "first"], ["x0"])]
    for number in range(40):
        nodes.append(
            helper.make_node("Conv", [f"x{number}", "w"], [f"x{number + 1}"], pads=[4, 4, 4, 4])
        )
    nodes.append(helper.make_node("Conv", ["x40", "last"], ["sharpened"]))
    file = tmp_path / "slow.onnx"
    onnx.save(sharpening_model(nodes, weights), str(file))
    asked: list[float] = []

    def soon(share: float) -> None:
        asked.append(share)
        if len(asked) == 2:
            raise TimeoutError

    with OrtEngine(file) as engine:
        ticket = engine.start(random(1, 512, 512), random(3, 128, 128))
        with pytest.raises(TimeoutError):
            engine.finish(ticket, soon)
        assert ticket.begun.exception() is not None
        assert engine.run(random(1, 16, 16), np.zeros((3, 4, 4), np.float32)).shape == (3, 16, 16)


REPORTING = """
import sys
from qgis_pansharp.backend.engines import create_engine, devices_of
devices_of("onnxruntime")
with create_engine("onnxruntime", sys.argv[1]) as engine:
    print(engine.device)
"""


def test_nothing_is_reported_to_the_makers(tmp_path: Path) -> None:
    """ONNX Runtime leaves an identity and a store of reports where it is not told not to."""
    reporting = (ort.TELEMETRY_SWITCH, "CI", "XDG_CACHE_HOME", "XDG_DATA_HOME")
    surroundings = {k: v for k, v in os.environ.items() if k not in reporting}
    surroundings["HOME"] = str(tmp_path)
    run = subprocess.run(
        [sys.executable, "-W", "ignore", "-c", REPORTING, str(bundled_models()[0].path)],
        env=surroundings,
        capture_output=True,
        text=True,
        check=True,
    )
    assert "ONNX Runtime" in run.stdout
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []


def test_windows_is_told_not_to_report(monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[bool] = []
    runtime = Runtime([CPU])
    runtime.disable_telemetry_events = lambda: told.append(True)  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "onnxruntime", runtime)
    assert ort.devices() == [ort.CPU]
    assert told == [True]
