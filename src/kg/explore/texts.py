"""The articles' texts, which the store keeps in a graph of their own, and where in them the quotes stand.

A quote counts in the article's file, a text is what was read out of it. ``map`` holds pieces ``[text_at, source_at]`` from which on
the two run side by side: ``source = source_at + (t - text_at)``.
"""

from __future__ import annotations

import json
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from kg.errors import QueryError
from kg.explore.ask import ask
from kg.store import Source

# named data sets, since an endpoint that is given only a default graph shows no named ones
_READINGS = """
SELECT ?article ?reading FROM <{base}graph/facts> FROM NAMED <{base}graph/texts>
WHERE {{ GRAPH ?texts {{ ?node kg:reading ?reading }} ?node kg:identifier ?article }} ORDER BY ?article
"""

_READING = (
    "SELECT ?reading FROM <{base}graph/facts> FROM NAMED <{base}graph/texts> WHERE {{ GRAPH ?texts {{ <{iri}> kg:reading ?reading }} }}"
)


@dataclass(frozen=True, slots=True)
class Reading:
    """A text, its blocks ``(start, end, role)`` and the pieces of its map, all in characters."""

    text: str
    blocks: tuple[tuple[int, int, str], ...]
    pieces: tuple[tuple[int, int], ...]

    def at(self, source: int) -> int:
        """Where in the text the character at ``source`` of the file stands; of one that was left out, where the next stands."""
        i = bisect_right(self.pieces, source, key=lambda piece: piece[1]) - 1
        if i < 0:
            return 0
        text_at, source_at = self.pieces[i]
        limit = self.pieces[i + 1][0] if i + 1 < len(self.pieces) else len(self.text)
        return max(text_at, min(text_at + source - source_at, limit))

    def span(self, start: int, end: int) -> list[int]:
        """``[begin, end]`` in the text of a quote that has ``start`` and ``end`` (exclusive) in the file."""
        begin = self.at(start)
        return [begin, max(begin, min(self.at(end - 1) + 1, len(self.text)) if end > start else begin)]

    def passage(self, start: int, end: int, around: int) -> dict[str, Any]:
        """The words of a quote with what stands before and after it, and how much more there is on both sides."""
        begin, stop = self.span(start, end)
        left, right = max(0, begin - around), min(len(self.text), stop + around)
        return {
            "before": self.text[left:begin],
            "quote": self.text[begin:stop],
            "after": self.text[stop:right],
            "left": left,
            "right": len(self.text) - right,
        }


def any_reading(source: Source) -> bool:
    """Whether the graph carries texts."""
    try:
        return bool(ask(source, _READINGS.format(base=source.base).replace("ORDER BY ?article", "LIMIT 1")))
    except QueryError:
        return False


def readings(source: Source) -> dict[str, Reading]:
    """Texts by article; empty where the graph carries none or an endpoint does not tell its named graphs."""
    try:
        rows = ask(source, _READINGS.format(base=source.base))
    except QueryError:
        return {}
    return {row["article"]: _reading(row["reading"]) for row in rows if row["reading"]}


def reading(source: Source, iri: str) -> Reading | None:
    """The text of the article ``iri``, where the graph carries it."""
    try:
        rows = ask(source, _READING.format(base=source.base, iri=iri))
    except QueryError:
        return None
    return next((_reading(row["reading"]) for row in rows if row["reading"]), None)


def _reading(cell: str) -> Reading:
    told = json.loads(cell)
    blocks = tuple((int(start), int(end), str(role)) for start, end, role in told["blocks"])
    return Reading(told["text"], blocks, tuple((int(a), int(b)) for a, b in told["map"]))


def article(reading: Reading | None, quotes: Iterable[Sequence[int]]) -> dict[str, Any]:
    """``text``, ``blocks`` and ``spans`` of an article, ``quotes`` being the offsets of its quotes in the file."""
    if reading is None:
        return {"text": None, "blocks": [], "spans": {}}
    spans = {f"{start},{end}": reading.span(start, end) for start, end in quotes}
    return {"text": reading.text, "blocks": [list(block) for block in reading.blocks], "spans": spans}
