"""The pictures mean what they say, and show the averaged weights at every validation."""

from __future__ import annotations

import io
import math
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import lightning
import numpy as np
import numpy.typing as npt
import pytest
import torch
from lightning.pytorch.callbacks import EMAWeightAveraging
from lightning.pytorch.loggers import CSVLogger, TensorBoardLogger
from PIL import Image
from tensorboard.backend.event_processing.event_accumulator import EventAccumulator
from torch import Tensor, nn
from torch.utils.data import DataLoader

from qgis_pansharp.backend.networks import SipsaNet
from qgis_pansharp.backend.networks.sipsanet import LocalResampler
from training.maps import (
    FULL_DETAIL,
    FULL_ERROR,
    FULL_LENGTH,
    Stretch,
    ValidationMaps,
    chosen,
    colour_wheel,
    crop,
    detail_map,
    error_map,
    expected_displacement,
    fit_stretch,
    flow_colours,
    result_map,
    to_bytes,
)

Array = npt.NDArray[Any]
Batch = dict[str, Tensor]
# black at 1, 2, 3, 4 and white 2 above
STRETCH = Stretch(np.array([1.0, 2, 3, 4]), np.array([3.0, 4, 5, 6]))


pytestmark = pytest.mark.usefixtures("quiet")


def flat(*values: float) -> Array:
    """An image of 2 x 3 pixels with one value a band."""
    return np.ones((len(values), 2, 3)) * np.array(values)[:, None, None]


def test_the_stretch_is_of_each_bands_own_percentiles() -> None:
    ramp = np.arange(101.0).reshape(1, 1, 101)
    stretch = fit_stretch(np.concatenate([ramp, 10 * ramp + 5]), (2, 98))
    assert stretch.low == pytest.approx([2, 25])
    assert stretch.high == pytest.approx([98, 985])
    assert fit_stretch(flat(4.0)).span == pytest.approx(1)  # a flat band divides by nothing


def test_bands_become_red_green_and_blue_and_are_clipped() -> None:
    shown = result_map(flat(2, 2.5, 9, 0), STRETCH, (2, 1, 0))
    assert shown.shape == (2, 3, 3)
    assert shown.dtype == np.uint8
    assert shown[0, 0].tolist() == [255, 64, 128]
    assert result_map(flat(2, 2.5, 9, 0), STRETCH, (3, 0, 1))[1, 2].tolist() == [0, 128, 64]


def test_what_is_no_number_is_black() -> None:
    assert to_bytes(np.array([np.nan, np.inf, -np.inf, 0.5])).tolist() == [0, 255, 0, 128]


def test_the_error_is_of_all_bands_and_without_sign() -> None:
    truth = flat(2, 3, 4, 5)
    quarter = 0.25 * FULL_ERROR * 2  # of white, in values
    for sign in (1, -1):
        image = truth + sign * quarter
        assert error_map(image, truth, STRETCH)[0, 0].tolist() == [64, 64, 64]
    one_band = truth.copy()
    one_band[3] += 4 * quarter
    assert error_map(one_band, truth, STRETCH)[0, 0].tolist() == [64, 64, 64]
    assert error_map(truth, truth, STRETCH).max() == 0
    assert error_map(truth + 1, truth, STRETCH).min() == 255


def test_detail_is_grey_where_nothing_is_added() -> None:
    enlarged = flat(2, 3, 4, 5)
    image = enlarged.copy()
    image[0] += 2 * FULL_DETAIL
    image[1] -= 2 * FULL_DETAIL
    assert detail_map(image, enlarged, STRETCH, (0, 1, 2))[0, 0].tolist() == [255, 0, 128]
    image[0] = enlarged[0] + FULL_DETAIL
    assert detail_map(image, enlarged, STRETCH, (0, 1, 2))[0, 0].tolist() == [191, 0, 128]


def one_hot(down: int, right: int, rows: int = 2, columns: int = 3) -> Array:
    """An offset map that reads everywhere from (down, right) MS pixels away."""
    offset_map = np.zeros((81, rows, columns))
    offset_map[(down + 4) * 9 + right + 4] = 1
    return offset_map


