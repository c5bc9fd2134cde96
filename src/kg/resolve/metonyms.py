"""Capitals that stand for their governments ("Lisbon has nominated …", "owed by Kinshasa"): no mention of the city."""

from __future__ import annotations

from functools import cache

from kg.data.gazetteer import countries, fold, places
from kg.resolve.local import Locals
from kg.resolve.nodes import Node
from kg.types import Document, Mention, Span, Token

_PLACELIKE = frozenset(("be", "have", "host", "lie", "remain", "see", "become", "attract", "rank", "stand", "boast", "grow"))


@cache
def _capitals() -> frozenset[str]:
    return frozenset(fold(c.capital) for c in countries().values() if c.capital)


def governments(doc: Document, mention: Mention, locals_: Locals) -> tuple[Node, ...]:
    """The countries of two capitals that act together ("Ankara and Belgrade have set a target"), that of ``mention`` first; else none.

    A capital alone may be the city itself.
    """
    token = doc.tokens[mention.token]
    pairs = [m for m in doc.mentions if m.form == "name" and m.kind == "Place" and m is not mention and _joined(doc, m, token)]
    lands = [_land(doc, m, locals_) for m in (mention, *pairs)] if len(pairs) == 1 else []
    return tuple(n for n in lands if n is not None) if lands and None not in lands else ()


def _joined(doc: Document, other: Mention, token: Token) -> bool:
    own = doc.tokens[other.token]
    return (own.dep == "conj" and own.head == token.i) or (token.dep == "conj" and token.head == own.i)


def _land(doc: Document, mention: Mention, locals_: Locals) -> Node | None:
    if not metonym(doc, mention.span, locals_):
        return None
    lands = {c.iso2 for c in countries().values() if c.capital and fold(c.capital) == fold(mention.text)}
    found = [n for n in locals_.nodes if n.type == "Country" and n.code in lands]
    return found[0] if len(found) == 1 else None


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
