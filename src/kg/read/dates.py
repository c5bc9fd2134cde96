"""Dates as mastheads, date lines and metadata state them. As precise as stated: a day that may be a month gives the year alone."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from kg.data import many, rows
from kg.types import PartialDate


class StatedDate(NamedTuple):
    """A date in words or figures: ``text[start:end]``."""

    start: int
    end: int
    date: PartialDate


class _Grammar(NamedTuple):
    pattern: re.Pattern[str]
    weekday: re.Pattern[str]
    months: dict[str, int]
    weekdays: dict[str, int]


@cache
def _grammar() -> _Grammar:
    months = {
        form.lower(): int(number)
        for _, (number, name, short, _) in rows("dates/months.tsv", ("number", "name", "short", "common"))
        for form in (name, *many(short))
    }
    weekdays = {
        form.lower(): int(number)
        for _, (number, name, short) in rows("dates/weekdays.tsv", ("number", "name", "short"))
        for form in (name, *many(short))
    }
    month = "(?:" + "|".join(sorted(months, key=lambda m: (-len(m), m))) + r")\b\.?"
    day = r"\d{1,2}(?:st|nd|rd|th)?"
    pattern = "|".join(
        (
            r"(?<![\d/.-])(?P<iso_y>(?:19|20)\d\d)(?P<iso_sep>[-/.])(?P<iso_m>\d{1,2})(?P=iso_sep)(?P<iso_d>\d{1,2})(?!\d)",
            rf"\b(?P<dmy_d>{day})(?:[ ](?:of[ ])?|-)(?P<dmy_m>{month})(?:,?[ ]|-)(?P<dmy_y>(?:19|20)\d\d)\b",
            rf"\b(?P<mdy_m>{month})[ ](?P<mdy_d>{day})(?:,[ ]?|[ ]|/)(?P<mdy_y>(?:19|20)\d\d)\b",
            r"(?<![\d/.-])(?P<num_a>\d{1,2})(?P<num_sep>[-/.])(?P<num_b>\d{1,2})(?P=num_sep)(?P<num_y>(?:19|20)\d\d)(?!\d)",
            rf"\b(?P<my_m>{month}),?[ ](?P<my_y>(?:19|20)\d\d)\b",
            rf"\b(?P<md_m>{month})[ ](?P<md_d>{day})\b(?![.,]?\d)",
            rf"\b(?P<dm_d>{day})[ ](?P<dm_m>{month})",
        )
    )
    weekday = r"\b(?:" + "|".join(sorted(weekdays, key=lambda w: (-len(w), w))) + r")\b"
    return _Grammar(re.compile(pattern, re.IGNORECASE), re.compile(weekday, re.IGNORECASE), months, weekdays)


def dates_in(text: str) -> Iterator[StatedDate]:
    """The dates of a line, in order; what is no date of the calendar is passed over."""
    grammar = _grammar()
    for m in grammar.pattern.finditer(text):
        date = _date({k: v for k, v in m.groupdict().items() if v is not None}, text, grammar)
        if date is not None:
            yield StatedDate(m.start(), m.end(), date)


def weekdays_in(text: str) -> tuple[int, ...]:
    """The days of the week that a line names, Monday being 1."""
    grammar = _grammar()
    return tuple(grammar.weekdays[m.group().lower()] for m in grammar.weekday.finditer(text))


def without_dates(text: str) -> str:
    """The line without its dates and days of the week."""
    grammar = _grammar()
    return grammar.weekday.sub(" ", grammar.pattern.sub(" ", text))


def stated_date(value: str) -> PartialDate | None:
    """The date that a field or meta element states, or None; a bare year counts."""
    value = value.strip()
    found = next(dates_in(value[:200]), None)
    if found is not None:
        return found.date
    if re.fullmatch(r"(?:19|20)\d\d", value):
        return PartialDate(int(value))
    month = re.fullmatch(r"((?:19|20)\d\d)-(0[1-9]|1[0-2])", value)
    if month:
        return PartialDate(int(month.group(1)), int(month.group(2)))
    compact = re.match(r"((?:19|20)\d\d)(\d\d)(\d\d)(?!\d)", value)
    return _day(int(compact.group(1)), int(compact.group(2)), int(compact.group(3))) if compact else None


def _date(parts: dict[str, str], text: str, grammar: _Grammar) -> PartialDate | None:
    def month(key: str) -> int:
        return grammar.months[parts[key].rstrip(".").lower()]

    def number(key: str) -> int:
        return int("".join(c for c in parts[key] if c.isdigit()))

    if "iso_y" in parts:
        return _day(number("iso_y"), number("iso_m"), number("iso_d"))
    if "dmy_y" in parts:
        return _day(number("dmy_y"), month("dmy_m"), number("dmy_d"))
    if "mdy_y" in parts:
        return _day(number("mdy_y"), month("mdy_m"), number("mdy_d"))
    if "num_y" in parts:
        return _either(number("num_y"), number("num_a"), number("num_b"), text)
    if "my_y" in parts:
        return PartialDate(number("my_y"), month("my_m"))
    key = "md" if "md_m" in parts else "dm"
    day = _day(2000, month(f"{key}_m"), number(f"{key}_d"))  # 2000 has a 29 February
    return PartialDate(None, day.month, day.day) if day else None


def _day(year: int, month: int, day: int) -> PartialDate | None:
    try:
        datetime.date(year, month, day)
    except ValueError:
        return None
    return PartialDate(year, month, day)


def _either(year: int, a: int, b: int, text: str) -> PartialDate | None:
    """16/10/2025 is decided by the calendar, 03/04/2025 only by a day of the week beside it; else the year alone is sure."""
    readings = {date for date in (_day(year, b, a), _day(year, a, b)) if date is not None}
    if len(readings) > 1:
        named = weekdays_in(text)
        readings = {d for d in readings if d.month and d.day and datetime.date(year, d.month, d.day).isoweekday() in named} or readings
    if len(readings) == 1:
        return readings.pop()
    return PartialDate(year) if readings else None


def month_names() -> tuple[str, ...]:
    """The months' full names in order."""
    return tuple(name for _, (_, name, _, _) in rows("dates/months.tsv", ("number", "name", "short", "common")))
