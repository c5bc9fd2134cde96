"""The texts of the articles: files as given, or what the store keeps of them."""

from __future__ import annotations

import json
from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from kg.rdf import KG, TEXTS
from kg.rdf.ox import Literal, NamedNode
from kg.store import Source


@dataclass(frozen=True, slots=True)
class Text:
    """An article's text. ``pieces``: (offset in the text, offset in the file) where the two run apart; none for a file itself."""

    text: str
    pieces: tuple[tuple[int, int], ...] = ()

    def holds(self, start: int, end: int, words: str) -> bool:
        """Whether the file has ``words`` at ``start:end``. Of a repaired text only the characters that repair left alone are compared."""
        if not self.pieces:
            return self.text[start:end] == words
        begin, stop = self._at(start), self._at(end - 1) + 1 if end > start else self._at(start)
        if not 0 <= begin <= stop <= len(self.text):
            return False
        breaks = sum(start < source < end for _, source in self.pieces)
        if not breaks:
            return self.text[begin:stop].lower() == words.lower()  # the store has a shouted headline in small letters
        return self._strange(start, end, words) <= 2 * breaks

    def _strange(self, start: int, end: int, words: str) -> int:
        """How many characters of a quote are others than those that the text has for their offsets; dropped ones count for nothing."""
        ends = [source for _, source in self.pieces[1:]]
        found = 0
        for k, (at, source) in enumerate(self.pieces):
            length = (self.pieces[k + 1][0] if k + 1 < len(self.pieces) else len(self.text)) - at
            stop = min(source + length, end, ends[k] if k < len(ends) and ends[k] > source else end)
            found += sum(self.text[at + o - source].lower() != words[o - start].lower() for o in range(max(start, source), stop))
        return found

    def before(self, end: int) -> str:
        """The text up to an offset of the file."""
        return self.text[: self._at(end)]

    def _at(self, offset: int) -> int:
        if not self.pieces:
            return offset
        k = max(bisect_right([source for _, source in self.pieces], offset) - 1, 0)
        at, source = self.pieces[k]
        limit = self.pieces[k + 1][0] if k + 1 < len(self.pieces) else len(self.text)
        return min(at + offset - source, limit)


def texts(source: Source, given: Mapping[str, str]) -> dict[str, Text]:
    """Article id -> its text: that of the file where one is given, else that of the store."""
    found = {article: Text(text) for article, text in given.items()}
    graph, term, name = NamedNode(source.base + TEXTS), NamedNode(KG + "reading"), NamedNode(KG + "identifier")
    readings: dict[str, str] = {}
    names: dict[str, str] = {}
    for quad in source.quads():
        if quad.graph_name == graph and quad.predicate == term and isinstance(quad.object, Literal):
            readings[str(quad.subject.value)] = quad.object.value  # type: ignore[union-attr]
        elif quad.predicate == name and isinstance(quad.object, Literal):
            names[str(quad.subject.value)] = quad.object.value  # type: ignore[union-attr]
    for article, reading in readings.items():
        text = _read(reading)
        if text is not None and article in names:
            found.setdefault(names[article], text)
    return found


def _read(reading: str) -> Text | None:
    """The text of a reading, None where it is none of kg's."""
    try:
        told: Any = json.loads(reading)
        return Text(str(told["text"]), tuple((int(at), int(source)) for at, source in told["map"]))
    except (ValueError, KeyError, TypeError):
        return None
