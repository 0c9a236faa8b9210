"""Messages survive the way between processes, and nothing else passes for one."""

from __future__ import annotations

import pytest

from qgis_pansharp.backend.engines.protocol import (
    LONGEST_LINE,
    GarbageError,
    decode,
    encode,
    pack_error,
    unpack_error,
)
from qgis_pansharp.backend.errors import EngineError, ModelError
from qgis_pansharp.backend.messages import Message


def test_a_message_is_one_line_of_ascii() -> None:
    line = encode({"model": "/tmp/ä\n.onnx", "shape": [1, 2]})
    assert line.count(b"\n") == 1
    assert line.isascii()
    assert decode(line) == {"model": "/tmp/ä\n.onnx", "shape": [1, 2]}


@pytest.mark.parametrize(
    "line",
    [b"hello\n", b"[1]\n", b"\x00\xff\n", b"{}", b"", b"[" * 100_000 + b"\n", b"3\n"],
)
def test_anything_else_is_garbage(line: bytes) -> None:
    with pytest.raises(GarbageError):
        decode(line)


def test_an_endless_line_is_garbage() -> None:
    with pytest.raises(GarbageError):
        decode(b'{"a": "' + b"x" * LONGEST_LINE + b'"}\n')


def marked(template: str) -> str:
    return f"<{template}>"


def test_an_error_keeps_its_kind_and_can_still_be_translated() -> None:
    reason = Message("the package {package} is not installed", package="x")
    error = ModelError("The file {path!r} is {size:.1f} MB: {why}", path="a", size=2.0, why=reason)
    back = unpack_error(decode(encode(pack_error(error))))
    assert isinstance(back, ModelError)
    assert str(back) == str(error)
    assert back.message.formatted(marked) == error.message.formatted(marked)


def test_values_that_are_no_plain_ones_become_text() -> None:
    error = EngineError("PAN {shape} and {why}", shape=(1, 2), why=OSError("gone"))
    assert str(unpack_error(pack_error(error))) == "PAN (1, 2) and gone"


def test_memory_and_whatever_else_goes_wrong() -> None:
    assert isinstance(unpack_error(pack_error(MemoryError("full"))), MemoryError)
    back = unpack_error(pack_error(RuntimeError("first line\nsecond line")))
    assert isinstance(back, EngineError)
    assert "first line" in str(back)
    assert "second" not in str(back)
    assert "KeyError" in str(unpack_error(pack_error(KeyError())))


@pytest.mark.parametrize(
    "error",
    [
        {},
        {"kind": "EngineError"},
        {"kind": "EngineError", "message": {"template": 3, "values": {}}},
        {"kind": "EngineError", "message": {"template": "a", "values": 3}},
    ],
)
def test_what_is_no_error_is_garbage(error: dict[str, object]) -> None:
    with pytest.raises(GarbageError):
        unpack_error(error)
