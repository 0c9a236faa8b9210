"""Every operator of the built-in engine gives what ONNX Runtime gives."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from onnx import TensorProto, helper

from qgis_pansharp.backend.engines.planning import make_plan
from qgis_pansharp.backend.models.onnx_file import Graph, Node, ValueInfo
from tests.backend.engines.graphs import Array, assert_engines_agree, random

IMAGE = random(1, 3, 5, 6)
ASYMMETRIC = {
    "mode": "nearest",
    "coordinate_transformation_mode": "asymmetric",
    "nearest_mode": "floor",
}


def ints(*values: int) -> Array:
    return np.array(values, np.int64)


@pytest.mark.parametrize(
    "operator", ["Abs", "Exp", "Floor", "Identity", "Neg", "Reciprocal", "Relu", "Sigmoid"]
)
def test_functions_of_one_value_equal_onnxruntime(operator: str, tmp_path: Path) -> None:
    assert_engines_agree([helper.make_node(operator, ["x"], ["y"])], {"x": IMAGE}, tmp_path)


def test_logarithms_equal_onnxruntime(tmp_path: Path) -> None:
    inputs = {"x": np.abs(IMAGE) + np.float32(0.01)}
    assert_engines_agree([helper.make_node("Log", ["x"], ["y"])], inputs, tmp_path)


@pytest.mark.parametrize("operator", ["Add", "Sub", "Mul", "Div"])
@pytest.mark.parametrize("shape", [(1, 3, 5, 6), (1, 1, 5, 6), (3, 1, 1), (6,), ()])
def test_arithmetic_broadcasts_as_onnxruntime(
    operator: str, shape: tuple[int, ...], tmp_path: Path
) -> None:
    inputs = {"x": IMAGE, "z": np.asarray(random(*shape, seed=1) + 3, np.float32)}
    assert_engines_agree([helper.make_node(operator, ["x", "z"], ["y"])], inputs, tmp_path)


@pytest.mark.parametrize("operator", ["Add", "Sub", "Mul", "Div"])
def test_arithmetic_of_whole_numbers_equals_onnxruntime(operator: str, tmp_path: Path) -> None:
    inputs = {"x": ints(7, -7, 8), "z": ints(2, 2, -3)}
    assert_engines_agree([helper.make_node(operator, ["x", "z"], ["y"])], inputs, tmp_path)


def test_sqrt_and_pow_equal_onnxruntime(tmp_path: Path) -> None:
    nodes = [
        helper.make_node("Sqrt", ["x"], ["root"]),
        helper.make_node("Pow", ["root", "exponent"], ["y"]),
    ]
    weights = {"exponent": np.array(3, np.float32)}
    assert_engines_agree(nodes, {"x": np.abs(IMAGE)}, tmp_path, weights)


@pytest.mark.parametrize("slope", [0.1, 0.0, 1.5, -0.5])
def test_leaky_relu_of_any_slope_equals_onnxruntime(slope: float, tmp_path: Path) -> None:
    nodes = [helper.make_node("LeakyRelu", ["x"], ["y"], alpha=slope)]
    assert_engines_agree(nodes, {"x": IMAGE}, tmp_path)


@pytest.mark.parametrize("operator", ["Min", "Max"])
def test_extremes_of_several_values_equal_onnxruntime(operator: str, tmp_path: Path) -> None:
    inputs = {"a": IMAGE, "b": random(1, 3, 1, 6, seed=1), "c": random(5, 1, seed=2)}
    nodes = [helper.make_node(operator, ["a", "b", "c"], ["y"])]
    assert_engines_agree(nodes, inputs, tmp_path)


@pytest.mark.parametrize("bounds", [["low", "high"], ["low"], ["", "high"], []])
def test_clip_with_any_bounds_equals_onnxruntime(bounds: list[str], tmp_path: Path) -> None:
    weights = {"low": np.array(-0.5, np.float32), "high": np.array(0.5, np.float32)}
    nodes = [helper.make_node("Clip", ["x", *bounds], ["y"])]
    assert_engines_agree(nodes, {"x": IMAGE}, tmp_path, weights)


@pytest.mark.parametrize("axis", [1, -1])
def test_softmax_equals_onnxruntime(axis: int, tmp_path: Path) -> None:
    nodes = [helper.make_node("Softmax", ["x"], ["y"], axis=axis)]
    assert_engines_agree(nodes, {"x": IMAGE * 50}, tmp_path)


@pytest.mark.parametrize("mode", ["reflect", "edge", "constant"])
def test_padding_equals_onnxruntime(mode: str, tmp_path: Path) -> None:
    nodes = [helper.make_node("Pad", ["x", "pads", "fill"], ["y"], mode=mode)]
    weights = {"pads": ints(0, 0, 2, 1, 0, 0, 3, 4), "fill": np.array(2, np.float32)}
    assert_engines_agree(nodes, {"x": IMAGE}, tmp_path, weights)


def test_padding_of_some_axes_and_negative_padding_equal_onnxruntime(tmp_path: Path) -> None:
    nodes = [
        helper.make_node("Pad", ["x", "pads", "", "axes"], ["wide"], mode="edge"),
        helper.make_node("Pad", ["wide", "cut"], ["y"]),
    ]
    weights = {"pads": ints(2, 1), "axes": ints(3), "cut": ints(0, 0, -1, 0, 0, 0, -2, 1)}
    assert_engines_agree(nodes, {"x": IMAGE}, tmp_path, weights)


@pytest.mark.parametrize(
    ("starts", "ends", "steps"),
    [
        ((1, 0), (4, 6), (1, 2)),
        ((0, -4), (2**62, -1), (2, 1)),
        ((-1, 5), (-(2**62), 0), (-1, -2)),
        ((3, 2), (3, 99), (1, 1)),
    ],
)
def test_slices_equal_onnxruntime(
    starts: tuple[int, int], ends: tuple[int, int], steps: tuple[int, int], tmp_path: Path
) -> None:
    nodes = [helper.make_node("Slice", ["x", "starts", "ends", "axes", "steps"], ["y"])]
    weights = {
        "starts": ints(*starts),
        "ends": ints(*ends),
        "axes": ints(2, -1),
        "steps": ints(*steps),
    }
    assert_engines_agree(nodes, {"x": IMAGE}, tmp_path, weights)


def test_concat_and_split_equal_onnxruntime(tmp_path: Path) -> None:
    nodes = [
        helper.make_node("Concat", ["x", "z"], ["both"], axis=-2),
        helper.make_node("Split", ["both", "sizes"], ["a", "b"], axis=2),
        helper.make_node("Split", ["both"], ["c", "d", "e"], axis=2, num_outputs=3),
    ]
    inputs = {"x": IMAGE, "z": random(1, 3, 2, 6, seed=1)}
    weights = {"sizes": ints(3, 4)}
    assert_engines_agree(nodes, inputs, tmp_path, weights, ("a", "b", "c", "d", "e"))


@pytest.mark.parametrize("mode", ["DCR", "CRD"])
def test_depth_to_space_equals_onnxruntime(mode: str, tmp_path: Path) -> None:
    nodes = [helper.make_node("DepthToSpace", ["x"], ["y"], blocksize=2, mode=mode)]
    assert_engines_agree(nodes, {"x": random(1, 8, 3, 2)}, tmp_path)


def test_space_to_depth_equals_onnxruntime(tmp_path: Path) -> None:
    nodes = [helper.make_node("SpaceToDepth", ["x"], ["y"], blocksize=2)]
    assert_engines_agree(nodes, {"x": random(1, 2, 4, 6)}, tmp_path)


@pytest.mark.parametrize("include", [0, 1])
@pytest.mark.parametrize("pads", [[0, 0, 0, 0], [1, 0, 1, 2]])
def test_average_pool_equals_onnxruntime(include: int, pads: list[int], tmp_path: Path) -> None:
    nodes = [
        helper.make_node(
            "AveragePool",
            ["x"],
            ["y"],
            kernel_shape=[2, 3],
            strides=[2, 1],
            pads=pads,
            count_include_pad=include,
        )
    ]
    assert_engines_agree(nodes, {"x": IMAGE}, tmp_path)


def test_max_pool_equals_onnxruntime(tmp_path: Path) -> None:
    nodes = [
        helper.make_node(
            "MaxPool", ["x"], ["y"], kernel_shape=[3, 3], strides=[1, 2], pads=[1, 1, 1, 1]
        )
    ]
    assert_engines_agree(nodes, {"x": IMAGE - 9}, tmp_path)


@pytest.mark.parametrize("operator", ["GlobalAveragePool", "GlobalMaxPool"])
def test_global_pools_equal_onnxruntime(operator: str, tmp_path: Path) -> None:
    assert_engines_agree([helper.make_node(operator, ["x"], ["y"])], {"x": IMAGE}, tmp_path)


@pytest.mark.parametrize("operator", ["ReduceMax", "ReduceMin", "ReduceMean", "ReduceSum"])
@pytest.mark.parametrize("keep", [0, 1])
def test_reductions_equal_onnxruntime(operator: str, keep: int, tmp_path: Path) -> None:
    nodes = [
        helper.make_node(operator, ["x", "axes"], ["y"], keepdims=keep),
        helper.make_node(operator, ["x"], ["all"], keepdims=keep),
    ]
    outputs = ("y", "all")
    assert_engines_agree(nodes, {"x": IMAGE}, tmp_path, {"axes": ints(1, -1)}, outputs)


def test_reductions_with_axes_as_attribute_equal_onnxruntime(tmp_path: Path) -> None:
    nodes = [helper.make_node("ReduceMean", ["x"], ["y"], axes=[1])]
    assert_engines_agree(nodes, {"x": IMAGE}, tmp_path, opset=17)


@pytest.mark.parametrize(
    "options",
    [
        {
            "mode": "nearest",
            "coordinate_transformation_mode": "asymmetric",
            "nearest_mode": "floor",
        },
        {"mode": "nearest", "nearest_mode": "round_prefer_floor"},
        {"mode": "nearest", "nearest_mode": "ceil"},
        {"mode": "linear"},
        {"mode": "linear", "coordinate_transformation_mode": "align_corners"},
        {"mode": "linear", "coordinate_transformation_mode": "pytorch_half_pixel"},
        {"mode": "cubic"},
        {"mode": "cubic", "cubic_coeff_a": -0.5},
    ],
)
@pytest.mark.parametrize("scales", [(4, 4), (2, 3), (0.5, 1)])
def test_resizing_by_scales_equals_onnxruntime(
    options: dict[str, str], scales: tuple[float, float], tmp_path: Path
) -> None:
    nodes = [helper.make_node("Resize", ["x", "", "scales"], ["y"], **options)]
    weights = {"scales": np.array([1, 1, *scales], np.float32)}
    assert_engines_agree(nodes, {"x": random(1, 2, 6, 8)}, tmp_path, weights)


def test_resizing_to_sizes_equals_onnxruntime(tmp_path: Path) -> None:
    nodes = [helper.make_node("Resize", ["x", "", "", "sizes"], ["y"], mode="linear")]
    assert_engines_agree(nodes, {"x": IMAGE}, tmp_path, {"sizes": ints(1, 3, 7, 9)})


def test_shape_arithmetic_equals_onnxruntime(tmp_path: Path) -> None:
    nodes = [
        helper.make_node("Shape", ["x"], ["all"]),
        helper.make_node("Shape", ["x"], ["rows"], start=2, end=3),
        helper.make_node("Gather", ["all", "last"], ["columns"], axis=0),
        helper.make_node("Unsqueeze", ["columns", "zero"], ["column"]),
        helper.make_node("Squeeze", ["rows", "zero"], ["row"]),
        helper.make_node("Range", ["start", "row", "step"], ["range"]),
        helper.make_node("Concat", ["minus", "column"], ["wanted"], axis=0),
        helper.make_node("Reshape", ["x", "wanted"], ["flat"]),
        helper.make_node("Transpose", ["flat"], ["turned"], perm=[1, 0]),
        helper.make_node("Equal", ["range", "start"], ["first"]),
        helper.make_node("Where", ["first", "row", "range"], ["chosen"]),
        helper.make_node("Cast", ["chosen"], ["numbers"], to=TensorProto.FLOAT),
        helper.make_node("ConstantOfShape", ["rows"], ["zeros"]),
        helper.make_node("Add", ["numbers", "zeros"], ["sum"]),
        helper.make_node("Expand", ["sum", "large"], ["y"]),
    ]
    weights = {
        "last": np.array(3, np.int64),
        "zero": ints(0),
        "start": np.array(0, np.int64),
        "step": np.array(1, np.int64),
        "minus": ints(-1),
        "large": ints(2, 1),
    }
    assert_engines_agree(nodes, {"x": IMAGE}, tmp_path, weights, ("y", "turned", "first"))


def test_zeros_in_a_new_shape_keep_sizes_as_in_onnxruntime(tmp_path: Path) -> None:
    nodes = [helper.make_node("Reshape", ["x", "shape"], ["y"])]
    assert_engines_agree(nodes, {"x": IMAGE}, tmp_path, {"shape": ints(0, -1, 0)})


def test_constants_of_every_form_equal_onnxruntime(tmp_path: Path) -> None:
    nodes = [
        helper.make_node("Constant", [], ["a"], value_float=1.5),
        helper.make_node("Constant", [], ["b"], value_floats=[1.0, 2.0]),
        helper.make_node("Constant", [], ["c"], value_ints=[1, 2]),
        helper.make_node("Cast", ["c"], ["d"], to=TensorProto.FLOAT),
        helper.make_node("Add", ["a", "b"], ["e"]),
        helper.make_node("Add", ["e", "d"], ["f"]),
        helper.make_node("Add", ["x", "f"], ["y"]),
    ]
    assert_engines_agree(nodes, {"x": random(3, 2)}, tmp_path)


@pytest.mark.parametrize(
    ("operator", "attributes", "said"),
    [
        ("Einsum", {}, "Einsum"),
        ("Resize", {"antialias": 1}, "antialias"),
        ("AveragePool", {"ceil_mode": 1, "kernel_shape": (2, 2)}, "ceil_mode"),
    ],
)
def test_what_the_engine_does_not_know_is_named_when_loading(
    operator: str, attributes: dict[str, int], said: str
) -> None:
    node = Node(operator, ("x",), ("y",), dict(attributes))
    graph = Graph((node,), {}, (ValueInfo("x", ()),), (ValueInfo("y", ()),))
    with pytest.raises(ValueError, match=said):
        make_plan(graph)
