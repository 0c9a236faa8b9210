"""Products equal NumPy's, whichever library computes them."""

from __future__ import annotations

import ctypes
import subprocess
import sys
from types import SimpleNamespace

import numpy as np
import pytest

from qgis_pansharp.backend.engines import products
from tests.backend.engines.graphs import Array, random


@pytest.fixture(params=["numpy", "library"])
def source(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """Let every product go by NumPy, or by the library that this process has loaded."""
    found = products._candidates()
    if request.param == "library" and not found:
        pytest.skip("no matrix library of its own is loaded here")
    chosen = found[0] if request.param == "library" else None
    monkeypatch.setattr(products, "fast_sgemm", lambda: chosen)
    return str(request.param)


@pytest.mark.parametrize("stacked", [False, True])
def test_products_of_views_equal_numpys(source: str, stacked: bool) -> None:
    first = random(3, 8, 20) if stacked else random(8, 20)
    wide = random(20, 3, 40, seed=1)
    second = wide[:, :, 5:35].transpose(1, 0, 2)
    target = np.zeros((8, 3, 32), np.float32)
    out = target[:, :, 1:31].transpose(1, 0, 2)
    products.multiply(first, second, out)
    assert np.allclose(out, np.matmul(first, second), rtol=1e-4, atol=1e-5)
    assert (target[:, :, 0] == 0).all()
    assert (target[:, :, 31] == 0).all()


def test_views_that_skip_pixels_are_left_to_numpy(source: str) -> None:
    first, wide = random(4, 6), random(2, 6, 20, seed=1)
    out = np.empty((2, 4, 10), np.float32)
    products.multiply(first, wide[:, :, ::2], out)
    assert np.allclose(out, np.matmul(first, wide[:, :, ::2]), rtol=1e-5)


def test_a_slow_numpy_is_passed_by(monkeypatch: pytest.MonkeyPatch) -> None:
    calls: list[str] = []

    def quick(a: Array, b: Array, c: Array) -> None:
        calls.append("quick")
        c[:] = a @ b

    def wrong(a: Array, b: Array, c: Array) -> None:
        c[:] = 0

    times = {"numpys": 1.0, "quick": 0.1, "wrong": 0.01}

    def clock(sgemm: products.Sgemm, a: Array, b: Array, c: Array) -> float:
        sgemm(a, b, c)
        return times[sgemm.__name__]

    monkeypatch.setattr(products, "_candidates", lambda: [wrong, quick])
    monkeypatch.setattr(products, "_seconds", clock)
    products.fast_sgemm.cache_clear()
    try:
        assert products.fast_sgemm() is quick
        times["numpys"] = 0.15
        products.fast_sgemm.cache_clear()
        assert products.fast_sgemm() is None
    finally:
        products.fast_sgemm.cache_clear()


@pytest.mark.parametrize(
    ("name", "integer"),
    [
        ("cblas_sgemm", ctypes.c_int),
        ("cblas_sgemm64_", ctypes.c_int64),
        ("scipy_cblas_sgemm64_", ctypes.c_int64),
    ],
)
def test_products_have_several_names_and_widths_of_integers(name: str, integer: type) -> None:
    function = SimpleNamespace()
    assert products._product_of(SimpleNamespace(**{name: function})) is not None
    assert function.argtypes[3] is function.argtypes[-1] is integer
    assert products._product_of(None) is None


SHORT_OF_MEMORY = """
import resource
from pathlib import Path
from qgis_pansharp.backend.engines.products import fast_sgemm

used = int(Path("/proc/self/statm").read_text().split()[0]) * resource.getpagesize()
resource.setrlimit(resource.RLIMIT_AS, (used + 100_000_000,) * 2)
try:
    fast_sgemm()
except MemoryError:
    print("told")
"""


@pytest.mark.skipif(sys.platform != "linux", reason="memory cannot be kept short")
def test_memory_that_does_not_suffice_is_told_and_not_waited_for() -> None:
    finished = subprocess.run(
        [sys.executable, "-c", SHORT_OF_MEMORY],
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    assert finished.stdout == "told\n"
