"""How a sensor blurs: Nyquist gains, the low-pass filter matched to them, and reduction by ratio.

Two geometries exist and differ by half a PAN pixel. *Pixel-area* (`degrade`, `reduce_pan`) is that
of GeoTIFF and of this product: MS sample k is centred at PAN coordinate `r·k + (r−1)/2`. *Toolbox*
(`filter_toolbox`, `decimate_toolbox`) is that of the field's reference code: `r·k + r//2`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Union

import numpy as np

from qgis_pansharp.backend.arrays import Array, DoubleArray

Gains = Union[float, Sequence[float], Array]

DEFAULT_MS_GAIN = 0.30
DEFAULT_PAN_GAIN = 0.15


@dataclass(frozen=True)
class SensorGains:
    """MTF at the Nyquist frequency of one sensor's MS bands and PAN, each in (0, 1).

    `roles` names the bands that `ms` lists, in the sensor's usual order; `source` is where the
    figures come from. They hold for a sensor and a processing level: state them with every result.
    """

    roles: tuple[str, ...]
    ms: tuple[float, ...]
    pan: float
    source: str


_BGRN = ("blue", "green", "red", "nir")
_WORLDVIEW = ("coastal", "blue", "green", "yellow", "red", "red-edge", "nir", "nir2")
_LANDSAT = ("coastal", "blue", "green", "red", "nir", "swir1", "swir2")
_TOOLBOX = "DLPan-Toolbox, MTF.m and MTF_PAN.m (Vivone et al. 2021)"
_OLI = SensorGains(
    _LANDSAT,
    (0.55, 0.55, 0.55, 0.55, 0.53, 0.53, 0.53),
    DEFAULT_PAN_GAIN,
    "a public MTF.m citing Lee, Storey et al. 2014, four bands, presumed B2-B5; the others like "
    "their neighbours, Landsat 9 like 8, both presumed; PAN the default",
)

SENSOR_GAINS: dict[str, SensorGains] = {
    "quickbird": SensorGains(_BGRN, (0.34, 0.32, 0.30, 0.22), 0.15, _TOOLBOX),
    "ikonos": SensorGains(_BGRN, (0.26, 0.28, 0.29, 0.28), 0.17, _TOOLBOX),
    "geoeye-1": SensorGains(_BGRN, (0.23,) * 4, 0.16, _TOOLBOX),
    # Disputed: another public toolbox has .355 .360 .365 .335, the values of WorldView-3.
    "worldview-4": SensorGains(_BGRN, (0.23,) * 4, 0.16, _TOOLBOX),
    "worldview-2": SensorGains(_WORLDVIEW, (0.35,) * 7 + (0.27,), 0.11, _TOOLBOX),
    "worldview-3": SensorGains(
        _WORLDVIEW, (0.325, 0.355, 0.360, 0.350, 0.365, 0.360, 0.335, 0.315), 0.14, _TOOLBOX
    ),
    "pleiades": SensorGains(
        _BGRN, (0.30,) * 4, DEFAULT_PAN_GAIN, "a public MTF.m; a convention, not a measurement"
    ),
    "gaofen-2": SensorGains(
        _BGRN, (DEFAULT_MS_GAIN,) * 4, DEFAULT_PAN_GAIN, "none published; the toolbox's default"
    ),
    "landsat-8": _OLI,
    "landsat-9": _OLI,
    "sentinel-2": SensorGains(
        (*_BGRN, "coastal", "red-edge", "nir2", "swir1", "swir2"),
        (0.275, 0.28, 0.25, 0.24, 0.3175, 0.365, 0.295, 0.205, 0.235),
        0.26125,
        "Sentinel2-SR-Toolbox: B2 B3 B4 B8 of 10 m, B1 and B9 of 60 m, B5 B11 B12 of 20 m; 'PAN' "
        "is the mean of the first four",
    ),
}


def ms_gains(sensor: str, roles: Sequence[str]) -> tuple[float, ...]:
    """Return one Nyquist gain in (0, 1) for each band role; .30 for what the table does not know.

    `sensor` is a key of `SENSOR_GAINS` (letter case is ignored), `roles` are the scene's bands in
    order, so a four-band bundle of an eight-band sensor gets the right four values. Never raises.
    """
    entry = SENSOR_GAINS.get(sensor.lower())
    known = {} if entry is None else dict(zip(entry.roles, entry.ms))
    return tuple(known.get(role, DEFAULT_MS_GAIN) for role in roles)


def pan_gain(sensor: str) -> float:
    """Return PAN's Nyquist gain in (0, 1); .15 for a sensor that the table does not know."""
    entry = SENSOR_GAINS.get(sensor.lower())
    return DEFAULT_PAN_GAIN if entry is None else entry.pan


