"""The PyTorch engine: on this processor, on a card that is made up, and on a real one if any."""

from __future__ import annotations

import sys
import time
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch

from qgis_pansharp.backend.engines import runtime, torch_engine
from qgis_pansharp.backend.engines.options import Device, EngineOptions
from qgis_pansharp.backend.engines.ort import OrtEngine
from qgis_pansharp.backend.engines.torch_engine import COST, TorchEngine
from qgis_pansharp.backend.engines.torch_runners import prepare
from qgis_pansharp.backend.errors import EngineError, ModelError
from qgis_pansharp.backend.models import Model, bundled_models
from qgis_pansharp.backend.networks import SipsaNet
from qgis_pansharp.backend.networks.load import load_network
from tests.backend.engines.blocks import block
from tests.backend.engines.fake_cuda import Event, FakeTorch
from tests.backend.engines.graphs import Array

MODELS = {model.card.id: model for model in bundled_models()}
SIPSANET, CF2N = MODELS["sipsanet-4band"], MODELS["cf2n-4band"]


@pytest.fixture(autouse=True)
def one_thread() -> Any:
    before = torch.get_num_threads()
    yield
    torch.set_num_threads(before)


@pytest.mark.parametrize("model", MODELS.values(), ids=MODELS)
def test_on_the_processor_it_agrees_with_onnxruntime(model: Model) -> None:
    pan, ms = block(model)
    pan.setflags(write=False)
    with (
        TorchEngine(model.path, EngineOptions(threads=1)) as engine,
        OrtEngine(model.path) as other,
    ):
        assert engine.device == f"CPU (PyTorch {torch.__version__})"
        assert engine.precision == "full"
        np.testing.assert_allclose(engine.run(pan, ms), other.run(pan, ms), rtol=0, atol=1e-4)


def test_half_precision_is_not_for_processors() -> None:
    with TorchEngine(CF2N.path, EngineOptions(1, "cpu", "half")) as engine:
        assert engine.precision == "full"


def test_a_block_is_stopped_within_a_fraction_of_a_second() -> None:
    started: list[float] = []

    def soon(share: float) -> None:
        started.append(time.monotonic())
        if len(started) > 2:
            raise TimeoutError

    with TorchEngine(CF2N.path, EngineOptions(threads=1)) as engine:
        pan, ms = block(CF2N, cells=60)
        ticket = engine.start(pan, ms)
        with pytest.raises(TimeoutError):
            engine.finish(ticket, soon)
        assert isinstance(ticket.begun.exception(), torch_engine.Stopped)
        assert time.monotonic() - started[-1] < 10
        assert engine.run(*block(CF2N)).shape == (4, 8, 8)


@pytest.mark.parametrize(
    "said",
    [
        "[enforce fail at alloc_cpu.cpp:117] err == 0. DefaultCPUAllocator: can't allocate memory: "
        "you tried to allocate 4 bytes",
        "MPS backend out of memory (MPS allocated: 9 GB)",
        "cuDNN error: CUDNN_STATUS_ALLOC_FAILED",
        "cuDNN error: CUDNN_STATUS_INTERNAL_ERROR_DEVICE_ALLOCATION_FAILED",
        "FIND was unable to find an engine to execute this computation; no memory for its work",
        "Invalid buffer size: 9.75 GiB of memory",
    ],
)
def test_too_little_memory_is_told(said: str, monkeypatch: pytest.MonkeyPatch) -> None:
    with TorchEngine(CF2N.path, EngineOptions(threads=1)) as engine:
        assert engine._runner is not None
        forgotten: list[int] = []

        def fail(pan: Array, ms: Array) -> Any:
            raise RuntimeError(said)

        monkeypatch.setattr(engine._runner, "begin", fail)
        monkeypatch.setattr(engine._runner, "forget", lambda: forgotten.append(1))
        with pytest.raises(MemoryError, match=r"memory|ALLOC"):
            engine.run(*block(CF2N))
        assert forgotten


def test_a_model_of_another_network_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "a.onnx"
    file.write_bytes(b"damaged")
    with pytest.raises(ModelError, match=r"a\.onnx"):
        TorchEngine(file)


