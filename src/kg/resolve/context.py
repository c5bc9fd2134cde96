"""What an article says around an entity that tells it from others of its name: posts, bodies, events, the country it is about.

All of it is read from the one article, so an entity's context never changes when others are added.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from kg.data import read_text
from kg.data.gazetteer import countries, fold
from kg.resolve.reading import LocalEntity, Reading

_MOST = 40  # bodies of one article that are kept: a list of three hundred delegations tells nobody apart


@dataclass(frozen=True, slots=True)
class Context:
    """``posts``: (title, key of the body, ISO 3166 of the state it is a post of, "" where none or unknown). ``bodies``: keys of those that
    the article names. ``things``: keys of the named events and agreements that the person has a part in. ``home``: the country the article
    is about. ``own``: of a body, its key by its own name.
    """

    home: str = ""
    posts: tuple[tuple[str, str, str], ...] = ()
    bodies: tuple[str, ...] = ()
    things: tuple[str, ...] = ()
    own: str = ""


NOTHING = Context()
_FIRM = frozenset(("held", "former", "appointed", ""))


@cache
def _abroad() -> tuple[str, ...]:
    return tuple(line for line in read_text("posts/abroad.txt").split("\n") if line and not line.startswith("#"))


def home(reading: Reading) -> str:
    """The country an article is about: named most, through its places as well; "" where two are level."""
    counts: dict[str, int] = defaultdict(int)
    for entity in reading.entities:
        if entity.country:
            counts[entity.country] += len(entity.mentions)
    order = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    return order[0][0] if order and (len(order) == 1 or order[0][1] > order[1][1]) else ""


def contexts(reading: Reading, keys: Sequence[str], own: Sequence[str]) -> tuple[Context, ...]:
    """The context of each entity; ``keys``: in which block each is, which is the same for whatever may be one. ``own``: its own key."""
    about = home(reading)
    at = {entity.index: n for n, entity in enumerate(reading.entities)}
    states = _states(reading)
    bodies = tuple(sorted({key for key, e in zip(keys, reading.entities, strict=True) if e.type in ("Agency", "Organization")})[:_MOST])
    posts: dict[int, set[tuple[str, str, str]]] = defaultdict(set)
    things: dict[int, set[str]] = defaultdict(set)
    for fact in reading.facts:
        roles = dict(fact.roles)
        if fact.kind == "post" and fact.status in _FIRM and {"person", "organization"} <= roles.keys():
            body = reading.entities[at[roles["organization"]]]
            title = fold(str(dict(fact.values).get("title", "")))
            abroad = any(word in text for word in _abroad() for text in (title, fold(body.name)))
            posts[roles["person"]].add((title, keys[at[body.index]], "" if abroad else states.get(body.index, "")))
        told = {keys[at[i]] for _, i in fact.roles if _named(reading.entities[at[i]])}
        for _, index in fact.roles:
            if told and reading.entities[at[index]].type == "Person":
                things[index] |= told
    found = []
    for entity, key in zip(reading.entities, own, strict=True):
        if entity.type == "Person":
            one = Context(about, tuple(sorted(posts[entity.index])), bodies, tuple(sorted(things[entity.index])))
        else:
            one = Context(own=key) if entity.type in ("Agency", "Organization") else NOTHING
        found.append(one)
    return tuple(found)


def _named(entity: LocalEntity) -> bool:
    return entity.type in ("Event", "Agreement") and entity.named and len(entity.name.split()) >= 2


def _states(reading: Reading) -> Mapping[int, str]:
    """The state that each body, country or place belongs to; companies and international bodies belong to none."""
    lying = {fold(e.name): e.country for e in reading.entities if e.type == "Place" and e.country}
    found: dict[int, str] = {}
    for entity in reading.entities:
        if entity.type in ("Country", "Place"):
            found[entity.index] = entity.country or (entity.code if entity.type == "Country" else "")
        elif entity.type == "Agency":
            found[entity.index] = entity.country or (entity.place if entity.place in countries() else lying.get(entity.place, ""))
    return found
