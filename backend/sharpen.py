"""The one loop: read a block, infer, write; progress and cancel.

Constants of the scene are fixed before the first block, each block is read with a halo that covers
the model's receptive field, and beyond the scene's edge the pixels are mirrored, so that blocks do
not show in the result.
"""

from __future__ import annotations

import time
from collections import deque
from dataclasses import dataclass, field
from pathlib import Path

from qgis_pansharp.backend import blocks
from qgis_pansharp.backend.arrays import Array
from qgis_pansharp.backend.blocks import Block
from qgis_pansharp.backend.engines import Watch
from qgis_pansharp.backend.engines.isolated import SLOTS
from qgis_pansharp.backend.engines.steady import HandOverAgain, Ticket
from qgis_pansharp.backend.errors import Cancelled
from qgis_pansharp.backend.estimate import require_space
from qgis_pansharp.backend.messages import Message
from qgis_pansharp.backend.plan import Plan, make_plan
from qgis_pansharp.backend.raster import (
    OutputHeader,
    Writer,
    check_output,
    creation_options,
    is_lossy,
)
from qgis_pansharp.backend.request import (
    Feedback,
    SharpenRequest,
    SharpenResult,
    SilentFeedback,
)
from qgis_pansharp.backend.sharpener import CANCELLED, Sharpener, Work, part_of


def check(request: SharpenRequest) -> Plan:
    """Look at headers alone and refuse what cannot work; cheap enough for a dialog.

    Raises:
        PansharpError: the member of the hierarchy that says what is wrong.
    """
    plan = make_plan(request)
    pan, ms = plan.scene.pan, plan.scene.ms
    inputs = (request.pan, request.ms, *pan.files, *ms.files, plan.model.path)
    check_output(request.output, inputs, request.overwrite, request.creation_options)
    creation_options(ms.dtype, request.creation_options, ms.nodata)
    require_space(plan)
    return plan


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
    with Sharpener(plan, feedback) as sharpener:
        require_space(plan)  # once more: reading samples of a large scene takes a while
        header = _header(plan, sharpener.radiometry.nodata)
        if header.nodata is not None and is_lossy(
            creation_options(header.dtype, request.creation_options)
        ):
            feedback.message(
                Message(
                    "Lossy compression may leave values in pixels without data, and make others "
                    "look as if they had none; choose a lossless one where that matters"
                )
            )
        with Writer(
            Path(request.output),
            header,
            request.creation_options,
            request.overwrite,
            feedback.message,
        ) as writer:
            _Loop(sharpener, writer, feedback).run()
            sharpener.close()  # takes a moment; whoever stops the run then leaves no output
            writer.commit()
        feedback.progress(1.0)
        return SharpenResult(
            output=Path(request.output),
            model=card.id,
            version=card.version,
            method=card.network,
            engine=sharpener.engine.name,
            device=sharpener.engine.device,
            seconds=time.monotonic() - started,
            rows=scene.rows,
            columns=scene.columns,
            bands=len(scene.ms.bands),
            roles=plan.roles,
        )


def _header(plan: Plan, nodata: float | None) -> OutputHeader:
    """Return what the output says of itself."""
    scene, card = plan.scene, plan.model.card
    return OutputHeader(
        width=scene.columns,
        height=scene.rows,
        dtype=scene.ms.dtype,
        bands=scene.ms.bands,
        nodata=nodata,
        geotransform=scene.geotransform,
        wkt=scene.pan.wkt,
        area_or_point=scene.pan.area_or_point,
        metadata={**scene.pan.metadata, "PANSHARP_MODEL": f"{card.id} {card.version}"},
        ground_control=scene.ground_control,
        rpc=scene.rpc,
        epoch=scene.pan.epoch,
    )


@dataclass
class _Started:
    """A pass of a block that the engine has."""

    work: Work
    number: int
    ticket: Ticket


