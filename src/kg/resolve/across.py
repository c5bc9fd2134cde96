"""The articles put together: which entities of different articles are one, their keys and names, and the facts once each."""

from __future__ import annotations

import hashlib
import re
from collections import defaultdict
from collections.abc import Mapping, Sequence

from kg.data.gazetteer import countries, country_of, fold, places
from kg.data.words import known_bodies
from kg.resolve import slots
from kg.resolve.bodies import form
from kg.resolve.reading import LocalEntity, LocalFact, Reading
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
_LONGEST = 80


def slug(text: str) -> str:
    """A readable key: folded, words joined by hyphens, at most ``_LONGEST`` characters."""
    return re.sub(r"[^a-z0-9]+", "-", fold(text).encode("ascii", "ignore").decode()).strip("-")[:_LONGEST].strip("-") or "unnamed"


def digest(text: str) -> str:
    """Eight hexadecimal digits that tell keys of the same slug apart."""
    return hashlib.sha256(text.encode()).hexdigest()[:8]


def resolve(readings: Sequence[Reading], kinds: Mapping[str, Kind]) -> Resolution:
    """All readings as one resolution; the order of readings does not matter."""
    readings = sorted(readings, key=lambda r: r.article.id)
    keys: dict[tuple[str, int], str] = {}
    members: dict[str, list[tuple[Reading, LocalEntity]]] = defaultdict(list)
    for reading in readings:
        home = _home(reading)
        for entity in reading.entities:
            key = _key(reading, entity, home)
            members[key].append((reading, entity))
    members = _apart(members)
    for key, group in members.items():
        for reading, entity in group:
            keys[(reading.article.id, entity.index)] = key
    entities = tuple(_entity(key, members[key], frozenset(members)) for key in sorted(members))
    facts = _facts(readings, keys, kinds)
    refusals = tuple(
        sorted((r for reading in readings for r in reading.refusals), key=lambda r: (r.article, r.start, r.end, r.stage, r.reason))
    )
    return Resolution(tuple(r.article for r in readings), entities, facts, refusals)


def _home(reading: Reading) -> str:
    """The country an article is about: named most, through its places as well; "" where two are level."""
    counts: dict[str, int] = defaultdict(int)
    for entity in reading.entities:
        if entity.country:
            counts[entity.country] += len(entity.mentions)
    order = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    return order[0][0] if order and (len(order) == 1 or order[0][1] > order[1][1]) else ""


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
        if entity.named and len(entity.name.split()) >= 2:
            return f"{prefix}:{slug(entity.name)}"
        return f"{prefix}:{slug(entity.name or entity.kind or entity.noun)}-{digest(f'{reading.article.id} {entity.index}')}"
    return f"{prefix}:{slug(entity.name)}"


def _apart(members: Mapping[str, list[tuple[Reading, LocalEntity]]]) -> dict[str, list[tuple[Reading, LocalEntity]]]:
    """Final keys: people whose diacritics differ are kept apart, places by id get readable keys, one key never means two things."""
    final: dict[str, list[tuple[Reading, LocalEntity]]] = {}
    for key in sorted(members):
        group = members[key]
        if key.startswith("person:"):
            for name, part in _spellings(group).items():
                final[key if len(_spellings(group)) == 1 else f"{key}-{digest(name)}"] = part
        elif key.startswith("place:geonames:"):
            readable = f"place:{slug(_gazetteer_name(key.rsplit(':', 1)[1], group))}"
            if readable in final or any(readable == k for k in members):
                if readable in members and readable not in final and _bare_place(members[readable]):
                    final[readable] = [*group]
                    continue
                readable = f"{readable}-{key.rsplit(':', 1)[1]}"
            final[readable] = group
        elif key in final:
            final[key] = [*final[key], *group]
        else:
            final[key] = group
    return final


def _gazetteer_name(identifier: str, group: Sequence[tuple[Reading, LocalEntity]]) -> str:
    """The gazetteer's own name of a linked place, so that its key does not hang on how the articles spell it."""
    names = sorted({name for _, entity in group for name, _ in entity.names})
    return next((r.name for name in names for r in places().lookup(name) if r.geonames == identifier), _best(group))


def _bare_place(group: Sequence[tuple[Reading, LocalEntity]]) -> bool:
    return all(not e.code for _, e in group)


def _spellings(group: Sequence[tuple[Reading, LocalEntity]]) -> dict[str, list[tuple[Reading, LocalEntity]]]:
    """People of one folded name by their spelling with marks; a spelling without any goes to the only other one, else stays alone."""
    marked: dict[str, list[tuple[Reading, LocalEntity]]] = defaultdict(list)
    plain: list[tuple[Reading, LocalEntity]] = []
    for reading, entity in group:
        (plain.append((reading, entity)) if entity.name.isascii() else marked[entity.name.casefold()].append((reading, entity)))
    if len(marked) == 1:
        name = next(iter(marked))
        return {name: sorted([*plain, *marked[name]], key=lambda x: x[0].article.id)}
    if plain:
        marked[""] = plain
    return dict(sorted(marked.items()))


def _best(group: Sequence[tuple[Reading, LocalEntity]]) -> str:
    """The preferred name: for bodies and people the fullest, else the one used most."""
    counts: dict[str, int] = defaultdict(int)
    for _, entity in group:
        for name, count in entity.names:
            counts[name] += count
    kind = group[0][1].type
    if kind == "Country":
        return group[0][1].name
    if not counts:
        return group[0][1].name
    if kind in ("Person", "Agency", "Organization", "Event", "Agreement"):
        return max(counts, key=lambda n: (len(n.split()), counts[n], n))
    return max(counts, key=lambda n: (counts[n], len(n), n))


