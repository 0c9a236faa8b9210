"""A model file as a network of PyTorch's: the file's weights in this room's modules.

The graph in the file is not followed. Which network it holds is on its card, how large that is
follows from the weights' names and shapes.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from pathlib import Path

import numpy as np
import torch
from torch import nn

from qgis_pansharp.backend.arrays import Array
from qgis_pansharp.backend.errors import ModelError
from qgis_pansharp.backend.messages import Message
from qgis_pansharp.backend.models.card import KEY, ModelCard
from qgis_pansharp.backend.models.onnx_file import read_onnx
from qgis_pansharp.backend.networks.back_projection import TAPS_OF_REST
from qgis_pansharp.backend.networks.cf2n import Cf2n
from qgis_pansharp.backend.networks.deploy import DeployedCf2n, DeployedSipsaNet, deploy
from qgis_pansharp.backend.networks.sipsanet import SipsaNet

PREFIX = "network."  # of the names that training's export gives
SENSOR_TAPS = "back_projection.view.taps"
MATCHING_SHARE = "matching.share"
CONSENSUS = "matching.consensus.last.weight"
SHARPNESS = "feature_sharpness"
REALIGNED = "realigned.weight"
DETAIL_TAPS = "detail.low_pass.taps"
SMOOTHING_TAPS = "back_projection.smooth.taps"
REGRESSED_SHARE = "regressed_share"
FURTHER_TAPS = "further.window.taps"  # beside the network


def load_network(path: str | Path) -> DeployedSipsaNet | DeployedCf2n:
    """Return the network of a model file as engines run it, in float32, on the processor.

    Raises:
        ModelError: the file is missing or damaged, or holds another network than its card says.
    """
    file = read_onnx(path)
    if KEY not in file.metadata:
        raise _unsuitable(path, Message("it carries no Pansharp card"))
    card = ModelCard.from_json(file.metadata[KEY], str(path))
    weights = {
        name[len(PREFIX) :]: values
        for name, values in file.graph.initialisers.items()
        if name.startswith(PREFIX)
    }
    try:
        network = _empty_network(card, weights)
        _fill(network, weights)
        deployed = deploy(network, card.ratio, card.bands)
        if len(card.bands) > network.bands and FURTHER_TAPS not in file.graph.initialisers:
            # of a version before 0.8, which ran its network twice
            raise KeyError(FURTHER_TAPS)
    except KeyError as problem:
        name = problem.args[0]
        raise _unsuitable(path, Message("it lacks the weight '{name}'", name=name)) from problem
    except (ValueError, IndexError, RuntimeError) as problem:
        raise _unsuitable(path, problem) from problem
    if (deployed.halo, deployed.alignment) != (card.halo, card.alignment):
        raise _unsuitable(path, Message("its weights are not those of the network on its card"))
    return deployed


def _unsuitable(path: str | Path, reason: object) -> ModelError:
    return ModelError(
        "The model file {path} cannot be used with PyTorch ({reason}); choose another engine, or "
        "another model.",
        path=path,
        reason=reason,
    )


def _empty_network(card: ModelCard, weights: Mapping[str, Array]) -> SipsaNet | Cf2n:
    """Make a network of the size that the weights have."""
    bands, ratio = len(card.bands), card.ratio
    if card.network == "sipsanet":
        matching = MATCHING_SHARE in weights
        if matching and SHARPNESS not in weights:
            # of a version before 0.11, whose constants were others and are not in its file
            raise KeyError(SHARPNESS)
        return SipsaNet(
            bands,
            ratio,
            alignment_blocks=_count(weights, "alignment", "conv.weight")
            - 1,  # one is at 32 channels
            ms_blocks=_count(weights, "ms_features", "conv.weight"),
            back_projection=_sensor_gain(weights, ratio),
            matching=matching,
            coherent_detail=DETAIL_TAPS in weights,
            realigned=REALIGNED in weights,
            regression=_regresses(weights),
            consensus=CONSENSUS in weights,
        )
    if card.network == "cf2n":
        channels, own_bands = weights["encode.weight"].shape[:2]
        return Cf2n(
            own_bands,  # the card may have more, in several passes
            channels=channels,
            size=math.isqrt(weights["fusion.0.frequency_kernel.weight"].shape[0]),
            fusions=_count(weights, "fusion", "near.weight"),
            injections=_count(weights, "injection", "fusion.of_first.weight"),
            regressed_share=float(weights.get(REGRESSED_SHARE, np.zeros(1)).sum()),
        )
    raise ValueError(f"it holds a network named '{card.network}'")


def _count(weights: Mapping[str, Array], series: str, member: str) -> int:
    """Count the modules `series.0`, `series.1`, … that have a member of that name."""
    return sum(
        name.startswith(f"{series}.") and name.split(".", 2)[2] == member for name in weights
    )


def _regresses(weights: Mapping[str, Array]) -> bool:
    """Say whether there is a local regression in back-projection.

    Its own constants may be missing: where they equal others, a file holds them once.
    """
    return SMOOTHING_TAPS in weights and weights[SMOOTHING_TAPS].shape[-1] == TAPS_OF_REST


def _sensor_gain(weights: Mapping[str, Array], ratio: int) -> float | None:
    """Return the Nyquist gain whose Gaussian the file holds; none without back-projection."""
    if SENSOR_TAPS not in weights:
        return None
    taps = weights[SENSOR_TAPS][0].astype(np.float64).ravel()
    near, next_ = len(taps) // 2, len(taps) // 2 + 1
    middle = (len(taps) - 1) / 2
    falls = math.log(taps[near] / taps[next_])
    variance = ((next_ - middle) ** 2 - (near - middle) ** 2) / (2 * falls)
    return math.exp(-0.5 * variance * (math.pi / ratio) ** 2)


def _fill(network: nn.Module, weights: Mapping[str, Array]) -> None:
    """Put the file's weights into a network, and the file's constants where it names them."""
    stored = {name: torch.from_numpy(values.astype(np.float32)) for name, values in weights.items()}
    with torch.no_grad():
        for name, parameter in network.named_parameters():
            _copy(name, parameter, stored[name])
        for name, constant in network.named_buffers():
            if name in stored and constant.is_floating_point():
                _copy(name, constant, stored[name])


def _copy(name: str, target: torch.Tensor, values: torch.Tensor) -> None:
    if target.shape != values.shape:
        raise ValueError(f"'{name}' has the shape {tuple(values.shape)}")
    target.copy_(values)
