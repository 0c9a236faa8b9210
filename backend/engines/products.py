"""Matrix products, by the fast library even where another one stands before it.

On Linux QGIS links GSL, whose plain `cblas_sgemm` then answers for NumPy's in the whole process, at
a twentieth of the speed. The fast library is loaded all the same: it is looked up among the files
of this process and called by its own name. Where that library did not recognise the processor, a
copy that does is used (`kernels.py`). Everywhere else NumPy is as fast, and is used.
"""

from __future__ import annotations

import ctypes
import time
from collections.abc import Callable
from functools import lru_cache
from typing import Any

import numpy as np

from qgis_pansharp.backend.arrays import Array, FloatArray
from qgis_pansharp.backend.engines.blas import function_of, library_files, opened
from qgis_pansharp.backend.engines.kernels import own_kernels

WORTHWHILE = 1.5  # times faster than NumPy
BUFFER = 135_000_000  # bytes that an OpenBLAS takes with its first product
ROW_MAJOR, NO_TRANSPOSE = 101, 111
Sgemm = Callable[[Array, Array, Array], None]


def multiply(first: FloatArray, second: FloatArray, out: FloatArray) -> None:
    """Store `first @ second` in `out`, as `np.matmul` does.

    Args:
        first: `(m, k)` or `(n, m, k)`.
        second: `(n, k, w)`, views with strides included.
        out: `(n, m, w)`.
    """
    sgemm = fast_sgemm()
    if sgemm is None or not all(_has_plain_rows(image) for image in (first, second, out)):
        np.matmul(first, second, out=out)
        return
    for i in range(len(out)):
        sgemm(first if first.ndim == 2 else first[i], second[i], out[i])


def _has_plain_rows(image: FloatArray) -> bool:
    """Whether the rows of each matrix are contiguous and follow one another."""
    row, item = image.strides[-2:]
    return image.dtype == np.float32 and item == 4 and row >= 4 * image.shape[-1] and row % 4 == 0


@lru_cache(maxsize=1)
def fast_sgemm() -> Sgemm | None:
    """Return a product that beats NumPy's by far in this process; None where there is none.

    Raises:
        MemoryError: there is no room for a library's buffer.
    """
    first = np.sin(np.arange(64 * 288, dtype=np.float32)).reshape(64, 288)
    second = np.cos(np.arange(288 * 512, dtype=np.float32)).reshape(288, 512)
    plain, out = np.empty((64, 512), np.float32), np.empty((64, 512), np.float32)

    def numpys(a: Array, b: Array, c: Array) -> None:
        np.matmul(a, b, out=c)

    best, best_time = None, _seconds(numpys, first, second, plain) / WORTHWHILE
    for sgemm in _candidates():
        taken = _seconds(sgemm, first, second, out)
        if taken < best_time and np.allclose(plain, out, rtol=1e-4, atol=1e-4):
            best, best_time = sgemm, taken
    return best


def _seconds(sgemm: Sgemm, first: Array, second: Array, out: Array) -> float:
    """Return the shortest of three times, so that a library's first call does not count."""
    np.empty(BUFFER, np.uint8)  # else OpenBLAS would ask for it again and again, without end
    times = []
    for _ in range(3):
        started = time.perf_counter()
        sgemm(first, second, out)
        times.append(time.perf_counter() - started)
    return min(times)


def _candidates() -> list[Sgemm]:
    """Return the products of the matrix libraries that this process has loaded, and of ours."""
    found = map(_product_of, [*map(opened, library_files()), own_kernels()])
    return [sgemm for sgemm in found if sgemm is not None]


def _product_of(library: Any) -> Sgemm | None:
    """Return the product that a library has; None where it has none, or there is no library."""
    function, integer = function_of(library, "cblas_sgemm")
    return None if function is None else _wrapped(function, integer)


def _wrapped(function: Any, integer: Any) -> Sgemm:
    """Give a library's `cblas_sgemm` the arguments of a product of row-major views."""
    number, pointer = ctypes.c_float, ctypes.c_void_p
    function.restype = None
    function.argtypes = (
        *(ctypes.c_int,) * 3,
        *(integer,) * 3,
        number,
        *(pointer, integer) * 2,
        number,
        pointer,
        integer,
    )

    def sgemm(first: Array, second: Array, out: Array) -> None:
        function(
            ROW_MAJOR,
            NO_TRANSPOSE,
            NO_TRANSPOSE,
            first.shape[0],
            second.shape[1],
            first.shape[1],
            1.0,
            first.ctypes.data,
            first.strides[0] // 4,
            second.ctypes.data,
            second.strides[0] // 4,
            0.0,
            out.ctypes.data,
            out.strides[0] // 4,
        )

    return sgemm
