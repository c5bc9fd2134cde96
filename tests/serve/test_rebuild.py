"""A build that puts another graph in place while it is served: answers follow, running queries end well, nothing is left behind."""

from __future__ import annotations

import dataclasses
import threading
import time
from pathlib import Path

import pytest

from fixtures import made_up
from fixtures.served import served
from kg._output import write
from kg.errors import InputError
from kg.graph import Graph
from kg.serve.generations import Generations
from kg.store import open_source, snapshot, stamp
from kg.types import Resolution


def build(folder: Path, name: str) -> None:
    """The made-up graph with another name for one of its people."""
    entities = tuple(dataclasses.replace(e, name=name) if e.key == "person:jane-roe" else e for e in made_up.RESOLUTION.entities)
    resolution = Resolution(made_up.ARTICLES, entities, made_up.FACTS)
    with Graph.from_resolution(resolution, kinds=made_up.kinds()) as graph:
        write(graph, folder, "news")


WHO = "SELECT ?name { <https://kg.example/person/jane-roe> rdfs:label ?name }"


def snapshots(folder: Path) -> list[Path]:
    return sorted(folder.glob(".kg-serve-*"))


def test_answers_follow_the_build(tmp_path: Path) -> None:
    build(tmp_path, "Name 0")
    with served(tmp_path, "--quiet") as server:
        last = server.get("/api/overview").headers["etag"]
        asked = server.ask(WHO)
        for number in (1, 2, 3):
            build(tmp_path, f"Name {number}")
            for answer in (server.ask(WHO), server.get("/api/search", params={"q": "name"}), server.get("/entity/person/jane-roe")):
                assert f"Name {number}" in answer.text
            overview = server.get("/api/overview", headers={"If-None-Match": last})
            assert overview.status_code == 200 and overview.headers["etag"] != last
            last = overview.headers["etag"]
            again = server.get("/sparql", params={"query": WHO}, headers={"If-None-Match": asked.headers["etag"]})
            assert again.status_code == 200
            until = time.monotonic() + 20
            while len(snapshots(tmp_path)) > 1 and time.monotonic() < until:
                time.sleep(0.05)
            assert len(snapshots(tmp_path)) == 1
        assert server.get("/health").json()["status"] == "ok"
    assert not snapshots(tmp_path)


def test_readers_are_not_disturbed(tmp_path: Path) -> None:
    build(tmp_path, "Name 0")
    failed: list[str] = []
    with served(tmp_path, "--quiet", "--rate", "100000") as server:
        stop = threading.Event()

        def read() -> None:
            while not stop.is_set():
                for path in ("/sparql?query=SELECT*{?s+?p+?o}", "/api/overview", "/data?default", "/entity/person/jane-roe"):
                    answer = server.get(path)
                    if answer.status_code != 200:
                        failed.append(f"{path} {answer.status_code} {answer.text[:200]}")

        readers = [threading.Thread(target=read) for _ in range(3)]
        for reader in readers:
            reader.start()
        for number in range(4):
            build(tmp_path, f"Name {number}")
        stop.set()
        for reader in readers:
            reader.join()
        assert "Name 3" in server.ask(WHO).text
    assert not failed
    assert not snapshots(tmp_path)


def test_a_graph_that_breaks_leaves_the_last_one(tmp_path: Path) -> None:
    build(tmp_path, "Name 0")
    with served(tmp_path, "--quiet") as server:
        (tmp_path / "store").rename(tmp_path / "away")
        for file in tmp_path.glob("news.*"):
            file.unlink()
        assert "Name 0" in server.ask(WHO).text
        (tmp_path / "away").rename(tmp_path / "store")
        assert "Name 0" in server.ask(WHO).text


def test_a_file_is_read_again(tmp_path: Path) -> None:
    path = tmp_path / "graph.ttl"
    path.write_text('<http://e/s> <http://e/p> "first" .', encoding="utf-8")
    with served(path, "--quiet") as server:
        assert "first" in server.ask("SELECT * { ?s ?p ?o }", "text/csv").text
        path.write_text('<http://e/s> <http://e/p> "second" .', encoding="utf-8")
        assert "second" in server.ask("SELECT * { ?s ?p ?o }", "text/csv").text
        path.write_text("this is no Turtle", encoding="utf-8")
        broken = server.ask("SELECT * { ?s ?p ?o }", "text/csv")
        assert broken.status_code == 503 and "no valid ttl file" in broken.json()["error"]
        path.write_text('<http://e/s> <http://e/p> "third" .', encoding="utf-8")
        assert "third" in server.ask("SELECT * { ?s ?p ?o }", "text/csv").text


def test_snapshots_outlive_the_store_and_leave_nothing(tmp_path: Path) -> None:
    build(tmp_path, "Name 0")
    first = snapshot(str(tmp_path))
    assert first.stamp == stamp(str(tmp_path)) and Path(first.target).parent == tmp_path
    source = open_source(first.target)
    build(tmp_path, "Name 1")
    assert stamp(str(tmp_path)) != first.stamp
    assert source.ask(WHO).rows == (("Name 0",),)
    linked = [file for file in Path(first.target).iterdir() if file.suffix == ".sst"]
    assert linked
    source.close()
    first.drop()
    first.drop()
    assert not snapshots(tmp_path)


def test_what_a_killed_server_left_is_swept_up(tmp_path: Path) -> None:
    build(tmp_path, "Name 0")
    left = tmp_path / ".kg-serve-left"
    left.mkdir()
    held = snapshot(str(tmp_path))
    second = snapshot(str(tmp_path))
    assert not left.exists() and Path(held.target).exists()
    held.drop()
    second.drop()


def test_without_a_graph(tmp_path: Path) -> None:
    for target, words in ((tmp_path, "holds no graph"), (tmp_path / "x", "does not exist"), (Path(__file__), "no graph that kg reads")):
        with pytest.raises(InputError, match=words):
            Generations(str(target))
