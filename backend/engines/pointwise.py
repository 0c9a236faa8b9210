"""Operators that act on every value by itself, and programs made of them.

A program is a tree of such operators with one result. It is evaluated strip by strip, all its
operators on one strip of rows before the next, so that intermediate values stay in the
processor's cache instead of travelling to memory and back once for each operator.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Callable

import numpy as np

from qgis_pansharp.backend.arrays import Array
from qgis_pansharp.backend.engines.workers import Scratch, Workers
from qgis_pansharp.backend.models.onnx_file import Node

Apply = Callable[[Sequence[Array], Array], None]

# Bytes of one intermediate value of a strip. Smaller ones would fit a core's own cache, but then
# threads spend their time waiting for Python's lock between two operators.
STRIP_BYTES = 1024 * 1024


@dataclass(frozen=True)
class Instruction:
    """`apply(operands, out)` writes `result`; `slot` numbers the buffer that may hold it."""

    apply: Apply
    operands: tuple[str, ...]
    result: str
    slot: int


@dataclass(frozen=True)
class Program:
    """Instructions in order; `leaves` are the values that come from outside."""

    instructions: tuple[Instruction, ...]
    leaves: tuple[str, ...]

    @property
    def result(self) -> str:
        """The name of the last value."""
        return self.instructions[-1].result


# The operators -----------------------------------------------------------------------------------


def _ufunc(function: Callable[..., object]) -> Apply:
    def apply(operands: Sequence[Array], out: Array) -> None:
        function(*operands, out=out)

    return apply


def _divide(operands: Sequence[Array], out: Array) -> None:
    a, b = operands
    if np.issubdtype(out.dtype, np.integer):
        # ONNX rounds quotients of integers towards zero
        np.copyto(out, np.abs(a) // np.abs(b) * (np.sign(a) * np.sign(b)), casting="unsafe")
    else:
        np.divide(a, b, out=out)


def _sigmoid(operands: Sequence[Array], out: Array) -> None:
    # exp overflows to infinity for very negative values, which rightly ends as zero
    np.negative(operands[0], out=out)
    np.exp(out, out=out)
    np.add(out, 1, out=out)
    np.reciprocal(out, out=out)


def _relu(operands: Sequence[Array], out: Array) -> None:
    np.maximum(operands[0], 0, out=out)


def leaky_relu(slope: float) -> Apply:
    """Return the operator `x` where positive, `slope * x` elsewhere."""
    factor = np.float32(slope)

    def apply(operands: Sequence[Array], out: Array) -> None:
        np.multiply(operands[0], factor, out=out)
        if 0 <= slope <= 1:
            np.maximum(operands[0], out, out=out)
        else:
            np.copyto(out, operands[0], where=operands[0] > 0)

    return apply


_PLAIN: dict[str, Apply] = {
    "Abs": _ufunc(np.absolute),
    "Add": _ufunc(np.add),
    "Div": _divide,
    "Exp": _ufunc(np.exp),
    "Floor": _ufunc(np.floor),
    "Log": _ufunc(np.log),
    "Mul": _ufunc(np.multiply),
    "Neg": _ufunc(np.negative),
    "Pow": _ufunc(np.power),
    "Reciprocal": _ufunc(np.reciprocal),
    "Relu": _relu,
    "Sigmoid": _sigmoid,
    "Sqrt": _ufunc(np.sqrt),
    "Sub": _ufunc(np.subtract),
}
_FOLDED: dict[str, Apply] = {"Max": _ufunc(np.maximum), "Min": _ufunc(np.minimum)}

POINTWISE = frozenset(_PLAIN) | frozenset(_FOLDED) | {"Clip", "LeakyRelu", "Identity"}


def _steps(node: Node) -> list[tuple[Apply, tuple[str, ...], str]]:
    """Return a node as operations of at most two operands."""
    result = node.outputs[0]
    if node.op_type in _PLAIN:
        return [(_PLAIN[node.op_type], node.inputs, result)]
    activation = activation_of(node)
    if activation is not None:
        return [(activation, node.inputs, result)]
    if node.op_type == "Clip":
        bounds = [*node.inputs[1:], "", ""]
        pairs = [(_FOLDED["Max"], bounds[0]), (_FOLDED["Min"], bounds[1])]
    else:
        pairs = [(_FOLDED.get(node.op_type, _copy), name) for name in node.inputs[1:]]
    pairs = [(apply, name) for apply, name in pairs if name]
    if not pairs:
        return [(_copy, node.inputs[:1], result)]
    steps: list[tuple[Apply, tuple[str, ...], str]] = []
    left = node.inputs[0]
    for number, (apply, name) in enumerate(pairs, start=1):
        target = result if number == len(pairs) else f"{result}/{number}"
        steps.append((apply, (left, name), target))
        left = target
    return steps


def activation_of(node: Node) -> Apply | None:
    """Return the function of a rectifier, None for any other node."""
    if node.op_type == "Relu":
        return _relu
    if node.op_type != "LeakyRelu":
        return None
    slope = node.attributes.get("alpha", 0.01)
    return leaky_relu(slope if isinstance(slope, float) else 0.01)


def _copy(operands: Sequence[Array], out: Array) -> None:
    np.copyto(out, operands[0])


def compile_program(nodes: Sequence[Node]) -> Program:
    """Turn a tree of pointwise nodes, in order of execution, into a program."""
    steps = [step for node in nodes for step in _steps(node)]
    inner = {result for _, _, result in steps}
    last_use = {name: number for number, (_, names, _) in enumerate(steps) for name in names}
    leaves: dict[str, None] = {}
    slot_of: dict[str, int] = {}
    free: list[int] = []
    instructions = []
    for number, (apply, operands, result) in enumerate(steps):
        slot_of[result] = free.pop() if free else len(slot_of)
        instructions.append(Instruction(apply, operands, result, slot_of[result]))
        for name in dict.fromkeys(operands):
            if name not in inner:
                leaves[name] = None
            elif last_use[name] == number:
                free.append(slot_of[name])
    return Program(tuple(instructions), tuple(leaves))


# Evaluation --------------------------------------------------------------------------------------


class BoundProgram:
    """A program together with its leaves, ready to be evaluated on strips of rows.

    One leaf may be streamed: only its shape is known beforehand, its rows come with each strip.
    """

    def __init__(
        self,
        program: Program,
        leaves: Mapping[str, Array],
        streamed: tuple[str, tuple[int, ...]] | None = None,
    ) -> None:
        self._streamed = streamed[0] if streamed else ""
        shapes = {name: leaves[name].shape for name in program.leaves if name != self._streamed}
        if streamed:
            shapes[streamed[0]] = streamed[1]
        for instruction in program.instructions:
            shapes[instruction.result] = np.broadcast_shapes(
                *[shapes[name] for name in instruction.operands]
            )
        self.shape = shapes[program.result]
        self.height = self.shape[-2] if len(self.shape) > 1 else 1
        row_bytes = 4 * max(1, math.prod(self.shape) // max(1, self.height))
        self.rows_per_strip = max(1, STRIP_BYTES // row_bytes)
        self.can_stream = not streamed or _rows(streamed[1]) == self.height
        values = {name: leaves[name] for name in program.leaves if name != self._streamed}
        self.dtype = np.result_type(*values.values()) if values else np.dtype(np.float32)
        # what is the same in every row is computed once
        self._constant: dict[str, Array] = {}
        self._by_rows: dict[str, Array] = {}
        for name, value in values.items():
            varies = self.height > 1 and _rows(value.shape) > 1
            (self._by_rows if varies else self._constant)[name] = value
        self._instructions = []
        for instruction in program.instructions:
            shape = shapes[instruction.result]
            known = all(name in self._constant for name in instruction.operands)
            if known and self.height > 1 and instruction.result != program.result:
                value = np.empty(shape, self.dtype)
                instruction.apply([self._constant[n] for n in instruction.operands], value)
                self._constant[instruction.result] = value
            else:
                self._instructions.append((instruction, shape))

    def rows(
        self,
        first: int,
        last: int,
        out: Array,
        scratch: Scratch,
        streamed: Array | None = None,
    ) -> None:
        """Write rows `first` to `last` (excluded) of the result to `out`.

        `streamed` holds the same rows of the streamed leaf.
        """
        step = self.rows_per_strip
        for start in range(first, last, step):
            stop = min(start + step, last)
            inside = slice(start - first, stop - first)
            part = None if streamed is None else streamed[..., inside, :]
            self._strip(start, stop, out[..., inside, :] if self.height > 1 else out, scratch, part)

    def _strip(
        self, first: int, last: int, out: Array, scratch: Scratch, streamed: Array | None
    ) -> None:
        values = dict(self._constant)
        for name, leaf in self._by_rows.items():
            values[name] = leaf[..., first:last, :]
        if streamed is not None:
            values[self._streamed] = streamed
        final = self._instructions[-1][0]
        for instruction, shape in self._instructions:
            if instruction is final:
                target = out
            else:
                if _rows(shape) > 1:
                    shape = (*shape[:-2], last - first, shape[-1])
                if self.dtype == np.float32:
                    target = scratch.take(f"slot {instruction.slot}", shape)
                else:
                    target = np.empty(shape, self.dtype)
            instruction.apply([values[name] for name in instruction.operands], target)
            values[instruction.result] = target

    def whole(self, workers: Workers) -> Array:
        """Return the whole result."""
        out = np.empty(self.shape, self.dtype)

        def strip(first: int, last: int, scratch: Scratch) -> None:
            self.rows(first, last, out[..., first:last, :] if self.height > 1 else out, scratch)

        # a few long strips for each thread; `rows` walks them in steps that fit the cache
        share = -(-self.height // (4 * workers.threads))
        small = out.nbytes < 4 * STRIP_BYTES
        workers.over_rows(self.height, self.height if small else share, strip)
        return out


def _rows(shape: tuple[int, ...]) -> int:
    return shape[-2] if len(shape) > 1 else 1
