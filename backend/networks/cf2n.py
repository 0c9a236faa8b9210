"""CF2N: cross-domain frequency fusion for pansharpening; re-implemented after its published figure.

Liu, Zhang, Wang, Xiang, Xie, Geo-spatial Information Science 2024,
doi 10.1080/10095020.2024.2416899. The authors' network file was never published: channel counts,
the meaning of the k x k kernels and the fusion weights are this project's decisions (see
`docs/networks.md`). Symbols: `B` bands, `C` channels, `n` fusion modules, `m` injections, PAN
`P (N, 1, H, W)`, interpolated MS `M↑ (N, B, H, W)`; H and W even.
"""

from __future__ import annotations

import torch
from torch import Tensor, nn
from torch.nn import functional

from qgis_pansharp.backend.networks.layers import full_precision, trim, without_autocast

SLOPE = 0.2


def conv3x3(inputs: int, outputs: int) -> nn.Conv2d:
    """Return the convolution that every block uses: 3x3, zero padding, bias."""
    return nn.Conv2d(inputs, outputs, 3, padding=1)


class ResidualBlock(nn.Module):
    """RB: a convolution, then `[Conv, LReLU, Conv]` with a skip from after the first."""

    def __init__(self, inputs: int, channels: int) -> None:
        super().__init__()
        self.first = conv3x3(inputs, channels)
        self.second = conv3x3(channels, channels)
        self.third = conv3x3(channels, channels)

    def forward(self, image: Tensor) -> Tensor:
        """`(N, inputs, H, W)` to `(N, channels, H, W)`."""
        features: Tensor = self.first(image)
        detail: Tensor = self.third(functional.leaky_relu(self.second(features), SLOPE))
        return features + detail


class AdaptiveWeightedFusion(nn.Module):
    """AWF: `g*a + (1-g)*b` with `g = sigmoid(W[a; b] + β)`, W a 1x1 convolution.

    W acts on a and b apart, which equals the concatenation without holding it. Starts at equal
    weights for `bias=0`, and with the first input's weight at `sigmoid(bias)` otherwise.
    """

    def __init__(self, channels: int, bias: float = 0.0) -> None:
        super().__init__()
        self.of_first = nn.Conv2d(channels, channels, 1)
        self.of_second = nn.Conv2d(channels, channels, 1, bias=False)
        self.start = bias

    def forward(self, a: Tensor, b: Tensor) -> Tensor:
        """Fuse two tensors of one shape `(N, C, ., .)`."""
        gate = torch.sigmoid(self.of_first(a) + self.of_second(b))
        return b + gate * (a - b)


class Haar(nn.Module):
    """The orthonormal Haar transform of one level and its inverse, which is a pixel-shuffle.

    In a 2x2 block a is top left, b bottom left, c top right, d bottom right.
    """

    order: Tensor

    def __init__(self, channels: int) -> None:
        super().__init__()
        # from the four sub-pixels one after another to pixel_shuffle's (channel, row, column)
        order = torch.arange(4 * channels).reshape(4, channels).t().reshape(-1)
        self.register_buffer("order", order, persistent=False)

    @staticmethod
    def forward(image: Tensor) -> tuple[Tensor, Tensor, Tensor, Tensor]:
        """`(N, C, H, W)` to LL, HL, LH, HH, each `(N, C, H/2, W/2)`; H and W even."""
        a, b = image[:, :, 0::2, 0::2], image[:, :, 1::2, 0::2]
        c, d = image[:, :, 0::2, 1::2], image[:, :, 1::2, 1::2]
        left, right = a + b, c + d
        left_slope, right_slope = b - a, d - c
        return (
            (left + right) / 2,
            (right - left) / 2,
            (left_slope + right_slope) / 2,
            (right_slope - left_slope) / 2,
        )

    def inverse(self, ll: Tensor, hl: Tensor, lh: Tensor, hh: Tensor) -> Tensor:
        """Undo `forward`."""
        low, high = ll - hl, lh - hh
        a, b = (low - high) / 2, (low + high) / 2
        low, high = ll + hl, lh + hh
        c, d = (low - high) / 2, (low + high) / 2
        blocks = torch.cat([a, c, b, d], dim=1).index_select(1, self.order)
        return functional.pixel_shuffle(blocks, 2)


