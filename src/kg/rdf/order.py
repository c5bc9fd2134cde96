"""The order of triples in files: by subject, ``rdf:type`` first, then by predicate and object."""

from __future__ import annotations

from kg.rdf.ox import DefaultGraph, NamedNode, Object, Quad, Triple
from kg.rdf.vocabulary import PREFIXES

_TYPE = f"{PREFIXES['rdf']}type"


def triple_order(triple: Triple | Quad) -> tuple[str, bool, str, str]:
    """The sort key of a triple; that of a quad leaves its graph aside."""
    predicate = triple.predicate.value
    return _text(triple.subject), predicate != _TYPE, predicate, _text(triple.object)


def quad_order(quad: Quad) -> tuple[str, str, bool, str, str]:
    """The sort key of a quad: the default graph first, then graph by graph."""
    graph = "" if isinstance(quad.graph_name, DefaultGraph) else _text(quad.graph_name)
    return (graph, *triple_order(quad))


def _text(term: Object) -> str:
    return term.value if isinstance(term, NamedNode) else str(term)
