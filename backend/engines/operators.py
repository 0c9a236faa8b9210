"""The operators of a graph that are not pointwise and not convolutions, in plain NumPy.

Each takes a node and its inputs (None where an optional input was left out) and returns its
outputs, following the ONNX specification of operator sets 13 to 20. `OPERATORS` is the table.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Callable, Optional

import numpy as np

from qgis_pansharp.backend.arrays import Array
from qgis_pansharp.backend.engines.resampling import average_pool, max_pool, resize
from qgis_pansharp.backend.models.onnx_file import Node

Inputs = Sequence[Optional[Array]]
Operator = Callable[[Node, Inputs], list[Array]]


def integers(node: Node, name: str, default: Sequence[int] = ()) -> tuple[int, ...]:
    """Return an attribute that is a list of integers."""
    value = node.attributes.get(name, tuple(default))
    return tuple(int(v) for v in value) if isinstance(value, tuple) else tuple(default)


def integer(node: Node, name: str, default: int) -> int:
    """Return an attribute that is one integer."""
    value = node.attributes.get(name, default)
    return value if isinstance(value, int) else default


def text(node: Node, name: str, default: str) -> str:
    """Return an attribute that is text."""
    value = node.attributes.get(name, default)
    return value if isinstance(value, str) else default


def given(inputs: Inputs, number: int) -> Array:
    """Return an input that must be there.

    Raises:
        ValueError: it is missing.
    """
    value = inputs[number] if number < len(inputs) else None
    if value is None:
        raise ValueError(f"input {number} is missing")
    return value


def optional(inputs: Inputs, number: int) -> Array | None:
    """Return an input, or None where it was left out."""
    return inputs[number] if number < len(inputs) else None


def _listed(node: Node, inputs: Inputs, number: int, name: str) -> list[int] | None:
    """Return integers that are an input in newer operator sets and an attribute in older."""
    value = optional(inputs, number)
    if value is not None:
        return [int(v) for v in value.reshape(-1)]
    return list(integers(node, name)) if name in node.attributes else None


# Constants and types -----------------------------------------------------------------------------

_CAST = {
    1: np.float32,
    2: np.uint8,
    3: np.int8,
    4: np.uint16,
    5: np.int16,
    6: np.int32,
    7: np.int64,
    9: np.bool_,
    10: np.float16,
    11: np.float64,
}


def _cast(node: Node, inputs: Inputs) -> list[Array]:
    kind = integer(node, "to", 0)
    if kind not in _CAST:
        raise ValueError(f"cannot cast to data type {kind}")
    return [given(inputs, 0).astype(_CAST[kind], copy=False)]


def _constant(node: Node, inputs: Inputs) -> list[Array]:
    for name, value in node.attributes.items():
        if name == "value" and isinstance(value, np.ndarray):
            return [value]
        if name in ("value_int", "value_ints"):
            return [np.array(value, np.int64)]
        if name in ("value_float", "value_floats"):
            return [np.array(value, np.float32)]
    raise ValueError("it holds no value")


def _constant_of_shape(node: Node, inputs: Inputs) -> list[Array]:
    value = node.attributes.get("value")
    fill = value.reshape(-1)[:1] if isinstance(value, np.ndarray) else np.zeros(1, np.float32)
    return [np.full(_sizes(given(inputs, 0)), fill[0], fill.dtype)]


def _range(node: Node, inputs: Inputs) -> list[Array]:
    start, limit, delta = (given(inputs, number).reshape(-1)[0] for number in range(3))
    return [np.arange(start, limit, delta, dtype=start.dtype)]


def _equal(node: Node, inputs: Inputs) -> list[Array]:
    return [np.asarray(np.equal(given(inputs, 0), given(inputs, 1)))]


def _where(node: Node, inputs: Inputs) -> list[Array]:
    return [np.where(given(inputs, 0), given(inputs, 1), given(inputs, 2))]


# Shapes ------------------------------------------------------------------------------------------


def _sizes(tensor: Array) -> tuple[int, ...]:
    return tuple(int(size) for size in tensor.reshape(-1))


def _shape(node: Node, inputs: Inputs) -> list[Array]:
    shape = given(inputs, 0).shape
    start, end = integer(node, "start", 0), integer(node, "end", len(shape))
    return [np.array(shape[start:end], np.int64)]


def _reshape(node: Node, inputs: Inputs) -> list[Array]:
    data = given(inputs, 0)
    sizes = list(_sizes(given(inputs, 1)))
    if not integer(node, "allowzero", 0):
        sizes = [data.shape[axis] if size == 0 else size for axis, size in enumerate(sizes)]
    return [data.reshape(sizes)]


def _squeeze(node: Node, inputs: Inputs) -> list[Array]:
    data = given(inputs, 0)
    axes = _listed(node, inputs, 1, "axes")
    return [np.squeeze(data, None if axes is None else tuple(axes))]


def _unsqueeze(node: Node, inputs: Inputs) -> list[Array]:
    return [np.expand_dims(given(inputs, 0), tuple(_listed(node, inputs, 1, "axes") or ()))]


def _transpose(node: Node, inputs: Inputs) -> list[Array]:
    return [np.transpose(given(inputs, 0), integers(node, "perm") or None)]


def _expand(node: Node, inputs: Inputs) -> list[Array]:
    data = given(inputs, 0)
    return [np.broadcast_to(data, np.broadcast_shapes(data.shape, _sizes(given(inputs, 1))))]


def _concat(node: Node, inputs: Inputs) -> list[Array]:
    parts = [given(inputs, number) for number in range(len(inputs))]
    return [np.concatenate(parts, axis=integer(node, "axis", 0))]


def _split(node: Node, inputs: Inputs) -> list[Array]:
    data = given(inputs, 0)
    axis = integer(node, "axis", 0)
    sizes = _listed(node, inputs, 1, "split")
    if sizes is None:
        count = integer(node, "num_outputs", len(node.outputs))
        size = -(-data.shape[axis] // count)
        sizes = [size] * (count - 1) + [data.shape[axis] - size * (count - 1)]
    if sum(sizes) != data.shape[axis] or min(sizes) < 0:
        raise ValueError("the parts do not add up to the whole")
    return list(np.split(data, np.cumsum(sizes)[:-1], axis=axis))


def _slice(node: Node, inputs: Inputs) -> list[Array]:
    data = given(inputs, 0)
    starts, ends = _sizes(given(inputs, 1)), _sizes(given(inputs, 2))
    axes, steps = optional(inputs, 3), optional(inputs, 4)
    of_axes = _sizes(axes) if axes is not None else tuple(range(len(starts)))
    of_steps = _sizes(steps) if steps is not None else (1,) * len(starts)
    window = [slice(None)] * data.ndim
    for axis, start, end, step in zip(of_axes, starts, ends, of_steps):
        window[axis] = slice(start, end, step)
    return [data[tuple(window)]]


def _gather(node: Node, inputs: Inputs) -> list[Array]:
    indices = given(inputs, 1)
    return [np.asarray(np.take(given(inputs, 0), indices, axis=integer(node, "axis", 0)))]


def _depth_to_space(node: Node, inputs: Inputs) -> list[Array]:
    data = given(inputs, 0)
    n, channels, height, width = data.shape
    r = integer(node, "blocksize", 1)
    if text(node, "mode", "DCR") == "DCR":
        parts = data.reshape(n, r, r, channels // (r * r), height, width)
        parts = parts.transpose(0, 3, 4, 1, 5, 2)
    else:
        parts = data.reshape(n, channels // (r * r), r, r, height, width)
        parts = parts.transpose(0, 1, 4, 2, 5, 3)
    return [parts.reshape(n, channels // (r * r), height * r, width * r)]


def _space_to_depth(node: Node, inputs: Inputs) -> list[Array]:
    data = given(inputs, 0)
    n, channels, height, width = data.shape
    r = integer(node, "blocksize", 1)
    parts = data.reshape(n, channels, height // r, r, width // r, r)
    return [parts.transpose(0, 3, 5, 1, 2, 4).reshape(n, channels * r * r, height // r, width // r)]


_PAD_MODES = {"constant": "constant", "reflect": "reflect", "edge": "edge"}


def _pad(node: Node, inputs: Inputs) -> list[Array]:
    data = given(inputs, 0)
    pads = _sizes(given(inputs, 1))
    axes = optional(inputs, 3)
    of_axes = _sizes(axes) if axes is not None else tuple(range(data.ndim))
    widths = [(0, 0)] * data.ndim
    for number, axis in enumerate(of_axes):
        widths[axis] = (pads[number], pads[number + len(of_axes)])
    # negative widths cut off
    cut = tuple(slice(max(0, -a), n - max(0, -b)) for n, (a, b) in zip(data.shape, widths))
    widths = [(max(0, a), max(0, b)) for a, b in widths]
    mode = _PAD_MODES[text(node, "mode", "constant")]
    data = data[cut]
    if mode == "reflect" and any(max(w) >= n for w, n in zip(widths, data.shape) if any(w)):
        raise ValueError(f"an image of shape {data.shape} is too small to be reflected")
    if mode == "constant":
        fill = optional(inputs, 2)
        value = 0 if fill is None else fill.reshape(-1)[0]
        return [np.pad(data, widths, mode="constant", constant_values=value)]
    return [np.pad(data, widths, mode="reflect" if mode == "reflect" else "edge")]


# Reductions --------------------------------------------------------------------------------------

_REDUCTIONS: dict[str, Callable[..., Array | np.generic]] = {
    "ReduceMax": np.max,
    "ReduceMean": np.mean,
    "ReduceMin": np.min,
    "ReduceSum": np.sum,
}


def _reduce(node: Node, inputs: Inputs) -> list[Array]:
    data = given(inputs, 0)
    axes = _listed(node, inputs, 1, "axes")
    if not axes and integer(node, "noop_with_empty_axes", 0):
        return [data]
    function = _REDUCTIONS[node.op_type]
    keep = bool(integer(node, "keepdims", 1))
    return [np.asarray(function(data, axis=tuple(axes) if axes else None, keepdims=keep))]


def _global_pool(node: Node, inputs: Inputs) -> list[Array]:
    data = given(inputs, 0)
    axes = tuple(range(2, data.ndim))
    if node.op_type == "GlobalMaxPool":
        return [np.asarray(np.max(data, axis=axes, keepdims=True))]
    return [np.asarray(np.mean(data, axis=axes, keepdims=True))]


def _softmax(node: Node, inputs: Inputs) -> list[Array]:
    data = given(inputs, 0)
    axis = integer(node, "axis", -1)
    powers = np.subtract(data, np.max(data, axis=axis, keepdims=True))
    np.exp(powers, out=powers)
    np.divide(powers, np.sum(powers, axis=axis, keepdims=True), out=powers)
    return [powers]


# Windows -----------------------------------------------------------------------------------------


def _average_pool(node: Node, inputs: Inputs) -> list[Array]:
    kernel = integers(node, "kernel_shape")
    include = bool(integer(node, "count_include_pad", 0))
    return [average_pool(given(inputs, 0), *_windows(node, kernel), include)]


def _max_pool(node: Node, inputs: Inputs) -> list[Array]:
    return [max_pool(given(inputs, 0), *_windows(node, integers(node, "kernel_shape")))]


def _windows(
    node: Node, kernel: tuple[int, ...]
) -> tuple[tuple[int, ...], tuple[int, ...], tuple[int, ...]]:
    return kernel, integers(node, "strides", (1, 1)), integers(node, "pads", (0, 0, 0, 0))


def _resize(node: Node, inputs: Inputs) -> list[Array]:
    data = given(inputs, 0)
    scales, sizes = optional(inputs, 2), optional(inputs, 3)
    coefficient = node.attributes.get("cubic_coeff_a", -0.75)
    return [
        resize(
            data,
            scales=None if scales is None or not scales.size else [float(s) for s in scales],
            sizes=None if sizes is None else _sizes(sizes),
            mode=text(node, "mode", "nearest"),
            coordinates=text(node, "coordinate_transformation_mode", "half_pixel"),
            rounding=text(node, "nearest_mode", "round_prefer_floor"),
            coefficient=coefficient if isinstance(coefficient, float) else -0.75,
        )
    ]


OPERATORS: dict[str, Operator] = {
    "AveragePool": _average_pool,
    "Cast": _cast,
    "Concat": _concat,
    "Constant": _constant,
    "ConstantOfShape": _constant_of_shape,
    "DepthToSpace": _depth_to_space,
    "Equal": _equal,
    "Expand": _expand,
    "Gather": _gather,
    "GlobalAveragePool": _global_pool,
    "GlobalMaxPool": _global_pool,
    "MaxPool": _max_pool,
    "Pad": _pad,
    "Range": _range,
    "Reshape": _reshape,
    "Resize": _resize,
    "Shape": _shape,
    "Slice": _slice,
    "Softmax": _softmax,
    "SpaceToDepth": _space_to_depth,
    "Split": _split,
    "Squeeze": _squeeze,
    "Transpose": _transpose,
    "Unsqueeze": _unsqueeze,
    "Where": _where,
    **dict.fromkeys(_REDUCTIONS, _reduce),
}

# Options of operators that would change the result and are not implemented.
_REFUSED: dict[str, dict[str, tuple[object, ...]]] = {
    "AveragePool": {"ceil_mode": (1,), "auto_pad": ("SAME_UPPER", "SAME_LOWER", "VALID")},
    "MaxPool": {"ceil_mode": (1,), "auto_pad": ("SAME_UPPER", "SAME_LOWER", "VALID")},
    "Pad": {"mode": ("wrap",)},
    "Resize": {
        "antialias": (1,),
        "exclude_outside": (1,),
        "coordinate_transformation_mode": ("tf_crop_and_resize", "half_pixel_symmetric"),
        "keep_aspect_ratio_policy": ("not_larger", "not_smaller"),
    },
}


def refused_option(node: Node) -> str | None:
    """Return the option of a node that this engine does not know, or None."""
    for name, values in _REFUSED.get(node.op_type, {}).items():
        if node.attributes.get(name) in values:
            return f"{name}={node.attributes[name]}"
    if node.op_type in ("AveragePool", "MaxPool"):
        if any(d != 1 for d in integers(node, "dilations")) or len(node.outputs) > 1:
            return "dilations or indices"
        if len(integers(node, "kernel_shape")) != 2:
            return "kernel_shape"
    if node.op_type == "Resize" and "axes" in node.attributes:
        return "axes"
    return None
