"""From a resolution to quads: one graph of merged facts, and one graph of what each article said.

PROV-O's qualification pattern: whatever has a time, a role, a status or evidence is a node; beside it stands a short
triple, and only where the status asserts it. Which terms a kind of fact uses is said by its extractor's
:class:`kg.types.Kind`, what their values are by ``ontology/kg.ttl``; no kind is known here by name.

Leaving out the graphs of some articles and taking the union of the others gives what those others say.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from pathlib import PurePath
from typing import get_args

from kg.rdf import literals
from kg.rdf.names import DEFAULT_BASE, Names
from kg.rdf.order import quad_order
from kg.rdf.ox import Literal, NamedNode, Quad
from kg.rdf.reading import reading
from kg.rdf.vocabulary import KG, PREFIXES, Vocabulary, VocabularyError, vocabulary
from kg.types import Article, Entity, EntityType, Evidence, Fact, Kind, PartialDate, Resolution, Value

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
    yield from sorted(_Assertion(resolution, kinds, Names(base), vocabulary()).run(), key=quad_order)


class _Assertion:
    def __init__(self, resolution: Resolution, kinds: Mapping[str, Kind], names: Names, terms: Vocabulary) -> None:
        self.resolution = resolution
        self.kinds = kinds
        self.names = names
        self.terms = terms
        self.entities = {entity.key: entity for entity in resolution.entities}
        self.quads: set[Quad] = set()

    def run(self) -> set[Quad]:
        self._say((), self.names.facts, _TYPE, self.terms.term("Graph"))
        self._say((), self.names.facts, _LABEL, literals.text("merged facts"))
        for article in self.resolution.articles:
            self._article(article)
        for fact in self.resolution.facts:
            self._fact(fact)
        told_in = self._told_in()
        for entity in self.resolution.entities:
            self._entity(entity, told_in[entity.key])
        return self.quads

    def _say(self, articles: Iterable[str], subject: NamedNode, predicate: NamedNode, value: NamedNode | Literal) -> None:
        self.quads.add(Quad(subject, predicate, value, self.names.facts))
        for article in articles:
            self.quads.add(Quad(subject, predicate, value, self.names.article_graph(article)))

    def _article(self, article: Article) -> None:
        node, here = self.names.article(article.id), (article.id,)
        self._say(here, node, _TYPE, self.terms.term("Article"))
        digest = hashlib.sha256(article.source.encode("utf-8", "surrogatepass")).hexdigest()
        told = {
            "identifier": article.id,
            "headline": article.title,
            "publisher": article.publisher,
            "language": article.language,
            "sourceFile": PurePath(article.path).name,
            "sha256": digest,
        }
        for name, value in told.items():
            if value:
                self._say(here, node, self.terms.term(name), literals.text(value))
        self._say(here, node, _LABEL, literals.text(article.title or article.id))
        if article.url:
            url = literals.text(article.url).value
            self._say(here, node, self.terms.term("url"), Literal(url, datatype=literals.datatype("anyURI")))
        if article.published is not None:
            self._date(here, node, "published", article.published)
        self.quads.add(Quad(node, self.terms.term("reading"), literals.text(reading(article)), self.names.texts))

    def _entity(self, entity: Entity, articles: frozenset[str]) -> None:
        node = self.names.key(entity.key)
        self._say(articles, node, _TYPE, self.terms.term(entity.type))
        for predicate in (_LABEL, _PREF):
            self._say(articles, node, predicate, literals.text(entity.name))
        for name in entity.other_names:
            self._say(articles, node, _ALT, literals.text(name))
        for iri in entity.same_as:
            self._say(articles, node, _MATCH, NamedNode(iri))
        for system, code in entity.codes:
            self._say(articles, node, self.terms.term(system), literals.text(code))
        if entity.reason:
            self._say(articles, node, self.terms.term("reason"), literals.text(entity.reason))
        if entity.within:
            self._say(articles, node, self.terms.term("within"), self._known(entity.within, entity.key))
        for evidence in entity.mentions:
            self._say((evidence.article,), node, self.terms.term("mention"), self._evidence(evidence))
            self._say((evidence.article,), node, _DERIVED, self.names.article(evidence.article))

    def _fact(self, fact: Fact) -> None:
        kind = self.kinds.get(fact.kind)
        if kind is None:
            raise VocabularyError(f"{fact.key} is a {fact.kind!r}, which no extractor declares")
        if fact.status and fact.status not in kind.statuses:
            raise VocabularyError(f"{fact.key} has the status {fact.status!r}; a {kind.name} may be {', '.join(kind.statuses)}")
        articles = frozenset(evidence.article for evidence in fact.evidence)
        node = self.names.key((fact.role(kind.about) if kind.about else None) or fact.key)
        self._say(articles, node, _TYPE, self.terms.term(kind.node))
        for role, key in fact.roles:
            entity = self._known(key, fact.key)
            if role == kind.about:
                continue
            term = _declared(kind.roles, role, kind, "role")
            self._say(articles, node, self.terms.term(term), entity)
            self._class_by_role(articles, entity, self.entities[key], term)
        for name, value in fact.values:
            self._value(articles, node, _declared(kind.values, name, kind, "value"), value)
        if fact.status:
            self._concept(articles, node, "status", fact.status)
        if fact.reason:
            self._say(articles, node, self.terms.term("reason"), literals.text(fact.reason))
        for evidence in fact.evidence:
            self._say((evidence.article,), node, self.terms.term("evidence"), self._evidence(evidence))
            self._say((evidence.article,), node, _DERIVED, self.names.article(evidence.article))
        if fact.status in kind.asserted or not kind.statuses:
            self._short(articles, fact, kind)

    def _short(self, articles: frozenset[str], fact: Fact, kind: Kind) -> None:
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
                        self._say(articles, self.names.key(key), self.terms.term(term), self.names.key(value_key))

    def _class_by_role(self, articles: frozenset[str], node: NamedNode, entity: Entity, term: str) -> None:
        """A class that only a role gives (the holder of a tenure is an Official): the role's range, where no resolver tells it."""
        told = self.terms.ranges.get(term, "").removeprefix(KG)
        if told in self.terms.classes and told not in _TOLD_TYPES and entity.type in self.terms.ancestors(told):
            self._say(articles, node, _TYPE, self.terms.term(told))

    def _value(self, articles: frozenset[str], node: NamedNode, term: str, value: Value) -> None:
        wants_date = self.terms.ranges.get(term) == KG + "PartialDate"
        wants_number = self.terms.ranges.get(term) == PREFIXES["xsd"] + "decimal"
        if wants_date != isinstance(value, PartialDate) or wants_number != (not isinstance(value, str | PartialDate)):
            if value == "":
                return
            raise VocabularyError(f"kg:{term} of {node.value} cannot be {value!r}")
        if isinstance(value, PartialDate):
            self._date(articles, node, term, value)
        elif not isinstance(value, str):
            self._say(articles, node, self.terms.term(term), literals.number(value))
        elif value and term in self.terms.schemes:
            self._concept(articles, node, term, value)
        elif value:
            self._say(articles, node, self.terms.term(term), literals.text(value))

    def _concept(self, articles: Iterable[str], node: NamedNode, term: str, value: str) -> None:
        concept = self.terms.concept(term, value)
        self._say(articles, node, self.terms.term(term), concept)
        # the concept's own words go along, so that the graph alone answers with them
        self._say(articles, concept, _TYPE, _CONCEPT)
        self._say(articles, concept, _SCHEME, NamedNode(self.terms.schemes[term]))
        self._say(articles, concept, _NOTATION, literals.text(value))
        self._say(articles, concept, _PREF, Literal(self.terms.labels[concept.value], language="en"))

    def _date(self, articles: Iterable[str], node: NamedNode, term: str, date: PartialDate) -> None:
        told, limits = literals.partial_date(date), literals.bounds(date)
        if told is not None:
            self._say(articles, node, self.terms.term(term), told)
        if limits is not None:
            for end, limit in zip(("Earliest", "Latest"), limits, strict=True):
                self._say(articles, node, self.terms.term(term + end), limit)

    def _evidence(self, evidence: Evidence) -> NamedNode:
        node, here = self.names.evidence(evidence.article, evidence.start, evidence.end), (evidence.article,)
        self._say(here, node, _TYPE, self.terms.term("Evidence"))
        self._say(here, node, self.terms.term("article"), self.names.article(evidence.article))
        self._say(here, node, self.terms.term("start"), literals.integer(evidence.start))
        self._say(here, node, self.terms.term("end"), literals.integer(evidence.end))
        self._say(here, node, self.terms.term("quote"), literals.text(evidence.quote))
        return node

    def _known(self, key: str, by: str) -> NamedNode:
        if key not in self.entities:
            raise ValueError(f"{by} speaks of {key}, which is no entity of the resolution")
        return self.names.key(key)

    def _told_in(self) -> dict[str, frozenset[str]]:
        """Entity key -> the articles whose graphs need its description: they name it, or tell a fact of it or of its parts."""
        found: defaultdict[str, set[str]] = defaultdict(set)
        for entity in self.resolution.entities:
            found[entity.key].update(entity.articles, (evidence.article for evidence in entity.mentions))
        for fact in self.resolution.facts:
            for _, key in fact.roles:
                found[key].update(evidence.article for evidence in fact.evidence)
        for entity in self.resolution.entities:
            outer, seen = entity.within, {entity.key}
            while outer in self.entities and outer not in seen:
                seen.add(outer)
                found[outer] |= found[entity.key]
                outer = self.entities[outer].within
        return {key: frozenset(found[key]) for key in self.entities}


def _declared(terms: Mapping[str, str], name: str, kind: Kind, what: str) -> str:
    if name not in terms:
        raise VocabularyError(f"the kind {kind.name} declares no {what} {name!r}; it has {', '.join(sorted(terms)) or 'none'}")
    return terms[name]
