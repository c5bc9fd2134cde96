"""What a sentence without a figure leaves for the next one: "Copper exports recovered. They totalled $3 million."

The indicator is told, its number comes a sentence later, by a pronoun or by the goods that it is made up of.
"""

from __future__ import annotations

from collections.abc import Sequence

from kg.extract._figures import Anchor, by_token
from kg.extract._figures_anchors import anchors
from kg.extract._figures_model import Figure
from kg.extract._figures_names import flow
from kg.extract._figures_where import places
from kg.types import Document, Sentence

_OWN = ("flow", "stock", "rate", "index")


def said_before(doc: Document, sentence: Sentence) -> Figure | None:
    """The indicator of the sentence before as a figure without a number; None where that has none, or two that may be meant."""
    if sentence.i == 0 or doc.sentences[sentence.i - 1].block != sentence.block:
        return None
    before = doc.sentences[sentence.i - 1]
    mentions = by_token(doc, before)
    found = [a for a in anchors(doc, before, mentions) if a.kind in _OWN]
    anchor = _main(doc, found)
    if anchor is None:
        return None
    areas, partners, _ = places(doc, before, anchor, mentions, before.end)
    areas = tuple(a for a in areas if a.form != "pronoun")
    return Figure(anchor.name, before.span, areas, partners, sentence=before.i, flow=flow(anchor.name))


def _main(doc: Document, found: Sequence[Anchor]) -> Anchor | None:
    """The one indicator of a sentence, or the one that is its subject."""
    subjects = [a for a in found if any(t.dep in ("nsubj", "nsubjpass") for t in doc.tokens[a.first : a.last])]
    for some in (subjects, found):
        if len({a.name for a in some}) == 1:
            return some[0]
    return None
