"""Blocks are as large as the memory suffices for that they are worked on in, whichever that is."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from qgis_pansharp.backend import blocks, sharpener
from qgis_pansharp.backend.blocks import Block
from qgis_pansharp.backend.engines.choosing import LAST
from qgis_pansharp.backend.engines.steady import Candidate, SteadyEngine
from qgis_pansharp.backend.plan import Plan, make_plan
from qgis_pansharp.backend.preview import Previewer
from qgis_pansharp.backend.request import SharpenRequest
from qgis_pansharp.backend.sharpen import sharpen
from qgis_pansharp.backend.sharpener import Sharpener, Work
from tests.backend.engines.fakes import FakeRuntime
from tests.backend.rasters import pair, read
from tests.backend.tiny_model import HALO, write_tiny_model

GIGABYTE = 1_000_000_000
ROOM, LARGE, SMALL = 987_654_321, 64, 32


@pytest.fixture
def plan(tmp_path: Path) -> Plan:
    pan, ms = pair(tmp_path)
    return make_plan(SharpenRequest(pan, ms, tmp_path / "out.tif", method="sipsanet"))


def with_memory(plan: Plan, memory: int, block_size: int = 0) -> Plan:
    return replace(plan, request=replace(plan.request, memory=memory, block_size=block_size))


def test_a_card_with_plenty_of_memory_gets_larger_blocks(plan: Plan) -> None:
    assert plan.core(room=20 * GIGABYTE) > plan.core()
    assert plan.core(room=GIGABYTE // 10) < plan.core()


def test_a_block_fits_the_card_with_its_halo(plan: Plan) -> None:
    card, ample = plan.model.card, with_memory(plan, 64 * GIGABYTE)
    cores = [ample.core(room=room * GIGABYTE // 10) for room in (2, 5, 10, 20, 40, 80, 1000)]
    assert cores == sorted(cores)
    assert cores[-1] == blocks.LARGEST_ELSEWHERE
    for room, core in zip((2, 5, 10, 20, 40), cores):
        side = core + 2 * card.halo
        assert side**2 * card.bytes_per_pixel <= room * GIGABYTE / 10


def test_what_is_carried_to_a_card_stays_within_the_computers_memory(plan: Plan) -> None:
    cores = [with_memory(plan, GIGABYTE // part).core(room=100 * GIGABYTE) for part in (1, 4, 16)]
    assert cores == sorted(cores, reverse=True)
    assert cores[-1] < cores[0]


def test_the_users_block_size_holds_for_cards_too(plan: Plan) -> None:
    assert with_memory(plan, GIGABYTE, block_size=300).core(room=100 * GIGABYTE) == 300


class Sizes:
    """An engine in a process of its own whose blocks are larger than those of the built-in one."""

    def __init__(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.runtime = FakeRuntime(folder / "packages", HALO)
        pan, ms = pair(folder)
        self.request = SharpenRequest(
            pan,
            ms,
            folder / "out.tif",
            engine="builtin",
            model=write_tiny_model(folder / "tiny.onnx"),
            overwrite=True,
        )
        sharpen(self.request)
        self.wanted = read(self.request.output).astype(int)
        self.widths: dict[str, list[int]] = {"onnxruntime": [], "builtin": []}
        begin = Sharpener.begin

        def begun(at_work: Sharpener, block: Block) -> Work:
            self.widths[at_work.engine.name].append(block.width)
            return begin(at_work, block)

        def room(engine: SteadyEngine) -> int:
            return ROOM if engine.name == "onnxruntime" else 0

        def choose(budget: int, *_: object) -> int:
            return SMALL if budget == self.request.memory and not self.with_room else LARGE

        self.with_room = True
        core = Plan.core

        def core_of(plan: Plan, room: int = 0) -> int:
            self.with_room = bool(room)
            return core(plan, room)

        monkeypatch.setattr(Plan, "core", core_of)
        monkeypatch.setattr(blocks, "choose_core", choose)
        monkeypatch.setattr(blocks, "SMALLEST", SMALL // 2)
        monkeypatch.setattr(SteadyEngine, "room", property(room))
        monkeypatch.setattr(Sharpener, "begin", begun)
        first = Candidate("onnxruntime", "cpu", self.runtime.interpreter)
        monkeypatch.setattr(sharpener, "candidates", lambda *_: [first, LAST])

    def sharpen(self) -> str:
        engine = sharpen(self.request).engine
        assert np.abs(read(self.request.output).astype(int) - self.wanted).max() <= 1
        return engine


@pytest.fixture
def sizes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Sizes:
    return Sizes(tmp_path, monkeypatch)


def test_blocks_follow_the_engine_at_work(sizes: Sizes) -> None:
    assert sizes.sharpen() == "onnxruntime"
    assert max(sizes.widths["onnxruntime"]) == LARGE


@pytest.mark.parametrize("deed", ["crash", "memory 0", "fail to load"])
def test_the_next_engine_gets_blocks_of_its_own_size(sizes: Sizes, deed: str) -> None:
    sizes.runtime.does(deed)
    assert sizes.sharpen() == "builtin"
    assert max(sizes.widths["builtin"]) == SMALL


def test_a_preview_goes_on_with_the_next_engines_size(
    sizes: Sizes, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Previewer(sizes.request) as previewer:
        expected = previewer.sharpen(*previewer.middle, 96).sharpened
        assert previewer.engine == "onnxruntime"
        sizes.runtime.does("crash")
        found = previewer.sharpen(*previewer.middle, 96).sharpened
        assert previewer.engine == "builtin"
    assert np.abs(found.astype(int) - expected.astype(int)).max() <= 1
    assert max(sizes.widths["builtin"]) <= LARGE // 2
