"""The application in this process: what needs no server around it."""

from __future__ import annotations

import asyncio
import json
import os
import signal
import time
from collections.abc import Awaitable, Callable, Coroutine
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import httpx
import pytest

from fixtures.protocol import CASES, DATA
from kg.errors import KgError
from kg.serve import Settings, application, wire, worker
from kg.serve.app import closed, opened
from kg.serve.capped import TooMuchError
from kg.serve.problems import ProblemError
from kg.serve.state import State
from kg.store import from_quads, open_source

Client = httpx.AsyncClient
LIMITS = wire.Start("memory", rows=5, size=2_000, memory=10**9, timeout=10)


def within(settings: Settings, work: Callable[[Client, State], Awaitable[None]], log: Callable[[str], None] = lambda line: None) -> None:
    """Runs ``work`` with a client of an application that is open."""

    async def run() -> None:
        state = await opened(settings, log)
        try:
            transport = httpx.ASGITransport(app=application(settings, log, state))
            async with Client(transport=transport, base_url="http://localhost", timeout=60) as client:
                await work(client, state)
        finally:
            await closed(state)

    apart(run())


def apart(work: Coroutine[None, None, None]) -> None:
    """Runs it in a thread: in this one playwright may have a loop of its own for tests of other folders."""
    with ThreadPoolExecutor(1) as pool:
        pool.submit(asyncio.run, work).result()


def test_the_protocol(tmp_path: Path) -> None:
    path = tmp_path / "graphs.trig"
    path.write_text(DATA, encoding="utf-8")

    async def work(client: Client, state: State) -> None:
        for case in CASES:
            answer = await client.request(case.method, f"/sparql{case.address}", headers=dict(case.headers), content=case.body or None)
            assert case.passes(answer.status_code, answer.headers.get("content-type", ""), answer.content), case.name

    within(Settings(str(path), workers=1), work)


def test_routes(folder: Path) -> None:
    lines: list[str] = []

    async def work(client: Client, state: State) -> None:
        for path, status in (
            ("/", 200),
            ("/static/pages.css", 200),
            ("/static/no", 404),
            ("/api/overview", 200),
            ("/api/quotes?n=0", 200),
            ("/api/quotes?n=x", 400),
            ("/api/quotes?n=999999", 404),
            ("/api/article?id=a1", 200),
            ("/api/search?q=roe", 200),
            ("/api/search?q=roe&limit=0", 400),
            ("/api/thing?iri=https://kg.example/person/jane-roe", 200),
            ("/entity/person/jane-roe", 200),
            ("/entity/tenure/roe-director", 200),
            ("/entity/person/no", 404),
            ("/article/a1", 200),
            ("/resource?iri=x:y", 404),
            ("/data?default", 200),
            ("/data", 400),
            ("/data?graph=x:y", 404),
            ("/data?graph=https://kg.example/graph/facts", 200),
            ("/openapi", 200),
            ("/openapi.json", 200),
            ("/health", 200),
            ("/sparql", 200),
            ("/no", 404),
        ):
            answer = await client.get(path)
            assert answer.status_code == status, path
        assert (await client.get("/entity/person/jane-roe", headers={"Accept": "text/turtle"})).text.startswith("@prefix")
        assert (await client.get("/entity/person/no", headers={"Accept": "text/turtle"})).status_code == 404
        assert (await client.post("/api/overview")).status_code == 405
        assert (await client.options("/data")).status_code == 204
        assert state.pool.processes and state.pool.running == 0

    within(Settings(str(folder), workers=1), work, lines.append)
    assert any("GET /entity/person/no 404" in line for line in lines)


