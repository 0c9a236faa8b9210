"""How far PAN lies from MS: one shift for a whole scene, and how it is undone.

Products of one satellite can lie a few PAN pixels apart. A method that adds PAN's detail to the
colours of MS where they are then makes double edges, although one shift would mend all of it: PAN
is moved back, and MS where the shift looks like what decimation leaves, or where the georeference
says that its pixels lie between PAN's. What moved within the scene, and relief, is not a matter of
one shift.
"""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np

from qgis_pansharp.backend.arrays import Array

REACH = 2  # MS pixels that are searched in each direction
SURROUNDINGS = 7  # MS pixels a side (odd) whose mean is taken off: only what is finer tells
MARGIN = REACH + SURROUNDINGS // 2  # MS pixels around each that are looked at
SMALL = 28  # MS pixels a side; windows that are smaller are mirrored at their edges
LEAST_PIXELS = 100  # MS pixels; fewer say nothing
LEAST_FIT = 0.3  # share of PAN's fine detail that the bands must explain at the best place
CHANCE = 60.0  # what chance may add to that share, divided by the number of pixels
# PAN pixels by which a shift may miss what decimation leaves: the pair's own is in it as well
MIDDLE_TOLERANCE, FIRST_TOLERANCE = 0.22, 0.6
MIDDLE_SHARE = 0.8  # of half a pixel that may be a decimation's, or the pair's own
LEAST_SHIFT = 0.1  # PAN pixels; about what the estimate can tell
LANCZOS = 3  # pixels on each side that moving by a part of a pixel looks at


@dataclass(frozen=True)
class Shifts:
    """How far the features of PAN and of MS lie (down, right) of where a result has them.

    In PAN pixels. PAN is moved back by its part and MS by its own; both are 0 where a pair lies
    well, or does not tell how it lies. `decimated` is how far MS lies down and right alike because
    of a decimation; what its georeference says is in `ms` besides.
    """

    pan: tuple[float, float] = (0.0, 0.0)
    ms: tuple[float, float] = (0.0, 0.0)
    decimated: float = 0.0

    @staticmethod
    def stated(off: tuple[float, float]) -> Shifts:
        """Return those of a pair of which no more is known than its georeference.

        Args:
            off: how far MS lies of where its pixels are counted (`Scene.ms_off`), so that its
                features are found as far on the other side.
        """
        return Shifts(ms=(0.0 - off[0], 0.0 - off[1]))  # a 0 without a sign

    @property
    def between(self) -> tuple[float, float]:
        """How far PAN's features lie of MS's, PAN pixels."""
        return self.pan[0] - self.ms[0], self.pan[1] - self.ms[1]


