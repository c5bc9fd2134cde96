"""A made-up graph of so many quads in the shape that ``kg build`` writes, without reading an article: for measuring stores and servers.

``python benchmarks/graph.py OUT --quads 1000000`` writes ``OUT/store``, which ``kg query --graph OUT`` and ``kg serve OUT`` take;
with an OUT that ends in .nq, a file of N-Quads instead. The same quads for the same number, about twenty seconds for a million.

The triples come from :mod:`kg.rdf`, as those of a build do; only the facts are drawn from the tables below. As in the news, a few
countries and bodies are in many of the facts and most persons in one or two. Each article has facts of some kinds at the rates of
:data:`RATES`, about a third of those in tests/gold, whose articles are dense on purpose.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import random
import re
import sys
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from decimal import Decimal
from itertools import islice
from pathlib import Path

from rich.progress import Progress

from kg.data.gazetteer import CountryRecord, countries
from kg.extract import kinds
from kg.rdf import Names, article_graph, marks, reading_quad, triple_order
from kg.rdf.ox import NamedNode, Quad, RdfFormat, Triple, serialize
from kg.store import build_store
from kg.types import Described, Entity, EntityType, Evidence, Fact, PartialDate, Value

# sentences of each sort in an article, on average
RATES = {"statement": 2.6, "statistic": 1.8, "post": 1.4, "event": 0.6, "organizer": 0.4, "participant": 0.7, "paper": 0.3, "tie": 0.4}
FIRST_DAY = date(2015, 1, 5)
CHUNK = 50_000

_GIVEN = re.findall(
    r"\w+", "Amina Petra Yusuf Keiko Ingrid Carlos Leila Pavel Aoife Sofia Henrik Mei Tomas Fatima Oskar Linh Mariam Jonas Salma Ravi"
)
_STEMS = re.findall(r"\w+", "Hart Oster Brand Lind Mar Quill Tor Wes Holl Grim Vas Pell Dray Stan Kell Rud Fenn")
_ENDS = re.findall(r"\w+", "well mann berg field sson ova escu ley worth strom ides etti ard court ovic by")
_MATTERS = re.findall(r"\w+", "Trade Finance Energy Health Transport Fisheries Industry Labour Agriculture Tourism Education Planning")
_TITLES = ("Minister", "Deputy Minister", "Permanent Secretary", "Director General", "Spokesperson", "Chief Economist")
_TOPICS = ("customs procedures", "renewable energy", "rural roads", "digital trade", "vaccine supply", "food safety", "port security")
_FIRMS = ("Shipping", "Foods", "Textiles", "Cement", "Steel", "Telecom", "Bank", "Motors")
_EVENTS = (("Conference", 5), ("Seminar", 3), ("Forum", 4), ("Meeting", 8), ("Visit", 6), ("Exhibition", 2), ("Summit", 1))
_PAPERS = ("MemorandumOfUnderstanding", "CooperationAgreement", "TradeAgreement", "FinancingAgreement", "Contract")
_RELATIONS = {"invests_in": "invests in", "exports_to": "exports to", "cooperates_with": "works with", "donates_to": "gives to"}
_ROLES = ("attendee", "attendee", "speaker", "chair", "opener")
_OUTLETS = ("Harbour Post", "Meridian Wire", "Northern Ledger", "Trade Courier", "Capital Gazette", "Delta Observer")


class World:
    """Who and what there is. A thing is the same in every article: it is made from its number alone."""

    def __init__(self) -> None:
        known = [c for c in sorted(countries().values(), key=lambda c: c.iso2) if c.capital]
        random.Random("countries").shuffle(known)
        self.countries: list[CountryRecord] = known
        self._weights = [1 / (rank + 2) for rank in range(len(known))]
        self._made: dict[str, Entity] = {}

    def _once(self, key: str, make: Callable[[], Entity]) -> Entity:
        found = self._made.get(key)
        if found is None:
            found = self._made[key] = make()
        return found

    def of_country(self, rng: random.Random) -> int:
        """The number of a country; a few are drawn far more often than the others."""
        return rng.choices(range(len(self.countries)), self._weights)[0]

    def country(self, number: int) -> Entity:
        """A country."""
        c = self.countries[number]
        same = (f"http://www.wikidata.org/entity/{c.wikidata}",) if c.wikidata else ()
        return self._once(
            f"country:{c.iso2}",
            lambda: Entity(f"country:{c.iso2}", "Country", c.name, c.other_names[:2], same, (("iso3166", c.iso2),)),
        )

    def capital(self, number: int) -> Entity:
        """A country's capital."""
        c = self.countries[number]
        return self._once(f"place:{c.iso2}", lambda: Entity(f"place:{c.iso2}", "Place", c.capital, within=f"country:{c.iso2}"))

    def body(self, number: int, matter: int) -> Entity:
        """A country's ministry."""
        c, of = self.countries[number], _MATTERS[matter]
        key = f"agency:{c.iso2}-{of.lower()}"
        short = (f"{of} Ministry", f"Ministry of {of}")
        return self._once(key, lambda: Entity(key, "Agency", f"Ministry of {of} of {c.name}", short, within=f"country:{c.iso2}"))

    def firm(self, number: int) -> Entity:
        """A company."""
        rng = random.Random(f"firm {number}")
        return self._once(
            f"organization:f{number}",
            lambda: Entity(
                f"organization:f{number}", "Organization", f"{rng.choice(_STEMS)}{rng.choice(_ENDS)} {rng.choice(_FIRMS)} {number}"
            ),
        )

    def person(self, number: int) -> tuple[Entity, Fact, int]:
        """A person, the post that they hold (without evidence), and the number of the country."""
        rng = random.Random(f"person {number}")
        home, matter, key = self.of_country(rng), rng.randrange(len(_MATTERS)), f"person:p{number}"
        name = f"{rng.choice(_GIVEN)} {rng.choice(_STEMS)}{rng.choice(_ENDS)} {number}"
        entity = self._once(key, lambda: Entity(key, "Person", name, (name.split(" ", 1)[1],)))
        status = rng.choices(("held", "former", "appointed"), (8, 1, 1))[0]
        values: list[tuple[str, Value]] = [("title", rng.choice(_TITLES))]
        if rng.random() < 0.3:
            values.append(("from", PartialDate(rng.randrange(2009, 2024))))
        if status == "former":
            values.append(("until", PartialDate(2024, rng.randrange(1, 13))))
        roles = (("person", key), ("organization", self.body(home, matter).key))
        return entity, Fact(f"tenure:p{number}", "post", roles, tuple(values), status, ()), home

    def known(self, key: str) -> Entity:
        """An entity that was made before."""
        return self._made[key]


