"""What one time expression means: its form, the article's date and the tense of its clause give a stretch of time."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from kg.annotate import _calendar as cal
from kg.annotate._tense import Clauses
from kg.annotate._time_forms import CARDINALS, ORDINALS, Form, months, weekdays
from kg.types import PartialDate

_FISCAL_MONTHS = re.compile(
    r"(?:fiscal|financial|budget) year,? \(?(?:which runs |runs |running )?(?:from )?(?:1 )?([A-Z][a-z]{2,8})(?: 1)? ?(?:to|through|[-–—]) ?(?:\d\d? )?([A-Z][a-z]{2,8})"
)
_FISCAL_SPAN = re.compile(
    r"\b([A-Z][a-z]{2,8}) ?(?:[-–—]|to) ?[A-Z][a-z]{2,8} (?:period )?of (?:the |this |the current |last |the last )(?:fiscal|financial) year"
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


@dataclass(slots=True)
class Reader:
    """Reads the forms of one text in order, remembering what "the second day" and "the same day" lead back to."""

    published: PartialDate | None
    clauses: Clauses
    fiscal_start: int | None = None
    last_day: PartialDate | None = None
    last_range: tuple[PartialDate, PartialDate] | None = None
    year_hint: tuple[int, int, int] | None = field(default=None)  # year, where it stands, -1 last or 1 next

    def __post_init__(self) -> None:
        self.fiscal_start = fiscal_start(self.clauses.text)

    # years that words give

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
            return cal.year_of_month(self.published, month, tense, settled)
        return cal.year_of_day(self.published, month, day, tense, settled)

    # one method a form

    def read(self, form: Form, role: str) -> Meaning | None:
        """The meaning of a form, or None where nothing of it can be told; ``role`` is "settled" where it must have begun."""
        method = getattr(self, f"_{form.name}")
        meaning: Meaning | None = method(form, form.parts, role == "settled")
        if meaning is not None and meaning.grain in ("day", "weekday") and meaning.low is not None and meaning.high is not None:
            if meaning.wide:
                self.last_range = (meaning.low, meaning.high)
            else:
                self.last_day = meaning.low
        return meaning

    def _iso(self, form: Form, p: dict[str, str], settled: bool) -> Meaning | None:
        year, month, day = int(p["y"]), int(p["m"]), int(p["d"])
        return _one(PartialDate(year, month, day), "day") if cal.exists(year, month, day) else None

    def _slashed(self, form: Form, p: dict[str, str], settled: bool) -> Meaning | None:
        a, b, year = int(p["a"]), int(p["b"]), int(p["y"])
        if a <= 12 and b <= 12 and a != b:  # 10/11/2026 is in October or in November: only the year is sure
            return _one(PartialDate(year), "year") if a and b else None
        day, month = (a, b) if b <= 12 else (b, a)
        return _one(PartialDate(year, month, day), "day") if day and cal.exists(year, month, day) else None

    def _md(self, form: Form, p: dict[str, str], settled: bool) -> Meaning | None:
        month, day = months()[p["m"].rstrip(".")], _day(p["d"])
        year, relative, told = self.stated(p)
        if not told:
            year = self.infer(form, month, day, settled)
            relative = year is not None
        return _one(PartialDate(year, month, day), "day", relative) if cal.exists(year, month, day) else None

    _dm = _mdy = _md

    def _mdr(self, form: Form, p: dict[str, str], settled: bool) -> Meaning | None:
        first, last = _day(p["d"]), _day(p["e"])
        found = self._md(form, {**p, "d": p["d"]}, settled)
        if found is None or found.low is None or last <= first or not cal.exists(found.low.year, found.low.month or 1, last):
            return found
        return Meaning(found.low, PartialDate(found.low.year, found.low.month, last), "day", found.relative, True)

    _dmr = _mdr

    def _month(self, form: Form, p: dict[str, str], settled: bool) -> Meaning | None:
        month = months()[p["m"].rstrip(".")]
        year, relative, told = self.stated(p)
        here = self.published
        rel = p.get("rel", "").lower()
        if rel and not told:
            told = True
            if here is not None and here.year is not None:
                if rel == "this":
                    year = here.year
                elif here.month is not None:
                    year = here.year - (month >= here.month) if rel == "last" else here.year + (month <= here.month)
            relative = year is not None
        if not told:
            year = self.infer(form, month, None, settled)
            relative = year is not None
        return _one(PartialDate(year, month), "month", relative)

    def _mm(self, form: Form, p: dict[str, str], settled: bool) -> Meaning | None:
        first, last = months()[p["m"].rstrip(".")], months()[p["n"].rstrip(".")]
        year, relative, told = self.stated(p)
        if not told:
            year = self._period_year(form, last)
            if year is not None and "fy" in p and "last" in p["fy"]:
                year -= 1
            relative = year is not None
        begin = int(p["x"]) if "x" in p else None if year is None else year - (first > last)
        return Meaning(PartialDate(begin, first), PartialDate(year, last), "month", relative, True)

    def _period_year(self, form: Form, last: int) -> int | None:
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

    def _stretch(self, form: Form, first: int, last: int, p: dict[str, str], grain: str) -> Meaning:
        year, relative, told = self.stated(p)
        if not told:
            year = self._period_year(form, last)
            relative = year is not None
        return Meaning(PartialDate(year, first), PartialDate(year, last), grain, relative)

    def _quarter(self, form: Form, p: dict[str, str], settled: bool) -> Meaning | None:
        if "code" in p:
            size, n = (3 if p["code"][0] == "Q" else 6), int(p["code"][1])
        else:
            size = {"quarter": 3, "half": 6, "semester": 6}.get(p["what"], 4)
            word = p["n"]
            if word in ("last", "final"):
                if not self.stated(p)[2]:
                    return self._unit(form, {"rel": "last", "unit": "quarter"}, settled) if size == 3 and word == "last" else None
                n = 12 // size
            else:
                n = ORDINALS.index(word) + 1 if word in ORDINALS else int(word[0])
        if n * size > 12:
            return None
        return self._stretch(form, (n - 1) * size + 1, n * size, p, "half" if size == 6 else "quarter")

    def _mquarter(self, form: Form, p: dict[str, str], settled: bool) -> Meaning | None:
        last = months()[p["m"].rstrip(".")]
        year, relative, told = self.stated(p)
        if not told:
            year = self._period_year(form, last)
            relative = year is not None
        begin, first = cal.add_months(year if year is not None else 1, last, -2)
        return Meaning(PartialDate(begin if year is not None else None, first), PartialDate(year, last), "quarter", relative)

    def _first(self, form: Form, p: dict[str, str], settled: bool) -> Meaning | None:
        return self._stretch(form, 1, _count(p["n"]), p, "month")

    def _year(self, form: Form, p: dict[str, str], settled: bool) -> Meaning | None:
        return _one(PartialDate(int(p["y"])), "year")

    def _years(self, form: Form, p: dict[str, str], settled: bool) -> Meaning | None:
        first = int(p["y"])
        last = int(p["z"]) if len(p["z"]) == 4 else first - first % 100 + int(p["z"])
        if last <= first:
            return None
        if "m" in p and p["m"].rstrip(".") in months():
            self.fiscal_start = months()[p["m"].rstrip(".")]
        if last == first + 1 and ("fiscal" in p or len(p["z"]) == 2):
            return self._fiscal_years(first, last)
        return Meaning(PartialDate(first), PartialDate(last), "year", wide=True)

    def _fiscal_years(self, first: int, last: int) -> Meaning:
        start = self.fiscal_start
        if start is None:
            return Meaning(PartialDate(first), PartialDate(last), "fiscal-year")
        return self._fiscal_from(first, start)

    @staticmethod
    def _fiscal_from(year: int, month: int, relative: bool = False) -> Meaning:
        return Meaning(PartialDate(year, month), PartialDate(*cal.add_months(year, month, 11)), "fiscal-year", relative)

    def _fiscal(self, form: Form, p: dict[str, str], settled: bool) -> Meaning | None:
        here, start = self.published, self.fiscal_start
        if "rel" in p:
            if here is None or here.year is None or here.month is None or start is None:
                return None
            shift = {"last": -1, "previous": -1, "past": -1, "next": 1}.get(p["rel"], 0)
            return self._fiscal_from(here.year - (here.month < start) + shift, start, True)
        first = p.get("y") or p.get("w")
        if first is None:
            return None  # "the financial year (July to June)"
        year = int(first) if len(first) == 4 else 2000 + int(first)
        end = p.get("z") or p.get("v")
        if end is not None:
            last = int(end) if len(end) == 4 else year - year % 100 + int(end)
            return self._fiscal_years(year, last) if last == year + 1 else None
        if start is not None and start > 1:
            return self._fiscal_from(year - 1, start)  # a fiscal year is called by the year it ends in
        return _one(PartialDate(year), "fiscal-year")

    def _fiscalend(self, form: Form, p: dict[str, str], settled: bool) -> Meaning | None:
        here = self.published
        if "this" in p:
            if here is None or here.year is None or here.month is None:
                return None
            month, year, relative = here.month, here.year, True
        else:
            month = months()[(p.get("m") or p["m2"]).rstrip(".")]
            told = p.get("y") or p.get("y2")
            found = int(told) if told else self._period_year(form, month)
            if found is None:
                return None
            year, relative = found, told is None
        begin = PartialDate(*cal.add_months(year, month, -11))
        return Meaning(begin, PartialDate(year, month), "fiscal-year", relative)

    def _yearto(self, form: Form, p: dict[str, str], settled: bool) -> Meaning | None:
        month = months()[p["m"].rstrip(".")]
        year = int(p["y"]) if "y" in p else self._period_year(form, month)
        length = _count(p["n"]) if "n" in p else 12
        begin, first = cal.add_months(year if year is not None else 2, month, 1 - length)
        relative = "y" not in p and year is not None
        return Meaning(PartialDate(begin if year is not None else None, first), PartialDate(year, month), "month", relative, True)

    def _day(self, form: Form, p: dict[str, str], settled: bool) -> Meaning | None:
        if self.published is None:
            return None
        when = cal.shift_day(self.published, {"yesterday": -1, "tomorrow": 1}.get(p["word"].lower(), 0))
        return _one(when, "day", True) if when is not None else None

    def _weekday(self, form: Form, p: dict[str, str], settled: bool) -> Meaning | None:
        rel = p.get("rel", "").lower()
        if self.published is None or rel in ("every", "each"):
            return None
        tense = self.clauses.tense(form.start, form.end)
        if rel == "this" and tense == "":
            tense = "future"
        tense = {"last": "past", "next": "future"}.get(rel, tense)
        when = cal.day_of_week(self.published, weekdays()[p["wd"]], tense)
        if when == self.published and rel in ("last", "next"):
            when = cal.shift_day(self.published, -7 if rel == "last" else 7)
        return _one(when, "weekday", True) if when is not None else None

    def _unit(self, form: Form, p: dict[str, str], settled: bool) -> Meaning | None:
        here, unit = self.published, p.get("unit", "year")
        shift = {"last": -1, "next": 1}.get(p.get("rel", "").lower(), 0)
        if here is None or here.year is None:
            return None
        if unit == "year":
            if shift and not p.get("edge"):
                self.year_hint = (here.year + shift, form.start, shift)
            return _one(PartialDate(here.year + shift), "year", True)
        if here.month is None:
            return None
        if unit == "month":
            return _one(PartialDate(*cal.add_months(here.year, here.month, shift)), "month", True)
        if unit == "quarter":
            year, month = cal.add_months(here.year, (here.month - 1) // 3 * 3 + 1, 3 * shift)
            return Meaning(PartialDate(year, month), PartialDate(year, month + 2), "quarter", True)
        monday = cal.day_of_week(here, 1, "past")
        low = cal.shift_day(monday, 7 * shift) if monday is not None else None
        high = cal.shift_day(low, 6) if low is not None else None
        return Meaning(low, high, "week", True) if high is not None else None

    def _season(self, form: Form, p: dict[str, str], settled: bool) -> Meaning | None:
        year, relative, told = self.stated(p)
        if not told and p.get("rel", "").lower() == "this":
            year, told = self.year_word("this"), True
            relative = True
        return _one(PartialDate(year), "season", relative) if year is not None else None

    def _ago(self, form: Form, p: dict[str, str], settled: bool) -> Meaning | None:
        here, n = self.published, 1 if p["n"] == "a" else _count(p["n"])
        if here is None or here.year is None:
            return None
        if p["unit"].startswith("year"):
            return _one(PartialDate(here.year - n), "year", True)
        if p["unit"].startswith("month") and here.month is not None:
            return _one(PartialDate(*cal.add_months(here.year, here.month, -n)), "month", True)
        if p["unit"].startswith("day"):
            when = cal.shift_day(here, -n)
            return _one(when, "day", True) if when is not None else None
        return None

    def _same(self, form: Form, p: dict[str, str], settled: bool) -> Meaning | None:
        if self.clauses.text[form.start : form.end].endswith("time"):
            return None  # "at the same time"
        year, relative, _told = self.stated(p)
        when = PartialDate(year) if year is not None else None
        return Meaning(when, when, "comparison", relative)

    def _before(self, form: Form, p: dict[str, str], settled: bool) -> Meaning | None:
        return Meaning(None, None, "comparison")

    def _nth(self, form: Form, p: dict[str, str], settled: bool) -> Meaning | None:
        if self.last_range is None:
            return None
        low, high = self.last_range
        step = ORDINALS.index(p["n"])
        when = cal.shift_day(low, step)
        if when is None and low.day is not None and low.month == high.month and high.day is not None and low.day + step <= high.day:
            when = replace(low, day=low.day + step)
        return _one(when, "day", True) if when is not None and str(when) <= str(high) else None

    def _sameday(self, form: Form, p: dict[str, str], settled: bool) -> Meaning | None:
        return _one(self.last_day, "day", True) if self.last_day is not None else None


def fiscal_start(text: str) -> int | None:
    """The month in which the text's fiscal year begins, where it says so ("fiscal year (July to June)", "fiscal year that ended June 30")."""
    for pattern, shift in ((_FISCAL_MONTHS, 0), (_FISCAL_SPAN, 0), (_FISCAL_END, 1)):
        for match in pattern.finditer(text):
            month = months().get(match.group(1))
            if month is not None:
                return (month - 1 + shift) % 12 + 1
    return None


def _one(when: PartialDate, grain: str, relative: bool = False) -> Meaning:
    return Meaning(when, when, grain, relative)


def _day(word: str) -> int:
    return int(word.rstrip("sthndr"))


def _count(word: str) -> int:
    return CARDINALS.index(word) + 1 if word in CARDINALS else int(word)
