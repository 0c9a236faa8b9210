"""The one loop: read a block, infer, write; progress and cancel.

Constants of the scene are fixed before the first block, each block is read with a halo that covers
the model's receptive field, and beyond the scene's edge the pixels are mirrored, so that blocks do
not show in the result.
"""

from __future__ import annotations

import time
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from qgis_pansharp.backend import blocks
from qgis_pansharp.backend.arrays import Array, FloatArray
from qgis_pansharp.backend.blocks import Block
from qgis_pansharp.backend.engines import Engine, Watch, create_engine, require_engine
from qgis_pansharp.backend.errors import BandError, Cancelled, GeometryError, ModelError
from qgis_pansharp.backend.models import (
    BandPass,
    Model,
    bundled_models,
    choose_model,
    load_model,
    plan_bands,
    resolve_roles,
)
from qgis_pansharp.backend.pixels import PairReader
from qgis_pansharp.backend.radiometry import OutputRadiometry
from qgis_pansharp.backend.raster import (
    OutputHeader,
    Writer,
    check_output,
    creation_options,
    read_info,
)
from qgis_pansharp.backend.registration import ShiftEstimator
from qgis_pansharp.backend.request import (
    Feedback,
    SharpenRequest,
    SharpenResult,
    SilentFeedback,
)
from qgis_pansharp.backend.scaling import SceneScaling, fit_scaling
from qgis_pansharp.backend.scene import Scene, band_role, band_roles, make_scene

CANCELLED = "cancelled; no output was left behind."
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


def check(request: SharpenRequest) -> Plan:
    """Look at headers alone and refuse what cannot work; cheap enough for a dialog.

    Raises:
        PansharpError: the member of the hierarchy that says what is wrong.
    """
    pan, ms = read_info(request.pan, "PAN"), read_info(request.ms, "MS")
    scene = make_scene(pan, ms)
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
    inputs = (request.pan, request.ms, *pan.files, *ms.files, model.path)
    check_output(request.output, inputs, request.overwrite)
    creation_options(ms.dtype, request.creation_options)
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


def sharpen(request: SharpenRequest, feedback: Feedback | None = None) -> SharpenResult:
    """Sharpen a pair of rasters of any size; the one way in.

    The output has MS's data type, band names and nodata, and PAN's grid and projection. It appears
    whole or not at all; inputs are only read.

    Raises:
        PansharpError: the member of the hierarchy that says what is wrong; `Cancelled` where the
            feedback asked to stop.
    """
    feedback = feedback or SilentFeedback()
    started = time.monotonic()
    plan = check(request)
    scene, card = plan.scene, plan.model.card
    with create_engine(request.engine, plan.model.path) as engine, PairReader(scene) as reader:
        feedback.message(
            f"Model {card.id} {card.version} on engine {engine.name} ({engine.device})"
        )
        if len(plan.passes) > 1:
            feedback.message(
                f"{len(plan.roles)} bands take {len(plan.passes)} passes of this model"
            )

        def stop_if_cancelled() -> None:
            if feedback.is_cancelled():
                raise Cancelled(CANCELLED)

        shift = ShiftEstimator(scene.ratio) if card.registers else None
        pan_samples, ms_samples = reader.sample(stop_if_cancelled, shift)
        if shift is not None:
            reader.pan_shift = shift.estimate()
            _tell_shift(reader.pan_shift, feedback)
        if not pan_samples.size:
            feedback.message("No pixel holds data in both rasters; the output will be empty")
        _check_transparency(scene, ms_samples)
        radiometry = OutputRadiometry.of_scene(
            scene,
            lowest=float(ms_samples.min(initial=0 if not ms_samples.size else np.inf)),
            highest=float(ms_samples.max(initial=0 if not ms_samples.size else -np.inf)),
            masked=reader.masked,
        )
        header = OutputHeader(
            width=scene.columns,
            height=scene.rows,
            dtype=scene.ms.dtype,
            bands=scene.ms.bands,
            nodata=radiometry.nodata,
            geotransform=scene.geotransform,
            wkt=scene.pan.wkt,
            area_or_point=scene.pan.area_or_point,
            metadata={**scene.pan.metadata, "PANSHARP_MODEL": f"{card.id} {card.version}"},
            ground_control=scene.ground_control,
            rpc=scene.rpc,
        )
        with Writer(Path(request.output), header, request.creation_options) as writer:
            loop = _Loop(
                plan,
                engine,
                reader,
                fit_scaling(card.scaling, pan_samples, ms_samples[_fitted_bands(plan)]),
                radiometry,
                writer,
                feedback,
            )
            loop.run()
            writer.commit()
        feedback.progress(1.0)
        return SharpenResult(
            output=Path(request.output),
            model=card.id,
            method=card.network,
            engine=engine.name,
            device=engine.device,
            seconds=time.monotonic() - started,
            rows=scene.rows,
            columns=scene.columns,
            bands=len(scene.ms.bands),
        )


def _tell_shift(shift: tuple[float, float], feedback: Feedback) -> None:
    """Say that PAN is moved, and where the result lies."""
    if not any(shift):
        return
    words = (("above", "below"), ("to the left of", "to the right of"))
    parts = [
        f"{abs(length):.1f} {sides[length > 0]}"
        for length, sides in zip(shift, words)
        if abs(length) >= 0.05
    ]
    feedback.message(
        f"PAN lies {' and '.join(parts)} MS (in PAN pixels); its detail is moved onto MS, whose "
        "position the result keeps"
    )


