"""A model of OpenVINO's cut into parts, so that some of its layers can run in 16 bits.

OpenVINO chooses one precision for all of a compiled model. So the layers are cut out: one part
makes what they read, one holds them, one does the rest. The rest begins at the model's own inputs
and repeats a little of what the first part did, which costs less than handing it over would.
"""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from importlib import import_module
from typing import Any

import numpy as np

PRECISION = "INFERENCE_PRECISION_HINT"
TRIAL = (64, 64, 64)  # channels, rows and columns of the convolution that is timed
TRIALS = 6

CONVOLUTIONS = ("Convolution", "GroupConvolution")
BETWEEN = ("Add", "PRelu", "LeakyRelu")  # belong to the layers whose results alone they read

Value = tuple[str, int]  # the name of the node that makes it, and which of that node's outputs


@dataclass(frozen=True)
class Part:
    """A model with the values that it takes and makes, in the order of its inputs and outputs."""

    model: Any
    takes: tuple[Value, ...]
    makes: tuple[Value, ...]
    half: bool = False


def has_layers(model: Any, prefix: str) -> bool:
    """Whether a model has weights whose names begin so."""
    return any(
        node.get_type_name() == "Constant" and node.get_friendly_name().startswith(prefix)
        for node in model.get_ops()
    )


def faster_in_bf16(openvino: Any, core: Any) -> bool:
    """Whether the processor convolves faster in bfloat16.

    OpenVINO prefers it wherever there are instructions for it; on Xeons whose matrix unit is not
    at hand they take 1.7 times as long as those for float32.
    """
    layers = import_module(f"{openvino.__name__}.opset8")
    shape = (1, *TRIAL)
    image = layers.parameter(list(shape), np.float32)
    weights = layers.constant(np.full((TRIAL[0], TRIAL[0], 3, 3), 0.01, np.float32))
    result = layers.convolution(image, weights, [1, 1], [1, 1], [1, 1], [1, 1])
    requests = []
    for precision in ("bf16", "f32"):
        settings = {PRECISION: precision, "NUM_STREAMS": "1", "INFERENCE_NUM_THREADS": "1"}
        model = openvino.Model([result], [image])
        request = core.compile_model(model, "CPU", settings).create_infer_request()
        request.set_input_tensor(openvino.Tensor(np.ones(shape, np.float32)))
        request.infer()
        requests.append(request)
    in_bf16, in_full = (_shortest(request) for request in requests)
    return in_bf16 < in_full


def _shortest(request: Any) -> float:
    """Return the shortest of a few times that a request takes, in seconds."""
    times = []
    for _ in range(TRIALS):
        begun = time.perf_counter()
        request.infer()
        times.append(time.perf_counter() - begun)
    return min(times)


def in_one(model: Any) -> list[Part]:
    """Return all of a model as one part."""
    return [Part(model, _inputs(model), _results(model))]


def cut_out(openvino: Any, model: Any, prefix: str) -> list[Part]:
    """Cut the layers with weights of such names out of a model; return its parts in their order.

    Args:
        openvino: the package.
        model: with inputs of fixed sizes; changed, but does what it did.
        prefix: of the names of weights.
    """
    passes = import_module(f"{openvino.__name__}.passes")
    folding = passes.Manager()
    folding.register_pass(passes.ConstantFolding())  # else biases seem to depend on the image
    folding.run_passes(model)
    layers = _layers(model, prefix)
    read, made = [], []
    for source, reader in _values(model):
        if source[0] not in layers and reader in layers:
            read.append(source)
        elif source[0] in layers and reader not in layers:
            made.append(source)
    inputs, results = _inputs(model), _results(model)
    read, made = list(dict.fromkeys(read)), list(dict.fromkeys(made))
    return [
        _part(openvino, model, inputs, read),
        _part(openvino, model, read, made, half=True),
        _part(openvino, model, [*inputs, *made], results),
    ]


def _layers(model: Any, prefix: str) -> set[str]:
    """Return the names of the convolutions with such weights, and of what lies between them."""
    names: set[str] = set()
    for node in model.get_ordered_ops():
        kind, name = node.get_type_name(), node.get_friendly_name()
        sources = [value.get_node() for value in node.input_values()]
        if kind in CONVOLUTIONS:
            chosen = sources[1].get_friendly_name().startswith(prefix)
        else:
            chosen = kind in BETWEEN and all(
                source.get_type_name() == "Constant" or source.get_friendly_name() in names
                for source in sources
            )
        if chosen:
            names.add(name)
    return names


def _values(model: Any) -> Iterator[tuple[Value, str]]:
    """Yield every value that is no constant, with the name of each node that reads it."""
    for node in model.get_ordered_ops():
        for value in node.input_values():
            if value.get_node().get_type_name() != "Constant":
                yield _value(value), node.get_friendly_name()


def _value(port: Any) -> Value:
    return port.get_node().get_friendly_name(), port.get_index()


def _inputs(model: Any) -> tuple[Value, ...]:
    return tuple(_value(port) for port in model.inputs)


def _results(model: Any) -> tuple[Value, ...]:
    return tuple(_value(port.get_node().input_value(0)) for port in model.outputs)


def _part(
    openvino: Any, model: Any, takes: Sequence[Value], makes: Sequence[Value], half: bool = False
) -> Part:
    """Return what leads from some of a model's values to others, as a model of its own."""
    copy = model.clone()
    nodes = {node.get_friendly_name(): node for node in copy.get_ops()}
    parameters = []
    for name, number in takes:
        node = nodes[name]
        if node.get_type_name() != "Parameter":
            port = node.output(number)
            node = openvino.op.Parameter(port.get_element_type(), port.get_partial_shape())
            for reader in port.get_target_inputs():
                reader.replace_source_output(node.output(0))
        parameters.append(node)
    results = [openvino.op.Result(nodes[name].output(number)) for name, number in makes]
    return Part(openvino.Model(results, parameters), tuple(takes), tuple(makes), half)
