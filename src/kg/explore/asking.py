"""What the page's Ask tab knows: prefixes, the vocabulary's terms, questions to begin with, and an engine for pages without a server.

The engine is Oxigraph compiled to WebAssembly, kept as it was published (its binary packed by gzip). The page starts it in a worker of
its own, so that a query that takes too long can be stopped.
"""

from __future__ import annotations

import base64
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from typing import Any

from kg.data import read_text
from kg.errors import QueryError
from kg.rdf import PREFIXES, ontology_folder, prefixes, questions, triple_order
from kg.rdf.ox import NamedNode, RdfFormat, Triple, parse, serialize
from kg.store import Source

EXAMPLES = "explorer/examples"
VENDOR = "explorer/vendor"
LARGEST = 16_000_000  # bytes of Turtle that a page carries; above, a file is too heavy to be sent around and kg serve answers

_OWL, _RDFS, _SKOS = PREFIXES["owl"], PREFIXES["rdfs"], PREFIXES["skos"]
_SORTS = {
    f"{_OWL}Class": "class",
    f"{_OWL}ObjectProperty": "property",
    f"{_OWL}DatatypeProperty": "property",
    f"{PREFIXES['rdf']}Property": "property",
    f"{_SKOS}Concept": "concept",
}
# what the graphs use of other vocabularies, and the words for it
_BORROWED = (
    {"name": "rdfs:label", "sort": "property", "label": "name", "comment": "The name by which the graph calls a thing."},
    {"name": "skos:altLabel", "sort": "property", "label": "other name", "comment": "Another name by which articles call a thing."},
    {"name": "skos:exactMatch", "sort": "property", "label": "the same elsewhere", "comment": "The thing in Wikidata or GeoNames."},
    {"name": "skos:notation", "sort": "property", "label": "notation", "comment": "The short word of a status, role, kind or relation."},
    {"name": "prov:wasDerivedFrom", "sort": "property", "label": "told by", "comment": "The article that a thing or a fact was read from."},
)


def known() -> dict[str, Any]:
    """What the tab completes and offers, as plain JSON; the same for every graph.

    ``{"prefixes": {prefix: IRI}, "terms": [{"name", "sort", "label", "comment"}], "questions": […], "examples": […]}``; a question is
    ``{"name", "text", "query"}``, ``text`` its first line. The IRIs of the data's prefixes lack the graph's base before them ("person/").
    """
    return {
        "prefixes": prefixes(""),
        "terms": [*terms(), *_BORROWED],
        "questions": [_asked(name, query) for name, query in questions().items()],
        "examples": [_asked(name, query) for name, query in examples().items()],
    }


def examples() -> dict[str, str]:
    """The examples beside the competency questions: name -> SPARQL text, the question as its first line."""
    folder = files("kg.data").joinpath(EXAMPLES)
    names = sorted(file.name for file in folder.iterdir() if file.name.endswith(".rq"))
    return {name.removesuffix(".rq"): read_text(f"{EXAMPLES}/{name}") for name in names}


@cache
def terms() -> tuple[Mapping[str, str], ...]:
    """The vocabulary's classes, properties and concepts, sorted by name ("kg:holder"), with label and comment."""
    triples = [(q.subject.value, q.predicate.value, q.object) for q in _vocabulary()]
    sorts = {s: _SORTS[o.value] for s, p, o in triples if p == f"{PREFIXES['rdf']}type" and isinstance(o, NamedNode) and o.value in _SORTS}
    text = {(s, p): o.value for s, p, o in triples if s in sorts and not isinstance(o, Triple)}
    found = [
        {
            "name": _short(iri),
            "sort": sort,
            "label": text.get((iri, f"{_RDFS}label"), "") or text.get((iri, f"{_SKOS}prefLabel"), ""),
            "comment": text.get((iri, f"{_RDFS}comment"), "") or text.get((iri, f"{_SKOS}definition"), ""),
        }
        for iri, sort in sorts.items()
    ]
    return tuple(sorted(found, key=lambda term: term["name"]))


def engine(source: Source) -> dict[str, str]:
    """Everything that a page needs to answer queries by itself: ``{"script", "wasm", "turtle"}``.

    ``wasm`` is the engine's binary, packed by gzip, in base64; ``turtle`` the merged facts. Where the graph is too large for a page
    there is only ``"why"``, in words. Raises :class:`kg.errors.QueryError` where the graph cannot be read.
    """
    turtle = facts(source)
    if len(turtle) > LARGEST:
        return {
            "why": f"The graph is too large for a page to answer by itself ({len(turtle) / 1e6:.0f} MB; at most {LARGEST / 1e6:.0f} MB)."
        }
    wasm = files("kg.data").joinpath(f"{VENDOR}/oxigraph_bg.wasm.gz").read_bytes()
    return {
        "script": read_text(f"{VENDOR}/oxigraph.js"),
        "wasm": base64.b64encode(wasm).decode("ascii"),
        "turtle": turtle.decode("utf-8"),
    }


def facts(source: Source) -> bytes:
    """The merged facts as Turtle in UTF-8, sorted: the same graph gives the same bytes."""
    triples = sorted({Triple(q.subject, q.predicate, q.object) for q in source.facts()}, key=triple_order)
    data = serialize(triples, format=RdfFormat.TURTLE, prefixes=prefixes(source.base))
    if data is None:  # only where an output file is given
        raise QueryError(f"{source.name}: the facts cannot be written as Turtle")
    return data


def _vocabulary() -> Iterator[Any]:
    data = (ontology_folder() / "kg.ttl").read_bytes()
    return (quad for quad in parse(data, format=RdfFormat.TURTLE) if isinstance(quad.subject, NamedNode))


def _short(iri: str) -> str:
    """An IRI of the vocabulary with its prefix."""
    prefix, space = max(((p, n) for p, n in PREFIXES.items() if iri.startswith(n)), key=lambda pair: len(pair[1]), default=("", ""))
    return f"{prefix}:{iri.removeprefix(space)}"


def _asked(name: str, query: str) -> dict[str, str]:
    first, _, _ = query.partition("\n")
    return {"name": name, "text": first.removeprefix("#").strip(), "query": query}
