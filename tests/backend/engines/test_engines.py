"""All engines offer the same, give the same, and fail with one sentence."""

from __future__ import annotations

import builtins
import os
import sys
from pathlib import Path
from typing import Any

import numpy as np
import onnx
import pytest
from onnx import helper

from qgis_pansharp.backend import models
from qgis_pansharp.backend.engines import ENGINE_NAMES, create_engine, engine_status
from qgis_pansharp.backend.engines.builtin import BuiltinEngine
from qgis_pansharp.backend.engines.ort import OrtEngine
from qgis_pansharp.backend.engines.workers import MOST_THREADS
from qgis_pansharp.backend.errors import EngineError, ModelError
from qgis_pansharp.backend.models.card import KEY, ModelCard
from qgis_pansharp.backend.models.onnx_file import read_metadata
from tests.backend.engines.graphs import Array, random, sharpening_model

INSTALLED = [state.name for state in engine_status() if state.available]
# PyTorch runs networks that it knows; the others run any graph
OF_ANY_GRAPH = [name for name in INSTALLED if name != "torch"]
BUNDLED = sorted(Path(models.__file__).parent.glob("*.onnx"))

CUT = helper.make_node("Pad", ["sum", "cut"], ["sharpened"])


@pytest.fixture
def model_file(tmp_path: Path) -> Path:
    """A tiny network with everything around it: normalisation, alignment, a trimmed result."""
    weights: dict[str, Array] = {
        "scales": np.array([1, 1, 4, 4], np.float32),
        "first": random(8, 4, 3, 3, seed=1),
        "second": random(8, 8, 3, 3, seed=2),
        "third": random(3, 8, 1, 1, seed=3),
        "cut": np.array([0, 0, -4, -4, 0, 0, -4, -4], np.int64),
    }
    nodes = [
        helper.make_node("Resize", ["ms", "", "scales"], ["large"], mode="cubic"),
        helper.make_node("Concat", ["pan", "large"], ["both"], axis=1),
        helper.make_node("Conv", ["both", "first"], ["a"], pads=[1, 1, 1, 1]),
        helper.make_node("LeakyRelu", ["a"], ["b"], alpha=0.1),
        helper.make_node("Conv", ["b", "second"], ["c"], pads=[1, 1, 1, 1]),
        helper.make_node("Add", ["a", "c"], ["d"]),
        helper.make_node("Conv", ["d", "third"], ["e"]),
        helper.make_node("Add", ["e", "large"], ["sum"]),
        CUT,
    ]
    file = tmp_path / "tiny.onnx"
    onnx.save(sharpening_model(nodes, weights), str(file))
    return file


def test_engines_agree_on_a_block(model_file: Path) -> None:
    pan, ms = random(1, 40, 32), random(3, 10, 8, seed=1)
    results = []
    for name in OF_ANY_GRAPH:
        with create_engine(name, model_file, device="cpu") as engine:
            assert engine.name == name
            assert engine.device.startswith("CPU (")
            assert engine.precision == "full"
            results.append(engine.run(pan, ms))
    for result in results:
        assert result.shape == (3, 32, 24)
        assert result.dtype == np.float32
        np.testing.assert_allclose(result, results[0], rtol=1e-4, atol=1e-4)


@pytest.mark.parametrize("threads", [0, 1, 3])
def test_an_engine_uses_the_threads_that_it_may(model_file: Path, threads: int) -> None:
    cores = os.cpu_count() or 1
    with create_engine("builtin", model_file, threads) as builtin:
        assert isinstance(builtin, BuiltinEngine)
        assert builtin._workers.threads == (threads or min(cores, MOST_THREADS))
        first = builtin.run(random(1, 40, 32), random(3, 10, 8, seed=1))
    with create_engine("onnxruntime", model_file, threads, device="cpu") as other:
        assert isinstance(other, OrtEngine)
        options = other._session.get_session_options()
        assert options.intra_op_num_threads == (threads or cores)
        second = other.run(random(1, 40, 32), random(3, 10, 8, seed=1))
    np.testing.assert_allclose(first, second, rtol=1e-4, atol=1e-4)


def test_blocks_of_every_size_run_one_after_the_other(model_file: Path) -> None:
    with create_engine("builtin", model_file) as engine:
        for height, width in ((4, 5), (9, 3), (4, 5)):
            pan, ms = random(1, 4 * height, 4 * width), random(3, height, width)
            assert engine.run(pan, ms).shape == (3, 4 * height - 8, 4 * width - 8)


def test_a_block_does_not_depend_on_the_blocks_before(model_file: Path) -> None:
    pan, ms = random(1, 24, 20), random(3, 6, 5)
    with create_engine("builtin", model_file) as engine:
        first = engine.run(pan, ms)
        kept = first.copy()
        engine.run(2 * pan, 2 * ms)
        np.testing.assert_array_equal(first, kept)
        np.testing.assert_array_equal(engine.run(pan, ms), kept)


