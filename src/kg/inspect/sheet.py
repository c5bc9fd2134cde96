"""One article laid out for reading: its parts in order, each with its marks, what it gave and what was refused."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from kg.inspect.records import Record
from kg.types import Document, Span

MARKS = ("mention", "date", "quantity")  # what is marked inside the text
GIVEN = ("claim", "statement", "refusal")  # what stands below it


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text under the same marks; none where nothing is marked."""

    text: str
    marks: tuple[Record, ...] = ()


@dataclass(frozen=True, slots=True)
class Part:
    """A sentence, or a block that is no text of the article (``reason`` says why)."""

    start: int
    end: int
    pieces: tuple[Piece, ...]
    given: tuple[Record, ...] = ()
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Sheet:
    """An article's parts, and its head: id, title, date, publisher (empty where it does not tell)."""

    article: str
    title: str
    published: str
    publisher: str
    parts: tuple[Part, ...]

    @property
    def counts(self) -> dict[str, int]:
        """How many records of each kind its parts show."""
        found = dict.fromkeys((*MARKS, *GIVEN), 0)
        marks = {(mark.what, mark.start, mark.end) for part in self.parts for piece in part.pieces for mark in piece.marks}
        for what, _, _ in marks:
            found[what] += 1
        for part in self.parts:
            for record in part.given:
                found[record.what] += 1
        return found


def sheet(document: Document, seen: Sequence[Record]) -> Sheet:
    """Lay out ``document`` with the records ``seen`` in it. A claim stands below the sentence in which its evidence begins."""
    article = document.article
    spans = [(article.to_source(sentence.span), "") for sentence in document.sentences]
    spans += [(Span(r.start, r.end), str(r.get("reason") or r.get("role"))) for r in seen if r.what == "furniture"]
    spans.sort(key=lambda item: (item[0].start, item[0].end))
    marks = [record for record in seen if record.what in MARKS]
    given = [record for record in seen if record.what in GIVEN]
    below: list[list[Record]] = [[] for _ in spans]
    for record in given:
        home = max((i for i, (span, _) in enumerate(spans) if span.start <= record.start), default=0)
        if spans:
            below[home].append(record)
    parts = []
    for (span, reason), records in zip(spans, below, strict=True):
        inside = [] if reason else [m for m in marks if span.start <= m.start and m.end <= span.end]
        pieces = _pieces(article.source, span.start, span.end, inside)
        parts.append(Part(span.start, span.end, pieces, tuple(records), reason))
    return Sheet(article.id, article.title or "", str(article.published or ""), article.publisher or "", tuple(parts))


def _pieces(source: str, start: int, end: int, marks: Sequence[Record]) -> tuple[Piece, ...]:
    """``source[start:end]`` cut wherever a mark begins or ends."""
    cuts = sorted({start, end} | {m.start for m in marks} | {m.end for m in marks})
    return tuple(Piece(source[a:b], tuple(m for m in marks if m.start <= a and b <= m.end)) for a, b in pairwise(cuts))


def describe(record: Record) -> str:
    """A record in a line, for a tooltip or a list."""
    if record.what == "mention":
        name = record.get("name")
        return f"{record.get('kind') or 'something'}, {record.get('form')}" + (f": {name}" if name else ": not told who")
    if record.what == "date":
        return f"{record.get('role')} {record.get('value') or 'unknown'}"
    if record.what == "quantity":
        value = f"{record.get('value')}" + (f" to {record.get('upper')}" if record.get("upper") else "")
        return f"{value} {record.get('unit')}".strip() + (", a change" if record.get("change") == "yes" else "")
    if record.what == "statement":
        return f"statement by {record.get('speaker') or 'nobody told'}" + _reason(record)
    if record.what == "refusal":
        return f"refused ({record.get('stage')}): {record.get('reason')}: {' '.join(record.text.split())[:80]}"
    cells = [*_items(record.get("roles")), *_items(record.get("values"))]
    status = f" ({record.get('status')})" if record.get("status") else ""
    return f"{record.get('kind')}{status}: {', '.join(cells)}" + _reason(record)


def _items(value: object) -> list[str]:
    return [f"{name} {cell}" for name, cell in value.items()] if isinstance(value, dict) else []


def _reason(record: Record) -> str:
    return f" [{record.get('reason')}]" if record.get("reason") else ""
