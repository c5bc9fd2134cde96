"""The graph as a network: entities, and the short triples between them. The only fence around networkx here."""

from __future__ import annotations

import io
import json
import re
import xml.etree.ElementTree as ET
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import networkx as nx

from kg.rdf import KG, PREFIXES, vocabulary
from kg.rdf.ox import Literal, NamedNode
from kg.store import Source
from kg.types import Kind

_TYPE = PREFIXES["rdf"] + "type"
_LABEL = PREFIXES["rdfs"] + "label"
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
if TYPE_CHECKING:
    Network = nx.MultiDiGraph[str]
else:
    Network = nx.MultiDiGraph


@dataclass
class _Index:
    """The facts by subject: predicate IRI -> objects, sorted."""

    iris: dict[str, dict[str, list[str]]] = field(default_factory=lambda: defaultdict(lambda: defaultdict(list)))
    texts: dict[str, dict[str, list[str]]] = field(default_factory=lambda: defaultdict(lambda: defaultdict(list)))

    def text(self, node: str, term: str) -> str:
        return next(iter(self.texts.get(node, {}).get(term, ())), "")

    def all(self, node: str, term: str) -> list[str]:
        return self.iris.get(node, {}).get(term, [])


def network(source: Source, kinds: Mapping[str, Kind]) -> Network:
    """Entities as nodes, asserted facts between two of them as edges; in a fixed order.

    A node is the entity's IRI, with ``label``, ``type``, ``names`` (joined by ``|``) and, for events and agreements, ``kind``,
    ``date`` and ``status``. An edge's key is the local name of its short property ("organizedBy"), with the fact's IRI where it
    has a node of its own; it has ``relation``, ``label``, ``status``, ``fact``, and its first evidence as ``quote``, ``article``,
    ``title``, ``published``, ``start``, ``end``; ``evidence`` is all of it, a JSON list of objects with these six.
    """
    index, terms = _read(source), vocabulary()
    graph: Network = nx.MultiDiGraph()
    for node in sorted(index.iris):
        types = {iri.removeprefix(KG) for iri in index.all(node, _TYPE)}
        told = sorted((t for t in types if t in terms.classes and "Entity" in terms.ancestors(t)), key=lambda t: -len(terms.ancestors(t)))
        if told:
            graph.add_node(node, **_node(index, node, told[0]))
    for kind in sorted(kinds.values(), key=lambda kind: kind.name):
        _short_edges(graph, index, kind)
    explained = {(subject, target, data["relation"]) for subject, target, data in graph.edges(data=True)}
    for subject in list(graph):
        for predicate, targets in sorted(index.iris[subject].items()):
            name = predicate.removeprefix(KG)
            for target in targets:
                if predicate.startswith(KG) and target in graph and (subject, target, name) not in explained:
                    graph.add_edge(subject, target, name, **_edge(index, name, subject))
    return graph


def graphml(graph: Network) -> bytes:
    """The network in GraphML."""
    out = io.BytesIO()
    nx.write_graphml_xml(_clean(graph), out, encoding="utf-8", prettyprint=True)
    return out.getvalue().replace(b"\r", b"&#13;").rstrip(b"\n") + b"\n"


def gexf(graph: Network) -> bytes:
    """The network in GEXF 1.2, without the date of writing."""
    clean = _clean(graph)
    for number, (_, _, data) in enumerate(clean.edges(data=True)):
        data["id"] = str(number)
        # in GEXF "start" and "end" are times at which an edge lives
        data["quoteStart"], data["quoteEnd"] = data.pop("start"), data.pop("end")
    out = io.BytesIO()
    nx.write_gexf(clean, out, encoding="utf-8", prettyprint=True)
    tree = ET.fromstring(out.getvalue())
    for meta in tree.iter("{http://www.gexf.net/1.2draft}meta"):
        meta.attrib.pop("lastmodifieddate", None)
    ET.register_namespace("", "http://www.gexf.net/1.2draft")
    ET.register_namespace("xsi", "http://www.w3.org/2001/XMLSchema-instance")
    written = ET.tostring(tree, encoding="unicode").replace("\r", "&#13;")
    return f"<?xml version='1.0' encoding='utf-8'?>\n{written}\n".encode()