def test_inputs_are_never_changed(model_file: Path) -> None:
    pan, ms = random(1, 24, 20), random(3, 6, 5)
    pan.setflags(write=False)
    ms.setflags(write=False)
    with create_engine("builtin", model_file) as engine:
        engine.run(pan, ms)


def test_auto_is_the_builtin_engine(model_file: Path) -> None:
    assert create_engine("auto", model_file).name == "builtin"


def test_an_unknown_engine_is_refused_with_the_choices(model_file: Path) -> None:
    with pytest.raises(EngineError, match=r"warp.*builtin, onnxruntime"):
        create_engine("warp", model_file)


@pytest.mark.parametrize("name", INSTALLED)
def test_a_wrong_number_of_bands_is_an_engine_error(name: str) -> None:
    with create_engine(name, BUNDLED[0]) as engine, pytest.raises(EngineError, match="bands"):
        engine.run(random(1, 16, 16), random(5, 4, 4))


@pytest.mark.parametrize("name", INSTALLED)
def test_arrays_of_another_shape_are_an_engine_error(name: str) -> None:
    with create_engine(name, BUNDLED[0]) as engine, pytest.raises(EngineError, match="shape"):
        engine.run(random(16, 16), random(3, 4, 4))


@pytest.mark.parametrize("name", INSTALLED)
def test_a_closed_engine_says_so(name: str) -> None:
    engine = create_engine(name, BUNDLED[0])
    engine.close()
    with pytest.raises(EngineError, match="closed"):
        engine.run(random(1, 16, 16), random(3, 4, 4))


@pytest.mark.parametrize("name", INSTALLED)
def test_damaged_and_missing_models_are_model_errors(name: str, tmp_path: Path) -> None:
    file = tmp_path / "damaged.onnx"
    with pytest.raises(ModelError, match=r"damaged\.onnx"):
        create_engine(name, file)
    file.write_bytes(b"damaged")
    with pytest.raises(ModelError, match=r"damaged\.onnx"):
        create_engine(name, file)


def test_an_unknown_operator_is_named_when_loading(tmp_path: Path) -> None:
    nodes = [helper.make_node("Erf", ["pan"], ["sharpened"])]
    file = tmp_path / "odd.onnx"
    onnx.save(sharpening_model(nodes), str(file))
    with pytest.raises(ModelError, match=r"odd\.onnx.*Erf"):
        create_engine("builtin", file)


def test_a_model_with_other_inputs_is_refused(tmp_path: Path) -> None:
    made = sharpening_model([helper.make_node("Relu", ["image"], ["sharpened"])])
    made.graph.input[0].name = "image"
    file = tmp_path / "other.onnx"
    onnx.save(made, str(file))
    with pytest.raises(ModelError, match="PAN and MS"):
        create_engine("builtin", file)


def test_without_the_package_onnxruntime_the_error_says_what_to_do(
    model_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    modules: dict[str, Any] = sys.modules
    monkeypatch.setitem(modules, "onnxruntime", None)
    with pytest.raises(EngineError, match=r"pip install onnxruntime.*builtin"):
        create_engine("onnxruntime", model_file)


def test_the_builtin_engine_imports_neither_onnx_nor_onnxruntime(
    model_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    original = builtins.__import__

    def refuse(name: str, *rest: Any) -> Any:
        if name.split(".")[0] in ("onnx", "onnxruntime", "torch"):
            raise ImportError(name)
        return original(name, *rest)

    monkeypatch.setattr(builtins, "__import__", refuse)
    with create_engine("builtin", model_file) as engine:
        engine.run(random(1, 16, 16), random(3, 4, 4))


def test_status_tells_what_is_there_and_what_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    assert [state.name for state in engine_status()] == list(ENGINE_NAMES)
    assert {"builtin", "onnxruntime", "torch"} <= set(INSTALLED)
    monkeypatch.setattr("importlib.util.find_spec", lambda name: None)
    builtin, *others = engine_status()
    assert builtin.available
    for state in others:
        assert not state.available
        assert state.detail == f"the package {state.name} is not installed"


@pytest.mark.parametrize("file", BUNDLED, ids=lambda file: file.stem)
def test_engines_agree_on_bundled_models(file: Path) -> None:
    card = ModelCard.from_json(read_metadata(file)[KEY], str(file))
    bands, ratio = len(card.bands), card.ratio
    height = width = (2 * card.halo + 4 * card.alignment) // ratio
    pan = np.abs(random(1, height * ratio, width * ratio)) / 4
    ms = np.abs(random(bands, height, width, seed=1)) / 4
    results = []
    for name in INSTALLED:
        with create_engine(name, file, precision="full") as engine:
            results.append(engine.run(pan, ms))
    largest = np.abs(results[0]).max()
    for result in results[1:]:
        np.testing.assert_allclose(result, results[0], rtol=0, atol=1e-4 * largest)
