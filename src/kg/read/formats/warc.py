"""Web archives (WARC, plain or compressed, as Common Crawl News has them): the fence around fastwarc. One article a page."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import BinaryIO, Final

from kg.errors import InputError
from kg.read.formats.needs import needs
from kg.read.limits import MAX_FILE_BYTES
from kg.read.raw import Page

_HTML: Final = ("text/html", "application/xhtml+xml")


def read(stream: BinaryIO, path: str, refused: Callable[[InputError], None]) -> Iterator[Page]:
    """The pages that were answered with 200, numbered by their response; other records are passed over in silence."""
    fastwarc = needs("fastwarc", "warc", path)
    number = 0
    try:
        for record in fastwarc.ArchiveIterator(stream, record_types=fastwarc.WarcRecordType.response, parse_http=True):
            number += 1
            headers = record.http_headers
            if headers is None or headers.status_code != 200 or (record.http_content_type or "").lower() not in _HTML:
                continue
            url = record.headers.get("WARC-Target-URI", "")
            body = record.reader.read(MAX_FILE_BYTES + 1)
            if len(body) > MAX_FILE_BYTES:
                where = f"{path}: page {number} ({url[:120]})"
                refused(InputError(where, f"the page has more than {MAX_FILE_BYTES} bytes", "give the article alone"))
                continue
            yield Page(body, number, url)
    except (OSError, ValueError, EOFError) as error:
        problem = f"the archive breaks after {number} pages ({' '.join(str(error).split())[:100]})"
        raise InputError(path, problem, "fetch it again") from error
