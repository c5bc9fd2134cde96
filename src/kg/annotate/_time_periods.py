"""Quarters, halves, runs of months and years, fiscal years, and the periods that figures are compared with."""

from __future__ import annotations

import re

from kg.annotate import _calendar as cal
from kg.annotate._time_forms import ORDINALS, Form, months
from kg.annotate._time_meaning import Meaning, count, one
from kg.annotate._time_points import Points
from kg.types import PartialDate

NO_YEAR = (0, 0)  # a fiscal year of which nobody says when it begins


_DASH = re.compile(r"[^\n]{0,24}?(?:\s[-–—]|[—:|]|\n|$)")


def _files(text: str, form: Form) -> bool:
    """Whether a day only tells when the article was filed ("HELSINKI, 5 March 2025 -"): "the same day" is none of it."""
    before = text[text.rfind("\n", 0, form.start) + 1 : form.start]
    return not any(word[:1].islower() for word in before.split()) and _DASH.match(text, form.end) is not None


class Reader(Points):
    """Reads every form; those of more than one month are here."""

    def read(self, form: Form, role: str) -> Meaning | None:
        """The meaning of a form, or None where nothing of it can be told; ``role`` is "settled" where it must have begun."""
        method = getattr(self, f"_{form.name}")
        meaning: Meaning | None = method(form, form.parts, role == "settled")
        if meaning is not None and meaning.grain in ("day", "weekday") and meaning.low is not None and meaning.high is not None:
            if meaning.wide:
                self.last_range = (meaning.low, meaning.high)
            elif role not in ("until", "before") and not (meaning.low == self.published and _files(self.clauses.text, form)):
                self.last_day = meaning.low
                if self.published is None or str(meaning.low) <= str(self.published):
                    self.last_past = meaning.low
        return meaning

    def _mm(self, form: Form, p: dict[str, str], settled: bool) -> Meaning | None:
        first, last = months()[p["m"].rstrip(".")], months()[p["n"].rstrip(".")]
        begins = self._fiscal_part(p)
        if begins is not None:
            stated = re.match(r"(?:19|20)\d\d(?=[-–/])", p["part"][-7:])
            if begins is not NO_YEAR:
                year: int | None = begins[0] + (last < begins[1])
            elif stated is not None:  # "April-September 2016-17": no fiscal year begins before April
                year = int(stated.group()) + (last < 4 or first > last)
            else:
                year = self.period_year(form, last)
                year = year - 1 if year is not None and "last" in p["part"] else year
            return Meaning(
                PartialDate(year if year is None else year - (first > last), first), PartialDate(year, last), "month", True, True
            )
        year, relative, told = self.stated(p)
        if not told:
            year = self.period_year(form, last)
            relative = year is not None
        begin = int(p["x"]) if "x" in p else None if year is None else year - (first > last)
        return Meaning(PartialDate(begin, first), PartialDate(year, last), "month", relative, True)

    def _fiscal_part(self, p: dict[str, str]) -> tuple[int, int] | None:
        """Year and month in which the fiscal year of "the first half of the current fiscal year" begins; ``NO_YEAR`` where nobody says."""
        if "part" not in p:
            return None
        words, start, here = p["part"].lower(), self.fiscal_start, self.published
        if start is None:
            return NO_YEAR
        told = re.search(r"(\d{2,4})(?:[-–/](\d{2,4}))?$", words)
        if told is not None:
            year = int(told.group(1)) if len(told.group(1)) == 4 else 2000 + int(told.group(1))
            return year - (told.group(2) is None and start > 1 and not self.fiscal_first), start
        if here is None or here.year is None or here.month is None:
            return NO_YEAR
        shift = -1 if re.search(r"last|previous|past", words) else "next" in words
        return here.year - (here.month < start) + shift, start

    def _stretch(self, form: Form, first: int, last: int, p: dict[str, str], grain: str) -> Meaning:
        begins = self._fiscal_part(p)
        if begins is NO_YEAR:
            return Meaning(None, None, "fiscal-year")
        if begins is not None:
            low, high = cal.add_months(*begins, first - 1), cal.add_months(*begins, last - 1)
            return Meaning(PartialDate(*low), PartialDate(*high), grain, True)
        year, relative, told = self.stated(p)
        if not told:
            year = self.period_year(form, last)
            relative = year is not None
        return Meaning(PartialDate(year, first), PartialDate(year, last), grain, relative)

    def _quarter(self, form: Form, p: dict[str, str], settled: bool) -> Meaning | None:
        if "code" in p:
            size, n = (3 if p["code"][0] == "Q" else 6), int(p["code"][1])
        else:
            size = {"quarter": 3, "half": 6, "semester": 6}.get(p["what"], 4)
            word = p["n"].lower()
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
            year = self.period_year(form, last)
            relative = year is not None
        begin, first = cal.add_months(year if year is not None else 1, last, -2)
        return Meaning(PartialDate(begin if year is not None else None, first), PartialDate(year, last), "quarter", relative)

    def _first(self, form: Form, p: dict[str, str], settled: bool) -> Meaning | None:
        number = count(p.get("n") or p["k"]) * (3 if p.get("what", "").startswith("quarter") else 1)
        return self._stretch(form, 1, number, p, "month") if number <= 12 else None

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
        if start is not None and start > 1:  # a fiscal year is called by the year it ends in, but not everywhere
            return self._fiscal_from(year - (not self.fiscal_first), start)
        return one(PartialDate(year), "fiscal-year")

    def _fiscalend(self, form: Form, p: dict[str, str], settled: bool) -> Meaning | None:
        here = self.published
        if "this" in p:
            if here is None or here.year is None or here.month is None:
                return None
            month, year, relative = here.month, here.year, True
        else:
            month = months()[(p.get("m") or p["m2"]).rstrip(".")]
            told = p.get("y") or p.get("y2")
            found = int(told) if told else self.period_year(form, month)
            if found is None:
                return None
            year, relative = found, told is None
        begin = PartialDate(*cal.add_months(year, month, -11))
        return Meaning(begin, PartialDate(year, month), "fiscal-year", relative)

    def _yearto(self, form: Form, p: dict[str, str], settled: bool) -> Meaning | None:
        month = months()[p["m"].rstrip(".")]
        year = int(p["y"]) if "y" in p else self.period_year(form, month)
        length = count(p["n"]) if "n" in p else 12
        begin, first = cal.add_months(year if year is not None else 2, month, 1 - length)
        relative = "y" not in p and year is not None
        return Meaning(PartialDate(begin if year is not None else None, first), PartialDate(year, month), "month", relative, True)

    def _same(self, form: Form, p: dict[str, str], settled: bool) -> Meaning | None:
        if self.clauses.text[form.start : form.end].endswith("time"):
            return None  # "at the same time"
        year, relative, _told = self.stated(p)
        when = PartialDate(year) if year is not None else None
        return Meaning(when, when, "comparison", relative)

    def _before(self, form: Form, p: dict[str, str], settled: bool) -> Meaning | None:
        return Meaning(None, None, "comparison")
