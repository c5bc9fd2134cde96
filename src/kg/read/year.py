"""The year of an article that states no date, from its own words, and only where they leave one reading.

Seven ways, each of which needs two things said: an event named with its year and the year before told as past; months of a year told as
just gone by; figures of one past year beside "last year" and "this year"; figures of two past years in a row beside those of a part of
"this year"; a whole year measured against the year before it, beside a stretch of "this year"; last year's change in percent on a year
that is named; months of a year that nobody names beside the same ones of the year before, which is named. A year that stands alone tells
nothing.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Final, NamedTuple

from kg.data import rows
from kg.read.dates import month_names

_YEAR: Final = r"((?:19|20)\d\d)\b(?![\d/%]|[.,]\d)"
_COUNT: Final = r"(?:two|three|four|five|six|seven|eight|nine|ten|eleven|\d{1,2})"
_CAPITAL: Final = r"[^\W\d_a-z][\w'\u2019-]{0,40}"
_INNER: Final = rf"(?: (?:{_CAPITAL}|of|on|for|and|the|in|[-\u2013])){{1,12}}"
_SENTENCE: Final = re.compile(r"[.!?]\s|\n")
_RUNNING: Final = re.compile(
    r"\b(?:months|half|quarter|part) of (?:this|the current) year\b|\bsame (?:period|months) (?:of )?last year\b|\bso far this year\b",
    re.IGNORECASE,
)
_BEFORE = 80  # characters looked back for wording that makes a year a plan


class _Wording(NamedTuple):
    ahead: re.Pattern[str]
    part: re.Pattern[str]
    past: re.Pattern[str]
    this: re.Pattern[str]
    last: re.Pattern[str]  # a month of last year
    compared: re.Pattern[str]  # last year beside the year before it
    like: re.Pattern[str]  # months that nobody dates beside the same months of a year that is named
    edition: re.Pattern[str]
    every: re.Pattern[str]
    whole: re.Pattern[str]  # a year measured against another


@cache
def _wording() -> _Wording:
    phrases: dict[str, list[str]] = {}
    for _, (use, phrase) in rows("read/year.tsv", ("use", "phrase")):
        phrases.setdefault(use, []).append(re.escape(phrase).replace(r"\{count\}", _COUNT).replace(r"\ ", " "))

    def one(use: str) -> str:
        return "(?:" + "|".join(sorted(phrases[use], key=lambda p: (-len(p), p))) + ")"

    months = "(?:" + "|".join(month_names()) + ")"
    return _Wording(
        ahead=re.compile(rf"\b{one('ahead')}\b[^.]{{0,60}}\Z|\b{one('near')} \Z", re.IGNORECASE),
        part=re.compile(rf"\b(?:{one('part')}|{months}[-\u2013]{months}) of {_YEAR}|\b{months}[-\u2013]{months},? {_YEAR}", re.IGNORECASE),
        past=re.compile(rf"\b{one('past')} (?:the (?:whole|year|end) (?:of )?)?{_YEAR}", re.IGNORECASE),
        this=re.compile(rf"\b{one('this')}\b", re.IGNORECASE),
        last=re.compile(rf"\b{months}(?: of)?,? last year\b", re.IGNORECASE),
        compared=re.compile(
            rf"\blast year\b[^.;\n]{{0,40}}(?:\.\d[^.;\n]{{0,30}})?(?:%|\bper ?cent\b)[^.;\n]{{0,20}} "
            rf"(?:than in|than|on|over|from|compared (?:with|to)|against) {_YEAR}",
            re.IGNORECASE,
        ),
        like=re.compile(
            rf"\b(?:(?:this|the|the current|the present) year|(?P<month>{months}))\b"
            rf"(?:(?![.!?]\s|(?:19|20)\d\d)[^\n;]){{0,160}}?"
            rf"\b(?:from|than(?: in)?|on|over|against|compared (?:to|with)|versus|relative to)(?: that of)? (?:the )?"
            rf"(?:(?:same|corresponding|comparable|equivalent|like) (?:[a-z-]+ )?(?:period|months?|quarter|half|time|stretch)"
            rf"(?: in| of)?(?: the year)?|(?P<again>{months}))(?: of)?,? {_YEAR}",
            re.IGNORECASE,
        ),
        edition=re.compile(rf"\b(?:[Tt]he|[Aa]n?) {_YEAR} {_CAPITAL}{_INNER}|\b{_CAPITAL}{_INNER} {_YEAR}(?= {one('event')}\b)"),
        every=re.compile(rf"(?<![\d/.,$€£¥-]){_YEAR}"),
        whole=re.compile(
            rf"\bin {_YEAR}(?:(?!(?:19|20)\d\d)[^.;\n]|\.\d){{0,90}}?"
            rf" (?:than in|than|over|on|from|compared (?:with|to)|against|versus)(?: in)? {_YEAR}"
        ),
    )


def infer_year(text: str) -> int | None:
    """The year in which the article was written, or None. ``text`` is the article without furniture."""
    wording = _wording()
    past = _past_years(text, wording)
    latest = max(past, default=0)
    editions = _years(wording.edition, text)
    told = {year for year in editions if year - 1 in past and year >= latest}
    parts = _years(wording.part, text)
    if parts and max(parts) >= latest:
        told.add(max(parts))
    compared = _years(wording.compared, text)
    if compared and max(compared) >= latest:
        told.add(max(compared) + 2)  # last year is the one after the year that is named
    like = _alike(text, wording)
    if like and max(like) >= latest and not parts:
        told.add(max(like) + 1)
    if latest - 1 in past and wording.this.search(text):
        told.add(latest + 1)  # of the year that runs there are figures, so that the last whole year told is the one before
    whole = {int(m.group(1)) for m in wording.whole.finditer(text) if int(m.group(1)) == int(m.group(2)) + 1}
    if whole and max(whole) >= latest and not parts and _RUNNING.search(text):
        told.add(max(whole) + 1)
    every = _years(wording.every, text)
    if len(every) == 1 and every == past and wording.last.search(text) and wording.this.search(text):
        told.add(latest + 1)
    return told.pop() if len(told) == 1 else None


def _alike(text: str, wording: _Wording) -> set[int]:
    """Years with which undated months are compared ("in the first five months of the year, 3% more than in the same period of 2023")."""
    found = set()
    for m in wording.like.finditer(text):
        again, month = m.group("again"), m.group("month")
        if again and (month or "").lower() != again.lower():
            continue
        found.add(int(m.groups()[-1]))
    return found


def _years(pattern: re.Pattern[str], text: str) -> set[int]:
    return {int(year) for m in pattern.finditer(text) for year in m.groups() if year}


def _past_years(text: str, wording: _Wording) -> set[int]:
    """Years of which something is told as done; years of plans, targets and spans are left out."""
    found = set()
    for m in wording.past.finditer(text):
        before = _SENTENCE.split(text[max(0, m.start() - _BEFORE) : m.start()])[-1]
        if not wording.ahead.search(before):
            found.add(int(m.group(1)))
    return found
