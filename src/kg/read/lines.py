"""The lines of a repaired text with what can be seen from outside: length, bullet, how they end, what stands around them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

BULLET: Final = re.compile(
    r"\s*(?:[-\u2013\u2014*+\u2022\u2023\u25aa\u25ab\u25cf\u25cb\u25e6\u2043\u00b7](?=\s|\Z)|[\u2022\u25cf\u25aa](?=\w)"
    r"|\d{1,2}[.)](?=\s)|\((?:\d{1,2}|[a-z]|[ivxl]{1,5})\)(?=\s)|[a-z][.)](?=\s))"
)
_SENTENCE_END: Final = re.compile(r"[.!?\u2026][\"'\u201d\u2019\u00bb)\]]{0,3}\Z")
_WORD: Final = re.compile(r"[^\W\d_]+(?:['\u2019][^\W\d_]+)?")
BODY_WORDS = 12  # a line of so many words that ends like a sentence is somebody's prose, never a headline list


@dataclass(frozen=True, slots=True)
class Line:
    """One line without its surrounding spaces: ``text[start:end]``."""

    i: int
    start: int
    end: int
    text: str
    after_blank: bool  # an empty line, or the text's beginning, stands before it
    bullet: bool
    ends: bool  # ends as a sentence does
    words: tuple[str, ...]

    @property
    def body(self) -> bool:
        """Prose that no list of headlines has."""
        if self.ends:
            return len(self.words) >= BODY_WORDS
        return len(self.words) >= 25 and (", " in self.text or ". " in self.text) and self.lower >= len(self.words) / 2

    @property
    def lower(self) -> int:
        """Number of words in lower case."""
        return sum(word.islower() for word in self.words)

    @property
    def bare(self) -> str:
        """The text without its bullet."""
        bullet = BULLET.match(self.text) if self.bullet else None
        return self.text[bullet.end() :].strip() if bullet else self.text


def lines_of(text: str) -> tuple[Line, ...]:
    """The lines that are not empty, in order."""
    found: list[Line] = []
    at = 0
    blank = True
    for raw in text.split("\n"):
        stripped = raw.strip()
        if stripped:
            start = at + raw.index(stripped)
            words = tuple(_WORD.findall(stripped))
            bullet = BULLET.match(stripped) is not None
            found.append(
                Line(len(found), start, start + len(stripped), stripped, blank, bullet, bool(_SENTENCE_END.search(stripped)), words)
            )
            blank = False
        else:
            blank = True
        at += len(raw) + 1
    return tuple(found)