def test_without_the_package_the_error_says_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "torch", None)
    assert torch_engine.devices() == []
    with pytest.raises(EngineError, match=r"pip install torch.*builtin"):
        TorchEngine(CF2N.path)


def test_statistics_stay_in_full_precision_when_a_network_is_prepared() -> None:
    network = SipsaNet(4, 4, 1, 1, back_projection=0.3)
    wrapped = torch.nn.ModuleDict({"network": network})
    prepare(torch, wrapped, half=True, channels_last=True)
    assert network.sharpening[0].weight.dtype == torch.float16
    assert network.sharpening[0].weight.is_contiguous(memory_format=torch.channels_last)
    assert network.sharpening[0].bias.dtype == torch.float16
    assert network.aligned.bias is not None
    assert network.aligned.bias.dtype == torch.float32
    assert all(constant.dtype == torch.float32 for constant in network.buffers())


def test_half_precision_has_channels_by_eights_and_the_same_result() -> None:
    plain = load_network(SIPSANET.path)
    wide = load_network(SIPSANET.path)
    prepare(torch, wide, half=True, channels_last=True)
    pan, ms = (torch.from_numpy(image[None]) for image in block(SIPSANET))
    alignment = wide.network.alignment
    assert isinstance(alignment, torch.nn.Sequential)
    shapes = [one.weight.shape for one in alignment.modules() if isinstance(one, torch.nn.Conv2d)]
    assert all(shape[0] % 8 == 0 for shape in shapes)
    assert all(shape[1] % 8 == 0 for shape in shapes[1:])
    with torch.inference_mode():
        expected, found = plain(pan, ms), wide.float()(pan, ms)  # but for the weights' rounding
    assert (found - expected).abs().max() < 2**-9


def test_channels_adjoin_where_units_for_16_bits_want_them() -> None:
    network = load_network(CF2N.path)
    for name, half, expected in (("cuda:1", True, True), ("cuda:0", False, False)):
        assert torch_engine._channels_last(network, Device(name, ""), half) == expected
    assert not torch_engine._channels_last(network, Device("mps", ""), half=True)


# A card that is made up --------------------------------------------------------------------------


def put_in_place(fake: FakeTorch, monkeypatch: pytest.MonkeyPatch) -> FakeTorch:
    original = runtime.load_package

    def load(name: str, package: str) -> Any:
        return fake if package == "torch" else original(name, package)

    monkeypatch.setattr(runtime, "load_package", load)
    return fake


@pytest.fixture
def fake(monkeypatch: pytest.MonkeyPatch) -> FakeTorch:
    return put_in_place(FakeTorch(), monkeypatch)


FULL = EngineOptions(1, "cuda:0", "full")


def test_a_card_is_found_with_its_memory_and_comes_first(fake: FakeTorch) -> None:
    assert torch_engine.devices() == [
        Device("cuda:0", "Fake card", 1 << 34),
        Device("cpu", "CPU"),
    ]


@pytest.mark.parametrize("model", [SIPSANET, CF2N], ids=["sipsanet", "cf2n"])
def test_on_a_card_graphs_give_what_layers_give(model: Model, fake: FakeTorch) -> None:
    blocks = [block(model, seed=seed) for seed in range(4)]
    with TorchEngine(model.path, FULL) as engine, OrtEngine(model.path) as other:
        assert engine.device == f"Fake card (PyTorch {torch.__version__})"
        for number, (pan, ms) in enumerate(blocks):
            found, expected = engine.run(pan, ms), other.run(pan, ms)
            np.testing.assert_allclose(found, expected, rtol=0, atol=1e-4)
            # the first is computed layer by layer, the second captured, and replayed like the rest
            assert fake.log.count("captured") == min(number, 1)
            assert fake.log.count("replay") == number


