"""A model's card: what a trained network is, needs and is good for; it travels in the file."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, field, fields
from typing import Any

from qgis_pansharp.backend.errors import ModelError
from qgis_pansharp.backend.scaling import RULES

KEY = "pansharp_card"  # of the entry in the ONNX file's metadata


@dataclass(frozen=True)
class ModelCard:
    """Everything about a model but its weights.

    `halo` and `alignment` are PAN pixels: what a block must read around its core, and what sizes
    of blocks must be multiples of. `scaling` names the rule of `backend.scaling` that brings
    digital numbers to network values. `bytes_per_pixel` is the memory that the built-in engine
    needs for each PAN pixel read. `figures` are validation results by index name.
    """

    id: str
    version: str
    network: str  # "sipsanet" or "cf2n"
    title: str
    bands: tuple[str, ...]  # roles, in the order that the network expects
    ratio: int
    scaling: str
    halo: int
    alignment: int
    bytes_per_pixel: float
    training_data: str
    recipe: str
    limits: str
    licence: str
    figures: dict[str, float] = field(default_factory=dict)
    registers: bool = False  # undo the pair's shift first; the network does not align

    def to_json(self) -> str:
        """Write the card as JSON."""
        return json.dumps(asdict(self), ensure_ascii=False, sort_keys=True)

    @staticmethod
    def from_json(text: str, source: str) -> ModelCard:
        """Read a card.

        Raises:
            ModelError: it is no card, or lacks something; the message names `source`.
        """
        try:
            values: dict[str, Any] = json.loads(text)
            known = {f.name for f in fields(ModelCard)}
            card = ModelCard(**{key: value for key, value in values.items() if key in known})
            ModelCard._check(card)
        except (ValueError, TypeError, AttributeError) as error:
            raise ModelError(
                "model file {source!r} has a damaged card ({reason}); get the model file again, or "
                "use a bundled model.",
                source=source,
                reason=error,
            ) from error
        return ModelCard(**{**asdict(card), "bands": tuple(card.bands)})

    @staticmethod
    def _check(card: ModelCard) -> None:
        """Refuse values that would misguide the loop."""
        for name in ("ratio", "halo", "alignment"):
            value = getattr(card, name)
            if not isinstance(value, int) or value < (0 if name == "halo" else 1):
                raise ValueError(f"{name} is {value!r}")
        if card.scaling not in RULES:
            raise ValueError(f"scaling is {card.scaling!r}")
        for name in ("id", "version", "network"):
            if not isinstance(getattr(card, name), str):
                raise ValueError(f"{name} is {getattr(card, name)!r}")
        if not card.bands or not all(isinstance(role, str) for role in card.bands):
            raise ValueError(f"bands are {card.bands!r}")
        if card.halo % card.ratio or card.alignment % card.ratio:
            raise ValueError("halo and alignment must be multiples of the ratio")
        if not isinstance(card.registers, bool):
            raise ValueError(f"registers is {card.registers!r}")
        if not card.bytes_per_pixel > 0:
            raise ValueError(f"bytes_per_pixel is {card.bytes_per_pixel!r}")
