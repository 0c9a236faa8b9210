"""A process that may have no more memory: the block is refused, and a smaller one still works."""

from __future__ import annotations

import subprocess
import sys

import pytest

from qgis_pansharp.backend.engines import engine_status
from qgis_pansharp.backend.models import bundled_models

INSTALLED = [state.name for state in engine_status() if state.available]
MODELS = {model.card.id: model.path for model in bundled_models()}

# Blocks of the models of four bands, the first of which warms up; then little may be added.
PROGRAM = """
import resource, sys
from pathlib import Path
import numpy as np
from qgis_pansharp.backend.engines import create_engine

def run(side):
    pan = np.full((1, side, side), 0.5, np.float32)
    return engine.run(pan, np.full((4, side // 4, side // 4), 0.5, np.float32))

engine = create_engine(sys.argv[1], sys.argv[2], threads=1, device="cpu")
run(520)
used = int(Path("/proc/self/statm").read_text().split()[0]) * resource.getpagesize()
resource.setrlimit(resource.RLIMIT_AS, (used + (256 << 20), resource.RLIM_INFINITY))
try:
    run(1600)
except MemoryError:
    print("refused")
resource.setrlimit(resource.RLIMIT_AS, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
print(run(520).shape[0], "bands")
"""


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="limits a process as Linux does")
@pytest.mark.parametrize("model", ["sipsanet-4band", "cf2n-4band"])
@pytest.mark.parametrize("name", INSTALLED)
def test_without_memory_a_block_is_refused_and_a_smaller_one_works(name: str, model: str) -> None:
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, name, str(MODELS[model])],
        capture_output=True,
        check=False,
    )
    assert done.stdout.decode().split("\n")[:2] == ["refused", "4 bands"], done.stderr.decode()
