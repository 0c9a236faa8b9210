"""A made-up `onnxruntime` package, and models for it: what a worker process may go through."""

from __future__ import annotations

import sys
from pathlib import Path

from qgis_pansharp.backend.engines.isolated import Interpreter

# Sharpens as the tests' tiny model does. What it does besides follows a file beside it, so that a
# test decides before or while a worker runs.
_PACKAGE = """
import os, pathlib, time
import numpy as np

__version__ = "0.0-made-up"
FOLDER = pathlib.Path(__file__).parent
DEEDS = FOLDER / "deeds.txt"


def deed():
    return DEEDS.read_text().strip() if DEEDS.exists() else ""


if deed() == "fail to load":
    raise ImportError("libmadeup.so.1: cannot open shared object file")
if deed() == "crash while loading":
    os.abort()


def get_available_providers():
    return ["CPUExecutionProvider"]


class SessionOptions:
    def __init__(self):
        self.intra_op_num_threads = 0

    def add_session_config_entry(self, *_):
        pass


class RunOptions:
    terminate = False


class InferenceSession:
    def __init__(self, file, options=None, providers=None, **_):
        self._providers = list(providers or ["CPUExecutionProvider"])

    def disable_fallback(self):
        pass

    def get_providers(self):
        return [p if isinstance(p, str) else p[0] for p in self._providers]

    def run(self, names, inputs, options=None):
        pan, ms = inputs["pan"], inputs["ms"]
        with open(FOLDER / "runs.txt", "a") as file:
            file.write("%d\\n" % pan.shape[-1])
        wanted = deed()
        if wanted == "print":
            os.write(1, b"chatter of a C library\\n" * 10)
            print("chatter of Python")
        if wanted.startswith("garbage"):
            for number in range(3, 64):  # every file but the standard ones, so the answers as well
                try:
                    os.write(number, b"\\x00\\xff no JSON\\n")
                except OSError:
                    pass
        if wanted == "crash" or (wanted == "crash once" and self.first()):
            os.abort()
        if wanted == "fail later" and not self.first():
            raise RuntimeError("no kernel image is available for execution on the device")
        if wanted == "hang":
            time.sleep(3600)
        if wanted == "slow":
            time.sleep(0.3)
        if wanted.startswith("memory"):
            if pan.shape[-1] > int(wanted.split()[1]):
                raise RuntimeError("Failed to allocate memory for requested buffer of size 1")
        ratio = pan.shape[-1] // ms.shape[-1]
        enlarged = ms.repeat(ratio, axis=2).repeat(ratio, axis=3)
        padded = np.pad(pan, ((0, 0), (0, 0), (1, 1), (1, 1)))
        height, width = pan.shape[2:]
        mean = sum(
            padded[:, :, i : i + height, j : j + width] for i in range(3) for j in range(3)
        ) / np.float32(9)
        halo = int((FOLDER / "halo.txt").read_text())
        return [(enlarged + mean - pan)[:, :, halo:-halo, halo:-halo]]

    def first(self):
        mark = FOLDER / "crashed.txt"
        if mark.exists():
            return False
        mark.write_text("once")
        return True
"""


class FakeRuntime:
    """The package in a folder of its own; `does` says what it will do."""

    def __init__(self, folder: Path, halo: int) -> None:
        self.folder = folder / "onnxruntime"
        self.folder.mkdir(parents=True)
        (self.folder / "__init__.py").write_text(_PACKAGE, encoding="utf-8")
        (self.folder / "halo.txt").write_text(str(halo), encoding="utf-8")

    def does(self, deed: str) -> None:
        """Set what it does from now on; "" for its work alone."""
        (self.folder / "deeds.txt").write_text(deed, encoding="utf-8")

    @property
    def widths(self) -> list[int]:
        """The widths of PAN in all its runs so far."""
        file = self.folder / "runs.txt"
        return [int(line) for line in file.read_text().split()] if file.exists() else []

    @property
    def interpreter(self) -> Interpreter:
        """This Python with the package before all others."""
        return Interpreter(Path(sys.executable), (self.folder.parent,))
