"""pip is run with what it needs: the user's indexes, a proxy in secret, and nothing of QGIS's."""

from __future__ import annotations

import sys
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest

from qgis_pansharp.backend.environments import processes
from qgis_pansharp.backend.environments.failures import InstallError
from qgis_pansharp.backend.environments.interpreters import Candidate, Interpreter, ask
from qgis_pansharp.backend.environments.pins import PLATFORMS, Pin
from qgis_pansharp.backend.environments.pip import Pip, Surroundings, without_passwords
from qgis_pansharp.backend.environments.wheels import sha256_of
from qgis_pansharp.backend.errors import Cancelled
from tests.backend.environments.made_index import index, make_wheel, refusing

pytestmark = pytest.mark.usefixtures("no_settings")

SECRET = "hush"  # pragma: allowlist secret


@pytest.fixture(scope="module")
def interpreter() -> Interpreter:
    return ask(Candidate(Path(sys.executable)))


@pytest.fixture
def around(tmp_path: Path) -> Surroundings:
    (tmp_path / "work").mkdir()
    return Surroundings(tmp_path / "work", tmp_path / "log.txt", "", lambda: False, lambda: None)


@pytest.fixture
def wheel(tmp_path: Path) -> Path:
    return make_wheel(tmp_path / "published", "helper", "1.0")


def pinned(path: Path) -> Pin:
    return Pin("helper", "1.0", (sha256_of(path),))


