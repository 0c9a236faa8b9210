"""One request describes a run, one feedback watches it, one result comes back.

The dialog, the toolbox, `qgis_process` and the command line all build the same request.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from qgis_pansharp.backend.messages import Message

ENGINES = ("auto", "builtin", "onnxruntime", "openvino", "torch")
PRECISIONS = ("auto", "full", "half")
DEFAULT_MEMORY = 1_000_000_000  # bytes that a block may take


@dataclass(frozen=True)
class SharpenRequest:
    """What to sharpen and how.

    Args:
        pan: panchromatic raster, one band.
        ms: multispectral raster of the same place.
        output: GeoTIFF to write.
        method: "auto", "sipsanet" or "cf2n".
        engine: one of `ENGINES`; "auto" is the fastest one here.
        model: model file to use instead of a bundled one.
        creation_options: GeoTIFF options, each KEY=VALUE.
        overwrite: replace an existing output.
        memory: bytes that a block may take.
        area: (xmin, ymin, xmax, ymax) of what to sharpen, in PAN's coordinate system; in PAN
            pixels, x to the right and y down, where the rasters have no georeference. None is all
            of the scene.
        threads: that the engine may use, 0 for its own choice.
        block_size: PAN pixels that a block's side may have at most, 0 for as many as `memory`
            suffices for. It is rounded down to what suits the model.
        model_folder: further `.onnx` models to choose among; the bundled ones go first where they
            fit as well.
        device: "auto", "cpu", or another one that the engine has, such as "cuda:0".
        precision: one of `PRECISIONS`; "half" is faster on some devices, "auto" takes it where the
            result stays within 2 digital numbers of 2047.
        isolate: run every engine but the built-in one in a process of its own.
        engines_folder: where engines are installed; None is the user's own folder.
    """

    pan: str | Path
    ms: str | Path
    output: str | Path
    method: str = "auto"
    engine: str = "auto"
    model: str | Path | None = None
    creation_options: tuple[str, ...] = ()
    overwrite: bool = False
    memory: int = DEFAULT_MEMORY
    area: tuple[float, float, float, float] | None = None
    threads: int = 0
    block_size: int = 0
    model_folder: str | Path | None = None
    device: str = "auto"
    precision: str = "auto"
    isolate: bool = False
    engines_folder: str | Path | None = None


class Feedback(Protocol):
    """What the loop tells whoever started it; called from the loop's thread."""

    def progress(self, share: float) -> None:
        """Take the share of the work that is done, 0 to 1."""

    def message(self, text: str | Message) -> None:
        """Take a line for the log; a `Message` may be translated first."""

    def is_cancelled(self) -> bool:
        """Say whether the user wants to stop."""


class SilentFeedback:
    """Feedback that nobody watches."""

    def progress(self, share: float) -> None:
        """Ignore it."""

    def message(self, text: str | Message) -> None:
        """Ignore it."""

    def is_cancelled(self) -> bool:
        """Go on."""
        return False


@dataclass(frozen=True)
class SharpenResult:
    """What a run made."""

    output: Path
    model: str  # id on the card
    version: str  # of the model
    method: str
    engine: str
    device: str
    seconds: float
    rows: int
    columns: int
    bands: int
    roles: tuple[str, ...]  # of the bands, as the model took them; "" where unknown

    @property
    def megapixels_per_second(self) -> float:
        """PAN pixels written per second, in millions."""
        return self.rows * self.columns / 1e6 / max(self.seconds, 1e-9)
