"""When, by whom and under which headline an article was published, as far as it states that itself."""

from __future__ import annotations

from typing import Final

from kg.read.blocks import Layout
from kg.read.credits import dateline_of
from kg.read.dates import dates_in
from kg.read.year import infer_year
from kg.types import Block, PartialDate

_OWN: Final = frozenset({"title", "heading", "paragraph", "item"})
_MASTHEAD_WORDS = 12  # a line with more beside its date says something else


def published(text: str, page: Layout) -> PartialDate | None:
    """The date that the head states, else the dateline's, else the year that the words leave."""
    stated = _stated(text, page)
    if stated is not None and stated.year is not None:
        return stated
    year = infer_year("\n".join(text[b.start : b.end] for b in page.blocks if b.role in _OWN))
    if stated is None:
        return PartialDate(year) if year else None
    return PartialDate(year, stated.month, stated.day) if year else stated


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
