"""The matrix libraries of this process, and how many threads they take.

The built-in engine shares the rows of an image among threads of its own. A matrix library that
starts threads for each of their products as well has them wait for one another; where other
programs take the cores, ten times as long.
"""

from __future__ import annotations

import contextlib
import ctypes
import threading
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any, Callable, NamedTuple

import numpy as np

MAPS = Path("/proc/self/maps")
# OpenBLAS by itself, and as NumPy's wheels bring it
PREFIXES, SUFFIXES = ("", "scipy_"), ("", "64_", "_64")


class Library(NamedTuple):
    """How to ask and tell an OpenBLAS its number of threads."""

    threads: Callable[[], int]
    use: Callable[[int], None]


_lock = threading.Lock()
_inside = 0
_before: list[tuple[Library, int]] = []


def library_files() -> list[str]:
    """Return the files of matrix libraries that this process has loaded, or NumPy brings along."""
    try:
        lines = MAPS.read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:  # not Linux
        lines = []
    files = {line.split(maxsplit=5)[-1] for line in lines if "blas" in line and "/" in line}
    package = Path(np.__file__).parent
    for folder in (package.with_name("numpy.libs"), package / ".libs", package / ".dylibs"):
        files |= {str(file) for file in folder.glob("*openblas*")} if folder.is_dir() else set()
    return sorted(files)


def opened(file: str) -> Any:
    """Return the library that this process has loaded from a file; None where it cannot be."""
    try:
        return ctypes.CDLL(file)
    except OSError:
        return None


def function_of(library: Any, name: str) -> tuple[Any, Any]:
    """Return a library's function, whatever its builders put around the name, and its integers.

    None and an integer of C where it has no such function, or there is no library.
    """
    for prefix in PREFIXES:
        for suffix in SUFFIXES:
            function = getattr(library, f"{prefix}{name}{suffix}", None)
            if function is not None:
                return function, ctypes.c_int64 if suffix else ctypes.c_int
    return None, ctypes.c_int


@lru_cache(maxsize=1)
def libraries() -> tuple[Library, ...]:
    """Return every OpenBLAS of this process."""
    found = []
    for library in map(opened, library_files()):
        get, _ = function_of(library, "openblas_get_num_threads")
        use, _ = function_of(library, "openblas_set_num_threads")
        if get is not None and use is not None:
            get.restype, get.argtypes = ctypes.c_int, ()
            use.restype, use.argtypes = None, (ctypes.c_int,)
            found.append(Library(get, use))
    return tuple(found)


@contextlib.contextmanager
def one_thread() -> Iterator[None]:
    """Keep matrix libraries to one thread for each caller while inside; nests, from any thread."""
    global _inside
    with _lock:
        if not _inside:
            _before[:] = [(library, library.threads()) for library in libraries()]
            for library, _ in _before:
                library.use(1)
        _inside += 1
    try:
        yield
    finally:
        with _lock:
            _inside -= 1
            if not _inside:
                for library, count in _before:
                    library.use(count)
