"""A package index of made-up wheels on this computer, and servers that refuse in known ways.

The package `onnxruntime` in it is not the real one; the tests that use it replace the check that an
installation ends with, and its lock.
"""

from __future__ import annotations

import base64
import hashlib
import http.server
import threading
import time
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from qgis_pansharp.backend.environments.pins import Line, Lock, Pin, Size

EVERYWHERE = 'python_version >= "3.9"'


def make_wheel(
    folder: Path,
    name: str,
    version: str,
    filling: int = 0,
    needs: Sequence[str] = (),
    tags: str = "py3-none-any",
) -> Path:
    """Write a wheel with one module; `filling` bytes make it larger."""
    wanted = "".join(f"Requires-Dist: {need}\n" for need in needs)
    files = {
        f"{name}/__init__.py": f'__version__ = "{version}"\n'.encode(),
        f"{name}/filling.bin": b"\0" * filling,
        f"{name}-{version}.dist-info/METADATA": (
            f"Metadata-Version: 2.1\nName: {name}\nVersion: {version}\n{wanted}"
        ).encode(),
        f"{name}-{version}.dist-info/WHEEL": (
            f"Wheel-Version: 1.0\nGenerator: made\nRoot-Is-Purelib: true\nTag: {tags}\n"
        ).encode(),
    }
    record = "".join(
        f"{file},sha256={_checksum(content)},{len(content)}\n" for file, content in files.items()
    )
    files[f"{name}-{version}.dist-info/RECORD"] = (
        record + f"{name}-{version}.dist-info/RECORD,,\n"
    ).encode()
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{name}-{version}-{tags}.whl"
    with zipfile.ZipFile(path, "w") as archive:
        for file, content in files.items():
            archive.writestr(file, content)
    return path


def _checksum(content: bytes) -> str:
    return base64.urlsafe_b64encode(hashlib.sha256(content).digest()).rstrip(b"=").decode()


def make_lock(*wheels: Path) -> Lock:
    """Return a lock of wheels for every computer."""
    lines = []
    for path in wheels:
        name, version = path.name.split("-")[:2]
        sha256 = hashlib.sha256(path.read_bytes()).hexdigest()
        lines.append(Line(Pin(name, version, (sha256,)), EVERYWHERE))
    return Lock(tuple(lines), _Sizes(sum(path.stat().st_size for path in wheels)))


class _Sizes(dict[tuple[str, str], Size]):
    """The same size for every computer."""

    def __init__(self, size: int) -> None:
        super().__init__()
        self._size = size

    def get(self, key: tuple[str, str], default: Size | None = None) -> Size:  # type: ignore[override]
        return Size(self._size, self._size)


@dataclass
class Served:
    """A running index: what was asked for, and which wheel comes slowly."""

    address: str
    wheels: Mapping[str, Path]
    asked: list[str] = field(default_factory=list)
    slow: str = ""  # wheel that takes ten seconds

    @property
    def fetched(self) -> list[str]:
        """The wheels that were asked for."""
        return [path.rpartition("/")[2] for path in self.asked if path.endswith(".whl")]


@contextmanager
def index(*wheels: Path) -> Iterator[Served]:
    """Serve wheels as a package index."""
    served = Served("", {path.name: path for path in wheels})

    class Handler(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            served.asked.append(self.path)
            name = self.path.rpartition("/")[2]
            if name in served.wheels:
                self._send_wheel(served.wheels[name].read_bytes(), 0.2 * (name == served.slow))
            elif name:  # metadata of a wheel and the like
                self.send_error(404)
            else:
                project = self.path.strip("/").rpartition("/")[2]
                links = "".join(
                    f'<a href="/files/{file}">{file}</a>\n'
                    for file in served.wheels
                    if file.split("-")[0] == project
                )
                self._send(
                    "text/html", f"<!DOCTYPE html><html><body>{links}</body></html>".encode()
                )

        def _send(self, kind: str, content: bytes) -> None:
            self.send_response(200)
            self.send_header("Content-Type", kind)
            self.send_header("Content-Length", str(len(content)))
            self.end_headers()
            self.wfile.write(content)

        def _send_wheel(self, content: bytes, pause: float) -> None:
            self.send_response(200)
            self.send_header("Content-Type", "application/octet-stream")
            self.send_header("Content-Length", str(len(content)))
            self.end_headers()
            step = max(1, len(content) // 50)
            try:
                for start in range(0, len(content), step):
                    self.wfile.write(content[start : start + step])
                    time.sleep(pause)
            except OSError:
                return  # whoever wanted it has gone

        def log_message(self, format: str, *values: object) -> None:
            return

    with _running(Handler) as port:
        served.address = f"http://127.0.0.1:{port}/simple"
        yield served


@contextmanager
def refusing(status: int, *headers: tuple[str, str]) -> Iterator[str]:
    """Serve one answer to everything, as a proxy or an index; gives "host:port"."""

    class Handler(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(status)
            for name, value in headers:
                self.send_header(name, value)
            self.send_header("Content-Length", "0")
            self.end_headers()

        do_CONNECT = do_GET  # noqa: N815

        def log_message(self, format: str, *values: object) -> None:
            return

    with _running(Handler) as port:
        yield f"127.0.0.1:{port}"


@contextmanager
def _running(handler: type[http.server.BaseHTTPRequestHandler]) -> Iterator[int]:
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        server.daemon_threads = True
        thread = threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True)
        thread.start()
        yield int(server.server_address[1])
        server.shutdown()
        thread.join()
