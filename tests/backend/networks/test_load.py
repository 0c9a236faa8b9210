"""A model file's weights come back as the network that they were exported from."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import onnx
import pytest
import torch
from onnx import TensorProto, helper, numpy_helper
from torch import nn

from qgis_pansharp.backend.errors import ModelError
from qgis_pansharp.backend.models.card import KEY, ModelCard
from qgis_pansharp.backend.networks import Cf2n, SipsaNet
from qgis_pansharp.backend.networks.deploy import DeployedCf2n, deploy
from qgis_pansharp.backend.networks.load import FURTHER_TAPS, load_network
from tests.backend.networks.probes import live, pair

Arrays = dict[str, Any]


def card_of(network: nn.Module, ratio: int, /, **changed: Any) -> ModelCard:
    deployed = deploy(network, ratio)
    kind = "sipsanet" if isinstance(network, SipsaNet) else "cf2n"
    bands = deployed.network.bands
    described: dict[str, Any] = {
        "id": "made",
        "version": "1",
        "network": kind,
        "title": "made",
        "bands": tuple(f"band{number}" for number in range(bands)),
        "ratio": ratio,
        "scaling": "percentile",
        "halo": deployed.halo,
        "alignment": deployed.alignment,
        "bytes_per_pixel": 1.0,
        "training_data": "",
        "recipe": "",
        "limits": "",
        "licence": "",
    }
    return ModelCard(**{**described, **changed})


def stored(network: nn.Module) -> Arrays:
    """What an export names: weights in half precision where they are large, and constants."""
    named = {name: value.detach().float().numpy() for name, value in network.named_parameters()}
    weights = {
        name: value.astype(np.float16) if value.size >= 64 else value
        for name, value in named.items()
    }
    constants = {name: value.numpy() for name, value in network.named_buffers()}
    return {f"network.{name}": value for name, value in {**weights, **constants}.items()}


def written(path: Path, values: Arrays, card: ModelCard | None) -> Path:
    shape = [1, 1, "H", "W"]
    graph = helper.make_graph(
        [helper.make_node("Relu", ["pan"], ["sharpened"])],
        "weights alone",
        [helper.make_tensor_value_info("pan", TensorProto.FLOAT, shape)],
        [helper.make_tensor_value_info("sharpened", TensorProto.FLOAT, shape)],
        [numpy_helper.from_array(np.asarray(value), name) for name, value in values.items()],
    )
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 18)])
    if card is not None:
        helper.set_model_props(model, {KEY: card.to_json()})
    onnx.save(model, str(path))
    return path


def halved(network: nn.Module) -> nn.Module:
    """Round a network's large weights to what its file holds."""
    with torch.no_grad():
        for parameter in network.parameters():
            if parameter.numel() >= 64:
                parameter.copy_(parameter.half().float())
    return network


NETWORKS = {
    "sipsanet": (lambda: SipsaNet(3, 4, alignment_blocks=2, ms_blocks=1), 4),
    "sipsanet ratio 2": (lambda: SipsaNet(2, 2, alignment_blocks=1, ms_blocks=2), 2),
    "back-projected": (lambda: SipsaNet(3, 4, 1, 1, back_projection=0.27), 4),
    "back-projected ratio 2": (lambda: SipsaNet(2, 2, 1, 1, back_projection=0.15), 2),
    "matched": (lambda: SipsaNet(3, 4, 1, 1, back_projection=0.27, matching=True), 4),
    "matched ratio 2": (lambda: SipsaNet(2, 2, 1, 1, back_projection=0.27, matching=True), 2),
    "with sharper features": (
        lambda: SipsaNet(3, 4, 1, 1, 0.27, matching=True, feature_sharpness=3.3),
        4,
    ),
    "realigned": (lambda: SipsaNet(3, 4, 1, 1, back_projection=0.27, realigned=True), 4),
    "with detail raised": (
        lambda: SipsaNet(3, 4, 1, 1, back_projection=0.27, coherent_detail=True),
        4,
    ),
    "with regression": (lambda: SipsaNet(3, 4, 1, 1, back_projection=0.27, regression=True), 4),
    "cf2n": (lambda: Cf2n(3, channels=8, fusions=3, injections=2), 4),
    "cf2n, in part regressed": (
        lambda: Cf2n(3, channels=8, fusions=2, injections=1, regressed_share=0.25),
        4,
    ),
    "cf2n of other kernels": (lambda: Cf2n(2, channels=12, size=1, fusions=2, injections=1), 2),
}


