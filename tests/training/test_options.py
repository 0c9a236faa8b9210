"""Options of run files are checked against what takes them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import pytest

from training.options import check, with_numbers


def takes(
    rate: float,
    steps: int = 3,
    decay: float | None = None,
    name: str = "",
    *,
    off: bool = False,
    sides: tuple[int, ...] = (),
    weights: Mapping[str, float] | None = None,
    entries: Sequence[dict[str, Any]] = (),
) -> None:
    """Something that takes options."""


@pytest.mark.parametrize(
    "options",
    [
        {"rate": 1},
        {"rate": 0.5, "steps": 2, "decay": None, "name": "x", "off": True},
        {"rate": 1e-3, "steps": 2.0, "decay": 2},
        {"rate": 1, "sides": [1, 2], "weights": {"a": 1, "b": 0.5}, "entries": [{"a": "b"}]},
        {"rate": 1, "sides": (), "weights": None, "entries": []},
    ],
)
def test_options_that_fit_pass(options: dict[str, Any]) -> None:
    check(options, takes, "module")


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({}, "module: missing: rate"),
        ({"rate": 1, "step": 2}, "unknown: step; there are rate, steps, decay, name, off,"),
        ({"rate": "fast"}, "module: rate must be a number, got 'fast'"),
        ({"rate": None}, "rate must be a number"),
        ({"rate": [1]}, "rate must be a number"),
        ({"rate": True}, "rate must be a number"),
        ({"rate": 1, "steps": 2.5}, "steps must be a whole number, got 2.5"),
        ({"rate": 1, "decay": "0"}, "decay must be a number"),
        ({"rate": float("nan")}, "rate must be a number, got nan"),
        ({"rate": 1, "name": 5}, "name must be text, got 5"),
        ({"rate": 1, "off": "no"}, "off must be true or false, got 'no'"),
        ({"rate": 1, "sides": 2}, "sides must be a list, got 2"),
        ({"rate": 1, "sides": "12"}, "sides must be a list, got '12'"),
        ({"rate": 1, "sides": [1, 2.5]}, "each part of it a whole number"),
        ({"rate": 1, "weights": ["a"]}, "weights must be a mapping"),
        ({"rate": 1, "weights": {"a": None}}, "each part of it a number"),
        ({"rate": 1, "entries": ["a"]}, "entries must be a list, and each part of it a mapping"),
    ],
)
def test_options_that_do_not_fit_are_named(options: dict[str, Any], message: str) -> None:
    with pytest.raises(ValueError, match=message):
        check(options, takes, "module")


def test_what_no_file_gives_is_neither_wanted_nor_known() -> None:
    check({}, takes, "module", given=("rate",))
    with pytest.raises(ValueError, match="unknown: rate; there are steps"):
        check({"rate": 1}, takes, "module", given=("rate",))


@pytest.mark.parametrize(
    ("text", "number"),
    [("6e-4", 6e-4), ("1e3", 1000), ("-2.5E+1", -25), (".5e0", 0.5), ("1.e2", 100)],
)
def test_text_that_looks_like_a_number_becomes_one(text: str, number: float) -> None:
    assert with_numbers({"a": [text]}) == {"a": [number]}


@pytest.mark.parametrize("text", ["e5", "6e", "1e5x", "0.10", "12", "moments", ""])
def test_other_text_stays(text: str) -> None:
    assert with_numbers(text) == text