def _read(source: Source) -> _Index:
    index = _Index()
    for quad in source.facts():
        if not isinstance(quad.subject, NamedNode):
            continue
        if isinstance(quad.object, NamedNode):
            index.iris[quad.subject.value][quad.predicate.value].append(quad.object.value)
        elif isinstance(quad.object, Literal):
            index.texts[quad.subject.value][quad.predicate.value].append(quad.object.value)
    for table in (index.iris, index.texts):
        for values in table.values():
            for found in values.values():
                found.sort()
    return index


def _node(index: _Index, node: str, told: str) -> dict[str, str]:
    names = "|".join(index.texts[node].get(PREFIXES["skos"] + "altLabel", ()))
    data = {"label": index.text(node, _LABEL), "type": told, "names": names}
    for name, terms in (("kind", ("eventKind", "agreementKind")), ("status", ("status",))):
        data[name] = next((_notation(index, node, term) for term in terms if index.all(node, KG + term)), "")
    data["date"] = index.text(node, KG + "startDate") or index.text(node, KG + "signedDate")
    return data


def _notation(index: _Index, node: str, term: str) -> str:
    concept = next(iter(index.all(node, KG + term)), "")
    return index.text(concept, PREFIXES["skos"] + "notation") or concept.rpartition("#")[2]


def _short_edges(graph: Network, index: _Index, kind: Kind) -> None:
    for fact in sorted(node for node, said in index.iris.items() if KG + kind.node in said.get(_TYPE, ())):
        if kind.statuses and _notation(index, fact, "status") not in kind.asserted:
            continue
        for subject_role, term, object_role in kind.short:
            name = term
            if term.startswith("@"):
                name = _property(index, fact, kind.values.get(term[1:], ""))
            for subject in _role(index, fact, kind, subject_role):
                for target in _role(index, fact, kind, object_role):
                    if subject in graph and target in graph and target in index.all(subject, KG + name):
                        graph.add_edge(subject, target, f"{name} {fact}", **_edge(index, name, fact))


def _property(index: _Index, fact: str, term: str) -> str:
    return next((vocabulary().properties.get(concept, "") for concept in index.all(fact, KG + term)), "")


def _role(index: _Index, fact: str, kind: Kind, role: str) -> list[str]:
    return [fact] if role == kind.about else index.all(fact, KG + kind.roles.get(role, ""))


def _edge(index: _Index, name: str, fact: str) -> dict[str, str | int]:
    evidence = sorted(
        (_evidence(index, node) for node in index.all(fact, KG + "evidence")), key=lambda e: (e["article"], e["start"], e["end"])
    )
    first: dict[str, str | int] = (
        evidence[0] if evidence else {"article": "", "title": "", "published": "", "start": 0, "end": 0, "quote": ""}
    )
    return {
        "relation": name,
        "label": vocabulary().labels.get(KG + name, name),
        "status": _notation(index, fact, "status"),
        "fact": fact,
        **first,
        "evidence": json.dumps(evidence, ensure_ascii=False),
    }


def _evidence(index: _Index, node: str) -> dict[str, str | int]:
    article = next(iter(index.all(node, KG + "article")), "")
    return {
        "article": index.text(article, KG + "identifier"),
        "title": index.text(article, KG + "headline"),
        "published": index.text(article, KG + "published"),
        "start": int(index.text(node, KG + "start") or 0),
        "end": int(index.text(node, KG + "end") or 0),
        "quote": index.text(node, KG + "quote"),
    }


def _clean(graph: Network) -> Network:
    """A copy whose texts XML can hold."""
    copy: Network = nx.MultiDiGraph()
    for node, data in graph.nodes(data=True):
        copy.add_node(node, **{name: _xml(value) for name, value in data.items()})
    for subject, target, key, data in graph.edges(keys=True, data=True):
        copy.add_edge(subject, target, key, **{name: _xml(value) for name, value in data.items()})
    return copy


def _xml(value: str | int) -> str | int:
    return _NOT_XML.sub("\N{REPLACEMENT CHARACTER}", value) if isinstance(value, str) else value
