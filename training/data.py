"""Batches of samples as a Lightning data module: drawn by scene and content, repeatable.

Sampling is by group of scenes, not by area. Every batch has a generator of its own, seeded by the
run's seed, the epoch and the batch's number, so a resumed run goes on with the samples that were
due, whatever the number of workers. Several devices take the batches of an epoch by turns, so they
never share one, and an epoch has as many steps as on one device.
"""

from __future__ import annotations

import hashlib
import json
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any, NamedTuple

import lightning
import numpy as np
import numpy.typing as npt
import torch
from lightning.pytorch.utilities import rank_zero_warn
from torch import Tensor
from torch.utils.data import DataLoader, Dataset

from qgis_pansharp.backend.models.bands import ROLES
from qgis_pansharp.backend.pixels import spread
from qgis_pansharp.backend.scaling import RULES
from training.holes import corners
from training.options import check, is_whole
from training.pairs import FULL, REDUCED, STREAMS, Pair, prepare
from training.pancollection import REMADE, REPHASED, THEIRS, PanCollectionFile, prepared_patches
from training.samples import Augmentation, Sampler, uniform_field, window
from training.scenes import (
    NEIGHBOURS,
    TooSmallError,
    TrainingScene,
    gains_of,
    load_manifest,
)

Array = npt.NDArray[Any]
Batch = dict[str, Tensor]
LARGEST_EMPTY = 0.05  # share of a crop
CELL = 4  # MS pixels of the networks' cells at inference, at ratios 2 and 4
LEAST_TUNING_SIDE = 8  # MS pixels; SIPSA-Net works on no less
TUNING_PATCHES = 16  # of a file of PanCollection
PANCOLLECTION_MS = {"remade": REMADE, "rephased": REPHASED, "as-is": THEIRS}


class Choice(NamedTuple):
    """What crops of one size are drawn from: groups of pairs, and how likely each is."""

    groups: list[list[Pair]]
    probabilities: Array

    @classmethod
    def of(cls, groups: Sequence[Sequence[Pair]], weights: Array, size: int) -> Choice:
        """Keep the pairs that have a place for a crop; a group counts by the root of their number.

        Raises:
            ValueError: there are none.
        """
        fitting = [[pair for pair in group if has_place(pair, size)] for group in groups]
        if not any(fitting):
            raise ValueError(
                f"no scene is as large as a crop of {size} MS pixels, with data in nearly all of it"
            )
        kept = np.array([len(g) ** 0.5 * weight for g, weight in zip(fitting, weights) if g])
        if not kept.sum() > 0:
            raise ValueError(f"no scene for crops of {size} MS pixels has a weight above 0")
        return cls([group for group in fitting if group], kept / kept.sum())


def has_place(pair: Pair, size: int) -> bool:
    """Say whether a crop of so many MS pixels lies in a pair, and in data all but a little."""
    if min(pair.ms.shape[1:]) < size:
        return False
    return not pair.empty.any() or bool(len(corners(pair.empty, size, LARGEST_EMPTY)))


