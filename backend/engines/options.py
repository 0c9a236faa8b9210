"""How an engine is to work, and what it can work on."""

from __future__ import annotations

from dataclasses import dataclass

PRECISIONS = ("auto", "full", "half")


@dataclass(frozen=True)
class EngineOptions:
    """What the user may choose about an engine, beside the engine itself.

    `threads` are the processor's, 0 for as many as there are cores. `device` is "auto", "cpu", or
    the name of another one that the engine knows: "cuda:0", "tensorrt:0", "directml:0", "coreml",
    "mps", "gpu:0" (OpenVINO's for Intel's). `precision` is "full" (float32), "half" (16 bits where
    the network bears it) or "auto": half where the device is faster with it.
    """

    threads: int = 0
    device: str = "auto"
    precision: str = "auto"


AUTOMATIC = EngineOptions()


@dataclass(frozen=True)
class Device:
    """What an engine can run on here.

    `name` is what `EngineOptions.device` takes, `title` is for people ("NVIDIA H200"), `memory`
    the bytes of its own, 0 where it shares the computer's.
    """

    name: str
    title: str
    memory: int = 0
