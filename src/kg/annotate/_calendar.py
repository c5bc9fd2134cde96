"""Arithmetic of partial dates: ends of months, distances, the weekday or month that a news text means."""

from __future__ import annotations

import calendar
from datetime import date, timedelta

from kg.types import PartialDate

NEAR_DAYS = 75  # a day without a year this close to the article is meant, whatever the tense says
STALE_MONTHS = 9  # a past month without a year is not further back than this: "last June" would be written
SOON_MONTHS = 3


def known_day(when: PartialDate | None) -> date | None:
    """The calendar day of a full date, else None."""
    if when is None or when.year is None or when.month is None or when.day is None:
        return None
    try:
        return date(when.year, when.month, when.day)
    except ValueError:
        return None


def partial(day: date) -> PartialDate:
    """A calendar day as a date of the graph."""
    return PartialDate(day.year, day.month, day.day)


def month_length(month: int, year: int | None) -> int:
    """Days of a month; without a year February has 29, since a day of it may be meant."""
    return calendar.monthrange(year if year is not None else 2000, month)[1]


def exists(year: int | None, month: int, day: int) -> bool:
    """Whether the calendar has that day ("31 June" it has not)."""
    return 1 <= month <= 12 and 1 <= day <= month_length(month, year)


def add_months(year: int, month: int, count: int) -> tuple[int, int]:
    """Year and month ``count`` months on."""
    at = year * 12 + (month - 1) + count
    return at // 12, at % 12 + 1


def month_end(when: PartialDate) -> PartialDate:
    """The last day of a month: "by the end of June" is the 30th. February without a year stays a month."""
    if when.month is None or when.day is not None or (when.month == 2 and when.year is None):
        return when
    return PartialDate(when.year, when.month, month_length(when.month, when.year))


def shift_day(when: PartialDate, days: int) -> PartialDate | None:
    """A full date some days on; None where the date is not full or leaves the calendar."""
    day = known_day(when)
    if day is None:
        return None
    try:
        return partial(day + timedelta(days=days))
    except OverflowError:
        return None


def year_of_month(published: PartialDate, month: int, tense: str, settled: bool) -> int | None:
    """The year of a month named without one, or None where it cannot be told.

    ``tense`` is past, future, planned or "". ``settled`` is True for a month that must have begun ("since February").
    Past: the latest such month up to the article, unless that is stale and the next one is at hand. Future: the next one. Neither:
    the nearest, where it is clearly so. An article of which only the year is known gives it to past months alone.
    """
    if published.year is None:
        return None
    if published.month is None:
        return published.year if tense == "past" or settled else None
    back = (published.month - month) % 12
    ahead = (month - published.month) % 12
    before, after = published.year - (month > published.month), published.year + (month < published.month)
    if settled:
        return before
    if tense == "past":
        return after if back > STALE_MONTHS and ahead < SOON_MONTHS else before
    if tense == "future":
        return after
    return after if ahead < back else before


def year_of_day(published: PartialDate, month: int, day: int, tense: str, settled: bool) -> int | None:
    """The year of a day and month named without one; as ``year_of_month``, but the tense yields to a day near the article."""
    here = known_day(published)
    if here is None:
        return year_of_month(published, month, tense, settled)
    found: list[date] = []
    for year in (here.year - 1, here.year, here.year + 1):
        if exists(year, month, day) and 1 <= year <= 9999:
            found.append(date(year, month, day))
    if not found:
        return None
    past = [d for d in found if d <= here]
    future = [d for d in found if d >= here]
    if settled and past:
        return past[-1].year
    nearest = min(found, key=lambda d: (abs((d - here).days), d))
    if abs((nearest - here).days) <= NEAR_DAYS:
        return nearest.year
    if tense == "past" and past:
        return past[-1].year
    if tense == "future" and future:
        return future[0].year
    return nearest.year


def day_of_week(published: PartialDate, weekday: int, tense: str) -> PartialDate | None:
    """The day that "on Thursday" means, Monday being 1; None unless the article's own day is known.

    The article's own weekday is that day. Past: the last one; future: the next one; planned and undone: the nearer of the two.
    """
    here = known_day(published)
    if here is None:
        return None
    back = (here.isoweekday() - weekday) % 7
    ahead = (weekday - here.isoweekday()) % 7
    forward = tense == "future" or (tense == "planned" and ahead < back)
    return shift_day(published, ahead if forward else -back)
