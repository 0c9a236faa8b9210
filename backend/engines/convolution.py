"""Convolutions as matrix products over strips of rows.

For a strip of rows the input is laid out as `(row, channel, tap in x, column)`, one copy for each
horizontal tap. The rows that one output row needs then follow each other, so the matrix of all its
taps, `(taps in y * channels * taps in x, columns)`, is a window on that layout that BLAS reads in
place: an image with 3x3 taps is copied three times instead of nine, and never as a whole.

What comes right before (an activation, a concatenation) and right after (a residual, an
activation) happens in the same strip, while its values are in the processor's cache.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.lib.stride_tricks import as_strided

from qgis_pansharp.backend.arrays import FloatArray
from qgis_pansharp.backend.engines import minimal_filtering
from qgis_pansharp.backend.engines.pointwise import Apply, BoundProgram
from qgis_pansharp.backend.engines.products import multiply
from qgis_pansharp.backend.engines.workers import Scratch, Workers

# Bytes of a strip's layout: large enough for BLAS to run at full speed, small enough for cache.
LAYOUT_BYTES = 8 * 1024 * 1024
# Bytes of what is computed value by value, so that it stays in a core's own cache.
SMALL_BYTES = 256 * 1024
# The same for depth-wise strips; see `pointwise.STRIP_BYTES` for why it is larger.
DEPTHWISE_BYTES = 1024 * 1024

# Inputs and outputs from which minimal filtering is faster than the direct product.
FEWEST_CHANNELS = 48


@dataclass(frozen=True)
class Convolution:
    """One convolution of the graph: weights `(M, C/group, ky, kx)`, bias `(M,)` or None.

    `padding` is (top, left, bottom, right), in zeros.
    """

    weights: FloatArray
    bias: FloatArray | None
    group: int = 1
    strides: tuple[int, int] = (1, 1)
    dilations: tuple[int, int] = (1, 1)
    padding: tuple[int, int, int, int] = (0, 0, 0, 0)
    _matrix: FloatArray = field(init=False, repr=False, compare=False)
    _terms: FloatArray | None = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        outputs = self.weights.shape[0]
        matrix = self.weights.transpose(0, 2, 1, 3).reshape(outputs, -1)
        object.__setattr__(self, "_matrix", np.ascontiguousarray(matrix))
        terms = minimal_filtering.combined_weights(self.weights) if self._is_common() else None
        object.__setattr__(self, "_terms", terms)

    def _is_common(self) -> bool:
        """Whether this is the 3x3 convolution of most layers, with enough channels to gain."""
        return (
            self.weights.shape[1] >= FEWEST_CHANNELS
            and self.weights.shape[0] >= FEWEST_CHANNELS
            and self.weights.shape[2:] == (3, 3)
            and (self.group, self.strides, self.dilations) == (1, (1, 1), (1, 1))
            and self.padding == (1, 1, 1, 1)
        )

    @property
    def depthwise(self) -> bool:
        """Whether every output has one input of its own."""
        return self.weights.shape[1] == 1 and self.group == self.weights.shape[0]

    def output_shape(self, height: int, width: int) -> tuple[int, int, int]:
        """Return `(M, H', W')` for an input of `height` rows and `width` columns.

        Raises:
            ValueError: the input is smaller than the kernel.
        """
        sizes = []
        for axis, size in enumerate((height, width)):
            reach = (self.weights.shape[2 + axis] - 1) * self.dilations[axis] + 1
            padded = size + self.padding[axis] + self.padding[2 + axis]
            if padded < reach:
                raise ValueError(f"an image of {height} x {width} is too small")
            sizes.append((padded - reach) // self.strides[axis] + 1)
        return (self.weights.shape[0], sizes[0], sizes[1])

    def run(
        self,
        sources: Sequence[FloatArray],
        workers: Workers,
        activation: Apply | None = None,
        epilogue: BoundProgram | None = None,
    ) -> FloatArray:
        """Convolve the concatenation of `sources`, each `(c, H, W)`, to `(M, H', W')`.

        `activation` is applied to the input, `epilogue` to the result's strips.

        Raises:
            ValueError: the sources have another number of channels, different or too small sizes.
        """
        channels = sum(source.shape[0] for source in sources)
        if channels != self.weights.shape[1] * self.group:
            wanted = self.weights.shape[1] * self.group
            raise ValueError(f"a layer for {wanted} channels was given {channels}")
        if any(source.shape[1:] != sources[0].shape[1:] for source in sources):
            raise ValueError("images of different sizes were put together")
        shape = self.output_shape(*sources[0].shape[1:])
        if self._terms is not None:
            return minimal_filtering.convolve(
                self._terms, self.bias, sources, activation, workers, epilogue
            )
        if self.group == 1:
            return _Strips(self, sources, activation).run(shape, workers, epilogue)
        source = sources[0] if len(sources) == 1 else np.concatenate(sources)
        if activation is not None:
            activated = np.empty_like(source)
            activation([source], activated)
            source = activated
        if self.depthwise:
            return _depthwise(self, source, shape, workers, epilogue)
        out = np.empty(shape, np.float32)
        for part, inputs, outputs in self._groups(source, out):
            _Strips(part, [inputs], None).fill(outputs, workers)
        if epilogue is None:
            return out
        result = np.empty(epilogue.shape[1:], np.float32)

        def strip(first: int, last: int, scratch: Scratch) -> None:
            rows = out[np.newaxis, :, first:last]
            epilogue.rows(first, last, result[np.newaxis, :, first:last], scratch, rows)

        workers.over_rows(shape[1], -(-shape[1] // (4 * workers.threads)), strip)
        return result

    def _groups(
        self, source: FloatArray, out: FloatArray
    ) -> list[tuple[Convolution, FloatArray, FloatArray]]:
        c, m = self.weights.shape[1], self.weights.shape[0] // self.group
        parts = []
        for number in range(self.group):
            outputs = slice(number * m, (number + 1) * m)
            part = Convolution(
                self.weights[outputs],
                None if self.bias is None else self.bias[outputs],
                1,
                self.strides,
                self.dilations,
                self.padding,
            )
            parts.append((part, source[number * c : (number + 1) * c], out[outputs]))
        return parts


class _Strips:
    """The strips of a convolution without groups."""

    def __init__(
        self, convolution: Convolution, sources: Sequence[FloatArray], activation: Apply | None
    ) -> None:
        self.convolution = convolution
        self.sources = sources
        self.activation = activation
        self.channels = sum(source.shape[0] for source in sources)
        self.height, self.width = sources[0].shape[1:]

    def run(
        self, shape: tuple[int, int, int], workers: Workers, epilogue: BoundProgram | None
    ) -> FloatArray:
        if epilogue is None:
            out = np.empty(shape, np.float32)
            self.fill(out, workers)
            return out
        out = np.empty(epilogue.shape[1:], np.float32)
        self.fill(out, workers, epilogue, shape)
        return out

    def fill(
        self,
        out: FloatArray,
        workers: Workers,
        epilogue: BoundProgram | None = None,
        shape: tuple[int, int, int] | None = None,
    ) -> None:
        """Compute all rows of `out`, or what `epilogue` makes of them."""
        convolution = self.convolution
        outputs, height, width = shape or out.shape
        ky, kx = convolution.weights.shape[2:]
        stride, dilation = convolution.strides[0], convolution.dilations[0]
        direct = self._is_pointwise()
        row_bytes = 4 * self.channels * kx * width * (ky if dilation > 1 else stride)
        if direct:
            row_bytes = 4 * max(outputs, self.channels) * width
        rows = max(1, min(height, LAYOUT_BYTES // row_bytes - (ky - 1)))
        bias = convolution.bias

        def strip(first: int, last: int, scratch: Scratch) -> None:
            if direct:
                window = self.sources[0][:, first:last].transpose(1, 0, 2)
            else:
                window = self._window(first, last, width, scratch)
            target = out[:, first:last]
            if epilogue is not None:
                target = scratch.take("convolved", (outputs, last - first, width))
            multiply(convolution._matrix, window, target.transpose(1, 0, 2))
            if bias is not None:
                np.add(target, bias[:, np.newaxis, np.newaxis], out=target)
            if epilogue is not None:
                rows = out[np.newaxis, :, first:last]
                epilogue.rows(first, last, rows, scratch, target[np.newaxis])

        # BLAS has threads of its own: while it computes one strip, another is laid out
        workers.over_rows(height, rows, strip, at_once=2)

    def _is_pointwise(self) -> bool:
        """Whether the input can be used as it lies: 1x1 taps, nothing to do before."""
        c = self.convolution
        return (
            c.weights.shape[2:] == (1, 1)
            and c.strides == (1, 1)
            and not any(c.padding)
            and len(self.sources) == 1
            and self.activation is None
            and self.sources[0].strides[2] == 4
        )

    def _window(self, first: int, last: int, width: int, scratch: Scratch) -> FloatArray:
        """Lay a strip out and return `(rows, taps in y * channels * taps in x, width)`."""
        convolution = self.convolution
        ky, kx = convolution.weights.shape[2:]
        sy, dy = convolution.strides[0], convolution.dilations[0]
        rows = last - first
        if dy == 1:
            span = (rows - 1) * sy + ky
            layout = scratch.take("layout", (span, self.channels, kx, width))
            self._fill(layout, first * sy - convolution.padding[0], 1, scratch)
            row = layout.strides[0]
            return as_strided(
                layout,
                (rows, ky * self.channels * kx, width),
                (sy * row, layout.strides[2], 4),
                writeable=False,
            )
        # with gaps between the taps in y every tap needs a copy of its own
        layout = scratch.take("layout", (rows, ky, self.channels, kx, width))
        for tap in range(ky):
            top = first * sy + tap * dy - convolution.padding[0]
            self._fill(layout[:, tap], top, sy, scratch)
        return layout.reshape(rows, ky * self.channels * kx, width)

    def _fill(self, layout: FloatArray, top: int, step: int, scratch: Scratch) -> None:
        """Fill `(rows, channels, taps in x, width)` from input row `top` on, zeros outside."""
        rows = layout.shape[0]
        skipped = min(rows, max(0, -(top // step)))
        inside = min(rows, max(skipped, -(-(self.height - top) // step)))
        layout[:skipped] = 0
        layout[inside:] = 0
        if inside <= skipped:
            return
        # so few rows at a time that they stay in cache from the activation to the last copy
        few = max(1, SMALL_BYTES // (4 * self.channels * self.width))
        for first in range(skipped, inside, few):
            last = min(first + few, inside)
            wanted = slice(top + first * step, top + (last - 1) * step + 1, step)
            channel = 0
            for source in self.sources:
                part = layout[first:last, channel : channel + source.shape[0]]
                channel += source.shape[0]
                values = source[:, wanted]
                if self.activation is not None:
                    activated = scratch.take("activated", values.shape)
                    self.activation([values], activated)
                    values = activated
                self._fill_taps(part, values.transpose(1, 0, 2))

    def _fill_taps(self, layout: FloatArray, values: FloatArray) -> None:
        """Copy `values (rows, c, W)` once for each tap in x, shifted, zeros outside."""
        convolution = self.convolution
        step, dilation = convolution.strides[1], convolution.dilations[1]
        width = layout.shape[3]
        for tap in range(layout.shape[2]):
            left = tap * dilation - convolution.padding[1]
            skipped = min(width, max(0, -(left // step)))
            inside = min(width, max(skipped, -(-(self.width - left) // step)))
            layout[:, :, tap, :skipped] = 0
            layout[:, :, tap, inside:] = 0
            if inside > skipped:
                start = left + skipped * step
                stop = left + (inside - 1) * step + 1
                layout[:, :, tap, skipped:inside] = values[:, :, start:stop:step]


def _depthwise(
    convolution: Convolution,
    source: FloatArray,
    shape: tuple[int, int, int],
    workers: Workers,
    epilogue: BoundProgram | None,
) -> FloatArray:
    """Add up shifted copies, each times its tap."""
    channels, height, width = shape
    ky, kx = convolution.weights.shape[2:]
    (sy, sx), (dy, dx) = convolution.strides, convolution.dilations
    top, left, bottom, right = convolution.padding
    if any(convolution.padding):
        source = np.pad(source, ((0, 0), (top, bottom), (left, right)))
    out = np.empty(shape if epilogue is None else epilogue.shape[1:], np.float32)
    taps = convolution.weights[:, 0, :, :, np.newaxis, np.newaxis]

    def strip(first: int, last: int, scratch: Scratch) -> None:
        rows = last - first
        target = out[:, first:last]
        if epilogue is not None:
            target = scratch.take("convolved", (channels, rows, width))
        product = scratch.take("product", (channels, rows, width))
        for y in range(ky):
            start = first * sy + y * dy
            wanted = source[:, start : start + (rows - 1) * sy + 1 : sy]
            for x in range(kx):
                shifted = wanted[:, :, x * dx : x * dx + (width - 1) * sx + 1 : sx]
                if x == y == 0:
                    np.multiply(shifted, taps[:, y, x], out=target)
                else:
                    np.multiply(shifted, taps[:, y, x], out=product)
                    np.add(target, product, out=target)
        if convolution.bias is not None:
            np.add(target, convolution.bias[:, np.newaxis, np.newaxis], out=target)
        if epilogue is not None:
            result = out[np.newaxis, :, first:last]
            epilogue.rows(first, last, result, scratch, target[np.newaxis])

    workers.over_rows(height, max(1, DEPTHWISE_BYTES // (4 * channels * width)), strip)
    return out
