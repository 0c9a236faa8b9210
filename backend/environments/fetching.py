"""Filling a folder with wheels, each fetched once whatever happens in between."""

from __future__ import annotations

from pathlib import Path
from typing import Callable

from qgis_pansharp.backend.environments.catalog import in_words
from qgis_pansharp.backend.environments.choosing import Choice
from qgis_pansharp.backend.environments.failures import failure
from qgis_pansharp.backend.environments.pins import Pin
from qgis_pansharp.backend.environments.progress import Progress
from qgis_pansharp.backend.environments.wheels import found_wheels
from qgis_pansharp.backend.messages import Message
from qgis_pansharp.backend.request import Feedback


def fetch(
    choice: Choice,
    folder: Path,
    download: Callable[[Pin], None],
    feedback: Feedback,
    progress: Progress,
    share: float,
    work: Path,
) -> None:
    """Fetch what a folder lacks.

    Args:
        choice: what is needed.
        folder: of the wheels; what is in it and whole is not fetched again.
        download: fetches one into the folder.
        feedback: takes lines for the log.
        progress: takes how far it is.
        share: of the whole work that is done at the end.
        work: folder that a wheel grows in.

    Raises:
        InstallError: a wheel cannot be fetched.
        Cancelled: the user wants to stop.
    """
    there, damaged = found_wheels(folder, choice.pins)
    for path in damaged.values():
        path.unlink()
    total = len(choice.pins)
    if there:
        feedback.message(
            Message(
                "{count} of {total} packages were fetched before and are used again",
                count=len(there),
                total=total,
            )
        )
    progress.stage(0.0, share, (folder, work), choice.size.packed)
    for number, pin in enumerate(choice.pins, 1):
        if pin in there:
            continue
        feedback.message(
            Message(
                "Fetching {name} {version}, package {number} of {total} ({size} in all)",
                name=pin.name,
                version=pin.version,
                number=number,
                total=total,
                size=in_words(choice.size.packed),
            )
        )
        download(pin)
    found, _ = found_wheels(folder, choice.pins)
    if len(found) < total:  # pip checks the hashes; whoever changed the files since was not pip
        raise failure("hash", choice.package.engine)
