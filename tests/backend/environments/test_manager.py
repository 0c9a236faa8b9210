"""An installation counts when it was checked, and whatever ends it before changes nothing.

The engine's package is made up here, and so is the check; all else is as it is for users.
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from qgis_pansharp.backend.engines.options import Device
from qgis_pansharp.backend.environments import (
    Environment,
    Environments,
    InstallError,
    choosing,
    manager,
)
from qgis_pansharp.backend.environments.catalog import Package
from qgis_pansharp.backend.environments.checking import Checked
from qgis_pansharp.backend.environments.failures import failure
from qgis_pansharp.backend.environments.interpreters import Candidate, Interpreter, ask
from qgis_pansharp.backend.environments.records import locked, size_of
from qgis_pansharp.backend.errors import Cancelled, EngineError
from qgis_pansharp.backend.messages import Message
from tests.backend.environments.made_index import Served, index, make_lock, make_wheel

pytestmark = pytest.mark.usefixtures("no_settings")

PYTHON = Path(sys.executable)
ROOT = Path(__file__).parents[3]


class Told:
    """Feedback that remembers."""

    def __init__(self) -> None:
        self.shares: list[float] = []
        self.lines: list[str] = []
        self.stop = False

    def progress(self, share: float) -> None:
        self.shares.append(share)

    def message(self, text: str | Message) -> None:
        self.lines.append(str(text))

    def is_cancelled(self) -> bool:
        return self.stop


@pytest.fixture
def wheels(tmp_path: Path) -> list[Path]:
    """The made-up engine and what it needs; large enough to be interrupted."""
    return [
        make_wheel(tmp_path / "published", "helper", "1.0"),
        make_wheel(tmp_path / "published", "onnxruntime", "9.0", filling=200_000),
    ]


@pytest.fixture
def served(wheels: list[Path], monkeypatch: pytest.MonkeyPatch) -> Iterator[Served]:
    lock = make_lock(wheels[1], wheels[0])
    monkeypatch.setattr(choosing, "lock_of", lambda *_: lock)
    monkeypatch.setattr(manager, "check", checked)
    with index(*wheels) as running:
        monkeypatch.setenv("PIP_INDEX_URL", running.address)
        yield running


@pytest.fixture
def environments(tmp_path: Path) -> Environments:
    return Environments(tmp_path / "Jürgens Profil" / "engines")


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A folder in which the engine is installed, to be copied."""
    folder = tmp_path_factory.mktemp("template")
    made = [
        make_wheel(folder / "published", "onnxruntime", "9.0", filling=200_000),
        make_wheel(folder / "published", "helper", "1.0"),
    ]
    lock = make_lock(*made)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(choosing, "lock_of", lambda *_: lock)
        patch.setattr(manager, "check", checked)
        Environments(folder / "engines").install("onnxruntime", PYTHON, source=folder / "published")
    yield folder / "engines"


@pytest.fixture
def first(environments: Environments, template: Path) -> Environment:
    """The engine as it was installed before."""
    shutil.copytree(template, environments.root, symlinks=True)
    found = environments.get("onnxruntime")
    assert found is not None
    return found


