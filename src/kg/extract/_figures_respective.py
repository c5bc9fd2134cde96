"""Figures told in a row with "respectively": one for each indicator or partner, or nothing where they don't match."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from kg.extract import _figures_where as where
from kg.extract._figures import Anchor, tokens_of
from kg.extract._figures_link import aside
from kg.extract._figures_model import Draft
from kg.types import Document, Mention, Quantity, Sentence


def respectively(doc: Document, sentence: Sentence, found: list[Anchor], mentions: Mapping[int, Mention], first: int) -> list[Draft]:
    """ "exports and imports reached $5 billion and $7 billion, respectively": one each, or nothing where they don't match."""
    named = [a for a in found if a.kind in ("flow", "stock", "rate", "index") and not aside(doc, a)]
    begin = doc.tokens[first].start
    values = [q for q in doc.quantities_in(sentence) if q.kind in ("money", "percent") and q.start >= begin]
    sums, changes = [q for q in values if q.kind == "money"], [q for q in values if q.kind == "percent" and q.change]
    if len(sums) == len(changes) == len(named) > 1 and named[-1].last <= tokens_of(doc, sentence, values[0].start, values[0].end)[0]:
        return [Draft(a, s, c) for a, s, c in zip(named, sums, changes, strict=True)]
    apart = _apart(doc, sentence, found, mentions, sums or _alike(values))
    if apart:
        return apart
    if (
        len(named) != len(values)
        or len({(q.kind, q.change) for q in values}) != 1
        or named[-1].last > tokens_of(doc, sentence, values[0].start, values[0].end)[0]
    ):
        return []
    change = values[0].kind == "percent" and values[0].change
    return [
        Draft(a, None, q) if change else Draft(a, q)
        for a, q in zip(named, values, strict=True)
        if change or q.kind == "money" or a.kind == "rate"
    ]


def _apart(doc: Document, sentence: Sentence, found: list[Anchor], mentions: Mapping[int, Mention], sums: list[Quantity]) -> list[Draft]:
    """ "Sales to Brazil and Japan stood at $1 billion and $2 billion, respectively": one for each partner."""
    own = [a for a in found if a.kind in ("flow", "generic") and not aside(doc, a)]
    if len(own) != 1 or len(sums) < 2:
        return []
    first, _ = tokens_of(doc, sentence, sums[0].start, sums[0].end)
    if own[0].last > first:
        return []
    sides = [m for prep, m in where.phrases_after(doc, own[0].last, first, mentions) if prep in ("to", "from", "with")]
    if len(sides) != 1 or len(sides[0]) != len(sums):
        return []
    return [
        Draft(own[0], None, s, partners=(m,), base=own[0]) if s.kind == "percent" else Draft(own[0], s, partners=(m,), base=own[0])
        for m, s in zip(sides[0], sums, strict=True)
    ]


def _alike(values: Sequence[Quantity]) -> list[Quantity]:
    """ "grew by 11 percent and 23 percent": the second one is a change as the first one is."""
    rates = [q for q in values if q.kind == "percent"]
    if len(rates) != len(values) or not rates or not rates[0].change:
        return []
    return [q if q.change else replace(q, change=True, direction=rates[0].direction) for q in rates]