def test_a_defect_is_told_without_its_inside(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    lines: list[str] = []

    async def work(client: Client, state: State) -> None:
        async def broken(*question: object) -> None:
            raise ZeroDivisionError("the secret inside")

        monkeypatch.setattr(state.library, "ask", broken)
        answer = await client.get("/api/search?q=a")
        assert answer.status_code == 500 and "ZeroDivisionError" in answer.json()["error"] and "secret" not in answer.text

    within(Settings(str(folder), workers=1), work, lines.append)
    assert any("defect" in line for line in lines)


def test_the_explorer_that_takes_long_is_not_waited_for(folder: Path) -> None:
    import threading

    async def work(client: Client, state: State) -> None:
        began, let_go = threading.Event(), threading.Event()
        slow = asyncio.create_task(state.library.ask(lambda explorer: began.set() or let_go.wait(60)))
        await asyncio.to_thread(began.wait, 30)
        answer = await client.get("/api/search?q=a")
        assert answer.status_code == 503 and answer.headers["retry-after"]
        let_go.set()
        with pytest.raises(ProblemError, match="still being read"):
            await slow
        assert (await client.get("/api/search?q=a")).status_code == 200

    within(Settings(str(folder), workers=1, timeout=1.0), work)


def test_the_overview_holds_nobody_up(folder: Path) -> None:
    """Its process stands still here; everything else is answered, and so is the overview once it goes on."""

    async def work(client: Client, state: State) -> None:
        assert state.survey.process is None
        assert (await client.get("/api/quotes?n=0")).status_code == 200
        assert state.survey.process is not None
        os.kill(state.survey.process, signal.SIGSTOP)
        slow = asyncio.create_task(client.get("/api/overview"))
        for path in (
            "/api/search?q=a",
            "/api/thing?iri=https://kg.example/person/jane-roe",
            "/api/article?id=a1",
            "/entity/person/jane-roe",
            "/api/quotes?n=0",
        ):
            assert (await client.get(path)).status_code == 200, path
        assert not slow.done()
        late = await client.get("/api/quotes?n=1")
        assert late.status_code == 503 and late.headers["retry-after"] and "still being read" in late.json()["error"]
        os.kill(state.survey.process, signal.SIGCONT)
        assert (await slow).status_code == 503, "nobody waits longer than for a query"
        until = time.monotonic() + 60
        while (answer := await client.get("/api/overview")).status_code == 503 and time.monotonic() < until:
            await asyncio.sleep(0.05)
        assert answer.status_code == 200
        assert (await client.get("/api/overview", headers={"If-None-Match": answer.headers["etag"]})).status_code == 304

    within(Settings(str(folder), workers=1, timeout=3.0), work)


def test_the_overview_s_process_may_die(folder: Path) -> None:
    async def work(client: Client, state: State) -> None:
        first = await client.get("/api/overview")
        assert first.status_code == 200 and state.survey.process is not None
        os.kill(state.survey.process, signal.SIGSTOP)
        asked = asyncio.create_task(client.get("/api/quotes?n=0"))
        await asyncio.sleep(0.2)
        os.kill(state.survey.process, signal.SIGKILL)
        answer = await asked
        assert answer.status_code == 503 and "ended" in answer.json()["error"]
        assert (await client.get("/api/overview")).content == first.content
        assert (await client.get("/api/quotes?n=0")).status_code == 200

    within(Settings(str(folder), workers=1), work)


def test_limits(folder: Path) -> None:
    cross = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i FILTER(STRLEN(CONCAT(STR(?c), STR(?f), STR(?i))) = 1) }"

    async def work(client: Client, state: State) -> None:
        asked = [asyncio.create_task(client.get("/sparql", params={"query": f"{cross} # {n}"})) for n in range(4)]
        answers = [await one for one in asked]
        assert [answer.status_code for answer in answers] == [503] * 4
        assert sum("too many" in answer.json()["error"] for answer in answers) >= 2
        assert (await client.get("/sparql", params={"query": "ASK {}"})).status_code == 200

    within(Settings(str(folder), workers=1, at_once=1, queue=1, timeout=1.5), work)


def test_it_opens_itself_where_nobody_did(folder: Path) -> None:
    before = set(folder.glob(".kg-serve-*"))  # of servers that other tests have

    async def run() -> None:
        app = application(Settings(str(folder), workers=1))
        messages: asyncio.Queue[dict[str, str]] = asyncio.Queue()
        told: list[str] = []
        ready = asyncio.Event()

        async def send(message: object) -> None:
            told.append(message["type"])  # type: ignore[index]
            ready.set()

        messages.put_nowait({"type": "lifespan.startup"})
        life = asyncio.create_task(app({"type": "lifespan", "asgi": {"version": "3.0"}, "state": {}}, messages.get, send))  # type: ignore[arg-type]
        await ready.wait()
        async with Client(transport=httpx.ASGITransport(app=app), base_url="http://127.0.0.1") as client:
            assert (await client.get("/sparql?query=ASK{}")).json()["boolean"] is True
        messages.put_nowait({"type": "lifespan.shutdown"})
        await life
        assert told == ["lifespan.startup.complete", "lifespan.shutdown.complete"]

    apart(run())
    assert set(folder.glob(".kg-serve-*")) == before