@dataclass
class ShiftEstimator:
    """Collects windows of a scene; `estimate` then says how far PAN lies from MS.

    For every shift of PAN by whole PAN pixels it takes the share of PAN's fine detail, averaged
    over MS pixels, that a linear mix of the bands explains (the multiple correlation, which knows
    no weights of bands beforehand). The place of the maximum is refined by a parabola.
    """

    ratio: int
    pixels: int = field(default=0, init=False)
    # sums of products: of bands (B, B), of bands and PAN (B, S, S), of PAN (S, S); S shifts a side
    _bands: Array = field(init=False)
    _crossed: Array = field(init=False)
    _pan: Array = field(init=False)

    def __post_init__(self) -> None:
        side = 2 * self.reach + 1
        self._bands, self._crossed = np.zeros((1, 1)), np.zeros((1, side, side))
        self._pan = np.zeros((side, side))

    @property
    def reach(self) -> int:
        """PAN pixels that are searched in each direction."""
        return REACH * self.ratio

    def add(self, pan: Array, ms: Array, valid: Array) -> None:
        """Take a window: PAN `(r*h, r*w)`, MS `(B, h, w)`, valid MS pixels `(h, w)`; any unit.

        What lies near the window's edge, near invalid pixels or near zeros (no data in many files
        that do not say so) counts for nothing, and invalid pixels may hold anything.
        """
        if min(valid.shape) < SMALL:
            pan, ms, valid = _mirrored(pan, ms, valid, self.ratio)
        ratio, side = self.ratio, 2 * self.reach + 1
        height, width = valid.shape
        if min(height, width) <= 2 * MARGIN:
            return
        cells = pan.reshape(height, ratio, width, ratio)
        known = valid & ms.any(axis=0) & cells.any(axis=(1, 3))
        used = _box_means(known.astype(np.float64), 2 * MARGIN + 1) > 1 - 1e-6
        if not used.any():
            return
        rows, columns = used.shape
        near = slice(REACH, REACH + rows), slice(REACH, REACH + columns)
        mix = np.stack([_detail(np.where(known, band, 0), 1)[near][used] for band in ms])
        detail = _detail(np.where(known[:, None, :, None], cells, 0).reshape(pan.shape), ratio)
        crossed, squares = np.empty((len(ms), side, side)), np.empty((side, side))
        for i in range(side):
            for j in range(side):
                # MS pixels' places in PAN, moved by i and j less the reach
                moved = detail[i::ratio, j::ratio][:rows, :columns][used]
                crossed[:, i, j] = mix @ moved
                squares[i, j] = moved @ moved
        self._bands = self._bands + mix @ mix.T
        self._crossed = self._crossed + crossed
        self._pan = self._pan + squares
        self.pixels += mix.shape[1]

    def fit(self) -> Array:
        """Return the share of PAN's detail that the bands explain, for each shift `(S, S)`."""
        own = np.diag(self._bands)
        # bands that say the same, or nothing, must not divide by zero
        matrix = self._bands + np.diag(1e-6 * own + 1e-30)
        flat = self._crossed.reshape(len(matrix), -1)
        explained = (flat * np.linalg.solve(matrix, flat)).sum(axis=0).reshape(self._pan.shape)
        result: Array = explained / np.maximum(self._pan, 1e-30)
        return result

    def estimate(self, off: tuple[float, float] = (0.0, 0.0)) -> Shifts:
        """Return how far PAN and MS lie off; what is stated where the scene does not tell.

        Args:
            off: how far MS lies of where its pixels were counted, PAN pixels (down, right).
        """
        top = self._top()
        if top is None:
            return Shifts.stated(off)
        fit, row, column = top
        down, right = _vertex(fit[row - 1 : row + 2, column - 1 : column + 2])
        down, right = row - self.reach + down - off[0], column - self.reach + right - off[1]
        left = _left_by_decimation(down, right, self.ratio)
        own = down - left, right - left
        return Shifts(
            pan=(0.0, 0.0) if max(map(abs, own)) < LEAST_SHIFT else own,
            ms=Shifts.stated((off[0] + left, off[1] + left)).ms,
            decimated=0.0 - left,
        )

    @property
    def tells(self) -> bool:
        """Whether what was added has enough in common to say where PAN lies."""
        return self._top() is not None

    def _top(self) -> tuple[Array, int, int] | None:
        """Return the fit and where it is best; None where that may be chance or out of reach."""
        if self.pixels < LEAST_PIXELS:
            return None
        fit = self.fit()
        row, column = (int(i) for i in np.unravel_index(int(fit.argmax()), fit.shape))
        ends = (0, len(fit) - 1)
        told = fit[row, column] >= LEAST_FIT + CHANCE / self.pixels
        return None if not told or row in ends or column in ends else (fit, row, column)


def _left_by_decimation(down: float, right: float, ratio: int) -> float:
    """Return how much of PAN's shift against MS, PAN pixels down and right, is MS's fault.

    Test data are often made by keeping one sample of r of a finer image instead of the mean of the
    r. MS is off then, while PAN and the truth lie together, but for what the pair's own shift is.

    - Sample `r*k + r/2` of an even r leaves half a PAN pixel. A product may lie so by itself, and
      nothing in a pair tells; so most of the half is left, not all.
    - Every first sample leaves (1 - r) / 2, and a product is not likely to lie just there.
    - At ratio 2 both are half a pixel, and products do lie so: Landsat's bands share corners of
      pixels, or their middles.
    """
    if ratio <= 2:
        return 0.0
    if ratio % 2 == 0 and np.hypot(down - 0.5, right - 0.5) < MIDDLE_TOLERANCE:
        return MIDDLE_SHARE * 0.5
    first = (1 - ratio) / 2
    return first if np.hypot(down - first, right - first) < FIRST_TOLERANCE else 0.0


