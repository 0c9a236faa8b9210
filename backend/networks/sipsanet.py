"""SIPSA-Net: shift-invariant pansharpening with moving-object alignment.

Lee, Seo, Kim, "SIPSA-Net: Shift-Invariant Pan Sharpening with Moving Object Alignment for
Satellite Imagery", CVPR 2021, pp. 10166-10174. The layers follow the authors' published code; the
aligned image has as many channels as the MS has bands, and the resampler replicates the image's
edge. Symbols: `B` bands, `r` ratio, MS `x` is `(N, B, h, w)`, PAN `p` is `(N, 1, r*h, r*w)`.
"""

from __future__ import annotations

from typing import NamedTuple

import torch
from torch import Tensor, nn
from torch.nn import functional

from qgis_pansharp.backend.networks.back_projection import BackProjection
from qgis_pansharp.backend.networks.coherent_detail import CoherentDetail
from qgis_pansharp.backend.networks.layers import (
    Gaussian,
    PixelUnshuffle,
    Residual,
    displaced,
    full_precision,
    trim,
    without_autocast,
)
from qgis_pansharp.backend.networks.matching import Matching

SLOPE = 0.1
WINDOW = 9
STATISTICS_FLOOR = 1e-4
OFFSET_SHARPNESS = 6.0  # exponent on the offset map that resamples MS itself
# The same on the map that resamples the features in a finished model, where matching is sure of it,
# unless the model has one of its own. The layers after it take the more detail from PAN the blunter
# it is, and the more colour from MS the sharper; they are trained with a sharper one.
FEATURE_SHARPNESS = 1.92
# Where PAN varies by less than this share of MS's variance nothing there tells of a displacement
LEAST_SHOWN = 0.02
FAINT_VARIANCE = 1e-6  # of values of about [0, 1]; less is rounding
STILL = 8.0  # how far the logarithm of any displacement lies below that of none


class LocalResampler(nn.Module):
    """Convex-weighted resampling over a 9x9 window around every MS pixel.

    `f'(c; y, x) = sum_q M(q; y, x) * f(c; y + q//9 - 4, x + q%9 - 4)`, the edge replicated. The 81
    shifted copies come from one depth-wise convolution with one-hot kernels.
    """

    shifts: Tensor

    def __init__(self, channels: int) -> None:
        super().__init__()
        self.channels = channels
        count = WINDOW * WINDOW
        one_hot = torch.eye(count).reshape(count, 1, WINDOW, WINDOW)
        self.register_buffer("shifts", one_hot.repeat(channels, 1, 1, 1), persistent=False)

    def forward(self, features: Tensor, offset_map: Tensor) -> Tensor:
        """Resample `(N, channels, h, w)` with the probabilities `(N, 81, h, w)`."""
        p = WINDOW // 2
        padded = functional.pad(features, (p, p, p, p), mode="replicate")
        count = WINDOW * WINDOW
        shifted = displaced(padded, self.shifts)
        return torch.cat(
            [
                (shifted[:, c * count : (c + 1) * count] * offset_map).sum(dim=1, keepdim=True)
                for c in range(self.channels)
            ],
            dim=1,
        )


class Normalised(NamedTuple):
    """The inputs of the network proper, and MS's statistics, which lead back to values."""

    ms: Tensor  # x̂ (N, B, h, w)
    pan: Tensor  # p̂ (N, 1, H, W)
    ms_mean: Tensor  # μ(x) (N, B, h, w)
    ms_deviation: Tensor  # s(x) (N, B, h, w)
    pan_deviation: Tensor  # s(D_r[p]) (N, 1, h, w)


class Sharpened(NamedTuple):
    """All that the losses look at; the normalised domain unless said otherwise."""

    sharpened: Tensor  # y, values (N, B, H, W)
    sharpened_normalised: Tensor  # ŷ (N, B, H, W), by MS's statistics, realigned where they are
    aligned_normalised: Tensor  # â (N, B, h, w)
    pan_normalised: Tensor  # p̂ (N, 1, H, W)
    ms_normalised: Tensor  # x̂ (N, B, h, w)
    offset_map: Tensor  # M (N, 81, h, w), sums to 1 over its channels
    offset_logits: Tensor  # of the alignment alone: before matching, and before the softmax


