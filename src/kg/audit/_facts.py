"""The facts of a graph as the audit sees them: parties with all their names, numbers, dates, texts, quotes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from kg.rdf import KG, PREFIXES
from kg.rdf.ox import Literal, NamedNode
from kg.store import Source
from kg.types import Kind

_TYPE = PREFIXES["rdf"] + "type"
_LABEL = PREFIXES["rdfs"] + "label"
_ALT = PREFIXES["skos"] + "altLabel"
_DECIMAL = PREFIXES["xsd"] + "decimal"
_DATES = tuple(PREFIXES["xsd"] + name for name in ("date", "gYearMonth", "gYear", "gMonthDay", "gMonth"))
_SHARING = tuple(KG + term for term in ("event", "agreement", "signedAt"))
_SAID = frozenset(("text",))  # values that are the article's own words

Objects = Mapping[str, list[NamedNode | Literal]]


@dataclass(frozen=True, slots=True, order=True)
class Quote:
    """Words of an article at offsets of its file."""

    article: str
    start: int
    end: int
    words: str


@dataclass(frozen=True, slots=True)
class Party:
    """Who or what takes part: its IRI, its class, all its names, and where each article names it."""

    node: str
    role: str
    kind: str
    name: str
    names: tuple[str, ...]
    mentions: tuple[Quote, ...]


@dataclass(frozen=True, slots=True)
class Fact:
    """One fact with its quotes. ``published`` are the dates of its articles ("2024-07-29").

    ``beside`` are the quotes of the event or agreement that the fact is of, and of the agreements signed at an event: what is told of
    one there may lead to its parties and its day.
    """

    node: str
    kind: str
    parties: tuple[Party, ...]
    numbers: tuple[Decimal, ...]
    dates: tuple[str, ...]
    texts: tuple[str, ...]
    quotes: tuple[Quote, ...]
    beside: tuple[Quote, ...]
    published: tuple[str, ...]

    @property
    def chain(self) -> tuple[Quote, ...]:
        """Its own quotes, then those beside it."""
        return (*self.quotes, *self.beside)


def facts(source: Source, kinds: Mapping[str, Kind]) -> Iterator[Fact]:
    """Every node that an extractor's kind describes, in order of their IRIs."""
    nodes: defaultdict[str, defaultdict[str, list[NamedNode | Literal]]] = defaultdict(lambda: defaultdict(list))
    for quad in source.facts():
        if isinstance(quad.object, NamedNode | Literal):
            nodes[str(quad.subject.value)][quad.predicate.value].append(quad.object)  # type: ignore[union-attr]
    shared: defaultdict[str, set[str]] = defaultdict(set)  # event or agreement -> what tells of it
    for node, told in list(nodes.items()):
        for predicate in _SHARING:
            for other in _values(told, predicate):
                shared[other].add(node)
                shared[node].add(other)
    classes = {KG + kind.node: kind for kind in kinds.values()}
    for node in sorted(nodes):
        told = nodes[node]
        for kind in (classes[t] for t in _values(told, _TYPE) if t in classes):
            beside = {q for other in sorted(shared[node]) if other in nodes for q in _quotes(nodes[other], nodes)}
            yield _fact(node, kind, told, nodes, beside)


def _quotes(told: Objects, nodes: Mapping[str, Objects]) -> tuple[Quote, ...]:
    return tuple(sorted(_quote(nodes[e], nodes) for e in _values(told, KG + "evidence") if e in nodes))


def _fact(node: str, kind: Kind, told: Objects, nodes: Mapping[str, Objects], beside: set[Quote]) -> Fact:
    quotes = _quotes(told, nodes)
    terms = sorted({term for role, term in kind.roles.items() if role != kind.about})
    parties = [_party(p, term, nodes) for term in terms for p in _values(told, KG + term) if p in nodes]
    literals = [(name, o) for name, term in sorted(kind.values.items()) for o in told.get(KG + term, ()) if isinstance(o, Literal)]
    articles = {a for e in _values(told, KG + "evidence") if e in nodes for a in _values(nodes[e], KG + "article")}
    return Fact(
        node,
        kind.name,
        tuple(parties),
        tuple(Decimal(o.value) for _, o in literals if o.datatype.value == _DECIMAL),
        tuple(o.value for _, o in literals if o.datatype.value in _DATES),
        tuple(o.value for name, o in literals if name in _SAID),
        quotes,
        tuple(sorted(q for q in beside if q.article in {own.article for own in quotes} and q not in quotes)),
        tuple(sorted({d for a in articles if a in nodes for d in _values(nodes[a], KG + "published")})),
    )


def _party(node: str, role: str, nodes: Mapping[str, Objects]) -> Party:
    told = nodes[node]
    names = [*_values(told, _LABEL), *_values(told, _ALT)]
    kinds = [t.removeprefix(KG) for t in _values(told, _TYPE) if t.startswith(KG)]
    mentions = sorted(_quote(nodes[e], nodes) for e in _values(told, KG + "mention") if e in nodes)
    return Party(node, role, min(kinds, default=""), names[0] if names else node, tuple(names), tuple(mentions))


def _quote(node: Objects, nodes: Mapping[str, Objects]) -> Quote:
    article = next(iter(_values(node, KG + "article")), "")
    name = next(iter(_values(nodes[article], KG + "identifier")), article) if article in nodes else article
    start, end = (int(next(iter(_values(node, KG + term)), "0")) for term in ("start", "end"))
    return Quote(name, start, end, next(iter(_values(node, KG + "quote")), ""))


def _values(node: Objects, predicate: str) -> list[str]:
    return sorted(o.value for o in node.get(predicate, ()))
