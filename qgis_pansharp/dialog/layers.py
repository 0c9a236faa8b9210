"""Which layers of the project fit where, and which belongs to which; the main thread's work."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from qgis.core import QgsProcessingException, QgsProject, QgsRasterLayer

from qgis_pansharp.layer_files import raster_file

if TYPE_CHECKING:
    from qgis_pansharp.backend.pairing import PairFacts

PAN, MS = "PAN", "MS"
# what a partner must cover of PAN to be proposed
LEAST_OVERLAP = 0.05


def fits(layer: object, role: str) -> bool:
    """Say whether a layer could be PAN (one band) or MS (several), and is a file."""
    if not isinstance(layer, QgsRasterLayer) or layer.providerType() != "gdal":
        return False
    count = int(layer.bandCount())
    return count == 1 if role == PAN else count > 1


def unfitting(project: QgsProject, role: str) -> list[QgsRasterLayer]:
    """Return the raster layers that a picker must not list."""
    return [
        layer
        for layer in project.mapLayers().values()
        if isinstance(layer, QgsRasterLayer) and not fits(layer, role)
    ]


def file_of(layer: QgsRasterLayer | None, role: str) -> str | None:
    """Return the file that the backend opens, None where there is none."""
    if layer is None or not layer.isValid():
        return None
    try:
        return raster_file(layer, role)
    except QgsProcessingException:
        return None


def partner(
    project: QgsProject, layer: QgsRasterLayer, role: str, model_folder: str | None = None
) -> QgsRasterLayer | None:
    """Return the loaded layer that fits best to one that was just chosen.

    Args:
        project: whose layers are looked at.
        layer: the chosen one.
        role: what it is; the partner is the other.
        model_folder: further models, which may fit pairs that the bundled ones do not.
    """
    from qgis_pansharp.backend.pairing import describe

    other = MS if role == PAN else PAN
    own = file_of(layer, role)
    best, most = None, LEAST_OVERLAP
    for candidate in _candidates(project, other):
        file = file_of(candidate, other)
        if own is None or file is None or not layer.extent().intersects(candidate.extent()):
            continue
        pan, ms = (own, file) if role == PAN else (file, own)
        facts: PairFacts = describe(pan, ms, model_folder)
        if facts.problem is None and (facts.overlap or 0.0) > most:
            best, most = candidate, facts.overlap or 0.0
    return best


def _candidates(project: QgsProject, role: str) -> Iterator[QgsRasterLayer]:
    """Yield the fitting layers, the topmost first."""
    for node in project.layerTreeRoot().findLayers():
        layer = node.layer()
        if fits(layer, role):
            yield layer


def shown_bands(layer: QgsRasterLayer | None) -> tuple[int, int, int] | None:
    """Return the bands (from 1) that a layer shows as red, green and blue, None for other looks."""
    from qgis.core import QgsMultiBandColorRenderer

    renderer = None if layer is None else layer.renderer()
    if not isinstance(renderer, QgsMultiBandColorRenderer):
        return None
    bands = renderer.redBand(), renderer.greenBand(), renderer.blueBand()
    return bands if min(bands) > 0 else None
