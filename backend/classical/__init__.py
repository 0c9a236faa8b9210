"""Classical methods: what the networks are compared with, and the first step of some methods.

All but the interpolations and `brovey` take `pan (r·h, r·w)` and `ms (B, h, w)`, each in a unit of
its own, and return `(B, r·h, r·w)` in MS's, in pixel-area geometry, neither rounded nor clipped.
"""

from qgis_pansharp.backend.classical.brovey import brovey, bt_h
from qgis_pansharp.backend.classical.component_substitution import gsa
from qgis_pansharp.backend.classical.interpolation import interpolate, interpolate_23tap
from qgis_pansharp.backend.classical.multiresolution import mtf_glp_fs, mtf_glp_hpm

__all__ = [
    "brovey",
    "bt_h",
    "gsa",
    "interpolate",
    "interpolate_23tap",
    "mtf_glp_fs",
    "mtf_glp_hpm",
]
