"""NVIDIA's cards are listed through their driver, and nothing goes wrong without one."""

from __future__ import annotations

import ctypes
from typing import Any

import pytest

from qgis_pansharp.backend.engines import nvidia
from qgis_pansharp.backend.engines.options import Device


class Driver:
    """Answers as `libcuda` does: 0, or the number of an error."""

    def __init__(self, names: list[str], broken: str = "") -> None:
        self.names = names
        self.broken = broken

    def answer(self, function: str) -> int:
        return 100 if function == self.broken else 0

    def cuInit(self, flags: int) -> int:  # noqa: N802
        return self.answer("cuInit")

    def cuDeviceGetCount(self, count: Any) -> int:  # noqa: N802
        count._obj.value = len(self.names)
        return self.answer("cuDeviceGetCount")

    def cuDeviceGet(self, handle: Any, number: int) -> int:  # noqa: N802
        handle._obj.value = number
        return self.answer("cuDeviceGet")

    def cuDeviceGetName(self, name: Any, length: int, handle: Any) -> int:  # noqa: N802
        ctypes.memmove(name, self.names[handle.value].encode() + b"\0", length and 20)
        return self.answer("cuDeviceGetName")

    def cuDeviceTotalMem_v2(self, size: Any, handle: Any) -> int:  # noqa: N802
        size._obj.value = (handle.value + 1) << 33
        return self.answer("cuDeviceTotalMem_v2")


def test_cards_come_in_the_drivers_order_with_their_memory() -> None:
    found = nvidia.cards("cuda", Driver(["NVIDIA RTX A2000 ....", "NVIDIA T4 ..........."]))
    assert [(card.name, card.title[:11], card.memory) for card in found] == [
        ("cuda:0", "NVIDIA RTX ", 1 << 33),
        ("cuda:1", "NVIDIA T4 .", 2 << 33),
    ]
    assert isinstance(found[0], Device)


@pytest.mark.parametrize("broken", ["cuInit", "cuDeviceGetCount", "cuDeviceGetName"])
def test_a_driver_that_fails_has_no_cards(broken: str) -> None:
    assert nvidia.cards("cuda", Driver(["NVIDIA T4 ..........."], broken)) == []


def test_a_driver_that_lacks_a_function_has_no_cards() -> None:
    assert nvidia.cards("cuda", object()) == []


def test_without_a_driver_there_are_no_cards(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing() -> Any:
        raise OSError("libcuda.so.1: cannot open shared object file")

    monkeypatch.setattr(nvidia, "driver", missing)
    assert nvidia.cards("cuda") == []
