"""Values in and out of a network: constants of the scene, fixed before its first block.

Digital numbers differ between sensors by orders of magnitude, so a model says on its card by which
rule a scene's values are brought to about [0, 1]. The same functions serve training and product.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from qgis_pansharp.backend.arrays import Array

RULES = ("percentile", "moments")
PERCENTILE = 99.9


@dataclass(frozen=True)
class SceneScaling:
    """Linear maps between digital numbers and network values, the same for a whole scene.

    MS: `value = DN / ms_scale` for all bands alike, so that spectra keep their shape.
    PAN: `value = (DN - pan_offset) / pan_scale`.
    """

    ms_scale: float
    pan_scale: float
    pan_offset: float = 0.0

    def ms_to_values(self, ms: Array) -> Array:
        """Scale digital numbers of any shape to float32 values."""
        return (ms.astype(np.float32) / np.float32(self.ms_scale)).astype(np.float32)

    def pan_to_values(self, pan: Array) -> Array:
        """Scale digital numbers of any shape to float32 values."""
        shifted = pan.astype(np.float32) - np.float32(self.pan_offset)
        return (shifted / np.float32(self.pan_scale)).astype(np.float32)

    def ms_to_numbers(self, values: Array) -> Array:
        """Return sharpened values as float32 digital numbers (not rounded)."""
        return (values * np.float32(self.ms_scale)).astype(np.float32)


def fit_scaling(rule: str, pan_samples: Array, ms_samples: Array) -> SceneScaling:
    """Fix a scene's constants from valid samples at MS size.

    Args:
        rule: "percentile" divides PAN and MS each by its own 99.9th percentile, or by how far they
            reach below 0 where that is farther; "moments" divides MS so, and gives PAN the mean and
            the standard deviation of MS's mean over the bands.
        pan_samples: `(n,)` PAN averaged over MS pixels, digital numbers.
        ms_samples: `(B, n)` at the same places.

    Raises:
        ValueError: the rule is unknown.
    """
    if rule not in RULES:
        raise ValueError(f"unknown value scaling {rule!r}; known: {', '.join(RULES)}")
    pan = np.asarray(pan_samples, dtype=np.float64)
    ms = np.asarray(ms_samples, dtype=np.float64)
    if pan.size == 0 or ms.size == 0:
        return SceneScaling(1.0, 1.0)
    ms_scale = _extent(ms)
    if rule == "percentile":
        return SceneScaling(ms_scale, _extent(pan))
    intensity = ms.mean(axis=0) / ms_scale
    contrast = float(intensity.std())
    pan_contrast = float(pan.std())
    if contrast <= 0 or pan_contrast <= 0:  # a flat scene: only the level can be matched
        return SceneScaling(ms_scale, ms_scale, float(pan.mean() - intensity.mean() * ms_scale))
    scale = pan_contrast / contrast
    return SceneScaling(ms_scale, scale, float(pan.mean() - intensity.mean() * scale))


def _extent(samples: Array) -> float:
    """Return how far samples reach from 0, but for a few; 1 where that cannot divide."""
    low, high = np.percentile(samples, (100 - PERCENTILE, PERCENTILE))
    extent = float(max(high, -low))
    return extent if np.isfinite(extent) and extent > 0 else 1.0
