"""Who is who among the people of many articles: namesakes apart, spellings together, each with its reason.

All people whose names may be one person's are in one block (:func:`kg.resolve.names.block`). Inside it, in this order:

1. the same folded name, by its marks: what has none goes to the only spelling with, or to the only one whose posts fit;
2. one name, several people: posts of different states with no state, body or article in common are different people's. Who has no
   such post goes to the only one that fits (a body of its posts is named in the article, or its country is the article's) or is told apart;
3. different spellings of a name are one person where a post, body, event or agreement is shared and no other person fits as well.

Steps look names, bodies and countries up and never compare all with all; the result does not hang on the order of the members.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from kg.data.gazetteer import fold
from kg.data.spelling import parts
from kg.resolve.member import Member, Settled, digest, slug
from kg.resolve.names import INITIAL, fits

_CROWD = 40  # people of a block that share a body: more of them tell nothing about a name
APART = "one of several people of this name; the article does not tell which"
SEVERAL = "may be another spelling of several people's names"


class Groups:
    """Things that are one, found by joining two at a time (union-find)."""

    def __init__(self, size: int) -> None:
        self._up = list(range(size))

    def of(self, one: int) -> int:
        """The number that stands for all that are one with this."""
        while self._up[one] != one:
            self._up[one] = self._up[self._up[one]]
            one = self._up[one]
        return one

    def join(self, one: int, other: int) -> None:
        """They are one."""
        low, high = sorted((self.of(one), self.of(other)))
        self._up[high] = low

    def by(self, values: Iterable[tuple[int, Hashable]]) -> None:
        """All that share a value are one."""
        first: dict[Hashable, int] = {}
        for one, value in values:
            self.join(first.setdefault(value, one), one)

    def all(self) -> list[list[int]]:
        """The groups, by their first."""
        found: dict[int, list[int]] = defaultdict(list)
        for one in range(len(self._up)):
            found[self.of(one)].append(one)
        return [found[one] for one in sorted(found)]


@dataclass
class Person:
    """Members of one name that are one person. ``mark`` is their spelling where it has marks; ``alone`` marks who was told apart."""

    name: str
    mark: str
    at: list[int]
    alone: bool = False
    countries: set[str] = field(default_factory=set)
    bodies: set[str] = field(default_factory=set)
    posts: set[tuple[str, str]] = field(default_factory=set)
    things: set[str] = field(default_factory=set)
    seen: set[str] = field(default_factory=set)

    def gather(self, members: Sequence[Member]) -> Person:
        """What the members' articles tell of the person."""
        for one in (members[n].context for n in self.at):
            self.countries |= {country for _, _, country in one.posts if country}
            self.bodies |= {body for _, body, _ in one.posts}
            self.posts |= {(title, body) for title, body, _ in one.posts if title}
            self.things |= set(one.things)
            self.seen |= set(one.bodies)
        return self


def gathered(members: Sequence[Member]) -> Person:
    """All that is told of one person's members."""
    return Person(slug(members[0].entity.name), "", list(range(len(members)))).gather(members)


def settle(members: Sequence[Member]) -> tuple[Settled, ...]:
    """The key of each member of a block of people, and what there is to say about why."""
    order = sorted(range(len(members)), key=lambda n: (members[n].article, members[n].entity.index))
    why: list[list[str]] = [[] for _ in members]
    by_name: dict[str, list[int]] = defaultdict(list)
    for n in order:
        by_name[slug(members[n].entity.name)].append(n)
    people: list[Person] = []
    for name in sorted(by_name):
        people += _of_a_name(name, by_name[name], members, why)
    keys: list[str] = [""] * len(members)
    for person, key in _keys(_one(people, members, why), members):
        for n in person.at:
            keys[n] = key
    return tuple(Settled(key, "; ".join(dict.fromkeys(reasons))) for key, reasons in zip(keys, why, strict=True))


