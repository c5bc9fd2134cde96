"""The graph in the formats of RDF: the same bytes for the same content, sorted, without blank nodes of ours."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Sequence

from kg.rdf import TEXTS, prefixes, quad_order, triple_order
from kg.rdf.ox import Literal, NamedNode, Quad, RdfFormat, Triple, serialize
from kg.store import Source

# what XML 1.0 cannot hold, not even escaped
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


def turtle(source: Source) -> bytes:
    """The merged facts in Turtle, subject by subject; evidence and articles by their full IRIs."""
    triples = _facts(source)
    return _readable(serialize(triples, format=RdfFormat.TURTLE, prefixes=_used(source.base, triples)))


def trig(source: Source) -> bytes:
    """Every graph in TriG: the merged facts as ``graph:facts``, then what each article said."""
    quads = _all(source)
    return _readable(serialize(quads, format=RdfFormat.TRIG, prefixes=_used(source.base, [quad.triple for quad in quads])))


def nquads(source: Source) -> bytes:
    """Every graph in N-Quads, one line a quad."""
    return serialize(_all(source), format=RdfFormat.N_QUADS) or b""


def rdfxml(source: Source) -> bytes:
    """The merged facts in RDF/XML. Characters that XML forbids become U+FFFD."""
    triples = [Triple(t.subject, t.predicate, _xml(t.object) if isinstance(t.object, Literal) else t.object) for t in _facts(source)]
    data = serialize(triples, format=RdfFormat.RDF_XML, prefixes=_used(source.base, triples)) or b""
    # a reader would turn a bare carriage return into a new line
    return data.replace(b"\r", b"&#13;") + b"\n"


def jsonld(source: Source) -> bytes:
    """The merged facts in expanded JSON-LD, one value a line."""
    data = json.loads(serialize(_facts(source), format=RdfFormat.JSON_LD) or b"[]")
    return (json.dumps(data, ensure_ascii=False, indent=1) + "\n").encode("utf-8")


def _facts(source: Source) -> list[Triple]:
    return [quad.triple for quad in sorted(set(source.facts()), key=triple_order)]


def _all(source: Source) -> list[Quad]:
    """Every quad but the articles' texts, which are their publishers' and stay in the store."""
    texts = NamedNode(source.base + TEXTS)
    return sorted({quad for quad in source.quads() if quad.graph_name != texts}, key=quad_order)


def _used(base: str, triples: Iterable[Triple]) -> dict[str, str]:
    """The prefixes that shorten something. Not "article": evidence IRIs below it would need escapes."""
    spaces = {value[: max(value.rfind("#"), value.rfind("/")) + 1] for triple in triples for value in _iris(triple)}
    return {name: space for name, space in prefixes(base).items() if space in spaces and name != "article"}


def _iris(triple: Triple) -> Sequence[str]:
    value = triple.object
    last = value.datatype.value if isinstance(value, Literal) else getattr(value, "value", "")
    return getattr(triple.subject, "value", ""), triple.predicate.value, last


def _xml(literal: Literal) -> Literal:
    clean = _NOT_XML.sub("\N{REPLACEMENT CHARACTER}", literal.value)
    if clean == literal.value:
        return literal
    return Literal(clean, language=literal.language) if literal.language else Literal(clean, datatype=literal.datatype)


def _readable(data: bytes | None) -> bytes:
    """Prefixes sorted, and an empty line after each subject. New lines inside literals are escaped, so lines are safe to split."""
    lines = [line for line in (data or b"").decode("utf-8").split("\n") if line]
    head = sorted(line for line in lines if line.startswith("@prefix "))
    text = [*head, ""]
    for line in lines[len(head) :]:
        if line.strip() != "}" and text[-1].endswith(" ."):
            text.append("")
        text.append(line)
    return ("\n".join(text) + "\n").encode("utf-8")
