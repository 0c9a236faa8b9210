"""What a training step is: one Lightning module a network, figures logged with their step."""

from __future__ import annotations

import math
from typing import Any

import lightning
import torch
from torch import Tensor, nn

from qgis_pansharp.backend.networks import Cf2n, SipsaNet
from qgis_pansharp.backend.networks.layers import CubicEnlargement
from training.losses import band_edge_loss, degrade_by_mtf, edge_loss, shift_invariant_loss

Batch = dict[str, Tensor]


class SharpeningModule(lightning.LightningModule):
    """AdamW with linear warm-up and cosine decay over `steps` steps."""

    def __init__(
        self, network: nn.Module, rate: float, weight_decay: float, steps: int, warm_up: int
    ) -> None:
        super().__init__()
        self.network = network
        self.rate = rate
        self.weight_decay = weight_decay
        self.steps = steps
        self.warm_up = warm_up

    def rate_factor(self, step: int) -> float:
        """Share of the full rate at a step."""
        if step < self.warm_up:
            return (step + 1) / self.warm_up
        progress = min(1.0, (step - self.warm_up) / max(1, self.steps - self.warm_up))
        return 0.01 + 0.99 * 0.5 * (1 + math.cos(math.pi * progress))

    def configure_optimizers(self) -> Any:
        """Return optimiser and schedule."""
        optimiser = torch.optim.AdamW(
            self.network.parameters(), lr=self.rate, weight_decay=self.weight_decay
        )
        schedule = torch.optim.lr_scheduler.LambdaLR(optimiser, self.rate_factor)
        return {
            "optimizer": optimiser,
            "lr_scheduler": {"scheduler": schedule, "interval": "step"},
        }


class SipsaNetTraining(SharpeningModule):
    """Full resolution, without reference: edges from PAN, colours from MS up to a shift.

    The sharpened image is brought to MS size by the sensor's MTF before its colours are compared:
    MS says nothing about finer detail. Weights are those of the authors' total loss.
    """

    def __init__(
        self,
        bands: int = 4,
        ratio: int = 4,
        visible_bands: int = 3,
        edge_weight: float = 40.0,
        colour_weight: float = 20.0,
        aligned_edge_weight: float = 10.0,
        aligned_colour_weight: float = 5.0,
        band_edge_weight: float = 0.0,
        price: float = 0.05,
        gain: float = 0.3,
        rate: float = 3e-4,
        weight_decay: float = 1e-3,
        steps: int = 10_000,
        warm_up: int = 100,
    ) -> None:
        super().__init__(SipsaNet(bands, ratio), rate, weight_decay, steps, warm_up)
        self.save_hyperparameters()
        self.visible_bands = visible_bands
        self.edge_weight = edge_weight
        self.colour_weight = colour_weight
        self.aligned_edge_weight = aligned_edge_weight
        self.aligned_colour_weight = aligned_colour_weight
        self.band_edge_weight = band_edge_weight
        self.price = price
        self.gain = gain

    def losses(self, batch: Batch) -> dict[str, Tensor]:
        """Return the terms, unweighted."""
        network = self.network
        if not isinstance(network, SipsaNet):
            raise TypeError("this module trains SIPSA-Net")
        result = network.forward_all(batch["pan"], batch["ms"])
        normalise = network.normalisation
        with torch.autocast(batch["ms"].device.type, enabled=False):
            mean, deviation = normalise.statistics(batch["ms"], normalise.ms_window)
            seen = degrade_by_mtf(result.sharpened, network.ratio, self.gain)
            seen = (seen - mean) / deviation
            small_pan = normalise.decimate(result.pan_normalised)
            visible = self.visible_bands
            return {
                "edges": edge_loss(result.sharpened_normalised, result.pan_normalised, visible),
                "band_edges": band_edge_loss(result.sharpened_normalised, result.pan_normalised),
                "colours": shift_invariant_loss(seen, result.ms_normalised, price=self.price),
                "aligned_edges": edge_loss(result.aligned_normalised, small_pan, visible),
                "aligned_colours": shift_invariant_loss(
                    result.aligned_normalised, result.ms_normalised, price=self.price
                ),
            }

    def total(self, losses: dict[str, Tensor]) -> Tensor:
        """Return the weighted sum."""
        return (
            self.edge_weight * losses["edges"]
            + self.band_edge_weight * losses["band_edges"]
            + self.colour_weight * losses["colours"]
            + self.aligned_edge_weight * losses["aligned_edges"]
            + self.aligned_colour_weight * losses["aligned_colours"]
        )

    def training_step(self, batch: Batch, _: int) -> Tensor:
        """Return the loss of one batch."""
        losses = self.losses(batch)
        total = self.total(losses)
        self.log_dict({f"train/{name}": value for name, value in losses.items()})
        self.log("train/loss", total, prog_bar=True)
        return total

    def validation_step(self, batch: Batch, _: int) -> None:
        """Log the losses of a whole scene."""
        losses = self.losses(batch)
        self.log_dict({f"validation/{name}": value for name, value in losses.items()})
        self.log("validation/loss", self.total(losses), prog_bar=True)


class Cf2nTraining(SharpeningModule):
    """Reduced resolution by Wald's protocol, L1 to the true MS."""

    def __init__(
        self,
        bands: int = 4,
        ratio: int = 4,
        channels: int = 32,
        size: int = 3,
        fusions: int = 4,
        injections: int = 3,
        rate: float = 6e-4,
        weight_decay: float = 1e-4,
        steps: int = 10_000,
        warm_up: int = 100,
    ) -> None:
        network = Cf2n(bands, channels, size, fusions, injections)
        super().__init__(network, rate, weight_decay, steps, warm_up)
        self.save_hyperparameters()
        self.ratio = ratio
        self.enlarge = CubicEnlargement(ratio, bands)

    def sharpen(self, batch: Batch, windowed: bool) -> tuple[Tensor, Tensor]:
        """Return the sharpened and the interpolated MS."""
        if not isinstance(self.network, Cf2n):
            raise TypeError("this module trains CF2N")
        self.network.pool_by_window(windowed)
        with torch.autocast(batch["ms"].device.type, enabled=False):
            enlarged = self.enlarge(batch["ms"])
        return self.network(batch["pan"], enlarged), enlarged

    def training_step(self, batch: Batch, _: int) -> Tensor:
        """Return the loss of one batch."""
        sharpened, enlarged = self.sharpen(batch, windowed=False)
        loss = (sharpened - batch["truth"]).abs().mean()
        plain = (enlarged - batch["truth"]).abs().mean()
        self.log_dict({"train/loss": loss, "train/relative": loss / plain}, prog_bar=True)
        return loss

    def validation_step(self, batch: Batch, _: int) -> None:
        """Log the ERGAS relative to plain interpolation, as a geometric mean over scenes."""
        sharpened, enlarged = self.sharpen(batch, windowed=True)
        truth = batch["truth"]
        level = truth.mean(dim=(0, 2, 3))

        def ergas(image: Tensor) -> Tensor:
            error = ((image - truth) ** 2).mean(dim=(0, 2, 3))
            return (error / level**2).mean().sqrt()

        self.log("validation/log_relative_ergas", (ergas(sharpened) / ergas(enlarged)).log())
        loss = (sharpened - truth).abs().mean() / (enlarged - truth).abs().mean()
        self.log("validation/relative", loss, prog_bar=True)
