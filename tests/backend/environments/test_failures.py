"""Every failure is one sentence with its remedy, whatever version of pip has told of it.

The texts are what pip 23, 24 and 26 printed, on Linux where nothing else is said; those of Windows
and macOS are as their systems word them.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from qgis_pansharp.backend.environments.failures import (
    _SENTENCES,
    _SIGNS,
    explain,
    failure,
    kind_of,
    last_line,
)

RETRY = (
    "WARNING: Retrying (Retry(total=0, connect=None, read=None, redirect=None, status=None)) after "
    "connection broken by '{}': /simple/onnxruntime/\n"
)
NOTHING = (
    "ERROR: Could not find a version that satisfies the requirement onnxruntime==1.31.1 (from "
    "versions: none)\nERROR: No matching distribution found for onnxruntime==1.31.1\n"
)
OLD = "<pip._vendor.urllib3.connection.HTTPSConnection object at 0x7fdcd79035d0>"
FAILED = f"{OLD}: Failed to establish a new connection: "
SKIPPED = "Could not fetch URL https://index.example/simple/onnxruntime/: {} - skipping\n"
TRACEBACK = "ERROR: Exception:\nTraceback (most recent call last):\n  File ...\n{}\n"

TEXTS = [
    # the proxy
    (
        "proxy-login",
        RETRY.format(
            "ProxyError('Cannot connect to proxy.', OSError('Tunnel connection failed: 407 Proxy "
            "Authentication Required'))"
        )
        + NOTHING,
    ),
    (
        "proxy-login",
        RETRY.format("OSError('Tunnel connection failed: 407 Proxy Authentication Required')")
        + NOTHING,
    ),
    (
        "proxy",
        RETRY.format(
            "ProxyError('Cannot connect to proxy.', OSError('Tunnel connection failed: 403 "
            "Forbidden'))"
        )
        + NOTHING,
    ),
    ("proxy", RETRY.format("OSError('Tunnel connection failed: 403 Forbidden')") + NOTHING),
    (
        "proxy",
        RETRY.format(
            f"ProxyError('Cannot connect to proxy.', NewConnectionError('{FAILED}[Errno 111] "
            "Connection refused'))"
        )
        + NOTHING,
    ),
    (
        "proxy",
        RETRY.format(
            f"ProxyError('Cannot connect to proxy.', NewConnectionError('{FAILED}[Errno -2] Name "
            "or service not known'))"
        )
        + NOTHING,
    ),
    (
        "proxy",
        RETRY.format(
            "NameResolutionError(\"HTTPSConnection(host='proxy.example', port=3128): Failed to "
            "resolve 'proxy.example' ([Errno -2] Name or service not known)\")"
        )
        + NOTHING,
    ),
    (
        "proxy",
        RETRY.format(
            "NewConnectionError(\"HTTPSConnection(host='proxy.example', port=9): Failed to "
            'establish a new connection: [Errno 111] Connection refused")'
        )
        + NOTHING,
    ),
    # certificates
    (
        "certificate",
        RETRY.format(
            "SSLError(SSLCertVerificationError(1, '[SSL: CERTIFICATE_VERIFY_FAILED] certificate "
            "verify failed: self-signed certificate (_ssl.c:1006)'))"
        )
        + NOTHING,
    ),
    (
        "certificate",
        "WARNING: Retrying (Retry(total=4, ...)) after connection broken by "
        "'SSLError(SSLCertVerificationError(1, '[SSL: CERTIFICATE_VERIFY_FAILED] certificate "
        "verify failed: unable to get local issuer certificate (_ssl.c:1129)'))'\n" + NOTHING,
    ),
    (
        "certificate",
        "ERROR: Could not install packages due to an OSError: Could not find a suitable TLS CA "
        "certificate bundle, invalid path: C:\\certs\\corp.pem\n",
    ),
    (
        "ssl",
        "WARNING: pip is configured with locations that require TLS/SSL, however the ssl module "
        "in Python is not available.\nCould not fetch URL https://index.example/simple/: There "
        "was a problem confirming the ssl certificate: HTTPSConnectionPool: Max retries exceeded "
        "(Caused by SSLError(\"Can't connect to HTTPS URL because the SSL module is not "
        'available.")) - skipping\n' + NOTHING,
    ),
    # no network
    (
        "name",
        RETRY.format(f"NewConnectionError('{FAILED}[Errno -2] Name or service not known')")
        + NOTHING,
    ),
    (
        "name",
        RETRY.format(f"NewConnectionError('{FAILED}[Errno 11001] getaddrinfo failed')") + NOTHING,
    ),
    (
        "name",
        RETRY.format(
            f"NewConnectionError('{FAILED}[Errno 8] nodename nor servname provided, or not known')"
        )
        + NOTHING,
    ),
    (
        "name",
        RETRY.format(
            "NameResolutionError(\"HTTPSConnection(host='index.example', port=443): Failed to "
            "resolve 'index.example' ([Errno -3] Temporary failure in name resolution)\")"
        )
        + NOTHING,
    ),
    (
        "network",
        RETRY.format(f"NewConnectionError('{FAILED}[Errno 101] Network is unreachable')") + NOTHING,
    ),
    (
        "network",
        RETRY.format(
            f"NewConnectionError('{FAILED}[WinError 10061] No connection could be made because "
            "the target machine actively refused it')"
        )
        + NOTHING,
    ),
    (
        "network",
        RETRY.format(
            "ReadTimeoutError(\"HTTPSConnectionPool(host='index.example', port=443): Read timed "
            'out. (read timeout=15)")'
        )
        + NOTHING,
    ),
    (
        "network",
        TRACEBACK.format(
            "pip._vendor.urllib3.exceptions.ProtocolError: ('Connection broken: "
            "IncompleteRead(5242880 bytes read, 12582912 more expected)', IncompleteRead)"
        ),
    ),
    # the index
    ("refused", SKIPPED.format("401 Client Error: Unauthorized for url") + NOTHING),
    ("refused", SKIPPED.format("403 Client Error: Forbidden for url") + NOTHING),
    ("broken-index", SKIPPED.format("503 Server Error: Service Unavailable for url") + NOTHING),
    ("broken-index", "ERROR: HTTP error 502 while getting https://index.example/x.whl\n"),
    ("no-wheel", NOTHING),
    ("no-wheel", SKIPPED.format("404 Client Error: Not Found for url") + NOTHING),
    (
        "no-wheel",
        "ERROR: Could not find a version that satisfies the requirement torch==2.13.0+cpu (from "
        "versions: 2.8.0, 2.9.0)\nERROR: No matching distribution found for torch==2.13.0+cpu\n",
    ),
    (
        "no-wheel",
        "ERROR: onnxruntime-1.31.1-cp312-cp312-win_amd64.whl is not a supported wheel on this "
        "platform.\n",
    ),
    # what was fetched
    (
        "hash",
        "ERROR: THESE PACKAGES DO NOT MATCH THE HASHES FROM THE REQUIREMENTS FILE. If you have "
        "updated the package versions, please update the hashes. Otherwise, examine the package "
        "contents carefully; someone may have tampered with them.\n    onnxruntime==1.31.1 from "
        "https://index.example/x.whl:\n        Expected sha256 0000\n             Got 4721\n",
    ),
    ("hash", "ERROR: Wheel 'numpy' located at /tmp/numpy-2.4.6-py3-none-any.whl is invalid.\n"),
    # the disk
    ("space", TRACEBACK.format("OSError: [Errno 28] No space left on device")),
    (
        "space",
        "ERROR: Could not install packages due to an OSError: [WinError 112] There is not enough "
        "space on the disk\n",
    ),
    ("space", TRACEBACK.format("OSError: [Errno 122] Disk quota exceeded")),
    (
        "permission",
        TRACEBACK.format("PermissionError: [Errno 1] Operation not permitted: '/sys/x'"),
    ),
    (
        "permission",
        "ERROR: Could not install packages due to an OSError: [Errno 13] Permission denied: "
        "'/opt/engines'\nCheck the permissions.\n",
    ),
    ("permission", "OSError: [Errno 30] Read-only file system: '/mnt/x'"),
    # Windows
    (
        "locked",
        "ERROR: Could not install packages due to an OSError: [WinError 5] Access is denied: "
        "'C:\\\\Users\\\\a\\\\numpy\\\\_core\\\\_multiarray_umath.cp312-win_amd64.pyd'\nCheck the "
        "permissions.\n",
    ),
    (
        "locked",
        "ERROR: Could not install packages due to an OSError: [WinError 32] The process cannot "
        "access the file because it is being used by another process: 'C:\\\\x.whl'\n",
    ),
    (
        "locked",
        "OSError: [WinError 225] Operation did not complete successfully because the file "
        "contains a virus or potentially unwanted software",
    ),
    (
        "locked",
        "ImportError: DLL load failed while importing x: [WinError 1260] This program is blocked "
        "by group policy.",
    ),
    (
        "long-path",
        "ERROR: Could not install packages due to an OSError: [Errno 2] No such file or "
        "directory: 'C:\\\\Users\\\\a-long-name\\\\torch\\\\include\\\\x.h'\nHINT: This error "
        "might have occurred since this system does not have Windows Long Path support enabled.\n",
    ),
    (
        "runtime",
        "ImportError: DLL load failed while importing onnxruntime_pybind11_state: The specified "
        "module could not be found.",
    ),
    (
        "runtime",
        "OSError: [WinError 126] The specified module could not be found. Error loading "
        '"C:\\Users\\a\\torch\\lib\\c10.dll" or one of its dependencies.',
    ),
    (
        "runtime",
        "OSError: [WinError 1114] A dynamic link library (DLL) initialization routine failed.",
    ),
    # systems
    (
        "library",
        "ImportError: /lib/x86_64-linux-gnu/libc.so.6: version `GLIBC_2.34' not found (required "
        "by onnxruntime_pybind11_state.so)",
    ),
    ("library", "ImportError: libgomp.so.1: cannot open shared object file: No such file"),
    ("library", "ImportError: dlopen(x.so, 0x0002): Library not loaded: @rpath/libomp.dylib"),
    ("no-pip", "/usr/bin/python3: No module named pip"),
    ("no-pip", "ModuleNotFoundError: No module named 'ensurepip'"),
    ("memory", "MemoryError"),
    ("memory", "OSError: [Errno 12] Cannot allocate memory"),
    ("other", "ERROR: something new\n"),
    ("other", ""),
]


@pytest.mark.parametrize(("kind", "text"), TEXTS, ids=range(len(TEXTS)))
def test_the_reason_is_found(kind: str, text: str) -> None:
    assert kind_of(text, "proxy.example") == kind


def test_every_kind_is_tried() -> None:
    assert {kind for kind, _ in TEXTS} == {kind for kind, _ in _SIGNS} | {"other"}


@pytest.mark.parametrize("kind", sorted(_SENTENCES))
def test_every_sentence_is_one_and_names_a_remedy(kind: str) -> None:
    values = {"reason": "REASON", "proxy": "PROXY:1", "folder": "/f", "python": "Python 3.12"}
    sentence = str(failure(kind, "openvino", **values))
    assert "openvino" in sentence
    assert sentence.endswith(".")
    assert not re.search(r"[.!?] [A-Z]", sentence.replace("C:\\pansharp", ""))
    assert ";" in sentence


def test_a_transient_fault_does_not_hide_the_reason() -> None:
    retried = RETRY.format(f"NewConnectionError('{FAILED}[Errno 101] Network is unreachable')")
    assert kind_of(retried + "ERROR: THESE PACKAGES DO NOT MATCH THE HASHES") == "hash"


def test_numbers_that_only_look_like_codes_mean_nothing() -> None:
    text = "Downloading x-1.407-py3.whl (407 kB)\nx (503 kB) Errno 281, [Errno 111] WinError 51"
    assert kind_of(text) == "other"


def test_an_error_carries_its_log(tmp_path: Path) -> None:
    error = explain("ERROR: something new\n", "torch", tmp_path / "torch.log")
    assert error.log == tmp_path / "torch.log"
    assert error.kind == "other"
    assert "(something new)" in str(error)
    assert error.exit_code == 7


def test_the_proxy_is_named() -> None:
    text = RETRY.format("OSError('Tunnel connection failed: 403 Forbidden')")
    assert "proxy.example:3128 refuses" in str(explain(text, "torch", proxy="proxy.example:3128"))


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("one\ntwo\n\n", "two"),
        ("ERROR: Exception:\nTraceback\nValueError: x.", "ValueError: x"),
        ("ERROR: a\nERROR: b.\nnote", "b"),
        ("", "nothing was printed"),
    ],
)
def test_the_line_that_tells_most(text: str, line: str) -> None:
    assert last_line(text) == line
