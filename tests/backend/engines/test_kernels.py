"""A processor that OpenBLAS does not recognise gets the kernels that it can run all the same."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from qgis_pansharp.backend.engines import kernels

AVX2 = "fpu sse sse2 avx avx2 fma"
AVX512 = "avx512f avx512cd avx512bw avx512dq avx512vl"

# As on a processor that is newer than the library: it has chosen, and no variable says why.
UNRECOGNISED = """
import json, os, subprocess, sys
import numpy as np
np.ones((2, 2), np.float32) @ np.ones((2, 2), np.float32)
from qgis_pansharp.backend.engines import kernels, products
from qgis_pansharp.backend.engines.blas import library_files, opened
del os.environ["OPENBLAS_CORETYPE"]
show = "import os; print(sorted(n for n in os.environ.items() if 'OPENBLAS' in n[0]))"
before, inherited = dict(os.environ), subprocess.check_output([sys.executable, "-c", show])
tasks = len(os.listdir("/proc/self/task"))
library = kernels.own_kernels()
told = {
    "best": kernels.best_kernels(),
    "numpy": [n for n in (kernels._chosen(opened(f)) for f in library_files()) if n],
    "own": kernels._chosen(library),
    "environment": dict(os.environ) == before,
    "inherited": subprocess.check_output([sys.executable, "-c", show]) == inherited,
    "threads": len(os.listdir("/proc/self/task")) - tasks,
}
if library is not None:
    sgemm = products._product_of(library)
    a = np.random.default_rng(0).random((64, 576), np.float32)
    b = np.random.default_rng(1).random((576, 2048), np.float32)
    c, d = np.empty((64, 2048), np.float32), np.empty((64, 2048), np.float32)
    own = min(products._seconds(sgemm, a, b, c) for _ in range(5))
    numpys = lambda x, y, z: np.matmul(x, y, out=z)
    plain = min(products._seconds(numpys, a, b, d) for _ in range(5))
    told["difference"] = float(abs(c - d).max() / abs(d).max())
    told["faster"] = plain / own
print(json.dumps(told))
"""


@pytest.fixture
def cpu(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    file = tmp_path / "cpuinfo"
    monkeypatch.setattr(kernels, "CPU_INFO", file)
    monkeypatch.delenv(kernels.CHOICE, raising=False)
    return file


@pytest.mark.parametrize(
    ("features", "expected"),
    [
        (f"{AVX2} {AVX512}", "SkylakeX"),
        (f"{AVX2} avx512f avx512cd", "Haswell"),
        (AVX2, "Haswell"),
        ("fpu sse sse2 avx", None),
    ],
)
def test_kernels_need_what_the_processor_has(
    cpu: Path, features: str, expected: str | None
) -> None:
    cpu.write_text(f"processor\t: 0\nmodel\t\t: 207\nflags\t\t: {features}\n", encoding="utf-8")
    assert kernels.best_kernels() == expected


def test_other_systems_keep_their_library(cpu: Path) -> None:
    assert kernels.best_kernels() is None
    assert kernels.own_kernels() is None


@pytest.mark.parametrize("reason", ["recognised", "chosen by the user", "no memory file"])
def test_a_library_is_not_copied_without_need_or_means(
    cpu: Path, monkeypatch: pytest.MonkeyPatch, reason: str
) -> None:
    cpu.write_text(f"flags\t\t: {AVX2}\n", encoding="utf-8")
    copied: list[str] = []

    def copy(file: str, name: str) -> object:
        copied.append(name)
        return object()

    monkeypatch.setattr(kernels, "library_files", lambda: [__file__])
    monkeypatch.setattr(kernels, "_opened_copy", copy)
    monkeypatch.setattr(kernels, "_chosen", lambda library: "haswell" if copied else "prescott")
    if reason == "recognised":
        monkeypatch.setattr(kernels, "_chosen", lambda library: "zen")
    elif reason == "chosen by the user":
        monkeypatch.setenv(kernels.CHOICE, "Prescott")
    else:
        monkeypatch.delattr(os, "memfd_create", raising=False)
    assert kernels.own_kernels() is None
    assert not copied


def test_a_library_that_cannot_be_loaded_again_is_left_alone(tmp_path: Path) -> None:
    if not hasattr(os, "memfd_create"):
        pytest.skip("this system has no files in memory")
    broken = tmp_path / "libopenblas.so"
    broken.write_bytes(b"no library")
    own_files = Path("/proc/self/fd")
    open_files = len(list(own_files.iterdir()))
    assert kernels._opened_copy(str(broken), "Haswell") is None
    assert kernels._opened_copy(str(tmp_path / "missing.so"), "Haswell") is None
    assert len(list(own_files.iterdir())) == open_files


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="copies on Linux alone")
def test_a_copy_beats_the_kernels_of_an_unrecognised_processor() -> None:
    environment = {**os.environ, kernels.CHOICE: "Prescott", kernels.THREADS: "1"}
    answer = subprocess.run(
        [sys.executable, "-c", UNRECOGNISED],
        env=environment,
        capture_output=True,
        text=True,
        check=True,
    )
    told = json.loads(answer.stdout)
    if told["best"] is None or kernels.UNRECOGNISED not in told["numpy"]:
        pytest.skip("no AVX2, or NumPy has no OpenBLAS with kernels to choose from here")
    assert told["own"] == told["best"].lower()
    assert set(told["numpy"]) == {kernels.UNRECOGNISED}
    assert told["environment"] and told["inherited"]
    assert told["threads"] == 0
    assert told["difference"] < 1e-5
    assert told["faster"] > 1.2
