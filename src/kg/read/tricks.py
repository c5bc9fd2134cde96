"""What a reader does not see and a program does: invisible characters inside words, marks that turn the direction of writing, and letters
of another alphabet that look like Latin ones (Unicode Technical Standard 39, of which this is the part that news can bring).

Invisible characters are gone after repair, so that "Ma<zero width space>ria" is Maria, with her evidence as the file has it. Letters stay
as they are written: "Mаria" with a Cyrillic letter is another name. Both are told, each word once.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from functools import cache
from types import MappingProxyType
from typing import Final, NamedTuple

from kg.data import rows

UNSEEN: Final = "\u00ad\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ufff9-\ufffb"  # a class of a regular expression
_TURNING: Final = re.compile(r"[\u202a-\u202e\u2066-\u2069]")
_TRICKED: Final = re.compile(rf"(?<!\w)\w*(?:[{UNSEEN}]+\w*)+")
_INSIDE: Final = re.compile(rf"\w[{UNSEEN}]+\w")
_WORD: Final = re.compile(r"[^\W\d_]+")


class Trick(NamedTuple):
    """``text[start:end]`` and what is wrong with it, in words."""

    start: int
    end: int
    reason: str


def hidden(text: str) -> Iterator[Trick]:
    """The words of a text before repair that hold what cannot be seen, each once."""
    if text.isascii():
        return
    seen: set[str] = set()
    for found in _TRICKED.finditer(text):
        word = found.group()
        turned = _TURNING.search(word) is not None
        if word in seen or not (turned or _INSIDE.search(word)):
            continue
        seen.add(word)
        if turned:
            yield Trick(found.start(), found.end(), "marks that turn the direction of writing: read without them")
        else:
            yield Trick(found.start(), found.end(), "invisible characters inside a word: read without them")


def lookalikes(text: str) -> Iterator[Trick]:
    """The words of a text with letters that look like Latin ones and are not, each once: beside Latin ones, or like a word of the text."""
    if text.isascii():
        return
    words: set[str] | None = None
    seen: set[str] = set()
    for found in _WORD.finditer(text):
        word = found.group()
        if word.isascii() or word in seen:
            continue
        seen.add(word)
        shown = "".join(map(_latin, word))
        if shown == word or any(not _is_latin(c) for c in shown):
            continue
        if not any(_is_latin(c) for c in word):
            words = set(_WORD.findall(text)) if words is None else words
            if shown not in words:
                continue  # a word of another language
        yield Trick(found.start(), found.end(), "letters that look like Latin ones and are not: a name of its own")


@cache
def _letters() -> Mapping[str, str]:
    return MappingProxyType({cells[0]: cells[1] for _, cells in rows("read/lookalikes.tsv", ("letter", "like"))})


def _latin(char: str) -> str:
    """The Latin letter that a letter looks like; itself where it looks like none."""
    return char if char.isascii() else _letters().get(char, char)


@cache
def _is_latin(char: str) -> bool:
    return char.isascii() or unicodedata.name(char, "").startswith("LATIN ")
