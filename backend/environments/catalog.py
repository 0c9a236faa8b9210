"""The engines that can be installed: what their packages are called, and in which variants."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path

from qgis_pansharp.backend.environments.pins import (
    Lock,
    Platform,
    Size,
    Target,
    lock_file,
    read_lock,
)
from qgis_pansharp.backend.errors import EngineError
from qgis_pansharp.backend.messages import Message


@dataclass(frozen=True)
class Variant:
    """A way to install an engine; `title` is for people.

    `instead` names a larger one that serves as well where the package index lacks this one.
    """

    name: str
    title: Message
    instead: str = ""


@dataclass(frozen=True)
class Package:
    """An engine's package.

    Args:
        engine: its name everywhere.
        title: for people.
        variants: the usual one first.
        distributions: packages that bring its module, whichever variant.
        oldest: first version that reads our models, for a Python of the user's own.
        below: first version that is too new for it.
    """

    engine: str
    title: str
    variants: tuple[Variant, ...]
    distributions: tuple[str, ...]
    oldest: str
    below: str

    def variant(self, name: str) -> Variant:
        """Return a variant.

        Raises:
            EngineError: there is no such one.
        """
        for variant in self.variants:
            if variant.name == name:
                return variant
        raise EngineError(
            "The engine {engine} has no variant {variant}; choose one of: {choices}.",
            engine=self.engine,
            variant=name,
            choices=", ".join(("auto", *(variant.name for variant in self.variants))),
        )


_PROCESSOR = Variant("cpu", Message("the processor"))
_NVIDIA = Variant("cuda", Message("graphics cards of NVIDIA"))
PACKAGES = (
    Package(
        "onnxruntime",
        "ONNX Runtime",
        (
            _PROCESSOR,
            Variant("directml", Message("the processor and any graphics card")),
            _NVIDIA,
        ),
        ("onnxruntime", "onnxruntime-gpu", "onnxruntime-directml", "onnxruntime-openvino"),
        "1.18",
        "2",
    ),
    Package(
        "openvino",
        "OpenVINO",
        (Variant("intel", Message("the processor and graphics of Intel")),),
        ("openvino",),
        "2025.4",
        "2028",
    ),
    Package(
        "torch",
        "PyTorch",
        (
            Variant("cpu", Message("the processor, and graphics of Apple"), instead=_NVIDIA.name),
            _NVIDIA,
        ),
        ("torch",),
        "2.2",
        "3",
    ),
)


def package_of(engine: str) -> Package:
    """Return an engine's package.

    Raises:
        EngineError: there is no such engine, or it needs no installation.
    """
    for package in PACKAGES:
        if package.engine == engine:
            return package
    raise EngineError(
        "There is no engine named '{name}' to install; choose one of: {choices}.",
        name=engine,
        choices=", ".join(package.engine for package in PACKAGES),
    )


def has_nvidia() -> bool:
    """Say whether this computer has a driver for NVIDIA's cards."""
    return Path("/proc/driver/nvidia/version").exists() or shutil.which("nvidia-smi") is not None


def usual_variant(package: Package, platform: Platform, nvidia: bool) -> Variant:
    """Return the variant that serves a computer best.

    Args:
        package: the engine's.
        platform: of the computer.
        nvidia: whether it has a card of NVIDIA's.
    """
    if package.engine == "onnxruntime" and platform.sys_platform == "win32":
        return package.variant("directml")
    if package.engine == "torch" and platform.sys_platform == "linux" and nvidia:
        return package.variant("cuda")
    return package.variants[0]


def lock_of(package: Package, variant: Variant) -> Lock:
    """Return what a variant is made of.

    Raises:
        EngineError: the plugin is damaged.
    """
    return read_lock(lock_file(package.engine, variant.name))


def download_size(engine: str, variant: str, target: Target) -> Size:
    """Return how many bytes an engine is, packed and unpacked; none where it has no wheels.

    Raises:
        EngineError: there is no such engine or variant.
    """
    package = package_of(engine)
    return lock_of(package, package.variant(variant)).size(target)


def in_words(count: int) -> str:
    """Return a number of bytes for people.

    >>> in_words(2_340_000_000)
    '2.3 GB'
    """
    return f"{count / 1e9:.1f} GB" if count >= 1e9 else f"{count / 1e6:.0f} MB"
