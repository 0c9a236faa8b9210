"""What engines on a package share: blocks under way, stopping, and a runtime's errors as ours."""

from __future__ import annotations

import threading
from pathlib import Path
from typing import Any, Callable

import numpy as np
import pytest

from qgis_pansharp.backend.arrays import Array
from qgis_pansharp.backend.engines import runtime
from qgis_pansharp.backend.engines.options import Device, EngineOptions
from qgis_pansharp.backend.engines.runtime import (
    Done,
    Pending,
    RuntimeEngine,
    choose_device,
    load_package,
    room_on,
)
from qgis_pansharp.backend.errors import EngineError, ModelError


class Late:
    """A result that a device makes while others are begun; it comes when it is asked thrice."""

    def __init__(self, sharpened: Array) -> None:
        self.sharpened = sharpened
        self.asked = 0

    def wait(self, seconds: float) -> bool:
        self.asked += 1
        return self.asked > 2

    def result(self) -> Array:
        return self.sharpened


class Doubling(RuntimeEngine):
    """Returns MS doubled; a block may hold it up until it is interrupted, or fail."""

    name = "doubling"
    package = "numpy"
    title = "Doubler"
    memory_signs = ("no room",)

    failure: Exception | None = None
    held = False
    late = False

    def _open(self, package: Any, options: EngineOptions) -> None:
        if Path(self._file).read_text(encoding="utf-8") != "model":
            raise KeyError("what a runtime raises\nwith a second line")
        self.order: list[float] = []
        self.released = threading.Event()
        self.thread = threading.current_thread()

    def _begin(self, inputs: dict[str, Array]) -> Pending:
        assert threading.current_thread() is self.thread
        self.order.append(float(inputs["ms"].max()))
        if self.held:
            self.released.wait(60)
            raise RuntimeError("interrupted")
        if self.failure is not None:
            raise self.failure
        doubled = 2 * inputs["ms"]
        return Late(doubled) if self.late else Done(doubled)

    def _interrupt(self) -> None:
        self.released.set()


@pytest.fixture(autouse=True)
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(runtime, "POLL_SECONDS", 0.005)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    made = tmp_path / "a.onnx"
    made.write_text("model", encoding="utf-8")
    return made


PAN = np.zeros((1, 4, 4), np.float32)


def ms(value: float) -> Array:
    return np.full((3, 2, 2), value, np.float32)


def test_blocks_are_worked_on_in_the_order_of_their_start(file: Path) -> None:
    with Doubling(file) as engine:
        tickets = [engine.start(PAN, ms(value)) for value in (1, 2, 3)]
        results = [engine.finish(ticket).max() for ticket in reversed(tickets)]
        assert results == [6, 4, 2]
        assert engine.order == [1, 2, 3]


def test_a_result_that_a_device_still_makes_is_waited_for_and_watched(file: Path) -> None:
    watched: list[float] = []
    with Doubling(file) as engine:
        engine.late = True
        assert engine.run(PAN, ms(1), watched.append).max() == 2
    assert len(watched) >= 2


@pytest.mark.parametrize("error", [KeyboardInterrupt, ValueError, EngineError])
def test_what_a_watch_raises_stops_all_blocks_and_the_engine_goes_on(
    file: Path, error: Callable[[str], BaseException]
) -> None:
    def stop(share: float) -> None:
        raise error("stop")

    with Doubling(file) as engine:
        engine.held = True
        first, second = engine.start(PAN, ms(1)), engine.start(PAN, ms(2))
        with pytest.raises(type(error("stop")), match="stop"):
            engine.finish(first, stop)
        with pytest.raises(EngineError, match="doubling was stopped"):
            engine.finish(second)
        engine.held = False
        assert engine.run(PAN, ms(3)).max() == 6
        assert 2 not in engine.order


def test_a_block_that_fails_leaves_the_others_alone(file: Path) -> None:
    with Doubling(file) as engine:
        engine.failure = RuntimeError("odd shapes\nat line 7")
        failing = engine.start(PAN, ms(1))
        with pytest.raises(EngineError, match=r"Doubler.*\(1, 4, 4\).*odd shapes\);.*bands"):
            engine.finish(failing)
        engine.failure = None
        assert engine.run(PAN, ms(2)).max() == 4


@pytest.mark.parametrize("problem", [RuntimeError("there is no room for it"), MemoryError("full")])
def test_too_little_memory_is_told_apart(file: Path, problem: Exception) -> None:
    with Doubling(file) as engine:
        engine.failure = problem
        with pytest.raises(MemoryError, match=r"room|full"):
            engine.run(PAN, ms(1))


def test_a_file_that_the_runtime_refuses_is_a_model_error(file: Path, tmp_path: Path) -> None:
    file.write_text("something else", encoding="utf-8")
    with pytest.raises(ModelError, match=r"a\.onnx.*with Doubler.*what a runtime raises"):
        Doubling(file)
    with pytest.raises(ModelError, match=r"missing\.onnx cannot be read"):
        Doubling(tmp_path / "missing.onnx")


def test_nothing_of_a_closed_engine_stays(file: Path) -> None:
    threads = threading.active_count()
    engine = Doubling(file)
    assert threading.active_count() == threads + 1
    engine.close()
    engine.close()
    assert threading.active_count() == threads
    with pytest.raises(EngineError, match="doubling was closed"):
        engine.run(PAN, ms(1))


def test_an_engine_that_does_not_open_leaves_no_thread(tmp_path: Path) -> None:
    threads = threading.active_count()
    with pytest.raises(ModelError):
        Doubling(tmp_path / "missing.onnx")
    assert threading.active_count() == threads


def test_what_an_uninstallation_left_behind_is_no_package(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "leftover").mkdir()
    monkeypatch.syspath_prepend(str(tmp_path))
    for package in ("leftover", "nowhere_at_all"):
        with pytest.raises(EngineError, match=rf"some cannot be loaded.*pip install {package}"):
            load_package("some", package)


def test_a_device_is_the_one_asked_for_or_the_first() -> None:
    found = [Device("cuda:0", "A"), Device("cuda:1", "B"), Device("cpu", "CPU")]
    assert choose_device("x", "auto", found) is found[0]
    assert choose_device("x", "cuda:1", found) is found[1]
    with pytest.raises(EngineError, match=r"x has no device mps.*auto, cuda:0, cuda:1, cpu"):
        choose_device("x", "mps", found)


def test_a_block_gets_a_share_of_a_devices_own_memory() -> None:
    card, shared = Device("cuda:0", "A", 10_000), Device("coreml", "B")
    assert room_on(shared, 1) == 0
    assert 0 < 2 * room_on(card, 1, free=1000) < 1000  # what went before may still be held
    assert room_on(card, 2, free=1000) == room_on(card, 1, free=1000) // 2
    assert room_on(card, 1, free=1000) < room_on(card, 1) < 10_000 // 2
    assert room_on(card, 1, free=0) > 0  # a full card is not one that shares the computer's memory
