"""A graph's triples put in order on disk, so that memory grows far less than the graph.

They come as lines of N-Triples, as the engine writes them, and stay lines: no triple becomes an object here. All lines of one subject in
one graph are a piece; SQLite's own sorter puts the pieces in order, in a temporary database that goes with its connection.
"""

from __future__ import annotations

import io
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from itertools import groupby
from typing import Any

from kg.errors import OutputError
from kg.rdf import PREFIXES

MEMORY = 64 * 1024  # KiB of pages that are held before any goes to the disk
_AT_ONCE = 1_000  # pieces
_TYPE = f"<{PREFIXES['rdf']}type>".encode()


class Lines(io.RawIOBase):
    """Takes lines of N-Triples, cut anywhere, and gives them in the order of :func:`kg.rdf.quad_order`.

    Of equal lines one is kept.
    """

    def __init__(self, database: sqlite3.Connection) -> None:
        self._spaces: set[bytes] = set()
        self._database = database
        self._pieces: list[tuple[bytes, bytes]] = []
        self._graph, self._end = b"", b" .\n"
        self._rest = self._subject = b""
        self._lines: list[bytes] = []
        self._predicates: set[bytes] = set()
        database.execute(f"PRAGMA cache_size = -{MEMORY}")
        database.execute("PRAGMA journal_mode = OFF")
        database.execute("CREATE TABLE piece (key BLOB, content BLOB)")
        database.execute("BEGIN")

    def begin(self, graph: str = "") -> None:
        """What comes now is of this graph; lines get its name, unless it is ""."""
        self._settle()
        self._graph, self._end = graph.encode("utf-8"), f" <{graph}> .\n".encode() if graph else b" .\n"

    def write(self, data: Any) -> int:
        """Takes the next bytes."""
        whole, _, self._rest = (self._rest + bytes(data)).rpartition(b"\n")
        for line in whole.split(b"\n") if whole else ():
            subject, _, rest = line.partition(b" ")
            if subject != self._subject:
                self._settle()
                self._subject = subject
            self._lines.append(rest)
        return len(data)

    def spaces(self) -> set[bytes]:
        """The name spaces of all IRIs, graphs' names aside."""
        self._settle()
        return self._spaces

    def in_order(self) -> Iterator[bytes]:
        """The pieces, each with its line ends."""
        self._settle()
        self._store()
        found = self._database.execute("SELECT key, content FROM piece ORDER BY key")
        for key, same in groupby(found, key=lambda piece: piece[0]):
            contents = [content for _, content in same]
            if len(contents) == 1:
                yield contents[0]
            else:  # a source gives a subject's triples one after the other; where it does not, they come together here
                graph = key.partition(b"\0")[0]
                end = b" <" + graph + b"> .\n" if graph else b" .\n"
                lines = {line.removesuffix(end) for content in contents for line in content.splitlines(keepends=True)}
                yield b"".join(line + end for line in sorted(lines, key=lambda line: self._keyed(line.partition(b" ")[2])))

    def _settle(self) -> None:
        """The lines of the last subject as a piece."""
        if not self._lines:
            return
        begin = self._subject + b" "
        lines = [begin + line for _, _, _, line in sorted({self._keyed(line[:-2]) for line in self._lines})]
        self._spaces.add(_space(self._subject[1:]))
        self._pieces.append((self._graph + b"\0" + _value(self._subject), self._end.join(lines) + self._end))
        self._lines, self._subject = [], b""
        if len(self._pieces) >= _AT_ONCE:
            self._store()

    def _keyed(self, line: bytes) -> tuple[bool, bytes, bytes, bytes]:
        """A line without subject and end, behind what it is sorted by; its name spaces are taken up, a predicate's once."""
        predicate, _, value = line.partition(b" ")
        if predicate not in self._predicates:
            self._predicates.add(predicate)
            self._spaces.add(_space(predicate[1:]))
        if not value.endswith(b">"):
            return predicate != _TYPE, predicate[1:-1], value, line
        self._spaces.add(_space(value[value.rindex(b"<") + 1 :]))
        return predicate != _TYPE, predicate[1:-1], _value(value), line

    def _store(self) -> None:
        self._database.executemany("INSERT INTO piece VALUES (?, ?)", self._pieces)
        self._pieces = []


@contextmanager
def sorting() -> Iterator[Lines]:
    """Lines to fill and to read again. Raises :class:`kg.errors.OutputError` where there is no room for the temporary file."""
    try:
        with closing(sqlite3.connect("", isolation_level=None)) as database:
            yield Lines(database)
    except sqlite3.Error as error:
        raise OutputError(f"the graph cannot be put in order ({error}); make room in the folder for temporary files (TMPDIR)") from error


def _value(term: bytes) -> bytes:
    return term[1:-1] if term.startswith(b"<") else term


def _space(iri: bytes) -> bytes:
    return iri[: max(iri.rfind(b"#"), iri.rfind(b"/")) + 1]
