"""No query reaches another machine or a file: a canary server and a canary file tell."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import ExitStack
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import quote

import pytest
from pyoxigraph import Store

from fixtures import endpoint
from fixtures.made_up import RESOLUTION, kinds
from fixtures.served import ROOT, Served, served
from kg.cli import main
from kg.rdf import quads

TRIED = "import sys; from kg.serve.worker import without_network; sys.exit(not without_network())"
SECRET = "the canary sings"


class Canary:
    def __init__(self) -> None:
        self.asked: list[str] = []


@pytest.fixture(scope="module")
def canary() -> Iterator[tuple[str, Canary]]:
    """A server that says yes to everything and remembers what it was asked."""
    found = Canary()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            found.asked.append(self.path)
            body = f'<http://c/s> <http://c/p> "{SECRET}" .'.encode()
            self.send_response(200)
            self.send_header("Content-Type", "text/turtle")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def do_POST(self) -> None:
            self.do_GET()

        def log_message(self, *_: object) -> None:
            pass

    http = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=http.serve_forever, args=(0.01,))
    thread.start()
    yield f"http://127.0.0.1:{http.server_address[1]}/canary", found
    http.shutdown()
    thread.join()
    http.server_close()


@pytest.fixture(scope="module")
def behind() -> Iterator[Served]:
    """A server before another endpoint."""
    store = Store()
    store.extend(quads(RESOLUTION, kinds()))
    with endpoint.serving(store) as url, served(url, "--workers", "1", "--timeout", "20", "--quiet") as found:
        yield found


QUERIES = [
    "SELECT * {{ SERVICE <{url}> {{ ?s ?p ?o }} }}",
    "SELECT * {{ SERVICE SILENT <{url}> {{ ?s ?p ?o }} }}",
    "SELECT * {{ sErViCe<{url}>{{ ?s ?p ?o }} }}",
    "SELECT * {{ BIND(<{url}> AS ?x) SERVICE ?x {{ ?s ?p ?o }} }}",
    "SELECT * {{ \\u0053ERVICE <{url}> {{ ?s ?p ?o }} }}",
    "SELECT * FROM <{url}> {{ ?s ?p ?o }}",
    "SELECT * FROM NAMED <{url}> {{ GRAPH ?g {{ ?s ?p ?o }} }}",
    "LOAD <{url}>",
    "LOAD <{url}> INTO GRAPH <http://new.example/>",
    "SELECT * {{ GRAPH <{url}> {{ ?s ?p ?o }} }}",
    "DESCRIBE <{url}>",
]


def test_the_canary_would_sing(canary: tuple[str, Canary]) -> None:
    url, found = canary
    list(Store().query(f"SELECT * {{ SERVICE SILENT <{url}> {{ ?s ?p ?o }} }}"))
    assert found.asked
    found.asked.clear()


def test_a_worker_has_no_network_at_all(server: Served) -> None:
    """Where Linux allows it, workers live in a network of their own: beside the check of queries, not instead of it."""
    assert server.ask("ASK {}").status_code == 200
    ours = Path("/proc/self/ns/net").readlink()
    tried = subprocess.run([sys.executable, "-c", TRIED], env={**os.environ, "PYTHONPATH": str(ROOT / "src")}, check=False, timeout=60)
    if tried.returncode:
        pytest.skip("this system lets no process leave its network")
    assert server.workers()
    for process in server.workers():
        assert Path(f"/proc/{process}/ns/net").readlink() != ours


@pytest.mark.parametrize("query", QUERIES)
@pytest.mark.parametrize("which", ["server", "behind"])
def test_queries(which: str, query: str, canary: tuple[str, Canary], tmp_path: Path, request: pytest.FixtureRequest) -> None:
    server: Served = request.getfixturevalue(which)
    url, found = canary
    file = tmp_path / "canary.ttl"
    file.write_text(f'<http://c/s> <http://c/p> "{SECRET}" .', encoding="utf-8")
    for target in (url, file.as_uri()):
        for address in ("query", "update"):
            sent = server.send("POST", "/sparql", data={address: query.format(url=target)})
            assert SECRET not in sent.text
            assert sent.status_code in (200, 400, 403), sent.text
            if sent.status_code == 200:
                assert not any(word in query for word in ("SERVICE", "LOAD"))
    assert not found.asked


@pytest.mark.parametrize("which", ["server", "behind"])
@pytest.mark.parametrize("name", ["default-graph-uri", "named-graph-uri"])
def test_data_sets(which: str, name: str, canary: tuple[str, Canary], tmp_path: Path, request: pytest.FixtureRequest) -> None:
    server: Served = request.getfixturevalue(which)
    url, found = canary
    file = tmp_path / "canary.ttl"
    file.write_text(f'<http://c/s> <http://c/p> "{SECRET}" .', encoding="utf-8")
    query = "SELECT * { { ?s ?p ?o } UNION { GRAPH ?g { ?s ?p ?o } } }"
    for target in (url, file.as_uri(), "/etc/passwd", f"{file}"):
        answer = server.get("/sparql", params={"query": query, name: target})
        assert SECRET not in answer.text and answer.status_code in (200, 400, 403)
        assert answer.status_code != 200 or not answer.json()["results"]["bindings"]
        assert SECRET not in server.get("/data", params={"graph": target}).text
        for path, field in (("/resource", "iri"), ("/api/thing", "iri"), ("/api/article", "id"), ("/api/search", "q")):
            for accept in ("text/html", "text/turtle", "*/*"):
                assert SECRET not in server.get(path, params={field: target}, headers={"Accept": accept}).text
        for path in ("/entity/person/", "/article/", "/static/"):
            assert SECRET not in server.get(path + quote(target, safe="")).text
    assert not found.asked


def test_behind_another_endpoint_all_is_answered(behind: Served, server: Served) -> None:
    query = "SELECT ?name { ?x a kg:Person ; rdfs:label ?name } ORDER BY ?name"
    for accept in ("application/sparql-results+json", "application/sparql-results+xml", "text/csv", "text/tab-separated-values"):
        assert behind.ask(query, accept).content == server.ask(query, accept).content
    assert behind.ask("ASK { ?s a kg:Person }").json() == {"head": {}, "boolean": True}
    facts = "https://kg.example/graph/facts"
    counted = behind.get("/sparql", params={"query": "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }", "default-graph-uri": facts})
    assert counted.json() == server.ask("SELECT (COUNT(*) AS ?n) { ?s ?p ?o }").json()
    triples = behind.ask("CONSTRUCT { ?s a ?o } { ?s a ?o }", "application/n-triples")
    assert sorted(triples.text.splitlines()) == sorted(
        server.ask("CONSTRUCT { ?s a ?o } { ?s a ?o }", "application/n-triples").text.splitlines()
    )
    assert behind.get("/api/overview").json()["things"] == server.get("/api/overview").json()["things"]
    assert behind.ask("SELECT (1 AS").status_code == 400


@pytest.mark.parametrize(
    ("status", "media", "body"),
    [(500, "text/plain", b"it broke"), (200, "text/html", b"<p>"), (200, "application/sparql-results+json", b'{"head":')],
)
def test_an_endpoint_that_fails(status: int, media: str, body: bytes, capsys: pytest.CaptureFixture[str]) -> None:
    """It does not start before an endpoint that cannot be asked, and says which."""
    with endpoint.saying(status, media, body) as url:
        assert main(["serve", url, "--port", "0", "--workers", "1"]) == 1
    told = capsys.readouterr().err
    assert url in told and len(told.splitlines()) == 1 and "kg build" not in told


def test_an_endpoint_that_goes_away() -> None:
    store = Store()
    store.extend(quads(RESOLUTION, kinds()))
    with ExitStack() as stack:
        listening = ExitStack()
        url = listening.enter_context(endpoint.serving(store))
        server = stack.enter_context(served(url, "--workers", "1", "--quiet"))
        assert server.ask("ASK {}").status_code == 200
        listening.close()
        for answer in (server.ask("ASK {}"), server.get("/api/overview")):
            assert answer.status_code == 502 and url in answer.json()["error"]
