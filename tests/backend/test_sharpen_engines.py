"""A scene is finished whatever happens to the process that its blocks are sent to."""

from __future__ import annotations

import os
import random
import signal
import threading
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from qgis_pansharp.backend import sharpen as loop
from qgis_pansharp.backend import sharpener
from qgis_pansharp.backend.blocks import Block
from qgis_pansharp.backend.engines import isolated, steady
from qgis_pansharp.backend.engines.choosing import LAST
from qgis_pansharp.backend.engines.isolated import IsolatedEngine, Patience
from qgis_pansharp.backend.engines.steady import Candidate
from qgis_pansharp.backend.errors import Cancelled, EngineError
from qgis_pansharp.backend.request import SharpenRequest, SharpenResult, SilentFeedback
from qgis_pansharp.backend.sharpen import sharpen
from tests.backend.engines.fakes import FakeRuntime
from tests.backend.listening import Listening
from tests.backend.rasters import Array, pair, read
from tests.backend.tiny_model import HALO, write_tiny_model

CORE = 32  # PAN pixels: 20 blocks of the scene
IMPATIENT = Patience(opening=30, least=0.5, factor=3, first_speed=1e9)


def cut_small(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let scenes be cut into small cores, which may still be halved once."""
    monkeypatch.setattr(loop.blocks, "choose_core", lambda *_: CORE)
    monkeypatch.setattr(loop.blocks, "SMALLEST", CORE // 2)


class Scene:
    """A scene of many blocks and an engine in a process of its own, before the built-in one."""

    def __init__(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.runtime = FakeRuntime(folder / "packages", HALO)
        pan, ms = pair(folder)
        model = write_tiny_model(folder / "tiny.onnx")
        self.request = SharpenRequest(
            pan, ms, folder / "out.tif", engine="builtin", model=model, overwrite=True
        )
        sharpen(self.request)
        self.wanted = read(self.request.output)
        cut_small(monkeypatch)
        first = Candidate("onnxruntime", "cpu", self.runtime.interpreter)
        monkeypatch.setattr(sharpener, "candidates", lambda *_: [first, LAST])
        self.log = Listening()

    def sharpen(self) -> SharpenResult:
        """Run, and see that the result is what it is without any accident."""
        result = sharpen(self.request, self.log)
        found = read(self.request.output)
        difference = np.abs(found.astype(int) - self.wanted.astype(int))
        assert difference.max() <= 1
        assert (difference > 0).mean() < 1e-3
        return result

    def told(self, words: str) -> bool:
        """Whether a line of the log holds these words."""
        return any(words in line for line in self.log.heard)


@pytest.fixture
def scene(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Scene]:
    threads = threading.active_count()
    yield Scene(tmp_path, monkeypatch)
    assert threading.active_count() <= threads
    assert sorted(p.name for p in tmp_path.glob("*out*")) in (["out.tif"], [])


def test_blocks_go_through_the_worker_in_order(scene: Scene) -> None:
    result = scene.sharpen()
    assert result.engine == "onnxruntime"
    assert len(scene.runtime.widths) == 20


def test_while_the_worker_works_the_next_block_is_read(
    scene: Scene, monkeypatch: pytest.MonkeyPatch
) -> None:
    events: list[str] = []
    start, finish = IsolatedEngine.start, IsolatedEngine.finish

    def started(self: IsolatedEngine, pan: Array, ms: Array) -> isolated.Job:
        events.append("start")
        return start(self, pan, ms)

    def finished(self: IsolatedEngine, job: isolated.Job, *rest: object) -> Array:
        events.append("finish")
        return finish(self, job, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr(IsolatedEngine, "start", started)
    monkeypatch.setattr(IsolatedEngine, "finish", finished)
    scene.sharpen()
    assert events[:5] == ["start", "start", "finish", "start", "finish"]
    assert events[-2:] == ["finish", "finish"]


def test_a_worker_killed_at_a_random_block_is_started_again(
    scene: Scene, monkeypatch: pytest.MonkeyPatch
) -> None:
    doomed = random.randrange(1, 20)
    start, count = IsolatedEngine.start, [0]

    def started(self: IsolatedEngine, pan: Array, ms: Array) -> isolated.Job:
        count[0] += 1
        job = start(self, pan, ms)
        if count[0] == doomed:
            os.kill(self.process_id, signal.SIGKILL)
        return job

    monkeypatch.setattr(IsolatedEngine, "start", started)
    assert scene.sharpen().engine == "onnxruntime"
    assert scene.told("SIGKILL")
    assert scene.told("smaller blocks")


def test_a_worker_that_always_dies_gives_way_to_the_built_in_engine(scene: Scene) -> None:
    scene.runtime.does("crash")
    assert scene.sharpen().engine == "builtin"
    assert scene.told("SIGABRT")
    assert scene.told("Going on with the engine builtin")
    assert len(scene.runtime.widths) <= 4  # tried again, not for every block


def test_a_crash_once_costs_a_smaller_block_only(scene: Scene) -> None:
    scene.runtime.does("crash once")
    assert scene.sharpen().engine == "onnxruntime"


@pytest.mark.parametrize("deed", ["hang", "garbage"])
def test_silence_and_garbage_end_at_the_built_in_engine(
    scene: Scene, monkeypatch: pytest.MonkeyPatch, deed: str
) -> None:
    scene.runtime.does(deed)
    monkeypatch.setattr(steady.SteadyEngine.__init__, "__defaults__", (lambda _: None, IMPATIENT))
    assert scene.sharpen().engine == "builtin"
    assert scene.told("did not answer" if deed == "hang" else "garbage")


@pytest.mark.parametrize("deed", ["fail to load", "crash while loading"])
def test_libraries_that_do_not_load_end_at_the_built_in_engine(scene: Scene, deed: str) -> None:
    scene.runtime.does(deed)
    assert scene.sharpen().engine == "builtin"
    assert scene.told("libmadeup.so.1" if deed == "fail to load" else "SIGABRT")


def test_an_engine_that_fails_on_a_later_block_gives_way_to_the_next_one(scene: Scene) -> None:
    scene.runtime.does("fail later")
    assert scene.sharpen().engine == "builtin"
    assert scene.told("no kernel image is available")
    assert scene.told("Going on with the engine builtin")
    assert 2 <= len(scene.runtime.widths) <= 3  # what was under way besides, and no more


def test_a_failing_engine_behind_which_none_stands_ends_the_run_with_its_sentence(
    scene: Scene, monkeypatch: pytest.MonkeyPatch
) -> None:
    alone = Candidate("onnxruntime", "cpu", scene.runtime.interpreter)
    monkeypatch.setattr(sharpener, "candidates", lambda *_: [alone])
    scene.runtime.does("fail later")
    scene.request.output.unlink()
    with pytest.raises(EngineError, match="no kernel image"):
        sharpen(scene.request, scene.log)
    assert not scene.request.output.exists()


def test_where_memory_is_short_blocks_become_smaller_for_good(scene: Scene) -> None:
    fits = 32  # half a core and its halo on both sides
    scene.runtime.does(f"memory {fits}")
    assert scene.sharpen().engine == "onnxruntime"
    assert scene.told("going on in smaller blocks")
    too_large = [width for width in scene.runtime.widths if width > fits]
    assert 0 < len(too_large) <= 3  # what was under way when the first one failed, and no more


def test_where_a_block_cannot_even_be_read_blocks_become_smaller(
    scene: Scene, monkeypatch: pytest.MonkeyPatch
) -> None:
    begin = sharpener.Sharpener.begin
    tried: list[int] = []

    def begun(self: sharpener.Sharpener, block: Block) -> sharpener.Work:
        tried.append(block.width)
        if block.width > CORE // 2 and len(tried) > 2:  # while others are under way
            raise MemoryError
        return begin(self, block)

    monkeypatch.setattr(sharpener.Sharpener, "begin", begun)
    assert scene.sharpen().engine == "onnxruntime"
    assert scene.told("going on in smaller blocks")
    assert tried.count(CORE) == 3


def test_where_a_block_cannot_be_finished_blocks_become_smaller(
    scene: Scene, monkeypatch: pytest.MonkeyPatch
) -> None:
    finish = sharpener.Sharpener.finish

    def finished(self: sharpener.Sharpener, work: sharpener.Work) -> Array:
        if work.block.width > CORE // 2:
            raise MemoryError
        return finish(self, work)

    monkeypatch.setattr(sharpener.Sharpener, "finish", finished)
    assert scene.sharpen().engine == "onnxruntime"
    assert scene.told("going on in smaller blocks")


def test_without_room_for_the_smallest_block_the_next_engine_takes_over(scene: Scene) -> None:
    scene.runtime.does("memory 0")
    assert scene.sharpen().engine == "builtin"
    assert scene.told("Going on with the engine builtin")


def test_cancelling_ends_the_worker_and_leaves_nothing(
    scene: Scene, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    scene.request = replace(scene.request, output=tmp_path / "other.tif")
    scene.runtime.does("slow")

    class Impatient(SilentFeedback):
        def is_cancelled(self) -> bool:
            return len(scene.runtime.widths) >= 3

    with pytest.raises(Cancelled):
        sharpen(scene.request, Impatient())
    assert not list(tmp_path.glob("*other*"))


def test_bands_in_several_passes_go_through_the_worker(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pan, ms = pair(tmp_path)
    runtime = FakeRuntime(tmp_path / "packages", HALO)
    model = write_tiny_model(tmp_path / "tiny.onnx", bands=("blue", "green", "red"))
    request = SharpenRequest(
        pan, ms, tmp_path / "out.tif", engine="builtin", model=model, overwrite=True
    )
    sharpen(request)
    wanted = read(request.output).astype(int)
    cut_small(monkeypatch)
    for deed in ("", "crash once", "memory 32"):
        runtime.does(deed)
        first = Candidate("onnxruntime", "cpu", runtime.interpreter)
        monkeypatch.setattr(sharpener, "candidates", lambda *_, first=first: [first, LAST])
        result = sharpen(request)
        assert result.engine == "onnxruntime"
        assert np.abs(read(request.output).astype(int) - wanted).max() <= 1
