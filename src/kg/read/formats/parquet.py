"""Parquet tables: the fence around pyarrow. One article a row, its columns by the names of ``data/read/fields.tsv``."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import BinaryIO, Final

from kg.errors import InputError
from kg.read.fields import article_of, known_fields
from kg.read.formats.needs import needs
from kg.read.raw import RawArticle

_ROWS: Final = 256  # rows in memory at once


def read(stream: BinaryIO, path: str, refused: Callable[[InputError], None]) -> Iterator[RawArticle]:
    """The articles of the table, numbered from 1. Raises InputError where it is none, or no column holds a text."""
    parquet = needs("pyarrow.parquet", "parquet", path)
    try:
        table = parquet.ParquetFile(stream)
        columns = [name for name in table.schema_arrow.names if known_fields({name: "x"})]
        if "text" not in known_fields(dict.fromkeys(columns, "x")):
            raise InputError(path, "no column holds the text", "name a column 'text', 'body' or 'content'")
        number = 0
        for batch in table.iter_batches(batch_size=_ROWS, columns=columns):
            for row in batch.to_pylist():
                number += 1
                article = article_of({name: _plain(value) for name, value in row.items()}, number, number, path, refused)
                if article is not None:
                    yield article
    except InputError:
        raise
    except Exception as error:  # pyarrow's errors have no common type
        problem = f"it is no Parquet table that can be read ({' '.join(str(error).split())[:100]})"
        raise InputError(path, problem, "write it again") from error


def _plain(value: object) -> object:
    """Dates and what else JSON has not as text."""
    return value if value is None or isinstance(value, str | int | float) else str(value)
