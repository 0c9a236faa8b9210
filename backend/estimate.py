"""What a run will take before it starts: space on the disk, and time."""

from __future__ import annotations

import os
import shutil
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from qgis_pansharp.backend.errors import OutputError
from qgis_pansharp.backend.plan import Plan
from qgis_pansharp.backend.raster import creation_options
from qgis_pansharp.backend.raster.info import shortened

HEADER = 64 * 1024  # bytes: a BigTIFF's header, its directory, and what a raster says of itself
BAND_HEADER = 4 * 1024  # bytes: what a band says of itself
TILE_ENTRY = 16  # bytes: a tile's place and its length in a BigTIFF


def disk_space(plan: Plan) -> int:
    """Return the bytes that the output takes at most, without compression.

    Tiles at the right and at the bottom are stored whole.

    Raises:
        OutputError: a creation option is wrong.
    """
    scene = plan.scene
    count = len(scene.ms.bands)
    height, width = _tile(plan)
    tiles = -(-scene.rows // height) * -(-scene.columns // width)
    pixel = count * np.dtype(scene.ms.dtype).itemsize
    return tiles * (height * width * pixel + TILE_ENTRY * count) + HEADER + BAND_HEADER * count


def _tile(plan: Plan) -> tuple[int, int]:
    """Return height and width of the output's tiles; a row where it is stored in strips."""
    given = creation_options(plan.scene.ms.dtype, plan.request.creation_options)
    options = dict(option.split("=", 1) for option in given)
    if options["TILED"].upper() in ("NO", "FALSE", "OFF", "0"):
        return 1, plan.scene.columns
    sides = [options[key] for key in ("BLOCKYSIZE", "BLOCKXSIZE")]
    height, width = (int(side) if side.isdecimal() and int(side) else 256 for side in sides)
    return height, width


def require_space(plan: Plan) -> None:
    """Refuse an output that its disk cannot hold.

    Raises:
        OutputError: naming the folder, what is needed and what is free.
    """
    needed = disk_space(plan)
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


def _size(count: int) -> str:
    """Return a number of bytes for people.

    >>> _size(2_340_000_000)
    '2.3 GB'
    """
    return f"{count / 1e9:.1f} GB" if count >= 1e9 else f"{count / 1e6:.1f} MB"


@dataclass(frozen=True)
class Throughput:
    """How fast pixels were sharpened: those of all blocks with their halos, and the time taken.

    A block's cost is what it reads, so that small blocks, which are mostly halo, tell as much as
    large ones.
    """

    pixels: int
    seconds: float

    @property
    def megapixels_per_second(self) -> float:
        """PAN pixels read per second, halos included, in millions."""
        return self.pixels / 1e6 / max(self.seconds, 1e-9)


def seconds(plan: Plan, megapixels_per_second: float) -> float:
    """Estimate how long a run's blocks take together.

    Args:
        plan: of the run.
        megapixels_per_second: as `Throughput` measures it, halos included.

    Raises:
        ValueError: the throughput is not above 0.
    """
    if not megapixels_per_second > 0:
        raise ValueError(f"throughput must be above 0, got {megapixels_per_second!r}")
    read = sum(plan.pixels_read(block) for block in plan.blocks(plan.scene.output))
    return read / 1e6 / megapixels_per_second
