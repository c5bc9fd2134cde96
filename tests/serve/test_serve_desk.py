"""A graph for programs: answers in processes that can be stopped, failures in words, nothing left behind."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import TypeVar

import pytest

from fixtures import made_up
from fixtures.aside import awaited
from fixtures.endpoint import serving
from kg.errors import InputError, QueryError
from kg.graph import Graph
from kg.rdf.ox import Store
from kg.serve import Desk

T = TypeVar("T")
CROSS = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("graph")
    Graph.from_resolution(made_up.RESOLUTION, kinds=made_up.kinds()).save(out)
    return out


def at(target: str | Path, work: Callable[[Desk], Awaitable[T]], **limits: float) -> T:
    async def sit() -> T:
        desk = Desk(str(target), **limits)  # type: ignore[arg-type]
        try:
            return await work(desk)
        finally:
            await desk.close()
            assert desk.processes == []

    return awaited(sit())


def test_answers_are_those_of_the_graph(folder: Path) -> None:
    async def work(desk: Desk) -> tuple[tuple[str, bytes], ...]:
        names = "SELECT ?n { person:jane-roe rdfs:label ?n }"
        return await desk.query(names), await desk.query("ASK {}"), await desk.query("DESCRIBE person:jane-roe")

    rows, yes, triples = at(folder, work)
    assert rows[0] == "json" and json.loads(rows[1])["results"]["bindings"][0]["n"]["value"] == "Jane Roe"
    assert json.loads(yes[1])["boolean"] is True
    assert triples[0] == "turtle" and b"person:jane-roe" in triples[1]


def test_the_explorer_is_asked_beside(folder: Path) -> None:
    async def work(desk: Desk) -> list[dict[str, str]]:
        return await desk.explore(lambda explorer: explorer.search("jane"))

    assert [thing["name"] for thing in at(folder, work)] == ["Jane Roe"]


def test_what_the_explorer_refuses_is_told(folder: Path) -> None:
    with pytest.raises(InputError, match="is no thing of the graph"):
        at(folder, lambda desk: desk.explore(lambda explorer: explorer.thing("urn:none")))


def test_a_slow_query_is_stopped_and_the_next_answered(folder: Path) -> None:
    async def work(desk: Desk) -> bytes:
        with pytest.raises(QueryError, match=r"took longer than 1 seconds? and was stopped; name a type"):
            await desk.query(CROSS)
        return (await desk.query("ASK {}"))[1]

    assert json.loads(at(folder, work, timeout=1.0))["boolean"] is True


@pytest.mark.parametrize(
    ("query", "limits", "said"),
    [
        ("SELECT * { ?s ?p ?o }", {"rows": 5}, "has more than 5 rows; name a type"),
        ("SELECT * { ?s ?p ?o }", {"size": 900}, "is larger than 900 bytes; name a type"),
        ("DELETE WHERE { ?s ?p ?o }", {}, "DELETE would change the graph"),
        ("SELECT * { SERVICE <http://127.0.0.1:9/> {} }", {}, "SERVICE is not allowed"),
        ("SELECT * { ?s", {}, "the query cannot be read"),
    ],
)
def test_limits_and_refusals_are_words(folder: Path, query: str, limits: dict[str, float], said: str) -> None:
    with pytest.raises(QueryError, match=said):
        at(folder, lambda desk: desk.query(query), **limits)


def test_more_than_can_wait_are_turned_away(folder: Path) -> None:
    async def work(desk: Desk) -> list[object]:
        return list(await asyncio.gather(*(desk.query(CROSS) for _ in range(14)), return_exceptions=True))

    said = {str(error).partition(";")[0] for error in at(folder, work, timeout=1.5)}
    assert "too many queries run at the same time" in said
    assert any("took longer than 1.5 seconds" in words for words in said)


def test_an_endpoint_is_asked_within_the_same_limits() -> None:
    store = Store()
    store.bulk_extend(Graph.from_resolution(made_up.RESOLUTION, kinds=made_up.kinds()).source.quads())
    with serving(store) as address:

        async def work(desk: Desk) -> tuple[bytes, list[dict[str, str]]]:
            rows = await desk.query("SELECT ?n { person:jane-roe rdfs:label ?n }")
            return rows[1], await desk.explore(lambda explorer: explorer.search("jane"))

        body, found = at(address, work)
    assert json.loads(body)["results"]["bindings"][0]["n"]["value"] == "Jane Roe"
    assert found[0]["name"] == "Jane Roe"


def test_no_graph_is_told_at_once(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="does not exist"):
        Desk(str(tmp_path / "none"))
