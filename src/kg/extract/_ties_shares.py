"""Exports whose buyers are told by their share: "Japan bought 40 percent of them", "half of its wool goes to Italy"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kg.extract._figures import by_token, tokens_of, verb
from kg.extract._figures_deals import parties
from kg.extract._figures_link import subject
from kg.extract._figures_model import Figure
from kg.extract._ties_roles import Tie
from kg.extract._ties_words import told
from kg.types import Document, Sentence, Token

_WHOLE = frozenset(("them", "that", "it", "this", "these", "those", "total", "exports", "shipments", "sales", "volume", "output"))
_REACH = 2  # sentences from the figure to the share


def shares(doc: Document, sentence: Sentence, figures: Sequence[Figure]) -> Iterator[Tie]:
    """The ties of a sentence that tells which part of the exports told before somebody bought."""
    base = next((f for f in reversed(figures) if f.sentence <= sentence.i), None)
    if base is None or base.flow != "exports" or not base.areas or sentence.i - base.sentence > _REACH:
        return
    if doc.sentences[base.sentence].block != sentence.block:
        return
    mentions = by_token(doc, sentence)
    for quantity in doc.quantities_in(sentence):
        first, last = tokens_of(doc, sentence, quantity.start, quantity.end)
        if quantity.kind != "percent" or quantity.change or not _of_the_whole(doc.tokens[last : last + 4]):
            continue
        above = doc.tokens[doc.tokens[last - 1].head]
        if verb(above, "in") and above.pos == "VERB" and above.i < first and told(doc, above):
            buyers = tuple(m for m in parties(doc, subject(doc, above), mentions) if m not in base.areas)
            if buyers:
                yield Tie(base.areas, "exports_to", buyers, "a share of the exports bought")


def _of_the_whole(behind: Sequence[Token]) -> bool:
    words = [t.text.lower() for t in behind]
    return words[:1] == ["of"] and any(w in _WHOLE for w in words[1:])
