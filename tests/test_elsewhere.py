"""``kg build --store`` with real servers: the ten questions have the same rows there as here, whatever was built before."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from fixtures.stores import Fake, fake, oxigraph, virtuoso
from kg import _build
from kg._build import build
from kg.cli import main
from kg.errors import QueryError
from kg.graph import Graph
from kg.query import questions
from kg.rdf import DEFAULT_BASE
from kg.store import Addresses

ROOT = Path(__file__).resolve().parents[1]
SEEDS = ROOT / "seeds"
OTHER = (
    "Kofi Asante, mayor of Tamale, opened the Tamale Trade Fair 2024 in Tamale on 5 May 2024."
    " Chile exports copper to Oman.\n\n\"}}'); DROP ALL\n"
)


@pytest.fixture(scope="module")
def local(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The seeds' texts and their graph, to be copied."""
    folder = tmp_path_factory.mktemp("local")
    shutil.copytree(SEEDS, folder / "texts")
    assert built(folder) is not None
    return folder


@pytest.fixture
def folder(local: Path, tmp_path: Path) -> Path:
    return shutil.copytree(local, tmp_path / "folder")


@pytest.fixture(scope="module", params=["oxigraph", "virtuoso"])
def server(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Addresses, str]]:
    """A server: where it is written to, and where it is asked."""
    if request.param == "oxigraph":
        with oxigraph() as url:
            yield Addresses(url), f"{url}/query"
        return
    with virtuoso(tmp_path_factory.mktemp("virtuoso") / "data") as url:
        yield Addresses(url.replace("//", "//dba:dba@") + "/sparql-auth"), f"{url}/sparql"


def built(folder: Path, elsewhere: Addresses | None = None) -> _build.Built:
    found = build([folder / "texts"], folder / "graphs", "graph", DEFAULT_BASE, workers=1, elsewhere=elsewhere)
    assert found is not None
    return found


def change(folder: Path) -> None:
    """One article changes, one goes, one comes."""
    files = sorted((folder / "texts").glob("*.txt"))
    files[1].write_text(OTHER, encoding="utf-8")
    files[3].unlink()
    (folder / "texts" / "new.txt").write_text("The Kenya Ports Board held a seminar in Mombasa. Kofi Asante attended it.", encoding="utf-8")


def same_answers(folder: Path, url: str) -> int:
    """How many rows the ten questions have, all the same."""
    count = 0
    assert len(questions()) == 10
    with Graph.load(folder / "graphs") as here, Graph.load(url) as there:
        for name in questions():
            ours, theirs = here.query(name), there.query(name)
            assert theirs.columns == ours.columns and theirs.rows == ours.rows, name
            count += len(ours.rows)
    return count


def test_the_ten_questions_are_answered_alike(folder: Path, server: tuple[Addresses, str], capsys: pytest.CaptureFixture[str]) -> None:
    elsewhere, url = server
    assert built(folder, elsewhere).sent == 5
    assert same_answers(folder, url) > 200
    assert built(folder, elsewhere).sent == 0
    change(folder)
    assert built(folder, elsewhere).sent >= 3
    assert same_answers(folder, url) > 50
    assert built(folder, elsewhere).sent == 0

    answers = []
    for graph in (str(folder / "graphs"), url):
        assert main(["query", "posts", "--format", "csv", "--graph", graph]) == 0
        answers.append(capsys.readouterr().out)
    assert answers[0] == answers[1] and len(answers[0].splitlines()) > 3


def test_another_folder_takes_its_place(local: Path, folder: Path, server: tuple[Addresses, str], tmp_path: Path) -> None:
    elsewhere, url = server
    built(folder, elsewhere)
    other = shutil.copytree(local, tmp_path / "other")
    change(other)
    built(other, elsewhere)
    same_answers(other, url)
    assert built(folder, elsewhere).sent == 5
    same_answers(folder, url)


def test_by_the_graph_store_protocol_alone(folder: Path) -> None:
    with fake(services=("query", "graphs")) as store:
        built(folder, Addresses(store.url))
        change(folder)
        built(folder, Addresses(store.url))
        same_answers(folder, f"{store.url}/query")
        held(folder, store)


def held(folder: Path, store: Fake) -> None:
    """The store holds the same quads, beside the mark."""
    with Graph.load(folder / "graphs") as graph:
        there = {quad for quad in store.store if not quad.graph_name.value.endswith("graph/state")}
        assert there == set(graph.source.quads())


@pytest.mark.skipif(os.name == "nt", reason="kills a process as POSIX systems do")
@pytest.mark.parametrize("writes", [10])
def test_a_build_that_was_killed_goes_on(folder: Path, writes: int) -> None:
    with fake(faults=[""] * (writes - 1) + ["hang"]) as store:
        command = [
            sys.executable,
            "-m",
            "kg",
            "build",
            str(folder / "texts"),
            "--out",
            str(folder / "graphs"),
            "--store",
            store.url,
            "-w",
            "1",
        ]
        known = {**os.environ, "PYTHONPATH": str(ROOT / "src")}
        process = subprocess.Popen(command, env=known, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        while len(store.writes) < writes:
            assert process.poll() is None
            time.sleep(0.02)
        process.send_signal(signal.SIGKILL)
        process.wait()
        with pytest.raises(QueryError, match="is not whole yet"):
            Graph.load(f"{store.url}/query").query("posts")
        built(folder, Addresses(store.url))
        same_answers(folder, f"{store.url}/query")
        held(folder, store)


def test_the_command_says_what_was_sent_and_never_a_password(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with fake() as store:
        login = store.url.replace("//", "//joe:zq7%3Axkw@")
        arguments = ["build", str(folder / "texts"), "--out", str(folder / "graphs"), "--workers", "1", "--store"]
        assert main([*arguments, login]) == 0
        said = capsys.readouterr()
        assert f"{store.url} holds it too; articles sent: 5" in said.out
        store.services = ("query",)
        change(folder)
        assert main([*arguments, login]) == 1
        failed = capsys.readouterr()
        assert "nothing can be written there" in failed.err and failed.err.splitlines()[-1].startswith(f"kg: {store.url}")
        assert main(["build", str(folder / "texts"), "--store-update", login]) == 2
        refused = capsys.readouterr()
        assert "go with --store" in refused.err
        for text in (*said, *failed, *refused):
            assert "xkw" not in text
        assert b"xkw" not in (folder / "graphs" / "build.sqlite").read_bytes()
