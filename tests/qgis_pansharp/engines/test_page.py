"""The engines page shows what is installed, and lets a thread of its own change it."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QEventLoop, Qt, QTimer
from qgis.PyQt.QtNetwork import QNetworkProxy
from qgis.PyQt.QtWidgets import QFileDialog

from qgis_pansharp.backend.engines.options import Device
from qgis_pansharp.backend.environments import Environment, Environments
from qgis_pansharp.backend.environments.failures import Instead, failure
from qgis_pansharp.backend.errors import Cancelled, EngineError
from qgis_pansharp.backend.messages import Message
from qgis_pansharp.backend.request import Feedback
from qgis_pansharp.engines import page, work
from qgis_pansharp.engines.page import EnginesPage
from qgis_pansharp.engines.proxy import address_of

MISSING = Message("the Python that it was installed with has gone")


class Shelf:
    """Installed engines without files, and what was asked of them."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.installed: dict[str, Environment] = {}
        self.broken: set[str] = set()
        self.asked: list[tuple[Any, ...]] = []
        self.threads: list[int] = []
        self.error: Exception | None = None
        self.going_on = threading.Event()
        self.waits = False
        for name in ("install", "use_python", "verify", "remove"):
            monkeypatch.setattr(Environments, name, self.deed(name))
        monkeypatch.setattr(Environments, "get", lambda _, engine: self.installed.get(engine))
        monkeypatch.setattr(
            Environments, "problem", lambda _, engine: MISSING if engine in self.broken else None
        )

    def deed(self, name: str) -> Any:
        def do(_: Environments, engine: str, *values: Any, **named: Any) -> None:
            feedback = named.pop("feedback", None)
            self.asked.append((name, engine, *[v for v in values if isinstance(v, Path)], named))
            self.threads.append(threading.get_ident())
            if feedback is not None:
                feedback.message(Message("Fetching wheels"))
                feedback.progress(0.4)
            self.going_on.set()
            while self.waits and feedback is not None:
                if feedback.is_cancelled():
                    raise Cancelled("cancelled")
            if self.error is not None:
                raise self.error
            if name == "install":
                self.installed[engine] = environment(engine)

        return do


def environment(engine: str, **changes: Any) -> Environment:
    values: dict[str, Any] = {
        "engine": engine,
        "python": Path("/x/bin/python"),
        "paths": (),
        "version": "1.2.3",
        "versions": {},
        "own": False,
        "size": 123_400_000,
        "devices": (Device("cuda:0", "A card"), Device("cpu", "A processor")),
        "speed": 12.345,
    }
    return Environment(**(values | changes))


@pytest.fixture
def shelf(qgis_app: QgsApplication, monkeypatch: pytest.MonkeyPatch) -> Iterator[Shelf]:
    work.stop_engine_work()
    yield Shelf(monkeypatch)
    work.stop_engine_work()


def cells(shown: EnginesPage, row: int) -> list[str]:
    return [shown.table.item(row, column).text() for column in range(shown.table.columnCount())]


def select(shown: EnginesPage, engine: str) -> int:
    for row in range(shown.table.rowCount()):
        shown.table.selectRow(row)
        if shown.engine == engine:
            return row
    raise AssertionError(f"no row for {engine}")


def wait_for_end(shown: EnginesPage) -> None:
    loop = QEventLoop()
    work.engine_work().ended.connect(lambda _: loop.quit())
    QTimer.singleShot(10_000, loop.quit)
    if work.engine_work().busy:
        loop.exec()
    assert not work.engine_work().busy


def test_the_table_shows_every_engine(shelf: Shelf) -> None:
    shelf.installed["openvino"] = environment("openvino")
    shelf.broken.add("torch")
    shown = EnginesPage()
    assert cells(shown, select(shown, "builtin"))[2] == "Always there"
    assert cells(shown, select(shown, "openvino"))[1:] == [
        "A card (cuda:0), A processor (cpu)",
        "Installed",
        "1.2.3",
        "12.35",
        "123 MB",
    ]
    assert "has gone" in cells(shown, select(shown, "torch"))[2]


def test_what_cannot_be_done_is_greyed(shelf: Shelf) -> None:
    shelf.installed["openvino"] = environment("openvino")
    shelf.broken.add("torch")
    shown = EnginesPage()
    buttons = (shown.install, shown.install_from, shown.own_python, shown.test, shown.remove)
    expected = {
        "builtin": [False, False, False, False, False],
        "onnxruntime": [True, True, True, False, False],
        "openvino": [True, True, True, True, True],
        "torch": [True, True, True, False, True],
    }
    for engine, states in expected.items():
        select(shown, engine)
        assert [button.isEnabled() for button in buttons] == states, engine


