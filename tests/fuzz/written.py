"""Targets of everything that text turns into: files of RDF, networks, tables, pages, lines for terminals, queries."""

from __future__ import annotations

import csv
import io
import json
import re
import xml.etree.ElementTree as ET
from dataclasses import replace
from functools import cache
from html.parser import HTMLParser
from typing import Any

import networkx as nx
import rdflib

from fixtures import made_up
from fuzz.promises import target, text_of, texts_of, told
from kg.cli._output import one_line
from kg.errors import InputError, QueryError
from kg.explore import Explorer
from kg.explore.html import file_page, in_html
from kg.graph import Graph
from kg.query import checked, render, run
from kg.resolve import read_corrections
from kg.serve import pages
from kg.serve.media import PAGE, RESULTS, TRIPLES, choose
from kg.serve.problems import ProblemError
from kg.serve.protocol import fields, graph_iri
from kg.store import Cell, Result
from kg.types import Evidence, Resolution

_STEERING = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]")


def graph_of(data: bytes) -> Graph:
    """A small graph of one article, three things and two facts, its texts from the input."""
    name, other, title, url, said, file = (text.encode("utf-8", "replace").decode("utf-8") for text in texts_of(data, 6))
    source = f"x {said or 'y'} z"
    at = Evidence("a1", 2, 2 + len(said or "y"), said or "y")
    article = replace(made_up.article("a1", source), path=file or "f", title=title or None, url=url or None, publisher=other or None)
    things = (
        made_up.entity("person:jane-roe", "Person", name or "n", at, other_names=(other or "o",), reason=title or "r"),
        made_up.entity("organization:acme", "Organization", other or "o", at),
    )
    facts = (
        made_up._fact("tenure:1", "post", {"person": things[0].key, "organization": things[1].key}, {"title": title or "t"}, "held", at),
        made_up._fact("statement:1", "statement", {"speaker": things[0].key}, {"text": said or "y"}, "said", at),
        made_up._fact("tie:1", "tie", {"subject": things[0].key, "object": things[1].key}, {"relation": "invests_in"}, "reported", at),
    )
    return Graph.from_resolution(Resolution((article,), things, facts), kinds=made_up.kinds())


def _triples(graph: Graph) -> set[tuple[str, str, str]]:
    return {(q.subject.value, q.predicate.value, getattr(q.object, "value", "")) for q in graph.source.facts()}  # type: ignore[union-attr]


def _read(graph: rdflib.Graph) -> set[tuple[str, str, str]]:
    return {(str(s), str(p), str(o)) for s, p, o in graph}


@target
def rdf_files(data: bytes) -> None:
    """Turtle, TriG, N-Quads and JSON-LD say what the graph holds; RDF/XML but for what XML cannot hold."""
    with graph_of(data) as graph:
        wanted = _triples(graph)
        assert _read(rdflib.Graph().parse(data=graph.export("turtle"), format="turtle")) == wanted
        assert _read(rdflib.Graph().parse(data=graph.export("jsonld"), format="json-ld")) == wanted
        for name, format_ in (("trig", "trig"), ("nquads", "nquads")):
            every = rdflib.Dataset()
            every.parse(data=graph.export(name), format=format_)
            assert _read(every.graph(rdflib.URIRef("https://kg.example/graph/facts"))) == wanted, name
        clean = {(s, p, _xml(o)) for s, p, o in wanted}
        assert _read(rdflib.Graph().parse(data=graph.export("rdfxml"), format="xml")) == clean


def _xml(text: str) -> str:
    return re.sub("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]", "\ufffd", text)


@target
def networks(data: bytes) -> None:
    with graph_of(data) as graph:
        read = nx.parse_graphml(graph.export("graphml").decode("utf-8"))
        names = {node["label"] for _, node in read.nodes(data=True)}
        pairs = {(q.predicate.value, getattr(q.object, "value", "")) for q in graph.source.facts()}
        labels = {_xml(value).replace("\r\n", "\n").replace("\r", "\n") for term, value in pairs if term.endswith("#prefLabel")}
        assert len(read) == 2 and {name.replace("\r\n", "\n").replace("\r", "\n") for name in names} <= labels
        ET.fromstring(graph.export("gexf"))


