"""A store elsewhere: the build killed while it sends, the store's server killed while it takes, and a server that fails in every way."""

from __future__ import annotations

import random
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from fixtures.forked import Forks
from fixtures.stores import Fake, fake
from kg.rdf import DEFAULT_BASE, STATE
from kg.rdf.ox import RdfFormat

from .conftest import FULL, Made, litter, shown, times, tries

STATE_GRAPH = f"<{DEFAULT_BASE}{STATE}>"


def lines(dump: bytes) -> list[str]:
    """The quads of a dump but for the mark's, in order, each as often as it is there."""
    return sorted(line for line in dump.decode("utf-8").split("\n") if line and STATE_GRAPH not in line)


class Server:
    """Oxigraph's server with its data on the disk."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        with socket.socket() as one:
            one.bind(("127.0.0.1", 0))
            self.port = int(one.getsockname()[1])
        self.url = f"http://127.0.0.1:{self.port}"
        self.process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        program = shutil.which("oxigraph", path=f"{Path(sys.executable).parent}:/usr/bin:/usr/local/bin")
        if program is None:
            pytest.skip("Oxigraph's server is not installed: pip install oxigraph")
        command = [program, "serve", "--location", str(self.folder), "--bind", f"127.0.0.1:{self.port}"]
        self.process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

    def ready(self) -> None:
        until = time.monotonic() + 60
        while True:
            assert self.process and self.process.poll() is None and time.monotonic() < until
            try:
                with urllib.request.urlopen(f"{self.url}/query?query=ASK%7B%7D", timeout=5):
                    return
            except (urllib.error.URLError, OSError):
                time.sleep(0.02)

    def kill(self) -> None:
        if self.process is not None:
            self.process.kill()
            self.process.wait()

    def held(self) -> list[str]:
        request = urllib.request.Request(f"{self.url}/store", headers={"Accept": "application/n-quads"})
        with urllib.request.urlopen(request, timeout=60) as answer:
            return lines(answer.read())


@contextmanager
def server(folder: Path) -> Iterator[Server]:
    one = Server(folder)
    one.start()
    try:
        one.ready()
        yield one
    finally:
        one.kill()


def test_the_sending_build_is_killed(made: Made, forked: Forks, tmp_path: Path) -> None:
    draw, killed = random.Random(10), 0
    with server(tmp_path / "data") as store:
        out = made.copy(tmp_path / "out")
        command = ["build", made.after, "--out", out, "-w", "1", "--store", store.url]
        begun = time.monotonic()
        assert forked.run(*command).status == 0
        seconds = time.monotonic() - begun
        folders = [made.before, made.after]
        for attempt in tries(2):
            if killed >= times(2):
                break
            command[1] = folders[attempt % 2]  # the same articles again would leave nothing to send
            running = forked.begin(*command)
            time.sleep(draw.uniform(0.2, 1.0) * seconds)
            killed += running.kill().status == -signal.SIGKILL
            if draw.random() < 0.5:  # else the next one goes on with other articles
                assert forked.run(*command).status == 0
                wanted = made.old if command[1] == made.before else made.new
                assert shown(out) == wanted and store.held() == lines(wanted["store"])
        for folder, wanted in ((made.before, made.old), (made.after, made.new)):
            command[1] = folder
            assert forked.run(*command).status == 0
            assert shown(out) == wanted and store.held() == lines(wanted["store"])
        assert not litter(out)


def test_the_stores_server_is_killed(made: Made, forked: Forks, tmp_path: Path) -> None:
    """It comes again soon: the build goes on by itself, or says so in a line; then the next one does."""
    draw, killed = random.Random(11), 0
    with server(tmp_path / "data") as store:
        out = made.copy(tmp_path / "out")
        command = ["build", made.before, "--out", out, "-w", "1", "--store", store.url]
        begun = time.monotonic()
        assert forked.run(*command).status == 0
        seconds = time.monotonic() - begun
        for attempt in tries(2):
            if killed >= times(2):
                break
            command[1] = made.after if attempt % 2 == 0 else made.before
            running = forked.begin(*command)
            time.sleep(draw.uniform(0.3, 1.0) * seconds)
            store.kill()
            killed += 1
            time.sleep(draw.uniform(0.0, 0.5))
            store.start()
            store.ready()
            ended = running.end()
            assert len(ended.words.splitlines()) == (1 if ended.status else 0), ended.words
            if ended.status:
                assert forked.run(*command).status == 0
            wanted = made.new if command[1] == made.after else made.old
            assert shown(out) == wanted and store.held() == lines(wanted["store"]), killed


QUICK = {"kg.store.web.PAUSE": 0.01}  # seconds, not half of one
FAULTS = ("500", "502", "503", "429", "half", "reset", "slow", "!500", "!reset", "!half")


def held(one: Fake) -> list[str]:
    dump = one.store.dump(format=RdfFormat.N_QUADS)
    assert dump is not None
    return lines(dump)


@pytest.mark.parametrize("services", [("query", "update", "graphs"), ("query", "update"), ("query", "graphs")], ids="+".join)
def test_a_store_that_fails_now_and_then(made: Made, forked: Forks, tmp_path: Path, services: tuple[str, ...]) -> None:
    """Each request that writes may fail, never so often in a row that kg gives up: all is there in the end, each once."""
    draw = random.Random(12)
    for _ in range(max(1, FULL // 50)):
        with fake(services=services) as one:
            out = made.copy(tmp_path / "out")
            for folder, wanted in ((made.before, made.old), (made.after, made.new)):
                one.faults = [fault for _ in range(40) for fault in (draw.choice(FAULTS), "")]
                begun = forked.begin("build", folder, "--out", out, "-w", "1", "--store", one.url, settings=QUICK)
                assert begun.end().status == 0
                assert held(one) == lines(wanted["store"])
            shutil.rmtree(out)


@pytest.mark.skipif(not FULL, reason="waits 15 seconds, and tests/store tries the same in less; KG_FAULTS=200 runs it")
def test_a_store_that_always_fails_is_given_up(made: Made, forked: Forks, tmp_path: Path) -> None:
    with fake(faults=["503"] * 1000) as one:
        out = made.copy(tmp_path / "out")
        ended = forked.run("build", made.after, "--out", out, "-w", "1", "--store", one.url)
        assert ended.status == 1 and len(ended.words.splitlines()) == 1
        assert "failed with status 503 in 6 tries" in ended.words and "build again with the same --store" in ended.words
        assert shown(out) == made.new and not litter(out)
        one.faults = []
        assert forked.run("build", made.after, "--out", out, "-w", "1", "--store", one.url).status == 0
        assert held(one) == lines(made.new["store"])
