"""A small reader of .onnx files: the standard library and NumPy, no `onnx` package.

An .onnx file is one protobuf message: a sequence of fields, each a number, a wire type and a
value, where a value may again be such a message. Only the fields that our engines need are read;
all others are stepped over. Whatever is wrong with a file ends as one `ModelError`.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Union

import numpy as np

from qgis_pansharp.backend.arrays import Array
from qgis_pansharp.backend.errors import ModelError
from qgis_pansharp.backend.messages import Message

Attribute = Union[int, float, str, tuple[int, ...], tuple[float, ...], tuple[str, ...], Array]

# Our models are a few megabytes; a larger file was chosen by mistake and is not worth reading.
LARGEST_FILE = 1 << 29


@dataclass(frozen=True)
class ValueInfo:
    """An input or output of the graph.

    `shape` holds a size, the name of a dynamic size, or "" where nothing is said.
    """

    name: str
    shape: tuple[int | str, ...]


@dataclass(frozen=True)
class Node:
    """One operation of the graph; an omitted optional input is the empty name."""

    op_type: str
    inputs: tuple[str, ...]
    outputs: tuple[str, ...]
    attributes: dict[str, Attribute] = field(default_factory=dict)
    name: str = ""
    domain: str = ""


@dataclass(frozen=True)
class Graph:
    """Nodes in the order of execution, with the weights as they are stored (fp16 stays fp16)."""

    nodes: tuple[Node, ...]
    initialisers: dict[str, Array]
    inputs: tuple[ValueInfo, ...]
    outputs: tuple[ValueInfo, ...]


@dataclass(frozen=True)
class OnnxFile:
    """What an .onnx file holds; `opset` is the version of the default operator set."""

    graph: Graph
    opset: int
    metadata: dict[str, str]


def read_onnx(path: str | Path) -> OnnxFile:
    """Read the graph, its weights and the metadata.

    Raises:
        ModelError: the file is missing, damaged, not an ONNX model, or keeps weights elsewhere.
    """
    content = _content(path)
    try:
        return _model(content)
    except _DamagedError as problem:
        raise _error(path, problem.reason) from problem


def read_metadata(path: str | Path) -> dict[str, str]:
    """Read only the metadata, stepping over graph and weights.

    Raises:
        ModelError: the file is missing, damaged or not an ONNX model.
    """
    content = _content(path)
    try:
        metadata: dict[str, str] = {}
        has_graph = False
        for number, value in _fields(content):
            if number == 14:
                _add_entry(metadata, _bytes(value))
            elif number == 7:
                _bytes(value)
                has_graph = True
    except _DamagedError as problem:
        raise _error(path, problem.reason) from problem
    if not has_graph:
        raise _error(path, Message("it holds no network"))
    return metadata


class _DamagedError(ValueError):
    """What is wrong with the file, in a few words; never leaves this module."""

    def __init__(self, reason: Message) -> None:
        super().__init__(reason)
        self.reason = reason


def _error(path: str | Path, reason: Message) -> ModelError:
    return ModelError(
        "The model file {path} cannot be used ({reason}); copy or download the file again, or "
        "choose another model.",
        path=path,
        reason=reason,
    )


def _content(path: str | Path) -> memoryview:
    try:
        file = Path(path)
        if file.stat().st_size > LARGEST_FILE:
            raise _error(path, Message("it is larger than {size} MiB", size=LARGEST_FILE >> 20))
        return memoryview(file.read_bytes())
    except OSError as problem:
        reason = problem.strerror or type(problem).__name__
        raise ModelError(
            "The model file {path} cannot be read ({reason}); check that it exists and that you "
            "may read it.",
            path=path,
            reason=reason,
        ) from problem


# The wire format ---------------------------------------------------------------------------------

_Value = Union[int, memoryview]


def _varint(content: memoryview, position: int) -> tuple[int, int]:
    """Return an unsigned number of 7-bit groups and the position after it."""
    number = 0
    for shift in range(0, 70, 7):
        if position >= len(content):
            break
        byte = content[position]
        position += 1
        number |= (byte & 0x7F) << shift
        if byte < 0x80:
            return number & 0xFFFF_FFFF_FFFF_FFFF, position
    raise _DamagedError(Message("it is damaged or not an ONNX model (a number runs past its end)"))


def _fields(content: memoryview) -> Iterator[tuple[int, _Value]]:
    """Yield field number and value; fixed-width values come as their 4 or 8 bytes."""
    position = 0
    while position < len(content):
        key, position = _varint(content, position)
        number, wire_type = key >> 3, key & 7
        if wire_type == 0:
            value, position = _varint(content, position)
            yield number, value
            continue
        if wire_type == 2:
            size, position = _varint(content, position)
        elif wire_type in (1, 5):
            size = 8 if wire_type == 1 else 4
        else:
            raise _DamagedError(
                Message("it is damaged or not an ONNX model (unknown kind of field)")
            )
        if number == 0 or size > len(content) - position:
            raise _DamagedError(Message("it is truncated, damaged or not an ONNX model"))
        yield number, content[position : position + size]
        position += size


def _bytes(value: _Value) -> memoryview:
    if isinstance(value, int):
        raise _DamagedError(Message("it is damaged (a field has the wrong kind)"))
    return value


def _text(value: _Value) -> str:
    try:
        return bytes(_bytes(value)).decode("utf-8")
    except UnicodeDecodeError as problem:
        raise _DamagedError(Message("it is damaged (a name is not text)")) from problem


def _integer(value: _Value) -> int:
    """Return an int64, which protobuf stores as its unsigned two's complement."""
    if not isinstance(value, int):
        raise _DamagedError(Message("it is damaged (a field has the wrong kind)"))
    return value - (1 << 64) if value >> 63 else value