@pytest.mark.parametrize("read", [(0, 0), (1, 0), (0, -3), (-4, 4)])
def test_displacement_is_the_way_from_where_the_network_reads(read: tuple[int, int]) -> None:
    moved = expected_displacement(one_hot(*read))
    assert moved.shape == (2, 2, 3)
    assert np.broadcast_to(np.array([-read[0], -read[1]])[:, None, None], (2, 2, 3)) == (
        pytest.approx(moved)
    )


def test_displacement_is_what_the_resampler_does_to_an_image() -> None:
    """A bright pixel goes where the displacement says."""
    image = torch.zeros(1, 1, 9, 9)
    image[0, 0, 4, 4] = 1
    offset_map = one_hot(-2, 1, 9, 9)
    resampled = LocalResampler(1)(image, torch.from_numpy(offset_map).float()[None])
    place = np.unravel_index(int(resampled[0, 0].argmax()), (9, 9))
    down, right = expected_displacement(offset_map)[:, 4, 4]
    assert (int(place[0]), int(place[1])) == (4 + down, 4 + right) == (6, 3)


def test_displacement_is_an_average_over_probabilities() -> None:
    halves = 0.5 * one_hot(2, 0) + 0.5 * one_hot(0, 4)
    assert expected_displacement(halves)[:, 0, 0] == pytest.approx([-1, -2])
    assert expected_displacement(np.full((81, 1, 1), 1 / 81)) == pytest.approx(0, abs=1e-12)


@pytest.mark.parametrize(
    ("down", "right", "colour"),
    [
        (0, 0, [255, 255, 255]),
        (0, 2, [255, 0, 0]),
        (2, 0, [128, 255, 0]),
        (0, -2, [0, 255, 255]),
        (-2, 0, [128, 0, 255]),
        (0, 1, [255, 128, 128]),
        (0, 7, [255, 0, 0]),
        (-0.5, 0, [223, 191, 255]),
    ],
)
def test_hue_is_direction_and_saturation_is_length(
    down: float, right: float, colour: list[int]
) -> None:
    shown = flow_colours(flat(down, right), full_length=2.0)
    assert shown.shape == (2, 3, 3)
    assert np.abs(shown[0, 0].astype(int) - colour).max() <= 1
    assert (shown == shown[0, 0]).all()


def test_an_offset_map_shows_its_colour() -> None:
    """It reads two MS pixels to the left: things move right, which is red."""
    assert flow_colours(expected_displacement(one_hot(0, -2)))[0, 0].tolist() == [255, 0, 0]


def test_the_key_shows_each_movement_where_it_leads() -> None:
    wheel = colour_wheel(101)
    assert wheel[50, 50].tolist() == [255, 255, 255]
    assert wheel[50, 100].tolist() == [255, 0, 0]
    assert wheel[100, 50].tolist() == flow_colours(flat(FULL_LENGTH, 0))[0, 0].tolist()
    assert wheel[0, 0].tolist() == [0, 0, 0]  # beyond the longest that is shown


def test_scenes_are_spread_over_all() -> None:
    assert chosen(9, 3) == [0, 4, 8]
    assert chosen(9, 1) == [0]
    assert chosen(2, 3) == [0, 1]
    assert chosen(0, 1) == chosen(0, 3) == []
    assert chosen(math.inf, 2) == [0, 1]


def test_crops_are_the_middle_and_stay_registered() -> None:
    rows = torch.arange(22.0)[:, None] * 100 + torch.arange(31.0)
    ms = rows.repeat(2, 4, 1, 1)
    pan = rows.repeat_interleave(4, 0).repeat_interleave(4, 1).repeat(2, 1, 1, 1)
    cut = crop({"pan": pan, "ms": ms, "truth": pan, "enlarged": pan + 1, "level": ms}, 8)
    assert {name: tuple(image.shape) for name, image in cut.items()} == {
        "pan": (1, 1, 32, 32),
        "ms": (1, 4, 8, 8),
        "truth": (1, 1, 32, 32),
        "enlarged": (1, 1, 32, 32),
    }
    assert torch.equal(cut["pan"][:, :, ::4, ::4], cut["ms"][:, :1])
    assert torch.equal(cut["pan"], cut["truth"])
    assert torch.equal(cut["pan"] + 1, cut["enlarged"])
    assert float(cut["ms"][0, 0, 0, 0]) == 711
    assert crop({"pan": pan, "ms": ms}, 400)["ms"].shape == (1, 4, 20, 28)


