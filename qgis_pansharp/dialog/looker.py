"""The dialog's own thread: previews and the shift of a pair, the latest order first."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from qgis.core import QgsProcessingException
from qgis.PyQt.QtCore import QObject, QThread, pyqtSignal
from qgis.PyQt.QtGui import QImage

from qgis_pansharp.errors import one_sentence
from qgis_pansharp.result_layer import natural_bands

if TYPE_CHECKING:
    from qgis_pansharp.backend.arrays import Array
    from qgis_pansharp.backend.preview import Previewer
    from qgis_pansharp.backend.request import SharpenRequest

SECONDS = 1.2  # that a preview may take; its size follows
SMALLEST, FIRST, LARGEST = 64, 96, 384  # PAN pixels a side
MOST_OPEN = 2  # engines, so that one can go back and forth between the methods
MEASURING, LARGEST_MEASURED = 2.0, 1024  # the same for the window that is timed


@dataclass(frozen=True)
class PreviewOrder:
    """A small window to sharpen.

    `x` and `y` are its centre in PAN's coordinate system, None for the middle of the scene. `bands`
    (from 1) are shown as red, green and blue; None for natural colours.
    """

    request: SharpenRequest
    x: float | None = None
    y: float | None = None
    bands: tuple[int, int, int] | None = None
    choice: str = ""  # of the box beside the button, when it was ordered


@dataclass(frozen=True)
class Preview:
    """Both images of a window in one stretch, and what was learnt on the way."""

    order: PreviewOrder
    before: QImage
    after: QImage
    method: str
    model: str


@dataclass(frozen=True)
class Pace:
    """How fast a request is sharpened here: work per second, and seconds before the first block."""

    request: SharpenRequest
    model: str
    speed: float
    start: float


class Looker(QThread):
    """Looks at pairs so that the window need not wait. An order replaces those of its kind.

    Previews go first and measurements last; a measurement gives way to whatever is ordered.
    """

    previewed = pyqtSignal(object)  # Preview
    measured = pyqtSignal(object)  # Pace
    shifted = pyqtSignal(str, str, object)  # PAN, MS, (down, right) or None
    failed = pyqtSignal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        """Start idle; the thread itself starts with the first order."""
        super().__init__(parent)
        self._condition = threading.Condition()
        self._preview: PreviewOrder | None = None
        self._pair: tuple[str, str] | None = None
        self._unmeasured: SharpenRequest | None = None
        self._ending = False
        self._open: dict[SharpenRequest, Previewer] = {}  # the last used is the last one

    def preview(self, order: PreviewOrder) -> None:
        """Ask for a preview."""
        with self._condition:
            self._preview = order
            self._condition.notify()
        self._wake()

    def look_for_shift(self, pan: str, ms: str) -> None:
        """Ask how far PAN lies from MS."""
        with self._condition:
            self._pair = (pan, ms)
            self._condition.notify()
        self._wake()

    def measure(self, request: SharpenRequest) -> None:
        """Ask how fast a request is sharpened here; one that gives way has to be asked again."""
        with self._condition:
            self._unmeasured = request
            self._condition.notify()
        self._wake()

    def end(self) -> None:
        """Stop what is being done and wait until the thread has ended."""
        with self._condition:
            self._ending = True
            self._condition.notify()
        self.wait()

    @property
    def is_outdated(self) -> bool:
        """Whether what is being done is not wanted any more."""
        return self._ending or self._preview is not None

    def _wake(self) -> None:
        # what was under way in the window when it ended must not start the thread again
        if not self.isRunning() and not self._ending:
            self.start(QThread.Priority.LowPriority)

    # On the thread -------------------------------------------------------------------------------

    def run(self) -> None:
        """Take orders until the end."""
        try:
            while True:
                with self._condition:
                    while not (self._ending or self._preview or self._pair or self._unmeasured):
                        self._condition.wait()
                    if self._ending:
                        break
                    order, pair, request = self._preview, self._pair, self._unmeasured
                    self._preview = None
                    if order is None:
                        self._pair = None
                        if pair is None:
                            self._unmeasured = None
                if order is not None:
                    self._make_preview(order)
                elif pair is not None:
                    self._find_shift(*pair)
                elif request is not None:
                    self._measure(request)
        finally:
            for request in list(self._open):
                self._open.pop(request).close()

    def _make_preview(self, order: PreviewOrder) -> None:
        try:
            with one_sentence(_nothing):
                preview = self._sharpened(order)
        except QgsProcessingException as error:
            if not self.is_outdated:  # by a newer order
                self.failed.emit(str(error))
            return
        self.previewed.emit(preview)

    def _sharpened(self, order: PreviewOrder) -> Preview:
        previewer = self._previewer(order.request, self._stop_if_outdated)
        card = previewer.plan.model.card
        if order.x is None or order.y is None:
            row, column = previewer.middle
        else:
            row, column = previewer.place(order.x, order.y)
        side = previewer.side_for(SECONDS, SMALLEST, FIRST, LARGEST)
        window = previewer.sharpen(row, column, side, lambda _: self._stop_if_outdated())
        count = len(window.sharpened)
        bands = order.bands or natural_bands(previewer.plan.roles, card.bands) or (1, 2, 3)
        shown = [min(band, count) - 1 for band in bands]
        before, after = window.interpolated[shown], window.sharpened[shown]
        low, high = _limits(before, window.valid)
        return Preview(
            order,
            _image(before, low, high),
            _image(after, low, high),
            card.network,
            card.id,
        )

    def _measure(self, request: SharpenRequest) -> None:
        """Sharpen a window as large as time allows; the first one makes the engine ready."""
        try:
            with one_sentence(_nothing):
                previewer = self._previewer(request, self._give_way)
                for _ in range(2 if previewer.throughput is None else 1):
                    side = previewer.side_for(MEASURING, FIRST, FIRST, LARGEST_MEASURED)
                    previewer.sharpen(*previewer.middle, side, lambda _: self._give_way())
        except QgsProcessingException:
            return  # a run will tell what is wrong
        told, model = previewer.throughput, previewer.plan.model.card.id
        if told is not None:
            self.measured.emit(Pace(request, model, told.speed, previewer.start_seconds))

    def _previewer(self, request: SharpenRequest, stop: Callable[[], None]) -> Previewer:
        """Return what sharpens windows of a request; it stays open for the next ones."""
        from qgis_pansharp.backend.plan import make_plan
        from qgis_pansharp.backend.preview import Previewer

        # windows differ in nothing else: all of a scene can be looked at, whatever its output, and
        # a method that "auto" chose is as good as one that was asked for
        model = make_plan(replace(request, area=None)).model
        request = replace(
            request,
            output="",
            area=None,
            creation_options=(),
            method=model.card.network,
            model=str(model.path),
        )
        for other in list(self._open):
            outdated = (other.pan, other.ms) != (request.pan, request.ms)
            if outdated or (len(self._open) == MOST_OPEN and request not in self._open):
                self._open.pop(other).close()
        if request not in self._open:
            self._open[request] = Previewer(request, stop)
        self._open[request] = self._open.pop(request)
        return self._open[request]

    def _find_shift(self, pan: str, ms: str) -> None:
        shift = None
        try:
            with one_sentence(_nothing):
                from qgis_pansharp.backend.pairing import estimate_shift

                shift = estimate_shift(pan, ms, self._stop_if_outdated)
        except QgsProcessingException:
            # the pair's problem is told by its headers; a preview that came between goes first
            with self._condition:
                if self._preview is not None and self._pair is None:
                    self._pair = (pan, ms)
                    return
        if not self._ending:
            self.shifted.emit(pan, ms, shift)

    def _stop_if_outdated(self) -> None:
        """Raise where the window wants something else by now."""
        from qgis_pansharp.backend.errors import Cancelled

        if self.is_outdated:
            raise Cancelled("outdated")

    def _give_way(self) -> None:
        """Raise where the window wants anything else by now."""
        from qgis_pansharp.backend.errors import Cancelled

        if self.is_outdated or self._pair is not None or self._unmeasured is not None:
            raise Cancelled("outdated")


def _nothing(_: str) -> None:
    """Details of a preview interest nobody."""


def _limits(bands: Array, valid: Array) -> tuple[Array, Array]:
    """Return where 2 and 98 % of the valid values of each band lie, each `(3, 1, 1)`."""
    import numpy as np

    values = bands[:, valid] if valid.any() else bands.reshape(len(bands), -1)
    low, high = np.percentile(values, (2, 98), axis=1)
    return low[:, None, None], np.maximum(high, low + 1e-6)[:, None, None]


def _image(bands: Array, low: Array, high: Array) -> QImage:
    """Return `(3, h, w)` as an image, stretched between limits."""
    import numpy as np

    scaled = np.clip((bands - low) / (high - low), 0, 1) * 255
    pixels = np.ascontiguousarray(scaled.round().astype(np.uint8).transpose(1, 2, 0))
    height, width = pixels.shape[:2]
    image = QImage(pixels.tobytes(), width, height, 3 * width, QImage.Format.Format_RGB888)
    return image.copy()  # the bytes are Python's
