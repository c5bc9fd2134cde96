"""Whose a figure is that its noun phrase leaves to the clause: the subject's place, or what stands behind "its"."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence

from kg.extract._figures import area_like, tokens_of
from kg.extract._figures_actors import actor
from kg.extract._figures_home import key
from kg.extract._figures_link import clause_start
from kg.extract._figures_model import Draft, Figure
from kg.types import Document, Mention, Sentence


def _holders(doc: Document, sentence: Sentence, its: Mention) -> list[Mention]:
    """The mentions that are the subject before a possessive pronoun."""
    subjects = [t.i for t in doc.words(sentence) if t.dep in ("nsubj", "nsubjpass") and t.i < its.token]
    return [m for m in doc.within(sentence) if m.token in subjects[-1:]]


def _toward(doc: Document, sentence: Sentence, at: int, mentions: Mapping[int, Mention]) -> bool:
    """Whether a place is where something goes, or comes from: a partner, and no owner ("sales to Brazil and Japan")."""
    i = at - 1
    while i >= sentence.first and (i in mentions or doc.tokens[i].text.lower() in ("and", ",", "the", "both", "or")):
        i -= 1
    return i >= sentence.first and doc.tokens[i].text.lower() in ("to", "from", "with", "between", "towards")


def two_way(
    sentence: Sentence, name: str, areas: tuple[Mention, ...], told: Sequence[Figure], block: Callable[[Figure], int]
) -> tuple[tuple[Mention, ...], tuple[Mention, ...]]:
    """Area and partner of plain "exports" or "imports" behind a figure of two countries: the other half of it.

    "Trade with Hungary reached …. Exports were …", "Exports to Japan rose …, while imports fell": in one paragraph, and not where
    exports or imports as a whole were told.
    """
    if name not in ("exports", "imports"):
        return areas, ()
    own = {key(m) for m in areas if m.form != "pronoun"}
    for figure in reversed(told):
        if block(figure) != sentence.block or sentence.i - figure.sentence > 3:
            break
        trade = re.search(r"\btrade\b|\bturnover\b|\bcommerce\b", figure.indicator) is not None and not figure.flow
        if not trade and not (figure.flow in ("exports", "imports") and figure.flow != name):
            if figure.flow == name and figure.partners:
                continue
            break
        if len(figure.partners) != 1 or len(figure.areas) != 1:
            break
        whole = any(f.flow in ("exports", "imports") and not f.partners for f in told)
        if not trade and whole and figure.sentence != sentence.i:
            break
        area, partner = figure.areas[0], figure.partners[0]
        if not own or key(area) in own or (area.form == "nominal" and key(partner) not in own):
            return areas or (area,), (partner,)
        if key(partner) in own:
            return areas, (area,)
        break
    return areas, ()


def hosted(
    doc: Document, sentence: Sentence, draft: Draft, mentions: Mapping[int, Mention], name: str
) -> tuple[tuple[Mention, ...], tuple[Mention, ...]]:
    """ "Poland had eight projects in Hanoi with registered capital of": the capital is Hanoi's, from Poland."""
    if re.search(r"\bcapital\b", name) is None:
        return (), ()
    at = draft.anchor.first
    before = [(i, m) for i, m in sorted(mentions.items()) if i < at and area_like(m) and m.form in ("name", "nominal")]
    inside = [m for i, m in before if doc.tokens[i - 1].text.lower() == "in" and re.search(_VENTURES, doc.text[sentence.start : m.start])]
    if not inside or at - inside[-1].token > 5:
        return (), ()
    givers = [
        m for i, m in before if m.end < inside[-1].start and (doc.tokens[i].dep == "nsubj" or doc.tokens[i - 1].text.lower() == "from")
    ]
    return (inside[-1],), tuple(m for m in givers[-1:] if key(m) != key(inside[-1]))


_VENTURES = re.compile(r"\b(?:projects?|ventures?|firms|companies|enterprises|businesses)\b[^,;.]{0,20}$")


def of_a_body(doc: Document, sentence: Sentence, its: Mention) -> bool:
    """Whether "its" is a body's that is the subject before it ("The bank kept its rate"), and so names no area."""
    held = _holders(doc, sentence, its)
    return any(m.kind in ("Agency", "Organization", "Person") and not area_like(m) for m in held)


def of_a_firm(doc: Document, sentence: Sentence, its: Mention) -> bool:
    """Whether "its" is a firm's, whose figures are no area's."""
    return any(m.kind == "Organization" and m.form in ("name", "acronym") for m in _holders(doc, sentence, its))


def subject_area(
    doc: Document, sentence: Sentence, draft: Draft, mentions: Mapping[int, Mention], partners: tuple[Mention, ...]
) -> Mention | None:
    """The place that is, or has, or holds the subject of the clause ("Industrial parks in Lagos attracted …")."""
    first, _ = tokens_of(doc, sentence, draft.first, draft.last)
    given = mentions.get(first - 1)
    if given is not None and area_like(given) and given not in partners and doc.tokens[first - 2].pos in ("VERB", "DET", "ADJ"):
        return given  # "Coffee earned the country $3 million"
    for token in doc.words(sentence):
        mention = mentions.get(token.i)
        fronted = doc.tokens[sentence.first].text == "With" and token.dep == "nsubj"
        if (
            mention is None
            or (token.i >= first and not fronted)
            or not area_like(mention)
            or mention in partners
            or mention.form == "demonym"
            or _toward(doc, sentence, token.i, mentions)
        ):
            continue
        top = token
        if token.dep == "pobj" and doc.tokens[token.head].text.lower() == "in":
            top = doc.tokens[doc.tokens[token.head].head]
        elif token.dep == "poss":
            top = doc.tokens[token.head]
        if (
            top.dep in ("nsubj", "nsubjpass")
            and (top.i < first or fronted)
            and top.pos in ("NOUN", "PROPN")
            and not any(t.text.lower() in ("say", "said") for t in (doc.tokens[top.head],))
        ) and token.i > clause_start(doc, sentence, first) - 1:
            return mention
    acting = next((t for t in doc.tokens[sentence.first : first][::-1] if t.pos == "VERB"), None)
    who = actor(doc, sentence, acting, mentions) if acting is not None else None
    if who is not None and who.traders and len(who.places) == 1 and who.places[0] not in partners:
        return who.places[0]  # "Kenyan farmers earned $3 million from avocado exports"
    return None
