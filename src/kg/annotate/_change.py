"""Whether a number is a level or a change, which way it goes, and how exact the words make it."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cache

from kg.data import many, rows

_REACH = 90  # characters before a number in which its word of change stands
_NEAREST = 3  # words of change that are tried, from the number back


@cache
def _words(use: str) -> dict[str, int]:
    return {
        word: int(direction)
        for _, (word, direction, uses) in rows("quantities/change_words.tsv", ("word", "direction", "use"))
        if use in many(uses)
    }


def _choice(words: dict[str, int] | dict[str, str]) -> str:
    return "|".join(re.escape(w).replace(r"\ ", r"\s") for w in sorted(words, key=lambda w: (-len(w), w)))


@cache
def _modifiers() -> dict[str, str]:
    return {phrase: modifier for _, (phrase, modifier) in rows("quantities/modifiers.tsv", ("phrase", "modifier"))}


@cache
def _modifier_pattern() -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-])(?P<word>{_choice(_modifiers())})\s?(?:an?\s|the\s)?$", re.IGNORECASE)


_BASIS = r"(?:year[- ]on[- ]year|year[- ]over[- ]year|month[- ]on[- ]month|quarter[- ]on[- ]quarter|on the year|y-o-y|yoy)"


@cache
def _left() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    verb, noun = _choice(_words("verb")), _choice(_words("noun"))
    filler = (
        rf"(?:\s(?:{_BASIS}|[a-z]{{2,14}}ly|further|again|just|almost|another|even|a|an|some|about|over|at|least|around|more|than|less"
        r"|nearly|only|to|estimated|whopping|modest|mere|record|combined|cumulative))"
    )
    rate = r"(?:\sat\s(?:an?|the)\s(?:[a-z-]{3,14}\s){0,3}(?:rate|pace)\sof)?"
    direct = rf"\b(?P<word>{verb})(?P<fill>(?:{filler}){{0,4}}?)(?P<by>\sby)?{rate}(?:{filler}){{0,3}}\s$"
    of = (
        rf"\b(?P<word>{noun})(?:\s(?:rate|target|goal|forecast))?(?:\s(?:in|for|among|across)\s[^.;:,\d]{{1,40}})?\s(?:of|by|at)"
        rf"(?:{filler}){{0,3}}\s$"
    )
    by = rf"\b(?P<word>{verb})\s[^.;:,\d]{{1,50}}\sby(?:{filler}){{0,3}}\s$"
    return re.compile(direct, re.IGNORECASE), re.compile(of, re.IGNORECASE), re.compile(by, re.IGNORECASE)


@cache
def _any_word() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{_choice({**_words('verb'), **_words('noun')})})\b", re.IGNORECASE)


@cache
def _right() -> tuple[re.Pattern[str], re.Pattern[str]]:
    between = (
        rf"(?:\s(?:{_BASIS}|annual|yearly|monthly|quarterly|annualised|annualized|overall|average|economic|further|sharp|interannual"
        rf"|[a-z]{{3,12}}ly))"
    )
    noun = rf"(?:{between}){{0,3}}[\s-](?P<word>{_choice(_words('noun'))})\b(?!\s(?:rate|tax|duty))"
    after = rf"(?:{between})?\s(?P<word>{_choice(_words('after'))})\b"
    return re.compile(noun, re.IGNORECASE), re.compile(after, re.IGNORECASE)


_PHRASAL = re.compile(
    r"\b(?:ma[dk]e|makes|making|sets?|setting|puts?|takes?|took|taking|gives?|gave|comes?|came|snapped|bought|picked)\s$", re.IGNORECASE
)


def modifier(text: str, start: int) -> str:
    """approx, over, under or "": what the words right before ``start`` make of a number."""
    match = _modifier_pattern().search(text[max(0, start - 30) : start])
    return "" if match is None else _modifiers()[re.sub(r"\s", " ", match.group("word").lower())]


def change_words(text: str) -> tuple[int, ...]:
    """Where the verbs and nouns of change stand in a text, for ``direction``."""
    return tuple(m.start() for m in _any_word().finditer(text))


def direction(text: str, words: tuple[int, ...], start: int, end: int, percent: bool) -> int:
    """1 or -1 where the words around ``text[start:end]`` make it a change, else 0; ``words`` is what ``change_words(text)`` gave.

    A sum or a count needs "by" ("rose by $3 million"), "up" or "down", or a noun ("an increase of $3 million"): "raised $3 million" and
    "added 20 workers" are no changes of a figure.
    """
    direct, of, by = _left()
    first, last = bisect_left(words, start - _REACH), bisect_left(words, start)
    near = words[max(first, last - _NEAREST) : last][::-1]
    for at in near:
        match = direct.match(text, at, start)
        if match is None or re.search(r"\bto\b", match.group("fill") + text[match.end("fill") : start]):
            continue
        word = match.group("word").lower()
        if word in ("up", "down") and _PHRASAL.search(text[max(0, at - 12) : at]):
            continue  # "made up 41%"
        if percent or match.group("by") or word in ("up", "down"):
            return _words("verb")[word]
    for at in near:
        match = of.match(text, at, start)
        if match is not None and (percent or match.group("word").lower() not in ("loss", "cut", "gain", "boost", "advance")):
            return _words("noun")[match.group("word").lower()]
    if not percent:
        return 0
    noun, after = _right()
    for pattern, use in ((noun, "noun"), (after, "after")):
        match = pattern.match(text, end)
        if match is not None:
            return _words(use)[re.sub(r"\s", " ", match.group("word").lower())]
    for at in near:
        match = by.match(text, at, start)
        if match is not None:
            return _words("verb")[match.group("word").lower()]
    return 0


_JOINED = re.compile(
    r"(?:\s(?:from|on|over|against|compared)\s[^.;:,\d%]{0,40}|\s(?:month|year|quarter|week)[- ](?:on|over)[- ](?:month|year"
    r"|quarter|week)|\sin\s[A-Z][a-z]+)?,?\s(?:and|but|or)\s(?:by\s)?"
)
_HAS_BASIS = re.compile(r"\s(?:from|on|over|against|compared|than|year|month|quarter|week|annually|in\s)")


def joined(text: str, previous_end: int, start: int, end: int) -> bool:
    """Whether a percentage goes on with the change before it ("up 3.1 percent from April and 11.6 percent from a year earlier")."""
    return _JOINED.fullmatch(text, previous_end, start) is not None and _HAS_BASIS.match(text, end) is not None


def moves_from(text: str, words: tuple[int, ...], start: int) -> bool:
    """Whether "from 5%" before ``start`` tells where a change began, so that "from 5% to 7%" is two levels and no range."""
    if not _FROM.search(text, max(0, start - 14), start):
        return False
    first, last = bisect_left(words, start - 70), bisect_left(words, start)
    verbs = _words("verb")
    for at in words[max(first, last - _NEAREST) : last]:
        word = re.match(r"\w+", text[at:start])
        if word is not None and word.group().lower() in verbs and not re.search(r"[.;]\s", text[at:start]):
            return True
    return False


_FROM = re.compile(r"\bfrom\s(?:[a-z]{1,8}\s)?$")
