"""What the Ask tab carries: the vocabulary, questions that give rows, the facts as they are, an engine only where it is wanted."""

from __future__ import annotations

import gzip
import hashlib
import json
from pathlib import Path

import pytest

from fixtures import made_up
from kg.explore import asking, page, shell
from kg.graph import Graph
from kg.rdf import prefixes, vocabulary
from kg.rdf.ox import RdfFormat, parse

ROOT = Path(__file__).resolve().parents[2]
VENDOR = ROOT / "src" / "kg" / "data" / "explorer" / "vendor"


@pytest.fixture(scope="module")
def graph() -> Graph:
    return Graph.from_resolution(made_up.RESOLUTION, kinds=made_up.kinds())


@pytest.fixture(scope="module")
def seeds() -> Graph:
    return Graph.load(ROOT / "graphs" / "graph.ttl")


def test_every_term_of_the_vocabulary_is_completed_in_words() -> None:
    found = {term["name"]: term for term in asking.terms()}
    for name in vocabulary().classes:
        assert found[f"kg:{name}"]["sort"] == "class"
    of_the_vocabulary_itself = {"asProperty", "valuesFrom"}  # no graph uses them
    for name in set(vocabulary().ranges) - vocabulary().classes - of_the_vocabulary_itself:
        assert found[f"kg:{name}"]["sort"] == "property"
    assert found["status:held"] == {"name": "status:held", "sort": "concept", "label": "held", "comment": "Is so, or took place."}
    assert all(term["label"] and term["comment"] for term in found.values())
    assert list(found) == sorted(found)


def test_what_is_borrowed_is_completed_too() -> None:
    names = [term["name"] for term in asking.known()["terms"]]
    assert {"rdfs:label", "skos:altLabel", "prov:wasDerivedFrom"} <= set(names)
    assert len(names) == len(set(names))


def test_prefixes_are_those_of_every_query_once_the_base_stands_before_them() -> None:
    base = "https://news.example/kg/"
    whole = {name: iri if ":" in iri else base + iri for name, iri in asking.known()["prefixes"].items()}
    assert whole == prefixes(base)


def test_a_question_is_its_first_line_in_words() -> None:
    known = asking.known()
    assert len(known["questions"]) == 10
    assert len(known["examples"]) >= 12
    for question in [*known["questions"], *known["examples"]]:
        assert question["text"].endswith("?"), question["name"]
        assert question["query"].startswith(f"# {question['text']}\n")


@pytest.mark.parametrize("name", sorted(asking.examples()))
def test_every_example_gives_rows(seeds: Graph, name: str) -> None:
    assert len(seeds.query(asking.examples()[name])) > 0


def test_the_facts_are_carried_as_they_are(graph: Graph) -> None:
    turtle = asking.facts(graph.source)
    assert {q.triple for q in parse(turtle, format=RdfFormat.TURTLE)} == {q.triple for q in graph.source.facts()}
    assert turtle == asking.facts(Graph.from_resolution(made_up.shuffled(7), kinds=made_up.kinds()).source)


def test_a_graph_too_large_for_a_page_says_so(graph: Graph, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(asking, "LARGEST", 1000)
    found = asking.engine(graph.source)
    assert set(found) == {"why"}
    assert "too large" in found["why"]
    html = page(graph)
    assert "wasm-unsafe-eval" not in html.split("</head>")[0]


def test_only_a_page_that_answers_may_run_an_engine(graph: Graph) -> None:
    with_engine, without = page(graph), page(graph, ask=False)
    assert "'wasm-unsafe-eval'; worker-src blob:;" in with_engine.split("</head>")[0].replace("&#x27;", "'")
    assert 'id="kg-engine"' in with_engine
    for mark in ("wasm-unsafe-eval", "worker-src", "unsafe-inline"):
        assert mark not in without.split("</head>")[0]
    assert 'id="kg-engine"' not in without
    assert len(without) < len(with_engine) - 2_000_000
    assert "unsafe-inline" not in with_engine.split("</head>")[0]


def test_the_server_s_page_knows_the_vocabulary_and_carries_no_engine() -> None:
    html = shell("Made up")
    assert 'id="kg-ask"' in html
    assert 'id="kg-engine"' not in html
    assert "/static/vendor/yasqe.min.js" in html


def test_the_engine_is_the_one_that_was_published() -> None:
    listed = {
        file["name"]: file["sha256"] for library in json.loads((VENDOR / "vendor.json").read_text("utf-8")) for file in library["files"]
    }
    for name in ("oxigraph.js", "oxigraph_bg.wasm.gz", "oxigraph.LICENSE", "yasqe.min.js", "yasqe.min.css", "yasqe.LICENSE"):
        data = (VENDOR / name).read_bytes()
        plain = gzip.decompress(data) if name.endswith(".gz") else data
        assert hashlib.sha256(plain).hexdigest() == listed[name], name
