"""Capitals that stand for their governments ("Lisbon has nominated …", "owed by Kinshasa"): no mention of the city."""

from __future__ import annotations

from functools import cache

from kg.data.gazetteer import countries, fold, places
from kg.resolve.local import Locals
from kg.resolve.nodes import Node
from kg.types import Document, Mention, Span

_PLACELIKE = frozenset(("be", "have", "host", "lie", "remain", "see", "become", "attract", "rank", "stand", "boast", "grow"))


@cache
def _capitals() -> frozenset[str]:
    return frozenset(fold(c.capital) for c in countries().values() if c.capital)


def government(doc: Document, span: Span, locals_: Locals) -> Node | None:
    """The country that a capital stands for at ``span``, where the article tells of it; None for a city, or where nothing tells."""
    if not metonym(doc, span, locals_):
        return None
    lands = {c.iso2 for c in countries().values() if c.capital and fold(c.capital) == fold(doc.text[span.start : span.end])}
    found = [n for n in locals_.nodes if n.type == "Country" and n.code in lands]
    return found[0] if len(found) == 1 else None


def beside(doc: Document, mention: Mention, locals_: Locals) -> Node | None:
    """The other country of "Ankara and Belgrade have set a target": of the one capital joined to this one."""
    token = doc.tokens[mention.token]
    joined = [m for m in doc.mentions if m.form == "name" and doc.tokens[m.token].dep == "conj" and doc.tokens[m.token].head == token.i]
    return government(doc, joined[0].span, locals_) if len(joined) == 1 else None


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
    first = doc.tokens[token.head]
    if (
        token.dep == "conj"
        and first.dep == "nsubj"
        and doc.tokens[token.i - 1].head == first.i
        and metonym(doc, Span(first.start, first.end), locals_)
    ):
        token = first  # "Ankara and Belgrade agreed"
    head = doc.tokens[token.head]
    if token.dep == "nsubj" and head.pos in ("VERB", "AUX"):
        return head.lemma.lower() not in _PLACELIKE
    if token.dep == "pobj" and head.text.lower() == "by" and head.dep in ("agent", "prep"):
        return True
    return token.dep in ("pobj", "conj") and any(t.text.lower() == "between" for t in doc.tokens[max(0, token.i - 3) : token.i])
