"""`python -m training export`: a checkpoint becomes one `.onnx` file with its card inside."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import MISSING, fields, replace
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import onnx
import torch
from onnx import helper, numpy_helper
from torch import Tensor, nn

from qgis_pansharp.backend.errors import ModelError
from qgis_pansharp.backend.models.bands import USUAL_ROLES
from qgis_pansharp.backend.models.card import KEY, ModelCard
from qgis_pansharp.backend.networks.deploy import deploy
from training.files import write_whole
from training.options import wanted_instead

Array = npt.NDArray[Any]

OPSET = 18


def averaged_weights(checkpoint: Path) -> dict[str, Tensor]:
    """Return a run's averaged weights by the network's own names."""
    prefix = "network."
    return {
        name[len(prefix) :]: value
        for name, value in read_checkpoint(checkpoint)["state_dict"].items()
        if name.startswith(prefix)
    }


def read_checkpoint(path: Path) -> dict[str, Any]:
    """Return what a checkpoint holds.

    Raises:
        ValueError: it is damaged, or none.
    """
    try:
        content = torch.load(path, map_location="cpu", weights_only=True)
    except Exception as error:  # of many kinds, as the damage is
        if isinstance(error, OSError) and error.filename is not None:
            raise  # it cannot be opened
        problem = " ".join(str(error).split()) or type(error).__name__
    else:
        if isinstance(content, dict) and isinstance(content.get("state_dict"), dict):
            return content
        problem = "it holds something else"
    others = ", ".join(sorted(f.name for f in path.parent.glob("step=*.ckpt"))) or "none there"
    raise ValueError(
        f"{path} is damaged, or no checkpoint ({problem}); put another one of its folder "
        f"({others}) in its place to go on from there, or remove the run's folder to train anew"
    )


def mixed(
    weights: dict[str, Tensor], others: Sequence[tuple[float, dict[str, Tensor]]]
) -> dict[str, Tensor]:
    """Return the weights with shares of others of the same shapes mixed in.

    Means of runs that began with one another trade what they were trained for against each other
    (Wortsman et al., ICML and CVPR 2022), and often generalise better.
    """
    rest = 1 - sum(share for share, _ in others)
    return {
        name: sum((share * other[name] for share, other in others), rest * value)
        if value.is_floating_point()
        else value
        for name, value in weights.items()
    }


def bytes_per_pixel(network: str, bands: int, ratio: int) -> float:
    """Return the bytes of working memory that the built-in engine needs per PAN pixel read.

    Measured. CF2N works at PAN size throughout; SIPSA-Net holds most where it makes 81 shifted
    copies of each band at MS size, or else in its last layers at PAN size.
    """
    if network == "cf2n":
        return 870.0 + 12.0 * max(0, bands - 4)
    return max(425.0, (5200.0 + 365.0 * bands) / ratio**2)


def to_onnx(network: nn.Module, roles: Sequence[str], ratio: int) -> onnx.ModelProto:
    """Export a network as engines run it for these bands, with dynamic sizes."""
    deployed = deploy(network, ratio, roles)
    step = deployed.alignment // ratio  # MS sizes are multiples of it, and exceed the halo
    least = 2 * deployed.halo // deployed.alignment + 2
    rows, columns = (least + 2) * step, (least + 4) * step
    pan = torch.rand(1, 1, rows * ratio, columns * ratio)
    ms = torch.rand(1, len(roles), rows, columns)
    height = step * torch.export.Dim("h", min=least)
    width = step * torch.export.Dim("w", min=least)
    program = torch.onnx.export(
        deployed,
        (pan, ms),
        dynamo=True,
        opset_version=OPSET,
        input_names=["pan", "ms"],
        output_names=["sharpened"],
        dynamic_shapes={
            "pan": {2: ratio * height, 3: ratio * width},
            "ms": {2: height, 3: width},
        },
        optimize=True,
        verbose=False,
    )
    if program is None:
        raise RuntimeError("the exporter returned nothing")
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "model.onnx"
        program.save(str(path))
        return onnx.load(str(path))


def halve_weights(model: onnx.ModelProto, names: set[str]) -> None:
    """Store the named initialisers in half precision; a Cast before their use restores float32."""
    graph = model.graph
    casts = []
    for initialiser in graph.initializer:
        if initialiser.name not in names or initialiser.data_type != onnx.TensorProto.FLOAT:
            continue
        values = numpy_helper.to_array(initialiser)
        if values.size < 64:
            continue
        name = initialiser.name
        half = numpy_helper.from_array(values.astype(np.float16), name)
        initialiser.CopyFrom(half)
        wide = f"{name}.float32"
        for node in graph.node:
            for i, used in enumerate(node.input):
                if used == name:
                    node.input[i] = wide
        casts.append(helper.make_node("Cast", [name], [wide], to=onnx.TensorProto.FLOAT))
    for cast in reversed(casts):
        graph.node.insert(0, cast)


def rejoin(model: onnx.ModelProto, parameters: Mapping[str, Array]) -> set[str]:
    """Give parameters that the exporter took apart back their names; return these names.

    Where a network uses a parameter row by row, or in another shape, the exporter stores what it
    computed from it, as `select_3` or `view`. Those constants give way to nodes that compute them
    from the parameter again, which engines do once, when they load the file.
    """
    graph = model.graph
    stored = {initialiser.name for initialiser in graph.initializer}
    origins: dict[bytes, tuple[str, int | None]] = {}
    for name, values in parameters.items():
        if name not in stored:
            origins[values.tobytes()] = name, None
            origins |= {row.tobytes(): (name, i) for i, row in enumerate(values)}
    nodes, added, joined = [], [], set()
    for part in [i for i in graph.initializer if i.name.startswith(("select", "view"))]:
        name, row = origins.get(numpy_helper.to_array(part).tobytes(), ("", None))
        if not name:
            continue
        source = name
        if row is not None:
            source = f"{part.name}.row"
            added.append(numpy_helper.from_array(np.array(row), f"{part.name}.number"))
            nodes.append(helper.make_node("Gather", [name, f"{part.name}.number"], [source]))
        shape = np.array(part.dims, dtype=np.int64)
        added.append(numpy_helper.from_array(shape, f"{part.name}.shape"))
        nodes.append(helper.make_node("Reshape", [source, f"{part.name}.shape"], [part.name]))
        graph.initializer.remove(part)
        joined.add(name)
    added += [numpy_helper.from_array(parameters[name], name) for name in sorted(joined)]
    graph.initializer.extend(added)
    for node in reversed(nodes):
        graph.node.insert(0, node)
    return joined


def strip(model: onnx.ModelProto) -> None:
    """Drop what engines do not need: the exporter's notes, which name files of this computer."""
    del model.metadata_props[:]
    model.doc_string = ""
    model.graph.doc_string = ""
    for node in model.graph.node:
        node.doc_string = ""
        del node.metadata_props[:]
    for value in [*model.graph.value_info, *model.graph.input, *model.graph.output]:
        value.doc_string = ""
        del value.metadata_props[:]
    for initialiser in model.graph.initializer:
        initialiser.doc_string = ""
        del initialiser.metadata_props[:]
    del model.graph.value_info[:]
    del model.graph.metadata_props[:]


