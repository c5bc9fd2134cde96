from __future__ import annotations

import io
import os
from collections.abc import Iterator
from pathlib import Path

import pytest
import rdflib
from pyoxigraph import NamedNode, RdfFormat, Store

from fixtures.endpoint import serving
from fixtures.made_up import RESOLUTION, kinds
from kg.errors import InputError, OutputError, QueryError
from kg.graph import Graph
from kg.rdf import questions
from kg.store import alone, open_source
from kg.store.local import _PREVIOUS, build_store
from kg.types import Resolution
from kg.view import page


@pytest.fixture(scope="module")
def graph() -> Graph:
    return Graph.from_resolution(RESOLUTION, kinds=kinds())


@pytest.fixture(scope="module", params=["turtle", "trig", "nquads", "store", "endpoint", "plain endpoint"])
def place(request: pytest.FixtureRequest, graph: Graph, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str | Path]:
    folder, how = tmp_path_factory.mktemp("place"), request.param
    if how == "store":
        graph.save(folder)
        yield folder
    elif "endpoint" in how:
        store = Store()
        if how == "endpoint":
            store.load(graph.export("trig"), format=RdfFormat.TRIG)
        else:
            store.load(graph.export("turtle"), format=RdfFormat.TURTLE)
        with serving(store) as url:
            yield url
    else:
        file = folder / f"news.{ {'turtle': 'ttl', 'trig': 'trig', 'nquads': 'nq'}[how] }"
        graph.export(how, file)
        yield file


@pytest.mark.parametrize("name", list(questions()))
def test_the_same_rows_everywhere(place: str | Path, graph: Graph, name: str) -> None:
    with Graph.load(place) as loaded:
        here, there = graph.query(name), loaded.query(name)
        assert here.columns == there.columns
        assert here.rows == there.rows
        assert here.rows


@pytest.mark.parametrize("name", list(questions()))
def test_the_same_rows_from_rdflib(graph: Graph, name: str) -> None:
    plain = rdflib.Graph().parse(data=graph.export("turtle"), format="turtle")
    rows = tuple(tuple("" if term is None else str(term) for term in row) for row in plain.query(questions()[name]))
    assert rows == graph.query(name).rows


def test_merged_facts_are_counted_once(place: str | Path, graph: Graph) -> None:
    count = "SELECT (COUNT(*) AS ?n) WHERE { ?tenure a kg:Tenure ; kg:evidence ?evidence }"
    assert Graph.load(place).query(count).rows == graph.query(count).rows == (("3",),)


def test_the_facts_are_the_same_everywhere(place: str | Path, graph: Graph) -> None:
    assert Graph.load(place).export("turtle") == graph.export("turtle")


def test_the_base_is_found(tmp_path: Path) -> None:
    made = Graph.from_resolution(RESOLUTION, base="https://data.example.org/n/", kinds=kinds())
    for name in ("turtle", "trig"):
        file = tmp_path / ("news.ttl" if name == "turtle" else "news.trig")
        made.export(name, file)
        loaded = Graph.load(file)
        assert loaded.source.base == "https://data.example.org/n/"
        assert loaded.query("ASK { country:alba a kg:Country }")


def test_several_may_read_at_once(graph: Graph, tmp_path: Path) -> None:
    graph.save(tmp_path)
    one, two = Graph.load(tmp_path), Graph.load(str(tmp_path))
    assert one.query("posts").rows == two.query("posts").rows
    one.close()
    assert two.query("posts").rows


def test_a_store_is_replaced_whole(graph: Graph, tmp_path: Path) -> None:
    graph.save(tmp_path)
    assert graph.save(tmp_path) == tmp_path / "store"
    assert [path.name for path in tmp_path.iterdir()] == ["store"]


def test_a_failed_build_leaves_the_last_store(graph: Graph, tmp_path: Path) -> None:
    graph.save(tmp_path)

    def broken() -> Iterator[object]:
        yield from list(graph.source.quads())[:3]
        raise OSError("the disk is full")

    with pytest.raises(OutputError, match="the disk is full"):
        build_store(broken(), tmp_path)  # type: ignore[arg-type]
    assert [path.name for path in tmp_path.iterdir()] == ["store"]
    assert Graph.load(tmp_path).query("posts").rows == graph.query("posts").rows


def test_a_build_cut_between_two_renames_is_still_read(graph: Graph, tmp_path: Path) -> None:
    graph.save(tmp_path)
    (tmp_path / "store").rename(tmp_path / _PREVIOUS)
    assert Graph.load(tmp_path).query("posts").rows


