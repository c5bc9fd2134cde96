"""Phrases that open (or close) a list of those who take part: "Also present at the talks were …", "with A and B in attendance".

They are found in the text, not in the parse, which loses long lists with titles; the words are in ``data/occasions/cues.tsv``.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from kg.data import DataError, rows
from kg.data.tables import choice
from kg.extract._occasion_words import words
from kg.extract._syntax import Syntax
from kg.types import Document, Span

_PATH = "occasions/cues.tsv"
_BE = r"(?:will be|to be|is|are|was|were|be|been)"
_INCLUDE = r"(?:(?:will |also |would |who )?(?:include|comprise)[sd]?|including|comprising|comprised of|will be|is|are|was|were)"
_WHERE = r"(?:\s(?:at|for|in|during|on|from|to)\s[^,;:.]{1,70}?|, [^,;:.]{1,60},)?"
_WHAT = r"\s(?:the|a|an|this)\s[^,;:.]{1,70}?"
_SPEAKERS = ("speaker", "panel", "presenter", "moderator")


@dataclass(frozen=True, slots=True)
class Cue:
    """A cue as found: the list's tokens ``first:last``, the part of those in it, and where their event is told."""

    span: Span
    sentence: int
    first: int
    last: int
    role: str
    event: str
    one: bool = False  # only the first of the list


def cues(syntax: Syntax) -> Iterator[Cue]:
    """The cues of a text, each inside one sentence."""
    doc = syntax.doc
    starts = [t.start for t in doc.tokens]
    for found in _matches(doc):
        row = _rows()[int((found.lastgroup or "c0")[1:])]
        begin = bisect_left(starts, found.start())
        if begin >= len(doc.tokens):
            return
        sentence = doc.sentences[doc.tokens[begin].sentence]
        if found.end() > sentence.end:
            continue
        side, role, event = row
        if any(word.startswith(_SPEAKERS) for word in found.group().lower().split()[:3]) and role == "attendee":
            role = "speaker"
        if side == "with":
            opening = [t.i for t in doc.tokens[sentence.first : begin] if t.text.lower() == "with" and t.i >= begin - 40]
            first, last = (opening[-1] + 1, begin) if opening else (begin, begin)
        else:
            first, last = bisect_left(starts, found.end()), sentence.last
        if side == "next":  # "Guest of honour Ana Lima said", not "the guest of honour, Ana Lima said"
            if first >= last or not doc.tokens[first].text[0].isupper():
                continue
            role = "speaker" if "speaker" in found.group().lower() else role
        if first < last or (side == "after" and found.group().rstrip().endswith(":")):
            yield Cue(Span(found.start(), found.end()), sentence.i, first, last, role, event, side == "next")


def _matches(doc: Document) -> Iterator[re.Match[str]]:
    """The cues in text order, none overlapping; looked for only where a token may begin one."""
    at = 0
    for token in doc.tokens:
        if token.start >= at and token.text.lower() in _openings():
            found = _pattern().match(doc.text, token.start)
            if found is not None:
                at = found.end()
                yield found


@cache
def _openings() -> frozenset[str]:
    """The first words of cues."""
    found: set[str] = set()
    for _, cells in rows(_PATH, ("cue", "side", "role", "event")):
        word = cells[0].split()[0]
        phrases = _guests() if word == "GUESTS" else sorted(words("team-list")) if word == "TEAM" else [word]
        found.update(re.split(split, phrase, maxsplit=1)[0] for phrase in phrases for split in (r"[\s:-]", r"[\s:]"))
    if found & {"BE", "INCLUDE", "WHAT", "WHERE"}:
        raise DataError(_PATH, 0, "a cue begins with a word of its own")
    return frozenset(found)


@cache
def _guests() -> tuple[str, ...]:
    return tuple(sorted(f"{w[:-1]}ies" if w.endswith("y") else f"{w}s" for w in words("guests") - {"those"}))


@cache
def _rows() -> tuple[tuple[str, str, str], ...]:
    return tuple(
        (
            choice(_PATH, line, cells[1], ("after", "next", "with")),
            choice(_PATH, line, cells[2], ("attendee", "speaker", "member", "leader", "chair", "opener")),
            choice(_PATH, line, cells[3], ("any", "near", "own", "signing", "visit")),
        )
        for line, cells in rows(_PATH, ("cue", "side", "role", "event"))
    )


@cache
def _pattern() -> re.Pattern[str]:
    guests = "|".join(re.escape(word) for word in _guests())
    team = "|".join(sorted(re.escape(w) for w in words("team-list")))
    forms = {"BE": _BE, "INCLUDE": _INCLUDE, "GUESTS": f"(?:{guests})", "TEAM": f"(?:{team})", "WHERE": _WHERE, "WHAT": _WHAT}
    wanted = []
    for number, (_, cells) in enumerate(rows(_PATH, ("cue", "side", "role", "event"))):
        cue = ""
        for word in cells[0].split():
            cue += forms[word] if word in ("WHERE", "WHAT") else (r"\s+" if cue else "") + forms.get(word, re.escape(word))
        wanted.append((len(cells[0]), f"(?P<c{number}>{cue})"))
    ordered = [cue for _, cue in sorted(wanted, key=lambda w: -w[0])]
    return re.compile(rf"(?<![\w-])(?:{'|'.join(ordered)})(?:(?<=:)|(?![\w-]):?)", re.IGNORECASE)
