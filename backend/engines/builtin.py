"""The built-in engine: NumPy alone, so that the plugin works right after it was installed."""

from __future__ import annotations

from pathlib import Path

import numpy as np

from qgis_pansharp.backend.arrays import FloatArray
from qgis_pansharp.backend.engines.base import (
    INPUT_NAMES,
    OUTPUT_NAME,
    EngineBase,
    Watch,
    checked_inputs,
    unwatched,
)
from qgis_pansharp.backend.engines.blas import one_thread
from qgis_pansharp.backend.engines.planning import Plan, make_plan
from qgis_pansharp.backend.engines.products import fast_sgemm
from qgis_pansharp.backend.engines.workers import Workers
from qgis_pansharp.backend.errors import EngineError, ModelError
from qgis_pansharp.backend.models.onnx_file import OnnxFile, read_onnx

# Operators had other meanings before.
OLDEST_OPSET = 13


class BuiltinEngine(EngineBase):
    """Runs an .onnx file step by step; see `Engine`.

    `threads` are those that share an image, 0 for as many as there are cores.

    Raises:
        ModelError: the file is damaged, or holds what this engine cannot run.
    """

    name = "builtin"

    def __init__(self, model_file: str | Path, threads: int = 0) -> None:
        self.device = f"CPU (NumPy {np.__version__})"
        self._file = str(model_file)
        self._plan: Plan | None = _planned(read_onnx(model_file), self._file)
        self._workers = Workers(threads or None)

    def run(self, pan: FloatArray, ms: FloatArray, watch: Watch = unwatched) -> FloatArray:
        """Sharpen PAN `(1, H, W)` and MS `(B, h, w)`; see `Engine.run`."""
        inputs = checked_inputs(pan, ms)
        if self._plan is None:
            raise self._closed()
        try:
            with np.errstate(all="ignore"), one_thread():
                fast_sgemm()  # chosen before threads of ours take the cores
                (sharpened,) = self._plan.run(inputs, self._workers, watch)
        except (ValueError, IndexError, TypeError, KeyError, ZeroDivisionError) as problem:
            raise EngineError(
                "The model {path} cannot sharpen a block with PAN {pan} and MS {ms} ({reason}); "
                "check that the model is made for this number of bands and this ratio, or choose "
                "a larger block.",
                path=self._file,
                pan=pan.shape,
                ms=ms.shape,
                reason=problem,
            ) from problem
        image: FloatArray = np.ascontiguousarray(sharpened[0], dtype=np.float32)
        return image

    def close(self) -> None:
        """End the threads and drop the weights."""
        self._workers.close()
        self._plan = None


def _planned(file: OnnxFile, path: str) -> Plan:
    """Plan a file's graph, turning whatever is wrong with it into a `ModelError`."""
    try:
        names = tuple(info.name for info in file.graph.inputs)
        if set(names) != set(INPUT_NAMES) or [o.name for o in file.graph.outputs] != [OUTPUT_NAME]:
            raise ValueError("it does not take PAN and MS and return one sharpened image")
        if file.opset < OLDEST_OPSET:
            raise ValueError(f"its operators are of version {file.opset}, too old")
        with np.errstate(all="ignore"):
            return make_plan(file.graph)
    except (ValueError, IndexError, KeyError, TypeError, ArithmeticError, MemoryError) as problem:
        raise ModelError(
            "The model file {path} cannot be used with the built-in engine ({reason}); choose "
            "another engine or another model.",
            path=path,
            reason=problem,
        ) from problem
