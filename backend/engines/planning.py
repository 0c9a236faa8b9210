"""From a graph of nodes to a list of steps, worked out once when a model is loaded.

Nodes that depend on weights alone are computed here; pointwise nodes become programs; what lies
right around a convolution becomes part of it; every value is dropped after its last use. Each step
takes the values by name, so the plan holds no image and serves blocks of any size.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Union

import numpy as np

from qgis_pansharp.backend.arrays import Array
from qgis_pansharp.backend.engines.base import Watch, unwatched
from qgis_pansharp.backend.engines.convolution import Convolution
from qgis_pansharp.backend.engines.operators import (
    OPERATORS,
    integer,
    integers,
    refused_option,
    text,
)
from qgis_pansharp.backend.engines.pointwise import (
    POINTWISE,
    Apply,
    BoundProgram,
    Program,
    activation_of,
    compile_program,
)
from qgis_pansharp.backend.engines.workers import Workers
from qgis_pansharp.backend.models.onnx_file import Graph, Node

Values = dict[str, Array]


@dataclass(frozen=True)
class OperatorStep:
    """One node, by its plain operator."""

    node: Node
    frees: tuple[str, ...] = ()

    @property
    def reads(self) -> tuple[str, ...]:
        """The names of the values that it needs."""
        return tuple(name for name in self.node.inputs if name)

    def run(self, values: Values, workers: Workers) -> None:
        """Add the outputs to `values`."""
        inputs = [values[name] if name else None for name in self.node.inputs]
        outputs = OPERATORS[self.node.op_type](self.node, inputs)
        values.update(zip(self.node.outputs, outputs))


@dataclass(frozen=True)
class ProgramStep:
    """A tree of pointwise nodes."""

    program: Program
    frees: tuple[str, ...] = ()

    @property
    def reads(self) -> tuple[str, ...]:
        """The names of the values that it needs."""
        return self.program.leaves

    def run(self, values: Values, workers: Workers) -> None:
        """Add the tree's result to `values`."""
        values[self.program.result] = BoundProgram(self.program, values).whole(workers)


@dataclass(frozen=True)
class ConvolutionStep:
    """A convolution of concatenated sources, an activation before and a program after it."""

    convolution: Convolution
    sources: tuple[str, ...]
    output: str
    activation: Apply | None = None
    program: Program | None = None
    frees: tuple[str, ...] = ()

    @property
    def reads(self) -> tuple[str, ...]:
        """The names of the values that it needs."""
        after = self.program.leaves if self.program else ()
        return self.sources + tuple(name for name in after if name != self.output)

    def run(self, values: Values, workers: Workers) -> None:
        """Add the result to `values`."""
        images = [values[name] for name in self.sources]
        if len(images[0]) != 1:
            raise ValueError("only one image at a time can be sharpened")
        sources = [image[0] for image in images]
        shape = self.convolution.output_shape(*sources[0].shape[1:])
        if self.program is None:
            out = self.convolution.run(sources, workers, self.activation)
            values[self.output] = out[np.newaxis]
            return
        bound = BoundProgram(self.program, values, (self.output, (1, *shape)))
        if bound.can_stream and len(bound.shape) == 4 and bound.shape[0] == 1:
            out = self.convolution.run(sources, workers, self.activation, bound)
            values[self.program.result] = out[np.newaxis]
            return
        out = self.convolution.run(sources, workers, self.activation)
        leaves = {**values, self.output: out[np.newaxis]}
        values[self.program.result] = BoundProgram(self.program, leaves).whole(workers)


Step = Union[OperatorStep, ProgramStep, ConvolutionStep]


@dataclass(frozen=True)
class Plan:
    """Steps in order of execution, and the constants that they read."""

    steps: tuple[Step, ...]
    constants: Values
    outputs: tuple[str, ...]

    def run(self, inputs: Values, workers: Workers, watch: Watch = unwatched) -> list[Array]:
        """Return the graph's outputs for its inputs, by name.

        Raises:
            ValueError, IndexError, TypeError, KeyError: the inputs do not suit the graph.
        """
        values: Values = {**self.constants, **inputs}
        for number, step in enumerate(self.steps):
            watch(number / len(self.steps))
            step.run(values, workers)
            for name in step.frees:
                del values[name]
        return [values[name] for name in self.outputs]


