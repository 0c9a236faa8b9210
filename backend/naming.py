"""Which file is the PAN or MS partner of another one, by the vendors' ways of naming them.

A name is read as a kind (PAN or MS) and as the scene that both kinds of a pair show. Names of one
scene and of different kinds are partners; what vendors let differ between the two, such as the
tenths of a time stamp or the number of a volume, is no part of the scene.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timezone
from pathlib import Path
from typing import Literal

Kind = Literal["PAN", "MS"]

SUFFIXES = (".tif", ".tiff", ".jp2", ".img", ".vrt", ".ntf", ".dat")
MOST_SECONDS = 5.0  # between PAN and MS of one scene; images of a stereo pair are farther apart

_PAN_WORD = re.compile(r"(?:pan|panchro|panchromatic)(\d{0,2})|p")
_MS_WORD = re.compile(
    r"(?:ms|mss|mul|mux|msi|multi|multispectral|xs|bgrn|rgbn|rgbnir|nrgb)(\d{0,2})"
)
_RGB_WORD = re.compile(r"rgb(\d{0,2})")  # may be a picture made from the bands: the last choice
_FIRST_WORD = re.compile(r"([pm])(\d{3})")

# 10JAN08043207-P2AS_R1C1-052366844010_01_P001, whatever stands before it
_MAXAR = re.compile(
    r"(?P<before>.*?)\d\d[a-z]{3}\d{8,10}-(?P<kind>[pm])(?P<after>\d[a-z]{2}[-_].*)"
)
_FULL_TIME = re.compile(r"\d{14}")
# IMG_PHR1A_P_201202250025329_SEN_PRG_FC_5852-001_R1C1 in folder IMG_PHR1A_P_001
_DIMAP_IMAGE = re.compile(
    r"(?P<satellite>.*?(?:phr1[ab]|spot[67]))_(?P<kind>p|ms)_(?P<time>\d{15})_"
    r"(?P<serials>.*?)(?P<tile>_r\d+c\d+.*)?"
)
_DIMAP_VOLUME = re.compile(
    r"(?P<satellite>.*?(?:phr1[ab]|spot[67]))_(?P<kind>p|ms)_\d{1,3}(?P<serials>_.*)?"
)
_LANDSAT = re.compile(r"l[ceot](?:0[789]|[789]\d{13}\w{5})|l7\d{7}")
_LANDSAT_PAN = ("b8", "b80")
_LANDSAT_STACKS = ("stack", "stacked", "layerstack", "bands", "composite", "mtl", "vrt")


@dataclass(frozen=True)
class Reading:
    """One way to understand a name.

    `scene` is what the partner's name says as well; `time` is of the exposure, in seconds, where
    that takes the place of a serial number; of several partners those of the least `rank` are best.
    """

    kind: Kind
    scene: tuple[str, ...]
    time: float | None = None
    rank: int = 0


def sibling(path: str | Path, wanted: Kind) -> list[Path]:
    """Return the existing files that are a file's partners by their names, best first.

    They lie beside it, or in the folder beside its own that vendors use for the other kind. Only
    names are looked at, upper and lower case being the same; nothing is raised, and the file itself
    is never among them.

    Args:
        path: a raster of the other kind; it need not exist.
        wanted: the partner's kind.

    Returns:
        Absolute paths.
    """
    path = Path(path).absolute()
    found = []
    for place, folder in enumerate((path.parent, *_paired_folders(path.parent, wanted))):
        for file in _rasters(folder):
            apart = distance(path.stem, file.stem, wanted)
            if apart is None and place and file.stem.lower() == path.stem.lower():
                apart = (0, 0.0)  # the folder says it all
            if apart is not None and file != path:
                other_suffix = file.suffix.lower() != path.suffix.lower()
                found.append((apart, other_suffix, place, file.name, file))
    return [entry[-1] for entry in sorted(found)]


def distance(name: str, other: str, wanted: Kind) -> tuple[int, float] | None:
    """Say how well another name, both without suffix, fits as the partner of a kind.

    Returns:
        What is least for the best one, its last part in seconds; None for no partner.

    >>> distance("city_pan", "City_MUL", "MS")
    (0, 0.0)
    >>> distance("city_pan", "city_mul_sharpened", "MS") is None
    True
    """
    fits = [
        fit
        for mine in _own_readings(name, wanted)
        for theirs in readings(other)
        if theirs.kind == wanted and (fit := _fit(mine, theirs)) is not None
    ]
    return min(fits, default=None)


def _fit(mine: Reading, theirs: Reading) -> tuple[int, float] | None:
    if mine.scene != theirs.scene or (mine.time is None) != (theirs.time is None):
        return None
    apart = 0.0
    if mine.time is not None and theirs.time is not None:
        apart = abs(mine.time - theirs.time)
    return None if apart > MOST_SECONDS else (max(mine.rank, theirs.rank), apart)


def _own_readings(name: str, wanted: Kind) -> list[Reading]:
    """Return a name's readings as the other kind; one that names no kind is taken as it is."""
    kind: Kind = "MS" if wanted == "PAN" else "PAN"
    every = list(readings(name))
    if every:
        return [reading for reading in every if reading.kind == kind]
    return [Reading(kind, tuple(_words(name)))]


