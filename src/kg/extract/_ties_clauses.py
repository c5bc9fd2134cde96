"""Ties that a clause tells: by a noun ("is the city's largest investor"), a verb ("has assisted"), or a bond ("partnership between")."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from kg.data import words as lists
from kg.extract._figures import Anchor, noun
from kg.extract._figures_actors import investors, parties, subject
from kg.extract._figures_where import before, phrases_after, places
from kg.extract._ties_model import Tie
from kg.extract._ties_order import ordered
from kg.extract._ties_roles import behind, roles
from kg.extract._ties_trade import Trade
from kg.extract._ties_words import country_before, is_a, owner, told
from kg.types import Document, Mention, Sentence, Token


def clauses(doc: Document, sentence: Sentence, found: Sequence[Anchor], mentions: Mapping[int, Mention], trade: Trade) -> Iterator[Tie]:
    """The ties that a sentence tells without a sum."""
    for token in doc.words(sentence):
        if token.pos in ("NOUN", "PROPN") and (token.i not in mentions or mentions[token.i].form == "nominal"):
            yield from roles(doc, sentence, token, mentions, trade)
            yield from _bond(doc, sentence, token, mentions)
        elif token.pos == "VERB":
            yield from _verb(doc, sentence, token, mentions, trade)
    yield from ordered(doc, sentence, mentions)
    yield from behind(doc, sentence, mentions, trade)
    for anchor in found:
        yield from _invested(doc, sentence, anchor, mentions)


def _bond(doc: Document, sentence: Sentence, token: Token, mentions: Mapping[int, Mention]) -> Iterator[Tie]:
    """ "the partnership between X and Y is …", "X and Y opened a new page of cooperation"."""
    if not is_a(token, "bond") or token.dep == "compound":  # a "cooperation agreement" is a paper
        return
    for prep, found in phrases_after(doc, token.i + 1, min(token.i + 12, sentence.last), mentions):
        if prep == "between" and found and told(doc, token, own=False):
            if len(found) == 2:
                yield Tie(found[:1], "cooperates_with", found[1:], "a bond between two")
            elif len(found) == 1 and found[0].form == "nominal" and found[0].features.get("number") == "2":
                yield Tie(found, "cooperates_with", found, "a bond between two")
            return
        if prep == "with" and len(found) == 1 and found[0].form in ("name", "acronym") and told(doc, token, own=False):
            own = owner(doc, sentence, token, mentions)
            if own is not None and own.form != "pronoun":  # "Da Nang's cooperation with Yokohama"
                yield Tie((own,), "cooperates_with", found, "a bond with another")
            return
        break
    verb = next((t for t in _up(doc, token) if t.pos == "VERB"), None)
    if verb is None or not is_a(verb, "open") or not told(doc, verb) or verb.tag not in ("VBD", "VBZ", "VBP", "VBN"):
        return
    who = subject(doc, verb)
    pair = _pair(doc, who, mentions)
    if pair:
        yield Tie(pair[:1], "cooperates_with", pair[1:], "two that opened a bond")


def _up(doc: Document, token: Token) -> Iterator[Token]:
    for _ in range(5):
        head = doc.tokens[token.head]
        if head.i == token.i:
            return
        yield head
        token = head


def _pair(doc: Document, who: Token | None, mentions: Mapping[int, Mention]) -> tuple[Mention, ...]:
    """Two places that are one subject ("Lyon and Quito", "the port city of Lyon and Quito"), or "the two cities" twice."""
    if who is None:
        return ()
    found = parties(doc, who, mentions)
    if len(found) == 2:
        return found
    if found and found[0].features.get("number") == "2":
        return (found[0], found[0])
    of = next((c for c in doc.children(who) if c.text.lower() == "of"), None)
    inner = next((c for c in doc.children(of) if c.dep == "pobj"), None) if of is not None else None
    pair = parties(doc, inner, mentions)
    return pair if len(pair) == 2 else ()


def _verb(doc: Document, sentence: Sentence, token: Token, mentions: Mapping[int, Mention], trade: Trade) -> Iterator[Tie]:
    if token.tag not in ("VBD", "VBZ", "VBP", "VBN") and not (token.tag == "VBG" and any(c.dep == "aux" for c in doc.children(token))):
        return
    who = subject(doc, token)
    if who is None or who.i > token.i or not told(doc, token):
        return
    if who.tag in ("WDT", "WP") and token.dep == "relcl":
        who = doc.tokens[token.head]  # "Egypt, which imports wheat from"
    passive = any(c.dep == "auxpass" for c in doc.children(token))
    if passive:
        agent = next((c for c in doc.children(token) if c.dep in ("agent", "prep") and c.text.lower() in ("by", "with")), None)
        pair = _pair(doc, who, mentions)
        bound = agent is not None and any(is_a(t, "union") for t in doc.tokens[agent.i : min(agent.i + 9, sentence.last)])
        giver = parties(doc, next((c for c in doc.children(agent) if c.dep == "pobj"), None), mentions) if agent is not None else ()
        if token.lemma.lower() == "donate" and giver:  # "The masks were donated to Samoa by Japan"
            whom = next((f for p, f in phrases_after(doc, token.i + 1, sentence.last, mentions) if p == "to" and f), ())
            if whom:
                yield Tie(giver, "donates_to", whom, "a gift handed over")
        if is_a(token, "lasting") and pair and (bound or (agent is not None and token.lemma.lower() == "twin")):
            yield Tie(pair[:1], "cooperates_with", pair[1:], "two that are bound")
        return
    if any(c.dep == "aux" and is_a(c, "hope") for c in doc.children(token)):
        return
    end = next(
        (
            t.i
            for t in doc.tokens[token.i + 1 : sentence.last]
            if t.text.lower() in (";", "while", "whereas", "but") or (t.pos in ("VERB", "AUX") and t.dep not in ("amod", "acl"))
        ),
        sentence.last,
    )
    subjects = tuple(country_before(doc, sentence, m) for m in parties(doc, who, mentions))
    lemma = token.lemma.lower()
    if lemma in ("receive", "get"):
        yield from _received(doc, token, subjects, end, mentions)
    pair = _pair(doc, who, mentions)
    if lemma == "work" and any(t.text.lower() in ("together", "closely") for t in doc.tokens[token.i + 1 : min(token.i + 4, end)]):
        lemma = "cooperate"
    if pair and any(r.relation == "cooperates_with" and r.pos == "verb" for r in lists.relations().get(lemma, ())):
        yield Tie(pair[:1], "cooperates_with", pair[1:], "two that work together")
    if is_a(token, "help") or is_a(token, "give") or _handed(doc, token):
        yield from _given(doc, token, subjects, end, mentions)
    records = [r for r in lists.relations().get(lemma, ()) if r.pos == "verb"]
    several = noun(who, "investor") and who.tag in ("NNS", "NNPS")
    if lemma == "invest" or (several and who.i not in mentions):  # "Polish firms buy tea from Kenya"
        subjects = subjects or tuple(investors(doc, sentence, token, mentions) or ())
    for record in records:
        if record.relation == "donates_to" or not subjects or not record.preposition:
            continue
        for prep, found in phrases_after(doc, token.i + 1, end, mentions):
            objects = tuple(o for m in found if m not in subjects and (o := trade.other(sentence, m, subjects)) is not None)
            if objects and (prep == record.preposition or (record.relation == "invests_in" and prep in ("in", "into"))):
                yield Tie(subjects, record.relation, objects, "a verb that ties")
                if not _measured_before(doc, objects[0], prep):
                    break
    projects = any(t.text.lower() == "projects" for t in doc.tokens[token.i + 1 : min(token.i + 9, end)])
    if lemma == "have" and projects and subjects and all(m.kind == "Country" for m in subjects):  # "Poland had eight FDI projects in Hanoi"
        prep, found = next(((p, f) for p, f in phrases_after(doc, token.i + 1, end, mentions) if p == "in" and f), ("", ()))
        if found and found[0] not in subjects:
            yield Tie(subjects, "invests_in", found[:1], "projects that a country has")
    if is_a(token, "open") or lemma == "set":
        yield from _founded(doc, sentence, token, end, mentions)


def _measured_before(doc: Document, place: Mention, preposition: str) -> bool:
    """Whether a list of quantities goes on: "shipped 3 million tonnes to Uzbekistan and 400,000 tonnes to Tajikistan"."""
    at = next((t for t in reversed(doc.tokens[max(place.token - 4, 0) : place.token]) if t.text.lower() == preposition), None)
    return at is not None and any(q.start <= doc.tokens[at.i - 1].start < q.end + 12 and q.start < at.start for q in doc.quantities)


def _founded(doc: Document, sentence: Sentence, token: Token, end: int, mentions: Mapping[int, Mention]) -> Iterator[Tie]:
    """ "South Korean investors had set up 71 companies in Wenzhou"."""
    backers = investors(doc, sentence, token, mentions)
    who = subject(doc, token)
    if not backers or who is None or not noun(who, "investor"):
        return
    if not any(is_a(t, "venture") and t.pos in ("NOUN", "PROPN") for t in doc.tokens[token.i + 1 : end]):
        return
    for prep, found in phrases_after(doc, token.i + 1, end, mentions):
        if prep == "in" and found:
            yield Tie(backers, "invests_in", found, "companies that investors set up")
            return


def _given(doc: Document, token: Token, subjects: tuple[Mention, ...], end: int, mentions: Mapping[int, Mention]) -> Iterator[Tie]:
    """ "has assisted the city in", "provided aid to", "gave Samoa a grant"."""
    target = next((c for c in doc.children(token) if c.dep in ("dobj", "dative") and c.i > token.i), None)
    after = doc.tokens[token.i + 1] if token.i + 1 < end else None
    if subjects and target is None and after is not None and after.text.lower() == "to":
        prep, found = next(phrases_after(doc, token.i + 1, end, mentions), ("", ()))
        if prep == "to" and found:
            yield Tie(subjects, "donates_to", found, "a verb of giving")
    if not subjects or target is None:
        return
    if is_a(token, "help"):
        whom = parties(doc, target, mentions)
        if whom:
            yield Tie(subjects, "donates_to", whom, "a verb of giving")
        return
    gifts = [c for c in doc.tokens[token.i + 1 : end] if is_a(c, "gift") and c.pos in ("NOUN", "PROPN")]
    money = any(q.kind == "money" and doc.tokens[token.i].end <= q.start < doc.tokens[end - 1].end for q in doc.quantities)
    if not gifts and token.lemma.lower() != "donate" and not _handed(doc, token) and not (money and is_a(token, "pay")):
        return
    whom = parties(doc, target, mentions)
    for prep, found in phrases_after(doc, token.i + 1, end, mentions):
        if found and prep in ("to", "for") and not whom:
            whom = found
    if whom:
        yield Tie(subjects, "donates_to", whom, "a verb of giving")


def _handed(doc: Document, token: Token) -> bool:
    """ "handed over"."""
    return token.lemma.lower() == "hand" and any(c.dep == "prt" and c.text.lower() == "over" for c in doc.children(token))


def _received(doc: Document, token: Token, subjects: tuple[Mention, ...], end: int, mentions: Mapping[int, Mention]) -> Iterator[Tie]:
    """ "received a grant from Norway", "received 300 tonnes of maize from Zambia as a donation"."""
    end = next((t.i for t in doc.tokens[token.i + 1 : end + 8] if t.text in (",", ";", ".")), end)
    if not subjects or not any(is_a(t, "gift") and t.pos in ("NOUN", "PROPN") for t in doc.tokens[token.i + 1 : end]):
        return
    giver = next(
        (t for t in doc.tokens[token.i + 1 : end] if t.tag == "VBN" and t.lemma.lower() in ("donate", "give", "provide", "grant")), None
    )
    agent = next((c for c in doc.children(giver) if c.dep == "agent"), None) if giver is not None else None
    by = parties(doc, next((c for c in doc.children(agent) if c.dep == "pobj"), None), mentions) if agent is not None else ()
    if by:  # "received 24 tonnes of medicine donated by Mexico"
        yield Tie(by, "donates_to", subjects, "a gift received")
        return
    for prep, found in phrases_after(doc, token.i + 1, end, mentions):
        if prep == "from" and found:
            yield Tie(found, "donates_to", subjects, "a gift received")
            return


def _invested(doc: Document, sentence: Sentence, anchor: Anchor, mentions: Mapping[int, Mention]) -> Iterator[Tie]:
    """ "Japanese investment in Kenya" without a sum."""
    if re.search(r"invest|FDI", anchor.name) and told(doc, doc.tokens[anchor.head], own=False):
        own = before(doc, sentence, anchor, mentions)
        areas, partners, _ = places(doc, sentence, anchor, mentions, sentence.end)
        if own is not None and own.form != "pronoun" and partners == (own,):
            yield Tie(partners, "invests_in", areas, "investment that a noun tells")
