"""Partners listed with their sums: "the main buyers were China ($3 million), Peru ($2 million)", "China led with $3 million"."""

from __future__ import annotations

import re
from collections.abc import Mapping

from kg.extract._figures import Anchor, area_like, phrases, tokens_of
from kg.extract._figures_link import subject
from kg.extract._figures_model import Draft
from kg.types import Document, Mention, Quantity, Sentence

_LISTING = frozenset(
    (
        "destination",
        "destinations",
        "market",
        "markets",
        "buyer",
        "buyers",
        "customers",
        "supplier",
        "suppliers",
        "sources",
        "partners",
        "led",
    )
)


def partner(doc: Document, sentence: Sentence, found: list[Anchor], mentions: Mapping[int, Mention], q: Quantity) -> Draft | None:
    """ "The main buyers were China ($3 million), Peru ($2 million)", "exports to China, with $3 million": a sum beside a partner."""
    first, _ = tokens_of(doc, sentence, q.start, q.end)
    i = first - 1
    while i > sentence.first and doc.tokens[i].text.lower() in (
        "(",
        "with",
        "at",
        ",",
        "an",
        "about",
        "around",
        "some",
        "nearly",
        "estimated",
    ):
        i -= 1
    opened = {t.text.lower() for t in doc.tokens[i + 1 : first]} & {"(", "with"}
    if not opened:
        return None
    mention = mentions.get(i) or _ranked(doc, sentence, i, mentions)
    if mention is None or not area_like(mention) or mention.form not in ("name", "acronym"):
        return None
    before = [a for a in found if a.last <= i and re.search(r"\b(?:export|import|shipments|arrivals|visitors|tourists|invest|FDI)", a.name)]
    if before:
        base = before[-1]
        side = "to" if re.search(r"export|shipments", base.name) else "from"
        preps = {t.text.lower() for t in doc.tokens[base.last : i]}
        if side not in preps and not preps & _LISTING:
            return None
        return Draft(Anchor(i, i, i + 1, base.name, "flow", side), q, partners=(mention,), base=base)
    low = " " + re.sub(r"[^\w\s]", " ", doc.text[sentence.start : doc.tokens[i].end].lower()) + " "
    column = next((entry for entry in phrases("columns") if f" {entry[0]} " in low), None)
    if column is None:
        return None
    return Draft(Anchor(i, i, i + 1, column[1], "flow", column[2]), q, partners=(mention,))


def _ranked(doc: Document, sentence: Sentence, at: int, mentions: Mapping[int, Mention]) -> Mention | None:
    """Who "was the top buyer with $3 million": the subject of the copula over the noun before the sum."""
    role = doc.tokens[at]
    while role.dep in ("pobj", "prep", "compound") and role.head != role.i:
        role = doc.tokens[role.head]
    if role.dep not in ("attr", "oprd") or doc.tokens[role.head].lemma.lower() not in ("be", "remain", "become", "rank"):
        return None
    who = subject(doc, doc.tokens[role.head])
    return mentions.get(who.i) if who is not None else None
