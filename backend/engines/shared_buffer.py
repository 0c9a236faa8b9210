"""Memory that two processes see, for images that are too large to send.

It leaves nothing behind: on Linux it has no name in any file system, on Windows it lives as long as
somebody has it open, and elsewhere its file is removed as soon as both have opened it.
"""

from __future__ import annotations

import mmap
import os
import sys
import tempfile
import uuid
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from qgis_pansharp.backend.arrays import FloatArray

ALIGNMENT = 64  # bytes at which images begin


class SharedBuffer:
    """`size` bytes under a `name` that another process of this user can open.

    Raises:
        MemoryError: there is no room for it.
    """

    def __init__(self, name: str, size: int, memory: mmap.mmap, descriptor: int = -1) -> None:
        self.name = name
        self.size = size
        self._memory = memory
        self._descriptor = descriptor  # what the name leads to while this process lives

    @classmethod
    def create(cls, size: int) -> SharedBuffer:
        """Make a new buffer."""
        try:
            if sys.platform == "win32":
                name = f"pansharp-{uuid.uuid4().hex}"
                return cls(name, size, mmap.mmap(-1, size, tagname=name))
            descriptor, name = _anonymous()
            try:
                _reserve(descriptor, size)
                memory = mmap.mmap(descriptor, size)
            except BaseException:
                os.close(descriptor)
                if not name.startswith("/proc/"):
                    Path(name).unlink()
                raise
            return cls(name, size, memory, descriptor)
        except OSError as problem:
            raise MemoryError(f"no room for {size} shared bytes ({problem})") from problem

    @classmethod
    def open(cls, name: str, size: int) -> SharedBuffer:
        """Open a buffer that another process made.

        Raises:
            OSError: there is none of that name.
        """
        if sys.platform == "win32":
            return cls(name, size, mmap.mmap(-1, size, tagname=name))
        descriptor = os.open(name, os.O_RDWR)
        try:
            return cls(name, size, mmap.mmap(descriptor, size))
        finally:
            os.close(descriptor)

    def forget(self) -> None:
        """Take the name away, once the other process has opened the buffer."""
        if self._descriptor >= 0:
            os.close(self._descriptor)
            self._descriptor = -1
            if not self.name.startswith("/proc/"):
                Path(self.name).unlink()

    def image(self, offset: int, shape: Sequence[int]) -> FloatArray:
        """Return the float32 image that lies `offset` bytes into the buffer; not a copy.

        Raises:
            ValueError: it does not lie inside.
        """
        count = int(np.prod([int(n) for n in shape], dtype=np.int64))
        if offset < 0 or count < 0 or offset + 4 * count > self.size:
            raise ValueError(f"an image of shape {tuple(shape)} at {offset} leaves the buffer")
        flat: FloatArray = np.frombuffer(self._memory, np.float32, count, offset)
        return flat.reshape(tuple(shape))

    def close(self) -> None:
        """Let go of the memory; images of it must not be used any more."""
        self.forget()
        try:
            self._memory.close()
        except BufferError:  # an image is still referred to; the last of them frees the memory
            return


def aligned(size: int) -> int:
    """Return a number of bytes, rounded up to where the next image may begin."""
    return -(-size // ALIGNMENT) * ALIGNMENT


def _anonymous() -> tuple[int, str]:
    """Return a descriptor of new memory, and a path by which another process opens it."""
    if hasattr(os, "memfd_create"):
        descriptor = os.memfd_create("pansharp")
        return descriptor, f"/proc/{os.getpid()}/fd/{descriptor}"
    return tempfile.mkstemp(prefix="pansharp-")


def _reserve(descriptor: int, size: int) -> None:
    """Make room now: memory that is missing later would end the process that touches it."""
    os.ftruncate(descriptor, size)
    if hasattr(os, "posix_fallocate"):
        os.posix_fallocate(descriptor, 0, size)
        return
    zeros = bytes(1 << 20)
    for start in range(0, size, len(zeros)):
        os.pwrite(descriptor, zeros[: size - start], start)
