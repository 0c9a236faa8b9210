"""3x3 convolutions with half of the multiplications: minimal filtering along columns.

Four output rows of a 3-tap filter need 12 products directly but only 6 when inputs, taps and
results are combined first (Winograd 1980; F(4, 3) of Lavin and Gray, CVPR 2016, here in y alone):

    Y = A^T [ (G w) * (B^T d) ]    d: 6 input rows, w: 3 taps, Y: 4 output rows

The combinations are sums of whole rows, which NumPy does at full speed; the taps in x stay inside
the matrix product, as copies shifted by one column. Results differ from the direct sum by about
1e-6 of the largest value.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from qgis_pansharp.backend.arrays import DoubleArray, FloatArray
from qgis_pansharp.backend.engines.pointwise import Apply, BoundProgram
from qgis_pansharp.backend.engines.products import multiply
from qgis_pansharp.backend.engines.workers import Scratch, Workers

ROWS = 4  # that are computed together
TERMS = 6  # products that they need
# Bytes of a strip's combined inputs, of which BLAS makes one batch of products.
COMBINED_BYTES = 8 * 1024 * 1024
# Bytes of one row combination, so that a dozen of them fit a core's own cache.
SMALL_BYTES = 128 * 1024

_G: DoubleArray = np.array(
    [
        [1 / 4, 0, 0],
        [-1 / 6, -1 / 6, -1 / 6],
        [-1 / 6, 1 / 6, -1 / 6],
        [1 / 24, 1 / 12, 1 / 6],
        [1 / 24, -1 / 12, 1 / 6],
        [0, 0, 1],
    ]
)


def combined_weights(weights: FloatArray) -> FloatArray:
    """Return G w: `(M, C, 3, 3)` to `(6, M, C * 3)`."""
    terms = np.einsum("tk,mckx->tmcx", _G, weights.astype(np.float64))
    return np.ascontiguousarray(terms.reshape(TERMS, weights.shape[0], -1), dtype=np.float32)


def convolve(
    terms: FloatArray,
    bias: FloatArray | None,
    sources: Sequence[FloatArray],
    activation: Apply | None,
    workers: Workers,
    epilogue: BoundProgram | None,
) -> FloatArray:
    """Convolve the concatenation of `sources`, each `(c, H, W)`, padded by one zero all around.

    `terms` are the combined weights, `bias` is `(M,)`; returns `(M, H, W)`, or what `epilogue`
    makes of it.
    """
    outputs = terms.shape[1]
    height, width = sources[0].shape[1:]
    channels = terms.shape[2] // 3
    shape = (outputs, height, width) if epilogue is None else epilogue.shape[1:]
    out = np.empty(shape, np.float32)
    groups = max(1, COMBINED_BYTES // (4 * TERMS * 3 * channels * width))
    groups = min(groups, -(-height // ROWS))
    column = None if bias is None else bias[:, np.newaxis, np.newaxis]

    def strip(first: int, last: int, scratch: Scratch) -> None:
        inputs = scratch.take("inputs", (TERMS, channels, 3, groups, width))
        channel = 0
        for source in sources:
            part = inputs[:, channel : channel + source.shape[0]]
            channel += source.shape[0]
            _combine_inputs(source, first, activation, part, scratch)
        products = scratch.take("products", (TERMS, outputs, groups * width))
        multiply(terms, inputs.reshape(TERMS, channels * 3, groups * width), products)
        rows = last - first
        whole = rows == groups * ROWS
        target = out[:, first:last]
        if epilogue is not None or not whole:
            target = scratch.take("convolved", (outputs, groups * ROWS, width))
        _combine_products(products.reshape(TERMS, outputs, groups, width), column, target, scratch)
        if epilogue is not None:
            result = out[np.newaxis, :, first:last]
            epilogue.rows(first, last, result, scratch, target[np.newaxis, :, :rows])
        elif not whole:
            out[:, first:last] = target[:, :rows]

    # BLAS has threads of its own: while it computes one strip, another is combined
    workers.over_rows(height, groups * ROWS, strip, at_once=2)
    return out


def _combine_inputs(
    source: FloatArray,
    first: int,
    activation: Apply | None,
    inputs: FloatArray,
    scratch: Scratch,
) -> None:
    """Write B^T d of the rows from `first - 1` on to `inputs (6, c, 3, groups, W)`."""
    channels, height, width = source.shape
    groups = inputs.shape[3]
    span = groups * ROWS + 2
    above, below = max(0, 1 - first), max(0, first - 1 + span - height)
    wanted = slice(first - 1 + above, first - 1 + span - below)
    few = max(1, SMALL_BYTES // (4 * groups * width))
    for start in range(0, channels, few):
        stop = min(start + few, channels)
        d = source[start:stop, wanted]
        if activation is not None or above or below:
            rows = scratch.take("rows", (stop - start, span, width))
            rows[:, :above] = 0
            rows[:, span - below :] = 0
            inside = rows[:, above : span - below]
            if activation is None:
                np.copyto(inside, d)
            else:
                activation([d], inside)
            d = rows
        d0, d1, d2, d3 = (d[:, k : k + groups * ROWS : ROWS] for k in range(ROWS))
        d4, d5 = d[:, 4::ROWS], d[:, 5::ROWS]
        v = inputs[:, start:stop]
        shape = d0.shape
        a, b = scratch.take("a", shape), scratch.take("b", shape)
        # v1, v2 = (d4 - 4 d2) +- (d3 - 4 d1)
        np.multiply(d2, -4, out=a)
        np.add(a, d4, out=a)
        np.multiply(d1, -4, out=b)
        np.add(b, d3, out=b)
        np.add(a, b, out=v[1, :, 1])
        np.subtract(a, b, out=v[2, :, 1])
        # v3, v4 = (d4 - d2) +- 2 (d3 - d1)
        np.subtract(d4, d2, out=a)
        np.subtract(d3, d1, out=b)
        np.add(b, b, out=b)
        np.add(a, b, out=v[3, :, 1])
        np.subtract(a, b, out=v[4, :, 1])
        # v0 = 4 (d0 - d2) + (d4 - d2), v5 = (d5 - d3) - 4 (d3 - d1)
        np.subtract(d5, d3, out=v[5, :, 1])
        np.add(b, b, out=b)
        np.subtract(v[5, :, 1], b, out=v[5, :, 1])
        np.subtract(d0, d2, out=b)
        np.multiply(b, 4, out=b)
        np.add(a, b, out=v[0, :, 1])
        # the taps in x: each combination once more, a column to the right and to the left
        v[:, :, 0, :, 1:] = v[:, :, 1, :, :-1]
        v[:, :, 0, :, 0] = 0
        v[:, :, 2, :, :-1] = v[:, :, 1, :, 1:]
        v[:, :, 2, :, -1] = 0


def _combine_products(
    m: FloatArray, bias: FloatArray | None, target: FloatArray, scratch: Scratch
) -> None:
    """Write A^T m plus the bias to `target (M, groups * 4, W)`; m is `(6, M, groups, W)`."""
    outputs, groups, width = m.shape[1:]
    few = max(1, SMALL_BYTES // (4 * groups * width))
    for start in range(0, outputs, few):
        part = slice(start, min(start + few, outputs))
        m0, m1, m2, m3, m4, m5 = m[:, part]
        y0, y1, y2, y3 = (target[part, k::ROWS] for k in range(ROWS))
        even, odd = scratch.take("a", m0.shape), scratch.take("b", m0.shape)
        np.add(m1, m2, out=even)
        np.subtract(m1, m2, out=odd)
        if bias is not None:
            np.add(even, bias[part], out=even)
            np.add(odd, bias[part], out=odd)
        # y0 = m0 + even + (m3 + m4), y2 = even + 4 (m3 + m4)
        np.add(m3, m4, out=y2)
        np.add(even, y2, out=y0)
        np.add(y0, m0, out=y0)
        np.multiply(y2, 4, out=y2)
        np.add(y2, even, out=y2)
        # y1 = odd + 2 (m3 - m4), y3 = odd + 8 (m3 - m4) + m5
        np.subtract(m3, m4, out=y1)
        np.multiply(y1, 8, out=y3)
        np.add(y3, odd, out=y3)
        np.add(y3, m5, out=y3)
        np.add(y1, y1, out=y1)
        np.add(y1, odd, out=y1)
