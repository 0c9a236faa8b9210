"""Convolutions over strips of rows equal the plain sum, whatever the strips."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest
from onnx import helper

from qgis_pansharp.backend.engines import convolution, minimal_filtering
from qgis_pansharp.backend.engines.convolution import Convolution
from qgis_pansharp.backend.engines.pointwise import leaky_relu
from qgis_pansharp.backend.engines.workers import Workers
from tests.backend.engines.graphs import Array, assert_engines_agree, random


def plain(image: Array, weights: Array, padding: int) -> Array:
    """The defining sum: every output pixel by itself."""
    padded = np.pad(image, ((0, 0), (padding, padding), (padding, padding)))
    outputs, _, ky, kx = weights.shape
    height, width = padded.shape[1] - ky + 1, padded.shape[2] - kx + 1
    out = np.empty((outputs, height, width), np.float32)
    for y in range(height):
        for x in range(width):
            window = padded[:, y : y + ky, x : x + kx]
            out[:, y, x] = (weights * window).sum(axis=(1, 2, 3))
    return out


@pytest.mark.parametrize("layout_bytes", [1, 2000, 1 << 20])
@pytest.mark.parametrize("threads", [1, 2])
def test_strips_of_any_size_equal_the_plain_sum(
    layout_bytes: int, threads: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(convolution, "LAYOUT_BYTES", layout_bytes)
    image, weights = random(3, 9, 7), random(4, 3, 3, 3, seed=1)
    found = Convolution(weights, None, padding=(1, 1, 1, 1)).run([image], Workers(threads))
    np.testing.assert_allclose(found, plain(image, weights, 1), rtol=1e-5, atol=1e-5)


@pytest.mark.parametrize(
    ("inputs", "outputs", "group"),
    [(6, 4, 1), (6, 4, 2), (6, 6, 6), (3, 12, 3)],
    ids=["dense", "grouped", "depth-wise", "depth-wise with several outputs"],
)
@pytest.mark.parametrize(
    "options",
    [
        {"pads": [1, 1, 1, 1]},
        {"strides": [2, 2]},
        {"strides": [1, 3], "pads": [0, 2, 1, 0]},
        {"dilations": [3, 3], "pads": [3, 3, 3, 3]},
        {"dilations": [2, 1], "strides": [2, 1], "pads": [4, 0, 5, 0]},
    ],
    ids=str,
)
def test_convolutions_of_every_geometry_equal_onnxruntime(
    inputs: int, outputs: int, group: int, options: dict[str, Any], tmp_path: Path
) -> None:
    weights = {"w": random(outputs, inputs // group, 3, 3, seed=1), "b": random(outputs, seed=2)}
    nodes = [helper.make_node("Conv", ["x", "w", "b"], ["y"], group=group, **options)]
    assert_engines_agree(nodes, {"x": random(1, inputs, 8, 9)}, tmp_path, weights)


@pytest.mark.parametrize("size", [(1, 1), (1, 9), (9, 1), (4, 4)])
def test_kernels_of_every_size_equal_onnxruntime(size: tuple[int, int], tmp_path: Path) -> None:
    weights = {"w": random(5, 2, *size, seed=1)}
    nodes = [helper.make_node("Conv", ["x", "w"], ["y"], pads=[4, 4, 4, 4])]
    assert_engines_agree(nodes, {"x": random(1, 2, 7, 6)}, tmp_path, weights)


def test_convolution_of_a_cut_image_equals_onnxruntime(tmp_path: Path) -> None:
    nodes = [
        helper.make_node("Slice", ["x", "start", "end", "axes"], ["cut"]),
        helper.make_node("Conv", ["cut", "w"], ["y"]),
    ]
    weights: dict[str, Array] = {
        "start": np.array([1, 2], np.int64),
        "end": np.array([-1, -2], np.int64),
        "axes": np.array([2, 3], np.int64),
        "w": random(4, 3, 1, 1, seed=1),
    }
    assert_engines_agree(nodes, {"x": random(1, 3, 8, 9)}, tmp_path, weights)


def test_an_image_smaller_than_the_kernel_is_refused() -> None:
    with pytest.raises(ValueError, match="too small"):
        Convolution(random(1, 1, 5, 5), None).output_shape(4, 9)


@pytest.mark.parametrize("size", [(8, 5), (9, 5), (3, 4), (1, 1), (23, 2)])
@pytest.mark.parametrize("threads", [1, 2])
@pytest.mark.parametrize("combined_bytes", [1, 4000, 1 << 20])
def test_minimal_filtering_equals_the_plain_sum(
    size: tuple[int, int], threads: int, combined_bytes: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(convolution, "FEWEST_CHANNELS", 1)
    monkeypatch.setattr(minimal_filtering, "COMBINED_BYTES", combined_bytes)
    monkeypatch.setattr(minimal_filtering, "SMALL_BYTES", combined_bytes // 2)
    first, second = random(2, *size), random(3, *size, seed=1)
    weights, bias = random(4, 5, 3, 3, seed=2), random(4, seed=3)
    filter_ = Convolution(weights, bias, padding=(1, 1, 1, 1))
    found = filter_.run([first, second], Workers(threads), leaky_relu(0.1))
    image = np.concatenate([first, second])
    expected = plain(np.where(image > 0, image, 0.1 * image), weights, 1) + bias[:, None, None]
    np.testing.assert_allclose(found, expected, rtol=1e-4, atol=1e-4)


def test_common_convolutions_take_the_fast_way_and_others_do_not(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    taken: list[tuple[int, ...]] = []
    original = minimal_filtering.convolve

    def noted(*arguments: Any) -> Array:
        taken.append(arguments[0].shape)
        return original(*arguments)

    monkeypatch.setattr(minimal_filtering, "convolve", noted)
    image = random(64, 4, 4)
    Convolution(random(64, 64, 3, 3), None, padding=(1, 1, 1, 1)).run([image], Workers(1))
    Convolution(random(64, 64, 3, 3), None, padding=(0, 1, 1, 1)).run([image], Workers(1))
    Convolution(random(64, 32, 3, 3), None, 2, padding=(1, 1, 1, 1)).run([image], Workers(1))
    Convolution(random(8, 64, 3, 3), None, padding=(1, 1, 1, 1)).run([image], Workers(1))
    assert taken == [(6, 64, 192)]


@pytest.mark.parametrize("channels", [1, 63, 65])
def test_an_image_with_other_channels_is_refused(channels: int) -> None:
    layer = Convolution(random(64, 64, 3, 3), None, padding=(1, 1, 1, 1))
    with pytest.raises(ValueError, match="for 64 channels"):
        layer.run([random(channels, 8, 8)], Workers(1))