class Batches(Dataset[Batch]):
    """An endless-looking set of `length` batches; an item is a whole batch of one crop size.

    Args:
        groups: pairs that share one sampling weight.
        sizes: sides of the crops in MS pixels, one drawn for each batch; scenes that are smaller
            than one of them serve the others.
        count: crops in a batch.
        candidates: places drawn for a crop, of which that with most contrast in PAN is taken; 1
            samples by place alone, more by content.
        complete_weight: factor on the weight of groups whose scenes have all bands of the network.
        group_weights: a further factor for each group; 1 by default.
        rank: number of the device that the batches are for.
        devices: that take turns: item `i` is batch number `i * devices + rank`.

    Raises:
        ValueError: no scene is large enough for the crops, or the weights are not one for a group.
    """

    def __init__(
        self,
        groups: Sequence[Sequence[Pair]],
        sampler: Sampler,
        sizes: Sequence[int],
        count: int,
        length: int,
        seed: tuple[int, ...],
        candidates: int = 1,
        complete_weight: float = 1.0,
        group_weights: Sequence[float] | None = None,
        rank: int = 0,
        devices: int = 1,
    ) -> None:
        complete = [set(sampler.roles) <= set(group[0].roles) for group in groups]
        weights = np.where(complete, complete_weight, 1.0)
        if group_weights is not None:
            weights = weights * np.array([w for _, w in zip(groups, group_weights, strict=True)])
        self.choices = {size: Choice.of(groups, weights, size) for size in sizes}
        self.sampler = sampler
        self.sizes = tuple(sizes)
        self.count = count
        self.length = length
        self.seed = seed
        self.candidates = candidates
        self.rank = rank
        self.devices = devices

    def __len__(self) -> int:
        return self.length

    def __getitem__(self, index: int) -> Batch:
        """Return a batch: what `Sampler.draw` returns, stacked."""
        random = np.random.default_rng((*self.seed, index * self.devices + self.rank))
        size = self.sizes[int(random.integers(len(self.sizes)))]
        samples = [self.draw(size, random) for _ in range(self.count)]
        return {name: torch.from_numpy(np.stack([s[name] for s in samples])) for name in samples[0]}

    def draw(self, size: int, random: np.random.Generator) -> dict[str, Any]:
        """Draw one sample."""
        groups, probabilities = self.choices[size]
        group = groups[int(random.choice(len(groups), p=probabilities))]
        pair = group[int(random.integers(len(group)))]
        rows, columns = (n - size + 1 for n in pair.ms.shape[1:])
        best, row, column, found = -np.inf, 0, 0, 0
        for _ in range(10 * self.candidates):
            at = int(random.integers(rows)), int(random.integers(columns))
            if window(pair.empty, *at, size, size).mean() > LARGEST_EMPTY:
                continue
            found += 1
            contrast = 0.0
            if self.candidates > 1:
                r = pair.ratio
                contrast = float(window(pair.pan, at[0] * r, at[1] * r, size * r, size * r).std())
            if contrast > best:
                best, row, column = contrast, *at
            if found == self.candidates:
                break
        if not found:  # holes nearly everywhere
            possible = corners(pair.empty, size, LARGEST_EMPTY)
            row, column = (int(n) for n in possible[random.integers(len(possible))])
        return self.sampler.draw(pair, row, column, size, random)


