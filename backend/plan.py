"""From a request to a plan, by the headers of its files alone: scene, model, bands, blocks."""

from __future__ import annotations

from dataclasses import dataclass

from qgis_pansharp.backend import blocks
from qgis_pansharp.backend.area import crop
from qgis_pansharp.backend.blocks import Block
from qgis_pansharp.backend.engines import require_engine
from qgis_pansharp.backend.errors import GeometryError, ModelError
from qgis_pansharp.backend.models import (
    BandPass,
    Model,
    bundled_models,
    choose_model,
    load_model,
    plan_bands,
    resolve_roles,
)
from qgis_pansharp.backend.raster import read_info
from qgis_pansharp.backend.request import SharpenRequest
from qgis_pansharp.backend.scene import Scene, band_roles, make_scene

# bytes per PAN pixel and band for what leaves a network: numbers, rounded, and in MS's data type
BYTES_PER_BAND = 12.0


@dataclass(frozen=True)
class Plan:
    """A request that was checked against the headers of its files.

    `roles` are those of the scene's bands as the model takes them, "" where unknown; `passes`
    sharpen all of these bands.
    """

    request: SharpenRequest
    scene: Scene
    model: Model
    roles: tuple[str, ...]
    passes: tuple[BandPass, ...]

    @property
    def bytes_per_pixel(self) -> float:
        """Memory for each PAN pixel read; the card counts the model's own bands."""
        card = self.model.card
        return card.bytes_per_pixel + BYTES_PER_BAND * max(0, len(self.roles) - len(card.bands))

    @property
    def fitted_bands(self) -> list[int]:
        """The bands that fix the scene's scaling: those that the first pass sees.

        They are nearest to what the model was trained on. What comes in further passes, such as
        short-wave infrared in a model of four bands, goes through the same map and does not move
        it.
        """
        return sorted(set(self.passes[0].feeds))

    def blocks(self, window: Block) -> list[Block]:
        """Cut a window of the scene into blocks that the memory suffices for."""
        card = self.model.card
        core = blocks.choose_core(
            self.request.memory, self.bytes_per_pixel, card.halo, card.alignment
        )
        return window.split(core)

    def pixels_read(self, block: Block) -> int:
        """Return the PAN pixels that a block costs: its core's and its halo's."""
        card = self.model.card
        return block.grown(card.halo, card.alignment).pixels


def make_plan(request: SharpenRequest) -> Plan:
    """Plan a run but for its output, which is not looked at.

    Raises:
        PansharpError: the member of the hierarchy that says what is wrong.
    """
    pan, ms = read_info(request.pan, "PAN"), read_info(request.ms, "MS")
    scene = make_scene(pan, ms)
    if request.area is not None:
        scene = crop(scene, request.area)
    roles = band_roles(ms)
    if request.model is None:
        model = choose_model(
            bundled_models(),
            request.method,
            roles,
            scene.ratio,
            str(request.pan),
            str(request.ms),
        )
    else:
        model = load_model(request.model)
        _check_given_model(model, request, scene)
    require_engine(request.engine)
    slots = model.card.bands
    return Plan(request, scene, model, resolve_roles(slots, roles), plan_bands(slots, roles))


def _check_given_model(model: Model, request: SharpenRequest, scene: Scene) -> None:
    card = model.card
    if request.method not in ("auto", card.network):
        raise ModelError(
            f"model file {str(model.path)!r} is of method {card.network}, not "
            f"{request.method}; leave the method at auto."
        )
    if card.ratio != scene.ratio:
        raise GeometryError(
            f"PAN file {str(request.pan)!r} and MS file {str(request.ms)!r} have ratio "
            f"{scene.ratio}, but model file {str(model.path)!r} takes {card.ratio}; choose "
            "another model."
        )