def test_blocks_under_way_do_not_overwrite_each_other(
    fake: FakeTorch, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Event, "late", 3)
    blocks = [block(CF2N, seed=seed) for seed in range(5)]
    with TorchEngine(CF2N.path, FULL) as engine, OrtEngine(CF2N.path) as other:
        tickets = [engine.start(*one) for one in blocks[:3]]
        found = [engine.finish(tickets.pop(0))]
        for one in blocks[3:]:
            tickets.append(engine.start(*one))
            found.append(engine.finish(tickets.pop(0)))
        found += [engine.finish(ticket) for ticket in tickets]
        for result, one in zip(found, blocks):
            np.testing.assert_allclose(result, other.run(*one), rtol=0, atol=1e-4)


def test_memory_for_transfers_is_used_again(fake: FakeTorch) -> None:
    with TorchEngine(CF2N.path, FULL) as engine:
        for seed in range(3):
            engine.run(*block(CF2N, seed=seed))
        kept = fake.log.count("pinned")
        for seed in range(3):
            engine.run(*block(CF2N, seed=seed))
        assert fake.log.count("pinned") == kept


def test_shapes_take_turns_and_the_oldest_goes(fake: FakeTorch) -> None:
    with TorchEngine(CF2N.path, FULL) as engine, OrtEngine(CF2N.path) as other:
        for cells in (1, 2, 1, 2, 1, 3, 4, 5, 1, 2):
            one = block(CF2N, cells)
            np.testing.assert_allclose(engine.run(*one), other.run(*one), rtol=0, atol=1e-4)
        assert fake.log.count("captured") == 2
        assert fake.log.count("replay") == 4


@pytest.mark.parametrize("model", [SIPSANET, CF2N], ids=["sipsanet", "cf2n"])
def test_in_half_precision_the_result_stays_close(model: Model, fake: FakeTorch) -> None:
    one = block(model)
    with TorchEngine(model.path, EngineOptions(1, "cuda:0")) as engine:
        assert engine.precision == "half"
        assert engine.device.endswith(", fp16)")
        results = [engine.run(*one) for _ in range(3)]
    with OrtEngine(model.path) as other:
        expected = other.run(*one)
    # bfloat16, with 8 significant bits, stands in for float16 here; what the networks add detail
    # to, and the statistics that they divide by, have all of theirs
    for result in results:
        assert 1e-5 < np.abs(result - expected).mean() < 2**-8
    np.testing.assert_array_equal(results[1], results[2])


def test_an_older_card_keeps_full_precision(monkeypatch: pytest.MonkeyPatch) -> None:
    put_in_place(FakeTorch(capability=(6, 1)), monkeypatch)
    with TorchEngine(CF2N.path, EngineOptions(device="cuda:0", precision="half")) as engine:
        assert engine.precision == "full"


@pytest.mark.parametrize(
    ("title", "precision"),
    [("NVIDIA GeForce GTX 1660 Ti", "full"), ("NVIDIA T1000 8GB", "full"), ("Tesla T4", "half")],
)
def test_a_card_without_units_for_16_bits_keeps_full_precision(title: str, precision: str) -> None:
    fake, card = FakeTorch(capability=(7, 5)), Device("cuda:0", title)
    assert torch_engine._precision(fake, card, "auto") == precision


def test_a_result_that_16_bits_cannot_hold_is_an_error(fake: FakeTorch) -> None:
    pan, ms = block(CF2N)
    with TorchEngine(CF2N.path, EngineOptions(1, "cuda:0", "half")) as engine:
        with pytest.raises(EngineError, match=r"16 bits did not suffice.*precision full"):
            engine.run(pan * np.float32(np.inf), ms)
        assert np.isfinite(engine.run(pan, ms)).all()


def test_a_block_gets_a_share_of_what_is_free_on_the_card(
    fake: FakeTorch, monkeypatch: pytest.MonkeyPatch
) -> None:
    def room(precision: str) -> int:
        with TorchEngine(CF2N.path, EngineOptions(1, "cuda:0", precision)) as engine:
            return engine.room

    assert 0 < 2 * COST * room("full") < fake.free
    assert room("full") < room("half") < 2 * room("full")
    full, fake.free = room("full"), fake.free // 2
    assert room("full") == full // 2
    monkeypatch.delattr(fake.cuda, "mem_get_info")  # a part of what there is, then
    assert 0 < 2 * COST * room("full") < 1 << 34
    with TorchEngine(CF2N.path, EngineOptions(1, "cpu")) as engine:
        assert engine.room == 0
    about = fake.cuda.get_device_properties(0)
    about.is_integrated = 1
    monkeypatch.setattr(fake.cuda, "get_device_properties", lambda _: about)
    assert torch_engine.devices()[0].memory == 0
    assert room("half") == 0


