"""The server and its processes killed while they answer and while a build replaces the graph: the next server answers, nothing stays."""

from __future__ import annotations

import itertools
import json
import os
import random
import re
import signal
import time
import urllib.error
import urllib.parse
import urllib.request
from http.client import HTTPException
from pathlib import Path

import pytest

from fixtures.forked import Forks, Running
from kg.graph import Graph

from .conftest import Made, litter, times, tries, whole

COUNT = "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }"
_NUMBERS = itertools.count(1)
pytestmark = pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="processes are found in /proc")


def address(running: Running) -> str:
    """Where a server listens; "" while it does not yet."""
    found = re.search(r"kg serve: (http://\S+)", running.error.read_text(encoding="utf-8"))
    return found[1] if found else ""


def await_address(running: Running) -> str:
    """The same, once it does."""
    until = time.monotonic() + 60
    while not address(running):
        assert time.monotonic() < until and not running.over(), running.error.read_text()
        time.sleep(0.02)
    return address(running)


def serve(forked: Forks, out: Path) -> Running:
    return forked.begin("serve", out, "--port", "0", "--quiet", "--rate", "1000000")


def ask(url: str) -> tuple[int, str]:
    """Status and answer; 0 where the server has gone. No two questions are alike, since a server keeps its answers."""
    question = urllib.parse.quote(f"{COUNT} LIMIT {next(_NUMBERS)}")
    try:
        with urllib.request.urlopen(f"{url}/sparql?query={question}&format=json", timeout=60) as answer:
            return answer.status, json.load(answer)["results"]["bindings"][0]["n"]["value"]
    except urllib.error.HTTPError as error:
        with error:
            return error.code, error.read().decode("utf-8")
    except (OSError, HTTPException):
        return 0, ""


def children(parent: int) -> list[int]:
    """The processes that answer for a server."""
    found = []
    for path in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = path.read_text().rpartition(")")[2].split()
        except OSError:
            continue
        if int(fields[1]) == parent and fields[0] != "Z":
            found.append(int(path.parent.name))
    return found


@pytest.fixture(scope="session")
def sizes(made: Made, tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    """How many facts the old graph has, and the new one."""
    found = set[str]()
    for number, quads in enumerate((made.old["store"], made.new["store"])):
        path = tmp_path_factory.mktemp("sizes") / f"{number}.nq"
        path.write_bytes(quads)
        with Graph.load(path) as graph:
            found.add(str(graph.query(COUNT).rows[0][0]))
    assert len(found) == 2
    return found


def test_a_server_is_killed(made: Made, forked: Forks, tmp_path: Path, sizes: set[str]) -> None:
    draw, killed, asked, out = random.Random(8), 0, 0, made.copy(tmp_path / "out")
    begun, seconds = time.monotonic(), 0.0  # that a server needs until it answers
    for _ in tries(3):
        if killed >= times(3):
            break
        running, build, workers = serve(forked, out), None, set[int]()
        if not seconds:
            await_address(running)
            seconds = time.monotonic() - begun
        until = time.monotonic() + draw.uniform(0.0, seconds + 2.0)
        if draw.random() < 0.5:
            build = forked.begin("build", draw.choice([made.before, made.after]), "--out", out, "-w", "1")
        while time.monotonic() < until:
            if url := address(running):
                status, answer = ask(url)
                assert status == 200 and answer in sizes, answer
                asked += 1
            else:
                time.sleep(0.02)
            workers |= set(children(running.id))
        killed += running.kill().status == -signal.SIGKILL
        if build is not None:
            assert build.end().status == 0
        whole(made, out)
        until = time.monotonic() + 30
        while any(Path(f"/proc/{worker}").exists() for worker in workers):
            assert time.monotonic() < until, "processes of a killed server are still there"
            time.sleep(0.02)
    last = serve(forked, out)
    assert ask(await_address(last))[0] == 200 and asked
    os.kill(last.id, signal.SIGINT)
    assert last.end().status == 0
    assert not litter(out), "what killed servers left is swept up by the next one"


def test_the_processes_of_a_server_are_killed(made: Made, forked: Forks, tmp_path: Path, sizes: set[str]) -> None:
    draw, killed = random.Random(9), 0
    running = serve(forked, made.copy(tmp_path / "out"))
    await_address(running)
    failed = 0
    for _ in tries(5):
        if killed >= times(5):
            break
        if draw.random() < 0.3 and (victims := children(running.id)):
            os.kill(draw.choice(victims), signal.SIGKILL)
            killed += 1
        status, answer = ask(address(running))
        if status == 200:
            assert answer in sizes
            continue
        failed += 1
        assert status in (500, 503) and "error" in json.loads(answer), answer
    assert failed <= 2 * killed
    assert any(ask(address(running))[0] == 200 for _ in range(3)), "the one killed last may have been next in turn"
    os.kill(running.id, signal.SIGINT)
    assert running.end().status == 0
