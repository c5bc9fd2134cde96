"""The graph in the formats of RDF: the same bytes for the same content, sorted, without blank nodes of ours.

Each writer takes a source and a binary file. What the source gives is put in order on disk, subject by subject, and written as it
comes, so that memory grows far less than the graph.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from itertools import islice
from typing import IO, cast

from kg.export.sorting import Lines, sorting
from kg.export.tidy import Out, Readable, Returns
from kg.rdf import FACTS, TEXTS, prefixes
from kg.rdf.ox import Literal, Quad, RdfFormat, Triple, parse, serialize
from kg.store import Source

# what XML 1.0 cannot hold, not even escaped
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_AT_ONCE = 1_000  # subjects


def turtle(source: Source, out: Out) -> None:
    """The merged facts in Turtle, subject by subject; evidence and articles by their full IRIs."""
    with _facts(source) as lines:
        used = _used(source.base, lines)
        tidy = Readable(out, len(used))
        serialize(_triples(lines), cast("IO[bytes]", tidy), format=RdfFormat.TURTLE, prefixes=used)
        tidy.end()


def trig(source: Source, out: Out) -> None:
    """Every graph in TriG: the merged facts as ``graph:facts``, then what each article said."""
    with _all(source) as lines:
        used = _used(source.base, lines)
        tidy = Readable(out, len(used))
        serialize(_quads(lines), cast("IO[bytes]", tidy), format=RdfFormat.TRIG, prefixes=used)
        tidy.end()


def nquads(source: Source, out: Out) -> None:
    """Every graph in N-Quads, one line a quad."""
    with _all(source) as lines:
        for piece in lines.in_order():
            out.write(piece)


def rdfxml(source: Source, out: Out) -> None:
    """The merged facts in RDF/XML. Characters that XML forbids become U+FFFD."""
    with _facts(source) as lines:
        triples = (Triple(t.subject, t.predicate, _xml(t.object) if isinstance(t.object, Literal) else t.object) for t in _triples(lines))
        serialize(triples, cast("IO[bytes]", Returns(out)), format=RdfFormat.RDF_XML, prefixes=_used(source.base, lines))
    out.write(b"\n")


def jsonld(source: Source, out: Out) -> None:
    """The merged facts in expanded JSON-LD, one value a line."""
    before = "[\n "
    with _facts(source) as lines:
        for piece in _batches(lines.in_order()):
            triples = [quad.triple for quad in _parsed(piece)]
            for node in json.loads(serialize(triples, format=RdfFormat.JSON_LD) or b"[]"):
                out.write((before + json.dumps(node, ensure_ascii=False, indent=1).replace("\n", "\n ")).encode("utf-8"))
                before = ",\n "
    out.write(b"[]\n" if before[0] == "[" else b"\n]\n")


@contextmanager
def _facts(source: Source) -> Iterator[Lines]:
    with sorting() as lines:
        source.dump(source.base + FACTS, cast("IO[bytes]", lines))
        yield lines


@contextmanager
def _all(source: Source) -> Iterator[Lines]:
    """Every quad but the articles' texts, which are their publishers' and stay in the store."""
    with sorting() as lines:
        for graph in source.graphs():
            if graph != source.base + TEXTS:
                lines.begin(graph)
                source.dump(graph, cast("IO[bytes]", lines))
        yield lines


def _used(base: str, lines: Lines) -> dict[str, str]:
    """The prefixes that shorten something. Not "article": evidence IRIs below it would need escapes."""
    spaces = lines.spaces()
    return {name: space for name, space in prefixes(base).items() if space.encode("utf-8") in spaces and name != "article"}


def _quads(lines: Lines) -> Iterator[Quad]:
    return (quad for piece in _batches(lines.in_order()) for quad in _parsed(piece))


def _triples(lines: Lines) -> Iterator[Triple]:
    return (quad.triple for quad in _quads(lines))


def _parsed(lines: bytes) -> Iterator[Quad]:
    return parse(lines, format=RdfFormat.N_QUADS, lenient=True)  # the engine wrote it a moment ago


def _batches(pieces: Iterable[bytes]) -> Iterator[bytes]:
    found = iter(pieces)
    while batch := list(islice(found, _AT_ONCE)):
        yield b"".join(batch)


def _xml(literal: Literal) -> Literal:
    clean = _NOT_XML.sub("\N{REPLACEMENT CHARACTER}", literal.value)
    if clean == literal.value:
        return literal
    return Literal(clean, language=literal.language) if literal.language else Literal(clean, datatype=literal.datatype)
