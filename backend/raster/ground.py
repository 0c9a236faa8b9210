"""Where one raster lies in another by what they know of the ground without a geotransform."""

from __future__ import annotations

from osgeo import gdal

from qgis_pansharp.backend.raster.calls import call
from qgis_pansharp.backend.raster.info import RasterInfo

Place = tuple[float, float]


def places_in(target: RasterInfo, source: RasterInfo, places: list[Place]) -> list[Place] | None:
    """Return where places of one raster lie in another, by control points or RPC.

    Args:
        target: the raster whose pixels are returned.
        source: the raster whose pixels are given.
        places: (column, row) each.

    Returns:
        (column, row) each; None where either raster has neither, control points of one alone have
        a CRS, or GDAL finds no way.
    """
    methods = [_method(info) for info in (source, target)]
    if not all(methods) or _has_crs(source) != _has_crs(target):
        return None

    def transform() -> list[Place] | None:
        options = [f"SRC_METHOD={methods[0]}", f"DST_METHOD={methods[1]}", "MAX_GCP_ORDER=1"]
        if source.rpc.get("HEIGHT_OFF"):
            options.append(f"RPC_HEIGHT={source.rpc['HEIGHT_OFF'].split()[0]}")
        images = _stand_in(source), _stand_in(target)
        transformer = gdal.Transformer(*images, options)
        found = []
        for column, row in places if transformer is not None else ():
            fine, (x, y, _) = transformer.TransformPoint(False, column, row, 0.0)
            if not fine:
                return None
            found.append((x, y))
        return found or None

    found, errors = call(transform)
    return None if errors.messages else found


def _method(info: RasterInfo) -> str:
    """Return GDAL's name of the way from a raster's pixels to the ground, "" for none."""
    if info.ground_control is not None and len(info.ground_control.points) >= 3:
        return "GCP_POLYNOMIAL"
    return "RPC" if info.rpc else ""


def _has_crs(info: RasterInfo) -> bool:
    return info.ground_control is None or bool(info.ground_control.wkt)


def _stand_in(info: RasterInfo) -> gdal.Dataset:
    """Return a raster without pixels that knows the ground as the given one does."""
    dataset = gdal.GetDriverByName("MEM").Create("", info.width, info.height, 0)
    if info.ground_control is not None:
        points = [gdal.GCP(x, y, z, c, r) for c, r, x, y, z in info.ground_control.points]
        dataset.SetGCPs(points, info.ground_control.wkt)
    dataset.SetMetadata(info.rpc, "RPC")
    return dataset
