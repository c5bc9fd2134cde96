"""The explorer's page and data, pages and triples of every IRI, the description of the routes, and graphs whole."""

from __future__ import annotations

import html.parser
import json
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import pytest
import rdflib
from pyoxigraph import RdfFormat, parse

from fixtures.made_up import EVIL
from fixtures.served import Served
from kg.data import read_text
from kg.explore import Explorer, assets
from kg.graph import Graph

BASE = "https://kg.example/"
JANE = f"{BASE}person/jane-roe"
HTML, TURTLE = {"Accept": "text/html"}, {"Accept": "text/turtle"}


class Page(html.parser.HTMLParser):
    """The elements and addresses of a page."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.addresses: list[str] = []
        self.odd: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        for name, value in attrs:
            if name in ("href", "src"):
                self.addresses.append(value or "")
            if name.startswith("on") or name in ("style", "srcdoc"):
                self.odd.append(name)


@pytest.fixture(scope="module")
def explorer(folder: Path) -> Iterator[Explorer]:
    with Graph.load(folder) as graph:
        yield Explorer(graph)


# ---- the explorer's own routes


def test_the_page_and_what_it_loads(server: Served) -> None:
    answer = server.get("/")
    assert answer.headers["content-type"] == "text/html; charset=utf-8"
    page = Page(answer.text)
    loaded = [address for address in page.addresses if not address.startswith(("#", "data:"))]
    assert loaded and all(address.startswith("/") for address in loaded) and not page.odd
    for address in loaded:
        assert server.get(address).status_code == 200, address
    for name, (raw, media) in assets().items():
        found = server.get(f"/static/{name}")
        assert found.content == raw and found.headers["content-type"] == media


def test_overview(server: Served, explorer: Explorer) -> None:
    answer = server.get("/api/overview")
    assert answer.json() == json.loads(json.dumps(explorer.overview()))
    assert answer.headers["content-encoding"] == "gzip"
    plain = server.get("/api/overview", headers={"Accept-Encoding": "identity"})
    assert "content-encoding" not in plain.headers and plain.content == answer.content
    assert server.get("/api/overview", headers={"If-None-Match": answer.headers["etag"]}).status_code == 304
    refused = server.get("/api/overview", headers={"Accept-Encoding": "gzip;q=0"})
    assert "content-encoding" not in refused.headers


def test_quotes_articles_search_and_cards(server: Served, explorer: Explorer) -> None:
    assert server.get("/api/quotes?n=0,2,1").json() == explorer.quotes([0, 2, 1])
    for article in explorer.overview()["articles"]:
        assert server.get("/api/article", params={"id": article["id"]}).json() == json.loads(json.dumps(explorer.article(article["id"])))
    assert server.get("/api/search", params={"q": "rOE"}).json() == explorer.search("roe")
    assert len(server.get("/api/search", params={"q": "a", "limit": "1"}).json()) == 1
    assert server.get("/api/thing", params={"iri": JANE}).json() == json.loads(json.dumps(explorer.thing(JANE)))


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/api/quotes", 400),
        ("/api/quotes?n=", 400),
        ("/api/quotes?n=a", 400),
        ("/api/quotes?n=1,,2", 400),
        ("/api/quotes?n=-1", 400),
        ("/api/quotes?n=99999", 404),
        ("/api/quotes?n=" + "1," * 2500 + "1", 400),
        ("/api/article", 400),
        ("/api/article?id=no", 404),
        ("/api/search", 400),
        ("/api/search?q=", 400),
        ("/api/search?q=a&q=b", 400),
        ("/api/search?q=a&limit=0", 400),
        ("/api/search?q=a&limit=1000", 400),
        ("/api/search?q=a&limit=x", 400),
        ("/api/search?q=a&limit=%D9%A3", 400),
        ("/api/search?q=a&type=Human", 400),
        ("/api/search?q=a&type=Event&type=Country", 400),
        ("/api/article?id=%00", 404),
        ("/api/thing?iri=%FF", 404),
        ("/static/..%2f..%2fetc%2fpasswd", 404),
        ("/static/%2e%2e/%2e%2e/etc/passwd", 404),
        ("/nothing%0d%0aX:1", 404),
        ("/entity/person/%FF%FE", 400),
        ("/entity/person/a%0ab", 400),
        ("/api/thing?iri=http://no/", 404),
        ("/api/thing", 400),
        ("/api/no", 404),
        ("/static/no.js", 404),
        ("/api/search?q=" + "a" * 9000, 414),
        ("/resource", 400),
        ("/resource?iri=no", 400),
        ("/resource?iri=http://no/", 404),
        ("/entity/person/no", 404),
        ("/article/no", 404),
        ("/entity/a%3Eb/c", 400),
        ("/data", 400),
        ("/data?default&graph=http://a/", 400),
        ("/data?default=1", 400),
        ("/data?graph=a", 400),
        ("/data?graph=http://no/", 404),
    ],
)
def test_errors_say_what_to_do(server: Served, path: str, status: int) -> None:
    answer = server.get(path)
    assert answer.status_code == status, answer.text
    told = answer.json()
    assert answer.headers["content-type"] == "application/json"
    assert set(told) <= {"error", "allowed", "next"} and told["error"] and "Traceback" not in answer.text


@pytest.mark.parametrize("method", ["TRACE", "PROPFIND", "FOO", "POST"])
@pytest.mark.parametrize("path", ["/", "/api/overview", "/sparql", "/nothing"])
def test_a_method_without_meaning_here_is_told_in_json(server: Served, method: str, path: str) -> None:
    answer = server.send(method, path)
    assert answer.status_code in (404, 405, 415) and answer.headers["content-type"] == "application/json"
    assert answer.json()["error"] and ("allow" in answer.headers) == (answer.status_code == 405)


def test_a_search_may_be_narrowed_to_a_type(server: Served) -> None:
    every = server.get("/api/search?q=alba&limit=100").json()
    assert server.get("/api/search?q=alba&type=Event&limit=100").json() == [hit for hit in every if hit["type"] == "Event"] != every


# ---- pages and triples of IRIs


def test_every_thing_has_a_page_and_triples(server: Served, explorer: Explorer) -> None:
    for thing in explorer.overview()["things"]:
        path = "/entity/" + thing["id"].removeprefix(BASE)
        page = server.get(path, headers=HTML)
        assert page.status_code == 200 and page.headers["content-type"] == "text/html; charset=utf-8"
        assert "script" not in Page(page.text).tags and not Page(page.text).odd
        graph = rdflib.Graph().parse(data=server.get(path, headers=TURTLE).text, format="turtle")
        assert (rdflib.URIRef(thing["id"]), rdflib.RDFS.label, rdflib.Literal(thing["name"])) in graph


def test_facts_and_their_words_are_on_the_page(server: Served) -> None:
    page = server.get("/entity/person/jane-roe", headers=HTML).text
    assert "Director" in page and "opened the Fair in Port Alba." in page and "Bureau of Trade" in page
    inside = Page(page).addresses
    assert "/#id=person/jane-roe" in inside and "/entity/agency/bureau-of-trade" in inside
    assert any(address.startswith("/article/a1#char=") for address in inside)


def test_every_node_of_the_graph_can_be_followed(server: Served) -> None:
    """From one thing on, whatever a page links to inside the server answers."""
    seen: set[str] = set()
    queue = ["/entity/person/jane-roe"]
    while queue and len(seen) < 60:
        path = queue.pop(0)
        if path in seen:
            continue
        seen.add(path)
        answer = server.get(path, headers=HTML)
        known = path.startswith("/resource?iri=http%3A%2F%2Fwww.w3.org") or "ontology" in path or "wikidata" in path or "geonames" in path
        assert answer.status_code == 200 or known, path
        queue += [a.partition("#")[0] for a in Page(answer.text).addresses if a.startswith(("/entity", "/article", "/resource"))]
    assert any("/tenure/" in path for path in seen) and any(path.startswith("/article/") for path in seen)


def test_articles(server: Served, explorer: Explorer) -> None:
    for article in explorer.overview()["articles"]:
        (iri,) = [
            b["s"]["value"]
            for b in server.ask(f"SELECT ?s {{ ?s kg:identifier {json.dumps(article['id'])} }}").json()["results"]["bindings"]
        ]
        path = "/article/" + quote(iri.removeprefix(f"{BASE}article/"))
        page = server.get(path, headers=HTML)
        assert page.status_code == 200 and "What it tells" in page.text and '<blockquote id="char=' in page.text
        assert "script" not in Page(page.text).tags
        graph = rdflib.Graph().parse(data=server.get(path, headers=TURTLE).text, format="turtle")
        assert (rdflib.URIRef(iri), None, rdflib.Literal(article["id"])) in graph
    assert "&lt;script&gt;" in server.get("/article/a1", headers=HTML).text


def test_what_an_article_says_is_never_markup(server: Served) -> None:
    for path in (
        "/entity/organization/acme",
        "/resource?iri=" + quote(f"{BASE}statement/1", safe=""),
        "/entity/statement/1",
        "/article/a1",
    ):
        text = server.get(path, headers=HTML).text
        assert "<script" not in text and "alert(1)" in text
    assert EVIL.split("<")[0][:9] in server.ask("SELECT ?t { ?s kg:text ?t }", "text/csv").text


def test_resource_is_the_same(server: Served) -> None:
    by_iri = server.get("/resource", params={"iri": JANE}, headers=TURTLE)
    assert by_iri.text == server.get("/entity/person/jane-roe", headers=TURTLE).text and "person:jane-roe" in by_iri.text
    concept = server.get("/resource", params={"iri": f"{BASE}ontology/status#held"}, headers=HTML)
    assert concept.status_code == 200 and "status:held" in concept.text


@pytest.mark.parametrize(
    ("accept", "media"),
    [
        ("", "text/html"),
        ("*/*", "text/html"),
        ("text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8", "text/html"),
        ("application/ld+json", "application/ld+json"),
        ("application/n-triples", "application/n-triples"),
        ("application/rdf+xml", "application/rdf+xml"),
        ("text/turtle, text/html;q=0.9", "text/turtle"),
    ],
)
def test_page_or_triples(server: Served, accept: str, media: str) -> None:
    answer = server.get("/entity/person/jane-roe", headers={"Accept": accept})
    assert answer.headers["content-type"].startswith(media) and "accept" in answer.headers["vary"].lower()
    assert server.get("/entity/person/jane-roe", headers={"Accept": "image/png"}).status_code == 406


# ---- graphs whole


@pytest.mark.parametrize(
    "known", [RdfFormat.TURTLE, RdfFormat.N_TRIPLES, RdfFormat.RDF_XML, RdfFormat.JSON_LD], ids=lambda known: str(known.file_extension)
)
def test_graphs(server: Served, known: RdfFormat) -> None:
    headers = {"Accept": known.media_type}

    def triples(**named: str) -> int:
        answer = server.get("/data" if named else "/data?default", params=named or None, headers=headers)
        assert answer.headers["content-type"].startswith(known.media_type)
        return len(set(parse(answer.content, format=known)))

    counted = int(server.ask("SELECT (COUNT(*) AS ?n) { ?s ?p ?o }", "text/csv").text.split()[1])
    assert triples() == triples(graph=f"{BASE}graph/facts") == counted
    assert 0 < triples(graph=f"{BASE}graph/article-a1") < counted
    head = server.send("HEAD", "/data?default", headers=headers)
    assert head.status_code == 200 and not head.content
    assert server.get("/data?default", headers={"Accept": "text/csv"}).status_code == 406


# ---- the description


def test_the_description_names_every_route(server: Served) -> None:
    found = server.get("/openapi.json").json()
    assert found == json.loads(read_text("serve/openapi.json"))
    from kg.serve.app import _ROUTES

    served = {path for path, _ in _ROUTES} - {"/static/{name:path}", "/openapi.json", "/openapi"} | {"/sparql", "/data"}
    assert set(found["paths"]) == served
    page = Page(server.get("/openapi").text)
    assert "script" not in page.tags and all(address.startswith(("/", "data:")) for address in page.addresses)
    for path in found["paths"]:
        assert path in server.get("/openapi").text


def test_the_description_is_valid() -> None:
    validator = pytest.importorskip("openapi_spec_validator", reason="openapi-spec-validator is not installed")
    validator.validate(json.loads(read_text("serve/openapi.json")))


def test_health(server: Served) -> None:
    assert server.get("/health").json() == {"status": "ok", "running": 0, "waiting": 0}
