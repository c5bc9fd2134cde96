"""The articles put together: which entities of different articles are one, their keys and names, and the facts once each.

Every step looks at one block of entities, one entity or one fact at a time, so that a build can take them one after the other and, when
an article is added, only those that it touches. ``resolve`` does it all in memory.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from kg.data.gazetteer import countries, country_of, fold, places
from kg.data.words import known_bodies
from kg.resolve import names, persons, slots
from kg.resolve.bodies import form
from kg.resolve.context import Context, contexts, home
from kg.resolve.corrections import NONE, Corrections
from kg.resolve.firms import block_of, settle_bodies
from kg.resolve.member import LONGEST, Member, Settled, digest, slug
from kg.resolve.reading import LocalEntity, LocalFact, Reading
from kg.resolve.reprints import reprints
from kg.resolve.twins import REPRINT, unnamed
from kg.types import Entity, Evidence, Fact, Kind, PartialDate, Resolution, Value

_PREFIX = {
    "Person": "person",
    "Agency": "agency",
    "Organization": "organization",
    "Country": "country",
    "Place": "place",
    "Event": "event",
    "Agreement": "agreement",
    "Law": "law",
}


@dataclass(frozen=True, slots=True)
class Stated:
    """A fact of one article, its roles filled with the keys of entities; ``day`` is when the article was published."""

    article: str
    day: PartialDate | None
    local: LocalFact
    roles: tuple[tuple[str, str], ...]


def resolve(readings: Sequence[Reading], kinds: Mapping[str, Kind], corrections: Corrections = NONE) -> Resolution:
    """All readings as one resolution; the order of readings does not matter."""
    readings = sorted(readings, key=lambda r: r.article.id)
    members: dict[str, list[Member]] = defaultdict(list)
    blocks: dict[tuple[str, int], str] = {}
    for reading in readings:
        for (block, context), entity in zip(placed(reading), reading.entities, strict=True):
            members[block].append(Member(reading.article.id, entity, context))
            blocks[(reading.article.id, entity.index)] = block
    twins, first = reprints(readings, blocks, kinds)
    keys: dict[tuple[str, int], str] = {}
    groups: dict[str, list[Member]] = defaultdict(list)
    for block in sorted(members):
        for found, member in zip(settle(block, members[block]), members[block], strict=True):
            own = twin(found, twins.keys.get((member.article, member.entity.index)))
            key = corrections.key(own.key, member.article)
            keys[(member.article, member.entity.index)] = key
            groups[key].append(replace(member, why=own.why))
    groups.pop("", None)
    entities = tuple(told(one_entity(key, groups[key], corrections), groups.__contains__) for key in sorted(groups))
    stated: dict[tuple[str, str], list[Stated]] = defaultdict(list)
    for reading in readings:
        for number, local in enumerate(reading.facts):
            kind = kinds[local.kind]
            local = replace(local, values=twins.values.get((reading.article.id, number), local.values))
            here = {index: keys[(reading.article.id, index)] for _, index in local.roles}
            one = Stated(reading.article.id, reading.article.published, local, fill(local.roles, here))
            if complete(kind, one.roles):
                stated[(local.kind, fact_key(kind, one))].append(one)
    facts = [one_fact(kinds[name], key, group) for (name, key), group in stated.items()]
    statuses = {f.key: f.status for f in facts if kinds[f.kind].about}
    merged = sorted((follow(f, kinds[f.kind], statuses.get) for f in facts), key=lambda f: (f.kind, f.key))
    refusals = sorted((r for reading in readings for r in reading.refusals), key=lambda r: (r.article, r.start, r.end, r.stage, r.reason))
    return Resolution(tuple(r.article for r in readings), entities, tuple(merged), tuple(refusals), tuple(sorted(first.items())))


def twin(found: Settled, key: str | None) -> Settled:
    """What a reprint makes of what names say; ``key`` is None where it makes nothing of it."""
    return found if key is None else Settled(key, REPRINT)


def fill(roles: Iterable[tuple[str, int]], keys: Mapping[int, str]) -> tuple[tuple[str, str], ...]:
    """Roles with the keys of their entities; those that are left out leave theirs."""
    return tuple((role, keys[index]) for role, index in roles if keys[index])


def complete(kind: Kind, roles: Iterable[tuple[str, str]]) -> bool:
    """Whether a fact still has whom it needs, after what is left out left."""
    filled = dict(roles)
    if filled.get("subject") is not None and filled.get("subject") == filled.get("object"):
        return False  # a tie between what a correction made one
    return all(role in filled for role in (*kind.required, *([kind.about] if kind.about else ())))


def placed(reading: Reading) -> tuple[tuple[str, Context], ...]:
    """For each entity the block it is compared in (entities of different blocks are never one) and what tells it from others there."""
    about = home(reading)
    own = [_key(reading, entity, about) for entity in reading.entities]
    found = [_block(entity, key) for entity, key in zip(reading.entities, own, strict=True)]
    return tuple(zip(found, contexts(reading, found, own), strict=True))


def _block(entity: LocalEntity, key: str) -> str:
    if entity.type == "Person":
        return f"person:{names.block(slug(entity.name).split('-'))}"
    if entity.type in ("Agency", "Organization"):
        return block_of(key)
    return f"place:{slug(_gazetteer_name(entity))}" if key.startswith("place:geonames:") else key


def compared(block: str) -> bool:
    """Whether the members of a block are looked at together; all of another block are one, so that each can be settled alone."""
    return block.startswith(("person:", "agency:", "organization:", "place:"))


def settle(block: str, members: Sequence[Member]) -> tuple[Settled, ...]:
    """The key of each member of a block, places by their ids, and why where names alone do not say; the order does not matter."""
    if not compared(block):
        return (Settled(block),) * len(members)
    if block.startswith("person:"):
        return persons.settle(members)
    if block.startswith(("agency:", "organization:")):
        return settle_bodies(members)
    codes = sorted({m.entity.code.removeprefix("geonames:") for m in members if m.entity.code})
    return tuple(Settled(_place(block, m.entity.code.removeprefix("geonames:"), codes)) for m in members)


def _place(block: str, code: str, codes: Sequence[str]) -> str:
    """The first place of a name has the name as its key, and what has no id goes to it; the others have their ids behind."""
    return block if not code or code == codes[0] else f"{block}-{code}"


def _key(reading: Reading, entity: LocalEntity, home: str) -> str:
    prefix = _PREFIX[entity.type]
    if entity.type == "Country":
        return f"{prefix}:{slug(entity.name)}"
    if entity.type == "Place" and entity.code:
        return f"{prefix}:{entity.code}"
    if entity.type in ("Agency", "Organization"):
        if entity.code:
            return f"{prefix}:{slug(entity.code)}"
        own = form(entity.name, frozenset({entity.place} if entity.place else ()))
        if own.place or entity.place:
            owner = own.place or entity.place
            record = countries().get(owner)
            return f"{prefix}:{slug(record.name if record else owner)}-{slug(own.core)}"
        generic = entity.noun in (
            "ministry",
            "department",
            "parliament",
            "cabinet",
            "central bank",
            "government",
            "committee",
            "office",
            "bureau",
        )
        return f"{prefix}:{slug(entity.name)}" + (f"-{home.lower()}" if generic and home else "")
    if entity.type in ("Event", "Agreement"):
        if not unnamed(entity):
            return f"{prefix}:{slug(entity.name)}"
        return f"{prefix}:{slug(entity.name or entity.kind or entity.noun)}-{digest(f'{reading.article.id} {entity.index}')}"
    return f"{prefix}:{slug(entity.name)}"


def _gazetteer_name(entity: LocalEntity) -> str:
    """The gazetteer's own name of a linked place, so that its key does not hang on how the article spells it."""
    record = places().by_id(entity.code.removeprefix("geonames:"))
    return record.name if record is not None else entity.name


