from __future__ import annotations

import json
import xml.etree.ElementTree as ET

import networkx as nx
import pytest
import rdflib

from fixtures.made_up import EVIL, RESOLUTION, kinds, shuffled
from kg.errors import OutputError
from kg.export import FORMATS, export
from kg.graph import Graph

ONE_FILE = [name for name in FORMATS if name not in ("csv", "parquet")]


@pytest.fixture(scope="module")
def graph() -> Graph:
    return Graph.from_resolution(RESOLUTION, kinds=kinds())


@pytest.mark.parametrize("name", ONE_FILE)
def test_the_same_bytes_for_the_same_content(graph: Graph, name: str) -> None:
    assert Graph.from_resolution(shuffled(5), kinds=kinds()).export(name) == graph.export(name)


@pytest.mark.parametrize("name", ONE_FILE)
def test_files_end_with_one_new_line(graph: Graph, name: str) -> None:
    data = graph.export(name)
    assert data.endswith(b"\n")
    assert not data.endswith(b"\n\n")
    assert b"\r" not in data


@pytest.mark.filterwarnings("ignore:(ConjunctiveGraph|Dataset.default_context):DeprecationWarning")  # rdflib's own, in its parsers
def test_every_format_of_rdf_says_the_same(graph: Graph) -> None:
    turtle = set(rdflib.Graph().parse(data=graph.export("turtle"), format="turtle"))
    assert len(turtle) == len(list(graph.source.facts()))
    assert set(rdflib.Graph().parse(data=graph.export("jsonld"), format="json-ld")) == turtle
    clean = {
        tuple(
            rdflib.Literal(t.replace("\x01", "\ufffd"), lang=t.language, datatype=t.datatype) if isinstance(t, rdflib.Literal) else t
            for t in x
        )
        for x in turtle
    }
    assert set(rdflib.Graph().parse(data=graph.export("rdfxml"), format="xml")) == clean
    data = rdflib.Dataset()
    data.parse(data=graph.export("trig"), format="trig")
    assert set(data.graph(rdflib.URIRef("https://kg.example/graph/facts"))) == turtle
    lines = graph.export("nquads").decode().rstrip("\n").split("\n")
    # the articles' texts stay in the store
    assert len(lines) == len([quad for quad in graph.source.quads() if "graph/texts" not in str(quad.graph_name)])
    assert not [line for line in lines if "graph/texts" in line]


def test_turtle_reads_well(graph: Graph) -> None:
    text = graph.export("turtle").decode()
    head = [line for line in text.split("\n") if line.startswith("@prefix")]
    assert head == sorted(head)
    assert not any("schema.org" in line for line in head)  # not used, not declared
    assert "\n\nperson:jane-roe a kg:Official , kg:Person ;\n" in text
    assert "\\#" not in text
    assert not any(isinstance(term, rdflib.BNode) for triple in rdflib.Graph().parse(data=text, format="turtle") for term in triple)


def test_graphml(graph: Graph) -> None:
    read = nx.parse_graphml(graph.export("graphml").decode())
    assert read.number_of_nodes() == len(RESOLUTION.entities)
    assert read.number_of_edges() == graph.networkx().number_of_edges()
    assert read.nodes["https://kg.example/organization/acme"]["label"] == f"Acme {EVIL}".replace("\x01", "\ufffd")


def test_gexf_has_no_date_of_writing(graph: Graph) -> None:
    data = graph.export("gexf")
    assert b"lastmodifieddate" not in data
    space = {"g": "http://www.gexf.net/1.2draft"}
    tree = ET.fromstring(data)
    assert len(tree.findall(".//g:node", space)) == len(RESOLUTION.entities)
    assert len(tree.findall(".//g:edge", space)) == graph.networkx().number_of_edges()
    titles = {attribute.get("title") for attribute in tree.findall(".//g:attribute", space)}
    assert {"type", "status", "quote", "quoteStart", "quoteEnd"} <= titles


def test_jsonld_is_an_array(graph: Graph) -> None:
    assert isinstance(json.loads(graph.export("jsonld")), list)


def test_an_unknown_format(graph: Graph) -> None:
    with pytest.raises(OutputError, match="choose one of csv"):
        export(graph.source, "docx", kinds())
