"""Everything that a user can cause, as one hierarchy with one sentence each.

Each message names the file or parameter, what is wrong, and what to do. `exit_code` is what the
command line returns, so that scripts can tell the families apart.
"""

from __future__ import annotations

from qgis_pansharp.backend.messages import Message


class PansharpError(Exception):
    """Base of all errors that are shown to the user as one sentence.

    `message` is that sentence as a template and its values, for faces that translate it.
    """

    exit_code = 1

    def __init__(self, template: str | Message, /, **values: object) -> None:
        """Take a literal template with the values of its placeholders, or a message as it is."""
        self.message = Message(template, **values) if isinstance(template, str) else template
        super().__init__(self.message)  # what a copy is made from

    def __str__(self) -> str:
        return str(self.message)


class InputFileError(PansharpError):
    """An input raster is missing, unreadable or not what it should be."""

    exit_code = 3


class GeometryError(PansharpError):
    """PAN and MS do not belong together: CRS, grid, ratio or overlap."""

    exit_code = 4


class BandError(PansharpError):
    """A raster has a band count or data type that cannot be used."""

    exit_code = 5


class ModelError(PansharpError):
    """A model is unknown, unsuitable for the scene, or its file is damaged."""

    exit_code = 6


class EngineError(PansharpError):
    """An engine is unknown, not installed, or failed."""

    exit_code = 7


class OutputError(PansharpError):
    """The output cannot be written where and how it was asked for."""

    exit_code = 8


class Cancelled(PansharpError):
    """The user stopped the run; nothing was left behind."""

    exit_code = 130
