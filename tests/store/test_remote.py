from __future__ import annotations

import pytest
from pyoxigraph import Store

from fixtures.endpoint import saying, serving
from fixtures.made_up import RESOLUTION, kinds
from kg.errors import QueryError
from kg.graph import Graph
from kg.rdf import quads
from kg.store import remote
from kg.store.remote import RemoteSource

JSON = "application/sparql-results+json"


@pytest.fixture(scope="module")
def store() -> Store:
    found = Store()
    found.extend(quads(RESOLUTION, kinds()))
    return found


@pytest.mark.parametrize(
    ("status", "media", "body", "words"),
    [
        (200, "text/html", b"<html>", "no SPARQL endpoint"),
        (200, "", b"", "no SPARQL endpoint"),
        (200, JSON, b'{"head": {"vars": ["g"]}, "results": {"bindings": [', "broken or cut short"),
        (200, JSON, b"[]", "broken or cut short"),
        (200, JSON, b'{"head":{"vars":["g"]},"results":{"bindings":[{"g":{"type":"moon","value":"x"}}]}}', "broken or cut short"),
        (500, "text/plain", b"it\nbroke", "status 500: it broke"),
        (404, "text/plain", b"", "status 404: Not Found"),
        (200, "text/turtle", b"<a:a> <b:b>", "cannot be read"),
    ],
)
def test_bad_endpoints(status: int, media: str, body: bytes, words: str) -> None:
    with saying(status, media, body) as url, pytest.raises(QueryError, match=words) as caught:
        Graph.load(url).query("posts")
    assert "\n" not in str(caught.value)


def test_nobody_there() -> None:
    with serving(Store()) as url:
        pass
    with pytest.raises(QueryError, match="no answer"):
        Graph.load(url).query("posts")


@pytest.mark.parametrize("url", ["http://", "http://[", "http://127.0.0.1:99999/"])
def test_odd_addresses(url: str) -> None:
    with pytest.raises(QueryError, match="no answer"):
        Graph.load(url).query("posts")


def test_too_much(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(remote, "LARGEST", 10)
    with saying(200, JSON, b"x" * 100) as url, pytest.raises(QueryError, match="larger than"):
        Graph.load(url).query("posts")


def test_an_empty_endpoint() -> None:
    with serving(Store()) as url:
        loaded = Graph.load(url)
        assert loaded.query("posts").rows == ()
        assert loaded.source.base == "https://kg.example/"
        assert list(loaded.source.quads()) == []
        loaded.close()


def test_yes_no_and_triples(store: Store) -> None:
    with serving(store) as url:
        loaded = Graph.load(url)
        assert loaded.query("ASK { country:alba kg:exportsTo ?who }").boolean
        made = loaded.query("CONSTRUCT { ?s kg:exportsTo ?o } WHERE { ?s kg:exportsTo ?o }")
        assert [[str(cell) for cell in triple] for triple in made.triples] == [
            ["https://kg.example/country/alba", "https://kg.example/ontology#exportsTo", "https://kg.example/country/borduria"]
        ]


def test_a_syntax_error_is_found_before_anything_is_sent(store: Store) -> None:
    with serving(store) as url, pytest.raises(QueryError, match="line 2"):
        Graph.load(url).query("SELECT * {\n ?s ?p }")


def test_an_answer_without_an_end_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kg.store.remote.WHOLE", -1.0)
    with saying(200, JSON, b" " * 100) as url, pytest.raises(QueryError, match="not whole after"):
        Graph.load(url).query("posts")


def test_triples_where_none_were_asked_for() -> None:
    with (
        saying(200, JSON, b'{"head":{"vars":["g"]},"results":{"bindings":[]}}') as url,
        pytest.raises(QueryError, match="triples were asked for"),
    ):
        list(RemoteSource(url).facts())


def test_languages_and_datatypes_arrive(store: Store) -> None:
    with serving(store) as url:
        cells = Graph.load(url).query("SELECT ?l ?v { status:held skos:prefLabel ?l . observation:1 kg:value ?v }").bindings[0]
        assert [(c.value, c.datatype, c.language) for c in cells if c] == [
            ("held", "", "en"),
            ("1518000000", "http://www.w3.org/2001/XMLSchema#decimal", ""),
        ]
