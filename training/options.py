"""Options of run files and manifests, checked before anything is made of them."""

from __future__ import annotations

import inspect
import math
import re
from collections.abc import Callable, Collection, Mapping
from typing import Any

# Numbers to anyone but YAML 1.1, which wants a dot and a sign: it reads them as text.
NUMBER = re.compile(r"[-+]?(\d+\.?\d*|\.\d+)[eE][-+]?\d+")


def with_numbers(value: Any) -> Any:
    """Return what YAML was read to, with text such as `6e-4` as the number that was meant.

    >>> with_numbers({"rate": "6e-4", "sizes": ["1e2", 8], "rule": "moments"})
    {'rate': 0.0006, 'sizes': [100, 8], 'rule': 'moments'}
    """
    if isinstance(value, dict):
        return {name: with_numbers(part) for name, part in value.items()}
    if isinstance(value, list):
        return [with_numbers(part) for part in value]
    if isinstance(value, str) and NUMBER.fullmatch(value):
        number = float(value)
        return int(number) if number.is_integer() else number
    return value


def check(
    options: Mapping[str, Any], target: Callable[..., Any], where: str, given: Collection[str] = ()
) -> None:
    """Refuse options that a callable would not take.

    Args:
        options: what a file gives it.
        target: its parameters tell what there is, and by their types what is a number.
        where: that the options stand in; messages begin with it.
        given: parameters that no file gives.

    Raises:
        ValueError: an option is unknown or missing, or of another type than is wanted.
    """
    known = {
        name: parameter
        for name, parameter in inspect.signature(target).parameters.items()
        if name not in given
    }
    unknown = set(options) - set(known)
    missing = {n for n, p in known.items() if p.default is p.empty} - set(options)
    if unknown or missing:
        raise ValueError(
            f"{where}: missing: {', '.join(sorted(missing)) or 'nothing'}; unknown: "
            f"{', '.join(sorted(unknown)) or 'nothing'}; there are {', '.join(known)}"
        )
    for name, value in options.items():
        must = wanted_instead(value, str(known[name].annotation))
        if must:
            raise ValueError(f"{where}: {name} must be {must}, got {value!r}")


def wanted_instead(value: Any, annotation: str) -> str:
    """Return what is wanted instead of a value by a parameter's type; nothing where it fits.

    >>> wanted_instead([1, "a"], "tuple[int, ...]"), wanted_instead(None, "float | None")
    ('a list, and each part of it a number', '')
    """
    if annotation.endswith(" | None"):
        return "" if value is None else wanted_instead(value, annotation[: -len(" | None")])
    kind, _, inner = annotation.removesuffix("]").partition("[")
    if kind in ("int", "float"):
        if not is_number(value):
            return "a number"
        return "a whole number" if kind == "int" and value != int(value) else ""
    if kind == "bool":
        return "" if isinstance(value, bool) else "true or false"
    if kind == "str":
        return "" if isinstance(value, str) else "text"
    parts: Collection[Any]
    if kind in ("tuple", "list", "Sequence"):
        outer, fits, inner = "a list", isinstance(value, (list, tuple)), inner.removesuffix(", ...")
        parts = value
    elif kind in ("dict", "Mapping"):
        outer, fits, inner = "a mapping", isinstance(value, dict), inner.partition(", ")[2]
        parts = value.values() if fits else ()
    else:
        return ""
    if not fits:
        return outer
    instead = next(filter(None, (wanted_instead(part, inner) for part in parts)), "")
    return f"{outer}, and each part of it {instead}" if instead else ""


def is_number(value: Any) -> bool:
    """Say whether a value is a number, and a finite one."""
    return isinstance(value, (int, float)) and not isinstance(value, bool) and math.isfinite(value)


def is_whole(value: Any, least: int) -> bool:
    """Say whether a value is a whole number from `least`."""
    return isinstance(value, int) and not isinstance(value, bool) and value >= least
