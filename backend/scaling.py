"""Values in and out of a network: constants of the scene, fixed before its first block.

Digital numbers differ between sensors by orders of magnitude, so a model says on its card by which
rule a scene's values are brought to about [0, 1]. The same functions serve training and product.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np

from qgis_pansharp.backend.arrays import Array

RULES = ("percentile", "moments", "band-moments")
PERCENTILE = 99.9
# mean and standard deviation of values under "band-moments"
MEAN, DEVIATION = 0.4, 0.12
FLAT = 1e-6  # of the level: a standard deviation below is rounding


@dataclass(frozen=True)
class SceneScaling:
    """Linear maps between digital numbers and network values, the same for a whole scene.

    MS: `value = (DN - ms_offset) / ms_scale`, with one pair of constants for all bands, or one for
    each. PAN: `value = (DN - pan_offset) / pan_scale`.
    """

    ms_scale: tuple[float, ...]
    pan_scale: float
    pan_offset: float = 0.0
    ms_offset: tuple[float, ...] = (0.0,)

    def ms_to_values(self, ms: Array) -> Array:
        """Scale digital numbers `(B, ...)` to float32 values."""
        offset, scale = self._constants(ms.ndim, None)
        return ((ms.astype(np.float32) - offset) / scale).astype(np.float32)

    def pan_to_values(self, pan: Array) -> Array:
        """Scale digital numbers of any shape to float32 values."""
        shifted = pan.astype(np.float32) - np.float32(self.pan_offset)
        return (shifted / np.float32(self.pan_scale)).astype(np.float32)

    def ms_to_numbers(self, values: Array, band: int | None = None) -> Array:
        """Return sharpened values as float32 digital numbers (not rounded).

        Args:
            values: `(B, ...)`, all bands of MS; or one band alone, of any shape.
            band: which band that is.
        """
        offset, scale = self._constants(values.ndim, band)
        return (values * scale + offset).astype(np.float32)

    def _constants(self, axes: int, band: int | None) -> tuple[Array, Array]:
        """Return offset and scale, shaped for `(B, ...)` or as one number."""
        offset = np.asarray(self.ms_offset, dtype=np.float32)
        scale = np.asarray(self.ms_scale, dtype=np.float32)
        if band is not None or scale.size == 1:
            at = 0 if scale.size == 1 else band
            return offset[at], scale[at]
        shape = (-1,) + (1,) * (axes - 1)
        return offset.reshape(shape), scale.reshape(shape)


def fit_scaling(rule: str, pan_samples: Array, ms_samples: Array) -> SceneScaling:
    """Fix a scene's constants from valid samples at MS size.

    Args:
        rule: "percentile" divides PAN and MS each by its own 99.9th percentile; "moments" divides
            MS so, and gives PAN the mean and the standard deviation of MS's mean over the bands;
            "band-moments" gives PAN and every band of MS the same mean and standard deviation.
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
        return SceneScaling((1.0,), 1.0)
    if rule == "band-moments":
        return _standardise(pan, ms)
    ms_scale = _positive(np.percentile(ms, PERCENTILE))
    if rule == "percentile":
        return SceneScaling((ms_scale,), _positive(np.percentile(pan, PERCENTILE)))
    intensity = ms.mean(axis=0) / ms_scale
    contrast = float(intensity.std())
    pan_contrast = float(pan.std())
    if contrast <= 0 or pan_contrast <= 0:  # a flat scene: only the level can be matched
        offset = float(pan.mean() - intensity.mean() * ms_scale)
        return SceneScaling((ms_scale,), ms_scale, offset)
    scale = pan_contrast / contrast
    return SceneScaling((ms_scale,), scale, float(pan.mean() - intensity.mean() * scale))


def _standardise(pan: Array, ms: Array) -> SceneScaling:
    """Give PAN `(n,)` and every band of MS `(B, n)` the same mean and standard deviation.

    Moments leave out the brightest and darkest hundredth: a cloud must not decide the contrast.
    """

    def constants(image: Array) -> tuple[float, float]:
        low, high = np.percentile(image, (1, 99))
        inner = image[(image >= low) & (image <= high)]
        level, deviation = float(inner.mean()), float(inner.std())
        # a flat image keeps its level; any scale serves
        flat = deviation <= FLAT * abs(level)
        scale = _positive(abs(level)) if flat else deviation / DEVIATION
        return scale, level - MEAN * scale

    bands = [constants(band) for band in ms]
    pan_scale, pan_offset = constants(pan)
    return SceneScaling(
        ms_scale=tuple(scale for scale, _ in bands),
        pan_scale=pan_scale,
        pan_offset=pan_offset,
        ms_offset=tuple(offset for _, offset in bands),
    )


def _positive(value: Any) -> float:
    """Return the value, or 1 where it cannot divide."""
    return float(value) if np.isfinite(value) and value > 0 else 1.0
