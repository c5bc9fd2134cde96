"""Figures told by a verb: goods sold, bought and shipped ("sold $3 million worth of rice to Kenya"), money invested, a product's rank."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from kg.extract._figures import Anchor, area_like, climb, noun, tokens_of, verb
from kg.extract._figures_link import subject
from kg.extract._figures_volumes import volume
from kg.extract._figures_where import phrases_after
from kg.types import Document, Mention, Quantity, Sentence, Token

_WORTH = re.compile(r"\sworth\sof\b")


@dataclass(frozen=True, slots=True)
class Deal:
    """A sum that a verb makes a figure, with who and where. ``running``: a total up to now; ``closed``: no other area may be guessed."""

    anchor: Anchor
    areas: tuple[Mention, ...]
    partners: tuple[Mention, ...]
    flow: str  # exports imports investment
    running: bool = False
    bought: bool = False
    closed: bool = False
    again: bool = False  # goods told before: "bought $2 million of that"
    counted: bool = False  # a volume: "carried 3 million tonnes of freight"


def deal(doc: Document, sentence: Sentence, quantity: Quantity, mentions: Mapping[int, Mention]) -> Deal | None:
    """What the verb over a sum makes of it, or None."""
    first, last = tokens_of(doc, sentence, quantity.start, quantity.end)
    if last < sentence.last and doc.tokens[last].tag in ("VBN", "VBD") and verb(doc.tokens[last], "invest"):
        return Deal(Anchor(first, doc.tokens[last].i, last, "investment", "flow"), (), (), "investment")
    for token in climb(doc, doc.tokens[last - 1]):
        if token.pos == "VERB" and token.i < first:
            return (
                _shared(doc, first, last, token, mentions)
                or _traded(doc, sentence, first, last, token, mentions)
                or _invested(doc, sentence, first, last, token, mentions)
                or _volume(doc, first, last, token, quantity, mentions)
            )
        if token.i < first - 8 or (token.pos in ("ADP",) and token.text.lower() != "of"):
            return None
    return None


def _volume(doc: Document, first: int, last: int, token: Token, quantity: Quantity, mentions: Mapping[int, Mention]) -> Deal | None:
    found = volume(doc, first, last, token, quantity, mentions)
    return Deal(*found, "", counted=True) if found is not None else None


def _shared(doc: Document, first: int, last: int, token: Token, mentions: Mapping[int, Mention]) -> Deal | None:
    """ "Japan bought $2 million of that": a part of the exports told before."""
    words = [t.text.lower() for t in doc.tokens[last : last + 2]]
    if (
        not verb(token, "in")
        or token.lemma.lower() == "import"
        or words[:1] != ["of"]
        or words[-1] not in ("that", "it", "this", "them", "these")
    ):
        return None
    buyers = parties(doc, subject(doc, token), mentions)
    if not buyers or any(t.pos in ("VERB", "AUX") for t in doc.tokens[token.i + 1 : first]):
        return None
    return Deal(Anchor(token.i, token.i, token.i + 1, "exports", "flow", "to"), (), buyers, "exports", bought=True, again=True)


def _traded(doc: Document, sentence: Sentence, first: int, last: int, token: Token, mentions: Mapping[int, Mention]) -> Deal | None:
    outward, inward = verb(token, "out"), verb(token, "in")
    partner_acts = not (outward or inward) and (verb(token, "supply") or verb(token, "demand"))
    if not (outward or inward or partner_acts) or any(t.pos in ("VERB", "AUX") for t in doc.tokens[token.i + 1 : first]):
        return None
    who = subject(doc, token)
    owners = parties(doc, who, mentions)
    traders = who is not None and who.tag in ("NNS", "NNP", "NNPS") and who.text[-1] == "s" and noun(who, "investor")
    if not owners and not traders:
        return None
    if partner_acts and (not owners or len(owners) > 1):
        return None
    owners = owners or investors(doc, sentence, token, mentions) or ()
    joined = doc.tokens[last].text.lower() if last < sentence.last else ""
    goods_at = (
        last + 1 if joined in ("in", "of") and last + 1 < sentence.last and doc.tokens[last + 1].pos in ("NOUN", "ADJ", "PROPN") else -1
    )
    if [t.text.lower() for t in doc.tokens[last : last + 2]] == ["worth", "of"]:
        goods_at = last + 2
    if (goods_at < 0 and doc.tokens[first - 1].text.lower() in ("worth", "of")) or any(
        noun(t, "goods") for t in doc.tokens[token.i + 1 : first]
    ):
        goods_at = token.i + 1
    clause = next((t.i for t in doc.tokens[last : sentence.last] if t.text in (",", ";")), sentence.last)
    abroad = any(noun(t, "abroad") for t in doc.tokens[last:clause])
    side = "to" if outward else "from"
    if goods_at < 0 and (
        partner_acts
        or token.lemma.lower() not in ("export", "import", "ship")
        or not (abroad or any(f and prep == side for prep, f in phrases_after(doc, last, clause, mentions)))
    ):
        return None
    end = goods_at = goods_at if goods_at >= 0 else last
    while (
        goods_at != last
        and end < sentence.last
        and doc.tokens[end].text.lower() not in ("worth", "valued")
        and (doc.tokens[end].pos in ("ADJ", "NOUN", "PROPN", "DET", "CCONJ") or end in mentions)
    ):
        end += 1
    own = next((m for i, m in mentions.items() if goods_at <= i < end and area_like(m)), None)
    words = [t.text for t in doc.tokens[goods_at:end] if t.i not in mentions and t.pos in ("ADJ", "NOUN") and t.text.lower() != "worth"]
    goods = " ".join(words)
    goods = "" if goods.lower() in ("goods", "products", "merchandise", "commodities", "items") else goods
    if partner_acts:
        flow = "imports" if verb(token, "supply") else "exports"
        side = "from" if flow == "imports" else "to"
        name = f"{flow} of {goods}" if goods else flow
        return Deal(Anchor(token.i, token.i, token.i + 1, name, "flow", side), (), owners, flow)
    partners: tuple[Mention, ...] = ()
    for prep, found in phrases_after(doc, last, clause, mentions):
        if found and prep == side:
            partners = partners or found
    if token.lemma.lower() == "sell" and not (partners or abroad):
        return None
    if not partners and own is not None and inward:
        partners = (own,)
    if inward and token.lemma.lower() != "import" and not partners:
        return None
    flow = "exports" if outward else "imports"
    name = f"{flow} of {goods}" if goods else flow
    return Deal(
        Anchor(token.i, token.i, token.i + 1, name, "flow", "to" if outward else "from"),
        owners,
        partners,
        flow,
        bought=inward and token.lemma.lower() != "import",
        closed=not traders,
    )


def _invested(doc: Document, sentence: Sentence, first: int, last: int, token: Token, mentions: Mapping[int, Mention]) -> Deal | None:
    if not verb(token, "invest") or any(t.pos in ("VERB", "AUX") for t in doc.tokens[token.i + 1 : first]):
        return None
    backers = investors(doc, sentence, token, mentions)
    if backers is None:
        return None
    clause = next((t.i for t in doc.tokens[last : sentence.last] if t.text in (",", ";")), sentence.last)
    areas: tuple[Mention, ...] = ()
    into = False
    for prep, found in phrases_after(doc, last, clause, mentions):
        if found and prep in ("in", "into", "to") and not areas:
            areas = found[:1]
        into = into or prep in ("in", "into")
    if token.lemma.lower() != "invest" and not into:
        near = {t.text.lower() for t in doc.tokens[max(sentence.first, token.i - 4) : token.i]}
        if token.lemma.lower() != "contribute" or "investors" not in near:
            return None  # "domestic firms contributed $3 million": a part of what was told before
    running = any(t.lemma.lower() == "have" for t in doc.children(token)) or token.tag == "VBN"
    return Deal(
        Anchor(token.i, token.i, token.i + 1, "investment", "flow"),
        areas,
        tuple(b for b in backers if b not in areas),
        "investment",
        running,
    )


def parties(doc: Document, token: Token | None, mentions: Mapping[int, Mention]) -> tuple[Mention, ...]:
    """The places that are the subject of a verb, with those joined to it; empty where it is anything else."""
    if token is None:
        return ()
    mention = mentions.get(token.i)
    if mention is None or not area_like(mention) or mention.form == "demonym":
        return ()
    found, last = [mention], token
    for _ in range(8):  # "Peru, Chile and Japan": each hangs on the one before
        joined = [c for c in doc.children(last) if c.dep == "conj" and c.i in mentions and area_like(mentions[c.i])]
        if not joined:
            break
        found += [mentions[c.i] for c in joined]
        last = joined[-1]
    return tuple(found)


def investors(doc: Document, sentence: Sentence, token: Token, mentions: Mapping[int, Mention]) -> tuple[Mention, ...] | None:
    """Where the money of an investing verb comes from: () where nobody says, None where its subject is one company or unknown."""
    who = subject(doc, token)
    if who is None or who.i > token.i or not (who.i in mentions or noun(who, "investor")):
        near = [t for t in doc.tokens[max(sentence.first, token.i - 12) : token.i] if noun(t, "investor")]
        if (who is not None and who.i in mentions) or not near:
            return None
        who = near[-1]
    places = parties(doc, who, mentions)
    if places:
        return places
    if not noun(who, "investor"):
        return None
    for child in doc.tokens[max(sentence.first, who.i - 3) : who.i]:
        if child.i in mentions and area_like(mentions[child.i]) and child.head == who.i:
            return (mentions[child.i],)
    for prep, found in phrases_after(doc, who.i + 1, token.i, mentions):
        if prep in ("from", "in", "of") and found:
            return found
    return ()


def product(doc: Document, sentence: Sentence, quantity: Quantity, mentions: Mapping[int, Mention]) -> Anchor | None:
    """ "Rice led the list with $3 million": the goods of a ranking."""
    first, _ = tokens_of(doc, sentence, quantity.start, quantity.end)
    if first - 1 < sentence.first or doc.tokens[first - 1].text.lower() not in ("with", "at"):
        return None
    clause = [t for t in doc.words(sentence) if t.i < first]
    for token in reversed(clause):
        if token.pos == "VERB":
            if not verb(token, "rank"):
                return None
            who = subject(doc, token)
            if who is None or who.pos not in ("NOUN", "PROPN") or who.i in mentions or noun(who, "anaphor") or noun(who, "investor"):
                return None
            mods = [t for t in doc.tokens[max(sentence.first, who.i - 3) : who.i] if t.head == who.i and t.dep in ("amod", "compound")]
            start = mods[0].i if mods else who.i
            text = doc.text[doc.tokens[start].start : who.end]
            return Anchor(start, who.i, who.i + 1, text[:1].lower() + text[1:], "product")
    return None