def high_pass(image: Tensor) -> Tensor:
    """`x` minus its 5x5 box mean, reflected at the border."""
    return image - functional.avg_pool2d(functional.pad(image, (2, 2, 2, 2), mode="reflect"), 5, 1)


def strongest_and_mean(*features: Tensor) -> Tensor:
    """Channel maximum (HF) and mean (LF) over all the features: `(N, 2, H, W)`."""
    strongest = features[0].amax(dim=1, keepdim=True)
    mean = features[0].mean(dim=1, keepdim=True)
    for more in features[1:]:
        strongest = torch.maximum(strongest, more.amax(dim=1, keepdim=True))
        mean = mean + more.mean(dim=1, keepdim=True)
    return torch.cat([strongest, mean / len(features)], dim=1)


class AdaptiveConvolution(nn.Module):
    """AConv: `y_c(u) = γ_c(u) * sum_p e_p(u) * w_c(p) * F_c(u + p)` over a k x k window.

    The kernel generated per pixel, `e_p(u) * γ_c(u)`, modulates a learned depth-wise weight w,
    which starts at four times the identity because e and γ start at one half.
    """

    def __init__(self, channels: int, size: int) -> None:
        super().__init__()
        self.size = size
        self.weight = nn.Parameter(torch.zeros(size * size, channels))

    def reset_parameters(self) -> None:
        """Start as the identity for kernels of one half."""
        nn.init.zeros_(self.weight)
        with torch.no_grad():
            self.weight[self.size * self.size // 2] = 4.0

    def forward(self, features: Tensor, kernel: Tensor, gain: Tensor) -> Tensor:
        """Features `(N, C, H, W)`, kernel `(N, k*k, H, W)`, gain `(N, C, H, W or 1)`."""
        reach = self.size // 2
        padded = functional.pad(features, (reach, reach, reach, reach), mode="replicate")
        return self.filter(padded, kernel.to(features.dtype), gain.to(features.dtype))

    def filter(self, padded: Tensor, kernel: Tensor, gain: Tensor) -> Tensor:
        """Weigh the shifted features, padded by `k // 2`; training may compile this."""
        k = self.size
        weights = self.weight.to(padded.dtype).reshape(k * k, 1, -1, 1, 1)
        total = torch.zeros(())  # replaced by the first tap
        for p in range(k * k):
            row, column = divmod(p, k)
            # ends counted from the far edge keep the exported slices free of sizes
            bottom, right = row + 1 - k or None, column + 1 - k or None
            shifted = padded[:, :, row:bottom, column:right]
            tap = (shifted * weights[p]) * kernel[:, p : p + 1]
            total = tap if p == 0 else total + tap
        return total * gain


class SpectralAttention(nn.Module):
    """SDA: the channel kernel κ_s from global maximum and mean of the MS features.

    Trained with pooling over a whole patch. At inference, `window` cells of `CELL` pixels around
    each cell replace the patch, and the kernel is interpolated from cell centres back to pixels;
    a block whose origin is a multiple of `CELL` in the scene then agrees with its neighbours.
    """

    CELL = 8
    WINDOW = 7

    def __init__(self, channels: int) -> None:
        super().__init__()
        self.windowed = False
        self.conv = conv3x3(channels, channels)
        self.squeeze = nn.Conv2d(channels, channels // 4, 1, bias=False)
        self.excite = nn.Conv2d(channels // 4, channels, 1, bias=False)
        self.fusion = AdaptiveWeightedFusion(channels)

    def bottleneck(self, pooled: Tensor) -> Tensor:
        """fc: C to C/4, ReLU, C/4 to C, shared by both poolings."""
        excited: Tensor = self.excite(functional.relu(self.squeeze(pooled)))
        return excited

    def pool(self, features: Tensor) -> tuple[Tensor, Tensor]:
        """Return maximum and mean: `(N, C, 1, 1)`, or a value per cell where windowed."""
        if not self.windowed:
            return features.amax(dim=(2, 3), keepdim=True), features.mean(dim=(2, 3), keepdim=True)
        reach = self.WINDOW // 2
        strongest = functional.max_pool2d(
            functional.max_pool2d(features, self.CELL), self.WINDOW, stride=1, padding=reach
        )
        mean = functional.avg_pool2d(features, self.CELL)
        mean = functional.avg_pool2d(
            mean, self.WINDOW, stride=1, padding=reach, count_include_pad=False
        )
        return strongest, mean

    def forward(self, ms_features: Tensor) -> Tensor:
        """F^s `(N, C, H, W)` to κ_s: `(N, C, 1, 1)` or `(N, C, H/CELL, W/CELL)`."""
        strongest, mean = self.pool(full_precision(self.conv(ms_features)))
        return torch.sigmoid(self.fusion(self.bottleneck(strongest), self.bottleneck(mean)))

    def at_pixels(self, kernel: Tensor, margin: int) -> Tensor:
        """Interpolate κ_s from cells to pixels, `margin` pixels of the image trimmed off."""
        if not self.windowed:
            return kernel
        if margin:
            # one cell more than needed, for the interpolation
            spare = max(0, margin // self.CELL - 1)
            kernel = trim(kernel, spare)
            margin -= spare * self.CELL
        pixels = functional.interpolate(
            kernel, scale_factor=self.CELL, mode="bilinear", align_corners=False
        )
        return trim(pixels, margin)


class FrequencySpectralFusion(nn.Module):
    """FSCFM: generate kernels from frequency (FDA, FSM) and spectrum (SDA), filter twice."""

    REACH_TO_MIDDLE = 4  # FDA: a residual block and one convolution
    REACH = REACH_TO_MIDDLE + 5  # FSM: 3x3, 3x3 dilated by 3, 3x3

    def __init__(self, channels: int, size: int) -> None:
        super().__init__()
        self.frequency_features = ResidualBlock(channels, channels)
        self.frequency_kernel = conv3x3(2, size * size)
        self.spectral_attention = SpectralAttention(channels)
        self.first_filter = AdaptiveConvolution(channels, size)
        self.near = nn.Conv2d(channels, channels, 3, padding=1, groups=channels)
        self.far = nn.Conv2d(channels, channels, 3, padding=3, dilation=3, groups=channels)
        self.gates = conv3x3(2, 2)
        self.gate_fusion = AdaptiveWeightedFusion(channels)
        self.second_kernel = conv3x3(2, size * size)
        self.second_filter = AdaptiveConvolution(channels, size)

    def forward(self, features: Tensor, channel_kernel: Tensor) -> Tensor:
        """F_i `(N, C, H, W)` and κ_s at its pixels (or `(N, C, 1, 1)`) to F_out."""
        detail = strongest_and_mean(self.frequency_features(features))
        kernel = torch.sigmoid(self.frequency_kernel(detail))
        middle = self.first_filter(features, kernel, channel_kernel)

        near = self.near(middle)
        far = self.far(near)
        context = strongest_and_mean(near, far)
        gates = torch.sigmoid(self.gates(context))
        injection = 2 * torch.sigmoid(self.gate_fusion(gates[:, :1] * near, gates[:, 1:] * far))
        kernel = torch.sigmoid(self.second_kernel(context))
        filtered: Tensor = self.second_filter(middle, kernel, channel_kernel * injection)
        return filtered


class DetailInjection(nn.Module):
    """MDI: fuse the high-passed PAN and MS into features h_j."""

    REACH = 2 + 3

    def __init__(self, bands: int, channels: int) -> None:
        super().__init__()
        self.of_pan = ResidualBlock(1, channels)
        self.of_ms = ResidualBlock(bands, channels)
        self.fusion = AdaptiveWeightedFusion(channels)

    def forward(self, pan_detail: Tensor, ms_detail: Tensor) -> Tensor:
        """High-passed PAN and M↑ to `(N, C, H, W)`."""
        fused: Tensor = self.fusion(self.of_pan(pan_detail), self.of_ms(ms_detail))
        return fused


class Cf2n(nn.Module):
    """Frequency reconstruction, then n cascaded fusion modules with m injections.

    Args:
        bands: number of MS bands, B.
        channels: feature channels, C (a multiple of 4).
        size: side of the generated kernels, k (1 gives plain attention maps).
        fusions: number of fusion modules, n.
        injections: number of detail injections, m; at most n.
        regressed_share: of the detail of a finished model that is not the network's own but
            regressed (`networks/regressed_detail.py`), in [0, 1).
    """

    regressed_share: Tensor

    HEAD_REACH = 6  # residual block 3, Haar 1, decode 1, encode 1
    TAIL_REACH = 2

    def __init__(
        self,
        bands: int,
        channels: int = 32,
        size: int = 3,
        fusions: int = 4,
        injections: int = 3,
        regressed_share: float = 0.0,
    ) -> None:
        super().__init__()
        # a constant of the file, for each model has its own
        self.register_buffer(
            "regressed_share", torch.full((1, 1, 1, 1), regressed_share), persistent=False
        )
        if injections > fusions:
            raise ValueError(f"injections must not exceed fusions ({fusions}), got {injections}")
        self.bands = bands
        self.fusions = fusions
        self.pan_head = ResidualBlock(1, channels)
        self.ms_head = ResidualBlock(bands, channels)
        self.haar = Haar(channels)
        self.subband_fusion = nn.ModuleList(AdaptiveWeightedFusion(channels) for _ in range(4))
        self.high_fusion = AdaptiveWeightedFusion(channels, bias=2.0)
        self.low_fusion = AdaptiveWeightedFusion(channels, bias=2.0)
        self.detail = conv3x3(channels, bands)
        self.encode = conv3x3(bands, channels)
        self.fusion = nn.ModuleList(FrequencySpectralFusion(channels, size) for _ in range(fusions))
        self.injection = nn.ModuleList(DetailInjection(bands, channels) for _ in range(injections))
        self.iteration = nn.ModuleList(conv3x3(channels, channels) for _ in range(fusions - 1))
        self.injection_gain = nn.Parameter(torch.zeros(injections))
        self.decode_features = conv3x3(channels, channels)
        self.decode = conv3x3(channels, bands)
        self.reset_parameters()

    def reset_parameters(self) -> None:
        """Truncated normal by fan-in, biases 0; gates at equal weights; no detail at first."""
        for module in self.modules():
            if isinstance(module, nn.Conv2d):
                fan_in, _ = nn.init._calculate_fan_in_and_fan_out(module.weight)
                deviation = fan_in**-0.5
                nn.init.trunc_normal_(
                    module.weight, std=deviation, a=-2 * deviation, b=2 * deviation
                )
                if module.bias is not None:
                    nn.init.zeros_(module.bias)
        for module in self.modules():
            if isinstance(module, AdaptiveWeightedFusion):
                nn.init.zeros_(module.of_first.weight)
                nn.init.zeros_(module.of_second.weight)
                if module.of_first.bias is not None:
                    nn.init.constant_(module.of_first.bias, module.start)
            elif isinstance(module, AdaptiveConvolution):
                module.reset_parameters()
        nn.init.constant_(self.injection_gain, 0.5)
        nn.init.zeros_(self.decode.weight)

    def pool_by_window(self, windowed: bool = True) -> None:
        """Choose windowed pooling (inference on any size) or whole-patch pooling (training)."""
        for module in self.modules():
            if isinstance(module, SpectralAttention):
                module.windowed = windowed

    def scale_detail(self, factor: float) -> None:
        """Multiply what is added to the interpolated MS, once and for all, by a positive factor."""
        with torch.no_grad():
            self.decode.weight.mul_(factor)
            if self.decode.bias is not None:
                self.decode.bias.mul_(factor)

    def fusion_modules(self) -> list[FrequencySpectralFusion]:
        """Return the cascade in its order."""
        return [m for m in self.fusion if isinstance(m, FrequencySpectralFusion)]

    def reach_after(self, index: int) -> int:
        """Pixels that fusion module `index`'s input is read beyond the result."""
        following = self.fusions - 1 - index
        return following * (FrequencySpectralFusion.REACH + 1) + (
            FrequencySpectralFusion.REACH + self.TAIL_REACH
        )

    @property
    def reach(self) -> int:
        """Receptive field's radius in PAN pixels, without the pooling (even)."""
        needed = self.reach_after(0) + self.HEAD_REACH
        return needed + needed % 2

    @property
    def halo(self) -> int:
        """Pixels around a block beyond which nothing changes its result, pooling included.

        The first filter uses κ_s furthest out; there a window of cells is seen through the
        interpolation between two cell centres, and each of its pixels through the MS head and
        the attention's own convolution.
        """
        cell, window = SpectralAttention.CELL, SpectralAttention.WINDOW
        furthest = self.reach_after(0) - FrequencySpectralFusion.REACH_TO_MIDDLE
        return furthest + (window // 2 + 2) * cell - 1 + 4

    def reconstruct(self, pan: Tensor, ms_features: Tensor) -> Tensor:
        """FD2R: the detail image D `(N, B, H, W)` from the fused sub-bands."""
        of_pan = self.haar(self.pan_head(pan))
        of_ms = self.haar(ms_features)
        ll, hl, lh, hh = (fuse(a, b) for fuse, a, b in zip(self.subband_fusion, of_pan, of_ms))
        hh = self.high_fusion(hh, (hl + lh) / 2)
        ll = self.low_fusion(ll, hh)
        detail: Tensor = self.detail(self.haar.inverse(ll, hl, lh, hh))
        return detail

    def forward(self, pan: Tensor, ms_up: Tensor, margin: int = 0) -> Tensor:
        """Sharpen: PAN `(N, 1, H, W)`, interpolated MS `(N, B, H, W)`, values in about [0, 1].

        With a `margin` (pixels; 0, or at least `reach` and a multiple of the pooling cell) the
        result lacks that margin on every side, and each stage works on no more than the next
        one needs.
        """
        ms_features = self.ms_head(ms_up)
        modules = self.fusion_modules()
        channel_kernels = [module.spectral_attention(ms_features) for module in modules]

        # `held` counts the pixels still held beyond the result
        held = min(margin, self.reach)
        pan, ms_up = trim(pan, margin - held), trim(ms_up, margin - held)
        detail = self.reconstruct(pan, trim(ms_features, margin - held))
        features: Tensor = functional.leaky_relu(self.encode(detail), SLOPE)
        with without_autocast(ms_up):
            pan_detail, ms_detail = high_pass(pan), high_pass(ms_up)

        features, held = self.trim_to(features, held, self.reach_after(0))
        for i, module in enumerate(modules):
            kernel = module.spectral_attention.at_pixels(channel_kernels[i], margin - held)
            features = module(features, kernel)
            injected = None
            if i < len(self.injection):
                spare = self.reach - held if margin else 0
                spare -= min(spare, DetailInjection.REACH)
                injected = self.injection[i](trim(pan_detail, spare), trim(ms_detail, spare))
                injected = trim(injected, (self.reach - held if margin else 0) - spare)
                injected = self.injection_gain[i] * injected
            if i < self.fusions - 1:
                refined = self.iteration[i](functional.leaky_relu(features, SLOPE))
                features = features + refined
            if injected is not None:
                features = features + injected
            if i < self.fusions - 1:
                features, held = self.trim_to(features, held, self.reach_after(i + 1))
        features = functional.leaky_relu(self.decode_features(features), SLOPE)
        residual = trim(full_precision(self.decode(features)), held)
        return trim(ms_up, min(margin, self.reach)) + residual

    @staticmethod
    def trim_to(features: Tensor, held: int, wanted: int) -> tuple[Tensor, int]:
        """Drop what lies further out than `wanted`; return the features and what is held."""
        wanted = min(held, wanted)
        return trim(features, held - wanted), wanted