def _best(group: Sequence[Member]) -> str:
    """The preferred name: for bodies and people the fullest, else the one used most."""
    counts: dict[str, int] = defaultdict(int)
    for member in group:
        for name, count in member.entity.names:
            counts[name] += count
    first = group[0].entity
    kind = first.type
    if kind == "Country" or not counts:
        return first.name
    if kind == "Person":
        return max(counts, key=lambda n: (len(n.split()), -sum(len(w.strip(".")) == 1 for w in n.split()), counts[n], n))
    if kind in ("Agency", "Organization", "Event", "Agreement"):
        return max(counts, key=lambda n: (len(n.split()), counts[n], n))
    return max(counts, key=lambda n: (counts[n], len(n), n))


def one_entity(key: str, group: Sequence[Member], corrections: Corrections = NONE) -> Entity:
    """The members of one key as one entity, whatever their order."""
    group = sorted(group, key=lambda m: (m.article, m.entity.index))
    first = group[0].entity
    name = corrections.names.get(key) or _best(group) or first.name or first.kind or first.noun
    named = {n for m in group for n in (*(written for written, _ in m.entity.names), m.entity.name)}
    others = sorted(named - {"", name})
    same: list[str] = []
    codes: list[tuple[str, str]] = []
    if first.type == "Country":
        record = country_of(first.name)
        if record is not None:
            codes.append(("iso3166", record.iso2))
            if record.wikidata:
                same.append(f"http://www.wikidata.org/entity/{record.wikidata}")
            if record.geonames:
                same.append(f"https://sws.geonames.org/{record.geonames}/")
    elif first.code.startswith("geonames:"):
        same.append(f"https://sws.geonames.org/{first.code.removeprefix('geonames:')}/")
    elif first.code and first.type in ("Agency", "Organization"):
        body = known_bodies().get(first.code) or next((b for b in known_bodies().values() if fold(b.name) == first.code), None)
        if body is not None and body.wikidata:
            same.append(f"http://www.wikidata.org/entity/{body.wikidata}")
        if body is not None and body.name != name and len(body.name) > len(name):
            others = sorted({*others, body.name})
    mentions = tuple(sorted({evidence for m in group for evidence in m.entity.mentions}))
    articles = tuple(sorted({m.article for m in group}))
    reasons = sorted({reason for m in group for reason in m.entity.reasons})
    if len({m.article for m in group if REPRINT not in m.why}) > 1:
        reasons.append("the same name in several articles")
    reasons += sorted({told for m in group for told in m.why.split("; ") if told})
    if key in corrections.touched():
        reasons.append("corrections.csv")
    within = _within(group)
    return Entity(key, first.type, name, tuple(others), tuple(sorted(same)), tuple(codes), mentions, articles, "; ".join(reasons), within)