def test_a_graph_that_cannot_be_opened(tmp_path: Path) -> None:
    path = tmp_path / "graph.ttl"
    path.write_text("no Turtle", encoding="utf-8")
    with pytest.raises(KgError, match="is no valid ttl file"):
        apart(opened(Settings(str(path)), lambda line: None))  # type: ignore[arg-type]


# ---- the worker's part, without a process


@pytest.mark.parametrize(
    ("query", "results", "triples", "status", "limit"),
    [
        ("ASK {}", "json", "", 200, ""),
        ("SELECT * { VALUES ?x { 1 2 3 4 5 } }", "csv", "", 200, ""),
        ("SELECT * { VALUES ?x { 1 2 3 4 5 6 } }", "csv", "", 500, "rows"),
        (f"SELECT * {{ BIND('{'x' * 3000}' AS ?x) }}", "csv", "", 500, "bytes"),
        ("CONSTRUCT { ?s ?p ?o } { ?s ?p ?o } LIMIT 5", "", "turtle", 200, ""),
        ("CONSTRUCT { ?s ?p ?o } { ?s ?p ?o } LIMIT 6", "", "turtle", 500, "rows"),
        ("CONSTRUCT { ?s ?p ?o } { ?s ?p ?o }", "json", "", 406, "construct"),
        ("ASK {}", "", "turtle", 406, "ask"),
        ("ASK { SERVICE <http://x/> {} }", "json", "", 403, ""),
        ("DROP ALL", "json", "", 400, ""),
        ("ASK { ?s", "json", "", 400, ""),
    ],
)
def test_answers(folder: Path, query: str, results: str, triples: str, status: int, limit: str) -> None:
    answer = worker.answered(open_source(folder), wire.Asked(query, results, triples), LIMITS)
    assert (
        (answer.status, answer.limit) == (status, limit) and bool(answer.error) is (status != 200) and bool(answer.body) is (status == 200)
    )


def test_xml_holds_only_what_xml_can() -> None:
    source = from_quads([])
    for query, wanted in (
        ('SELECT ("a\\u0001b\\rc" AS ?x) {}', wire.Asked("", "xml")),
        ('CONSTRUCT { <x:a> <x:b> "a\\u0001b\\rc" } {}', wire.Asked("", "", "rdfxml")),
    ):
        asked = wire.Asked(query, wanted.results, wanted.triples)
        body = worker.answered(source, asked, LIMITS).body
        assert "a\N{REPLACEMENT CHARACTER}b&#13;c".encode() in body


def test_frames() -> None:
    import io

    for message in (wire.Asked("é", "json", "", ("http://a/",), None), wire.Asked("", named=())):
        told, body = wire.read(io.BytesIO(wire.head(message))) or ({}, b"")
        assert wire.asked(told) == message and not body
    answer = wire.Answered(200, b"\x00\xff", "json", rows=3)
    told, body = wire.read(io.BytesIO(wire.head(answer) + answer.body)) or ({}, b"")
    assert wire.answered(told, body) == answer
    assert wire.read(io.BytesIO(b"")) is None
    assert json.dumps(told) and str(TooMuchError("rows")) == "rows"


def test_names_are_read_before_anybody_asks(folder: Path) -> None:
    """And again for the graph that takes the place of this one."""

    async def work(client: Client, state: State) -> None:
        state.library.warm()
        for _ in range(2):
            seen: list[bool] = []
            until = time.monotonic() + 60
            while seen[-1:] != [True] and time.monotonic() < until:
                await asyncio.sleep(0.02)
                seen.append(await state.library.ask(lambda explorer: "_index" in vars(explorer)))
            assert seen[-1], "the question itself reads no names"
            for tell in state.generations.renewed:
                tell()

    within(Settings(str(folder), workers=1), work)


def test_a_search_goes_before_cards_that_wait(folder: Path) -> None:
    import threading

    async def work(client: Client, state: State) -> None:
        began, let_go = threading.Event(), threading.Event()
        order: list[str] = []
        first = asyncio.create_task(state.library.ask(lambda explorer: began.set() or let_go.wait(60)))
        await asyncio.to_thread(began.wait, 30)
        asked = [asyncio.create_task(state.library.ask(lambda explorer, n=n: order.append(f"card {n}"))) for n in range(2)]
        await asyncio.sleep(0)
        asked += [asyncio.create_task(state.library.ask(lambda explorer, n=n: order.append(f"search {n}"), quick=True)) for n in range(2)]
        await asyncio.sleep(0.05)
        let_go.set()
        await asyncio.gather(first, *asked)
        assert order == ["search 0", "search 1", "card 0", "card 1"]

    within(Settings(str(folder), workers=1), work)
