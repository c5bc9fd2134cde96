"""Capitals that stand for their governments ("Lisbon has nominated …", "owed by Kinshasa"): no mention of the city."""

from __future__ import annotations

from functools import cache

from kg.data.gazetteer import countries, fold, places
from kg.resolve.local import Locals
from kg.types import Document, Span

_PLACELIKE = frozenset(("be", "have", "host", "lie", "remain", "see", "become", "attract", "rank", "stand", "boast", "grow"))


@cache
def _capitals() -> frozenset[str]:
    return frozenset(fold(c.capital) for c in countries().values() if c.capital)


def metonym(doc: Document, span: Span, locals_: Locals) -> bool:
    """Whether a place's name at ``span`` acts as a government: a capital as subject or agent of a verb that places don't do."""
    node = locals_.of.get((span.start, span.end))
    if node is None or node.type != "Place":
        return False
    name = doc.text[span.start : span.end]
    if fold(name) not in _capitals() and not any(r.type == "capital" for r in places().lookup(name)):
        return False
    token = next((t for t in doc.tokens if t.start == span.start), None)
    if token is None:
        return False
    head = doc.tokens[token.head]
    if token.dep == "nsubj" and head.pos in ("VERB", "AUX"):
        return head.lemma.lower() not in _PLACELIKE
    if token.dep == "pobj" and head.text.lower() == "by" and head.dep in ("agent", "prep"):
        return True
    return token.dep in ("pobj", "conj") and any(t.text.lower() == "between" for t in doc.tokens[max(0, token.i - 3) : token.i])
