"""What the command line prints. What nobody can take is no failure of the work that was done."""

from __future__ import annotations

import contextlib
import os
import sys
from typing import Any


def prepare() -> None:
    """Let every text be printed, whatever letters the terminal's or a pipe's encoding has."""
    for stream in (sys.stdout, sys.stderr):
        with contextlib.suppress(AttributeError, ValueError, OSError):  # a stand-in, or closed
            stream.reconfigure(errors="backslashreplace")  # type: ignore[union-attr]


def note(text: object, end: str = "\n") -> None:
    """Print beside the result, on standard error; whether anybody reads it does not matter."""
    try:
        if sys.stderr is not None:  # else `print` took standard output
            print(text, end=end, file=sys.stderr, flush=True)
    except (OSError, ValueError):
        _give_up(sys.stderr)


def tell(text: str) -> bool:
    """Print a result on standard output; say whether it was taken.

    A disk that is full is told on standard error. Whoever closed a pipe knows.
    """
    try:
        print(text, flush=True)
    except BrokenPipeError:
        _give_up(sys.stdout)
        return False
    except (OSError, ValueError) as error:
        _give_up(sys.stdout)
        note(f"pansharp: the result cannot be printed ({error}); see to standard output.")
        return False
    return True


def is_terminal() -> bool:
    """Say whether somebody watches standard error."""
    try:
        return sys.stderr is not None and sys.stderr.isatty()
    except ValueError:  # closed
        return False


def _give_up(stream: Any) -> None:
    """Let what is still in a stream's buffer go nowhere, or Python fails with it at its end."""
    with contextlib.suppress(AttributeError, OSError, ValueError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, stream.fileno())
        os.close(nowhere)
