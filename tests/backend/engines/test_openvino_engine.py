"""The OpenVINO engine: one model for each shape of block, cut up where a part runs in 16 bits."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import numpy as np
import onnx
import pytest
from onnx import helper

from qgis_pansharp.backend.engines import openvino_engine, openvino_parts
from qgis_pansharp.backend.engines.openvino_engine import BF16_LAYERS, OpenVinoEngine
from qgis_pansharp.backend.engines.openvino_parts import cut_out, in_one
from qgis_pansharp.backend.engines.options import Device, EngineOptions
from qgis_pansharp.backend.engines.ort import OrtEngine
from qgis_pansharp.backend.errors import EngineError, ModelError
from qgis_pansharp.backend.models import Model, bundled_models
from tests.backend.engines.blocks import block
from tests.backend.engines.graphs import random, sharpening_model

openvino: Any = pytest.importorskip("openvino", reason="the package openvino is not installed")

MODELS = {model.card.id: model for model in bundled_models()}
SIPSANET, CF2N = MODELS["sipsanet-4band"], MODELS["cf2n-4band"]
FULL = EngineOptions(precision="full")


def prefers_bf16() -> bool:
    return openvino.Core().get_property("CPU", "INFERENCE_PRECISION_HINT") == openvino.Type.bf16


needs_bf16 = pytest.mark.skipif(not prefers_bf16(), reason="this processor has no bfloat16")


@pytest.mark.parametrize("model", MODELS.values(), ids=MODELS)
def test_in_full_precision_it_agrees_with_onnxruntime(model: Model) -> None:
    pan, ms = block(model)
    pan.setflags(write=False)
    with OpenVinoEngine(model.path, FULL) as engine, OrtEngine(model.path) as other:
        assert engine.device.startswith("CPU (OpenVINO 20")
        assert engine.precision == "full"
        np.testing.assert_allclose(engine.run(pan, ms), other.run(pan, ms), rtol=0, atol=1e-4)


def test_blocks_of_different_shapes_take_turns(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(openvino_engine, "MOST_PLANS", 2)
    with OpenVinoEngine(CF2N.path, FULL) as engine, OrtEngine(CF2N.path) as other:
        for cells in (1, 2, 1, 3, 1, 2):
            one = block(CF2N, cells)
            np.testing.assert_allclose(engine.run(*one), other.run(*one), rtol=0, atol=1e-4)
        assert len(engine._plans) == 2


def static(model: Model) -> Any:
    pan, ms = block(model)
    made = openvino.Core().read_model(str(model.path))
    made.reshape({"pan": [1, *pan.shape], "ms": [1, *ms.shape]})
    return made


def precisions(model: Any) -> dict[str, set[str]]:
    """Return the precisions that a model computes in where bfloat16 is allowed."""
    hint = {"INFERENCE_PRECISION_HINT": "bf16"}
    return computed_in(openvino.Core().compile_model(model, "CPU", hint))


def computed_in(compiled: Any) -> dict[str, set[str]]:
    """Return the precisions that a compiled model computes in, by kind of layer."""
    found: dict[str, set[str]] = {}
    for node in compiled.get_runtime_model().get_ops():
        about = node.get_rt_info()
        kind = about["layerType"].astype(str)
        found.setdefault(kind, set()).add(about["runtimePrecision"].astype(str))
    return found


def test_parts_are_the_model_but_for_their_borders() -> None:
    pan, ms = block(SIPSANET)
    core = openvino.Core()
    (whole,) = in_one(static(SIPSANET))
    first, layers, rest = cut_out(openvino, static(SIPSANET), BF16_LAYERS)
    assert [part.half for part in (whole, first, layers, rest)] == [False, False, True, False]
    values = {("pan", 0): pan[np.newaxis], ("ms", 0): ms[np.newaxis]}
    for part in (whole, first, layers, rest):
        compiled = core.compile_model(part.model, "CPU", {"INFERENCE_PRECISION_HINT": "f32"})
        made = compiled([values[value] for value in part.takes])
        results = {value: made[number] for number, value in enumerate(part.makes)}
        if part is rest:
            (expected,), (found,) = ([values[v] for v in whole.makes], results.values())
            np.testing.assert_array_equal(found, expected)
        values.update(results)


@needs_bf16
def test_statistics_and_softmax_are_not_among_the_layers_in_16_bits() -> None:
    first, layers, rest = cut_out(openvino, static(SIPSANET), BF16_LAYERS)
    kinds = {node.get_type_name() for node in layers.model.get_ops()}
    assert kinds <= {"Parameter", "Constant", "Convolution", "Add", "PRelu", "Result"}
    assert precisions(layers.model)["Convolution"] == {"bf16"}
    assert "Softmax" in {node.get_type_name() for node in rest.model.get_ops()}
    assert "Sqrt" in {node.get_type_name() for node in first.model.get_ops()}


@needs_bf16
def test_half_precision_is_for_the_network_that_bears_it() -> None:
    half = EngineOptions(precision="half")
    with OpenVinoEngine(SIPSANET.path, half) as engine, OrtEngine(SIPSANET.path) as other:
        assert engine.precision == "half"
        assert engine.device.endswith(", bf16)")
        pan, ms = block(SIPSANET)
        difference = np.abs(engine.run(pan, ms) - other.run(pan, ms))
        assert 0 < np.quantile(difference, 0.99) < 2 / 2047
    with OpenVinoEngine(CF2N.path, half) as engine:
        assert engine.precision == "full"


@needs_bf16
@pytest.mark.parametrize("faster", [True, False])
def test_unless_told_the_engine_takes_what_is_faster(
    monkeypatch: pytest.MonkeyPatch, faster: bool
) -> None:
    times = iter([1.0, 2.0] if faster else [2.0, 1.0])  # in bfloat16, in full precision
    monkeypatch.setattr(openvino_parts, "_shortest", lambda request: next(times))
    with OpenVinoEngine(SIPSANET.path) as engine:
        assert engine.precision == ("half" if faster else "full")


@needs_bf16
def test_a_convolution_is_timed_in_both_precisions(monkeypatch: pytest.MonkeyPatch) -> None:
    timed: list[set[str]] = []

    def shortest(request: Any) -> float:
        timed.append(computed_in(request.get_compiled_model())["Convolution"])
        return float(len(timed))

    monkeypatch.setattr(openvino_parts, "_shortest", shortest)
    assert openvino_parts.faster_in_bf16(openvino, openvino.Core())
    assert timed == [{"bf16"}, {"f32"}]


def test_a_block_under_way_is_stopped_and_the_engine_goes_on(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("qgis_pansharp.backend.engines.runtime.POLL_SECONDS", 0.01)
    with OpenVinoEngine(CF2N.path, FULL) as engine:
        large, small = block(CF2N, cells=60), block(CF2N)
        expected = engine.run(*small)
        engine.run(*large)  # compiles, which cannot be stopped
        asked: list[float] = []

        def soon(share: float) -> None:
            asked.append(share)
            if len(asked) == 3:
                raise TimeoutError

        ticket = engine.start(*large)
        with pytest.raises(TimeoutError):
            engine.finish(ticket, soon)
        assert ticket.begun.exception() is not None
        np.testing.assert_array_equal(engine.run(*small), expected)


def test_threads_are_those_asked_for() -> None:
    with OpenVinoEngine(CF2N.path, EngineOptions(1, "cpu", "full")) as engine:
        engine.run(*block(CF2N))
        (plan,) = engine._plans.values()
        (compiled,) = plan._compiled
        assert compiled.get_property("INFERENCE_NUM_THREADS") == 1


def test_any_graph_runs_that_takes_pan_and_ms(tmp_path: Path) -> None:
    nodes = [
        helper.make_node("Resize", ["ms", "", "scales"], ["large"], mode="nearest"),
        helper.make_node("Add", ["large", "pan"], ["sharpened"]),
    ]
    file = tmp_path / "odd.onnx"
    scales = {"scales": np.array([1, 1, 4, 4], np.float32)}
    onnx.save(sharpening_model(nodes, scales), str(file))
    pan, ms = random(1, 8, 8), random(3, 2, 2)
    with OpenVinoEngine(file) as engine:
        large = ms.repeat(4, axis=1).repeat(4, axis=2)
        np.testing.assert_allclose(engine.run(pan, ms), large + pan, atol=1e-6)
    made = sharpening_model([helper.make_node("Relu", ["image"], ["sharpened"])])
    made.graph.input[0].name = "image"
    onnx.save(made, str(file))
    with pytest.raises(ModelError, match=r"odd\.onnx.*PAN and MS"):
        OpenVinoEngine(file)


def test_what_openvino_says_is_told_without_places_in_its_sources(tmp_path: Path) -> None:
    file = tmp_path / "damaged.onnx"
    file.write_bytes(b"damaged")
    with pytest.raises(ModelError) as caught:
        OpenVinoEngine(file)
    assert "damaged.onnx cannot be used with OpenVINO (Unable to read" in str(caught.value)
    with OpenVinoEngine(CF2N.path, FULL) as engine, pytest.raises(EngineError) as failed:
        engine.run(random(1, 16, 16), random(4, 5, 4))
    assert "Exception from" not in str(failed.value)


@pytest.mark.parametrize(
    "said",
    [
        "std::bad_alloc",
        "[GPU] CL_OUT_OF_RESOURCES",
        "[GPU] out of GPU resources",
        "bad allocation",
    ],
)
def test_too_little_memory_is_told_and_plans_are_dropped(
    said: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    with OpenVinoEngine(CF2N.path, FULL) as engine:
        one = block(CF2N)
        expected = engine.run(*one)

        def fail(shapes: Any) -> Any:
            raise RuntimeError(f"Exception from src/core.cpp:1:\n{said}\n")

        with monkeypatch.context() as patch:
            patch.setattr(engine, "_plan", fail)
            with pytest.raises(MemoryError, match=said.split()[-1]):
                engine.run(*one)
        assert not engine._plans
        np.testing.assert_array_equal(engine.run(*one), expected)


def test_without_the_package_the_error_says_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "openvino", None)
    assert openvino_engine.devices() == []
    with pytest.raises(EngineError, match=r"pip install openvino.*builtin"):
        OpenVinoEngine(CF2N.path)


def test_this_computers_processor_is_a_device() -> None:
    assert Device("cpu", "CPU") in openvino_engine.devices()


# An Intel GPU that is made up ---------------------------------------------------------------------


class Core:
    """Knows devices and says what a computer with them would."""

    def __init__(self, **devices: tuple[str, str, int]) -> None:
        self.about = {name.replace("_", "."): about for name, about in devices.items()}
        self.available_devices = ["CPU", *self.about, "NPU"]

    def get_property(self, target: str, name: str) -> Any:
        title, kind, memory = self.about[target]
        return {
            "FULL_DEVICE_NAME": title,
            "DEVICE_TYPE": kind,
            "GPU_DEVICE_TOTAL_MEM_SIZE": memory,
        }[name]


def test_cards_with_memory_of_their_own_come_first() -> None:
    core = Core(
        GPU_0=("Intel Iris", "Type.INTEGRATED", 1 << 33), GPU_1=("Arc", "Type.DISCRETE", 1 << 34)
    )
    assert openvino_engine._usable(core) == [
        Device("gpu:1", "Arc", 1 << 34),
        Device("cpu", "CPU"),
        Device("gpu:0", "Intel Iris"),
    ]
    assert openvino_engine._target("gpu:1", core.available_devices) == "GPU.1"


def test_a_gpu_whose_driver_fails_leaves_the_others(monkeypatch: pytest.MonkeyPatch) -> None:
    core = Core(GPU_0=("Broken", "Type.DISCRETE", 1), GPU_1=("Arc", "Type.DISCRETE", 1 << 34))
    ask = core.get_property

    def fail(target: str, name: str) -> Any:
        if target == "GPU.0":
            raise RuntimeError("clGetDeviceInfo, error code: -30")
        return ask(target, name)

    monkeypatch.setattr(core, "get_property", fail)
    assert [device.name for device in openvino_engine._usable(core)] == ["gpu:1", "cpu"]


def test_a_single_gpu_has_no_number_in_openvino() -> None:
    core = Core(GPU=("Intel Iris", "Type.INTEGRATED", 1 << 33))
    assert openvino_engine._usable(core)[-1] == Device("gpu:0", "Intel Iris")
    assert openvino_engine._target("gpu:0", core.available_devices) == "GPU"