@dataclass
class _Loop:
    """All blocks of one output.

    While an engine in another process works on a block, the next one is read and the one before it
    is written. What goes wrong with a block is mended block by block, with nothing under way.
    """

    sharpener: Sharpener
    writer: Writer
    feedback: Feedback
    done: int = 0
    shown: float = 0.0
    largest: int = 0  # side that memory sufficed for, 0 while all did
    started: deque[_Started] = field(default_factory=deque)

    def run(self) -> None:
        """Sharpen block after block, in smaller pieces where memory does not suffice."""
        for block in self.sharpener.plan.scene.output.split(self.sharpener.core()):
            for piece in block.split(self._side()):
                self._stop_if_cancelled()
                if self.sharpener.engine.overlaps:
                    self._begin(piece)
                else:
                    self._end_all()
                    self._mend(piece)
        self._end_all()

    def _side(self) -> int:
        """Return the side of the blocks that suit the engine, which may be another by now."""
        core = self.sharpener.core()
        return min(core, self.largest) if self.largest else core

    def _begin(self, block: Block) -> None:
        """Read a block and hand it over, pass by pass; end what was handed over before."""
        work = self._read(block)
        if work is None:
            self._end_all()
            self._mend(block, too_large=True)
            return
        if not work.parts:
            self._write(work)
        for number in range(work.parts):
            if work.failed:
                return
            try:
                ticket = self.sharpener.engine.start(*self.sharpener.inputs(work, number))
            except (HandOverAgain, MemoryError) as problem:
                self._fail(work, isinstance(problem, MemoryError))
                return
            self.started.append(_Started(work, number, ticket))
            while len(self.started) >= SLOTS:
                self._end_one()

    def _read(self, block: Block) -> Work | None:
        """Read a block; None where memory does not suffice."""
        try:
            return self.sharpener.begin(block)
        except MemoryError:
            return None

    def _end_one(self) -> None:
        """Wait for the pass that was handed over first; write its block when that was its last."""
        first = self.started.popleft()
        watch = part_of(self._watch(first.work.block), first.number, first.work.parts)
        last = first.number == first.work.parts - 1
        try:
            values = self.sharpener.engine.finish(first.ticket, watch)
            if first.work.failed:
                return
            self.sharpener.put(first.work, first.number, values)
            pixels = self.sharpener.finish(first.work) if last else None
        except (HandOverAgain, MemoryError) as problem:
            if not first.work.failed:
                self._fail(first.work, isinstance(problem, MemoryError))
            return
        if pixels is not None:
            self._write_pixels(first.work.block, pixels)

    def _end_all(self) -> None:
        while self.started:
            self._end_one()

    def _fail(self, work: Work, too_large: bool) -> None:
        """Work on a block once more, after what is still under way."""
        work.failed = True
        self._end_all()
        self._mend(work.block, too_large)

    def _mend(self, block: Block, too_large: bool = False) -> None:
        """Sharpen a block on its own: smaller where it must be, with the next engine at last."""
        alignment = self.sharpener.plan.model.card.alignment
        while True:
            pieces = block.split(self._side())
            too_large = too_large and len(pieces) == 1  # else it was cut by now
            try:
                for piece in pieces:
                    blocks.in_pieces(piece, alignment, self._sharpen, self._shrink, too_large)
                return
            except HandOverAgain:
                pass
            except MemoryError:
                if not self.sharpener.engine.step_down(self._watch(block)):
                    raise
            self.largest, too_large = 0, False

    def _shrink(self, block: Block) -> None:
        """Say that a block is too large, and make those after it smaller from the start."""
        self.feedback.message(
            Message(
                "Memory does not suffice for {columns} x {rows} pixels; going on in smaller blocks",
                columns=block.width,
                rows=block.height,
            )
        )
        alignment = self.sharpener.plan.model.card.alignment
        self.largest = blocks.half_of(max(block.height, block.width), alignment)

    def _sharpen(self, block: Block) -> None:
        self._stop_if_cancelled()
        self._write_pixels(block, self.sharpener.sharpen(block, self._watch(block)))

    def _write(self, work: Work) -> None:
        self._write_pixels(work.block, self.sharpener.finish(work))

    def _write_pixels(self, block: Block, pixels: Array) -> None:
        output = self.sharpener.plan.scene.output
        self.writer.write(block.row - output.row, block.column - output.column, pixels)
        self.done += block.pixels
        self._show(0.0, block)

    def _watch(self, block: Block) -> Watch:
        def watch(share: float) -> None:
            self._stop_if_cancelled()
            self._show(share, block)

        return watch

    def _stop_if_cancelled(self) -> None:
        if self.feedback.is_cancelled():
            raise Cancelled(CANCELLED)

    def _show(self, share: float, block: Block) -> None:
        """Report progress with a share of a block.

        It is never less than before, and all of it only when the file stands.
        """
        total = self.sharpener.plan.scene.output.pixels
        share = min((self.done + share * block.pixels) / total, 0.999)
        if share > self.shown:
            self.shown = share
            self.feedback.progress(share)