class SceneData(lightning.LightningDataModule):
    """Training batches and whole tuning scenes for one network.

    Args:
        manifest: YAML file that lists the scenes.
        root: folder of the scene folders.
        cache: folder of the prepared pairs.
        roles: bands that the network expects, in its order.
        ratio: PAN pixels per MS pixel.
        rule: value scaling, as on the model's card.
        streams: for each resolution wanted ("reduced", "full") its `sizes`, `count`, `candidates`
            and `augmentation`.
        least_bands: scenes with fewer of the roles are left out; all by default.
        complete_weight: how much more often scenes with all the roles are drawn.
        group_weights: how much more often the scenes of a group are drawn, by its name.
        steps: steps an epoch.
        workers: processes that prepare batches beside the one that trains.
        register_from: see `training.pairs.prepare`.
        most_misregistration: scenes shifted by more MS pixels are left out of training.
        pancollection: files of PanCollection: `file` (below `root`), `sensor`, `bands`, `gains`
            where those known of the sensor do not fit, and `role`, "train" unless it is "tune", of
            which some patches serve the curves. Files with a truth serve at reduced resolution,
            those without at full resolution. `ms` says where MS comes from, "remade" from the truth
            unless it is "rephased" or, with their own interpolation of it, "as-is"; values are
            divided by `maximum` where it is given, and scaled by the rule otherwise.
        scenes: whether the manifest's scenes are used at all.
        other_ratios: raw scenes of these ratios are trained on at reduced resolution, too, reduced
            to the network's.
        neighbouring: eight-band scenes are trained on a second time, their other four bands in the
            places of the network's four.
        validation_side: most MS pixels a side of the scenes that the curves are drawn from.
    """

    def __init__(
        self,
        manifest: Path,
        root: Path,
        cache: Path,
        roles: Sequence[str],
        ratio: int,
        rule: str,
        streams: dict[str, dict[str, Any]],
        least_bands: int | None = None,
        complete_weight: float = 1.0,
        group_weights: Mapping[str, float] | None = None,
        steps: int = 1000,
        seed: int = 0,
        workers: int = 0,
        register_from: float = 0.0,
        most_misregistration: float = 10.0,
        pancollection: Sequence[dict[str, Any]] = (),
        scenes: bool = True,
        validation_side: int = 96,
        other_ratios: Sequence[int] = (),
        neighbouring: bool = False,
    ) -> None:
        super().__init__()
        unknown = set(streams) - set(STREAMS)
        if unknown or not streams:
            raise ValueError(f"streams must be among {STREAMS}, got {sorted(streams)}")
        if rule not in RULES:
            raise ValueError(f"data: the rule must be one of {', '.join(RULES)}, got {rule!r}")
        refuse_roles(roles, "data: roles")
        for stream, options in streams.items():
            check_stream(stream, options, roles)
        if workers < 0:
            raise ValueError(f"data: workers must be at least 0, got {workers}")
        if validation_side < CELL:
            raise ValueError(
                f"data: validation_side must be at least {CELL}, got {validation_side}"
            )
        if min(complete_weight, *(group_weights or {}).values(), 0) < 0:
            raise ValueError("data: complete_weight and group_weights must not be negative")
        for entry in pancollection:
            check_entry(entry)
        files = [entry["file"] for entry in pancollection]
        twice = sorted({file for file in files if files.count(file) > 1})
        if twice:
            raise ValueError(f"data: pancollection names {', '.join(twice)} twice; once is enough")
        self.manifest = manifest
        self.root = root
        self.cache = cache
        self.roles = tuple(roles)
        self.ratio = ratio
        self.rule = rule
        self.streams = streams
        self.least_bands = least_bands or len(self.roles)
        self.complete_weight = complete_weight
        self.group_weights = dict(group_weights or {})
        self.steps = steps
        self.seed = seed
        self.workers = workers
        self.register_from = register_from
        self.most_misregistration = most_misregistration
        self.pancollection = tuple(pancollection)
        self.with_scenes = scenes
        self.validation_side = validation_side
        self.other_ratios = tuple(other_ratios)
        self.neighbouring = neighbouring
        self.training: dict[str, list[list[Pair]]] = {}
        self.factors: dict[str, list[float]] = {}
        self.tuning: list[Pair] = []

    def scenes(self, role: str) -> list[TrainingScene]:
        """Return the manifest's scenes of a role that serve this network."""
        if not self.with_scenes:
            return []
        found = []
        for scene in load_manifest(self.manifest, self.root):
            also = role == "train" and scene.kind == "raw" and scene.ratio in self.other_ratios
            enough = len(set(self.roles) & set(scene.bands)) >= self.least_bands
            if scene.role == role and enough and (scene.ratio == self.ratio or also):
                found.append(scene)
                if role == "train" and self.neighbouring and scene.has(NEIGHBOURS):
                    found.append(scene.neighbouring())
        return found

    def digest(self) -> str:
        """Return a name for all that the manifest says of the scenes that this network sees."""
        chosen = [
            {**asdict(scene), "folder": ""}
            for role in ("train", "tune")
            for scene in self.scenes(role)
        ]
        return hashlib.sha256(json.dumps(chosen, sort_keys=True).encode()).hexdigest()[:12]

    def pair(self, scene: TrainingScene, stream: str) -> Pair:
        """Return a scene as this network sees it."""
        register_from = self.register_from
        return prepare(scene, self.roles, self.rule, stream, self.cache, register_from, self.ratio)

    def prepare_data(self) -> None:
        """Fill the cache, in one process of several."""
        self.setup()

    def setup(self, stage: str | None = None) -> None:
        """Open all pairs, preparing those that are not in the cache."""
        if self.training:
            return
        found: set[str] = set()
        served = [(self.stream_of(entry), entry) for entry in self.pancollection]
        for stream in self.streams:
            groups: dict[str, list[Pair]] = defaultdict(list)
            for scene in self.scenes("train"):
                if scene.misregistration > self.most_misregistration:
                    continue
                made = scene.kind in ("simulated", "ms") or scene.ratio != self.ratio
                if stream == FULL and made:
                    continue
                groups[scene.group].append(self.pair(scene, stream))
            for serves, entry in served:
                if serves == stream and entry.get("role") != "tune":
                    groups[entry["file"]] = self.patches(entry)
            found |= set(groups)
            self.training[stream] = list(groups.values())
            self.factors[stream] = [self.group_weights.get(name, 1.0) for name in groups]
            brought = {p.enlarged is not None for group in groups.values() for p in group}
            if len(brought) > 1:
                raise ValueError("pairs that bring their own interpolated MS mix with no others")
        unknown = set(self.group_weights) - found
        if unknown:
            raise ValueError(f"group_weights name no group of scenes: {sorted(unknown)}")
        for entry in self.pancollection:
            if entry.get("role") == "tune":
                self.tuning += spread(self.patches(entry), TUNING_PATCHES)
        for scene in self.scenes("tune"):
            try:
                if REDUCED in self.streams:
                    self.tuning.append(self.pair(scene, REDUCED))
                if FULL in self.streams and scene.kind == "raw":
                    self.tuning.append(self.pair(scene, FULL))
            except TooSmallError as error:
                rank_zero_warn(f"tuning scene left out of the curves: {error}")
        self.tuning = [pair for pair in self.tuning if self.serves_curves(pair)]

    def serves_curves(self, pair: Pair) -> bool:
        """Say whether a tuning scene is large enough for the curves; warn of one that is not."""
        side = self.shown_side(pair)
        if min(pair.ms.shape[1:]) >= LEAST_TUNING_SIDE and has_place(pair, side):
            return True
        rows, columns = pair.ms.shape[1:]
        rank_zero_warn(
            f"tuning scene {pair.name} is left out of the curves: it has {rows} x {columns} MS "
            f"pixels{' at reduced resolution' if pair.truth is not None else ''}; at least "
            f"{LEAST_TUNING_SIDE} are wanted, and nearly no holes"
        )
        return False

    def shown_side(self, pair: Pair) -> int:
        """Return the side of the crop of a tuning scene that the curves are drawn from."""
        size = min(*pair.ms.shape[1:], self.validation_side)
        return size - size % CELL

    def file_of(self, entry: dict[str, Any]) -> PanCollectionFile:
        """Return a file of PanCollection, checked."""
        gains = entry.get("gains")
        file = PanCollectionFile(
            self.root / entry["file"],
            entry["sensor"],
            tuple(entry["bands"]),
            PANCOLLECTION_MS[entry.get("ms", "remade")],
            None if gains is None else tuple(float(gain) for gain in gains),
        )
        if not len(file):
            raise ValueError(f"{file.path} holds no samples")
        if file.layout.ratio != self.ratio:
            raise ValueError(f"{file.path} has ratio {file.layout.ratio}, not {self.ratio}")
        return file

    def stream_of(self, entry: dict[str, Any]) -> str:
        """Return the stream that a file of PanCollection serves: its truth decides.

        Raises:
            ValueError: the run has no such stream.
        """
        file = self.file_of(entry)
        stream = REDUCED if file.layout.reduced else FULL
        if stream not in self.streams:
            held = "a truth (gt)" if file.layout.reduced else "no truth (gt)"
            raise ValueError(f"{file.path} has {held}; the run has no stream {stream!r} for it")
        return stream

    def patches(self, entry: dict[str, Any]) -> list[Pair]:
        """Open all patches of a file of PanCollection."""
        file = self.file_of(entry)
        scaling = float(entry["maximum"]) if "maximum" in entry else self.rule
        return prepared_patches(file, self.roles, scaling, self.cache)

    def batches(self, stream: str, epoch: int, rank: int = 0, devices: int = 1) -> Batches:
        """Return the batches of one epoch of a stream, for one of so many devices.

        Raises:
            ValueError: there is nothing to draw them from.
        """
        if not self.training[stream]:
            least = f"{self.least_bands} of " if self.least_bands < len(self.roles) else ""
            raise ValueError(
                f"there is nothing to train on for the stream {stream!r}: no scene of the role "
                f"train in {self.manifest} that serves it, with ratio {self.ratio} and {least}the "
                f"bands {', '.join(self.roles)}, and no file of pancollection"
            )
        options = self.streams[stream]
        return Batches(
            self.training[stream],
            Sampler(self.roles, Augmentation(**(options.get("augmentation") or {}))),
            options["sizes"],
            options["count"],
            self.steps,
            (self.seed, STREAMS.index(stream), epoch),
            options.get("candidates", 1),
            self.complete_weight,
            self.factors[stream],
            rank,
            devices,
        )

    def train_dataloader(self) -> dict[str, DataLoader[Batch]]:
        """Return the batches of one epoch by stream; another epoch or device draws others."""
        epoch, rank, devices = 0, 0, 1
        if self.trainer:
            epoch, rank = self.trainer.current_epoch, self.trainer.global_rank
            devices = self.trainer.world_size
        return {
            stream: DataLoader(
                self.batches(stream, epoch, rank, devices),
                batch_size=None,
                num_workers=self.workers,
            )
            for stream in self.streams
        }

    def val_dataloader(self) -> DataLoader[Batch]:
        """Return the tuning scenes, one by one: their middles, undisplaced.

        Of scenes with holes the place nearest to the middle that has data all but a little.

        Every device gets all of them, so that all log the same and need not tell each other.
        """
        samples = []
        for pair in self.tuning:
            sampler = Sampler(self.roles, Augmentation())
            size = self.shown_side(pair)
            samples.append(whole(sampler, pair, *middle(pair, size), size))
        return DataLoader(samples, batch_size=None)  # type: ignore[arg-type]


