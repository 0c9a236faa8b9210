"""Whatever happens to a worker process is an error here, and nothing of it stays behind."""

from __future__ import annotations

import contextlib
import os
import resource
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from qgis_pansharp.backend.arrays import FloatArray
from qgis_pansharp.backend.engines import create_engine, worker
from qgis_pansharp.backend.engines.isolated import (
    EngineLost,
    Interpreter,
    IsolatedEngine,
    Patience,
)
from qgis_pansharp.backend.engines.protocol import decode, encode
from qgis_pansharp.backend.engines.runtime import Done, RuntimeEngine
from qgis_pansharp.backend.engines.shared_buffer import SharedBuffer
from qgis_pansharp.backend.errors import Cancelled, EngineError, ModelError
from qgis_pansharp.backend.models import bundled_models
from tests.backend.tiny_model import HALO, write_tiny_model

from .fakes import FakeRuntime

IMPATIENT = Patience(opening=8, least=0.5, factor=3, first_speed=1e9)


@pytest.fixture(scope="module")
def tiny(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_tiny_model(tmp_path_factory.mktemp("model") / "tiny.onnx")


@pytest.fixture
def runtime(tmp_path: Path) -> FakeRuntime:
    return FakeRuntime(tmp_path / "packages", HALO)


@pytest.fixture(autouse=True)
def nothing_stays() -> Iterator[None]:
    """After each test no worker, no shared memory and no thread of ours is left."""
    threads = threading.active_count()
    yield
    children = subprocess.run(
        ["ps", "--ppid", str(os.getpid()), "-o", "args="], stdout=subprocess.PIPE, check=False
    ).stdout
    assert b"engines.worker" not in children
    assert not [file for file in Path("/proc/self/fd").iterdir() if "memfd:pansharp" in link(file)]
    assert threading.active_count() <= threads


def link(file: Path) -> str:
    try:
        return str(file.readlink())
    except OSError:  # closed meanwhile
        return ""


def block(size: int = 48, seed: int = 0) -> tuple[FloatArray, FloatArray]:
    random = np.random.default_rng(seed)
    small = size // 4
    return (
        random.random((1, size, size), dtype=np.float32),
        random.random((4, small, small), dtype=np.float32),
    )


def test_a_worker_gives_what_the_engine_gives_here() -> None:
    pytest.importorskip("onnxruntime")
    model = bundled_models()[0]
    side = 2 * model.card.halo + 4 * model.card.alignment
    random = np.random.default_rng(0)
    pan = random.random((1, side, side), dtype=np.float32)
    small = side // model.card.ratio
    ms = random.random((len(model.card.bands), small, small), dtype=np.float32)
    with create_engine("onnxruntime", model.path) as engine:
        expected = engine.run(pan, ms)
    python = Interpreter(Path(sys.executable))
    with IsolatedEngine(python, "onnxruntime", model.path) as engine:
        assert np.array_equal(engine.run(pan, ms), expected)
        assert engine.name == "onnxruntime"
        assert "ONNX Runtime" in engine.device


def test_a_block_is_begun_before_the_one_before_it_is_brought_back(
    tiny: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    events: list[str] = []
    begun = threading.Semaphore(0)

    class Engine(RuntimeEngine):
        name = "made-up"
        package = "numpy"

        def _open(self, *_: object) -> None:
            self.room = 12345

        def _begin(self, inputs: dict[str, FloatArray]) -> Done:
            events.append("begun")
            begun.release()
            return Done(inputs["ms"])

        def finish(self, *rest: Any) -> FloatArray:
            if "finished" not in events:
                for _ in range(2):
                    assert begun.acquire(timeout=30)
            events.append("finished")
            return super().finish(*rest)

    monkeypatch.setattr(worker, "create_engine", lambda *_, **__: Engine(tiny))
    order, give = os.pipe()
    take, answer = os.pipe()
    serving = worker.Worker(os.fdopen(answer, "wb"))
    with os.fdopen(give, "wb") as orders, os.fdopen(take, "rb") as answers:

        def listen() -> None:
            with contextlib.suppress(SystemExit):
                serving.listen(Until(order))  # type: ignore[arg-type]

        threading.Thread(target=listen, daemon=True).start()

        def ask(**message: object) -> None:
            orders.write(encode(message))
            orders.flush()

        def told() -> dict[str, Any]:
            return decode(answers.readline())

        ask(op="open", engine="x", model="x", threads=1, device="auto", precision="auto")
        serving._carry_out(serving._orders.get())
        assert told()["ready"]["room"] == 12345
        shared = [SharedBuffer.create(4096) for _ in range(2)]
        for slot, memory in enumerate(shared):
            ask(op="map", slot=slot, name=memory.name, size=memory.size)
            assert told() == {"mapped": slot}
            ask(op="run", job=slot, slot=slot, pan=[1, 4, 4], ms=[4, 1, 1])
        for slot in range(2):
            serving._carry_out(serving._orders.get())
            assert told()["done"] == slot
        ask(op="end")
        serving._orders.get()
    assert events[:3] == ["begun", "begun", "finished"]
    assert serving._engine is not None
    serving._engine.close()
    for memory in (*shared, *serving._slots.values()):
        memory.close()


class Until:
    """Orders until one that says to end; a real worker would end its process."""

    def __init__(self, descriptor: int) -> None:
        self._file = os.fdopen(descriptor, "rb")

    def readline(self, _: int) -> bytes:
        line = self._file.readline()
        if not line:
            self._file.close()
            raise SystemExit
        return line


def test_two_blocks_are_under_way_at_once(tiny: Path, runtime: FakeRuntime) -> None:
    runtime.does("slow")
    with IsolatedEngine(runtime.interpreter, "onnxruntime", tiny) as engine:
        first, second = block(), block(64, seed=1)
        engine.run(*first)  # memory is mapped
        alone = [engine.run(*images) for images in (first, second)]
        started = time.monotonic()
        jobs = [engine.start(*images) for images in (first, second)]
        handed_over = time.monotonic() - started
        with pytest.raises(ValueError, match="finish one first"):
            engine.start(*first)
        results = [engine.finish(job) for job in reversed(jobs)]
        assert handed_over < (time.monotonic() - started) / 2
        for result, expected in zip(reversed(results), alone):
            assert np.array_equal(result, expected)


def test_blocks_may_grow_and_shrink(tiny: Path, runtime: FakeRuntime) -> None:
    with (
        IsolatedEngine(runtime.interpreter, "onnxruntime", tiny) as engine,
        create_engine("builtin", tiny) as builtin,
    ):
        for size in (48, 160, 32, 96):
            images = block(size)
            assert np.allclose(engine.run(*images), builtin.run(*images), atol=1e-5)


def test_what_libraries_print_is_no_answer(tiny: Path, runtime: FakeRuntime) -> None:
    runtime.does("print")
    with IsolatedEngine(runtime.interpreter, "onnxruntime", tiny) as engine:
        for _ in range(3):
            assert engine.run(*block()).shape == (4, 32, 32)


@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGSEGV])
def test_a_killed_worker_is_an_error(tiny: Path, runtime: FakeRuntime, number: int) -> None:
    runtime.does("hang")
    with IsolatedEngine(runtime.interpreter, "onnxruntime", tiny) as engine:
        job = engine.start(*block())
        os.kill(engine.process_id, number)
        name = signal.Signals(number).name
        with pytest.raises(EngineLost, match=rf"onnxruntime was lost .*{name}.*builtin"):
            engine.finish(job)
        with pytest.raises(EngineLost):
            engine.run(*block())


