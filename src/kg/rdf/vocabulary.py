"""The vocabulary as a closed namespace, read from ``ontology/kg.ttl``: a misspelt term raises.

The ontology file is the one place where a term is declared. What a property's values are (entities, concepts of a
closed list, partial dates, numbers, words) is read from its range, so that a new kind of fact needs no code here.
"""

from __future__ import annotations

import difflib
from dataclasses import dataclass
from functools import cache

from kg.rdf.files import ontology_folder
from kg.rdf.ox import Literal, NamedNode, Quad, RdfFormat, parse

KG = "https://kg.example/ontology#"
_SCHEMES = "https://kg.example/ontology/"

# the prefixes that every query and file of ours knows, beside those of the data
PREFIXES: dict[str, str] = {
    "agreement-kind": f"{_SCHEMES}agreement-kind#",
    "basis": f"{_SCHEMES}basis#",
    "event-kind": f"{_SCHEMES}event-kind#",
    "kg": KG,
    "org": "http://www.w3.org/ns/org#",
    "owl": "http://www.w3.org/2002/07/owl#",
    "prov": "http://www.w3.org/ns/prov#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "relation": f"{_SCHEMES}relation#",
    "role": f"{_SCHEMES}role#",
    "schema": "https://schema.org/",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "status": f"{_SCHEMES}status#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}

# terms of other vocabularies that a graph of ours uses; anything else there is a mistake
BORROWED = frozenset(
    PREFIXES[prefix] + name
    for prefix, name in (
        ("rdf", "type"),
        ("rdfs", "label"),
        ("skos", "prefLabel"),
        ("skos", "altLabel"),
        ("skos", "exactMatch"),
        ("skos", "notation"),
        ("skos", "inScheme"),
        ("skos", "Concept"),
        ("prov", "wasDerivedFrom"),
    )
)


class VocabularyError(ValueError):
    """A term, status or concept that ``ontology/kg.ttl`` does not declare."""


@dataclass(frozen=True)
class Vocabulary:
    """What ``kg.ttl`` declares. Names are local names ("Tenure"), ranges and super-classes full IRIs."""

    names: frozenset[str]
    classes: frozenset[str]
    parents: dict[str, tuple[str, ...]]
    ranges: dict[str, str]
    schemes: dict[str, str]  # property -> IRI of the scheme its values are from
    concepts: dict[str, dict[str, NamedNode]]  # scheme IRI -> notation -> concept
    labels: dict[str, str]  # IRI -> English label
    properties: dict[str, str]  # concept IRI -> local name of the property that says it in one triple

    def term(self, name: str) -> NamedNode:
        """``kg:NAME``. Raises :class:`VocabularyError` where it is not declared, with the nearest that is."""
        if name not in self.names:
            near = difflib.get_close_matches(name, sorted(self.names), 1)
            raise VocabularyError(f"kg:{name} is not in ontology/kg.ttl" + (f"; did you mean kg:{near[0]}?" if near else ""))
        return NamedNode(KG + name)

    def concept(self, name: str, value: str) -> NamedNode:
        """The concept that property ``name`` takes for ``value`` ("role", "speaker")."""
        known = self.concepts.get(self.schemes.get(name, ""), {})
        if value not in known:
            raise VocabularyError(f"{value!r} is no value of kg:{name}; ontology/kg.ttl has {', '.join(sorted(known)) or 'none'}")
        return known[value]

    def ancestors(self, name: str) -> frozenset[str]:
        """The class's super-classes, itself excluded, as local names."""
        found: set[str] = set()
        queue = list(self.parents.get(name, ()))
        while queue:
            parent = queue.pop()
            if parent not in found:
                found.add(parent)
                queue.extend(self.parents.get(parent, ()))
        return frozenset(found)

    def declares(self, iri: str) -> bool:
        """Is this IRI a term or a concept of ours? True for IRIs outside our namespaces that we borrow."""
        if iri.startswith(KG):
            return iri.removeprefix(KG) in self.names
        return iri in self.labels or iri in BORROWED


def prefixes(base: str) -> dict[str, str]:
    """Every prefix that a query may use without declaring it, sorted: the vocabularies', and one for each class of the data.

    The data's prefix is the class's name in small letters: "tenure" is BASE + "tenure/".
    """
    return dict(sorted({**{name.lower(): f"{base}{name.lower()}/" for name in vocabulary().classes}, **PREFIXES}.items()))


@cache
def vocabulary() -> Vocabulary:
    """The vocabulary of ``ontology/kg.ttl``, read once."""
    return read_vocabulary((ontology_folder() / "kg.ttl").read_bytes())


def read_vocabulary(data: bytes) -> Vocabulary:
    """The vocabulary that a Turtle file in UTF-8 declares."""
    quads = list(parse(data, format=RdfFormat.TURTLE))
    rdfs, skos, owl = PREFIXES["rdfs"], PREFIXES["skos"], PREFIXES["owl"]
    pairs = {
        term: [(q.subject.value, q) for q in quads if isinstance(q.subject, NamedNode) and q.predicate.value == term]
        for term in (
            f"{PREFIXES['rdf']}type",
            f"{rdfs}subClassOf",
            f"{rdfs}range",
            f"{rdfs}label",
            f"{skos}prefLabel",
            f"{skos}notation",
            f"{skos}inScheme",
            f"{KG}valuesFrom",
            f"{KG}asProperty",
        )
    }

    def local(iri: str) -> str:
        return iri.removeprefix(KG)

    types = pairs[f"{PREFIXES['rdf']}type"]
    parents: dict[str, tuple[str, ...]] = {}
    for subject, quad in pairs[f"{rdfs}subClassOf"]:
        parents[local(subject)] = (*parents.get(local(subject), ()), local(_value(quad)))
    scheme_of = {subject: _value(quad) for subject, quad in pairs[f"{skos}inScheme"]}
    concepts: dict[str, dict[str, NamedNode]] = {}
    for subject, quad in pairs[f"{skos}notation"]:
        concepts.setdefault(scheme_of[subject], {})[_value(quad)] = NamedNode(subject)
    return Vocabulary(
        names=frozenset(local(subject) for subject, _ in types if subject.startswith(KG)),
        classes=frozenset(local(subject) for subject, quad in types if _value(quad) == f"{owl}Class"),
        parents=parents,
        ranges={local(subject): _value(quad) for subject, quad in pairs[f"{rdfs}range"]},
        schemes={local(subject): _value(quad) for subject, quad in pairs[f"{KG}valuesFrom"]},
        concepts=concepts,
        labels={subject: _value(quad) for term in ("rdfs", "skos") for subject, quad in pairs[PREFIXES[term] + _LABEL[term]]},
        properties={subject: local(_value(quad)) for subject, quad in pairs[f"{KG}asProperty"]},
    )


_LABEL = {"rdfs": "label", "skos": "prefLabel"}


def _value(quad: Quad) -> str:
    term = quad.object
    if not isinstance(term, NamedNode | Literal):
        raise VocabularyError(f"ontology/kg.ttl says {quad.subject} {quad.predicate} of a blank node")
    return term.value
