"""Patches of scenes as a Lightning data module: drawn by group, augmented, repeatable.

Sampling is by group of scenes, not by area. A worker draws from a generator seeded by the run's
seed and the index of the sample, so a resumed run goes on with the samples that were due.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import lightning
import numpy as np
import numpy.typing as npt
import torch
from torch import Tensor
from torch.utils.data import DataLoader, Dataset

from qgis_pansharp.backend.pixels import block_means
from qgis_pansharp.backend.scaling import fit_scaling
from training.scenes import RATIO, ROLES, TrainingScene, load_manifest

Array = npt.NDArray[Any]
Sample = dict[str, Tensor]


@dataclass(frozen=True)
class PreparedScene:
    """Scaled values ready to crop; `ms` may hold several versions of the same place."""

    name: str
    pan: Array  # (H, W)
    ms: tuple[Array, ...]  # each (B, h, w)
    truth: Array | None  # (B, H, W)
    empty: Array  # (h, w) bool: MS pixels without data


def prepare(
    scene: TrainingScene, rule: str, reduced: bool, gain_changes: tuple[float, ...]
) -> PreparedScene:
    """Read a scene, reduce it if asked, and scale it as the product would."""
    truth: Array | None = None
    if reduced:
        pan, first, truth = scene.read_reduced(gain_changes[0])
        versions = [first] + [scene.read_reduced(change)[1] for change in gain_changes[1:]]
    else:
        pan, first = scene.read()
        versions = [first]
    # bands in the models' order, as the product brings them
    order = [scene.bands.index(role) for role in ROLES.values()]
    first, versions = first[order], [version[order] for version in versions]
    truth = None if truth is None else truth[order]
    pan = pan[: first.shape[1] * RATIO, : first.shape[2] * RATIO]
    empty = (first == 0).all(axis=0)
    scaling = fit_scaling(rule, block_means(pan, RATIO)[~empty], first[:, ~empty])
    return PreparedScene(
        name=scene.name,
        pan=scaling.pan_to_values(pan),
        ms=tuple(scaling.ms_to_values(version) for version in versions),
        truth=None if truth is None else scaling.ms_to_values(truth),
        empty=empty,
    )


@dataclass(frozen=True)
class Augmentation:
    """How far samples may stray from their scenes.

    Flips and quarter turns always; the rest are half-widths of uniform draws: one gain a band, one
    gain and offset of PAN against MS, and white noise (values, standard deviation).
    """

    band_gain: float = 0.0
    pan_gain: float = 0.0
    pan_offset: float = 0.0
    noise: float = 0.0
    swap_red_blue: float = 0.0  # probability


class PatchDataset(Dataset[Sample]):
    """An endless-looking set of `length` random patches of `size` MS pixels."""

    def __init__(
        self,
        groups: list[list[PreparedScene]],
        size: int,
        length: int,
        seed: int,
        augmentation: Augmentation,
    ) -> None:
        self.groups = groups
        # a group counts by the root of its number of scenes
        weights = np.array([len(group) ** 0.5 for group in groups])
        self.probabilities = weights / weights.sum()
        self.size = size
        self.length = length
        self.seed = seed
        self.augmentation = augmentation

    def __len__(self) -> int:
        return self.length

    def __getitem__(self, index: int) -> Sample:
        """Return `pan (1, r*s, r*s)`, `ms (B, s, s)` and, at reduced resolution, `truth`."""
        random = np.random.default_rng((self.seed, index))
        for _ in range(10):
            group = self.groups[random.choice(len(self.groups), p=self.probabilities)]
            scene = group[random.integers(len(group))]
            ms = scene.ms[random.integers(len(scene.ms))]
            size = min(self.size, *ms.shape[1:])
            row = int(random.integers(ms.shape[1] - size + 1))
            column = int(random.integers(ms.shape[2] - size + 1))
            if scene.empty[row : row + size, column : column + size].mean() < 0.05:
                break
        at_ms = (slice(row, row + size), slice(column, column + size))
        at_pan = tuple(slice(s.start * RATIO, s.stop * RATIO) for s in at_ms)
        images = {"pan": scene.pan[at_pan][None], "ms": ms[(slice(None), *at_ms)]}
        if scene.truth is not None:
            images["truth"] = scene.truth[(slice(None), *at_pan)]
        return self.augment(images, random)

    def augment(self, images: dict[str, Array], random: np.random.Generator) -> Sample:
        """Flip, turn, and change the radiometry of one sample."""
        turns, flip = int(random.integers(4)), bool(random.integers(2))
        change = self.augmentation
        bands = images["ms"].shape[0]
        gains = 1 + change.band_gain * random.uniform(-1, 1, (bands, 1, 1))
        order = np.arange(bands)
        if random.random() < change.swap_red_blue:
            order[[0, 2]] = order[[2, 0]]
        pan_gain = 1 + change.pan_gain * random.uniform(-1, 1)
        pan_offset = change.pan_offset * random.uniform(-1, 1)
        sample = {}
        for name, image in images.items():
            is_pan = name == "pan"
            image = image * pan_gain + pan_offset if is_pan else (image * gains)[order]
            if name != "truth" and change.noise:
                image = image + random.normal(0, change.noise * random.random(), image.shape)
            image = np.rot90(image, turns, axes=(1, 2))
            if flip:
                image = image[:, :, ::-1]
            sample[name] = torch.from_numpy(np.ascontiguousarray(image, dtype=np.float32))
        return sample


class SceneData(lightning.LightningDataModule):
    """Training patches and whole validation scenes for one network.

    Args:
        manifest: YAML file that lists the scenes.
        root: folder of the scene folders.
        rule: value scaling, as on the model's card.
        reduced: supervise at reduced resolution, or give full-resolution pairs.
        patch: side of a patch in MS pixels.
        batch: patches a step.
        steps: steps an epoch.
        max_misregistration: scenes shifted further (MS pixels) are left out of training.
        gain_changes: versions of the reduced MS by a change of the MTF gains.
    """

    def __init__(
        self,
        manifest: Path,
        root: Path,
        rule: str,
        reduced: bool,
        patch: int,
        batch: int,
        steps: int,
        seed: int = 0,
        workers: int = 0,
        max_misregistration: float = 10.0,
        gain_changes: tuple[float, ...] = (0.0,),
        augmentation: Augmentation | None = None,
    ) -> None:
        super().__init__()
        self.manifest = manifest
        self.root = root
        self.rule = rule
        self.reduced = reduced
        self.patch = patch
        self.batch = batch
        self.steps = steps
        self.seed = seed
        self.workers = workers
        self.max_misregistration = max_misregistration
        self.gain_changes = gain_changes
        self.augmentation = augmentation or Augmentation()
        self.training_groups: list[list[PreparedScene]] = []
        self.validation_scenes: list[PreparedScene] = []

    def setup(self, stage: str | None = None) -> None:
        """Read and prepare all scenes once."""
        if self.training_groups:
            return
        groups: dict[str, list[PreparedScene]] = defaultdict(list)
        for scene in load_manifest(self.manifest, self.root):
            if scene.misregistration > self.max_misregistration:
                continue
            if not self.reduced and scene.kind == "simulated":
                continue
            if scene.role == "validation":
                if self.reduced or scene.kind == "raw":
                    prepared = prepare(scene, self.rule, self.reduced, (0.0,))
                    self.validation_scenes.append(prepared)
            else:
                changes = self.gain_changes
                groups[scene.group].append(prepare(scene, self.rule, self.reduced, changes))
        self.training_groups = list(groups.values())

    def train_dataloader(self) -> DataLoader[Sample]:
        """Return the patches of one epoch; another epoch draws others."""
        epoch = self.trainer.current_epoch if self.trainer else 0
        dataset = PatchDataset(
            self.training_groups,
            self.patch,
            self.steps * self.batch,
            seed=self.seed * 100_003 + epoch,
            augmentation=self.augmentation,
        )
        return DataLoader(dataset, self.batch, num_workers=self.workers, persistent_workers=False)

    def val_dataloader(self) -> DataLoader[Sample]:
        """Return whole scenes, one by one, at most 128 MS pixels a side."""
        samples = []
        for scene in self.validation_scenes:
            ms = scene.ms[0][:, :128, :128]
            rows, columns = (n - n % 2 for n in ms.shape[1:])
            at_pan = (slice(0, rows * RATIO), slice(0, columns * RATIO))
            sample = {
                "pan": torch.from_numpy(scene.pan[at_pan][None].copy()),
                "ms": torch.from_numpy(ms[:, :rows, :columns].copy()),
            }
            if scene.truth is not None:
                sample["truth"] = torch.from_numpy(scene.truth[(slice(None), *at_pan)].copy())
            samples.append(sample)
        return DataLoader(samples, batch_size=1)  # type: ignore[arg-type]
