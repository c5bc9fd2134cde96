"""The only fence around pyoxigraph: terms, parsing, serializing and the store come from here and from nowhere else."""

from __future__ import annotations

from pyoxigraph import (
    BlankNode,
    DefaultGraph,
    Literal,
    NamedNode,
    Quad,
    QueryBoolean,
    QuerySolutions,
    QueryTriples,
    RdfFormat,
    Store,
    Triple,
    parse,
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
    "QuerySolutions",
    "QueryTriples",
    "RdfFormat",
    "Store",
    "Subject",
    "Triple",
    "parse",
    "serialize",
]

Subject = NamedNode | BlankNode | Triple
Object = NamedNode | BlankNode | Literal | Triple
