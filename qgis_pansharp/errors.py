"""Errors as Processing wants them: whatever goes wrong reaches the user as one sentence."""

from __future__ import annotations

import contextlib
import traceback
from collections.abc import Iterator
from typing import Callable

from qgis.core import QgsProcessingException

from qgis_pansharp.translation import tr, tr_message


@contextlib.contextmanager
def one_sentence(log: Callable[[str], None]) -> Iterator[None]:
    """Turn what is raised inside into a `QgsProcessingException` of one sentence.

    Args:
        log: takes the details of what nobody expected.
    """
    from qgis_pansharp.backend.errors import Cancelled, PansharpError

    try:
        yield
    except QgsProcessingException:
        raise
    except Cancelled as error:
        raise QgsProcessingException(tr("Cancelled; no output was left behind.")) from error
    except PansharpError as error:
        raise QgsProcessingException(tr_message(error.message)) from error
    except MemoryError as error:
        raise QgsProcessingException(
            tr("Memory does not suffice for this pair; close other programs and try again.")
        ) from error
    except Exception as error:
        log(traceback.format_exc())
        raise QgsProcessingException(
            tr(
                "Sharpening failed unexpectedly ({reason}); please report this with the log."
            ).format(reason=_reason(error))
        ) from error


def _reason(error: Exception) -> str:
    """Return an error's kind and the first line of its message."""
    lines = str(error).strip().splitlines()
    return f"{type(error).__name__}: {lines[0]}" if lines else type(error).__name__
