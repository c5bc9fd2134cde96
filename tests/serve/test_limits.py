"""Queries that would never end or take everything are stopped, with an error and never with half an answer; others go on meanwhile."""

from __future__ import annotations

import contextlib
import os
import signal
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import httpx
import pytest

from fixtures.served import PLAIN, Served, served

# 300 steps in a ring: small to store, without end for whoever goes through every combination
RING = "@prefix e: <http://e/> .\n" + "".join(
    f'e:n{i} e:to e:n{(i + 1) % 300}, e:n{(i * 7) % 300} ; e:is "{i:050d}" .\n' for i in range(300)
)
CROSS = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l FILTER(STRLEN(CONCAT(STR(?c), STR(?f), STR(?i))) = 1) }"
PATHS = """SELECT (COUNT(*) AS ?n) { ?a (<http://e/to>|!<http://e/is>)+ ?b . ?b (<http://e/to>/<http://e/to>)* ?c .
  ?c <http://e/to>* ?d . ?d <http://e/to>* ?x }"""
SORT = "SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i } ORDER BY ?c ?f ?i"
GLUED = "SELECT (GROUP_CONCAT(CONCAT(?c, ?f, ?i)) AS ?x) { ?a <http://e/is> ?c . ?d <http://e/is> ?f . ?g <http://e/is> ?i }"
LIST = "SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }"


