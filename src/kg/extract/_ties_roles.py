"""Ties told by a noun that somebody is: "is the city's largest investor", "Peru's top markets are", "followed by"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from kg.data import words as lists
from kg.extract._figures import area_like
from kg.extract._figures_actors import parties, subject
from kg.extract._figures_where import phrases_after
from kg.extract._ties_model import Tie
from kg.extract._ties_ranks import followers, ranked
from kg.extract._ties_trade import IN, OUT, Trade
from kg.extract._ties_words import country_before, is_a, owner, told
from kg.types import Document, Mention, Sentence, Token

_ROLE = frozenset(
    ("investor", "donor", "supplier", "exporter", "importer", "buyer", "customer", "consumer", "market", "destination", "source")
)
_FOREIGN = frozenset(("market", "destination"))  # of goods, where a demonym or a rank stands beside them
_OF_GOODS = frozenset((*_FOREIGN, "buyer", "importer", "consumer", "customer"))
_BACKERS = frozenset(("investor", "donor"))
_RANKED = frozenset(("followed by", "ahead of", "after", "behind"))


def roles(doc: Document, sentence: Sentence, token: Token, mentions: Mapping[int, Mention], trade: Trade) -> Iterator[Tie]:
    """ "X is Y's largest investor", "X remains the biggest donor to Y, ahead of Z", "X, Y's top export market,"."""
    lemma = token.lemma.lower()
    if lemma not in _ROLE:
        return
    before = doc.tokens[token.i - 1].text.lower() if token.i > sentence.first else ""
    behind = " ".join(t.text.lower() for t in doc.tokens[token.i : token.i + 3])
    key = f"{before} {lemma}" if lemma in ("market", "destination", "source") else lemma
    if lemma == "source" and re.match(r"source of \w+ (?:imports|investment|FDI)", doc.text[token.start : token.start + 60]):
        behind = "source of imports" if "imports" in doc.text[token.start : token.start + 40].split()[3] else "source of investment"
    records = lists.relations().get(behind if behind in ("source of imports", "source of investment") else key)
    goods = _goods_of(doc, sentence, token, mentions) if lemma in _OF_GOODS else None
    if not records and goods is not None:
        records = lists.relations().get(f"export {lemma}")
    if not records:
        return
    relation, reverse = records[0].relation, any(r.direction == "reverse" for r in records)
    first = token
    while first.dep == "conj" and doc.tokens[first.head].pos in ("NOUN", "PROPN"):
        first = doc.tokens[first.head]
    who = _holder(doc, first, mentions) or (_backer(doc, token, mentions) if lemma in _BACKERS else ())
    if not who and lemma in _BACKERS and told(doc, first, own=False):
        yield from _abroad(doc, sentence, token, relation, mentions)
    if not who or not told(doc, first, own=False):
        return
    own = owner(doc, sentence, token, mentions)
    if first.i != token.i and (own is None or own.form == "pronoun"):  # "is Peru's main market and its largest supplier"
        own = owner(doc, sentence, first, mentions) or own
    if own is not None and own.form == "pronoun" and trade.owner is not None and trade.owned == sentence.i:
        own = trade.owner
    whom: tuple[Mention, ...] = (own,) if own is not None else (goods,) if goods is not None else ()
    for prep, others in phrases_after(doc, token.i + 1, _end(doc, sentence, token), mentions):
        if others and prep in ("in", "to", "of", "for", "from") and not whom:
            whom = others
    whom = tuple(country_before(doc, sentence, m) for m in whom if m not in who)
    if not whom and lemma not in ("investor", "donor"):
        whom = trade.home(sentence, who)
    who = (*who, *(m for m in _ranked(doc, sentence, token, mentions) if m not in whom))
    if whom:
        trade.told, trade.reverse, trade.told_at = (
            Tie(whom, relation, who, "") if reverse else Tie(who, relation, whom, ""),
            reverse,
            sentence.i,
        )
        yield Tie(whom, relation, who, "a noun that ties") if reverse else Tie(who, relation, whom, "a noun that ties")
        if relation == "imports_from" and not reverse:
            yield Tie(whom, "exports_to", who, "a noun that ties")
        trade.note(sentence, OUT if reverse or relation == "imports_from" else IN, who) if relation in (OUT, IN) else None


def _abroad(doc: Document, sentence: Sentence, token: Token, relation: str, mentions: Mapping[int, Mention]) -> Iterator[Tie]:
    """ "Latvian investors in Moldova"."""
    near = doc.tokens[max(sentence.first, token.i - 2) : token.i]
    own = tuple(mentions[t.i] for t in near if t.head == token.i and t.i in mentions and area_like(mentions[t.i]))[:1]
    behind = doc.tokens[token.i + 1].text.lower() if token.i + 1 < sentence.last else ""
    prep, found = next(phrases_after(doc, token.i + 1, _end(doc, sentence, token), mentions), ("", ()))
    if own and found and prep == behind == "in":
        yield Tie(own, relation, found, "investors abroad")


def _backer(doc: Document, token: Token, mentions: Mapping[int, Mention]) -> tuple[Mention, ...]:
    """A body that is an investor or donor ("Among the largest investors in Moldova is Acme")."""
    head = doc.tokens[token.head]
    verb = doc.tokens[head.head] if head.text.lower() == "among" else head
    if is_a(verb, "copula"):
        told_ = next((c for c in doc.children(verb) if c.i != head.i and c.dep in ("nsubj", "attr") and c.i in mentions), None)
        body = mentions[told_.i] if told_ is not None else None
        if body is not None and body.kind == "Organization" and body.form in ("name", "acronym"):
            return (body,)
    return ()


def behind(doc: Document, sentence: Sentence, mentions: Mapping[int, Mention], trade: Trade) -> Iterator[Tie]:
    """ "It is followed by Singapore with $6 million and Laos with $5 million", right after "Japan is Hue's biggest investor"."""
    last = trade.told
    if last is None or trade.told_at != sentence.i - 1:
        return
    by = next((t for t in doc.words(sentence) if t.text.lower() == "by" and doc.tokens[t.i - 1].text.lower() == "followed"), None)
    if by is not None and by.i - sentence.first <= 8:
        found = followers(doc, sentence, sentence.first + 1, mentions)
    else:  # "China ranked second with $640 million"
        verb = next((t for t in doc.words(sentence) if t.dep == "ROOT"), None)
        sums = any(q.kind in ("money", "percent", "count") for q in doc.quantities_in(sentence))
        found = ranked(doc, sentence, verb, True, mentions, False, sums, False) if verb is not None and is_a(verb, "place") else ()
    found = tuple(m for m in found if m not in last.subjects and m not in last.objects)
    if found:
        yield Tie(*(last.subjects, last.relation, found) if trade.reverse else (found, last.relation, last.objects), "next in rank")


def _goods_of(doc: Document, sentence: Sentence, token: Token, mentions: Mapping[int, Mention]) -> Mention | None:
    """The country whose goods "a market for Kenyan tea" is for."""
    words = doc.tokens[token.i + 1 : min(token.i + 4, sentence.last)]
    if not words or words[0].text.lower() not in ("for", "of"):
        return None
    return next((mentions[t.i] for t in words[1:] if t.i in mentions and mentions[t.i].form == "demonym"), None)


def _ranked(doc: Document, sentence: Sentence, token: Token, mentions: Mapping[int, Mention]) -> tuple[Mention, ...]:
    """Who else is one: "the largest investor, ahead of Peru and Chile", "followed by Japan", "the second biggest after China"."""
    if not any(
        t.tag == "JJS" or t.text.lower() in ("top", "leading", "main") for t in doc.tokens[max(sentence.first, token.i - 4) : token.i]
    ):
        return ()
    for prep, found in phrases_after(doc, token.i + 1, sentence.last, mentions):
        at = next((t.i for t in doc.words(sentence) if found and t.i < found[0].token and t.text.lower() == prep), -1)
        near = max((t.i for t in doc.words(sentence) if found and t.i < found[0].token and t.text.lower() == prep), default=at)
        both = f"{doc.tokens[near - 1].text.lower()} {prep}" if near > 0 else prep
        if found and (prep in _RANKED or both in _RANKED):
            return found
    return ()


def _holder(doc: Document, token: Token, mentions: Mapping[int, Mention]) -> tuple[Mention, ...]:
    """Who a role noun is said of: the subject of "is", what is made it, or what it stands beside."""
    head = doc.tokens[token.head]
    own = next((c for c in doc.children(token) if c.dep == "nsubj"), None)
    if own is not None:
        return parties(doc, own, mentions)
    if token.dep == "nsubj" and is_a(head, "copula"):  # "Peru's main markets are Chile and Japan"
        told_ = next((c for c in doc.children(head) if c.dep == "attr" and c.i > head.i), None)
        return parties(doc, told_, mentions)
    if token.dep in ("attr", "oprd", "acomp") and is_a(head, "copula"):
        return parties(doc, subject(doc, head), mentions)
    if token.dep == "appos" and head.i in mentions and area_like(mentions[head.i]):
        return (mentions[head.i],)
    if token.dep == "appos":  # "imports from South Africa, its largest supplier, fell": wherever the parser hung it
        comma = next((t.i for t in reversed(doc.tokens[max(token.i - 7, 0) : token.i]) if t.text == "," or t.pos in ("VERB", "ADP")), 0)
        named = mentions.get(comma - 1) if doc.tokens[comma].text == "," else None
        return (named,) if named is not None and area_like(named) and named.form in ("name", "acronym") else ()
    if token.dep == "pobj" and head.text.lower() == "as":
        verb = doc.tokens[head.head]
        return parties(doc, subject(doc, verb), mentions) if verb.lemma.lower() in ("rank", "emerge", "serve", "continue") else ()
    return ()


def _end(doc: Document, sentence: Sentence, token: Token) -> int:
    return next((t.i for t in doc.tokens[token.i + 1 : sentence.last] if t.pos in ("VERB", "AUX") or t.text in (",", ";")), sentence.last)
