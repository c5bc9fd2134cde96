"""Places and parts in a ranking of trade: "the United States came second with $2 million", "Italy took half of them"."""

from __future__ import annotations

from collections.abc import Mapping

from kg.extract._figures import area_like
from kg.extract._figures_actors import parties, subject
from kg.extract._ties_words import is_a
from kg.types import Document, Mention, Sentence, Token

_SHARES = frozenset(
    ("half", "third", "quarter", "fifth", "tenth", "most", "bulk", "majority", "share", "part", "thirds", "quarters", "much")
)
_WHOLE = frozenset(("them", "that", "it", "this", "these", "those", "total", "all", "volume", "output"))


def ranked(
    doc: Document, sentence: Sentence, verb: Token, outward: bool, mentions: Mapping[int, Mention], listed: bool, sums: bool, close: bool
) -> tuple[Mention, ...]:
    """Whom a verb gives a place or part of the trade ("came second with"); ``listed``: buyers or sellers are named so;
    ``close``: the trade was told in the sentence before."""
    first = doc.tokens[sentence.first].text.lower()
    if is_a(verb, "copula") and first in ("behind", "next", "then", "following", "after") and sums:  # "Behind them were Peru and Chile"
        who = next((c for c in doc.children(verb) if c.i > verb.i and c.dep in ("nsubj", "attr")), None)
        return parties(doc, who, mentions) if verb.i - sentence.first <= 3 else ()
    who = subject(doc, verb)
    found = tuple(m for m in parties(doc, who, mentions) if m.form in ("name", "acronym") and m.token < verb.i)
    if not found:
        return ()
    behind = [t.text.lower() for t in doc.tokens[verb.i + 1 : min(verb.i + 7, sentence.last)]]
    if is_a(verb, "place") and (sums or listed):
        ordinal = bool({"second", "third", "fourth", "fifth", "next", "first", "list", "ranking", "table"} & set(behind[:5]))
        return found if ordinal or (listed and verb.lemma.lower() in ("lead", "top", "follow")) else ()
    if not is_a(verb, "take") or (not outward and verb.lemma.lower() not in ("account", "supply", "provide", "make", "represent")):
        return ()
    if "of" in behind and part(doc, sentence, verb, sentence.last) and _WHOLE & set(behind[behind.index("of") :]):
        return (*found, *followers(doc, sentence, verb.i, mentions))
    bought = close and verb.lemma.lower() in ("take", "buy", "purchase", "absorb", "import")
    return (
        (*found, *followers(doc, sentence, verb.i, mentions)) if bought and sums and not any(t in ("from", "over") for t in behind) else ()
    )


def followers(doc: Document, sentence: Sentence, after: int, mentions: Mapping[int, Mention]) -> tuple[Mention, ...]:
    """ "…, followed by Singapore with $6 million and Laos": who is next behind token ``after``."""
    words = doc.tokens[after : sentence.last]
    by = next((t for t in words if t.text.lower() == "by" and doc.tokens[t.i - 1].text.lower() == "followed"), None)
    if by is None:
        return ()
    end = next(
        (t.i for t in doc.tokens[by.i : sentence.last] if t.text in (";", ".") or t.tag in ("VBD", "VBZ", "MD", "WP$")), sentence.last
    )
    return tuple(m for i, m in sorted(mentions.items()) if by.i < i < end and area_like(m) and m.form in ("name", "acronym"))


def part(doc: Document, sentence: Sentence, verb: Token, last: int) -> bool:
    """Whether a share stands between a verb and token ``last``: "38 percent of", "half of"."""
    start, end = verb.end, doc.tokens[last].start if last < sentence.last else sentence.end
    percent = any(q.kind == "percent" and not q.change and start <= q.start < end for q in doc.quantities_in(sentence))
    return percent or any(t.text.lower() in _SHARES for t in doc.tokens[verb.i + 1 : last])
