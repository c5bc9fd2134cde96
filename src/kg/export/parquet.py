"""The ten questions' answers as Parquet tables, for DuckDB, pandas, Arrow and the like: the export's fence around pyarrow.

The articles are taken some at a time, in order, with the graphs of what they say; so memory does not grow with the graph, and the rows
are those of ``kg query NAME`` in the same order. Columns are text but for offsets (64-bit integers) and values and changes (doubles);
what is not known is null. The same graph gives the same bytes with the same version of pyarrow, which writes its name into the files.
"""

from __future__ import annotations

import importlib
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import Any, Final, cast

from kg.errors import OutputError
from kg.query import questions
from kg.rdf import Names
from kg.rdf.ox import DefaultGraph, Literal, Quad, QuerySolutions, Triple
from kg.store import Engine, from_quads

TOGETHER: Final = 64  # articles: more are no faster, fewer ask more often
ROWS: Final = 20_000  # of a row group, at least: less packs worse, more is held in memory for each table
_NUMBERS: Final = {"start": "int64", "end": "int64", "value": "float64", "change": "float64"}
_ARTICLES: Final = "SELECT ?id WHERE { ?article a kg:Article ; kg:identifier ?id } ORDER BY ?id"
_ALL: Final = "CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }"


def write_tables(source: Engine, folder: Path, step: Callable[[int, int, str], None]) -> tuple[Path, ...]:
    """Write a table for each question into a folder, all of them replaced once all are whole; ``step`` is told of the articles done.

    Raises :class:`kg.errors.OutputError` where pyarrow is missing or the folder cannot be written.
    """
    try:
        pyarrow = importlib.import_module("pyarrow")
        importlib.import_module("pyarrow.parquet")
    except ImportError as error:
        raise OutputError("parquet: kg needs pyarrow to write it, which is not installed; run pip install 'kg[parquet]'") from error
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(prefix=".parquet-", dir=folder) as half:
            with ExitStack() as stack:
                tables = {name: stack.enter_context(_Table(pyarrow, Path(half) / f"{name}.parquet")) for name in questions()}
                for one in _parts(source, step):
                    for name, table in tables.items():
                        table.add(cast("QuerySolutions", one.raw(questions()[name])))
            made = tuple(folder / f"{name}.parquet" for name in sorted(questions()))
            for file in made:
                (Path(half) / file.name).replace(file)
    except OSError as error:
        raise OutputError(f"{folder}: cannot be written ({error.strerror or error}); choose another place") from error
    return made


def _parts(source: Engine, step: Callable[[int, int, str], None]) -> Iterator[Engine]:
    """The graph in parts that answer alike; as it is where it holds no graphs of articles, as a Turtle file does."""
    names = Names(source.base)
    articles = [str(article) for (article,) in source.ask(_ARTICLES).rows]
    for first in range(0, len(articles), TOGETHER):
        some = articles[first : first + TOGETHER]
        graphs = [names.article_graph(article).value for article in some]
        triples = list(cast("Iterator[Triple]", source.raw(_ALL, default=graphs)))
        if not triples:
            yield source
            return
        yield from_quads(Quad(t.subject, t.predicate, t.object, DefaultGraph()) for t in triples)
        step(first + len(some), len(articles), some[-1])
    if not articles:
        yield source


class _Table:
    """One file, written a row group at a time."""

    def __init__(self, pyarrow: Any, path: Path) -> None:
        self.pyarrow = pyarrow
        self.path = path
        self.writer: Any = None
        self.waiting: list[Any] = []

    def __enter__(self) -> _Table:
        return self

    def __exit__(self, *error: object) -> None:
        if self.writer is not None:
            self._write()
            self.writer.close()

    def add(self, answer: QuerySolutions) -> None:
        """Some more rows."""
        names = [variable.value for variable in answer.variables]
        pa = self.pyarrow
        schema = pa.schema([(name, getattr(pa, _NUMBERS.get(name, "string"))()) for name in names])
        if self.writer is None:
            self.writer = pa.parquet.ParquetWriter(self.path, schema, compression="zstd")
        columns = _columns(answer, names)
        self.waiting.append(pa.table([pa.array(c, type=f.type) for c, f in zip(columns, schema, strict=True)], schema=schema))
        if sum(table.num_rows for table in self.waiting) >= ROWS:
            self._write()

    def _write(self) -> None:
        if any(table.num_rows for table in self.waiting):
            table = self.pyarrow.concat_tables(self.waiting)
            self.writer.write_table(table, row_group_size=table.num_rows)
        self.waiting = []


def _columns(answer: QuerySolutions, names: Sequence[str]) -> list[list[str | int | float | None]]:
    columns: list[list[str | int | float | None]] = [[] for _ in names]
    readers = [{"int64": int, "float64": float}.get(_NUMBERS.get(name, ""), str) for name in names]
    for row in answer:
        for place, (column, reader) in enumerate(zip(columns, readers, strict=True)):
            term = row[place]
            text = "" if term is None else term.value if isinstance(term, Literal) else str(getattr(term, "value", term))
            column.append(reader(text) if text else None)
    return columns