def export(network: nn.Module, card: ModelCard, output: Path) -> None:
    """Write the model file of a network; halo and alignment on the card become the network's."""
    deployed = deploy(network, card.ratio, card.bands)
    card = replace(card, halo=deployed.halo, alignment=deployed.alignment)
    model = to_onnx(network, card.bands, card.ratio)
    strip(model)
    parameters = {
        f"network.{name}": value.detach().numpy() for name, value in network.named_parameters()
    }
    # what acts on values directly stays in full precision
    joined = rejoin(model, parameters)
    halve_weights(model, parameters.keys() - joined)
    write_card(model, card)
    onnx.checker.check_model(model)
    write_whole(output, model.SerializeToString())


def write_card(model: onnx.ModelProto, card: ModelCard) -> None:
    """Put the card into the file's metadata."""
    del model.metadata_props[:]
    helper.set_model_props(model, {KEY: card.to_json()})


def set_figures(file: Path, figures: dict[str, float]) -> None:
    """Write validation results onto the card of a model file."""
    model = onnx.load(str(file))
    entries = {entry.key: entry.value for entry in model.metadata_props}
    card = ModelCard.from_json(entries[KEY], str(file))
    write_card(model, replace(card, figures=figures))
    write_whole(file, model.SerializeToString())


def card_of_recipe(recipe: Mapping[str, Any]) -> ModelCard:
    """Make the card that a run file describes; halo and alignment are filled in at export.

    Raises:
        ValueError: a field is missing, unknown or wrong, or it is no card for what is trained.
    """
    network, data, card = recipe["network"], recipe["data"], recipe["card"]
    known = {field.name: field for field in fields(ModelCard)}
    lacking = {"bands", "ratio"} - set(card)
    if not lacking:
        check_trained(card, network, tuple(data["roles"]), data["ratio"])
        for name, trained in (("network", network), ("scaling", data["rule"])):
            if card.get(name, trained) != trained:
                raise ValueError(f"card: {name} {card[name]!r}, but {trained!r} is trained")
        written = {
            "network": network,
            "scaling": data["rule"],
            "halo": 0,
            "alignment": card["ratio"],
            "bytes_per_pixel": bytes_per_pixel(network, len(card["bands"]), card["ratio"]),
            "licence": "GPL-2.0-or-later; the training imagery is not redistributed",
            "figures": {},
            **card,
        }
        lacking = {name for name, field in known.items() if field.default is MISSING} - set(written)
    odd = set(card) - set(known)
    if lacking or odd:
        raise ValueError(
            f"card: missing: {', '.join(sorted(lacking)) or 'nothing'}; unknown: "
            f"{', '.join(sorted(odd)) or 'nothing'}"
        )
    for name, value in written.items():
        must = wanted_instead(value, str(known[name].type))
        if must:
            raise ValueError(f"card: {name} must be {must}, got {value!r}")
    try:
        return ModelCard.from_json(json.dumps(written), "card of the run file")
    except ModelError as error:
        raise ValueError(f"card: {error.__cause__ or error}") from error


def check_trained(
    card: Mapping[str, Any], network: str, roles: tuple[str, ...], ratio: int
) -> None:
    """Refuse a card with other bands or another ratio than what was trained.

    A CF2N for the usual bands of its number may have further ones on its card (`networks.deploy`).

    Raises:
        ValueError: they differ.
    """
    if card["ratio"] != ratio:
        raise ValueError(f"card: ratio {card['ratio']!r}, but data are of ratio {ratio}")
    bands = card["bands"]
    if not isinstance(bands, (list, tuple)) or not all(isinstance(role, str) for role in bands):
        raise ValueError(f"card: bands must be a list of roles, got {bands!r}")
    further = network == "cf2n" and set(bands) > set(roles) and len(set(bands)) == len(bands)
    if tuple(bands) != roles and not (further and roles == USUAL_ROLES.get(len(roles))):
        raise ValueError(
            f"card: bands {', '.join(bands)}, but the network is trained for {', '.join(roles)}"
        )