class Page:
    """One article as it is written: its text, whom it names where, and what it tells."""

    def __init__(self, world: World, number: int) -> None:
        self.world, self.number, self.id = world, number, f"q{number:07d}"
        self.rng = random.Random(f"article {number}")
        self.day = FIRST_DAY + timedelta(days=self.rng.randrange(3900))
        self.lines: list[str] = []
        self.at = 0
        self.named: dict[str, list[Evidence]] = {}
        self.entities: dict[str, Entity] = {}
        self.facts: list[Fact] = []
        self.home = world.of_country(self.rng)

    def say(self, *parts: str | Entity) -> tuple[Evidence, ...]:
        """Write a sentence and note whom it names."""
        text = ""
        for part in parts:
            if isinstance(part, Entity):
                start = self.at + len(text)
                self._need(part)
                self.named.setdefault(part.key, []).append(Evidence(self.id, start, start + len(part.name), part.name))
                text += part.name
            else:
                text += part
        told = Evidence(self.id, self.at, self.at + len(text), text)
        self.lines.append(text)
        self.at += len(text) + 1
        return (told,)

    def _need(self, entity: Entity) -> None:
        self.entities[entity.key] = entity
        if entity.within:
            iso = entity.within.partition(":")[2]
            number = next(i for i, c in enumerate(self.world.countries) if c.iso2 == iso)
            self.entities[entity.within] = self.world.country(number)

    def tell(self, key: str, sort: str, status: str, told: tuple[Evidence, ...], roles: dict[str, Entity], /, **values: Value) -> None:
        """Note a fact."""
        for entity in roles.values():
            self._need(entity)
        self.facts.append(Fact(key, sort, tuple((r, e.key) for r, e in roles.items()), tuple(values.items()), status, told))

    def other(self) -> int:
        """Another country."""
        return self.world.of_country(self.rng)

    def person(self) -> tuple[Entity, Fact, int]:
        """Somebody: a few are in many articles, most in one or two."""
        return self.world.person(int((40 + self.number * 0.8) * self.rng.random() ** 1.8))

    def new(self, sort: EntityType, name: str) -> Entity:
        """An event or an agreement of this article alone."""
        return Entity(f"{sort.lower()}:{self.id}-{len(self.facts)}", sort, name)

    def statement(self) -> None:
        who, post, _ = self.person()
        topic = self.rng.choice(_TOPICS)
        said = f"The work on {topic} goes on and the timetable of {self.day:%B} holds"
        told = self.say(who, f', {post.value("title")}, told reporters: "{said}, whatever others may say about it in these weeks."')
        self.tell(f"statement:{self.id}-{len(self.facts)}", "statement", "said", told, {"speaker": who}, text=said)

    def statistic(self) -> None:
        home, partner = self.world.country(self.home), self.world.country(self.other())
        value, change = self.rng.randrange(110, 9900) * 100_000, Decimal(self.rng.randrange(-390, 390)) / 10
        told = self.say(
            home, "'s exports to ", partner, f" came to US${value / 1e6:.1f} million in {self.day.year - 1}, a change of {change}%."
        )
        period = PartialDate(self.day.year - 1)
        self.tell(
            f"observation:{self.id}-{len(self.facts)}",
            "statistic",
            self.rng.choices(("reported", "forecast"), (9, 1))[0],
            told,
            {"area": home, "partner": partner},
            indicator="exports",
            value=Decimal(value),
            unit="USD",
            change=change,
            basis="yoy",
            start=period,
            end=period,
        )

    def post(self) -> None:
        who, post, _ = self.person()
        body = self.world.known(post.role("organization") or "")
        since, until = post.value("from"), post.value("until")
        term = (f", since {since}" if since else "") + (f", until {until}" if until else "")
        told = self.say(who, f", {post.value('title')} of the ", body, f"{term}, received the delegation.")
        self.tell(post.key, "post", post.status, told, {"person": who, "organization": body}, **dict(post.values))

    def _event(self) -> tuple[Entity, str]:
        kind = self.rng.choices([k for k, _ in _EVENTS], [n for _, n in _EVENTS])[0]
        return self.new("Event", f"{self.rng.choice(_TOPICS).title()} {kind} {self.id}"), kind

    def event(self) -> Entity:
        event, kind = self._event()
        capital = self.world.capital(self.home)
        planned, start = self.rng.random() < 0.2, self.day + timedelta(days=self.rng.randrange(-9, 10))
        when = PartialDate(start.year, start.month, start.day)
        told = self.say("The ", event, " in ", capital, f" {'will begin' if planned else 'began'} on {start.day} {start:%B} {start.year}.")
        roles = {"event": event, "place": capital}
        self.tell(event.key, "event", "planned" if planned else "held", told, roles, kind=kind, start=when, end=when)
        return event

    def organizer(self) -> None:
        event, kind = self._event()
        body = self.world.body(self.home, self.rng.randrange(len(_MATTERS)))
        told = self.say("The ", event, " was organized by the ", body, ".")
        self.tell(event.key, "event", "held", told, {"event": event}, kind=kind)
        self.tell(f"organizing:{self.id}-{len(self.facts)}", "organizer", "held", told, {"event": event, "organizer": body})

    def participant(self) -> None:
        event = self.event()
        for _ in range(self.rng.randrange(1, 3)):
            who, role = self.person()[0], self.rng.choice(_ROLES)
            told = self.say("Among those at the ", event, " was ", who, f", who came as {role}.")
            key = f"participation:{self.id}-{len(self.facts)}"
            self.tell(key, "participant", "held", told, {"event": event, "participant": who}, role=role)

    def paper(self) -> None:
        kind, home, other = self.rng.choice(_PAPERS), self.world.country(self.home), self.world.country(self.other())
        paper = self.new("Agreement", f"{kind} on {self.rng.choice(_TOPICS)} {self.id}")
        status = self.rng.choices(("signed", "planned", "denied"), (8, 2, 1))[0]
        told = self.say(
            home, " and ", other, " spoke about the ", paper, f", which was {status} on {self.day.day} {self.day:%B} {self.day.year}."
        )
        when = PartialDate(self.day.year, self.day.month, self.day.day)
        self.tell(paper.key, "agreement", status, told, {"agreement": paper}, kind=kind, signed=when)
        for party in (home, other):
            self.tell(f"signing:{self.id}-{len(self.facts)}", "signatory", status, told, {"agreement": paper, "signatory": party})

    def tie(self) -> None:
        firm = self.world.firm(int((20 + self.number * 0.3) * self.rng.random() ** 1.5))
        other, relation = self.world.country(self.other()), self.rng.choice(sorted(_RELATIONS))
        status = self.rng.choices(("reported", "planned"), (9, 1))[0]
        told = self.say(firm, f" {_RELATIONS[relation]} ", other, ", the trade ministry's figures show.")
        self.tell(
            f"tie:{firm.key.partition(':')[2]}-{relation}-{other.key.partition(':')[2]}-{status}",
            "tie",
            status,
            told,
            {"subject": firm, "object": other},
            relation=relation,
        )

    def written(self) -> Described:
        """The article as it is stored, once everything is said."""
        for sort, rate in RATES.items():
            whole, part = divmod(rate * self.rng.uniform(0.5, 1.5), 1)
            for _ in range(int(whole) + (self.rng.random() < part)):
                getattr(self, sort)()
        if not self.lines:
            self.statement()
        text = "\n".join(self.lines) + "\n"
        told = {"text": text, "blocks": [[0, len(text), "paragraph"]], "map": [[0, 0]]}
        when = PartialDate(self.day.year, self.day.month, self.day.day)
        title = f"{self.world.countries[self.home].name} and {self.rng.choice(_TOPICS)}"
        digest = hashlib.sha256(text.encode()).hexdigest()
        reading = json.dumps(told, ensure_ascii=False, separators=(",", ":"))
        return Described(self.id, f"{self.id}.txt", digest, reading, title, when, self.rng.choice(_OUTLETS), language="en")


