"""One training sample: a crop of a prepared pair, displaced, blurred, and changed in radiometry.

Two kinds of displacement. Where PAN moves (`pan_shift`) the truth stays with MS: a network learns
to fit PAN's detail to the colours. Where MS moves (`ms_shift`, `movers`) the truth stays with PAN:
a network learns to bring the colours to the detail.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
import numpy.typing as npt

from qgis_pansharp.backend.models.bands import fill_slots
from qgis_pansharp.backend.mtf import degrade
from training.pairs import Pair

Array = npt.NDArray[Any]

MARGIN = 4  # MS pixels around a crop that the sensor's blur looks at
PAN_MARGIN = 8  # PAN pixels around a crop for moving and blurring it, at least
RINGING = 4  # PAN pixels beyond that which moving by a fraction looks at
BLUR_REACH = 3  # standard deviations
HIDDEN = 1000.0  # MS pixels: the displacement of what MS does not show at all


@dataclass(frozen=True)
class Augmentation:
    """How far samples may stray from their scenes; flips and quarter turns unless `turn` is off.

    Radiometry (half-widths of uniform draws, on values of about [0, 1]): a gain and an offset per
    band, a gain and an offset of PAN against MS, white noise (largest standard deviation), of which
    PAN may have more (`pan_noise`, by default as much). Last of all a gain of everything alike,
    drawn evenly on a logarithmic scale between `scene_gain` and its inverse: what a scene's
    brightest pixels are decides its values, and says little else. Spectral response: the
    probability of replacing a random share of PAN by a random mix of the true bands.
    Sharpness: change of the MTF gain of MS, and the largest blur of PAN (sigma, PAN pixels).
    Displacement: PAN against MS (PAN pixels, truth stays with MS), MS against PAN (MS pixels, truth
    stays with PAN), and up to `movers` car- to truck-sized patches that lie elsewhere in MS, at
    most `mover_reach` MS pixels away; with the probability `leaving` what moved hides what it came
    to, and leaves its surroundings' colour behind, instead of changing places with it; of
    `mover_choice` places the one that stands out most is moved. `still` is the probability of no
    displacement at all. Each is applied with its probability. `drop` is the
    probability of leaving bands out, whose places the nearest other ones take. `flat` is the
    probability of a flat rectangle, in which noise is all that there is to see (truth known only).
    `own_ms` is the probability of MS as it came with its truth, where it did, instead of MS made
    from the truth by the sensor's MTF; what is displaced, or blunter or sharper, is always made.
    """

    turn: bool = True
    band_gain: float = 0.0
    band_offset: float = 0.0
    pan_gain: float = 0.0
    pan_offset: float = 0.0
    noise: float = 0.0
    pan_noise: float | None = None
    scene_gain: float = 1.0
    pan_mix: float = 0.0  # probability
    swap_red_blue: float = 0.0  # probability
    mtf_gain: float = 0.0
    pan_blur: float = 0.0
    pan_shift: float = 0.0
    pan_shift_probability: float = 0.5
    ms_shift: float = 0.0
    ms_shift_probability: float = 0.5
    movers: int = 0
    mover_reach: float = 4.0
    leaving: float = 0.0
    mover_choice: int = 3
    still: float = 0.0
    own_ms: float = 0.5
    drop: float = 0.0
    flat: float = 0.0


def window(image: Array, row: int, column: int, rows: int, columns: int) -> Array:
    """Cut `rows x columns` from the last two axes; edges are repeated beyond the image."""
    height, width = image.shape[-2:]
    if row >= 0 and column >= 0 and row + rows <= height and column + columns <= width:
        return image[..., row : row + rows, column : column + columns]
    at_rows = np.clip(np.arange(row, row + rows), 0, height - 1)
    at_columns = np.clip(np.arange(column, column + columns), 0, width - 1)
    return image[..., at_rows[:, None], at_columns]


def move_and_blur(image: Array, down: float, right: float, sigma: float) -> Array:
    """Move features of `(H, W)` by any fraction of a pixel and blur them; borders are circular."""
    spectrum = np.fft.rfft2(image)
    rows = np.fft.fftfreq(image.shape[0], 1.0)[:, None]
    columns = np.fft.rfftfreq(image.shape[1], 1.0)
    spectrum *= np.exp(-2j * np.pi * (rows * down + columns * right))
    spectrum *= np.exp(-2 * np.square(np.pi * sigma) * (np.square(rows) + np.square(columns)))
    moved: Array = np.fft.irfft2(spectrum, image.shape).astype(image.dtype)
    return moved


def uniform_field(down: float, right: float, size: int) -> Array:
    """Return one displacement for all of `size x size` pixels, `(2, size, size)`."""
    field = np.empty((2, size, size), np.float32)
    field[0], field[1] = down, right
    return field


def turn_field(field: Array, turns: int, flip: bool) -> Array:
    """Turn vectors `(2, h, w)` (down, right) with the image that they belong to."""
    field = np.rot90(field, turns, axes=(1, 2))
    for _ in range(turns % 4):
        field = np.stack([-field[1], field[0]])
    if flip:
        field = field[:, :, ::-1] * np.array([1, -1], field.dtype)[:, None, None]
    return np.ascontiguousarray(field, dtype=np.float32)


def move_patches(
    image: Array,
    count: int,
    ratio: int,
    reach: float,
    random: np.random.Generator,
    leaving: bool = False,
    choice: int = 3,
) -> tuple[Array, Array]:
    """Displace patches the size of cars and trucks by up to `reach` MS pixels.

    What MS saw elsewhere than PAN: the patch shows up displaced, and where PAN has it MS has the
    ground. Of some places drawn the one with most contrast is taken.

    Args:
        image: `(B, H, W)` at PAN's pixel size, or at MS's with ratio 1.
        leaving: whether patches hide what they come to, and leave the median of their surroundings
            behind; they change places otherwise.
        choice: places drawn for each patch.

    Returns:
        The image, and for each pixel `(2, H, W)` how far down and right of it the ground went that
        was there, in pixels; `HIDDEN` MS pixels where it is under a patch.
    """
    image = image.copy()
    height, width = image.shape[1:]
    went = np.zeros((2, height, width), np.float32)
    for _ in range(count):
        rows, columns = (round(ratio * s) for s in random.uniform(1.5, 5, 2))
        angle, length = random.uniform(0, 2 * np.pi), ratio * random.uniform(0.5, reach)
        down, right = round(length * np.sin(angle)), round(length * np.cos(angle))
        places = []
        for _ in range(choice):
            top = int(random.integers(max(1, height - rows - abs(down)))) + max(0, -down)
            left = int(random.integers(max(1, width - columns - abs(right)))) + max(0, -right)
            here = (slice(None), slice(top, top + rows), slice(left, left + columns))
            if leaving:  # what differs from its surroundings is what can be seen to have gone
                ground = surroundings(image, *here[1:], 2 * ratio)
                contrast = np.abs(image[here].mean(axis=(1, 2)) - ground)
            else:
                contrast = image[here].std(axis=(1, 2))
            places.append((float(contrast.mean()), top, left))
        _, top, left = max(places)
        here = (slice(None), slice(top, top + rows), slice(left, left + columns))
        there = (
            slice(None),
            slice(top + down, top + down + rows),
            slice(left + right, left + right + columns),
        )
        if image[here].shape != image[there].shape:
            continue
        patch = image[here].copy()
        vector = np.array([down, right], np.float32)[:, None, None]
        if leaving:
            image[here] = surroundings(image, *here[1:], 2 * ratio)[:, None, None]
            went[there] = HIDDEN * ratio
        else:
            image[here] = image[there]
            went[there] = -vector
        image[there] = patch
        went[here] = vector  # last, as the patch itself
    return image, went


def surroundings(image: Array, rows: slice, columns: slice, width: int) -> Array:
    """Return the median `(B,)` of what lies around a rectangle of `(B, H, W)`, `width` wide."""
    top, left = max(0, rows.start - width), max(0, columns.start - width)
    ring = image[:, top : rows.stop + width, left : columns.stop + width]
    around = np.ones(ring.shape[1:], dtype=bool)
    around[rows.start - top : rows.stop - top, columns.start - left : columns.stop - left] = False
    median: Array = np.median(
        ring[:, around] if around.any() else ring.reshape(len(ring), -1), axis=1
    )
    return median


def flatten(images: dict[str, Array], ratio: int, random: np.random.Generator) -> None:
    """Give a rectangle of all images their mean there: ground without any detail.

    Args:
        images: of one sample, `(B, r*s, r*s)` or, at MS's pixel size, `(B, s, s)`; changed.
        ratio: r.
    """
    size = images["ms"].shape[1]
    rows, columns = (int(n) for n in random.integers(size // 4, size // 2 + 1, 2))
    top, left = int(random.integers(size - rows + 1)), int(random.integers(size - columns + 1))

    def place(scale: int) -> tuple[slice, slice, slice]:
        right, bottom = left + columns, top + rows
        return (
            slice(None),
            slice(top * scale, bottom * scale),
            slice(left * scale, right * scale),
        )

    means = {
        name: images[name][place(ratio)].mean(axis=(1, 2), keepdims=True)
        for name in ("pan", "truth")
    }
    for name in images.keys() - {"displacement"}:
        flat = images[name].copy()
        # all of MS takes the truth's level there, wherever its own ground went
        flat[place(flat.shape[1] // size)] = means["pan" if name == "pan" else "truth"]
        images[name] = flat


class Sampler:
    """Draws samples of a pair for the bands that a network expects."""

    def __init__(self, roles: tuple[str, ...], change: Augmentation) -> None:
        self.roles = roles
        self.change = change

    def draw(
        self, pair: Pair, row: int, column: int, size: int, random: np.random.Generator
    ) -> dict[str, Array]:
        """Return the sample of `size` MS pixels whose corner is MS pixel (row, column).

        `pan (1, r*s, r*s)`, `ms (B, s, s)`, `level (B,)`, `plain ()`, `gains (B,)` of the sensor,
        `aligned (B, s, s)`, MS as it would be without the sample's displacement, `crooked ()`: by
        how many MS pixels the pair itself is displaced, and `displacement (2, s, s)`: for each MS
        pixel how far down and right of it MS has what PAN shows there, in MS pixels. With a truth
        also `truth (B, r*s, r*s)`.
        """
        bands = self.bands(pair, random)
        pan, moved = self.pan(pair, row, column, size, random)
        images = {"pan": pan[None]}
        if pair.truth is None:
            ms, displacement = self.full_ms(pair, row, column, size, random)
            images["ms"] = ms[bands]
            images["aligned"] = window(pair.ms, row, column, size, size)[bands]
        else:
            ms, aligned, truth, displacement = self.reduced_ms(pair, row, column, size, random)
            images |= {"ms": ms[bands], "aligned": aligned[bands], "truth": truth[bands]}
            if pair.enlarged is not None:
                side = size * pair.ratio
                at = row * pair.ratio, column * pair.ratio
                images["enlarged"] = window(pair.enlarged, *at, side, side)[bands]
        of_pan = np.array(moved) / pair.ratio + np.array(pair.shift)
        images["displacement"] = displacement - of_pan[:, None, None]
        if "truth" in images and random.random() < self.change.flat:
            flatten(images, pair.ratio, random)
        sample, gains = self.radiometry(images, random)
        sample["level"] = (pair.level[bands] * gains).astype(np.float32)
        sample["plain"] = np.array(pair.plain, np.float32)
        sample["gains"] = np.array(pair.gains, np.float32)[bands]
        sample["crooked"] = np.array(np.hypot(*pair.shift), np.float32)
        return sample

    def bands(self, pair: Pair, random: np.random.Generator) -> Array:
        """Choose the pair's band for each of the network's."""
        change = self.change
        kept = list(range(len(pair.roles)))
        if random.random() < change.drop and len(kept) > 3:
            count = int(random.integers(3, len(kept)))
            kept = sorted(random.choice(len(pair.roles), count, replace=False).tolist())
        slots = fill_slots(self.roles, tuple(pair.roles[i] for i in kept))
        bands = np.array([kept[i] for i in slots])
        if random.random() < change.swap_red_blue:
            blue, red = self.roles.index("blue"), self.roles.index("red")
            bands[[blue, red]] = bands[[red, blue]]
        return bands

    @property
    def pan_margin(self) -> int:
        """PAN pixels around a crop of which none comes into it from the other side."""
        reach = self.change.pan_shift + BLUR_REACH * self.change.pan_blur
        return max(PAN_MARGIN, math.ceil(reach) + RINGING)

    def pan(
        self, pair: Pair, row: int, column: int, size: int, random: np.random.Generator
    ) -> tuple[Array, tuple[float, float]]:
        """Cut PAN, mixed with the true bands, then moved and blurred; also return how far."""
        change, ratio = self.change, pair.ratio
        down = right = 0.0
        if change.pan_shift and random.random() < change.pan_shift_probability:
            down, right = random.uniform(-change.pan_shift, change.pan_shift, 2)
        sigma = change.pan_blur * random.random() if random.random() < 0.5 else 0.0
        changed = bool(down or right or sigma)
        margin = self.pan_margin if changed else 0
        side = size * ratio + 2 * margin
        place = (row * ratio - margin, column * ratio - margin, side, side)
        pan = window(pair.pan, *place)
        if pair.truth is not None and random.random() < change.pan_mix:
            share = random.random()
            weights = random.dirichlet(np.ones(len(pair.roles)))
            mix = np.tensordot(weights, window(pair.truth, *place), axes=1)
            pan = (1 - share) * pan + share * mix
        if not changed:
            return pan, (0.0, 0.0)
        moved = move_and_blur(pan, down, right, sigma)[margin:-margin, margin:-margin]
        return moved, (down, right)

    def full_ms(
        self, pair: Pair, row: int, column: int, size: int, random: np.random.Generator
    ) -> tuple[Array, Array]:
        """Cut MS at full resolution, displaced by whole MS pixels; also return by how much."""
        down = right = 0
        change = self.moving(random)
        if change.ms_shift and random.random() < change.ms_shift_probability:
            down, right = np.rint(random.uniform(-1, 1, 2) * change.ms_shift).astype(int)
        ms = window(pair.ms, row - down, column - right, size, size)
        displacement = uniform_field(down, right, size)
        if change.movers:
            count = int(random.integers(change.movers + 1))
            leaving = bool(change.leaving and random.random() < change.leaving)
            ms, went = move_patches(
                ms, count, 1, change.mover_reach, random, leaving, change.mover_choice
            )
            displacement += window(went, down, right, size, size)
        return ms, displacement

    def reduced_ms(
        self, pair: Pair, row: int, column: int, size: int, random: np.random.Generator
    ) -> tuple[Array, Array, Array, Array]:
        """Return MS as a displaced sensor of another sharpness sees it, undisplaced, and truth.

        The last is by how much MS is displaced, `(2, s, s)` in MS pixels.
        """
        change, ratio = self.moving(random), pair.ratio
        if pair.truth is None:
            raise ValueError(f"{pair.name} has no truth")
        down = right = 0
        if change.ms_shift and random.random() < change.ms_shift_probability:
            limit = change.ms_shift * ratio
            down, right = np.rint(random.uniform(-limit, limit, 2)).astype(int)
        count = int(random.integers(change.movers + 1)) if change.movers else 0
        truth = window(pair.truth, row * ratio, column * ratio, size * ratio, size * ratio)
        displacement = uniform_field(down / ratio, right / ratio, size)
        if pair.enlarged is not None:
            aligned = window(pair.ms, row, column, size, size)
            return aligned, aligned, truth, uniform_field(0, 0, size)
        if pair.own_ms and random.random() < change.own_ms:
            aligned = window(pair.ms, row, column, size, size)
            if not (down or right or count):
                return aligned, aligned, truth, displacement
        side = (size + 2 * MARGIN) * ratio
        top, left = (row - MARGIN) * ratio, (column - MARGIN) * ratio
        gains = np.clip(np.array(pair.gains) + change.mtf_gain * random.uniform(-1, 1), 0.1, 0.6)
        inner = (slice(None), slice(MARGIN, MARGIN + size), slice(MARGIN, MARGIN + size))
        still = window(pair.truth, top, left, side, side)
        aligned = degrade(still, ratio, gains)[inner]
        if not (down or right or count):
            return aligned, aligned, truth, displacement
        seen = window(pair.truth, top - down, left - right, side, side)
        leaving = bool(change.leaving and random.random() < change.leaving)
        seen, went = move_patches(
            seen, count, ratio, change.mover_reach, random, leaving, change.mover_choice
        )
        # ground that PAN shows at a pixel was displaced as a whole before it went
        went = window(went, down, right, side, side)[:, ratio // 2 :: ratio, ratio // 2 :: ratio]
        return (
            degrade(seen, ratio, gains)[inner],
            aligned,
            truth,
            displacement + went[inner] / ratio,
        )

    def moving(self, random: np.random.Generator) -> Augmentation:
        """Return the augmentation of a sample, without any displacement where it is to be still."""
        if self.change.still and random.random() < self.change.still:
            return replace(self.change, ms_shift=0.0, movers=0)
        return self.change

    def radiometry(
        self, images: dict[str, Array], random: np.random.Generator
    ) -> tuple[dict[str, Array], Array]:
        """Flip, turn, and change the values of one sample; also return the gains of MS's bands."""
        change = self.change
        turns, flip = int(random.integers(4)), bool(random.integers(2))
        if not change.turn:
            turns, flip = 0, False
        bands = images["ms"].shape[0]
        gains = 1 + change.band_gain * random.uniform(-1, 1, bands)
        offsets = change.band_offset * random.uniform(-1, 1, bands)
        pan_gain = 1 + change.pan_gain * random.uniform(-1, 1)
        pan_offset = change.pan_offset * random.uniform(-1, 1)
        of_pan = change.noise if change.pan_noise is None else change.pan_noise
        noise = {"pan": of_pan * random.random(), "ms": change.noise * random.random()}
        whole = 1.0
        if change.scene_gain != 1:
            whole = change.scene_gain ** random.uniform(-1, 1)
        sample = {}
        for name, image in images.items():
            if name == "displacement":
                sample[name] = turn_field(image, turns, flip)
                continue
            if name == "pan":
                image = image * pan_gain + pan_offset
            else:
                image = image * gains[:, None, None] + offsets[:, None, None]
            if noise.get(name):
                image = image + random.normal(0, noise[name], image.shape)
            image = np.rot90(image, turns, axes=(1, 2))
            if flip:
                image = image[:, :, ::-1]
            sample[name] = np.ascontiguousarray(whole * image, dtype=np.float32)
        return sample, whole * gains
