"""What the pages show: things, the facts between and about them, and the words they were read from.

Made from the rows of the competency questions, so that a page can be made of any graph that answers them: the store, a file, an endpoint.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation

from kg.explore.words import OTHER, full_line, kinds, phrase, types

Row = Mapping[str, str]
Answers = Mapping[str, Sequence[Row]]

QUESTIONS = (
    "entities", "posts", "events", "organizers", "participants", "agreements", "signatories", "statistics", "statements", "ties",
)  # fmt: skip
FIGURE = (
    ("indicator", "indicator"), ("value", "value"), ("unit", "unit"), ("change", "change"), ("basis", "basis"),
    ("start", "periodStart"), ("end", "periodEnd"), ("status", "status"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Source:
    """An article as the card names it; empty strings where it does not tell."""

    article: str
    title: str = ""
    date: str = ""
    publisher: str = ""
    url: str = ""
    iri: str = ""


@dataclass(frozen=True, slots=True, order=True)
class Quote:
    """Words of an article: ``start`` and ``end`` are offsets in its file."""

    article: str
    start: int
    end: int
    text: str


@dataclass(slots=True)
class Thing:
    """An entity; ``within`` is the id of the place, country or body that it belongs to, or ""."""

    id: str
    name: str
    type: str = OTHER
    other_names: tuple[str, ...] = ()
    links: tuple[str, ...] = ()
    quotes: list[Quote] = field(default_factory=list)
    within: str = ""


@dataclass(slots=True)
class Told:
    """A fact as the page tells it: ``subject relation object``, details by name, its status and where it was read.

    ``subject`` and ``object`` are ids of things, or "" ("text" then says what the fact is). ``node`` is the IRI of the fact's
    own node where the graph tells it, ``term`` the title, role or relation as the graph tells it (and "partner" for a figure that has
    a partner and no area), ``times`` its begin and end as told, ``figure`` the cells of a statistic.
    """

    kind: str
    subject: str
    relation: str
    object: str = ""
    text: str = ""
    details: tuple[tuple[str, str], ...] = ()
    status: str = ""
    quotes: list[Quote] = field(default_factory=list)
    node: str = ""
    term: str = ""
    times: tuple[str, str] = ("", "")
    figure: Mapping[str, str] = field(default_factory=dict)

    @property
    def asserted(self) -> bool:
        """Whether the text tells it as so (no plan, denial or former state)."""
        return not self.status or self.status in full_line()


@dataclass(frozen=True, slots=True)
class Picture:
    """Things by id in order of weight, facts in order of kind, and the articles that are quoted."""

    things: Mapping[str, Thing]
    facts: tuple[Told, ...]
    sources: Mapping[str, Source]


def picture(answers: Answers, sources: Iterable[Source] = ()) -> Picture:
    """Gather the rows of the competency questions (``answers[question]``, columns as documented) into things and facts."""
    return _Gatherer(answers).picture(sources)


def told_of(answers: Answers) -> tuple[Told, ...]:
    """The facts of these rows alone, in the picture's order."""
    return _Gatherer(answers).picture(()).facts


