"""Files and folders to articles: ``articles(inputs)``, or ``find(inputs)`` and ``read_file(source)`` to work file by file.

Formats: .txt .md .html .pdf .docx, one article each; .jsonl .csv .rss .atom .parquet .warc, one article a record. In the place of a
sitemap come the saved pages that it lists. ``-`` is plain text on standard input. Whatever cannot be read is told through a callback, one
line that names the file and what to do, and never stops the others.
"""

from __future__ import annotations

import hashlib
import io
import os
import stat
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, replace
from pathlib import Path, PurePath
from typing import BinaryIO, Final

from kg.errors import InputError
from kg.read.article import build
from kg.read.decode import decode
from kg.read.formats import BINARY, ENDINGS, FORMATS, RECORDS, STREAMED, ending
from kg.read.formats.sitemap import Stated
from kg.read.limits import MAX_ARTICLE_CHARACTERS, MAX_FILE_BYTES, MAX_RECORDS_FILE_BYTES
from kg.read.raw import Page, RawArticle
from kg.read.sources import STDIN, Source, files, find, listed, named, unicode
from kg.types import Article

__all__ = [
    "ENDINGS",
    "RECORDS",
    "STDIN",
    "Piece",
    "Source",
    "articles",
    "ending",
    "files",
    "find",
    "listed",
    "named",
    "pieces",
    "read_file",
    "read_piece",
    "read_text",
]

_AT_ONCE: Final = getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0)


@dataclass(frozen=True, slots=True)
class Piece:
    """One article before it is read: cheap to find, and all that is needed to read it in another process.

    ``data`` is what a file of one article holds, ``raw`` a record of a file of many. ``key`` is a SHA-256 of the id, the file's name
    and what the article is read from; ``url`` is where an archive has it from.
    """

    source: Source
    id: str
    key: str
    data: bytes | None = None
    raw: RawArticle | None = None
    url: str = ""


def articles(inputs: Sequence[str | Path], *, refused: Callable[[InputError], None]) -> Iterator[Article]:
    """The articles of files, folders and patterns, sorted by id whatever the order of the inputs."""
    found = [article for source in find(inputs, refused=refused) for article in read_file(source, refused=refused)]
    yield from sorted(found, key=lambda article: article.id)


def read_file(source: Source, *, refused: Callable[[InputError], None]) -> list[Article]:
    """The articles of one file, sorted by id; problems are told through ``refused``. Touches no other file: safe in parallel."""
    found = [read_piece(piece, refused=refused) for piece in pieces(source, refused=refused)]
    return sorted((article for article in found if article is not None), key=lambda article: article.id)


def pieces(source: Source, *, refused: Callable[[InputError], None], stream: BinaryIO | None = None) -> Iterator[Piece]:
    """The articles of one file before they are read, in the file's order; problems are told through ``refused``.

    ``stream`` is the file where somebody else has opened it; it stays open.
    """
    told = found = 0

    def tell(problem: InputError) -> None:
        nonlocal told
        told += 1
        refused(problem)

    try:
        for piece in _pieces(source, stream, tell):
            found += 1
            yield piece
        if not found and not told:
            tell(InputError(source.path, "it holds no article", "give one record or row for each, or remove the file"))
    except InputError as error:
        tell(error)


def _pieces(source: Source, stream: BinaryIO | None, refused: Callable[[InputError], None]) -> Iterator[Piece]:
    name = PurePath(unicode(source.path)).name
    if source.format not in RECORDS:
        data = _bytes(source, stream)
        told = b"" if source.stated is None else repr(source.stated).encode("utf-8", "surrogatepass") + b"\0"
        yield Piece(source, source.id, _key(source.id, name, told + data), data=data)
        return
    taken: set[str] = set()
    for raw in _records(source, stream, refused):
        own = raw.own_id if isinstance(raw, RawArticle) else None
        article_id = f"{source.id}#{own or raw.number}"
        if article_id in taken:
            refused(InputError(source.path, f"record {raw.number} has the id of an earlier one ({own})", "give each record its own id"))
            continue
        taken.add(article_id)
        if isinstance(raw, Page):
            page = Source(article_id, source.path, ".html")
            yield Piece(
                page, article_id, _key(article_id, name, raw.url.encode("utf-8", "replace") + b"\0" + raw.data), raw.data, url=raw.url
            )
        elif _fits(raw, source.path, refused):
            fields = (own, raw.number, raw.title, raw.published, raw.publisher, raw.url, raw.language, raw.source, raw.mapped.text)
            yield Piece(source, article_id, _key(article_id, name, repr(fields).encode("utf-8", "surrogatepass")), raw=raw)


