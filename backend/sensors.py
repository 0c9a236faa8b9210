"""Which sensor took a raster, by the vendors' tags and names.

A sensor is called as in `mtf.SENSOR_GAINS`, and likewise where that table does not know it.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from pathlib import Path

# of words parted by single spaces; the first that is found wins
_SENSORS = (
    (r"(?:quick ?bird|qb) ?0?2?", "quickbird"),
    (r"ikonos(?: ?0?[12])?|ik0[12]", "ikonos"),
    (r"geo ?eye ?0?1?|ge0?1", "geoeye-1"),
    *((rf"(?:world ?view|wv) ?0?{i}", f"worldview-{i}") for i in (1, 2, 3, 4)),
    (r"(?:pneo|pleiades ?neo) ?[3-6]?", "pleiades-neo"),
    (r"phr(?: ?1 ?[ab])?|pleiades(?: ?(?:hr )?1 ?[ab])?", "pleiades"),
    *((rf"(?:gf|gao ?fen) ?0?{i}", f"gaofen-{i}") for i in (1, 2, 7)),
    *((rf"spot ?0?{i}", f"spot-{i}") for i in (5, 6, 7)),
    *((rf"landsat ?0?{i}|l[ceto]?0?{i}(?:\d{{13}}\w{{5}})?", f"landsat-{i}") for i in (7, 8, 9)),
    (r"sentinel ?2 ?[abc]?|s2[abc]", "sentinel-2"),
)
# in this order; the last one is free text, which may name others as well
_TAGS = (
    "SATELLITEID",
    "SATELLITE",
    "SATID",
    "SPACECRAFT_ID",
    "SPACECRAFT",
    "PLATFORM",
    "MISSION",
    "SENSOR",
    "SENSOR_ID",
    "TIFFTAG_IMAGEDESCRIPTION",
)


def sensor_of_tags(tags: Mapping[str, str]) -> str | None:
    """Return the sensor that a raster's tags tell, their names in upper case; None for none."""
    return _first(tags.get(tag, "") for tag in _TAGS)


def sensor_of_file(path: str | Path) -> str | None:
    """Return the sensor that a file's name tells, else that of its folder; None for neither.

    >>> sensor_of_file("GF2_PMS1_E113.4_N23.1_20150122_L1A0000600732-PAN1.tiff")
    'gaofen-2'
    """
    path = Path(path)
    return _first((path.stem, path.parent.name))


def _first(texts: Iterable[str]) -> str | None:
    """Return the sensor that the first telling text names."""
    for text in texts:
        words = _plain(text)
        for pattern, sensor in _SENSORS:
            if re.search(rf"\b(?:{pattern})\b", words):
                return sensor
    return None


def _plain(text: str) -> str:
    """Return a text's words without accents, in lower case and parted by single spaces."""
    letters = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", " ", letters).strip()
