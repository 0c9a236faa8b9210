"""The second part of a report: whether a method makes up what neither input holds.

On full-resolution samples, four questions. A flat area with noise set into a scene: is the
result's noise what the inputs account for? A saturated area: does it stay at the ceiling? One that
saturates PAN alone, as clouds do: does MS keep its colours? And the scene itself: does every band
keep its mean?
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

import numpy as np

from qgis_pansharp.backend.classical import interpolate
from qgis_pansharp.backend.mtf import degrade, reduce_pan
from training.evaluation.methods import Method
from training.evaluation.samples import Array, Sample, named

FLAT_SIDE, FLAT_MARGIN = 32, 10  # MS pixels; what lies within the margin is not judged
BRIGHT_SIDE, BRIGHT_MARGIN = 12, 3
LEAST_SIDE = 64  # MS pixels of a scene, so that the flat area does not rule its statistics
# standard deviations of noise, of the mean: of most products, and of grainy ones (Landsat 7's PAN);
# a network that normalises locally may keep the one small and raise the other
NOISE, STRONG_NOISE = 0.01, 0.04
SEED = 20

# Largest of the bands' bias; the bands themselves follow it
LARGEST_BIAS = "largest bias %"


@dataclass(frozen=True)
class Finding:
    """What one method did on one scene."""

    scene: str
    method: str
    figures: dict[str, float]


def examine(samples: Iterable[Sample], methods: dict[str, Method]) -> list[Finding]:
    """Examine all methods on the full-resolution samples that are large enough."""
    findings = []
    for sample in samples:
        if sample.truth is not None or min(sample.ms.shape[1:]) < LEAST_SIDE:
            continue
        bright, blind = with_highlight(sample), with_saturated_pan(sample)
        flats = {
            name: with_flat_area(sample, noise)
            for name, noise in (("noise gain", NOISE), ("strong noise gain", STRONG_NOISE))
        }
        expected = {name: expected_noise(flat) for name, flat in flats.items()}
        with named(sample):
            for name, method in methods.items():
                gains = {
                    key: noise_gain(method(flat), flat, expected[key])
                    for key, flat in flats.items()
                }
                figures = {
                    **gains,
                    **highlight(method(bright), bright),
                    **saturation(method(blind), blind),
                    **bias(method(sample), sample),
                }
                findings.append(Finding(sample.scene, name, figures))
    return findings


def with_flat_area(sample: Sample, noise: float = NOISE) -> Sample:
    """Return the sample with a square of its mean colour in its middle, and white noise on that."""
    random = np.random.default_rng(SEED)
    pan, ms = sample.pan.copy(), sample.ms.copy()
    fine, coarse = _middle(sample, FLAT_SIDE, 0)
    level = ms.mean(axis=(1, 2), keepdims=True)
    ms[coarse] = level * (1 + noise * random.standard_normal(ms[coarse].shape))
    pan[fine] = pan.mean() * (1 + noise * random.standard_normal(pan[fine].shape))
    return replace(sample, pan=pan, ms=ms)


def expected_noise(flat: Sample) -> Array:
    """Return the standard deviation `(B,)` that the inputs account for inside the flat area.

    That of interpolated MS, and of PAN's detail at the band's level, added in squares: what
    multiplying an interpolated band by PAN over its low-pass does to independent noise.
    """
    fine, _ = _middle(flat, FLAT_SIDE, FLAT_MARGIN)
    colours = interpolate(flat.ms, flat.ratio)[(slice(None), *fine)].astype(np.float64)
    low = interpolate(reduce_pan(flat.pan, flat.ratio)[None], flat.ratio)[0][fine]
    detail = (flat.pan[fine] - low).std() / flat.pan[fine].mean()
    level = colours.mean(axis=(1, 2))
    expected: Array = np.hypot(colours.std(axis=(1, 2)), level * detail)
    return expected


def noise_gain(fused: Array, flat: Sample, expected: Array) -> float:
    """Return the noise inside the flat area over what is expected, the mean of the bands."""
    fine, _ = _middle(flat, FLAT_SIDE, FLAT_MARGIN)
    spread = fused[(slice(None), *fine)].astype(np.float64).std(axis=(1, 2))
    return float((spread / expected).mean())


def with_highlight(sample: Sample) -> Sample:
    """Return the sample with a saturated square, in PAN and in all bands, in its middle."""
    pan, ms = sample.pan.copy(), sample.ms.copy()
    fine, coarse = _middle(sample, BRIGHT_SIDE, 0)
    pan[fine] = sample.peak
    ms[coarse] = sample.peak
    return replace(sample, pan=pan, ms=ms)


def highlight(fused: Array, bright: Sample) -> dict[str, float]:
    """Return the level inside the saturated square and its largest error, % of the ceiling."""
    fine, _ = _middle(bright, BRIGHT_SIDE, BRIGHT_MARGIN)
    inside = 100.0 * fused[(slice(None), *fine)].astype(np.float64) / bright.peak
    return {
        "highlight level %": float(inside.mean()),
        "highlight error %": float(np.abs(inside - 100.0).max()),
    }


def with_saturated_pan(sample: Sample) -> Sample:
    """Return the sample with a square in its middle in which PAN alone is saturated."""
    pan = sample.pan.copy()
    pan[_middle(sample, FLAT_SIDE, 0)[0]] = sample.peak
    return replace(sample, pan=pan)


def saturation(fused: Array, blind: Sample) -> dict[str, float]:
    """Return how far colours stray where PAN is saturated, as MS sees them, % of a band's mean.

    The largest of the bands' biases, and the root mean square of all errors.
    """
    _, coarse = _middle(blind, FLAT_SIDE, FLAT_MARGIN)
    seen = degrade(fused, blind.ratio, blind.gains)[coarse].astype(np.float64)
    truth = blind.ms[coarse].astype(np.float64)
    error = 100.0 * (seen - truth) / truth.mean(axis=(1, 2), keepdims=True)
    return {
        "bias where PAN saturates %": float(np.abs(error.mean(axis=(1, 2))).max()),
        "error where PAN saturates %": float(np.sqrt(np.square(error).mean())),
    }


def bias(fused: Array, sample: Sample) -> dict[str, float]:
    """Return how far each band's mean strays from MS's, % of it."""
    truth = sample.ms.mean(axis=(1, 2), dtype=np.float64)
    change = 100.0 * (fused.mean(axis=(1, 2), dtype=np.float64) / truth - 1.0)
    bands = {f"bias {role} %": float(c) for role, c in zip(sample.roles, change, strict=True)}
    return {LARGEST_BIAS: float(np.abs(change).max()), **bands}


def mean_findings(findings: Sequence[Finding]) -> dict[str, dict[str, float]]:
    """Average over scenes by method; biases by their size, for those of two scenes may cancel."""
    lists: dict[str, dict[str, list[float]]] = defaultdict(lambda: defaultdict(list))
    for finding in findings:
        for name, value in finding.figures.items():
            lists[finding.method][name].append(abs(value) if "bias" in name else value)
    return {
        method: {name: float(np.mean(values)) for name, values in figures.items()}
        for method, figures in lists.items()
    }


def _middle(
    sample: Sample, side: int, margin: int
) -> tuple[tuple[slice, slice], tuple[slice, slice, slice]]:
    """Return where a square of MS pixels less its margin lies in PAN and in MS."""
    height, width = sample.ms.shape[1:]
    top, left = (height - side) // 2 + margin, (width - side) // 2 + margin
    count, r = side - 2 * margin, sample.ratio
    fine = (slice(top * r, (top + count) * r), slice(left * r, (left + count) * r))
    return fine, (slice(None), slice(top, top + count), slice(left, left + count))
