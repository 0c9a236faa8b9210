"""What the plugin's process and a worker process tell each other: JSON, one object a line.

To the worker:   {"op": "open", "engine", "model", "threads", "device", "precision"}
                 {"op": "devices", "engine"}
                 {"op": "map", "slot", "name", "size"}       shared memory for one block
                 {"op": "run", "job", "slot", "pan", "ms"}   shapes; PAN, then MS in the slot
                 {"op": "stop", "job"}
From it:         {"ready": {"name", "device", "precision", "room"}}
                 {"devices": [{"name", "title", "memory"}, ...]}
                 {"mapped": slot}
                 {"done": job, "offset", "shape"}            where in the slot the result lies
                 {"failed": job or null, "error": {...}}     see `pack_error`
A worker whose standard input ends has lost its parent, and ends.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from qgis_pansharp.backend.errors import EngineError, ModelError, PansharpError
from qgis_pansharp.backend.messages import Message

LONGEST_LINE = 1 << 20  # bytes
_KINDS = {"EngineError": EngineError, "ModelError": ModelError}
_PLAIN = (str, int, float, bool)


class GarbageError(ValueError):
    """A line is not what the protocol says."""


def encode(message: Mapping[str, Any]) -> bytes:
    """Return a message as a line."""
    return json.dumps(message).encode("ascii") + b"\n"


def decode(line: bytes) -> dict[str, Any]:
    """Return the message of a line.

    Raises:
        GarbageError: the line holds none.
    """
    if len(line) > LONGEST_LINE or not line.endswith(b"\n"):
        raise GarbageError(f"a line of {len(line)} bytes")
    try:
        message = json.loads(line)
    except (ValueError, RecursionError) as problem:
        raise GarbageError(_start_of(line)) from problem
    if not isinstance(message, dict):
        raise GarbageError(_start_of(line))
    return message


def _start_of(line: bytes) -> str:
    return repr(line[:60].decode("ascii", "replace"))


def pack_error(problem: BaseException) -> dict[str, Any]:
    """Return an error as plain values, its sentence still translatable."""
    if isinstance(problem, MemoryError):
        return {"kind": "MemoryError", "text": str(problem)}
    if isinstance(problem, PansharpError):
        return {"kind": type(problem).__name__, "message": _pack(problem.message)}
    first = str(problem).strip().partition("\n")[0]
    return {"kind": "Exception", "text": first or type(problem).__name__}


def unpack_error(error: Mapping[str, Any]) -> Exception:
    """Return the error that `pack_error` packed.

    Raises:
        GarbageError: it holds none.
    """
    try:
        kind = error["kind"]
        if kind == "MemoryError":
            return MemoryError(str(error["text"]))
        if kind == "Exception":
            return EngineError(
                "The engine failed ({reason}); choose another engine.", reason=str(error["text"])
            )
        return _KINDS.get(kind, EngineError)(_unpack(error["message"]))
    except (KeyError, TypeError, AttributeError) as problem:
        raise GarbageError(f"an error of {sorted(error)}") from problem


def _pack(message: Message) -> dict[str, Any]:
    values: dict[str, Any] = {}
    for name, value in message.values.items():
        if isinstance(value, Message):
            values[name] = _pack(value)
        else:
            values[name] = value if isinstance(value, _PLAIN) else str(value)
    return {"template": message.template, "values": values}


def _unpack(packed: Mapping[str, Any]) -> Message:
    values = {
        name: _unpack(value) if isinstance(value, dict) else value
        for name, value in packed["values"].items()
    }
    message = packed["template"]
    if not isinstance(message, str):
        raise TypeError("a template is text")
    return Message(message, **values)
