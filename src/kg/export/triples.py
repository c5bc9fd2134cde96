"""The graph in the formats of RDF: the same bytes for the same content, sorted, without blank nodes of ours.

Each writer takes a source and a binary file. What the source gives is put in order on disk, subject by subject, and written as it
comes, so that memory does not grow with the graph.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from itertools import chain, groupby, islice
from typing import IO, cast

from kg.export.sorting import in_order
from kg.export.tidy import Out, Readable, Returns
from kg.rdf import TEXTS, prefixes, quad_order
from kg.rdf.ox import DefaultGraph, Literal, NamedNode, Object, Quad, RdfFormat, Triple, parse, serialize
from kg.store import Source

# what XML 1.0 cannot hold, not even escaped
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_AT_ONCE = 1_000  # subjects


def turtle(source: Source, out: Out) -> None:
    """The merged facts in Turtle, subject by subject; evidence and articles by their full IRIs."""
    used, quads = _sorted(source.facts(), source.base)
    tidy = Readable(out, len(used))
    serialize((quad.triple for quad in quads), cast("IO[bytes]", tidy), format=RdfFormat.TURTLE, prefixes=used)
    tidy.end()


def trig(source: Source, out: Out) -> None:
    """Every graph in TriG: the merged facts as ``graph:facts``, then what each article said."""
    used, quads = _sorted(_all(source), source.base)
    tidy = Readable(out, len(used))
    serialize(quads, cast("IO[bytes]", tidy), format=RdfFormat.TRIG, prefixes=used)
    tidy.end()


def nquads(source: Source, out: Out) -> None:
    """Every graph in N-Quads, one line a quad."""
    for piece in _pieces(_all(source), None):
        out.write(piece)


def rdfxml(source: Source, out: Out) -> None:
    """The merged facts in RDF/XML. Characters that XML forbids become U+FFFD."""
    used, quads = _sorted(source.facts(), source.base)
    triples = (Triple(q.subject, q.predicate, _xml(q.object) if isinstance(q.object, Literal) else q.object) for q in quads)
    serialize(triples, cast("IO[bytes]", Returns(out)), format=RdfFormat.RDF_XML, prefixes=used)
    out.write(b"\n")


def jsonld(source: Source, out: Out) -> None:
    """The merged facts in expanded JSON-LD, one value a line."""
    before = "[\n "
    for piece in _batches(_pieces(source.facts(), None)):
        triples = [quad.triple for quad in _parsed(piece)]
        for node in json.loads(serialize(triples, format=RdfFormat.JSON_LD) or b"[]"):
            out.write((before + json.dumps(node, ensure_ascii=False, indent=1).replace("\n", "\n ")).encode("utf-8"))
            before = ",\n "
    out.write(b"[]\n" if before[0] == "[" else b"\n]\n")


def _all(source: Source) -> Iterator[Quad]:
    """Every quad but the articles' texts, which are their publishers' and stay in the store."""
    texts = NamedNode(source.base + TEXTS)
    return (quad for quad in source.quads() if quad.graph_name != texts)


def _sorted(quads: Iterable[Quad], base: str) -> tuple[dict[str, str], Iterator[Quad]]:
    """The prefixes that shorten something, and the quads in order. Not "article": evidence IRIs below it would need escapes."""
    spaces: set[str] = set()
    pieces = _pieces(quads, spaces)
    first = list(islice(pieces, 1))  # everything was read when the first comes
    used = {name: space for name, space in prefixes(base).items() if space in spaces and name != "article"}
    return used, (quad for piece in _batches(chain(first, pieces)) for quad in _parsed(piece))


def _pieces(quads: Iterable[Quad], spaces: set[str] | None) -> Iterator[bytes]:
    """Everything said of one subject in one graph, as lines of N-Quads in order, graph by graph and subject by subject.

    ``spaces``, where it is given, takes up the name spaces of all IRIs. A source gives a subject's triples one after the other, or
    nearly; where it does not, they come together here.
    """
    for _, found in groupby(in_order(_grouped(quads, spaces)), key=lambda piece: piece[0]):
        same = [content for _, content in found]
        yield same[0] if len(same) == 1 else _lines({quad for content in same for quad in _parsed(content)})


def _grouped(quads: Iterable[Quad], spaces: set[str] | None) -> Iterator[tuple[bytes, bytes]]:
    seen: set[str] = set()  # predicates
    for _, found in groupby(quads, key=lambda quad: (quad.subject, quad.graph_name)):
        same = set(found)
        quad = next(iter(same))
        graph = b"" if isinstance(quad.graph_name, DefaultGraph) else _value(quad.graph_name)
        if spaces is not None:
            spaces.update(_space(one) for one in _iris(same, seen))
        yield graph + b"\0" + _value(quad.subject), _lines(same)


def _value(term: Object) -> bytes:
    return (term.value if isinstance(term, NamedNode) else str(term)).encode("utf-8")


def _lines(quads: set[Quad]) -> bytes:
    return serialize(sorted(quads, key=quad_order), format=RdfFormat.N_QUADS) or b""


def _parsed(lines: bytes) -> Iterator[Quad]:
    return parse(lines, format=RdfFormat.N_QUADS, lenient=True)  # written by ourselves a moment ago


def _batches(pieces: Iterable[bytes]) -> Iterator[bytes]:
    found = iter(pieces)
    while batch := list(islice(found, _AT_ONCE)):
        yield b"".join(batch)


def _iris(quads: Iterable[Quad], seen: set[str]) -> Iterator[str]:
    """The IRIs of some quads of one subject; a predicate once in all."""
    subject: Object | None = None
    for quad in quads:
        if quad.subject is not subject:
            subject = quad.subject
            yield getattr(subject, "value", "")
        if quad.predicate.value not in seen:
            seen.add(quad.predicate.value)
            yield quad.predicate.value
        value = quad.object
        yield value.datatype.value if isinstance(value, Literal) else getattr(value, "value", "")


def _space(iri: str) -> str:
    return iri[: max(iri.rfind("#"), iri.rfind("/")) + 1]


def _xml(literal: Literal) -> Literal:
    clean = _NOT_XML.sub("\N{REPLACEMENT CHARACTER}", literal.value)
    if clean == literal.value:
        return literal
    return Literal(clean, language=literal.language) if literal.language else Literal(clean, datatype=literal.datatype)
