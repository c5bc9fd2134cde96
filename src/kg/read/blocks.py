"""A repaired text as blocks: what is headline, paragraph, item, caption, and what is page furniture and why.

A page is read in three parts. The head reaches down to the first prose; its headline is the first line of its last group that can be
one, and what stands above that is the page's. The body is the article. In the body, wording tells boxes and links; a heading such as
"Related news" takes the short lines below it until prose begins again. Prose is kept unless the wording is beyond doubt.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from kg.read.credits import (
    caption_reason,
    dateline_of,
    is_bio,
    is_byline,
    is_date_line,
    is_issuer,
    is_lone_name,
    is_picture_label,
    signature_of,
    writers,
)
from kg.read.furniture import furniture_of
from kg.read.lines import Line, lines_of
from kg.types import Block, BlockRole

_HEAD_LINES: Final = 40
_BOX_LINES: Final = 3
_DECK_LINES: Final = 3  # so far below its first sentence an article may still state its date
_TAIL_LINES: Final = 8
_PROSE_WORDS: Final = 8  # so many words that end as a sentence: no headline
_HEADING_WORDS: Final = 14
_LEAST_LIST: Final = 3  # headlines without a heading are believed from so many on
# "June: USD 5.26 billion (+4.1% …)", "Exports to China – $1,968 million": a label and a figure with its unit
_ROW: Final = re.compile(
    r"\A[^.:\n]{2,60}(?::| [-–—])\s[^\W\d_a-z]{0,4}[$€£¥₫]?\s?\d[\d.,]*\s?"
    r"(?:%|per ?cent|percent|hundred|thousand|million|billion|trillion|crore|lakh|bn|m\b|tonnes|tons)"
)
_NUMBERED: Final = re.compile(r"\A(?:\d{1,2}|[IVX]{1,4}|[A-Za-z])[.)]\s+\S.{0,120}\Z")
_SAYS: Final = re.compile(r"\b(?:said|says|added|commented|stated|noted|explained|remarked|declared)\b[^:]{0,20}:\Z")
_FIGURE: Final = re.compile(r"\A[^.:]{2,60}(?::| [-–—])\s[^a-z]{0,6}\d")


@dataclass(frozen=True, slots=True)
class Layout:
    """The blocks of a text and where its head ends: ``text[:head_end]`` is what stands above the first prose."""

    blocks: tuple[Block, ...]
    title: str | None
    head_end: int


Mark = tuple[BlockRole, str]


def layout(text: str, title: str | None = None) -> Layout:
    """The blocks of a repaired text; ``title`` is the headline where the format states it."""
    lines = lines_of(text)
    if not lines:
        return Layout((), title, 0)
    marks: list[Mark | None] = [_alone(line) for line in lines]
    body = _body(lines, marks, text)
    headline = _stated(lines, title, body) if title else None
    if headline is None and not title:
        headline = _headline(lines[:body], marks)
    names = writers(lines[:body])
    if headline is not None:
        for line in lines[:headline]:
            mark = marks[line.i]
            if mark is None and is_issuer(line):
                marks[line.i] = ("byline", "who issues it")
                if line.i and marks[line.i - 1] == ("furniture", "above the headline") and not line.after_blank:
                    marks[line.i - 1] = ("byline", "who issues it")
                continue
            if mark is None or mark[0] == "furniture":
                marks[line.i] = ("furniture", mark[1] if mark else "above the headline")
        marks[headline] = ("title", "")
    for line in lines[(headline + 1 if headline is not None else 0) : body]:
        if marks[line.i] is None and is_picture_label(line):
            marks[line.i] = ("caption", "a name alone above the text")
    for line in lines[min(body + _DECK_LINES, len(lines)) :]:
        if marks[line.i] == ("dateline", "") and any(marks[after.i] is None and _prose(after) for after in lines[line.i + 1 :]):
            marks[line.i] = None  # a date among the prose is the article's own heading
    _sections(lines, marks, max(body, (headline or 0) + 1), names)
    _tail(lines, marks, names)
    blocks = _blocks(text, lines, marks, body)
    name = lines[headline].text if headline is not None else title
    return Layout(blocks, name, lines[body].start if body < len(lines) else len(text))


def _alone(line: Line) -> Mark | None:
    """What the line shows by itself."""
    if is_byline(line):
        return "byline", ""
    if is_date_line(line):
        return "dateline", ""
    furniture = furniture_of(line)
    if furniture:
        return "furniture", furniture.reason
    reason = caption_reason(line)
    return ("caption", reason) if reason else None


def _body(lines: Sequence[Line], marks: Sequence[Mark | None], text: str) -> int:
    """Index of the first line of the article's prose, or of its first item; the number of lines where there is none."""
    for line in lines[:_HEAD_LINES]:
        if marks[line.i] is not None:
            continue
        if line.bullet and len(line.words) > 3:
            return line.i
        if _ROW.match(line.text):
            numbered = line.i and _NUMBERED.match(lines[line.i - 1].text)
            return line.i - 1 if numbered else line.i  # a list of figures begins the body, with its heading
        if _prose(line) or line.body or dateline_of(text, line.start, line.end):
            return line.i
    return 0 if len(lines) > _HEAD_LINES else len(lines)


def _prose(line: Line) -> bool:
    return _ends(line) and len(line.words) >= _PROSE_WORDS


def _ends(line: Line) -> bool:
    """A sentence ends the line, whether or not an agency's mark stands behind it."""
    return line.ends or signature_of(line.text, 0, len(line.text)) is not None


def _stated(lines: Sequence[Line], title: str, body: int) -> int | None:
    """The line that is the headline that the format states."""
    wanted = _letters(title)
    return next((line.i for line in lines[: body + 1] if wanted and _letters(line.text) == wanted), None)


