"""What reprints of one story say in the same words is one: unnamed events and agreements, and the dates of facts.

A fact of one article and a fact of another are twins where their kind, their words, what they say but for dates, and who takes part are
the same, and where no other fact of either article is so too. Then the unnamed event or agreement that both tell of is one, under the key
that the first of the reprints gives it, and "yesterday" means what it meant there. What finds no twin, or two, stays in its article.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from kg.data.gazetteer import fold
from kg.resolve.member import slug
from kg.resolve.reading import LocalEntity, LocalFact
from kg.types import Kind, PartialDate, Value

REPRINT = "told in the same words by reprints of one story"

Values = tuple[tuple[str, Value], ...]
_Signature = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Print:
    """One article of a group of reprints: its entities and their own keys by index, its facts in order."""

    article: str
    entities: Mapping[int, LocalEntity]
    keys: Mapping[int, str]
    facts: Sequence[LocalFact]


@dataclass(slots=True)
class Twins:
    """What changes by the reprints: keys of entities by (article, index), values of facts by (article, number of the fact)."""

    keys: dict[tuple[str, int], str] = field(default_factory=dict)
    values: dict[tuple[str, int], Values] = field(default_factory=dict)


def unnamed(entity: LocalEntity) -> bool:
    """Whether an entity has no name that tells it in other articles."""
    return entity.type in ("Event", "Agreement") and not (entity.named and len(entity.name.split()) >= 2)


def twins(group: Iterable[Print], kinds: Mapping[str, Kind]) -> Twins:
    """The twins among the articles of one group, which come in their order (:func:`kg.resolve.story.order`), one at a time."""
    found = Twins()
    first: dict[_Signature, tuple[LocalFact, Mapping[int, str]]] = {}  # with the keys of the entities where it stands
    for one in group:
        signed = _signed(one, kinds)
        keys = dict(one.keys)
        for index, key in _one_to_one(one, signed, first, kinds).items():
            if unnamed(one.entities[index]) and key != keys[index]:
                keys[index] = found.keys[(one.article, index)] = key
        for signature, number in signed.items():
            fact = one.facts[number]
            if signature not in first:
                first[signature] = (fact, keys)
                continue
            before, there = first[signature]
            if fact.values != before.values and _things(fact, keys) == _things(before, there):
                found.values[(one.article, number)] = before.values
    return found


def _signed(one: Print, kinds: Mapping[str, Kind]) -> dict[_Signature, int]:
    """The facts that can be told apart within the article, by what they say."""
    signatures = [_signature(fact, one, kinds[fact.kind]) for fact in one.facts]
    often = Counter(signatures)
    return {signature: number for number, signature in enumerate(signatures) if often[signature] == 1}


def _signature(fact: LocalFact, one: Print, kind: Kind) -> _Signature:
    values = [f"{name}={value}" for name, value in fact.values if not isinstance(value, PartialDate)]
    roles = [f"{role}={_called(one.entities[index], role == kind.about)}" for role, index in fact.roles]
    return (fact.kind, fact.status, fact.reason, _bare(fact.evidence.quote), *sorted(values), *sorted(roles))


def _called(entity: LocalEntity, about: bool) -> str:
    """What an article calls an entity; what a fact is about may have its name in a paragraph that the reprint left out."""
    return entity.type if about or unnamed(entity) else f"{entity.type} {slug(entity.name)}"


@lru_cache(maxsize=1 << 12)
def _bare(quote: str) -> str:
    """Letters and digits alone: how lines are broken and which spaces are lost is each paper's own."""
    return "".join(c for c in fold(quote) if c.isalnum())


def _one_to_one(
    one: Print, signed: Mapping[_Signature, int], first: Mapping[_Signature, tuple[LocalFact, Mapping[int, str]]], kinds: Mapping[str, Kind]
) -> dict[int, str]:
    """The keys of before that events and agreements of this article have by what is told of them; only where nothing disagrees."""
    keys: dict[int, set[str]] = defaultdict(set)
    for signature, number in signed.items():
        fact, about = one.facts[number], kinds[one.facts[number].kind].about
        if not about or signature not in first:
            continue
        before, there = first[signature]
        keys[dict(fact.roles)[about]].add(there[dict(before.roles)[about]])
    taken = Counter(key for found in keys.values() for key in found)
    there_too = set(one.keys.values())  # the article tells that one apart itself
    return {i: key for i, found in keys.items() for key in found if len(found) == 1 and taken[key] == 1 and key not in there_too}


def _things(fact: LocalFact, keys: Mapping[int, str]) -> list[tuple[str, str]]:
    """The events and agreements that a fact speaks of."""
    return sorted((role, keys[index]) for role, index in fact.roles if keys[index].startswith(("event:", "agreement:")))
