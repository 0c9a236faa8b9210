"""Running a program to its end: its lines as they come, its whole tree killed on demand."""

from __future__ import annotations

import contextlib
import os
import queue
import signal
import subprocess  # nosec B404 - this is what runs pip and checks
import sys
import threading
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Callable

from qgis_pansharp.backend.errors import Cancelled
from qgis_pansharp.backend.messages import Message

POLL_SECONDS = 0.2
GRACE_SECONDS = 2.0  # to end on demand, before it is killed
CANCELLED = Message("cancelled; what was installed before still is.")

# Run in the other interpreter: it ends as soon as the program that started it has gone. What it
# waits for is kept apart from its standard input, because Windows lets nobody load a library that
# looks at standard input while a thread waits for that.
DIES_WITH_PARENT = """
import os, sys, threading
parent = os.dup(0)
os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
def watch():
    try:
        while os.read(parent, 1):
            pass
    except OSError:
        pass
    os._exit(3)
threading.Thread(target=watch, daemon=True).start()
"""


@dataclass(frozen=True)
class Finished:
    """How a program ended, and what it printed; `output` holds both streams unless parted."""

    code: int
    output: str
    errors: str = ""


def run(
    command: Sequence[str],
    environment: Mapping[str, str],
    folder: Path,
    is_cancelled: Callable[[], bool],
    take_line: Callable[[str], None] | None = None,
    tick: Callable[[], None] | None = None,
    seconds: float | None = None,
    parted: bool = False,
    silent: bool = False,
) -> Finished:
    """Run a program and wait for it.

    Args:
        command: a full path and its arguments.
        environment: all that it gets.
        folder: to run in.
        is_cancelled: asked several times a second; whatever it started is killed then.
        take_line: gets each line of standard error, and of standard output unless `parted`.
        tick: called several times a second.
        seconds: after which it is killed and `TimeoutError` raised; None for no limit.
        parted: keep standard output for itself.
        silent: let its standard input be empty, for a program that might wait for a user there; it
            learns nothing then of the end of this one.

    Raises:
        Cancelled: the user wants to stop.
        TimeoutError: it took too long.
        OSError: it cannot be started.
    """
    if is_cancelled():
        raise Cancelled(CANCELLED)
    process = subprocess.Popen(  # nosec B603 - callers give full paths; no shell
        list(command),
        env=dict(environment),
        cwd=str(folder),  # as its error shows it
        # the pipe is closed when this program ends, however it ends
        stdin=subprocess.DEVNULL if silent else subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE if parted else subprocess.STDOUT,
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        start_new_session=sys.platform != "win32",
    )
    lines: queue.Queue[tuple[str, str]] = queue.Queue()
    streams = {"output": process.stdout, "errors": process.stderr}

    def listen(name: str) -> None:
        with contextlib.suppress(OSError, ValueError):
            for line in iter(streams[name].readline, b""):  # type: ignore[union-attr]
                lines.put((name, line.decode("utf-8", "replace").rstrip("\r\n")))

    threads = [
        threading.Thread(target=listen, args=(name,), daemon=True)
        for name, stream in streams.items()
        if stream is not None
    ]
    for thread in threads:
        thread.start()
    found: dict[str, list[str]] = {"output": [], "errors": []}

    def take() -> None:
        while not lines.empty():
            name, line = lines.get()
            found[name].append(line)
            if take_line is not None and not (parted and name == "output"):
                take_line(line)

    until = None if seconds is None else time.monotonic() + seconds
    try:
        while True:
            try:
                process.wait(POLL_SECONDS)
                break
            except subprocess.TimeoutExpired:
                pass
            take()
            if tick is not None:
                tick()
            if is_cancelled():
                raise Cancelled(CANCELLED)
            if until is not None and time.monotonic() > until:
                raise TimeoutError(f"no end within {seconds:.0f} s")
    finally:
        kill_tree(process)
        for thread in threads:
            thread.join(GRACE_SECONDS)
        take()
        for pipe in (process.stdin, process.stdout, process.stderr):
            if pipe is not None:
                with contextlib.suppress(OSError):
                    pipe.close()
    return Finished(process.returncode, "\n".join(found["output"]), "\n".join(found["errors"]))


def kill_tree(process: subprocess.Popen[bytes]) -> None:
    """End a process that still runs, and all that it started."""
    if process.poll() is None:
        if sys.platform == "win32":
            _taskkill(process.pid)
            process.kill()
        else:
            with contextlib.suppress(ProcessLookupError, PermissionError):
                os.killpg(process.pid, signal.SIGKILL)
    process.wait()


def _taskkill(number: int) -> None:
    """Windows ends trees of processes with a program of its own."""
    root = os.environ.get("SYSTEMROOT", r"C:\Windows")
    with contextlib.suppress(OSError, subprocess.TimeoutExpired):
        subprocess.run(  # nosec B603 - a full path, no shell
            [str(Path(root) / "System32" / "taskkill.exe"), "/T", "/F", "/PID", str(number)],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            timeout=30,
            check=False,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
