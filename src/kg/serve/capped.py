"""Answers written into memory up to a limit, so that what is sent is whole or is an error, never a broken half."""

from __future__ import annotations

import io
from typing import IO, cast

from kg.rdf.ox import QueryResultsFormat, RdfFormat

RESULTS = {
    "json": QueryResultsFormat.JSON,
    "xml": QueryResultsFormat.XML,
    "csv": QueryResultsFormat.CSV,
    "tsv": QueryResultsFormat.TSV,
}
TRIPLES = {
    "turtle": RdfFormat.TURTLE,
    "ntriples": RdfFormat.N_TRIPLES,
    "rdfxml": RdfFormat.RDF_XML,
    "jsonld": RdfFormat.JSON_LD,
}
# what stands once in every row after the first, and nowhere inside a value, where these characters are escaped
_BETWEEN = {"json": b'}},{"', "xml": b"<result>", "tsv": b"\n"}


class TooMuchError(Exception):
    """An answer passed a limit; ``limit`` names it."""

    def __init__(self, limit: str) -> None:
        super().__init__(limit)
        self.limit = limit


class Capped(io.RawIOBase):
    """Takes at most ``size`` bytes and ``rows`` rows of results in a format; then it refuses, and ``passed`` names the limit.

    Rows are counted in the text that passes: the engine writes them without telling how many. A row of JSON without any value counts with
    the row before it.
    """

    def __init__(self, size: int, rows: int, form: str = "") -> None:
        super().__init__()
        self.body = bytearray()
        self.passed = ""
        self._size, self._rows = size, rows
        self._form = form
        self._marks = 0
        self._quoted = False
        self._tail = b""

    def writable(self) -> bool:
        """Yes."""
        return True

    def write(self, data: bytes, /) -> int:  # type: ignore[override]
        """Takes the bytes, or raises :class:`TooMuchError`."""
        self.body += data
        self._count(bytes(data))
        if len(self.body) > self._size:
            self.passed = "bytes"
        elif self.rows > self._rows:
            self.passed = "rows"
        if self.passed:
            raise TooMuchError(self.passed)
        return len(data)

    @property
    def file(self) -> IO[bytes]:
        """Itself, as what the engine writes into."""
        return cast("IO[bytes]", self)

    @property
    def rows(self) -> int:
        """Rows begun so far."""
        if self._form in ("csv", "tsv"):
            return max(0, self._marks - 1)  # the header is a line as well
        return self._marks + (self._form == "json" and b'"bindings":[{' in self.body[:10_000])

    def _count(self, data: bytes) -> None:
        if self._form == "csv":  # a line ends a row where no quoted cell is open
            for i, piece in enumerate(data.split(b'"')):
                if i:
                    self._quoted = not self._quoted
                if not self._quoted:
                    self._marks += piece.count(b"\n")
        elif self._form in _BETWEEN:
            mark = _BETWEEN[self._form]
            self._marks += (self._tail + data).count(mark)
            kept = len(mark) - 1
            self._tail = (self._tail + data)[-kept:] if kept else b""
