"""Two images of one place, one over the other, parted by a handle that is dragged aside."""

from __future__ import annotations

from qgis.PyQt.QtCore import QPoint, QPointF, QRectF, QSize, Qt, pyqtSignal
from qgis.PyQt.QtGui import (
    QColor,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QWheelEvent,
)
from qgis.PyQt.QtWidgets import QWidget

SMALLEST_ZOOM, LARGEST_ZOOM = 0.25, 16.0
STEP = 1.25  # of the zoom
GROUND = QColor(72, 72, 72)  # neutral, in every theme: colours are judged beside it
GRIP = 9  # pixels beside the handle in which it is caught
KEY_STEP = 0.02  # of the width


class SwipeView(QWidget):
    """Shows `before` left of the handle and `after` right of it; drags and zooms both alike."""

    zoomChanged = pyqtSignal(float)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start empty, the handle in the middle."""
        super().__init__(parent)
        self._before: QImage | None = None
        self._after: QImage | None = None
        self._captions = ("", "")
        self._hint = ""
        self._handle = 0.5  # share of the width
        self._zoom = 1.0
        self._centre = QPointF()  # pixel of the images in the middle of the view
        self._dragged = ""  # "", "handle" or "image"
        self._last = QPoint()
        self.setMinimumSize(220, 180)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    # What is shown -------------------------------------------------------------------------------

    def show_images(self, before: QImage, after: QImage, captions: tuple[str, str]) -> None:
        """Show two images of one size; zoom and place stay if the size is the one shown so far."""
        same = self._before is not None and self._before.size() == before.size()
        self._before, self._after, self._captions = before, after, captions
        if not same:
            self._centre = QPointF(before.width() / 2, before.height() / 2)
            self._zoom = self._fitting_zoom()
        self.update()

    def show_hint(self, text: str) -> None:
        """Show a text instead of images."""
        self._before = self._after = None
        self._hint = text
        self.update()

    @property
    def handle(self) -> float:
        """Where the handle is, as a share of the width."""
        return self._handle

    @property
    def zoom(self) -> float:
        """Screen pixels for a pixel of the images."""
        return self._zoom

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to compare yet."""
        return self._before is None

    def move_handle(self, share: float) -> None:
        """Put the handle somewhere, 0 at the left edge and 1 at the right one."""
        self._handle = min(1.0, max(0.0, share))
        self.update()

    def zoom_by(self, factor: float, about: QPointF | None = None) -> None:
        """Zoom; what lies at `about` (pixels of the view) stays where it is."""
        middle = QPointF(self.width() / 2, self.height() / 2)
        fixed = (about or middle) - middle
        zoom = min(LARGEST_ZOOM, max(SMALLEST_ZOOM, self._zoom * factor))
        self._centre += fixed / self._zoom - fixed / zoom
        self._zoom = zoom
        self._keep_inside()
        self.zoomChanged.emit(zoom)
        self.update()

    def zoom_in(self) -> None:
        """Zoom in by a step."""
        self.zoom_by(STEP)

    def zoom_out(self) -> None:
        """Zoom out by a step."""
        self.zoom_by(1 / STEP)

    def sizeHint(self) -> QSize:
        """Return a size at which a preview is seen pixel by pixel."""
        return QSize(420, 380)

    # Qt's events ---------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent | None) -> None:
        """Paint both images, the handle and the captions."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), GROUND)
        if self._before is None or self._after is None:
            painter.setPen(QColor(255, 255, 255))
            frame = self.rect().adjusted(12, 12, -12, -12)
            flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
            painter.drawText(frame, int(flags), self._hint)
            return
        x = self._handle * self.width()
        whole = QRectF(self.rect())
        target = QRectF(
            self.width() / 2 - self._centre.x() * self._zoom,
            self.height() / 2 - self._centre.y() * self._zoom,
            self._before.width() * self._zoom,
            self._before.height() * self._zoom,
        )
        for image, left, right in ((self._before, 0.0, x), (self._after, x, whole.right())):
            painter.setClipRect(QRectF(left, 0.0, right - left, whole.height()))
            painter.drawImage(target, image)
        painter.setClipping(False)
        self._paint_handle(painter, x)
        self._paint_captions(painter, x)

    def mousePressEvent(self, event: QMouseEvent | None) -> None:
        """Catch the handle, or else the images."""
        if event is None or self.is_empty or event.button() != Qt.MouseButton.LeftButton:
            return
        near = abs(event.pos().x() - self._handle * self.width()) <= GRIP
        self._dragged = "handle" if near else "image"
        self._last = event.pos()
        self.setCursor(Qt.CursorShape.SplitHCursor if near else Qt.CursorShape.ClosedHandCursor)

    def mouseMoveEvent(self, event: QMouseEvent | None) -> None:
        """Drag what was caught."""
        if event is None or self.is_empty:
            return
        if self._dragged == "handle":
            self.move_handle(event.pos().x() / max(1, self.width()))
        elif self._dragged == "image":
            self._centre -= QPointF(event.pos() - self._last) / self._zoom
            self._last = event.pos()
            self._keep_inside()
            self.update()
        else:
            near = abs(event.pos().x() - self._handle * self.width()) <= GRIP
            self.setCursor(Qt.CursorShape.SplitHCursor if near else Qt.CursorShape.OpenHandCursor)

    def mouseReleaseEvent(self, event: QMouseEvent | None) -> None:
        """Let go."""
        self._dragged = ""
        self.unsetCursor()

    def wheelEvent(self, event: QWheelEvent | None) -> None:
        """Zoom about the pointer."""
        if event is None or self.is_empty:
            return
        self.zoom_by(STEP ** (event.angleDelta().y() / 120), event.position())
        event.accept()

    def keyPressEvent(self, event: QKeyEvent | None) -> None:
        """Move the handle with the arrow keys, zoom with plus and minus."""
        if event is None:
            return
        key = event.key()
        if key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self.move_handle(self._handle + (KEY_STEP if key == Qt.Key.Key_Right else -KEY_STEP))
        elif key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
            self.zoom_in()
        elif key == Qt.Key.Key_Minus:
            self.zoom_out()
        else:
            super().keyPressEvent(event)

    # Helpers -------------------------------------------------------------------------------------

    def _paint_handle(self, painter: QPainter, x: float) -> None:
        middle = QPointF(x, self.height() / 2)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for width, colour in ((4, QColor(0, 0, 0, 140)), (2, QColor(255, 255, 255))):
            painter.setPen(QPen(colour, width))
            painter.drawLine(QPointF(x, 0), QPointF(x, self.height()))
        painter.setBrush(QColor(255, 255, 255))
        painter.setPen(QPen(QColor(0, 0, 0, 140), 1))
        painter.drawEllipse(middle, GRIP, GRIP)
        painter.setPen(QPen(QColor(60, 60, 60), 2))
        for side in (-1, 1):
            tip = middle + QPointF(side * 6, 0)
            for up in (-3, 3):
                painter.drawLine(tip, middle + QPointF(side * 2.5, up))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)

    def _paint_captions(self, painter: QPainter, x: float) -> None:
        metrics = painter.fontMetrics()
        for text, at_left in zip(self._captions, (True, False)):
            width = metrics.horizontalAdvance(text) + 12
            left = x - width - 6 if at_left else x + 6
            box = QRectF(left, 6, width, metrics.height() + 6)
            painter.fillRect(box, QColor(0, 0, 0, 150))
            painter.setPen(QColor(255, 255, 255))
            painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), text)

    def _fitting_zoom(self) -> float:
        """Return the largest whole zoom at which the images fit, or 1."""
        if self._before is None or self._before.isNull():
            return 1.0
        fitting = min(self.width() / self._before.width(), self.height() / self._before.height())
        return float(max(1, min(8, int(fitting))))

    def _keep_inside(self) -> None:
        """Keep some pixel of the images in the middle of the view."""
        if self._before is not None:
            self._centre.setX(min(float(self._before.width()), max(0.0, self._centre.x())))
            self._centre.setY(min(float(self._before.height()), max(0.0, self._centre.y())))
