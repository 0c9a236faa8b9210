"""Bands of a scene and slots of a model: which band feeds which slot, in how many passes.

A model has one slot per band role that it was trained for. A scene rarely has just those: slots
without a band of their own borrow the nearest one, and bands without a slot of their own are
sharpened in the nearest one, in a pass of theirs. "Near" is by wavelength. The training fills
slots by the same rule.

>>> fill_slots(("blue", "green", "red", "nir"), ("red", "green", "blue"))
(2, 1, 0, 0)
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from qgis_pansharp.backend.messages import Message

# nm, about the middle of what the sensors call so; in this order
WAVELENGTHS = {
    "coastal": 435.0,
    "blue": 480.0,
    "green": 555.0,
    "yellow": 605.0,
    "red": 660.0,
    "red-edge": 725.0,
    "nir": 840.0,
    "nir2": 950.0,
    "swir1": 1610.0,
    "swir2": 2200.0,
}
ROLES = tuple(WAVELENGTHS)

# what people call them
_NAMES = {
    "coastal": Message("coastal"),
    "blue": Message("blue"),
    "green": Message("green"),
    "yellow": Message("yellow"),
    "red": Message("red"),
    "red-edge": Message("red edge"),
    "nir": Message("NIR"),
    "nir2": Message("NIR 2"),
    "swir1": Message("SWIR 1"),
    "swir2": Message("SWIR 2"),
}

# what bands usually are in files that do not say it, by their count
USUAL_ROLES: dict[int, tuple[str, ...]] = {
    1: ("nir",),
    2: ("red", "nir"),
    3: ("blue", "green", "red"),
    4: ("blue", "green", "red", "nir"),
    5: ("blue", "green", "red", "red-edge", "nir"),
    6: ("blue", "green", "red", "nir", "swir1", "swir2"),
    7: ("coastal", "blue", "green", "red", "nir", "swir1", "swir2"),
    8: ("coastal", "blue", "green", "yellow", "red", "red-edge", "nir", "nir2"),
}


def names_of(roles: Sequence[str]) -> Message:
    """Return what people call roles, one after the other; those of a card's own as they are.

    >>> str(names_of(("red", "red-edge", "nir")))
    'red, red edge, NIR'

    Raises:
        ValueError: there is no role.
    """
    if not roles:
        raise ValueError("there is no role to name")
    *before, last = roles
    name = _NAMES.get(last, Message(last))
    return Message("{first}, {last}", first=names_of(before), last=name) if before else name


@dataclass(frozen=True)
class BandPass:
    """One run of a model over a block.

    `feeds` holds the scene's band for each slot; `takes` holds pairs of a slot and the scene's
    band whose result it is.
    """

    feeds: tuple[int, ...]
    takes: tuple[tuple[int, int], ...]


def fill_slots(model_roles: Sequence[str], present_roles: Sequence[str]) -> tuple[int, ...]:
    """Return for each slot of a model the index of the present band that feeds it.

    A slot takes the first band of its role, else the one nearest in wavelength (of two equally
    near ones the shorter). Bands of unknown role ("") feed a slot only where all are unknown: then
    by position, the last one also what remains.

    Raises:
        ValueError: no band is present.
    """
    if not present_roles:
        raise ValueError("no band is present to fill a model's slots")
    known = [band for band, role in enumerate(present_roles) if role in WAVELENGTHS]
    feeds = []
    for slot, role in enumerate(model_roles):
        if role and role in present_roles:
            feeds.append(list(present_roles).index(role))
        elif known and role in WAVELENGTHS:
            feeds.append(known[_nearest(role, [present_roles[band] for band in known])])
        else:
            feeds.append(min(slot, len(present_roles) - 1))
    return tuple(feeds)


def plan_bands(model_roles: Sequence[str], scene_roles: Sequence[str]) -> tuple[BandPass, ...]:
    """Return the passes after which every band of a scene is sharpened, each once.

    Bands with a role of the model go to its slot, all in the first pass. Every other band takes
    the slot nearest in wavelength, a band of unknown role the one for near infrared or else the
    last; those that want the same slot follow in further passes, and the other slots are fed as in
    the first.

    Raises:
        ValueError: the model has no slot, or the scene no band.
    """
    if not model_roles or not scene_roles:
        raise ValueError("a plan needs slots and bands")
    roles = resolve_roles(model_roles, scene_roles)
    if not any(roles):
        return _by_position(len(model_roles), len(roles))
    feeds = fill_slots(model_roles, roles)
    wanted = [_slot_for(model_roles, role) for role in roles]
    takes = [(slot, band) for band, slot in enumerate(wanted) if feeds[slot] == band]
    passes = [BandPass(feeds, tuple(sorted(takes)))] if takes else []
    left = [band for band, slot in enumerate(wanted) if feeds[slot] != band]
    while left:
        chosen: dict[int, int] = {}
        for band in left:
            chosen.setdefault(wanted[band], band)
        changed = tuple(chosen.get(slot, band) for slot, band in enumerate(feeds))
        passes.append(BandPass(changed, tuple(sorted(chosen.items()))))
        left = [band for band in left if band not in chosen.values()]
    return tuple(passes)


def resolve_roles(model_roles: Sequence[str], scene_roles: Sequence[str]) -> tuple[str, ...]:
    """Return a scene's roles with unknown ones ("") filled in where that is safe.

    Where the scene has as many bands as the model, one unknown band has the one role that is
    missing, and several have those at their positions if the known ones stand at theirs. Where
    nothing is known, the count tells the usual order.
    """
    roles = tuple(scene_roles)
    missing = [role for role in model_roles if role not in roles]
    in_place = all(role in ("", slot) for role, slot in zip(roles, model_roles))
    unknown = roles.count("")
    if len(roles) == len(model_roles) and unknown == len(missing) and (unknown == 1 or in_place):
        gaps = iter(missing)
        return tuple(role or next(gaps) for role in roles)
    return roles if any(roles) else USUAL_ROLES.get(len(roles), roles)


def _by_position(slots: int, bands: int) -> tuple[BandPass, ...]:
    """Sharpen bands of which nothing is known in runs as long as the model."""
    passes = []
    for first in range(0, bands, slots):
        start = max(0, min(first, bands - slots))
        feeds = tuple(min(start + slot, bands - 1) for slot in range(slots))
        taken = range(first, min(first + slots, bands))
        passes.append(BandPass(feeds, tuple((band - start, band) for band in taken)))
    return tuple(passes)


def _slot_for(model_roles: Sequence[str], role: str) -> int:
    """Return the slot in which a band is sharpened."""
    slots = list(model_roles)
    if role in slots:
        return slots.index(role)
    if role in WAVELENGTHS and any(slot in WAVELENGTHS for slot in slots):
        return _nearest(role, slots)
    return slots.index("nir") if "nir" in slots else len(slots) - 1


def _nearest(role: str, others: Sequence[str]) -> int:
    """Return the index of the role nearest in wavelength; the shorter of two, then the first."""
    wavelength = WAVELENGTHS[role]

    def distance(index: int) -> tuple[float, float]:
        other = WAVELENGTHS.get(others[index], float("inf"))
        return abs(other - wavelength), other

    return min(range(len(others)), key=distance)
