"""The overview that the explorer narrows, searches and draws: things, facts and articles, each once, referring by number.

Lists of numbers instead of names keep fifty thousand things in a few megabytes, and the browser's indices are plain arrays.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from kg.explore.days import first_day, last_day
from kg.explore.picture import Picture, Quote, Source, Thing, Told, place_of
from kg.explore.place import opening, places
from kg.explore.whereabouts import whereabouts
from kg.explore.words import OTHER, kinds, types

VERSION = 1


@dataclass(frozen=True, slots=True)
class Numbered:
    """Things in order of weight, articles and quotes in order of their ids; a number is the place in its list."""

    things: Sequence[Thing]
    facts: Sequence[Told]
    articles: Sequence[str]
    quotes: Sequence[Quote]
    weight: Mapping[str, int]


def numbered(picture: Picture) -> Numbered:
    """Number what a picture holds. The weight of a thing is how many articles name it; among equals counts what is told of it."""
    told: Counter[str] = Counter()
    named: dict[str, set[str]] = {id_: {quote.article for quote in thing.quotes} for id_, thing in picture.things.items()}
    for fact in picture.facts:
        for id_ in {fact.subject, fact.object} - {""}:
            told[id_] += 1
            named[id_].update(quote.article for quote in fact.quotes)
    order = sorted(picture.things, key=lambda id_: (-len(named[id_]), -told[id_], id_))
    quotes = {quote for fact in picture.facts for quote in fact.quotes}
    quotes.update(quote for thing in picture.things.values() for quote in thing.quotes)
    return Numbered(
        [picture.things[id_] for id_ in order],
        picture.facts,
        sorted(picture.sources),
        sorted(quotes, key=place_of),
        {id_: len(named[id_]) for id_ in order},
    )


def overview(picture: Picture, found: Numbered, base: str, has_text: bool) -> dict[str, Any]:
    """The overview as plain JSON (see ``docs/explorer.md`` for its shape); without title, quotes and texts."""
    thing_at = {thing.id: i for i, thing in enumerate(found.things)} | {"": -1}
    article_at = {article: i for i, article in enumerate(found.articles)}
    quote_at = {quote: i for i, quote in enumerate(found.quotes)}
    by_type = Counter(known_type(thing) for thing in found.things)
    by_kind = Counter(fact.kind for fact in found.facts)
    facts = [_fact(fact, thing_at, article_at, quote_at) for fact in found.facts]
    named: list[set[int]] = [{article_at[quote.article] for quote in thing.quotes} for thing in found.things]
    for fact in facts:
        for i in (fact["s"], fact["o"]):
            if i >= 0:
                named[i].update(fact["articles"])
    pairs = [(fact["s"], fact["o"]) for fact in facts]
    first = opening(len(found.things), pairs)
    where = places([(thing.name, found.weight[thing.id]) for thing in found.things], pairs, first)
    return {
        "version": VERSION,
        "base": base,
        "hasText": has_text,
        "counts": {"things": len(found.things), "facts": len(facts), "articles": len(found.articles), "quotes": len(found.quotes)},
        "first": first,
        "types": [
            {"type": s.type, "one": s.one, "many": s.many, "shape": s.shape, "light": s.light, "dark": s.dark, "count": by_type[s.type]}
            for s in types().values()
            if by_type[s.type]
        ],
        "kinds": [
            {"kind": k.kind, "name": k.name, "arrow": k.arrow, "light": k.light, "dark": k.dark, "count": by_kind[k.kind]}
            for k in kinds().values()
            if by_kind[k.kind]
        ],
        "things": [
            {
                "id": thing.id,
                "name": thing.name,
                "type": known_type(thing),
                "other": list(thing.other_names),
                "weight": found.weight[thing.id],
                "articles": sorted(named[i]),
                "x": where[i][0],
                "y": where[i][1],
                "in": thing_at.get(thing.within, -1),
                "links": [link for link in thing.links if is_link(link)],
                "q": [quote_at[quote] for quote in thing.quotes],
                **whereabouts(thing.links),
            }
            for i, thing in enumerate(found.things)
        ],
        "facts": facts,
        "articles": [article_told(picture.sources[article]) for article in found.articles],
    }


def _fact(fact: Told, thing_at: Mapping[str, int], article_at: Mapping[str, int], quote_at: Mapping[Quote, int]) -> dict[str, Any]:
    first, last = days(fact)
    told = {
        "kind": fact.kind,
        "s": thing_at[fact.subject],
        "r": fact.relation,
        "o": thing_at[fact.object],
        "text": fact.text,
        "status": fact.status,
        "asserted": fact.asserted,
        "details": [list(detail) for detail in fact.details],
        "from": first,
        "until": last,
        "articles": sorted({article_at[quote.article] for quote in fact.quotes}),
        "q": [quote_at[quote] for quote in fact.quotes],
        "node": fact.node,
        "term": fact.term,
    }
    return told | {"figure": dict(fact.figure)} if fact.figure else told


def days(fact: Told) -> tuple[str, str]:
    """The first and the last day of a fact, "" where none is known."""
    start, end = fact.times
    if fact.kind != "post":  # a post that began goes on; anything else of which one day is told is of that day
        start, end = start or end, end or start
    return first_day(start), last_day(end)


def article_told(source: Source) -> dict[str, str]:
    """An article as the overview has it."""
    url = source.url if is_link(source.url) else ""
    return {"id": source.article, "title": source.title, "date": source.date, "publisher": source.publisher, "url": url, "iri": source.iri}


def known_type(thing: Thing) -> str:
    """The type that the explorer shows for a thing."""
    return thing.type if thing.type in types() else OTHER


def is_link(url: str) -> bool:
    """Whether a browser may follow it: http and https only."""
    return url.lower().startswith(("http://", "https://"))
