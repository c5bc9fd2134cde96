"""What a serializer writes, made good to read (or fit for XML) on its way into a file."""

from __future__ import annotations

import io
from typing import Any, Protocol


class Out(Protocol):
    """Where bytes go: a binary file, or what stands before one."""

    def write(self, data: bytes, /) -> object:
        """Take some more."""


class Readable(io.RawIOBase):
    """Turtle or TriG with its prefixes sorted and an empty line after each subject; ``prefixes`` is their number.

    New lines inside literals are escaped, so lines are safe to split.
    """

    def __init__(self, out: Out, prefixes: int) -> None:
        self._out = out
        self._prefixes = prefixes  # still to come
        self._head: list[bytes] = []
        self._rest = b""
        self._gap = b""

    def write(self, data: Any) -> int:
        """Takes the next bytes, cut anywhere."""
        whole, end, self._rest = (self._rest + data).rpartition(b"\n")
        self._lines(whole + end)
        return len(data)

    def end(self) -> None:
        """Writes what is left of the last line."""
        self._lines(self._rest)

    def _lines(self, lines: bytes) -> None:
        while self._prefixes and lines:
            line, _, lines = lines.partition(b"\n")
            self._head.append(line + b"\n")
            self._prefixes -= 1
        if not lines:
            return
        self._start()
        if self._gap and not lines.startswith(b"}"):
            self._out.write(self._gap)
        text = lines.replace(b" .\n", b" .\n\n").replace(b"\n\n}", b"\n}")
        self._gap = b"\n" if text.endswith(b"\n\n") else b""
        self._out.write(text.removesuffix(b"\n") if self._gap else text)

    def _start(self) -> None:
        if self._head:
            self._out.write(b"".join(sorted(self._head)) + b"\n")
            self._head = []


class Returns(io.RawIOBase):
    """XML whose carriage returns are escaped: a reader would turn a bare one into a new line."""

    def __init__(self, out: Out) -> None:
        self._out = out

    def write(self, data: Any) -> int:
        """Takes the next bytes, cut anywhere."""
        self._out.write(data.replace(b"\r", b"&#13;"))
        return len(data)
