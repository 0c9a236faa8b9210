"""Running pip with somebody else's interpreter, out of nothing but what it needs.

It gets the user's own settings of package indexes and certificates, and nothing that QGIS has put
into its environment. A proxy's address, which may hold a password, goes through the environment:
command lines can be read by everybody on a computer.
"""

from __future__ import annotations

import os
import re
import ssl
import subprocess  # nosec B404 - asks macOS for its certificates
import sys
import time
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Callable
from urllib.parse import urlsplit

from qgis_pansharp.backend.environments import processes
from qgis_pansharp.backend.environments.failures import InstallError, explain, failure
from qgis_pansharp.backend.environments.interpreters import (
    Interpreter,
    environment_for_fetching,
    start_of,
)
from qgis_pansharp.backend.environments.pins import Pin, Platform
from qgis_pansharp.backend.environments.records import delete_folder

TRIES, PAUSE = 3, 2.0  # seconds, where another program keeps files

# Settings of the user's that say where packages come from, and how they are reached.
_KEPT = (
    "PIP_CONFIG_FILE",
    "PIP_INDEX_URL",
    "PIP_EXTRA_INDEX_URL",
    "PIP_NO_INDEX",
    "PIP_FIND_LINKS",
    "PIP_TRUSTED_HOST",
    "PIP_CERT",
    "PIP_CLIENT_CERT",
    "PIP_DEFAULT_TIMEOUT",
    "PIP_TIMEOUT",
    "PIP_RETRIES",
    "PIP_KEYRING_PROVIDER",
    "SSL_CERT_FILE",
    "SSL_CERT_DIR",
    "REQUESTS_CA_BUNDLE",
    "CURL_CA_BUNDLE",
    "NETRC",
    "XDG_CONFIG_HOME",
    "XDG_CONFIG_DIRS",
)
_PROXIES = ("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "NO_PROXY")
_CERTIFICATES = ("PIP_CERT", "REQUESTS_CA_BUNDLE", "CURL_CA_BUNDLE")
# What a user may have set for pip and would break an installation into a folder of its own.
_OURS = {
    "PIP_NO_INPUT": "1",
    "PIP_DISABLE_PIP_VERSION_CHECK": "1",
    "PIP_NO_COLOR": "1",
    "PIP_PROGRESS_BAR": "off",
    "PIP_REQUIRE_VIRTUALENV": "0",
    "PIP_USER": "0",
    "PIP_NO_WARN_SCRIPT_LOCATION": "1",
}
# Lines that pip prints by the thousand about packages it does not take.
_CHATTER = re.compile(r"\s*(Found link|Skipping link|Skipped link|Link requires a different)")
_SYSTEM_CERTIFICATES = (
    "/etc/ssl/certs/ca-certificates.crt",
    "/etc/pki/tls/certs/ca-bundle.crt",
    "/etc/ssl/ca-bundle.pem",
    "/etc/ssl/cert.pem",
)

_RUN = (
    processes.DIES_WITH_PARENT
    + """
import runpy
if sys.argv[1]:
    sys.path.insert(0, sys.argv[1])
sys.argv[:] = ["pip"] + sys.argv[2:]
runpy.run_module("pip", run_name="__main__", alter_sys=True)
"""
)


@dataclass(frozen=True)
class Surroundings:
    """What running pip takes of its caller.

    Args:
        folder: for what it writes in between; must be on the disk that is installed to.
        log: file that everything is appended to.
        proxy: address, empty for the user's own settings.
        is_cancelled: asked several times a second.
        tick: called several times a second.
    """

    folder: Path
    log: Path
    proxy: str
    is_cancelled: Callable[[], bool]
    tick: Callable[[], None]


class Pip:
    """pip of one interpreter.

    Raises:
        InstallError: the interpreter has no pip.
    """

    def __init__(self, interpreter: Interpreter, engine: str, surroundings: Surroundings) -> None:
        self._interpreter, self._engine, self._around = interpreter, engine, surroundings
        self._certificates: Path | None = None
        self._library = ""
        if not interpreter.pip:
            if interpreter.wheel is None:
                raise failure("no-pip", engine, python=str(interpreter.path))
            library = surroundings.folder / "pip"
            with zipfile.ZipFile(interpreter.wheel) as archive:
                archive.extractall(library)  # Python's own file
            self._library = str(library)

    def download(self, pin: Pin, target: Path, *more: str) -> None:
        """Fetch a package's wheel into a folder; it is checked against the hashes.

        Raises:
            InstallError: it cannot be fetched.
            Cancelled: the user wants to stop.
        """
        arguments = ["download", "--dest", str(target), "--no-cache-dir", *more]
        if not self._interpreter.ssl:
            raise failure("ssl", self._engine, python=str(self._interpreter.path))
        try:
            self._run(arguments, [pin])
        except InstallError as error:
            if error.kind == "no-wheel" and "+" in pin.version:
                build = f"{pin.name} {pin.version}"
                raise self._failure("own-index", build=build) from error
            if error.kind != "certificate" or self._certificates is not None:
                raise
            # newer versions of pip look at the system's certificates by themselves
            self._certificates = _system_certificates(self._around.folder)
            self._run(arguments, [pin])

    def download_for(self, pin: Pin, target: Path, platform: Platform, python: str) -> None:
        """Fetch a package's wheel for another computer; see `download`."""
        number = python.replace(".", "")
        tags = [word for tag in platform.tags for word in ("--platform", tag)]
        versions = ["--python-version", python, "--implementation", "cp"]
        abis = [word for abi in (f"cp{number}", "abi3", "none") for word in ("--abi", abi)]
        self.download(pin, target, *tags, *versions, *abis)

    def install(self, pins: Sequence[Pin], wheels: Path, target: Path) -> None:
        """Unpack wheels from a folder into another, without looking at any index.

        Raises:
            InstallError: it fails.
            Cancelled: the user wants to stop.
        """
        places = ["--target", str(target), "--no-index", "--find-links", str(wheels)]
        for left in range(TRIES, 0, -1):
            try:
                # the user's settings may name other places, with other builds of the same version
                self._run(["install", *places, "--no-cache-dir"], pins, configured=False)
                return
            except InstallError as error:
                if error.kind != "locked" or left == 1:
                    raise
            # a virus scanner lets go of a file once it has seen it; pip starts only afresh
            delete_folder(target)
            target.mkdir()
            time.sleep(PAUSE)

    def _failure(self, kind: str, **values: object) -> InstallError:
        error = failure(kind, self._engine, python=self._interpreter.title, **values)
        error.log = self._around.log
        return error

    def _run(self, arguments: Sequence[str], pins: Sequence[Pin], configured: bool = True) -> None:
        requirements = self._around.folder / "requirements.txt"
        requirements.write_text(
            "".join(f"{pin.requirement}\n" for pin in pins), encoding="utf-8", newline="\n"
        )
        start, built = start_of(
            self._interpreter.path, self._interpreter.home, self._environment(configured)
        )
        rules = ["-vv", "--no-deps", "--only-binary", ":all:", "--require-hashes"]
        command = [*start, "-c", _RUN, self._library, *arguments, *rules, "-r", str(requirements)]
        printed: list[str] = []
        with self._around.log.open("a", encoding="utf-8") as log:
            log.write(f"\n# pip {' '.join(arguments)}: {', '.join(pin.name for pin in pins)}\n")

            def take(line: str) -> None:
                if not _CHATTER.match(line):
                    printed.append(without_passwords(line, self._around.proxy))
                    log.write(printed[-1] + "\n")

            try:
                done = processes.run(
                    command,
                    built,
                    self._around.folder,
                    self._around.is_cancelled,
                    take,
                    self._around.tick,
                )
            except OSError as problem:
                raise explain(str(problem), self._engine, self._around.log) from problem
        if done.code == 0:
            return
        text = "\n".join(printed)
        address = urlsplit(self._around.proxy)
        used = f"{address.hostname}:{address.port}" if address.port else address.hostname or ""
        raise explain(
            text,
            self._engine,
            self._around.log,
            used,
            folder=str(self._around.folder.parent),
            python=self._interpreter.title,
        )

    def _environment(self, configured: bool) -> dict[str, str]:
        built = environment_for_fetching()
        given = os.environ
        if configured:
            built.update({name: given[name] for name in _KEPT if given.get(name)})
        else:
            built["PIP_CONFIG_FILE"] = os.devnull  # pip reads no file at all then
        built.update(_OURS)
        built.setdefault("PIP_RETRIES", "3")
        for name in ("TMPDIR", "TEMP", "TMP"):  # /tmp may be small, or another disk
            built[name] = str(self._around.folder)
        if self._around.proxy:
            built["PIP_PROXY"] = self._around.proxy
        else:
            for name in (*_PROXIES, *(proxy.lower() for proxy in _PROXIES)):
                if given.get(name):
                    built[name] = given[name]
        if self._certificates is not None:
            built["PIP_CERT"] = str(self._certificates)
        elif given.get("SSL_CERT_FILE") and not any(given.get(name) for name in _CERTIFICATES):
            built["REQUESTS_CA_BUNDLE"] = given["SSL_CERT_FILE"]  # pip does not look at the other
        return built


def without_passwords(line: str, proxy: str = "") -> str:
    """Return a line of a log without what only its owner may read.

    >>> without_passwords("GET https://token@host/simple")
    'GET https://****@host/simple'
    """
    login = urlsplit(proxy).netloc.rpartition("@")[0]
    if login:
        line = line.replace(login, "****")
    return re.sub(r"://[^/@\s]+@", "://****@", line)


def _system_certificates(folder: Path) -> Path:
    """Return a file with the certificates that this computer trusts, as its owner set them up."""
    if sys.platform == "win32" or sys.platform == "darwin":
        path = folder / "certificates.pem"
        path.write_text(_exported(), encoding="ascii", errors="ignore")
        return path
    for name in _SYSTEM_CERTIFICATES:
        if Path(name).is_file():
            return Path(name)
    return Path(ssl.get_default_verify_paths().openssl_cafile)


def _exported() -> str:
    if sys.platform == "win32":
        found = [entry for store in ("ROOT", "CA") for entry in ssl.enum_certificates(store)]
        return "".join(
            ssl.DER_cert_to_PEM_cert(entry[0]) for entry in found if entry[1] == "x509_asn"
        )
    done = subprocess.run(  # nosec B603 - a program of the system's, by its full path
        ["/usr/bin/security", "find-certificate", "-a", "-p", *_KEYCHAINS],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        check=False,
    )
    return done.stdout.decode("ascii", "ignore")


_KEYCHAINS = (
    "/System/Library/Keychains/SystemRootCertificates.keychain",
    "/Library/Keychains/System.keychain",
)
