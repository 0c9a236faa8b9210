"""What measures engines counts the right things."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import torch

from qgis_pansharp.backend.engines import create_engine
from qgis_pansharp.backend.models import bundled_models
from qgis_pansharp.backend.networks.cf2n import AdaptiveConvolution
from training.engines import cards, limits, speed
from training.engines.cases import EAGER, Case, cases_here, opened

MODELS = {model.card.id: model for model in bundled_models()}
CF2N, SIPSANET = MODELS["cf2n-4band"], MODELS["sipsanet-4band"]
HEADER_CELLS = cards.HEADER[0].count("|") - 1


def test_cases_are_those_of_this_computer() -> None:
    found = cases_here()
    assert Case("builtin", "cpu", "full") in found
    assert Case("torch", "cpu", "half") in found
    assert {case.engine for case in cases_here(["onnx", "builtin"])} == {"builtin", "onnxruntime"}


def test_a_precision_that_an_engine_does_not_have_is_left_out() -> None:
    wanted = [Case("onnxruntime", "cpu", precision) for precision in ("full", "half")]
    found = opened(wanted, CF2N.path, 1)
    assert [case for case, _ in found] == wanted[:1]
    for _, engine in found:
        engine.close()


def test_a_device_that_is_not_there_is_passed_over(capsys: pytest.CaptureFixture[str]) -> None:
    assert opened([Case("onnxruntime", "cuda:7", "full")], CF2N.path, 1) == []
    assert "no device cuda:7" in capsys.readouterr().out


def test_eager_pytorch_gives_what_engines_give() -> None:
    pan, ms = speed.made_up(CF2N.card, 8)
    with Case(EAGER, "cpu", "full").open(CF2N.path, 1) as eager:
        found = eager.run(pan, ms)
    with create_engine("onnxruntime", CF2N.path, device="cpu") as engine:
        np.testing.assert_allclose(found, engine.run(pan, ms), rtol=0, atol=1e-4)


def test_a_card_is_emulated_in_16_bits_throughout(monkeypatch: pytest.MonkeyPatch) -> None:
    kinds = set()
    original = AdaptiveConvolution.filter

    def noted(self: AdaptiveConvolution, padded: torch.Tensor, *rest: torch.Tensor) -> torch.Tensor:
        kinds.add(padded.dtype)
        return original(self, padded, *rest)

    monkeypatch.setattr(AdaptiveConvolution, "filter", noted)
    pan, ms = speed.made_up(CF2N.card, 8)
    with Case(EAGER, "cpu", "half").open(CF2N.path, 1) as eager:
        eager.run(pan, ms)
    assert kinds == {torch.float16}


def test_a_made_up_block_suits_its_model() -> None:
    for model in MODELS.values():
        pan, ms = speed.made_up(model.card, 8)
        side = 8 + 2 * model.card.halo
        assert pan.shape == (1, side, side)
        assert ms.shape == (len(model.card.bands), *(side // model.card.ratio,) * 2)


def test_speeds_are_told_by_case(monkeypatch: pytest.MonkeyPatch) -> None:
    case = Case("onnxruntime", "cpu", "full")
    other = Case("onnxruntime", "cpu", "half")
    taken = {
        case: [(2.0, 4.0), (4.0, 8.0), (2.0, 4.0)],
        other: [(1.0, 4.0), (1.0, 4.0), (1.0, 4.0)],
    }
    lines = speed._table("title", 0.5, taken).splitlines()
    assert lines[-2] == "| onnxruntime cpu full | 0.25 | 1.00 | 8.00 | 1.00 |"
    assert lines[-1] == "| onnxruntime cpu half | 0.5 | 2.00 | 8.00 | 1.00 |"


def test_memory_is_what_a_block_adds(tmp_path: Path) -> None:
    case = Case("builtin", "cpu", "full")
    (row,) = speed.memory_report([CF2N.path], [case], core=128, threads=1).splitlines()[2:]
    found = float(row.split("|")[3])
    # the card says what larger blocks need; of a small one about half as much was found (435)
    assert 0.3 * CF2N.card.bytes_per_pixel < found < 3 * CF2N.card.bytes_per_pixel


def test_the_least_time_is_counted_per_operation() -> None:
    speeds = limits.Speeds({torch.float32: 1e9}, bandwidth=1e6)
    image, weight = torch.ones(1, 4, 8, 8), torch.ones(2, 4, 3, 3)
    with limits.Floor(speeds) as floor:
        image[:, :, 2:]  # a view moves nothing
        torch.relu(image)
    assert floor.seconds == pytest.approx(2 * image.numel() * 4 / 1e6)
    with limits.Floor(speeds) as floor:
        torch.nn.functional.conv2d(image, weight, padding=1)
    assert floor.operations == 2 * 64 * 2 * 4 * 9
    moved = 4 * (image.numel() + weight.numel() + 2 * 64)
    assert floor.seconds == pytest.approx(max(floor.operations / 1e9, moved / 1e6))
    slow = limits.Speeds({torch.float32: 1e5}, bandwidth=1e12)
    with limits.Floor(slow) as floor:
        torch.nn.functional.conv2d(image, weight, padding=1)
    assert floor.seconds == pytest.approx(floor.operations / 1e5)


def test_one_run_tells_all_about_a_card(monkeypatch: pytest.MonkeyPatch) -> None:
    """The processor stands in for the card."""
    monkeypatch.setattr(limits, "REPEATS", 1)
    monkeypatch.setattr(limits, "COPIED", 1 << 20)
    monkeypatch.setattr(cards, "BLOCKS", 2)
    cases = [Case("torch", "cpu", precision) for precision in ("full", "half")]
    told = cards.report([SIPSANET.path], cases, core=8, rounds=1).splitlines()
    assert "TFLOP/s in float32" in told[0]
    (row,) = [line for line in told if line.startswith("| sipsanet")]
    cells = [cell.strip() for cell in row.strip("|").split("|")]
    assert len(cells) == HEADER_CELLS
    assert cells[:3] == ["sipsanet-4band", "full", "8 x 8"]
    assert float(cells[3]) < 1  # of 2047, off the built-in engine
    assert all(float(cell) > 0 for cell in cells[5:10])
    assert cells[10].endswith(" %")


def test_an_engine_that_does_not_fit_beside_another_has_no_speed(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def fail(engine: object, pan: object, ms: object) -> float:
        raise MemoryError

    monkeypatch.setattr(cards, "seconds_per_block", fail)
    with create_engine("builtin", CF2N.path) as engine:
        assert np.isnan(cards.seconds_if_it_fits(engine, *speed.made_up(CF2N.card, 8)))


def test_blocks_for_a_card_are_those_that_the_product_cuts() -> None:
    assert speed.product_core(CF2N.card, room=10**8) < speed.product_core(CF2N.card)
    assert speed.product_core(CF2N.card, room=10**11) > speed.product_core(CF2N.card)


def test_limits_are_told_for_each_model(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "REPEATS", 1)
    monkeypatch.setattr(limits, "COPIED", 1 << 20)
    told = limits.report([CF2N.path], [Case("torch", "cpu", "full")], core=8)
    assert "TFLOP/s in float32" in told
    (row,) = [line for line in told.splitlines() if line.startswith("| cf2n")]
    assert row.split("|")[2].strip() == "torch cpu full"
    assert float(row.split("|")[3]) > 100
