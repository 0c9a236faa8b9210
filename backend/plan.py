"""From a request to a plan, by the headers of its files alone: scene, model, bands, blocks."""

from __future__ import annotations

from dataclasses import dataclass

from qgis_pansharp.backend import blocks
from qgis_pansharp.backend.area import crop
from qgis_pansharp.backend.band_roles import band_roles
from qgis_pansharp.backend.blocks import Block
from qgis_pansharp.backend.engines.at_hand import require_engine
from qgis_pansharp.backend.engines.choosing import engines_folder
from qgis_pansharp.backend.errors import GeometryError, ModelError, PansharpError
from qgis_pansharp.backend.messages import Message
from qgis_pansharp.backend.models import (
    BandPass,
    Model,
    ModelCard,
    choose_model,
    load_model,
    plan_bands,
    resolve_roles,
)
from qgis_pansharp.backend.models.further import models_at_hand
from qgis_pansharp.backend.raster import read_info
from qgis_pansharp.backend.request import PRECISIONS, SharpenRequest
from qgis_pansharp.backend.scene import Scene, make_scene

# bytes per PAN pixel and band for what leaves a network: numbers, rounded, and in MS's data type
BYTES_PER_BAND = 12.0
# bytes per PAN pixel, and per pixel and band, for blocks that a device's own memory holds while
# they are worked on: two in shared memory, read, on their way to the device and back, and written
CARRIED, CARRIED_PER_BAND = 60.0, 48.0


@dataclass(frozen=True)
class Plan:
    """A request that was checked against the headers of its files.

    `roles` are those of the scene's bands as the model takes them, "" where unknown; `passes`
    sharpen all of these bands. `notes` are lines for the log.
    """

    request: SharpenRequest
    scene: Scene
    model: Model
    roles: tuple[str, ...]
    passes: tuple[BandPass, ...]
    notes: tuple[Message, ...] = ()

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

    def core(self, room: int = 0) -> int:
        """Return the side of the blocks that the memory suffices for.

        Args:
            room: of the engine; see `Engine`.
        """
        card, request = self.model.card, self.request
        lengths = (card.halo, card.alignment, request.block_size)
        if not room:
            return blocks.choose_core(request.memory, self.bytes_per_pixel, *lengths)
        return core_on_device(card, len(self.roles), room, request.memory, request.block_size)

    def blocks(self, window: Block, room: int = 0) -> list[Block]:
        """Cut a window of the scene into blocks that the memory suffices for; see `core`."""
        return window.split(self.core(room))

    def pixels_read(self, block: Block) -> int:
        """Return the PAN pixels that a block costs: its core's and its halo's."""
        card = self.model.card
        return block.grown(card.halo, card.alignment).pixels


def core_on_device(card: ModelCard, bands: int, room: int, memory: int, block_size: int = 0) -> int:
    """Return the side of blocks for a device with memory of its own: it and the computer's suffice.

    Args:
        card: the model's.
        bands: of the scene.
        room: of the engine; see `Engine`.
        memory: of the computer's, that a block may take on its way.
        block_size: see `SharpenRequest`.
    """
    lengths = (card.halo, card.alignment, block_size, blocks.LARGEST_ELSEWHERE)
    carried = CARRIED + CARRIED_PER_BAND * bands
    return min(
        blocks.choose_core(budget, each, *lengths)
        for budget, each in ((room, card.bytes_per_pixel), (memory, carried))
    )


def make_plan(request: SharpenRequest) -> Plan:
    """Plan a run but for its output, which is not looked at.

    Raises:
        PansharpError: the member of the hierarchy that says what is wrong.
    """
    _check_numbers(request)
    pan, ms = read_info(request.pan, "PAN"), read_info(request.ms, "MS")
    scene = make_scene(pan, ms)
    if request.area is not None:
        scene = crop(scene, request.area)
    roles = band_roles(ms)
    notes: tuple[Message, ...] = ()
    if request.model is None:
        models, notes = models_at_hand(request.model_folder)
        model = choose_model(
            models,
            request.method,
            roles,
            scene.ratio,
            str(request.pan),
            str(request.ms),
        )
    else:
        model = load_model(request.model)
        _check_given_model(model, request, scene)
    require_engine(request.engine, engines_folder(request), request.isolate)
    slots = model.card.bands
    passes = plan_bands(slots, roles)
    return Plan(request, scene, model, resolve_roles(slots, roles), passes, notes)


def _check_numbers(request: SharpenRequest) -> None:
    if request.threads < 0:
        raise PansharpError(
            "{count} threads cannot be used; give a number above 0, or 0 for as many as there are "
            "cores.",
            count=request.threads,
        )
    if request.precision not in PRECISIONS:
        raise PansharpError(
            "There is no precision {name!r}; choose one of: {choices}.",
            name=request.precision,
            choices=", ".join(PRECISIONS),
        )
    if request.block_size < 0:
        raise PansharpError(
            "a block cannot have {size} pixels a side; give a number above 0, or 0 for as many as "
            "the memory suffices for.",
            size=request.block_size,
        )


def _check_given_model(model: Model, request: SharpenRequest, scene: Scene) -> None:
    card = model.card
    if request.method not in ("auto", card.network):
        raise ModelError(
            "model file {path!r} is of method {found}, not {wanted}; leave the method at auto.",
            path=str(model.path),
            found=card.network,
            wanted=request.method,
        )
    if card.ratio != scene.ratio:
        raise GeometryError(
            "PAN file {pan!r} and MS file {ms!r} have ratio {ratio}, but model file {model!r} "
            "takes {other}; choose another model.",
            pan=str(request.pan),
            ms=str(request.ms),
            ratio=scene.ratio,
            model=str(model.path),
            other=card.ratio,
        )
