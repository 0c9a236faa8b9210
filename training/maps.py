"""Pictures of validation crops for TensorBoard: result, error, detail and displacement.

The same crops at every validation, stretched by percentiles of the MS input, which never change:
pictures of different steps, and of different runs on the same scenes, can be compared. The array
functions come first; `ValidationMaps` is the callback that draws them.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import lightning
import numpy as np
import numpy.typing as npt
import torch
from lightning.pytorch.loggers import TensorBoardLogger
from torch import Tensor

from qgis_pansharp.backend.networks import SipsaNet
from qgis_pansharp.backend.networks.layers import CubicEnlargement
from qgis_pansharp.backend.networks.sipsanet import WINDOW
from qgis_pansharp.backend.pixels import spread

Array = npt.NDArray[Any]

PERCENTILES = (1.0, 99.0)
FULL_ERROR = 0.25  # shown white, as a part of the stretched range
FULL_DETAIL = 0.5  # shown as 0 or 255, likewise
FULL_LENGTH = 2.0  # MS pixels shown in full colour


@dataclass(frozen=True)
class Stretch:
    """The values of each band that are shown as 0 and as 255; both `(B,)`."""

    low: Array
    high: Array

    @property
    def span(self) -> Array:
        """Values from black to white, `(B, 1, 1)`."""
        span: Array = (self.high - self.low)[:, None, None]
        return span


def fit_stretch(image: Array, percentiles: tuple[float, float] = PERCENTILES) -> Stretch:
    """Stretch `(B, h, w)` between two percentiles of each band."""
    low, high = np.percentile(image, percentiles, axis=(1, 2))
    return Stretch(low, np.where(high > low, high, low + 1))


def to_bytes(image: Array) -> Array:
    """Turn 0 to 1 into 0 to 255; what lies outside is clipped and what is no number is 0."""
    shown: Array = np.round(255 * np.clip(np.nan_to_num(image, nan=0.0), 0, 1)).astype(np.uint8)
    return shown


def result_map(image: Array, stretch: Stretch, bands: Sequence[int]) -> Array:
    """Show three bands of `(B, H, W)` as red, green and blue: `(H, W, 3)` bytes."""
    scaled = (image - stretch.low[:, None, None]) / stretch.span
    return to_bytes(scaled[list(bands)].transpose(1, 2, 0))


def error_map(image: Array, truth: Array, stretch: Stretch) -> Array:
    """Show how far `(B, H, W)` is from the truth, the mean over all bands: `(H, W, 3)` bytes.

    Black is no error; white is `FULL_ERROR` of the stretched range.
    """
    error = (np.abs(image - truth) / stretch.span).mean(axis=0)
    return to_bytes(np.stack([error / FULL_ERROR] * 3, axis=2))


def detail_map(image: Array, enlarged: Array, stretch: Stretch, bands: Sequence[int]) -> Array:
    """Show what `(B, H, W)` adds to the interpolated MS: `(H, W, 3)` bytes.

    Middle grey is nothing; black and white are `FULL_DETAIL` of the stretched range less and more.
    """
    detail = (image - enlarged) / stretch.span / FULL_DETAIL
    return to_bytes(0.5 + 0.5 * detail[list(bands)].transpose(1, 2, 0))


def expected_displacement(offset_map: Array) -> Array:
    """How far SIPSA-Net moves what MS shows at a place, on average over its probabilities.

    Channel q of the offset map weighs the MS pixel at `(q//9 - 4, q%9 - 4)` (down, right) from
    where it is wanted, so the network *reads* there and *moves* by the opposite. The sign here is
    that of the movement, from MS to PAN: positive where PAN shows things further down or right
    than MS does, like `TrainingScene.shift`. A flat map, undecided, gives 0 like a sure one that
    moves nothing.

    Args:
        offset_map: `(81, h, w)`, sums to 1 over its channels.

    Returns:
        `(2, h, w)`: down and right, in MS pixels.
    """
    reach = WINDOW // 2
    down, right = np.divmod(np.arange(WINDOW * WINDOW), WINDOW)
    read_from: Array = np.tensordot(np.stack([down, right]) - reach, offset_map, axes=1)
    return -read_from


def flow_colours(displacement: Array, full_length: float = FULL_LENGTH) -> Array:
    """Show direction as hue and length as saturation: `(H, W, 3)` bytes.

    White does not move. Right is red, down is yellow-green, left is cyan, up is violet; colours
    are full from `full_length` on.

    Args:
        displacement: `(2, H, W)`: down and right.
        full_length: in the displacement's unit.
    """
    down, right = displacement
    hue = 6 * (np.arctan2(down, right) / (2 * np.pi) % 1)
    saturation = np.minimum(np.hypot(down, right) / full_length, 1)
    # red, green and blue fall from their own hue on both sides
    channels = [np.clip(np.abs((hue + turn) % 6 - 3) - 1, 0, 1) for turn in (0, 4, 2)]
    return to_bytes(np.stack([1 - saturation * (1 - channel) for channel in channels], axis=2))


def colour_wheel(side: int = 129) -> Array:
    """Show the colours of all movements up to `FULL_LENGTH`, each where it would lead from the
    middle: `(side, side, 3)` bytes."""
    along = np.linspace(-FULL_LENGTH, FULL_LENGTH, side)
    down, right = np.meshgrid(along, along, indexing="ij")
    wheel = flow_colours(np.stack([down, right]))
    wheel[np.hypot(down, right) > FULL_LENGTH] = 0
    return wheel


@dataclass(frozen=True)
class Sharpened:
    """What a network makes of one crop, in values."""

    image: Array  # (B, H, W)
    enlarged: Array  # (B, H, W)
    offset_map: Array | None  # (81, h, w), of SIPSA-Net alone


def sharpen_crop(module: Any, batch: Mapping[str, Tensor]) -> Sharpened:
    """Sharpen a batch of one with the module's present weights.

    SIPSA-Net is asked itself; any other module brings `sharpen(batch, windowed)`, which returns
    the sharpened and the interpolated MS.
    """
    network = module.network
    offset_map = None
    with torch.no_grad():
        if isinstance(network, SipsaNet):
            result = network.forward_all(batch["pan"], batch["ms"])
            image, offset_map = result.sharpened, array_of(result.offset_map)
            enlarge = CubicEnlargement(network.ratio, network.bands).to(batch["ms"].device)
            enlarged = enlarge(batch["ms"])
        else:
            image, enlarged = module.sharpen(batch, windowed=True)
    return Sharpened(array_of(image), array_of(enlarged), offset_map)


def array_of(images: Tensor) -> Array:
    """Return the only image `(C, h, w)` of `(1, C, h, w)`."""
    image: Array = images[0].detach().float().cpu().numpy()
    return image


def crop(batch: Mapping[str, Tensor], side: int) -> dict[str, Tensor]:
    """Cut the middle of a batch's first scene: at most `side` MS pixels a side, a multiple of 4.

    That is whole cells of the networks' pooling.

    Args:
        batch: `pan (N, 1, r*h, r*w)`, `ms (N, B, h, w)` and perhaps `truth` and `enlarged`, both
            `(N, B, r*h, r*w)`; anything else is left out.
        side: MS pixels, a multiple of 4.
    """
    rows, columns = batch["ms"].shape[2:]
    ratio = batch["pan"].shape[2] // rows
    height, width = (min(side, size - size % 4) for size in (rows, columns))
    top, left = (rows - height) // 2, (columns - width) // 2
    cut = {}
    for name in ("pan", "ms", "truth", "enlarged"):
        if name in batch:
            scale = 1 if name == "ms" else ratio
            cut[name] = batch[name][
                :1,
                :,
                scale * top : scale * (top + height),
                scale * left : scale * (left + width),
            ]
    return cut


class ValidationMaps(lightning.Callback):  # type: ignore[misc, unused-ignore]
    """Writes pictures of a few validation scenes to TensorBoard at every validation.

    For each scene `maps/NAME/result`, `detail`, `error` (where there is a truth) and
    `displacement` (SIPSA-Net); once a run also `pan`, `interpolated` and `truth`, and the key to
    the colours, `maps/displacement_key`. NAME is the scene's number, and its name where the data
    module lists its scenes as `tuning` in the order of its loader.

    It draws when a batch was validated, not at the end of validation: with weight averaging the
    averaged weights are in the network then, in whatever order the callbacks stand. It draws no
    random number, and costs a forward pass over each crop.

    Args:
        scenes: how many, spread evenly over the validation batches.
        side: of a crop, in MS pixels, a multiple of 4.
        bands: which are shown as red, green and blue.
    """

    def __init__(
        self, scenes: int = 3, side: int = 64, bands: tuple[int, int, int] = (2, 1, 0)
    ) -> None:
        super().__init__()
        if scenes < 1 or side < 4 or side % 4:
            raise ValueError(f"need a scene and a multiple of 4 as side, got {scenes}, {side}")
        self.scenes = scenes
        self.side = side
        self.bands = bands
        self._introduced: set[str] = set()

    def on_validation_batch_end(
        self,
        trainer: lightning.Trainer,
        pl_module: lightning.LightningModule,
        outputs: object,
        batch: Any,
        batch_idx: int,
        dataloader_idx: int = 0,
    ) -> None:
        """Draw the batch if its scene is one of those chosen."""
        boards = [logger for logger in trainer.loggers if isinstance(logger, TensorBoardLogger)]
        if trainer.sanity_checking or not trainer.is_global_zero or not boards:
            return
        count = trainer.num_val_batches[dataloader_idx]
        if batch_idx not in chosen(count, self.scenes):
            return
        name = scene_name(trainer, batch_idx)
        if dataloader_idx:
            name = f"{name}_{dataloader_idx}"
        for tag, picture in self.pictures(pl_module, crop(batch, self.side), name).items():
            for board in boards:
                board.experiment.add_image(
                    f"maps/{tag}", picture, trainer.global_step, dataformats="HWC"
                )

    def pictures(
        self, module: lightning.LightningModule, batch: Mapping[str, Tensor], name: str
    ) -> dict[str, Array]:
        """Return the pictures of one crop by the last part of their tag."""
        ms = array_of(batch["ms"])
        stretch = fit_stretch(ms)
        sharpened = sharpen_crop(module, batch)
        truth = array_of(batch["truth"]) if "truth" in batch else None
        shown = {
            f"{name}/result": result_map(sharpened.image, stretch, self.bands),
            f"{name}/detail": detail_map(sharpened.image, sharpened.enlarged, stretch, self.bands),
        }
        if truth is not None:
            shown[f"{name}/error"] = error_map(sharpened.image, truth, stretch)
        if sharpened.offset_map is not None:
            ratio = sharpened.image.shape[1] // ms.shape[1]
            moved = expected_displacement(sharpened.offset_map)
            shown[f"{name}/displacement"] = flow_colours(
                moved.repeat(ratio, axis=1).repeat(ratio, axis=2)
            )
        if name not in self._introduced:
            self._introduced.add(name)
            pan = array_of(batch["pan"])
            shown[f"{name}/pan"] = result_map(pan, fit_stretch(pan), (0, 0, 0))
            shown[f"{name}/interpolated"] = result_map(sharpened.enlarged, stretch, self.bands)
            if truth is not None:
                shown[f"{name}/truth"] = result_map(truth, stretch, self.bands)
            if sharpened.offset_map is not None:
                shown["displacement_key"] = colour_wheel()
        return shown


def chosen(count: float, scenes: int) -> list[int]:
    """Return which of `count` scenes are drawn: at most `scenes`, evenly spread.

    The first ones where a loader does not know how many there are.

    >>> chosen(7, 3), chosen(7, 1), chosen(2, 3), chosen(math.inf, 2)
    ([0, 3, 6], [0], [0, 1], [0, 1])
    """
    positions = range(int(count)) if math.isfinite(count) else range(scenes)
    return list(positions[:1]) if scenes == 1 else spread(positions, scenes)


def scene_name(trainer: lightning.Trainer, number: int) -> str:
    """Return a validation scene's number, with its name where the data module knows it."""
    known = getattr(getattr(trainer, "datamodule", None), "tuning", ())
    return f"{number:02d}_{known[number].name}" if number < len(known) else f"{number:02d}"
