"""Lines wrapped by hand inside a paragraph become one line; lines that are paragraphs, items or headings stay."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Final

from kg.read.credits import is_byline, is_date_line
from kg.read.lexicon import UNKNOWN, zipf
from kg.read.lines import BULLET, lines_of
from kg.read.mapped import Edit, MappedText

_CLOSED: Final = re.compile(r"[.!?:;|\u2026][\"'\u201d\u2019)\]]*\s*\Z")
_HYPHEN: Final = re.compile(r"(?<![^\W\d_])([^\W\d_]+)-\Z")
_WORD: Final = re.compile(r"[^\W\d_]+")
_WIDEST = 120  # characters: longer lines were never wrapped by hand
_NARROWEST = 40
_LONGEST_WORD = 60
_HEAD_LINES = 10
_FULL_LINES = 3  # so many lines must come close to the width before it is believed


def unwrap(mapped: MappedText) -> MappedText:
    """A line break is soft where the next word would not have fitted, or where a long open line goes on in lower case."""
    lines = mapped.text.split("\n")
    width = _width(lines)
    edits: list[Edit] = []
    at = 0
    for number, (line, following) in enumerate(pairwise(lines)):
        at += len(line)
        if _soft(line, following, width) and not (number < _HEAD_LINES and _credit(following)):
            hyphen = _HYPHEN.search(line[-_LONGEST_WORD:])
            if hyphen and following[:1].islower():
                word = _WORD.match(following)
                whole = hyphen.group(1) + (word.group() if word else "")
                edits.append((at - 1, at + 1, "") if zipf(whole) > UNKNOWN else (at, at + 1, ""))
            else:
                edits.append((at, at + 1, " "))
        at += 1
    return mapped.edit(edits)


def _credit(line: str) -> bool:
    """A byline or a date below a headline that happens to fill its line."""
    return any(is_byline(found) or is_date_line(found) for found in lines_of(line))


def _width(lines: list[str]) -> int:
    """The width at which the file was wrapped; 0 where it was not."""
    widest = max((len(line.rstrip()) for line in lines), default=0)
    if not _NARROWEST <= widest <= _WIDEST:
        return 0
    full = sum(len(line.rstrip()) >= 0.8 * widest for line in lines)
    blank = any(not line.strip() for line in lines)
    return widest if full >= _FULL_LINES and (blank or full * 2 >= len(lines)) else 0


def _soft(line: str, following: str, width: int) -> bool:
    line = line.rstrip()
    words = following.split(None, 1)
    if not line or not words or BULLET.match(following) or line.lstrip()[:1] in "|#>":
        return False
    if width:
        return len(line) + 1 + len(words[0]) > width and len(line) >= 0.6 * width
    return len(line) >= _NARROWEST and words[0][:1].islower() and not _CLOSED.search(line) and line[-1] not in "\u2014\u2013"
