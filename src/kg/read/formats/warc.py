"""Web archives (WARC, plain or compressed, as Common Crawl News has them): the fence around fastwarc. One article a page."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from typing import BinaryIO, Final

from kg.errors import InputError
from kg.read.formats.needs import needs
from kg.read.limits import MAX_FILE_BYTES
from kg.read.raw import Page

_END: Final = b"\r\n\r\n"  # of each record
_HTML: Final = ("text/html", "application/xhtml+xml")


def read(stream: BinaryIO, path: str, refused: Callable[[InputError], None]) -> Iterator[Page]:
    """The pages that were answered with 200, numbered by their response; other records are passed over in silence."""
    fastwarc = needs("fastwarc", "warc", path)
    number = 0
    try:
        for record in fastwarc.ArchiveIterator(stream, record_types=fastwarc.WarcRecordType.response, parse_http=True):
            number += 1
            headers, rest = record.http_headers, record.content_length
            if headers is None:
                if "Content-Length" not in record.headers or len(record.reader.read(MAX_FILE_BYTES)) < min(rest, MAX_FILE_BYTES):
                    raise EOFError("in the middle of a record")
                continue
            if headers.status_code != 200 or (record.http_content_type or "").lower() not in _HTML:
                continue
            url = record.headers.get("WARC-Target-URI", "")
            body = record.reader.read(MAX_FILE_BYTES + 1)
            if len(body) > MAX_FILE_BYTES:
                where = f"{path}: page {number} ({url[:120]})"
                refused(InputError(where, f"the page has more than {MAX_FILE_BYTES} bytes", "give the article alone"))
                continue
            if len(body) < rest:
                raise EOFError("in the middle of a page")
            yield Page(body, number, url)
        _whole(stream)
    except (OSError, ValueError, EOFError) as error:
        problem = f"the archive breaks after {number} pages ({' '.join(str(error).split())[:100]})"
        raise InputError(path, problem, "fetch it again") from error


def _whole(stream: BinaryIO) -> None:
    """Raises EOFError where a plain archive does not end as records do: the library says nothing of a record whose head is cut."""
    stream.seek(0)
    plain = stream.read(4) == b"WARC"
    stream.seek(max(0, stream.seek(0, os.SEEK_END) - len(_END)))
    if plain and stream.read() != _END:
        raise EOFError("in the middle of a record")