def test_a_worker_that_hangs_is_given_up(tiny: Path, runtime: FakeRuntime) -> None:
    with IsolatedEngine(runtime.interpreter, "onnxruntime", tiny, patience=IMPATIENT) as engine:
        engine.run(*block())
        runtime.does("hang")
        started = time.monotonic()
        with pytest.raises(EngineLost, match="did not answer in time"):
            engine.run(*block())
        assert time.monotonic() - started < 30


def test_a_stopped_process_is_given_up(tiny: Path, runtime: FakeRuntime) -> None:
    with IsolatedEngine(runtime.interpreter, "onnxruntime", tiny, patience=IMPATIENT) as engine:
        os.kill(engine.process_id, signal.SIGSTOP)
        with pytest.raises(EngineLost, match="did not answer in time"):
            engine.run(*block())


def test_the_limit_follows_what_blocks_took(tiny: Path, runtime: FakeRuntime) -> None:
    patience = Patience(least=1, factor=10, first_speed=1000)
    assert patience.of_block(10_000, None) == 100
    assert patience.of_block(10_000_000, None) == patience.longest  # a card's block, in seconds
    assert patience.of_block(1_000_000, 2e-6) == 20
    assert patience.of_block(1000, 2e-6) == 1


def test_garbage_is_an_error(tiny: Path, runtime: FakeRuntime) -> None:
    with IsolatedEngine(runtime.interpreter, "onnxruntime", tiny) as engine:
        runtime.does("garbage")
        with pytest.raises(EngineLost, match="garbage"):
            engine.run(*block())


