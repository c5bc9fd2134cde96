"""Volumes told by a verb: freight carried, goods produced, people received ("carried 3 million tonnes of freight")."""

from __future__ import annotations

from collections.abc import Mapping

from kg.extract._figures import Anchor, area_like, noun, verb
from kg.extract._figures_link import subject
from kg.extract._figures_where import phrases_after
from kg.types import Document, Mention, Quantity, Token

_WORDS = 3  # of the goods' name


def volume(
    doc: Document, first: int, last: int, token: Token, quantity: Quantity, mentions: Mapping[int, Mention]
) -> tuple[Anchor, tuple[Mention, ...], tuple[Mention, ...]] | None:
    """Indicator, area and partner of a measured or counted object of a verb; None where it is none, or a company's."""
    if any(t.pos in ("VERB", "AUX") for t in doc.tokens[token.i + 1 : first]) or any(
        c.dep in ("neg", "auxpass") for c in doc.children(token)
    ):
        return None
    who = subject(doc, token)
    owner = mentions.get(who.i) if who is not None else None
    area = (owner,) if owner is not None and area_like(owner) and owner.form != "demonym" else ()
    if who is None or who.i > token.i or (owner is not None and not area):
        return None
    if quantity.kind == "measure" and [t.text.lower() for t in doc.tokens[last : last + 1]] == ["of"]:
        goods = _goods(doc, last + 1, mentions)
        for use, kind in (("handle", "volume"), ("produce", "production")):
            if goods and verb(token, use):
                return Anchor(token.i, token.i, token.i + 1, f"{goods} {kind}", "flow"), area, ()
    if quantity.kind == "count" and verb(token, "handle") and (area or noun(who, "place")):
        return Anchor(token.i, token.i, token.i + 1, quantity.unit, "flow"), area, ()
    if quantity.kind == "count" and verb(token, "receive"):
        counted = doc.tokens[last - 1]
        if noun(counted, "guest") and (area or noun(who, "place")):
            name = doc.text[doc.tokens[last - 1].start : counted.end]
            end = next((t.i for t in doc.tokens[last : doc.sentences[token.sentence].last] if t.text in (",", ";")), last)
            froms = next((f for prep, f in phrases_after(doc, last, end, mentions) if f and prep == "from"), ())
            origin = froms if len(froms) == 1 else ()
            mods = [t for t in doc.tokens[first : last - 1] if t.pos in ("ADJ", "NOUN") and t.i not in mentions]
            return Anchor(token.i, token.i, token.i + 1, " ".join([t.text for t in mods] + [name]).lower(), "flow", "from"), area, origin
    return None


def _goods(doc: Document, at: int, mentions: Mapping[int, Mention]) -> str:
    """The nouns at ``at``, their adjectives included."""
    words: list[str] = []
    for token in doc.tokens[at : at + _WORDS]:
        if token.i in mentions or token.pos not in ("ADJ", "NOUN") or any(d.start <= token.start < d.end for d in doc.dates):
            break
        words.append(token.text)
    return " ".join(words)
