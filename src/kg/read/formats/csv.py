"""Comma- or tab-separated tables with a line of column names: one article a row."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterator

from kg.errors import InputError
from kg.read.fields import article_of, known_fields
from kg.read.limits import MAX_LINE_CHARACTERS
from kg.read.raw import RawArticle


def read(text: str, path: str, refused: Callable[[InputError], None]) -> Iterator[RawArticle]:
    """The articles of the table, numbered from 1 below the column names. Raises InputError where no column holds a text."""
    header = text.split("\n", 1)[0]
    delimiter = max(",;\t", key=lambda mark: (header.count(mark), mark == ","))
    # the csv module's limit is global to the process; it is only ever raised to this one value
    csv.field_size_limit(MAX_LINE_CHARACTERS)
    lines = io.StringIO(text, newline="").readlines()
    table, last = csv.reader(lines, delimiter=delimiter, strict=False), len(lines)
    columns: list[str] | None = None
    number = 0
    while True:
        line = table.line_num + 1
        try:
            row = next(table)
        except StopIteration:
            return
        except csv.Error as error:
            refused(InputError(path, f"line {line} cannot be read: {error}", "shorten or quote its fields"))
            continue
        if table.line_num == last and table.line_num > line and _unclosed(lines[line - 1 :], delimiter):
            refused(InputError(path, f"the quote opened in the row of line {line} is never closed", "close it; double quotes in fields"))
            return
        if columns is None:
            columns = [name.strip() for name in row]
            if "text" not in known_fields(dict.fromkeys(columns, "x")):
                raise InputError(path, "no column holds the text", "name a column 'text', 'body' or 'content' in the first line")
            continue
        if not any(cell.strip() for cell in row):
            continue
        number += 1
        if len(row) > len(columns):
            refused(InputError(path, f"line {line} has {len(row)} fields, the first line has {len(columns)}", "quote fields with commas"))
            continue
        article = article_of(dict(zip(columns, row, strict=False)), number, line, path, refused)
        if article is not None:
            yield article


def _unclosed(lines: list[str], delimiter: str) -> bool:
    """Does the last row end inside quotes? It would then swallow every row that follows the quote."""
    try:
        list(csv.reader(lines, delimiter=delimiter, strict=True))
    except csv.Error as error:
        return "unexpected end" in str(error)
    return False
