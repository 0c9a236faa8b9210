"""A made-up suburb as a satellite would see it: `pan.tif` at 0.5 m and `ms.tif` at 2 m.

    python3 -m demo.scene OUT_DIR [--size 1024] [--seed 7]

Nothing in it is copied from a real image, so it may be shown and shipped anywhere. The town is
drawn as reflectance (blue, green, red, nir) and height on a 0.25 m grid, lit by one sun with cast
shadows, and then observed twice: by a PAN and, seconds later, by an MS instrument, between which
the traffic has moved on. The same seed gives the same pixels.

`demo.canvas` and `demo.spectra` are what one draws with, `demo.streets` is the town's plan,
`demo.town` its things, `demo.ground`, `demo.river`, `demo.plots` (with `demo.houses`) and
`demo.traffic` its parts; `demo.light` and `demo.sensor` turn the drawing into images.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt
from osgeo import gdal, osr

from demo.canvas import FINE, MARGIN, Array, Canvas
from demo.ground import draw_ground, draw_streets, plant_streets
from demo.light import radiance
from demo.plots import draw_plots
from demo.river import draw_river, plant_river
from demo.sensor import (
    MS_NYQUIST_GAIN,
    MS_TIMES,
    PAN_GSD,
    PAN_MIX,
    PAN_NYQUIST_GAIN,
    RATIO,
    digitise,
    observe,
)
from demo.spectra import BANDS
from demo.streets import Streets
from demo.town import Town
from demo.traffic import add_traffic

MIN_SIZE = 64
ORIGIN = (603200.0, 5021800.0)
EPSG = 32631


def make_scene(
    size: int = 1024, seed: int = 7
) -> tuple[npt.NDArray[np.uint16], npt.NDArray[np.uint16]]:
    """Return PAN (size, size) and MS (4, size / 4, size / 4) in digital numbers of 11 bits."""
    if size < MIN_SIZE or size % RATIO:
        raise ValueError(f"size must be a multiple of {RATIO} and at least {MIN_SIZE}, not {size}")
    town = build_town(size, seed)
    factor = round(PAN_GSD / FINE)
    rng = np.random.default_rng([seed, 1])

    pan: Array = np.zeros((size, size), dtype=np.float32)
    for weight, band in zip(PAN_MIX, radiance(town, range(4), 0.0)):
        pan += weight * observe(band, factor, PAN_NYQUIST_GAIN)
    ms: list[npt.NDArray[np.uint16]] = []
    for time in sorted(set(MS_TIMES)):
        bands = [b for b in range(4) if MS_TIMES[b] == time]
        for band in radiance(town, bands, time):
            ms.append(digitise(rng, observe(band, factor * RATIO, MS_NYQUIST_GAIN)))
    return digitise(rng, pan), np.stack(ms)


def build_town(size: int, seed: int) -> Town:
    """Draw everything but the cars; `size` is the scene's side in PAN pixels."""
    pixels = round(size * PAN_GSD / FINE) + 2 * MARGIN
    reach = pixels * FINE / 2 * 1.35 + 40
    town = Town(
        Canvas.blank(pixels, np.random.default_rng([seed, 0])), Streets.covering(reach), seed
    )
    us = town.streets.us
    rivers = [(us[i], us[i + 1]) for i, kind in enumerate(town.streets.kinds) if kind == "river"]
    for strip in town.canvas.strips():
        draw_ground(town.canvas, strip)
        draw_streets(town, strip)
        for river in rivers:
            draw_river(town, strip, *river)
    for river in rivers:
        plant_river(town, *river)
    draw_plots(town)
    plant_streets(town)
    add_traffic(town)
    return town


def write_scene(folder: Path, size: int = 1024, seed: int = 7) -> tuple[Path, Path]:
    """Write `pan.tif` and `ms.tif` into a folder, made if needed; return their paths."""
    pan, ms = make_scene(size, seed)
    folder.mkdir(parents=True, exist_ok=True)
    pan_path, ms_path = folder / "pan.tif", folder / "ms.tif"
    _write(pan_path, pan[None], PAN_GSD, ("pan",))
    _write(ms_path, ms, PAN_GSD * RATIO, BANDS)
    return pan_path, ms_path


def _write(path: Path, image: npt.NDArray[np.uint16], gsd: float, names: Sequence[str]) -> None:
    """Write an image (bands, h, w) as a tiled GeoTIFF, under its own name only when whole."""
    gdal.UseExceptions()
    srs = osr.SpatialReference()
    srs.ImportFromEPSG(EPSG)
    part = path.with_name(path.stem + ".part.tif")
    options = ["TILED=YES", "COMPRESS=DEFLATE", "PREDICTOR=2", "PHOTOMETRIC=MINISBLACK"]
    options += ["BLOCKXSIZE=256", "BLOCKYSIZE=256", "INTERLEAVE=BAND"]
    interpretations = {
        "pan": gdal.GCI_GrayIndex,
        "blue": gdal.GCI_BlueBand,
        "green": gdal.GCI_GreenBand,
        "red": gdal.GCI_RedBand,
    }
    out = gdal.GetDriverByName("GTiff").Create(
        str(part), image.shape[2], image.shape[1], image.shape[0], gdal.GDT_UInt16, options
    )
    out.SetProjection(srs.ExportToWkt())
    out.SetGeoTransform((ORIGIN[0], gsd, 0.0, ORIGIN[1], 0.0, -gsd))
    for number, name in enumerate(names, 1):
        band = out.GetRasterBand(number)
        band.SetDescription(name)
        band.SetColorInterpretation(interpretations.get(name, gdal.GCI_Undefined))
        band.WriteArray(image[number - 1])
    out.FlushCache()
    del band, out
    part.replace(path)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line; return its exit code."""
    parser = argparse.ArgumentParser(prog="demo.scene", description="Make a satellite scene.")
    parser.add_argument("folder", type=Path, metavar="OUT_DIR")
    parser.add_argument("--size", type=int, default=1024, help="side in PAN pixels (default 1024)")
    parser.add_argument("--seed", type=int, default=7, help="another seed, another town")
    given = parser.parse_args(arguments)
    try:
        paths = write_scene(given.folder, given.size, given.seed)
    except (ValueError, OSError, RuntimeError) as error:
        print(f"demo.scene: {error}", file=sys.stderr)
        return 1
    for path in paths:
        print(path)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
