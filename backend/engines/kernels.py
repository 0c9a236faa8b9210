"""OpenBLAS with the kernels of this processor, where it did not recognise it.

OpenBLAS chooses kernels by the processor's model number while it is loaded. A processor that is
newer than the library gets those of 2004, without AVX: Debian 12's 0.3.21 has a third of its speed
on Xeons of 2023. The features that the processor names tell what it can do, whatever its model. The
choice holds for the process, so a copy of the library, loaded beside it, is made to choose anew;
NumPy's own is left as it is.
"""

from __future__ import annotations

import contextlib
import ctypes
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from qgis_pansharp.backend.engines.blas import function_of, library_files, opened

CPU_INFO = Path("/proc/cpuinfo")
CHOICE, THREADS = "OPENBLAS_CORETYPE", "OPENBLAS_NUM_THREADS"
UNRECOGNISED = "prescott"  # what OpenBLAS takes on x86-64 for a model that it does not know
# Kernels by OpenBLAS's name, the best first, and the features that they need.
KERNELS = (
    ("SkylakeX", frozenset(("avx512f", "avx512cd", "avx512bw", "avx512dq", "avx512vl"))),
    ("Haswell", frozenset(("avx2", "fma"))),
)


def own_kernels() -> Any:
    """Return a copy of this process's OpenBLAS with better kernels; None where there is no need.

    It keeps to one thread for each caller. Linux only: elsewhere QGIS brings libraries of its own
    age. A choice that the user made by `OPENBLAS_CORETYPE` holds.
    """
    kernels = best_kernels()
    possible = hasattr(os, "memfd_create") and hasattr(os, "RTLD_DEEPBIND")
    if kernels is None or not possible or CHOICE in os.environ:
        return None
    # a distribution's front ends of the library answer as well; the library itself is the largest
    files = [file for file in library_files() if _chosen(opened(file)) == UNRECOGNISED]
    if not files:
        return None
    copy = _opened_copy(max(files, key=os.path.getsize), kernels)
    return copy if _chosen(copy) == kernels.lower() else None


def best_kernels() -> str | None:
    """Return the best of `KERNELS` that this processor runs; None where that is not known."""
    try:
        lines = CPU_INFO.read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:  # not Linux
        return None
    features = {word for line in lines if line.startswith("flags") for word in line.split()}
    return next((name for name, needed in KERNELS if needed <= features), None)


def _chosen(library: Any) -> str | None:
    """Return the kernels that an OpenBLAS has chosen, in small letters; None where it is none."""
    name, _ = function_of(library, "openblas_get_corename")
    if name is None:
        return None
    name.restype, name.argtypes = ctypes.c_char_p, ()
    return str(name().decode("ascii", "replace")).lower()


def _opened_copy(file: str, kernels: str) -> Any:
    """Load a library once more, from memory, told which kernels to choose; None if that fails."""
    try:
        descriptor = os.memfd_create("pansharp")
    except OSError:
        return None
    try:
        with os.fdopen(descriptor, "wb", closefd=False) as target:
            target.write(Path(file).read_bytes())
        with _told({CHOICE: kernels, THREADS: "1"}):
            # its own symbols first, or it would call those that the process has already
            mode = os.RTLD_NOW | os.RTLD_LOCAL | os.RTLD_DEEPBIND
            return ctypes.CDLL(f"/proc/self/fd/{descriptor}", mode=mode)
    except (OSError, MemoryError):
        return None
    finally:
        os.close(descriptor)


@contextlib.contextmanager
def _told(values: dict[str, str]) -> Iterator[None]:
    """Set variables for what is loaded while inside; `os.environ`, which is everybody's, stays."""
    for name, value in values.items():
        os.putenv(name, value)
    try:
        yield
    finally:
        for name in values:
            if name in os.environ:
                os.putenv(name, os.environ[name])
            else:
                os.unsetenv(name)
