"""Days, weekdays, weeks, months and years: forms that name one point of the calendar."""

from __future__ import annotations

from dataclasses import replace

from kg.annotate import _calendar as cal
from kg.annotate._time_forms import ORDINALS, Form, months, weekdays
from kg.annotate._time_meaning import Context, Meaning, count, one
from kg.types import PartialDate


class Points(Context):
    """One method a form of ``_time_forms``; each gives a Meaning, or None where nothing can be told."""

    def _iso(self, form: Form, p: dict[str, str], settled: bool) -> Meaning | None:
        year, month, day = int(p["y"]), int(p["m"]), int(p["d"])
        return one(PartialDate(year, month, day), "day") if cal.exists(year, month, day) else None

    def _slashed(self, form: Form, p: dict[str, str], settled: bool) -> Meaning | None:
        a, b, year = int(p["a"]), int(p["b"]), int(p["y"])
        if a <= 12 and b <= 12 and a != b:  # 10/11/2026 is in October or in November: only the year is sure
            return one(PartialDate(year), "year") if a and b else None
        day, month = (a, b) if b <= 12 else (b, a)
        return one(PartialDate(year, month, day), "day") if day and cal.exists(year, month, day) else None

    def _md(self, form: Form, p: dict[str, str], settled: bool) -> Meaning | None:
        month, day = months()[p["m"].rstrip(".")], _day(p["d"])
        year, relative, told = self.stated(p)
        if not told:
            year = self.infer(form, month, day, settled)
            relative = year is not None
        return one(PartialDate(year, month, day), "day", relative) if cal.exists(year, month, day) else None

    _dm = _mdy = _md

    def _mdr(self, form: Form, p: dict[str, str], settled: bool) -> Meaning | None:
        first, last = _day(p["d"]), _day(p["e"])
        found = self._md(form, {**p, "d": p["d"]}, settled)
        between = self.clauses.text[max(form.start - 9, 0) : form.start].lower().rstrip().endswith("between")
        if last != first + 1 and not between and " and " in self.clauses.text[form.start : form.end].replace("\n", " "):
            return found  # "1 and 3 December": the first of two days
        if found is None or found.low is None or last <= first or not cal.exists(found.low.year, found.low.month or 1, last):
            return found
        return Meaning(found.low, PartialDate(found.low.year, found.low.month, last), "day", found.relative, True)

    _dmr = _mdr

    def _day(self, form: Form, p: dict[str, str], settled: bool) -> Meaning | None:
        if self.published is None:
            return None
        word = p["word"].lower()
        when = cal.shift_day(self.published, -1 if word.startswith("last") else {"yesterday": -1, "tomorrow": 1}.get(word, 0))
        return one(when, "day", True) if when is not None else None

    def _weekday(self, form: Form, p: dict[str, str], settled: bool) -> Meaning | None:
        rel = p.get("rel", "").lower()
        if self.published is None or rel.startswith(("every", "each")):
            return None
        tense = self.clauses.tense(form.start, form.end)
        if rel == "this" and tense == "":
            tense = "future"
        tense = {"last": "past", "next": "future"}.get(rel, tense)
        when = cal.day_of_week(self.published, weekdays()[p["wd"]], tense)
        if when == self.published and rel in ("last", "next"):
            when = cal.shift_day(self.published, -7 if rel == "last" else 7)
        return one(when, "weekday", True) if when is not None else None

    def _nth(self, form: Form, p: dict[str, str], settled: bool) -> Meaning | None:
        if self.last_range is None:
            return None
        low, high = self.last_range
        step = ORDINALS.index(p["n"])
        when = cal.shift_day(low, step)
        if when is None and low.day is not None and low.month == high.month and high.day is not None and low.day + step <= high.day:
            when = replace(low, day=low.day + step)
        return one(when, "day", True) if when is not None and str(when) <= str(high) else None

    def _sameday(self, form: Form, p: dict[str, str], settled: bool) -> Meaning | None:
        words = self.clauses.text[form.start : form.end].lower()
        when = self.last_past if words.startswith(("earlier", "later", "late", "early")) else self.last_day
        return one(when, "day", True) if when is not None else None

    def _dayafter(self, form: Form, p: dict[str, str], settled: bool) -> Meaning | None:
        when = cal.shift_day(self.last_day, -1 if p.get("back") else 1) if self.last_day is not None else None
        return one(when, "day", True) if when is not None else None

    def _ago(self, form: Form, p: dict[str, str], settled: bool) -> Meaning | None:
        here, n = self.published, 1 if p["n"] == "a" else count(p["n"])
        if here is None or here.year is None:
            return None
        if p["unit"].startswith("year"):
            return one(PartialDate(here.year - n), "year", True)
        if p["unit"].startswith("month") and here.month is not None:
            return one(PartialDate(*cal.add_months(here.year, here.month, -n)), "month", True)
        if p["unit"].startswith("day"):
            when = cal.shift_day(here, -n)
            return one(when, "day", True) if when is not None else None
        return None

    def _unit(self, form: Form, p: dict[str, str], settled: bool) -> Meaning | None:
        here, unit = self.published, p.get("unit", "year")
        shift = {"last": -1, "next": 1}.get(p.get("rel", "").lower(), 0)
        if here is None or here.year is None:
            return None
        if unit == "year":
            if shift and not p.get("edge"):
                self.year_hint = (here.year + shift, form.start, shift)
            return one(PartialDate(here.year + shift), "year", True)
        if here.month is None:
            return None
        if unit == "month":
            return one(PartialDate(*cal.add_months(here.year, here.month, shift)), "month", True)
        if unit == "quarter":
            year, month = cal.add_months(here.year, (here.month - 1) // 3 * 3 + 1, 3 * shift)
            return Meaning(PartialDate(year, month), PartialDate(year, month + 2), "quarter", True)
        monday = cal.day_of_week(here, 1, "past")
        low = cal.shift_day(monday, 7 * shift) if monday is not None else None
        high = cal.shift_day(low, 6) if low is not None else None
        return Meaning(low, high, "week", True) if high is not None else None

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
        return one(PartialDate(year, month), "month", relative)

    def _season(self, form: Form, p: dict[str, str], settled: bool) -> Meaning | None:
        year, relative, told = self.stated(p)
        if not told and p.get("rel", "").lower() == "this":
            year, told = self.year_word("this"), True
            relative = True
        return one(PartialDate(year), "season", relative) if year is not None else None

    def _year(self, form: Form, p: dict[str, str], settled: bool) -> Meaning | None:
        return one(PartialDate(int(p["y"])), "year")


def _day(word: str) -> int:
    return int(word.rstrip("sthndr"))
