"""A PAN made from the bands, for scenes that have MS alone: the MS at hand becomes the truth.

The PAN lies on the grid of the MS that we have; the MS input is that MS reduced by `ratio` with the
sensor's MTF. What the truth should look like follows Wald's definition: it is what the MS sensor
would see if its pixels were PAN's. So the truth keeps the MTF that it came with (`truth_gains` at
its own Nyquist frequency), and PAN must end up with that of PAN, which is weaker (.15 against about
.30). The mix of the bands already carries theirs, so that each band is filtered by the quotient
alone (a gain of .5), not by .15: else PAN would be far softer than any real one.

The mix is as PANs respond. Where a mix is drawn, each band's share is uniform within `SHARES`,
then all are divided by their sum. The ranges cover non-negative least-squares fits of real PANs
(averaged over MS pixels) on their bands: QuickBird, GeoEye-1, Pleiades, SPOT-6, GF-2, WorldView-2.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import numpy.typing as npt

from qgis_pansharp.backend.mtf import DEFAULT_PAN_GAIN, Gains, degrade

Array = npt.NDArray[Any]

# of PAN by band role, before they are divided by their sum; any other band has none
SHARES = {
    "coastal": (0.0, 0.1),
    "blue": (0.0, 0.2),
    "green": (0.2, 0.5),
    "yellow": (0.1, 0.2),
    "red": (0.2, 0.5),
    "red-edge": (0.1, 0.25),
    "nir": (0.1, 0.5),
    "nir2": (0.0, 0.1),
}
PAN_GAINS = (0.11, 0.17)  # of PANs in the table of sensors
NOISE = (0.004, 0.012)  # standard deviation at PAN's mean level: a signal to noise of 250 to 80
SHOT = 0.5  # the part of that variance that grows with the signal


def simulate_pair(
    ms: Array,
    roles: Sequence[str],
    ratio: int,
    gains: Gains,
    random: np.random.Generator | None = None,
    truth_gains: Gains | None = None,
) -> tuple[Array, Array, Array]:
    """Make a reduced-resolution pair and its truth of an MS image.

    Rows and columns beyond a multiple of the ratio are cut off at the end. Pixels without data
    must be known to the caller: they are mixed and filtered like all others.

    Args:
        ms: `(B, h, w)`, digital numbers.
        roles: the B bands.
        ratio: r, MS pixels of the pair per pixel at hand.
        gains: Nyquist gain in (0, 1) of the MS sensor that is imitated, one or one per band.
        random: draws mix, PAN's MTF and its noise; without, the mix and the MTF lie in the middle
            of their ranges (.15) and there is no noise.
        truth_gains: gain of `ms` at its own Nyquist frequency; as `gains` by default, which holds
            for what a sensor delivers. Sharper for an aerial image reduced to larger pixels.

    Returns:
        PAN `(h, w)`, MS `(B, h/r, w/r)` in pixel-area geometry, truth `(B, h, w)`; float32, in the
        unit of `ms`.

    Raises:
        ValueError: roles, gains or ratio do not fit, or PAN covers none of the bands.
    """
    if ms.ndim != 3 or len(roles) != ms.shape[0]:
        raise ValueError(f"need MS (B, h, w) and B roles, got {ms.shape} and {len(roles)} roles")
    if ratio < 1:
        raise ValueError(f"the ratio must be at least 1, got {ratio}")
    rows, columns = (size - size % ratio for size in ms.shape[1:])
    truth = ms[:, :rows, :columns].astype(np.float32)
    small = degrade(truth, ratio, gains)
    pan_gain = DEFAULT_PAN_GAIN if random is None else random.uniform(*PAN_GAINS)
    own = np.broadcast_to(np.asarray(gains if truth_gains is None else truth_gains), len(roles))
    pan = np.zeros((rows, columns))
    for weight, band, gain in zip(pan_mix(roles, random), truth, own):
        if weight > 0:
            pan += weight * soften(band, pan_gain / float(gain))
    if random is not None:
        pan = with_noise(pan, random.uniform(*NOISE), random)
    return pan.astype(np.float32), small, truth


def pan_mix(roles: Sequence[str], random: np.random.Generator | None = None) -> Array:
    """Return PAN's weight of each band, at least 0, sum 1.

    Raises:
        ValueError: PAN covers none of the bands.
    """
    ranges = np.array([SHARES.get(role, (0.0, 0.0)) for role in roles]).reshape(-1, 2)
    shares = ranges.mean(axis=1) if random is None else random.uniform(*ranges.T)
    if not shares.sum() > 0:
        raise ValueError(f"PAN covers none of the bands {', '.join(roles)}")
    mix: Array = shares / shares.sum()
    return mix


def soften(image: Array, gain: float) -> Array:
    """Filter with a Gaussian whose response at the image's own Nyquist frequency is `gain`.

    The response is `gain ** (f / f_Nyquist)**2` along each axis, exactly: so narrow a Gaussian
    cannot be sampled pixel by pixel (for .5 it would deliver .89). Borders are mirrored at the
    outer edge of the last pixel.

    Args:
        image: `(h, w)`, any unit.
        gain: above 0; from 1 on nothing changes, as nothing is sharpened.

    Returns:
        `(h, w)` float64, same unit.

    Raises:
        ValueError: the gain is not above 0.
    """
    if not gain > 0:
        raise ValueError(f"a gain must be above 0, got {gain}")
    softened: Array = image.astype(np.float64)
    if gain >= 1:
        return softened
    for axis in (0, 1):
        size = softened.shape[axis]
        mirrored = np.concatenate([softened, np.flip(softened, axis)], axis)
        response = gain ** (np.fft.rfftfreq(2 * size, 0.5) ** 2)  # of f / f_Nyquist
        shape = (-1, 1) if axis == 0 else (1, -1)
        spectrum = np.fft.rfft(mirrored, axis=axis) * response.reshape(shape)
        filtered = np.fft.irfft(spectrum, 2 * size, axis=axis)
        softened = np.take(filtered, np.arange(size), axis=axis)
    return softened


def with_noise(pan: Array, relative: float, random: np.random.Generator) -> Array:
    """Add a sensor's noise: white, one part constant and one that grows with the signal.

    Its variance is `(relative * m)^2 * (1 - SHOT + SHOT * v/m)` at value v, for PAN's mean m.

    Args:
        pan: `(h, w)`, any unit.
        relative: standard deviation at the mean level, as a part of that level.
        random: draws the noise.
    """
    level = max(float(pan.mean()), 0.0)
    if level == 0:
        return pan
    variance = 1 - SHOT + SHOT * np.maximum(pan, 0) / level
    noisy: Array = pan + relative * level * np.sqrt(variance) * random.standard_normal(pan.shape)
    return noisy
