"""Matrix libraries take one thread while the engine's own share the work, and then theirs again."""

from __future__ import annotations

import sys
import threading

import numpy as np
import pytest

from qgis_pansharp.backend.engines import blas
from qgis_pansharp.backend.engines.blas import Library, one_thread


class Counted:
    def __init__(self, count: int) -> None:
        self.count = count

    def library(self) -> Library:
        return Library(lambda: self.count, lambda count: setattr(self, "count", count))


@pytest.fixture
def two(monkeypatch: pytest.MonkeyPatch) -> list[Counted]:
    made = [Counted(4), Counted(2)]
    libraries = tuple(counted.library() for counted in made)
    monkeypatch.setattr(blas, "libraries", lambda: libraries)
    return made


def counts(made: list[Counted]) -> list[int]:
    return [counted.count for counted in made]


def test_inside_there_is_one_thread_and_afterwards_as_many_as_before(two: list[Counted]) -> None:
    with one_thread():
        assert counts(two) == [1, 1]
        with one_thread():
            assert counts(two) == [1, 1]
        assert counts(two) == [1, 1]
    assert counts(two) == [4, 2]


def test_an_error_inside_gives_the_threads_back(two: list[Counted]) -> None:
    with pytest.raises(ValueError, match="inside"), one_thread():
        raise ValueError("inside")
    assert counts(two) == [4, 2]


def test_the_last_of_several_threads_gives_them_back(two: list[Counted]) -> None:
    entered, leave = threading.Event(), threading.Event()

    def other() -> None:
        with one_thread():
            entered.set()
            leave.wait(10)

    thread = threading.Thread(target=other)
    thread.start()
    entered.wait(10)
    with one_thread():
        pass
    assert counts(two) == [1, 1]
    leave.set()
    thread.join()
    assert counts(two) == [4, 2]


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="looks at a process of Linux")
def test_the_library_that_numpy_uses_is_found() -> None:
    np.ones((8, 8)) @ np.ones((8, 8))
    if not any("openblas" in file for file in blas.library_files()):
        pytest.skip("NumPy uses another library than OpenBLAS here")
    found = blas.libraries()
    assert found
    before = [library.threads() for library in found]
    with one_thread():
        assert {library.threads() for library in found} == {1}
    assert [library.threads() for library in found] == before