class _Gatherer:
    """Rows of one fact, one for each place it was read, become one fact with several quotes."""

    def __init__(self, answers: Answers) -> None:
        self.answers = answers
        self.things: dict[str, Thing] = {}
        self.facts: dict[tuple[str, ...], Told] = {}
        self.seen: set[tuple[int, Quote]] = set()
        self.status: dict[str, str] = {}  # of events and agreements, which organizers and parties share
        self.times: dict[str, tuple[str, str]] = {}

    def picture(self, sources: Iterable[Source]) -> Picture:
        for row in self.rows("entities"):
            self._entity(row)
        for row in self.rows("within"):
            if row["thing"] in self.things and row["whole"] in self.things and row["whole"] != row["thing"]:
                self.things[row["thing"]].within = self.things[row["thing"]].within or row["whole"]
        for question in QUESTIONS[1:]:
            tell = getattr(self, f"_{question}")
            for row in self.rows(question):
                tell(row)
        known = {source.article: source for source in sources}
        quoted = {quote.article for told in self.facts.values() for quote in told.quotes}
        quoted |= {quote.article for thing in self.things.values() for quote in thing.quotes}
        for thing in self.things.values():
            thing.quotes.sort(key=place_of)
        for told in self.facts.values():
            told.quotes.sort(key=place_of)
        facts = tuple(self.facts[key] for key in sorted(self.facts, key=lambda key: (_order(key[0]), key)))
        weight = weights(self.things, facts)
        ordered = sorted(self.things, key=lambda id_: (-weight[id_], id_))
        return Picture(
            {id_: self.things[id_] for id_ in ordered}, facts, {article: known.get(article, Source(article)) for article in sorted(quoted)}
        )

    def rows(self, question: str) -> Sequence[Row]:
        return self.answers.get(question, ())

    def thing(self, id_: str, name: str, type_: str = OTHER) -> str:
        """The id of a thing, made known under its name where it was not yet; "" stays ""."""
        if id_ and id_ not in self.things:
            self.things[id_] = Thing(id_, name or local_name(id_), type_)
        return id_

    def node(self, id_: str, name: str, kind: str, type_: str) -> str:
        """The id of an event or agreement; one without a name is called by its kind."""
        thing = self.things[self.thing(id_, name or spaced(kind), type_)]
        if kind and not name and thing.name == local_name(id_):
            thing.name = spaced(kind)
        return id_

    def tell(self, row: Row, told: Told, *key: str) -> None:
        details = (cell for detail in told.details for cell in detail)
        told = self.facts.setdefault((told.kind, told.subject, told.relation, told.object, told.status, *key, *details), told)
        told.node = told.node or row.get("node", "")
        self.quote(told.quotes, row)

    def quote(self, quotes: list[Quote], row: Row) -> None:
        """Add the row's evidence once. A set beside the lists: what is named in every article has thousands of places."""
        quote = quote_of(row)
        if quote and (id(quotes), quote) not in self.seen:
            self.seen.add((id(quotes), quote))
            quotes.append(quote)

    def _entity(self, row: Row) -> None:
        id_ = self.thing(row["entity"], row.get("name", ""), row["type"] if row.get("type") in types() else OTHER)
        if not id_:
            return
        thing = self.things[id_]
        thing.other_names = thing.other_names or _many(row.get("otherNames", ""))
        thing.links = thing.links or _many(row.get("sameAs", ""))
        self.quote(thing.quotes, row)

    def _posts(self, row: Row) -> None:
        person = self.thing(row["person"], row["personName"], "Person")
        body = self.thing(row["organization"], row["organizationName"])
        title = row.get("title", "")
        details = _details(row, ("from", "from"), ("until", "until"))
        times = row.get("from", ""), row.get("until", "")
        told = Told("post", person, title or phrase("post"), body, details=details, status=row.get("status", ""), term=title, times=times)
        self.tell(row, told)

    def _events(self, row: Row) -> None:
        event = self.node(row["event"], row["eventName"], row.get("kind", ""), "Event")
        self.status[event] = row.get("status", "")
        place = self.thing(row.get("place", ""), row.get("placeName", ""), "Place")
        details = _details(row, ("kind", "kind"), ("from", "startDate"), ("until", "endDate"))
        if row.get("startDate") == row.get("endDate"):
            details = tuple(("on" if name == "from" else name, value) for name, value in details if name != "until")
        self.times[event] = row.get("startDate", ""), row.get("endDate", "")
        told = Told("event", event, phrase("place") if place else "", place, details=details, status=self.status[event])
        self.tell(row, self.timed(told, event))

    def _organizers(self, row: Row) -> None:
        event = self.thing(row["event"], row["eventName"], "Event")
        organizer = self.thing(row["organizer"], row["organizerName"])
        self.tell(row, self.timed(Told("organizer", organizer, phrase("organizer"), event, status=self.of(event)), event))

    def _participants(self, row: Row) -> None:
        event = self.thing(row["event"], row["eventName"], "Event")
        role = row.get("role", "")
        status = "invited" if role == "invited" else self.of(event)
        participant = self.thing(row["participant"], row["participantName"])
        told = Told("participant", participant, phrase("participant", role), event, status=status, term=role)
        self.tell(row, self.timed(told, event))

    def _agreements(self, row: Row) -> None:
        agreement = self.node(row["agreement"], row["agreementName"], row.get("kind", ""), "Agreement")
        self.status[agreement] = row.get("status", "")
        event = self.thing(row.get("event", ""), "", "Event")
        details = _details(row, ("kind", "kind"), ("signed", "signedDate"), ("valid from", "validFrom"), ("valid until", "validUntil"))
        told = Told("agreement", agreement, phrase("signing") if event else "", event, details=details, status=self.status[agreement])
        signed = row.get("signedDate", "")
        self.times[agreement] = signed or row.get("validFrom", ""), signed or row.get("validUntil", "")
        self.tell(row, self.timed(told, agreement))

    def _signatories(self, row: Row) -> None:
        agreement = self.thing(row["agreement"], row["agreementName"], "Agreement")
        signatory = self.thing(row["signatory"], row["signatoryName"])
        told = Told("signatory", signatory, phrase("signatory"), agreement, status=self.of(agreement))
        self.tell(row, self.timed(told, agreement))

    def _statistics(self, row: Row) -> None:
        area = self.thing(row.get("area", ""), row.get("areaName", ""), "Place")
        partner = self.thing(row.get("partner", ""), row.get("partnerName", ""), "Place")
        indicator = row.get("indicator", "")
        value = " ".join(part for part in (plain_number(row.get("value", "")), row.get("unit", "")) if part)
        change = plain_number(row.get("change", ""))
        if change:
            change = f"{'' if change.startswith('-') else '+'}{change} %" + (f" ({row['basis']})" if row.get("basis") else "")
        start, end = row.get("periodStart", ""), row.get("periodEnd", "")
        period = start if start == end else f"{start} to {end}" if start and end else start or (f"until {end}" if end else "")
        figure = ", ".join(part for part in (value, change) if part)
        text = f"{indicator}: {figure}" if figure else indicator
        details = (("period", period),) if period else ()
        relation = f"{indicator} {phrase('partner')}" if area and partner else ""
        told = Told("statistic", area or partner, relation, partner if area else "", text, details, row.get("status", ""))
        told.term = "partner" if partner and not area else ""
        told.times, told.figure = (start, end), {name: row.get(column, "") for name, column in FIGURE}
        self.tell(row, told, row.get("observation", ""))

    def _statements(self, row: Row) -> None:
        speaker = self.thing(row["speaker"], row["speakerName"])
        self.tell(row, Told("statement", speaker, "", text=row.get("text", "")), row.get("statement", ""))

    def _ties(self, row: Row) -> None:
        subject = self.thing(row["subject"], row["subjectName"])
        target = self.thing(row["object"], row["objectName"])
        relation = row["relation"]
        self.tell(row, Told("tie", subject, phrase("tie", relation), target, status=row.get("status", "reported"), term=relation))

    def of(self, node: str) -> str:
        return self.status.get(node, "")

    def timed(self, told: Told, node: str) -> Told:
        """The fact with the times of its event or agreement."""
        told.times = self.times.get(node, ("", ""))
        return told


