"""Calling GDAL: its two ways of failing become one.

GDAL's exceptions are a switch of the whole process, which QGIS and other plugins share, so it is
left as it is; a call either returns nothing or raises, and its messages are collected here.
"""

from __future__ import annotations

import contextlib
import os
from collections.abc import Callable, Iterator
from typing import TypeVar

from osgeo import gdal

T = TypeVar("T")


class Errors:
    """GDAL's messages of this thread while a call is watched: failures, and warnings apart."""

    def __init__(self) -> None:
        self.messages: list[str] = []
        self.warnings: list[str] = []

    def __call__(self, severity: int, _number: int, message: str) -> None:
        """Keep a message; GDAL's error handlers are called so."""
        if severity >= gdal.CE_Failure:
            self.messages.append(message)
        elif severity == gdal.CE_Warning:
            self.warnings.append(in_one_line(message))

    def excuse(self, beginning: str) -> None:
        """Take failures that begin so for warnings, as GDAL went on without."""
        excused = [text for text in self.messages if text.startswith(beginning)]
        self.messages = [text for text in self.messages if text not in excused]
        self.warnings += map(in_one_line, excused)

    @property
    def reason(self) -> str:
        """The first message, as it usually names the cause; to stand in parentheses."""
        first = in_one_line(self.messages[0]) if self.messages else ""
        return first.rstrip(".") or "GDAL gives no reason"


def in_one_line(text: str) -> str:
    """Return a text whose line breaks are spaces, to stand in a sentence."""
    return " ".join(text.split())


def encoded(name: str) -> str | bytes:
    """Return a file's name as GDAL takes it, also where it is not UTF-8."""
    return os.fsencode(name) if is_escaped(name) else name


def is_escaped(text: str) -> bool:
    """Say whether surrogates stand in a text for bytes that are not UTF-8."""
    return not text.isascii() and any("\udc80" <= letter <= "\udcff" for letter in text)


@contextlib.contextmanager
def watched() -> Iterator[Errors]:
    """Collect GDAL's errors instead of printing them, exceptions switched on or not."""
    errors = Errors()
    gdal.PushErrorHandler(errors)
    try:
        yield errors
    except RuntimeError as error:  # GDAL's exceptions are switched on
        errors.messages.append(str(error))
    except SystemError:  # a message that is no UTF-8 never reached the handler
        errors.messages.append("")
    finally:
        gdal.PopErrorHandler()


def return_errors() -> None:
    """Let GDAL's calls return their errors: from 3.7 on it warns where nobody says which way.

    For a process of our own alone: in QGIS the switch is everybody's.
    """
    gdal.DontUseExceptions()


def call(action: Callable[[], T]) -> tuple[T | None, Errors]:
    """Run one call of GDAL; the result is None where it failed."""
    result: T | None = None
    with watched() as errors:
        result = action()
    return result, errors