def refuse_roles(roles: Any, where: str) -> None:
    """Raise ValueError where they are no list, or one is unknown or stands there twice."""
    listed = isinstance(roles, (list, tuple)) and all(role in ROLES for role in roles)
    if not listed or not roles or len(set(roles)) < len(roles):
        raise ValueError(f"{where} must be some of {', '.join(ROLES)}, each once; got {roles!r}")


def check_stream(stream: str, options: Mapping[str, Any], roles: Sequence[str]) -> None:
    """Check what a run file says of the crops of one resolution.

    Raises:
        ValueError: an option is missing, unknown or wrong; the message names it.
    """
    odd = set(options) ^ {"sizes", "count"}
    if odd - {"candidates", "augmentation"}:
        raise ValueError(
            f"a stream has sizes and count, and may have candidates and augmentation; "
            f"missing in {stream} or unknown: {sorted(odd)}"
        )
    sizes = options["sizes"]
    if not isinstance(sizes, (list, tuple)) or not all(is_whole(size, 1) for size in sizes):
        raise ValueError(f"data, {stream}: sizes must be a list of whole numbers, got {sizes!r}")
    if not sizes:
        raise ValueError(f"data, {stream}: sizes must name at least one side of crops")
    for name in ("count", "candidates"):
        if not is_whole(options.get(name, 1), 1):
            raise ValueError(
                f"data, {stream}: {name} must be a whole number from 1, got {options[name]!r}"
            )
    augmentation = options.get("augmentation") or {}
    if not isinstance(augmentation, dict):
        raise ValueError(f"data, {stream}: augmentation must have names, got {augmentation!r}")
    check(augmentation, Augmentation, f"data, augmentation of {stream}")
    for name, value in augmentation.items():
        if value is not None and (value < 0 or (name == "scene_gain" and not value)):
            raise ValueError(f"data, augmentation of {stream}: {name} is too small, got {value!r}")
    if augmentation.get("swap_red_blue") and not {"red", "blue"} <= set(roles):
        raise ValueError(f"data, {stream}: without red and blue no swap_red_blue")


