"""What a training step is: one Lightning module a network, figures logged with their step."""

from __future__ import annotations

import math
from typing import Any

import lightning
import torch
from torch import Tensor, nn
from torch.nn import functional

from qgis_pansharp.backend.networks import Cf2n, SipsaNet
from qgis_pansharp.backend.networks.layers import CubicEnlargement, full_precision
from qgis_pansharp.backend.networks.sipsanet import FEATURE_SHARPNESS, STATISTICS_FLOOR, WINDOW
from training.losses import (
    authors_shift_loss,
    band_edge_loss,
    degrade_by_mtf,
    edge_loss,
    edge_magnitude_loss,
    local_correlation_loss,
    offset_loss,
    relative_loss,
    shift_invariant_loss,
)
from training.optimiser import Muon
from training.pairs import FULL, REDUCED
from training.samples import HIDDEN

Batch = dict[str, Tensor]
# standard deviation of PAN, in values, from which a place says where it lies
CLEAR_CONTRAST = 0.02
WELL_REGISTERED = 0.3  # MS pixels; colours of such pairs may be compared place by place
FAINT = 0.003  # deviation, in values, that is little more than noise
LARGEST_SQUARE = 25.0  # of an error in deviations; more is wrong all the same
MOVED = 0.5  # MS pixels that something lies off the rest of its sample


class SharpeningModule(lightning.LightningModule):
    """AdamW with linear warm-up and cosine decay over `steps` steps.

    With a `milestone` (share of the steps) the rate falls to `milestone_factor` there instead.
    With a `kernel_rate` the kernels of convolutions are Muon's (`training.optimiser`).
    """

    def __init__(
        self,
        network: nn.Module,
        rate: float,
        weight_decay: float,
        steps: int,
        warm_up: int,
        milestone: float | None = None,
        milestone_factor: float = 0.1,
        kernel_rate: float | None = None,
    ) -> None:
        super().__init__()
        self.network = network
        self.rate = rate
        self.kernel_rate = kernel_rate
        self.weight_decay = weight_decay
        self.steps = steps
        self.warm_up = warm_up
        self.milestone = milestone
        self.milestone_factor = milestone_factor

    def rate_factor(self, step: int) -> float:
        """Share of the full rate at a step."""
        if step < self.warm_up:
            return (step + 1) / self.warm_up
        if self.milestone is not None:
            return 1.0 if step < self.milestone * self.steps else self.milestone_factor
        progress = min(1.0, (step - self.warm_up) / max(1, self.steps - self.warm_up))
        return 0.01 + 0.99 * 0.5 * (1 + math.cos(math.pi * progress))

    def configure_optimizers(self) -> Any:
        """Return optimiser and schedule."""
        optimiser: torch.optim.Optimizer
        if self.kernel_rate is None:
            optimiser = torch.optim.AdamW(
                self.network.parameters(), lr=self.rate, weight_decay=self.weight_decay
            )
        else:
            optimiser = Muon(self.network, self.rate, self.kernel_rate, self.weight_decay)
        schedule = torch.optim.lr_scheduler.LambdaLR(optimiser, self.rate_factor)
        return {
            "optimizer": optimiser,
            "lr_scheduler": {"scheduler": schedule, "interval": "step"},
        }


def hidden(batch: Batch) -> Tensor:
    """Say of MS pixels `(N, 1, h, w)` whether MS nowhere shows what PAN shows there."""
    return batch["displacement"].abs().amax(dim=1, keepdim=True) > HIDDEN / 2


