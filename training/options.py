"""Options of run files and manifests, checked before anything is made of them."""

from __future__ import annotations

import inspect
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
        ValueError: an option is unknown or missing, or is text, or nothing, where a number is
            wanted.
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
        wanted = str(known[name].annotation)
        if not wanted.startswith(("int", "float")):
            continue
        if value is None and "None" in wanted:
            continue
        if isinstance(value, bool) or not isinstance(value, (int, float)):
            raise ValueError(f"{where}: {name} must be a number, got {value!r}")
        if wanted.startswith("int") and value != int(value):
            raise ValueError(f"{where}: {name} must be a whole number, got {value!r}")
