"""Volumes and sums told by what is done with them: tonnes that are shipped, revenue that is collected, money that is sent home."""

from __future__ import annotations

import re
from collections.abc import Mapping

from kg.extract._figures import Anchor, area_like, climb, goods, noun, tokens_of, verb
from kg.extract._figures_deals import Deal
from kg.extract._figures_link import subject
from kg.extract._figures_where import phrases_after
from kg.types import Document, Mention, Quantity, Sentence, Token

_TAXES = re.compile(
    r"\s(?:in|from|of) ((?:[a-z-]+ ){0,3}(?:taxes|tax|duties|dut(?:y|ies)|revenues?|fees|levies|royalties|fines|tolls|VAT))\b"
)
_REVENUE = re.compile(r"\b(?:revenue|customs|tax(?:es)?|excise|treasury|fiscal|finance)\b", re.IGNORECASE)


def moved(doc: Document, sentence: Sentence, q: Quantity, mentions: Mapping[int, Mention]) -> Deal | None:
    """ "2 million tonnes of rice were exported to Iran", "12,000 tonnes left the country": a volume that is the subject."""
    if q.kind != "measure" or q.unit in ("kilometres", "kilometers", "hectares", "years"):
        return None
    first, last = tokens_of(doc, sentence, q.start, q.end)
    at = last
    words: list[str] = []
    if at < sentence.last and doc.tokens[at].text.lower() == "of":
        at += 1
        while at < sentence.last and doc.tokens[at].pos in ("ADJ", "NOUN") and at not in mentions and len(words) < 4:
            words.append(doc.tokens[at].text)
            at += 1
    begin = at
    while at < sentence.last and doc.tokens[at].pos in ("AUX", "ADV"):
        at += 1
    if at >= sentence.last:
        return None
    token = doc.tokens[at]
    what = " ".join(words)
    passive = at > begin and token.tag in ("VBN", "VBD")
    if verb(token, "leave") and re.match(r"\sthe (?:country|ports?|islands?)\b", doc.text[token.end : token.end + 14]):
        flow = "exports"
    elif passive and (verb(token, "out") or verb(token, "in")):
        flow = "exports" if verb(token, "out") and token.lemma.lower() != "sell" else "imports" if token.lemma.lower() == "import" else ""
    else:
        return None
    if not flow or any(t.text.lower() in ("not", "n't", "never", "to") for t in doc.tokens[begin:at]):
        return None
    side = "to" if flow == "exports" else "from"
    end = next((t.i for t in doc.tokens[at : sentence.last] if t.text in (",", ";")), sentence.last)
    partners = next((f for prep, f in phrases_after(doc, at, end, mentions) if f and prep == side), ())
    name = f"{flow} of {what}" if what else f"{flow} volume".replace("s volume", " volume")
    return Deal(Anchor(first, first, last, name, "flow", side), (), partners if len(partners) == 1 else (), flow, counted=True)


def taken_in(doc: Document, first: int, token: Token, q: Quantity, mentions: Mapping[int, Mention]) -> Deal | None:
    """ "The Revenue Authority collected $3 million": revenue; "expatriates sent home $2 million": remittances."""
    if any(c.dep == "neg" for c in doc.children(token)) or any(t.pos in ("VERB", "AUX") for t in doc.tokens[token.i + 1 : first]):
        return None
    if verb(token, "send"):
        home = any(t.text.lower() in ("home", "back") for t in doc.tokens[token.i + 1 : min(first + 6, doc.sentences[token.sentence].last)])
        return (
            Deal(Anchor(token.i, token.i, token.i + 1, "remittances", "flow", "from"), (), (), "")
            if home or token.lemma == "remit"
            else None
        )
    if token.lemma.lower() in ("earn", "bring", "generate") and (who := subject(doc, token)) is not None and noun(who, "sector-name"):
        return Deal(Anchor(token.i, token.i, token.i + 1, f"{who.text.lower()} revenue", "flow"), (), (), "")
    if token.lemma.lower() == "earn":
        return _earned(doc, token, q, mentions)
    if not verb(token, "collect"):
        return None
    who = subject(doc, token)
    if who is None or who.i > token.i:
        return None
    body = mentions.get(who.i)
    named = body is not None and body.kind == "Agency"
    line = doc.text[doc.sentences[token.sentence].start : token.start]
    if not (named or (_REVENUE.search(line) and (body is None or body.kind != "Person"))):
        return None
    taxes = _TAXES.match(doc.text, q.end)
    name = f"{taxes.group(1)} collections" if taxes is not None else "revenue collections"
    return Deal(Anchor(token.i, token.i, token.i + 1, name, "flow"), (), (), "")


def _earned(doc: Document, token: Token, q: Quantity, mentions: Mapping[int, Mention]) -> Deal | None:
    """ "Togo earned $3 million from cocoa": what goods brought in."""
    who = subject(doc, token)
    owner = mentions.get(who.i) if who is not None else None
    source = re.match(
        r"\sfrom ((?:[a-z-]+ ){0,2}?([a-z]+))\b(?= (?:in|last|this|during|between|over|for|through)\b|[,.;])", doc.text[q.end : q.end + 50]
    )
    if owner is None or not area_like(owner) or source is None or goods().get(source.group(2), True):
        return None
    return Deal(Anchor(token.i, token.i, token.i + 1, f"earnings from {source.group(1)}", "flow"), (owner,), (), "")


def told_by(doc: Document, sentence: Sentence, q: Quantity, mentions: Mapping[int, Mention]) -> Deal | None:
    """What a verb over a sum makes of it where nothing is traded or invested."""
    first, last = tokens_of(doc, sentence, q.start, q.end)
    for token in climb(doc, doc.tokens[last - 1]):
        if token.pos == "VERB" and token.i < first:
            return taken_in(doc, first, token, q, mentions)
        if token.i < first - 8 or (token.pos == "ADP" and token.text.lower() != "of"):
            return None
    return None
