"""Readings as rows of text: what a worker gives back, what a build keeps on disk, what another machine reads.

JSON arrays in the order of the dataclasses' fields. Values carry their type in a letter: s(tring), n(umber), d(ate).
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, cast

from kg.resolve.across import Member, Stated, placed
from kg.resolve.context import Context
from kg.resolve.reading import LocalEntity, LocalFact, Reading
from kg.resolve.story import bands_of
from kg.types import Entity, EntityType, Evidence, Fact, PartialDate, Refusal, Value

_MENTIONS = 10  # where they stand in an entity's row


@dataclass(frozen=True, slots=True)
class CodedReading:
    """A reading as rows. ``entities``: (index, block, data); ``facts``: (kind, data), in the order of the reading; ``bands``: by which
    reprints of the article find it.
    """

    article: str
    entities: tuple[tuple[int, str, str], ...]
    facts: tuple[tuple[str, str], ...]
    refusals: str
    bands: tuple[int, ...] = ()


def encode(reading: Reading) -> CodedReading:
    """The rows of a reading."""
    return CodedReading(
        reading.article.id,
        tuple((e.index, block, _dumps(_entity(e, told))) for (block, told), e in zip(placed(reading), reading.entities, strict=True)),
        tuple((f.kind, _dumps(_fact(f))) for f in reading.facts),
        _dumps([[r.stage, r.reason, r.text, r.start, r.end] for r in reading.refusals]),
        bands_of(reading.article),
    )


def member(article: str, data: str, why: str = "") -> Member:
    """An entity's row, and what was found of its being one with others."""
    index, type_, name, names, code, place, country, named, noun, kind, mentions, reasons, around = json.loads(data)
    found = tuple(Evidence(article, *m) for m in mentions)
    written = tuple((n, c) for n, c in names)
    entity = LocalEntity(
        index, cast("EntityType", type_), name, written, code, place, country, named, noun, kind, found, tuple(reasons)
    )  # fmt: skip
    home, posts, bodies, things, own = around
    context = Context(home, tuple((t, b, c) for t, b, c in posts), tuple(bodies), tuple(things), own)
    return Member(article, entity, context, why)


def bare(data: str) -> str:
    """An entity's row without its mentions, which settling has no use for and which are most of it."""
    row = json.loads(data)
    row[_MENTIONS] = []
    return _dumps(row)


def mentions(article: str, data: str) -> tuple[Evidence, ...]:
    """Where an article names the entity of a row."""
    return tuple(Evidence(article, *m) for m in json.loads(data)[_MENTIONS])


def roles(data: str) -> tuple[tuple[str, int], ...]:
    """The roles in a fact's row, filled with indices of the article's entities."""
    return tuple((role, index) for role, index in json.loads(data)[0])


def local_fact(article: str, kind: str, data: str, values: str | None = None) -> LocalFact:
    """A fact's row; ``values`` are a reprint's, in the place of its own."""
    indices, own, status, evidence, reason = json.loads(data)
    told = own if values is None else json.loads(values)
    return LocalFact(kind, tuple((r, i) for r, i in indices), _values(told), status, Evidence(article, *evidence), reason)


def stated(
    article: str, day: PartialDate | None, kind: str, data: str, filled: tuple[tuple[str, str], ...], values: str | None = None
) -> Stated:
    """The same, its roles filled with keys."""
    return Stated(article, day, local_fact(article, kind, data, values), filled)


def encode_values(values: Iterable[tuple[str, Value]]) -> str:
    """Values as text."""
    return _dumps(_coded(values))


def refusals(article: str, data: str) -> tuple[Refusal, ...]:
    """The refusals of a reading."""
    return tuple(Refusal(article, *row) for row in json.loads(data))


def encode_fact(fact: Fact) -> str:
    """A merged fact as text."""
    evidence = [[e.article, e.start, e.end, e.quote] for e in fact.evidence]
    return _dumps([fact.key, fact.kind, fact.roles, _coded(fact.values), fact.status, evidence, fact.reason])


def decode_fact(data: str) -> Fact:
    """A merged fact from its text."""
    key, kind, filled, values, status, evidence, reason = json.loads(data)
    found = tuple(Evidence(*e) for e in evidence)
    return Fact(key, kind, tuple((r, k) for r, k in filled), _values(values), status, found, reason)


def encode_entity(entity: Entity) -> str:
    """What is told of an entity of all articles, without where they name it, as text."""
    return _dumps([entity.type, entity.name, entity.other_names, entity.same_as, entity.codes, entity.reason, entity.within])


def decode_entity(key: str, data: str) -> Entity:
    """An entity from its text, without mentions and articles."""
    type_, name, others, same_as, codes, reason, within = json.loads(data)
    kept = tuple((system, code) for system, code in codes)
    return Entity(key, cast("EntityType", type_), name, tuple(others), tuple(same_as), kept, (), (), reason, within)


def _entity(e: LocalEntity, told: Context) -> list[Any]:
    mentions = [[m.start, m.end, m.quote] for m in e.mentions]
    around = [told.home, told.posts, told.bodies, told.things, told.own]
    return [e.index, e.type, e.name, e.names, e.code, e.place, e.country, e.named, e.noun, e.kind, mentions, e.reasons, around]


def _fact(f: LocalFact) -> list[Any]:
    return [f.roles, _coded(f.values), f.status, [f.evidence.start, f.evidence.end, f.evidence.quote], f.reason]


def _coded(values: Iterable[tuple[str, Value]]) -> list[list[str]]:
    letters = {PartialDate: "d", Decimal: "n"}
    return [[name, letters.get(type(value), "s"), str(value)] for name, value in values]


def _values(rows: Iterable[list[str]]) -> tuple[tuple[str, Value], ...]:
    readers: dict[str, Callable[[str], Value]] = {"d": PartialDate.parse, "n": Decimal, "s": str}
    return tuple((name, readers[letter](text)) for name, letter, text in rows)


def _dumps(value: object) -> str:
    return json.dumps(value, ensure_ascii=True, separators=(",", ":"))
