"""Targets of IRIs and literals."""

from __future__ import annotations

import re

import rdflib

from fuzz.promises import target, texts_of
from kg.errors import KgError
from kg.rdf import Names, checked_base, literals, local_name
from kg.rdf.ox import NamedNode, RdfFormat, Triple, serialize

_BAD_IRI = re.compile(r"[<>\"{}|\\^`\x00-\x20]")


@target
def iris(data: bytes) -> None:
    first, second = texts_of(data, 2)
    names = Names()
    seen: dict[str, str] = {}
    for key in {first, second} - {""}:
        local = local_name(key)
        assert re.fullmatch(r"[A-Za-z0-9_](?:[A-Za-z0-9_.-]*[A-Za-z0-9_-])?", local) and len(local) <= 200, local
        for iri in (names.key(f"person:{key}").value, names.article(key).value, names.article_graph(key).value):
            assert seen.setdefault(iri, key) == key
            assert not _BAD_IRI.search(iri)
            rdflib.URIRef(iri).n3()
    try:
        base = checked_base(first)
    except KgError:
        return
    NamedNode(base + "x")
    assert base.endswith(("/", ":")) and not _BAD_IRI.search(base)


@target
def literal(data: bytes) -> None:
    text = data.decode("utf-8", "surrogateescape")
    made = literals.text(text)
    node = NamedNode("https://kg.example/x")
    line = serialize([Triple(node, node, made)], format=RdfFormat.N_TRIPLES) or b""
    assert line.count(b"\n") == 1 and line.endswith(b"\n"), line
    graph = rdflib.Graph().parse(data=line.decode("utf-8"), format="nt")
    assert [str(value) for value in graph.objects()] == [made.value]
