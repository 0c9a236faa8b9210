"""A run starts from the weights of other runs, or of model files."""

from __future__ import annotations

import copy
from pathlib import Path
from typing import Any

import onnx
import pytest
import torch
import yaml
from onnx import numpy_helper

from qgis_pansharp.backend.errors import ModelError
from qgis_pansharp.backend.models import bundled_models
from qgis_pansharp.backend.models.registry import FOLDER
from qgis_pansharp.backend.networks.load import load_network
from training.fit import fit, module_of
from training.origins import origin, start, weights_of
from training.run_files import RECIPES, load_recipe
from training.weights import needed

from .conftest import Exported, Recipe, ScenesOnDisk

pytestmark = pytest.mark.usefixtures("quiet")


def starting(recipe: Recipe, **run: Any) -> Recipe:
    return {**recipe, "run": {**recipe["run"], **run}}


def assert_weights_are(given: torch.nn.Module, expected: torch.nn.Module) -> None:
    wanted = dict(expected.named_parameters())
    for name, value in given.named_parameters():
        # files hold large tensors in half precision
        assert torch.allclose(value, wanted[name], rtol=1e-3, atol=1e-6), name


def test_a_run_starts_from_a_model_file(recipe: Recipe, exported: Exported, tmp_path: Path) -> None:
    for name in (str(exported.file), "beside.onnx"):
        (tmp_path / "beside.onnx").write_bytes(exported.file.read_bytes())
        content = starting(recipe, start_from=name)
        module = module_of(content)
        start(module, content, tmp_path, tmp_path / "runs")
        assert_weights_are(module.network, exported.network)


def test_a_whole_run_starts_from_a_model_file_and_other_bands(
    recipe: Recipe, exported: Exported, scenes: ScenesOnDisk, tmp_path: Path
) -> None:
    roles = ["green", "red", "nir"]
    content = starting(recipe, start_from=str(exported.file), steps=0)
    content["data"] = {**recipe["data"], "roles": roles}
    content["card"] = {**recipe["card"], "bands": roles}
    path = tmp_path / "three.yaml"
    path.write_text(yaml.safe_dump(content), encoding="utf-8")
    last = fit(path, scenes.root, tmp_path / "runs")
    weights = origin("three", tmp_path, tmp_path / "runs").weights
    assert last.exists()
    before = exported.network.state_dict()
    assert torch.allclose(
        weights["decode.weight"], before["decode.weight"][1:], rtol=1e-3, atol=1e-6
    )


def test_parts_and_shares_come_from_model_files_as_well(
    recipe: Recipe, exported: Exported, tmp_path: Path
) -> None:
    other = raised(exported, 0.5, tmp_path / "other.onnx")
    content = starting(recipe, start_from=str(exported.file), parts_from={"fusion": "other.onnx"})
    module = module_of(content)
    start(module, content, tmp_path, tmp_path / "runs")
    expected = {
        name: (other if name.startswith("fusion.") else exported.network).get_parameter(name)
        for name, _ in module.network.named_parameters()
    }
    for name, value in module.network.named_parameters():
        assert torch.allclose(value, expected[name], rtol=1e-3, atol=3e-4), name
    # a run that mixes one in
    mixing = starting(recipe, mix={"other.onnx": 0.25})
    (tmp_path / "mixing.yaml").write_text(yaml.safe_dump(mixing), encoding="utf-8")
    checkpoint = tmp_path / "runs" / "mixing" / "checkpoints" / "last.ckpt"
    checkpoint.parent.mkdir(parents=True)
    torch.save({"state_dict": module_with(exported.network, recipe).state_dict()}, checkpoint)
    weights = weights_of("mixing", module, mixing, tmp_path, tmp_path / "runs")
    for name, value in exported.network.named_parameters():
        mean = 0.75 * value + 0.25 * other.get_parameter(name)
        assert torch.allclose(weights[name], mean, rtol=1e-3, atol=3e-4), name


def raised(exported: Exported, by: float, file: Path) -> torch.nn.Module:
    """Write a model file whose weights are all that much larger; return its network."""
    other = copy.deepcopy(exported.network)
    model = onnx.load(str(exported.file))
    stored = {tensor.name: tensor for tensor in model.graph.initializer}
    with torch.no_grad():
        for name, parameter in other.named_parameters():
            parameter.add_(by)
            tensor = stored[f"network.{name}"]
            values = numpy_helper.to_array(tensor)
            tensor.CopyFrom(
                numpy_helper.from_array((values + by).astype(values.dtype), tensor.name)
            )
    file.write_bytes(model.SerializeToString())
    return other


def module_with(network: torch.nn.Module, recipe: Recipe) -> torch.nn.Module:
    module = module_of(recipe)
    module.network.load_state_dict(network.state_dict())
    return module


@pytest.mark.parametrize("model", bundled_models(), ids=lambda model: model.card.id)
def test_every_bundled_model_is_a_beginning_for_its_own_run_file(
    model: Any, tmp_path: Path
) -> None:
    content = load_recipe(RECIPES / f"{model.card.id}.yaml")
    content["run"] = {**content["run"], "start_from": model.path.name, "parts_from": {}}
    module = module_of(content)
    start(module, content, tmp_path, tmp_path / "runs")
    deployed = load_network(FOLDER / model.path.name)
    for name, value in module.network.named_parameters():
        assert torch.equal(value, deployed.network.get_parameter(name)), name


def test_what_is_missing_is_named(recipe: Recipe, tmp_path: Path) -> None:
    runs = tmp_path / "runs"
    with pytest.raises(FileNotFoundError, match=r"no run file of a run 'nothing'.*nothing\.onnx"):
        origin("nothing", tmp_path, runs)
    with pytest.raises(FileNotFoundError, match=r"no model file .*nothing\.onnx"):
        origin("nothing.onnx", tmp_path, runs)
    (tmp_path / "first.yaml").write_text(yaml.safe_dump(recipe), encoding="utf-8")
    with pytest.raises(FileNotFoundError, match=r"'first' has no weights.*--config .*first\.yaml"):
        origin("first", tmp_path, runs)
    (tmp_path / "damaged.onnx").write_bytes(b"no model")
    with pytest.raises(ModelError, match="damaged"):
        origin("damaged.onnx", tmp_path, runs)


def test_another_network_is_no_beginning(
    recipe: Recipe, exported: Exported, tmp_path: Path
) -> None:
    content = {**starting(recipe, start_from=str(exported.file)), "network": "sipsanet"}
    content["module"] = {}
    with pytest.raises(ValueError, match=r"tiny\.onnx holds a cf2n, and not a sipsanet"):
        start(module_of(content), content, tmp_path, tmp_path / "runs")


def test_model_files_are_no_runs_to_be_made_first(recipe: Recipe) -> None:
    content = starting(
        recipe, start_from="a.onnx", parts_from={"x": "b", "y": "c.onnx"}, mix={"d.onnx": 0.5}
    )
    assert needed(content) == ["b"]