def quads(count: int) -> Iterator[Quad]:
    """Quads of whole articles, each once, until there are ``count`` of them."""
    world, declared, names = World(), kinds(), Names()
    own = names.base + "article/"  # evidence: told by one article
    said: set[Triple] = set()  # merged facts that more than one article may tell
    given = number = 0
    for triple in marks(names):
        yield Quad(triple.subject, triple.predicate, triple.object, names.facts)
    while given < count:
        page = Page(world, number)
        told = page.written()
        entities = {k: _mentioned(e, page.named.get(k, [])) for k, e in page.entities.items()}
        graph = names.article_graph(page.id)
        for triple in sorted(article_graph(told, entities, page.facts, declared, names.base), key=triple_order):
            yield Quad(triple.subject, triple.predicate, triple.object, graph)
            given += 1
            if isinstance(triple.subject, NamedNode) and not triple.subject.value.startswith(own):
                if triple in said:
                    continue
                if page.id not in str(triple.object):
                    said.add(triple)
            yield Quad(triple.subject, triple.predicate, triple.object, names.facts)
            given += 1
        yield reading_quad(told, names)
        given, number = given + 1, number + 1


def _mentioned(entity: Entity, mentions: list[Evidence]) -> Entity:
    return Entity(
        entity.key,
        entity.type,
        entity.name,
        entity.other_names,
        entity.same_as,
        entity.codes,
        tuple(mentions),
        within=entity.within,
    )


def write(out: Path, count: int) -> None:
    """Write a store below a folder, or a file of N-Quads; shows how far it is."""
    with Progress(transient=True) as bar:
        task = bar.add_task("quads", total=count)

        def watched() -> Iterator[Quad]:
            found = quads(count)
            while chunk := list(islice(found, CHUNK)):
                yield from chunk
                bar.advance(task, len(chunk))

        if out.suffix != ".nq":
            build_store(watched(), out)
            return
        out.parent.mkdir(parents=True, exist_ok=True)
        with out.open("wb") as file:
            serialize(watched(), file, format=RdfFormat.N_QUADS)


def main(arguments: list[str]) -> int:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("out", type=Path)
    parser.add_argument("--quads", type=int, default=1_000_000)
    given = parser.parse_args(arguments)
    write(given.out, given.quads)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
