"""Which engines are at hand, how fast they are, and in which order a run tries them."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from qgis_pansharp.backend.engines import EngineStatus, at_hand, choosing
from qgis_pansharp.backend.engines.at_hand import engines_at_hand, require_engine, status
from qgis_pansharp.backend.engines.calibration import (
    CORE,
    DAY,
    FAILURES_KEPT,
    FILE,
    KEPT,
    Speeds,
    key_of,
    measure,
)
from qgis_pansharp.backend.engines.choosing import LAST, candidates
from qgis_pansharp.backend.engines.isolated import Interpreter
from qgis_pansharp.backend.engines.options import Device
from qgis_pansharp.backend.engines.steady import Candidate
from qgis_pansharp.backend.environments import Environment, Environments
from qgis_pansharp.backend.errors import EngineError
from qgis_pansharp.backend.models import Model, bundled_models
from qgis_pansharp.backend.request import SharpenRequest

PYTHON = Path("/elsewhere/bin/python")
MODEL = bundled_models()[0]


def environment(engine: str) -> Environment:
    return Environment(engine, PYTHON, (Path("/packages"),), "9.9", {}, own=False, size=1)


@pytest.fixture
def installed(monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Say which engines have an environment, and which this Python has."""

    def install(environments: tuple[str, ...] = (), here: tuple[str, ...] = ()) -> None:
        monkeypatch.setattr(
            Environments, "get", lambda _, name: environment(name) if name in environments else None
        )
        states = [
            EngineStatus(name, name in ("builtin", *here), f"{name} 1.0")
            for name in ("builtin", "onnxruntime", "openvino", "torch")
        ]
        monkeypatch.setattr(at_hand, "engine_status", lambda: states)

    install()
    return install


def test_without_anything_installed_the_built_in_engine_is_at_hand(
    installed: Callable[..., None], tmp_path: Path
) -> None:
    assert list(engines_at_hand(tmp_path, isolate=True)) == ["builtin"]
    assert [s.name for s in status(tmp_path, isolate=True) if s.available] == ["builtin"]


def test_in_the_desktop_every_other_engine_has_a_python_of_its_own(
    installed: Callable[..., None], tmp_path: Path
) -> None:
    installed(environments=("openvino", "torch"), here=("onnxruntime", "torch"))
    found = engines_at_hand(tmp_path, isolate=True)
    assert found["builtin"].interpreter is None
    for name in ("openvino", "torch"):
        assert found[name].interpreter == Interpreter(PYTHON, (Path("/packages"),))
    own = found["onnxruntime"].interpreter
    assert own is not None
    assert own.python == Path(sys.executable)


def test_elsewhere_what_this_python_has_runs_here(
    installed: Callable[..., None], tmp_path: Path
) -> None:
    installed(environments=("openvino", "torch"), here=("onnxruntime", "torch"))
    found = engines_at_hand(tmp_path, isolate=False)
    assert found["onnxruntime"].interpreter is None
    assert found["torch"].interpreter is None
    assert found["openvino"].interpreter is not None


def test_an_engine_that_is_not_there_is_refused_by_name(
    installed: Callable[..., None], tmp_path: Path
) -> None:
    for name in ("auto", "builtin"):
        require_engine(name, tmp_path, isolate=True)
    with pytest.raises(EngineError, match=r"openvino .*not installed.*builtin"):
        require_engine("openvino", tmp_path, isolate=True)
    with pytest.raises(EngineError, match="no engine named 'warp'"):
        require_engine("warp", tmp_path, isolate=True)


def request(folder: Path, **changes: Any) -> SharpenRequest:
    values: dict[str, Any] = {"pan": "p", "ms": "m", "output": "o", "engines_folder": folder}
    return SharpenRequest(**(values | changes))


