"""RSS and Atom: the fence around feedparser. One article an entry, its text without the markup; offsets count in that text."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from html.parser import HTMLParser
from typing import Any, BinaryIO, Final

from kg.errors import InputError
from kg.read.formats.needs import needs
from kg.read.limits import MAX_ARTICLE_CHARACTERS
from kg.read.mapped import MappedText
from kg.read.raw import RawArticle
from kg.types import PartialDate

_BREAKS: Final = frozenset(
    ("p", "div", "br", "li", "ul", "ol", "h1", "h2", "h3", "h4", "h5", "h6", "tr", "table", "section", "article", "blockquote", "figure")
)
_SILENT: Final = frozenset(("script", "style", "template", "svg"))
_LONGEST_ID: Final = 100


def read(stream: BinaryIO, path: str, refused: Callable[[InputError], None]) -> Iterator[RawArticle]:
    """The entries of the feed that have a text. Raises InputError where the file is no feed."""
    feedparser = needs("feedparser", "feeds", path)
    feed = feedparser.parse(stream.read(), sanitize_html=False, resolve_relative_uris=False)
    if not feed.entries:
        problem = "the feed has no entries" if feed.get("version") else "it is no RSS or Atom feed"
        raise InputError(path, problem, "give a feed, or save its articles as .html")
    publisher = _line(feed.feed.get("title"))
    language = _line(feed.feed.get("language"))
    for number, entry in enumerate(feed.entries, 1):
        title, text = _line(_plain(entry.get("title", ""))), _text(entry)
        if not any(map(str.isalnum, text)):
            refused(InputError(path, f"entry {number} has no text", "the feed gives only titles: save the articles as .html"))
            continue
        if len(text) > MAX_ARTICLE_CHARACTERS:
            refused(InputError(path, f"entry {number} has {len(text)} characters", f"split it below {MAX_ARTICLE_CHARACTERS}"))
            continue
        whole = f"{title}\n\n{text}" if title and not text.startswith(title) else text
        yield RawArticle(
            whole, MappedText.of(whole), number=number, own_id=_id(entry), title=title, published=_day(entry), publisher=publisher,
            url=_line(entry.get("link")), language=language,
        )  # fmt: skip


def _text(entry: Any) -> str:
    """The longest of the entry's contents and summary."""
    pieces = [str(content.get("value", "")) for content in entry.get("content", ())] + [str(entry.get("summary", ""))]
    return max((_plain(piece) for piece in pieces), key=len)


def _day(entry: Any) -> PartialDate | None:
    when = entry.get("published_parsed") or entry.get("created_parsed")
    return PartialDate(when.tm_year, when.tm_mon, when.tm_mday) if when else None


def _id(entry: Any) -> str | None:
    value = _line(entry.get("id") or entry.get("link"))
    return None if value is None else "_".join(value.split())[-_LONGEST_ID:]


def _line(value: object) -> str | None:
    return " ".join("".join(c for c in str(value) if c.isprintable() or c.isspace()).split()) or None if value else None


class _Plain(HTMLParser):
    """The words of a fragment, a line a block."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.lines: list[str] = [""]
        self.silent = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.silent += tag in _SILENT
        if tag in _BREAKS:
            self.lines.append("")

    def handle_endtag(self, tag: str) -> None:
        self.silent = max(0, self.silent - (tag in _SILENT))
        if tag in _BREAKS:
            self.lines.append("")

    def handle_data(self, data: str) -> None:
        if not self.silent:
            self.lines[-1] += data


def _plain(markup: str) -> str:
    parser = _Plain()
    parser.feed(markup)
    parser.close()
    return "\n\n".join(line for line in (" ".join(line.split()) for line in parser.lines) if line)
