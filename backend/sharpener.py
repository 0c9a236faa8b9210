"""A scene that is open for sharpening: any window of it, by constants that are fixed once.

The loop over all of a scene and the preview of a window both sharpen through it, so that they
agree.
"""

from __future__ import annotations

import contextlib
import time
from dataclasses import dataclass

import numpy as np

from qgis_pansharp.backend.arrays import Array, FloatArray
from qgis_pansharp.backend.band_roles import band_role
from qgis_pansharp.backend.blocks import Block
from qgis_pansharp.backend.engines import EngineOptions, Watch
from qgis_pansharp.backend.engines.choosing import candidates
from qgis_pansharp.backend.engines.steady import SteadyEngine
from qgis_pansharp.backend.errors import BandError, Cancelled, ModelError
from qgis_pansharp.backend.messages import Message
from qgis_pansharp.backend.pixels import PairReader
from qgis_pansharp.backend.plan import Plan
from qgis_pansharp.backend.radiometry import Limits, OutputRadiometry, stray_value, usual
from qgis_pansharp.backend.registration import ShiftEstimator, Shifts
from qgis_pansharp.backend.request import Feedback
from qgis_pansharp.backend.scaling import fit_scaling
from qgis_pansharp.backend.scene import Scene

CANCELLED = Message("cancelled; no output was left behind.")

ENDS_OF_TRANSPARENCY = 0.9  # share of pixels that are wholly transparent or not at all