def degrade(image: Array, ratio: int, gains: Gains, offsets: Array | None = None) -> Array:
    """Filter with the MTF-matched Gaussian and decimate, in pixel-area geometry.

    Output sample k of an axis is the Gaussian-weighted mean about the centre of its footprint,
    `r·k + (r−1)/2`. The Gaussian has `σ = r·sqrt(−2 ln g)/π` input pixels, so that its response at
    the output's Nyquist frequency is the nominal gain g (evaluation.md, section 1.1); it is cut at
    4σ, sums to 1, and meets replicated borders.

    Args:
        image: `(B, h·r, w·r)`, any unit.
        ratio: r, at least 1.
        gains: Nyquist gain in (0, 1), one for all bands or one per band.
        offsets: `(B, 2)`, how far (down, right) of its footprint each band is looked at, in input
            pixels; fractions are exact, because the Gaussian itself is moved. Nowhere by default.

    Returns:
        `(B, h, w)`, same unit; float32 for float32 input, else float64.

    Raises:
        ValueError: the image has no three axes, its size is no multiple of the ratio, or the gains
            or offsets do not fit.
    """
    down, right = (0.0, 0.0) if offsets is None else np.transpose(offsets)
    return degrade_along(degrade_along(image, ratio, gains, 1, down), ratio, gains, 2, right)


def degrade_along(
    image: Array, ratio: int, gains: Gains, axis: int, offsets: float | Array = 0.0
) -> Array:
    """Filter and decimate one axis only; `degrade` is this for both.

    Args:
        image: `(B, H, W)`, any unit; the axis is a multiple of the ratio long.
        ratio: r, at least 1.
        gains: Nyquist gain in (0, 1), one for all bands or one per band.
        axis: 1 or 2.
        offsets: input pixels, one for all bands or `(B,)`.

    Returns:
        The image with that axis r times shorter, same unit; float32 for float32 input, else
        float64.

    Raises:
        ValueError: the image has no three axes, its axis is no multiple of the ratio, or the gains
            or offsets do not fit.
    """
    values = _checked(image, ratio, (axis,))
    sigmas = [gaussian_sigma(g, ratio) for g in gains_per_band(gains, values.shape[0])]
    shifts = np.broadcast_to(offsets, (len(sigmas),))
    reach = max(ratio / 2.0, 4.0 * max(sigmas)) + float(np.abs(shifts).max())
    count = 2 * int(np.ceil(reach - ratio % 2 / 2.0)) + ratio % 2
    distances = np.arange(count) - (count - 1) / 2.0 - shifts[:, None]
    weights = np.exp(-0.5 * np.square(distances / np.array(sigmas)[:, None]))
    weights /= weights.sum(axis=1, keepdims=True)
    return _reduce_along(values, ratio, weights, axis, "edge")