def _of_a_name(name: str, at: list[int], members: Sequence[Member], why: list[list[str]]) -> list[Person]:
    by_mark: dict[str, list[int]] = defaultdict(list)
    for n in at:
        by_mark[_mark(members[n])].append(n)
    marked = sorted(set(by_mark) - {""})
    bare = by_mark.pop("", [])
    if not marked:
        return _apart(Person(name, "", bare), members, why)
    if len(marked) == 1:
        return _apart(Person(name, marked[0], sorted((*by_mark[marked[0]], *bare), key=at.index)), members, why)
    told = {mark: Person(name, mark, list(by_mark[mark])).gather(members) for mark in marked}
    left: list[int] = []
    for n in bare:
        own = Person(name, "", [n]).gather(members)
        fitting = [m for m in marked if own.bodies & told[m].bodies] or [m for m in marked if own.countries & told[m].countries]
        if len(fitting) == 1:
            by_mark[fitting[0]].append(n)
            why[n].append("of several spellings with marks the only one whose post fits")
        else:
            left.append(n)
    people = [one for mark in marked for one in _apart(Person(name, mark, sorted(by_mark[mark], key=at.index)), members, why)]
    return [*people, *(_apart(Person(name, "", left), members, why) if left else ())]


def _mark(member: Member) -> str:
    return "" if member.entity.name.isascii() else member.entity.name.casefold()


def _apart(all_: Person, members: Sequence[Member], why: list[list[str]]) -> list[Person]:
    """The people of one name and spelling: one, unless posts of different states say otherwise."""
    at = all_.at
    states = [{country for _, _, country in members[n].context.posts if country} for n in at]
    known = set[str]().union(*states)
    if len(known) < 2:
        return [all_.gather(members)]
    for i, n in enumerate(at):  # a post of a state in an article about another one that claims the name as well: doubtful
        about = members[n].context.home
        if about in known and states[i] and about not in states[i]:
            states[i] = set()
    groups = Groups(len(at))
    groups.by((i, members[n].article) for i, n in enumerate(at))
    groups.by((i, state) for i, found in enumerate(states) for state in sorted(found))
    groups.by((i, body) for i, n in enumerate(at) if states[i] for _, body, _ in members[n].context.posts)
    firm = [Person(all_.name, all_.mark, [at[i] for i in group]) for group in groups.all() if any(states[i] for i in group)]
    if len(firm) < 2:
        return [all_.gather(members)]
    for one in firm:
        one.gather(members)
        told = ", ".join(sorted(one.countries))
        for n in one.at:
            why[n].append(f"one of {len(firm)} people of this name, told apart by the states of their posts ({told})")
    placed = {n for one in firm for n in one.at}
    rest = [n for n in at if n not in placed]
    by_body, by_state = _index(firm, "bodies"), _index(firm, "countries")
    homeless: list[int] = []
    for n in rest:
        context = members[n].context
        named = {p for body in (*(b for _, b, _ in context.posts), *context.bodies) for p in by_body.get(body, ())}
        chosen = named if len(named) == 1 else by_state.get(context.home, set())
        if len(chosen) == 1 and (not named or chosen <= named):
            firm[next(iter(chosen))].at.append(n)
            told = "the only one with a post at a body that the article names" if named else "the only one of the article's country"
            why[n].append(f"of several people of this name {told}")
        else:
            homeless.append(n)
            why[n].append(APART)
    shared = Groups(len(homeless))
    shared.by((i, body) for i, n in enumerate(homeless) for _, body, _ in members[n].context.posts)
    shared.by((i, members[n].article) for i, n in enumerate(homeless))
    for group in shared.all():
        firm.append(Person(all_.name, all_.mark, [homeless[i] for i in group], alone=True).gather(members))
    return firm


def _index(people: Sequence[Person], what: str) -> Mapping[str, set[int]]:
    found: dict[str, set[int]] = defaultdict(set)
    for n, one in enumerate(people):
        for value in getattr(one, what):
            found[value].add(n)
    return found


def _one(people: list[Person], members: Sequence[Member], why: list[list[str]]) -> list[Person]:
    """Different spellings of one person's name come together."""
    reasons = {pair: _same(people[pair[0]], people[pair[1]]) for pair in _pairs(people)}
    beside: dict[int, set[int]] = defaultdict(set)
    for (n, other), reason in reasons.items():
        if reason:
            beside[n].add(other)
            beside[other].add(n)
    torn = {n for n, others in beside.items() if not _agree([people[o] for o in sorted(others)])}
    for n in sorted(torn):
        for m in people[n].at:
            why[m].append(SEVERAL)
    groups = Groups(len(people))
    for n, other in sorted(reasons):
        if reasons[(n, other)] and not {n, other} & torn:
            groups.join(n, other)
            for m in (*people[n].at, *people[other].at):
                names = " and ".join(f'"{members[people[p].at[0]].entity.name}"' for p in (n, other))
                why[m].append(f"{names}: {reasons[(n, other)]}")
    found = []
    for group in groups.all():
        first = people[group[0]]
        found.append(replace(first, at=sorted(m for n in group for m in people[n].at)) if len(group) > 1 else first)
    return found


