"""The reader returns what the `onnx` package returns, and survives any file."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import onnx
import pytest
from onnx import TensorProto, helper, numpy_helper

from qgis_pansharp.backend.errors import ModelError
from qgis_pansharp.backend.models.onnx_file import read_metadata, read_onnx

CARD = {"pansharp.id": "sipsanet-4-x4", "pansharp.licence": "CC-BY 4.0 – Universität"}


def small_model(*tensors: onnx.TensorProto) -> onnx.ModelProto:
    node = helper.make_node(
        "Conv", ["x", "w"], ["y"], name="first", pads=[1, 1, 1, 1], group=1, alpha=0.5, mode="abc"
    )
    weights = numpy_helper.from_array(np.ones((2, 3, 3, 3), np.float16), "w")
    graph = helper.make_graph(
        [node],
        "test",
        [helper.make_tensor_value_info("x", TensorProto.FLOAT, [1, 3, "H", None])],
        [helper.make_tensor_value_info("y", TensorProto.FLOAT, [1, 2, "H", "W"])],
        [weights, *tensors],
    )
    made = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 18)])
    helper.set_model_props(made, CARD)
    return made


def saved(made: onnx.ModelProto, folder: Path) -> Path:
    file = folder / "model.onnx"
    file.write_bytes(made.SerializeToString())
    return file


def test_graph_is_read_as_written(tmp_path: Path) -> None:
    read = read_onnx(saved(small_model(), tmp_path))
    (node,) = read.graph.nodes
    assert (node.op_type, node.inputs, node.outputs, node.name) == (
        "Conv",
        ("x", "w"),
        ("y",),
        "first",
    )
    assert node.attributes == {"pads": (1, 1, 1, 1), "group": 1, "alpha": 0.5, "mode": "abc"}
    assert read.opset == 18
    assert [(info.name, info.shape) for info in read.graph.inputs] == [("x", (1, 3, "H", ""))]
    assert [(info.name, info.shape) for info in read.graph.outputs] == [("y", (1, 2, "H", "W"))]


def test_metadata_is_read_with_and_without_the_graph(tmp_path: Path) -> None:
    file = saved(small_model(), tmp_path)
    assert read_metadata(file) == CARD
    assert read_onnx(file).metadata == CARD


@pytest.mark.parametrize(
    "values",
    [
        np.array([1.5, -2, np.inf], np.float32),
        np.array([1.5, -2, 0.1], np.float16),
        np.array([1.5, -2], np.float64),
        np.array([-(2**63), 2**63 - 1, 0], np.int64),
        np.array([-(2**31), 5], np.int32),
        np.array([2**64 - 1, 1], np.uint64),
        np.array([[-128, 127]], np.int8),
        np.array([255, 0], np.uint8),
        np.array([True, False]),
        np.array(3.0, np.float32),
        np.zeros((0, 4), np.float32),
    ],
    ids=lambda values: f"{values.dtype}{values.shape}",
)
@pytest.mark.parametrize("raw", [True, False], ids=["raw", "listed"])
def test_weights_keep_type_shape_and_values(
    values: npt.NDArray[Any], raw: bool, tmp_path: Path
) -> None:
    if raw:
        tensor = numpy_helper.from_array(values, "v")
    else:
        kind = helper.np_dtype_to_tensor_dtype(values.dtype)
        tensor = helper.make_tensor("v", kind, values.shape, values.reshape(-1).tolist())
    read = read_onnx(saved(small_model(tensor), tmp_path)).graph.initialisers["v"]
    assert read.dtype == values.dtype
    assert read.shape == values.shape
    np.testing.assert_array_equal(read, values)


def test_weights_in_another_file_are_refused(tmp_path: Path) -> None:
    tensor = numpy_helper.from_array(np.ones(2, np.float32), "v")
    tensor.ClearField("raw_data")
    tensor.data_location = TensorProto.EXTERNAL
    with pytest.raises(ModelError, match="another file"):
        read_onnx(saved(small_model(tensor), tmp_path))


def test_a_weight_of_another_size_than_it_says_is_refused(tmp_path: Path) -> None:
    tensor = numpy_helper.from_array(np.ones(2, np.float32), "v")
    tensor.dims[0] = 2**40
    with pytest.raises(ModelError, match="'v' has another size"):
        read_onnx(saved(small_model(tensor), tmp_path))


@pytest.mark.parametrize("read", [read_onnx, read_metadata])
@pytest.mark.parametrize(
    "content",
    [b"", b"II*\x00\x08\x00\x00\x00", b"<html></html>", b"\xff" * 100, b"\x00" * 100],
    ids=["empty", "TIFF", "HTML", "ones", "zeros"],
)
def test_what_is_no_onnx_file_is_refused_by_name(read: Any, content: bytes, tmp_path: Path) -> None:
    file = tmp_path / "chosen.onnx"
    file.write_bytes(content)
    with pytest.raises(ModelError, match=r"chosen\.onnx"):
        read(file)


def test_a_missing_file_is_refused_by_name(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match=r"gone\.onnx"):
        read_onnx(tmp_path / "gone.onnx")


def test_every_truncation_is_refused_or_lacks_only_metadata(tmp_path: Path) -> None:
    whole = small_model().SerializeToString()
    file = tmp_path / "model.onnx"
    for size in range(len(whole)):
        file.write_bytes(whole[:size])
        try:
            assert read_onnx(file).metadata != CARD
        except ModelError:
            continue


def test_random_damage_never_ends_in_anything_but_a_model_error(tmp_path: Path) -> None:
    tensors = [
        helper.make_tensor("v", TensorProto.FLOAT, (2,), [1.0, 2.0]),
        helper.make_tensor("n", TensorProto.INT64, (3,), [1, 2, 3]),
    ]
    whole = np.frombuffer(small_model(*tensors).SerializeToString(), np.uint8)
    random = np.random.default_rng(20)
    file = tmp_path / "model.onnx"
    refused = 0
    for _ in range(1500):
        damaged = whole.copy()
        places = random.integers(0, len(whole), size=random.integers(1, 6))
        damaged[places] = random.integers(0, 256, size=len(places))
        file.write_bytes(damaged.tobytes()[: random.integers(1, len(whole) + 1)])
        for read in (read_onnx, read_metadata):
            try:
                read(file)
            except ModelError:
                refused += 1
    assert refused > 0