def reduce_pan(pan: Array, ratio: int) -> Array:
    """Reduce PAN by bicubic interpolation with antialiasing, as MATLAB's `imresize(P, 1/r)`.

    The cubic kernel (a = −1/2, Keys 1981) is stretched by r and normalised; borders are mirrored
    with the edge pixel repeated. Pixel-area geometry: output k lies at `r·k + (r−1)/2`.

    Args:
        pan: `(h·r, w·r)`, any unit.
        ratio: r, at least 1.

    Returns:
        `(h, w)`, same unit; float32 for float32 input, else float64.

    Raises:
        ValueError: the image has no two axes, or its size is no multiple of the ratio.
    """
    if pan.ndim != 2:
        raise ValueError(f"PAN must be (H, W), got {pan.shape}")
    values = _checked(pan[None], ratio)
    count = 4 * ratio - ratio % 2
    weights = cubic_kernel((np.arange(count) - (count - 1) / 2.0) / ratio)
    weights = (weights / weights.sum())[None]
    for axis in (1, 2):
        values = _reduce_along(values, ratio, weights, axis, "symmetric")
    reduced: Array = values[0]
    return reduced


def filter_toolbox(image: Array, ratio: int, gains: Gains, taps: int = 41) -> Array:
    """Filter with the MTF-matched kernel of the reference toolbox, at full size.

    See `toolbox_kernel` for the kernel; borders are replicated. The filter has no phase: the
    half-pixel of toolbox geometry enters only with `decimate_toolbox`.

    Args:
        image: `(B, H, W)`, any unit.
        ratio: r, at least 1.
        gains: Nyquist gain in (0, 1), one for all bands or one per band.
        taps: kernel size n, odd.

    Returns:
        `(B, H, W)` float64, same unit.

    Raises:
        ValueError: the image has no three axes, or ratio, gains or taps do not fit.
    """
    if image.ndim != 3:
        raise ValueError(f"the image must be (B, H, W), got {image.shape}")
    bands, height, width = image.shape
    half = taps // 2
    # Any FFT size of at least H + n − 1 keeps the wrapped-around part outside what is cut out.
    size = tuple(-(-(n + 2 * half) // 64) * 64 for n in (height, width))
    result = np.empty(image.shape, dtype=np.float64)
    spectra: dict[float, Array] = {}
    for index, gain in enumerate(gains_per_band(gains, bands)):
        if gain not in spectra:
            spectra[gain] = np.fft.rfft2(toolbox_kernel(gain, ratio, taps), size)
        padded = np.pad(image[index].astype(np.float64), half, mode="edge")
        full = np.fft.irfft2(np.fft.rfft2(padded, size) * spectra[gain], size)
        result[index] = full[2 * half : 2 * half + height, 2 * half : 2 * half + width]
    return result


def decimate_toolbox(image: Array, ratio: int) -> Array:
    """Keep samples `r·k + r//2` of both axes, as the toolbox's `imresize(·, 1/r, 'nearest')`.

    Args:
        image: `(B, h·r, w·r)`.
        ratio: r, at least 1.

    Returns:
        `(B, h, w)`, a view, type unchanged.

    Raises:
        ValueError: the ratio is below 1.
    """
    if ratio < 1:
        raise ValueError(f"the ratio must be at least 1, got {ratio}")
    return image[..., ratio // 2 :: ratio, ratio // 2 :: ratio]


def toolbox_kernel(gain: float, ratio: int, taps: int = 41) -> DoubleArray:
    """Return the toolbox's MTF kernel, `(n, n)`, sum 1.

    A Gaussian in frequency, of standard deviation `sqrt(((n−1)/(2r))² / (−2 ln g))` samples of an
    n-point grid and peak 1; its inverse DFT; a Kaiser window (β = 0.5); negative taps set to 0; sum
    normalised (evaluation.md, section 1.1, after Aiazzi et al. 2006). The window is the Python
    ports': one-dimensional, along rows only. MATLAB's `fwind1` rotates it; the results differ by
    about 1e-5 of an image's values. Either way the real gain is 3-10 % below the nominal one.

    Raises:
        ValueError: the gain is outside (0, 1), the ratio below 1, or the tap count not odd.
    """
    if taps % 2 == 0 or taps < 3:
        raise ValueError(f"the kernel needs an odd number of taps, at least 3, got {taps}")
    if not 0.0 < gain < 1.0 or ratio < 1:
        raise ValueError(f"need a gain in (0, 1) and a ratio of at least 1, got {gain}, {ratio}")
    alpha = (taps - 1) / (2.0 * ratio) / np.sqrt(-2.0 * np.log(gain))
    response = np.exp(-0.5 * np.square((np.arange(taps) - taps // 2) / alpha))
    line = np.fft.fftshift(np.fft.ifft(np.fft.ifftshift(response))).real
    kernel = np.maximum(np.outer(line, line * np.kaiser(taps, 0.5)), 0.0)
    result: DoubleArray = kernel / kernel.sum()
    return result


def gaussian_sigma(gain: float, ratio: int) -> float:
    """Return σ in input pixels of the Gaussian whose gain at the reduced grid's Nyquist is `gain`.

    `σ = r·sqrt(−2 ln g)/π`. Raises `ValueError` for a gain outside (0, 1).
    """
    if not 0.0 < gain < 1.0:
        raise ValueError(f"a Nyquist gain must lie in (0, 1), got {gain}")
    return float(ratio * np.sqrt(-2.0 * np.log(gain)) / np.pi)


def gains_per_band(gains: Gains, bands: int) -> tuple[float, ...]:
    """Return one gain per band. Raises `ValueError` unless there are one or as many as bands."""
    values = np.atleast_1d(np.asarray(gains, dtype=np.float64))
    if values.ndim != 1 or values.size not in (1, bands):
        raise ValueError(f"need one gain or {bands}, got {values.size}")
    return tuple(float(v) for v in np.broadcast_to(values, (bands,)))


def cubic_kernel(distance: DoubleArray) -> DoubleArray:
    """Return the cubic convolution kernel (Keys 1981, a = −1/2) at distances in samples."""
    x = np.abs(distance)
    near = (1.5 * x - 2.5) * x * x + 1.0
    far = ((-0.5 * x + 2.5) * x - 4.0) * x + 2.0
    result: DoubleArray = np.where(x <= 1.0, near, np.where(x < 2.0, far, 0.0))
    return result


def as_float(image: Array) -> Array:
    """Return float32 input as it is and anything else as float64; shape and unit unchanged."""
    kind = np.float32 if image.dtype == np.float32 else np.float64
    return image.astype(kind, copy=False)


def _checked(image: Array, ratio: int, axes: Sequence[int] = (1, 2)) -> Array:
    """Return the image as floats, or raise if it is no `(B, h·r, w·r)` along the axes."""
    if image.ndim != 3:
        raise ValueError(f"the image must be (B, H, W), got {image.shape}")
    if ratio < 1 or any(image.shape[axis] % ratio for axis in axes):
        raise ValueError(f"size {image.shape[1:]} is no multiple of ratio {ratio}")
    return as_float(image)


def _reduce_along(image: Array, ratio: int, weights: DoubleArray, axis: int, border: Any) -> Array:
    """Filter axis 1 or 2 with centred weights `(B or 1, n)`, computing only every r-th output.

    n has the ratio's parity and is at least r, so tap t of output k reads padded sample r·k + t.
    """
    count = weights.shape[1]
    margin = (count - ratio) // 2
    taps = weights.astype(image.dtype)[:, :, None, None]
    size = image.shape[axis] // ratio
    widths, shape, part = [(0, 0)] * 3, list(image.shape), [slice(None)] * 3
    widths[axis], shape[axis] = (margin, margin), size
    source = np.pad(image, widths, mode=border)
    result = np.zeros(shape, dtype=image.dtype)
    for t in range(count):
        part[axis] = slice(t, t + ratio * size, ratio)
        result += taps[:, t] * source[tuple(part)]
    return result
