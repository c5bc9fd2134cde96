"""What a figure was before, or was meant to be: "up from $1.2 billion a year earlier", "against a target of $3 million".

Such a sum is a figure of its own, of the same indicator, area and partner; its time is told beside it, else by what the change is
measured against, else left open.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from kg.extract import _figures_when as when
from kg.extract._figures_model import Draft, Figure
from kg.types import Document, PartialDate, Quantity, Sentence

_FILL = (
    r"(?:about |around |nearly |just |some |only |roughly |almost |an? |the |its |their |estimated |revised |record "
    r"|high of |low of |peak of )"
)
_BEFORE = re.compile(rf"\b(?:from|compared(?: (?:to|with))?|as against|against|versus|vs\.?) {_FILL}{{0,4}}$", re.IGNORECASE)
_AIM = re.compile(
    rf"\b(?:against|exceed(?:ed|ing|s)?|surpass(?:ed|ing|es)?|above|below|short of|beat(?:ing)?|miss(?:ed|ing)?|over|versus|of|with|than)"
    rf" (?:{_FILL}|[a-z-]+ ){{0,3}}(?:target|goal|objective)(?: of| at| set at) {_FILL}{{0,2}}$",
    re.IGNORECASE,
)
_OWN = re.compile(r"(?:['’]s?|\bof) (?:about |some |nearly )?$")
_LIKE = re.compile(r"\b(?:same|corresponding|comparable|like|equivalent|similar)\b", re.IGNORECASE)
_BACK = re.compile(
    r"^[\s,(]{0,2}(?:(?:recorded|registered|reported|posted|seen|achieved|earned|collected) )?(?:(?:in|for|during|over) )?(?:the |a |an )?"
    r"(?:(?P<first>year|month|quarter) (?:earlier|before|ago|previous)\b|(?:previous|preceding|prior|last) "
    r"(?P<last>year|fiscal|financial year|month|quarter)\b|(?P<nth>first|second|third|fourth)(?: quarter)?\b(?! (?:half|month|five|six)))",
    re.IGNORECASE,
)
_MONTHS = {"year": 12, "fiscal": 12, "financial year": 12, "quarter": 3, "month": 1}
_BASIS = {"yoy": 12, "qoq": 3, "mom": 1}
_NTH = ("first", "second", "third", "fourth")


@dataclass(frozen=True, slots=True)
class Kin:
    """A number beside the figure of draft ``of``: its "former" value or its "target"."""

    of: int
    number: Quantity
    role: str


def role(doc: Document, sentence: Sentence, q: Quantity) -> str:
    """ "former", "target" or "": what the words before a number make of it."""
    left = doc.text[max(sentence.start, q.start - 60) : q.start]
    if _AIM.search(left):
        return "target"
    if _BEFORE.search(left) or _of_a_time(doc, sentence, q):
        return "former"
    return ""


def _of_a_time(doc: Document, sentence: Sentence, q: Quantity) -> bool:
    """ "from March's 3.6 percent", "against last year's $3 million"."""
    for date in doc.dates_in(sentence):
        if 0 < q.start - date.end < 16 and _OWN.fullmatch(doc.text[date.end : q.start]):
            return (
                re.search(
                    r"\b(?:from|compared (?:with|to)|against|versus) (?:the )?$",
                    doc.text[max(sentence.start, date.start - 20) : date.start],
                )
                is not None
            )
    return False


def figure(doc: Document, sentence: Sentence, kin: Kin, base: Figure, draft: Draft) -> Figure | None:
    """The figure that a kin of ``base`` is; None where it is another kind of number."""
    q = kin.number
    if (
        draft.value is not None
        and (q.kind, q.unit) != (draft.value.kind, draft.value.unit)
        and not (q.kind == "bare" and draft.value.kind != "money")
    ):
        return None
    unit = base.unit if base.value is not None else q.unit
    if not unit or q.upper is not None:
        return None
    made = replace(base, value=q.value, unit=unit, change=None, basis="", reason=f"the {kin.role} value of a figure")
    if kin.role == "target":
        return replace(made, status="target")
    start, end = period(doc, sentence, q, base)
    if (start, end) == (base.start, base.end) and start is not None:
        return None
    return replace(made, start=start, end=end, status="reported")


def period(doc: Document, sentence: Sentence, q: Quantity, base: Figure) -> when.Months:
    """The time of a former value: beside it, else one step back from ``base``."""
    after = doc.text[q.end : min(sentence.end, q.end + 60)]
    back = _BACK.match(after)
    if back is not None:
        if back.group("nth"):
            return _quarter(_NTH.index(back.group("nth").lower()), base)
        return shifted(base, _MONTHS[(back.group("first") or back.group("last")).lower()])
    stop = min([sentence.end, *(o.start for o in doc.quantities_in(sentence) if o.start >= q.end)])
    for date in doc.dates_in(sentence):
        behind = q.end <= date.start <= min(q.end + 40, stop) and not re.search(
            r"[;,]| (?:to|and|while|but|up|down) ", doc.text[q.end : date.start]
        )
        before = 0 < q.start - date.end < 16 and _OWN.fullmatch(doc.text[date.end : q.start])
        if not behind and not before:
            continue
        if _LIKE.search(date.text):
            return shifted(base, 12)
        return _earlier(when.whole(date.period), base)
    return shifted(base, _BASIS.get(base.basis, 0))


def shifted(base: Figure, back: int) -> when.Months:
    """The stretch of ``base``, so many months before; open where it has none."""
    if not back or base.start is None or base.end is None or base.start.month is None or base.end.month is None:
        return None, None
    return _less(base.start, back), _less(base.end, back)


def _less(month: PartialDate, back: int) -> PartialDate | None:
    if month.year is None or month.month is None:
        return None
    at = month.year * 12 + month.month - 1 - back
    return PartialDate(at // 12, at % 12 + 1)


def _earlier(told: when.Months, base: Figure) -> when.Months:
    """A stretch that was told for a former value; a month whose year is not said lies before the figure."""
    low, high = told
    if low is None or high is None:
        return None, None
    if base.end is not None and base.end.year and base.end.month and low.month and low.year is None and low == high:
        low = high = PartialDate(base.end.year, low.month)
    if base.end is not None and base.end.year and base.end.month and low.year and low.month and low == high:
        later = (low.year, low.month) >= (base.end.year, base.end.month)
        if later and low.year - base.end.year <= 1:
            year = base.end.year - (low.month >= base.end.month)
            return PartialDate(year, low.month), PartialDate(year, low.month)
    return low, high


def _quarter(n: int, base: Figure) -> when.Months:
    if when.span(base.start, base.end) != 3 or base.start is None or base.start.year is None or base.start.month is None:
        return None, None
    year = base.start.year - (n * 3 + 1 >= base.start.month)
    return PartialDate(year, n * 3 + 1), PartialDate(year, n * 3 + 3)