def make_plan(graph: Graph) -> Plan:
    """Turn a graph into a plan.

    Raises:
        ValueError: an operator or option is not known, or a constant cannot be computed.
    """
    known = {"", *graph.initialisers, *(info.name for info in graph.inputs)}
    for node in graph.nodes:
        _check(node)
        if not known.issuperset(node.inputs):
            raise ValueError(f"its operator {node.op_type} uses a value that nothing computes")
        known.update(node.outputs)
    if not known.issuperset(info.name for info in graph.outputs):
        raise ValueError("nothing computes its output")
    outputs = {info.name for info in graph.outputs}
    nodes, constants = _fold(graph)
    nodes = _needed(nodes, outputs)
    steps = _Fusion(nodes, constants, outputs).steps()
    names = tuple(info.name for info in graph.outputs)
    read = {name for step in steps for name in step.reads}.union(names)
    constants = {name: value for name, value in constants.items() if name in read}
    return Plan(_with_frees(steps, constants, outputs), constants, names)


def _check(node: Node) -> None:
    known = node.op_type in OPERATORS or node.op_type in POINTWISE or node.op_type == "Conv"
    if node.domain or not known:
        name = f"{node.domain}.{node.op_type}" if node.domain else node.op_type
        raise ValueError(f"it uses the operator {name}, which the built-in engine does not know")
    if not node.outputs or (node.op_type not in ("Constant",) and not node.inputs):
        raise ValueError(f"its operator {node.op_type} has no inputs or outputs")
    option = refused_option(node)
    if option:
        raise ValueError(
            f"it uses the operator {node.op_type} with {option}, which the built-in engine does "
            "not know"
        )


def _fold(graph: Graph) -> tuple[list[Node], Values]:
    """Compute what depends on weights alone; return the other nodes and all constants."""
    constants: Values = dict(graph.initialisers)
    rest = []
    workers = Workers(1)
    for node in graph.nodes:
        if not all(name in constants for name in node.inputs if name) or node.op_type == "Conv":
            rest.append(node)
        elif node.op_type in POINTWISE:
            ProgramStep(compile_program([node])).run(constants, workers)
        else:
            OperatorStep(node).run(constants, workers)
    return rest, constants


def _needed(nodes: list[Node], outputs: set[str]) -> list[Node]:
    """Drop nodes whose results nobody uses."""
    wanted = set(outputs)
    kept = []
    for node in reversed(nodes):
        if wanted.intersection(node.outputs):
            kept.append(node)
            wanted.update(node.inputs)
    return kept[::-1]


def _with_frees(steps: list[Step], constants: Values, outputs: Iterable[str]) -> tuple[Step, ...]:
    """Tell each step which values nobody reads after it."""
    kept = {*outputs, *constants}
    done: list[Step] = []
    for step in reversed(steps):
        frees = tuple(dict.fromkeys(name for name in step.reads if name not in kept))
        kept.update(frees)
        done.append(replace(step, frees=frees))
    return tuple(done[::-1])