def test_what_a_killed_build_left_is_swept_up(graph: Graph, tmp_path: Path) -> None:
    (tmp_path / ".kg-build-x" / "store").mkdir(parents=True)
    (tmp_path / ".store-previous").mkdir()
    graph.save(tmp_path)
    graph.save(tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["store"]


def test_a_folder_of_the_users_is_never_replaced(graph: Graph, tmp_path: Path) -> None:
    (tmp_path / "store").mkdir()
    graph.save(tmp_path)  # an empty one may be
    for path in list((tmp_path / "store").iterdir()):
        path.unlink()
    (tmp_path / "store" / "mine.txt").write_text("mine")
    with pytest.raises(OutputError, match="is no store that kg wrote"):
        graph.save(tmp_path)
    assert (tmp_path / "store" / "mine.txt").read_text() == "mine"


def test_others_may_read_the_store(graph: Graph, tmp_path: Path) -> None:
    mask = os.umask(0o022)
    try:
        graph.save(tmp_path)
    finally:
        os.umask(mask)
    assert (tmp_path / "store").stat().st_mode & 0o777 == 0o755


def test_a_second_build_into_one_folder_is_refused(graph: Graph, tmp_path: Path) -> None:
    with alone(tmp_path), pytest.raises(OutputError, match="another build is writing there; wait until it ends"):
        graph.save(tmp_path)
    graph.save(tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["store"]
    assert Graph.load(tmp_path).query("posts").rows


def test_a_folder_that_is_a_file(graph: Graph, tmp_path: Path) -> None:
    (tmp_path / "out").write_text("not a folder")
    with pytest.raises(OutputError, match="cannot be written"):
        graph.save(tmp_path / "out")


def test_a_folder_with_one_graph_file_and_no_store(graph: Graph, tmp_path: Path) -> None:
    graph.export("turtle", tmp_path / "news.ttl")
    graph.export("trig", tmp_path / "news.trig")
    assert Graph.load(tmp_path).query("posts").rows


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("x.ttl", b"this is no turtle", "is no valid ttl file"),
        ("x.trig", b"\xff\xfe\x00", "is no valid trig file"),
        ("x.ttl", b"", "holds no triples"),
        ("x.ttl", b"# nothing\n", "holds no triples"),
        ("x.txt", b"hello", "is no graph that kg reads"),
    ],
)
def test_files_that_are_no_graph(tmp_path: Path, name: str, content: bytes, words: str) -> None:
    (tmp_path / name).write_bytes(content)
    with pytest.raises(InputError, match=words) as caught:
        open_source(tmp_path / name)
    assert "\n" not in str(caught.value)
    assert name in str(caught.value)


def test_no_such_place(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="does not exist"):
        open_source(tmp_path / "nowhere")
    with pytest.raises(InputError):
        open_source("a" * 5000)
    with pytest.raises(InputError, match="holds no graph"):
        open_source(tmp_path)


def test_a_broken_store(tmp_path: Path) -> None:
    (tmp_path / "store").mkdir()
    (tmp_path / "store" / "CURRENT").write_bytes(b"rubbish")
    with pytest.raises(InputError, match="cannot be opened as a store"):
        open_source(tmp_path)


def test_a_file_that_is_not_ours_is_asked_as_it_is(tmp_path: Path) -> None:
    (tmp_path / "x.nt").write_text("<a:a> <b:b> <c:c> .\n")
    foreign = Graph.load(tmp_path / "x.nt")
    assert foreign.query("SELECT * { ?s ?p ?o }").rows == (("a:a", "b:b", "c:c"),)
    for question in ("entities", "posts"):
        with pytest.raises(QueryError, match=r"x\.nt: is no graph that kg made"):
            foreign.query(question)
    with pytest.raises(QueryError, match="is no graph that kg made"):
        page(foreign)


def test_a_question_without_answers_in_a_graph_of_ours(tmp_path: Path) -> None:
    none = Graph.from_resolution(Resolution((), (), ()), kinds=kinds())
    assert none.query("posts").rows == ()


def test_from_names_the_data_set(graph: Graph, place: str | Path) -> None:
    asked = "SELECT (COUNT(*) AS ?n) FROM <urn:nothing> WHERE { ?s ?p ?o }"
    assert Graph.load(place).query(asked).rows == (("0",),)


def test_articles_can_be_told_apart(graph: Graph) -> None:
    asked = "ASK { GRAPH graph:article-a1 { event:talks ?p ?o } }"
    assert not graph.query(asked)
    assert graph.query(asked.replace("talks", "alba-fair"))


def test_an_engine_error_is_a_query_error(graph: Graph) -> None:
    with pytest.raises(QueryError):
        graph.source.ask("SELECT * { ?s nowhere:x ?o }")


def test_a_graph_as_lines(place: str | Path, graph: Graph) -> None:
    with Graph.load(place) as loaded:
        facts = f"{loaded.source.base}graph/facts"
        assert next(iter(loaded.source.graphs())) == facts
        out = io.BytesIO()
        loaded.source.dump(facts, out)
    told = {str(quad.triple) + " ." for quad in graph.source.facts()}
    lines = out.getvalue().decode().splitlines()
    assert set(lines) == told and len(lines) == len(told)


def test_all_graphs_are_named(graph: Graph) -> None:
    named = {quad.graph_name.value for quad in graph.source.quads() if isinstance(quad.graph_name, NamedNode)}
    assert set(graph.source.graphs()) == named


def test_in_memory_the_merged_facts_are_asked_alone_and_other_graphs_too(graph: Graph) -> None:
    count = "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }"
    facts = len(list(graph.source.facts()))
    assert graph.query(count).rows == ((str(facts),),)
    found = graph.query("SELECT DISTINCT ?g { graph ?g { ?s ?p ?o } }").rows
    assert {row[0] for row in found} == set(graph.source.graphs())
