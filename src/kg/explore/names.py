"""Who is named and told of in a graph, without what is told: enough for search, in a few walks through the store's indices.

Things, names, types and weights are those of the overview, which takes ten times as long to make.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from kg.explore import scan
from kg.explore.picture import local_name
from kg.explore.words import OTHER, types
from kg.store import Source


@dataclass(frozen=True, slots=True)
class Part:
    """Where a kind of fact has its two ends: patterns for ``?node``, ``?s`` and ``?o``; the types of what no entity says.

    ``names`` are the ends that count only with a name.
    """

    question: str
    patterns: str
    subject: str
    object: str = OTHER
    names: str = "so"


# in the order of the questions: what makes a thing known first gives its type
PARTS = (
    Part("posts", "?node a kg:Tenure ; kg:holder ?s ; kg:organization ?o", "Person"),
    Part("events", "?node a kg:Event BIND(?node AS ?s) OPTIONAL { ?node kg:place ?o . ?o rdfs:label ?l }", "Event", "Place", "s"),
    Part("organizers", "?node a kg:Organizing ; kg:organizer ?s ; kg:event ?o", OTHER, "Event"),
    Part("participants", "?node a kg:Participation ; kg:participant ?s ; kg:event ?o", OTHER, "Event"),
    Part("agreements", "?node a kg:Agreement BIND(?node AS ?s) OPTIONAL { ?node kg:signedAt ?o }", "Agreement", "Event", "s"),
    Part("signatories", "?node a kg:Signing ; kg:signatory ?s ; kg:agreement ?o", OTHER, "Agreement"),
    Part(
        "statistics",
        "?node a kg:Observation OPTIONAL { ?node kg:area ?area . ?area rdfs:label ?l } "
        "OPTIONAL { ?node kg:partner ?partner . ?partner rdfs:label ?m } "
        "BIND(COALESCE(?area, ?partner) AS ?s) BIND(IF(BOUND(?area), ?partner, ?none) AS ?o)",
        "Place",
        "Place",
        "",
    ),
    Part("statements", "?node a kg:Statement ; kg:speaker ?s", OTHER, names="s"),
    Part("ties", "?node a kg:Tie ; kg:subject ?s ; kg:object ?o", OTHER),
)


@dataclass(slots=True)
class Named:
    """A thing: ``articles`` name it or tell of it; ``nodes`` are the facts' own nodes by question."""

    id: str
    name: str
    type: str = OTHER
    entity: bool = False
    articles: set[str] = field(default_factory=set)
    nodes: dict[str, set[str]] = field(default_factory=dict)

    @property
    def told(self) -> int:
        """How many facts are told of it."""
        return sum(map(len, self.nodes.values()))


class Names:
    """The things of a graph by IRI, in order of weight. Raises :class:`kg.errors.QueryError` where it cannot be asked."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.articles: set[str] = set()  # that are quoted
        self.ends: dict[str, dict[str, set[str]]] = {}  # question -> node -> objects
        things = self._read()
        order = sorted(things, key=lambda id_: (-len(things[id_].articles), -things[id_].told, id_))
        self.things: Mapping[str, Named] = {id_: things[id_] for id_ in order}

    @cached_property
    def other(self) -> Mapping[str, tuple[str, ...]]:
        """Other names by thing, sorted."""
        return {
            thing: tuple(n for cell in names for n in cell.split("|") if n)
            for thing, names in scan.lists(self.source, "skos:altLabel").items()
        }

    def other_of(self, id_: str) -> tuple[str, ...]:
        """The other names of a thing."""
        return self.other.get(id_, ()) if self.things[id_].entity else ()

    def _read(self) -> dict[str, Named]:
        found: dict[str, Named] = {}
        where, labels = scan.Articles(self.source), scan.labels(self.source)
        kinds = scan.entities(self.source, labels)
        for id_, evidence in scan.pairs(self.source, "kg:mention"):
            if id_ in kinds and (article := where.of(evidence)) is not None:
                if id_ not in found:
                    kind = kinds[id_] if kinds[id_] in types() else OTHER
                    found[id_] = Named(id_, labels[id_] or local_name(id_), kind, True)
                found[id_].articles.add(article)
                self.articles.add(article)
        read: dict[str, set[str]] = {}
        for node, evidence in scan.pairs(self.source, "kg:evidence"):
            if (article := where.of(evidence)) is not None:
                read.setdefault(node, set()).add(article)
        for part in PARTS:
            for node, *two in self._rows(part, labels):
                if node not in read:
                    continue
                self.articles |= read[node]
                for id_, type_ in zip(two, (part.subject, part.object), strict=True):
                    if id_:
                        name = "" if part.question == "agreements" and id_ != node else labels.get(id_, "")
                        thing = found.setdefault(id_, Named(id_, name or local_name(id_), type_))
                        thing.articles |= read[node]
                        thing.nodes.setdefault(part.question, set()).add(node)
                if two[1]:
                    self.ends.setdefault(part.question, {}).setdefault(node, set()).add(two[1])
        return found

    def _rows(self, part: Part, labels: Mapping[str, str]) -> Iterator[tuple[str, ...]]:
        for row in scan.cells(self.source, f"SELECT ?node ?s ?o WHERE {{ {part.patterns} }}"):
            if all(id_ in labels for end, id_ in zip("so", row[1:], strict=True) if end in part.names):
                yield row