def check_entry(entry: dict[str, Any]) -> None:
    """Check an entry of a run file that names a file of PanCollection.

    Raises:
        ValueError: an option is missing, unknown or wrong; the message names the file.
    """
    name = entry.get("file", "an entry of pancollection without a file")
    if not isinstance(name, str):
        raise ValueError(f"data: file of pancollection must be a path, got {name!r}")
    missing = {"file", "sensor", "bands"} - set(entry)
    odd = set(entry) - {"file", "sensor", "bands", "gains", "maximum", "ms", "role"}
    ms, role = entry.get("ms", "remade"), entry.get("role", "train")
    if missing or odd or ms not in list(PANCOLLECTION_MS) or role not in ("train", "tune"):
        raise ValueError(
            f"{name}: ms must be one of {', '.join(PANCOLLECTION_MS)}, role train or tune; "
            f"missing: {sorted(missing)}, unknown: {sorted(odd)}"
        )
    refuse_roles(entry["bands"], f"{name}: bands")
    try:
        gains_of(entry["sensor"], entry.get("gains"), len(entry["bands"]))
    except (TypeError, ValueError) as error:
        raise ValueError(f"{name}: {error}") from error
    maximum = entry.get("maximum", 1)
    if isinstance(maximum, bool) or not isinstance(maximum, (int, float)) or not maximum > 0:
        raise ValueError(f"{name}: maximum must be a number above 0, got {maximum!r}")