def _mirrored(pan: Array, ms: Array, valid: Array, ratio: int) -> tuple[Array, Array, Array]:
    """Continue a small window beyond its edges, so that pixels near them have surroundings."""
    edge = (SURROUNDINGS // 2,) * 2
    return (
        np.pad(pan, ratio * edge[0], mode="symmetric"),
        np.pad(ms, ((0, 0), edge, edge), mode="symmetric"),
        np.pad(valid, edge[0], mode="symmetric"),
    )


def move(image: Array, down: float, right: float, margin: int) -> Array:
    """Undo a shift: read `(..., H + 2m, W + 2m)` at places `down` and `right` of each pixel.

    Parts of a pixel are interpolated by a windowed sinc (Lanczos, three lobes).

    Args:
        image: floats, with `margin` pixels more on each side than the result; margin at least
            `margin_of(down, right)`.

    Returns:
        `(..., H, W)`, type unchanged.
    """
    rows = _read_at(image, down, margin, -2)
    return _read_at(rows, right, margin, -1)


def margin_of(down: float, right: float) -> int:
    """Return how many pixels around its result `move` needs."""
    return int(np.ceil(max(abs(down), abs(right)))) + LANCZOS


def _read_at(image: Array, shift: float, margin: int, axis: int) -> Array:
    """Read an axis at `shift` beyond each pixel, cutting the margin off."""
    whole = int(np.floor(shift))
    part = shift - whole
    length = image.shape[axis] - 2 * margin
    source = np.moveaxis(image, axis, 0)
    if part < 1e-6:
        return np.moveaxis(source[margin + whole : margin + whole + length], 0, axis)
    taps = np.arange(1 - LANCZOS, LANCZOS + 1)
    weights = np.sinc(part - taps) * np.sinc((part - taps) / LANCZOS)
    weights = (weights / weights.sum()).astype(image.dtype)
    total = np.zeros((length, *source.shape[1:]), dtype=image.dtype)
    for tap, weight in zip(taps, weights):
        start = margin + whole + int(tap)
        total += weight * source[start : start + length]
    return np.moveaxis(total, 0, axis)


def _vertex(values: Array) -> tuple[float, float]:
    """Return where a paraboloid through 3 x 3 values has its top, from the middle one."""
    slope = np.array([values[2, 1] - values[0, 1], values[1, 2] - values[1, 0]]) / 2
    twist = (values[2, 2] - values[2, 0] - values[0, 2] + values[0, 0]) / 4
    bend = np.array(
        [
            [values[2, 1] - 2 * values[1, 1] + values[0, 1], twist],
            [twist, values[1, 2] - 2 * values[1, 1] + values[1, 0]],
        ]
    )
    if np.linalg.eigvalsh(bend).max() >= 0:  # no top
        return 0.0, 0.0
    down, right = np.clip(-np.linalg.solve(bend, slope), -1, 1)
    return float(down), float(right)


def _detail(image: Array, cell: int) -> Array:
    """Take the mean of the surroundings off the mean of a cell, for cells from each pixel on.

    Args:
        image: `(H, W)`.
        cell: pixels a side of a cell; the surroundings are cells all around it.

    Returns:
        float64, without the pixels before the first and behind the last cell with surroundings.
    """
    wide = _box_means(image, SURROUNDINGS * cell)
    start = SURROUNDINGS // 2 * cell
    own = _box_means(image, cell)[start : start + wide.shape[0], start : start + wide.shape[1]]
    result: Array = own - wide
    return result


def _box_means(image: Array, size: int) -> Array:
    """Mean of the `size x size` pixels from each pixel on; `(H - size + 1, W - size + 1)`."""
    sums = np.pad(image.astype(np.float64), ((1, 0), (1, 0))).cumsum(axis=0).cumsum(axis=1)
    total = sums[size:, size:] - sums[:-size, size:] - sums[size:, :-size] + sums[:-size, :-size]
    result: Array = total / size**2
    return result
