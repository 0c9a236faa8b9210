"""Programs are run to their end, or ended with all that they started."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from qgis_pansharp.backend.environments import processes
from qgis_pansharp.backend.errors import Cancelled

PARENT = """
import subprocess, sys, time
child = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(60)"])
print(child.pid, flush=True)
time.sleep(60)
"""


def never() -> bool:
    return False


def alive(number: int) -> bool:
    """Say whether a process runs; one that ended and was not asked for does not."""
    try:
        return Path(f"/proc/{number}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except FileNotFoundError:
        return False


def wait_until_gone(number: int) -> None:
    until = time.monotonic() + 10
    while alive(number) and time.monotonic() < until:
        time.sleep(0.05)
    assert not alive(number)


def test_lines_come_as_they_are_printed(tmp_path: Path) -> None:
    lines: list[str] = []
    code = "import sys; print('out'); print('é', file=sys.stderr); sys.exit(4)"
    done = processes.run(
        [sys.executable, "-X", "utf8", "-u", "-c", code], {}, tmp_path, never, lines.append
    )
    assert done.code == 4
    assert lines == ["out", "é"]
    assert done.output == "out\né"


def test_streams_can_be_parted(tmp_path: Path) -> None:
    lines: list[str] = []
    code = "import sys; print('out'); print('err', file=sys.stderr)"
    done = processes.run(
        [sys.executable, "-c", code], {}, tmp_path, never, lines.append, parted=True
    )
    assert (done.output, done.errors, lines) == ("out", "err", ["err"])


def test_a_program_that_waits_for_a_user_finds_none(tmp_path: Path) -> None:
    code = "import sys; print(repr(sys.stdin.read()))"
    command = [sys.executable, "-c", code]
    done = processes.run(command, {}, tmp_path, never, seconds=10, silent=True)
    assert done.output == "''"
    with pytest.raises(TimeoutError):
        processes.run(command, {}, tmp_path, never, seconds=1)


def test_a_folder_that_is_missing_is_named_plainly(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match=f": '{tmp_path}/none'$"):
        processes.run([sys.executable, "-c", ""], {}, tmp_path / "none", never)


def test_cancelling_ends_the_whole_tree(tmp_path: Path) -> None:
    lines: list[str] = []
    with pytest.raises(Cancelled):
        processes.run(
            [sys.executable, "-c", PARENT], {}, tmp_path, lambda: bool(lines), lines.append
        )
    wait_until_gone(int(lines[0]))


def test_what_takes_too_long_is_ended(tmp_path: Path) -> None:
    started = time.monotonic()
    with pytest.raises(TimeoutError):
        processes.run(
            [sys.executable, "-c", "import time; time.sleep(60)"], {}, tmp_path, never, seconds=0.5
        )
    assert time.monotonic() - started < 10


def test_an_error_on_the_way_ends_it_too(tmp_path: Path) -> None:
    lines: list[str] = []

    def fail(line: str) -> None:
        lines.append(line)
        raise OSError("disk full")

    with pytest.raises(OSError, match="disk full"):
        processes.run([sys.executable, "-c", PARENT], {}, tmp_path, never, fail)
    wait_until_gone(int(lines[0]))


def test_it_ends_with_the_program_that_started_it(tmp_path: Path) -> None:
    """Killed outright, a program cannot end what it started; that ends by itself."""
    sleeper = f"{processes.DIES_WITH_PARENT}\nprint(os.getpid(), flush=True)\n" + (
        "import time; time.sleep(60)"
    )
    code = (
        "import sys; from pathlib import Path\n"
        "from qgis_pansharp.backend.environments import processes\n"
        f"processes.run([sys.executable, '-c', {sleeper!r}], {{}}, Path('.'), lambda: False,\n"
        "    lambda line: print(line, flush=True))"
    )
    program = subprocess.Popen(
        [sys.executable, "-c", code], stdout=subprocess.PIPE, cwd=tmp_path, text=True
    )
    assert program.stdout is not None
    number = int(program.stdout.readline())
    assert alive(number)
    os.kill(program.pid, signal.SIGKILL)
    program.wait()
    program.stdout.close()
    wait_until_gone(number)