def _integers(value: _Value) -> list[int]:
    """Return the numbers of a repeated field, which may be packed into one value."""
    if isinstance(value, int):
        return [_integer(value)]
    numbers = []
    position = 0
    while position < len(value):
        number, position = _varint(value, position)
        numbers.append(_integer(number))
    return numbers


def _floats(value: _Value, dtype: str) -> list[float]:
    content = _bytes(value)
    if len(content) % np.dtype(dtype).itemsize:
        raise _DamagedError(Message("it is damaged (numbers are cut off)"))
    numbers: list[float] = np.frombuffer(content, dtype).tolist()
    return numbers


# The messages ------------------------------------------------------------------------------------


def _model(content: memoryview) -> OnnxFile:
    graph: Graph | None = None
    opset = 0
    metadata: dict[str, str] = {}
    for number, value in _fields(content):
        if number == 7:
            graph = _graph(_bytes(value))
        elif number == 8:
            opset = _opset(_bytes(value)) or opset
        elif number == 14:
            _add_entry(metadata, _bytes(value))
        elif number == 25:
            raise _DamagedError(
                Message("it uses functions of its own, which this plugin does not run")
            )
    if graph is None:
        raise _DamagedError(Message("it holds no network"))
    if opset < 1:
        raise _DamagedError(Message("it does not say which version of ONNX's operators it uses"))
    return OnnxFile(graph, opset, metadata)


def _opset(content: memoryview) -> int:
    """Return the version of the default operator set, 0 for any other set."""
    domain, version = "", 0
    for number, value in _fields(content):
        if number == 1:
            domain = _text(value)
        elif number == 2:
            version = _integer(value)
    return version if domain in ("", "ai.onnx") else 0


def _add_entry(entries: dict[str, str], content: memoryview) -> None:
    key, text = "", ""
    for number, value in _fields(content):
        if number == 1:
            key = _text(value)
        elif number == 2:
            text = _text(value)
    entries[key] = text


def _graph(content: memoryview) -> Graph:
    nodes: list[Node] = []
    initialisers: dict[str, Array] = {}
    inputs: list[ValueInfo] = []
    outputs: list[ValueInfo] = []
    for number, value in _fields(content):
        if number == 1:
            nodes.append(_node(_bytes(value)))
        elif number == 5:
            name, tensor = _tensor(_bytes(value))
            initialisers[name] = tensor
        elif number == 11:
            inputs.append(_value_info(_bytes(value)))
        elif number == 12:
            outputs.append(_value_info(_bytes(value)))
        elif number == 15:
            raise _DamagedError(
                Message("it stores sparse weights, which this plugin does not read")
            )
    if not nodes or not outputs:
        raise _DamagedError(Message("it holds no network"))
    # files of early versions list the weights among the inputs
    given = tuple(info for info in inputs if info.name not in initialisers)
    return Graph(tuple(nodes), initialisers, given, tuple(outputs))


def _node(content: memoryview) -> Node:
    inputs: list[str] = []
    outputs: list[str] = []
    attributes: dict[str, Attribute] = {}
    texts = {3: "", 4: "", 7: ""}
    for number, value in _fields(content):
        if number == 1:
            inputs.append(_text(value))
        elif number == 2:
            outputs.append(_text(value))
        elif number in texts:
            texts[number] = _text(value)
        elif number == 5:
            name, attribute = _attribute(_bytes(value))
            attributes[name] = attribute
    domain = "" if texts[7] == "ai.onnx" else texts[7]
    return Node(texts[4], tuple(inputs), tuple(outputs), attributes, texts[3], domain)


def _attribute(content: memoryview) -> tuple[str, Attribute]:
    name, kind = "", 0
    single: Attribute = 0
    integers: list[int] = []
    floats: list[float] = []
    strings: list[str] = []
    for number, value in _fields(content):
        if number == 1:
            name = _text(value)
        elif number == 20:
            kind = _integer(value)
        elif number == 2:
            single = _one_float(value)
        elif number == 3:
            single = _integer(value)
        elif number == 4:
            single = _text(value)
        elif number == 5:
            single = _tensor(_bytes(value))[1]
        elif number == 7:
            floats += _floats(value, "<f4")
        elif number == 8:
            integers += _integers(value)
        elif number == 9:
            strings.append(_text(value))
        elif number in (6, 10, 11, 14, 15, 22, 23):
            raise _DamagedError(
                Message("its attribute '{name}' has a kind this plugin does not read", name=name)
            )
    repeated: dict[int, Attribute] = {6: tuple(floats), 7: tuple(integers), 8: tuple(strings)}
    if kind in repeated:
        return name, repeated[kind]
    # absent numbers and strings are zero and empty in protobuf
    absent: dict[int, Attribute] = {1: 0.0, 2: 0, 3: ""}
    expected = {1: float, 2: int, 3: str, 4: np.ndarray}
    if kind not in expected:
        raise _DamagedError(
            Message("its attribute '{name}' has a kind this plugin does not read", name=name)
        )
    if kind in absent and isinstance(single, int) and single == 0:
        single = absent[kind]
    if not isinstance(single, expected[kind]):
        raise _DamagedError(
            Message("it is damaged (attribute '{name}' does not hold what it says)", name=name)
        )
    return name, single