def weights(things: Mapping[str, Thing], facts: Iterable[Told]) -> dict[str, float]:
    """How much is told of each thing: its facts, and at a tenth the places that name it."""
    weight = {id_: len(thing.quotes) / 10 for id_, thing in things.items()}
    for told in facts:
        for id_ in {told.subject, told.object} - {""}:
            weight[id_] += 1
    return weight


def place_of(quote: Quote) -> tuple[str, int, int, str]:
    """A key that sorts as quotes compare; sorting by it calls no comparison of ours, which at 50,000 things took most of the time."""
    return quote.article, quote.start, quote.end, quote.text


def quote_of(row: Row) -> Quote | None:
    """The evidence of a row; None where it has none."""
    if not row.get("article") or not row.get("quote"):
        return None
    return Quote(row["article"], int(row.get("start") or 0), int(row.get("end") or 0), row["quote"])


def plain_number(value: str) -> str:
    """A decimal with its thousands set apart; what is no number stays as it is."""
    try:
        return f"{Decimal(value):,f}" if value else ""
    except InvalidOperation:
        return value


def local_name(iri: str) -> str:
    """The readable end of an IRI."""
    return iri.rstrip("/#").replace("#", "/").rsplit("/", 1)[-1] or iri


def spaced(kind: str) -> str:
    """``MemorandumOfUnderstanding`` as words."""
    words = "".join(f" {c.lower()}" if c.isupper() else c for c in kind).strip()
    return words[:1].upper() + words[1:]


def _many(cell: str) -> tuple[str, ...]:
    return tuple(part for part in cell.split("|") if part)


def _details(row: Row, *columns: tuple[str, str]) -> tuple[tuple[str, str], ...]:
    return tuple((name, row[column]) for name, column in columns if row.get(column))


def _order(kind: str) -> int:
    return list(kinds()).index(kind)
