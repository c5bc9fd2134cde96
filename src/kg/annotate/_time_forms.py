"""The shapes in which English news writes times, as linear patterns built from the word lists. What they mean is told in ``dates``."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache

from kg.data import many, rows

_S = r"[ \u00a0\u202f\n]{1,2}"
_NB = r"(?:[ \u00a0\u202f]{1,2}|[ \u00a0]?\n(?!\d\d?[.)]\s))"  # between month and day: never into the number of a list item
_Y = r"(?:19|20)\d\d"
_D = r"(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?"
_TO = rf"(?:[ \u00a0]?[-–—‑][ \u00a0]?|{_S}(?:to|until|till|through){_S})"
_AND = rf"(?:{_TO}|{_S}(?:and|&|or){_S})"
_ON = (
    rf"(?=[ \u00a0]?(?:[,.;:)\]\n–—-]|$)|{_S}(?:in|at|with|to|and|for|by|of|under|the|a|an|this|last|next|when|where|as|but|during|on"
    rf"|from)\b|{_S}[A-Z(]|,?{_S}{_Y}\b)"
)
ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth")
CARDINALS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")


@dataclass(frozen=True, slots=True)
class Form:
    """One place where a pattern matched; ``parts`` are its named groups."""

    start: int
    end: int
    name: str
    parts: dict[str, str]


@cache
def months() -> dict[str, int]:
    """Month names and short forms, without full stop, to numbers."""
    found: dict[str, int] = {}
    for _, (number, name, short, _common) in rows("dates/months.tsv", ("number", "name", "short", "common")):
        for word in (name, *many(short)):
            found[word] = found[word.upper()] = int(number)
    return found


@cache
def _short_months() -> frozenset[str]:
    return frozenset(
        spelled
        for _, cells in rows("dates/months.tsv", ("number", "name", "short", "common"))
        for w in many(cells[2])
        for spelled in (w, w.upper())
    )


@cache
def common_months() -> frozenset[str]:
    """Month names that are common words too, and every short form: never a month on their own."""
    found: set[str] = set()
    for _, (_number, name, short, common) in rows("dates/months.tsv", ("number", "name", "short", "common")):
        found.update(many(short))
        if common == "yes":
            found.add(name)
    return frozenset(found | {word.upper() for word in months()})


@cache
def weekdays() -> dict[str, int]:
    """Weekday names and short forms to 1 (Monday) … 7."""
    found: dict[str, int] = {}
    for _, (number, name, short) in rows("dates/weekdays.tsv", ("number", "name", "short")):
        for word in (name, *many(short)):
            found[word] = int(number)
    return found


def _any(words: Iterable[str]) -> str:
    return "|".join(re.escape(w) for w in sorted(set(words), key=lambda w: (-len(w), w)))


@cache
def forms() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Name and pattern of every form; where two match at one place the longer wins, then the earlier here."""
    short = [w for w in months() if w in _short_months()]
    m = rf"(?:(?:{_any(w for w in months() if w not in short)})(?!\w)|(?:{_any(short)})(?:\.|(?!\w)))"
    full = _any(w for w in weekdays() if w.endswith("day"))
    wd = rf"(?:(?:{_any(weekdays())})\.?,?{_S})?"
    seasons = _any(cells[0] for _, cells in rows("dates/seasons.tsv", ("season",)))
    ordinal = _any((*ORDINALS, "1st", "2nd", "3rd", "4th", "last", "final"))
    count = rf"(?:{_any(CARDINALS)}|1[0-2]|[1-9])"
    the_year = rf"(?:this|last|next|the{_S}current|current|the{_S}previous|the{_S}following){_S}(?:calendar{_S})?year"
    year = (
        rf"(?:,?{_S}(?:of{_S}|in{_S})?(?P<y>{_Y})(?![\d%]|[.,]\d|[-–]\d)|{_S}(?:of{_S})?(?P<yr>{the_year})\b|{_S}of{_S}"
        rf"(?P<ty>the{_S}year)\b)?"
    )
    edge = (
        rf"(?P<edge>(?:the{_S})?(?:very{_S})?(?:end|beginning|start|middle|close|turn|first{_S}days|last{_S}days"
        rf"|last{_S}months){_S}of{_S}(?:the{_S})?"
        rf"|[Ee]arly[ -](?:in{_S})?|[Mm]id[ -]|[Ll]ate[ -](?:in{_S})?|[Ee]nd-)?"
    )
    fiscal = rf"(?:fiscal|financial|budget|marketing|crop){_S}year"
    # "of the current fiscal year", "of fiscal 2013-14", "FY25", "2016-17": the fiscal year that a part of a year is counted in
    part = (
        rf"(?:{_S}?(?:(?:of|in|for){_S})?(?P<part>(?:the{_S})?(?:(?:current|this|last|next|previous|past){_S})?"
        rf"(?:(?:fiscal|financial)(?:{_S}year)?|FY)(?:[ -]?(?:{_Y}|\d\d)(?:[-–/](?:{_Y}|\d\d))?)?(?![\w%]|[.,]\d)"
        rf"|{_Y}[-–/]\d\d(?![\w%/]|[.,]\d|-\w))|{year})"
    )
    spec = {
        "iso": rf"(?<![\w/.-])(?P<y>{_Y})-(?P<m>\d\d)-(?P<d>\d\d)(?![\d/-])",
        "slashed": rf"(?<![\w/.-])(?P<a>\d{{1,2}})(?P<sep>[/.])(?P<b>\d{{1,2}})(?P=sep)(?P<y>{_Y})(?![\w/])",
        "mdr": rf"\b{wd}(?P<m>{m}){_NB}(?P<d>{_D}){_AND}(?P<e>{_D})(?![\w%]|[.,:/]\d)(?:,?{_S}(?P<y>{_Y})(?!\d)|{_ON})",
        "md": (
            rf"\b{wd}(?P<m>{m}){_NB}(?P<d>{_D})(?![\w%/]|[.,:]\d|-[a-z])(?:,?{_S}(?P<y>{_Y})(?![\d%]|[.,]\d)|{_S}(?:of{_S})?"
            rf"(?P<yr>{the_year}))?"
        ),
        "mdy": rf"\b(?P<m>{m}){_NB}(?P<d>{_D})/(?P<y>{_Y})(?![\w/])",
        "dmr": (
            rf"(?<![\w.,:/$€£-])(?:the{_S})?{wd}(?P<d>{_D}){_AND}(?:the{_S})?(?P<e>{_D}){_S}(?:of{_S})?(?P<m>{m})(?:,?{_S}(?P<y>{_Y})"
            rf"(?!\d)|{_S}(?P<yr>{the_year}))?"
        ),
        "dm": rf"(?<![\w.,:/$€£-]){wd}(?:the{_S})?(?P<d>{_D}){_S}(?:of{_S})?(?P<m>{m})(?:,?{_S}(?P<y>{_Y})(?!\d)|{_S}(?P<yr>{the_year}))?",
        "mm": rf"\b(?P<m>{m})(?:,?{_S}(?P<x>{_Y}))?[ \u00a0]?[-–—‑/][ \u00a0]?(?P<n>{m})(?:{_S}period(?={_S}of\b))?{part}",
        "month": rf"(?<![\w-]){edge}(?:(?P<rel>[Ll]ast|[Nn]ext|[Tt]his){_S})?(?P<m>{m})(?!-\w){year}",
        "quarter": (
            rf"\b(?:[Tt]he{_S})?(?:(?P<n>(?i:{ordinal}))(?:{_S}|-)(?P<what>quarter|half|trimester|semester)"
            rf"|(?P<code>[QH][1-4])){part}"
        ),
        "mquarter": rf"\b(?P<m>{m}){_S}quarter{year}",
        "first": (
            rf"\b(?:(?:the{_S})?[Ff]irst{_S}(?P<n>{count})(?:{_S}|-)(?P<what>months?|quarters)"
            rf"|(?P<k>{count}){_S}months(?={_S}of{_S}(?:{_Y}|this{_S}year|the{_S}year))){part}"
        ),
        "years": (
            rf"(?<![\w$€£¥/.,:+#-])(?P<y>{_Y})(?:[-–—‑/](?P<z>{_Y}|\d\d))(?![\w%/]|[.,]\d|-\w)(?P<fiscal>{_S}{fiscal})?(?:{_S}\("
            rf"(?P<m>{m}){_TO}(?P<n>{m})\))?"
        ),
        "fiscal": (
            rf"\b(?:(?:the{_S})?(?P<rel>current|this|last|next|previous|past){_S}(?:{fiscal}|fiscal)|(?:the{_S})?(?:{fiscal}|fiscal){_S}(?P<y>{_Y})(?:[-–/]"
            rf"(?P<z>{_Y}|\d\d))?|(?:the{_S})?{fiscal}(?={_S}\()|(?P<fy>FY)[ -]?(?P<w>{_Y}|\d\d)(?:[-–/](?P<v>{_Y}|\d\d))?)(?!\w)"
            rf"(?:{_S}\({m}{_TO}{m}\))?"
        ),
        "fiscalend": (
            rf"\b(?:the{_S})?{fiscal}{_S}(?:that{_S}|which{_S})?(?:ended|ends|ending|to|will{_S}end)(?:{_S}on|{_S}in)?{_S}"
            rf"(?:the{_S}end{_S}of{_S})?(?:(?P<m>{m})(?:{_S}(?P<d>{_D})(?![\w%]))?(?:,?{_S}(?P<y>{_Y})(?!\d))?|(?P<d2>{_D}){_S}"
            rf"(?P<m2>{m})(?:,?{_S}(?P<y2>{_Y})(?!\d))?|(?P<this>this{_S}month))"
        ),
        "yearto": (
            rf"\b(?:the{_S})?(?:(?P<n>{count}){_S}months|four{_S}quarters|year)(?:{_S}period)?{_S}(?:to|ended|ending|up{_S}to|through){_S}(?:in{_S}"
            rf"|on{_S})?(?:the{_S}end{_S}of{_S})?(?:{_D}{_S})?(?P<m>{m})(?:{_S}{_D}(?!\d))?(?:,?{_S}(?P<y>{_Y})(?!\d))?"
        ),
        "year": rf"(?<![\w$€£¥/.,:+#-]){edge}(?:FY{_S})?(?P<y>{_Y})(?![\w%/]|[.,:]\d|-\w|[-–]\d)",
        "day": (
            rf"\b(?:[Ee]arlier{_S}|[Ll]ater{_S})?(?P<word>[Tt]oday|[Yy]esterday|[Tt]omorrow|[Tt]onight|[Tt]his{_S}(?:morning|afternoon"
            rf"|evening)|[Ll]ast{_S}(?:night|evening))\b"
        ),
        "weekday": (
            rf"\b(?:(?P<rel>[Ll]ast|[Nn]ext|[Tt]his|[Ee]very(?:{_S}(?:other|second|third|first|last))?|[Ee]ach){_S})?"
            rf"(?P<wd>{full})\b(?!-)"
        ),
        "unit": (
            rf"\b{edge}(?:(?:[Ee]arlier|[Ll]ater){_S})?(?:(?P<rel>[Tt]his|[Ll]ast|[Nn]ext|the{_S}current){_S}(?P<unit>year|month|week"
            rf"|quarter)|(?P<of>(?<=of{' '})the{_S}year))\b"
        ),
        "season": (
            rf"\b{edge}(?:(?P<rel>[Tt]his|[Ll]ast|[Nn]ext){_S}|the{_S})?(?P<season>{seasons})\b(?:{_S}(?:of{_S})?(?:(?P<y>{_Y})(?!\d)|"
            rf"(?P<yr>{the_year})\b))?"
        ),
        "ago": rf"\b(?P<n>{count}|a){_S}(?P<unit>years?|months?|weeks?|days?){_S}ago\b",
        "same": (
            rf"\b(?:the{_S})?(?:same|corresponding|year-earlier|year-ago|previous-year){_S}(?:period|months?|quarter|time|term"
            rf"|stretch)(?:{_S}(?:of{_S}|in{_S}|a{_S})?(?:the{_S})?(?:(?P<y>{_Y})(?!\d)|(?P<yr>(?:last|previous|preceding){_S}year)"
            rf"|(?:last|previous|preceding){_S}(?:fiscal|financial)(?:{_S}year)?|{_Y}[-–/]\d\d(?!\d)"
            rf"|year{_S}(?:earlier|ago|before)))?"
        ),
        "before": (
            rf"\b(?:a{_S}(?:year|month|quarter|week){_S}(?:earlier|before)|(?:the|that|its){_S}(?:year|month|quarter|week){_S}(?:before"
            rf"|earlier)|the{_S}(?:previous|preceding|prior){_S}(?:year|month|quarter|week|half)|the{_S}(?:twelve|12){_S}months{_S}"
            r"(?:before|earlier))\b"
        ),
        "nth": rf"\b(?:the|[Oo]n{_S}the|its){_S}(?P<n>{_any(ORDINALS[:7])}){_S}day\b(?!{_S}of\b)",
        "sameday": (
            rf"\b(?:(?:[Tt]he{_S}same|[Tt]hat|(?:[Ee]arlier|[Ll]ater|[Ll]ate|[Ee]arly){_S}(?:in|on){_S}the){_S}(?:day|afternoon|evening|morning"
            rf"|night)|In{_S}the{_S}(?:afternoon|evening|morning)(?=,))\b"
        ),
        "dayafter": (
            rf"\b(?:(?P<back>(?:[Tt]he|[Aa]){_S}day{_S}(?:before|earlier)|(?:[Tt]he|[Oo]n{_S}the){_S}previous{_S}day)|(?:[Tt]he|[Aa]){_S}day{_S}"
            rf"(?:after|later)|(?:[Tt]he|[Oo]n{_S}the){_S}(?:next|following){_S}day)(?=[,.;]|{_S}(?:he|she|they)\b)"
        ),
    }
    return tuple((name, re.compile(pattern)) for name, pattern in spec.items())


@lru_cache(maxsize=4)  # dates and numbers both ask for an article's
def scan(text: str) -> tuple[Form, ...]:
    """Every time expression of a text by its shape, leftmost and longest first, none overlapping; what it means is not yet asked."""
    found: list[tuple[int, int, int, str, re.Match[str]]] = []
    for rank, (name, pattern) in enumerate(forms()):
        found.extend((m.start(), -m.end(), rank, name, m) for m in pattern.finditer(text))
    found.sort(key=lambda f: f[:3])
    chosen: list[Form] = []
    at = 0
    for start, negative_end, _rank, name, match in found:
        if start >= at:
            chosen.append(Form(start, -negative_end, name, {k: v for k, v in match.groupdict().items() if v is not None}))
            at = -negative_end
    return tuple(chosen)
