"""Time expressions: where they stand, the stretch of time they mean, as precise as the words and the article's date allow.

Own rules over closed word lists (TIMEX3's division into forms, news conventions for the reading): no library that was tried keeps
partial dates partial. What is read:

- A weekday needs the article's full date, and is the last one on or before it, or the next one where its clause looks ahead
  ("will … on Saturday"). No year is worked out from a weekday.
- A day or month without a year takes the year in which it lies nearest to the article, the clause's tense deciding where two are
  possible. An article of which only the year is known gives that year to months and days told in the past and to stated periods
  ("in the first seven months"); what is to come keeps ``--09``. Without an article date nothing is added.
- "by the end of June" reaches to its last day (``--06-30``); "by the end of 2026" stays ``2026``; "at the end of May" is May.
- What a figure is compared with ("than in July", "a year earlier") has the grain ``comparison``: it is never the figure's period. Its
  period has no sides where nothing is known.
- A fiscal year and its parts ("the first half of the current fiscal year") begin when the text says, else when ``home``'s does; where
  neither is known the expression has no sides, so that nothing else is taken for the time of its clause.
- Seasons give their year only. "10/11/2026" gives its year only, since the order of day and month differs between countries.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from kg.annotate import _calendar as cal
from kg.annotate._tense import clauses
from kg.annotate._time_forms import Form, common_months, scan
from kg.annotate._time_meaning import Meaning
from kg.annotate._time_periods import Reader
from kg.data import rows
from kg.types import DateMention, DateRole, PartialDate, Period

_ROLES: tuple[tuple[DateRole, re.Pattern[str]], ...] = (
    (
        "until",
        re.compile(r"\b(?:by|until|till|through|up to|up until|no later than|not later than|valid to)\s+(?:the\s+)?$", re.IGNORECASE),
    ),
    ("before", re.compile(r"\b(?:before|prior to|ahead of)\s+(?:the\s+)?$", re.IGNORECASE)),
    (
        "since",
        re.compile(
            r"\b(?:since|(?:with effect |starting |beginning |effective )?from|starting|effective|as from)\s+(?:on\s+|the\s+)?$",
            re.IGNORECASE,
        ),
    ),
    ("after", re.compile(r"\b(?:after|following)\s+(?:the\s+)?$", re.IGNORECASE)),
    ("date", re.compile(r"\b(?:as of|as at|at)\s+(?:the\s+)?$", re.IGNORECASE)),
)
_CHANGE = re.compile(
    r"(?:%|\bper ?cent\b|\bpct\b|\b(?:up|down|rise|rose|fall|fell|drop|dropped|decline|declined|decrease|decreased|increase|increased|gain|"
    r"gained|growth|grew|higher|lower|change|compared)\b)[^.;\n(]{0,60}$",
    re.IGNORECASE,
)
# "compared with €4.9bn in 2025", "from 4.4 percent in September": that time belongs to the other figure
_OTHER_FIGURE = re.compile(
    r"\b(?:compared (?:with|to)|against|versus|from)\s(?:about |some |around |nearly |almost )?[A-Za-z]{0,3}[$€£¥₹]?\s?\d[\d.,]{0,14}\s?"
    r"(?:%|(?:per ?cent|percent|million|billion|trillion|bn|m|crore|lakh)\b)[^.,;\n]{0,20}?\s(?:(?:in|for|during)\s)?(?:the\s)?$"
)
_PREPOSITION = re.compile(
    r"\b(?:in|by|since|until|till|from|of|during|for|through|before|after|than|to|against|on|late|early|mid|between|around"
    r"|throughout|compared with|comparison with|versus|over)[ \u00a0\n-]{1,2}$",
    re.IGNORECASE,
)
_PAIR = re.compile(r"\s*(?:[-–—]|to|until|till|through)\s*(?:the\s+end\s+of\s+)?")
_LABEL = re.compile(
    r"\b(?:No|Nos|Room|Flight|Route|Decree|Resolution|ISO|Tel|Law|page|Box|Regulation|Directive|Circular)\.?\s(?:\([A-Z]{2,3}\)\s)?$"
)
_MORE = re.compile(
    r"\b(?:over|more than|at least|nearly|almost|some|about|around|than|up to|attracted|of|with|has|have|had)\s$", re.IGNORECASE
)
_COUNTED = re.compile(
    r"\s(?:tonnes?|tons?|people|km|kg|MW|hectares|percent|per cent|million|billion|dollars|baht|yen|jobs|workers|students|guests"
    r"|visitors)\b|\s?%"
)
_MOVED = re.compile(
    r"\b(?:delay|postpon|mov|defer|push|reschedul|shift|extend|rais|rose|rise|ris|grow|fall|fell"
    r"|drop)[a-z]*\b[^.;\n]{0,70}\bfrom\s+(?:the\s+)?$"
)
_NAMED_DAYS = re.compile(r"\b(?:Good|Black|Super|Ash|Easter|Palm|Cyber|Maundy|Bloody)\s$")


@cache
def _comparisons() -> tuple[re.Pattern[str], re.Pattern[str]]:
    words: dict[str, list[str]] = {"always": [], "change": []}
    for _, (phrase, when) in rows("dates/comparison.tsv", ("phrase", "when")):
        words[when].append(phrase)

    def ending(phrases: list[str]) -> re.Pattern[str]:
        choice = "|".join(re.escape(p).replace(r"\ ", r"\s") for p in sorted(phrases, key=lambda p: (-len(p), p)))
        return re.compile(rf"\b(?:{choice})\s+(?:the\s+)?$", re.IGNORECASE)

    return ending(words["always"]), ending(words["change"])


@cache
def _fiscal_years() -> dict[str, tuple[int, bool]]:
    """Country code -> month in which its fiscal year begins, and whether it is called by the calendar year it begins in."""
    return {code: (int(month), named == "first") for _, (code, month, named) in rows("dates/fiscal.tsv", ("country", "month", "named"))}


def find_dates(text: str, published: PartialDate | None, home: str | None = None) -> list[DateMention]:
    """Time expressions of ``text`` in order, not overlapping; those of which nothing can be known are left out.

    ``home`` is the ISO 3166-1 alpha-2 code of the article's country, whose fiscal year is meant where the text does not say which.
    """
    start, first = _fiscal_years().get(home or "", (None, False))
    reader = Reader(published, clauses(text), start, first)
    found: list[DateMention] = []
    forms = [f for f in scan(text) if _plausible(text, f)]
    at = 0
    while at < len(forms):
        form = forms[at]
        other = forms[at + 1] if at + 1 < len(forms) else None
        pair = other is not None and _paired(text, form, other)
        mention = _pair(text, reader, form, other) if pair and other is not None else _single(text, reader, form)
        if mention is not None:
            found.append(mention)
        at += 2 if pair else 1
    return found


def time_spans(text: str) -> list[tuple[int, int]]:
    """Where times stand, whether or not their meaning can be told; what stands there is no quantity."""
    return [(f.start, f.end) for f in scan(text) if _plausible(text, f)]


def _plausible(text: str, form: Form) -> bool:
    """Whether a form is a time and not a name or a number that looks like one."""
    left, right = text[max(0, form.start - 40) : form.start], text[form.end : form.end + 30]
    p = form.parts
    if form.name == "month" and not any(k in p for k in ("y", "yr", "ty", "rel", "edge")):
        word = p["m"].rstrip(".")
        led = _PREPOSITION.search(left) is not None
        if word in common_months() and not led:
            return re.match(r":|['’]s\s[a-z]", right) is not None and word not in ("Mar", "MAR", "MARCH", "MAY")
        if re.match(r"[ \u00a0]\d", right) and word == "May":
            return led
        # "April Smith", "August Wilson": a capitalised word after it, nothing before it that takes a time
        return led or re.match(r"[ \u00a0][A-ZÀ-Þ][a-zà-ÿ]", right) is None
    if form.name == "year" and "edge" not in p:
        if _LABEL.search(left) or _COUNTED.match(right):
            return False
        if re.match(r"\s[a-z]{3,20}s\b", right) and _MORE.search(left) and not re.search(r"\b(?:than|of)\s$", left):
            return False
    if form.name == "weekday":
        return not _NAMED_DAYS.search(left) and not re.match(
            r"[ \u00a0](?:Times|Post|Telegraph|Express|Mail|Herald|Review|Star|Mirror)\b", right
        )
    if form.name == "season" and "y" not in p and "yr" not in p and "rel" not in p:
        return _PREPOSITION.search(left) is not None
    if form.name == "quarter" and p.get("what") == "half":
        return _PREPOSITION.search(left) is not None or any(k in p for k in ("y", "yr", "ty"))
    return True


def _role(text: str, form: Form) -> tuple[DateRole, int]:
    """The role that the words before a form give it, and where they start."""
    left = text[max(0, form.start - 40) : form.start]
    for role, pattern in _ROLES:
        match = pattern.search(left)
        if match is not None and (role != "date" or match.group().lower().startswith("as") or "edge" in form.parts):
            return role, form.start - len(left) + match.start()
    return "date", form.start


def _compared(text: str, start: int) -> bool:
    always, change = _comparisons()
    if always.search(text, max(0, start - 45), start):
        return True
    if _OTHER_FIGURE.search(text, max(0, start - 80), start):
        return True
    match = change.search(text, max(0, start - 12), start)
    return match is not None and _CHANGE.search(text, max(0, start - 90), match.start()) is not None


def _single(text: str, reader: Reader, form: Form) -> DateMention | None:
    role, start = _role(text, form)
    if role in ("after", "before") and re.match(r"['’]s?\b", text[form.end : form.end + 3]):
        role, start = "date", form.start  # "after last year's edition"
    meaning = reader.read(form, "settled" if text[start : start + 5].lower() == "since" else role)
    if meaning is None or (meaning.low is None and meaning.grain not in ("comparison", "fiscal-year")):
        return None
    if meaning.grain == "comparison" or (form.name in _FIGURES and _compared(text, form.start)):
        period = Period(meaning.low, meaning.high)
        return DateMention(form.start, form.end, text[form.start : form.end], period, "date", "comparison", meaning.relative)
    low, high = meaning.low, meaning.high
    to_end = re.search(r"end(?:\sof|-)", form.parts.get("edge", "").lower()) is not None
    if role == "until" and high is not None and to_end:
        high = cal.month_end(high)
    if role == "before" and not to_end:
        high = low
    if role == "since" and meaning.wide:
        role, start = "date", form.start  # "from 17 to 21 September"
    if role in ("until", "before"):
        low = None
    elif role in ("since", "after"):
        high = None
    if role == "date" and meaning.wide:
        role = "range"
    return DateMention(start, form.end, text[start : form.end], Period(low, high), role, meaning.grain, meaning.relative)


_FIGURES = frozenset(
    ["month", "mm", "quarter", "mquarter", "first", "year", "years", "fiscal", "fiscalend", "yearto", "unit"]
)  # forms that a figure can be compared with
_PAIRED = {"md": "day", "dm": "day", "iso": "day", "slashed": "day", "month": "month", "year": "year", "weekday": "weekday"}


def _paired(text: str, form: Form, other: Form) -> bool:
    """Whether two forms are the ends of one stretch ("from January to May 2025", "between 2020 and 2024")."""
    kind = _PAIRED.get(form.name)
    if kind is None or kind != _PAIRED.get(other.name) or "rel" in form.parts or "edge" in form.parts:
        return False
    between = text[form.end : other.start]
    if len(between) > 30:
        return False
    if _MOVED.search(text[max(0, form.start - 90) : form.start]):
        return False  # "delayed from 2031 to 2034" is two dates
    if between.strip() == "and":
        return re.search(r"\b[Bb]etween\s+$", text[max(0, form.start - 12) : form.start]) is not None
    return _PAIR.fullmatch(between) is not None


def _pair(text: str, reader: Reader, form: Form, other: Form) -> DateMention | None:
    last = reader.read(other, "range")
    first = reader.read(form, "range")
    if first is None or last is None or first.low is None or last.high is None:
        return None
    low, high = _ordered(form, first, last)
    if form.name == "weekday" and low is not None and high is not None and str(low) > str(high):
        low, high = _week(low, high, reader)
    start = form.start
    match = re.search(r"\b(?:[Ff]rom|[Bb]etween)\s+$", text[max(0, start - 12) : start])
    grain = first.grain if first.grain == last.grain else "day"
    grain = "day" if grain == "weekday" else grain
    if low is not None and high is not None and grain == "day":
        reader.last_range = (low, high)
    if match is None and grain != "day" and _compared(text, start):
        return DateMention(start, other.end, text[start : other.end], Period(low, high), "date", "comparison", last.relative)
    return DateMention(start, other.end, text[start : other.end], Period(low, high), "range", grain, first.relative or last.relative)


def _week(low: PartialDate, high: PartialDate, reader: Reader) -> tuple[PartialDate, PartialDate]:
    """ "From Monday to Wednesday" read on a Tuesday: a Wednesday before the Monday is the next one."""
    later = cal.shift_day(high, 7)
    return (low, later) if later is not None else (low, high)


def _ordered(form: Form, first: Meaning, last: Meaning) -> tuple[PartialDate | None, PartialDate | None]:
    """The ends of a pair: the first without a year of its own takes the second's, or the year before where it would come later."""
    low, high = first.low, last.high
    if low is None or high is None or low.month is None or any(k in form.parts for k in ("y", "yr", "ty")):
        return low, high
    low = replace(low, year=high.year)
    if high.year is not None and (low.month or 0, low.day or 0) > (high.month or 0, high.day or 0):
        low = replace(low, year=high.year - 1)
    return low, high
