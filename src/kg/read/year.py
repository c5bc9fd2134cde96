"""The year of an article that states no date, from its own words, and only where they leave one reading.

Three ways, each of which needs two things said: an event named with its year and the year before told as past; months of a year told as
just gone by; figures of one past year beside "last year" and "this year". A year that stands alone tells nothing.
"""

from __future__ import annotations

import re
from typing import Final

_YEAR: Final = re.compile(r"(?<![\d/.,$€£¥-])\b((?:19|20)\d\d)\b(?![\d/%]|[.,]\d| (?:billion|million|businesses|people|units|tonnes))")
_AHEAD: Final = re.compile(
    r"\b(?:by|until|till|through|to|towards?|target(?:s|ed)? (?:for|of)|aims?|plans?|planned|expect(?:s|ed)?|forecast|will|would|should|scheduled"
    r"|vision|strategy|period|end of|since|from|early as|goal)\b[^.]{0,60}\Z",
    re.IGNORECASE,
)
_COUNT: Final = r"(?:two|three|four|five|six|seven|eight|nine|ten|eleven|\d{1,2})"
_PART: Final = re.compile(
    rf"\b(?:first (?:{_COUNT} months?|quarter|half)|(?:third|second) quarter|early (?:period|part|months|days)|beginning|January[-–]\w+) of"
    r" ((?:19|20)\d\d)\b",
    re.IGNORECASE,
)
_EDITION: Final = re.compile(
    r"\b(?:[Tt]he |[Aa]n? )((?:19|20)\d\d) (?:[A-Z][\w'\u2019-]*)(?: (?:[A-Z][\w'\u2019-]*|of|on|for|and|the|in)){1,12}"
    r"|\b(?:[A-Z][\w'\u2019-]*)(?: (?:[A-Z][\w'\u2019-]*|of|on|for|and|the|[-–])){1,12} ((?:19|20)\d\d)\b(?= (?:is|was|were|has|drew|took|opened|closed|ran|brought))"
)
_PAST_YEAR: Final = re.compile(
    r"\b(?:in|of|for|with|against|than in|over|from|during|throughout|months of|year) (?:the (?:whole|year|end) (?:of )?)?((?:19|20)\d\d)\b", re.IGNORECASE
)
_LAST_YEAR: Final = re.compile(r"\b(?:last year|the previous year|a year (?:earlier|ago))\b", re.IGNORECASE)
_MONTH_LAST_YEAR: Final = re.compile(
    r"\b(?:January|February|March|April|May|June|July|August|September|October|November|December)(?: of)?,? last year\b"
)
_THIS_YEAR: Final = re.compile(rf"\b(?:(?:first )?{_COUNT} months|quarter|half|beginning|start) of (?:this|the) year\b|\bso far this year\b", re.IGNORECASE)


def infer_year(text: str) -> int | None:
    """The year in which the article was written, or None. ``text`` is the article without furniture."""
    past = _past_years(text)
    told: set[int] = set()
    editions = {int(year) for m in _EDITION.finditer(text) for year in m.groups() if year}
    told |= {year for year in editions if year - 1 in past and year >= max(past)}
    parts = {int(m.group(1)) for m in _PART.finditer(text)}
    if parts and past and max(parts) >= max(past):
        told.add(max(parts))
    every = {int(m.group(1)) for m in _YEAR.finditer(text)}
    if len(every) == 1 and every == past and _MONTH_LAST_YEAR.search(text) and _THIS_YEAR.search(text):
        told.add(every.pop() + 1)
    return told.pop() if len(told) == 1 else None


def _past_years(text: str) -> set[int]:
    """Years of which something is told as done; years of plans, targets and spans are left out."""
    found = set()
    for m in _PAST_YEAR.finditer(text):
        before = text[max(0, m.start() - 80) : m.start()]
        sentence = max(before.rfind(". "), before.rfind("\n"))
        if not _AHEAD.search(before[sentence + 1 :]):
            found.add(int(m.group(1)))
    return found
