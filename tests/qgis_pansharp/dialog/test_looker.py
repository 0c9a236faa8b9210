"""The dialog's own thread: what it does first, and what it learns on the way."""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from qgis.core import QgsApplication

from qgis_pansharp.backend.preview import Previewer
from qgis_pansharp.backend.request import SharpenRequest
from qgis_pansharp.dialog.looker import FIRST, LARGEST_MEASURED, Looker, Pace, PreviewOrder

from ..desktop import wait_for

Pair = tuple[Path, Path]


@pytest.fixture
def looker(qgis_app: QgsApplication) -> Iterator[Looker]:
    made = Looker()
    yield made
    made.end()


@pytest.fixture
def request_of_pair(pair: Pair) -> SharpenRequest:
    return SharpenRequest(*pair, "", method="sipsanet", engine="builtin")


@pytest.fixture
def sides(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """The sides of all windows that are sharpened."""
    seen: list[int] = []
    sharpen = Previewer.sharpen

    def watched(self: Previewer, row: int, column: int, side: int, *more: object) -> object:
        seen.append(side)
        return sharpen(self, row, column, side, *more)  # type: ignore[arg-type]

    monkeypatch.setattr(Previewer, "sharpen", watched)
    return seen


def test_the_pace_is_that_of_a_second_and_larger_window(
    looker: Looker, request_of_pair: SharpenRequest, sides: list[int]
) -> None:
    paces: list[Pace] = []
    looker.measured.connect(paces.append)
    looker.measure(request_of_pair)
    wait_for(lambda: paces)
    assert sides[0] == FIRST
    assert FIRST <= sides[1] <= LARGEST_MEASURED
    assert len(sides) == 2
    pace = paces[0]
    assert (pace.request, pace.model) == (request_of_pair, "sipsanet-4band")
    assert pace.speed > 0
    assert 0 < pace.start < 60
    # what is open and warm needs one window only
    looker.measure(request_of_pair)
    wait_for(lambda: len(paces) == 2)
    assert len(sides) == 3


def test_engines_stay_open_for_both_methods_of_a_pair(
    looker: Looker, request_of_pair: SharpenRequest, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []
    closed: list[str] = []
    start, close = Previewer.__init__, Previewer.close

    def starting(self: Previewer, request: SharpenRequest, *more: object) -> None:
        opened.append(request.method)
        start(self, request, *more)  # type: ignore[arg-type]

    def closing(self: Previewer) -> None:
        closed.append(self.plan.model.card.network)
        close(self)

    monkeypatch.setattr(Previewer, "__init__", starting)
    monkeypatch.setattr(Previewer, "close", closing)
    seen: list[object] = []
    looker.previewed.connect(seen.append)
    # "auto" takes SIPSA-Net for this pair
    for number, method in enumerate(("auto", "sipsanet", "cf2n", "sipsanet", "cf2n"), start=1):
        looker.preview(PreviewOrder(replace(request_of_pair, method=method)))
        wait_for(lambda number=number: len(seen) == number)
    assert (opened, closed) == (["sipsanet", "cf2n"], [])
    # more than two at a time, or another pair, are too many
    looker.preview(PreviewOrder(replace(request_of_pair, method="cf2n", threads=1)))
    wait_for(lambda: len(seen) == 6)
    assert closed == ["sipsanet"]
    looker.end()
    assert closed == ["sipsanet", "cf2n", "cf2n"]


def test_a_measurement_gives_way_to_a_preview(
    looker: Looker, request_of_pair: SharpenRequest, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun: list[int] = []
    sharpen = Previewer.sharpen

    def slow(self: Previewer, row: int, column: int, side: int, watch: object) -> object:
        begun.append(side)
        if len(begun) == 1:  # the measurement's: until it is told to stop
            end = time.monotonic() + 30
            while time.monotonic() < end:
                watch(0.0)  # type: ignore[operator]
                time.sleep(0.001)
        return sharpen(self, row, column, side, watch)  # type: ignore[arg-type]

    monkeypatch.setattr(Previewer, "sharpen", slow)
    told: list[object] = []
    looker.measured.connect(told.append)
    looker.previewed.connect(told.append)
    looker.failed.connect(told.append)
    looker.measure(request_of_pair)
    wait_for(lambda: begun)
    order = PreviewOrder(request_of_pair)
    looker.preview(order)
    wait_for(lambda: told)
    assert [getattr(entry, "order", entry) for entry in told] == [order]


def test_what_cannot_be_measured_is_left_to_the_run_to_tell(
    looker: Looker, request_of_pair: SharpenRequest, tmp_path: Path
) -> None:
    told: list[object] = []
    looker.measured.connect(told.append)
    looker.failed.connect(told.append)
    looker.measure(SharpenRequest(tmp_path / "no.tif", tmp_path / "none.tif", ""))
    looker.measure(request_of_pair)
    wait_for(lambda: told)
    assert [type(entry) for entry in told] == [Pace]
