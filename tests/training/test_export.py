"""A model file is the trained network: same values, same names, nothing of this computer."""

from __future__ import annotations

import getpass
import json
import shutil
import socket
from dataclasses import asdict
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import onnx
import pytest
import torch
from onnx import TensorProto, helper, numpy_helper
from onnx.reference import ReferenceEvaluator

from qgis_pansharp.backend.classical import interpolate
from qgis_pansharp.backend.engines import create_engine
from qgis_pansharp.backend.models import ModelCard, load_model
from qgis_pansharp.backend.models.card import KEY
from qgis_pansharp.backend.networks.deploy import deploy
from training.export import (
    bytes_per_pixel,
    card_of_recipe,
    halve_weights,
    rejoin,
    set_figures,
    strip,
)

from .conftest import Exported, Recipe

Array = npt.NDArray[Any]
HALO = 80
SIZES = [(16, 24), (40, 8)]  # of the result


@pytest.fixture(scope="module")
def initialisers(exported: Exported) -> dict[str, Array]:
    graph = onnx.load(str(exported.file)).graph
    return {tensor.name: numpy_helper.to_array(tensor) for tensor in graph.initializer}


def block(height: int, width: int) -> tuple[Array, Array]:
    """PAN `(1, H, W)` and MS `(4, h, w)` for a result of this size."""
    rows, columns = (height + 2 * HALO) // 4, (width + 2 * HALO) // 4
    random = np.random.default_rng(height)
    pan = random.random((1, 4 * rows, 4 * columns), dtype=np.float32)
    return pan, random.random((4, rows, columns), dtype=np.float32)


@pytest.mark.parametrize("size", SIZES)
def test_onnxruntime_equals_torch_at_any_size(exported: Exported, size: tuple[int, int]) -> None:
    pan, ms = block(*size)
    with torch.no_grad():
        deployed = deploy(exported.network, 4)
        expected = deployed(torch.from_numpy(pan)[None], torch.from_numpy(ms)[None])[0].numpy()
    with create_engine("onnxruntime", exported.file) as engine:
        result = engine.run(pan, ms)
    assert result.shape == (4, *size)
    assert result == pytest.approx(expected, abs=1e-3)  # the weights are of half precision
    interpolated = interpolate(ms, 4)[:, HALO:-HALO, HALO:-HALO]
    assert abs(result - interpolated).mean() > 0.01  # the network does something


@pytest.mark.parametrize("size", SIZES)
def test_builtin_engine_equals_onnxruntime(exported: Exported, size: tuple[int, int]) -> None:
    pan, ms = block(*size)
    results = []
    for name in ("builtin", "onnxruntime"):
        with create_engine(name, exported.file) as engine:
            results.append(engine.run(pan, ms))
    assert results[0] == pytest.approx(results[1], abs=1e-5)


def test_card_travels_in_the_file_with_the_networks_halo(
    exported: Exported, recipe: Recipe
) -> None:
    card = load_model(exported.file).card
    deployed = deploy(exported.network, 4)
    assert (card.halo, card.alignment) == (deployed.halo, deployed.alignment) == (HALO, 8)
    described = asdict(card_of_recipe(recipe))
    written = {**asdict(card), "halo": 0, "alignment": 4}
    assert written == described
    assert card.bands == ("blue", "green", "red", "nir")


def test_inputs_and_output_are_named_and_of_dynamic_size(exported: Exported) -> None:
    graph = onnx.load(str(exported.file)).graph
    assert [value.name for value in graph.input] == ["pan", "ms"]
    assert [value.name for value in graph.output] == ["sharpened"]
    for value, bands in zip([*graph.input, *graph.output], (1, 4, 4)):
        dimensions = value.type.tensor_type.shape.dim
        assert [d.dim_value for d in dimensions] == [1, bands, 0, 0]


def test_weights_keep_their_names_of_training(
    exported: Exported, initialisers: dict[str, Array]
) -> None:
    for name, weight in exported.network.state_dict().items():
        stored = initialisers[f"network.{name}"]
        assert np.array_equal(stored, weight.numpy().astype(stored.dtype)), name


def test_weights_are_stored_in_half_precision_and_small_or_rejoined_ones_in_full(
    exported: Exported, initialisers: dict[str, Array]
) -> None:
    for name, weight in exported.network.named_parameters():
        halved = weight.numel() >= 64 and not name.endswith("filter.weight")
        stored = initialisers[f"network.{name}"]
        assert stored.dtype == (np.float16 if halved else np.float32), name
    assert initialisers["enlarge.kernels"].dtype == np.float32  # nothing that was learnt


