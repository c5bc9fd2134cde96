"""Parquet tables: the fence around pyarrow. One article a row, its columns by the names of ``data/read/fields.tsv``."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, BinaryIO, Final

from kg.errors import InputError
from kg.read.fields import article_of, known_fields
from kg.read.formats.needs import needs
from kg.read.raw import RawArticle

_STRINGS: Final = ("string", "large_string")
_UNPACKED: Final = 200_000_000  # bytes of one column of a group of rows that are read in any case
_LARGEST: Final = 100_000  # bytes of a row, on average, beyond that
_ROWS: Final = 256  # rows in memory at once


def read(stream: BinaryIO, path: str, refused: Callable[[InputError], None]) -> Iterator[RawArticle]:
    """The articles of the table, numbered from 1. Raises InputError where it is none, or no column holds a text."""
    parquet = needs("pyarrow.parquet", "parquet", path)
    try:
        table = parquet.ParquetFile(stream)
        _check(table.metadata, path)
        # a value that all rows share is held once, not once a row
        table = parquet.ParquetFile(stream, read_dictionary=[f.name for f in table.schema_arrow if str(f.type) in _STRINGS])
        columns = [name for name in table.schema_arrow.names if known_fields({name: "x"})]
        if "text" not in known_fields(dict.fromkeys(columns, "x")):
            raise InputError(path, "no column holds the text", "name a column 'text', 'body' or 'content'")
        number = 0
        for batch in table.iter_batches(batch_size=_ROWS, columns=columns):
            for at in range(len(batch)):
                (row,) = batch.slice(at, 1).to_pylist()
                number += 1
                article = article_of({name: _plain(value) for name, value in row.items()}, number, number, path, refused)
                if article is not None:
                    yield article
    except InputError:
        raise
    except Exception as error:  # pyarrow's errors have no common type
        problem = f"it is no Parquet table that can be read ({' '.join(str(error).split())[:100]})"
        raise InputError(path, problem, "write it again") from error


def _check(metadata: Any, path: str) -> None:
    """Raises InputError where rows are larger than articles can be, before they are unpacked."""
    for group in map(metadata.row_group, range(metadata.num_row_groups)):
        size = max((group.column(i).total_uncompressed_size for i in range(group.num_columns)), default=0)
        if size > max(_UNPACKED, group.num_rows * _LARGEST):
            raise InputError(path, f"{group.num_rows} of its rows unpack to {size} bytes", "split it, or write its articles as .txt")


def _plain(value: object) -> object:
    """Dates and what else JSON has not as text."""
    return value if value is None or isinstance(value, str | int | float) else str(value)
