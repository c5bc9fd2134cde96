"""The period of a figure and what its change is measured against."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.extract._figures import GRAINS, phrases
from kg.types import DateMention, Document, PartialDate, Period

_REPORTED = re.compile(
    r"\b(?:released|published|issued|reported|report|said|announced|signed|held|adopted|born|founded|established|told|stated|launched|dated"
    r"|set up|approved)"
    r"(?: (?:on|in|at|earlier|late|a|the|its|by|this|last|press|conference|briefing)){0,5} $",
    re.IGNORECASE,
)
Months = tuple[PartialDate | None, PartialDate | None]


def months(date: DateMention) -> Months:
    """First and last month (or day) of a time expression; (None, None) where it is no stretch with both ends."""
    return whole(date.period)


def whole(period: Period) -> Months:
    """A period whose sides are months: the year 2025 is 2025-01 to 2025-12."""
    low, high = period.start, period.end
    if low is None or high is None:
        return None, None
    if low.month is None:
        low = PartialDate(low.year, 1)
    if high.month is None:
        high = PartialDate(high.year, 12)
    return PartialDate(low.year, low.month), PartialDate(high.year, high.month)


def is_period(doc: Document, date: DateMention) -> bool:
    """Whether a time expression can be the period of a figure, and not the day it was told or what it is compared with."""
    if date.grain not in GRAINS or date.role not in ("date", "range") or date.period.start is None or date.period.end is None:
        return False
    if date.text.endswith("ago") or _unknown(date):
        return False
    if date.grain in ("year", "fiscal-year") and re.search(r"\b(?:end|close|start|beginning)\b", date.text):
        return False
    if re.match(r"(?:by|as of|as at|since|until)\b", date.text, re.IGNORECASE):
        return False
    return _REPORTED.search(doc.text, max(0, date.start - 60), date.start) is None


def _unknown(date: DateMention) -> bool:
    """Whether it is a fiscal year, or a part of one, of which nobody says when it begins."""
    low, high = date.period.start, date.period.end
    return date.grain == "fiscal-year" and (low is None or high is None or (low.month is None and low.year != high.year))


def stock(date: DateMention) -> bool:
    """Whether a time expression makes a figure a stock or a running total ("as of May", "since 2022", "by the end of June")."""
    if re.search(r"\b(?:end|close) of\b", date.text) and date.grain in ("year", "fiscal-year"):
        return True
    if _unknown(date):
        return True
    if re.search(r"\b(?:ago|earlier|before)$", date.text):
        return False  # "unchanged from a year ago"
    return date.role in ("since", "until", "before", "after") or re.match(r"as (?:of|at)\b", date.text, re.IGNORECASE) is not None


def span(first: PartialDate | None, last: PartialDate | None) -> int:
    """Length of a period in months; 0 where it is not known."""
    if first is None or last is None or first.year is None or last.year is None:
        return 0
    return (last.year - first.year) * 12 + (last.month or 12) - (first.month or 1) + 1


def within(period: Months, outer: Months) -> Months:
    """A period without a year ("July") in the year of the stretch it lies in."""
    (first, last), (low, high) = period, outer
    if first is None or last is None or first.year is not None or low is None or high is None or low.year is None or low.year != high.year:
        return period
    if not (low.month or 1) <= (first.month or 0) <= (last.month or 13) <= (high.month or 12):
        return period
    return PartialDate(low.year, first.month), PartialDate(low.year, last.month)


def basis(text: str, period: Months, compared: Sequence[DateMention]) -> str:
    """yoy, mom, qoq or ytd: from the words around a change, else from the time that it is compared with; "" where neither tells."""
    low = " " + re.sub(r"[\s,;.()]+", " ", text.lower()) + " "
    found = next(
        (kind for phrase, kind in phrases("basis") if f" {phrase} " in low and _quarterly(phrase, low)),
        "",
    )
    if found == "qoq" and span(*period) not in (0, 3):
        found = ""
    if found:
        return found
    for date in compared:
        kind = _compare(period, whole(date.period) if date.period.start is not None and date.period.end is not None else (None, None))
        if kind:
            return kind
    return ""


def _quarterly(phrase: str, low: str) -> bool:
    """Whether "in the second", "from the first" mean a quarter."""
    if not re.match(r"(?:in|from) the (?:first|second|third|fourth)$", phrase):
        return True
    return re.search(
        rf"(?:than )?{phrase} (?!half|quarter of|month|seven|six|nine|two|three|four|five|eight|ten|eleven|week|day|time|country)", low
    ) is not None and (phrase.startswith("from") or f"than {phrase}" in low)


def _compare(period: Months, other: Months) -> str:
    length, width = span(*period), span(*other)
    (first, _), (before, _) = period, other
    if first is None or before is None or first.year is None or before.year is None or not width:
        if first is not None and before is not None and before.month and first.month and width == 0 and length in (0, 1):
            return "yoy" if first.month == before.month else "mom"
        return {1: "mom", 3: "qoq", 12: "yoy"}.get(width, "") if not length else ""
    apart = (first.year - before.year) * 12 + (first.month or 1) - (before.month or 1)
    if apart == 12 or (width == 12 and 12 <= apart <= 23):
        return "yoy"
    if length == width == 1 and apart == 1:
        return "mom"
    if length == width == 3 and apart == 3:
        return "qoq"
    if length == width == 12 and apart % 12 == 0:
        return "yoy"
    return ""


def stands(doc: Document, dates: Sequence[DateMention], first: int, last: int) -> tuple[DateMention, ...]:
    """The time expressions between two offsets."""
    return tuple(d for d in dates if first <= d.start and d.end <= last)
