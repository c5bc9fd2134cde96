"""JSON lines: one object a line, one article an object. A broken line is told with its number and the next is read."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator

from kg.errors import InputError
from kg.read.fields import article_of
from kg.read.limits import MAX_LINE_CHARACTERS
from kg.read.raw import RawArticle


def read(text: str, path: str, refused: Callable[[InputError], None]) -> Iterator[RawArticle]:
    """The articles of the file, numbered from 1 by their line."""
    for number, line in enumerate(_lines(text), 1):
        if not line.strip():
            continue
        if len(line) > MAX_LINE_CHARACTERS:
            refused(InputError(path, f"line {number} has {len(line)} characters", f"split it below {MAX_LINE_CHARACTERS}"))
            continue
        try:
            record = json.loads(line)
        except (json.JSONDecodeError, RecursionError, ValueError) as error:
            problem = error.msg if isinstance(error, json.JSONDecodeError) else "it is nested too deep or holds a number too long"
            refused(InputError(path, f"line {number} is no JSON: {problem}", "write one complete object per line"))
            continue
        if not isinstance(record, dict):
            refused(InputError(path, f"line {number} is no JSON object", "write one object with a field 'text' per line"))
            continue
        article = article_of(record, number, number, path, refused)
        if article is not None:
            yield article


def _lines(text: str) -> Iterator[str]:
    """The lines one by one: a list of them would hold a large file twice."""
    at = 0
    while at < len(text):
        end = text.find("\n", at)
        end = len(text) if end < 0 else end
        yield text[at:end]
        at = end + 1
