"""Markdown with an optional front matter (``--- key: value ---``): markup is dropped, words and list bullets stay."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Final

from kg.errors import InputError
from kg.read.dates import stated_date
from kg.read.fields import known_fields
from kg.read.limits import MAX_ARTICLE_CHARACTERS
from kg.read.mapped import MappedText
from kg.read.raw import RawArticle

_FRONT: Final = re.compile(r"\A---[ \t]*\r?\n(.*?)^(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)", re.DOTALL | re.MULTILINE)
_ENTRY: Final = re.compile(r"^([A-Za-z][\w -]{0,40}):[ \t]+(.{1,2000}?)[ \t\r]*$", re.MULTILINE)
_HEADING: Final = re.compile(r"^[ ]{0,3}#{1,6}[ \t]+(\S.{0,500}?)(?:[ \t]+#+)?[ \t]*\r?$", re.MULTILINE)
_TOP_HEADING: Final = re.compile(r"^[ ]{0,3}#[ \t]+(\S.{0,500}?)(?:[ \t]+#+)?[ \t]*\r?$", re.MULTILINE)
_DROPPED: Final = (
    re.compile(r"<!--.{0,1000}?-->", re.DOTALL),
    re.compile(r"^[ ]{0,3}(?:```|~~~).*$", re.MULTILINE),
    re.compile(r"!\[[^\]\n]{0,500}\]\([^)\n]{0,1000}\)"),
    re.compile(r"^[ ]{0,3}\[[^\]\n]+\]:[ \t]+\S+.*$", re.MULTILINE),
    re.compile(r"</?[A-Za-z][^<>\n]{0,500}>"),
    re.compile(r"^[ ]{0,3}(?:>[ ]?)+", re.MULTILINE),
    re.compile(r"^[ ]{0,3}(?:(?:\*[ ]?){3,}|(?:_[ ]?){3,}|(?:-[ ]?){3,}|={3,})[ \t]*$", re.MULTILINE),
    re.compile(r"\\(?=[\\`*_{}\[\]()#+\-.!|>~])"),
)
_KEPT: Final = (
    re.compile(r"(?<!!)\[([^\[\]\n]{1,500})\](?:\([^()\n]{0,1000}(?:\([^()\n]{0,200}\)[^()\n]{0,200})?\)|\[[^\]\n]{0,200}\])"),
    re.compile(r"<((?:https?://|mailto:)[^<>\s]+)>"),
    re.compile(r"`([^`\n]+)`"),
    re.compile(r"\*\*\*(?=\S)([^*\n]+)(?<=\S)\*\*\*"),
    re.compile(r"\*\*(?=\S)([^*\n]+)(?<=\S)\*\*"),
    re.compile(r"(?<![\w_])__(?=\S)([^_\n]+)(?<=\S)__(?![\w_])"),
    re.compile(r"(?<![\w*])\*(?=\S)([^*\n]+)(?<=\S)\*(?![\w*])"),
    re.compile(r"(?<![\w_])_(?=\S)([^_\n]+)(?<=\S)_(?![\w_])"),
    re.compile(r"~~(?=\S)([^~\n]+)(?<=\S)~~"),
)


def read(text: str, path: str, refused: Callable[[InputError], None]) -> Iterator[RawArticle]:
    """The one article of the file; a first-level heading is its title where the front matter names none."""
    if len(text) > MAX_ARTICLE_CHARACTERS:
        raise InputError(path, f"the text has {len(text)} characters", f"split it below {MAX_ARTICLE_CHARACTERS}")
    mapped = MappedText.of(text)
    front = _FRONT.match(text)
    stated: dict[str, str] = {}
    if front:
        stated = known_fields({m.group(1): m.group(2).strip("'\"") for m in _ENTRY.finditer(front.group(1))})
        mapped = mapped.edit([(0, front.end(), "")])
    top = _TOP_HEADING.search(mapped.text)
    title = stated.get("title") or (_plain(top.group(1)) if top else None)
    mapped = _unmark(mapped)
    if not mapped.text.strip():
        raise InputError(path, "the file has no text below its front matter", "remove it or fetch the article again")
    yield RawArticle(
        text, mapped, title=title, published=stated_date(stated.get("date", "")), publisher=stated.get("publisher"),
        url=stated.get("url"), language=stated.get("language"),
    )  # fmt: skip


def _unmark(mapped: MappedText) -> MappedText:
    for pattern in _DROPPED:
        mapped = mapped.sub(pattern, "")
    # a heading is a paragraph of its own, whether or not an empty line stands around it
    mapped = mapped.keep(_HEADING)
    for pattern in _KEPT:
        mapped = mapped.keep(pattern)
    return mapped


def _plain(markup: str) -> str:
    return _unmark(MappedText.of(markup)).text.strip()