def test_a_card_without_room_is_emptied_and_goes_on_with_less(fake: FakeTorch) -> None:
    with TorchEngine(CF2N.path, FULL) as engine, OrtEngine(CF2N.path) as other:
        one, large = block(CF2N), block(CF2N, cells=3)
        fake.most = one[0].size
        engine.run(*one)
        with pytest.raises(MemoryError, match="CUDA out of memory"):
            engine.run(*large)
        assert fake.log[-1] == "empty cache"
        np.testing.assert_allclose(engine.run(*one), other.run(*one), rtol=0, atol=1e-4)


def test_where_graphs_cannot_be_captured_layers_run_one_by_one(fake: FakeTorch) -> None:
    fake.captures = False
    with TorchEngine(CF2N.path, FULL) as engine, OrtEngine(CF2N.path) as other:
        for seed in range(3):
            one = block(CF2N, seed=seed)
            np.testing.assert_allclose(engine.run(*one), other.run(*one), rtol=0, atol=1e-4)
    assert "replay" not in fake.log


def test_memory_that_lacks_while_a_graph_is_captured_is_told(fake: FakeTorch) -> None:
    one = block(CF2N)
    with TorchEngine(CF2N.path, FULL) as engine, OrtEngine(CF2N.path) as other:
        engine.run(*one)
        fake.short = True  # the capture's end fails as well, and so does what comes after it
        with pytest.raises(MemoryError, match="CUDA out of memory"):
            engine.run(*one)
        fake.short = False
        np.testing.assert_allclose(engine.run(*one), other.run(*one), rtol=0, atol=1e-4)


# A real card -------------------------------------------------------------------------------------

needs_card = pytest.mark.skipif(
    not torch.cuda.is_available(), reason="PyTorch finds no graphics card here"
)


@needs_card
@pytest.mark.parametrize("precision", ["full", "half"])
@pytest.mark.parametrize("model", MODELS.values(), ids=MODELS)
def test_all_models_run_on_the_card(model: Model, precision: str) -> None:
    blocks = [block(model, cells=8, seed=seed) for seed in range(4)]
    with (
        TorchEngine(model.path, EngineOptions(device="cuda:0", precision=precision)) as engine,
        OrtEngine(model.path, EngineOptions(device="cpu")) as other,
    ):
        assert engine._runner is not None
        tickets = [engine.start(*one) for one in blocks]
        for ticket, one in zip(tickets, blocks):
            found, expected = engine.finish(ticket), other.run(*one)
            difference = np.abs(found - expected) * 2047
            assert np.quantile(difference, 0.999) <= (0.5 if precision == "full" else 2)
        assert engine._runner._cuda._captures  # type: ignore[union-attr]


@needs_card
def test_a_block_beyond_the_cards_memory_is_a_memory_error() -> None:
    _, size = torch.cuda.mem_get_info()
    side = 2048  # needs several GB; a block that fills a large card would fill the computer, too
    pan = np.broadcast_to(np.float32(0.5), (1, side, side))
    ms = np.broadcast_to(np.float32(0.5), (4, side // 4, side // 4))
    with TorchEngine(CF2N.path, EngineOptions(device="cuda:0")) as engine:
        torch.cuda.set_per_process_memory_fraction(min(1.0, 1e9 / size), 0)
        try:
            for _ in range(2):
                with pytest.raises(MemoryError):
                    engine.run(pan, ms)
                # layer by layer, captured, replayed
                assert all(np.isfinite(engine.run(*block(CF2N))).all() for _ in range(3))
        finally:
            torch.cuda.set_per_process_memory_fraction(1.0, 0)
