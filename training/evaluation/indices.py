"""The indices of one result, and which way each of them is better.

At full resolution all are in the versions for pixel-area geometry, compared at MS's size: Khan's
D_lambda and D_S decimated, and the reprojected D_lambda, which looks for each band's offset first
and so does not punish a method for moving colours onto PAN. HQNR is made of the first two and
therefore not that of published tables.
"""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from qgis_pansharp.backend.quality import no_reference, reference
from qgis_pansharp.backend.quality.reprojected import d_lambda_reprojected, estimate_offsets
from training.evaluation.samples import Array, Sample

# index: whether more is better; in the order of the tables
REDUCED = {
    "ERGAS": False,
    "SAM": False,
    "Q2n": True,
    "SCC": True,
    "PSNR": True,
    "SSIM": True,
}
FULL = {
    "D_lambda_R": False,
    "D_lambda_K": False,
    "D_S": False,
    "HQNR": True,
    "D_rho": False,
    "D_S_R": False,
}
BETTER_IF_MORE = {**REDUCED, **FULL}


# MS pixels of a scene's middle in which its bands' offsets are looked for
OFFSETS_SIDE = 256
# MS pixels by which a band may lie off what is known of the scene
OFFSETS_REACH = 0.25
WINDOW = 4  # MS pixels in which offsets are compared
LEAST_SIDE = 8  # MS pixels of a sample; SSIM wants eleven PAN pixels, at ratio 2 six of MS
LEAST_PAN_SIDE = 32  # PAN pixels: a block of the indices without reference


def figures(fused: Mapping[str, Array], sample: Sample) -> dict[str, dict[str, float]]:
    """Return the indices of fused images `(B, H, W)`, all in the sample's values, by their name."""
    if sample.truth is not None:
        return {name: reduced_figures(image, sample) for name, image in fused.items()}
    found = offsets(sample)
    return {name: full_figures(image, sample, found) for name, image in fused.items()}


def offsets(sample: Sample) -> Array:
    """Return how far PAN lies of each MS band, `(B, 2)` PAN pixels, within what is plausible.

    The search goes half an MS pixel each way, as in the publication, and further where the scene
    is known to be crooked.
    """
    middle = sample.middle(OFFSETS_SIDE)
    reach = offsets_reach(sample)
    found: Array = estimate_offsets(middle.ms, middle.pan, sample.ratio, sample.gains, reach=reach)
    return found


def offsets_reach(sample: Sample) -> int:
    """Return how far offsets are looked for, in half PAN pixels."""
    known = max(abs(length) for length in sample.shift)
    return max(sample.ratio, int(np.ceil(2 * sample.ratio * (known + OFFSETS_REACH))))


def least_side(sample: Sample) -> int:
    """Return the MS pixels a side from which a sample has all indices."""
    if sample.truth is not None:
        return LEAST_SIDE
    inside = 2 * WINDOW + 2 * -(-offsets_reach(sample) // (2 * sample.ratio))
    return max(LEAST_SIDE, -(-LEAST_PAN_SIDE // sample.ratio), inside)


def reduced_figures(fused: Array, sample: Sample) -> dict[str, float]:
    """Return the indices with reference; PSNR and SSIM by the sensor's largest value."""
    if sample.truth is None:
        raise ValueError(f"{sample.scene} has no truth at {sample.resolution} resolution")
    image, truth = fused * sample.unit, sample.truth * sample.unit
    peak = sample.peak * sample.unit
    return {
        "ERGAS": reference.ergas(image, truth, sample.ratio),
        "SAM": reference.sam(image, truth),
        "Q2n": reference.q2n(image, truth),
        "SCC": reference.scc(image, truth),
        "PSNR": reference.psnr(image, truth, peak),
        "SSIM": reference.ssim(image, truth, peak),
    }


def full_figures(fused: Array, sample: Sample, offsets: Array) -> dict[str, float]:
    """Return the indices without reference; `offsets` are those of the bands."""
    image, pan, ms = (values * sample.unit for values in (fused, sample.pan, sample.ms))
    ratio, gains = sample.ratio, sample.gains
    khan = no_reference.d_lambda_khan(
        image, ms, ratio, gains, decimated=True, geometry="pixel-area"
    )
    d_s = no_reference.d_s(image, ms, pan, ratio, decimated=True, geometry="pixel-area")
    return {
        "D_lambda_R": d_lambda_reprojected(image, ms, pan, ratio, gains, offsets=offsets),
        "D_lambda_K": khan,
        "D_S": d_s,
        "HQNR": no_reference.hqnr(khan, d_s),
        "D_rho": no_reference.d_rho(image, pan, ratio),
        "D_S_R": no_reference.d_s_r(image, pan),
    }
