"""Rows of a list under a heading that says what they are: indicator, area, period, and what stands in the brackets.

A row is a label (a partner, a month, a product, "Total", or an indicator of its own), a sum, and changes or shares behind it. A row with
a verb is a sentence and not read here; a row whose heading and label give no indicator is left alone.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from kg.extract import _figures_when as when
from kg.extract._figures import Anchor, area_like, dates, phrases, quantities, tokens_of
from kg.extract._figures_link import status
from kg.extract._figures_where import places
from kg.types import Document, Mention, Sentence

_LABEL_END = re.compile(r"\s?[:–—-]\s|\s\(|,\s")
_BULLET = re.compile(r"^\s*(?:[•\-–—*·▪]|\(?\w{1,3}[.)])\s*")
_CHANGE = re.compile(r"\b(?:change|variation|growth|increase|decrease|on a year|year[- ]on[- ]year|yoy|y/y|interannual)\b", re.IGNORECASE)
_TOTAL = re.compile(r"(?:grand )?total|overall|all|world", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Head:
    """What a heading says of the rows under it."""

    indicator: str
    partner: str  # preposition of the partner that a label names, "" where labels are no partners
    areas: tuple[Mention, ...]
    period: when.Months
    basis: str
    changes: bool  # whether an unsigned percentage in a row is a change


@dataclass(frozen=True, slots=True)
class Row:
    """One row, before what the heading adds."""

    head: Head
    indicator: str
    areas: tuple[Mention, ...]
    partners: tuple[Mention, ...]
    value: Decimal | None
    unit: str
    change: Decimal | None
    basis: str
    period: when.Months
    status: str


def head(doc: Document, sentence: Sentence, mentions: Mapping[int, Mention], found: Sequence[Anchor], topic: str) -> Head | None:
    """The heading of a list of figures; None where nothing follows it that could be one."""
    text = doc.text[sentence.start : sentence.end]
    main = text.split("(")[0]
    low = " " + re.sub(r"[^\w\s]", " ", main.lower()) + " "
    flows = [a for a in found if a.kind in ("flow", "stock", "rate", "index") and doc.tokens[a.first].start < sentence.start + len(main)]
    column = next((entry for entry in phrases("columns") if f" {entry[0]} " in low), None)
    indicator, partner, areas = "", "", ()
    if flows:
        indicator, partner = flows[-1].name, flows[-1].partner
        areas = places(doc, sentence, flows[-1], mentions, sentence.end)[0]
    elif column is not None:
        indicator, partner = column[1], column[2]
        if column[1].rstrip("s") in topic:
            indicator = topic.split(",")[0]
        areas = tuple(m for _, m in sorted(mentions.items()) if m.end <= sentence.start + len(main) and area_like(m))[:1]
    elif not dates(doc, sentence) and "(" not in text:
        return None
    spans = [d for d in dates(doc, sentence) if when.is_period(doc, d)]
    return Head(
        indicator, partner, areas, when.months(spans[0]) if spans else (None, None),
        when.basis(text, when.months(spans[0]) if spans else (None, None), [d for d in dates(doc, sentence) if d.grain == "comparison"]),
        _CHANGE.search(text) is not None,
    )  # fmt: skip


def row(doc: Document, sentence: Sentence, mentions: Mapping[int, Mention], found: Sequence[Anchor], under: Head) -> Row | None:
    """The figure of a list item, or None where it is a sentence or no figure."""
    numbers = quantities(doc, sentence)
    sums = [q for q in numbers if q.kind in ("money", "measure") and not q.change]
    changes = [q for q in numbers if q.kind == "percent" and (q.change or under.changes)]
    if (not sums and not changes) or any(
        t.pos == "VERB" and t.tag in ("VBD", "VBZ", "VBP", "MD") and t.i > sentence.first + 1 for t in doc.words(sentence)
    ):
        return None
    first = min(q.start for q in (*sums[:1], *changes[:1]))
    numeral = (sums or changes)[0]
    if len(re.findall(r"[^\W\d_]{2,}", doc.text[numeral.end : sentence.end])) > 3:
        return None  # more than a row: its own words tell period and change
    text = doc.text[sentence.start : first]
    bullet = _BULLET.match(text)
    label = text[bullet.end() if bullet else 0 :].rstrip(" :–—-(")
    if len(label) > 80 or (sums and sums[0].kind != "money" and not sums[0].unit):
        return None
    before = [m for i, m in sorted(mentions.items()) if m.end <= first and area_like(m) and m.form != "pronoun"]
    anchors = [a for a in found if doc.tokens[a.first].start < first and a.kind != "anaphor"]
    told = [d for d in dates(doc, sentence) if when.is_period(doc, d)]
    indicator, areas, partners = under.indicator, (), ()
    if anchors:
        indicator = anchors[0].name
        areas, partners, _ = places(doc, sentence, anchors[0], mentions, first)
    elif before and doc.text[before[0].start : before[-1].end].strip() == label.strip() and under.partner:
        partners = tuple(before)
    elif not under.indicator:
        return None
    elif not (_TOTAL.fullmatch(label) or (told and told[0].start <= sentence.start + len(text))):
        if not re.fullmatch(r"[\w\s&,'’()-]{2,60}", label) or before:
            return None
        indicator = f"{under.indicator} of {label[:1].lower() + label[1:]}"
    if not indicator:
        return None
    if any(when.stock(d) for d in dates(doc, sentence)) or status(doc, sentence.first, sentence.last) == "unreal":
        return None
    if anchors and anchors[0].kind == "rate" and not sums and not changes[0].change:
        sums, changes = changes, []  # "Inflation: 3.4%" is a level
    change = changes[0] if changes else None
    return Row(
        under, indicator, areas, partners, sums[0].value if sums else None, sums[0].unit if sums else "",
        change.value * (change.direction or 1) if change is not None else None,
        when.basis(doc.text[change.end : sentence.end], (None, None), ()) if change is not None else "",
        when.months(told[0]) if told else (None, None), status(doc, sentence.first, tokens_of(doc, sentence, first, first + 1)[0]),
    )  # fmt: skip
