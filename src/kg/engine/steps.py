"""What settling does with one block, fact or article, given its rows: the same wherever they are kept, in SQLite or on a cluster."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from kg.rdf import Names, article_graph, reading_quad
from kg.rdf.ox import Quad
from kg.resolve import Corrections, Print, Settled, complete, fact_key, fill, local_fact, member, settle, stated, twin
from kg.resolve import roles as roles_of
from kg.types import Described, Entity, Evidence, Fact, Kind

Roles = tuple[tuple[str, str], ...]


def printed(article: str, entities: Iterable[tuple[int, str, str]], facts: Iterable[tuple[str, str]]) -> Print:
    """An article among its reprints, of (index, block, row) of its entities and (kind, row) of its facts in order."""
    rows = list(entities)
    told = {i: member(article, data).entity for i, _, data in rows}
    return Print(article, told, {i: block for i, block, _ in rows}, [local_fact(article, kind, data) for kind, data in facts])


def settled(block: str, rows: Iterable[tuple[str, str, str | None]], corrections: Corrections) -> list[tuple[Settled, str]]:
    """Of each (article, entity's row, key by its reprints) of a block the key that kg gives it and why, and the key after corrections,
    "" where left out.
    """
    rows = list(rows)
    found = settle(block, [member(article, data) for article, data, _ in rows])
    own = [twin(one, reprinted) for one, (*_, reprinted) in zip(found, rows, strict=True)]
    return [(one, corrections.key(one.key, article)) for one, (article, *_) in zip(own, rows, strict=True)]


def filled(kind: Kind, article: str, data: str, keys: Mapping[int, str], values: str | None) -> tuple[str | None, Roles]:
    """The key of a fact's row, None where a party that it needs is left out, and its roles; ``keys`` are the article's entities',
    ``values`` those of a reprint in the place of the fact's own.
    """
    roles = fill(roles_of(data), keys)
    if not complete(kind, roles):
        return None, roles
    return fact_key(kind, stated(article, None, kind.name, data, roles, values)), roles


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
