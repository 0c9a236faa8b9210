"""Work on a block can be watched and stopped, whichever engine does it."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from qgis_pansharp.backend.engines import ENGINE_NAMES, create_engine
from qgis_pansharp.backend.errors import Cancelled
from qgis_pansharp.backend.models import bundled_models

SMALLEST = 72  # MS pixels: the halo, and a little more


def block() -> tuple[np.ndarray, np.ndarray]:
    random = np.random.default_rng(0)
    pan = random.random((1, 4 * SMALLEST, 4 * SMALLEST), dtype=np.float32)
    return pan, random.random((4, SMALLEST, SMALLEST), dtype=np.float32)


def bundled() -> list[Path]:
    return [model.path for model in bundled_models()]


@pytest.mark.parametrize("path", bundled(), ids=lambda path: path.stem)
@pytest.mark.parametrize("name", ENGINE_NAMES)
def test_a_watch_that_raises_stops_the_engine_which_can_go_on(name: str, path: Path) -> None:
    def impatient(share: float) -> None:
        raise Cancelled("enough")

    with create_engine(name, path) as engine:
        first = engine.run(*block())
        # ONNX Runtime is asked every tenth of a second: it may have finished before
        try:
            stopped = engine.run(*block(), impatient)
        except Cancelled:
            stopped = None
        assert stopped is None or name == "onnxruntime"
        assert np.array_equal(engine.run(*block()), first)


def test_the_builtin_engine_tells_how_far_it_is() -> None:
    shares: list[float] = []
    with create_engine("builtin", bundled()[0]) as engine:
        engine.run(*block(), shares.append)
    assert shares == sorted(shares)
    assert shares[0] == 0
    assert 0.9 < shares[-1] <= 1
    assert len(shares) > 20