def _entity(key: str, group: Sequence[tuple[Reading, LocalEntity]], told: frozenset[str]) -> Entity:
    first = group[0][1]
    name = _best(group) or first.name or first.kind or first.noun
    others = sorted({n for _, e in group for n, _ in e.names if n != name} | {e.name for _, e in group if e.name and e.name != name})
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
    mentions = tuple(sorted({m for _, e in group for m in e.mentions}))
    articles = tuple(sorted({r.article.id for r, _ in group}))
    reasons = sorted({reason for _, e in group for reason in e.reasons})
    if len(articles) > 1:
        reasons.append("the same name in several articles")
    within = _within(group)
    within = within if within in told else None
    return Entity(key, first.type, name, tuple(others), tuple(sorted(same)), tuple(codes), mentions, articles, "; ".join(reasons), within)


def _within(group: Sequence[tuple[Reading, LocalEntity]]) -> str | None:
    found = {e.country for _, e in group if e.type in ("Place",) and e.country}
    if len(found) == 1:
        record = countries().get(next(iter(found)))
        return f"country:{slug(record.name)}" if record is not None else None
    return None


def _text(value: Value | None) -> str:
    return "" if value is None else str(value)


def _facts(readings: Sequence[Reading], keys: Mapping[tuple[str, int], str], kinds: Mapping[str, Kind]) -> tuple[Fact, ...]:
    told: dict[tuple[str, str], list[tuple[LocalFact, tuple[tuple[str, str], ...]]]] = defaultdict(list)
    for reading in readings:
        for local in reading.facts:
            kind = kinds[local.kind]
            roles = tuple((role, keys[(reading.article.id, index)]) for role, index in local.roles)
            told[(local.kind, _fact_key(kind, dict(roles), dict(local.values)))].append((local, roles))
    days = {reading.article.id: reading.article.published for reading in readings}
    facts = [_fact(kinds[name], key, group, days) for (name, key), group in told.items()]
    statuses = {f.key: f.status for f in facts if kinds[f.kind].about}
    return tuple(sorted((_follow(f, kinds[f.kind], statuses) for f in facts), key=lambda f: (f.kind, f.key)))


def _fact_key(kind: Kind, roles: Mapping[str, str], values: Mapping[str, Value]) -> str:
    if kind.about:
        return roles[kind.about]
    parts = [roles.get(name, "").split(":", 1)[-1] or _text(values.get(name)) for name in kind.key]
    readable = "-".join(slug(p) for p in parts if p)[:_LONGEST].strip("-")
    return f"{kind.prefix}:{readable}-{digest(chr(31).join(parts))}"


def _fact(
    kind: Kind, key: str, group: Sequence[tuple[LocalFact, tuple[tuple[str, str], ...]]], days: Mapping[str, PartialDate | None]
) -> Fact:
    ordered = sorted(group, key=lambda g: (g[0].evidence, g[0].reason))
    evidence: tuple[Evidence, ...] = tuple(sorted({g[0].evidence for g in ordered}))
    roles: dict[tuple[str, str], None] = {}
    for _, own in ordered:
        for role in own:
            roles.setdefault(role)
    chosen = tuple(sorted(_one_each(tuple(roles), kind, dict(slots.values([g[0].values for g in ordered])))))
    default = kind.statuses[0] if kind.statuses else ""
    told = [g[0].status for g in ordered]
    if kind.about:
        status = slots.status(told, default)
    elif kind.name == "post":
        status = slots.tenure([(days[g[0].evidence.article], g[0].status) for g in ordered], default)
    else:
        status = next((s for s in told if s), default)
    reasons = "; ".join(dict.fromkeys(g[0].reason for g in ordered if g[0].reason))
    return Fact(key, kind.name, chosen, slots.values([g[0].values for g in ordered]), status, evidence, reasons)


def _one_each(roles: tuple[tuple[str, str], ...], kind: Kind, values: Mapping[str, Value]) -> tuple[tuple[str, str], ...]:
    """One entity a role, the first told; a visit may have several places."""
    kept: dict[str, list[str]] = {}
    for role, key in roles:
        if role not in kept or (role == "place" and values.get("kind") == "Visit"):
            kept.setdefault(role, []).append(key)
    return tuple((role, key) for role, found in kept.items() for key in found)


def _follow(fact: Fact, kind: Kind, statuses: Mapping[str, str]) -> Fact:
    """Who organizes, attends or signs takes the status of the event or agreement, so that nobody reads a plan as a deed."""
    if kind.about:
        return fact
    thing = fact.role("event") or fact.role("agreement")
    if thing is None or thing not in statuses:
        return fact
    status = statuses[thing]
    if kind.name == "signatory":
        return Fact(fact.key, fact.kind, fact.roles, fact.values, status, fact.evidence, fact.reason)
    if fact.status == "invited":
        return fact
    own = {"held": "held", "ongoing": "held", "planned": "planned", "postponed": "planned", "cancelled": "cancelled"}[status]
    return Fact(fact.key, fact.kind, fact.roles, fact.values, own, fact.evidence, fact.reason)


__all__ = ["digest", "resolve", "slug"]