def test_libraries_that_do_not_load_are_an_error(tiny: Path, runtime: FakeRuntime) -> None:
    runtime.does("fail to load")
    with pytest.raises(EngineError, match=r"libmadeup\.so\.1"):
        IsolatedEngine(runtime.interpreter, "onnxruntime", tiny)


def test_a_crash_while_loading_is_an_error(tiny: Path, runtime: FakeRuntime) -> None:
    runtime.does("crash while loading")
    with pytest.raises(EngineLost, match="SIGABRT"):
        IsolatedEngine(runtime.interpreter, "onnxruntime", tiny)


def test_a_python_that_is_not_there_is_an_error(tiny: Path, tmp_path: Path) -> None:
    with pytest.raises(EngineLost, match=r"cannot be started with .*nowhere"):
        IsolatedEngine(Interpreter(tmp_path / "nowhere"), "onnxruntime", tiny)


def test_a_damaged_model_is_the_engines_own_error(tmp_path: Path, runtime: FakeRuntime) -> None:
    with pytest.raises(ModelError, match=r"none\.onnx"):
        IsolatedEngine(runtime.interpreter, "onnxruntime", tmp_path / "none.onnx")


def test_an_allocator_without_room_is_a_memory_error(tiny: Path, runtime: FakeRuntime) -> None:
    runtime.does("memory 100")
    with IsolatedEngine(runtime.interpreter, "onnxruntime", tiny) as engine:
        with pytest.raises(MemoryError):
            engine.run(*block(128))
        assert engine.run(*block(64)).shape == (4, 48, 48)  # the same worker goes on


@pytest.mark.skipif(not hasattr(resource, "prlimit"), reason="Linux limits other processes only")
def test_an_address_space_that_is_full_is_an_error(tiny: Path, runtime: FakeRuntime) -> None:
    with IsolatedEngine(runtime.interpreter, "onnxruntime", tiny) as engine:
        engine.run(*block())
        used = int(Path(f"/proc/{engine.process_id}/statm").read_text().split()[0]) * 4096
        resource.prlimit(engine.process_id, resource.RLIMIT_AS, (used + (8 << 20),) * 2)
        with pytest.raises((MemoryError, EngineError)):
            engine.run(*block(2048))


def test_a_watch_that_raises_stops_the_block(tiny: Path, runtime: FakeRuntime) -> None:
    runtime.does("hang")
    calls = []

    def impatient(share: float) -> None:
        calls.append(share)
        if len(calls) == 3:
            raise Cancelled("enough")

    with IsolatedEngine(runtime.interpreter, "onnxruntime", tiny) as engine:
        started = time.monotonic()
        with pytest.raises(Cancelled):
            engine.run(*block(), impatient)
        assert time.monotonic() - started < 10


def test_memory_that_cannot_be_shared_is_an_error(
    tiny: Path, runtime: FakeRuntime, monkeypatch: pytest.MonkeyPatch
) -> None:
    create = SharedBuffer.create

    def hidden(size: int) -> SharedBuffer:
        buffer = create(size)
        buffer.name = "/proc/1/fd/nothing"
        return buffer

    monkeypatch.setattr(SharedBuffer, "create", hidden)
    with (
        IsolatedEngine(runtime.interpreter, "onnxruntime", tiny) as engine,
        pytest.raises(EngineLost, match="cannot open shared memory"),
    ):
        engine.run(*block())


def test_the_worker_dies_with_its_parent(tiny: Path, runtime: FakeRuntime) -> None:
    runtime.does("hang")
    script = (
        "import sys; from pathlib import Path; import numpy as np\n"
        "from qgis_pansharp.backend.engines.isolated import Interpreter, IsolatedEngine\n"
        f"python = Interpreter(Path(sys.executable), (Path({str(runtime.folder.parent)!r}),))\n"
        f"engine = IsolatedEngine(python, 'onnxruntime', {str(tiny)!r})\n"
        "engine.start(np.zeros((1, 48, 48), 'f4'), np.zeros((4, 12, 12), 'f4'))\n"
        "print(engine.process_id, flush=True)\n"
        "import time; time.sleep(3600)\n"
    )
    with subprocess.Popen([sys.executable, "-c", script], stdout=subprocess.PIPE) as parent:
        assert parent.stdout is not None
        worker = int(parent.stdout.readline())
        assert Path(f"/proc/{worker}").exists()
        parent.kill()
    deadline = time.monotonic() + 20
    while alive(worker) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert not alive(worker)


def alive(process: int) -> bool:
    """Whether a process runs; one that nobody has waited for yet does not."""
    try:
        return Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except FileNotFoundError:
        return False