def test_a_wheel_is_fetched_and_unpacked(
    interpreter: Interpreter,
    around: Surroundings,
    wheel: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    pip = Pip(interpreter, "torch", around)
    with index(wheel) as served:
        monkeypatch.setenv("PIP_INDEX_URL", served.address)
        pip.download(pinned(wheel), tmp_path / "wheels")
    assert [path.name for path in (tmp_path / "wheels").iterdir()] == [wheel.name]
    pip.install([pinned(wheel)], tmp_path / "wheels", tmp_path / "site")
    assert (tmp_path / "site" / "helper" / "__init__.py").is_file()
    assert "# pip download" in around.log.read_text()


def test_a_wheel_is_fetched_for_another_computer(
    interpreter: Interpreter,
    around: Surroundings,
    wheel: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    foreign = wheel.with_name("helper-1.0-cp39-abi3-win_amd64.whl")
    wheel.rename(foreign)
    with index(foreign) as served:
        monkeypatch.setenv("PIP_INDEX_URL", served.address)
        pip = Pip(interpreter, "torch", around)
        pip.download_for(pinned(foreign), tmp_path / "wheels", PLATFORMS[2], "3.12")
        with pytest.raises(InstallError, match="no package of it"):
            pip.download_for(pinned(foreign), tmp_path / "wheels", PLATFORMS[3], "3.12")
    assert (tmp_path / "wheels" / foreign.name).is_file()


def test_pip_may_come_as_the_wheel_that_python_brings(
    interpreter: Interpreter, around: Surroundings, wheel: Path, tmp_path: Path
) -> None:
    """Where a system has Python without pip, as Debian with python3-venv has."""
    if interpreter.wheel is None:
        pytest.skip("this Python brings no pip as a wheel")
    pip = Pip(replace(interpreter, pip=False), "torch", around)
    pip.install([pinned(wheel)], wheel.parent, tmp_path / "site")
    assert (tmp_path / "site" / "helper").is_dir()


def test_without_any_pip_a_sentence_says_what_to_do(
    interpreter: Interpreter, around: Surroundings
) -> None:
    with pytest.raises(InstallError, match=r"has no pip; install it .*python3-venv"):
        Pip(replace(interpreter, pip=False, wheel=None), "torch", around)


def test_without_encryption_a_sentence_says_what_to_do(
    interpreter: Interpreter, around: Surroundings, wheel: Path, tmp_path: Path
) -> None:
    pip = Pip(replace(interpreter, ssl=False), "torch", around)
    with pytest.raises(InstallError, match="has no encryption"):
        pip.download(pinned(wheel), tmp_path)


def test_another_file_under_the_same_name_is_refused(
    interpreter: Interpreter,
    around: Surroundings,
    wheel: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    pin = pinned(wheel)
    make_wheel(wheel.parent, "helper", "1.0", filling=10)  # as who breaks into an index would
    with index(wheel) as served:
        monkeypatch.setenv("PIP_INDEX_URL", served.address)
        with pytest.raises(InstallError) as caught:
            Pip(interpreter, "torch", around).download(pin, tmp_path / "wheels")
    assert caught.value.kind == "hash"
    assert caught.value.log == around.log
    assert not list(tmp_path.glob("wheels/*.whl"))


@pytest.mark.parametrize(
    ("status", "kind"), [(401, "refused"), (403, "refused"), (503, "broken-index")]
)
def test_an_index_that_refuses_is_told_from_one_that_lacks_the_package(
    interpreter: Interpreter,
    around: Surroundings,
    wheel: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    status: int,
    kind: str,
) -> None:
    with refusing(status, ("WWW-Authenticate", 'Basic realm="index"')) as address:
        monkeypatch.setenv("PIP_INDEX_URL", f"http://{address}/simple")
        with pytest.raises(InstallError) as caught:
            Pip(interpreter, "torch", around).download(pinned(wheel), tmp_path)
    assert caught.value.kind == kind
    with index() as served:
        monkeypatch.setenv("PIP_INDEX_URL", served.address)
        with pytest.raises(InstallError) as caught:
            Pip(interpreter, "torch", around).download(pinned(wheel), tmp_path)
    assert caught.value.kind == "no-wheel"


def test_places_of_the_users_settings_hold_no_other_build_of_what_was_fetched(
    interpreter: Interpreter,
    around: Surroundings,
    wheel: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    other = make_wheel(tmp_path / "others", "helper", "1.0+cpu")  # which pip prefers
    settings = tmp_path / "pip.conf"
    settings.write_text(f"[install]\nfind-links = {other.parent}\n", encoding="utf-8")
    monkeypatch.setenv("PIP_CONFIG_FILE", str(settings))
    monkeypatch.setenv("PIP_FIND_LINKS", str(other.parent))
    Pip(interpreter, "torch", around).install([pinned(wheel)], wheel.parent, tmp_path / "site")
    assert (tmp_path / "site" / "helper-1.0.dist-info").is_dir()


def test_a_build_from_its_makers_own_index_is_told_apart(
    interpreter: Interpreter, around: Surroundings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pin = Pin("torch", "2.13.0+cpu", ("0" * 64,))
    with index() as served:
        monkeypatch.setenv("PIP_INDEX_URL", served.address)
        with pytest.raises(InstallError) as caught:
            Pip(interpreter, "torch", around).download(pin, tmp_path)
    assert caught.value.kind == "own-index"
    assert caught.value.log == around.log
    for word in ("torch 2.13.0+cpu", interpreter.title, "extra-index-url", "OpenVINO"):
        assert str(word) in str(caught.value)


def test_a_proxys_password_is_kept_secret(
    interpreter: Interpreter,
    around: Surroundings,
    wheel: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    commands: list[list[str]] = []
    run = processes.run

    def remember(command: list[str], *rest: object, **more: object) -> processes.Finished:
        commands.append(command)
        return run(command, *rest, **more)  # type: ignore[arg-type]

    monkeypatch.setattr(processes, "run", remember)
    monkeypatch.setenv("PIP_INDEX_URL", "https://index.invalid/simple")
    with refusing(407, ("Proxy-Authenticate", 'Basic realm="proxy"')) as address:
        proxied = replace(around, proxy=f"http://me:{SECRET}@{address}")
        with pytest.raises(InstallError) as caught:
            Pip(interpreter, "torch", proxied).download(pinned(wheel), tmp_path)
    assert caught.value.kind == "proxy-login"
    assert SECRET not in str(commands)
    assert SECRET not in around.log.read_text()
    assert SECRET not in str(caught.value)


def test_a_proxy_is_used_and_finds_the_index(
    interpreter: Interpreter,
    around: Surroundings,
    wheel: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """It resolves names that this computer does not know."""
    monkeypatch.setenv("PIP_INDEX_URL", "http://index.invalid/simple")
    monkeypatch.setenv("PIP_TRUSTED_HOST", "index.invalid")
    with index(wheel) as served:
        address = served.address.replace("//", f"//me:{SECRET}@").replace("/simple", "")
        proxied = replace(around, proxy=address)
        Pip(interpreter, "torch", proxied).download(pinned(wheel), tmp_path / "wheels")
    assert (tmp_path / "wheels" / wheel.name).is_file()
    assert served.asked[0] == "http://index.invalid/simple/helper/"


def test_a_proxy_that_does_not_answer_is_named(
    interpreter: Interpreter,
    around: Surroundings,
    wheel: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("PIP_INDEX_URL", "https://index.invalid/simple")
    proxied = replace(around, proxy=f"http://me:{SECRET}@127.0.0.1:9")
    with pytest.raises(InstallError, match=r"the proxy 127\.0\.0\.1:9 refuses"):
        Pip(interpreter, "torch", proxied).download(pinned(wheel), tmp_path)


def test_the_users_settings_reach_pip_and_qgiss_do_not(
    interpreter: Interpreter,
    around: Surroundings,
    wheel: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    given: list[dict[str, str]] = []

    def remember(
        command: list[str], environment: dict[str, str], *_: object, **__: object
    ) -> processes.Finished:
        given.append(environment)
        return processes.Finished(0, "")

    monkeypatch.setattr(processes, "run", remember)
    for name, value in {
        "PIP_INDEX_URL": "https://index.example/simple",
        "PIP_TARGET": "/somewhere",
        "PIP_USER": "1",
        "PIP_REQUIRE_VIRTUALENV": "1",
        "PYTHONPATH": "/qgis",
        "PYTHONHOME": "/qgis",
        "LD_LIBRARY_PATH": "/qgis",
        "https_proxy": "http://proxy.example:3128",
        "SSL_CERT_FILE": "/etc/corporate.pem",
    }.items():
        monkeypatch.setenv(name, value)
    for name in ("PIP_CERT", "REQUESTS_CA_BUNDLE", "CURL_CA_BUNDLE"):
        monkeypatch.delenv(name, raising=False)
    Pip(interpreter, "torch", around).download(pinned(wheel), tmp_path)
    assert given[0]["PIP_INDEX_URL"] == "https://index.example/simple"
    assert given[0]["https_proxy"] == "http://proxy.example:3128"
    assert given[0]["REQUESTS_CA_BUNDLE"] == "/etc/corporate.pem"
    assert given[0]["PIP_USER"] == given[0]["PIP_REQUIRE_VIRTUALENV"] == "0"
    assert given[0]["TMPDIR"] == str(around.folder)
    assert not {"PIP_TARGET", "PYTHONPATH", "PYTHONHOME", "LD_LIBRARY_PATH"} & set(given[0])
    # a proxy that QGIS names counts instead of the surroundings'
    named = replace(around, proxy="http://other.example:8080")
    Pip(interpreter, "torch", named).download(pinned(wheel), tmp_path)
    assert given[1]["PIP_PROXY"] == "http://other.example:8080"
    assert "https_proxy" not in given[1]


def test_a_refused_certificate_is_tried_again_with_the_systems_own(
    interpreter: Interpreter,
    around: Surroundings,
    wheel: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    given: list[str] = []

    def refuse(
        command: list[str],
        environment: dict[str, str],
        folder: Path,
        cancelled: object,
        take_line: object,
        tick: object,
    ) -> processes.Finished:
        given.append(environment.get("PIP_CERT", ""))
        assert callable(take_line)
        take_line("SSLError([SSL: CERTIFICATE_VERIFY_FAILED] certificate verify failed)")
        return processes.Finished(1, "")

    monkeypatch.setattr(processes, "run", refuse)
    monkeypatch.setenv("PIP_CERT", "/nowhere.pem")
    pip = Pip(interpreter, "torch", around)
    with pytest.raises(InstallError, match="certificate is not trusted"):
        pip.download(pinned(wheel), tmp_path)
    assert len(given) == 2
    assert given[0] == "/nowhere.pem"
    assert Path(given[1]).is_file()
    with pytest.raises(InstallError):  # the next package is not tried twice
        pip.download(pinned(wheel), tmp_path)
    assert given[2:] == [given[1]]


@pytest.mark.parametrize(("failures", "installed"), [(1, True), (2, True), (3, False)])
def test_a_file_that_a_virus_scanner_keeps_is_waited_for(
    interpreter: Interpreter,
    around: Surroundings,
    wheel: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    failures: int,
    installed: bool,
) -> None:
    runs: list[bool] = []

    def keep(
        command: list[str],
        environment: dict[str, str],
        folder: Path,
        cancelled: object,
        take_line: object,
        tick: object,
    ) -> processes.Finished:
        runs.append((tmp_path / "site" / "half").exists())
        (tmp_path / "site" / "half").touch()
        if len(runs) > failures:
            return processes.Finished(0, "")
        assert callable(take_line)
        take_line("ERROR: Could not install packages due to an OSError: [WinError 5] Access is")
        return processes.Finished(1, "")

    monkeypatch.setattr(processes, "run", keep)
    monkeypatch.setattr("qgis_pansharp.backend.environments.pip.PAUSE", 0.0)
    (tmp_path / "site").mkdir()
    pip = Pip(interpreter, "torch", around)
    if installed:
        pip.install([pinned(wheel)], wheel.parent, tmp_path / "site")
    else:
        with pytest.raises(InstallError, match="often a virus scanner"):
            pip.install([pinned(wheel)], wheel.parent, tmp_path / "site")
    assert not any(runs)  # each began with an empty folder
    assert len(runs) == min(failures + 1, 3)


def test_cancelling_ends_pip(
    interpreter: Interpreter,
    around: Surroundings,
    wheel: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    with index(wheel) as served:
        served.slow = wheel.name
        monkeypatch.setenv("PIP_INDEX_URL", served.address)
        watched = replace(around, is_cancelled=lambda: bool(served.fetched))
        with pytest.raises(Cancelled):
            Pip(interpreter, "torch", watched).download(pinned(wheel), tmp_path / "wheels")
    assert not list(tmp_path.glob("wheels/*.whl"))


def test_a_wheel_that_is_none_is_refused(
    interpreter: Interpreter, around: Surroundings, wheel: Path, tmp_path: Path
) -> None:
    with zipfile.ZipFile(wheel, "w") as archive:
        archive.writestr("nothing.txt", "")
    with pytest.raises(InstallError) as caught:
        Pip(interpreter, "torch", around).install([pinned(wheel)], wheel.parent, tmp_path / "site")
    assert caught.value.kind in ("hash", "other")


@pytest.mark.parametrize(
    ("line", "shown"),
    [
        ("Looking in indexes: https://me:hush@host/simple", "https://****@host/simple"),
        ("via http://hush@host:80/", "http://****@host:80/"),
        ("nothing secret: a@b", "nothing secret: a@b"),
    ],
)
def test_passwords_stay_out_of_logs(line: str, shown: str) -> None:
    assert shown in without_passwords(line)
    assert SECRET not in without_passwords(line)


def test_a_proxys_login_stays_out_even_alone() -> None:
    assert without_passwords("failed as me:hush", "http://me:hush@host:1") == "failed as ****"
