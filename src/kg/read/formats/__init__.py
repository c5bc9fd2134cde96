"""One file per source format, found by being named in ``FORMATS``: ``read(text, path) -> RawArticle`` iterators over decoded text,
or in ``BINARY``: over the file's bytes.

A format drops its own markup and nothing else; what is article and what is furniture is told later, for all formats alike.
Problems with one record are told through ``refused`` and the next record is read.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from pathlib import PurePath
from types import MappingProxyType
from typing import BinaryIO, Final

from kg.errors import InputError
from kg.read.formats import csv, docx, feed, html, jsonl, markdown, parquet, pdf, sitemap, txt, warc
from kg.read.raw import Page, RawArticle

Reader = Callable[[str, str, Callable[[InputError], None]], Iterator[RawArticle]]
BinaryReader = Callable[[BinaryIO, str, Callable[[InputError], None]], Iterator[RawArticle | Page]]

FORMATS: Final[Mapping[str, Reader]] = MappingProxyType(
    {
        ".txt": txt.read,
        ".text": txt.read,
        ".md": markdown.read,
        ".markdown": markdown.read,
        ".html": html.read,
        ".htm": html.read,
        ".xhtml": html.read,
        ".jsonl": jsonl.read,
        ".ndjson": jsonl.read,
        ".csv": csv.read,
        ".tsv": csv.read,
    }
)
# what is no text: read from its bytes, and an archive piece by piece, however long it is
BINARY: Final[Mapping[str, BinaryReader]] = MappingProxyType(
    {
        ".pdf": pdf.read,
        ".docx": docx.read,
        ".rss": feed.read,
        ".atom": feed.read,
        ".xml": feed.read,
        ".xml.gz": sitemap.read,
        ".parquet": parquet.read,
        ".warc": warc.read,
        ".warc.gz": warc.read,
    }
)
ENDINGS: Final = frozenset({*FORMATS, *BINARY})
# one file, many articles
RECORDS: Final = frozenset({".jsonl", ".ndjson", ".csv", ".tsv", ".rss", ".atom", ".xml", ".xml.gz", ".parquet", ".warc", ".warc.gz"})
SITEMAPS: Final = frozenset({".xml", ".xml.gz"})  # may list saved pages instead of holding articles
STREAMED: Final = frozenset({".warc", ".warc.gz", ".parquet"})  # of any length


def ending(name: str) -> str:
    """The ending of a file's name that says its format: "a.WARC.gz" has ".warc.gz"."""
    found = PurePath(name).suffixes[-2:]
    two = "".join(found).lower()
    return two if two in BINARY else (found[-1].lower() if found else "")
