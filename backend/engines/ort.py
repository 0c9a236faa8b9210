"""The engine on the optional package `onnxruntime`, which is imported only when it is chosen."""

from __future__ import annotations

import os
from concurrent.futures import Future, ThreadPoolExecutor, wait
from importlib import import_module
from pathlib import Path
from types import TracebackType
from typing import Any

import numpy as np

from qgis_pansharp.backend.arrays import Array, FloatArray
from qgis_pansharp.backend.engines.base import OUTPUT_NAME, Watch, checked_inputs, unwatched
from qgis_pansharp.backend.engines.options import AUTOMATIC, EngineOptions
from qgis_pansharp.backend.errors import EngineError, ModelError, PansharpError

POLL_SECONDS = 0.1


class OrtEngine:
    """Runs an .onnx file with ONNX Runtime on the processor; see `Engine`.

    Raises:
        EngineError: onnxruntime is not installed, or does not load.
        ModelError: the file is missing or damaged.
    """

    name = "onnxruntime"

    precision = "full"

    def __init__(self, model_file: str | Path, options: EngineOptions = AUTOMATIC) -> None:
        try:
            runtime: Any = import_module("onnxruntime")
            session_options = runtime.SessionOptions()
        except (ImportError, OSError, AttributeError) as problem:
            raise EngineError(
                "The engine onnxruntime cannot be loaded ({reason}); install it with "
                "'pip install onnxruntime', or choose the engine builtin, which needs nothing.",
                reason=problem,
            ) from problem
        self._runtime = runtime
        self.device = f"CPU (ONNX Runtime {runtime.__version__})"
        self._file = str(model_file)
        session_options.intra_op_num_threads = options.threads or os.cpu_count() or 1
        session_options.log_severity_level = 4  # errors come as exceptions; nothing else is printed
        if not Path(model_file).is_file():
            raise ModelError(
                "The model file {path} cannot be read; check that it exists and that you may read "
                "it.",
                path=self._file,
            )
        try:
            self._session: Any = runtime.InferenceSession(
                self._file, session_options, providers=["CPUExecutionProvider"]
            )
        # onnxruntime raises its own classes, which have no common base below Exception
        except Exception as problem:
            raise ModelError(
                "The model file {path} cannot be used with ONNX Runtime ({reason}); copy or "
                "download the file again, or choose another model.",
                path=self._file,
                reason=_first_line(problem),
            ) from problem

    def run(self, pan: FloatArray, ms: FloatArray, watch: Watch = unwatched) -> FloatArray:
        """Sharpen PAN `(1, H, W)` and MS `(B, h, w)`; see `Engine.run`."""
        inputs = checked_inputs(pan, ms)
        if self._session is None:
            raise EngineError("The engine onnxruntime was closed; create it again to use it.")
        try:
            (sharpened,) = self._run_watched(inputs, watch)
        except (MemoryError, PansharpError):
            raise
        except Exception as problem:
            reason = _first_line(problem)
            if "allocate memory" in reason or "bad allocation" in reason:
                raise MemoryError(reason) from problem
            raise EngineError(
                "ONNX Runtime cannot sharpen a block with PAN {pan} and MS {ms} using {path} "
                "({reason}); check that the model is made for this number of bands and this "
                "ratio, or choose a larger block.",
                pan=pan.shape,
                ms=ms.shape,
                path=self._file,
                reason=reason,
            ) from problem
        image: FloatArray = np.ascontiguousarray(sharpened[0], dtype=np.float32)
        return image

    def _run_watched(self, inputs: dict[str, Array], watch: Watch) -> list[Array]:
        """Run the session in a thread of its own, and tell it to stop when `watch` raises."""
        options = self._runtime.RunOptions()
        session = self._session
        with ThreadPoolExecutor(max_workers=1) as executor:
            running: Future[list[Array]] = executor.submit(
                lambda: session.run([OUTPUT_NAME], inputs, options)
            )
            try:
                while wait([running], timeout=POLL_SECONDS).not_done:
                    watch(0.0)
            except BaseException:
                options.terminate = True
                raise
            return running.result()

    def close(self) -> None:
        """Drop the session."""
        self._session = None

    def __enter__(self) -> OrtEngine:
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


def _first_line(problem: Exception) -> str:
    lines = str(problem).strip().splitlines()
    return lines[0] if lines else type(problem).__name__