def readings(name: str) -> Iterator[Reading]:
    """Yield every way to understand a name without its suffix, or a folder's name."""
    name = name.lower()
    yield from _maxar(name)
    yield from _dimap_image(name)
    yield from _dimap_volume(name)
    words = _words(name)
    landsat = any(_LANDSAT.fullmatch(word) for word in words[:1])
    for i, word in enumerate(words):
        reading = _by_word(word, first=i == 0, landsat=landsat)
        if reading is not None:
            scene = (*words[:i], *words[i + 1 :], *reading.scene)
            yield Reading(reading.kind, scene, None, reading.rank)
    if landsat:  # a stack may be called like the scene
        yield Reading("MS", tuple(words), None, 2)


def _by_word(word: str, first: bool, landsat: bool) -> Reading | None:
    """Read the one word that tells the kind; its scene is the number it carries."""
    kinds: tuple[tuple[re.Pattern[str], Kind, int], ...] = (
        (_PAN_WORD, "PAN", 0),
        (_MS_WORD, "MS", 0),
        (_RGB_WORD, "MS", 1),
    )
    for pattern, kind, rank in kinds:
        match = pattern.fullmatch(word)
        if match:
            return Reading(kind, (match[1],) if match[1] else (), None, rank)
    if landsat and word in _LANDSAT_PAN:
        return Reading("PAN", ())
    if landsat and word in _LANDSAT_STACKS:
        return Reading("MS", ())
    match = _FIRST_WORD.fullmatch(word) if first else None
    if match:
        return Reading("PAN" if match[1] == "p" else "MS", (match[2],))
    return None


def _maxar(name: str) -> Iterator[Reading]:
    """Read a name of Maxar, DigitalGlobe before: level, tile, order and part make the scene."""
    match = _MAXAR.fullmatch(name)
    if match:
        before = [word for word in _words(match["before"]) if not _FULL_TIME.fullmatch(word)]
        scene = (*before, *_words(match["after"]))
        yield Reading("PAN" if match["kind"] == "p" else "MS", scene)


def _dimap_image(name: str) -> Iterator[Reading]:
    """Read a name of Pléiades or SPOT: the time replaces the numbers of job and volume."""
    match = _DIMAP_IMAGE.fullmatch(name)
    time = _seconds(match["time"]) if match else None
    if match and time is not None:
        tile = _words(match["tile"] or "")
        scene = (match["satellite"], *_without_numbers(match["serials"]), *tile)
        yield Reading("PAN" if match["kind"] == "p" else "MS", scene, time)


def _dimap_volume(name: str) -> Iterator[Reading]:
    """Read the name of a folder of Pléiades or SPOT, which holds one volume of a product."""
    match = _DIMAP_VOLUME.fullmatch(name)
    if match:
        scene = (match["satellite"], *_without_numbers(match["serials"] or ""))
        yield Reading("PAN" if match["kind"] == "p" else "MS", scene)


def _seconds(time: str) -> float | None:
    """Return a time stamp such as 201202250025329, tenths of a second at its end, in seconds."""
    try:
        moment = datetime.strptime(time[:14], "%Y%m%d%H%M%S").replace(tzinfo=timezone.utc)
    except ValueError:
        return None
    return moment.timestamp() + int(time[14:]) / 10


def _without_numbers(text: str) -> list[str]:
    return [word for word in _words(text) if word.isalpha()]


def _words(name: str) -> list[str]:
    """Return what stands between signs, in lower case."""
    return [word for word in re.split(r"[\W_]+", name.lower()) if word]


def _paired_folders(folder: Path, wanted: Kind) -> list[Path]:
    """Return the folders beside one that hold the other kind by their names, best first."""
    if next(readings(folder.name), None) is None:
        return []
    found = []
    for other in _entries(folder.parent):
        apart = distance(folder.name, other.name, wanted)
        if apart is not None and other.name != folder.name and other.is_dir():
            found.append((apart, other.name, folder.parent / other.name))
    return [entry[-1] for entry in sorted(found)]


def _rasters(folder: Path) -> list[Path]:
    return [
        folder / entry.name
        for entry in _entries(folder)
        if entry.name.lower().endswith(SUFFIXES) and entry.is_file()
    ]


def _entries(folder: Path) -> list[os.DirEntry[str]]:
    """Return what a folder holds; nothing where it may not be read."""
    try:
        with os.scandir(folder) as entries:
            return list(entries)
    except OSError:
        return []