class SipsaNetTraining(SharpeningModule):
    """Edges from PAN and colours from MS, at full resolution without reference; truth below it.

    At full resolution the sharpened image is brought to MS size by the sensor's MTF before its
    colours are compared, up to a displacement: MS says nothing about finer detail. At reduced
    resolution the truth is known although MS is displaced, which teaches the alignment.
    """

    def __init__(
        self,
        bands: int = 4,
        ratio: int = 4,
        visible_bands: tuple[int, ...] = (0, 1, 2),
        edge_weight: float = 40.0,
        colour_weight: float = 20.0,
        straight_colour_weight: float = 0.0,
        aligned_edge_weight: float = 10.0,
        aligned_colour_weight: float = 5.0,
        band_edge_weight: float = 0.0,
        correlation_weight: float = 0.0,
        truth_weight: float = 0.0,
        aligned_truth_weight: float = 0.0,
        offset_weight: float = 0.0,
        alignment_only: bool = False,
        price: float = 0.05,
        moved_weight: float = 0.0,
        still_weight: float = 1.0,
        authors_losses: bool = False,
        back_projection: float | None = None,
        matching: bool = False,
        matching_only: bool = False,
        match_squares_weight: float = 0.0,
        match_offset_weight: float = 0.0,
        coherent_detail: bool = False,
        realigned: bool = False,
        regression: bool = False,
        consensus: bool = False,
        feature_sharpness: float = FEATURE_SHARPNESS,
        frozen: tuple[str, ...] = (),
        rate: float = 3e-4,
        weight_decay: float = 1e-3,
        steps: int = 10_000,
        warm_up: int = 100,
        milestone: float | None = None,
        variance: float | None = None,
    ) -> None:
        network = SipsaNet(
            bands,
            ratio,
            back_projection=back_projection,
            matching=matching,
            coherent_detail=coherent_detail,
            realigned=realigned,
            regression=regression,
            consensus=consensus,
            feature_sharpness=feature_sharpness,
        )
        super().__init__(network, rate, weight_decay, steps, warm_up, milestone)
        self.save_hyperparameters()
        if variance is not None:
            self.sipsanet.reset_parameters(variance)
        self.visible_bands = list(visible_bands)
        self.weights = {
            "edges": edge_weight,
            "band_edges": band_edge_weight,
            "correlation": correlation_weight,
            "colours": colour_weight,
            "straight_colours": straight_colour_weight,
            "aligned_edges": aligned_edge_weight,
            "aligned_colours": aligned_colour_weight,
            "truth": truth_weight,
            "aligned_truth": aligned_truth_weight,
            "offsets": offset_weight,
            "aligned_offsets": offset_weight,
            "match": 1.0,  # it alone has no weight of its own
            "match_squares": match_squares_weight,
            "match_offsets": match_offset_weight,
        }
        self.alignment_only = alignment_only
        self.price = price
        self.moved_weight = moved_weight
        self.still_weight = still_weight
        self.matching_only = matching_only
        if matching_only:
            if network.matching is None:
                raise ValueError("there is no matching to train; set matching as well")
            network.requires_grad_(False)
            network.matching.requires_grad_(True)
        elif alignment_only:
            # Several devices wait for the gradients of all that is trained. The last two have none
            # without a stream that knows the truth: `frozen` has to name them then.
            network.requires_grad_(False)
            for trained in (network.alignment, network.ms_features, network.aligned):
                trained.requires_grad_(True)
        for part in frozen:
            network.get_submodule(part).requires_grad_(False)
        self.authors_losses = authors_losses

    @property
    def sipsanet(self) -> SipsaNet:
        """The network by its type."""
        if not isinstance(self.network, SipsaNet):
            raise TypeError("this module trains SIPSA-Net")
        return self.network

    def offset_loss(self, logits: Tensor, batch: Batch) -> Tensor:
        """Compare the offset map with the known displacement, where PAN has contrast."""
        normalise = self.sipsanet.normalisation
        small_pan = normalise.decimate(batch["pan"])
        _, deviation = normalise.statistics(small_pan, normalise.pan_window)
        contrast = (deviation * deviation - STATISTICS_FLOOR).clamp_min(0)
        weight = contrast / (contrast + CLEAR_CONTRAST**2) * self.emphasis(batch)
        weight = weight * ~hidden(batch)
        return offset_loss(logits, batch["displacement"], weight, WINDOW // 2)

    def emphasis(self, batch: Batch) -> Tensor:
        """Weigh MS pixels `(N, 1, h, w)`: what moved on its own is rare, and the hardest."""
        displacement = batch["displacement"]
        usual = displacement.flatten(2).median(dim=2).values[:, :, None, None]
        moved = (displacement - usual).abs().amax(dim=1, keepdim=True) > MOVED
        return 1 + self.moved_weight * moved.to(displacement)

    def wanted_alignment(self, batch: Batch) -> Tensor:
        """Return the true aligned MS `(N, B, h, w)` as the network normalises its result.

        By the statistics with which that is brought back to values.
        """
        normalise = self.sipsanet.normalisation
        given = batch["ms" if self.sipsanet.realigned is None else "aligned"]
        mean, deviation = normalise.statistics(given, normalise.ms_window)
        wanted: Tensor = (batch["aligned"] - mean) / deviation
        return wanted

    def matching_losses(self, batch: Batch) -> dict[str, Tensor]:
        """Return the terms of MS resampled as back-projection wants it; all else stays as it is.

        Errors count by the local deviation of MS, down to little more than noise: the indices of
        full resolution weigh flat ground as much as any. Where nothing was displaced, nothing may
        move. Pairs that are crooked themselves do not tell what is right.

        Where a sharp map is sure and wrong, errors of what it fetches have no gradient left; the
        cross-entropy of the map against the displacement has.
        """
        network = self.sipsanet
        normalise = network.normalisation
        device = batch["ms"].device.type
        with torch.no_grad():
            with torch.autocast(device, enabled=False):
                normalised = normalise(batch["pan"], batch["ms"])
            unshuffled = network.unshuffle(normalised.pan)
            logits = network.alignment(torch.cat([unshuffled, normalised.ms], dim=1))
        with torch.autocast(device, enabled=False):
            _, of_ms = network.correct(logits, full_precision(unshuffled), normalised)
            seen = network.resample_ms(of_ms, batch["ms"], 0)
            _, deviation = normalise.statistics(batch["aligned"], normalise.ms_window)
            variance = (deviation * deviation - STATISTICS_FLOOR).clamp_min(0)
            error = (seen - batch["aligned"]) / (variance + FAINT**2).sqrt()
            displacement = batch["displacement"].abs().amax(dim=1, keepdim=True)
            covered = hidden(batch)
            told = ((displacement < WINDOW // 2 + MOVED) | covered).to(error)
            still = displacement.amax(dim=(2, 3), keepdim=True) < WELL_REGISTERED
            weight = told * self.emphasis(batch) * torch.where(still, self.still_weight, 1.0)
            if "truth" not in batch:
                weight = (
                    weight * (batch["crooked"] < WELL_REGISTERED).to(error)[:, None, None, None]
                )
            count = (weight > 0).sum().clamp_min(1)
            squares = (error * error).mean(dim=1, keepdim=True).clamp_max(LARGEST_SQUARE)
            losses = {
                "match": (weight * error.abs().mean(dim=1, keepdim=True)).sum() / count,
                "match_squares": (weight * squares).sum() / count,
            }
            if self.weights["match_offsets"]:
                wanted = batch["displacement"]
                if "truth" not in batch:  # MS lies as it should, however PAN lies to it
                    wanted = wanted.round()
                contrast = variance.mean(dim=1, keepdim=True)
                clear = ~covered * weight * contrast / (contrast + CLEAR_CONTRAST**2)
                losses["match_offsets"] = offset_loss(of_ms, wanted, clear, WINDOW // 2)
            return losses

    def alignment_losses(self, batch: Batch) -> dict[str, Tensor]:
        """Return the terms that the alignment alone answers for, at a quarter of the cost."""
        network = self.sipsanet
        with torch.autocast(batch["ms"].device.type, enabled=False):
            normalised = network.normalisation(batch["pan"], batch["ms"])
        unshuffled = network.unshuffle(normalised.pan)
        logits = network.alignment(torch.cat([unshuffled, normalised.ms], dim=1))
        aligned, _ = network.resample(logits, normalised.ms)
        with torch.autocast(batch["ms"].device.type, enabled=False):
            if "truth" not in batch:
                return {"offsets": self.offset_loss(logits, batch)}
            return {
                "aligned_offsets": self.offset_loss(logits, batch),
                "aligned_truth": (aligned - self.wanted_alignment(batch)).abs().mean(),
            }

    def losses_without_truth(self, batch: Batch) -> dict[str, Tensor]:
        """Return the terms of a full-resolution batch, unweighted."""
        network = self.sipsanet
        result = network.forward_all(batch["pan"], batch["ms"])
        normalise = network.normalisation
        with torch.autocast(batch["ms"].device.type, enabled=False):
            small_pan = normalise.decimate(result.pan_normalised)
            sharpened = result.sharpened_normalised[:, self.visible_bands]
            aligned = result.aligned_normalised[:, self.visible_bands]
            count = len(self.visible_bands)
            if self.authors_losses:
                expanded = normalise.expand_ms(result.ms_normalised)
                small_ms = functional.avg_pool2d(expanded, network.ratio)
                return {
                    "edges": edge_magnitude_loss(sharpened, result.pan_normalised, count),
                    "colours": authors_shift_loss(
                        result.sharpened_normalised, expanded, 4, network.ratio
                    ),
                    "aligned_edges": edge_magnitude_loss(aligned, small_pan, count),
                    "aligned_colours": authors_shift_loss(
                        result.aligned_normalised, small_ms, 4, 1
                    ),
                }
            # MS as it is without the sample's own displacement: what the sensor would see
            mean, deviation = normalise.statistics(batch["aligned"], normalise.ms_window)
            seen = degrade_by_mtf(result.sharpened, network.ratio, batch["gains"])
            seen, still = (seen - mean) / deviation, (batch["aligned"] - mean) / deviation
            straight = (batch["crooked"] < WELL_REGISTERED).to(seen)[:, None, None, None]
            losses = {
                "edges": edge_loss(sharpened, result.pan_normalised, count),
                "colours": shift_invariant_loss(seen, still, price=self.price),
                "straight_colours": (straight * (seen - still)).abs().mean(),
                "aligned_edges": edge_loss(aligned, small_pan, count),
                "aligned_colours": shift_invariant_loss(
                    result.aligned_normalised, result.ms_normalised, price=self.price
                ),
            }
            if self.weights["offsets"] or not self.training:
                losses["offsets"] = self.offset_loss(result.offset_logits, batch)
            if self.weights["band_edges"]:
                losses["band_edges"] = band_edge_loss(
                    result.sharpened_normalised, result.pan_normalised
                )
            if self.weights["correlation"] or not self.training:
                losses["correlation"] = local_correlation_loss(
                    result.sharpened, batch["pan"], network.ratio
                )
            return losses

    def losses_with_truth(self, batch: Batch) -> dict[str, Tensor]:
        """Return the terms of a reduced-resolution batch, unweighted."""
        network = self.sipsanet
        result = network.forward_all(batch["pan"], batch["ms"])
        with torch.autocast(batch["ms"].device.type, enabled=False):
            aligned = self.wanted_alignment(batch)
            weight = self.emphasis(batch)
            at_pan = functional.interpolate(weight, scale_factor=network.ratio, mode="nearest")
            error = (result.aligned_normalised - aligned).abs() * weight / weight.mean()
            losses = {
                "truth": relative_loss(
                    result.sharpened, batch["truth"], batch["level"], batch["plain"], at_pan
                ),
                "aligned_truth": error.mean(),
            }
            if self.weights["offsets"]:
                losses["aligned_offsets"] = self.offset_loss(result.offset_logits, batch)
            return losses

    def total(self, losses: dict[str, Tensor]) -> Tensor:
        """Return the weighted sum."""
        terms = [self.weights[name] * value for name, value in losses.items()]
        return torch.stack(terms).sum()

    def training_step(self, batch: dict[str, Batch], _: int) -> Tensor:
        """Return the loss of one batch of each stream."""
        losses: dict[str, Tensor] = {}
        if self.matching_only:
            totals = []
            for name, stream in batch.items():
                losses = self.matching_losses(stream)
                totals.append(self.total(losses))
                self.log_dict({f"train/{name}/{term}": value for term, value in losses.items()})
            return torch.stack(totals).sum()
        if self.alignment_only:
            for stream in batch.values():
                losses |= self.alignment_losses(stream)
            total = self.total(losses)
            self.log_dict({f"train/{name}": value for name, value in losses.items()})
            return total
        if FULL in batch:
            losses |= self.losses_without_truth(batch[FULL])
        if REDUCED in batch:
            losses |= self.losses_with_truth(batch[REDUCED])
        total = self.total(losses)
        self.log_dict({f"train/{name}": value for name, value in losses.items()})
        self.log("train/loss", total, prog_bar=True)
        return total

    def validation_step(self, batch: Batch, _: int) -> None:
        """Log the losses of a whole scene."""
        if self.alignment_only or self.matching_only:
            part = self.matching_losses if self.matching_only else self.alignment_losses
            losses = part(batch)
            self.log_dict({f"validation/{name}": v for name, v in losses.items()}, batch_size=1)
            return
        with_truth = "truth" in batch
        losses = self.losses_with_truth(batch) if with_truth else self.losses_without_truth(batch)
        self.log_dict({f"validation/{name}": v for name, v in losses.items()}, batch_size=1)


class Cf2nTraining(SharpeningModule):
    """Reduced resolution by Wald's protocol, supervised by the true MS.

    `loss` is "relative" (`losses.relative_loss`: ERGAS relative to interpolation), "l1" (the
    authors'), or "mixed", the mean of the relative loss and of the relative absolute error.
    """

    def __init__(
        self,
        bands: int = 4,
        ratio: int = 4,
        channels: int = 32,
        size: int = 3,
        fusions: int = 4,
        injections: int = 3,
        loss: str = "l1",
        rate: float = 6e-4,
        weight_decay: float = 1e-4,
        steps: int = 10_000,
        warm_up: int = 100,
        milestone: float | None = None,
        milestone_factor: float = 0.1,
        kernel_rate: float | None = None,
    ) -> None:
        network = Cf2n(bands, channels, size, fusions, injections)
        super().__init__(
            network, rate, weight_decay, steps, warm_up, milestone, milestone_factor, kernel_rate
        )
        if loss not in ("l1", "relative", "mixed"):
            raise ValueError(f"loss must be l1, relative or mixed, got {loss!r}")
        if size % 2 != 1:
            raise ValueError(f"size, of kernels, must be odd, got {size}")
        self.save_hyperparameters()
        self.ratio = ratio
        self.loss = loss
        self.enlarge = CubicEnlargement(ratio, bands)

    def sharpen(self, batch: Batch, windowed: bool) -> tuple[Tensor, Tensor]:
        """Return the sharpened and the interpolated MS."""
        if not isinstance(self.network, Cf2n):
            raise TypeError("this module trains CF2N")
        self.network.pool_by_window(windowed)
        enlarged = batch.get("enlarged")  # PanCollection brings its own
        if enlarged is None:
            with torch.autocast(batch["ms"].device.type, enabled=False):
                enlarged = self.enlarge(batch["ms"])
        return self.network(batch["pan"], enlarged), enlarged

    def training_step(self, batch: dict[str, Batch], _: int) -> Tensor:
        """Return the loss of one batch."""
        reduced = batch[REDUCED]
        sharpened, enlarged = self.sharpen(reduced, windowed=False)
        truth, level, plain = reduced["truth"], reduced["level"], reduced["plain"]
        absolute = (sharpened - truth).abs().mean()
        relative = relative_loss(sharpened, truth, level, plain)
        if self.loss == "l1":
            loss = absolute
        elif self.loss == "relative":
            loss = relative
        else:
            scale = (level * plain[:, None])[:, :, None, None]
            loss = 0.5 * relative + 0.5 * ((sharpened - truth) / scale).abs().mean()
        plain_error = (enlarged - truth).abs().mean()
        self.log_dict(
            {
                "train/loss": loss,
                "train/relative": relative,
                "train/absolute": absolute / plain_error,
            }
        )
        return loss

    def validation_step(self, batch: Batch, _: int) -> None:
        """Log the ERGAS relative to plain interpolation; its mean is of the logarithm."""
        if "truth" not in batch:
            return
        sharpened, enlarged = self.sharpen(batch, windowed=True)
        truth = batch["truth"]
        level = batch["level"][0]

        def ergas(image: Tensor) -> Tensor:
            error = ((image - truth) ** 2).mean(dim=(0, 2, 3))
            return (error / level**2).mean().sqrt()

        relative = (ergas(sharpened) / ergas(enlarged)).log()
        self.log("validation/log_relative_ergas", relative, batch_size=1)
        absolute = (sharpened - truth).abs().mean() / (enlarged - truth).abs().mean()
        self.log("validation/absolute", absolute, batch_size=1)
