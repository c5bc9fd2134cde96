"""When, by whom and under which headline an article was published, as far as it states that itself."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from kg.read.blocks import Layout
from kg.read.credits import dateline_of
from kg.read.dates import dates_in
from kg.read.year import infer_year
from kg.types import Block, PartialDate

_OWN: Final = frozenset({"title", "heading", "paragraph", "item"})
_NEAR = 21  # days between a dateline and a day that the text gives with its year
_FILED: Final = re.compile(r"[A-Z][^\W\d_]+(?:[ ,]+[A-Z][^\W\d_]+){0,3}, \d{1,2} [A-Z][a-z]+ (?:19|20)\d\d(?= ?[/|:(])")
_AHEAD: Final = re.compile(
    r"\b(?:will|shall|is to|are to|would|born|founded|established|since|until|by|plans?|scheduled|due)\b", re.IGNORECASE
)
_RELATIVE: Final = re.compile(r"\b(?:this|last) year\b", re.IGNORECASE)
_YEARS: Final = re.compile(r"\b((?:19|20)\d\d)\b(?![\d/%]|[.,]\d)")
_MASTHEAD_WORDS = 12  # a line with more beside its date says something else


def published(text: str, page: Layout) -> PartialDate | None:
    """The date that the head states, else the dateline's, else the year that the words leave."""
    stated = _stated(text, page)
    if stated is not None and stated.year is not None:
        return stated
    own = [text[b.start : b.end] for b in page.blocks if b.role in _OWN]
    if stated is None:
        prose = [text[b.start : b.end] for b in page.blocks if b.role == "paragraph"]
        filed = _FILED.match(prose[0]) if prose else None
        day = next((d.date for d in dates_in(filed.group()) if d.date.year and d.date.day), None) if filed is not None else None
        if day is not None:
            return day
    year = infer_year("\n".join(own)) or (_near_year(own, stated) if stated is not None else _told_year(own))
    if stated is None:
        return PartialDate(year) if year else None
    return PartialDate(year, stated.month, stated.day) if year else stated


def _near_year(own: Sequence[str], stated: PartialDate) -> int | None:
    """The year of a day close to the dateline's that the text gives in full ("March 4" over "told us on March 3, 2026"); None for two."""
    if stated.month is None or stated.day is None:
        return None
    found = {
        day.year
        for day in (d.date for line in own for d in dates_in(line))
        if day.year and day.month and day.day and abs((day.month - stated.month) * 30 + day.day - stated.day) <= _NEAR
    }
    return found.pop() if len(found) == 1 else None


def _told_year(own: Sequence[str]) -> int | None:
    """The year of a day that the lead of an undated article tells in full as past ("was opened on 9 November 2024").

    None where another year is later, and where nothing is told of this year or the last one.
    """
    lead = " ".join(own[:3])
    if not any(_RELATIVE.search(line) for line in own):
        return None
    found = [d for d in dates_in(lead) if d.date.year and d.date.day]
    if len({d.date.year for d in found}) != 1 or _AHEAD.search(lead[: found[0].start].rsplit(". ", 1)[-1]):
        return None
    year = found[0].date.year
    later = [int(y) for line in own for y in _YEARS.findall(line) if year is not None and int(y) > year]
    return None if any(y <= (year or 0) + 1 for y in later) else year


def _stated(text: str, page: Layout) -> PartialDate | None:
    """The most precise date of the lines above the prose, the first where two are alike; then the dateline; then lines at the end."""
    head = [b for b in page.blocks if b.end <= page.head_end]
    found = [date for block in head for date in _line_dates(text, block)]
    first = next((b for b in page.blocks if b.start >= page.head_end), None)
    if first is not None:
        filed = dateline_of(text, page.head_end, len(text))
        if filed and filed.date:
            found.append(filed.date)
    if not any(date.year for date in found):
        found += [
            d
            for b in page.blocks
            if b.start > page.head_end and (b.role == "dateline" or b.reason == "credits")
            for d in _line_dates(text, b)
        ]
    best = sorted(enumerate(found), key=lambda item: (-_precision(item[1]), item[0]))
    return best[0][1] if best else None


def _line_dates(text: str, block: Block) -> list[PartialDate]:
    if block.role not in ("dateline", "byline", "furniture"):
        return []
    if block.reason not in ("", "above the headline", "menu of the page", "credits"):
        return []
    line = text[block.start : block.end]
    if len(line.split()) > _MASTHEAD_WORDS + 6:
        return []
    return [found.date for found in dates_in(line)]


def _precision(date: PartialDate) -> int:
    return (date.year is not None) * 4 + (date.month is not None) * 2 + (date.day is not None)


def publisher(text: str, page: Layout) -> str | None:
    """The agency of the mark at the end or of the dateline."""
    for block in reversed(page.blocks):
        if block.reason == "mark of the agency":
            return text[block.start : block.end].strip("\u2014\u2013-(). ").split("/")[0]
    filed = dateline_of(text, page.head_end, len(text))
    return filed.wire if filed else None
