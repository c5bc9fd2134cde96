"""Is each part of a date told: its year, month and day in the quote, earlier in the article, or by a word that counts from its own date?"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from kg.audit._facts import Fact
from kg.audit._texts import Text
from kg.audit._words import of_use, words_of
from kg.data import many, rows
from kg.data.gazetteer import fold

_DATE = re.compile(r"(?:(?P<year>\d{4,})|-)(?:-(?P<month>\d{2})(?:-(?P<day>\d{2}))?)?(?:Z|[+-]\d\d:\d\d)?|--(?P<m>\d{2})(?:-(?P<d>\d{2}))?")

_YEAR, _MONTH, _DAY = "its year is told nowhere", "its month is told nowhere", "its day is told nowhere"
DATE_FAULTS = frozenset((_YEAR, _MONTH, _DAY))
_LASTS = (28, 29, 30, 31)  # the days that "by the end of June" reaches to
_NEAR = 1200  # characters before a quote in which the period that it goes on with may be told


def date_fault(fact: Fact, date: str, known: Mapping[str, Text]) -> str:
    """Why a part of a date is told nowhere; "" where all are."""
    match = _DATE.match(date)
    if match is None:
        return "this is no date"
    year, month, day = match["year"], match["month"] or match["m"], match["day"] or match["d"]
    quotes = " ".join(quote.words for quote in fact.chain)
    around = " ".join(_around(fact, known))
    near = " ".join(known[q.article].before(q.start)[-_NEAR:] for q in fact.quotes if q.article in known)
    if year is not None and not _year(int(year), quotes, around, fact):
        return _YEAR
    if month is not None and not _month(int(month), quotes, near, around, known):
        return _MONTH
    if day is not None and not _day(int(day), quotes, around, known):
        return _DAY
    return ""


def _around(fact: Fact, known: Mapping[str, Text]) -> list[str]:
    return [known[article].text for article in sorted({q.article for q in fact.quotes}) if article in known]


def _year(year: int, quotes: str, around: str, fact: Fact) -> bool:
    """In figures ("2024", "FY24", "'24", "2023/24"), or that of the article's own date or next to it."""
    short = f"{year % 100:02d}"
    if re.search(rf"(?<!\d){year}(?!\d)", quotes) or re.search(rf"(?:FY ?|['’/–-]){short}(?!\d)", quotes, re.IGNORECASE):
        return True
    if any(abs(int(date[:4]) - year) <= 1 for date in fact.published if date[:4].isdigit()):
        return True
    counted = set(words_of(quotes)) & of_use("year")  # "five years ago", "in the next decade"
    return bool(counted) or re.search(rf"(?<!\d){year}(?!\d)", around) is not None


def _month(month: int, quotes: str, near: str, around: str, known: Mapping[str, Text]) -> bool:
    names = _months()[month]
    if names & set(words_of(quotes)) or _figure(month, quotes):
        return True
    counted = set(words_of(quotes)) & (of_use("day") | of_use("year") | {"month", "monthly"})
    stretches = set(words_of(f"{near} {quotes}")) & of_use("stretch") or re.search(r"\b[QH][1-4]\b", f"{near} {quotes}")
    if counted or stretches:
        return True  # counted from the article's date; or a quarter, half or run of months told just before
    if re.search(r"(?<!\d)(?:19|20)\d{2}(?!\d)", f"{near} {quotes}") and month in (1, 3, 4, 6, 7, 9, 10, 12):
        return True  # the ends of a year of the calendar or the budget
    return bool(names & set(words_of(around))) or _figure(month, around) or not known


def _day(day: int, quotes: str, around: str, known: Mapping[str, Text]) -> bool:
    told = re.compile(rf"(?<!\d)0?{day}(?:st|nd|rd|th)?(?!\d)")
    if told.search(quotes) or set(words_of(quotes)) & (of_use("day") | ({"end"} if day in _LASTS else frozenset())):
        return True
    return told.search(around) is not None or not known


def _figure(month: int, words: str) -> bool:
    return re.search(rf"(?<!\d)(?:0?{month}[./-]\d|\d[./-]0?{month}(?!\d))", words) is not None


@cache
def _months() -> Mapping[int, frozenset[str]]:
    table = rows("dates/months.tsv", ("number", "name", "short", "common"))
    return {int(c[0]): frozenset(fold(name) for name in (c[1], *many(c[2]))) for _, c in table}