class Doubling(nn.Module):
    """A network of one weight: what PAN is multiplied with and added to each band."""

    def __init__(self) -> None:
        super().__init__()
        self.weight = nn.Parameter(torch.zeros(()))


class Tiny(lightning.LightningModule):
    """Each step adds 0.1 to the weight; SGD on minus the weight."""

    def __init__(self) -> None:
        super().__init__()
        self.network = Doubling()
        self.windowed: list[bool] = []
        self.modes: list[tuple[bool, bool]] = []

    def sharpen(self, batch: Batch, windowed: bool) -> tuple[Tensor, Tensor]:
        self.windowed.append(windowed)
        self.modes.append((self.training, torch.is_grad_enabled()))
        enlarged = batch["ms"].repeat_interleave(4, 2).repeat_interleave(4, 3)
        return enlarged + self.network.weight * batch["pan"], enlarged

    def training_step(self, batch: Batch, _: int) -> Tensor:
        return -self.network.weight

    def validation_step(self, batch: Batch, _: int) -> None:
        pass

    def configure_optimizers(self) -> torch.optim.Optimizer:
        return torch.optim.SGD(self.parameters(), lr=0.1)


class TinySipsaNet(Tiny):
    """The true network, untrained."""

    def __init__(self) -> None:
        super().__init__()
        self.network = SipsaNet(4, 4, alignment_blocks=1, ms_blocks=1)

    def training_step(self, batch: Batch, _: int) -> Tensor:
        return self.network.output.bias.sum()


class Scenes(lightning.LightningDataModule):
    """Three validation scenes: with a truth, without one, and one that is not drawn."""

    def __init__(self) -> None:
        super().__init__()
        self.tuning = [SimpleNamespace(name=name) for name in ("town", "wood", "lake")]
        random = torch.Generator().manual_seed(1)
        self.samples = [
            {
                "pan": torch.rand(1, 1, 48, 64, generator=random),
                "ms": torch.rand(1, 4, 12, 16, generator=random),
                "truth": torch.rand(1, 4, 48, 64, generator=random),
            }
            for _ in range(3)
        ]
        del self.samples[2]["truth"]

    def train_dataloader(self) -> DataLoader[Tensor]:
        return DataLoader([torch.zeros(1)] * 2)  # type: ignore[arg-type]

    def val_dataloader(self) -> DataLoader[Batch]:
        return DataLoader(self.samples, batch_size=None)  # type: ignore[arg-type]


def trained(
    folder: Path, module: Tiny, callbacks: list[lightning.Callback], epochs: int = 2, **options: Any
) -> EventAccumulator:
    """Train with two steps and a validation each epoch; return what TensorBoard was told."""
    trainer = lightning.Trainer(
        max_epochs=epochs,
        accelerator="cpu",
        logger=TensorBoardLogger(folder, name="run", version=""),
        callbacks=callbacks,
        enable_progress_bar=False,
        enable_model_summary=False,
        enable_checkpointing=False,
        **{"num_sanity_val_steps": 0, **options},
    )
    trainer.fit(module, datamodule=Scenes())
    events = EventAccumulator(str(folder / "run"), size_guidance={"images": 0})
    events.Reload()
    return events


def picture(events: EventAccumulator, tag: str, number: int) -> Array:
    """Decode one picture."""
    event = events.Images(tag)[number]
    return np.asarray(Image.open(io.BytesIO(event.encoded_image_string)))


def result_of(weight: float, sample: Batch) -> Array:
    """The picture of a scene's 12 x 12 MS pixels that `Tiny` makes with a weight."""
    ms = sample["ms"][0, :, :, 2:14].numpy()
    pan = sample["pan"][0, :, :, 8:56].numpy()
    image = ms.repeat(4, axis=1).repeat(4, axis=2) + weight * pan
    return result_map(image, fit_stretch(ms), (2, 1, 0))


