"""Capitals that stand for their governments among the parties of a paper ("Beijing and Brussels signed"): the city is not bound.

A capital counts as a city where the article speaks of cities anywhere ("the two mayors", "twin cities", "the city council"), and where
a party beside it is a city that is no capital.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from kg.data.gazetteer import countries, fold, places
from kg.extract._papers_words import of_class
from kg.types import Document, Mention


@cache
def _civic() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(sorted(map(re.escape, of_class('civic'))))})", re.IGNORECASE)


@cache
def _capitals() -> frozenset[str]:
    return frozenset(fold(c.capital) for c in countries().values() if c.capital)


def _capital(mention: Mention) -> bool:
    if mention.kind != "Place" or mention.form != "name":
        return False
    return fold(mention.name) in _capitals() or any(r.type == "capital" for r in places().lookup(mention.name)[:1])


def bound(doc: Document, parties: Sequence[Mention]) -> list[Mention]:
    """The parties without the capitals that only stand for states."""
    capitals = [m for m in parties if _capital(m)]
    cities = any(m.kind == "Place" and m not in capitals for m in parties)
    states = any(m.kind == "Country" for m in parties) or len(capitals) > 1
    if not capitals or cities or not states or _civic().search(doc.text):
        return list(parties)
    return [m for m in parties if m not in capitals]