class Sharpener:
    """A plan's rasters and engine, open, with the scene's constants. A context manager.

    To be used by one thread at a time, as files and engines are.
    """

    def __init__(self, plan: Plan, feedback: Feedback) -> None:
        """Open everything and fix the constants, which reads samples from all over the scene.

        Raises:
            PansharpError: the member of the hierarchy that says what is wrong; `Cancelled` where
                the feedback asked to stop.
        """
        self.plan = plan
        with contextlib.ExitStack() as opened:
            request = plan.request

            def stop_if_cancelled(share: float = 0.0) -> None:
                if feedback.is_cancelled():
                    raise Cancelled(CANCELLED)

            self.engine = opened.enter_context(
                SteadyEngine(
                    candidates(request, plan.model, feedback.message, stop_if_cancelled),
                    plan.model.path,
                    EngineOptions(request.threads, request.device, request.precision),
                    feedback.message,
                    stop_if_cancelled,
                )
            )
            self.reader = opened.enter_context(PairReader(plan.scene))
            self._tell(feedback)
            self._fix_constants(feedback)
            self._opened = opened.pop_all()

    def __enter__(self) -> Sharpener:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Close files and engine; nothing can be sharpened any more."""
        self._opened.close()

    def _tell(self, feedback: Feedback) -> None:
        """Say what will sharpen."""
        plan, card = self.plan, self.plan.model.card
        for note in plan.notes:
            feedback.message(note)
        feedback.message(
            Message(
                "Model {model} {version} on engine {engine} ({device})",
                model=card.id,
                version=card.version,
                engine=self.engine.name,
                device=self.engine.device,
            )
        )
        if len(plan.passes) > 1:
            feedback.message(
                Message(
                    "{bands} bands take {passes} passes of this model",
                    bands=len(plan.roles),
                    passes=len(plan.passes),
                )
            )

    def _fix_constants(self, feedback: Feedback) -> None:
        """Fix what is the same for all blocks, also where only a part of the scene is wanted."""
        started = time.perf_counter()
        scene, card = self.plan.scene, self.plan.model.card

        def stop_if_cancelled() -> None:
            if feedback.is_cancelled():
                raise Cancelled(CANCELLED)

        shift = ShiftEstimator(scene.ratio) if card.registers else None
        pan_samples, ms_samples = self.reader.sample(stop_if_cancelled, shift)
        if shift is None:
            self.reader.shifts = Shifts.stated(scene.ms_off)
        else:
            self.reader.shifts = shift.estimate(scene.ms_off)
            _tell_shifts(self.reader.shifts, feedback)
        if not pan_samples.size:
            feedback.message(
                Message("No pixel holds data in both rasters; the output will be empty")
            )
            empty = self.reader.empty_bands
            if 0 < len(empty) < len(scene.ms.bands):
                feedback.message(
                    Message(
                        "MS has bands without any data ({numbers}), and pixels count only where "
                        "all bands hold some; leave these bands out",
                        numbers=", ".join(map(str, empty)),
                    )
                )
        fitted = np.ones(pan_samples.size, dtype=bool)  # where values fix the scaling
        strays = []
        for role, samples, values in (
            ("PAN", pan_samples[None], self.reader.pan_values),
            ("MS", ms_samples, ms_samples),
        ):
            stray = stray_value(values)
            fitted &= usual(samples, values, stray)
            if stray is not None:
                strays.append(role)
                feedback.message(
                    Message(
                        "{role} has pixels of {value:g}, far from all others; if they hold no "
                        "data, state this value as its nodata value and run again",
                        role=role,
                        value=stray,
                    )
                )
        _check_transparency(scene, ms_samples)
        if not fitted.any() or (len(strays) > 1 and card.scaling == "percentile"):
            fitted[:] = True  # both reach as far, and both percentiles follow
        bands = self.plan.fitted_bands
        self.scaling = fit_scaling(card.scaling, pan_samples[fitted], ms_samples[bands][:, fitted])
        self.radiometry = OutputRadiometry.of_scene(scene, ms_samples, self.reader.masked)
        self.start_seconds = time.perf_counter() - started

    def core(self) -> int:
        """Return the side of the blocks that suit the engine at work."""
        return self.plan.core(self.engine.room)

    def sharpen(self, block: Block, watch: Watch) -> Array:
        """Read, infer and finish a block.

        Args:
            block: PAN pixels of the scene; it may start anywhere in it.
            watch: called with the share that is done; may raise to stop.

        Returns:
            `(B, h, w)` in the order and the data type of MS, nodata where a raster has no data.

        Raises:
            InputFileError: a raster cannot be read there.
            EngineError, ModelError: the engine failed, or the model is not what its card says.
            MemoryError: the block is too large.
            HandOverAgain: the engine was lost; the next one may want blocks of another size.
        """
        work = self.begin(block)
        for number in range(work.parts):
            pan, ms = self.inputs(work, number)
            self.put(work, number, self.engine.run(pan, ms, part_of(watch, number, work.parts)))
        return self.finish(work)

    def begin(self, block: Block) -> Work:
        """Read a block; its passes then go through the engine, and `finish` ends it.

        Raises:
            InputFileError: a raster cannot be read there.
        """
        scene, card = self.plan.scene, self.plan.model.card
        window = block.grown(card.halo, card.alignment)
        pair = self.reader.read(window, block)
        limits = self.radiometry.limits(pair.given).at_pan(scene.ratio, *block.within(window))
        numbers = np.zeros((len(scene.ms.bands), block.height, block.width), dtype=np.float32)
        pan, ms = self.scaling.pan_to_values(pair.pan), self.scaling.ms_to_values(pair.ms)
        parts = len(self.plan.passes) if pair.valid.any() else 0
        return Work(block, pan, ms, pair.valid, limits, numbers, parts)

    def inputs(self, work: Work, number: int) -> tuple[FloatArray, FloatArray]:
        """Return what the engine gets for one of a block's passes: PAN and the bands of MS."""
        return work.pan, work.ms[list(self.plan.passes[number].feeds)]

    def put(self, work: Work, number: int, values: FloatArray) -> None:
        """Put what the engine made of a pass, network values `(B, h, w)`, into its block.

        Raises:
            ModelError: it is not what the model's card promises.
        """
        band_pass = self.plan.passes[number]
        cells = work.block.grown(0, self.plan.model.card.alignment)
        if values.shape != (len(band_pass.feeds), cells.height, cells.width):
            raise ModelError(
                "model file {path!r} returns blocks of another size than its card promises; use a "
                "bundled model.",
                path=str(self.plan.model.path),
            )
        rows, columns = work.block.within(cells)
        for slot, band in band_pass.takes:
            work.numbers[band] = self.scaling.ms_to_numbers(values[slot][rows, columns])

    def finish(self, work: Work) -> Array:
        """Return a block whose passes are all taken, as it is written."""
        return self.radiometry.finish(work.numbers, work.valid, work.limits)


