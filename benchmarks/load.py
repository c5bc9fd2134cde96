"""Many clients for minutes: ``python benchmarks/load.py GRAPH [--clients 50] [--seconds 300] [--pause 1] [--other] [--json FILE]``.

GRAPH is a folder with a store, such as ``python benchmarks/graph.py GRAPH --quads 1000000`` makes. kg serve is started on it as users start
it, but for ``--rate``, since all clients have one address here. Each client keeps a connection, asks, reads the whole answer (gzip),
pauses for ``--pause`` seconds on average (evenly between none and twice as long) and asks again; ``--pause 0`` leaves no pause. What they
ask is drawn from one seed: a fifth the ten questions as they stand, a third the ten questions about one person, body, event or article, a
quarter searches of the first letters of a name, a quarter cards and quotes; things that many articles name are asked for more often.

Counts every answer that is not 200, prints median, 95th and 99th percentile and maximum of each kind in milliseconds, the memory of the
server's processes together (proportional set size: what they share counts once) at the start and each minute, and how much of the cores
the server, the clients and all else on the machine took: where that last is much, the times are not the server's own. With ``--other``
the same against rdflib-endpoint, whose ``/sparql`` gets searches, cards and quotes as queries; it holds the facts in memory, loads them
first, and needs to be installed.
"""

from __future__ import annotations

import argparse
import gzip
import http.client
import json
import os
import random
import re
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from pathlib import Path
from urllib.parse import quote, urlsplit

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "tests"))
from server import CARD, OTHER, SEARCH, declared, memory

from fixtures.served import served
from kg.explore import Explorer
from kg.explore.names import Named
from kg.graph import Graph
from kg.rdf import questions

PORT = 8397
SEED = 20
# question -> what users narrow it to: a variable and the types of things that it stands for
ABOUT = {
    "agreements": ("agreement", "Agreement"),
    "entities": ("entity", "Person Agency Organization Country"),
    "events": ("event", "Event"),
    "organizers": ("organizer", "Agency Organization"),
    "participants": ("participant", "Person Agency Organization"),
    "posts": ("person", "Person"),
    "signatories": ("signatory", "Agency Organization Country"),
    "statements": ("speaker", "Person"),
    "statistics": ("area", "Country Place"),
    "ties": ("subject", "Agency Organization Country"),
}
KINDS = {"question": 20, "question about one": 30, "search": 25, "card": 15, "quotes": 10}
HEADERS = {"Accept": "application/sparql-results+json, application/json", "Accept-Encoding": "gzip"}


@dataclass
class Run:
    """What was seen: milliseconds by kind, statuses other than 200, megabytes by second."""

    name: str
    clients: int
    pause: float
    took: dict[str, list[float]] = field(default_factory=dict)
    failed: dict[str, int] = field(default_factory=dict)
    memory: list[tuple[int, float]] = field(default_factory=list)
    elapsed: float = 0.0
    client_cores: float = 0.0
    server_cores: float = 0.0
    other_cores: float = 0.0

    def lines(self) -> Iterator[str]:
        """The figures as a table."""
        every = [ms for times in self.took.values() for ms in times]
        errors = ", ".join(f"{count} times {what}" for what, count in sorted(self.failed.items())) or "no errors"
        yield f"{self.name}: {self.clients} clients, pause {self.pause:g} s, {self.elapsed:.0f} s: {len(every)} answers, {errors}"
        yield f"{'':<22}{'answers/s':>10}{'p50':>9}{'p95':>9}{'p99':>9}{'max':>9}  ms"
        for kind, times in [*sorted(self.took.items()), ("all", every)]:
            points = "".join(f"{percentile(times, p):9.0f}" for p in (50, 95, 99, 100))
            yield f"{kind:<22}{len(times) / max(self.elapsed, 1):10.1f}{points}"
        yield "memory, MB: " + ", ".join(f"{second} s {megabytes:.0f}" for second, megabytes in self.memory)
        yield f"cores: {self.server_cores:.2f} the server, {self.client_cores:.2f} the clients, {self.other_cores:.2f} all else"


def percentile(times: list[float], part: float) -> float:
    """The value below which so many percent of the times are."""
    return sorted(times)[min(len(times) - 1, int(len(times) * part / 100))] if times else 0.0