def test_installing_happens_on_a_thread_and_shows_at_the_end(
    shelf: Shelf, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(page, "proxy_address", lambda: "http://proxy:3128")
    shown = EnginesPage()
    row = select(shown, "openvino")
    shown.install.click()
    assert work.engine_work().busy
    assert not shown.install.isEnabled()
    wait_for_end(shown)
    given = {"variant": "auto", "proxy": "http://proxy:3128", "source": None}
    assert shelf.asked == [("install", "openvino", given)]
    assert threading.get_ident() not in shelf.threads
    assert cells(shown, row)[2] == "Installed"
    assert shown.engine == "openvino"
    assert shown.note.text() == "Done."


def test_a_failure_is_a_sentence_with_its_log(shelf: Shelf, tmp_path: Path) -> None:
    log = tmp_path / "pip.log"
    shelf.error = EngineError("The disk {disk} is full; free some space.", disk="C")
    shelf.error.log = log  # type: ignore[attr-defined]
    shown = EnginesPage()
    select(shown, "torch")
    shown.install.click()
    wait_for_end(shown)
    assert "The disk C is full; free some space." in shown.note.text()
    assert shown.note.textFormat() == Qt.TextFormat.PlainText  # paths stay as they are
    assert not shown.show_log.isHidden()
    assert work.engine_work().log == log
    assert cells(shown, select(shown, "torch"))[2] != "Installed"


def test_another_variant_is_one_click_away_where_the_usual_one_cannot_be_had(shelf: Shelf) -> None:
    error = failure("own-index", "torch", build="torch 9.0+cpu", python="Python 3.11")
    error.instead = Instead("torch", "cuda", 4_800_000_000)
    shelf.error = error
    shown = EnginesPage()
    select(shown, "torch")
    assert shown.install_instead.isHidden()
    shown.install.click()
    wait_for_end(shown)
    assert not shown.install_instead.isHidden()
    assert shown.install_instead.text() == "Install variant cuda (4.8 GB)"
    shelf.error = None
    select(shown, "openvino")  # the button goes by what failed
    shown.install_instead.click()
    wait_for_end(shown)
    assert shelf.asked[-1][:2] == ("install", "torch")
    assert shelf.asked[-1][-1]["variant"] == "cuda"
    assert "torch" in shelf.installed
    assert shown.install_instead.isHidden()


def test_it_can_be_cancelled(shelf: Shelf) -> None:
    shelf.waits = True
    shown = EnginesPage()
    select(shown, "torch")
    shown.install.click()
    assert shelf.going_on.wait(10)
    assert shown.cancel.isEnabled()
    shown.cancel.click()
    assert not shown.cancel.isEnabled()  # as what goes on may take a while to notice
    wait_for_end(shown)
    assert "torch" not in shelf.installed
    assert shown.note.text() == "Cancelled; what was installed before still is."
    shelf.waits = False
    shown.install.click()
    assert shown.cancel.isEnabled()
    wait_for_end(shown)
    assert shown.note.text() == "Done."


def test_what_goes_on_is_told_while_the_bar_stands_still(shelf: Shelf) -> None:
    begun, told, seen = threading.Event(), threading.Event(), threading.Event()

    def unpack(_: Environments, feedback: Feedback) -> None:
        begun.wait(10)
        feedback.message("Unpacking")
        told.set()
        seen.wait(10)

    shown = EnginesPage()
    work.engine_work().start("Installing it", unpack)
    notes = [shown.note.text()]
    begun.set()
    assert told.wait(10)
    QgsApplication.processEvents()
    notes.append(shown.note.text())
    seen.set()
    wait_for_end(shown)
    assert notes == ["Installing it", "Unpacking"]


def test_another_page_shows_what_goes_on(shelf: Shelf) -> None:
    shelf.waits = True
    first = EnginesPage()
    select(first, "torch")
    first.install.click()
    assert shelf.going_on.wait(10)
    first.deleteLater()
    second = EnginesPage()
    QgsApplication.processEvents()
    assert not second.progress.isHidden()
    assert "Fetching wheels" in second.note.text()
    second.cancel.click()
    wait_for_end(second)


def test_unloading_stops_what_goes_on(shelf: Shelf) -> None:
    shelf.waits = True
    shown = EnginesPage()
    select(shown, "torch")
    shown.install.click()
    assert shelf.going_on.wait(10)
    going_on = work.engine_work()
    work.stop_engine_work()
    while going_on.busy:
        QgsApplication.processEvents()
    assert "torch" not in shelf.installed


def test_folder_python_test_and_remove(
    shelf: Shelf, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(page, "proxy_address", lambda: "")
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path))
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: ("/opt/conda/python", ""))
    shelf.installed["openvino"] = environment("openvino")
    shown = EnginesPage()
    for button in (shown.install_from, shown.own_python, shown.test, shown.remove):
        select(shown, "openvino")
        button.click()
        wait_for_end(shown)
    assert shelf.asked == [
        ("install", "openvino", {"variant": "auto", "proxy": "", "source": str(tmp_path)}),
        ("use_python", "openvino", Path("/opt/conda/python"), {}),
        ("verify", "openvino", {}),
        ("remove", "openvino", {}),
    ]


@pytest.mark.parametrize(
    ("proxy", "address"),
    [
        (QNetworkProxy(QNetworkProxy.ProxyType.NoProxy), ""),
        (QNetworkProxy(QNetworkProxy.ProxyType.HttpProxy, "proxy", 3128), "http://proxy:3128"),
        (
            QNetworkProxy(QNetworkProxy.ProxyType.HttpProxy, "proxy", 80, "a@b", "p:w/d"),
            "http://a%40b:p%3Aw%2Fd@proxy:80",
        ),
        (QNetworkProxy(QNetworkProxy.ProxyType.Socks5Proxy, "s", 1080), "socks5://s:1080"),
    ],
)
def test_a_proxy_becomes_one_address(proxy: QNetworkProxy, address: str) -> None:
    assert address_of(proxy) == address