def read_piece(piece: Piece, *, refused: Callable[[InputError], None]) -> Article | None:
    """The article of a piece; None where it holds none, which ``refused`` is told."""
    try:
        raw = piece.raw or _one(piece.source, piece.data or b"", refused)
    except InputError as error:
        refused(error)
        return None
    if not _fits(raw, piece.source.path, refused):
        return None
    if piece.source.stated is not None:
        raw = _with(raw, piece.source.stated)
    article = build(raw, piece.id, unicode(piece.source.path))
    return replace(article, url=article.url or piece.url or None)


def _with(raw: RawArticle, stated: Stated) -> RawArticle:
    """A page with what its sitemap says of it: the address and the day, which pages themselves often leave to be guessed, and what is
    missing.
    """
    return replace(
        raw,
        url=stated.url,
        published=stated.published or raw.published,
        title=raw.title or stated.title,
        publisher=raw.publisher or stated.publisher,
        language=raw.language or stated.language,
    )


def _one(source: Source, data: bytes, refused: Callable[[InputError], None]) -> RawArticle:
    """The one article of a file."""
    if source.format in BINARY:
        found = next(iter(BINARY[source.format](io.BytesIO(data), source.path, refused)), None)
    else:
        found = next(FORMATS[source.format](decode(data, source.path), source.path, refused), None)
    if not isinstance(found, RawArticle):
        raise InputError(source.path, "it holds no article", "remove the file")
    return found


def _records(source: Source, stream: BinaryIO | None, refused: Callable[[InputError], None]) -> Iterator[RawArticle | Page]:
    """The records of a file of many."""
    if source.format in STREAMED:
        try:
            with _opened(source, stream) as opened:
                yield from BINARY[source.format](opened, source.path, refused)
        except OSError as error:
            raise _closed(source, error) from error
    elif source.format in BINARY:
        yield from BINARY[source.format](io.BytesIO(_bytes(source, stream)), source.path, refused)
    else:
        yield from FORMATS[source.format](decode(_bytes(source, stream), source.path), source.path, refused)


def _fits(raw: RawArticle, path: str, refused: Callable[[InputError], None]) -> bool:
    if len(raw.mapped.text) <= MAX_ARTICLE_CHARACTERS:
        return True
    refused(InputError(path, f"the text has {len(raw.mapped.text)} characters", f"split it below {MAX_ARTICLE_CHARACTERS}"))
    return False


def _key(article_id: str, name: str, data: bytes) -> str:
    return hashlib.sha256(repr((article_id, name)).encode("utf-8", "surrogatepass") + b"\0" + data).hexdigest()


def read_text(text: str, article_id: str = "text", path: str = "-") -> Article:
    """The article of a plain text that is already in memory."""
    return build(next(FORMATS[".txt"](text, path, lambda error: None)), article_id, path)


def _bytes(source: Source, stream: BinaryIO | None) -> bytes:
    limit = MAX_RECORDS_FILE_BYTES if source.format in RECORDS else MAX_FILE_BYTES
    try:
        with _opened(source, stream) as opened:
            raw = opened.read(limit + 1)
    except OSError as error:
        raise _closed(source, error) from error
    if len(raw) > limit:
        raise InputError(source.path, f"the file has more than {limit} bytes", "split it, or give its articles one by one")
    return raw


def _opened(source: Source, stream: BinaryIO | None) -> AbstractContextManager[BinaryIO]:
    """The file, closed again unless somebody else has opened it. It may be another than when it was found: a pipe would let kg wait for
    ever. Raises OSError and InputError.
    """
    if stream is not None or source.path == STDIN:
        return nullcontext(stream or sys.stdin.buffer)
    stream = open(os.open(source.path, os.O_RDONLY | _AT_ONCE), "rb")  # noqa: PTH123, SIM115 - no Path opens so; the caller closes
    if not stat.S_ISREG(os.fstat(stream.fileno()).st_mode):
        stream.close()
        raise InputError(source.path, "is no file any more", "leave files alone while kg reads them")
    return stream


def _closed(source: Source, error: OSError) -> InputError:
    return InputError(source.path, f"cannot be opened ({error.strerror or error})", "check the path and its permissions")
