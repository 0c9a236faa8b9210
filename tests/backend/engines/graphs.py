"""Small graphs for the tests, run by both engines' machinery on any inputs."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import onnx
import onnxruntime  # type: ignore[import-untyped]
from onnx import TensorProto, helper, numpy_helper

from qgis_pansharp.backend.engines.planning import make_plan
from qgis_pansharp.backend.engines.workers import Workers
from qgis_pansharp.backend.models.onnx_file import read_onnx

Array = npt.NDArray[Any]


def random(*shape: int, seed: int = 0) -> npt.NDArray[np.float32]:
    """Normally distributed float32 values."""
    return np.random.default_rng(seed).standard_normal(shape).astype(np.float32)


def model(
    nodes: Sequence[onnx.NodeProto],
    inputs: dict[str, Array],
    weights: dict[str, Array] | None = None,
    outputs: Sequence[str] = ("y",),
    opset: int = 18,
) -> onnx.ModelProto:
    """Build a model; inputs keep their rank and type, their sizes are dynamic."""
    graph = helper.make_graph(
        list(nodes),
        "test",
        [
            helper.make_tensor_value_info(
                name,
                helper.np_dtype_to_tensor_dtype(value.dtype),
                [f"{name}{axis}" for axis in range(value.ndim)],
            )
            for name, value in inputs.items()
        ],
        [helper.make_empty_tensor_value_info(name) for name in outputs],
        [numpy_helper.from_array(value, name) for name, value in (weights or {}).items()],
    )
    made = helper.make_model(graph, opset_imports=[helper.make_opsetid("", opset)])
    made.ir_version = 9
    return made


def by_builtin(made: onnx.ModelProto, inputs: dict[str, Array], folder: Path) -> list[Array]:
    """Run a model with the built-in engine's machinery."""
    file = folder / "model.onnx"
    onnx.save(made, str(file))
    with np.errstate(all="ignore"):
        return make_plan(read_onnx(file).graph).run(dict(inputs), Workers(2))


def by_onnxruntime(made: onnx.ModelProto, inputs: dict[str, Array]) -> list[Array]:
    """Run a model with ONNX Runtime."""
    options = onnxruntime.SessionOptions()
    options.log_severity_level = 4
    session = onnxruntime.InferenceSession(
        made.SerializeToString(), options, providers=["CPUExecutionProvider"]
    )
    outputs: list[Array] = session.run(None, inputs)
    return outputs


def assert_engines_agree(
    nodes: Sequence[onnx.NodeProto],
    inputs: dict[str, Array],
    folder: Path,
    weights: dict[str, Array] | None = None,
    outputs: Sequence[str] = ("y",),
    opset: int = 18,
    tolerance: float = 1e-5,
) -> None:
    """Compare all outputs: shape, type and values."""
    made = model(nodes, inputs, weights, outputs, opset)
    expected = by_onnxruntime(made, inputs)
    found = by_builtin(made, inputs, folder)
    for ours, theirs in zip(found, expected):
        assert ours.shape == theirs.shape
        assert ours.dtype == theirs.dtype
        np.testing.assert_allclose(ours, theirs, rtol=tolerance, atol=tolerance)


def sharpening_model(
    nodes: Sequence[onnx.NodeProto], weights: dict[str, Array] | None = None, bands: int = 3
) -> onnx.ModelProto:
    """Build a model with the inputs and the output that engines expect."""
    graph = helper.make_graph(
        list(nodes),
        "test",
        [
            helper.make_tensor_value_info("pan", TensorProto.FLOAT, [1, 1, "H", "W"]),
            helper.make_tensor_value_info("ms", TensorProto.FLOAT, [1, bands, "h", "w"]),
        ],
        [helper.make_tensor_value_info("sharpened", TensorProto.FLOAT, [1, bands, "H", "W"])],
        [numpy_helper.from_array(value, name) for name, value in (weights or {}).items()],
    )
    made = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 18)])
    made.ir_version = 9
    return made
