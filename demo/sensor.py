"""The PAN and MS instruments: pixel sizes, spectral response, point spread and digitising."""

from __future__ import annotations

import math

import numpy as np
import numpy.typing as npt

from demo.canvas import MARGIN, Array

RATIO = 4
PAN_GSD = 0.5
"""Pixel of PAN in metres; one of MS is `RATIO` times as wide."""

PAN_MIX = np.array([0.15, 0.30, 0.35, 0.20], dtype=np.float32)
"""PAN's response to blue, green, red and near infrared."""
PAN_NYQUIST_GAIN = 0.15
MS_NYQUIST_GAIN = 0.30
MS_TIMES = (0.85, 0.85, 1.0, 1.0)
"""When each MS band is taken, as a share of the traffic's move; PAN is taken at 0."""
WHITE_LEVEL = 2047


def observe(scene: Array, factor: int, nyquist_gain: float) -> Array:
    """Return what an instrument sees of a drawing (n, n): (m, m), the margin taken off.

    Its pixel is `factor` drawing pixels wide, and its point spread is the Gaussian that leaves
    `nyquist_gain` at the instrument's Nyquist frequency. Pixel k is sampled at its footprint's
    centre, drawing position factor * k + (factor - 1) / 2.
    """
    sigma = factor * math.sqrt(-2 * math.log(nyquist_gain)) / math.pi
    reach = math.ceil(3.5 * sigma) + factor // 2
    offsets = np.arange(-reach, reach + factor) - (factor - 1) / 2
    weights = np.exp(-0.5 * (offsets / sigma) ** 2)
    weights /= weights.sum()
    count = (scene.shape[0] - 2 * MARGIN) // factor
    first = MARGIN - reach

    rows: Array = np.zeros((count, scene.shape[1]), dtype=np.float32)
    for tap, weight in enumerate(weights):
        start = first + tap
        rows += np.float32(weight) * scene[start : start + factor * (count - 1) + 1 : factor]
    out: Array = np.zeros((count, count), dtype=np.float32)
    for tap, weight in enumerate(weights):
        start = first + tap
        out += np.float32(weight) * rows[:, start : start + factor * (count - 1) + 1 : factor]
    return out


def digitise(rng: np.random.Generator, signal: Array) -> npt.NDArray[np.uint16]:
    """Return digital numbers of 11 bits with a little noise that grows with the signal."""
    spread = np.sqrt(np.float32(1.5) + np.float32(0.012) * signal)
    noisy = signal + spread * rng.standard_normal(signal.shape, dtype=np.float32)
    numbers: npt.NDArray[np.uint16] = np.clip(np.rint(noisy), 1, WHITE_LEVEL).astype(np.uint16)
    return numbers