class Bench:
    """Engines with set speeds; counts what is measured."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.speeds: dict[tuple[str, str], float] = {}
        self.measured: list[tuple[str, str]] = []
        self.told: list[str] = []
        monkeypatch.setattr(choosing, "_devices", self.devices)
        monkeypatch.setattr(choosing, "_open", self.open)
        monkeypatch.setattr(choosing, "measure", self.measure)

    def devices(self, one: at_hand.AtHand, *_: object) -> list[Device]:
        return [Device(device, device) for engine, device in self.speeds if engine == one.engine]

    def open(
        self, one: at_hand.AtHand, _: Model, __: SharpenRequest, device: str, *___: object
    ) -> Any:
        bench = self

        class Opened:
            place = (one.engine, device)

            def __enter__(self) -> Opened:
                if bench.speeds[self.place] < 0:
                    raise EngineError("The libraries of {engine} do not load.", engine=one.engine)
                return self

            def __exit__(self, *_: object) -> None:
                pass

        return Opened()

    def measure(self, engine: Any, *_: object) -> float:
        self.measured.append(engine.place)
        return self.speeds[engine.place]

    def candidates(self, folder: Path, **changes: Any) -> list[tuple[str, str]]:
        asked = request(folder, **changes)
        found = candidates(asked, MODEL, lambda m: self.told.append(str(m)), lambda _: None)
        return [(candidate.engine, candidate.device) for candidate in found]


@pytest.fixture
def bench(monkeypatch: pytest.MonkeyPatch) -> Bench:
    return Bench(monkeypatch)


def test_auto_tries_the_fastest_first_and_the_built_in_engine_last(
    installed: Callable[..., None], bench: Bench, tmp_path: Path
) -> None:
    installed(environments=("onnxruntime", "torch"))
    bench.speeds = {
        ("builtin", "cpu"): 1.0,
        ("onnxruntime", "cpu"): 3.0,
        ("torch", "cuda:0"): 90.0,
        ("torch", "cpu"): 0.5,
    }
    wanted = [("torch", "cuda:0"), ("onnxruntime", "cpu"), ("builtin", "cpu")]
    assert bench.candidates(tmp_path) == wanted
    assert "torch cuda:0 90.00, onnxruntime cpu 3.00, builtin cpu 1.00" in bench.told[-1]
    assert sorted(bench.measured) == sorted(bench.speeds)


def test_what_was_measured_is_kept_for_these_versions_and_this_kind_of_model(
    installed: Callable[..., None],
    bench: Bench,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    installed(environments=("onnxruntime",))
    bench.speeds = {("builtin", "cpu"): 1.0, ("onnxruntime", "cpu"): 3.0}
    bench.candidates(tmp_path)
    bench.measured.clear()
    assert bench.candidates(tmp_path)[0] == ("onnxruntime", "cpu")
    assert not bench.measured
    bench.candidates(tmp_path, threads=1)
    assert len(bench.measured) == 2
    newer = environment("onnxruntime")
    object.__setattr__(newer, "version", "10.0")
    monkeypatch.setattr(Environments, "get", lambda _, n: newer if n == "onnxruntime" else None)
    bench.measured.clear()
    bench.candidates(tmp_path)
    assert bench.measured == [("onnxruntime", "cpu")]


def test_an_engine_that_does_not_work_is_done_without(
    installed: Callable[..., None], bench: Bench, tmp_path: Path
) -> None:
    installed(environments=("openvino",))
    bench.speeds = {("builtin", "cpu"): 1.0, ("openvino", "cpu"): -1.0}
    assert bench.candidates(tmp_path) == [("builtin", "cpu")]
    assert any("libraries of openvino do not load" in line for line in bench.told)


def test_a_device_that_is_asked_for_is_the_only_one_but_for_the_last_resort(
    installed: Callable[..., None], bench: Bench, tmp_path: Path
) -> None:
    installed(environments=("torch",))
    bench.speeds = {("builtin", "cpu"): 1.0, ("torch", "cuda:0"): 90.0, ("torch", "cpu"): 2.0}
    assert bench.candidates(tmp_path, device="cpu") == [("torch", "cpu"), ("builtin", "cpu")]
    with pytest.raises(EngineError, match="has a device cuda:7"):
        bench.candidates(tmp_path, device="cuda:7")


def test_an_engine_that_is_asked_for_is_tried_first_and_never_alone(
    installed: Callable[..., None], bench: Bench, tmp_path: Path
) -> None:
    installed(environments=("torch",))
    assert bench.candidates(tmp_path, engine="torch", device="cuda:1") == [
        ("torch", "cuda:1"),
        ("builtin", "cpu"),
    ]
    assert bench.candidates(tmp_path, engine="builtin") == [("builtin", "auto")]
    assert not bench.measured


def test_without_a_choice_nothing_is_measured(
    installed: Callable[..., None], bench: Bench, tmp_path: Path
) -> None:
    assert bench.candidates(tmp_path) == [("builtin", "auto")]
    assert not bench.measured
    assert not list(tmp_path.iterdir())
    assert Candidate("builtin", "cpu") == LAST


# Measuring -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "content",
    [
        "",
        "no JSON",
        "[1]",
        '{"key": 3}',
        '{"key": {"cpu": 2.5}}',
        '{"key": {"measured": "x", "speeds": {"cpu": 2.5}}}',
        '{"key": {"measured": 1, "speeds": [2.5]}}',
    ],
)
def test_a_damaged_file_is_as_good_as_none(tmp_path: Path, content: str) -> None:
    (tmp_path / FILE).write_text(content)
    speeds = Speeds(tmp_path)
    assert speeds.get("key") == {}
    speeds.put("key", {"cpu": 2.5})
    assert Speeds(tmp_path).get("key") == {"cpu": 2.5}
    assert [path.name for path in tmp_path.iterdir()] == [FILE]


def test_a_folder_that_cannot_be_written_does_no_harm(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    speeds = Speeds(tmp_path / "file" / "folder")
    speeds.put("key", {"cpu": 2.5})
    assert speeds.get("key") == {}


def test_other_entries_stay(tmp_path: Path) -> None:
    Speeds(tmp_path).put("one", {"cpu": 1.0})
    Speeds(tmp_path).put("two", {"cpu": 2.0, "mps": 3.0})
    assert set(json.loads((tmp_path / FILE).read_text())) == {"one", "two"}


def test_figures_are_taken_anew_after_a_while_and_failures_sooner(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    speeds, now = Speeds(tmp_path), 1e9
    monkeypatch.setattr("time.time", lambda: now)
    speeds.put("works", {"cpu": 2.5})
    speeds.put("fails", {"cuda:0": 0.0, "cpu": 2.5})
    now += (FAILURES_KEPT - 0.1) * DAY
    assert speeds.get("fails") == {"cuda:0": 0.0, "cpu": 2.5}
    now += 0.2 * DAY
    assert (speeds.get("works"), speeds.get("fails")) == ({"cpu": 2.5}, {})
    now += KEPT * DAY
    assert speeds.get("works") == {}


def test_an_engine_that_is_installed_or_tested_again_is_measured_again(tmp_path: Path) -> None:
    speeds = Speeds(tmp_path)
    keys = [key_of(engine, "1", MODEL.card, 0, "auto") for engine in ("torch", "builtin")]
    for key in keys:
        speeds.put(key, {"cpu": 2.5})
    speeds.forget("torch")
    assert [speeds.get(key) for key in keys] == [{}, {"cpu": 2.5}]


def test_the_key_tells_apart_what_changes_the_speed() -> None:
    card, other = MODEL.card, bundled_models()[-1].card
    keys = {
        key_of("torch", "1", card, 0, "auto"),
        key_of("torch", "2", card, 0, "auto"),
        key_of("onnxruntime", "1", card, 0, "auto"),
        key_of("torch", "1", card, 17, "auto"),
        key_of("torch", "1", card, 0, "half"),
        key_of("torch", "1", other, 0, "auto"),
    }
    assert len(keys) == 6


def test_the_fastest_run_counts(monkeypatch: pytest.MonkeyPatch) -> None:
    engine = Timed(monkeypatch, 0.9, 9.0, 2.0, 0.5, 3.0)
    speed = measure(engine, MODEL.card, lambda _: None)  # type: ignore[arg-type]
    side = engine.sides[-1]
    assert side >= 2 * MODEL.card.halo + CORE
    assert engine.sides[1:] == [side] * 3
    assert speed == pytest.approx(side**2 / 1e6 / 0.5)


def test_a_slow_engine_is_not_asked_for_much(monkeypatch: pytest.MonkeyPatch) -> None:
    engine = Timed(monkeypatch, 5.0, 4.0)
    speed = measure(engine, MODEL.card, lambda _: None)  # type: ignore[arg-type]
    first, second = engine.sides
    assert first == second < 2 * MODEL.card.halo + CORE
    assert speed == pytest.approx(first**2 / 1e6 / 4)


class Timed:
    """An engine whose runs take what they are told, by the clock."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, *takes: float) -> None:
        self.now, self.takes, self.sides = 0.0, list(takes), list[int]()
        monkeypatch.setattr("time.perf_counter", lambda: self.now)

    def run(self, pan: Any, ms: Any, watch: Any) -> None:
        self.now += self.takes.pop(0)
        self.sides.append(pan.shape[1])
        assert pan.shape[1] == ms.shape[1] * MODEL.card.ratio
