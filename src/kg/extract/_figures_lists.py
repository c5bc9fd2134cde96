"""Rows of a list under a heading that says what they are: indicator, area, period, and what stands in the brackets.

A row is a label (a partner, a time, a product, "Total", or an indicator of its own), a sum, and changes or shares behind it. A heading
may be an item itself ("2. Imports"); what it leaves out, the one above it tells. A row under a finer bullet belongs to the row above it and
takes its time. A row with a verb is a sentence and not read here; a row whose heading and label give no indicator is left alone.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from kg.extract import _figures_when as when
from kg.extract._figures import Anchor, area_like, phrases, tokens_of
from kg.extract._figures_link import status
from kg.extract._figures_model import Figure
from kg.extract._figures_names import flow
from kg.extract._figures_where import places
from kg.types import Document, Mention, Quantity, Sentence

_BULLET = re.compile(r"^\s*(?:[•\-–—*·▪]|\(?\w{1,3}[.)])\s*")
_CHANGE = re.compile(r"\b(?:change|variation|growth|increase|decrease|on a year|year[- ]on[- ]year|yoy|y/y|interannual)\b", re.IGNORECASE)
_TOTAL = re.compile(r"(?:grand )?total|overall|all|world", re.IGNORECASE)
_FLOWS = ("flow", "stock", "rate", "index")


@dataclass(frozen=True, slots=True)
class Head:
    """What a heading says of the rows under it."""

    indicator: str
    partner: str  # preposition of the partner that a label names, "" where labels are no partners
    areas: tuple[Mention, ...]
    period: when.Months
    basis: str
    changes: bool  # whether an unsigned percentage in a row is a change


class Lists:
    """Reads the lists of one document from top to bottom; ``head`` is what the rows stand under, None outside of lists."""

    def __init__(self, doc: Document) -> None:
        self.doc = doc
        self.head: Head | None = None
        self.above: tuple[str, Figure] | None = None  # bullet and figure of the last row that told its own time

    def heading(self, sentence: Sentence, mentions: Mapping[int, Mention], found: Sequence[Anchor], topic: str, inner: bool) -> bool:
        """Take a sentence as the heading of what follows; False where it is none. An ``inner`` one stands under the heading before."""
        told = _head(self.doc, sentence, mentions, found, topic)
        if inner and (told is None or not told.indicator):
            return False
        if inner and told is not None and self.head is not None:
            told = replace(told, areas=told.areas or self.head.areas, basis=told.basis or self.head.basis)
        self.head, self.above = told, None
        return told is not None

    def rows(self, sentence: Sentence, mentions: Mapping[int, Mention], found: Sequence[Anchor]) -> list[Figure] | None:
        """The figures of a list item: a value with each of its changes; None where it is a sentence or no figure."""
        if self.head is None:
            return None
        figures = _row(self.doc, sentence, mentions, found, self.head)
        if not figures:
            return None
        mark = _bullet(self.doc.text[sentence.start : sentence.end])
        if figures[0].start is not None:
            low, high = when.within((figures[0].start, figures[0].end), self.head.period)
            figures = [replace(f, start=low, end=high) for f in figures]
            self.above = (mark, figures[0])
        elif self.above is not None and mark != self.above[0]:  # a part of the row above
            row = self.above[1]
            figures = [
                replace(f, start=row.start, end=row.end, basis=f.basis or (row.basis if f.change is not None else "")) for f in figures
            ]
        else:
            figures = [replace(f, start=self.head.period[0], end=self.head.period[1]) for f in figures]
        return [replace(f, basis=(f.basis or self.head.basis) if f.change is not None else "") for f in figures]


def _bullet(text: str) -> str:
    """The sign of a bullet, "1" for any number or letter, "" for none."""
    match = _BULLET.match(text)
    sign = match.group().strip() if match is not None else ""
    return "1" if any(c.isalnum() for c in sign) else sign


def _head(doc: Document, sentence: Sentence, mentions: Mapping[int, Mention], found: Sequence[Anchor], topic: str) -> Head | None:
    text = doc.text[sentence.start : sentence.end]
    main = text.split("(")[0]
    low = " " + re.sub(r"[^\w\s]", " ", main.lower()) + " "
    flows = [a for a in found if a.kind in _FLOWS and doc.tokens[a.first].start < sentence.start + len(main)]
    column = next((entry for entry in phrases("columns") if f" {entry[0]} " in low), None)
    indicator, partner = "", ""
    areas: tuple[Mention, ...] = ()
    if flows:
        indicator, partner = flows[-1].name, flows[-1].partner
        areas = places(doc, sentence, flows[-1], mentions, sentence.end)[0]
    elif column is not None:
        indicator, partner = column[1], column[2]
        if column[1].rstrip("s") in topic:
            indicator = topic.split(",")[0]
        areas = tuple(m for _, m in sorted(mentions.items()) if m.end <= sentence.start + len(main) and area_like(m))[:1]
    elif not doc.dates_in(sentence) and "(" not in text:
        return None
    spans = [d for d in doc.dates_in(sentence) if when.is_period(doc, d)]
    period = when.months(spans[0]) if spans else (None, None)
    compared = [d for d in doc.dates_in(sentence) if d.grain == "comparison"]
    return Head(indicator, partner, areas, period, when.basis(text, period, compared), _CHANGE.search(text) is not None)


def _row(doc: Document, sentence: Sentence, mentions: Mapping[int, Mention], found: Sequence[Anchor], under: Head) -> list[Figure]:
    """What a row tells by itself."""
    numbers = doc.quantities_in(sentence)
    sums = [q for q in numbers if q.kind in ("money", "measure") and not q.change]
    signed = [q for q in numbers if q.kind == "percent" and q.change]
    changes = signed or [q for q in numbers if q.kind == "percent" and under.changes][:1]
    if (not sums and not changes) or any(
        t.pos == "VERB" and t.tag in ("VBD", "VBZ", "VBP", "MD") and t.i > sentence.first + 1 for t in doc.words(sentence)
    ):
        return []
    first = min(q.start for q in (*sums[:1], *changes[:1]))
    label = _label(doc, sentence, first)
    behind = re.sub(r"\b(?:year|month|quarter)[- ]on[- ](?:year|month|quarter)\b", "", doc.text[(sums or changes)[0].end : sentence.end])
    if len(label) > 80 or len(re.findall(r"[^\W\d_]{2,}", behind)) > 3 or (sums and sums[0].kind != "money" and not sums[0].unit):
        return []  # more than a row: its own words tell change and time
    if any(when.stock(d) for d in doc.dates_in(sentence)) or status(doc, sentence.first, sentence.last) == "unreal":
        return []
    told = [d for d in doc.dates_in(sentence) if when.is_period(doc, d)]
    anchors = [a for a in found if doc.tokens[a.first].start < first and a.kind not in ("anaphor", "goods")]
    timed = bool(told) and told[0].start < first
    named = _named(doc, sentence, mentions, anchors, under, label, timed, first)
    if named is None:
        return []
    indicator, areas, partners = named
    if anchors and anchors[0].kind == "rate" and not sums and not changes[0].change:
        sums, changes = changes, []  # "Inflation: 3.4%" is a level
    low, high = when.months(told[0]) if told else (None, None)
    figure = Figure(
        indicator, sentence.span, areas or under.areas, partners, sums[0].value if sums else None, sums[0].unit if sums else "",
        None, "", low, high, status(doc, sentence.first, tokens_of(doc, sentence, first, first + 1)[0]),
        "a row of a list", sentence.i, False, flow(indicator),
    )  # fmt: skip
    return [_changed(doc, sentence, figure, changes, k) for k in range(len(changes))] or [figure]


def _label(doc: Document, sentence: Sentence, first: int) -> str:
    text = doc.text[sentence.start : first]
    bullet = _BULLET.match(text)
    return text[bullet.end() if bullet else 0 :].rstrip(" :–—-(")


def _changed(doc: Document, sentence: Sentence, figure: Figure, changes: Sequence[Quantity], k: int) -> Figure:
    end = changes[k + 1].start if k + 1 < len(changes) else sentence.end
    basis = when.basis(doc.text[changes[k].end : end], (None, None), ())
    return replace(figure, change=changes[k].value * (changes[k].direction or 1), basis=basis)


def _named(
    doc: Document,
    sentence: Sentence,
    mentions: Mapping[int, Mention],
    anchors: Sequence[Anchor],
    under: Head,
    label: str,
    timed: bool,
    first: int,
) -> tuple[str, tuple[Mention, ...], tuple[Mention, ...]] | None:
    """Indicator, areas and partners of a row; None where it is not told what it is of."""
    if anchors:
        areas, partners, _ = places(doc, sentence, anchors[0], mentions, first)
        return anchors[0].name, areas, partners
    if not under.indicator:
        return None
    before = [m for i, m in sorted(mentions.items()) if m.end <= first and area_like(m) and m.form != "pronoun"]
    if before and under.partner and doc.text[before[0].start : before[-1].end].strip() == label.removeprefix("the ").strip():
        return under.indicator, (), tuple(before)
    if timed or _TOTAL.fullmatch(label):
        return under.indicator, (), ()
    if before or not re.fullmatch(r"[\w\s&,'’()-]{2,60}", label):
        return None
    return f"{under.indicator} of {label[:1].lower() + label[1:]}", (), ()
