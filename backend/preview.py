"""A look at a small window before the whole is sharpened: the very pixels that a run would write.

The scene's constants are fixed once and the engine stays open, so that each further window takes
no longer than its own pixels do.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, replace

import numpy as np

from qgis_pansharp.backend import blocks
from qgis_pansharp.backend.area import to_pixels
from qgis_pansharp.backend.arrays import Array
from qgis_pansharp.backend.blocks import Block
from qgis_pansharp.backend.classical import interpolate
from qgis_pansharp.backend.engines import Watch
from qgis_pansharp.backend.engines.base import unwatched
from qgis_pansharp.backend.engines.steady import HandOverAgain
from qgis_pansharp.backend.estimate import WRITTEN, Throughput, work
from qgis_pansharp.backend.pixels import PairWindow
from qgis_pansharp.backend.plan import make_plan
from qgis_pansharp.backend.raster import Geotransform
from qgis_pansharp.backend.request import SharpenRequest, SilentFeedback
from qgis_pansharp.backend.sharpener import Sharpener

KERNEL = 2  # MS pixels that interpolation reaches


@dataclass(frozen=True)
class Preview:
    """A window of a scene, sharpened and as it is.

    `row` and `column` are where its first pixel lies in the scene's PAN pixels; `geotransform` is
    the window's own, None where PAN has none. `interpolated` and `sharpened` are `(B, h, w)` in the
    order, the digital numbers and the data type of MS; `valid` is `(h, w)`, bool: where both
    rasters have data. Elsewhere both images have the output's nodata value.
    """

    row: int
    column: int
    geotransform: Geotransform | None
    interpolated: Array
    sharpened: Array
    valid: Array


class Previewer:
    """A request whose windows can be looked at. A context manager.

    To be used by one thread at a time: files and engine stay open between two windows.
    """

    def __init__(self, request: SharpenRequest, stop: Callable[[], None] | None = None) -> None:
        """Open the rasters and the engine, and fix the scene's constants.

        Args:
            request: what would be sharpened. Its output, its creation options and its area are not
                looked at: all of the scene can be previewed.
            stop: called now and then while the constants are fixed; what it raises ends that.

        Raises:
            PansharpError: the member of the hierarchy that says what is wrong.
        """
        self.plan = make_plan(replace(request, area=None))
        self.throughput: Throughput | None = None  # of the last window that held data
        self._sharpener = Sharpener(self.plan, _Stopping(stop))

    def __enter__(self) -> Previewer:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Close files and engine; there are no further windows."""
        self._sharpener.close()

    @property
    def engine(self) -> str:
        """The engine that sharpens."""
        return self._sharpener.engine.name

    @property
    def device(self) -> str:
        """The device that it runs on."""
        return self._sharpener.engine.device

    @property
    def start_seconds(self) -> float:
        """The time that it took to fix the scene's constants, which a run spends too."""
        return self._sharpener.start_seconds

    @property
    def middle(self) -> tuple[int, int]:
        """The (row, column) of the scene's middle."""
        output = self.plan.scene.output
        return output.row + output.height // 2, output.column + output.width // 2

    def place(self, x: float, y: float) -> tuple[int, int]:
        """Return the (row, column) in the scene of a place in PAN's coordinate system.

        It may lie outside. Where there is no georeference, x and y are PAN pixels, y down.
        """
        scene = self.plan.scene
        row, column = to_pixels(scene.pan.geotransform, x, y)
        return int(np.floor(row)) - scene.pan_row, int(np.floor(column)) - scene.pan_column

    def side_for(self, seconds: float, smallest: int, first: int, largest: int) -> int:
        """Return the side of the window that takes about as long, by the last one's time.

        Args:
            seconds: that a window may take.
            smallest: least side in PAN pixels, however slow the engine is.
            first: side while no time is known.
            largest: greatest side.
        """
        if self.throughput is None:
            return first
        # of a side s and a halo h, the pixels are (s + 2h)² + w s², a square equation for s
        halo, weight = self.plan.model.card.halo, 1 + WRITTEN
        pixels = seconds * self.throughput.speed * 1e6 / len(self.plan.passes)
        root = max(0.0, weight * pixels - 4 * (weight - 1) * halo**2) ** 0.5
        return max(smallest, min(largest, int((root - 2 * halo) / weight)))

    def sharpen(
        self, centre_row: int, centre_column: int, side: int, watch: Watch = unwatched
    ) -> Preview:
        """Sharpen a window of about `side` x `side` pixels round a place.

        The window is moved into the overlap of both rasters, and is smaller where that is; its
        borders are those of the cells that the model works on.

        Args:
            centre_row: in the scene's PAN pixels, such as `place` returns; may lie outside.
            centre_column: likewise.
            side: PAN pixels, at least 1.
            watch: called with the share that is done; what it raises stops the work.

        Raises:
            PansharpError: a raster cannot be read there, or the engine failed.
            MemoryError: memory does not even suffice for small blocks.
        """
        window = self._window(centre_row, centre_column, max(1, side))
        pair = self._read(window)
        sharpened = self._sharpen(window, bool(pair.valid.any()), watch)
        return Preview(
            row=window.row,
            column=window.column,
            geotransform=self.plan.scene.geotransform_at(window.row, window.column),
            interpolated=self._interpolate(pair, window),
            sharpened=sharpened,
            valid=pair.valid,
        )

    def _window(self, centre_row: int, centre_column: int, side: int) -> Block:
        """Return the window: whole cells, as far as the output goes."""
        output, cell = self.plan.scene.output, self.plan.model.card.alignment
        row, height = _run(centre_row, side, cell, output.row, output.height)
        column, width = _run(centre_column, side, cell, output.column, output.width)
        return Block(row, column, height, width)

    def _around(self, window: Block) -> Block:
        """Return the window at MS pixel corners with what interpolation needs around it."""
        ratio = self.plan.scene.ratio
        return window.grown(KERNEL * ratio, ratio)

    def _read(self, window: Block) -> PairWindow:
        return self._sharpener.reader.read(self._around(window), window)

    def _interpolate(self, pair: PairWindow, window: Block) -> Array:
        """Return MS on PAN's grid, `(B, h, w)`, in the output's data type."""
        rows, columns = window.within(self._around(window))
        wide = interpolate(pair.ms, self.plan.scene.ratio)[:, rows, columns]
        return self._sharpener.radiometry.finish(np.ascontiguousarray(wide), pair.valid)

    def _sharpen(self, window: Block, holds_data: bool, watch: Watch) -> Array:
        """Return the window sharpened, `(B, h, w)`, and keep how long that took."""
        scene, plan = self.plan.scene, self.plan
        image = np.empty((len(scene.ms.bands), window.height, window.width), scene.ms.dtype)
        done: list[Block] = []

        def sharpen(block: Block) -> None:
            before = sum(other.pixels for other in done)

            def watch_block(share: float) -> None:
                watch((before + share * block.pixels) / window.pixels)

            watch_block(0.0)
            rows, columns = block.within(window)
            image[:, rows, columns] = self._sharpener.sharpen(block, watch_block)
            done.append(block)

        while True:
            started = time.perf_counter()
            done.clear()
            try:
                for block in window.split(self._sharpener.core()):
                    blocks.in_pieces(block, plan.model.card.alignment, sharpen, lambda _: None)
                break
            except HandOverAgain:  # once for each engine at most
                continue
        watch(1.0)
        if holds_data:
            self.throughput = Throughput(work(plan, done), time.perf_counter() - started)
        return image


class _Stopping(SilentFeedback):
    """Feedback that lets a call stop what is going on."""

    def __init__(self, stop: Callable[[], None] | None) -> None:
        self._stop = stop

    def is_cancelled(self) -> bool:
        """Go on unless the call raises."""
        if self._stop is not None:
            self._stop()
        return False


def _run(centre: int, length: int, cell: int, low: int, size: int) -> tuple[int, int]:
    """Return start and length of whole cells round a place, moved into an axis of the output.

    >>> _run(centre=100, length=30, cell=8, low=0, size=1000)
    (80, 40)
    >>> _run(centre=-5, length=30, cell=8, low=3, size=1000)
    (3, 37)
    """
    start = min(max(centre - length // 2, low), max(low, low + size - length))
    first, end = start // cell * cell, -(-(start + length) // cell) * cell
    first, end = max(first, low), min(end, low + size)
    return first, end - first
