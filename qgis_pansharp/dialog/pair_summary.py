"""What is known of a pair, in the user's language: one line of facts, one of problems."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from qgis_pansharp.translation import number, tr, tr_message

if TYPE_CHECKING:
    from qgis_pansharp.backend.pairing import PairFacts

Shift = tuple[float, float]
LEAST_SHIFT = 0.3  # PAN pixels; less is within what the estimate can tell
LARGE_SHIFT = 2.0  # PAN pixels from which a remark helps


def summary(facts: PairFacts, shift: Shift | None = None) -> str:
    """Return the pair in a few words, as rich text.

    Args:
        facts: from the files' headers.
        shift: how far PAN lies from MS (down, right), in PAN pixels, once it is known.
    """
    parts = [text for text in (_size(facts), _bands(facts), _shift(shift)) if text]
    text = escape(" · ".join(parts))
    if facts.problem is not None:
        return f"{text}{'<br>' if text else ''}<b>⚠ {escape(tr_message(facts.problem.message))}</b>"
    return text


def _size(facts: PairFacts) -> str:
    parts = []
    if facts.sensor:
        parts.append(facts.sensor)
    if facts.ratio is not None:
        parts.append(tr("ratio {ratio}").format(ratio=facts.ratio))
    if facts.overlap is not None:
        parts.append(tr("overlap {percent} %").format(percent=round(100 * facts.overlap)))
    if facts.pan_gsd and facts.ms_gsd:
        parts.append(f"{_metres(facts.pan_gsd)} / {_metres(facts.ms_gsd)}")
    return " · ".join(parts)


def _bands(facts: PairFacts) -> str:
    if not facts.bands:
        return ""
    from qgis_pansharp.backend.models.bands import names_of

    known = [role for role in facts.roles if role]
    names = f" ({tr_message(names_of(known))})" if known else ""
    parts = [tr("{count} bands").format(count=facts.bands) + names]
    if facts.bits:
        parts.append(tr("{bits} bits").format(bits=facts.bits))
    return " · ".join(parts)


def _shift(shift: Shift | None) -> str:
    if shift is None:
        return ""
    down, right = shift
    if max(abs(down), abs(right)) < LEAST_SHIFT:
        return tr("PAN and MS lie on each other")
    words = tr("PAN lies {down} pixels down and {right} right of MS").format(
        down=_signed(down), right=_signed(right)
    )
    if max(abs(down), abs(right)) < LARGE_SHIFT:
        return words
    return words + tr("; both methods make up for it")


def _metres(length: float) -> str:
    return f"{number(length, 2, 'g') if length < 10 else number(length, 0)} m"


def _signed(pixels: float) -> str:
    return ("" if pixels < 0 else "+") + number(pixels, 1)