@pytest.mark.parametrize("name", NETWORKS)
def test_a_file_gives_the_network_that_it_was_made_from(name: str, tmp_path: Path) -> None:
    make, ratio = NETWORKS[name]
    network = halved(live(make()).float())
    file = written(tmp_path / "a.onnx", stored(network), card_of(network, ratio))
    loaded, expected = load_network(file), deploy(network, ratio)
    side = (2 * expected.halo + 2 * expected.alignment) // ratio
    pan, ms = (image.float() for image in pair(expected.network.bands, side, side, ratio))
    with torch.no_grad():
        torch.testing.assert_close(loaded(pan, ms), expected(pan, ms), rtol=0, atol=0)


def eight_bands() -> tuple[nn.Module, ModelCard]:
    network = halved(live(Cf2n(4, channels=8, fusions=1, injections=1)).float())
    roles = ("coastal", "blue", "green", "yellow", "red", "red-edge", "nir", "nir2")
    return network, card_of(network, 4, bands=roles)


def test_a_file_may_be_for_more_bands_than_its_network_has(tmp_path: Path) -> None:
    network, card = eight_bands()
    expected = deploy(network, 4, card.bands)
    assert isinstance(expected, DeployedCf2n) and expected.further is not None
    values = {**stored(network), FURTHER_TAPS: expected.further.window.taps.numpy()}
    loaded = load_network(written(tmp_path / "a.onnx", values, card))
    side = (2 * expected.halo + 2 * expected.alignment) // 4
    pan, ms = (image.float() for image in pair(8, side, side, 4))
    with torch.no_grad():
        torch.testing.assert_close(loaded(pan, ms), expected(pan, ms), rtol=0, atol=0)


def test_a_file_that_ran_its_network_for_each_set_of_bands_is_refused(tmp_path: Path) -> None:
    network, card = eight_bands()
    file = written(tmp_path / "a.onnx", stored(network), card)
    with pytest.raises(ModelError, match=r"a\.onnx cannot .*PyTorch.*'further.*engine"):
        load_network(file)


@pytest.mark.parametrize("gain", [0.05, 0.3, 0.9])
@pytest.mark.parametrize("ratio", [2, 3, 4])
def test_the_sensors_gain_is_read_off_its_taps(gain: float, ratio: int, tmp_path: Path) -> None:
    network = live(SipsaNet(2, ratio, 1, 1, back_projection=gain)).float()
    loaded = load_network(written(tmp_path / "a.onnx", stored(network), card_of(network, ratio)))
    assert loaded.halo == deploy(network, ratio).halo
    found = loaded.network.back_projection
    assert found is not None and network.back_projection is not None
    assert torch.equal(found.view.taps, network.back_projection.view.taps)


def test_a_file_that_lacks_a_weight_is_refused_with_its_name(tmp_path: Path) -> None:
    network = live(Cf2n(3, channels=8, fusions=2, injections=1)).float()
    values = stored(network)
    del values["network.decode.weight"]
    file = written(tmp_path / "a.onnx", values, card_of(network, 4))
    with pytest.raises(ModelError, match=r"a\.onnx cannot .*PyTorch.*'decode\.weight'.*engine"):
        load_network(file)


def test_a_file_of_a_version_whose_constants_it_does_not_hold_is_refused(tmp_path: Path) -> None:
    network = live(SipsaNet(2, 2, 1, 1, back_projection=0.27, matching=True)).float()
    values = stored(network)
    del values["network.feature_sharpness"]
    file = written(tmp_path / "a.onnx", values, card_of(network, 2))
    with pytest.raises(ModelError, match=r"a\.onnx cannot .*PyTorch.*'feature_sharpness'.*engine"):
        load_network(file)


@pytest.mark.parametrize(
    "changed", [{"bands": ("a", "b")}, {"halo": 80}, {"network": "sipsanet"}, {"network": "pnn"}]
)
def test_a_card_that_does_not_fit_its_file_is_refused(
    changed: dict[str, Any], tmp_path: Path
) -> None:
    network = live(Cf2n(3, channels=8, fusions=2, injections=1)).float()
    file = written(tmp_path / "a.onnx", stored(network), card_of(network, 4, **changed))
    with pytest.raises(ModelError, match=r"a\.onnx cannot be used with PyTorch"):
        load_network(file)


def test_a_file_without_a_card_is_refused(tmp_path: Path) -> None:
    network = live(Cf2n(3, channels=8, fusions=2, injections=1)).float()
    with pytest.raises(ModelError, match=r"a\.onnx.*carries no Pansharp card"):
        load_network(written(tmp_path / "a.onnx", stored(network), None))
