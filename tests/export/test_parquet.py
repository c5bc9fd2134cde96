"""The tables in Parquet hold what the questions answer, in the same order, whatever the graph lies in."""

from __future__ import annotations

import sys
from decimal import Decimal
from pathlib import Path

import pyarrow.parquet
import pytest

from fixtures import told
from fixtures.made_up import RESOLUTION, kinds, shuffled
from kg.errors import OutputError
from kg.export import parquet as module
from kg.graph import Graph
from kg.query import questions, run
from kg.types import Resolution


def made(resolution: Resolution = RESOLUTION) -> Graph:
    return Graph.from_resolution(resolution, kinds=kinds())


def rows(file: Path) -> list[tuple[str, ...]]:
    table = pyarrow.parquet.read_table(file)
    return [tuple("" if cell is None else str(cell) for cell in row.values()) for row in table.to_pylist()]


def same(cell: str, other: str) -> bool:
    return cell == other or Decimal(cell) == Decimal(other)


@pytest.mark.parametrize("together", [1, 2, 64])
@pytest.mark.parametrize("resolution", [RESOLUTION, told.RESOLUTION])
def test_the_rows_are_those_of_the_questions(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, together: int, resolution: Resolution
) -> None:
    monkeypatch.setattr(module, "TOGETHER", together)
    graph, steps = made(resolution), list[tuple[int, int, str]]()
    assert graph.export("parquet", tmp_path, lambda *at: steps.append(at)) == b""
    assert sorted(file.name for file in tmp_path.iterdir()) == sorted(f"{name}.parquet" for name in questions())
    for name in questions():
        answer, table = run(graph, name), rows(tmp_path / f"{name}.parquet")
        assert pyarrow.parquet.read_schema(tmp_path / f"{name}.parquet").names == list(answer.header)
        assert len(table) == len(answer.rows)
        assert all(same(a, b) for one, other in zip(table, answer.rows, strict=True) for a, b in zip(one, other, strict=True)), name
    assert sum(len(rows(file)) for file in tmp_path.iterdir()) > 10
    assert steps[-1][0] == steps[-1][1] == len(resolution.articles)


def test_numbers_are_numbers_and_the_unknown_is_null(tmp_path: Path) -> None:
    made().export("parquet", tmp_path)
    schema = pyarrow.parquet.read_schema(tmp_path / "statistics.parquet")
    assert {str(schema.field(name).type) for name in ("value", "change")} == {"double"}
    assert {str(schema.field(name).type) for name in ("start", "end")} == {"int64"}
    told_values = pyarrow.parquet.read_table(tmp_path / "statistics.parquet").column("value").to_pylist()
    assert 1518000000.0 in told_values
    assert "" not in pyarrow.parquet.read_table(tmp_path / "entities.parquet").column("sameAs").to_pylist()


def test_the_same_bytes_for_the_same_content_in_many_row_groups(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "TOGETHER", 1)
    monkeypatch.setattr(module, "ROWS", 1)
    made().export("parquet", tmp_path / "a")
    made(shuffled(3)).export("parquet", tmp_path / "b")
    for name in questions():
        assert (tmp_path / "a" / f"{name}.parquet").read_bytes() == (tmp_path / "b" / f"{name}.parquet").read_bytes()
    assert pyarrow.parquet.ParquetFile(tmp_path / "a" / "entities.parquet").num_row_groups == len(RESOLUTION.articles)


def test_a_file_without_graphs_of_articles(tmp_path: Path) -> None:
    (tmp_path / "g.ttl").write_bytes(made().export("turtle"))
    with Graph.load(tmp_path / "g.ttl") as graph:
        graph.export("parquet", tmp_path / "t")
    made().export("parquet", tmp_path / "s")
    for name in questions():
        assert rows(tmp_path / "t" / f"{name}.parquet") == rows(tmp_path / "s" / f"{name}.parquet")


def test_a_graph_of_nothing(tmp_path: Path) -> None:
    made(Resolution((), (), ())).export("parquet", tmp_path)
    assert {pyarrow.parquet.read_table(file).num_rows for file in tmp_path.iterdir()} == {0}
    assert "quote" in pyarrow.parquet.read_schema(tmp_path / "ties.parquet").names


def test_what_goes_wrong(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(OutputError, match="is a folder of tables; give it with --out"):
        made().export("parquet")
    (tmp_path / "file").write_text("x")
    with pytest.raises(OutputError, match="cannot be written"):
        made().export("parquet", tmp_path / "file")
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(OutputError, match=r"run pip install 'kg\[parquet\]'"):
        made().export("parquet", tmp_path)
    assert [file.name for file in tmp_path.iterdir()] == ["file"]