@pytest.fixture(scope="module")
def ring(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("ring") / "ring.ttl"
    path.write_text(RING, encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def strict(ring: Path) -> Iterator[Served]:
    options = ("--timeout", "2", "--max-rows", "1000", "--max-bytes", "300000", "--memory", "150", "--workers", "1", "--quiet")
    with served(ring, *options) as found:
        yield found


@pytest.fixture(scope="module")
def patient(ring: Path) -> Iterator[Served]:
    """One that waits long and gives little memory."""
    with served(ring, "--timeout", "60", "--memory", "150", "--workers", "1", "--quiet") as found:
        yield found


def well(server: Served) -> None:
    assert server.ask("ASK { ?s ?p ?o }").json()["boolean"] is True


@pytest.mark.parametrize("query", [CROSS, PATHS], ids=["cross product", "endless path"])
def test_time(strict: Served, query: str) -> None:
    before = strict.workers()
    answer = strict.ask(query)
    assert answer.status_code == 503 and "stopped after 2 seconds" in answer.json()["error"]
    well(strict)
    assert before - strict.workers(), "the process at work was to be ended"


@pytest.mark.parametrize("query", [SORT, GLUED], ids=["sort", "concatenation"])
def test_memory(patient: Served, query: str) -> None:
    answer = patient.ask(query)
    assert answer.status_code == 500 and "150" not in answer.text and str(150 * 2**20) in answer.json()["error"]
    assert "--memory" in answer.json()["next"]
    well(patient)


@pytest.mark.parametrize(
    "accept", ["application/sparql-results+json", "application/sparql-results+xml", "text/csv", "text/tab-separated-values"]
)
def test_rows_and_bytes(strict: Served, accept: str) -> None:
    words = 'SELECT ("a\n\\"}},{\\"<result>" AS ?x) ?s'
    exact = strict.ask(f"{words} {{ ?s ?p ?o }} LIMIT 1000".replace("\n", "\\n"), accept)
    assert exact.status_code == 200, exact.text
    more = strict.ask("SELECT ?s { ?s ?p ?o . ?t ?q ?u } LIMIT 1001", accept)
    assert more.status_code == 500 and "1000 rows" in more.json()["error"]
    large = strict.ask("SELECT (CONCAT(?c,?c,?c,?c,?c,?c,?c,?c) AS ?x) { ?a <http://e/is> ?c . ?d ?e ?f } LIMIT 999", accept)
    assert large.status_code == 500 and "300000 bytes" in large.json()["error"]
    assert strict.ask(LIST, accept).status_code == 500
    well(strict)


def test_triples(strict: Served) -> None:
    for accept in ("text/turtle", "application/n-triples", "application/rdf+xml", "application/ld+json"):
        answer = strict.ask("CONSTRUCT { ?a ?b ?f } { ?a ?b ?c . ?d ?e ?f }", accept)
        assert answer.status_code == 500 and answer.json()["error"]
        assert strict.ask("CONSTRUCT { ?a ?b ?c } { ?a ?b ?c } LIMIT 500", accept).status_code == 200


def test_slow_queries_do_not_hold_up_quick_ones(ring: Path) -> None:
    with served(ring, "--timeout", "60", "--quiet") as server, ThreadPoolExecutor(11) as pool:
        started = threading.Barrier(12, timeout=30)

        def slow(number: int) -> int:
            started.wait()
            with contextlib.suppress(httpx.HTTPError):
                return server.ask(f"{CROSS} # {number}").status_code  # the same one would run once for all
            return 0

        running = [pool.submit(slow, number) for number in range(11)]
        started.wait()
        while server.get("/health").json()["running"] < 11:
            time.sleep(0.05)
        well(server)
        assert not any(future.done() for future in running), "the quick one was to be answered while the slow ones ran"
        server.process.send_signal(signal.SIGINT)
        server.process.wait(20)


def test_the_queue_has_an_end(ring: Path) -> None:
    options = ("--timeout", "1", "--workers", "1", "--at-once", "1", "--queue", "2", "--quiet")
    with served(ring, *options) as server, ThreadPoolExecutor(6) as pool:
        answers = [future.result() for future in [pool.submit(server.ask, f"{CROSS} # {n}") for n in range(6)]]
        assert {answer.status_code for answer in answers} == {503}
        refused = [answer for answer in answers if "too many" in answer.json()["error"]]
        assert len(refused) >= 3 and all(int(answer.headers["retry-after"]) >= 1 for answer in refused)
        well(server)


def test_the_same_query_runs_once_for_all_who_ask(ring: Path) -> None:
    options = ("--timeout", "60", "--workers", "1", "--at-once", "1", "--queue", "0", "--quiet")
    with served(ring, *options) as server, ThreadPoolExecutor(6) as pool:
        slow = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g <http://e/to> <http://e/n1> }"
        answers = [future.result() for future in [pool.submit(server.ask, slow) for _ in range(6)]]
        assert [answer.status_code for answer in answers] == [200] * 6 and len({answer.content for answer in answers}) == 1
        assert server.ask(slow).headers["etag"] == answers[0].headers["etag"]
        assert server.send("POST", "/sparql", data={"query": slow}).content == answers[0].content


def test_a_client_that_hangs_up_stops_its_query(patient: Served) -> None:
    with httpx.Client(verify=PLAIN, trust_env=False) as client, pytest.raises(httpx.ReadTimeout):
        client.get(f"{patient.url}/sparql", params={"query": CROSS}, timeout=httpx.Timeout(30, read=0.5))
    until = time.monotonic() + 30
    while patient.get("/health").json()["running"] and time.monotonic() < until:
        time.sleep(0.05)
    assert patient.get("/health").json()["running"] == 0
    well(patient)


def test_a_worker_that_dies_is_replaced(ring: Path) -> None:
    with served(ring, "--timeout", "60", "--workers", "1", "--quiet") as server, ThreadPoolExecutor(1) as pool:
        asked = pool.submit(server.ask, CROSS)
        while not server.get("/health").json()["running"]:
            time.sleep(0.02)
        (worker,) = server.workers()
        os.kill(worker, signal.SIGKILL)
        answer = asked.result()
        assert answer.status_code == 503 and "ended" in answer.json()["error"] and answer.headers["retry-after"]
        well(server)
        assert worker not in server.workers()


def test_no_process_is_left(ring: Path) -> None:
    """Whatever ends the server: Ctrl-C, and even a kill that it does not hear."""
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGKILL):
        with served(ring, "--timeout", "60", "--workers", "1", "--quiet") as server, ThreadPoolExecutor(1) as pool:
            asked = pool.submit(_try, server)
            while not server.get("/health").json()["running"]:
                time.sleep(0.02)
            workers = server.workers()
            assert workers
            server.process.send_signal(number)
            server.process.wait(20)
            asked.result()
            until = time.monotonic() + 20
            while time.monotonic() < until and any(_runs(worker) for worker in workers):
                time.sleep(0.05)
            assert not [worker for worker in workers if _runs(worker)]
            if number != signal.SIGKILL:
                assert server.process.returncode == 0


def _try(server: Served) -> None:
    with contextlib.suppress(httpx.HTTPError):
        server.ask(CROSS)


def _runs(process: int) -> bool:
    try:
        return b"kg.serve.worker" in Path(f"/proc/{process}/cmdline").read_bytes()
    except OSError:
        return False
