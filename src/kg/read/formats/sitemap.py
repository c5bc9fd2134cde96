"""Sitemaps (sitemaps.org 0.9, with Google's news extension): the fence around lxml. Which addresses one lists, and what it says of each.

A sitemap comes from outside: it is read piece by piece and up to a size, also where it is compressed; no entity is expanded, no file or
address that it names is opened here, and one with a document type of its own is refused.
"""

from __future__ import annotations

import gzip
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, Final

from lxml import etree  # type: ignore[import-untyped]

from kg.errors import InputError
from kg.read.dates import stated_date
from kg.read.raw import RawArticle
from kg.types import PartialDate

MAX_BYTES: Final = 52_428_800  # unpacked; the protocol's own bounds
MAX_ADDRESSES: Final = 50_000
_PIECE: Final = 1 << 16
_LONGEST: Final = 2_000  # characters of one address or title
_KINDS: Final = {"urlset": "url", "sitemapindex": "sitemap"}


@dataclass(frozen=True, slots=True)
class Stated:
    """What a sitemap says of one page."""

    url: str
    title: str | None = None
    published: PartialDate | None = None
    publisher: str | None = None
    language: str | None = None


@dataclass(frozen=True, slots=True)
class Sitemap:
    """What one file lists: pages, or of an index more sitemaps."""

    pages: tuple[Stated, ...]
    sitemaps: tuple[str, ...]


def read(stream: BinaryIO, path: str, refused: Callable[[InputError], None]) -> Iterator[RawArticle]:
    """No article: what is no sitemap and has a sitemap's ending comes here. Raises InputError."""
    raise InputError(path, "it is no sitemap", "unpack it; feeds are read as .xml")
    yield


def sitemap(path: Path) -> Sitemap | None:
    """The sitemap in a file; None where it is something else. Raises InputError where it is one that cannot be read."""
    parser = etree.XMLPullParser(
        ("start", "end"), resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True, remove_pis=True
    )
    pages, more, kind = list[Stated](), list[str](), ""
    try:
        for piece in _pieces(path):
            parser.feed(piece)
            for event, element in parser.read_events():
                if not kind:
                    kind = _kind(element, path)
                    if not kind:
                        return None
                if event == "start" or _name(element) != kind:
                    continue
                _take(element, pages, more)
                if len(pages) + len(more) > MAX_ADDRESSES:
                    raise InputError(str(path), f"the sitemap lists more than {MAX_ADDRESSES} addresses", "split it")
                element.clear()
                while element.getprevious() is not None:
                    del element.getparent()[0]
        parser.close()
    except (etree.XMLSyntaxError, OSError, EOFError, zlib.error) as error:
        if not kind:
            return None
        problem = f"the sitemap cannot be read ({' '.join(str(error).split())[:100]})"
        raise InputError(str(path), problem, "save it again") from error
    return Sitemap(tuple(pages), tuple(more))


def _pieces(path: Path) -> Iterator[bytes]:
    """The file's bytes, unpacked where it is packed, whatever its ending: servers send both under either."""
    with path.open("rb") as file:
        packed = file.read(2) == b"\x1f\x8b"
    size = 0
    with gzip.open(path) if packed else path.open("rb") as stream:
        while piece := stream.read(_PIECE):
            size += len(piece)
            if size > MAX_BYTES:
                raise InputError(str(path), f"the file has more than {MAX_BYTES} bytes, unpacked", "split it")
            yield piece


def _kind(root: etree._Element, path: Path) -> str:
    """What the root lists; "" where the file is no sitemap."""
    kind = _KINDS.get(_name(root), "")
    if kind and root.getroottree().docinfo.internalDTD is not None:
        raise InputError(str(path), "the sitemap has a document type of its own, which none needs", "save it without <!DOCTYPE …>")
    return kind


def _take(element: etree._Element, pages: list[Stated], more: list[str]) -> None:
    told = {_name(part): "".join(part.itertext()).strip()[:_LONGEST] for part in element.iterdescendants() if isinstance(part.tag, str)}
    url = told.get("loc", "")
    if not url:
        return
    if _name(element) == "sitemap":
        more.append(url)
        return
    published = stated_date(told.get("publication_date", ""))
    pages.append(Stated(url, _line(told.get("title")), published, _line(told.get("name")), _line(told.get("language"))))


def _name(element: etree._Element) -> str:
    return str(etree.QName(element).localname)


def _line(text: str | None) -> str | None:
    return " ".join((text or "").split()) or None
