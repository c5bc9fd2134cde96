"""From a resolution to quads: one graph of merged facts, and one graph of what each article said.

PROV-O's qualification pattern: whatever has a time, a role, a status or evidence is a node; beside it stands a short
triple, and only where the status asserts it. Which terms a kind of fact uses is said by its extractor's
:class:`kg.types.Kind`, what their values are by ``ontology/kg.ttl``; no kind is known here by name.

Leaving out the graphs of some articles and taking the union of the others gives what those others say.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from typing import get_args

from kg.rdf import literals
from kg.rdf.names import DEFAULT_BASE, Names
from kg.rdf.order import quad_order
from kg.rdf.ox import Literal, NamedNode, Quad, Triple
from kg.rdf.reading import described
from kg.rdf.vocabulary import KG, PREFIXES, Vocabulary, VocabularyError, vocabulary
from kg.types import Described, Entity, EntityType, Evidence, Fact, Kind, PartialDate, Resolution, Value

_TYPE = NamedNode(PREFIXES["rdf"] + "type")
_LABEL = NamedNode(PREFIXES["rdfs"] + "label")
_PREF = NamedNode(PREFIXES["skos"] + "prefLabel")
_ALT = NamedNode(PREFIXES["skos"] + "altLabel")
_MATCH = NamedNode(PREFIXES["skos"] + "exactMatch")
_NOTATION = NamedNode(PREFIXES["skos"] + "notation")
_SCHEME = NamedNode(PREFIXES["skos"] + "inScheme")
_CONCEPT = NamedNode(PREFIXES["skos"] + "Concept")
_DERIVED = NamedNode(PREFIXES["prov"] + "wasDerivedFrom")
_TOLD_TYPES = frozenset(get_args(EntityType))


def quads(resolution: Resolution, kinds: Mapping[str, Kind], base: str = DEFAULT_BASE) -> Iterator[Quad]:
    """The quads of a resolution, sorted, each once; the same for the same content in any order.

    ``kinds`` are the declared kinds of fact by name. Raises :class:`kg.rdf.VocabularyError` for a term, status or
    concept that nobody declared, ``ValueError`` for a fact about an unknown entity, and
    :class:`kg.rdf.NameCollisionError` where two keys would share an IRI.
    """
    names, found = Names(base), set[Quad]()
    entities = {entity.key: entity for entity in resolution.entities}
    writer = _Writer(kinds, names, vocabulary(), entities.get)

    def say(triples: Iterable[Triple], articles: Iterable[str]) -> None:
        graphs = [names.facts, *map(names.article_graph, articles)]
        found.update(Quad(t.subject, t.predicate, t.object, graph) for t in triples for graph in graphs)

    say(marks(names), ())
    same_story = _same_story(resolution)
    for article in (replace(described(a), same_story=same_story.get(a.id, ())) for a in resolution.articles):
        say(writer.article(article), (article.id,))
        found.add(reading_quad(article, names))
    for fact in resolution.facts:
        articles = sorted({evidence.article for evidence in fact.evidence})
        say(writer.fact(fact), articles)
        for one in articles:
            say(writer.evidence(fact, one), (one,))
    told_in = _told_in(resolution)
    for entity in resolution.entities:
        say(writer.entity(entity), told_in[entity.key])
        for one in sorted({evidence.article for evidence in entity.mentions}):
            say(writer.mentions(entity, one), (one,))
    yield from sorted(found, key=quad_order)


def article_graph(
    article: Described, entities: Mapping[str, Entity], facts: Iterable[Fact], kinds: Mapping[str, Kind], base: str = DEFAULT_BASE
) -> set[Triple]:
    """What one article's own graph says: of ``facts``, read in it (and elsewhere), and of every one of ``entities``, by key.

    All such graphs together are the merged facts, but for :func:`marks`. Raises as :func:`quads` does.
    """
    writer = _Writer(kinds, Names(base), vocabulary(), entities.get)
    found = set(writer.article(article))
    for fact in facts:
        found.update(writer.fact(fact))
        found.update(writer.evidence(fact, article.id))
    for entity in entities.values():
        found.update(writer.entity(entity))
        found.update(writer.mentions(entity, article.id))
    return found


def marks(names: Names) -> tuple[Triple, ...]:
    """How the graph of merged facts calls itself."""
    return Triple(names.facts, _TYPE, vocabulary().term("Graph")), Triple(names.facts, _LABEL, literals.text("merged facts"))


def reading_quad(article: Described, names: Names) -> Quad:
    """The article's text in the graph of texts."""
    return Quad(names.article(article.id), vocabulary().term("reading"), literals.text(article.reading), names.texts)