def checked(package: Package, python: Path, paths: tuple[Path, ...], *_: object) -> Checked:
    """Import the made-up engine with its interpreter, as the real check does."""
    before = f"import sys; sys.path[:0] = {[str(path) for path in paths]}"
    code = f"{before}; import {package.engine} as o"
    done = subprocess.run(
        [str(python), "-I", "-c", f"{code}; print(o.__version__)"],
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise failure("check", package.engine, reason=done.stderr.strip().splitlines()[-1])
    version = done.stdout.strip()
    devices = (Device("cpu", "CPU"),)
    return Checked(version, {package.engine: version}, devices, "CPU", 1.5, "")


def test_where_the_index_lacks_a_build_another_variant_is_offered(
    environments: Environments, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    small = make_wheel(tmp_path / "elsewhere", "torch", "9.0+cpu")
    large = make_wheel(tmp_path / "published", "torch", "9.0", filling=30_000)
    locks = {"cpu": make_lock(small), "cuda": make_lock(large)}
    monkeypatch.setattr(choosing, "lock_of", lambda _, variant: locks[variant.name])
    monkeypatch.setattr(manager, "has_nvidia", lambda: False)
    monkeypatch.setattr(manager, "check", checked)
    with index(large) as running:
        monkeypatch.setenv("PIP_INDEX_URL", running.address)
        with pytest.raises(InstallError) as caught:
            environments.install("torch", PYTHON)
        assert caught.value.kind == "own-index"
        instead = caught.value.instead
        assert instead is not None
        assert instead[:2] == ("torch", "cuda")
        assert instead.size == large.stat().st_size
        installed = environments.install("torch", PYTHON, variant=instead.variant)
    assert (installed.variant, installed.version) == ("cuda", "9.0")


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_an_engine_is_installed_and_found_again(environments: Environments, served: Served) -> None:
    assert environments.get("onnxruntime") is None
    assert environments.all() == []
    assert not environments.root.exists()  # asking leaves no trace
    told = Told()
    installed = environments.install("onnxruntime", PYTHON, told)
    assert environments.get("onnxruntime") == installed
    assert environments.all() == [installed]
    assert installed.version == "9.0"
    assert installed.python_version == ".".join(str(part) for part in sys.version_info[:3])
    assert installed.folder is not None
    assert installed.size == size_of(installed.folder) > 200_000
    assert not installed.own
    assert told.shares[0] == 0.0
    assert told.shares[-1] == 1.0
    assert told.shares == sorted(told.shares)
    assert told.lines[-1].startswith("Checking")
    left = ["downloads", "lock", "logs", "onnxruntime-1", "onnxruntime.json"]
    assert names(environments.root) == left
    assert names(environments.root / "downloads") == []
    log = environments.log_file("onnxruntime").read_text()
    assert "Successfully installed" in log


def test_the_next_one_takes_its_place(
    environments: Environments, served: Served, first: Environment
) -> None:
    second = environments.install("onnxruntime", PYTHON)
    assert second.folder == environments.root / "onnxruntime-2"
    assert environments.get("onnxruntime") == second
    assert not (environments.root / "onnxruntime-1").exists()


def test_without_venv_packages_go_into_a_folder(
    environments: Environments, served: Served, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As where a system leaves `venv` out of Python."""
    whole = ask

    def lacking(candidate: Candidate, *others: Any) -> Interpreter:
        found = whole(candidate, *others)
        return type(found)(**{**vars(found), "venv": False})

    monkeypatch.setattr(manager, "ask", lacking)
    installed = environments.install("onnxruntime", PYTHON)
    assert installed.python == PYTHON
    assert installed.paths == (environments.root / "onnxruntime-1" / "site",)
    assert environments.get("onnxruntime") == installed


PROGRAM = """
import sys
from pathlib import Path
from typing import Any
from qgis_pansharp.backend.environments import Environments, choosing
from tests.backend.environments.made_index import make_lock
lock = make_lock(*map(Path, sys.argv[2:]))
choosing.lock_of = lambda *_: lock
Environments(sys.argv[1]).install("onnxruntime", Path(sys.executable))
"""


def test_an_interrupted_installation_changes_nothing_and_is_resumed(
    environments: Environments, served: Served, wheels: list[Path], first: Environment
) -> None:
    engine, helper = wheels[1], wheels[0]
    served.slow = helper.name
    running = subprocess.Popen(
        [sys.executable, "-c", PROGRAM, str(environments.root), str(engine), str(helper)],
        cwd=ROOT,
    )
    until = time.monotonic() + 60
    while helper.name not in served.fetched and time.monotonic() < until:
        time.sleep(0.05)
    os.kill(running.pid, signal.SIGKILL)
    running.wait()
    assert served.fetched == [engine.name, helper.name]
    assert environments.get("onnxruntime") == first
    assert checked_again(first.python) == "9.0"
    # the next one fetches only what is missing
    served.slow = ""
    served.asked.clear()
    told = Told()
    second = environments.install("onnxruntime", PYTHON, told)
    assert served.fetched == [helper.name]
    assert any("1 of 2 packages were fetched before" in line for line in told.lines)
    assert environments.get("onnxruntime") == second
    assert "work" not in names(environments.root)


def checked_again(python: Path) -> str:
    done = subprocess.run(
        [str(python), "-I", "-c", "import onnxruntime as o; print(o.__version__)"],
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout.strip()


def test_cancelling_changes_nothing(
    environments: Environments, served: Served, first: Environment
) -> None:
    told = Told()
    told.stop = True
    with pytest.raises(Cancelled, match="what was installed before still is"):
        environments.install("onnxruntime", PYTHON, told)
    assert environments.get("onnxruntime") == first
    assert [name for name in names(environments.root) if name.startswith("onnx")] == [
        "onnxruntime-1",
        "onnxruntime.json",
    ]


def test_an_engine_that_fails_its_check_does_not_count(
    environments: Environments, served: Served, first: Environment, monkeypatch: pytest.MonkeyPatch
) -> None:

    def fail(package: Package, *_: object) -> Checked:
        raise failure("runtime", package.engine)

    monkeypatch.setattr(manager, "check", fail)
    with pytest.raises(InstallError, match=r"Visual C\+\+") as caught:
        environments.install("onnxruntime", PYTHON)
    assert caught.value.log == environments.log_file("onnxruntime")
    assert environments.get("onnxruntime") == first
    assert not (environments.root / "onnxruntime-2").exists()


def test_leftovers_go_with_the_next_installation(
    environments: Environments, served: Served
) -> None:
    (environments.root / "onnxruntime-4" / "lib").mkdir(parents=True)
    (environments.root / "work" / "pip-unpack").mkdir(parents=True)
    stale = make_wheel(environments.root / "downloads" / "onnxruntime", "onnxruntime", "8.0")
    installed = environments.install("onnxruntime", PYTHON)
    assert installed.folder == environments.root / "onnxruntime-1"
    assert not stale.exists()
    assert "work" not in names(environments.root)


def test_a_damaged_download_is_fetched_again(
    environments: Environments, served: Served, wheels: list[Path]
) -> None:
    folder = environments.root / "downloads" / "onnxruntime"
    folder.mkdir(parents=True)
    (folder / wheels[1].name).write_bytes(wheels[1].read_bytes()[:1000])
    environments.install("onnxruntime", PYTHON)
    assert sorted(served.fetched) == sorted(wheel.name for wheel in wheels)


def test_a_package_that_is_not_the_tested_one_is_refused(
    environments: Environments, served: Served, wheels: list[Path]
) -> None:
    make_wheel(wheels[1].parent, "onnxruntime", "9.0", filling=300_000)
    with pytest.raises(InstallError, match="damaged or is not the one that was tested") as caught:
        environments.install("onnxruntime", PYTHON)
    assert caught.value.log is not None
    assert "DO NOT MATCH THE HASHES" in caught.value.log.read_text()
    assert environments.get("onnxruntime") is None
    assert "onnxruntime-1" not in names(environments.root)


def test_two_programs_do_not_install_at_once(environments: Environments, served: Served) -> None:
    environments.root.mkdir(parents=True)
    with locked(environments.root), pytest.raises(InstallError, match="under way"):
        environments.install("onnxruntime", PYTHON)
    assert served.asked == []


def test_a_full_disk_is_told_before_anything_is_fetched(
    environments: Environments, served: Served, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Full:
        free = 50_000_000

    monkeypatch.setattr(shutil, "disk_usage", lambda _: Full)
    with pytest.raises(InstallError, match=r"needs 10\d MB in the folder .* which has 50 MB"):
        environments.install("onnxruntime", PYTHON)
    assert served.asked == []


@pytest.mark.skipif(sys.platform != "linux", reason="needs a folder that nobody may write to")
@pytest.mark.parametrize("root", ["/sys/pansharp/engines", "/proc/pansharp/engines"])
def test_a_folder_that_may_not_be_written_is_named(root: str, served: Served) -> None:
    """Not even the system's administrator may make a folder there."""
    with pytest.raises(EngineError, match=r"sys/pansharp|proc/pansharp"):
        Environments(root).install("onnxruntime", PYTHON)


def test_a_file_in_the_way_is_one_sentence(tmp_path: Path, served: Served) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(InstallError, match="Not a directory"):
        Environments(tmp_path / "file" / "engines").install("onnxruntime", PYTHON)


def test_a_bundle_serves_a_computer_without_network(
    environments: Environments, served: Served, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = ask(Candidate(PYTHON)).target
    assert target is not None
    bundle = environments.bundle(
        "onnxruntime",
        target.platform.name,
        target.python,
        tmp_path / "stick",
        interpreter=PYTHON,
        variant="cpu",
    )
    assert bundle.packages == {"onnxruntime": "9.0", "helper": "1.0"}
    assert names(tmp_path / "stick") == [
        "bundle.json",
        "helper-1.0-py3-none-any.whl",
        "onnxruntime-9.0-py3-none-any.whl",
    ]
    assert not environments.root.exists()
    served.asked.clear()
    monkeypatch.setenv("PIP_INDEX_URL", "http://127.0.0.1:9/simple")
    installed = environments.install("onnxruntime", PYTHON, source=tmp_path / "stick")
    assert installed.variant == "cpu"
    assert environments.get("onnxruntime") == installed
    assert served.asked == []


def test_a_bundle_is_filled_only_once(
    environments: Environments, served: Served, tmp_path: Path
) -> None:
    def fill() -> None:
        environments.bundle(
            "onnxruntime", "windows", "3.12", tmp_path / "stick", interpreter=PYTHON
        )

    fill()
    served.asked.clear()
    fill()
    assert served.fetched == []


def test_a_folder_without_the_packages_is_refused(
    environments: Environments, served: Served, tmp_path: Path
) -> None:
    with pytest.raises(EngineError, match="lacks the package onnxruntime"):
        environments.install("onnxruntime", PYTHON, source=tmp_path)
    assert environments.get("onnxruntime") is None


def test_removing_leaves_nothing(
    environments: Environments, served: Served, first: Environment
) -> None:
    environments.remove("onnxruntime")
    assert environments.get("onnxruntime") is None
    assert not [name for name in names(environments.root) if name.startswith("onnx")]
    with pytest.raises(EngineError, match="is not installed in"):
        environments.remove("onnxruntime")
    with pytest.raises(EngineError, match="is not installed in"):
        environments.verify("onnxruntime")


def test_a_python_of_the_users_own_is_used_and_never_touched(
    environments: Environments, served: Served, first: Environment, tmp_path: Path
) -> None:
    assert first.folder is not None
    mine = tmp_path / "mine"
    first.folder.rename(mine)
    own = environments.use_python("onnxruntime", mine / "bin" / "python3")
    assert own.own
    assert own.size == 0
    assert environments.get("onnxruntime") == own
    environments.remove("onnxruntime")
    assert (mine / "bin" / "python3").exists()


def test_a_python_that_does_not_do_is_refused_and_nothing_changes(
    environments: Environments, served: Served, first: Environment, tmp_path: Path
) -> None:
    with pytest.raises(EngineError, match=r"nowhere.* cannot be used for the engine onnxruntime"):
        environments.use_python("onnxruntime", tmp_path / "nowhere")
    with pytest.raises(EngineError, match="does not work here"):  # it has no such package
        environments.use_python("onnxruntime", Path("/usr/bin/python3"))
    assert environments.get("onnxruntime") == first


def test_a_python_that_hangs_can_be_given_up(
    environments: Environments, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    hangs = tmp_path / "python3"
    hangs.write_text("#!/bin/sh\ntouch started\nsleep 60\n")
    hangs.chmod(0o755)
    told = Told()
    monkeypatch.setattr(told, "is_cancelled", (tmp_path / "started").exists)
    began = time.monotonic()
    with pytest.raises(Cancelled):
        environments.use_python("onnxruntime", hangs, told)
    (tmp_path / "started").unlink()
    with pytest.raises(Cancelled):
        environments.install("onnxruntime", hangs, told)
    assert time.monotonic() - began < 30


def test_checking_again_measures_again(
    environments: Environments, served: Served, first: Environment, monkeypatch: pytest.MonkeyPatch
) -> None:

    def faster(*_: object) -> Checked:
        return Checked("9.0", {"onnxruntime": "9.0"}, (), "GPU", 20.0, "")

    monkeypatch.setattr(manager, "check", faster)
    again = environments.verify("onnxruntime")
    assert (again.speed, again.device) == (20.0, "GPU")
    assert (again.folder, again.size) == (first.folder, first.size)
    assert environments.get("onnxruntime") == again


def test_a_python_that_went_away_is_told(
    environments: Environments, served: Served, first: Environment
) -> None:
    assert environments.problem("torch") is None
    assert environments.problem("onnxruntime") is None
    first.python.unlink()
    assert environments.get("onnxruntime") is None
    assert "install it again" in str(environments.problem("onnxruntime"))
    assert environments.install("onnxruntime", PYTHON) == environments.get("onnxruntime")


@pytest.mark.parametrize(("engine", "variant"), [("builtin", "auto"), ("torch", "directml")])
def test_what_does_not_exist_is_refused(
    environments: Environments, engine: str, variant: str
) -> None:
    with pytest.raises(EngineError, match="choose one of"):
        environments.install(engine, PYTHON, variant=variant)


@pytest.mark.parametrize(("platform", "python"), [("amiga", "3.12"), ("windows", "2.7")])
def test_bundles_are_for_known_computers(
    environments: Environments, tmp_path: Path, platform: str, python: str
) -> None:
    with pytest.raises(EngineError, match="choose one of"):
        environments.bundle("torch", platform, python, tmp_path)


def test_a_computer_without_wheels_is_told_before_anything_is_fetched(
    environments: Environments, tmp_path: Path
) -> None:
    with pytest.raises(InstallError, match=r"torch \(cpu\).*no package of it for Python 3\.14"):
        environments.bundle("torch", "macos-x86_64", "3.14", tmp_path, variant="cpu")
    assert names(tmp_path) == []
