from __future__ import annotations

import sqlite3
from itertools import product

import pytest
from pyoxigraph import DefaultGraph, Literal, NamedNode, Quad, RdfFormat, Triple, serialize

from kg.errors import OutputError
from kg.export.sorting import sorting
from kg.rdf import quad_order

# IRIs that lie in another order with the mark of their end than without, a type, new lines and marks in texts
SUBJECTS = [NamedNode(f"https://a.example/{name}") for name in ("b", "b#c", "b/c", "b.c", "bé")]
PREDICATES = [
    *(NamedNode(f"https://a.example/{name}") for name in ("p", "p/q", "p-q")),
    NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type"),
]
OBJECTS = [*SUBJECTS, Literal("x\n> ."), Literal("1", datatype=NamedNode("https://t.example/int")), Literal("é", language="fr")]
TRIPLES = [Triple(*parts) for parts in product(SUBJECTS, PREDICATES, OBJECTS)]


def lines(triples: list[Triple]) -> bytes:
    return serialize(triples, format=RdfFormat.N_TRIPLES) or b""


@pytest.mark.parametrize("size", [1, 7, 8192])
@pytest.mark.parametrize("graph", ["", "https://g.example/"])
def test_lines_come_in_the_order_of_quads_wherever_they_are_cut(size: int, graph: str) -> None:
    name = NamedNode(graph) if graph else DefaultGraph()
    quads = [Quad(t.subject, t.predicate, t.object, name) for t in TRIPLES]
    data = lines(TRIPLES[::-1])
    with sorting() as found:
        found.begin(graph)
        for at in range(0, len(data), size):
            assert found.write(data[at : at + size]) == len(data[at : at + size])
        assert b"".join(found.in_order()) == serialize(sorted(quads, key=quad_order), format=RdfFormat.N_QUADS)


@pytest.mark.parametrize("graph", ["", "https://g.example/"])
def test_what_is_scattered_comes_together_and_what_is_twice_comes_once(graph: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kg.export.sorting._AT_ONCE", 3)
    mixed = TRIPLES[::3] + TRIPLES[1::3] + TRIPLES[2::3] + TRIPLES[::5]
    with sorting() as once, sorting() as scattered:
        for found, triples in ((once, TRIPLES), (scattered, mixed)):
            found.begin(graph)
            found.write(lines(triples))
        assert list(scattered.in_order()) == list(once.in_order())


def test_graphs_come_one_after_the_other() -> None:
    with sorting() as found:
        for graph in ("https://g.example/2", "https://g.example/1"):
            found.begin(graph)
            found.write(lines(TRIPLES[:1]))
        assert [piece.split(b" ")[-2] for piece in found.in_order()] == [b"<https://g.example/1>", b"<https://g.example/2>"]


def test_the_spaces_of_names() -> None:
    with sorting() as found:
        found.write(lines([Triple(NamedNode("a:s/x"), NamedNode("a:p#x"), term) for term in (NamedNode("a:o/x"), *OBJECTS[-3:])]))
        assert found.spaces() == {b"a:s/", b"a:p#", b"a:o/", b"https://t.example/"}


def test_no_room() -> None:
    with pytest.raises(OutputError, match=r"full.*TMPDIR"), sorting():
        raise sqlite3.OperationalError("database or disk is full")