class Normalisation(nn.Module):
    """Local normalisation of PAN and MS by 9x9 Gaussian statistics at MS size.

    `s(x) = sqrt(|G9[x²] - μ²| + 1e-4)`; the two images are treated each by itself.
    """

    def __init__(self, bands: int, ratio: int) -> None:
        super().__init__()
        self.ratio = ratio
        self.ms_window = Gaussian(9, bands)
        self.pan_window = Gaussian(9, 1)
        self.sensor_blur = Gaussian(3, 1, sigma=1 / ratio)
        self.smooth_ms = Gaussian(5, bands)
        self.smooth_pan = Gaussian(5, 1)

    def decimate(self, pan: Tensor) -> Tensor:
        """D_r: 3x3 Gaussian of sigma 1/r, then the r x r box mean onto the MS grid."""
        return functional.avg_pool2d(self.sensor_blur(pan), self.ratio)

    def expand(self, image: Tensor, smooth: Gaussian) -> Tensor:
        """U_r: nearest neighbour times r, then a 5x5 Gaussian at PAN size."""
        enlarged = functional.interpolate(image, scale_factor=self.ratio, mode="nearest")
        smoothed: Tensor = smooth(enlarged)
        return smoothed

    def expand_ms(self, image: Tensor, margin: int = 0) -> Tensor:
        """U_r of `(N, B, h, w)`, with `margin` PAN pixels (a multiple of r) trimmed off."""
        if margin == 0:
            return self.expand(image, self.smooth_ms)
        # one MS pixel more than needed, so that the filter never sees the cut
        image = trim(image, margin // self.ratio - 1)
        return trim(self.expand(image, self.smooth_ms), self.ratio)

    @staticmethod
    def statistics(image: Tensor, window: Gaussian) -> tuple[Tensor, Tensor]:
        """Return local mean and deviation, both of the image's shape."""
        mean = window(image)
        variance = (window(image * image) - mean * mean).abs()
        return mean, torch.sqrt(variance + STATISTICS_FLOOR)

    def forward(self, pan: Tensor, ms: Tensor) -> Normalised:
        """Normalise values in about [0, 1]."""
        ms_mean, ms_deviation = self.statistics(ms, self.ms_window)
        pan_mean, pan_deviation = self.statistics(self.decimate(pan), self.pan_window)
        mean = self.expand(pan_mean, self.smooth_pan)
        return Normalised(
            ms=(ms - ms_mean) / ms_deviation,
            pan=(pan - mean) / self.expand(pan_deviation, self.smooth_pan),
            ms_mean=ms_mean,
            ms_deviation=ms_deviation,
            pan_deviation=pan_deviation,
        )


def gradient_magnitude(pan: Tensor) -> Tensor:
    """Absolute forward differences, `(N, 1, H, W)` to `(N, 2, H, W)`, reflected at the end."""
    padded = functional.pad(pan, (0, 1, 0, 1), mode="reflect")
    down = pan - padded[:, :, 1:, :-1]
    right = pan - padded[:, :, :-1, 1:]
    return torch.cat([down, right], dim=1).abs()


class SipsaNet(nn.Module):
    """The feature alignment module (FAM) followed by the pan-sharpening module (PSM).

    Args:
        bands: number of MS bands, B.
        ratio: PAN pixels per MS pixel along one side, r.
        alignment_blocks: residual blocks of 81 channels in the alignment extractor.
        ms_blocks: residual blocks of 64 channels in the MS feature extractor.
        back_projection: Nyquist gain of the MS sensor, in (0, 1), for giving the result back what
            it lost of MS; none, and it stays as the authors' network makes it. MS is resampled by
            the offset map for it, so what moved stays where PAN has it.
        matching: whether the offset map is corrected by matching, for MS itself, and in part for
            its features; only before back-projection.
        coherent_detail: whether detail shared with PAN is raised, and noise damped, at inference;
            only before back-projection.
        realigned: whether the result gets local mean and deviation of MS where PAN has its
            features, instead of those of MS as it lies; only before back-projection.
        regression: whether back-projection regresses what is missing first.
        consensus: whether matching weighs a displacement by what is around, too.
        feature_sharpness: exponent on the map that resamples MS's features, where matching is sure
            of it.

    Raises:
        ValueError: matching, coherent detail, realigned statistics or regression without
            back-projection, or consensus without matching.
    """

    feature_sharpness: Tensor
    still: Tensor

    # MS pixels from which a block's neighbours no longer change the authors' network's result
    REACH = 32
    # The PAN-size tail: three 3x3 convolutions after the shuffle
    TAIL_REACH = 3

    def __init__(
        self,
        bands: int,
        ratio: int,
        alignment_blocks: int = 7,
        ms_blocks: int = 3,
        back_projection: float | None = None,
        matching: bool = False,
        coherent_detail: bool = False,
        realigned: bool = False,
        regression: bool = False,
        consensus: bool = False,
        feature_sharpness: float = FEATURE_SHARPNESS,
    ) -> None:
        super().__init__()
        if (matching or coherent_detail or realigned or regression) and back_projection is None:
            raise ValueError(
                "matching, coherent detail, realigned statistics and regression need "
                "back-projection"
            )
        if consensus and not matching:
            raise ValueError("consensus needs matching")
        self.bands = bands
        self.ratio = ratio
        # a constant of the file, for each model has its own
        self.register_buffer(
            "feature_sharpness", torch.full((1, 1, 1, 1), feature_sharpness), persistent=False
        )
        taps = WINDOW * WINDOW
        still = torch.full((1, taps, 1, 1), -STILL)
        still[:, taps // 2] = 0.0
        self.register_buffer("still", still, persistent=False)
        up = max(4, bands)
        activation = nn.LeakyReLU(SLOPE)
        self.normalisation = Normalisation(bands, ratio)
        self.unshuffle = PixelUnshuffle(ratio)
        self.alignment = nn.Sequential(
            nn.Conv2d(ratio * ratio + bands, 32, 9, padding=4),
            activation,
            nn.Conv2d(32, 32, 9, padding=4),
            Residual(32, SLOPE),
            activation,
            nn.Conv2d(32, taps, 3, padding=1),
            *[Residual(taps, SLOPE) for _ in range(alignment_blocks)],
            activation,
        )
        self.ms_features = nn.Sequential(
            nn.Conv2d(bands, 64, 3, padding=1), *[Residual(64, SLOPE) for _ in range(ms_blocks)]
        )
        self.resampler = LocalResampler(bands)
        self.aligned = nn.Conv2d(64, bands, 1)
        self.sharpening = nn.Sequential(
            nn.Conv2d(ratio * ratio + bands, 64, 3, padding=1),
            *[Residual(64, SLOPE) for _ in range(5)],
            nn.Conv2d(64, up * ratio * ratio, 3, padding=1),
            nn.PixelShuffle(ratio),
        )
        self.refinement = nn.Sequential(
            nn.Conv2d(up, 64, 3, padding=1), Residual(64, SLOPE), Residual(64, SLOPE)
        )
        self.output = nn.Conv2d(64 + 2, bands, 1)
        self.back_projection = (
            None
            if back_projection is None
            else BackProjection(ratio, bands, back_projection, regression)
        )
        self.detail = CoherentDetail(ratio, bands) if coherent_detail else None
        self.matching = (
            Matching(bands, ratio, WINDOW, STATISTICS_FLOOR, consensus=consensus)
            if matching
            else None
        )
        self.realigned = nn.Conv2d(bands, bands, 1) if realigned else None
        self.reset_parameters()

    @property
    def halo(self) -> int:
        """PAN pixels from which a block's neighbours no longer change its result."""
        of_matching = 0 if self.matching is None else self.matching.reach
        of_statistics = 0 if self.realigned is None else WINDOW // 2
        return (self.REACH + of_matching + of_statistics + self.finish_reach) * self.ratio

    @property
    def finish_reach(self) -> int:
        """MS pixels that what follows the authors' network looks around itself."""
        of_detail = 0 if self.detail is None else CoherentDetail.REACH
        return of_detail + (0 if self.back_projection is None else self.back_projection.reach)

    def reset_parameters(self, variance: float = 0.25) -> None:
        """Start from `variance` times Glorot's, biases 0, equal sub-pixels (ICNR).

        The authors use 0.1; 0.25 (half of Glorot's spread) trains in far fewer steps.
        """
        for module in self.modules():
            if isinstance(module, nn.Conv2d):
                fan_in, fan_out = nn.init._calculate_fan_in_and_fan_out(module.weight)
                bound = (3 * variance / ((fan_in + fan_out) / 2)) ** 0.5
                nn.init.uniform_(module.weight, -bound, bound)
                if module.bias is not None:
                    nn.init.zeros_(module.bias)
        before_shuffle = self.sharpening[-2]
        if not isinstance(before_shuffle, nn.Conv2d):
            raise TypeError("the shuffle must follow a convolution")
        shuffled = before_shuffle.weight
        with torch.no_grad():
            # channels of pixel_shuffle are ordered (c, i, j): the sub-pixels of a channel adjoin
            phases = self.ratio * self.ratio
            shuffled.copy_(shuffled[::phases].repeat_interleave(phases, dim=0))
        if self.matching is not None:
            self.matching.reset_parameters()
        if self.realigned is not None:
            nn.init.zeros_(self.realigned.weight)

    def align(self, net_input: Tensor, ms: Tensor) -> tuple[Tensor, Tensor]:
        """FAM: return the aligned MS `(N, B, h, w)` and the offset map `(N, 81, h, w)`.

        The 1x1 projection is applied before the resampling and its bias after it: both are
        linear and act on different axes, so the result is the same for a tenth of the work.
        """
        return self.resample(self.alignment(net_input), ms)

    def resample(self, logits: Tensor, ms: Tensor) -> tuple[Tensor, Tensor]:
        """Return what `align` does, from the alignment extractor's result `(N, 81, h, w)`."""
        projected = functional.conv2d(self.ms_features(ms), self.aligned.weight)
        with without_autocast(ms):
            offset_map = full_precision(logits).softmax(dim=1)
            resampled = self.resampler(full_precision(projected), offset_map)
            return resampled + self.bias_map(), offset_map

    def bias_map(self) -> Tensor:
        """Return the projection's bias as `(1, B, 1, 1)`."""
        bias = self.aligned.bias
        if bias is None:
            raise ValueError("the projection of the aligned MS needs its bias")
        return bias.reshape(1, -1, 1, 1)

    def sharpen(self, pan: Tensor, unshuffled: Tensor, aligned: Tensor, margin: int) -> Tensor:
        """PSM: return ŷ `(N, B, H - 2*margin, W - 2*margin)`."""
        features = self.sharpening(torch.cat([unshuffled, aligned], dim=1))
        # whole MS pixels that cover the reach of the layers at PAN size
        tail = -(-self.TAIL_REACH // self.ratio) * self.ratio if margin else 0
        refined = self.refinement(trim(features, margin - tail))
        edges = trim(gradient_magnitude(trim(pan, margin - tail)), tail)
        # in the features' precision, or all 64 of them would be made as wide as the two edges
        parts = [trim(refined, tail), edges.to(refined.dtype)]
        sharpened: Tensor = self.output(torch.cat(parts, dim=1))
        return sharpened

    def forward(self, pan: Tensor, ms: Tensor, margin: int = 0) -> Tensor:
        """Sharpen: PAN `(N, 1, r*h, r*w)`, MS `(N, B, h, w)`, values in about [0, 1].

        With a `margin` (PAN pixels, a multiple of r, 0 or at least 2r) the result lacks that
        margin on every side; the work at PAN size is then done for the rest alone.
        """
        return self.forward_all(pan, ms, margin).sharpened

    def forward_all(self, pan: Tensor, ms: Tensor, margin: int = 0) -> Sharpened:
        """Like `forward`, with the intermediate images that the losses look at."""
        with without_autocast(ms):
            normalised = self.normalisation(pan, ms)
        unshuffled = self.unshuffle(normalised.pan)
        logits = self.alignment(torch.cat([unshuffled, normalised.ms], dim=1))
        of_features, of_ms = self.correct(logits, unshuffled, normalised)
        aligned, offset_map = self.resample(of_features, normalised.ms)
        local_mean, local_deviation = normalised.ms_mean, normalised.ms_deviation
        guide, seen = aligned, None
        if self.realigned is not None:
            with without_autocast(ms):
                seen = self.resample_ms(of_ms, ms, 0)
                statistics = self.normalisation.statistics
                local_mean, local_deviation = statistics(seen, self.normalisation.ms_window)
                renewed = (seen - local_mean) / local_deviation
            guide = aligned + full_precision(self.realigned(renewed))
        expand = self.normalisation.expand_ms
        inner = margin - self.finish_reach * self.ratio if margin else 0
        result = full_precision(self.sharpen(normalised.pan, unshuffled, guide, inner))
        with without_autocast(ms):
            deviation = expand(local_deviation, inner)
            mean = expand(local_mean, inner)
            values = result * deviation + mean
            if self.detail is not None and not self.training:
                # at inference alone: training would learn to undo it
                values = self.detail(values, trim(pan, inner))
            if self.back_projection is not None:
                kept = inner // self.ratio
                there = self.resample_ms(of_ms, ms, kept) if seen is None else trim(seen, kept)
                values = self.back_projection(values, there)
                result = (values - mean) / deviation
        rest = margin - inner
        return Sharpened(
            sharpened=trim(values, rest),
            sharpened_normalised=trim(result, rest),
            aligned_normalised=aligned,
            pan_normalised=normalised.pan,
            ms_normalised=normalised.ms,
            offset_map=offset_map,
            offset_logits=logits,
        )

    def correct(
        self, logits: Tensor, unshuffled: Tensor, normalised: Normalised
    ) -> tuple[Tensor, Tensor]:
        """Return the logarithms of the maps for MS's features and for MS itself `(N, 81, h, w)`."""
        if self.matching is None:
            return logits, OFFSET_SHARPNESS * full_precision(logits)
        corrected, sure = self.matching(
            full_precision(logits),
            unshuffled,
            normalised.pan_deviation,
            normalised.ms,
            normalised.ms_deviation,
            self.resampler.shifts[: WINDOW * WINDOW],
        )
        shown = self.shown(normalised)
        corrected = shown * corrected + (1 - shown) * self.still
        # flat ground keeps its blunt map, which smooths noise
        sharper = self.feature_sharpness * sure + (1 - sure)
        return sharper * corrected, OFFSET_SHARPNESS * corrected

    @staticmethod
    def shown(normalised: Normalised) -> Tensor:
        """Return how far PAN can tell of displacements `(N, 1, h, w)`: 1 but where it is constant.

        Where PAN has no contrast and MS has, as on clouds that saturate PAN, any displacement would
        fit as well.
        """
        deviation = normalised.ms_deviation.mean(dim=1, keepdim=True)
        of_ms, of_pan = (
            functional.relu(s * s - STATISTICS_FLOOR) for s in (deviation, normalised.pan_deviation)
        )
        share = (of_pan + FAINT_VARIANCE) / (LEAST_SHOWN * of_ms + FAINT_VARIANCE)
        shown: Tensor = 1 - functional.relu(1 - share)
        return shown

    def resample_ms(self, logits: Tensor, ms: Tensor, margin: int) -> Tensor:
        """Return MS itself, in values, with its features where PAN has them.

        The map `(N, 81, h, w)` is a sharp one: tails, which the features get over, would blur.
        `margin` MS pixels are trimmed off every side.
        """
        reach = WINDOW // 2 if margin else 0
        kept = margin - reach
        resampled = self.resampler(trim(ms, kept), trim(logits, kept).softmax(dim=1))
        return trim(resampled, reach)
