"""What settling does with one block, fact or article, given its rows: the same wherever they are kept, in SQLite or on a cluster."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from kg.rdf import Names, article_graph, reading_quad
from kg.rdf.ox import Quad
from kg.resolve import Corrections, Settled, complete, fact_key, fill, member, settle, stated
from kg.resolve import roles as roles_of
from kg.types import Described, Entity, Evidence, Fact, Kind

Roles = tuple[tuple[str, str], ...]


def settled(block: str, rows: Iterable[tuple[str, str]], corrections: Corrections) -> list[tuple[Settled, str]]:
    """Of each (article, entity's row) of a block the key that kg gives it and why, and the key after corrections, "" where left out."""
    rows = list(rows)
    found = settle(block, [member(article, data) for article, data in rows])
    return [(own, corrections.key(own.key, article)) for own, (article, _) in zip(found, rows, strict=True)]


def filled(kind: Kind, article: str, data: str, keys: Mapping[int, str]) -> tuple[str | None, Roles]:
    """The key of a fact's row, None where a party that it needs is left out, and its roles; ``keys`` are the article's entities'."""
    roles = fill(roles_of(data), keys)
    if not complete(kind, roles):
        return None, roles
    return fact_key(kind, stated(article, None, kind.name, data, roles)), roles


def described_in(
    mentions: Mapping[str, Sequence[Evidence]], facts: Iterable[Fact], known: Callable[[str], Entity | None]
) -> dict[str, Entity]:
    """Every entity that an article's graph describes: those it names (``mentions`` by key), of its facts, and what they lie in."""
    wanted = [*mentions, *(key for fact in facts for _, key in fact.roles)]
    found: dict[str, Entity] = {}
    while wanted:
        key = wanted.pop()
        if key in found:
            continue
        entity = known(key)
        if entity is None:
            continue
        found[key] = replace(entity, mentions=tuple(sorted(set(mentions.get(key, ())))))
        if entity.within is not None:
            wanted.append(entity.within)
    return found


def article_quads(
    told: Described, entities: Mapping[str, Entity], facts: Iterable[Fact], kinds: Mapping[str, Kind], names: Names
) -> Iterator[Quad]:
    """Everything that the store holds of one article, its share of the merged facts included."""
    graph = names.article_graph(told.id)
    for triple in article_graph(told, entities, facts, kinds, names.base):
        yield Quad(triple.subject, triple.predicate, triple.object, names.facts)
        yield Quad(triple.subject, triple.predicate, triple.object, graph)
    yield reading_quad(told, names)
