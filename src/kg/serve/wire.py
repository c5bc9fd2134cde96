"""What passes between the server and a worker process: frames of a length, a JSON object and bytes."""

from __future__ import annotations

import json
import struct
from dataclasses import dataclass, fields
from typing import Any, BinaryIO

_LENGTHS = struct.Struct(">II")


@dataclass(frozen=True, slots=True)
class Start:
    """The first frame to a worker: what to open, its limits in bytes, rows and seconds (0 memory: any), and the explorer's title."""

    target: str
    rows: int
    size: int
    memory: int
    timeout: float
    title: str = ""


@dataclass(frozen=True, slots=True)
class Asked:
    """A query with its data set and the formats that the client takes ("" where it takes none of a kind)."""

    query: str
    results: str = ""
    triples: str = ""
    default: tuple[str, ...] = ()
    named: tuple[str, ...] | None = None


@dataclass(frozen=True, slots=True)
class Answered:
    """An answer, or with ``status`` other than 200 the words why there is none.

    ``format`` is that of the body. ``limit`` names the limit that was passed. ``spent`` says that the worker ends itself now.
    """

    status: int
    body: bytes = b""
    format: str = ""
    error: str = ""
    limit: str = ""
    rows: int = 0
    spent: bool = False


def head(message: Start | Asked | Answered) -> bytes:
    """A frame without its body, which follows it."""
    body = message.body if isinstance(message, Answered) else b""
    told = {field.name: getattr(message, field.name) for field in fields(message) if field.name != "body"}
    text = json.dumps(told).encode("ascii")
    return _LENGTHS.pack(len(text), len(body)) + text


def lengths(raw: bytes) -> tuple[int, int]:
    """The lengths of a frame's two parts, from its first :data:`PREFIX` bytes."""
    head, body = _LENGTHS.unpack(raw)
    return head, body


PREFIX = _LENGTHS.size


def start(told: dict[str, Any]) -> Start:
    """A first frame from its JSON."""
    return Start(**told)


def asked(told: dict[str, Any]) -> Asked:
    """A query from its JSON."""
    named = told.pop("named")
    return Asked(**{**told, "default": tuple(told["default"])}, named=None if named is None else tuple(named))


def answered(told: dict[str, Any], body: bytes) -> Answered:
    """An answer from its parts."""
    return Answered(**told, body=body)


def read(stream: BinaryIO) -> tuple[dict[str, Any], bytes] | None:
    """The next frame of a stream that waits; None at its end."""
    raw = stream.read(PREFIX)
    if len(raw) < PREFIX:
        return None
    head, body = lengths(raw)
    told = json.loads(stream.read(head))
    return told, stream.read(body)