class _Fusion:
    """Finds what can be done together.

    A node joins the one that uses its result when nobody else does, so no value is lost and the
    order of execution stays valid: a joined node runs when the node that it joined runs.
    """

    def __init__(self, nodes: list[Node], constants: Values, outputs: set[str]) -> None:
        self.nodes = nodes
        self.constants = constants
        self.producer = {name: node for node in nodes for name in node.outputs}
        self.position = {id(node): number for number, node in enumerate(nodes)}
        self.users: dict[str, list[Node]] = {}
        for node in nodes:
            for name in dict.fromkeys(node.inputs):
                self.users.setdefault(name, []).append(node)
        self.outputs = outputs
        self.joined: set[int] = set()

    def steps(self) -> list[Step]:
        """Return all steps in order."""
        prologues = {
            id(node): self._prologue(node)
            for node in self.nodes
            if node.op_type == "Conv" and integer(node, "group", 1) == 1
        }
        trees = self._trees()
        steps: list[Step] = []
        for node in self.nodes:
            if id(node) in self.joined:
                continue
            if node.op_type == "Conv":
                steps.append(self._convolution(node, prologues, None))
            elif node.op_type not in POINTWISE:
                steps.append(OperatorStep(node))
            else:
                program = compile_program(trees[id(node)])
                heart = self.hearts.get(id(node))
                if heart is None:
                    steps.append(ProgramStep(program))
                else:
                    steps.append(self._convolution(heart, prologues, program))
        return steps

    def _only_user(self, name: str) -> Node | None:
        users = self.users.get(name, [])
        return users[0] if len(users) == 1 and name not in self.outputs else None

    def _prologue(self, convolution: Node) -> tuple[tuple[str, ...], Apply | None]:
        """Return a convolution's sources and the activation that it applies to them."""
        activation: Apply | None = None
        name = convolution.inputs[0]
        producer = self.producer.get(name)
        if producer and self._only_user(name):
            activation = activation_of(producer)
            source = self.producer.get(producer.inputs[0])
            # what is computed for this activation alone does better to apply it itself
            own = source and self._only_user(producer.inputs[0])
            if own and source and (source.op_type in POINTWISE or source.op_type == "Conv"):
                activation = None
            if activation:
                self.joined.add(id(producer))
                name = producer.inputs[0]
                producer = self.producer.get(name)
        if (
            producer
            and producer.op_type == "Concat"
            and integer(producer, "axis", 0) in (1, -3)
            and self._only_user(name)
            and not any(part in self.constants for part in producer.inputs)
        ):
            self.joined.add(id(producer))
            return producer.inputs, activation
        return (name,), activation

    def _trees(self) -> dict[int, list[Node]]:
        """Return the nodes of each tree in order of execution, by the id of its last node.

        Also notes in `hearts` which convolution, if any, runs with the tree.
        """
        trees: dict[int, list[Node]] = {}
        self.hearts: dict[int, Node] = {}
        for node in self.nodes:
            if node.op_type not in POINTWISE or id(node) in self.joined:
                continue
            tree = [node]
            convolutions = []
            for name in dict.fromkeys(node.inputs):
                producer = self.producer.get(name)
                if producer is None or self._only_user(name) is not node:
                    continue
                if id(producer) in trees:
                    tree += trees.pop(id(producer))
                    self.joined.add(id(producer))
                    heart = self.hearts.pop(id(producer), None)
                    if heart:
                        convolutions.append(heart)
                elif producer.op_type == "Conv":
                    convolutions.append(producer)
            trees[id(node)] = sorted(tree, key=lambda n: self.position[id(n)])
            if convolutions:
                heart = max(convolutions, key=lambda n: self.position[id(n)])
                self.hearts[id(node)] = heart
        self.joined.update(id(heart) for heart in self.hearts.values())
        return trees

    def _convolution(
        self,
        node: Node,
        prologues: dict[int, tuple[tuple[str, ...], Apply | None]],
        program: Program | None,
    ) -> Step:
        sources, activation = prologues.get(id(node), (node.inputs[:1], None))
        return ConvolutionStep(self._prepared(node), sources, node.outputs[0], activation, program)

    def _prepared(self, node: Node) -> Convolution:
        """Return the node's weights and geometry.

        Raises:
            ValueError: the weights are not constants, or not those of a 2D convolution.
        """
        tensors = [self.constants.get(name) for name in node.inputs[1:] if name]
        if not 1 <= len(tensors) <= 2 or any(tensor is None for tensor in tensors):
            raise ValueError("it has a convolution without constant weights")
        weights, bias = [np.asarray(t, dtype=np.float32) for t in (*tensors, 0)][:2]
        group = integer(node, "group", 1)
        pads = integers(node, "pads", (0, 0, 0, 0))
        strides, dilations = integers(node, "strides", (1, 1)), integers(node, "dilations", (1, 1))
        if (
            weights.ndim != 4
            or 0 in weights.shape
            or group < 1
            or weights.shape[0] % group
            or (len(tensors) == 2 and bias.shape != weights.shape[:1])
            or (len(pads), len(strides), len(dilations)) != (4, 2, 2)
            or min(strides + dilations) < 1
            or min(pads) < 0
            or text(node, "auto_pad", "NOTSET") not in ("NOTSET", "VALID")
        ):
            raise ValueError("it has a convolution that the built-in engine does not know")
        return Convolution(
            weights,
            bias if len(tensors) == 2 else None,
            group,
            (strides[0], strides[1]),
            (dilations[0], dilations[1]),
            (pads[0], pads[1], pads[2], pads[3]),
        )
