"""One file per source format, found by being named in ``FORMATS``: ``read(text, path) -> RawArticle`` iterators over decoded text.

A format drops its own markup and nothing else; what is article and what is furniture is told later, for all formats alike.
Problems with one record are told through ``refused`` and the next record is read.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType
from typing import Final

from kg.errors import InputError
from kg.read.formats import csv, html, jsonl, markdown, txt
from kg.read.raw import RawArticle

Reader = Callable[[str, str, Callable[[InputError], None]], Iterator[RawArticle]]

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
RECORDS: Final = frozenset({".jsonl", ".ndjson", ".csv", ".tsv"})  # one file, many articles