def test_every_validation_is_drawn_and_inputs_once(tmp_path: Path) -> None:
    module = Tiny()
    events = trained(tmp_path, module, [ValidationMaps(scenes=2, side=12)])
    drawn = {tag: [e.step for e in events.Images(tag)] for tag in events.Tags()["images"]}
    steps = [2, 4]
    assert drawn == {
        "maps/00_town/result": steps,
        "maps/00_town/detail": steps,
        "maps/00_town/error": steps,
        "maps/00_town/pan": [2],
        "maps/00_town/interpolated": [2],
        "maps/00_town/truth": [2],
        "maps/02_lake/result": steps,
        "maps/02_lake/detail": steps,
        "maps/02_lake/pan": [2],
        "maps/02_lake/interpolated": [2],
    }
    sample = Scenes().samples[0]
    for number, weight in enumerate((0.2, 0.4)):
        shown = picture(events, "maps/00_town/result", number)
        assert np.abs(shown.astype(int) - result_of(weight, sample)).max() <= 1
    assert module.windowed == [True] * 4  # the scene that is not drawn costs nothing
    assert module.modes == [(False, False)] * 4


@pytest.mark.parametrize("maps_first", [True, False])
def test_averaged_weights_are_drawn_whatever_the_order(tmp_path: Path, maps_first: bool) -> None:
    callbacks = [ValidationMaps(scenes=1, side=12), EMAWeightAveraging(decay=0.5)]
    module = Tiny()
    events = trained(tmp_path, module, callbacks if maps_first else callbacks[::-1], epochs=1)
    # weights 0.1 and 0.2 after two steps: the average starts at the first and goes half way
    shown = picture(events, "maps/00_town/result", 0).astype(int)
    sample = Scenes().samples[0]
    assert np.abs(shown - result_of(0.15, sample)).max() <= 1
    assert np.abs(shown - result_of(0.2, sample)).max() > 3


def test_drawing_changes_nothing_in_training(tmp_path: Path) -> None:
    weights = []
    for callbacks in ([], [ValidationMaps(side=12)]):
        lightning.seed_everything(3)
        module = TinySipsaNet()
        trained(tmp_path / str(len(callbacks)), module, [EMAWeightAveraging(), *callbacks])
        weights.append((module.state_dict(), torch.rand(1)))
    assert torch.equal(weights[0][1], weights[1][1])  # no random number was drawn
    for name, weight in weights[0][0].items():
        assert torch.equal(weight, weights[1][0][name]), name


def test_sipsanet_shows_its_displacement_field_at_pans_size(tmp_path: Path) -> None:
    torch.manual_seed(0)
    module = TinySipsaNet()
    last = [m for m in module.network.alignment if isinstance(m, nn.Conv2d)][-1]
    with torch.no_grad():  # always reads one MS pixel above
        last.weight.zero_()
        assert last.bias is not None
        last.bias.zero_()
        last.bias[3 * 9 + 4] = 1000
    events = trained(tmp_path, module, [ValidationMaps(scenes=1, side=12)], epochs=1)
    shown = picture(events, "maps/00_town/displacement", 0)
    assert shown.shape == (48, 48, 3)
    down = flow_colours(flat(1, 0))[0, 0]
    assert (shown == down).all()
    assert picture(events, "maps/displacement_key", 0).shape == (129, 129, 3)
    assert picture(events, "maps/00_town/error", 0).shape == (48, 48, 3)


def test_sanity_checks_are_not_drawn(tmp_path: Path) -> None:
    module = Tiny()
    events = trained(
        tmp_path, module, [ValidationMaps(scenes=1, side=12)], epochs=1, num_sanity_val_steps=2
    )
    assert [e.step for e in events.Images("maps/00_town/result")] == [2]


def test_without_tensorboard_nothing_is_computed(tmp_path: Path) -> None:
    module = Tiny()
    trainer = lightning.Trainer(
        max_epochs=1,
        accelerator="cpu",
        logger=CSVLogger(tmp_path),
        callbacks=[ValidationMaps(side=12)],
        enable_progress_bar=False,
        enable_model_summary=False,
        enable_checkpointing=False,
    )
    trainer.fit(module, datamodule=Scenes())
    assert module.windowed == []


@pytest.mark.parametrize(("scenes", "side"), [(0, 64), (1, 0), (1, 10)])
def test_crops_that_networks_cannot_take_are_refused(scenes: int, side: int) -> None:
    with pytest.raises(ValueError, match="multiple of 4"):
        ValidationMaps(scenes, side)
