"""Why an installation failed, as one sentence with its remedy.

What pip and an interpreter print is read here and nowhere else; the texts are those of pip 20 to
26 and of Linux, Windows and macOS.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Callable, NamedTuple

from qgis_pansharp.backend.errors import EngineError
from qgis_pansharp.backend.messages import Message

# The kinds, as `InstallError.kind` names them. The first whose pattern occurs is the reason: what
# broke here counts before what the network did, which pip tries again.
_SIGNS: tuple[tuple[str, str], ...] = (
    ("hash", r"DO NOT MATCH THE HASHES|Hash mismatch|is invalid\.$|BadZipFile|bad magic number"),
    (
        "space",
        r"Errno (28|122)\b|WinError 112\b|No space left|not enough space on the disk|"
        r"Disk quota exceeded",
    ),
    (
        "long-path",
        r"WinError 206\b|Long Path support|file name or extension is too long|File name too long",
    ),
    (
        "locked",
        r"WinError (5|32|33|225|1260|4551)\b|being used by another process|contains a virus|"
        r"blocked by group policy|Application Control policy",
    ),
    ("permission", r"Errno (1|13|30)\b|Permission denied|Read-only file system"),
    (
        "runtime",
        r"DLL load failed|WinError (126|127|1114)\b|Visual C\+\+ Redistributable|vcruntime|"
        r"msvcp\d+",
    ),
    ("library", r"cannot open shared object file|GLIBC(XX)?_[\d.]+' not found|Library not loaded"),
    ("proxy-login", r"407 Proxy|407 Client Error|Proxy Authentication Required"),
    ("proxy", r"ProxyError|Cannot connect to proxy|Tunnel connection failed|proxy URL had no"),
    ("ssl", r"SSL module is not available|Can't connect to HTTPS URL because the SSL"),
    (
        "certificate",
        r"CERTIFICATE_VERIFY_FAILED|confirming the ssl certificate|certificate verify failed|"
        r"Could not find a suitable TLS CA certificate bundle",
    ),
    (
        "name",
        r"Name or service not known|Failed to resolve|NameResolutionError|getaddrinfo failed|"
        r"nodename nor servname|Temporary failure in name resolution|No address associated",
    ),
    (
        "network",
        r"NewConnectionError|ConnectTimeout|ReadTimeout|timed out|Connection refused|"
        r"unreachable|Connection reset|Connection aborted|IncompleteRead|Connection broken|"
        r"RemoteDisconnected|WinError 100(51|54|60|61)\b",
    ),
    ("refused", r"\b(401|403|451) Client Error|HTTP error (401|403)|401 Error, Credentials"),
    (
        "broken-index",
        r"\b50\d Server Error|HTTP error (429|50\d)|429 Client Error|Too Many Requests|"
        r"too many (429|50\d) error",
    ),
    (
        "no-wheel",
        r"No matching distribution found|not a supported wheel on this platform|"
        r"requires a different Python|not supported wheel",
    ),
    ("no-pip", r"No module named '?pip\b|No module named '?ensurepip|ensurepip is not available"),
    ("memory", r"MemoryError|Cannot allocate memory|Unable to allocate"),
)


class Instead(NamedTuple):
    """A variant of an engine that can be had where the wanted one cannot; `size` when unpacked."""

    engine: str
    variant: str
    size: int  # bytes


class InstallError(EngineError):
    """An engine cannot be installed, checked or removed.

    `kind` names the reason for programs; `log` is the file with all that was printed, if any was;
    `instead` is the variant that can be had, where there is one.
    """

    kind = "other"
    log: Path | None = None
    instead: Instead | None = None


def failure(kind: str, engine: str, **values: object) -> InstallError:
    """Return the error of a kind.

    Args:
        kind: one of those above, or "other".
        engine: its name.
        values: `reason` where the kind is "other"; `proxy` where a proxy is used; `build`,
            `folder` and `python`, where they matter.
    """
    unknown = dict.fromkeys(("reason", "proxy", "build", "folder", "python"), "")
    given = {**unknown, "engine": engine, **values}
    error = InstallError(_SENTENCES[kind](given))
    error.kind = kind
    return error


def kind_of(printed: str, proxy_host: str = "") -> str:
    """Return the kind of failure that a text of pip's or Python's tells.

    Args:
        printed: all of it.
        proxy_host: of the proxy that is used, whose failures newer versions of pip do not name.
    """
    for kind, pattern in _SIGNS:
        if not re.search(pattern, printed, re.MULTILINE):
            continue
        if kind in ("name", "network") and proxy_host and f"host='{proxy_host}'" in printed:
            return "proxy"
        return kind
    return "other"


def explain(
    printed: str, engine: str, log: Path | None = None, proxy: str = "", **values: object
) -> InstallError:
    """Return the error that says why something failed.

    Args:
        printed: what pip or Python printed.
        engine: its name.
        log: where all of it stands.
        proxy: "host:port" of the proxy that was used, empty where none was.
        values: see `failure`.
    """
    kind = kind_of(printed, proxy.partition(":")[0])
    error = failure(kind, engine, **{"reason": last_line(printed), "proxy": proxy, **values})
    error.log = log
    return error


def last_line(printed: str) -> str:
    """Return the line that tells most: the last one that pip calls an error, else the last."""
    lines = [line.strip() for line in printed.splitlines() if line.strip()]
    errors = [line for line in lines if line.startswith("ERROR: ") and line != "ERROR: Exception:"]
    chosen = (errors or lines or ["nothing was printed"])[-1]
    return chosen.replace("ERROR: ", "", 1)[:300].rstrip(".")


# Each names the engine, what is wrong, and what to do.
_SENTENCES: dict[str, Callable[[dict[str, object]], Message]] = {
    "hash": lambda v: Message(
        "The engine {engine} was not installed because a package is damaged or is not the "
        "one that was tested; try again, and ask whoever runs your proxy or package index if "
        "that does not help.",
        **v,
    ),
    "space": lambda v: Message(
        "The engine {engine} was not installed because the disk is full; free some space, or "
        "choose another folder.",
        **v,
    ),
    "long-path": lambda v: Message(
        "The engine {engine} was not installed because file names get too long for Windows; "
        "choose a folder with a shorter path, such as C:\\pansharp.",
        **v,
    ),
    "locked": lambda v: Message(
        "The engine {engine} was not installed because another program, often a virus "
        "scanner, keeps Windows from writing or starting its files; wait a minute and try "
        "again, or have the folder {folder} excepted from scanning.",
        **v,
    ),
    "permission": lambda v: Message(
        "The engine {engine} was not installed because the folder {folder} may not be written "
        "to; choose a folder of your own, or ask whoever manages this computer.",
        **v,
    ),
    "runtime": lambda v: Message(
        "The engine {engine} does not start because a library of Windows is missing; install "
        "Microsoft's Visual C++ Redistributable (x64) for Visual Studio 2015 to 2022, or "
        "choose another engine.",
        **v,
    ),
    "library": lambda v: Message(
        "The engine {engine} does not start because this system lacks a library or is too old "
        "({reason}); choose another engine, or use a Python of your own.",
        **v,
    ),
    "proxy-login": lambda v: Message(
        "The engine {engine} was not fetched because the proxy wants a user name and password "
        "(407); enter them in QGIS under Settings > Options > Network, or give --proxy on the "
        "command line.",
        **v,
    ),
    "proxy": lambda v: Message(
        "The engine {engine} was not fetched because the proxy {proxy} refuses or does not "
        "answer; check it in QGIS under Settings > Options > Network, or install from a "
        "folder that was filled on another computer.",
        **v,
    ),
    "certificate": lambda v: Message(
        "The engine {engine} was not fetched because the package index's certificate is not "
        "trusted; ask for your organisation's certificate and name its file in the "
        "environment variable PIP_CERT, or install from a folder that was filled on another "
        "computer.",
        **v,
    ),
    "ssl": lambda v: Message(
        "The engine {engine} was not fetched because the Python {python} has no encryption "
        "(SSL); choose another Python, or install from a folder that was filled on another "
        "computer.",
        **v,
    ),
    "network": lambda v: Message(
        "The engine {engine} was not fetched because the package index cannot be reached; "
        "check the network and the proxy, or install from a folder that was filled on another "
        "computer.",
        **v,
    ),
    "refused": lambda v: Message(
        "The engine {engine} was not fetched because the package index refuses access; check "
        "the index and its password in pip's settings, or install from a folder that was "
        "filled on another computer.",
        **v,
    ),
    "broken-index": lambda v: Message(
        "The engine {engine} was not fetched because the package index is out of order or "
        "overloaded; try again later.",
        **v,
    ),
    "no-wheel": lambda v: Message(
        "The engine {engine} was not installed because there is no package of it for {python} "
        "or for a system as old as this one; choose another engine, or use a Python of your "
        "own.",
        **v,
    ),
    "own-index": lambda v: Message(
        "The engine {engine} was not fetched because the package index has no {build} for "
        "{python}; its makers keep builds without CUDA in an index of their own, so take the "
        "larger variant cuda, which works without a card too, give pip that index's address as "
        "extra-index-url (PyTorch's installation page shows it for Pip, Linux and CPU), or choose "
        "OpenVINO, which is faster on a processor.",
        **v,
    ),
    "no-pip": lambda v: Message(
        "The engine {engine} was not installed because the Python {python} has no pip; "
        "install it (on Debian and Ubuntu the package python3-venv), or choose another "
        "Python.",
        **v,
    ),
    "memory": lambda v: Message(
        "The engine {engine} was not installed because memory does not suffice; close other "
        "programs and try again.",
        **v,
    ),
    "no-python": lambda v: Message(
        "The engine {engine} was not installed because no Python was found that can make room "
        "for it; choose one of Python 3.9 to 3.14 yourself.",
        **v,
    ),
    "bad-python": lambda v: Message(
        "The Python {python} cannot be used for the engine {engine} ({reason}); choose another "
        "one.",
        **v,
    ),
    "busy": lambda v: Message(
        "The engine {engine} cannot be changed while another installation is under way in "
        "{folder}; wait until it has ended.",
        **v,
    ),
    "missing": lambda v: Message(
        "The engine {engine} is not installed in {folder}; install it first.", **v
    ),
    "check": lambda v: Message(
        "The engine {engine} does not work here ({reason}); choose another engine, or install it "
        "again.",
        **v,
    ),
    "wrong": lambda v: Message(
        "The engine {engine} cannot be used because its results differ from the built-in "
        "engine's by {reason} of 2047; choose another engine.",
        **v,
    ),
    "other": lambda v: Message(
        "The engine {engine} was not installed ({reason}); the log tells more.", **v
    ),
}
_SENTENCES["name"] = _SENTENCES["network"]