class Mix:
    """What one client asks, without end; the same for the same number."""

    def __init__(self, things: list[Named], quotes: int, base: str, sparql: bool) -> None:
        self._things = things
        self._weights = [len(thing.articles) + 1 for thing in things]
        self._by_type: dict[str, list[int]] = {}
        for i, thing in enumerate(things):
            self._by_type.setdefault(thing.type, []).append(i)
        self._quotes, self._base, self._sparql = quotes, base, sparql

    def asked(self, number: int) -> Iterator[tuple[str, str]]:
        """Kinds and addresses."""
        rng = random.Random(f"{SEED} {number}")
        every = questions()
        while True:
            kind = rng.choices([*KINDS], [*KINDS.values()])[0]
            if kind == "question":
                yield kind, self._query(every[rng.choice([*every])])
            elif kind == "question about one":
                name = rng.choice([*every])
                variable, types = ABOUT[name]
                thing = self._one(rng, types)
                # an observation need not have an area: a value for it would leave all of them in
                narrowed = f"?observation kg:area <{thing.id}> ." if variable == "area" else f"VALUES ?{variable} {{ <{thing.id}> }}"
                yield kind, self._query(every[name].replace("WHERE {", f"WHERE {{ {narrowed}", 1))
            elif kind == "search":
                text = self._one(rng).name[: rng.choice((2, 3, 4, 6, 9))].strip()
                yield (
                    kind,
                    self._query(SEARCH.format(word=re.sub(r"\W", "", text.lower()))) if self._sparql else f"/api/search?q={quote(text)}",
                )
            elif kind == "card" or self._sparql:
                iri = self._one(rng).id
                yield kind, self._query(CARD.format(iri=iri)) if self._sparql else f"/api/thing?iri={quote(iri, safe='')}"
            else:
                first = rng.randrange(max(1, self._quotes - 30))
                yield kind, "/api/quotes?n=" + ",".join(map(str, range(first, min(self._quotes, first + rng.randrange(1, 30)))))

    def _one(self, rng: random.Random, types: str = "") -> Named:
        known = [i for type_ in types.split() for i in self._by_type.get(type_, ())] or range(len(self._things))
        return self._things[rng.choices(known, [self._weights[i] for i in known])[0]]

    def _query(self, text: str) -> str:
        return f"/sparql?query={quote(declared(text, self._base), safe='')}"


