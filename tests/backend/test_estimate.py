"""What a run takes is known before it starts."""

from __future__ import annotations

import shutil
from collections import namedtuple
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from qgis_pansharp.backend import estimate
from qgis_pansharp.backend.errors import OutputError
from qgis_pansharp.backend.estimate import (
    Throughput,
    disk_space,
    require_space,
    seconds,
    waiting_space,
    work,
)
from qgis_pansharp.backend.plan import Plan, make_plan
from qgis_pansharp.backend.request import SharpenRequest
from qgis_pansharp.backend.sharpen import check, sharpen
from tests.backend.rasters import ORIGIN, pair, write
from tests.backend.tiny_model import write_tiny_model

Usage = namedtuple("Usage", "total used free")


@pytest.fixture
def request_of_pair(tmp_path: Path) -> SharpenRequest:
    pan, ms = pair(tmp_path, 128, 160)
    model = write_tiny_model(tmp_path / "tiny.onnx")
    return SharpenRequest(pan, ms, tmp_path / "out.tif", model=model)


def leave_free(monkeypatch: pytest.MonkeyPatch, free: int) -> list[Path]:
    """Let every disk have so much free space; return where it is asked for."""
    asked: list[Path] = []

    def usage(folder: Path) -> Usage:
        asked.append(folder)
        return Usage(free, 0, free)

    monkeypatch.setattr(shutil, "disk_usage", usage)
    return asked


@pytest.mark.parametrize(
    "options",
    [
        (),
        ("TILED=NO",),
        ("BLOCKXSIZE=16", "BLOCKYSIZE=64"),
        ("BLOCKXSIZE=512", "BLOCKYSIZE=512", "INTERLEAVE=BAND"),
    ],
)
@pytest.mark.parametrize("dtype", ["uint8", "float32"])
def test_the_largest_output_stays_within_the_estimate(
    tmp_path: Path, dtype: str, options: tuple[str, ...]
) -> None:
    pan, ms = pair(tmp_path, 300, 300, dtype=dtype)
    model = write_tiny_model(tmp_path / "tiny.onnx")
    options += ("COMPRESS=NONE", "BIGTIFF=YES")
    request = SharpenRequest(pan, ms, tmp_path / "o.tif", model=model, creation_options=options)
    sharpen(request)
    size, estimated = (tmp_path / "o.tif").stat().st_size, disk_space(make_plan(request))
    assert size <= estimated
    # what is counted too much: places of tiles, as if no two bands shared any
    assert estimated - size <= estimate.HEADER + 4 * estimate.BAND_HEADER + 20_000


@pytest.mark.parametrize("options", [("TILED=NO",), ("TILED=NO", "BLOCKYSIZE=50"), ()])
def test_small_blocks_take_no_more_than_the_estimate(
    tmp_path: Path, options: tuple[str, ...]
) -> None:
    pan, ms = pair(tmp_path, 128, 512)
    model = write_tiny_model(tmp_path / "tiny.onnx")
    request = SharpenRequest(
        pan, ms, tmp_path / "o.tif", model=model, creation_options=options, block_size=64
    )
    sharpen(request)
    assert (tmp_path / "o.tif").stat().st_size <= disk_space(make_plan(request))


@pytest.mark.parametrize(
    ("options", "rows"),
    [
        (("TILED=NO",), 64 + 2),
        (("TILED=NO", "BLOCKYSIZE=10"), 64 + 20),
        (("TILED=NO", "COMPRESS=NONE"), 0),
        (("BLOCKXSIZE=32", "BLOCKYSIZE=64"), 0),
        ((), 128),  # as long as the scene lasts
    ],
)
def test_rows_that_wait_need_space_too(
    request_of_pair: SharpenRequest,
    monkeypatch: pytest.MonkeyPatch,
    options: tuple[str, ...],
    rows: int,
) -> None:
    request = replace(request_of_pair, creation_options=options, block_size=64)
    plan = make_plan(request)
    assert waiting_space(plan) == rows * 160 * 4 * 2
    leave_free(monkeypatch, disk_space(plan) + waiting_space(plan))
    require_space(plan)
    leave_free(monkeypatch, disk_space(plan) + waiting_space(plan) - 1)
    with pytest.raises(OutputError, match="free space"):
        require_space(plan)


def test_a_part_takes_less_space(request_of_pair: SharpenRequest) -> None:
    area = (ORIGIN[0], ORIGIN[1] - 8, ORIGIN[0] + 8, ORIGIN[1])
    plain = replace(request_of_pair, creation_options=("TILED=NO",))
    whole, part = (disk_space(make_plan(replace(plain, area=a))) for a in (None, area))
    assert whole - part >= (128 * 160 - 16 * 16) * 8


