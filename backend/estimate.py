"""What a run will take before it starts: space on the disk, and time."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from qgis_pansharp.backend.blocks import LARGEST_ELSEWHERE, Block
from qgis_pansharp.backend.errors import OutputError
from qgis_pansharp.backend.messages import Message
from qgis_pansharp.backend.plan import Plan
from qgis_pansharp.backend.raster import creation_options
from qgis_pansharp.backend.raster.info import shortened
from qgis_pansharp.backend.raster.options import NO, is_compressed
from qgis_pansharp.backend.raster.writer import fits

HEADER = 64 * 1024  # bytes: a BigTIFF's header, its directory, and what a raster says of itself
BAND_HEADER = 4 * 1024  # bytes: what a band says of itself
WRITTEN = 2  # what a pixel that is written costs beside one that is read
TILE_ENTRY = 16  # bytes: a tile's place and its length in a BigTIFF


def disk_space(plan: Plan) -> int:
    """Return the bytes that the output takes at most, without compression.

    Tiles at the right and at the bottom are stored whole.

    Raises:
        OutputError: a creation option is wrong.
    """
    scene, count = plan.scene, len(plan.scene.ms.bands)
    options = _options(plan)
    height, width = _piece(options, scene.columns)
    if _in_strips(options):
        height = 1  # the last one is no higher than need be
    tiles = -(-scene.rows // height) * -(-scene.columns // width)
    stored = height * width * _pixel(plan) + TILE_ENTRY * count
    return tiles * stored + HEADER + BAND_HEADER * count


def waiting_space(plan: Plan) -> int:
    """Return the bytes that rows of the output take at most while they wait for their neighbours.

    They do where blocks are no whole pieces of a compressed file; see `WaitingRows`.
    """
    scene, options = plan.scene, _options(plan)
    if not is_compressed(_given(plan)):
        return 0
    height, width = _piece(options, scene.columns)
    core = plan.core()
    if fits(core, width, scene.columns) and fits(core, height, scene.rows):
        return 0
    tallest = core if plan.request.block_size else max(core, LARGEST_ELSEWHERE)
    return min(scene.rows, tallest + 2 * height) * scene.columns * _pixel(plan)


def _given(plan: Plan) -> list[str]:
    return creation_options(plan.scene.ms.dtype, plan.request.creation_options)


def _options(plan: Plan) -> dict[str, str]:
    return dict(option.split("=", 1) for option in _given(plan))


def _pixel(plan: Plan) -> int:
    """Return the bytes that a pixel takes in all bands, without compression."""
    return len(plan.scene.ms.bands) * int(np.dtype(plan.scene.ms.dtype).itemsize)


def _in_strips(options: dict[str, str]) -> bool:
    return options["TILED"].upper() in NO


def _piece(options: dict[str, str], columns: int) -> tuple[int, int]:
    """Return height and width of the output's tiles or, of some rows each, its strips."""
    usual = "1" if _in_strips(options) else "256"
    sides = [options.get(key, usual) for key in ("BLOCKYSIZE", "BLOCKXSIZE")]
    height, width = (int(side) if side.isdecimal() and int(side) else int(usual) for side in sides)
    return height, columns if _in_strips(options) else width


def require_space(plan: Plan) -> None:
    """Refuse an output that its disk cannot hold.

    Raises:
        OutputError: naming the folder, what is needed and what is free.
    """
    needed = disk_space(plan) + waiting_space(plan)
    folder = Path(os.path.realpath(plan.request.output)).parent
    while not folder.is_dir() and folder != folder.parent:
        folder = folder.parent
    try:
        free = shutil.disk_usage(folder).free
    except OSError:  # not every file system tells; writing will
        return
    if needed > free:
        raise OutputError(
            "output folder {folder} has {free} of free space, but the result may take {needed}; "
            "free some space, choose another folder or a smaller area.",
            folder=shortened(str(folder)),
            free=_size(free),
            needed=_size(needed),
        )


def _size(count: int) -> Message:
    """Return a number of bytes for people.

    >>> str(_size(2_340_000_000))
    '2.3 GB'
    """
    if count >= 1e9:
        return Message("{size:.1f} GB", size=count / 1e9)
    return Message("{size:.1f} MB", size=count / 1e6)


def work(plan: Plan, blocks: Iterable[Block]) -> float:
    """Return what blocks cost, in million PAN pixels: those read, and twice those written.

    Networks do a part of their work for all that they read, halos too, and a part for a block's
    core alone. Weighed so, windows of 192 to 512 pixels told the time of runs in blocks of 768 and
    1024 within a quarter with both networks; by pixels read alone they told 0.6 to 0.95 of it.
    """
    pixels = sum(plan.pixels_read(block) + WRITTEN * block.pixels for block in blocks)
    return len(plan.passes) * pixels / 1e6


@dataclass(frozen=True)
class Throughput:
    """How fast pixels were sharpened: the `work` that was done, and the time that it took."""

    work: float
    seconds: float

    @property
    def speed(self) -> float:
        """Work per second."""
        return self.work / max(self.seconds, 1e-9)


def seconds(plan: Plan, speed: float, start: float = 0.0) -> float:
    """Estimate how long a run takes.

    Args:
        plan: of the run.
        speed: work per second, as `Throughput` measures it.
        start: seconds before the first block.

    Raises:
        ValueError: the speed is not above 0.
    """
    if not speed > 0:
        raise ValueError(f"speed must be above 0, got {speed!r}")
    return start + work(plan, plan.blocks(plan.scene.output)) / speed
