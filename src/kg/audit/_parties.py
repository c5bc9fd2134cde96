"""Is a party in the quote: by a name, by a mention recorded there, by a part of its name, or by a word that can speak of it?"""

from __future__ import annotations

from collections.abc import Mapping

from kg.audit._facts import Fact, Party
from kg.audit._texts import Text
from kg.audit._words import demonyms, speaking, words_of
from kg.data.gazetteer import fold

# roles that news leaves to the article: what all of it is about, and where
_OF_THE_WHOLE = frozenset(("area", "partner", "place", "organization", "event", "agreement"))

_OF_TRADE = frozenset(("subject", "object"))  # "Sales to Chile rose": whose they are stands in the sentences before


def party_fault(fact: Fact, party: Party, known: Mapping[str, Text]) -> str:
    """Why nothing leads from the fact's quotes to a party; "" where something does."""
    articles = {quote.article for quote in fact.quotes}
    if not any(m.article in articles for m in party.mentions) and not _told(party, articles, known):
        return f"the {party.role} is named nowhere in the article"
    for quote in fact.chain:
        inside = any(m.article == quote.article and m.start < quote.end and quote.start < m.end for m in party.mentions)
        if inside or _named(party, quote.words) or set(words_of(quote.words)) & speaking(party.kind):
            return ""
    if party.role in _OF_THE_WHOLE or (party.role in _OF_TRADE and party.kind in ("Country", "Place") and _before(fact, party)):
        return ""  # named in the article, which is about it
    return f"nothing in the quote leads to the {party.role}"


def _before(fact: Fact, party: Party) -> bool:
    """Whether the article names a party ahead of one of the fact's quotes."""
    return any(m.article == q.article and m.start < q.start for q in fact.quotes for m in party.mentions)


def _told(party: Party, articles: set[str], known: Mapping[str, Text]) -> bool:
    """Whether the text of an article has one of the party's names, or an adjective of the country."""
    return any(_named(party, known[a].text) for a in articles if a in known) or not any(a in known for a in articles)


def _named(party: Party, words: str) -> bool:
    said = fold(words)
    if any(fold(name) in said for name in party.names if name):
        return True
    near = set(words_of(words))
    for name in party.names:
        parts = [w for w in words_of(name) if len(w) > 2 and w not in ("the", "and", "for", "of")]
        if parts and (set(parts) & near if party.kind not in ("Country",) else set(parts) <= near):
            return True
        if any(adjective in near or f" {adjective} " in f" {said} " for adjective in demonyms().get(fold(name), ())):
            return True
    return False
