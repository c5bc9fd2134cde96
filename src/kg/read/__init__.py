"""Files and folders to articles: ``articles(inputs)``, or ``find(inputs)`` and ``read_file(source)`` to work file by file.

Formats: .txt .md .html, one article each; .jsonl .csv, one article a record. ``-`` is plain text on standard input. Whatever cannot be
read is told through a callback, one line that names the file and what to do, and never stops the others.
"""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePath

from kg.errors import InputError
from kg.read.article import build
from kg.read.decode import decode
from kg.read.formats import FORMATS, RECORDS
from kg.read.limits import MAX_ARTICLE_CHARACTERS, MAX_FILE_BYTES, MAX_RECORDS_FILE_BYTES
from kg.read.raw import RawArticle
from kg.read.sources import STDIN, Source, find
from kg.types import Article

__all__ = ["STDIN", "Piece", "Source", "articles", "find", "pieces", "read_file", "read_piece", "read_text"]


@dataclass(frozen=True, slots=True)
class Piece:
    """One article before it is read: cheap to find, and all that is needed to read it in another process.

    ``data`` is what a file of one article holds, ``raw`` a record of a file of many. ``key`` is a SHA-256 of the id, the file's name
    and what the article is read from.
    """

    source: Source
    id: str
    key: str
    data: bytes | None = None
    raw: RawArticle | None = None


def articles(inputs: Sequence[str | Path], *, refused: Callable[[InputError], None]) -> Iterator[Article]:
    """The articles of files, folders and patterns, sorted by id whatever the order of the inputs."""
    found = [article for source in find(inputs, refused=refused) for article in read_file(source, refused=refused)]
    yield from sorted(found, key=lambda article: article.id)


def read_file(source: Source, *, refused: Callable[[InputError], None]) -> list[Article]:
    """The articles of one file, sorted by id; problems are told through ``refused``. Touches no other file: safe in parallel."""
    try:
        data = _bytes(source)
    except InputError as error:
        refused(error)
        return []
    return _articles(source, data, refused)


def pieces(source: Source, *, refused: Callable[[InputError], None]) -> Iterator[Piece]:
    """The articles of one file before they are read, in the file's order; problems are told through ``refused``."""
    told: list[InputError] = []
    found = False
    try:
        data = _bytes(source)
        if source.format not in RECORDS:
            found = True
            yield Piece(source, source.id, _key(source.id, PurePath(source.path).name, data), data=data)
        else:
            records = FORMATS[source.format](decode(data, source.path), source.path, told.append)
            for article_id, raw in _numbered(source, records, told.append):
                found = True
                yield Piece(source, article_id, _record_key(article_id, source, raw), raw=raw)
        if not found and not told:
            told.append(_nothing(source))
    except InputError as error:
        told.append(error)
    for problem in told:
        refused(problem)


def read_piece(piece: Piece, *, refused: Callable[[InputError], None]) -> Article | None:
    """The article of a piece; None where it holds none, which ``refused`` is told."""
    if piece.raw is not None:
        return build(piece.raw, piece.id, piece.source.path)
    found = _articles(piece.source, piece.data or b"", refused)
    return found[0] if found else None


def _articles(source: Source, data: bytes, refused: Callable[[InputError], None]) -> list[Article]:
    told: list[InputError] = []
    found: list[Article] = []
    try:
        records = FORMATS[source.format](decode(data, source.path), source.path, told.append)
        numbered = _numbered(source, records, told.append)
        found = sorted((build(raw, id_, source.path) for id_, raw in numbered), key=lambda article: article.id)
        if not found and not told:
            told.append(_nothing(source))
    except InputError as error:
        told.append(error)
    for problem in told:
        refused(problem)
    return found


def _nothing(source: Source) -> InputError:
    return InputError(source.path, "it holds no article", "give one record or row for each, or remove the file")


def _record_key(article_id: str, source: Source, raw: RawArticle) -> str:
    told = (raw.own_id, raw.number, raw.title, raw.published, raw.publisher, raw.url, raw.language, raw.source, raw.mapped.text)
    return _key(article_id, PurePath(source.path).name, repr(told).encode("utf-8", "surrogatepass"))


def _key(article_id: str, name: str, data: bytes) -> str:
    return hashlib.sha256(repr((article_id, name)).encode("utf-8", "surrogatepass") + b"\0" + data).hexdigest()


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


def _numbered(source: Source, records: Iterator[RawArticle], refused: Callable[[InputError], None]) -> Iterator[tuple[str, RawArticle]]:
    """Records with their ids; a record whose id another of the file has is refused."""
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
        yield article_id, raw
