from __future__ import annotations

from pathlib import Path

import networkx as nx
import pytest

from fixtures.made_up import RESOLUTION, kinds
from kg.export import FORMATS
from kg.graph import Graph

B = "https://kg.example/"


@pytest.fixture(scope="module")
def graph() -> Graph:
    return Graph.from_resolution(RESOLUTION, kinds=kinds())


def test_pandas(graph: Graph) -> None:
    frame = graph.frame("statistics")
    assert frame["value"].tolist() == [1518000000, 0]
    assert frame["area"].isna().tolist() == [False, True]
    assert frame["start"].dtype.kind == "i"


@pytest.mark.filterwarnings("ignore:Dataset.default_context:DeprecationWarning")  # rdflib's own, in Dataset.query
def test_an_rdflib_data_set(graph: Graph) -> None:
    data = graph.dataset()
    found = list(data.query("PREFIX kg: <https://kg.example/ontology#> SELECT ?e { ?e a kg:Event }"))
    assert len(found) == 2
    assert {str(g.identifier) for g in data.graphs()} >= {B + "graph/article-a1"}
    assert not {str(g.identifier) for g in data.graphs()} & {B + "graph/facts"}


def test_networkx(graph: Graph) -> None:
    net = graph.networkx()
    assert isinstance(net, nx.MultiDiGraph)
    assert net.nodes[B + "person/jane-roe"] == {
        "label": "Jane Roe",
        "type": "Official",
        "names": "Dr Roe|Roe",
        "kind": "",
        "status": "",
        "date": "",
    }
    assert net.nodes[B + "event/talks"]["status"] == "planned"
    told = {(s.removeprefix(B), d["relation"], t.removeprefix(B)) for s, t, d in net.edges(data=True)}
    assert ("event/alba-fair", "organizedBy", "agency/bureau-of-trade") in told
    assert ("country/alba", "exportsTo", "country/borduria") in told
    assert ("event/alba-fair", "place", "place/port-alba") in told
    assert not any(relation in ("investsIn", "mention", "evidence") for _, relation, _ in told)


def test_an_edge_carries_its_evidence(graph: Graph) -> None:
    data = next(d for _, _, d in graph.networkx().edges(data=True) if d["relation"] == "organizedBy")
    assert (data["label"], data["status"], data["article"], data["start"], data["title"]) == (
        "organized by",
        "held",
        "a1",
        0,
        'Fair "opens" <b>',
    )
    assert data["quote"].startswith("Jane Roe, Director")
    assert '"published": "2024-07-29"' in data["evidence"]


def test_it_shows_itself_in_a_notebook(graph: Graph) -> None:
    assert "<td>Tenure</td><td>2</td>" in graph._repr_html_()
    page = graph.query("statements")._repr_html_()
    assert "<script>" not in page
    assert "&lt;script&gt;" in page
    many = graph.query("SELECT ?s { ?s ?p ?o }")
    assert "more rows" in many._repr_html_()
    assert repr(graph) == "<Graph the graph in memory>"


def test_loading_what_was_saved(graph: Graph, tmp_path: Path) -> None:
    graph.save(tmp_path)
    with Graph.load(tmp_path) as loaded:
        loaded._kinds = kinds()
        assert loaded.export("graphml") == graph.export("graphml")
        assert loaded.export("trig") == graph.export("trig")


@pytest.mark.parametrize("name", [name for name in FORMATS if name not in ("csv", "parquet")])
def test_export_writes_and_gives_the_same_bytes(graph: Graph, tmp_path: Path, name: str) -> None:
    assert graph.export(name, tmp_path / "x") == (tmp_path / "x").read_bytes() == graph.export(name)


def test_export_of_tables_is_a_folder_or_one_table(graph: Graph, tmp_path: Path) -> None:
    assert graph.export("csv", tmp_path / "tables") == b""
    assert len(list((tmp_path / "tables").glob("*.csv"))) == 10
    whole = graph.export("csv")
    assert graph.export("csv", tmp_path / "all.csv") == (tmp_path / "all.csv").read_bytes() == whole
    assert whole.startswith(b"question,") and whole.split(b"\n")[0].endswith(b",article,start,end,quote")
