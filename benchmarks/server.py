"""kg serve under load: ``python benchmarks/server.py [GRAPH] [--clients 8] [--seconds 10] [--articles 200]``.

Without GRAPH a graph of made-up articles (benchmarks/corpus.py) is built first. Each client asks, one after the other without pause, the
ten questions, searches for names and things with their facts, all through the SPARQL protocol; then the explorer's own routes; last the
first mix of rdflib-endpoint over the same facts, where it is installed. Prints answers a second, errors, the median and the 99th
percentile in milliseconds, and the memory of all processes (proportional set size) in megabytes.
"""

from __future__ import annotations

import argparse
import importlib.util
import itertools
import random
import re
import subprocess
import sys
import tempfile
import threading
import time
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import quote

import httpx

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "tests"))
import corpus

import kg
from fixtures.served import served
from kg.explore import Explorer
from kg.graph import Graph
from kg.rdf import prefixes, questions

PORT = 8398
JSON = {"Accept": "application/sparql-results+json"}
OTHER = """
import sys, rdflib, uvicorn
from rdflib_endpoint import SparqlEndpoint
data = rdflib.Graph()
data.parse(sys.argv[1], format="turtle")
uvicorn.run(SparqlEndpoint(graph=data, path="/sparql"), port=int(sys.argv[2]), log_level="critical")
"""
SEARCH = 'SELECT ?thing ?name {{ ?thing rdfs:label ?name FILTER(CONTAINS(LCASE(?name), "{word}")) }} LIMIT 20'
CARD = "SELECT ?node ?p ?o {{ ?node ?any <{iri}> . ?node ?p ?o }} LIMIT 500"


@dataclass
class Seen:
    """What the clients saw."""

    took: list[float] = field(default_factory=list)
    errors: int = 0
    memory: float = 0.0
    elapsed: float = 1.0

    @property
    def rate(self) -> float:
        return len(self.took) / self.elapsed

    def line(self, name: str) -> str:
        times = sorted(self.took) or [0.0]
        middle, high = times[len(times) // 2], times[min(len(times) - 1, len(times) * 99 // 100)]
        spread = f"p50 {middle * 1000:8.1f} ms  p99 {high * 1000:8.1f} ms"
        return f"{name:<28}{self.rate:8.1f}/s {self.errors:6} errors  {spread}  {self.memory:7.0f} MB"


def declared(query: str, base: str) -> str:
    """A query with the prefixes that it uses."""
    return (
        "".join(f"PREFIX {p}: <{n}>\n" for p, n in prefixes(base).items() if re.search(rf"\b{p}:", query) and f"PREFIX {p}:" not in query)
        + query
    )


def mixes(graph: Graph) -> tuple[list[tuple[str, bytes]], list[str]]:
    """The queries as (name, form), and the addresses of the explorer's routes."""
    things = Explorer(graph).overview()["things"]
    some = things[:: max(1, len(things) // 20)][:20]
    base = graph.source.base
    queries = [declared(text, base) for text in questions().values()]
    queries += [declared(SEARCH.format(word=re.sub(r"\W", "", thing["name"].lower())[:4]), base) for thing in some[:10]]
    queries += [CARD.format(iri=thing["id"]) for thing in some]
    sent = [("/sparql", f"query={quote(query, safe='')}".encode()) for query in queries]
    routes = [f"/api/thing?iri={quote(thing['id'], safe='')}" for thing in some]
    routes += [f"/api/search?q={quote(thing['name'][:5])}" for thing in some] + ["/api/overview", "/api/quotes?n=0,1,2"]
    return sent, routes


def load(url: str, requests: list[tuple[str, bytes]], clients: int, seconds: float, process: int) -> Seen:
    """Lets clients ask for some seconds; an empty form is a GET."""
    seen, lock, began = Seen(), threading.Lock(), time.perf_counter()
    until = began + seconds

    def client(number: int) -> None:
        order = random.Random(number).sample(requests, len(requests))
        with httpx.Client(base_url=url, timeout=120) as http:
            for path, form in itertools.cycle(order):
                start = time.perf_counter()
                if start > until:
                    return
                try:
                    if form:
                        head = {**JSON, "Content-Type": "application/x-www-form-urlencoded"}
                        status = http.post(path, content=form, headers=head).status_code
                    else:
                        status = http.get(path).status_code
                except httpx.HTTPError:
                    status = 0
                with lock:
                    seen.took.append(time.perf_counter() - start)
                    seen.errors += status != 200

    threads = [threading.Thread(target=client, args=(number,)) for number in range(clients)]
    for thread in threads:
        thread.start()
    time.sleep(seconds / 2)
    seen.memory = memory(process)
    for thread in threads:
        thread.join()
    seen.elapsed = time.perf_counter() - began
    return seen


def memory(process: int) -> float:
    """Megabytes of a process and its children; what they share counts once."""
    total = 0
    for path in Path("/proc").glob("[0-9]*/stat"):
        try:
            parent = int(path.read_text().rpartition(")")[2].split()[1])
            if process in (int(path.parent.name), parent):
                found = re.search(r"^Pss:\s+(\d+)", (path.parent / "smaps_rollup").read_text(), re.MULTILINE)
                total += int(found[1]) if found else 0
        except OSError:
            continue
    return total / 1024


def made(folder: Path, articles: int) -> Path:
    """A graph of made-up articles."""
    corpus.main([str(folder / "corpus"), "--articles", str(articles)])
    kg.build([folder / "corpus" / "articles.jsonl"], folder / "graphs", workers=2)
    return folder / "graphs"


def main() -> int:
    options = argparse.ArgumentParser()
    options.add_argument("graph", nargs="?", type=Path)
    options.add_argument("--clients", type=int, default=8)
    options.add_argument("--seconds", type=float, default=10.0)
    options.add_argument("--articles", type=int, default=200)
    given = options.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = given.graph or made(Path(folder), given.articles)
        with Graph.load(path) as graph:
            sent, routes = mixes(graph)
            facts = Path(folder, "facts.ttl")
            facts.write_bytes(graph.export("turtle"))
            print(f"{sum(1 for _ in graph.source.facts())} facts, {given.clients} clients, {given.seconds:g} seconds each")
        with served(path, "--quiet", "--rate", "1000000", "--timeout", "110") as server:
            ours = load(server.url, sent, given.clients, given.seconds, server.process.pid)
            own = load(server.url, [(route, b"") for route in routes], given.clients, given.seconds, server.process.pid)
        print(ours.line("kg serve, SPARQL"))
        print(own.line("kg serve, explorer's routes"))
        if importlib.util.find_spec("rdflib_endpoint") is None:
            print("rdflib-endpoint is not installed")
            return 0
        other = subprocess.Popen([sys.executable, "-c", OTHER, str(facts), str(PORT)], stderr=subprocess.DEVNULL)
        try:
            url = f"http://127.0.0.1:{PORT}"
            for _ in range(600):
                try:
                    httpx.get(f"{url}/sparql?query=ASK%7B%7D", timeout=5)
                    break
                except httpx.HTTPError:
                    time.sleep(0.1)
            theirs = load(url, sent, given.clients, given.seconds, other.pid)
        finally:
            other.kill()
            other.wait()
        print(theirs.line("rdflib-endpoint, SPARQL"))
        if theirs.took and ours.took:
            print(f"answers a second: {ours.rate / theirs.rate:.1f} times as many; memory: {ours.memory / theirs.memory:.2f} times")
    return 0


if __name__ == "__main__":
    sys.exit(main())