def middle(pair: Pair, size: int) -> tuple[int, int]:
    """Return the corner of the crop nearest to a pair's middle that has data all but a little."""
    row, column = ((n - size) // 2 for n in pair.ms.shape[1:])
    if not pair.empty.any():
        return row, column
    possible = corners(pair.empty, size, LARGEST_EMPTY)
    row, column = possible[np.square(possible - (row, column)).sum(axis=1).argmin()].tolist()
    return row, column


def whole(sampler: Sampler, pair: Pair, row: int, column: int, size: int) -> Batch:
    """Return a crop of a pair as a batch of one, neither turned nor changed."""
    random = np.random.default_rng(0)
    bands = sampler.bands(pair, random)
    r = pair.ratio
    at_ms = (slice(row, row + size), slice(column, column + size))
    at_pan = (slice(row * r, (row + size) * r), slice(column * r, (column + size) * r))
    images = {
        "pan": pair.pan[at_pan][None],
        "ms": pair.ms[bands][(slice(None), *at_ms)],
        "level": pair.level[bands],
        "plain": np.float32(pair.plain),
        "displacement": uniform_field(-pair.shift[0], -pair.shift[1], size),
        "gains": np.array(pair.gains, np.float32)[bands],
        "crooked": np.float32(np.hypot(*pair.shift)),
    }
    images["aligned"] = images["ms"]
    if pair.truth is not None:
        images["truth"] = pair.truth[bands][(slice(None), *at_pan)]
    if pair.enlarged is not None:
        images["enlarged"] = pair.enlarged[bands][(slice(None), *at_pan)]
    return {name: torch.from_numpy(np.array(image)[None]) for name, image in images.items()}