def _same_story(resolution: Resolution) -> dict[str, tuple[str, ...]]:
    """Article -> what it says of reprints: each of them names the first print of the story, and that names them all."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for article, first in sorted(resolution.reprints):
        if article != first:
            found[article].append(first)
            found[first].append(article)
    return {article: tuple(others) for article, others in found.items()}


def _told_in(resolution: Resolution) -> dict[str, frozenset[str]]:
    """Entity key -> the articles whose graphs need its description: they name it, or tell a fact of it or of its parts."""
    entities = {entity.key: entity for entity in resolution.entities}
    found: defaultdict[str, set[str]] = defaultdict(set)
    for entity in resolution.entities:
        found[entity.key].update(entity.articles, (evidence.article for evidence in entity.mentions))
    for fact in resolution.facts:
        for _, key in fact.roles:
            found[key].update(evidence.article for evidence in fact.evidence)
    for entity in resolution.entities:
        outer, seen = entity.within, {entity.key}
        while outer in entities and outer not in seen:
            seen.add(outer)
            found[outer] |= found[entity.key]
            outer = entities[outer].within
    return {key: frozenset(found[key]) for key in entities}


class _Writer:
    """Facts, entities and articles as triples; ``known`` gives an entity by its key."""

    def __init__(self, kinds: Mapping[str, Kind], names: Names, terms: Vocabulary, known: Callable[[str], Entity | None]) -> None:
        self.kinds = kinds
        self.names = names
        self.terms = terms
        self.known = known
        self.found: list[Triple] = []

    def _taken(self) -> list[Triple]:
        found, self.found = self.found, []
        return found

    def _say(self, subject: NamedNode, predicate: NamedNode, value: NamedNode | Literal) -> None:
        self.found.append(Triple(subject, predicate, value))

    def article(self, article: Described) -> list[Triple]:
        """An article's description."""
        node = self.names.article(article.id)
        self._say(node, _TYPE, self.terms.term("Article"))
        told = {
            "identifier": article.id,
            "headline": article.title,
            "publisher": article.publisher,
            "language": article.language,
            "sourceFile": article.file,
            "sha256": article.sha256,
        }
        for name, value in told.items():
            if value:
                self._say(node, self.terms.term(name), literals.text(value))
        self._say(node, _LABEL, literals.text(article.title or article.id))
        for other in article.same_story:
            self._say(node, self.terms.term("sameStory"), self.names.article(other))
        if article.url:
            url = literals.text(article.url).value
            self._say(node, self.terms.term("url"), Literal(url, datatype=literals.datatype("anyURI")))
        if article.published is not None:
            self._date(node, "published", article.published)
        return self._taken()

    def entity(self, entity: Entity) -> list[Triple]:
        """What every article that needs an entity says of it."""
        node = self.names.key(entity.key)
        self._say(node, _TYPE, self.terms.term(entity.type))
        for predicate in (_LABEL, _PREF):
            self._say(node, predicate, literals.text(entity.name))
        for name in entity.other_names:
            self._say(node, _ALT, literals.text(name))
        for iri in entity.same_as:
            self._say(node, _MATCH, NamedNode(iri))
        for system, code in entity.codes:
            self._say(node, self.terms.term(system), literals.text(code))
        if entity.reason:
            self._say(node, self.terms.term("reason"), literals.text(entity.reason))
        if entity.within:
            self._say(node, self.terms.term("within"), self._key(entity.within, entity.key))
        return self._taken()

    def mentions(self, entity: Entity, article: str) -> list[Triple]:
        """Where one article names an entity."""
        self._seen(self.names.key(entity.key), "mention", entity.mentions, article)
        return self._taken()

    def evidence(self, fact: Fact, article: str) -> list[Triple]:
        """Where one article tells a fact."""
        self._seen(self._node(fact, self.kinds[fact.kind]), "evidence", fact.evidence, article)
        return self._taken()

    def _node(self, fact: Fact, kind: Kind) -> NamedNode:
        return self.names.key((fact.role(kind.about) if kind.about else None) or fact.key)

    def _seen(self, node: NamedNode, term: str, places: Iterable[Evidence], article: str) -> None:
        for place in places:
            if place.article == article:
                self._say(node, self.terms.term(term), self._place(place))
                self._say(node, _DERIVED, self.names.article(article))

    def fact(self, fact: Fact) -> list[Triple]:
        """What every article that tells a fact says of it."""
        kind = self.kinds.get(fact.kind)
        if kind is None:
            raise VocabularyError(f"{fact.key} is a {fact.kind!r}, which no extractor declares")
        if fact.status and fact.status not in kind.statuses:
            raise VocabularyError(f"{fact.key} has the status {fact.status!r}; a {kind.name} may be {', '.join(kind.statuses)}")
        node = self._node(fact, kind)
        self._say(node, _TYPE, self.terms.term(kind.node))
        for role, key in fact.roles:
            entity = self._key(key, fact.key)
            if role == kind.about:
                continue
            term = _declared(kind.roles, role, kind, "role")
            self._say(node, self.terms.term(term), entity)
            self._class_by_role(entity, key, term)
        for name, value in fact.values:
            self._value(node, _declared(kind.values, name, kind, "value"), value)
        if fact.status:
            self._concept(node, "status", fact.status)
        if fact.reason:
            self._say(node, self.terms.term("reason"), literals.text(fact.reason))
        if fact.status in kind.asserted or not kind.statuses:
            self._short(fact, kind)
        return self._taken()

    def _short(self, fact: Fact, kind: Kind) -> None:
        for subject, term, target in kind.short:
            if term.startswith("@"):
                value = fact.value(term[1:])
                if not isinstance(value, str) or not value:
                    continue
                concept = self.terms.concept(_declared(kind.values, term[1:], kind, "value"), value)
                term = self.terms.properties.get(concept.value, "")
            for role, key in fact.roles:
                for other, value_key in fact.roles:
                    if role == subject and other == target:
                        self._say(self.names.key(key), self.terms.term(term), self.names.key(value_key))

    def _class_by_role(self, node: NamedNode, key: str, term: str) -> None:
        """A class that only a role gives (the holder of a tenure is an Official): the role's range, where no resolver tells it."""
        told, entity = self.terms.ranges.get(term, "").removeprefix(KG), self.known(key)
        if told in self.terms.classes and told not in _TOLD_TYPES and entity is not None and entity.type in self.terms.ancestors(told):
            self._say(node, _TYPE, self.terms.term(told))

    def _value(self, node: NamedNode, term: str, value: Value) -> None:
        wants_date = self.terms.ranges.get(term) == KG + "PartialDate"
        wants_number = self.terms.ranges.get(term) == PREFIXES["xsd"] + "decimal"
        if wants_date != isinstance(value, PartialDate) or wants_number != (not isinstance(value, str | PartialDate)):
            if value == "":
                return
            raise VocabularyError(f"kg:{term} of {node.value} cannot be {value!r}")
        if isinstance(value, PartialDate):
            self._date(node, term, value)
        elif not isinstance(value, str):
            self._say(node, self.terms.term(term), literals.number(value))
        elif value and term in self.terms.schemes:
            self._concept(node, term, value)
        elif value:
            self._say(node, self.terms.term(term), literals.text(value))

    def _concept(self, node: NamedNode, term: str, value: str) -> None:
        concept = self.terms.concept(term, value)
        self._say(node, self.terms.term(term), concept)
        # the concept's own words go along, so that the graph alone answers with them
        self._say(concept, _TYPE, _CONCEPT)
        self._say(concept, _SCHEME, NamedNode(self.terms.schemes[term]))
        self._say(concept, _NOTATION, literals.text(value))
        self._say(concept, _PREF, Literal(self.terms.labels[concept.value], language="en"))

    def _date(self, node: NamedNode, term: str, date: PartialDate) -> None:
        told, limits = literals.partial_date(date), literals.bounds(date)
        if told is not None:
            self._say(node, self.terms.term(term), told)
        if limits is not None:
            for end, limit in zip(("Earliest", "Latest"), limits, strict=True):
                self._say(node, self.terms.term(term + end), limit)

    def _place(self, evidence: Evidence) -> NamedNode:
        node = self.names.evidence(evidence.article, evidence.start, evidence.end)
        self._say(node, _TYPE, self.terms.term("Evidence"))
        self._say(node, self.terms.term("article"), self.names.article(evidence.article))
        self._say(node, self.terms.term("start"), literals.integer(evidence.start))
        self._say(node, self.terms.term("end"), literals.integer(evidence.end))
        self._say(node, self.terms.term("quote"), literals.text(evidence.quote))
        return node

    def _key(self, key: str, by: str) -> NamedNode:
        if self.known(key) is None:
            raise ValueError(f"{by} speaks of {key}, which is no entity of the resolution")
        return self.names.key(key)


def _declared(terms: Mapping[str, str], name: str, kind: Kind, what: str) -> str:
    if name not in terms:
        raise VocabularyError(f"the kind {kind.name} declares no {what} {name!r}; it has {', '.join(sorted(terms)) or 'none'}")
    return terms[name]