@dataclass
class Work:
    """A block that was read, on its way through the engine."""

    block: Block
    pan: FloatArray  # values (1, H, W), with the halo
    ms: FloatArray  # values (B, h, w)
    valid: Array  # of the core
    limits: Limits  # of the core's numbers
    numbers: Array  # (B, H, W) of the core, filled pass by pass
    parts: int  # passes; none where nothing is valid
    failed: bool = False  # what is under way for it does not count any more


def part_of(watch: Watch, number: int, count: int) -> Watch:
    """Return what watches one of several passes."""

    def watch_pass(share: float) -> None:
        watch((number + share) / count)

    return watch_pass


def _tell_shifts(shifts: Shifts, feedback: Feedback) -> None:
    """Say what is moved, and where the result lies."""
    off = shifts.decimated
    if off > 0:
        feedback.message(
            Message(
                "MS lies {off:.1f} PAN pixels lower and further right than PAN, as where single "
                "pixels of a finer image were kept; its colours are moved onto PAN",
                off=off,
            )
        )
    elif off < 0:
        feedback.message(
            Message(
                "MS lies {off:.1f} PAN pixels higher and further left than PAN, as where single "
                "pixels of a finer image were kept; its colours are moved onto PAN",
                off=-off,
            )
        )
    down, right = (0.0 if abs(length) < 0.05 else length for length in shifts.pan)
    if not down and not right:
        return
    place = _place(down, right)
    if off:
        feedback.message(
            Message("{place} once that is undone; its detail is moved by as much", place=place)
        )
        return
    feedback.message(
        Message(
            "{place}; its detail is moved onto MS, whose position the result keeps", place=place
        )
    )


def _place(down: float, right: float) -> Message:
    """Say in one clause where PAN lies; languages differ in how such a clause is put together."""
    lengths = {"down": abs(down), "right": abs(right)}
    if not right:
        if down < 0:
            return Message("PAN lies {down:.1f} above MS (in PAN pixels)", **lengths)
        return Message("PAN lies {down:.1f} below MS (in PAN pixels)", **lengths)
    if not down:
        if right < 0:
            return Message("PAN lies {right:.1f} to the left of MS (in PAN pixels)", **lengths)
        return Message("PAN lies {right:.1f} to the right of MS (in PAN pixels)", **lengths)
    if down < 0 and right < 0:
        return Message(
            "PAN lies {down:.1f} above and {right:.1f} to the left of MS (in PAN pixels)", **lengths
        )
    if down < 0:
        return Message(
            "PAN lies {down:.1f} above and {right:.1f} to the right of MS (in PAN pixels)",
            **lengths,
        )
    if right < 0:
        return Message(
            "PAN lies {down:.1f} below and {right:.1f} to the left of MS (in PAN pixels)", **lengths
        )
    return Message(
        "PAN lies {down:.1f} below and {right:.1f} to the right of MS (in PAN pixels)", **lengths
    )


def _check_transparency(scene: Scene, ms_samples: Array) -> None:
    """Refuse bands that are tagged as alpha and are nothing else.

    Transparency may be soft at its edges; a band of what a sensor saw is hardly ever at an end.
    """
    if not ms_samples.size:
        return
    for number, (band, samples) in enumerate(zip(scene.ms.bands, ms_samples), 1):
        if not band.is_alpha or band_role(band):
            continue
        ends = (0, 255 if scene.ms.dtype == "uint8" else samples.max())
        if np.isin(samples, ends).mean() > ENDS_OF_TRANSPARENCY:
            raise BandError(
                "MS file {path!r} has transparency as its band {number}; extract the other bands.",
                path=scene.ms.path,
                number=number,
            )
