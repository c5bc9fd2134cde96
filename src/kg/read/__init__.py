"""Files and folders to articles: ``articles(inputs)``, or ``find(inputs)`` and ``read_file(source)`` to work file by file.

Formats: .txt .md .html, one article each; .jsonl .csv, one article a record. ``-`` is plain text on standard input. Whatever cannot be
read is told through a callback, one line that names the file and what to do, and never stops the others.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from kg.errors import InputError
from kg.read.article import build
from kg.read.decode import decode
from kg.read.formats import FORMATS, RECORDS
from kg.read.limits import MAX_ARTICLE_CHARACTERS, MAX_FILE_BYTES, MAX_RECORDS_FILE_BYTES
from kg.read.raw import RawArticle
from kg.read.sources import STDIN, Source, find
from kg.types import Article

__all__ = ["STDIN", "Source", "articles", "find", "read_file", "read_text"]


def articles(inputs: Sequence[str | Path], *, refused: Callable[[InputError], None]) -> Iterator[Article]:
    """The articles of files, folders and patterns, sorted by id whatever the order of the inputs."""
    found = [article for source in find(inputs, refused=refused) for article in read_file(source, refused=refused)]
    yield from sorted(found, key=lambda article: article.id)


def read_file(source: Source, *, refused: Callable[[InputError], None]) -> list[Article]:
    """The articles of one file, sorted by id; problems are told through ``refused``. Touches no other file: safe in parallel."""
    told: list[InputError] = []
    found: list[Article] = []
    try:
        text = decode(_bytes(source), source.path)
        records = FORMATS[source.format](text, source.path, told.append)
        found = sorted(_numbered(source, records, told.append), key=lambda article: article.id)
        if not found and not told:
            told.append(InputError(source.path, "it holds no article", "give one record or row for each, or remove the file"))
    except InputError as error:
        told.append(error)
    for problem in told:
        refused(problem)
    return found


def read_text(text: str, article_id: str = "text", path: str = "-") -> Article:
    """The article of a plain text that is already in memory."""
    return build(next(FORMATS[".txt"](text, path, lambda error: None)), article_id, path)


def _bytes(source: Source) -> bytes:
    limit = MAX_RECORDS_FILE_BYTES if source.format in RECORDS else MAX_FILE_BYTES
    try:
        if source.path == STDIN:
            raw = sys.stdin.buffer.read(limit + 1)
        else:
            with Path(source.path).open("rb") as stream:
                raw = stream.read(limit + 1)
    except OSError as error:
        raise InputError(source.path, f"cannot be opened ({error.strerror or error})", "check the path and its permissions") from error
    if len(raw) > limit:
        raise InputError(source.path, f"the file has more than {limit} bytes", "split it, or give its articles one by one")
    return raw


def _numbered(source: Source, records: Iterator[RawArticle], refused: Callable[[InputError], None]) -> Iterator[Article]:
    """Articles with their ids; a record whose id another of the file has is refused."""
    taken: set[str] = set()
    for raw in records:
        article_id = source.id if raw.number is None else f"{source.id}#{raw.own_id or raw.number}"
        if article_id in taken:
            refused(
                InputError(source.path, f"record {raw.number} has the id of an earlier one ({raw.own_id})", "give each record its own id")
            )
            continue
        if len(raw.mapped.text) > MAX_ARTICLE_CHARACTERS:
            refused(InputError(source.path, f"the text has {len(raw.mapped.text)} characters", f"split it below {MAX_ARTICLE_CHARACTERS}"))
            continue
        taken.add(article_id)
        yield build(raw, article_id, source.path)
