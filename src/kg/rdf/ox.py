"""The only fence around pyoxigraph: terms, parsing, serializing and the store come from here and from nowhere else."""

from __future__ import annotations

from pyoxigraph import (
    BlankNode,
    DefaultGraph,
    Literal,
    NamedNode,
    Quad,
    QueryBoolean,
    QueryResultsFormat,
    QuerySolutions,
    QueryTriples,
    RdfFormat,
    Store,
    Triple,
    parse,
    parse_query_results,
    serialize,
)

__all__ = [
    "BlankNode",
    "DefaultGraph",
    "Literal",
    "NamedNode",
    "Object",
    "Quad",
    "QueryBoolean",
    "QueryResultsFormat",
    "QuerySolutions",
    "QueryTriples",
    "RdfFormat",
    "Store",
    "Subject",
    "Triple",
    "parse",
    "parse_query_results",
    "serialize",
]

Subject = NamedNode | BlankNode | Triple
Object = NamedNode | BlankNode | Literal | Triple
