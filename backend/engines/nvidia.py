"""NVIDIA's graphics cards as their driver lists them, for runtimes that do not tell."""

from __future__ import annotations

import ctypes
import sys
from typing import Any

from qgis_pansharp.backend.engines.options import Device

LONGEST_NAME = 256


def driver() -> Any:
    """Load the driver's library.

    Raises:
        OSError: there is none.
    """
    return ctypes.CDLL("nvcuda.dll" if sys.platform == "win32" else "libcuda.so.1")


def cards(kind: str, library: Any = None) -> list[Device]:
    """Return the cards as devices `kind:0`, `kind:1`, in the driver's order; none without a driver.

    Args:
        kind: what the devices are called.
        library: the driver's; the computer's own by default.
    """
    try:
        cuda = driver() if library is None else library
        count = ctypes.c_int()
        if cuda.cuInit(0) or cuda.cuDeviceGetCount(ctypes.byref(count)):
            return []
        found = [_card(cuda, kind, number) for number in range(count.value)]
    except (OSError, AttributeError):
        return []
    return [card for card in found if card is not None]


def _card(cuda: Any, kind: str, number: int) -> Device | None:
    handle, size = ctypes.c_int(), ctypes.c_size_t()
    name = ctypes.create_string_buffer(LONGEST_NAME)
    if (
        cuda.cuDeviceGet(ctypes.byref(handle), number)
        or cuda.cuDeviceGetName(name, LONGEST_NAME, handle)
        or cuda.cuDeviceTotalMem_v2(ctypes.byref(size), handle)
    ):
        return None
    return Device(f"{kind}:{number}", name.value.decode("utf-8", "replace"), size.value)