def told(one: Entity, known: Callable[[str], bool]) -> Entity:
    """The entity without the country it lies in where no article names that."""
    return replace(one, within=None) if one.within is not None and not known(one.within) else one


def _within(group: Sequence[Member]) -> str | None:
    found = {m.entity.country for m in group if m.entity.type == "Place" and m.entity.country}
    if len(found) == 1:
        record = countries().get(next(iter(found)))
        return f"country:{slug(record.name)}" if record is not None else None
    return None


def _text(value: Value | None) -> str:
    return "" if value is None else str(value)


def fact_key(kind: Kind, one: Stated) -> str:
    """The key of a fact: facts of one kind and key are one."""
    roles, values = dict(one.roles), dict(one.local.values)
    if kind.about:
        return roles[kind.about]
    parts = [roles.get(name, "").split(":", 1)[-1] or _text(values.get(name)) for name in kind.key]
    readable = "-".join(slug(p) for p in parts if p)[:LONGEST].strip("-")
    return f"{kind.prefix}:{readable}-{digest(chr(31).join(parts))}"


def one_fact(kind: Kind, key: str, group: Sequence[Stated]) -> Fact:
    """What several clauses and articles state of one fact, whatever their order."""
    ordered = sorted(group, key=lambda g: (g.local.evidence, g.local.reason, g.local.status, repr(g.local.values), g.roles))
    evidence: tuple[Evidence, ...] = tuple(sorted({g.local.evidence for g in ordered}))
    roles: dict[tuple[str, str], None] = {}
    for one in ordered:
        for role in one.roles:
            roles.setdefault(role)
    values = slots.values([g.local.values for g in ordered])
    chosen = tuple(sorted(_one_each(tuple(roles), kind, dict(values))))
    default = kind.statuses[0] if kind.statuses else ""
    stated = [g.local.status for g in ordered]
    if kind.about:
        status = slots.status(stated, default)
    elif kind.name == "post":
        status = slots.tenure([(g.day, g.local.status) for g in ordered], default)
    else:
        status = next((s for s in stated if s), default)
    reasons = "; ".join(dict.fromkeys(g.local.reason for g in ordered if g.local.reason))
    return Fact(key, kind.name, chosen, values, status, evidence, reasons)


def _one_each(roles: tuple[tuple[str, str], ...], kind: Kind, values: Mapping[str, Value]) -> tuple[tuple[str, str], ...]:
    """One entity a role, the first told; a visit may have several places."""
    kept: dict[str, list[str]] = {}
    for role, key in roles:
        if role not in kept or (role == "place" and values.get("kind") == "Visit"):
            kept.setdefault(role, []).append(key)
    return tuple((role, key) for role, found in kept.items() for key in found)


def follow(fact: Fact, kind: Kind, status_of: Callable[[str], str | None]) -> Fact:
    """Who organizes, attends or signs takes the status of the event or agreement, so that nobody reads a plan as a deed."""
    if kind.about:
        return fact
    thing = fact.role("event") or fact.role("agreement")
    status = None if thing is None else status_of(thing)
    if status is None:
        return fact
    if kind.name == "signatory":
        return Fact(fact.key, fact.kind, fact.roles, fact.values, status, fact.evidence, fact.reason)
    if fact.status == "invited":
        return fact
    own = {"held": "held", "ongoing": "held", "planned": "planned", "postponed": "planned", "cancelled": "cancelled"}[status]
    return Fact(fact.key, fact.kind, fact.roles, fact.values, own, fact.evidence, fact.reason)


__all__ = [
    "Member",
    "Settled",
    "Stated",
    "compared",
    "complete",
    "fact_key",
    "fill",
    "follow",
    "one_entity",
    "one_fact",
    "placed",
    "resolve",
    "settle",
    "slug",
    "told",
    "twin",
]
