"""Models of other band counts and ratios sharpen scenes that bring their bands or do not."""

from __future__ import annotations

import tracemalloc
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import onnx
import pytest
import torch

from qgis_pansharp.backend import sharpen as loop
from qgis_pansharp.backend.engines import create_engine, engine_status
from qgis_pansharp.backend.models import load_model
from qgis_pansharp.backend.models.bands import USUAL_ROLES
from qgis_pansharp.backend.networks import Cf2n, SipsaNet
from qgis_pansharp.backend.networks.deploy import deploy
from qgis_pansharp.backend.pixels import block_means
from qgis_pansharp.backend.request import SharpenRequest
from qgis_pansharp.backend.scaling import fit_scaling
from qgis_pansharp.backend.sharpen import check, sharpen
from tests.backend.rasters import pair, read
from tests.backend.tiny_model import card
from training.export import bytes_per_pixel, export

Array = npt.NDArray[Any]
KINDS = [
    ("sipsanet", 3, 4),
    ("matched", 4, 4),
    ("cf2n", 8, 4),
    ("sipsanet", 7, 2),
    ("cf2n", 7, 2),
]
# few, many, strange and in no order
SCENES = [
    ("green", "red"),
    ("nir", "red", "green", "blue"),
    ("blue", "green", "red", "red-edge", "nir"),
    ("swir2", "coastal", "nir2", "yellow", "red", "swir1", "", "green", "red"),
]
ENGINES = [status.name for status in engine_status() if status.available]


@dataclass(frozen=True)
class Case:
    """A tiny network of random weights, and the model file that it became."""

    network: SipsaNet | Cf2n
    file: Path
    bands: int
    ratio: int

    def sharpened(self, pan: Array, ms: Array) -> Array:
        """Run the network itself on a scene whose values suit it, mirrored at its edges."""
        deployed = deploy(self.network, self.ratio)
        images = []
        for image, halo in ((pan, deployed.halo), (ms, deployed.halo // self.ratio)):
            padded = np.pad(image, ((0, 0), (halo, halo), (halo, halo)), mode="symmetric")
            images.append(torch.from_numpy(padded)[None])
        with torch.no_grad():
            result: Array = deployed(*images)[0].numpy()
        return result


@pytest.fixture(scope="module", params=KINDS, ids=lambda kind: "-".join(map(str, kind)))
def case(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Case:
    kind, bands, ratio = request.param
    method = "cf2n" if kind == "cf2n" else "sipsanet"
    torch.manual_seed(bands)
    network: SipsaNet | Cf2n
    if method == "sipsanet":
        options = {
            "back_projection": 0.3,
            "matching": True,
            "coherent_detail": True,
            "realigned": True,
            "regression": True,
            "consensus": True,
        }
        network = SipsaNet(bands, ratio, 1, 1, **(options if kind == "matched" else {}))  # type: ignore[arg-type]
    else:
        network = Cf2n(bands, channels=8, fusions=2, injections=1)
    with torch.no_grad():
        for parameter in network.parameters():
            if parameter.ndim == 1 or kind != "sipsanet":
                parameter.add_(0.05 * torch.randn(parameter.shape))
            if parameter.numel() >= 64 and parameter.ndim == 4:
                parameter.copy_(parameter.half())
    file = tmp_path_factory.mktemp("models") / f"{method}.onnx"
    described = card(
        USUAL_ROLES[bands],
        network=method,
        ratio=ratio,
        alignment=8,
        scaling="percentile" if method == "sipsanet" else "moments",
        bytes_per_pixel=bytes_per_pixel(method, bands, ratio),
    )
    export(network, described, file)
    return Case(network, file, bands, ratio)


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize("names", SCENES, ids=lambda names: str(len(names)))
def test_scenes_of_any_bands_get_what_the_network_makes_of_them(
    case: Case, tmp_path: Path, names: tuple[str, ...], engine: str
) -> None:
    pan, ms = pair(tmp_path, 48, 64, names=names, ratio=case.ratio)
    request = SharpenRequest(pan, ms, tmp_path / "out.tif", model=case.file, engine=engine)
    plan = check(request)
    pan_image, ms_image = read(pan).astype(np.float32), read(ms).astype(np.float32)
    seen = sorted(set(plan.passes[0].feeds))
    scaling = fit_scaling(
        plan.model.card.scaling,
        block_means(pan_image[0], case.ratio).ravel(),
        ms_image[seen].reshape(len(seen), -1),
    )
    values = scaling.ms_to_values(ms_image)
    expected = np.empty((len(names), *pan_image.shape[1:]), np.float32)
    for band_pass in plan.passes:
        result = case.sharpened(scaling.pan_to_values(pan_image), values[list(band_pass.feeds)])
        for slot, band in band_pass.takes:
            expected[band] = scaling.ms_to_numbers(result[slot])
    sharpen(request)
    difference = np.abs(read(tmp_path / "out.tif") - np.clip(expected, 0, 65535))
    assert difference.max() <= 0.7  # rounding, and a little for another order of sums
    plain = ms_image.repeat(case.ratio, axis=1).repeat(case.ratio, axis=2)
    assert np.abs(expected - plain).mean() > 5  # the network does something


def test_blocks_agree_with_the_whole(
    case: Case, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    names = ("blue", "red", "swir1", "nir2")
    pan, ms = pair(tmp_path, 64, 80, names=names, ratio=case.ratio)
    request = SharpenRequest(pan, ms, tmp_path / "whole.tif", model=case.file)
    sharpen(request)
    monkeypatch.setattr(loop.blocks, "choose_core", lambda *_: 32)
    sharpen(SharpenRequest(pan, ms, tmp_path / "blocks.tif", model=case.file))
    whole = read(tmp_path / "whole.tif").astype(int)
    difference = np.abs(read(tmp_path / "blocks.tif") - whole)
    # at most a rounding of numbers that lay half way
    assert difference.max() <= 1
    assert (difference == 0).mean() > 0.999


def test_every_weight_keeps_its_name(case: Case) -> None:
    stored = {tensor.name for tensor in onnx.load(str(case.file)).graph.initializer}
    assert {f"network.{name}" for name, _ in case.network.named_parameters()} <= stored


def test_the_memory_on_the_card_suffices(case: Case) -> None:
    described = load_model(case.file).card
    side = 2 * described.halo + 192
    pan = np.random.default_rng(0).random((1, side, side), dtype=np.float32)
    ms = np.random.default_rng(1).random(
        (case.bands, side // case.ratio, side // case.ratio), dtype=np.float32
    )
    with create_engine("builtin", case.file) as engine:
        tracemalloc.start()
        engine.run(pan, ms)
        peak = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
    scratch = 12e6  # of the workers, whatever the block
    assert peak <= described.bytes_per_pixel * side**2 + scratch
    if described.network == "sipsanet":  # of which only the depth is tiny here
        assert peak > 0.5 * described.bytes_per_pixel * side**2
