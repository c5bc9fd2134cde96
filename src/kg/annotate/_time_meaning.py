"""What a time expression means, and the years that its text gives to forms without one."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from kg.annotate import _calendar as cal
from kg.annotate._tense import Clauses
from kg.annotate._time_forms import CARDINALS, Form, months
from kg.types import PartialDate

_FISCAL_MONTHS = re.compile(
    r"(?:fiscal|financial|budget) year,? \(?(?:which runs |runs |running )?(?:from )?(?:1 )?([A-Z][a-z]{2,8})(?: 1)? ?(?:to|through"
    r"|[-–—]) ?(?:\d\d? )?([A-Z][a-z]{2,8})"
)
_FISCAL_SPAN = re.compile(
    r"\b([A-Z][a-z]{2,8}) ?(?:[-–—]|to) ?[A-Z][a-z]{2,8} (?:period )?of (?:the |this |the current |last |the last )(?:fiscal"
    r"|financial) year"
)
_FISCAL_END = re.compile(r"(?:fiscal|financial) year (?:that |which )?(?:ended|ends|ending|to)(?: on)? ([A-Z][a-z]{2,8}) (?:30|31|28|29)\b")


@dataclass(frozen=True, slots=True)
class Meaning:
    """A stretch of time; a side is None where it cannot be told. ``wide`` is True where the words give two ends."""

    low: PartialDate | None
    high: PartialDate | None
    grain: str
    relative: bool = False
    wide: bool = False


@dataclass
class Context:
    """What is known while the forms of one text are read in order: its date, its clauses, and what "the same day" leads back to."""

    published: PartialDate | None
    clauses: Clauses
    fiscal_start: int | None = None  # the month in which a fiscal year begins
    fiscal_first: bool = False  # whether one number calls a fiscal year by the calendar year it begins in
    last_day: PartialDate | None = None
    last_past: PartialDate | None = None  # the last day told that is not after the article
    last_range: tuple[PartialDate, PartialDate] | None = None
    year_hint: tuple[int, int, int] | None = field(default=None)  # year, where it stands, -1 last or 1 next

    def __post_init__(self) -> None:
        self.fiscal_start = fiscal_start(self.clauses.text) or self.fiscal_start

    def year_word(self, words: str) -> int | None:
        """ "this year", "last year", "next year", "the year" against the article's year."""
        if self.published is None or self.published.year is None:
            return None
        first = words.lower().split()
        if "last" in first or "previous" in first or "past" in first:
            return self.published.year - 1
        if "next" in first or "following" in first:
            return self.published.year + 1
        return self.published.year

    def stated(self, parts: dict[str, str]) -> tuple[int | None, bool, bool]:
        """The year that the form itself states: year, whether it was relative, whether it stated one at all."""
        if "y" in parts:
            return int(parts["y"]), False, True
        for key in ("yr", "ty"):
            if key in parts:
                year = self.year_word(parts[key])
                return year, year is not None, True
        return None, False, False

    def hinted(self, form: Form, tense: str) -> int | None:
        """The year of a "next year" or "last year" earlier in the same sentence ("Next year's fair is set for Oct. 7")."""
        if self.year_hint is None:
            return None
        year, at, direction = self.year_hint
        left, _ = self.clauses.bounds_of(form.start, form.end)
        return year if at >= left and tense != ("past" if direction > 0 else "future") else None

    def infer(self, form: Form, month: int, day: int | None, settled: bool) -> int | None:
        """The year of a month or day named without one."""
        if self.published is None:
            return None
        tense = self.clauses.tense(form.start, form.end)
        hint = self.hinted(form, tense)
        if hint is not None:
            return hint
        if day is None:
            over = settled or (tense == "past" and self.published.month not in (None, month) and self.clauses.done(form.start))
            return cal.year_of_month(self.published, month, tense, over)
        return cal.year_of_day(self.published, month, day, tense, settled)

    def period_year(self, form: Form, last: int) -> int | None:
        """The year in which a period of several months ends; a figure's period is over unless its clause looks ahead."""
        here = self.published
        if here is None or here.year is None:
            return None
        tense = self.clauses.tense(form.start, form.end)
        hint = self.hinted(form, tense)
        if hint is not None:
            return hint
        if here.month is None:
            return None if tense in ("future", "planned") else here.year
        if tense in ("future", "planned"):
            return here.year + (last < here.month)
        return here.year - (last > here.month)


def fiscal_start(text: str) -> int | None:
    """The month in which the text's fiscal year begins, where it says so ("fiscal year (July to June)")."""
    for pattern, shift in ((_FISCAL_MONTHS, 0), (_FISCAL_SPAN, 0), (_FISCAL_END, 1)):
        for match in pattern.finditer(text):
            month = months().get(match.group(1))
            if month is not None:
                return (month - 1 + shift) % 12 + 1
    return None


def one(when: PartialDate, grain: str, relative: bool = False) -> Meaning:
    """A meaning with both sides the same."""
    return Meaning(when, when, grain, relative)


def count(word: str) -> int:
    """The value of "seven" or "7"."""
    return CARDINALS.index(word) + 1 if word in CARDINALS else int(word)
