"""What every engine offers: one method that sharpens a block."""

from __future__ import annotations

from abc import ABC, abstractmethod
from dataclasses import dataclass
from types import TracebackType
from typing import Protocol, TypeVar

import numpy as np

from qgis_pansharp.backend.arrays import Array, FloatArray
from qgis_pansharp.backend.errors import EngineError

# The names of a model's inputs and output, whatever network it holds.
INPUT_NAMES = ("pan", "ms")
OUTPUT_NAME = "sharpened"


class Watch(Protocol):
    """Called while a block is worked on; may raise to stop the engine."""

    def __call__(self, share: float) -> None:
        """Take the share of the block that is done, 0 to 1."""


def unwatched(share: float) -> None:
    """Watch nothing."""


class Engine(Protocol):
    """Runs one model, block after block; close it, or use it as a context manager.

    `name` is what the user chooses, `device` what the user reads ("CPU (NumPy 1.24.2)").
    `precision` is "full" where all is computed in float32, "half" where a part is in 16 bits.
    `room` is what a block may take where the device has memory of its own, in bytes as models'
    cards count them; 0 where blocks take the computer's.
    """

    name: str
    device: str
    precision: str
    room: int

    def run(self, pan: FloatArray, ms: FloatArray, watch: Watch = unwatched) -> FloatArray:
        """Sharpen PAN `(1, H, W)` and MS `(B, h, w)`, float32, `H = r*h`, to `(B, H', W')`.

        Whatever `watch` raises stops the work within a fraction of a second and is raised here.

        Raises:
            EngineError: the arrays do not suit the model, or the engine failed.
            MemoryError: the block is too large for this computer; a smaller one may do.
        """
        ...

    def close(self) -> None:
        """Free what the engine holds; it cannot run any more."""
        ...

    def __enter__(self) -> Engine: ...

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None: ...


AnyEngine = TypeVar("AnyEngine", bound="EngineBase")


class EngineBase(ABC):
    """What all engines of this process have in common: they are closed once."""

    name = ""
    device = ""
    precision = "full"
    room = 0

    @abstractmethod
    def close(self) -> None:
        """Free what the engine holds; it cannot run any more."""

    def __enter__(self: AnyEngine) -> AnyEngine:
        """Return the engine itself."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        """Close the engine."""
        self.close()

    def _closed(self) -> EngineError:
        """Return the error of an engine that is used after it was closed."""
        return EngineError(
            "The engine {name} was closed; create it again to use it.", name=self.name
        )


@dataclass(frozen=True)
class EngineStatus:
    """Whether an engine can be used here; `detail` is its version, or what is missing."""

    name: str
    available: bool
    detail: str


def checked_inputs(pan: FloatArray, ms: FloatArray) -> dict[str, Array]:
    """Return both images with the batch axis that models expect.

    Raises:
        EngineError: an array has another shape than `(1, H, W)` and `(B, h, w)`.
    """
    if pan.ndim != 3 or ms.ndim != 3 or pan.shape[0] != 1 or 0 in pan.shape or 0 in ms.shape:
        raise EngineError(
            "A block of PAN with shape {pan} and MS with shape {ms} cannot be sharpened; (1, H, W) "
            "and (bands, h, w) are needed.",
            pan=pan.shape,
            ms=ms.shape,
        )
    return {
        name: np.ascontiguousarray(image, dtype=np.float32)[np.newaxis]
        for name, image in zip(INPUT_NAMES, (pan, ms))
    }