def test_file_tells_nothing_of_the_computer_that_made_it(exported: Exported) -> None:
    content = exported.file.read_bytes()
    model = onnx.load(str(exported.file))
    assert [entry.key for entry in model.metadata_props] == [KEY]
    secrets = [str(Path.home()), str(Path.cwd()), str(exported.file.parent), socket.gethostname()]
    secrets += [str(Path(torch.__file__).parent), "site-packages", "/tmp", ".py", 'File "']
    if len(getpass.getuser()) > 4:
        secrets.append(getpass.getuser())
    assert [s for s in secrets if len(s) > 2 and s.encode() in content] == []


def tiny_graph() -> onnx.ModelProto:
    """`sharpened = pan * large + small`, where both are initialisers."""
    values = {"large": np.linspace(0, 1, 64, dtype=np.float32), "small": np.ones(3, np.float32)}
    tensors = [numpy_helper.from_array(value, name) for name, value in values.items()]
    nodes = [
        helper.make_node("Mul", ["pan", "large"], ["product"], doc_string="/home/somebody"),
        helper.make_node("Add", ["product", "small"], ["sharpened"]),
    ]
    pan = helper.make_tensor_value_info("pan", TensorProto.FLOAT, ["n"])
    out = helper.make_tensor_value_info("sharpened", TensorProto.FLOAT, ["n"])
    graph = helper.make_graph(nodes, "tiny", [pan], [out], tensors)
    return helper.make_model(graph, opset_imports=[helper.make_opsetid("", 18)])


def test_halved_weights_are_widened_before_their_use() -> None:
    model = tiny_graph()
    halve_weights(model, {"large", "small", "absent"})
    types = {tensor.name: tensor.data_type for tensor in model.graph.initializer}
    assert types == {"large": TensorProto.FLOAT16, "small": TensorProto.FLOAT}
    cast, product, total = model.graph.node
    assert (cast.op_type, list(cast.input)) == ("Cast", ["large"])
    assert list(product.input) == ["pan", cast.output[0]]
    assert list(total.input) == ["product", "small"]
    onnx.checker.check_model(model)


def test_what_the_exporter_took_apart_is_computed_from_the_whole_again() -> None:
    whole = np.arange(6, dtype=np.float32).reshape(2, 3)
    parts = {
        "select_7": whole[1].reshape(1, 3),
        "view": whole.reshape(6, 1),
        "select_8": np.full(3, 9, np.float32),  # of nothing that is known
    }
    graph = helper.make_graph(
        [helper.make_node("Identity", [name], [f"{name}.kept"]) for name in parts],
        "parts",
        [],
        [
            helper.make_tensor_value_info(f"{name}.kept", TensorProto.FLOAT, part.shape)
            for name, part in parts.items()
        ],
        [numpy_helper.from_array(part, name) for name, part in parts.items()],
    )
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 18)])
    assert rejoin(model, {"whole": whole, "other": whole + 1}) == {"whole"}
    names = {tensor.name for tensor in model.graph.initializer}
    assert {"whole", "select_8"} <= names
    assert not {"select_7", "view"} & names
    onnx.checker.check_model(model)
    results = ReferenceEvaluator(model).run(None, {})
    for result, part in zip(results, parts.values()):
        assert np.array_equal(result, part)


def test_notes_of_the_exporter_are_dropped() -> None:
    model = tiny_graph()
    helper.set_model_props(model, {"made_on": "/home/somebody"})
    helper.set_model_props(model.graph, {"made_on": "/home/somebody"})
    strip(model)
    assert b"somebody" not in model.SerializeToString()


def test_figures_are_written_onto_the_card_and_nothing_else_changes(
    exported: Exported, tmp_path: Path
) -> None:
    file = tmp_path / "copy.onnx"
    shutil.copy(exported.file, file)
    set_figures(file, {"ERGAS": 1.5})
    before, after = onnx.load(str(exported.file)), onnx.load(str(file))
    assert after.graph == before.graph
    card = load_model(file).card
    assert card.figures == {"ERGAS": 1.5}
    assert {**asdict(card), "figures": {}} == asdict(load_model(exported.file).card)


def test_the_card_that_a_recipe_describes_is_complete(recipe: Recipe) -> None:
    card = card_of_recipe(recipe)
    assert ModelCard.from_json(card.to_json(), "itself") == card
    assert (card.network, card.scaling) == ("cf2n", "moments")
    assert card.bytes_per_pixel == bytes_per_pixel("cf2n", 4, 4)
    assert "GPL" in json.loads(card.to_json())["licence"]