def test_the_check_and_the_run_refuse_what_the_disk_cannot_hold(
    request_of_pair: SharpenRequest, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = leave_free(monkeypatch, 300_000)
    folder = Path(request_of_pair.output).parent
    before = sorted(folder.iterdir())
    for start in (check, sharpen):
        with pytest.raises(OutputError) as caught:
            start(request_of_pair)
        message = str(caught.value)
        assert repr(str(folder)) in message
        assert "0.3 MB of free space" in message
        assert "may take 0.6 MB" in message
        assert "\n" not in message
    assert sorted(folder.iterdir()) == before
    assert set(asked) == {folder}


def test_space_that_is_gone_when_the_writing_begins_is_missed(
    request_of_pair: SharpenRequest, monkeypatch: pytest.MonkeyPatch
) -> None:
    frees = iter((10**9, 1000))
    monkeypatch.setattr(shutil, "disk_usage", lambda _: Usage(0, 0, next(frees)))
    with pytest.raises(OutputError, match="free space"):
        sharpen(request_of_pair)


def test_enough_space_is_fine(
    request_of_pair: SharpenRequest, monkeypatch: pytest.MonkeyPatch
) -> None:
    leave_free(monkeypatch, disk_space(make_plan(request_of_pair)))
    check(request_of_pair)


def test_the_disk_is_that_of_the_nearest_folder_that_exists(
    request_of_pair: SharpenRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = leave_free(monkeypatch, 0)
    with pytest.raises(OutputError):
        require_space(make_plan(replace(request_of_pair, output=tmp_path / "a" / "b" / "o.tif")))
    assert asked == [tmp_path]


def test_a_linked_output_takes_the_space_where_the_link_leads(
    request_of_pair: SharpenRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "far").mkdir()
    link = tmp_path / "link.tif"
    link.symlink_to(tmp_path / "far" / "out.tif")
    asked = leave_free(monkeypatch, 10**9)
    require_space(make_plan(replace(request_of_pair, output=link)))
    assert asked == [tmp_path / "far"]


def test_a_disk_that_does_not_tell_is_tried(
    request_of_pair: SharpenRequest, monkeypatch: pytest.MonkeyPatch
) -> None:
    def silent(_: Path) -> Usage:
        raise OSError("not supported")

    monkeypatch.setattr(shutil, "disk_usage", silent)
    require_space(make_plan(request_of_pair))


def plan_of(tmp_path: Path, side: int) -> Plan:
    empty = np.zeros((1, side, side), np.uint8)
    pan = write(tmp_path / "pan.tif", empty)
    ms = write(tmp_path / "ms.tif", empty[:, ::4, ::4].repeat(4, axis=0), 2.0)
    model = write_tiny_model(tmp_path / "tiny.onnx")
    return make_plan(SharpenRequest(pan, ms, "", model=model, memory=100 * 300**2))


def test_time_is_that_of_what_all_blocks_read_and_write(tmp_path: Path) -> None:
    plan = plan_of(tmp_path, 512)
    blocks = plan.blocks(plan.scene.output)
    assert [block.height for block in blocks] == [256] * 4
    of_a_block = ((256 + 16) ** 2 + 2 * 256**2) / 1e6
    assert work(plan, blocks[:1]) == pytest.approx(of_a_block)
    assert seconds(plan, 2.0) == pytest.approx(4 * of_a_block / 2)
    assert seconds(plan, 2.0, start=3.0) == pytest.approx(3 + 4 * of_a_block / 2)


def test_every_pass_of_the_model_takes_as_long(tmp_path: Path) -> None:
    plan = plan_of(tmp_path, 64)
    twice = replace(plan, passes=plan.passes * 2)
    assert seconds(twice, 1.0) == pytest.approx(2 * seconds(plan, 1.0))


def test_time_follows_what_was_measured(tmp_path: Path) -> None:
    plan = plan_of(tmp_path, 512)
    measured = Throughput(work(plan, plan.blocks(plan.scene.output)[:1]), seconds=0.25)
    assert seconds(plan, measured.speed) == pytest.approx(1.0)


@pytest.mark.parametrize("speed", [0.0, -1.0, float("nan")])
def test_without_speed_there_is_no_time(tmp_path: Path, speed: float) -> None:
    with pytest.raises(ValueError, match="speed"):
        seconds(plan_of(tmp_path, 64), speed)
