"""The one loop: read a block, infer, write; progress and cancel.

Constants of the scene are fixed before the first block, each block is read with a halo that covers
the model's receptive field, and beyond the scene's edge the pixels are mirrored, so that blocks do
not show in the result.
"""

from __future__ import annotations

import time
from dataclasses import dataclass
from pathlib import Path

from qgis_pansharp.backend import blocks
from qgis_pansharp.backend.blocks import Block
from qgis_pansharp.backend.errors import Cancelled
from qgis_pansharp.backend.estimate import require_space
from qgis_pansharp.backend.messages import Message
from qgis_pansharp.backend.plan import Plan, make_plan
from qgis_pansharp.backend.raster import (
    OutputHeader,
    Writer,
    check_output,
    creation_options,
)
from qgis_pansharp.backend.request import (
    Feedback,
    SharpenRequest,
    SharpenResult,
    SilentFeedback,
)
from qgis_pansharp.backend.sharpener import CANCELLED, Sharpener


def check(request: SharpenRequest) -> Plan:
    """Look at headers alone and refuse what cannot work; cheap enough for a dialog.

    Raises:
        PansharpError: the member of the hierarchy that says what is wrong.
    """
    plan = make_plan(request)
    pan, ms = plan.scene.pan, plan.scene.ms
    inputs = (request.pan, request.ms, *pan.files, *ms.files, plan.model.path)
    check_output(request.output, inputs, request.overwrite)
    creation_options(ms.dtype, request.creation_options)
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
        with Writer(Path(request.output), header, request.creation_options) as writer:
            _Loop(sharpener, writer, feedback).run()
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
    )


@dataclass
class _Loop:
    """All blocks of one output."""

    sharpener: Sharpener
    writer: Writer
    feedback: Feedback
    done: int = 0
    shown: float = 0.0

    def run(self) -> None:
        """Sharpen block after block, in smaller pieces where memory does not suffice."""
        plan = self.sharpener.plan
        for block in plan.blocks(plan.scene.output):
            blocks.in_pieces(block, plan.model.card.alignment, self._sharpen, self._tell_shrinking)

    def _tell_shrinking(self, block: Block) -> None:
        self.feedback.message(
            Message(
                "Memory does not suffice for {columns} x {rows} pixels; going on in smaller blocks",
                columns=block.width,
                rows=block.height,
            )
        )

    def _sharpen(self, block: Block) -> None:
        self._stop_if_cancelled()
        self._infer_and_write(block)
        self.done += block.pixels
        self._show(0.0, block)

    def _infer_and_write(self, block: Block) -> None:
        def watch(share: float) -> None:
            self._stop_if_cancelled()
            self._show(share, block)

        pixels = self.sharpener.sharpen(block, watch)
        output = self.sharpener.plan.scene.output
        self.writer.write(block.row - output.row, block.column - output.column, pixels)

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
