"""Pieces of a file put in order on disk, so that memory does not grow with the graph.

SQLite's own sorter does it, in a temporary database that goes with its connection.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing

from kg.errors import OutputError

MEMORY = 64 * 1024  # KiB of pages that are held before any goes to the disk


def in_order(pieces: Iterable[tuple[bytes, bytes]]) -> Iterator[tuple[bytes, bytes]]:
    """Pairs of key and content by the bytes of their keys; all of ``pieces`` is read before the first is given.

    Raises :class:`kg.errors.OutputError` where there is no room for the temporary file.
    """
    try:
        with closing(sqlite3.connect("", isolation_level=None)) as database:
            database.execute(f"PRAGMA cache_size = -{MEMORY}")
            database.execute("PRAGMA journal_mode = OFF")
            database.execute("CREATE TABLE piece (key BLOB, content BLOB)")
            database.execute("BEGIN")
            database.executemany("INSERT INTO piece VALUES (?, ?)", pieces)
            yield from database.execute("SELECT key, content FROM piece ORDER BY key")
    except sqlite3.Error as error:
        raise OutputError(f"the graph cannot be put in order ({error}); make room in the folder for temporary files (TMPDIR)") from error