@target
def tables(data: bytes) -> None:
    """CSV and TSV keep their cells apart and start no formula; JSON keeps all; what people read holds nothing that steers."""
    cells = texts_of(data, 4)
    row = tuple(Cell("literal", cell.replace("\x00", "")) for cell in cells)
    result = Result("rows", columns=("a", "b", "c", "d"), bindings=(row, (None, *row[1:])), prefixes=(("kg", "https://kg.example/"),))
    head, *rows = csv.reader(io.StringIO(render(result, "csv"), newline=""))
    assert head == ["a", "b", "c", "d"] and [len(r) for r in rows] == [4, 4]
    for read, cell in zip(rows[0], row, strict=True):
        assert read.removeprefix("'") == cell.value.removeprefix("'"), (read, cell)
        assert not re.match(r"[=+\-@\t\r\n＝＋－＠]", read), read
    lines = render(result, "tsv").split("\n")
    assert len(lines) == 4 and all(line.count("\t") == 3 for line in lines[:3])
    bindings = json.loads(render(result, "json"))["results"]["bindings"]
    assert [bindings[0][name]["value"] for name in "abcd"] == [cell.value for cell in row]
    table = render(result, "table")
    assert not _STEERING.search(table) and table.count("\n") == 5
    marked = render(result, "markdown")
    assert not _STEERING.search(marked) and marked.count("\n") == 4 and "<" not in marked
    assert len(re.findall(r"(?<!\\)\|", marked.replace("\\\\", ""))) == 20
    line = one_line(cells[0])
    assert "\n" not in line and not _STEERING.search(line)


class _Page(HTMLParser):
    """The elements of a page with the names of their attributes, and the JSON that it carries."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, tuple[str, ...]]] = []
        self.json: list[str] = []
        self.inside = False
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, tuple(name for name, _ in attrs)))
        self.inside = tag == "script" and ("type", "application/json") in attrs
        for name, value in attrs:
            assert name not in ("href", "src", "action") or not (value or "").strip().lower().startswith(
                ("javascript:", "vbscript:", "data:text")
            )
        if self.inside:
            self.json.append("")

    def handle_endtag(self, tag: str) -> None:
        self.inside = False

    def handle_data(self, data: str) -> None:
        if self.inside:
            self.json[-1] += data


@cache
def _plain(what: str) -> list[tuple[str, tuple[str, ...]]]:
    """The elements of the page of a harmless graph."""
    return _Page(_pages(b"n\0o\0t\0https://n.example/\0said\0f")[what]).tags


def _pages(data: bytes) -> dict[str, str]:
    with graph_of(data) as graph:
        explorer = Explorer(graph)
        titles = {article["id"]: article["title"] or article["id"] for article in explorer.articles()}
        iri = "https://kg.example/person/jane-roe"
        return {
            "thing": pages.thing(explorer.thing(iri), "https://kg.example/", titles),
            "article": pages.article(explorer.article("a1"), explorer.told_in("a1"), "https://kg.example/"),
            "data": in_html({"thing": explorer.thing(iri)}),
        }


@target
def html_pages(data: bytes) -> None:
    """No text becomes an element or an attribute: the page has those of a page of harmless texts."""
    found = _pages(data)
    for what in ("thing", "article"):
        page = _Page(found[what])
        allowed = set(_plain(what)) | {("a", ("href",)), ("a", ("href", "rel")), ("h1", ()), ("p", ()), ("li", ())}
        assert set(page.tags) <= allowed, set(page.tags) - allowed
    assert not re.search("[<>&]", found["data"])
    json.loads(found["data"])


@target
def one_page(data: bytes) -> None:
    """The explorer in one file: its scripts are its own, and its data come out of it as they went in."""
    given: dict[str, Any] = {"name": text_of(data)}
    page = _Page(file_page(given, text_of(data)))
    assert page.tags == _Page(file_page({"name": "n"}, "n")).tags
    assert json.loads(page.json[0]) == given


# ---- what is asked


@cache
def _small() -> Graph:
    return Graph.from_resolution(made_up.RESOLUTION, kinds=made_up.kinds())


@target
def queries(data: bytes) -> None:
    """Any text is a question, SPARQL that reads, or a QueryError. What may run calls nobody."""
    text = text_of(data)
    try:
        query = checked(text)
    except QueryError as error:
        assert str(error)
        return
    assert len(query.text) == len(text)
    if len(text) < 200 and text.count("?") + text.count("$") <= 4:  # few variables: no product that takes long
        try:
            result = run(_small(), text)
        except QueryError:
            return
        assert result.header


@target
def requests(data: bytes) -> None:
    try:
        for name, value in fields(data):
            (name + value).encode("utf-8")
            graph_iri(value, name)
    except ProblemError as error:
        assert str(error)
    for offered in (RESULTS, TRIPLES, PAGE):
        chosen = choose(data.decode("latin-1"), offered)
        assert chosen is None or chosen.format in offered


@target
def corrections(data: bytes) -> None:
    try:
        read = read_corrections(text_of(data), "corrections.csv", "https://kg.example/")
    except InputError as error:
        told(error)
        return
    for key in read.one:
        assert read.key(key, "a") not in read.one
