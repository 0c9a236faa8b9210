"""What is asked for and not there is named before anything is measured."""

from __future__ import annotations

import argparse
from pathlib import Path

import pytest

from training.engines import cli


def parse(*words: str) -> argparse.Namespace:
    parser = argparse.ArgumentParser()
    cli.add_command(parser.add_subparsers(dest="command"), Path("nowhere"))
    return parser.parse_args(["engines", *words])


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (("--only", "abacus"), "--only: nothing here is called abacus; there are builtin cpu full"),
        (("--models", "cf2n-5band"), "--models: no bundled model is called cf2n-5band"),
        (("--core", "7"), "--core must be a multiple of "),
        (("--core", "-4"), "--core must be a multiple of "),
        (("--rounds", "0"), "--rounds must be at least 1, got 0"),
    ],
)
def test_what_cannot_be_measured_is_refused(words: tuple[str, ...], message: str) -> None:
    with pytest.raises(ValueError, match=message):
        cli.run(parse(*words))
