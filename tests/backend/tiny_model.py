"""A model file whose result can be worked out by hand, for tests of the loop.

`sharpened = nearest(ms) + mean of pan over 3x3 - pan`, the halo cut off: it needs one PAN pixel
around a block, and shows at once if blocks are misplaced.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import onnx
from onnx import TensorProto, helper, numpy_helper

from qgis_pansharp.backend.models.card import KEY, ModelCard

Array = npt.NDArray[Any]
HALO = 8


def card(bands: int | tuple[str, ...] = 4, halo: int = HALO, **changes: Any) -> ModelCard:
    """Return the card of the tiny model; `bands` are roles, or how many of the usual four."""
    roles = ("blue", "green", "red", "nir")[:bands] if isinstance(bands, int) else bands
    values: dict[str, Any] = {
        "id": "tiny",
        "version": "1",
        "network": "sipsanet",
        "title": "Tiny",
        "bands": roles,
        "ratio": 4,
        "scaling": "percentile",
        "halo": halo,
        "alignment": 4,
        "bytes_per_pixel": 100.0,
        "training_data": "none",
        "recipe": "none",
        "limits": "tests only",
        "licence": "GPL-2.0-or-later",
        **changes,
    }
    return ModelCard(**values)


def write_tiny_model(
    path: Path, bands: int | tuple[str, ...] = 4, halo: int = HALO, **changes: Any
) -> Path:
    """Write the model file."""
    promised = card(bands, halo, **changes)
    count, ratio = len(promised.bands), promised.ratio

    def ints(name: str, *values: int) -> onnx.TensorProto:
        return numpy_helper.from_array(np.array(values, dtype=np.int64), name)

    constants = [
        numpy_helper.from_array(np.array([1, 1, ratio, ratio], dtype=np.float32), "scales"),
        numpy_helper.from_array(np.full((1, 1, 3, 3), 1 / 9, dtype=np.float32), "box"),
        ints("starts", halo, halo),
        ints("ends", -halo, -halo),
        ints("axes", 2, 3),
    ]
    nodes = [
        helper.make_node(
            "Resize",
            ["ms", "", "scales"],
            ["wide"],
            mode="nearest",
            coordinate_transformation_mode="asymmetric",
            nearest_mode="floor",
        ),
        helper.make_node("Conv", ["pan", "box"], ["smooth"], pads=[1, 1, 1, 1]),
        helper.make_node("Sub", ["smooth", "pan"], ["detail"]),
        helper.make_node("Add", ["wide", "detail"], ["whole"]),
        helper.make_node("Slice", ["whole", "starts", "ends", "axes"], ["sharpened"]),
    ]
    graph = helper.make_graph(
        nodes,
        "tiny",
        [
            helper.make_tensor_value_info("pan", TensorProto.FLOAT, [1, 1, "H", "W"]),
            helper.make_tensor_value_info("ms", TensorProto.FLOAT, [1, count, "h", "w"]),
        ],
        [helper.make_tensor_value_info("sharpened", TensorProto.FLOAT, [1, count, "Hc", "Wc"])],
        constants,
    )
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 18)], ir_version=8)
    helper.set_model_props(model, {KEY: promised.to_json()})
    path.write_bytes(model.SerializeToString())
    return path


def expected(pan: Array, ms: Array, pan_scale: float, ms_scale: float) -> Array:
    """Return what the model makes of a whole scene, in digital numbers (not rounded)."""
    padded = np.pad(pan[0].astype(np.float64), 1, mode="symmetric")
    rows = padded[:-2] + padded[1:-1] + padded[2:]
    smooth = (rows[:, :-2] + rows[:, 1:-1] + rows[:, 2:]) / 9
    ratio = pan.shape[1] // ms.shape[1]
    wide = ms.astype(np.float64).repeat(ratio, axis=1).repeat(ratio, axis=2)
    result: Array = wide + (smooth - pan[0]) / pan_scale * ms_scale
    return result
