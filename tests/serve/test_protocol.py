"""``/sparql`` speaks the SPARQL 1.1 Protocol: the requests of ``fixtures.protocol``, sent to a real server."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from fixtures.protocol import CASES, DATA, EVERYTHING, JSON, Case
from fixtures.served import Served, served


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    path = tmp_path_factory.mktemp("protocol") / "graphs.trig"
    path.write_text(DATA, encoding="utf-8")
    with served(path, "--workers", "1", "--quiet") as found:
        yield found


def everything(server: Served) -> list[str]:
    return sorted(map(str, server.ask(EVERYTHING).json()["results"]["bindings"]))


def test_there_are_as_many_as_the_standard_has_cases() -> None:
    assert len(CASES) == len({case.name for case in CASES}) == 34


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_requests(server: Served, case: Case) -> None:
    before = everything(server)
    assert len(before) == 7
    answer = server.send(case.method, f"/sparql{case.address}", headers=dict(case.headers), content=case.body or None)
    media = answer.headers.get("content-type", "")
    assert case.passes(answer.status_code, media, answer.content), (answer.status_code, media, answer.text)
    if case.status != (200,):
        assert media == "application/json" and answer.json()["error"]
    assert everything(server) == before


@pytest.mark.parametrize(
    ("query", "accept", "media"),
    [
        ("ASK {}", "*/*", JSON),
        ("ASK {}", "", JSON),
        ("ASK {}", "application/sparql-results+xml", "application/sparql-results+xml"),
        ("SELECT * {}", "text/csv", "text/csv; charset=utf-8"),
        ("SELECT * {}", "text/tab-separated-values;q=0.5, text/csv;q=0.4", "text/tab-separated-values; charset=utf-8"),
        ("SELECT * {}", "application/json", "application/json"),
        ("SELECT * {}", "text/html;q=1, text/*;q=0.1", "text/csv; charset=utf-8"),
        ("SELECT * {}", "text/turtle, application/sparql-results+xml;q=0.1", "application/sparql-results+xml"),
        ("CONSTRUCT { ?s ?p ?o } { ?s ?p ?o }", "*/*", "text/turtle; charset=utf-8"),
        ("CONSTRUCT { ?s ?p ?o } { ?s ?p ?o }", "application/n-triples", "application/n-triples"),
        ("CONSTRUCT { ?s ?p ?o } { ?s ?p ?o }", "application/rdf+xml", "application/rdf+xml"),
        ("DESCRIBE <http://default.example/s>", "application/ld+json, text/csv", "application/ld+json"),
    ],
)
def test_formats_are_chosen(server: Served, query: str, accept: str, media: str) -> None:
    answer = server.ask(query, accept)
    assert (answer.status_code, answer.headers["content-type"]) == (200, media)
    assert "accept" in answer.headers["vary"].lower()


@pytest.mark.parametrize(
    ("query", "accept", "allowed"),
    [
        ("ASK {}", "image/png", "text/csv"),
        ("ASK {}", "text/turtle", "text/csv"),
        ("ASK {}", "text/turtle;q=1, application/json;q=0, text/csv;q=0, */*;q=0", "text/csv"),
        ("CONSTRUCT { ?s ?p ?o } { ?s ?p ?o }", "text/csv", "text/turtle"),
    ],
)
def test_no_format_fits(server: Served, query: str, accept: str, allowed: str) -> None:
    answer = server.ask(query, accept)
    assert answer.status_code == 406 and allowed in answer.json()["allowed"]


@pytest.mark.parametrize(
    ("method", "path", "headers", "body", "status"),
    [
        ("GET", "/sparql?query=%FF", {}, b"", 400),
        ("POST", "/sparql", {"Content-Type": "application/sparql-query"}, b"ASK { ?s ?p '\xff' }", 400),
        ("POST", "/sparql?query=ASK%7B%7D", {"Content-Type": "application/sparql-query"}, b"ASK {}", 400),
        ("POST", "/sparql", {"Content-Type": "application/x-www-form-urlencoded"}, b"", 400),
        ("POST", "/sparql", {"Content-Type": "application/x-www-form-urlencoded"}, b"query=ASK{}&update=CLEAR+ALL", 400),
        ("GET", "/sparql?default-graph-uri=http://a/", {}, b"", 400),
        ("GET", "/sparql?query=ASK{}&default-graph-uri=a", {}, b"", 400),
        ("GET", "/sparql?query=ASK{}&default-graph-uri=http://a/%3E", {}, b"", 400),
        ("GET", "/sparql?query=ASK{}&using-graph-uri=http://a/", {}, b"", 400),
        ("DELETE", "/sparql", {}, b"", 405),
        ("POST", "/sparql", {"Content-Type": "application/sparql-query"}, b"#" * 4_000_001, 413),
        ("POST", "/sparql", {"Content-Type": "application/sparql-query; charset=utf-8"}, b"ASK {}", 200),
        ("OPTIONS", "/sparql", {}, b"", 204),
        ("HEAD", "/sparql?query=ASK{}", {}, b"", 200),
    ],
)
def test_odd_requests(server: Served, method: str, path: str, headers: dict[str, str], body: bytes, status: int) -> None:
    answer = server.send(method, path, headers=headers, content=body or None)
    assert answer.status_code == status, answer.text
    if status == 405:
        assert answer.headers["allow"] == "GET, HEAD, POST, OPTIONS"
    if method == "HEAD":
        assert not answer.content and int(answer.headers["content-length"]) > 0


def test_each_triple_of_several_default_graphs_counts_once(tmp_path: Path) -> None:
    path = tmp_path / "twice.trig"
    path.write_text("@prefix e: <http://e/> . e:a { e:s e:p e:o . e:s e:p 1 } e:b { e:s e:p e:o }\n", encoding="utf-8")
    count, asked = "(COUNT(*) AS ?n)", [("default-graph-uri", "http://e/a"), ("default-graph-uri", "http://e/b")]
    with served(path, "--workers", "1", "--quiet") as server:
        by_protocol = server.get("/sparql", params=[("query", f"SELECT {count} {{ ?s ?p ?o }}"), *asked], headers={"Accept": "text/csv"})
        by_query = server.ask(f"PREFIX e: <http://e/> SELECT {count} FROM e:a FROM <http://e/b> {{ ?s ?p ?o }}", "text/csv")
    assert by_protocol.text == by_query.text == "n\r\n2\r\n"


def test_the_service_describes_itself(server: Served) -> None:
    import rdflib

    sd = rdflib.Namespace("http://www.w3.org/ns/sparql-service-description#")
    for media, name in (("text/turtle", "turtle"), ("application/rdf+xml", "xml"), ("application/n-triples", "nt")):
        answer = server.get("/sparql", headers={"Accept": media})
        assert answer.headers["content-type"].startswith(media)
        graph = rdflib.Graph().parse(data=answer.text, format=name)
        service = graph.value(predicate=rdflib.RDF.type, object=sd.Service)
        assert str(graph.value(service, sd.endpoint)) == f"{server.url}/sparql"
        assert graph.value(service, sd.supportedLanguage) == sd.SPARQL11Query
        assert len(list(graph.objects(service, sd.resultFormat))) == 8
        assert not any(isinstance(node, rdflib.BNode) for node in graph.all_nodes())
    assert server.get("/sparql", headers={"Accept": "image/png"}).status_code == 406


def test_what_is_known_is_not_sent_again(server: Served) -> None:
    first = server.ask("ASK {}")
    again = server.get("/sparql", params={"query": "ASK {}"}, headers={"Accept": JSON, "If-None-Match": first.headers["etag"]})
    other = server.ask("ASK { ?s ?p ?o }")
    assert again.status_code == 304 and not again.content
    assert other.headers["etag"] != first.headers["etag"] != server.ask("ASK {}", "text/csv").headers["etag"]