def clients(url: str, mix: Mix, run: Run, seconds: float) -> None:
    """Lets the clients ask; runs in a process of its own."""
    place, lock, began = urlsplit(url), threading.Lock(), time.monotonic()
    until = began + seconds

    def client(number: int) -> None:
        rng, connection = random.Random(number), http.client.HTTPConnection(place.hostname or "", place.port, timeout=120)
        time.sleep(rng.random() * run.pause)
        for kind, path in mix.asked(number):
            start = time.monotonic()
            if start > until:
                break
            try:
                connection.request("GET", path, headers=HEADERS)
                answer = connection.getresponse()
                answer.read()
                problem = "" if answer.status == 200 else f"status {answer.status}"
            except (OSError, http.client.HTTPException) as error:
                problem = type(error).__name__
                connection.close()
            with lock:
                run.took.setdefault(kind, []).append((time.monotonic() - start) * 1000)
                if problem:
                    run.failed[problem] = run.failed.get(problem, 0) + 1
            if run.pause:
                time.sleep(rng.random() * 2 * run.pause)
        connection.close()

    threads = [threading.Thread(target=client, args=(number,)) for number in range(run.clients)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    run.elapsed = time.monotonic() - began
    used = os.times()
    run.client_cores = (used.user + used.system) / run.elapsed


def measured(name: str, url: str, process: int, mix: Mix, given: argparse.Namespace) -> Run:
    """One run: the clients in a child process, the server's memory each minute from here."""
    into, out = os.pipe()
    child = os.fork()
    if not child:
        os.close(into)
        run = Run(name, given.clients, given.pause)
        clients(url, mix, run, given.seconds)
        with os.fdopen(out, "wb") as file:
            file.write(json.dumps(asdict(run)).encode())
        os._exit(0)
    os.close(out)
    began, seen, before = time.monotonic(), [(0, memory(process))], (cpu(process), busy())
    done: list[bytes] = []
    reader = threading.Thread(target=lambda: done.append(os.fdopen(into, "rb").read()))
    reader.start()
    step = min(60.0, given.seconds / 5)
    while reader.is_alive():
        reader.join(max(0.1, began + step * len(seen) - time.monotonic()))
        if time.monotonic() >= began + step * len(seen):
            seen.append((round(time.monotonic() - began), memory(process)))
    os.waitpid(child, 0)
    found = Run(**json.loads(done[0]))
    found.memory = [*seen, (round(time.monotonic() - began), memory(process))]
    found.server_cores, every = (cpu(process) - before[0]) / found.elapsed, (busy() - before[1]) / found.elapsed
    found.other_cores = max(0.0, every - found.server_cores - found.client_cores)
    return found


def cpu(process: int) -> float:
    """Seconds of a core that a process and its children took, those that ended included."""
    total = 0
    for path in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = path.read_text().rpartition(")")[2].split()
        except OSError:
            continue
        if process in (int(path.parent.name), int(fields[1])):
            total += sum(map(int, fields[11:15] if int(path.parent.name) == process else fields[11:13]))
    return total / os.sysconf("SC_CLK_TCK")


def busy() -> float:
    """Seconds of a core that all processes of the machine took since it started."""
    times = [int(field) for field in Path("/proc/stat").read_text().split("\n", 1)[0].split()[1:]]
    return (sum(times[:3]) + sum(times[5:7])) / os.sysconf("SC_CLK_TCK")


@contextmanager
def other(facts: Path) -> Iterator[tuple[str, int]]:
    """rdflib-endpoint with the facts in memory."""
    process = subprocess.Popen([sys.executable, "-c", OTHER, str(facts), str(PORT)], stderr=subprocess.DEVNULL, stdout=subprocess.DEVNULL)
    try:
        began = time.monotonic()
        while time.monotonic() < began + 900 and process.poll() is None:
            try:
                get(f"http://127.0.0.1:{PORT}", "/sparql?query=ASK%7B%7D", 5)
                break
            except OSError:
                time.sleep(0.5)
        print(f"rdflib-endpoint: loaded after {time.monotonic() - began:.0f} s", flush=True)
        yield f"http://127.0.0.1:{PORT}", process.pid
    finally:
        process.kill()
        process.wait()


def get(url: str, path: str, timeout: float) -> bytes:
    """The body of one answer, unpacked."""
    place = urlsplit(url)
    connection = http.client.HTTPConnection(place.hostname or "", place.port, timeout=timeout)
    connection.request("GET", path, headers=HEADERS)
    answer = connection.getresponse()
    body = answer.read()
    connection.close()
    return gzip.decompress(body) if answer.headers.get("content-encoding") == "gzip" else body


def main() -> int:
    options = argparse.ArgumentParser()
    options.add_argument("graph", type=Path)
    options.add_argument("--clients", type=int, default=50)
    options.add_argument("--seconds", type=float, default=300.0)
    options.add_argument("--pause", type=float, default=1.0)
    options.add_argument("--other", action="store_true", help="rdflib-endpoint instead of kg serve")
    options.add_argument("--json", type=Path, help="write every figure there")
    given = options.parse_args()
    with Graph.load(given.graph) as graph:
        things, base = list(Explorer(graph).names.things.values()), graph.source.base
        evidence = int(graph.query("SELECT (COUNT(DISTINCT ?e) AS ?n) { ?f kg:evidence ?e }").rows[0][0])
        print(f"{len(things)} things, {evidence} quotes", flush=True)
        if given.other:
            folder = tempfile.TemporaryDirectory()
            facts = Path(folder.name, "facts.ttl")
            facts.write_bytes(graph.export("turtle"))
    if given.other:
        with folder, other(facts) as (url, process):
            run = measured("rdflib-endpoint", url, process, Mix(things, 0, base, sparql=True), given)
    else:
        with served(given.graph, "--quiet", "--rate", "1000000") as server:
            began = time.monotonic()
            count = len(json.loads(get(server.url, "/api/overview", 120))["facts"])
            print(f"kg serve: {count} facts in the first overview after {time.monotonic() - began:.1f} s", flush=True)
            run = measured("kg serve", server.url, server.process.pid, Mix(things, evidence, base, sparql=False), given)
    for line in run.lines():
        print(line)
    if given.json:
        given.json.write_text(json.dumps(asdict(run)), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