def _letters(text: str) -> str:
    return "".join(c for c in text.casefold() if c.isalnum())


def _headline(head: Sequence[Line], marks: Sequence[Mark | None]) -> int | None:
    """The headline: of the last group of head lines that can hold one, the first line that looks like one."""
    groups: list[list[Line]] = []
    for line in head:
        if line.after_blank or not groups:
            groups.append([])
        groups[-1].append(line)
    fit = [[line for line in group if marks[line.i] is None and _can_be_title(line)] for group in groups]
    held = [i for i, group in enumerate(fit) if group]
    if not held:
        return None
    last = held[-1]
    if len(held) >= 2 and len(groups[last]) == 1 and held[-2] == last - 1 and len(groups[last - 1]) == 1:
        above = fit[last - 1][0]  # a headline, and below it a line that goes on about it
        if len(above.words) >= 5 and above.lower >= 2:
            return above.i
    candidates = fit[last]
    for line in candidates[:-1]:
        if not _masthead(line) or all(_masthead(other) for other in candidates):
            return line.i
    return candidates[-1].i


def _can_be_title(line: Line) -> bool:
    return 3 <= len(line.words) <= 30 and not line.bullet and not line.text.endswith((".", ":", "|"))


def _masthead(line: Line) -> bool:
    """A name rather than a headline: every word with a capital."""
    return line.lower == 0 and len(line.words) <= 8


def _sections(lines: Sequence[Line], marks: list[Mark | None], first: int, names: Sequence[str]) -> None:
    """Boxes, lists of other articles and everything below an end mark."""
    box = 0
    section = ""
    over = False
    swallowed: list[int] = []
    for line in lines[first:]:
        furniture = furniture_of(line) if (marks[line.i] or ("", ""))[0] in ("furniture", "") or marks[line.i] is None else None
        if over:
            marks[line.i] = ("furniture", f"below the {section}")
            continue
        if (furniture and furniture.scope == "end") or (furniture and furniture.scope == "list"):
            section, swallowed = furniture.reason, []
            over = furniture.scope == "end"
        elif section and not furniture:
            if is_bio(line, tuple(names)) or not _prose(line):
                if marks[line.i] is None or marks[line.i] in (("dateline", ""), ("byline", "")):
                    marks[line.i] = ("furniture", section)
                swallowed.append(line.i)
            else:
                if swallowed and _is_heading(lines[swallowed[-1]]) and lines[swallowed[-1]].after_blank and swallowed[-1] == line.i - 1:
                    marks[swallowed[-1]] = None  # the heading of the prose that begins here
                section, swallowed = "", []
        elif box and not line.after_blank and not line.bullet and not furniture and not _prose(line):
            marks[line.i] = ("furniture", "below a box of the page")
            box -= 1
            continue
        box = _BOX_LINES if furniture and furniture.scope == "box" else 0


def _is_heading(line: Line) -> bool:
    return not line.bullet and not line.ends and 0 < len(line.words) <= _HEADING_WORDS


def _tail(lines: Sequence[Line], marks: list[Mark | None], names: Sequence[str]) -> None:
    """Notes about the writer, the writer's name and lists of headlines at the very end."""
    last = len(lines) - 1
    for line in reversed(lines[max(len(lines) - _TAIL_LINES, 1) :]):
        mark = marks[line.i]
        if mark is None and is_bio(line, tuple(names)):
            marks[line.i] = ("furniture", "about the writer")
        elif mark is None and is_lone_name(line):
            marks[line.i] = ("furniture", "the writer's name")
        elif mark is None or mark[0] not in ("furniture", "byline", "dateline"):
            break
        elif mark[0] in ("byline", "dateline"):
            marks[line.i] = ("furniture", "credits")
        last = line.i - 1
    first = last + 1
    while first > 0 and marks[first - 1] is None and _could_be_headline(lines[first - 1]):
        first -= 1
    above = lines[first - 1] if first else None
    if last - first + 1 >= _LEAST_LIST and above is not None and above.ends and not above.bullet and marks[above.i] is None:
        for i in range(first, last + 1):
            marks[i] = ("furniture", "list of headlines at the end")


def _could_be_headline(line: Line) -> bool:
    return (
        line.bullet
        and not line.ends
        and 4 <= len(line.words) <= 20
        and not line.text.endswith((";", ",", ":"))
        and not _FIGURE.match(line.bare)
    )


def _blocks(text: str, lines: Sequence[Line], marks: Sequence[Mark | None], body: int) -> tuple[Block, ...]:
    found: list[Block] = []
    own = [line.i for line in lines if marks[line.i] is None]
    for line in lines:
        mark = marks[line.i]
        if mark is not None:
            found.append(Block(line.start, line.end, *mark))
            continue
        start, end = line.start, line.end
        filed = dateline_of(text, start, end) if line.i == body else None
        if filed:
            found.append(Block(start, len(text[: filed.span.end].rstrip()), "dateline"))
            start = filed.span.end
        signed = signature_of(text, start, end) if line.i == own[-1] else None
        tail = Block(signed[0].start, signed[0].end, "furniture", "mark of the agency") if signed else None
        if signed:
            end = len(text[: signed[0].start].rstrip())
        if start < end:
            found.append(Block(start, end, _role(line, filed is not None)))
        if tail:
            found.append(tail)
    return tuple(found)


def _role(line: Line, filed: bool) -> BlockRole:
    if line.bullet:
        return "item"
    if filed or _ends(line) or not line.words or _SAYS.search(line.text):
        return "paragraph"
    if _FIGURE.match(line.text):
        return "item"
    return "heading" if _is_heading(line) else "paragraph"
