"""HTML: the fence around trafilatura, which tells the article from the page; its words are found again in the file as it stands.

The page's own text is walked once, entity by entity, so that each character has its place in the file. Each paragraph that trafilatura
gives is then searched in that stream from where the last one ended, spaces left out of both; what cannot be found is dropped and told.
"""

from __future__ import annotations

import html
import importlib
import logging
import re
from collections.abc import Callable, Iterator
from html.parser import HTMLParser
from typing import TYPE_CHECKING, Final

from kg.errors import InputError
from kg.read.dates import stated_date
from kg.read.mapped import MappedText
from kg.read.raw import RawArticle
from kg.types import Refusal

if TYPE_CHECKING:
    from trafilatura.settings import Document as Extracted

_LOGGERS: Final = ("trafilatura", "htmldate", "courlan")  # complaints about a page reach the user as ours, with file and advice

_HEAD: Final = 5_000  # characters in which a page has its <body>
_SILENT: Final = frozenset({"script", "style", "noscript", "template", "head", "svg", "iframe"})
_WINDOW: Final = 300_000  # characters of the page looked through for a paragraph: keeps the search linear
_LIST_MARK: Final = re.compile(r"\A[-*\u2022]\s+")
_TAG: Final = re.compile(r"<[A-Za-z][^<>]*")
_VALUE: Final = re.compile(r"\"[^\"]*\"|'[^']*'")
_MOST_ATTRIBUTES: Final = 5_000
_SENTENCE: Final = re.compile(r"(?<=[.!?\u201d\"])\s+")


def read(text: str, path: str, refused: Callable[[InputError], None]) -> Iterator[RawArticle]:
    """The article of the page. Raises InputError where the page has none."""
    if _crowded(text):
        raise InputError(path, f"a tag of the page has more than {_MOST_ATTRIBUTES} attributes", "save the article itself as .txt")
    page = _extract(text, path)
    if page is None and "<body" not in text[:_HEAD].lower():
        page = _extract(f"<html><body>{text}</body></html>", path)  # a fragment of a page
    if page is None:
        raise InputError(path, "no article text was found in the page", "save the article itself as .txt")
    stream = _Stream(text)
    title = _one_line(page.title)
    paragraphs = [line for line in (page.text or "").split("\n") if line.strip()]
    mapped, lost = _align(stream, paragraphs, title, text)
    if not mapped.text.strip():
        raise InputError(path, "the article text could not be found again in the page", "save the article itself as .txt")
    refusals = tuple(Refusal(path, "read", "text of the page that cannot be found again in its source", t, at, at) for t, at in lost)
    yield RawArticle(
        text, mapped, title=title, published=stated_date(page.date or ""), publisher=_one_line(page.sitename),
        url=_one_line(page.url), language=_one_line(page.language) or stream.language, refusals=refusals,
    )  # fmt: skip


def _crowded(text: str) -> bool:
    """Has a tag more attributes than any page needs? The parser compares each with all before it."""
    tags = (found.group() for found in _TAG.finditer(text))
    return any(len(_VALUE.sub("", tag).split()) > _MOST_ATTRIBUTES for tag in tags if len(tag) > 2 * _MOST_ATTRIBUTES)


def _extract(text: str, path: str) -> Extracted | None:
    """What trafilatura finds, or None."""
    # a second of import that only pages need
    trafilatura = importlib.import_module("trafilatura")
    for name in _LOGGERS:
        logging.getLogger(name).setLevel(logging.CRITICAL)
    try:
        page = trafilatura.bare_extraction(
            text, with_metadata=True, include_comments=False, include_tables=True, include_images=False, include_links=False,
            date_extraction_params={"extensive_search": False, "original_date": True},
        )  # fmt: skip
    except (ValueError, TypeError, RecursionError) as error:
        raise InputError(path, f"the page cannot be parsed ({type(error).__name__})", "save it as .txt") from error
    found: Extracted | None = page
    return found if found is not None and (found.text or "").strip() else None


def _one_line(value: str | None) -> str | None:
    return " ".join(value.split()) or None if value else None


class _Stream(HTMLParser):
    """The page's visible characters other than spaces (``compact``) with the file offset of each."""

    def __init__(self, source: str) -> None:
        super().__init__(convert_charrefs=False)
        self.language: str | None = None
        self._chars: list[str] = []
        self.starts: list[int] = []
        self._silent: list[str] = []
        self._lines = [0]
        for m in re.finditer("\n", source):
            self._lines.append(m.end())
        self.feed(source)
        self.close()
        self.compact = "".join(self._chars)

    def _offset(self) -> int:
        line, column = self.getpos()
        return self._lines[line - 1] + column

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "html":
            self.language = next((value.strip() or None for name, value in attrs if name == "lang" and value), None)
        if tag == "body":
            self._silent.clear()
        elif tag in _SILENT:
            self._silent.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag in self._silent:
            while self._silent.pop() != tag:
                pass

    def handle_data(self, data: str) -> None:
        if not self._silent:
            self._add(data, range(self._offset(), self._offset() + len(data)))

    def handle_entityref(self, name: str) -> None:
        self._reference(f"&{name};")

    def handle_charref(self, name: str) -> None:
        self._reference(f"&#{name};")

    def _reference(self, reference: str) -> None:
        if not self._silent:
            decoded = html.unescape(reference)
            self._add(decoded, [self._offset()] * len(decoded))

    def _add(self, data: str, starts: range | list[int]) -> None:
        for char, start in zip(data, starts, strict=True):
            if not char.isspace():
                self._chars.append(char)
                self.starts.append(start)


def _align(stream: _Stream, paragraphs: list[str], title: str | None, source: str) -> tuple[MappedText, list[tuple[str, int]]]:
    """The paragraphs as found in the stream, an empty line between two, and the pieces that were not found."""
    chars: list[str] = []
    starts: list[int] = []
    lost: list[tuple[str, int]] = []
    at = 0
    has_title = title is not None and any(_compact(title) == _compact(p) for p in paragraphs[:3])
    pieces = [(p, True) for p in paragraphs]
    if title is not None and not has_title:
        pieces.insert(0, (title, False))
    for paragraph, needed in pieces:
        found_any = False
        for piece in _found(stream.compact, paragraph, at):
            text, where = piece
            if where is None:
                if needed:
                    lost.append((text, stream.starts[at] if at < len(stream.starts) else len(source)))
                continue
            separator = " " if found_any else "\n\n" if chars else ""
            for char in separator:
                chars.append(char)
                starts.append(stream.starts[where])
            at = where
            for char in text:
                chars.append(" " if char.isspace() else char)
                starts.append(stream.starts[min(at, len(stream.starts) - 1)])
                at += not char.isspace()
            found_any = True
    return MappedText("".join(chars), tuple(starts), len(source)), lost


def _found(compact: str, paragraph: str, at: int) -> Iterator[tuple[str, int | None]]:
    """A paragraph whole, else without a list mark that the page has not, else its sentences, each with its place or None."""
    paragraph = paragraph.strip()
    for text in dict.fromkeys((paragraph, _LIST_MARK.sub("", paragraph))):
        where = compact.find(_compact(text), at, at + _WINDOW)
        if where >= 0 and text:
            yield text, where
            return
    for sentence in _SENTENCE.split(_LIST_MARK.sub("", paragraph)):
        where = compact.find(_compact(sentence), at, at + _WINDOW)
        yield sentence, where if where >= 0 else None
        if where >= 0:
            at = where + len(_compact(sentence))


def _compact(text: str) -> str:
    return "".join(text.split())
