"""Everything that a user can cause, as one hierarchy with one sentence each.

Each message names the file or parameter, what is wrong, and what to do. `exit_code` is what the
command line returns, so that scripts can tell the families apart.
"""

from __future__ import annotations


class PansharpError(Exception):
    """Base of all errors that are shown to the user as one sentence."""

    exit_code = 1


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
