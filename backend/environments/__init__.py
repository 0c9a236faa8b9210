"""Environments: the optional engines, each installed with packages of its own, outside of QGIS.

An engine's packages would clash with QGIS's, so they stand in a folder of the user's beside the
interpreter that they were made for, and a worker process uses them (`backend.engines.isolated`).

>>> from qgis_pansharp.backend.environments import Environments, default_folder
>>> Environments(default_folder()).install("openvino")  # doctest: +SKIP
"""

from __future__ import annotations

from qgis_pansharp.backend.environments.catalog import PACKAGES, Package, Variant
from qgis_pansharp.backend.environments.failures import InstallError
from qgis_pansharp.backend.environments.interpreters import own_python
from qgis_pansharp.backend.environments.manager import Environments
from qgis_pansharp.backend.environments.pins import PLATFORMS, PYTHONS
from qgis_pansharp.backend.environments.records import Environment, default_folder
from qgis_pansharp.backend.environments.wheels import Bundle

__all__ = [
    "PACKAGES",
    "PLATFORMS",
    "PYTHONS",
    "Bundle",
    "Environment",
    "Environments",
    "InstallError",
    "Package",
    "Variant",
    "default_folder",
    "own_python",
]
