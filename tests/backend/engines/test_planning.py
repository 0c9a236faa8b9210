"""What is computed together gives the same as what is computed one by one."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import onnx
import pytest
from onnx import TensorProto, helper

from qgis_pansharp.backend.engines import convolution, pointwise
from qgis_pansharp.backend.engines.planning import ConvolutionStep, OperatorStep, Plan, make_plan
from qgis_pansharp.backend.models.onnx_file import read_onnx
from tests.backend.engines.graphs import Array, assert_engines_agree, model, random

IMAGE = random(1, 4, 9, 7)


def conv(source: str, result: str, weights: str = "w") -> onnx.NodeProto:
    return helper.make_node("Conv", [source, weights], [result], pads=[1, 1, 1, 1])


def leaky(source: str, result: str) -> onnx.NodeProto:
    return helper.make_node("LeakyRelu", [source], [result], alpha=0.1)


def add(a: str, b: str, result: str) -> onnx.NodeProto:
    return helper.make_node("Add", [a, b], [result])


def plan_of(
    nodes: list[onnx.NodeProto], weights: dict[str, Array], folder: Path, opset: int = 18
) -> Plan:
    file = folder / "model.onnx"
    onnx.save(model(nodes, {"x": IMAGE}, weights, opset=opset), str(file))
    return make_plan(read_onnx(file).graph)


WEIGHTS: dict[str, Array] = {"w": random(4, 4, 3, 3, seed=1), "v": random(4, 7, 3, 3, seed=2)}

RESIDUAL = [leaky("x", "a"), conv("a", "c"), add("x", "c", "y")]
CHAIN = [conv("x", "a"), leaky("a", "b"), conv("b", "c"), helper.make_node("Sigmoid", ["c"], ["y"])]
CONCATENATED = [
    helper.make_node("Slice", ["x", "one", "four", "one"], ["part"]),
    helper.make_node("Concat", ["part", "x"], ["both"], axis=1),
    leaky("both", "a"),
    conv("a", "y", "v"),
]
GATED = [
    conv("x", "a"),
    conv("x", "b"),
    add("a", "b", "sum"),
    helper.make_node("Sigmoid", ["sum"], ["gate"]),
    helper.make_node("Sub", ["a", "x"], ["difference"]),
    helper.make_node("Mul", ["gate", "difference"], ["share"]),
    add("x", "share", "y"),
]
SHARED = [conv("x", "a"), leaky("a", "b"), conv("b", "c"), add("b", "c", "d"), add("d", "a", "y")]
SQUARE = [conv("x", "a"), helper.make_node("Mul", ["a", "a"], ["y"])]
PIXELWISE_FACTORS = [
    helper.make_node("GlobalMaxPool", ["x"], ["highest"]),
    helper.make_node("ReduceMax", ["x", "one"], ["map"]),
    helper.make_node("Mul", ["highest", "map"], ["product"]),
    conv("x", "a"),
    helper.make_node("Mul", ["a", "product"], ["y"]),
]
ONE_ROW = [
    helper.make_node("Slice", ["x", "one", "two", "rows"], ["row"]),
    helper.make_node("Conv", ["row", "w"], ["c"], pads=[1, 1, 1, 1]),
    add("c", "x", "y"),
]
NUMBERS: dict[str, Array] = {
    "one": np.array([1], np.int64),
    "two": np.array([2], np.int64),
    "four": np.array([4], np.int64),
    "rows": np.array([2], np.int64),
}


@pytest.mark.parametrize(
    "nodes",
    [RESIDUAL, CHAIN, CONCATENATED, GATED, SHARED, SQUARE, PIXELWISE_FACTORS, ONE_ROW],
    ids=["residual", "chain", "concatenated", "gated", "shared", "square", "factors", "one row"],
)
@pytest.mark.parametrize("strip_bytes", [1, 1 << 17])
@pytest.mark.parametrize("fewest_channels", [1, 1 << 17], ids=["minimal", "direct"])
def test_fused_steps_equal_onnxruntime(
    nodes: list[onnx.NodeProto],
    strip_bytes: int,
    fewest_channels: int,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(pointwise, "STRIP_BYTES", strip_bytes)
    monkeypatch.setattr(convolution, "FEWEST_CHANNELS", fewest_channels)
    assert_engines_agree(nodes, {"x": IMAGE}, tmp_path, {**WEIGHTS, **NUMBERS}, tolerance=2e-5)


def test_a_spatially_varying_kernel_of_slices_equals_onnxruntime(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pointwise, "STRIP_BYTES", 200)
    nodes = [helper.make_node("Pad", ["x", "pads"], ["wide"], mode="edge")]
    weights: dict[str, Array] = {
        "pads": np.array([0, 0, 1, 1, 0, 0, 1, 1], np.int64),
        "axes": np.array([2, 3], np.int64),
        "gain": random(1, 4, 1, 1, seed=5),
    }
    total = ""
    for tap in range(9):
        start = np.array([tap // 3, tap % 3], np.int64)
        weights[f"from{tap}"], weights[f"to{tap}"] = start, start + np.array([9, 7])
        weights[f"w{tap}"] = random(1, 4, 1, 1, seed=tap)
        nodes += [
            helper.make_node("Slice", ["wide", f"from{tap}", f"to{tap}", "axes"], [f"s{tap}"]),
            helper.make_node("Mul", [f"s{tap}", f"w{tap}"], [f"weighted{tap}"]),
            helper.make_node("Mul", [f"weighted{tap}", "x"], [f"term{tap}"]),
        ]
        if total:
            nodes.append(add(total, f"term{tap}", f"sum{tap}"))
        total = f"sum{tap}" if total else f"term{tap}"
    nodes.append(helper.make_node("Mul", [total, "gain"], ["y"]))
    assert_engines_agree(nodes, {"x": IMAGE}, tmp_path, weights, tolerance=2e-5)


def test_a_residual_block_is_one_step(tmp_path: Path) -> None:
    (step,) = plan_of(RESIDUAL, WEIGHTS, tmp_path).steps
    assert isinstance(step, ConvolutionStep)
    assert step.activation is not None
    assert step.program is not None


def test_a_concatenation_before_a_convolution_is_never_made(tmp_path: Path) -> None:
    steps = plan_of(CONCATENATED, {**WEIGHTS, **NUMBERS}, tmp_path).steps
    made = [step.node.op_type for step in steps if isinstance(step, OperatorStep)]
    assert made == ["Slice"]


def test_half_precision_weights_are_converted_once_when_loading(tmp_path: Path) -> None:
    nodes = [helper.make_node("Cast", ["half"], ["w"], to=TensorProto.FLOAT), conv("x", "y")]
    half = WEIGHTS["w"].astype(np.float16)
    (step,) = plan_of(nodes, {"half": half}, tmp_path).steps
    assert isinstance(step, ConvolutionStep)
    assert step.convolution.weights.dtype == np.float32
    assert_engines_agree(nodes, {"x": IMAGE}, tmp_path, {"half": half})


def test_values_are_dropped_after_their_last_use(tmp_path: Path) -> None:
    nodes = [helper.make_node("Softmax", [f"v{n}"], [f"v{n + 1}"]) for n in range(3)]
    nodes = [helper.make_node("Softmax", ["x"], ["v0"]), *nodes]
    nodes.append(helper.make_node("Softmax", ["v3"], ["y"]))
    steps = plan_of(nodes, {}, tmp_path).steps
    assert [step.frees for step in steps] == [("x",), ("v0",), ("v1",), ("v2",), ("v3",)]


def test_what_nobody_uses_is_not_computed(tmp_path: Path) -> None:
    nodes = [helper.make_node("Softmax", ["x"], ["unused"]), conv("x", "y")]
    assert len(plan_of(nodes, WEIGHTS, tmp_path).steps) == 1


def test_a_graph_with_a_loose_end_is_refused_when_loading(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="nothing computes"):
        plan_of([add("x", "missing", "y")], {}, tmp_path)
