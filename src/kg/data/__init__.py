"""Word lists and gazetteers as data, and the one reader that all of them share.

A list is a UTF-8 file of tab-separated values: lines that begin with ``#`` say what it is, where it comes from and how to extend it,
the first other line names the columns, every further line is one entry. A cell with several values joins them with ``|``.
"""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from importlib.resources import files

from kg.errors import KgError


class DataError(KgError):
    """A list of kg's own is broken; the message names file and line."""

    def __init__(self, path: str, line: int, problem: str) -> None:
        super().__init__(f"kg/data/{path}, line {line}: {problem}")
        self.path = path
        self.line = line
        self.problem = problem


def read_text(path: str) -> str:
    """The text of one list, ``path`` relative to this package; a name that ends in ``.gz`` is unpacked. Raises DataError."""
    try:
        raw = files(__name__).joinpath(path).read_bytes()
        return (gzip.decompress(raw) if path.endswith(".gz") else raw).decode("utf-8")
    except (OSError, EOFError, UnicodeDecodeError) as error:
        raise DataError(path, 0, f"cannot be read: {error}") from error


def rows(path: str, columns: tuple[str, ...], text: str | None = None) -> Iterator[tuple[int, list[str]]]:
    """Line number and cells of every entry; raises DataError where the columns are not ``columns`` or a line has too many or too few."""
    header = False
    for number, line in enumerate((read_text(path) if text is None else text).split("\n"), 1):
        if not line or line.startswith("#"):
            continue
        cells = line.rstrip("\r").split("\t")
        if not header:
            if tuple(cells) != columns:
                raise DataError(path, number, f"the columns are {cells}, expected {list(columns)}")
            header = True
            continue
        if len(cells) != len(columns):
            raise DataError(path, number, f"{len(cells)} cells, expected {len(columns)}: {line[:80]!r}")
        yield number, cells
    if not header:
        raise DataError(path, 0, "no line of column names")


def many(cell: str) -> tuple[str, ...]:
    """The values of a cell that joins several with ``|``."""
    return tuple(part for part in cell.split("|") if part)