def _one_float(value: _Value) -> float:
    numbers = _floats(value, "<f4")
    if len(numbers) != 1:
        raise _DamagedError(Message("it is damaged (a number has the wrong size)"))
    return numbers[0]


def _value_info(content: memoryview) -> ValueInfo:
    name = ""
    shape: tuple[int | str, ...] = ()
    for number, value in _fields(content):
        if number == 1:
            name = _text(value)
        elif number == 2:
            for kind, type_ in _fields(_bytes(value)):
                if kind != 1:
                    continue
                for part, part_value in _fields(_bytes(type_)):
                    if part == 2:
                        shape = _shape(_bytes(part_value))
    return ValueInfo(name, shape)


def _shape(content: memoryview) -> tuple[int | str, ...]:
    sizes: list[int | str] = []
    for number, value in _fields(content):
        if number != 1:
            continue
        size: int | str = ""
        for kind, dimension in _fields(_bytes(value)):
            if kind == 1:
                size = _integer(dimension)
            elif kind == 2:
                size = _text(dimension)
        sizes.append(size)
    return tuple(sizes)


# ONNX's number of a data type, its NumPy name, and the field that holds it when not raw.
_DATA_TYPES = {
    1: ("<f4", 4),
    2: ("u1", 5),
    3: ("i1", 5),
    4: ("<u2", 5),
    5: ("<i2", 5),
    6: ("<i4", 5),
    7: ("<i8", 7),
    9: ("?", 5),
    10: ("<f2", 5),
    11: ("<f8", 10),
    12: ("<u4", 11),
    13: ("<u8", 11),
}
_MOST_AXES = 16


def _tensor(content: memoryview) -> tuple[str, Array]:
    name, data_type = "", 0
    sizes: list[int] = []
    raw: memoryview | None = None
    parts: dict[int, list[_Value]] = {}
    for number, value in _fields(content):
        if number == 1:
            sizes += _integers(value)
        elif number == 2:
            data_type = _integer(value)
        elif number == 8:
            name = _text(value)
        elif number == 9:
            raw = _bytes(value)
        elif number in (4, 5, 7, 10, 11):
            parts.setdefault(number, []).append(value)
        elif number == 13 or (number == 14 and value != 0):
            raise _DamagedError(
                Message("it keeps its weights in another file; ask for a model in one file")
            )
        elif number == 3:
            raise _DamagedError(
                Message("it stores a weight in segments, which this plugin does not read")
            )
    if data_type not in _DATA_TYPES:
        raise _DamagedError(
            Message("the weight '{name}' has a data type that this plugin does not read", name=name)
        )
    dtype, source = _DATA_TYPES[data_type]
    flat = _typed(parts.get(source, []), dtype) if raw is None else _raw(raw, dtype)
    if len(sizes) > _MOST_AXES or any(size < 0 for size in sizes) or flat.size != math.prod(sizes):
        raise _DamagedError(Message("the weight '{name}' has another size than it says", name=name))
    if flat.size == 0 and math.prod(size for size in sizes if size) >= 1 << 40:
        raise _DamagedError(Message("the weight '{name}' has an impossible shape", name=name))
    # a copy in native byte order: aligned, and free of the file's bytes
    tensor = flat.astype(np.dtype(dtype).newbyteorder("=")).reshape(sizes)
    tensor.setflags(write=False)
    return name, tensor


def _raw(content: memoryview, dtype: str) -> Array:
    if len(content) % np.dtype(dtype).itemsize:
        raise _DamagedError(Message("it is damaged (a weight is cut off)"))
    return np.frombuffer(content, dtype)


def _typed(parts: list[_Value], dtype: str) -> Array:
    """Return numbers stored one by one, each field a list of them or a single one."""
    if dtype in ("<f4", "<f8"):
        return np.array([n for part in parts for n in _floats(part, dtype)], dtype)
    numbers = np.array([n for part in parts for n in _integers(part)], dtype=np.int64)
    # half precision is stored as the bits of each number, unsigned 64 bits as two's complement
    stored = {"<f2": "<u2", "<u8": "<i8", "?": "u1"}.get(dtype, dtype)
    limits = np.iinfo(stored)
    if np.any((numbers < limits.min) | (numbers > limits.max)):
        raise _DamagedError(Message("it is damaged (a weight holds an impossible number)"))
    return numbers.astype(stored).view(dtype)
