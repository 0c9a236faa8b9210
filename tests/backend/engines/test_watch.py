"""Work on a block can be watched and stopped, whichever engine does it."""

from __future__ import annotations

import numpy as np
import pytest

from qgis_pansharp.backend.engines import create_engine, engine_status
from qgis_pansharp.backend.errors import Cancelled
from qgis_pansharp.backend.models import Model, bundled_models

INSTALLED = [state.name for state in engine_status() if state.available]


def block(model: Model) -> tuple[np.ndarray, np.ndarray]:
    """A small block: the halo on both sides, and a little more."""
    random, card = np.random.default_rng(0), model.card
    side = 2 * card.halo + 4 * card.alignment
    pan = random.random((1, side, side), dtype=np.float32)
    small = side // card.ratio
    return pan, random.random((len(card.bands), small, small), dtype=np.float32)


@pytest.mark.parametrize("model", bundled_models(), ids=lambda model: model.card.id)
@pytest.mark.parametrize("name", INSTALLED)
def test_a_watch_that_raises_stops_the_engine_which_can_go_on(name: str, model: Model) -> None:
    def impatient(share: float) -> None:
        raise Cancelled("enough")

    with create_engine(name, model.path) as engine:
        first = engine.run(*block(model))
        # the others are asked every tenth of a second: they may have finished before
        try:
            stopped = engine.run(*block(model), impatient)
        except Cancelled:
            stopped = None
        assert stopped is None or name != "builtin"
        assert np.array_equal(engine.run(*block(model)), first)


def test_the_builtin_engine_tells_how_far_it_is() -> None:
    shares: list[float] = []
    model = bundled_models()[0]
    with create_engine("builtin", model.path) as engine:
        engine.run(*block(model), shares.append)
    assert shares == sorted(shares)
    assert shares[0] == 0
    assert 0.9 < shares[-1] <= 1
    assert len(shares) > 20