def _fitted_bands(plan: Plan) -> list[int]:
    """Return the bands that fix the scene's scaling: those that the first pass sees.

    They are nearest to what the model was trained on. What comes in further passes, such as
    short-wave infrared in a model of four bands, goes through the same map and does not move it.
    """
    return sorted(set(plan.passes[0].feeds))


def _check_transparency(scene: Scene, ms_samples: Array) -> None:
    """Refuse a fourth band of bytes that is tagged as alpha and is nothing else."""
    last = scene.ms.bands[-1]
    values = np.unique(ms_samples[-1])
    if last.is_alpha and not band_role(last) and np.isin(values, (0, 255)).all():
        raise BandError(
            f"MS file {scene.ms.path!r} has a band of transparency as its last; extract the "
            "other bands."
        )


@dataclass
class _Loop:
    """All blocks of one scene."""

    plan: Plan
    engine: Engine
    reader: PairReader
    scaling: SceneScaling
    radiometry: OutputRadiometry
    writer: Writer
    feedback: Feedback
    done: int = 0
    shown: float = 0.0

    def run(self) -> None:
        """Sharpen block after block."""
        plan, scene, card = self.plan, self.plan.scene, self.plan.model.card
        core = blocks.choose_core(
            plan.request.memory, plan.bytes_per_pixel, card.halo, card.alignment
        )
        for block in blocks.split(scene.height, scene.width, core):
            self._sharpen(block)

    def _sharpen(self, block: Block) -> None:
        """Sharpen a block, in smaller pieces if memory does not suffice."""
        scene, card = self.plan.scene, self.plan.model.card
        if self.feedback.is_cancelled():
            raise Cancelled(CANCELLED)
        try:
            self._infer_and_write(block)
        except MemoryError:
            quarters = block.quarters(card.alignment)
            if len(quarters) == 1 or max(block.height, block.width) <= blocks.SMALLEST:
                raise
            self.feedback.message(
                f"Memory does not suffice for {block.width} x {block.height} pixels; going on "
                "in smaller blocks"
            )
            for quarter in quarters:
                self._sharpen(quarter)
            return
        self.done += block.pixels
        self._show(self.done / (scene.height * scene.width))

    def _show(self, share: float) -> None:
        """Report progress; never less than before, and all of it only when the file stands."""
        share = min(share, 0.999)
        if share > self.shown:
            self.shown = share
            self.feedback.progress(share)

    def _watch(self, block: Block, number: int) -> Watch:
        """Return what an engine calls while it works on one of a block's passes."""
        total = self.plan.scene.height * self.plan.scene.width
        passes = len(self.plan.passes)

        def watch(share: float) -> None:
            if self.feedback.is_cancelled():
                raise Cancelled(CANCELLED)
            self._show((self.done + (number + share) / passes * block.pixels) / total)

        return watch

    def _infer_and_write(self, block: Block) -> None:
        scene, card = self.plan.scene, self.plan.model.card
        pair = self.reader.read(block.grown(card.halo, card.alignment), block)
        numbers = np.zeros((len(scene.ms.bands), block.height, block.width), dtype=np.float32)
        if pair.valid.any():
            pan, ms = self.scaling.pan_to_values(pair.pan), self.scaling.ms_to_values(pair.ms)
            for number, band_pass in enumerate(self.plan.passes):
                values = self._infer(pan, ms[list(band_pass.feeds)], block, number)
                for slot, band in band_pass.takes:
                    numbers[band] = self.scaling.ms_to_numbers(values[slot])
        pixels = self.radiometry.finish(numbers, pair.valid)
        self._write(block, pixels, scene)

    def _infer(self, pan: FloatArray, ms: FloatArray, block: Block, number: int) -> FloatArray:
        """Run one pass; return network values `(B, h, w)` of the block's core."""
        values = self.engine.run(pan, ms, self._watch(block, number))
        if values.shape != (len(ms), *self._core_shape(block)):
            raise ModelError(
                f"model file {str(self.plan.model.path)!r} returns blocks of another size than "
                "its card promises; use a bundled model."
            )
        return values[:, : block.height, : block.width]

    def _core_shape(self, block: Block) -> tuple[int, int]:
        """Return the size of what an engine returns for a block: whole cells."""
        whole = block.grown(0, self.plan.model.card.alignment)
        return whole.height, whole.width

    def _write(self, block: Block, pixels: Array, scene: Scene) -> None:
        """Write what of the block lies in the overlap of both rasters."""
        first_row, first_column = max(block.row, scene.top), max(block.column, scene.left)
        end_row = min(block.row + block.height, scene.top + scene.rows)
        end_column = min(block.column + block.width, scene.left + scene.columns)
        if first_row >= end_row or first_column >= end_column:
            return
        inside = pixels[
            :,
            first_row - block.row : end_row - block.row,
            first_column - block.column : end_column - block.column,
        ]
        self.writer.write(
            first_row - scene.top, first_column - scene.left, np.ascontiguousarray(inside)
        )
