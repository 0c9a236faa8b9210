"""The dialog's own thread: what it does first, and what it learns on the way."""

from __future__ import annotations

import time
from collections.abc import Iterator
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