def _pairs(people: Sequence[Person]) -> list[tuple[int, int]]:
    """Who shares a post, body, event or agreement, or has a post at a body that an article on the other names; no crowd all with all."""
    sharing: dict[Hashable, set[int]] = defaultdict(set)
    firm: dict[Hashable, set[int]] = defaultdict(set)
    for n, one in enumerate(people):
        shared: tuple[Hashable, ...] = (*one.bodies, *one.things, *one.posts)
        for value in shared:
            firm[value].add(n)
            sharing[value].add(n)
        for body in one.seen:
            sharing[body].add(n)
    found: set[tuple[int, int]] = set()
    for told, holders in firm.items():
        for some, others in ((holders, sharing[told]),) if len(sharing[told]) <= _CROWD else _by_given_name(people, holders, sharing[told]):
            if len(others) <= _CROWD:
                found |= {(min(n, other), max(n, other)) for n in some for other in others if n != other}
    return sorted(found)


def _by_given_name(people: Sequence[Person], holders: set[int], sharing: set[int]) -> Iterable[tuple[set[int], set[int]]]:
    groups: dict[str, set[int]] = defaultdict(set)
    for n in sharing:
        told = parts(people[n].name.split("-"))
        groups[told.main if told else ""].add(n)
    return [(holders & group, group) for group in groups.values()]


def _same(one: Person, other: Person) -> str:
    """Why two people of different names are one; "" where nothing says so."""
    if one.name == other.name or one.alone or other.alone or (one.countries and other.countries and not one.countries & other.countries):
        return ""
    told = fits(one.name.split("-"), other.name.split("-"))
    if not told or not _marks_agree(one.mark, other.mark):
        return ""
    if one.posts & other.posts:
        return f"{told}, with the same post"
    if one.things & other.things:
        return f"{told}, with the same event or agreement"
    if told != INITIAL and one.bodies & other.bodies:
        return f"{told}, with a post at the same body"
    if told != INITIAL and (one.bodies & other.seen or other.bodies & one.seen) and not (one.bodies and other.bodies):
        return f"{told}, with the body of the post in the article"
    return ""


def _marks_agree(one: str, other: str) -> bool:
    """Whether no word that both names have differs in its marks."""
    if not one or not other:
        return True
    first, second = ({fold(word): word for word in mark.split()} for mark in (one, other))
    return all(second.get(word, told) == told for word, told in first.items())


def _agree(people: Sequence[Person]) -> bool:
    """Whether all of them may be one person: else the name between them belongs to nobody for sure."""
    if len(people) > _CROWD // 4:
        return False
    for n, one in enumerate(people):
        for other in people[:n]:
            apart = one.countries and other.countries and not one.countries & other.countries
            named = one.name == other.name or fits(one.name.split("-"), other.name.split("-"))
            if apart or not named or not _marks_agree(one.mark, other.mark):
                return False
    return True


def _keys(people: list[Person], members: Sequence[Member]) -> list[tuple[Person, str]]:
    """Everybody's key: the name as the first article by id has it; who comes second to a name has a sign of their own behind it."""

    def first(person: Person) -> tuple[str, int]:
        return min((members[n].article, members[n].entity.index) for n in person.at)

    found: list[tuple[Person, str]] = []
    taken: set[str] = set()
    for person in sorted(people, key=lambda p: (p.alone, first(p))):
        article, index = first(person)
        told = next(members[n].entity.name for n in person.at if (members[n].article, members[n].entity.index) == (article, index))
        plain = f"person:{slug(told)}"
        signs = ["", f"-{digest(person.mark)}"] if person.mark else [""]
        if person.countries:
            signs.append("-" + "-".join(sorted(person.countries)).lower())
        signs += [f"-{digest(article)}", f"-{digest(f'{article} {index}')}"]
        if slug(told) == "unnamed":
            signs = signs[1:]
        key = next(plain + sign for sign in signs if plain + sign not in taken)
        taken.add(key)
        found.append((person, key))
    return found


__all__ = ["APART", "SEVERAL", "Person", "gathered", "settle"]
